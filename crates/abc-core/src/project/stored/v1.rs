//! Schema 1. Amounts are cents, shares are permille or as in the domain, days are `2026-11-25`.
//!
//! A field at its default is left out of a customer, which halves the text; every other field is
//! written, so that a reader in ten years sees what there is.

use serde::de::{IgnoredAny, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::super::limits;
use super::super::{Project, ProjectError};
use crate::date::{Date, date_from_iso};

mod customer;
mod decisions;
mod source;
mod words;

use customer::{StoredCustomer, StoredTraitColumn};
use decisions::{
    StoredCostModel, StoredEdit, StoredOverride, StoredPolicy, StoredRating, overrides_from,
    page_edits_from, ratings_from,
};
use source::StoredSource;

/// The whole document. The customers come last, so that they can be written in pieces.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
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

/// The end of the list of customers and of the document.
pub(super) const TAIL: &str = "\n]}";

/// The document up to and with the opening of the list of customers.
pub(super) fn head(project: &Project) -> String {
    let document = Document {
        is_sample: project.is_sample,
        analysed_on: project.analysed_on.as_ref().map(Date::to_string),
        policy: StoredPolicy::from(&project.policy),
        cost_model: StoredCostModel::from(&project.cost_model),
        ratings: project.ratings.iter().map(StoredRating::from).collect(),
        overrides: project.overrides.iter().map(StoredOverride::from).collect(),
        page_edits: project.page_edits.iter().map(StoredEdit::from).collect(),
        sources: project.sources.iter().map(StoredSource::from).collect(),
        trait_columns: project
            .trait_columns
            .iter()
            .map(StoredTraitColumn::from)
            .collect(),
        customers: Vec::new(),
    };
    let mut text = json(&document);
    // The two closing characters are written by `TAIL`.
    text.truncate(text.len().saturating_sub(2));
    text
}

/// A part of the list of customers, one a line.
pub(super) fn customers(batch: &[crate::customers::Customer], is_first: bool) -> String {
    let mut text = String::new();
    for (position, customer) in batch.iter().enumerate() {
        text.push_str(if is_first && position == 0 {
            "\n"
        } else {
            ",\n"
        });
        text.push_str(&json(&StoredCustomer::from(customer)));
    }
    text
}

/// The project of a document whose checksum was right.
pub(super) fn project(text: &str) -> Result<Project, ProjectError> {
    let document: Document =
        serde_json::from_str(text).map_err(|error| ProjectError::Malformed {
            line: error.line(),
            column: error.column(),
        })?;
    let customers = document.customers.into_iter().map(TryInto::try_into);
    let sources = document.sources.into_iter().map(TryInto::try_into);
    Ok(Project {
        sources: sources.collect::<Result<_, _>>()?,
        customers: customers.collect::<Result<Vec<_>, _>>()?.into(),
        trait_columns: document.trait_columns.into_iter().map(Into::into).collect(),
        policy: document.policy.into(),
        cost_model: document.cost_model.into(),
        ratings: ratings_from(document.ratings)?,
        overrides: overrides_from(document.overrides)?,
        page_edits: page_edits_from(document.page_edits)?,
        is_sample: document.is_sample,
        analysed_on: date_from(document.analysed_on, "analysed_on")?,
    })
}

/// Writing to a string fails only for maps whose keys are no strings; stored types have none.
fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn date_from(text: Option<String>, what: &'static str) -> Result<Option<Date>, ProjectError> {
    text.map(|text| date_from_iso(&text).ok_or(ProjectError::OutOfRange { what }))
        .transpose()
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A list that stops growing one past its limit: `limits::check` then refuses it by name, and a
/// hostile text costs no more memory than its own length.
fn at_most<'de, D, T, const MAX: usize>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    struct List<T, const MAX: usize>(std::marker::PhantomData<T>);

    impl<'de, T: Deserialize<'de>, const MAX: usize> Visitor<'de> for List<T, MAX> {
        type Value = Vec<T>;

        fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(formatter, "a list of at most {MAX}")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<T>, A::Error> {
            let mut list = Vec::new();
            while list.len() <= MAX {
                let Some(item) = seq.next_element()? else {
                    return Ok(list);
                };
                list.push(item);
            }
            while seq.next_element::<IgnoredAny>()?.is_some() {}
            Ok(list)
        }
    }

    deserializer.deserialize_seq(List::<T, MAX>(std::marker::PhantomData))
}
