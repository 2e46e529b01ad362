//! The cells of a line of an hour registration to whole seconds, and who worked them.

use super::trimmed;
use crate::customers::names;
use crate::customers::table::ByteTable;
use crate::date::days_between;
use crate::intake::cells::{Amount, DayColumn, NumberColumn};
use crate::intake::record::Record;
use crate::intake::{FlagReason, MAX_PERSONS, RejectReason};
use crate::mapping::amount::Unreadable;
use crate::mapping::cell::CellKind;
use crate::mapping::duration::{self, Duration};
use crate::mapping::guess::HoursColumns;

use super::CellTrouble;

const SECONDS_PER_HOUR: u64 = 3_600;
const SECONDS_PER_DAY: u64 = 86_400;

/// A duration may differ this much from start and end before it is worth a look.
const TOLERANCE_SECONDS: u64 = 60;

/// Decimals of hours are taken for rounded when they hide less than this: two of them or more.
const ROUNDED_SECONDS: u64 = 18;

/// Reads the lines of an hour registration.
#[derive(Debug)]
pub(crate) struct HoursReader {
    columns: HoursColumns,
    persons: ByteTable<u32>,
    person_names: Vec<String>,
}

impl HoursReader {
    pub(super) fn new(columns: HoursColumns) -> Self {
        Self {
            columns,
            persons: ByteTable::new(),
            person_names: Vec::new(),
        }
    }

    /// The worked seconds of a line, or why there are none and in which column; those that a line takes back
    /// are negative.
    pub(super) fn seconds(
        &self,
        numbers: &mut [Option<NumberColumn>],
        date: Option<&DayColumn>,
        record: &Record<'_>,
    ) -> Result<Amount, (Unreadable, usize)> {
        let column = self.first_column();
        if let Some(taken_back) = self.taken_back(numbers, record) {
            return Ok(taken_back);
        }
        let span = self.span(numbers, date, record)?;
        let written = self.written(numbers, record);
        let (seconds, is_settled) = match (written, span) {
            (Err(Unreadable::Empty), Some(span)) => (span, true),
            (Err(unreadable), _) => return Err((unreadable, column)),
            (Ok(Written::Clock(clock)), Some(span)) if clock.as_minutes == Some(span) => {
                (span, true)
            }
            (Ok(Written::Rounded(seconds, hidden)), Some(span))
                if hidden <= ROUNDED_SECONDS && seconds.abs_diff(span) <= hidden =>
            {
                (span, true)
            }
            (Ok(Written::Clock(clock)), _) => (clock.seconds, false),
            (Ok(Written::Rounded(seconds, _)), _) => (seconds, false),
        };
        let differs = |span: u64| seconds.abs_diff(span) > TOLERANCE_SECONDS;
        let is_odd = !is_settled && span.is_some_and(differs);
        Ok(Amount {
            value: i64::try_from(seconds).map_err(|_range| (Unreadable::OutOfRange, column))?,
            other: None,
            flag: is_odd.then_some(FlagReason::DurationDiffers),
        })
    }

    /// The seconds of a correction: a length of time below nothing, that has one cell.
    fn taken_back(
        &self,
        numbers: &mut [Option<NumberColumn>],
        record: &Record<'_>,
    ) -> Option<Amount> {
        let first = self.columns.duration?;
        let cell = record.field(first);
        let text = std::str::from_utf8(&cell).ok()?.trim();
        let is_one = self.columns.minutes.is_none() && self.columns.more.is_empty();
        // A minus stands in front, or behind, or is a bracket.
        if !is_one || text.bytes().next()?.is_ascii_digit() && !text.ends_with('-') {
            return None;
        }
        let clock = text.strip_prefix('-').and_then(duration::written);
        let seconds = if let Some(clock) = clock {
            -i64::try_from(clock.seconds).ok()?
        } else {
            let column = numbers.get_mut(first).and_then(Option::as_mut)?;
            let parts = if self.columns.is_in_minutes { 60 } else { 1 };
            column.seconds_in(record).ok()?.0 / parts
        };
        (seconds < 0).then(|| Amount {
            value: seconds,
            ..Amount::default()
        })
    }

    /// The length of time that a line has in one cell or more.
    fn written(
        &self,
        numbers: &mut [Option<NumberColumn>],
        record: &Record<'_>,
    ) -> Result<Written, Unreadable> {
        let first = self.columns.duration.ok_or(Unreadable::Empty)?;
        let mut time = match written(numbers, first, record) {
            Ok(Written::Rounded(seconds, hidden)) if self.columns.is_in_minutes => {
                Ok(Written::Rounded(seconds / 60, hidden / 60))
            }
            time => time,
        };
        let minutes = self.columns.minutes.map(|column| (column, 60));
        let months = self.columns.more.iter().map(|column| (*column, 1));
        for (column, parts) in minutes.into_iter().chain(months) {
            time = match (time, written(numbers, column, record)) {
                (time, Err(Unreadable::Empty)) => time,
                (Ok(time), Ok(more)) => {
                    let (seconds, hidden) =
                        (time.seconds() + more.seconds() / parts, time.hidden());
                    Ok(Written::Rounded(seconds, hidden.max(more.hidden())))
                }
                (Err(Unreadable::Empty), Ok(more)) => {
                    Ok(Written::Rounded(more.seconds() / parts, more.hidden()))
                }
                (Err(unreadable), _) | (_, Err(unreadable)) => Err(unreadable),
            };
        }
        time
    }

    /// What was not worked between start and end: a clock, minutes, or part of an hour.
    fn pause(
        &self,
        numbers: &mut [Option<NumberColumn>],
        record: &Record<'_>,
    ) -> Result<u64, (Unreadable, usize)> {
        let Some(column) = self.columns.pause else {
            return Ok(0);
        };
        match written(numbers, column, record) {
            Ok(Written::Clock(clock)) => Ok(clock.seconds),
            // Nobody pauses for five hours.
            Ok(Written::Rounded(seconds, _)) if seconds < 5 * SECONDS_PER_HOUR => Ok(seconds),
            Ok(Written::Rounded(seconds, _)) => Ok(seconds / 60),
            Err(Unreadable::Empty) => Ok(0),
            Err(unreadable) => Err((unreadable, column)),
        }
    }

    /// From start to end in seconds, where the line says both.
    fn span(
        &self,
        numbers: &mut [Option<NumberColumn>],
        date: Option<&DayColumn>,
        record: &Record<'_>,
    ) -> Result<Option<u64>, (Unreadable, usize)> {
        let Some(whole) = self.whole_span(date, record) else {
            return Ok(None);
        };
        match self.pause(numbers, record) {
            Ok(pause) => Ok(whole.checked_sub(pause)),
            // "Ja": how long is told by the length of time alone.
            Err(_) if self.columns.duration.is_some() => Ok(None),
            Err(unreadable) => Err(unreadable),
        }
    }

    fn whole_span(&self, date: Option<&DayColumn>, record: &Record<'_>) -> Option<u64> {
        let time = |column: Option<usize>| {
            let cell = record.field(column?);
            duration::time_of_day(std::str::from_utf8(&cell).ok()?)
        };
        let (start, end) = (time(self.columns.start_time)?, time(self.columns.end_time)?);
        let n_days = match (date, self.columns.end_date) {
            (Some(date), Some(end_date)) => {
                let (first, last) = (record.field(date.index), record.field(end_date));
                if first == last {
                    0
                } else {
                    let (first, last) = (date.day_like(&first)?, date.day_like(&last)?);
                    u64::try_from(days_between(first, last)).ok()?
                }
            }
            // Without a second day, an end before the start is past midnight.
            _ => u64::from(end < start),
        };
        (end + n_days * SECONDS_PER_DAY).checked_sub(start)
    }

    /// What the hours of a line cost; `None` where nothing is said.
    pub(super) fn cost(
        &self,
        numbers: &mut [Option<NumberColumn>],
        record: &Record<'_>,
        seconds: i64,
    ) -> Result<Option<i64>, CellTrouble> {
        let Some(column) = self.columns.cost else {
            return Ok(None);
        };
        let cost = super::revenue::cents_of(numbers, column, record);
        match cost {
            Ok(cents) if self.columns.is_cost_per_hour => {
                let per_hour = i128::from(SECONDS_PER_HOUR);
                let cost = i128::from(cents.value) * i128::from(seconds);
                Ok(i64::try_from((cost + per_hour / 2).div_euclid(per_hour)).ok())
            }
            Ok(cents) => Ok(Some(cents.value)),
            Err((Unreadable::Empty, _)) => Ok(None),
            Err(_) => Err(CellTrouble {
                reason: super::unusable(record.kind(column)).unwrap_or(RejectReason::AmountInvalid),
                column,
            }),
        }
    }

    pub(super) fn has_start(&self) -> bool {
        self.columns.start_time.is_some()
    }

    /// The column that a line has its time in, or begins to.
    pub(super) fn first_column(&self) -> usize {
        let first = self.columns.duration.or(self.columns.start_time);
        first.unwrap_or_default()
    }

    /// Whether the line names somebody who worked, and not the label of a total.
    pub(super) fn has_person(&self, record: &Record<'_>) -> bool {
        let name = self.person_name(record);
        let text = String::from_utf8_lossy(&name);
        !text.trim().is_empty() && crate::intake::labels::total_label(&text).is_none()
    }

    /// Who worked, by the position of the name. Beyond as many as a project may hold nobody is told apart.
    pub(super) fn person(&mut self, record: &Record<'_>) -> u32 {
        let mut name = self.person_name(record);
        if let Some(person) = self.persons.get(&name) {
            return person;
        }
        if self.person_names.len() + 1 >= MAX_PERSONS {
            name.clear();
            if let Some(person) = self.persons.get(&name) {
                return person;
            }
        }
        let person = u32::try_from(self.person_names.len()).unwrap_or(u32::MAX);
        self.persons.insert(&name, person);
        self.person_names
            .push(names::shown(&String::from_utf8_lossy(&name)));
        person
    }

    fn person_name(&self, record: &Record<'_>) -> Vec<u8> {
        let mut name = Vec::new();
        for column in &self.columns.persons {
            let part = trimmed(record.field(*column));
            if !(name.is_empty() || part.is_empty()) {
                name.push(b' ');
            }
            name.extend_from_slice(&part);
        }
        name
    }

    pub(crate) fn into_person_names(self) -> Vec<String> {
        self.person_names
    }
}

/// A length of time as its cell has it.
enum Written {
    Clock(Duration),
    /// Decimals, in seconds, and what rounding may hide of them.
    Rounded(u64, u64),
}

impl Written {
    fn seconds(&self) -> u64 {
        match self {
            Self::Clock(clock) => clock.seconds,
            Self::Rounded(seconds, _) => *seconds,
        }
    }

    fn hidden(&self) -> u64 {
        match self {
            Self::Clock(_) => 0,
            Self::Rounded(_, hidden) => *hidden,
        }
    }
}

fn written(
    numbers: &mut [Option<NumberColumn>],
    index: usize,
    record: &Record<'_>,
) -> Result<Written, Unreadable> {
    if record.kind(index) == CellKind::Text {
        let cell = record.field(index);
        let text = std::str::from_utf8(&cell).map_err(|_utf8| Unreadable::Damaged)?;
        if let Some(clock) = duration::written(text) {
            return Ok(Written::Clock(clock));
        }
    }
    let column = numbers.get_mut(index).and_then(Option::as_mut);
    let (seconds, hidden) = column.ok_or(Unreadable::Empty)?.seconds_in(record)?;
    let seconds = u64::try_from(seconds).map_err(|_negative| Unreadable::NotANumber)?;
    Ok(Written::Rounded(seconds, hidden))
}
