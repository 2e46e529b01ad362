//! What each file says, party by party, before several files become one list of customers.
//!
//! Not here: who is who among the parties of two files (`join`).

pub mod names;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::customers::{Customer, TraitColumn};
use crate::intake::Source;
use crate::money::Cents;

/// What one file (or one set of parts) says. Cheap to clone but for its file card.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The file card.
    pub source: Source,
    /// The parties in order of first appearance; `CustomerId` and `origins` count in this order.
    pub parties: Arc<[Customer]>,
    /// Columns that may describe what kind of customer a party is.
    pub trait_columns: Arc<[TraitColumn]>,
    /// Who worked, as written; `Customer::seconds_by_person` points into this. An empty name: not said.
    pub persons: Vec<String>,
    /// Calendar months that the dated lines touch; `None` without dates.
    pub months: Option<u16>,
    /// What names no party.
    pub unassigned: Unassigned,
}

/// Revenue and hours that belong to no customer. Always visible, never spread over the customers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unassigned {
    /// Revenue without a customer.
    pub revenue: Cents,
    /// Worked seconds without a customer.
    pub seconds: u64,
}
