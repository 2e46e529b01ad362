//! The app around `abc_core`.
