//! The reader of books as a whole: one binary.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests fail as tests do"
)]
mod auditfile;
mod corpus;
mod ubl;
