//! The cost model. What is at its default is left out, but for what schema 2 began with.

use serde::{Deserialize, Serialize};

use super::{at_most, is_default, limits, map_from};
use crate::costs::{Capacity, CostModel, TimeEquation, Uncertainty};
use crate::money::Cents;
use crate::project::ProjectError;

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredCostModel {
    hourly_cost_cents: Option<i64>,
    direct_cost_permille: Option<u16>,
    fills_hours: bool,
    months: u16,
    months_assumed: bool,
    #[serde(
        default,
        skip_serializing_if = "is_default",
        deserialize_with = "at_most::<_, _, { limits::PERSONS }>"
    )]
    person_rates: Vec<StoredPersonRate>,
    #[serde(default, skip_serializing_if = "is_default")]
    ignores_registered_cost: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    capacity: Option<StoredCapacity>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    time: Option<StoredTimeEquation>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    estimates_scale: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    late_payment_permille: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    uncertainty: Option<StoredUncertainty>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    hours_months: Option<u16>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredPersonRate {
    person: String,
    cents: i64,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredCapacity {
    yearly_cost_cents: Option<i64>,
    fte: Option<f64>,
    hours_per_week: f64,
    weeks: f64,
    practical_share: f64,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredTimeEquation {
    /// Low, normal, high, extreme attention.
    base: [f64; 4],
    per_order: f64,
    per_visit: f64,
    per_complaint: f64,
}

/// Parts of a figure: recorded, estimated, assumed.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredUncertainty {
    hours: [f64; 3],
    direct_cost: [f64; 3],
    revenue: [f64; 3],
}

/// Nothing where it is as we would have it.
fn unless_default<T: Default + PartialEq, S>(value: T, stored: impl FnOnce(T) -> S) -> Option<S> {
    (value != T::default()).then(|| stored(value))
}

impl From<&CostModel> for StoredCostModel {
    fn from(model: &CostModel) -> Self {
        let rates = model.person_rates.iter();
        let late = model.late_payment_permille;
        Self {
            hourly_cost_cents: model.hourly_cost.map(|cents| cents.0),
            direct_cost_permille: model.direct_cost_permille,
            fills_hours: model.fills_hours,
            months: model.months,
            months_assumed: model.months_assumed,
            person_rates: rates
                .map(|(person, rate)| StoredPersonRate {
                    person: person.clone(),
                    cents: rate.0,
                })
                .collect(),
            ignores_registered_cost: model.ignores_registered_cost,
            capacity: unless_default(model.capacity, StoredCapacity::from),
            time: unless_default(model.time, StoredTimeEquation::from),
            estimates_scale: model.estimates_scale,
            late_payment_permille: (late != CostModel::DEFAULT_LATE_PAYMENT_PERMILLE)
                .then_some(late),
            uncertainty: unless_default(model.uncertainty, StoredUncertainty::from),
            hours_months: model.hours_months_given,
        }
    }
}

impl TryFrom<StoredCostModel> for CostModel {
    type Error = ProjectError;

    fn try_from(stored: StoredCostModel) -> Result<Self, ProjectError> {
        let rates = stored.person_rates.into_iter();
        let rates = rates.map(|rate| Ok((rate.person, Cents(rate.cents))));
        Ok(Self {
            hourly_cost: stored.hourly_cost_cents.map(Cents),
            person_rates: map_from(rates, "person_rates")?,
            ignores_registered_cost: stored.ignores_registered_cost,
            capacity: stored.capacity.map(Into::into).unwrap_or_default(),
            direct_cost_permille: stored.direct_cost_permille,
            fills_hours: stored.fills_hours,
            time: stored.time.map(Into::into).unwrap_or_default(),
            estimates_scale: stored.estimates_scale,
            late_payment_permille: stored
                .late_payment_permille
                .unwrap_or(Self::DEFAULT_LATE_PAYMENT_PERMILLE),
            uncertainty: stored.uncertainty.map(Into::into).unwrap_or_default(),
            months: stored.months,
            months_assumed: stored.months_assumed,
            hours_months_given: stored.hours_months,
            ..Self::default()
        })
    }
}

impl StoredCostModel {
    /// The months of the period, where they are not our assumption.
    pub(super) fn known_months(&self) -> Option<u16> {
        (!self.months_assumed).then_some(self.months)
    }
}

impl From<Capacity> for StoredCapacity {
    fn from(capacity: Capacity) -> Self {
        Self {
            yearly_cost_cents: capacity.yearly_cost.map(|cents| cents.0),
            fte: capacity.fte,
            hours_per_week: capacity.hours_per_week,
            weeks: capacity.weeks,
            practical_share: capacity.practical_share,
        }
    }
}

impl From<StoredCapacity> for Capacity {
    fn from(stored: StoredCapacity) -> Self {
        Self {
            yearly_cost: stored.yearly_cost_cents.map(Cents),
            fte: stored.fte,
            hours_per_week: stored.hours_per_week,
            weeks: stored.weeks,
            practical_share: stored.practical_share,
        }
    }
}

impl From<TimeEquation> for StoredTimeEquation {
    fn from(time: TimeEquation) -> Self {
        Self {
            base: time.base,
            per_order: time.per_order,
            per_visit: time.per_visit,
            per_complaint: time.per_complaint,
        }
    }
}

impl From<StoredTimeEquation> for TimeEquation {
    fn from(stored: StoredTimeEquation) -> Self {
        Self {
            base: stored.base,
            per_order: stored.per_order,
            per_visit: stored.per_visit,
            per_complaint: stored.per_complaint,
        }
    }
}

impl From<Uncertainty> for StoredUncertainty {
    fn from(uncertainty: Uncertainty) -> Self {
        Self {
            hours: uncertainty.hours,
            direct_cost: uncertainty.direct_cost,
            revenue: uncertainty.revenue,
        }
    }
}

impl From<StoredUncertainty> for Uncertainty {
    fn from(stored: StoredUncertainty) -> Self {
        Self {
            hours: stored.hours,
            direct_cost: stored.direct_cost,
            revenue: stored.revenue,
        }
    }
}
