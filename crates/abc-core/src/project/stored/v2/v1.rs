//! Schema 1 held one file: its customers are the parties of one reading now.

use serde::Deserialize;

use super::costs::StoredCostModel;
use super::customer::{StoredCustomer, StoredTraitColumn};
use super::decisions::{StoredEdit, StoredOverride, StoredPolicy, StoredRating};
use super::joins::StoredJoins;
use super::source::StoredSource;
use super::{Document, StoredReading, at_most, limits, parsed, project_of};
use crate::project::{Project, ProjectError};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document1 {
    is_sample: bool,
    analysed_on: Option<String>,
    policy: StoredPolicy,
    cost_model: StoredCostModel,
    #[serde(deserialize_with = "at_most::<_, _, { limits::CUSTOMERS }>")]
    ratings: Vec<StoredRating>,
    #[serde(deserialize_with = "at_most::<_, _, { limits::CUSTOMERS }>")]
    overrides: Vec<StoredOverride>,
    #[serde(deserialize_with = "at_most::<_, _, { limits::PAGE_EDITS }>")]
    page_edits: Vec<StoredEdit>,
    #[serde(deserialize_with = "at_most::<_, _, { limits::SOURCES }>")]
    sources: Vec<StoredSource>,
    #[serde(deserialize_with = "at_most::<_, _, { limits::COLUMNS }>")]
    trait_columns: Vec<StoredTraitColumn>,
    #[serde(deserialize_with = "at_most::<_, _, { limits::CUSTOMERS }>")]
    customers: Vec<StoredCustomer>,
}

/// The project of a document of schema 1 whose checksum was right.
pub(in crate::project::stored) fn project(text: &str) -> Result<Project, ProjectError> {
    let old: Document1 = parsed(text)?;
    let months = old.cost_model.known_months();
    let reading = |source, trait_columns, parties, months| StoredReading {
        source,
        months,
        unassigned_cents: 0,
        unassigned_seconds: 0,
        persons: Vec::new(),
        trait_columns,
        parties,
    };
    // It never held more than one file; the customers are of the last.
    let mut sources = old.sources;
    let last = sources.pop().unwrap_or_default();
    let mut readings = vec![reading(last, old.trait_columns, old.customers, months)];
    readings.extend(
        sources
            .into_iter()
            .map(|source| reading(source, Vec::new(), Vec::new(), None)),
    );
    project_of(Document {
        is_sample: old.is_sample,
        analysed_on: old.analysed_on,
        review_on: None,
        policy: old.policy,
        cost_model: old.cost_model,
        joins: StoredJoins::default(),
        ratings: old.ratings,
        overrides: old.overrides,
        notes: Vec::new(),
        upgrades: Vec::new(),
        guesses: Vec::new(),
        no_guesses: false,
        page_edits: old.page_edits,
        prospects: String::new(),
        fit_traits: Vec::new(),
        ideal_target: None,
        readings,
        last_time: None,
    })
}
