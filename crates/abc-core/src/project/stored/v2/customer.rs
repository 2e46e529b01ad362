//! Customers and their traits.

use serde::{Deserialize, Serialize};

use super::words::{StoredAttention, StoredClass, StoredGrade, StoredTraitKind};
use super::{at_most, is_default, limits};
use crate::customers::{Bought, Customer, Rating, TraitColumn};
use crate::date::date_from_iso;
use crate::money::Cents;
use crate::project::ProjectError;

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct StoredCustomer {
    name: String,
    #[serde(skip_serializing_if = "is_default")]
    code: String,
    #[serde(
        skip_serializing_if = "is_default",
        deserialize_with = "at_most::<_, _, { limits::REGISTRATIONS }>"
    )]
    registrations: Vec<String>,
    #[serde(skip_serializing_if = "is_default")]
    revenue_cents: Option<i64>,
    #[serde(skip_serializing_if = "is_default")]
    revenue_grade: StoredGrade,
    #[serde(skip_serializing_if = "is_default")]
    direct_cost_cents: Option<i64>,
    #[serde(skip_serializing_if = "is_default")]
    cost_grade: StoredGrade,
    #[serde(skip_serializing_if = "is_default")]
    hours: Option<f64>,
    /// Person, seconds.
    #[serde(
        skip_serializing_if = "is_default",
        deserialize_with = "at_most::<_, _, { limits::PERSONS }>"
    )]
    seconds_by_person: Vec<(u32, u64)>,
    #[serde(skip_serializing_if = "is_default")]
    hours_cost_cents: Option<i64>,
    #[serde(skip_serializing_if = "is_default")]
    uncosted_seconds: u64,
    #[serde(skip_serializing_if = "is_default")]
    hours_grade: StoredGrade,
    #[serde(skip_serializing_if = "is_default")]
    other_cost_cents: i64,
    #[serde(skip_serializing_if = "is_default")]
    own_fault_hours: f64,
    #[serde(skip_serializing_if = "is_default")]
    potential: Option<u8>,
    #[serde(skip_serializing_if = "is_default")]
    relationship: Option<u8>,
    #[serde(skip_serializing_if = "is_default")]
    attention: Option<StoredAttention>,
    #[serde(skip_serializing_if = "is_default")]
    orders: Option<u32>,
    #[serde(skip_serializing_if = "is_default")]
    visits: Option<u32>,
    #[serde(skip_serializing_if = "is_default")]
    complaints: Option<u32>,
    #[serde(skip_serializing_if = "is_default")]
    days_to_pay: Option<f64>,
    #[serde(skip_serializing_if = "is_default")]
    tenure_months: Option<f64>,
    #[serde(skip_serializing_if = "is_default")]
    given_class: Option<StoredClass>,
    /// Per trait column: 0 for unknown, else 1 + the position in its `values`.
    #[serde(
        skip_serializing_if = "is_default",
        deserialize_with = "at_most::<_, _, { limits::COLUMNS }>"
    )]
    traits: Vec<u32>,
    #[serde(skip_serializing_if = "is_default")]
    n_rows: u32,
    #[serde(skip_serializing_if = "is_default")]
    bought: Option<StoredBought>,
}

/// First day, last day, and a bit per month: that of a year and month is (12 year + month - 1) modulo 64.
type StoredBought = (String, String, u64);

impl From<&Customer> for StoredCustomer {
    fn from(customer: &Customer) -> Self {
        Self {
            name: customer.name.clone(),
            code: customer.code.clone(),
            registrations: customer.registrations.clone(),
            revenue_cents: customer.revenue.map(|cents| cents.0),
            revenue_grade: customer.revenue_grade.into(),
            direct_cost_cents: customer.direct_cost.map(|cents| cents.0),
            cost_grade: customer.cost_grade.into(),
            hours: customer.hours,
            seconds_by_person: customer.seconds_by_person.clone(),
            hours_cost_cents: customer.hours_cost.map(|cents| cents.0),
            uncosted_seconds: customer.uncosted_seconds,
            hours_grade: customer.hours_grade.into(),
            other_cost_cents: customer.other_cost.0,
            own_fault_hours: customer.own_fault_hours,
            potential: customer.potential.map(Rating::value),
            relationship: customer.relationship.map(Rating::value),
            attention: customer.attention.map(Into::into),
            orders: customer.orders,
            visits: customer.visits,
            complaints: customer.complaints,
            days_to_pay: customer.days_to_pay,
            tenure_months: customer.tenure_months,
            given_class: customer.given_class.map(Into::into),
            traits: customer.traits.clone(),
            n_rows: customer.n_rows,
            bought: customer.bought.period().map(|(first, last)| {
                (
                    first.to_string(),
                    last.to_string(),
                    customer.bought.months(),
                )
            }),
        }
    }
}

impl TryFrom<StoredCustomer> for Customer {
    type Error = ProjectError;

    fn try_from(stored: StoredCustomer) -> Result<Self, ProjectError> {
        Ok(Self {
            name: stored.name,
            code: stored.code,
            registrations: stored.registrations,
            revenue: stored.revenue_cents.map(Cents),
            revenue_grade: stored.revenue_grade.into(),
            direct_cost: stored.direct_cost_cents.map(Cents),
            cost_grade: stored.cost_grade.into(),
            hours: stored.hours,
            seconds_by_person: stored.seconds_by_person,
            hours_cost: stored.hours_cost_cents.map(Cents),
            uncosted_seconds: stored.uncosted_seconds,
            hours_grade: stored.hours_grade.into(),
            other_cost: Cents(stored.other_cost_cents),
            own_fault_hours: stored.own_fault_hours,
            potential: stored
                .potential
                .map(|value| rating_from(value, "potential"))
                .transpose()?,
            relationship: stored
                .relationship
                .map(|value| rating_from(value, "relationship"))
                .transpose()?,
            attention: stored.attention.map(Into::into),
            orders: stored.orders,
            visits: stored.visits,
            complaints: stored.complaints,
            days_to_pay: stored.days_to_pay,
            tenure_months: stored.tenure_months,
            given_class: stored.given_class.map(Into::into),
            traits: stored.traits,
            n_rows: stored.n_rows,
            bought: bought_from(stored.bought)?,
        })
    }
}

fn bought_from(stored: Option<StoredBought>) -> Result<Bought, ProjectError> {
    let Some((first, last, months)) = stored else {
        return Ok(Bought::default());
    };
    date_from_iso(&first)
        .zip(date_from_iso(&last))
        .and_then(|period| Bought::from_parts(Some(period), months))
        .ok_or(ProjectError::OutOfRange { what: "bought" })
}

pub(super) fn rating_from(value: u8, what: &'static str) -> Result<Rating, ProjectError> {
    Rating::new(value).ok_or(ProjectError::OutOfRange { what })
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredTraitColumn {
    name: String,
    kind: StoredTraitKind,
    #[serde(deserialize_with = "at_most::<_, _, { limits::CUSTOMERS }>")]
    values: Vec<String>,
}

impl From<&TraitColumn> for StoredTraitColumn {
    fn from(column: &TraitColumn) -> Self {
        Self {
            name: column.name.clone(),
            kind: column.kind.into(),
            values: column.values.clone(),
        }
    }
}

impl From<StoredTraitColumn> for TraitColumn {
    fn from(stored: StoredTraitColumn) -> Self {
        Self {
            name: stored.name,
            kind: stored.kind.into(),
            values: stored.values,
        }
    }
}
