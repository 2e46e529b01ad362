//! The cells of one sheet of xls. They may stand in any order, so they are put in order before they are given.

use std::collections::HashSet;
use std::rc::Rc;

use abc_core::intake::IntakeError;

use super::bytes::{f64_at, u16_at, u32_at};
use super::records::{
    BOF, BOOL_ERR, EOF, FORMULA, LABEL, LABEL_SST, MUL_RK, NUMBER, Pieces, RK, ROW, RSTRING,
    Record, Records, STRING, error_shown, rk,
};
use crate::limits::MAX_CELLS;
use crate::workbook::number_format::{Epoch, Meaning};
use crate::workbook::value::{Rows, Value};

/// What the cells of a workbook share.
pub(super) struct Cells<'b> {
    pub(super) epoch: Epoch,
    pub(super) strings: &'b [Rc<str>],
    pub(super) meanings: &'b [Meaning],
}

/// Row and column, each from 0.
type Place = (u16, u16);

/// Gives the rows of the sheet whose records begin here.
pub(super) fn read(
    records: Records<'_>,
    cells: &Cells<'_>,
    rows: &mut Rows<'_, '_>,
) -> Result<(), IntakeError> {
    let mut sheet = Sheet::default();
    // Charts within the sheet have records of their own, which look like cells.
    let mut depth = 0_usize;
    for record in records {
        match record.kind {
            BOF => depth += 1,
            EOF => depth = depth.saturating_sub(1),
            _ if depth == 1 => sheet.take(record, cells).ok_or(IntakeError::ZipCorrupt)?,
            _ => {}
        }
        match (record.kind, depth) {
            (EOF, 0) => return sheet.give(rows),
            (_, 0) => return Err(IntakeError::ZipCorrupt),
            _ => {}
        }
        if sheet.cells.len() as u64 > MAX_CELLS {
            return Err(IntakeError::TooManyCells { max: MAX_CELLS });
        }
    }
    // The stream ends before the sheet does.
    Err(IntakeError::ZipCorrupt)
}

#[derive(Default)]
struct Sheet {
    cells: Vec<(Place, Value)>,
    hidden_rows: HashSet<u16>,
    /// The formula whose text comes in a record of its own.
    awaits_text: Option<Place>,
}

impl Sheet {
    /// `None`: the record is too short for what it is.
    fn take(&mut self, record: Record<'_>, cells: &Cells<'_>) -> Option<()> {
        let data = record.data;
        let place = || Some((u16_at(data, 0)?, u16_at(data, 2)?));
        let number = |style_at: usize, number: f64| {
            let style = u16_at(data, style_at)?;
            let meaning = cells.meanings.get(usize::from(style)).copied();
            Some(meaning.unwrap_or_default().value(number, cells.epoch))
        };
        let value = match record.kind {
            ROW => {
                const IS_HIDDEN: u16 = 0x20;
                if u16_at(data, 12)? & IS_HIDDEN != 0 {
                    self.hidden_rows.insert(u16_at(data, 0)?);
                }
                return Some(());
            }
            MUL_RK => {
                let (row, first) = place()?;
                // Each has a style and a number; the last column comes after all of them.
                let n = data.len().checked_sub(6)? / 6;
                for idx in 0..n {
                    let column = first.checked_add(u16::try_from(idx).ok()?)?;
                    let at = 4 + 6 * idx;
                    let value = number(at, rk(data, at + 2)?)?;
                    self.cells.push(((row, column), value));
                }
                return Some(());
            }
            STRING => {
                let text = Pieces::new(vec![data]).text()?;
                if let Some(place) = self.awaits_text.take() {
                    self.cells.push((place, Value::text(&text)));
                }
                return Some(());
            }
            NUMBER => number(4, f64_at(data, 6)?)?,
            RK => number(4, rk(data, 6)?)?,
            LABEL_SST => {
                let position = u32_at(data, 6)? as usize;
                let text = cells.strings.get(position)?;
                if text.is_empty() {
                    Value::Empty
                } else {
                    Value::Text(Rc::clone(text))
                }
            }
            LABEL | RSTRING => Value::text(&Pieces::new(vec![data.get(6..)?]).text()?),
            BOOL_ERR => truth_or_error(*data.get(6)?, *data.get(7)? == 1),
            FORMULA => {
                const IS_NO_NUMBER: u16 = 0xFFFF;
                if u16_at(data, 12)? == IS_NO_NUMBER {
                    match *data.get(6)? {
                        0 => {
                            self.awaits_text = Some(place()?);
                            return Some(());
                        }
                        1 => truth_or_error(*data.get(8)?, false),
                        2 => truth_or_error(*data.get(8)?, true),
                        _ => Value::Empty,
                    }
                } else {
                    number(4, f64_at(data, 6)?)?
                }
            }
            _ => return Some(()),
        };
        self.cells.push((place()?, value));
        Some(())
    }

    fn give(mut self, rows: &mut Rows<'_, '_>) -> Result<(), IntakeError> {
        // A cell that stands twice is what it was last.
        self.cells.sort_by_key(|(place, _)| *place);
        let mut values: Vec<Value> = Vec::new();
        let mut cells = self.cells.into_iter().peekable();
        while let Some(((row, column), value)) = cells.next() {
            let column = usize::from(column);
            values.resize(column, Value::Empty);
            values.push(value);
            let is_last = cells.peek().is_none_or(|((next, _), _)| *next != row);
            if is_last {
                let is_hidden = self.hidden_rows.contains(&row);
                rows.give(u32::from(row) + 1, is_hidden, &values)?;
                values.clear();
            }
        }
        Ok(())
    }
}

fn truth_or_error(value: u8, is_error: bool) -> Value {
    match (is_error, value) {
        (true, code) => Value::Error(error_shown(code).into()),
        (false, 0) => Value::text("FALSE"),
        (false, _) => Value::text("TRUE"),
    }
}
