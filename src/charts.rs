//! Pictures as SVG; every position comes from `abc_core::chart`, every word from the caller.
//!
//! Each chart has a finding as its title, a sentence with the numbers for who does not see it,
//! and the same numbers as a table. They know nothing of customers or money.

pub mod evidence;
// The component macro writes `pub` for the props, whatever the component says.
#[allow(unreachable_pub)]
mod frame;
pub mod glyph;
pub mod lorenz;
pub mod matrix;
mod measured;
pub mod scatter;
pub mod scores;
mod shape;
pub mod slope;
pub mod stack;
pub mod strip;
pub mod whale;

pub use evidence::EvidenceChart;
pub use frame::{ChartTable, SaveWords};
pub use glyph::MarkGlyph;
pub use lorenz::{LorenzChart, LorenzPicture};
pub use matrix::MatrixChart;
pub use scatter::{Pointed, ScatterChart, ScatterTexts};
pub use scores::ScoresChart;
pub use slope::SlopeChart;
pub use stack::StackChart;
pub use strip::StripChart;
pub use whale::WhaleChart;
