//! When a customer bought, kept small: first and last day, and in which months.

use serde::{Deserialize, Serialize};

use crate::date::{Date, wire_period};

/// Months that are told apart; farther apart they fall together.
const N_MONTHS: i32 = 64;

/// The days of a customer's dated revenue lines above zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bought {
    /// First and last day; `None` without dates.
    #[serde(with = "wire_period")]
    period: Option<(Date, Date)>,
    /// A bit per month, by its number modulo 64.
    months: u64,
}

/// Months since the year 0.
fn month_number(day: Date) -> i32 {
    i32::from(day.year()) * 12 + i32::from(day.month()) - 1
}

fn bit(month: i32) -> u64 {
    1 << month.rem_euclid(N_MONTHS)
}

impl Bought {
    /// What was stored; `None` when its parts contradict each other.
    pub(crate) fn from_parts(period: Option<(Date, Date)>, months: u64) -> Option<Self> {
        let is_whole = match period {
            None => months == 0,
            Some((first, last)) => {
                let ends = bit(month_number(first)) | bit(month_number(last));
                first <= last && months & ends == ends
            }
        };
        is_whole.then_some(Self { period, months })
    }

    /// Adds a day.
    pub fn add(&mut self, day: Date) {
        self.merge(Self {
            period: Some((day, day)),
            months: bit(month_number(day)),
        });
    }

    /// Adds the days of another part of the same customer.
    pub(crate) fn merge(&mut self, other: Self) {
        self.months |= other.months;
        self.period = match (self.period, other.period) {
            (Some((first, last)), Some((from, to))) => Some((first.min(from), last.max(to))),
            (own, others) => own.or(others),
        };
    }

    /// First and last day; `None` without dates.
    pub fn period(&self) -> Option<(Date, Date)> {
        self.period
    }

    /// The months as they are stored: a bit per month, by its number modulo 64.
    pub(crate) fn months(&self) -> u64 {
        self.months
    }

    /// Months in which something was bought.
    pub fn n_months(&self) -> u32 {
        self.months.count_ones()
    }

    /// Months with something bought in the first half of a period and in its second, a middle month left
    /// out; `None` when the period has more months than are told apart.
    pub(crate) fn halves(&self, (first, last): (Date, Date)) -> Option<(u32, u32)> {
        let (from, to) = (month_number(first), month_number(last));
        if !(0..N_MONTHS).contains(&(to - from)) {
            return None;
        }
        let half = (to - from + 1) / 2;
        let count = |months: std::ops::Range<i32>| {
            let bits = months.map(|month| u32::from(self.months & bit(month) != 0));
            bits.sum::<u32>()
        };
        Some((count(from..from + half), count(to + 1 - half..to + 1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i16, month: i8, day: i8) -> Date {
        Date::new(year, month, day).unwrap()
    }

    fn of(days: &[Date]) -> Bought {
        let mut bought = Bought::default();
        for day in days {
            bought.add(*day);
        }
        bought
    }

    #[test]
    fn months_are_counted_once_and_by_half() {
        let mut bought = Bought::default();
        assert_eq!((bought.period(), bought.n_months()), (None, 0));
        for (month, date) in [(11, 3), (1, 9), (1, 28), (3, 1), (2, 1), (6, 15)] {
            bought.add(day(2024, month, date));
        }
        let period = (day(2024, 1, 9), day(2024, 11, 3));
        assert_eq!(bought.period(), Some(period));
        assert_eq!(bought.n_months(), 5);
        // Eleven months: the sixth, June, is in neither half.
        assert_eq!(bought.halves(period), Some((3, 1)));
        assert_eq!(bought.halves((day(2018, 1, 1), day(2024, 11, 3))), None);
    }

    #[test]
    fn two_parts_together_are_the_whole() {
        let days = [day(2023, 12, 31), day(2024, 1, 1), day(2024, 7, 4)];
        let mut parts = of(&days[1..]);
        parts.merge(of(&days[..1]));
        parts.merge(Bought::default());
        assert_eq!(parts, of(&days));
    }

    #[test]
    fn parts_that_contradict_each_other_are_no_days() {
        let bought = of(&[day(2024, 1, 9), day(2024, 3, 1)]);
        let period = bought.period();
        assert_eq!(Bought::from_parts(period, bought.months()), Some(bought));
        assert_eq!(Bought::from_parts(None, 0), Some(Bought::default()));
        let swapped = period.map(|(first, last)| (last, first));
        for (period, months) in [(None, 1), (period, 0), (swapped, bought.months())] {
            assert_eq!(Bought::from_parts(period, months), None, "{period:?}");
        }
    }
}
