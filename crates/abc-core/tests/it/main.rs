//! Golden files, corpus and properties of the whole pipeline: one binary.

mod corpus;
mod golden;
mod reader;
