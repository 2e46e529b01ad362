//! The time equation: hours that nobody registered, from a few quick answers (method.md section 2).

use super::OwnRating;
use crate::customers::{Attention, Customer, Grade};

/// Hours per year = what the attention takes + so much for each order, visit and complaint.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeEquation {
    /// Hours per year before anything is counted: low, normal, high, extreme attention.
    pub base: [f64; 4],
    /// Hours per order.
    pub per_order: f64,
    /// Hours per visit.
    pub per_visit: f64,
    /// Hours per complaint.
    pub per_complaint: f64,
}

impl Default for TimeEquation {
    fn default() -> Self {
        Self {
            base: [2.0, 8.0, 24.0, 60.0],
            per_order: 0.5,
            per_visit: 2.0,
            per_complaint: 3.0,
        }
    }
}

impl TimeEquation {
    /// No coefficient is larger: the hours of a leap year.
    pub const MOST_HOURS: f64 = 8_784.0;

    /// Hours per year of this attention alone.
    pub fn base_of(&self, attention: Attention) -> f64 {
        let [low, normal, high, extreme] = self.base;
        match attention {
            Attention::Low => low,
            Attention::Normal => normal,
            Attention::High => high,
            Attention::Extreme => extreme,
        }
    }

    /// Hours per year of a customer. `None` for one without revenue of whom nothing is known: hours that we
    /// made up must not turn somebody who merely bought nothing into a loss.
    ///
    /// Counts of a file cover what the file covers, `per_year` brings them to a year; the owner's are of a
    /// year. Unknown attention counts as normal, and the hours as assumed.
    pub(super) fn hours_of(
        &self,
        customer: &Customer,
        own: OwnRating,
        per_year: f64,
        is_active: bool,
    ) -> Option<(f64, Grade)> {
        let attention = own.attention.or(customer.attention);
        let counted = [
            (own.orders, customer.orders, self.per_order),
            (own.visits, customer.visits, self.per_visit),
            (own.complaints, customer.complaints, self.per_complaint),
        ];
        let is_counted = counted
            .iter()
            .any(|(own, of_file, _)| own.or(*of_file).is_some());
        if !is_active && !is_counted && attention.is_none() {
            return None;
        }
        let grade = match attention {
            Some(_) => Grade::Estimated,
            None => Grade::Assumed,
        };
        let of_counts: f64 = counted
            .iter()
            .map(|(own, of_file, hours_each)| {
                let of_file = || f64::from(of_file.unwrap_or(0)) * per_year;
                own.map_or_else(of_file, f64::from) * hours_each
            })
            .sum();
        let base = self.base_of(attention.unwrap_or(Attention::Normal));
        Some((base + of_counts, grade))
    }
}
