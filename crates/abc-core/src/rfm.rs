//! Recency, frequency and money per customer, where invoices have dates: a hint for the rating of
//! potential, never a class (method.md section 11).

use crate::customers::{Bought, Customer};
use crate::date::Date;
use crate::stats::tolerance::is_below;

/// How one customer buys.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Buying {
    /// Days since the last purchase.
    pub recency_days: f64,
    /// Purchases in the period, or months with one.
    pub frequency: f64,
    /// Euros in the period.
    pub monetary: f64,
}

/// Scores from 1 to 5 among the customers of the firm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rfm {
    /// 5 for those who bought last.
    pub recency: u8,
    /// 5 for those who buy most often.
    pub frequency: u8,
    /// 5 for those who buy most.
    pub monetary: u8,
}

/// The scores of one among everybody: 1 + one for every full fifth below (from the mid-rank percentile, so
/// that equal customers score the same and all equal score 3). `None` beyond the list.
pub fn rfm_of(customers: &[Buying], idx: usize) -> Option<Rfm> {
    let own = customers.get(idx)?;
    let percentile = |figure: fn(&Buying) -> f64| {
        let (mut n_below, mut n_equal) = (0.0, 0.0);
        for other in customers.iter().map(figure) {
            if is_below(other, figure(own)) {
                n_below += 1.0;
            } else if !is_below(figure(own), other) {
                n_equal += 1.0;
            }
        }
        100.0 * (n_below + 0.5 * n_equal) / customers.len() as f64
    };
    Some(Rfm {
        recency: fifth(100.0 - percentile(|buying| buying.recency_days)),
        frequency: fifth(percentile(|buying| buying.frequency)),
        monetary: fifth(percentile(|buying| buying.monetary)),
    })
}

/// A percentile on a border belongs to the fifth that begins there, whatever its last bit is.
fn fifth(percentile: f64) -> u8 {
    1 + ((percentile / 20.0 + 1e-9).floor() as u8).min(4)
}

/// Why a customer may have less potential than its revenue says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PotentialHint {
    /// Silent for this many times its usual interval between months with a purchase.
    LongSilence(f64),
    /// This many months with a purchase in the first half of the period, and at most half of that in the second.
    FallingFrequency {
        /// In the first half.
        first_half: u32,
        /// In the second half.
        second_half: u32,
    },
}

/// Buying of one customer in time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BuyingTimes {
    /// Days between the first and the last purchase.
    pub days_first_to_last: u32,
    /// Days from the last purchase to the end of the period.
    pub days_silent: u32,
    /// Months with a purchase.
    pub n_months: u32,
    /// Months with a purchase in the first half of the period.
    pub n_first_half: u32,
    /// Months with a purchase in the second half.
    pub n_second_half: u32,
}

impl BuyingTimes {
    /// When a customer bought in a period; `None` without dates, or in a period of more than 64 months.
    pub fn of(bought: &Bought, period: (Date, Date)) -> Option<Self> {
        let (first, last) = bought.period()?;
        let (_, end) = period;
        let days = |from: Date, to: Date| {
            let span = from.duration_until(to).as_hours() / 24;
            u32::try_from(span).unwrap_or(0)
        };
        let (n_first_half, n_second_half) = bought.halves(period)?;
        Some(Self {
            days_first_to_last: days(first, last),
            days_silent: days(last, end),
            n_months: bought.n_months(),
            n_first_half,
            n_second_half,
        })
    }
}

/// Months with a purchase below which no rhythm can be seen.
const MIN_MONTHS: u32 = 4;
/// Silence from this many usual intervals on is long. Ours, as is the next.
const LONG_SILENCE: f64 = 3.0;
/// Second half at most this part of the first.
const FALLING: f64 = 0.5;

/// What the rhythm of buying hints at; silence first. `None` below 4 months with a purchase.
pub fn potential_hint(times: BuyingTimes) -> Option<PotentialHint> {
    if times.n_months < MIN_MONTHS {
        return None;
    }
    let interval = f64::from(times.days_first_to_last) / f64::from(times.n_months - 1);
    let silence = f64::from(times.days_silent) / interval.max(1.0);
    if silence >= LONG_SILENCE {
        return Some(PotentialHint::LongSilence(silence));
    }
    let is_falling = f64::from(times.n_second_half) <= FALLING * f64::from(times.n_first_half);
    is_falling.then_some(PotentialHint::FallingFrequency {
        first_half: times.n_first_half,
        second_half: times.n_second_half,
    })
}

/// First and last day on which anybody bought; `None` without dates.
pub fn period_of(customers: &[Customer]) -> Option<(Date, Date)> {
    let periods = customers
        .iter()
        .filter_map(|customer| customer.bought.period());
    periods.reduce(|(first, last), (from, to)| (first.min(from), last.max(to)))
}

/// How a customer bought until the end of the period; `None` without dates or revenue.
pub fn buying_of(customer: &Customer, end: Date) -> Option<Buying> {
    let (_, last) = customer.bought.period()?;
    let silent = last.duration_until(end).as_hours() as f64 / 24.0;
    Some(Buying {
        recency_days: silent.max(0.0),
        frequency: f64::from(customer.bought.n_months()),
        monetary: customer.revenue?.euros(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Cents;

    #[test]
    fn a_rhythm_hints_only_where_it_breaks() {
        let times = |days_first_to_last, days_silent, n_first_half, n_second_half| BuyingTimes {
            days_first_to_last,
            days_silent,
            n_months: n_first_half + n_second_half,
            n_first_half,
            n_second_half,
        };
        let falling = PotentialHint::FallingFrequency {
            first_half: 6,
            second_half: 3,
        };
        for (times, hint) in [
            (times(330, 30, 6, 6), None),
            (times(330, 10, 6, 3), Some(falling)),
            (times(150, 90, 5, 1), Some(PotentialHint::LongSilence(3.0))),
            (times(60, 300, 3, 0), None),
        ] {
            assert_eq!(potential_hint(times), hint, "{times:?}");
        }
    }

    #[test]
    fn days_become_times_and_buying() {
        let day = |month, day| Date::new(2024, month, day).unwrap();
        let mut customer = Customer {
            revenue: Some(Cents(120_000)),
            ..Customer::default()
        };
        let period = (day(1, 1), day(12, 31));
        assert_eq!(BuyingTimes::of(&customer.bought, period), None);
        assert_eq!(buying_of(&customer, day(12, 31)), None);
        for month in [1, 2, 3, 10] {
            customer.bought.add(day(month, 1));
        }
        let times = BuyingTimes {
            days_first_to_last: 274,
            days_silent: 91,
            n_months: 4,
            n_first_half: 3,
            n_second_half: 1,
        };
        assert_eq!(BuyingTimes::of(&customer.bought, period), Some(times));
        let buying = Buying {
            recency_days: 91.0,
            frequency: 4.0,
            monetary: 1_200.0,
        };
        assert_eq!(buying_of(&customer, day(12, 31)), Some(buying));
    }

    #[test]
    fn the_period_is_from_the_first_purchase_to_the_last_of_anybody() {
        let bought_on = |days: &[(i8, i8)]| {
            let mut customer = Customer::default();
            for (month, day) in days {
                customer.bought.add(Date::new(2024, *month, *day).unwrap());
            }
            customer
        };
        let customers = [
            bought_on(&[(5, 1), (9, 30)]),
            bought_on(&[]),
            bought_on(&[(2, 29)]),
        ];
        let period = Date::new(2024, 2, 29).ok().zip(Date::new(2024, 9, 30).ok());
        assert_eq!(period_of(&customers), period);
        assert_eq!(period_of(&customers[1..2]), None);
    }

    #[test]
    fn all_equal_is_the_middle() {
        let same = Buying {
            recency_days: 10.0,
            frequency: 2.0,
            monetary: 100.0,
        };
        let middle = Rfm {
            recency: 3,
            frequency: 3,
            monetary: 3,
        };
        for idx in 0..4 {
            assert_eq!(rfm_of(&[same; 4], idx), Some(middle));
        }
        assert_eq!(rfm_of(&[same; 4], 4), None);
    }
}
