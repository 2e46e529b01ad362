//! Schema 2. Amounts are cents, shares are permille or as in the domain, days are `2026-11-25`.
//!
//! A field at its default is left out of a customer, which halves the text, and so is a field that came
//! after the first files of this schema; the others are always written.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde::de::{IgnoredAny, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::super::joining::join_into;
use super::super::limits;
use super::super::{Notes, Project, ProjectError};
use crate::customers::CustomerId;
use crate::date::{Date, date_from_iso};
use crate::join::Origin;
use crate::migration::{LastTime, Past};
use crate::money::Cents;
use crate::readings::{Reading, Unassigned};

mod books;
mod costs;
mod customer;
mod decisions;
pub(super) mod forms;
mod joins;
mod last_time;
mod notes;
mod source;
mod upgrades;
mod v1;
mod words;

pub(super) use v1::project as project_of_schema_1;

use costs::StoredCostModel;
use customer::{StoredCustomer, StoredTraitColumn};
use decisions::{
    StoredEdit, StoredGuess, StoredOverride, StoredPolicy, StoredRating, guesses_from,
    headers_from, map_from, overrides_from, page_edits_from, ratings_from,
};
use joins::StoredJoins;
use last_time::{StoredLastTime, StoredPast};
use notes::{StoredNotes, notes_from};
use source::StoredSource;
use upgrades::{StoredUpgrade, upgrades_from};

/// The whole document. The readings and last time come last, so that their lists can be written in pieces.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    is_sample: bool,
    analysed_on: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    review_on: Option<String>,
    policy: StoredPolicy,
    cost_model: StoredCostModel,
    joins: StoredJoins,
    #[serde(deserialize_with = "at_most::<_, _, { limits::CUSTOMERS }>")]
    ratings: Vec<StoredRating>,
    #[serde(deserialize_with = "at_most::<_, _, { limits::CUSTOMERS }>")]
    overrides: Vec<StoredOverride>,
    #[serde(
        default,
        skip_serializing_if = "is_default",
        deserialize_with = "at_most::<_, _, { limits::CUSTOMERS }>"
    )]
    notes: Vec<StoredNotes>,
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "at_most::<_, _, { limits::CUSTOMERS }>"
    )]
    upgrades: Vec<StoredUpgrade>,
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "at_most::<_, _, { limits::CUSTOMERS }>"
    )]
    guesses: Vec<StoredGuess>,
    #[serde(default, skip_serializing_if = "is_default")]
    no_guesses: bool,
    #[serde(deserialize_with = "at_most::<_, _, { limits::PAGE_EDITS }>")]
    page_edits: Vec<StoredEdit>,
    #[serde(default, skip_serializing_if = "is_default")]
    prospects: String,
    #[serde(
        default,
        skip_serializing_if = "is_default",
        deserialize_with = "at_most::<_, _, { limits::COLUMNS }>"
    )]
    fit_traits: Vec<String>,
    /// Percent.
    #[serde(default, skip_serializing_if = "is_default")]
    ideal_target: Option<u8>,
    #[serde(deserialize_with = "at_most::<_, _, { limits::SOURCES }>")]
    readings: Vec<StoredReading>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    last_time: Option<StoredLastTime>,
}

/// What one file says. The parties come last.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredReading {
    source: StoredSource,
    months: Option<u16>,
    #[serde(default, skip_serializing_if = "is_default")]
    unassigned_cents: i64,
    #[serde(default, skip_serializing_if = "is_default")]
    unassigned_seconds: u64,
    #[serde(
        default,
        skip_serializing_if = "is_default",
        deserialize_with = "at_most::<_, _, { limits::PERSONS }>"
    )]
    persons: Vec<String>,
    #[serde(deserialize_with = "at_most::<_, _, { limits::COLUMNS }>")]
    trait_columns: Vec<StoredTraitColumn>,
    #[serde(deserialize_with = "at_most::<_, _, { limits::CUSTOMERS }>")]
    parties: Vec<StoredCustomer>,
}

/// The end of the list of parties and of their reading.
pub(super) const READING_TAIL: &str = "\n]}";

/// The end of the list of readings.
pub(super) const READINGS_TAIL: &str = "]";

/// The end of the list of customers of last time, and of last time.
pub(super) const LAST_TIME_TAIL: &str = "\n]}";

/// The end of the document.
pub(super) const TAIL: &str = "}";

/// The document up to and with the opening of the list of readings.
pub(super) fn head(project: &Project) -> String {
    let at = |id: &CustomerId| project.origin_of(*id);
    let document = Document {
        is_sample: project.is_sample,
        analysed_on: project.analysed_on.as_ref().map(Date::to_string),
        review_on: project.review_chosen.as_ref().map(Date::to_string),
        policy: StoredPolicy::from(&project.policy),
        cost_model: StoredCostModel::from(&project.cost_model),
        joins: StoredJoins::from(&project.joins),
        ratings: project
            .ratings
            .iter()
            .filter_map(|(id, own)| Some(StoredRating::new(at(id)?, *own)))
            .collect(),
        overrides: project
            .overrides
            .iter()
            .filter_map(|(id, by_hand)| Some(StoredOverride::new(at(id)?, by_hand)))
            .collect(),
        notes: project
            .notes
            .iter()
            .filter_map(|(id, notes)| Some(StoredNotes::new(at(id)?, notes)))
            .collect(),
        upgrades: project
            .upgrades
            .iter()
            .filter_map(|(id, upgrade)| Some(StoredUpgrade::new(at(id)?, upgrade)))
            .collect(),
        guesses: project
            .guesses
            .iter()
            .filter_map(|(id, class)| Some(StoredGuess::new(at(id)?, *class)))
            .collect(),
        no_guesses: project.is_guessing_declined,
        page_edits: project.page_edits.iter().map(StoredEdit::from).collect(),
        prospects: project.prospects.clone(),
        fit_traits: project.fit_traits.iter().cloned().collect(),
        ideal_target: project.ideal_target,
        readings: Vec::new(),
        last_time: None,
    };
    let mut text = json(&document);
    // The two closing characters are written by `READINGS_TAIL` and `TAIL`.
    text.truncate(text.len().saturating_sub(2));
    text
}

/// A reading up to and with the opening of the list of parties.
pub(super) fn reading_head(reading: &Reading, is_first: bool) -> String {
    let stored = StoredReading {
        source: StoredSource::from(&reading.source),
        months: reading.months,
        unassigned_cents: reading.unassigned.revenue.0,
        unassigned_seconds: reading.unassigned.seconds,
        persons: reading.persons.clone(),
        trait_columns: reading
            .trait_columns
            .iter()
            .map(StoredTraitColumn::from)
            .collect(),
        parties: Vec::new(),
    };
    let mut text = String::from(if is_first { "\n" } else { ",\n" });
    text.push_str(&json(&stored));
    // The two closing characters are written by `READING_TAIL`.
    text.truncate(text.len().saturating_sub(2));
    text
}

/// A part of the list of parties, one a line.
pub(super) fn parties(batch: &[crate::customers::Customer], is_first: bool) -> String {
    lines(batch.iter().map(StoredCustomer::from), is_first)
}

/// Last time up to and with the opening of its list of customers.
pub(super) fn last_time_head(last: &LastTime) -> String {
    let mut text = format!(",\"last_time\":{}", json(&StoredLastTime::head(last)));
    // The two closing characters are written by `LAST_TIME_TAIL`.
    text.truncate(text.len().saturating_sub(2));
    text
}

/// A part of the list of customers of last time, one a line.
pub(super) fn past(batch: &[Past], is_first: bool) -> String {
    lines(batch.iter().map(StoredPast::from), is_first)
}

/// A part of a list, one entry a line.
fn lines<T: Serialize>(entries: impl Iterator<Item = T>, is_first: bool) -> String {
    let mut text = String::new();
    for (position, entry) in entries.enumerate() {
        text.push_str(if is_first && position == 0 {
            "\n"
        } else {
            ",\n"
        });
        text.push_str(&json(&entry));
    }
    text
}

/// The project of a document whose checksum was right.
pub(super) fn project(text: &str) -> Result<Project, ProjectError> {
    project_of(parsed::<Document>(text)?)
}

fn parsed<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, ProjectError> {
    serde_json::from_str(text).map_err(|error| ProjectError::Malformed {
        line: error.line(),
        column: error.column(),
    })
}

fn project_of(document: Document) -> Result<Project, ProjectError> {
    let readings = document.readings.into_iter().map(Reading::try_from);
    let mut project = Project {
        readings: readings.collect::<Result<Vec<_>, _>>()?.into(),
        joins: document.joins.try_into()?,
        policy: document.policy.into(),
        cost_model: document.cost_model.try_into()?,
        page_edits: page_edits_from(document.page_edits)?,
        prospects: document.prospects,
        fit_traits: headers_from(document.fit_traits)?,
        ideal_target: document.ideal_target,
        is_sample: document.is_sample,
        is_guessing_declined: document.no_guesses,
        last_time: document
            .last_time
            .map(LastTime::try_from)
            .transpose()?
            .map(Arc::new),
        analysed_on: date_from(document.analysed_on, "analysed_on")?,
        review_chosen: date_from(document.review_on, "review_on")?,
        ..Project::default()
    };
    // Before they are joined: a hostile text must not point out of its lists.
    limits::check_readings(&project)?;
    project.join_readings();
    let places = Places::of(&project);
    let ratings = ratings_from(document.ratings)?;
    project.ratings = places.keyed(ratings, "ratings", |_, _| ())?;
    let overrides = overrides_from(document.overrides)?;
    project.overrides = places.keyed(overrides, "overrides", |_, _| ())?;
    let notes = notes_from(document.notes)?;
    project.notes = places.keyed(notes, "notes", Notes::absorb)?;
    let upgrades = upgrades_from(document.upgrades)?;
    project.upgrades = places.keyed(upgrades, "upgrades", |_, _| ())?;
    let guesses = guesses_from(document.guesses)?;
    project.guesses = places.keyed(guesses, "guesses", |_, _| ())?;
    Ok(project)
}

/// Which customer each party went to.
struct Places(HashMap<Origin, CustomerId>);

impl Places {
    fn of(project: &Project) -> Self {
        let ids = (0_u32..).map(CustomerId).take(project.customers.len());
        Self(
            ids.flat_map(|id| {
                let origins = project.joined.origins.of(id.index()).iter();
                origins.map(move |origin| (*origin, id))
            })
            .collect(),
        )
    }

    /// Decisions by customer. Parties that a newer way of joining took together have the first one's, and
    /// of the others what `absorb` takes over.
    fn keyed<T>(
        &self,
        decided: BTreeMap<Origin, T>,
        what: &'static str,
        absorb: impl Fn(&mut T, T),
    ) -> Result<BTreeMap<CustomerId, T>, ProjectError> {
        let mut keyed = BTreeMap::new();
        for (origin, decision) in decided {
            let id = self.0.get(&origin).ok_or(ProjectError::Dangling { what })?;
            join_into(&mut keyed, *id, decision, &absorb);
        }
        Ok(keyed)
    }
}

impl TryFrom<StoredReading> for Reading {
    type Error = ProjectError;

    fn try_from(stored: StoredReading) -> Result<Self, ProjectError> {
        let parties = stored.parties.into_iter().map(TryInto::try_into);
        Ok(Self {
            source: stored.source.try_into()?,
            months: stored.months,
            unassigned: Unassigned {
                revenue: Cents(stored.unassigned_cents),
                seconds: stored.unassigned_seconds,
            },
            persons: stored.persons,
            trait_columns: stored.trait_columns.into_iter().map(Into::into).collect(),
            parties: parties.collect::<Result<Vec<_>, _>>()?.into(),
        })
    }
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
