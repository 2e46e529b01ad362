//! Exact tests, intervals and ranks: plain functions, each with its source.
//!
//! Nothing here knows of customers or money. The surprising thing: two numbers that differ less than
//! [`tolerance::eps`] are equal everywhere, so that scaling all money changes no class.

pub mod groups;
pub mod multicriteria;
pub mod multiple;
pub mod order;
pub mod random;
pub mod ranks;
pub mod shrinkage;
pub mod tables;
pub mod tolerance;

#[cfg(test)]
mod tests;
