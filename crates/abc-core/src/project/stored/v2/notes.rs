//! What was noted about customers, and their classes by hand of before.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::decisions::{map_from, origin_from};
use super::words::{StoredClass, StoredOverrideReason};
use super::{at_most, date_from, is_default, limits};
use crate::date::Date;
use crate::join::Origin;
use crate::project::{Notes, Override, PastOverride, ProjectError};

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredNotes {
    #[serde(default, skip_serializing_if = "is_default")]
    reading: u32,
    party: u32,
    #[serde(default, skip_serializing_if = "is_default")]
    text: String,
    #[serde(
        default,
        skip_serializing_if = "is_default",
        deserialize_with = "at_most::<_, _, { limits::PAST_OVERRIDES }>"
    )]
    past: Vec<StoredPast>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredPast {
    class: StoredClass,
    reason: StoredOverrideReason,
    note: String,
    date: Option<String>,
    computed: Option<StoredClass>,
    until: Option<String>,
}

impl From<&PastOverride> for StoredPast {
    fn from(past: &PastOverride) -> Self {
        let by_hand = &past.by_hand;
        Self {
            class: by_hand.class.into(),
            reason: by_hand.reason.into(),
            note: by_hand.note.clone(),
            date: by_hand.date.as_ref().map(Date::to_string),
            computed: by_hand.computed.map(Into::into),
            until: past.until.as_ref().map(Date::to_string),
        }
    }
}

impl TryFrom<StoredPast> for PastOverride {
    type Error = ProjectError;

    fn try_from(stored: StoredPast) -> Result<Self, ProjectError> {
        Ok(Self {
            by_hand: Override {
                class: stored.class.into(),
                reason: stored.reason.into(),
                note: stored.note,
                date: date_from(stored.date, "date")?,
                computed: stored.computed.map(Into::into),
            },
            until: date_from(stored.until, "until")?,
        })
    }
}

impl StoredNotes {
    pub(super) fn new(at: Origin, notes: &Notes) -> Self {
        Self {
            reading: at.reading,
            party: at.party,
            text: notes.text.clone(),
            past: notes.past.iter().map(StoredPast::from).collect(),
        }
    }
}

pub(super) fn notes_from(list: Vec<StoredNotes>) -> Result<BTreeMap<Origin, Notes>, ProjectError> {
    let entries = list.into_iter().map(|stored| {
        let past = stored.past.into_iter().map(PastOverride::try_from);
        let notes = Notes {
            text: stored.text,
            past: past.collect::<Result<_, _>>()?,
        };
        Ok((origin_from(stored.reading, stored.party), notes))
    });
    map_from(entries, "notes")
}
