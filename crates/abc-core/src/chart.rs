//! Geometry of the pictures in numbers; `src/charts` of the app only draws them.
