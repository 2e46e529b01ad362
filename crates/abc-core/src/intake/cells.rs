//! Cells of one column to values, and what the column has proved about its notation so far.

use crate::date::Date;
use crate::mapping::Notation;
use crate::mapping::amount::{self, Evidence, Unreadable};
use crate::mapping::cell::CellKind;
use crate::mapping::day::{self, DayOrder};
use crate::mapping::duration;

use super::FlagReason;
use super::record::Record;

/// How the numbers of a column are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// One notation, proved or assumed.
    In(Notation),
    /// The column holds both: what could be either is refused.
    Mixed,
}

/// One column of numbers.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "five things seen and two said, all independent"
)]
pub(crate) struct NumberColumn {
    pub(crate) index: usize,
    reading: Reading,
    has_comma: bool,
    has_dot: bool,
    has_ambiguous: bool,
    /// A machine wrote some of the numbers, decimals included.
    has_exact: bool,
    /// The whole file is in one other currency.
    accepts_foreign: bool,
    /// Its hours are counted in days.
    pub(crate) is_in_days: bool,
    /// Days were read as hours.
    pub(crate) has_days: bool,
}

/// What a row counts, and what was lost or left open while reading it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Amount {
    /// Cents, or worked seconds.
    pub(crate) value: i64,
    /// The value under the other notation, where the cell can be read both ways.
    pub(crate) other: Option<i64>,
    /// What to tell about it.
    pub(crate) flag: Option<FlagReason>,
}

impl Amount {
    /// The same on the other side of nothing.
    pub(crate) fn turned(self) -> Self {
        Self {
            value: -self.value,
            other: self.other.map(|other| -other),
            ..self
        }
    }
}

impl NumberColumn {
    /// A column about which the beginning of the file told a notation.
    pub(crate) fn new(index: usize, reading: Reading, accepts_foreign: bool) -> Self {
        Self {
            index,
            reading,
            has_comma: false,
            has_dot: false,
            has_ambiguous: false,
            has_exact: false,
            accepts_foreign,
            is_in_days: false,
            has_days: false,
        }
    }

    /// The notation, also where both occur.
    pub(crate) fn notation(&self) -> Notation {
        match (self.reading, self.has_comma, self.has_dot) {
            (_, true, false) => Notation::Comma,
            (_, false, true) => Notation::Dot,
            (_, false, false) if self.has_exact && !self.has_ambiguous => Notation::Dot,
            (_, false, false) if !self.has_ambiguous => Notation::Whole,
            (Reading::In(notation), _, _) => notation,
            (Reading::Mixed, _, _) => Notation::Comma,
        }
    }

    /// Whether cells were read under a notation that no cell proves.
    pub(crate) fn is_assumed(&self) -> bool {
        self.has_ambiguous && !self.has_comma && !self.has_dot
    }

    /// Whether clear cells in both notations were seen.
    pub(crate) fn is_mixed(&self) -> bool {
        self.has_comma && self.has_dot
    }

    /// The reading that the column should have had, when that is another than it had.
    pub(crate) fn contradiction(&self) -> Option<Reading> {
        let proved = match (self.has_comma, self.has_dot) {
            (true, true) => Reading::Mixed,
            (true, false) => Reading::In(Notation::Comma),
            (false, true) => Reading::In(Notation::Dot),
            (false, false) => return None,
        };
        (self.has_ambiguous && proved != self.reading).then_some(proved)
    }

    /// The amount in a field of a record, in cents.
    #[inline]
    pub(crate) fn cents_in(&mut self, record: &Record<'_>) -> Result<Amount, Unreadable> {
        let cell = record.field(self.index);
        match record.kind(self.index) {
            CellKind::Text => self.cents(&cell),
            kind => {
                let number = self.exact(kind, &cell)?;
                let cents = number.cents_in(Notation::Whole);
                let (value, is_rounded) = cents.ok_or(Unreadable::OutOfRange)?;
                Ok(Amount {
                    value,
                    other: None,
                    flag: rounded(is_rounded),
                })
            }
        }
    }

    /// The quantity in a field of a record; `2:30` is two and a half where `has_clock` allows it.
    pub(crate) fn quantity_in(
        &mut self,
        record: &Record<'_>,
        has_clock: bool,
    ) -> Result<f64, Unreadable> {
        let cell = record.field(self.index);
        let days = written_days(&cell).filter(|_| has_clock);
        let text = days.map_or(cell.trim_ascii(), str::as_bytes);
        let quantity = match record.kind(self.index) {
            CellKind::Text => self.quantity(text, has_clock && days.is_none()),
            kind => self
                .exact(kind, &cell)
                .map(|number| number.value_in(Notation::Whole)),
        };
        let hours = self.hours_of_days(days.is_some(), &cell);
        quantity.map(|quantity| quantity * f64::from(hours))
    }

    /// What a number is to be multiplied by, where days stand for hours; a clock says its hours itself.
    fn hours_of_days(&mut self, says_days: bool, cell: &[u8]) -> u8 {
        let is_clock = || cell.contains(&b':') || cell.iter().any(u8::is_ascii_alphabetic);
        if !says_days && (!self.is_in_days || is_clock()) {
            return 1;
        }
        self.has_days = true;
        duration::HOURS_PER_DAY
    }

    /// The number of hours in a field of a record, in whole seconds, and what rounding may hide of it.
    pub(crate) fn seconds_in(&mut self, record: &Record<'_>) -> Result<(i64, u64), Unreadable> {
        let cell = record.field(self.index);
        let days = written_days(&cell);
        let text = days.map_or(&*cell, str::as_bytes);
        let (number, notation) = match record.kind(self.index) {
            CellKind::Text => (self.number(text)?, self.read_as()),
            kind => (self.exact(kind, &cell)?, Notation::Whole),
        };
        let hours = self.hours_of_days(days.is_some(), &cell);
        let seconds = number.seconds_in(notation);
        let seconds = seconds.and_then(|seconds| seconds.checked_mul(i64::from(hours)));
        let hidden = number.rounding_seconds(notation) * u64::from(hours);
        Ok((seconds.ok_or(Unreadable::OutOfRange)?, hidden))
    }

    /// A number as a workbook keeps it, or why there is none.
    fn exact(&mut self, kind: CellKind, cell: &[u8]) -> Result<amount::Number, Unreadable> {
        match kind {
            CellKind::Error => Err(Unreadable::ErrorCell),
            CellKind::NoValue => Err(Unreadable::NoValue),
            CellKind::Number | CellKind::Text => {
                self.has_exact |= cell.contains(&b'.');
                let text = std::str::from_utf8(cell).map_err(|_utf8| Unreadable::Damaged)?;
                amount::exact(text)
            }
        }
    }

    /// The amount in a cell that was written for people, in cents.
    #[inline]
    pub(crate) fn cents(&mut self, cell: &[u8]) -> Result<Amount, Unreadable> {
        if let Some(value) = self.plain_cents(cell) {
            return Ok(Amount {
                value,
                other: None,
                flag: None,
            });
        }
        self.cents_slowly(cell)
    }

    /// The common form with two decimals, which proves the notation it is read in.
    fn plain_cents(&mut self, cell: &[u8]) -> Option<i64> {
        let Reading::In(notation) = self.reading else {
            return None;
        };
        let value = amount::plain_cents(cell, notation)?;
        self.has_comma |= notation == Notation::Comma;
        self.has_dot |= notation == Notation::Dot;
        Some(value)
    }

    fn cents_slowly(&mut self, cell: &[u8]) -> Result<Amount, Unreadable> {
        let number = self.number(cell)?;
        let notation = self.read_as();
        let (value, is_rounded) = number.cents_in(notation).ok_or(Unreadable::OutOfRange)?;
        let is_ambiguous = matches!(
            number.evidence,
            Evidence::DotThenThree | Evidence::CommaThenThree
        );
        let other = match notation {
            _ if !is_ambiguous => None,
            Notation::Dot => number.cents_in(Notation::Comma),
            Notation::Comma | Notation::Whole => number.cents_in(Notation::Dot),
        };
        Ok(Amount {
            value,
            other: other.map(|(cents, _)| cents),
            flag: rounded(is_rounded),
        })
    }

    fn quantity(&mut self, cell: &[u8], has_clock: bool) -> Result<f64, Unreadable> {
        if let Some(whole) = amount::plain_whole(cell) {
            return Ok(f64::from(whole));
        }
        if let Some(hundredths) = self.plain_cents(cell) {
            return Ok(hundredths as f64 / 100.0);
        }
        let clock = std::str::from_utf8(cell)
            .ok()
            .filter(|_| has_clock)
            .and_then(amount::hours_of);
        match clock {
            Some(hours) => Ok(hours),
            None => self
                .number(cell)
                .map(|number| number.value_in(self.read_as())),
        }
    }

    fn read_as(&self) -> Notation {
        match self.reading {
            Reading::In(notation) => notation,
            Reading::Mixed => Notation::Comma,
        }
    }

    fn number(&mut self, cell: &[u8]) -> Result<amount::Number, Unreadable> {
        let text = std::str::from_utf8(cell).map_err(|_utf8| Unreadable::Damaged)?;
        let (number, is_foreign) = amount::number_in_any_currency(text)?;
        if is_foreign && !self.accepts_foreign {
            return Err(Unreadable::ForeignCurrency);
        }
        match number.evidence {
            Evidence::None => {}
            Evidence::Comma => self.has_comma = true,
            Evidence::Dot => self.has_dot = true,
            Evidence::DotThenThree | Evidence::CommaThenThree => {
                self.has_ambiguous = true;
                if self.reading == Reading::Mixed {
                    return Err(Unreadable::Ambiguous);
                }
            }
        }
        Ok(number)
    }
}

/// The number of days in a cell that says so.
fn written_days(cell: &[u8]) -> Option<&str> {
    duration::without_days(std::str::from_utf8(cell).ok()?)
}

fn rounded(is_rounded: bool) -> Option<FlagReason> {
    is_rounded.then_some(FlagReason::Rounded)
}

/// One column of days.
#[derive(Clone, Debug)]
pub(crate) struct DayColumn {
    pub(crate) index: usize,
    pub(crate) order: DayOrder,
    has_day_first: bool,
    has_month_first: bool,
    has_ambiguous: bool,
    last: Option<([u8; 10], Date)>,
}

impl DayColumn {
    /// A column read in this order.
    pub(crate) fn new(index: usize, order: DayOrder) -> Self {
        Self {
            index,
            order,
            has_day_first: false,
            has_month_first: false,
            has_ambiguous: false,
            last: None,
        }
    }

    /// The day in a cell that proves nothing: that of another column in the same notation.
    pub(crate) fn day_like(&self, cell: &[u8]) -> Option<Date> {
        let text = std::str::from_utf8(cell).ok()?;
        day::written(text)?.day(self.order)
    }

    /// Whether days and months could be swapped and no cell settles it.
    pub(crate) fn is_assumed(&self) -> bool {
        self.has_ambiguous && !self.has_day_first && !self.has_month_first
    }

    /// The order that the cells prove, when that is another than was used.
    pub(crate) fn contradiction(&self) -> Option<DayOrder> {
        let proved = match (self.has_day_first, self.has_month_first) {
            (true, false) => DayOrder::DayFirst,
            (false, true) => DayOrder::MonthFirst,
            _ => return None,
        };
        (proved != self.order).then_some(proved)
    }

    /// The day in a cell; `Err` for a cell that is filled but holds none.
    #[inline]
    pub(crate) fn day(&mut self, cell: &[u8]) -> Result<Option<Date>, ()> {
        if let Some((bytes, day)) = &self.last
            && bytes == cell
        {
            return Ok(Some(*day));
        }
        let written = if let Some(written) = day::plain(cell) {
            written
        } else {
            let text = std::str::from_utf8(cell).map_err(drop)?.trim();
            if text.is_empty() {
                return Ok(None);
            }
            day::written(text).ok_or(())?
        };
        match written.proves() {
            Some(DayOrder::DayFirst) => self.has_day_first = true,
            Some(DayOrder::MonthFirst) => self.has_month_first = true,
            None => self.has_ambiguous |= written.can_be_swapped(),
        }
        let day = written.day(self.order).ok_or(())?;
        self.last = <[u8; 10]>::try_from(cell).ok().map(|bytes| (bytes, day));
        Ok(Some(day))
    }
}
