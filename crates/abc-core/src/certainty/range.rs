//! Whether the figures of a C could be wrong enough to matter, and what to measure first
//! (method.md section 6, points 4 and 5). Borders of the firm are held fixed.

use crate::classify::explain::border_at;
use crate::classify::rules::rule_at;
use crate::classify::{Classification, Rule};
use crate::costs::{Inputs, Uncertainty};
use crate::stats::tolerance::is_at_most_zero;

/// What the range says about C.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RangeVerdict {
    /// A rule fires at both ends.
    SurelyC,
    /// No rule fires at either end.
    NotC,
    /// It depends on where in the range the truth is: measure first.
    Depends,
}

/// The figure that makes most of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Register hours.
    Hours,
    /// Look up direct cost.
    DirectCost,
}

/// The contribution at both ends of what the costs could be, euros per 12 months.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// With the costs one standard deviation higher.
    pub low: f64,
    /// With the costs one standard deviation lower.
    pub high: f64,
    /// From this contribution on no rule fires at this revenue, the border of [`Repair`].
    ///
    /// [`Repair`]: crate::classify::explain::Repair
    pub border: f64,
    /// The rule that fires at the low end.
    pub rule_low: Option<Rule>,
    /// The rule that fires at the high end.
    pub rule_high: Option<Rule>,
    /// What makes most of the range; `None` when nothing is uncertain.
    pub measure_first: Option<Measure>,
    /// For a customer at a loss: the share by which its hours would have to be estimated too high for
    /// nothing to be lost (0.4 = 40%). `None` without loss, or when no hours at all would still be one.
    pub tipping: Option<f64>,
}

impl Range {
    /// What the two ends say.
    pub fn verdict(&self) -> RangeVerdict {
        match (self.rule_low, self.rule_high) {
            (Some(_), Some(_)) => RangeVerdict::SurelyC,
            (None, None) => RangeVerdict::NotC,
            _ => RangeVerdict::Depends,
        }
    }
}

/// The range of customer `idx`; `None` without revenue or when its contribution is unknown.
pub fn range_of(
    rate: f64,
    inputs: &[Inputs],
    classification: &Classification,
    uncertainty: &Uncertainty,
    idx: usize,
) -> Option<Range> {
    let (input, found) = (inputs.get(idx)?, classification.customers.get(idx)?);
    let revenue = input.revenue.filter(|euros| !is_at_most_zero(*euros))?;
    let (cm1, cm2, hours, direct_cost) = (found.cm1?, found.cm2?, input.hours?, input.direct_cost?);
    let rate = input.rate_or(rate);
    let of_hours = rate * hours * uncertainty.of_hours(input.hours_grade);
    let of_cost = direct_cost * uncertainty.of_direct_cost(input.cost_grade);
    let (low, high) = (cm2 - (of_hours + of_cost), cm2 + (of_hours + of_cost));

    let measure_first = match of_hours.abs().total_cmp(&of_cost.abs()) {
        _ if of_hours == 0.0 && of_cost == 0.0 => None,
        std::cmp::Ordering::Less => Some(Measure::DirectCost),
        _ => Some(Measure::Hours),
    };
    let breakeven = (!is_at_most_zero(rate)).then(|| (cm1 - input.other_cost) / rate);
    let tipping = breakeven
        .filter(|breakeven| is_at_most_zero(cm2) && *breakeven >= 0.0 && hours > 0.0)
        .map(|breakeven| 1.0 - breakeven / hours);
    Some(Range {
        low,
        high,
        border: border_at(revenue, &classification.firm),
        rule_low: rule_at(revenue, low, &classification.firm),
        rule_high: rule_at(revenue, high, &classification.firm),
        measure_first,
        tipping,
    })
}
