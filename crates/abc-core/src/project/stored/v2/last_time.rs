//! The classes of an earlier analysis. Euros and hours per 12 months, scores from 0 to 100.

use serde::{Deserialize, Serialize};

use super::decisions::StoredPolicy;
use super::words::{StoredClass, StoredFail, StoredRule};
use super::{at_most, date_from, is_default, limits};
use crate::date::Date;
use crate::migration::{LastTime, Outcome, Past, Settings};
use crate::project::ProjectError;

/// The customers come last, so that they can be written in pieces.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredLastTime {
    name: String,
    on: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    settings: Option<StoredSettings>,
    #[serde(deserialize_with = "at_most::<_, _, { limits::CUSTOMERS }>")]
    customers: Vec<StoredPast>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredSettings {
    policy: StoredPolicy,
    /// Euros.
    hour: f64,
}

impl StoredLastTime {
    /// All but the customers.
    pub(super) fn head(last: &LastTime) -> Self {
        Self {
            name: last.name.clone(),
            on: last.on.as_ref().map(Date::to_string),
            settings: last.settings.as_ref().map(|settings| StoredSettings {
                policy: (&settings.policy).into(),
                hour: settings.rate,
            }),
            customers: Vec::new(),
        }
    }
}

impl TryFrom<StoredLastTime> for LastTime {
    type Error = ProjectError;

    fn try_from(stored: StoredLastTime) -> Result<Self, ProjectError> {
        Ok(Self {
            name: stored.name,
            on: date_from(stored.on, "on")?,
            settings: stored.settings.map(|settings| Settings {
                policy: settings.policy.into(),
                rate: settings.hour,
            }),
            customers: stored.customers.into_iter().map(Into::into).collect(),
        })
    }
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredPast {
    name: String,
    #[serde(default, skip_serializing_if = "is_default")]
    code: String,
    #[serde(
        default,
        skip_serializing_if = "is_default",
        deserialize_with = "at_most::<_, _, { limits::REGISTRATIONS }>"
    )]
    registrations: Vec<String>,
    class: StoredClass,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    revenue: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cm2: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    hours: Option<f64>,
    /// Size, profit, potential, relationship.
    scores: [Option<f64>; 4],
    #[serde(default, skip_serializing_if = "Option::is_none")]
    total: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rule: Option<StoredRule>,
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "at_most::<_, _, { limits::FAILS }>"
    )]
    fails: Vec<StoredFail>,
    #[serde(default, skip_serializing_if = "is_default")]
    by_hand: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    is_new: bool,
}

impl From<&Past> for StoredPast {
    fn from(past: &Past) -> Self {
        let outcome = &past.outcome;
        Self {
            name: past.name.clone(),
            code: past.code.clone(),
            registrations: past.registrations.clone(),
            class: outcome.class.into(),
            revenue: outcome.revenue,
            cm2: outcome.cm2,
            hours: outcome.hours,
            scores: outcome.scores,
            total: outcome.total,
            rule: outcome.rule.map(Into::into),
            fails: outcome.fails.iter().copied().map(Into::into).collect(),
            by_hand: outcome.is_by_hand,
            is_new: outcome.is_new,
        }
    }
}

impl From<StoredPast> for Past {
    fn from(stored: StoredPast) -> Self {
        Self {
            name: stored.name,
            code: stored.code,
            registrations: stored.registrations,
            outcome: Outcome {
                class: stored.class.into(),
                revenue: stored.revenue,
                cm2: stored.cm2,
                hours: stored.hours,
                scores: stored.scores,
                total: stored.total,
                rule: stored.rule.map(Into::into),
                fails: stored.fails.into_iter().map(Into::into).collect(),
                is_by_hand: stored.by_hand,
                is_new: stored.is_new,
            },
        }
    }
}
