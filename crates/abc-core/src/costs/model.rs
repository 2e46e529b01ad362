//! The firm-wide settings of the cost model.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::capacity::Capacity;
use super::time::TimeEquation;
use super::uncertainty::Uncertainty;
use crate::money::Cents;

/// The firm-wide settings with which unknown costs are filled. Every number is ours and adjustable.
#[derive(Clone, Debug, PartialEq)]
pub struct CostModel {
    /// Cost (not selling price) of one worked hour, as the user typed it; `None`: see [`CostModel::rate`].
    pub hourly_cost: Option<Cents>,
    /// Cost of an hour of somebody in particular, by the name in the hour registration. Where that name is
    /// a role, this is the rate of a role. An empty name: hours of nobody in particular.
    pub person_rates: BTreeMap<String, Cents>,
    /// Whether the user does not want the cost that an hour registration gives itself.
    pub ignores_registered_cost: bool,
    /// The people there are: what an hour costs where `hourly_cost` is not given, and how many there are.
    pub capacity: Capacity,
    /// Direct cost as a share of revenue where it is unknown, in permille.
    pub direct_cost_permille: Option<u16>,
    /// Whether unknown hours are filled by the time equation.
    pub fills_hours: bool,
    /// How hours are estimated.
    pub time: TimeEquation,
    /// What hours that nobody registered are multiplied by, where the user chose to make them fit in those
    /// there are. Never set but by the user.
    pub estimates_scale: Option<f64>,
    /// How far figures may be off; what certainty is reckoned with.
    pub uncertainty: Uncertainty,
    /// What a year of waiting for money costs, in permille of the amount.
    pub late_payment_permille: u16,
    /// Months that the sources cover; figures are brought to 12 months.
    pub months: u16,
    /// Whether `months` is our assumption and not read from dates or given.
    pub months_assumed: bool,
    /// Months that the hour registrations cover, where they have dates: often fewer than the books.
    /// Follows from the files and is not stored. `None`: as `months`.
    pub hours_months: Option<u16>,
    /// The same as the user gave them: a registration that was not kept all the time covers more than the days
    /// it names.
    pub hours_months_given: Option<u16>,
    /// Who worked; `Customer::seconds_by_person` points into this. Follows from the files and is not stored.
    pub persons: Arc<[String]>,
}

impl CostModel {
    /// How many months the sources are about; `None` when that is our assumption.
    pub fn known_months(&self) -> Option<u16> {
        (!self.months_assumed).then_some(self.months)
    }

    /// How many months the hour registrations are about.
    pub fn months_of_hours(&self) -> u16 {
        let known = self.hours_months_given.or(self.hours_months);
        known.unwrap_or(self.months).max(1)
    }

    /// What brings registered hours to 12 months.
    pub fn hours_per_year(&self) -> f64 {
        12.0 / f64::from(self.months_of_hours())
    }

    /// What brings an amount of the months that the sources are about to 12 months.
    pub fn per_year(&self) -> f64 {
        12.0 / f64::from(self.months.max(1))
    }

    /// Cost of an hour until the user gives one: EUR 60 (method.md section 2).
    pub const DEFAULT_HOURLY_COST: Cents = Cents(60_00);

    /// Interest on money that comes late until the user gives another: 8% a year (method.md section 2).
    pub const DEFAULT_LATE_PAYMENT_PERMILLE: u16 = 80;

    /// The most that an hour can cost: EUR 1,000,000.
    pub const MOST_HOURLY_COST: Cents = Cents(100_000_000);

    /// The most interest on money that comes late, in permille a year.
    pub const MOST_LATE_PAYMENT_PERMILLE: u16 = 1_000;

    /// The most that estimated hours can be multiplied by.
    pub const MOST_SCALE: f64 = 1_000_000.0;

    /// Cost of an hour in euros as the user gave it: typed, or following from the people there are. `None`
    /// until then, also while those people have no hours.
    pub fn given_rate(&self) -> Option<f64> {
        self.hourly_cost
            .map(Cents::euros)
            .or_else(|| self.capacity.rate())
    }

    /// What a year of waiting for a euro costs, in euros.
    pub fn late_payment_rate(&self) -> f64 {
        f64::from(self.late_payment_permille) / 1_000.0
    }

    /// Cost of an hour in euros for everybody of whom nothing better is known, the default where none was
    /// given.
    pub fn rate(&self) -> f64 {
        self.given_rate()
            .unwrap_or_else(|| Self::DEFAULT_HOURLY_COST.euros())
    }
}

impl Default for CostModel {
    fn default() -> Self {
        Self {
            hourly_cost: None,
            person_rates: BTreeMap::new(),
            ignores_registered_cost: false,
            capacity: Capacity::default(),
            direct_cost_permille: None,
            fills_hours: true,
            time: TimeEquation::default(),
            estimates_scale: None,
            uncertainty: Uncertainty::default(),
            late_payment_permille: Self::DEFAULT_LATE_PAYMENT_PERMILLE,
            months: 12,
            months_assumed: true,
            hours_months: None,
            hours_months_given: None,
            persons: Arc::default(),
        }
    }
}
