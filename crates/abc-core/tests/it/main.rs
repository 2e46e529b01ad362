//! Golden files, corpus and properties of the whole pipeline: one binary.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests fail as tests do"
)]
mod corpus;
mod golden;
mod invariance;
mod reader;
