//! Golden files, corpus and properties of the whole pipeline: one binary.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

mod corpus;
mod golden;
mod reader;
