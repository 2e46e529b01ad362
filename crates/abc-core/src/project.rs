//! The saved document: aggregated customers and every decision; never derived results.
//!
//! `restore` is the only door for stored or foreign data.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::classify::Policy;
use crate::costs::{CostModel, OwnRating};
use crate::customers::{Class, Customer, CustomerId, TraitColumn};
use crate::date::Date;
use crate::intake::Source;

/// Why a class was set by hand; the reason is mandatory (method.md section 4, step 8).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// The class by hand.
    pub class: Class,
    /// Why.
    pub reason: OverrideReason,
    /// Free text; mandatory for `Other`.
    pub note: String,
    /// The day; `None` for a class that came with the file.
    pub date: Option<Date>,
}

/// Reason codes of an override.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OverrideReason {
    /// Network, example in the sector.
    Network,
    /// Strategic.
    Strategic,
    /// New.
    New,
    /// Under contract.
    Contract,
    /// Our own fault.
    OwnFault,
    /// The class came with the file.
    FromFile,
    /// See the note.
    Other,
}

/// Everything that is saved. Cheap to clone: customers are shared, decisions are small.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Project {
    /// The files, in order of reading.
    pub sources: Vec<Source>,
    /// In order of first appearance.
    pub customers: Arc<[Customer]>,
    /// Columns that may describe what kind of customer this is.
    pub trait_columns: Arc<[TraitColumn]>,
    /// Weights and thresholds.
    pub policy: Policy,
    /// How unknown cost is filled.
    pub cost_model: CostModel,
    /// The owner's own ratings.
    pub ratings: BTreeMap<CustomerId, OwnRating>,
    /// Classes by hand.
    pub overrides: BTreeMap<CustomerId, Override>,
    /// Sentences of the ideal-customer page that were edited: key of the sentence, text.
    pub page_edits: BTreeMap<String, String>,
    /// The made-up firm.
    pub is_sample: bool,
    /// The day of the analysis.
    pub analysed_on: Option<Date>,
}
