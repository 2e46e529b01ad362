//! What a cell says when it is read as a calendar day.

use serde::{Deserialize, Serialize};

use crate::date::Date;

/// Years that a business still writes down.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

/// Which of the two small numbers of `03-04-2025` comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DayOrder {
    /// The Dutch way.
    #[default]
    DayFirst,
    /// The American way.
    MonthFirst,
}

/// A cell in the form of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    year: i16,
    first: i8,
    second: i8,
    /// `2025-03-04`: nothing to choose.
    is_year_first: bool,
}

impl Written {
    /// The day, when the calendar has it.
    pub(crate) fn day(self, order: DayOrder) -> Option<Date> {
        let (month, day) = match (self.is_year_first, order) {
            (true, _) | (false, DayOrder::MonthFirst) => (self.first, self.second),
            (false, DayOrder::DayFirst) => (self.second, self.first),
        };
        Date::new(self.year, month, day).ok()
    }

    /// Whether day and month could be swapped and would differ.
    pub(crate) fn can_be_swapped(self) -> bool {
        !self.is_year_first && self.first <= 12 && self.second <= 12 && self.first != self.second
    }

    /// The order that this cell proves, if it proves one.
    pub(crate) fn proves(self) -> Option<DayOrder> {
        match (self.is_year_first, self.first > 12, self.second > 12) {
            (false, true, false) => Some(DayOrder::DayFirst),
            (false, false, true) => Some(DayOrder::MonthFirst),
            _ => None,
        }
    }
}

/// Months as written in Dutch and English exports, by their first three letters.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb"],
    &["mrt", "maa", "mar"],
    &["apr"],
    &["mei", "may"],
    &["jun"],
    &["jul"],
    &["aug"],
    &["sep"],
    &["okt", "oct"],
    &["nov"],
    &["dec"],
];

/// The month that a word names, from 1.
pub(crate) fn month_named(word: &str) -> Option<i8> {
    let start: String = word.chars().take(3).flat_map(char::to_lowercase).collect();
    let index = MONTHS
        .iter()
        .position(|names| names.contains(&start.as_str()))?;
    i8::try_from(index + 1).ok()
}

/// The date form of a cell: `31-12-2025`, `2025-12-31`, `31/12/25`, `31 dec 2025`, `20251231`;
/// a time of day behind it is let go.
pub(crate) fn written(cell: &str) -> Option<Written> {
    let cell = cell.trim();
    let is_iso_time = cell.get(10..11).is_some_and(|c| c == "T");
    let date = if is_iso_time {
        cell.get(..10)?
    } else {
        without_time(cell)
    };
    if date.len() == 8 && date.bytes().all(|b| b.is_ascii_digit()) {
        let (year, rest) = date.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        let year = year.parse().ok().filter(|y| YEARS.contains(y))?;
        let (first, second) = (month.parse().ok()?, day.parse().ok()?);
        return Some(Written {
            year,
            first,
            second,
            is_year_first: true,
        });
    }
    let mut parts = date
        .split(['-', '/', '.', ' '])
        .filter(|part| !part.is_empty());
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    if a.len() == 4 {
        let year = a.parse().ok().filter(|y| YEARS.contains(y))?;
        return Some(Written {
            year,
            first: small(b)?,
            second: small(c)?,
            is_year_first: true,
        });
    }
    let year: i16 = match c.len() {
        4 => c.parse().ok().filter(|y| YEARS.contains(y))?,
        2 => 2000 + c.parse::<i16>().ok().filter(|y| (0..=99).contains(y))?,
        _ => return None,
    };
    if let Some(month) = b
        .starts_with(char::is_alphabetic)
        .then(|| month_named(b))
        .flatten()
    {
        // A month in letters leaves nothing to choose.
        return Some(Written {
            year,
            first: month,
            second: small(a)?,
            is_year_first: true,
        });
    }
    Some(Written {
        year,
        first: small(a)?,
        second: small(b)?,
        is_year_first: false,
    })
}

fn without_time(cell: &str) -> &str {
    let before = cell.find(':').and_then(|colon| cell.get(..colon));
    let date = before.and_then(|before| before.rsplit_once(' '));
    date.map_or(cell, |(date, _hour)| date.trim_end())
}

fn small(part: &str) -> Option<i8> {
    let is_digits = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if is_digits { part.parse().ok() } else { None }
}

/// The common form of a Dutch export straight from its bytes: `31-12-2025`, `31/12/2025`.
///
/// `None` says nothing about the cell but that `written` has to look at it.
#[inline]
pub(crate) fn plain(cell: &[u8]) -> Option<Written> {
    let cell: &[u8; 10] = cell.try_into().ok()?;
    let [_, _, first_mark, _, _, mark, ..] = *cell;
    if first_mark != mark || !matches!(mark, b'-' | b'/' | b'.') {
        return None;
    }
    let two = |at: usize| -> Option<i8> {
        let [tens, ones] = *cell.get(at..at + 2)?.first_chunk::<2>()?;
        let is_digits = tens.is_ascii_digit() && ones.is_ascii_digit();
        is_digits.then(|| i8::try_from((tens - b'0') * 10 + (ones - b'0')).ok())?
    };
    let year = i16::from(two(6)?) * 100 + i16::from(two(8)?);
    YEARS.contains(&year).then_some(Written {
        year,
        first: two(0)?,
        second: two(3)?,
        is_year_first: false,
    })
}

#[cfg(test)]
mod tests;
