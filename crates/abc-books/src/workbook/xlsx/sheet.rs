//! One sheet of xlsx as a stream of rows.

use std::rc::Rc;

use abc_core::date::date_from_iso;
use abc_core::intake::IntakeError;

use super::strings::{TextPath, unescaped};
use super::{attribute, attributes, is_true};
use crate::workbook::number_format::{Epoch, Meaning};
use crate::workbook::part::Part;
use crate::workbook::value::{MAX_COLUMNS, MAX_ROWS, Rows, Value, push_text};
use crate::xml::{Node, Tag};

/// What the cells of a workbook share.
pub(super) struct Cells<'b> {
    pub(super) epoch: Epoch,
    pub(super) strings: &'b [Rc<str>],
    pub(super) meanings: &'b [Meaning],
}

/// Gives the rows of a sheet, up to the end of its cells.
pub(super) fn read(
    mut part: Part<'_>,
    cells: &Cells<'_>,
    rows: &mut Rows<'_, '_>,
) -> Result<(), IntakeError> {
    let mut path: Vec<Place> = Vec::new();
    let mut row = Row::default();
    let mut cell = Cell::default();
    loop {
        match part.next()? {
            Node::Start(tag) => {
                let place = Place::of(tag.name(), path.last().copied());
                match place {
                    Place::Row => row.begin(&tag)?,
                    Place::Cell => cell.begin(&tag, &row)?,
                    Place::Formula => cell.has_formula = true,
                    Place::Inline => cell.text_path.push(tag.name()),
                    Place::Sheet | Place::Value | Place::Other => {}
                }
                path.push(place);
            }
            Node::Text(text) => match path.last() {
                Some(Place::Value) => push_text(&mut cell.value, &text),
                Some(Place::Inline) if cell.text_path.is_text() => {
                    push_text(&mut cell.inline, &text);
                }
                _ => {}
            },
            Node::End => match path.pop() {
                Some(Place::Inline) => {
                    cell.text_path.pop();
                }
                Some(Place::Cell) => row.put(cell.column, cell.content(cells)?),
                Some(Place::Row) => rows.give(row.number, row.is_hidden, &row.values)?,
                Some(Place::Sheet) => return Ok(()),
                _ => {}
            },
            Node::Eof => return Ok(()),
            Node::Other => {}
        }
    }
}

/// Where in a sheet the reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// All rows.
    Sheet,
    Row,
    Cell,
    Value,
    Formula,
    /// A text in the cell itself, or part of one.
    Inline,
    Other,
}

impl Place {
    fn of(name: &str, parent: Option<Self>) -> Self {
        match (parent, name) {
            (_, "sheetData") => Self::Sheet,
            (Some(Self::Sheet), "row") => Self::Row,
            (Some(Self::Row), "c") => Self::Cell,
            (Some(Self::Cell), "v") => Self::Value,
            (Some(Self::Cell), "f") => Self::Formula,
            (Some(Self::Cell), "is") | (Some(Self::Inline), _) => Self::Inline,
            _ => Self::Other,
        }
    }
}

/// The row that is being read.
#[derive(Debug, Default)]
struct Row {
    /// From 1.
    number: u32,
    is_hidden: bool,
    values: Vec<Value>,
    /// The column of a cell that does not say where it is.
    next_column: u32,
}

impl Row {
    fn begin(&mut self, tag: &Tag<'_>) -> Result<(), IntakeError> {
        self.values.clear();
        self.next_column = 0;
        self.number = match attribute(tag, "r") {
            Some(number) => number
                .trim()
                .parse()
                .map_err(|_error| IntakeError::ZipCorrupt)?,
            None => self.number + 1,
        };
        if !(1..=MAX_ROWS).contains(&self.number) {
            return Err(IntakeError::ZipCorrupt);
        }
        self.is_hidden = attribute(tag, "hidden").is_some_and(|hidden| is_true(&hidden));
        Ok(())
    }

    fn put(&mut self, column: u32, value: Value) {
        self.next_column = column + 1;
        let column = column as usize;
        if self.values.len() <= column {
            self.values.resize(column + 1, Value::Empty);
        }
        if let Some(slot) = self.values.get_mut(column) {
            *slot = value;
        }
    }
}

/// The cell that is being read.
#[derive(Debug, Default)]
struct Cell {
    /// From 0.
    column: u32,
    kind: Kind,
    style: usize,
    has_formula: bool,
    value: String,
    inline: String,
    text_path: TextPath,
}

/// How the value of a cell is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Number,
    /// A position among the shared texts.
    Shared,
    /// A text in an element of its own.
    Inline,
    /// The text that a formula gave.
    Text,
    Truth,
    Error,
    /// A day in ISO 8601.
    Day,
}

impl Cell {
    fn begin(&mut self, tag: &Tag<'_>, row: &Row) -> Result<(), IntakeError> {
        self.column = row.next_column;
        self.kind = Kind::Number;
        self.style = 0;
        self.has_formula = false;
        self.value.clear();
        self.inline.clear();
        self.text_path = TextPath::default();
        for (key, value) in attributes(tag) {
            match key {
                "r" => {
                    let (column, row_number) = place_of(&value).ok_or(IntakeError::ZipCorrupt)?;
                    // A cell that says it is in another row would count where nobody sees it.
                    if row_number != row.number {
                        return Err(IntakeError::ZipCorrupt);
                    }
                    self.column = column;
                }
                "s" => self.style = value.trim().parse().unwrap_or_default(),
                "t" => {
                    self.kind = match value.as_ref() {
                        "s" => Kind::Shared,
                        "inlineStr" => Kind::Inline,
                        "str" => Kind::Text,
                        "b" => Kind::Truth,
                        "e" => Kind::Error,
                        "d" => Kind::Day,
                        _ => Kind::Number,
                    }
                }
                _ => {}
            }
        }
        if self.column >= MAX_COLUMNS {
            return Err(IntakeError::ZipCorrupt);
        }
        Ok(())
    }

    fn content(&self, cells: &Cells<'_>) -> Result<Value, IntakeError> {
        let value = self.value.trim();
        if value.is_empty() && self.has_formula && self.kind != Kind::Text {
            return Ok(Value::Uncomputed);
        }
        Ok(match self.kind {
            Kind::Inline => Value::text(&unescaped(&self.inline)),
            Kind::Text => Value::text(&unescaped(&self.value)),
            _ if value.is_empty() => Value::Empty,
            Kind::Shared => {
                let position: usize = value.parse().map_err(|_error| IntakeError::ZipCorrupt)?;
                let text = cells.strings.get(position).ok_or(IntakeError::ZipCorrupt)?;
                if text.is_empty() {
                    Value::Empty
                } else {
                    Value::Text(Rc::clone(text))
                }
            }
            Kind::Truth => Value::text(if is_true(value) { "TRUE" } else { "FALSE" }),
            Kind::Error => Value::Error(value.into()),
            Kind::Day => {
                let day = value.get(..10).and_then(date_from_iso);
                day.map_or_else(|| Value::text(value), Value::Day)
            }
            Kind::Number => match value.parse() {
                Ok(number) => {
                    let meaning = cells.meanings.get(self.style).copied().unwrap_or_default();
                    meaning.value(number, cells.epoch)
                }
                Err(_) => Value::text(value),
            },
        })
    }
}

/// Column from 0 and row from 1 of a place such as `AB12`; `None` outside any grid.
fn place_of(place: &str) -> Option<(u32, u32)> {
    let n_letters = place.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = place.split_at_checked(n_letters)?;
    if !(1..=3).contains(&n_letters) {
        return None;
    }
    let column = letters.bytes().fold(0, |column, letter| {
        column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    let row: u32 = digits.parse().ok()?;
    let is_in_grid = column <= MAX_COLUMNS && (1..=MAX_ROWS).contains(&row);
    is_in_grid.then_some((column - 1, row))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_within_the_grid_or_nowhere() {
        let cases = [
            ("A1", Some((0, 1))),
            ("z10", Some((25, 10))),
            ("AA1", Some((26, 1))),
            ("XFD1048576", Some((16_383, 1_048_576))),
            ("XFE1", None),
            ("A1048577", None),
            ("A0", None),
            ("A", None),
            ("1", None),
            ("", None),
            ("AAAA1", None),
            ("A-1", None),
            ("A1B", None),
            ("é1", None),
        ];
        for (place, expected) in cases {
            assert_eq!(place_of(place), expected, "{place}");
        }
    }
}
