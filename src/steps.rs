//! The places, one folder each, in the order of the talk.

mod asked;
mod customers;
mod data;
mod ideal;
mod letter;
mod place;
mod sentence;

pub use customers::CustomersStep;
pub use data::DataStep;
pub use ideal::IdealStep;
