//! The C rules and their causes: money, with a named reason (method.md section 4, steps 3 and 4).

use super::{Cause, Causes, Firm, Policy, Rule};
use crate::costs::Inputs;
use crate::stats::tolerance::{is_above, is_at_most_zero, is_below};

/// The money of one customer, euros per 12 months; `None` where something it needs is unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Money {
    pub(crate) revenue: Option<f64>,
    pub(crate) cm1: Option<f64>,
    pub(crate) attention_cost: Option<f64>,
    pub(crate) cm2: Option<f64>,
}

impl Money {
    /// Revenue minus direct cost, minus hours x rate and other cost to serve; `rate` is the firm's.
    pub(crate) fn new(input: &Inputs, rate: f64) -> Self {
        let cm1 = input
            .revenue
            .zip(input.direct_cost)
            .map(|(revenue, direct_cost)| revenue - direct_cost);
        let rate = input.rate_or(rate);
        let attention_cost = input.hours.map(|hours| rate * hours + input.other_cost);
        Self {
            revenue: input.revenue,
            cm1,
            attention_cost,
            cm2: cm1.zip(attention_cost).map(|(cm1, cost)| cm1 - cost),
        }
    }

    /// Revenue known and above zero: part of percentiles and firm averages.
    pub(crate) fn is_active(self) -> bool {
        self.revenue
            .is_some_and(|revenue| !is_at_most_zero(revenue))
    }
}

/// The first rule that fires, for a customer whose revenue is known.
pub(crate) fn firing_rule(money: Money, firm: &Firm) -> Option<Rule> {
    let revenue = money.revenue?;
    if is_at_most_zero(revenue) {
        return Some(Rule::Loss);
    }
    match (money.cm2, money.cm1) {
        (Some(cm2), _) => rule_at(revenue, cm2, firm),
        // Sold at or below direct cost: whatever the hours are, nothing is left.
        (None, Some(cm1)) if money.attention_cost.is_none() && is_at_most_zero(cm1) => {
            Some(Rule::Loss)
        }
        (None, _) => None,
    }
}

/// The first rule that a contribution of `cm2` on a positive `revenue` breaks.
pub(crate) fn rule_at(revenue: f64, cm2: f64, firm: &Firm) -> Option<Rule> {
    if is_at_most_zero(cm2) {
        Some(Rule::Loss)
    } else if is_below(cm2, firm.contribution_min) {
        Some(Rule::TooLittle)
    } else if is_below(cm2 / revenue, firm.margin_min)
        && firm.mean_cm2.is_some_and(|mean| is_below(cm2, mean))
    {
        Some(Rule::ThinMargin)
    } else {
        None
    }
}

/// What a C would gain from the firm's own normal price and normal attention, euros per 12 months.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Gains {
    pub(super) price: f64,
    pub(super) attention: f64,
}

/// `None` when the contribution or the firm's averages are unknown.
pub(super) fn gains(money: Money, firm: &Firm) -> Option<Gains> {
    let (revenue, cm1, cost) = (money.revenue?, money.cm1?, money.attention_cost?);
    Some(Gains {
        price: cm1.max(firm.gross_margin? * revenue) - cm1,
        attention: (cost - firm.attention_share? * cm1.max(0.0)).max(0.0),
    })
}

/// Whether attention per euro of gross margin is above `factor` times the firm's; any attention is too
/// much for a gross margin of nothing.
pub(super) fn is_attention_above(money: Money, factor: f64, firm: &Firm) -> bool {
    let (Some(cm1), Some(cost)) = (money.cm1, money.attention_cost) else {
        return false;
    };
    if is_at_most_zero(cm1) {
        return !is_at_most_zero(cost);
    }
    firm.attention_share
        .is_some_and(|share| is_above(cost / cm1, factor * share))
}

/// Why a C is one, most telling first.
pub(super) fn causes(money: Money, policy: &Policy, firm: &Firm) -> Causes {
    let one = |cause| Causes::from_iter([cause]);
    if !money.is_active() {
        return one(Cause::NoRevenue);
    }
    let (Some(revenue), Some(cm1), Some(cost), Some(cm2)) =
        (money.revenue, money.cm1, money.attention_cost, money.cm2)
    else {
        return one(Cause::Price);
    };
    if firm.margin.is_none_or(is_at_most_zero) {
        return one(Cause::FirmLevel);
    }
    let (Some(gains), Some(gross_margin), Some(share)) =
        (gains(money, firm), firm.gross_margin, firm.attention_share)
    else {
        return one(Cause::FirmLevel);
    };

    let passes = |contribution: f64| rule_at(revenue, contribution, firm).is_none();
    let both = || {
        let mut causes = Causes::from_iter([Cause::Price, Cause::Attention]);
        if gains.attention > gains.price {
            causes.reverse();
        }
        causes
    };
    match (passes(cm2 + gains.price), passes(cm2 + gains.attention)) {
        (true, true) => both(),
        (true, false) => one(Cause::Price),
        (false, true) => one(Cause::Attention),
        (false, false) => {
            let normal_cm1 = cm1.max(gross_margin * revenue);
            let is_both = !is_at_most_zero(gains.price)
                && !is_at_most_zero(gains.attention)
                && passes(normal_cm1 - cost.min(share * normal_cm1));
            if is_both {
                return both();
            }
            let mut causes = one(Cause::Small);
            if is_below(cm1 / revenue, policy.price_norm_factor * gross_margin) {
                causes.push(Cause::Price);
            }
            if is_attention_above(money, policy.attention_norm_factor, firm) {
                causes.push(Cause::Attention);
            }
            causes
        }
    }
}
