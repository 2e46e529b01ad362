//! Weights, thresholds, ratings, classes by hand, guesses, edited sentences.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::customer::rating_from;
use super::words::{StoredAttention, StoredClass, StoredOverrideReason};
use super::{date_from, is_default};
use crate::classify::policy::{ContributionMin, MarginMin, Policy};
use crate::costs::OwnRating;
use crate::customers::{Class, Rating};
use crate::date::Date;
use crate::join::Origin;
use crate::project::{Override, ProjectError};

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredPolicy {
    /// Size, profit, potential, relationship.
    weights: [f64; 4],
    floor: f64,
    a_cut: f64,
    margin_min: StoredMarginMin,
    contribution_min: StoredContributionMin,
    new_months: f64,
    price_norm_factor: f64,
    attention_norm_factor: f64,
    b_plus_potential: f64,
}

#[derive(Debug, Serialize, Deserialize)]
enum StoredMarginMin {
    #[serde(rename = "factor_of_firm")]
    FactorOfFirm(f64),
    #[serde(rename = "share")]
    Share(f64),
}

#[derive(Debug, Serialize, Deserialize)]
enum StoredContributionMin {
    #[serde(rename = "account_hours")]
    AccountHours(f64),
    #[serde(rename = "euros")]
    Euros(f64),
}

impl From<&Policy> for StoredPolicy {
    fn from(policy: &Policy) -> Self {
        Self {
            weights: policy.weights,
            floor: policy.floor,
            a_cut: policy.a_cut,
            margin_min: match policy.margin_min {
                MarginMin::FactorOfFirm(factor) => StoredMarginMin::FactorOfFirm(factor),
                MarginMin::Share(share) => StoredMarginMin::Share(share),
            },
            contribution_min: match policy.contribution_min {
                ContributionMin::AccountHours(hours) => StoredContributionMin::AccountHours(hours),
                ContributionMin::Euros(euros) => StoredContributionMin::Euros(euros),
            },
            new_months: policy.new_months,
            price_norm_factor: policy.price_norm_factor,
            attention_norm_factor: policy.attention_norm_factor,
            b_plus_potential: policy.b_plus_potential,
        }
    }
}

impl From<StoredPolicy> for Policy {
    fn from(stored: StoredPolicy) -> Self {
        Self {
            weights: stored.weights,
            floor: stored.floor,
            a_cut: stored.a_cut,
            margin_min: match stored.margin_min {
                StoredMarginMin::FactorOfFirm(factor) => MarginMin::FactorOfFirm(factor),
                StoredMarginMin::Share(share) => MarginMin::Share(share),
            },
            contribution_min: match stored.contribution_min {
                StoredContributionMin::AccountHours(hours) => ContributionMin::AccountHours(hours),
                StoredContributionMin::Euros(euros) => ContributionMin::Euros(euros),
            },
            new_months: stored.new_months,
            price_norm_factor: stored.price_norm_factor,
            attention_norm_factor: stored.attention_norm_factor,
            b_plus_potential: stored.b_plus_potential,
        }
    }
}

/// 0: the owner says that he does not know. Left out: he said nothing.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredRating {
    /// The customer is named by the first party that it was made of: how parties are joined may change
    /// from build to build.
    #[serde(default, skip_serializing_if = "is_default")]
    reading: u32,
    /// Schema 1 called it so.
    #[serde(alias = "customer")]
    party: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    potential: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    relationship: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    attention: Option<StoredAttention>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    orders: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    visits: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    complaints: Option<u32>,
    /// Of a year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seconds: Option<u32>,
    /// Permille of revenue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    purchases: Option<u16>,
    #[serde(default, skip_serializing_if = "is_default")]
    never_satisfied: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    liked: bool,
}

impl StoredRating {
    pub(super) fn new(at: Origin, own: OwnRating) -> Self {
        let number = |said: Option<Option<Rating>>| said.map(|r| r.map_or(0, Rating::value));
        Self {
            reading: at.reading,
            party: at.party,
            potential: number(own.potential),
            relationship: number(own.relationship),
            attention: own.attention.map(Into::into),
            orders: own.orders,
            visits: own.visits,
            complaints: own.complaints,
            seconds: own.seconds,
            purchases: own.purchases_permille,
            never_satisfied: own.never_satisfied,
            liked: own.liked,
        }
    }
}

pub(super) fn ratings_from(
    list: Vec<StoredRating>,
) -> Result<BTreeMap<Origin, OwnRating>, ProjectError> {
    let said = |number: Option<u8>, what| match number {
        None => Ok(None),
        Some(0) => Ok(Some(None)),
        Some(value) => rating_from(value, what).map(|rating| Some(Some(rating))),
    };
    let entries = list.into_iter().map(|stored| {
        let own = OwnRating {
            potential: said(stored.potential, "potential")?,
            relationship: said(stored.relationship, "relationship")?,
            attention: stored.attention.map(Into::into),
            orders: stored.orders,
            visits: stored.visits,
            complaints: stored.complaints,
            seconds: stored.seconds,
            purchases_permille: stored.purchases,
            never_satisfied: stored.never_satisfied,
            liked: stored.liked,
        };
        Ok((origin_from(stored.reading, stored.party), own))
    });
    map_from(entries, "ratings")
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredOverride {
    #[serde(default, skip_serializing_if = "is_default")]
    reading: u32,
    #[serde(alias = "customer")]
    party: u32,
    class: StoredClass,
    reason: StoredOverrideReason,
    note: String,
    date: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    computed: Option<StoredClass>,
}

impl StoredOverride {
    pub(super) fn new(at: Origin, by_hand: &Override) -> Self {
        Self {
            reading: at.reading,
            party: at.party,
            class: by_hand.class.into(),
            reason: by_hand.reason.into(),
            note: by_hand.note.clone(),
            date: by_hand.date.as_ref().map(Date::to_string),
            computed: by_hand.computed.map(Into::into),
        }
    }
}

pub(super) fn overrides_from(
    list: Vec<StoredOverride>,
) -> Result<BTreeMap<Origin, Override>, ProjectError> {
    let entries = list.into_iter().map(|stored| {
        let by_hand = Override {
            class: stored.class.into(),
            reason: stored.reason.into(),
            note: stored.note,
            date: date_from(stored.date, "date")?,
            computed: stored.computed.map(Into::into),
        };
        Ok((origin_from(stored.reading, stored.party), by_hand))
    });
    map_from(entries, "overrides")
}

/// A class that the owner guessed.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredGuess {
    #[serde(default, skip_serializing_if = "is_default")]
    reading: u32,
    party: u32,
    class: StoredClass,
}

impl StoredGuess {
    pub(super) fn new(at: Origin, class: Class) -> Self {
        Self {
            reading: at.reading,
            party: at.party,
            class: class.into(),
        }
    }
}

pub(super) fn guesses_from(
    list: Vec<StoredGuess>,
) -> Result<BTreeMap<Origin, Class>, ProjectError> {
    let entries = list.into_iter().map(|stored| {
        let at = origin_from(stored.reading, stored.party);
        Ok((at, stored.class.into()))
    });
    map_from(entries, "guesses")
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredEdit {
    key: String,
    text: String,
}

impl From<(&String, &String)> for StoredEdit {
    fn from((key, text): (&String, &String)) -> Self {
        Self {
            key: key.clone(),
            text: text.clone(),
        }
    }
}

pub(super) fn page_edits_from(
    list: Vec<StoredEdit>,
) -> Result<BTreeMap<String, String>, ProjectError> {
    map_from(
        list.into_iter().map(|edit| Ok((edit.key, edit.text))),
        "page_edits",
    )
}

pub(super) fn headers_from(list: Vec<String>) -> Result<BTreeSet<String>, ProjectError> {
    let n = list.len();
    let headers: BTreeSet<String> = list.into_iter().collect();
    if headers.len() < n {
        return Err(ProjectError::Duplicate { what: "fit_traits" });
    }
    Ok(headers)
}

pub(super) fn origin_from(reading: u32, party: u32) -> Origin {
    Origin { reading, party }
}

/// Two entries for one key are refused: which of them was meant is not ours to guess.
pub(super) fn map_from<K: Ord, V>(
    entries: impl Iterator<Item = Result<(K, V), ProjectError>>,
    what: &'static str,
) -> Result<BTreeMap<K, V>, ProjectError> {
    let mut map = BTreeMap::new();
    for entry in entries {
        let (key, value) = entry?;
        if map.insert(key, value).is_some() {
            return Err(ProjectError::Duplicate { what });
        }
    }
    Ok(map)
}
