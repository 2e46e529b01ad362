//! Texts of what customers cost.

use abc_core::customers::{Attention, Grade};

use crate::i18n::Span;

/// Where the cost of an hour comes from while nobody typed one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RateWithout {
    /// Ours, in words.
    Default(String),
    /// It follows from the people there are, in words.
    People(String),
}

/// What the people there are give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CapacitySaid {
    /// Not known how many there are, or none: no rate.
    NoHours,
    /// Their hours in a year; their cost is not known.
    Hours(String),
    /// Their hours in a year, and what one of them costs.
    Rate(String, String),
}

/// Which number of the cost model a field is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "as the fields of the cost model")]
pub enum Setting {
    HourlyCost,
    Fte,
    YearlyCost,
    HoursPerWeek,
    Weeks,
    PracticalPercent,
    PurchasesPercent,
    Months,
    HoursMonths,
    Base(Attention),
    PerOrder,
    PerVisit,
    PerComplaint,
    LatePercent,
    /// How far figures known so may be off, in percent.
    HoursSpread(Grade),
    DirectCostSpread(Grade),
    GuessSpread,
}

/// A column of quick questions about a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "as the questions")]
pub enum Asked {
    Orders,
    Visits,
    Complaints,
    Hours,
    Purchases,
}

/// "Of 42% of your revenue the hours are registered, of 38% estimated and of 20% assumed."
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "the pieces in the order of the sentence")]
pub struct KnownWords {
    pub first: &'static str,
    pub are: &'static str,
    pub next: &'static str,
    pub last: &'static str,
    /// Instead of the last of more than two shares.
    pub rest: &'static str,
    /// Instead of all that, where one word holds for all revenue.
    pub all_are: &'static str,
    /// Recorded, estimated, assumed, unknown.
    pub words: [&'static str; 4],
}

/// What customers cost.
#[allow(missing_docs, reason = "the names say what the texts are about")]
pub struct CostsTexts {
    pub title: &'static str,
    /// How hours are known, by revenue; a whole sentence but for its end.
    pub hours_known: KnownWords,
    /// How direct cost is known; a sentence after that.
    pub direct_known: KnownWords,
    pub setting: fn(Setting) -> &'static str,
    pub setting_hint: fn(Setting) -> Option<&'static str>,
    pub rate_without: fn(&RateWithout) -> String,
    pub not_a_number: &'static str,
    /// The same where there is no room.
    pub no_fit: &'static str,
    pub capacity: &'static str,
    pub capacity_said: fn(&CapacitySaid) -> Vec<Span>,
    pub use_rate: fn(&str) -> String,
    /// Persons.
    pub per_person: fn(usize) -> String,
    pub per_person_hint: &'static str,
    pub person: &'static str,
    pub nobody: &'static str,
    pub person_rate: &'static str,
    pub person_rate_of: fn(&str) -> String,
    /// Cost, hours, cost of an hour.
    pub registered_cost: fn(&str, &str, &str) -> String,
    pub equation: &'static str,
    pub equation_hint: &'static str,
    pub ours_again: &'static str,
    pub spreads: &'static str,
    pub spreads_hint: &'static str,
    pub fills_hours: &'static str,
    pub hours_of: fn(Grade) -> &'static str,
    pub unused: &'static str,
    pub too_many: &'static str,
    pub without_customer: &'static str,
    pub available: &'static str,
    pub total: &'static str,
    pub col_hours_of: &'static str,
    pub col_customers: &'static str,
    pub col_hours: &'static str,
    pub col_cost: &'static str,
    pub col_range: &'static str,
    /// Hours.
    pub unused_said: fn(&str) -> String,
    /// Hours.
    pub too_many_said: fn(&str) -> String,
    pub registered_too_many: &'static str,
    /// Factor.
    pub make_fit: fn(&str) -> String,
    /// Factor.
    pub made_fit: fn(&str) -> String,
    pub unmake_fit: &'static str,
    pub books: &'static str,
    pub books_spent: &'static str,
    pub books_direct: &'static str,
    pub books_attention: &'static str,
    pub books_rest: &'static str,
    pub books_over: &'static str,
    /// Not yet estimated, all.
    pub estimate: fn(&str, &str) -> String,
    pub estimate_hint: &'static str,
    pub col_customer: &'static str,
    pub col_attention: &'static str,
    pub asked: fn(Asked) -> &'static str,
    pub col_year_cost: &'static str,
    pub col_class: &'static str,
    /// What is asked, of whom.
    pub of: fn(&str, &str) -> String,
    /// Cost, range.
    pub about: fn(&str, &str) -> String,
    pub attention_word: fn(Attention) -> &'static str,
    pub unknown: &'static str,
    pub more: fn(usize) -> String,
}
