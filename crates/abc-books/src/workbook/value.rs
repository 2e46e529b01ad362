//! What a cell holds, in any form of workbook, and the counting of what a sheet gives.

use std::rc::Rc;

use abc_core::date::Date;
use abc_core::intake::{Cell, IntakeError};

use crate::input::Meter;
use crate::limits::{MAX_CELLS, MAX_INFLATED_BYTES, MAX_NODE_BYTES};

/// Rows of the largest grid.
pub(crate) const MAX_ROWS: u32 = 1_048_576;
/// Columns of the largest grid.
pub(crate) const MAX_COLUMNS: u32 = 16_384;

/// What keeping a text takes besides its characters.
pub(crate) const BYTES_PER_TEXT: usize = 32;

/// The content of one cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Value {
    #[default]
    Empty,
    /// Shared: most cells of a sheet repeat what others say.
    Text(Rc<str>),
    Number(f64),
    Day(Date),
    Seconds(u64),
    /// As the workbook shows it.
    Error(Rc<str>),
    /// A formula whose value was not saved.
    Uncomputed,
}

impl Value {
    pub(crate) fn text(text: &str) -> Self {
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text.into())
        }
    }

    /// A share of a whole, as it is shown: `21%` is no amount of 0.21.
    pub(crate) fn percent(share: f64) -> Self {
        let hundredths = (share * 10_000.0).round() / 100.0;
        Self::Text(format!("{hundredths}%").into())
    }

    /// A length of time below nothing, as it is shown.
    pub(crate) fn taken_back(seconds: u64) -> Self {
        let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60);
        Self::Text(format!("-{hours}:{minutes:02}:{:02}", seconds % 60).into())
    }

    /// Money that is not in euros, as it is shown.
    pub(crate) fn foreign(currency: &str, amount: f64) -> Self {
        Self::Text(format!("{currency} {amount:.2}").into())
    }

    fn as_cell(&self) -> Cell<'_> {
        match self {
            Self::Empty => Cell::Empty,
            Self::Text(text) => Cell::Text(text),
            Self::Number(number) => Cell::Number(*number),
            Self::Day(day) => Cell::Day(*day),
            Self::Seconds(seconds) => Cell::Seconds(*seconds),
            Self::Error(shown) => Cell::Error(shown),
            Self::Uncomputed => Cell::FormulaWithoutValue,
        }
    }

    fn n_text_bytes(&self) -> usize {
        match self {
            Self::Text(text) | Self::Error(text) => text.len(),
            _ => 0,
        }
    }
}

/// Adds to the text of a cell. Beyond the cap the row is refused, so what comes after need not be kept.
pub(crate) fn push_text(text: &mut String, piece: &str) {
    if text.len() <= MAX_NODE_BYTES {
        text.push_str(piece);
    }
}

/// Takes a row: its number from 1 and its cells from the first column on.
pub(crate) type Take<'t> = dyn FnMut(u64, &[Cell<'_>]) -> Result<(), IntakeError> + 't;

/// The way of the rows out of a sheet: counts them, and stops what is no list any more.
pub(crate) struct Rows<'t, 'm> {
    take: &'t mut Take<'t>,
    meter: &'m Meter<'m>,
    /// Cells so far, up to the last filled one of each row.
    pub(crate) n_cells: u64,
    n_text_bytes: u64,
    /// Rows that hold something and are hidden.
    pub(crate) n_hidden: u64,
    /// Those that hold something.
    pub(crate) n_filled: u64,
}

impl<'t, 'm> Rows<'t, 'm> {
    /// `n_cells`: those of the sheets before.
    pub(crate) fn new(take: &'t mut Take<'t>, meter: &'m Meter<'m>, n_cells: u64) -> Self {
        Self {
            take,
            meter,
            n_cells,
            n_text_bytes: 0,
            n_hidden: 0,
            n_filled: 0,
        }
    }

    /// Gives a row, unless nothing is in it: workbooks keep rows that only have a layout.
    pub(crate) fn give(
        &mut self,
        number: u32,
        is_hidden: bool,
        values: &[Value],
    ) -> Result<(), IntakeError> {
        let Some(last) = values.iter().rposition(|value| *value != Value::Empty) else {
            return Ok(());
        };
        let values = values.get(..=last).unwrap_or_default();
        // Empty cells count too: a row is as wide as its last cell, and each of them is looked at.
        self.n_cells += values.len() as u64;
        if self.n_cells > MAX_CELLS {
            return Err(IntakeError::TooManyCells { max: MAX_CELLS });
        }
        // One long text may stand in many cells: what is given counts, not what is kept.
        let n_text_bytes: usize = values.iter().map(Value::n_text_bytes).sum();
        if n_text_bytes > MAX_NODE_BYTES {
            return Err(IntakeError::ElementTooLong {
                line: u64::from(number),
                max: MAX_NODE_BYTES as u64,
            });
        }
        self.n_text_bytes += n_text_bytes as u64;
        if self.n_text_bytes > MAX_INFLATED_BYTES {
            return Err(IntakeError::ZipBomb {
                max: MAX_INFLATED_BYTES,
            });
        }
        self.meter.add_record();
        self.n_filled += 1;
        self.n_hidden += u64::from(is_hidden);
        let cells: Vec<Cell<'_>> = values.iter().map(Value::as_cell).collect();
        (self.take)(u64::from(number), &cells)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(n_cells_before: u64, values: &[Value]) -> Result<(), IntakeError> {
        let meter = Meter::new(&|_, _| {});
        let mut take = |_number: u64, _cells: &[Cell<'_>]| Ok(());
        Rows::new(&mut take, &meter, n_cells_before).give(7, false, values)
    }

    #[test]
    fn cells_count_up_to_the_last_filled_one_of_a_row() {
        let wide = [Value::Empty, Value::Empty, Value::Number(1.0), Value::Empty];
        let too_many = Err(IntakeError::TooManyCells { max: MAX_CELLS });
        assert_eq!(given(MAX_CELLS - 3, &wide), Ok(()));
        assert_eq!(given(MAX_CELLS - 2, &wide), too_many);
        assert_eq!(given(MAX_CELLS, &[Value::Empty]), Ok(()));
    }

    #[test]
    fn the_texts_of_a_row_are_not_longer_than_one_may_be() {
        let text = Value::text(&"x".repeat(MAX_NODE_BYTES / 2));
        let too_long = Err(IntakeError::ElementTooLong {
            line: 7,
            max: MAX_NODE_BYTES as u64,
        });
        assert_eq!(given(0, &[text.clone(), text.clone()]), Ok(()));
        assert_eq!(
            given(
                0,
                &[text.clone(), text.clone(), Value::Error("#N/A".into())]
            ),
            too_long
        );
        let mut kept = String::new();
        for _ in 0..10 {
            push_text(&mut kept, &"x".repeat(MAX_NODE_BYTES));
        }
        assert_eq!(kept.len(), 2 * MAX_NODE_BYTES);
    }

    #[test]
    fn shares_and_other_money_are_texts_as_they_are_shown() {
        assert_eq!(Value::percent(0.21), Value::text("21%"));
        assert_eq!(Value::percent(-0.123_456), Value::text("-12.35%"));
        assert_eq!(Value::percent(0.07), Value::text("7%"));
        assert_eq!(Value::foreign("$", 1_234.5), Value::text("$ 1234.50"));
    }
}
