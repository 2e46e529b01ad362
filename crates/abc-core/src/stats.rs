//! Exact tests, intervals and ranks: plain functions, each with its source.
