//! The numbers of the cost model as fields: read, written and kept within what may be stored.

use abc_core::costs::{Capacity, CostModel, TimeEquation, Uncertainty};
use abc_core::customers::{Attention, Grade};
use abc_core::date::MOST_MONTHS;
use abc_core::money::Cents;

use crate::i18n::Format;
use crate::i18n::catalog::costs::Setting;

/// The number of a field as the user wrote it, or as it is shown; empty where our default is in force.
pub(super) fn text_of(setting: Setting, model: &CostModel, format: Format) -> String {
    let short = |value: f64| format.short(value, 3);
    let capacity = &model.capacity;
    match setting {
        Setting::HourlyCost => text_or_empty(model.hourly_cost, |cents| format.cents(cents)),
        Setting::YearlyCost => text_or_empty(capacity.yearly_cost, |cents| short(cents.euros())),
        Setting::Fte => text_or_empty(capacity.fte, short),
        Setting::PurchasesPercent => text_or_empty(model.direct_cost_permille, |permille| {
            short(f64::from(permille) / 10.0)
        }),
        Setting::HoursPerWeek => short(capacity.hours_per_week),
        Setting::Weeks => short(capacity.weeks),
        Setting::PracticalPercent => short(capacity.practical_share * 100.0),
        Setting::Months => model.months.to_string(),
        Setting::HoursMonths => model.months_of_hours().to_string(),
        Setting::Base(attention) => short(model.time.base_of(attention)),
        Setting::PerOrder => short(model.time.per_order),
        Setting::PerVisit => short(model.time.per_visit),
        Setting::PerComplaint => short(model.time.per_complaint),
        Setting::LatePercent => short(f64::from(model.late_payment_permille) / 10.0),
        Setting::HoursSpread(grade) => short(model.uncertainty.of_hours(grade) * 100.0),
        Setting::DirectCostSpread(grade) => short(model.uncertainty.of_direct_cost(grade) * 100.0),
        Setting::GuessSpread => short(model.uncertainty.of_revenue(Grade::Assumed) * 100.0),
    }
}

fn text_or_empty<T>(value: Option<T>, text: impl FnOnce(T) -> String) -> String {
    value.map_or_else(String::new, text)
}

/// The largest number that may be typed; the least is nothing.
pub(super) fn most_of(setting: Setting) -> f64 {
    match setting {
        Setting::HourlyCost => CostModel::MOST_HOURLY_COST.euros(),
        Setting::YearlyCost => Capacity::MOST_YEARLY_COST.euros(),
        Setting::Fte => Capacity::MOST_FTE,
        Setting::HoursPerWeek => Capacity::MOST_HOURS_PER_WEEK,
        Setting::Weeks => Capacity::MOST_WEEKS,
        Setting::PracticalPercent | Setting::PurchasesPercent => 100.0,
        Setting::LatePercent => f64::from(CostModel::MOST_LATE_PAYMENT_PERMILLE) / 10.0,
        Setting::HoursSpread(_) | Setting::DirectCostSpread(_) | Setting::GuessSpread => {
            Uncertainty::MOST * 100.0
        }
        Setting::Months | Setting::HoursMonths => f64::from(MOST_MONTHS),
        Setting::Base(_) | Setting::PerOrder | Setting::PerVisit | Setting::PerComplaint => {
            TimeEquation::MOST_HOURS
        }
    }
}

/// Writes a number from nothing to [`most_of`], or our default for `None`; false where it does not fit.
pub(super) fn write(setting: Setting, model: &mut CostModel, number: Option<f64>) -> bool {
    let ours = CostModel::default();
    let permille = |percent: f64| (percent * 10.0).round() as u16;
    let capacity = &mut model.capacity;
    match setting {
        Setting::HourlyCost => model.hourly_cost = number.map(Cents::from_euros),
        Setting::YearlyCost => capacity.yearly_cost = number.map(Cents::from_euros),
        Setting::Fte => capacity.fte = number,
        Setting::HoursPerWeek => {
            capacity.hours_per_week = number.unwrap_or(ours.capacity.hours_per_week);
        }
        Setting::Weeks => capacity.weeks = number.unwrap_or(ours.capacity.weeks),
        Setting::PracticalPercent => {
            let share = number.map(|percent| percent / 100.0);
            capacity.practical_share = share.unwrap_or(ours.capacity.practical_share);
        }
        Setting::PurchasesPercent => model.direct_cost_permille = number.map(permille),
        Setting::LatePercent => {
            model.late_payment_permille =
                number.map_or(CostModel::DEFAULT_LATE_PAYMENT_PERMILLE, permille);
        }
        Setting::Months => {
            // Months have no default of ours to go back to: the file or the user says them.
            let Some(months) = number.and_then(whole_months) else {
                return false;
            };
            model.months = months;
            model.months_assumed = false;
        }
        Setting::HoursMonths => {
            let months = number.and_then(whole_months);
            if months.is_none() && number.is_some() {
                return false;
            }
            model.hours_months_given = months;
        }
        Setting::Base(attention) => {
            let [low, normal, high, extreme] = &mut model.time.base;
            let hours = match attention {
                Attention::Low => low,
                Attention::Normal => normal,
                Attention::High => high,
                Attention::Extreme => extreme,
            };
            *hours = number.unwrap_or(ours.time.base_of(attention));
        }
        Setting::PerOrder => model.time.per_order = number.unwrap_or(ours.time.per_order),
        Setting::PerVisit => model.time.per_visit = number.unwrap_or(ours.time.per_visit),
        Setting::PerComplaint => {
            model.time.per_complaint = number.unwrap_or(ours.time.per_complaint);
        }
        Setting::HoursSpread(grade) => {
            let ours = ours.uncertainty.of_hours(grade);
            *spread(&mut model.uncertainty.hours, grade) = number.map_or(ours, of_percent);
        }
        Setting::DirectCostSpread(grade) => {
            let ours = ours.uncertainty.of_direct_cost(grade);
            *spread(&mut model.uncertainty.direct_cost, grade) = number.map_or(ours, of_percent);
        }
        Setting::GuessSpread => {
            let ours = ours.uncertainty.of_revenue(Grade::Assumed);
            *spread(&mut model.uncertainty.revenue, Grade::Assumed) =
                number.map_or(ours, of_percent);
        }
    }
    true
}

fn whole_months(number: f64) -> Option<u16> {
    let is_whole = number >= 1.0 && number.fract() == 0.0;
    is_whole.then_some(number as u16)
}

fn of_percent(percent: f64) -> f64 {
    percent / 100.0
}

fn spread([recorded, estimated, assumed]: &mut [f64; 3], grade: Grade) -> &mut f64 {
    match grade {
        Grade::Recorded => recorded,
        Grade::Estimated => estimated,
        Grade::Assumed => assumed,
    }
}

#[cfg(test)]
mod tests {
    use abc_core::customers::Customer;
    use abc_core::project::{Project, check};

    use super::*;
    use crate::i18n::Locale;

    const ALL: [Setting; 24] = [
        Setting::HourlyCost,
        Setting::Fte,
        Setting::YearlyCost,
        Setting::HoursPerWeek,
        Setting::Weeks,
        Setting::PracticalPercent,
        Setting::PurchasesPercent,
        Setting::Months,
        Setting::HoursMonths,
        Setting::Base(Attention::Low),
        Setting::Base(Attention::Normal),
        Setting::Base(Attention::High),
        Setting::Base(Attention::Extreme),
        Setting::PerOrder,
        Setting::PerVisit,
        Setting::PerComplaint,
        Setting::LatePercent,
        Setting::HoursSpread(Grade::Recorded),
        Setting::HoursSpread(Grade::Estimated),
        Setting::HoursSpread(Grade::Assumed),
        Setting::DirectCostSpread(Grade::Recorded),
        Setting::DirectCostSpread(Grade::Estimated),
        Setting::DirectCostSpread(Grade::Assumed),
        Setting::GuessSpread,
    ];

    #[test]
    fn whatever_fits_a_field_may_be_stored_and_is_shown_as_typed() {
        let format = Locale::Nl.format();
        for setting in ALL {
            for number in [0.0, 1.0, 12.0, most_of(setting)] {
                let mut project = Project::of_customers(vec![Customer::default()]);
                let fits = write(setting, &mut project.cost_model, Some(number));
                let is_month = matches!(setting, Setting::Months | Setting::HoursMonths);
                assert_eq!(fits, number > 0.0 || !is_month);
                assert_eq!(check(&project), Ok(()), "{setting:?} {number}");
                if fits {
                    let shown = text_of(setting, &project.cost_model, format);
                    assert_eq!(format.read(&shown), Some(number), "{setting:?}");
                }
            }
        }
    }

    #[test]
    fn an_emptied_field_is_back_at_our_default() {
        for setting in ALL {
            let mut model = CostModel::default();
            assert!(write(setting, &mut model, Some(7.0)));
            assert_ne!(model, CostModel::default(), "{setting:?}");
            let is_back = write(setting, &mut model, None);
            assert_eq!(is_back, setting != Setting::Months);
            assert_eq!(is_back, model == CostModel::default(), "{setting:?}");
        }
    }
}
