//! Deciding about a C: what repair and leaving would really change
//! (method.md section 7).
//!
//! Avoidable cost counts, not allocated cost: hours are saved only when they are put to other use, so a
//! customer at a loss with a positive gross margin lowers profit when it leaves and nobody uses its hours.
//! Money in euros per 12 months, hours per 12 months.

use crate::classify::Classification;
use crate::costs::Inputs;
use crate::customers::Class;
use crate::stats::tolerance::is_below;

/// What leaves with a customer.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Relation {
    /// Gross margin.
    pub cm1: f64,
    /// Other cost to serve.
    pub other_cost: f64,
    /// Hours.
    pub hours: f64,
}

/// What becomes of hours that come free.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Redeployment {
    /// Share of the hours that is used for something else, 0 to 1.
    pub share: f64,
    /// What such an hour brings; by default the gross margin per hour of A and B customers.
    pub value_per_hour: f64,
}

/// What an hour brings with A and B customers: their gross margin over their hours, in euros. It is the value
/// of an hour that finds other use, until the user gives one. `None` where they have no hours or no gross
/// margin that is known.
pub fn value_of_hour(inputs: &[Inputs], classification: &Classification) -> Option<f64> {
    let pairs = inputs.iter().zip(&classification.customers);
    let (cm1, hours) = pairs
        .filter(|(_, found)| matches!(found.class, Some(Class::A | Class::B)))
        .filter_map(|(input, found)| Some((found.cm1?, input.hours?)))
        .fold((0.0, 0.0), |sum, (cm1, hours)| (sum.0 + cm1, sum.1 + hours));
    (cm1 > 0.0 && hours > 0.0).then(|| cm1 / hours)
}

impl Relation {
    /// What leaves with customer `idx`; `None` without revenue, or when its gross margin or hours are unknown.
    pub fn of(inputs: &[Inputs], classification: &Classification, idx: usize) -> Option<Self> {
        let (input, found) = (inputs.get(idx)?, classification.customers.get(idx)?);
        input.revenue.filter(|revenue| *revenue > 0.0)?;
        Some(Self {
            cm1: found.cm1?,
            other_cost: input.other_cost,
            hours: input.hours?,
        })
    }

    /// What the customer brings beside leaving: cm1 - S - share x hours x value.
    fn relevant_contribution(self, redeployment: Redeployment) -> f64 {
        self.cm1 - self.other_cost - redeployment.share * self.hours * redeployment.value_per_hour
    }

    /// The change of profit when the customer leaves.
    pub fn leaving_delta(self, redeployment: Redeployment) -> f64 {
        -self.relevant_contribution(redeployment)
    }

    /// The share of its hours that must find other use before leaving pays: 0 when it pays at once, above 1
    /// when it never does; `None` when there are no hours of value to free and it never pays either.
    pub fn breakeven_redeployment(self, value_per_hour: f64) -> Option<f64> {
        let kept = self.cm1 - self.other_cost;
        let freed = self.hours * value_per_hour;
        if kept <= 0.0 {
            Some(0.0)
        } else {
            (freed > 0.0).then(|| kept / freed)
        }
    }
}

/// The change of gross margin by a relative price rise that costs a share of the volume.
pub fn price_delta(revenue: f64, direct_cost: f64, rise: f64, volume_loss: f64) -> f64 {
    (1.0 - volume_loss) * (revenue * (1.0 + rise) - direct_cost) - (revenue - direct_cost)
}

/// The share of volume that may be lost before a price rise costs money (Nagle: rise / (margin + rise));
/// `None` when even the new price is not above direct cost.
pub fn breakeven_volume_loss(revenue: f64, direct_cost: f64, rise: f64) -> Option<f64> {
    let margin_after = revenue * (1.0 + rise) - direct_cost;
    (margin_after > 0.0).then(|| rise * revenue / margin_after)
}

/// How the future counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Horizon {
    /// Years ahead.
    pub years: u32,
    /// Chance that a customer is still there the year after, 0 to 1.
    pub retention: f64,
    /// Interest rate.
    pub discount: f64,
}

impl Default for Horizon {
    fn default() -> Self {
        Self {
            years: 3,
            retention: 0.8,
            discount: 0.10,
        }
    }
}

impl Horizon {
    fn is_valid(self) -> bool {
        self.discount > -1.0 && (0.0..=1.0).contains(&self.retention)
    }

    /// Net present value of an investment now, contributions at each year's end as long as the customer
    /// stays, and spill-over that comes whether or not it stays; `spillover` may be shorter.
    ///
    /// `None` for a retention outside 0 to 1 or a discount of -100% or less. `years` is not looked at: the
    /// contributions say how many there are.
    pub fn npv(self, investment: f64, contributions: &[f64], spillover: &[f64]) -> Option<f64> {
        if !self.is_valid() {
            return None;
        }
        let spillover = spillover.iter().copied().chain(std::iter::repeat(0.0));
        let (mut value, mut survival, mut interest) = (-investment, 1.0, 1.0);
        for (contribution, spill) in contributions.iter().zip(spillover) {
            interest *= 1.0 + self.discount;
            value += (contribution * survival + spill) / interest;
            survival *= self.retention;
        }
        Some(value)
    }

    /// The value of the same contribution every year without end: k / (1 + d - r); `None` as for
    /// [`Self::npv`], and when it would grow without bound.
    pub fn perpetual(self, contribution: f64) -> Option<f64> {
        let decay = 1.0 + self.discount - self.retention;
        (self.is_valid() && decay > 0.0).then(|| contribution / decay)
    }

    fn level(self, investment: f64, contribution: f64) -> Option<f64> {
        self.npv(investment, &vec![contribution; self.years as usize], &[])
    }
}

/// A plan to repair a customer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Repair {
    /// What it costs now.
    pub investment: f64,
    /// Relative price rise.
    pub price_rise: f64,
    /// Hours afterwards.
    pub hours: f64,
    /// Chance that the customer stays, per year, after all this.
    pub retention: f64,
}

/// What leaving costs once.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Exit {
    /// Handing over, closing off.
    pub cost: f64,
    /// Chance of damage.
    pub damage_probability: f64,
    /// Damage, if it comes.
    pub damage: f64,
    /// What the next supplier pays for the referral.
    pub referral_fee: f64,
}

/// The three ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// As it is.
    Keep,
    /// By the plan.
    Repair,
    /// Part.
    Exit,
}

/// The three ways in money, net present value in euros.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison {
    /// Relevant contribution per year as it is.
    pub yearly_keep: f64,
    /// Relevant contribution per year after the repair.
    pub yearly_repair: f64,
    /// Keep, repair and exit.
    pub npv: [f64; 3],
    /// The best of the three.
    pub best: Way,
    /// The best is less than a tenth of the revenue ahead: no clear difference.
    pub is_close: bool,
    /// Damage at which leaving is worth as much as the better of staying; `None` without a chance of
    /// damage, or when leaving is behind even without damage.
    pub tipping_damage: Option<f64>,
    /// Share of freed hours put to use at which leaving is worth as much as staying; `None` when no share
    /// from 0 to 1 makes it so.
    pub tipping_share: Option<f64>,
}

/// Everything that [`compare`] weighs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Case {
    /// Revenue, for the repair's price rise and for what counts as close.
    pub revenue: f64,
    /// What leaves with the customer.
    pub relation: Relation,
    /// What becomes of freed hours.
    pub redeployment: Redeployment,
    /// How the future counts.
    pub horizon: Horizon,
    /// The plan.
    pub repair: Repair,
    /// Leaving.
    pub exit: Exit,
}

/// Differences below this share of revenue are no clear difference.
const CLOSE_SHARE: f64 = 0.10;

/// Keep, repair or part, now and later; `None` when the horizon is refused (see [`Horizon::npv`]).
pub fn compare(case: &Case) -> Option<Comparison> {
    let repaired = Relation {
        cm1: case.relation.cm1 + case.revenue * case.repair.price_rise,
        hours: case.repair.hours,
        ..case.relation
    };
    let after_repair = Horizon {
        retention: case.repair.retention,
        ..case.horizon
    };
    let keep_at = |redeployment| {
        case.horizon
            .level(0.0, case.relation.relevant_contribution(redeployment))
    };
    let repair_at = |redeployment| {
        let contribution = repaired.relevant_contribution(redeployment);
        after_repair.level(case.repair.investment, contribution)
    };
    let (keep, repair) = (keep_at(case.redeployment)?, repair_at(case.redeployment)?);
    let without_damage = case.exit.referral_fee - case.exit.cost;
    let exit = without_damage - case.exit.damage_probability * case.exit.damage;

    let mut ranked = [(keep, Way::Keep), (repair, Way::Repair), (exit, Way::Exit)];
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    let [(first, best), (second, _), _] = ranked;

    let room = without_damage - keep.max(repair);
    let at_share = |share: f64| Redeployment {
        share,
        ..case.redeployment
    };
    // Both ways of staying fall with the share in a straight line; leaving does not move.
    let share_where = |value_at: &dyn Fn(Redeployment) -> Option<f64>| {
        let (none, all) = (value_at(at_share(0.0))?, value_at(at_share(1.0))?);
        (none > all).then(|| (none - exit) / (none - all))
    };
    Some(Comparison {
        yearly_keep: case.relation.relevant_contribution(case.redeployment),
        yearly_repair: repaired.relevant_contribution(case.redeployment),
        npv: [keep, repair, exit],
        best,
        is_close: is_below(first - second, CLOSE_SHARE * case.revenue),
        tipping_damage: (case.exit.damage_probability > 0.0 && room >= 0.0)
            .then(|| room / case.exit.damage_probability),
        tipping_share: share_where(&keep_at)
            .into_iter()
            .chain(share_where(&repair_at))
            .reduce(f64::max)
            .filter(|share| (0.0..=1.0).contains(share)),
    })
}

#[cfg(test)]
mod tests;
