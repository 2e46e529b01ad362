//! One customer as the firm's own exports tell it: aggregates only, never raw rows.

mod bought;
mod codes;
pub(crate) mod ledger;
pub mod names;
pub(crate) mod table;

use serde::{Deserialize, Serialize};

use crate::money::Cents;
pub use bought::Bought;

/// Position of a customer in the project, in order of first appearance; stable while the sources are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CustomerId(pub u32);

impl CustomerId {
    /// The position as an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// How a figure is known. The order is from hard to soft.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Grade {
    /// From the books or from an hour registration.
    #[default]
    Recorded,
    /// Estimated by a person, or by the time equation from answers about this customer.
    Estimated,
    /// Nobody said so: a default of ours.
    Assumed,
}

/// A rating on the anchored scale 1 to 5 (method.md section 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rating(u8);

impl Rating {
    /// `None` unless 1 to 5.
    pub fn new(value: u8) -> Option<Self> {
        (1..=5).contains(&value).then_some(Self(value))
    }

    /// 1 to 5.
    pub fn value(self) -> u8 {
        self.0
    }

    /// 0, 25, 50, 75 or 100.
    pub fn score(self) -> f64 {
        (f64::from(self.0) - 1.0) / 4.0 * 100.0
    }

    /// The least rating with at least this score; `None` above 100.
    pub fn reaching(score: f64) -> Option<Self> {
        (1..=5).map(Self).find(|rating| rating.score() >= score)
    }
}

/// How much attention a customer takes, as the owner feels it; feeds the time equation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Attention {
    /// Hardly any.
    Low,
    /// As most customers.
    Normal,
    /// Clearly more.
    High,
    /// One that fills the week.
    Extreme,
}

impl Attention {
    /// From the least to the most.
    pub const ALL: [Self; 4] = [Self::Low, Self::Normal, Self::High, Self::Extreme];
}

/// A customer class of the article: best, middle, not profitable enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Class {
    /// Good in size, profit, potential and relationship.
    A,
    /// The middle.
    B,
    /// Not profitable enough, with a cause.
    C,
}

/// The letter that everybody reads.
impl std::fmt::Display for Class {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
        })
    }
}

impl Class {
    /// A, B, C in order.
    pub const ALL: [Self; 3] = [Self::A, Self::B, Self::C];
}

/// One customer: what the sources say, added up over the whole period they cover.
///
/// `None` means unknown and is never read as zero (method.md section 1).
/// Derives serde for the wire between worker and page; what is stored is `project::stored`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Customer {
    /// The name as first written.
    pub name: String,
    /// Debtor number as text (`00123` is not `123`); empty when the source has none.
    pub code: String,
    /// VAT and chamber of commerce numbers as written: two parties with one of them are one customer.
    pub registrations: Vec<String>,
    /// Revenue excl. VAT, net of credit notes.
    pub revenue: Option<Cents>,
    /// How `revenue` is known: `Recorded`, or `Assumed` for a guess of the owner.
    pub revenue_grade: Grade,
    /// Purchases and subcontractors for this customer.
    pub direct_cost: Option<Cents>,
    /// How `direct_cost` is known.
    pub cost_grade: Grade,
    /// Worked hours, billed or not; where they were registered, `seconds_by_person` in hours.
    pub hours: Option<f64>,
    /// Registered whole seconds per person (its position in `Reading::persons`), in order of the persons.
    /// Empty where hours were not registered line by line.
    pub seconds_by_person: Vec<(u32, u64)>,
    /// What these hours cost by the registration itself, which knows a cost rate per person.
    pub hours_cost: Option<Cents>,
    /// Seconds among these hours that have no cost there: nobody works for nothing.
    pub uncosted_seconds: u64,
    /// How `hours` is known.
    pub hours_grade: Grade,
    /// Other cost to serve; may be negative (a supplier's credit).
    pub other_cost: Cents,
    /// Hours of `hours` that were our own fault (rework, misquotes).
    pub own_fault_hours: f64,
    /// Rating from a column; the owner's own rating in the project wins.
    pub potential: Option<Rating>,
    /// Rating from a column; the owner's own rating in the project wins.
    pub relationship: Option<Rating>,
    /// Attention as the owner feels it, for the time equation.
    pub attention: Option<Attention>,
    /// Orders in the period, for the time equation.
    pub orders: Option<u32>,
    /// Visits in the period, for the time equation.
    pub visits: Option<u32>,
    /// Complaints in the period, for the time equation.
    pub complaints: Option<u32>,
    /// Actual days until payment.
    pub days_to_pay: Option<f64>,
    /// Months since this became a customer.
    pub tenure_months: Option<f64>,
    /// A class given in the file by the user: an override to be.
    pub given_class: Option<Class>,
    /// Per trait column: 0 for unknown, else 1 + index into `TraitColumn::values`.
    pub traits: Vec<u32>,
    /// How many accepted rows were added up here.
    pub n_rows: u32,
    /// When it bought, where rows have dates.
    pub bought: Bought,
}

impl Customer {
    /// Whole seconds of work: as registered, else the hours of a list to the nearest second.
    /// `None` where no hours are known, or hours that are no amount of time (negative).
    pub fn seconds(&self) -> Option<u64> {
        if self.seconds_by_person.is_empty() {
            let seconds = (self.hours? * SECONDS_PER_HOUR).round();
            return (0.0..=MOST_SECONDS)
                .contains(&seconds)
                .then_some(seconds as u64);
        }
        let of_persons = self.seconds_by_person.iter().map(|(_, seconds)| *seconds);
        Some(of_persons.fold(0, u64::saturating_add))
    }

    /// The hours whose cost the registration tells, and that cost in euros; `None` where it tells none.
    pub fn costed_hours(&self) -> Option<(f64, f64)> {
        let cost = self.hours_cost.filter(|cost| *cost > Cents::ZERO)?;
        let hours = self.hours? - self.uncosted_seconds as f64 / SECONDS_PER_HOUR;
        (hours > 0.0).then(|| (hours, cost.euros()))
    }
}

/// A registration number as it is compared: letters and digits. `None` where there are too few to be one.
pub(crate) fn registration(written: &str) -> Option<String> {
    const LEAST_CHARS: usize = 8;
    let letters_and_digits = written.chars().filter(char::is_ascii_alphanumeric);
    let compared: String = letters_and_digits.map(|c| c.to_ascii_uppercase()).collect();
    (compared.len() >= LEAST_CHARS).then_some(compared)
}

/// Seconds in an hour.
pub const SECONDS_PER_HOUR: f64 = 3_600.0;

/// Up to here an `f64` counts whole seconds exactly.
const MOST_SECONDS: f64 = 9_007_199_254_740_992.0;

/// A free column that may describe what kind of customer this is (sector, region, employees).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TraitColumn {
    /// The header as written.
    pub name: String,
    /// Text groups or numbers.
    pub kind: TraitKind,
    /// The distinct values as written, in order of first appearance.
    pub values: Vec<String>,
}

/// How the values of a trait compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TraitKind {
    /// Names of groups.
    Category,
    /// Numbers, such as employees: compared by rank, grouped only for scores.
    Number,
}
