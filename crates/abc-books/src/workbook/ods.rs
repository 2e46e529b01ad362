//! Workbooks of the open format (ODF 1.2): all sheets stand in one part, rows and cells may be repeated.

mod cell;

use std::collections::HashSet;

use abc_core::intake::IntakeError;

use super::part::{Part, Parts, attribute, attributes};
use super::value::{MAX_COLUMNS, MAX_ROWS, Rows, Value};
use super::{Book, SheetName};
use crate::container::Document;
use crate::input::Meter;
use crate::limits::{MAX_LISTED, MAX_LISTED_SHEETS, MAX_SHEETS};
use crate::xml::{Node, Tag};
use cell::Cell;

const CONTENT: &str = "content.xml";
const MANIFEST: &str = "META-INF/manifest.xml";

/// An open workbook. Its sheets are read one by one, as streams.
pub(super) struct Ods<'a> {
    parts: Parts<'a>,
    sheets: Vec<SheetName>,
}

impl<'a> Ods<'a> {
    pub(super) fn open(document: &Document<'a>, meter: &'a Meter<'a>) -> Result<Self, IntakeError> {
        // The manifest tells about a password; the parts themselves are not XML then, and damaged at first sight.
        let parts = Parts::listed(document, meter)?;
        if parts.has(MANIFEST) && is_encrypted(parts.open(MANIFEST)?)? {
            return Err(IntakeError::FileEncrypted);
        }
        parts.check()?;
        let sheets = read_sheets(parts.open(CONTENT)?)?;
        Ok(Self { parts, sheets })
    }
}

impl Book for Ods<'_> {
    fn sheets(&self) -> Vec<SheetName> {
        self.sheets.clone()
    }

    fn rows(&self, index: usize, rows: &mut Rows<'_, '_>) -> Result<(), IntakeError> {
        let mut part = self.parts.open(CONTENT)?;
        let mut path = Path::default();
        let mut n_sheets = 0;
        loop {
            match part.next()? {
                Node::Start(tag) => {
                    let is_sheet = path.is_sheet(&tag);
                    path.0.push(tag.name().to_owned());
                    if is_sheet && n_sheets == index {
                        return read_sheet(&mut part, rows);
                    }
                    n_sheets += usize::from(is_sheet);
                }
                Node::End => path.pop(),
                Node::Eof => return Err(IntakeError::ZipCorrupt),
                Node::Text(_) | Node::Other => {}
            }
        }
    }
}

fn is_encrypted(mut manifest: Part<'_>) -> Result<bool, IntakeError> {
    loop {
        match manifest.next()? {
            Node::Start(tag) if tag.name() == "encryption-data" => return Ok(true),
            Node::Eof => return Ok(false),
            _ => {}
        }
    }
}

/// The elements that the reader is in.
#[derive(Debug, Default)]
struct Path(Vec<String>);

impl Path {
    fn pop(&mut self) {
        self.0.pop();
    }

    /// Whether an element is a sheet: a table of the spreadsheet itself, not one within a cell or a chart.
    fn is_sheet(&self, tag: &Tag<'_>) -> bool {
        tag.name() == "table" && self.0.last().is_some_and(|parent| parent == "spreadsheet")
    }
}

/// The names of the sheets, and whether each is shown: its style says so.
fn read_sheets(mut content: Part<'_>) -> Result<Vec<SheetName>, IntakeError> {
    let mut path = Path::default();
    let mut sheets = Vec::new();
    let mut hidden_styles = HashSet::new();
    let mut style = String::new();
    loop {
        match content.next()? {
            Node::Start(tag) => {
                match tag.name() {
                    "style" => style = attribute(&tag, "name").unwrap_or_default().into_owned(),
                    "table-properties"
                        if attribute(&tag, "display").is_some_and(|display| display == "false") =>
                    {
                        hidden_styles.insert(std::mem::take(&mut style));
                        if hidden_styles.len() > MAX_LISTED {
                            return Err(IntakeError::ZipCorrupt);
                        }
                    }
                    "table" if path.is_sheet(&tag) => {
                        let style = attribute(&tag, "style-name").unwrap_or_default();
                        let is_hidden = hidden_styles.contains(style.as_ref());
                        let name = attribute(&tag, "name").unwrap_or_default().into_owned();
                        sheets.push(SheetName { name, is_hidden });
                        if sheets.len() > MAX_LISTED_SHEETS {
                            let max = MAX_SHEETS as u64;
                            return Err(IntakeError::TooManySheets { max });
                        }
                    }
                    _ => {}
                }
                path.0.push(tag.name().to_owned());
            }
            Node::End => path.pop(),
            Node::Eof => return Ok(sheets),
            Node::Text(_) | Node::Other => {}
        }
    }
}

/// Gives the rows of the sheet that has just begun.
fn read_sheet(part: &mut Part<'_>, rows: &mut Rows<'_, '_>) -> Result<(), IntakeError> {
    let mut path: Vec<Place> = vec![Place::Group];
    let mut row = Row::default();
    let mut cell = Cell::default();
    while let Some(&parent) = path.last() {
        match part.next()? {
            Node::Start(tag) => {
                let place = Place::of(tag.name(), parent);
                match place {
                    Place::Row => row.begin(&tag)?,
                    Place::Cell => cell.begin(&tag)?,
                    Place::Paragraph => cell.begin_paragraph(),
                    Place::Character => cell.put_characters(&tag),
                    Place::Group | Place::Span | Place::Other => {}
                }
                path.push(place);
            }
            Node::Text(text) if parent.is_text() => cell.put_text(&text),
            Node::End => match path.pop() {
                Some(Place::Cell) => row.put(cell.n_repeats, &cell.content())?,
                Some(Place::Row) => row.give(rows)?,
                _ => {}
            },
            Node::Eof => return Err(IntakeError::ZipCorrupt),
            Node::Text(_) | Node::Other => {}
        }
    }
    Ok(())
}

/// Where in a sheet the reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// The sheet, or rows that can be folded together or stand at the top of each page.
    Group,
    Row,
    Cell,
    Paragraph,
    /// Part of a paragraph with a layout of its own, or a link.
    Span,
    /// A space, a tab, a new line.
    Character,
    /// A remark, a drawing, a table within a cell.
    Other,
}

impl Place {
    fn of(name: &str, parent: Self) -> Self {
        match (parent, name) {
            (Self::Group, "table-row-group" | "table-header-rows" | "table-rows") => Self::Group,
            (Self::Group, "table-row") => Self::Row,
            (Self::Row, "table-cell" | "covered-table-cell") => Self::Cell,
            (Self::Cell, "p" | "h") => Self::Paragraph,
            (Self::Paragraph | Self::Span, "s" | "tab" | "line-break") => Self::Character,
            (Self::Paragraph | Self::Span, "span" | "a") => Self::Span,
            _ => Self::Other,
        }
    }

    fn is_text(self) -> bool {
        matches!(self, Self::Paragraph | Self::Span)
    }
}

/// The row that is being read.
#[derive(Debug, Default)]
struct Row {
    /// Of the last row that was given, from 1.
    number: u32,
    n_repeats: u32,
    is_hidden: bool,
    values: Vec<Value>,
    /// Empty cells since the last that holds something; at the end of a row they count for nothing.
    n_empty: usize,
}

impl Row {
    fn begin(&mut self, tag: &Tag<'_>) -> Result<(), IntakeError> {
        self.values.clear();
        self.n_empty = 0;
        self.n_repeats = 1;
        self.is_hidden = false;
        for (key, value) in attributes(tag) {
            match key {
                "number-rows-repeated" => self.n_repeats = repeats(&value)?,
                "visibility" => self.is_hidden = value != "visible",
                _ => {}
            }
        }
        Ok(())
    }

    fn put(&mut self, n_repeats: u32, value: &Value) -> Result<(), IntakeError> {
        let n_repeats = n_repeats as usize;
        if *value == Value::Empty {
            self.n_empty = self.n_empty.saturating_add(n_repeats);
            return Ok(());
        }
        let n_before = self.values.len().saturating_add(self.n_empty);
        let n_cells = n_before.saturating_add(n_repeats);
        if n_cells > MAX_COLUMNS as usize {
            return Err(IntakeError::ZipCorrupt);
        }
        self.values.resize(n_before, Value::Empty);
        self.values.resize(n_cells, value.clone());
        self.n_empty = 0;
        Ok(())
    }

    fn give(&mut self, rows: &mut Rows<'_, '_>) -> Result<(), IntakeError> {
        let first = self.number.saturating_add(1);
        self.number = self.number.saturating_add(self.n_repeats);
        if self.values.is_empty() {
            return Ok(());
        }
        if self.number > MAX_ROWS {
            return Err(IntakeError::ZipCorrupt);
        }
        (first..=self.number).try_for_each(|number| rows.give(number, self.is_hidden, &self.values))
    }
}

/// How often a row or a cell stands there.
fn repeats(value: &str) -> Result<u32, IntakeError> {
    value
        .trim()
        .parse()
        .ok()
        .filter(|n| *n > 0)
        .ok_or(IntakeError::ZipCorrupt)
}
