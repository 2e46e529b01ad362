//! The steps that were agreed to make an A of a B.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::decisions::{map_from, origin_from};
use super::{date_from, is_default};
use crate::date::Date;
use crate::join::Origin;
use crate::project::{ProjectError, Upgrade};

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredUpgrade {
    #[serde(default, skip_serializing_if = "is_default")]
    reading: u32,
    party: u32,
    #[serde(default, skip_serializing_if = "is_default")]
    step: String,
    #[serde(default, skip_serializing_if = "is_default")]
    who: String,
    #[serde(default, skip_serializing_if = "is_default")]
    by: Option<String>,
}

impl StoredUpgrade {
    pub(super) fn new(at: Origin, upgrade: &Upgrade) -> Self {
        Self {
            reading: at.reading,
            party: at.party,
            step: upgrade.step.clone(),
            who: upgrade.who.clone(),
            by: upgrade.by.as_ref().map(Date::to_string),
        }
    }
}

pub(super) fn upgrades_from(
    list: Vec<StoredUpgrade>,
) -> Result<BTreeMap<Origin, Upgrade>, ProjectError> {
    let entries = list.into_iter().map(|stored| {
        let upgrade = Upgrade {
            step: stored.step,
            who: stored.who,
            by: date_from(stored.by, "by")?,
        };
        Ok((origin_from(stored.reading, stored.party), upgrade))
    });
    map_from(entries, "upgrades")
}
