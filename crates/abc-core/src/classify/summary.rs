//! Customers, revenue, hours and contribution per class: the share strip (R20), and the sum of the losses.

use super::Classification;
use crate::costs::Inputs;
use crate::customers::Class;
use crate::stats::tolerance::is_below;

/// Whether a customer costs more than it brings, rounding of sums aside: the one rule for sentences, filters and
/// curves.
pub fn is_loss(contribution: f64) -> bool {
    is_below(contribution, 0.0)
}

/// Sums of a group of customers; unknown figures are left out of a sum and counted.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Share {
    /// Customers.
    pub n: usize,
    /// Euros per 12 months.
    pub revenue: f64,
    /// Hours per 12 months.
    pub hours: f64,
    /// Customer contribution, euros per 12 months.
    pub cm2: f64,
    /// Customers whose hours are unknown.
    pub n_hours_unknown: usize,
    /// Customers whose contribution is unknown.
    pub n_cm2_unknown: usize,
}

impl Share {
    /// Customer contribution per customer whose contribution is known; `None` without any.
    pub fn mean_cm2(&self) -> Option<f64> {
        let n = self.n.saturating_sub(self.n_cm2_unknown);
        (n > 0).then(|| self.cm2 / n as f64)
    }

    pub(crate) fn add(&mut self, revenue: Option<f64>, hours: Option<f64>, cm2: Option<f64>) {
        self.n += 1;
        self.revenue += revenue.unwrap_or(0.0);
        self.hours += hours.unwrap_or(0.0);
        self.cm2 += cm2.unwrap_or(0.0);
        self.n_hours_unknown += usize::from(hours.is_none());
        self.n_cm2_unknown += usize::from(cm2.is_none());
    }
}

/// The share strip and the opening sentence in figures.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Summary {
    /// By final class, in the order of `Class::ALL`.
    pub classes: [Share; 3],
    /// Everybody with a final class.
    pub total: Share,
    /// Customers without a class: inactive, or revenue unknown.
    pub n_unclassified: usize,
    /// Classified customers that cost more than they bring, at the firm's own rate.
    pub n_loss: usize,
    /// What they cost more than they bring: their contributions added up, not positive.
    pub loss: f64,
    /// Customers whose class is set by hand.
    pub n_overridden: usize,
    /// Customers whose class is provisional.
    pub n_provisional: usize,
    /// Customers of which hours or direct cost are our default.
    pub n_filled: usize,
}

impl Summary {
    /// The sums of one class.
    pub fn class(&self, class: Class) -> Share {
        let [a, b, c] = self.classes;
        match class {
            Class::A => a,
            Class::B => b,
            Class::C => c,
        }
    }
}

/// Adds everybody up; `inputs` are those that were classified.
pub fn summary(inputs: &[Inputs], classification: &Classification) -> Summary {
    let mut summary = Summary::default();
    for (input, found) in inputs.iter().zip(&classification.customers) {
        summary.n_overridden += usize::from(found.status == super::Status::Override);
        summary.n_provisional += usize::from(found.status == super::Status::Provisional);
        summary.n_filled += usize::from(input.filled);
        let Some(class) = found.class else {
            summary.n_unclassified += 1;
            continue;
        };
        let [a, b, c] = &mut summary.classes;
        let share = match class {
            Class::A => a,
            Class::B => b,
            Class::C => c,
        };
        share.add(input.revenue, input.hours, found.cm2);
        summary.total.add(input.revenue, input.hours, found.cm2);
        if let Some(cm2) = found.cm2.filter(|cm2| is_loss(*cm2)) {
            summary.n_loss += 1;
            summary.loss += cm2;
        }
    }
    summary
}
