//! Geometry of the pictures in numbers; `src/charts` of the app only draws them.
//!
//! Each picture is one function from figures and a width in CSS pixels to a spec: positions,
//! sizes and which label goes where. Texts come from the caller and are only measured here,
//! so that a label is shown where it fits and nowhere else. A picture is laid out again at
//! another width; it is never scaled, because its text would scale with it.
//!
//! Coordinates are those of SVG: x to the right, y down, one unit is one CSS pixel.

// Counts become pixels and back on purpose; money never passes through here but as a length.
#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss
)]

mod evidence;
mod label;
mod lorenz;
mod matrix;
mod scatter;
mod scores;
mod slope;
mod stack;
mod strip;
mod text;
mod ticks;
mod whale;

pub use crate::customers::Class as Mark;
pub use evidence::{Evidence, EvidenceSpec, evidence_from};
pub use label::{Anchor, Label};
pub use lorenz::{LorenzLabels, LorenzSpec, lorenz_from};
pub use matrix::{MatrixCell, MatrixCounts, MatrixLabels, MatrixSpec, matrix_from};
pub use scatter::{
    AxisTick, ScatterBin, ScatterMark, ScatterMarks, ScatterPoint, ScatterSpec, ScatterWords,
    Toward, scatter_from,
};
pub use scores::{ScoreRow, ScoreSpec, ScoresSpec, scores_from};
pub use slope::{
    MAX_HAIRLINES, SlopeEnd, SlopeFlag, SlopeFlagSpec, SlopeLine, SlopeSpec, slope_from,
};
pub use stack::{StackBar, StackPart, StackRow, StackRowSpec, StackSpec, stack_from};
pub use strip::{StripBar, StripRow, StripRowSpec, StripSpec, strip_from};
pub use text::{Weight, width_px};
pub use whale::{
    Gridline, Rug, RugBin, RugMark, WhaleBar, WhaleLabels, WhaleSpec, WhaleText, whale_from,
};

/// A place in the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// To the right, in pixels.
    pub x: f64,
    /// Down, in pixels.
    pub y: f64,
}

impl Point {
    /// The point at x and y.
    #[must_use]
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

/// Path data of the line through these points; empty without points.
#[must_use]
pub fn path_through(points: &[Point]) -> String {
    use std::fmt::Write as _;

    let mut path = String::with_capacity(points.len() * 12);
    for (index, point) in points.iter().enumerate() {
        let command = if index == 0 { 'M' } else { 'L' };
        // Writing to a String cannot fail.
        write!(path, "{command}{:.1} {:.1}", point.x, point.y).ok();
    }
    path
}

#[cfg(test)]
mod tests {
    use super::{Point, path_through};

    #[test]
    fn a_path_moves_once_and_then_draws() {
        let points = [Point::new(0.0, 1.0), Point::new(2.25, 3.0)];
        assert_eq!(path_through(&points), "M0.0 1.0L2.2 3.0");
        assert_eq!(path_through(&[]), "");
    }
}
