//! Rows of a workbook to records: what a machine wrote is taken as it is.
//!
//! A sheet goes through the same columns, rows and questions as a delimited text. Only the cells
//! differ: a number is exact and proves nothing about how people write, and a cell that the
//! workbook could not compute refuses its row.

use crate::date::Date;
use crate::mapping::cell::CellKind;

use super::limits::{MAX_FIELD_BYTES, MAX_FIELDS};
use super::record::{Damage, Record, Span, Style};

/// A cell as a workbook keeps it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Nothing in it.
    Empty,
    /// Text, also where it looks like a number: it is read by the notation of its column.
    Text(&'a str),
    /// A number, taken at the 15 digits that a workbook shows.
    Number(f64),
    /// A day; its time of day is the caller's to leave out.
    Day(Date),
    /// A time or a length of time, in whole seconds.
    Seconds(u64),
    /// An error value such as `#N/A`, as the workbook shows it.
    Error(&'a str),
    /// A formula whose value was not saved.
    FormulaWithoutValue,
}

/// The cells of one row as the fields of a record.
#[derive(Clone, Debug, Default)]
pub(crate) struct TypedRow {
    number: u64,
    /// The texts of the cells, `;` between them: how a refused row is shown.
    buf: Vec<u8>,
    spans: Vec<Span>,
    pub(crate) n_cells: usize,
    is_too_long: bool,
}

impl TypedRow {
    /// Takes the place of the row that was here before.
    pub(crate) fn set(&mut self, number: u64, cells: &[Cell<'_>]) {
        self.number = number;
        self.buf.clear();
        self.spans.clear();
        self.n_cells = cells.len();
        self.is_too_long = false;
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                self.buf.push(b';');
            }
            let start = self.buf.len();
            let kind = write_cell(cell, &mut self.buf);
            let end = self.buf.len();
            self.is_too_long |= end - start > MAX_FIELD_BYTES;
            if index < MAX_FIELDS {
                let style = Style::Typed(kind);
                self.spans.push(Span { start, end, style });
            }
        }
    }

    /// The memory it takes: of its texts, and of where each lies.
    pub(crate) fn n_bytes(&self) -> usize {
        self.buf.len() + self.spans.len() * size_of::<Span>()
    }

    /// Whether no cell holds anything.
    pub(crate) fn is_empty(&self) -> bool {
        let mut fields = self.spans.iter();
        fields.all(|span| {
            let field = self.buf.get(span.start..span.end).unwrap_or_default();
            field.trim_ascii().is_empty()
        })
    }

    /// The row as a record of at least `width` fields.
    pub(crate) fn record(&self, width: usize) -> Record<'_> {
        Record {
            line: self.number,
            raw: &self.buf,
            n_fields: self.n_cells.max(width),
            damage: self.is_too_long.then_some(Damage::TooLong),
            buf: &self.buf,
            spans: &self.spans,
        }
    }
}

/// Appends the content of a cell.
fn write_cell(cell: &Cell<'_>, buf: &mut Vec<u8>) -> CellKind {
    match *cell {
        Cell::Empty => CellKind::Text,
        Cell::Text(text) => {
            buf.extend_from_slice(text.as_bytes());
            CellKind::Text
        }
        Cell::Number(value) if value.is_finite() => {
            buf.extend_from_slice(decimal(value).as_bytes());
            CellKind::Number
        }
        Cell::Number(value) => {
            buf.extend_from_slice(value.to_string().as_bytes());
            CellKind::Error
        }
        Cell::Day(day) => {
            let (year, month, day) = (day.year(), day.month(), day.day());
            buf.extend_from_slice(format!("{year:04}-{month:02}-{day:02}").as_bytes());
            CellKind::Text
        }
        Cell::Seconds(seconds) => {
            let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60);
            buf.extend_from_slice(format!("{hours}:{minutes:02}:{:02}", seconds % 60).as_bytes());
            CellKind::Text
        }
        Cell::Error(shown) => {
            buf.extend_from_slice(shown.as_bytes());
            CellKind::Error
        }
        Cell::FormulaWithoutValue => {
            buf.push(b'=');
            CellKind::NoValue
        }
    }
}

/// Below this a number is what is left of a sum that came to nothing.
const SMALLEST: f64 = 1.0e-9;

/// A number in decimals at the 15 digits that a workbook shows: what a formula computed as
/// 1234.5600000000002 is 1234.56.
fn decimal(value: f64) -> String {
    if value.abs() < SMALLEST {
        return "0".to_owned();
    }
    let shown: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    // The shortest text that gives this number back: at most those 15 digits, never an exponent.
    shown.to_string()
}

#[cfg(test)]
mod tests;
