//! Texts of the pictures that are opened one at a time: revenue shared out, value against attention, the
//! best and the worst.

use abc_core::classify::concentration::Dependency;
use abc_core::customers::Class;

use crate::i18n::Span;

/// The figures of revenue shared out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedFigures {
    /// Customers with revenue.
    pub n: usize,
    /// Customers that make 80% of it; `None` when it cannot be divided.
    pub n_largest: Option<usize>,
    /// What those bring of the profit, in words; `None` when there is none to share.
    pub profit_share: Option<String>,
}

/// What the customers bring who take half of all hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Brings {
    /// This part of the profit, in words.
    Share(String),
    /// This amount; a share of it would say nothing.
    Amount(String),
}

/// A customer that is pointed at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointWords<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its class.
    pub class: Class,
    /// What it contributes.
    pub contribution: String,
    /// The hours it takes.
    pub hours: String,
    /// Whether nobody gave those hours.
    pub is_assumed: bool,
}

/// The best and the worst beside each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtremesFigures {
    /// So many of each.
    pub n: usize,
    /// What the best bring of the profit, or the amount when a share says nothing.
    pub best: Brings,
    /// What the worst bring together, without its sign.
    pub worst: String,
    /// Whether that is below zero.
    pub is_loss: bool,
    /// What the best and the worst take of all hours, when somebody said how many those are.
    pub hours: Option<[String; 2]>,
}

/// Texts of the pictures that are opened one at a time.
#[allow(missing_docs, reason = "the names say what the texts are about")]
pub struct PictureTexts {
    pub more: &'static str,
    /// Revenue shared out, value against attention, best and worst.
    pub names: [&'static str; 3],
    // Revenue shared out.
    /// A part of the profit, which may rest on costs that are our assumption.
    pub of_profit: fn(&str, bool) -> String,
    pub shared_say: fn(&SharedFigures) -> Vec<Span>,
    pub shared_label: fn(&SharedFigures) -> String,
    pub shared_mark: fn(usize) -> String,
    /// Of revenue and of profit.
    pub curves: [&'static str; 2],
    /// The largest, the smallest.
    pub ends: [&'static str; 2],
    /// The largest so many percent, revenue, profit.
    pub shared_head: [&'static str; 3],
    pub largest: fn(&str) -> String,
    pub of_revenue: fn(&str) -> String,
    pub dependency: fn(Dependency) -> Option<&'static str>,
    pub five_largest: &'static str,
    pub as_equal: &'static str,
    pub n_equal: fn(&str) -> String,
    pub gini: &'static str,
    pub gini_is: &'static str,
    pub bend: &'static str,
    pub after_n: fn(usize) -> String,
    pub average: &'static str,
    pub n_customers: fn(usize) -> String,
    pub crossed: &'static str,
    pub by_revenue: &'static str,
    /// Until 80%, until 95%, the rest.
    pub by_revenue_rows: [&'static str; 3],
    /// Who, which share of revenue, what it means, and of how much where that is more than all revenue.
    pub depends: fn(&str, &str, Dependency, Option<&str>) -> String,
    /// What all shares are of, there.
    pub whole: fn(&str) -> String,
    // Value against attention.
    /// So many customers take half of all hours.
    pub half_say: fn(usize, &Brings) -> Vec<Span>,
    pub attention_title: &'static str,
    /// Customers in the picture, and the finding.
    pub attention_label: fn(usize, &str) -> String,
    /// Of hours and of contribution.
    pub axes: [&'static str; 2],
    pub walk: &'static str,
    pub hint: &'static str,
    pub hint_many: &'static str,
    pub point: fn(&PointWords) -> String,
    pub square: fn([usize; 3]) -> String,
    pub scales: &'static str,
    pub n_left_out: fn(usize) -> String,
    pub n_assumed: fn(usize) -> String,
    pub no_hours: fn() -> Vec<Span>,
    // Best and worst.
    pub extremes_say: fn(&ExtremesFigures) -> Vec<Span>,
    pub best: fn(usize) -> String,
    pub worst: fn(usize) -> String,
    /// Customer, contribution, hours, attention.
    pub extremes_head: [&'static str; 3],
    pub times: fn(&str) -> String,
    pub attention_is: &'static str,
    pub too_few: &'static str,
}
