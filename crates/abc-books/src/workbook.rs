//! Workbooks to readings: one sheet of a workbook is a table like any other.
//!
//! Saved values count, never formulas. What a cell is for is decided where delimited text is read
//! (`abc_core::protocol::TableReader`); here is only which sheet is meant and what its cells hold.

mod number_format;
mod ods;
mod part;
mod value;
mod xls;
mod xlsx;

use std::collections::BTreeSet;

use abc_core::intake::{
    Cell, Container, FileFlag, IgnoreReason, IntakeError, ReadOptions, RejectReason, Source,
    SourceKind,
};
use abc_core::mapping::{Answer, Choice, Question, QuestionId, part_of_year};
use abc_core::protocol::TableReader;
use abc_core::readings::Reading;

use crate::container::{Document, WorkbookKind};
use crate::input::Meter;
use crate::limits::{MAX_SHEETS, MAX_WORKBOOK_BYTES};
use value::Rows;

/// A sheet as its tab shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct SheetName {
    name: String,
    is_hidden: bool,
}

/// An open workbook, of whatever form.
trait Book {
    /// The sheets that have cells, in the order of their tabs.
    fn sheets(&self) -> Vec<SheetName>;

    /// Gives the rows of a sheet in order, as often as it is asked to.
    fn rows(&self, index: usize, rows: &mut Rows<'_, '_>) -> Result<(), IntakeError>;
}

/// Reads the sheet that is meant, and beside revenue the one sheet of worked hours, each a reading of its own.
/// `Err`: the workbook itself cannot be read.
pub(crate) fn read_workbook<'a>(
    kind: WorkbookKind,
    document: &Document<'a>,
    options: &ReadOptions,
    meter: &'a Meter<'a>,
) -> Result<Vec<Result<Reading, IntakeError>>, IntakeError> {
    let n_bytes = document.input.n_bytes();
    if n_bytes > MAX_WORKBOOK_BYTES {
        return Err(IntakeError::TooLarge {
            n_bytes,
            max: MAX_WORKBOOK_BYTES,
        });
    }
    let (book, container): (Box<dyn Book + 'a>, _) = match kind {
        WorkbookKind::Xlsx => (
            Box::new(xlsx::Xlsx::open(document, meter)?),
            Container::Xlsx,
        ),
        WorkbookKind::Xls => (Box::new(xls::Xls::open(document, meter)?), Container::Xls),
        WorkbookKind::Ods => (Box::new(ods::Ods::open(document, meter)?), Container::Ods),
    };
    let survey = Survey::of(book.as_ref(), &document.name, options, meter)?;
    let mut readings = survey.into_readings(book.as_ref(), &document.name, options, meter)?;
    for reading in readings.iter_mut().flatten() {
        reading.source.n_bytes = n_bytes;
        reading.source.container = container.clone();
    }
    Ok(readings)
}

/// What is read as one table.
#[derive(Clone, Debug)]
struct Pages {
    /// The sheets in the book: one, or those of the months of a year.
    indexes: Vec<usize>,
    /// The last row of what stands above the table on each of them.
    header_row: u64,
}

impl Pages {
    fn one(index: usize) -> Self {
        Self {
            indexes: vec![index],
            header_row: 0,
        }
    }

    /// Whether this is read as a part of the other.
    fn is_part_of(&self, other: &Self) -> bool {
        let is_among = |index| other.indexes.contains(index);
        self.indexes.len() < other.indexes.len() && self.indexes.iter().all(is_among)
    }
}

/// What every sheet that is shown gives when nothing is said about it.
struct Survey {
    sheets: Vec<Surveyed>,
}

struct Surveyed {
    pages: Pages,
    name: String,
    n_rows: u64,
    result: Result<Reading, IntakeError>,
}

impl Surveyed {
    fn is_hours(&self) -> bool {
        let reading = self.result.as_ref();
        reading.is_ok_and(|reading| reading.source.kind == SourceKind::Hours)
    }
}

impl Survey {
    fn of(
        book: &dyn Book,
        file: &str,
        options: &ReadOptions,
        meter: &Meter<'_>,
    ) -> Result<Self, IntakeError> {
        let all = book.sheets();
        let shown = all.iter().enumerate().filter(|(_, sheet)| !sheet.is_hidden);
        if shown.clone().count() > MAX_SHEETS {
            let max = MAX_SHEETS as u64;
            return Err(IntakeError::TooManySheets { max });
        }
        // What was said about columns was said about one sheet, and need not fit another.
        let bare = ReadOptions {
            today: options.today,
            ..ReadOptions::default()
        };
        let mut sheets = Vec::new();
        let mut n_cells = 0;
        for (index, sheet) in shown {
            let pages = Pages::one(index);
            let read = read_pages(book, &pages, file, &bare, n_cells, meter)?;
            n_cells = read.n_cells;
            sheets.push(Surveyed {
                pages,
                name: sheet.name.clone(),
                n_rows: read.n_rows,
                result: read.result,
            });
        }
        for (name, pages) in years_of(&sheets) {
            let read = read_pages(book, &pages, file, &bare, 0, meter)?;
            sheets.push(Surveyed {
                pages,
                name,
                n_rows: read.n_rows,
                result: read.result,
            });
        }
        Ok(Self { sheets })
    }

    /// Whether a sheet is one of those that are read as one.
    fn is_part(&self, sheet: &Surveyed) -> bool {
        let mut others = self.sheets.iter();
        others.any(|other| sheet.pages.is_part_of(&other.pages))
    }

    /// The reading of what is meant, with the question which one it is, then those of hours.
    fn into_readings(
        mut self,
        book: &dyn Book,
        file: &str,
        options: &ReadOptions,
        meter: &Meter<'_>,
    ) -> Result<Vec<Result<Reading, IntakeError>>, IntakeError> {
        let candidates = self.candidates();
        let question = self.question(&candidates, options);
        let asked = options
            .answers
            .iter()
            .find_map(|(id, choice)| match choice {
                Choice::Sheet(name) if *id == QuestionId::Sheets => {
                    self.sheets.iter().position(|sheet| sheet.name == *name)
                }
                _ => None,
            });
        let Some(chosen) = asked.or(candidates.first().copied()).or(self.fullest()) else {
            return Err(IntakeError::EmptyFile);
        };
        let is_beside = |(position, sheet): (usize, &Surveyed)| {
            let is_meant = position != chosen && !candidates.contains(&position);
            is_meant && sheet.is_hours() && !self.is_part(sheet)
        };
        let sheets = || self.sheets.iter().enumerate();
        let beside: Vec<usize> = sheets()
            .filter(|at| is_beside(*at))
            .map(|(position, _)| position)
            .collect();
        let read = std::iter::once(chosen).chain(beside.iter().copied());
        let read = read.filter_map(|position| self.sheets.get(position));
        let read: Vec<usize> = read
            .flat_map(|sheet| &sheet.pages.indexes)
            .copied()
            .collect();
        let is_unread = |sheet: &&Surveyed| {
            let index = sheet.pages.indexes.as_slice();
            sheet.n_rows > 0 && matches!(index, [index] if !read.contains(index))
        };
        let unread = self.sheets.iter().filter(is_unread);
        let unread: Vec<String> = unread.map(|sheet| sheet.name.clone()).collect();
        let is_told = !options.roles.is_empty() || !options.answers.is_empty();
        let mut readings = Vec::new();
        for position in std::iter::once(chosen).chain(beside) {
            let Some(surveyed) = self.sheets.get_mut(position) else {
                continue;
            };
            let name = if position == chosen {
                file.to_owned()
            } else {
                format!("{file}: {}", surveyed.name)
            };
            let result = if is_told {
                read_pages(book, &surveyed.pages, &name, options, 0, meter)?.result
            } else {
                std::mem::replace(&mut surveyed.result, Err(IntakeError::EmptyFile))
            };
            readings.push(result.map(|mut reading| {
                reading.source.name = name;
                reading.source.sheet = Some(surveyed.name.clone());
                reading.source.options = options.clone();
                reading
            }));
        }
        if let Some(Ok(first)) = readings.first_mut() {
            first.source.questions.splice(0..0, question);
            if !unread.is_empty() {
                first.source.file_flags.push(FileFlag::OtherSheetsIgnored);
            }
            first.source.unread_sheets = unread;
        }
        Ok(readings)
    }

    /// The sheets that could be meant, as positions, the likeliest first.
    ///
    /// Where some sheets have figures and others only names, the names are not what is meant; where some
    /// have revenue and one has hours, that one is read beside it.
    fn candidates(&self) -> Vec<usize> {
        let readings = || {
            let sheets = self.sheets.iter().enumerate();
            sheets.filter_map(|(position, sheet)| Some((position, sheet.result.as_ref().ok()?)))
        };
        let weight = |reading: &Reading| match reading.source.kind {
            SourceKind::CustomerList => 0,
            SourceKind::Hours => 1,
            _ => 2,
        };
        let most = readings().map(|(_, reading)| weight(reading)).max();
        let is_whole = |position: usize| {
            let sheet = self.sheets.get(position);
            sheet.is_some_and(|sheet| !self.is_part(sheet))
        };
        let hours = || readings().filter(|(at, reading)| weight(reading) == 1 && is_whole(*at));
        // Hours of several sheets may be the same hours, or those of other years: that is asked.
        let has_one_of_hours = hours().count() == 1;
        let is_meant = |weight: u8| Some(weight) == most || (weight == 1 && !has_one_of_hours);
        let mut candidates: Vec<(usize, &Reading)> = readings()
            .filter(|(_, reading)| is_meant(weight(reading)))
            .collect();
        // Revenue before hours, then the latest, then the largest. The sort keeps the order of the tabs.
        candidates.sort_by_key(|(position, reading)| {
            let source = &reading.source;
            let latest = source.period.map(|(_, to)| to);
            let year = self
                .sheets
                .get(*position)
                .and_then(|sheet| year_in(&sheet.name));
            std::cmp::Reverse((weight(reading), latest, year, source.tally.accepted))
        });
        candidates
            .into_iter()
            .map(|(position, _)| position)
            .collect()
    }

    fn question(&self, candidates: &[usize], options: &ReadOptions) -> Option<Question> {
        if candidates.len() < 2 {
            return None;
        }
        let answer = |sheet: &Surveyed| Answer {
            choice: Choice::Sheet(sheet.name.clone()),
            totals: sheet.result.as_ref().ok().map(totals),
            seconds: None,
        };
        let sheets = candidates
            .iter()
            .filter_map(|position| self.sheets.get(*position));
        let answers: Vec<Answer> = sheets.map(answer).collect();
        let given = options.answers.iter().find_map(|(id, choice)| {
            let is_it = |answer: &Answer| answer.choice == *choice;
            answers
                .iter()
                .position(is_it)
                .filter(|_| *id == QuestionId::Sheets)
        });
        Some(Question {
            id: QuestionId::Sheets,
            is_blocking: true,
            answers,
            given,
        })
    }

    /// The sheet to say something about where none can be read.
    fn fullest(&self) -> Option<usize> {
        let sheets = self.sheets.iter().enumerate().rev();
        let fullest = sheets.max_by_key(|(_, sheet)| sheet.n_rows)?;
        Some(fullest.0)
    }
}

/// Sheets of one form that are each named after another part of one year are read as one; the name is
/// `januari + … + december`.
fn years_of(sheets: &[Surveyed]) -> Vec<(String, Pages)> {
    /// What sheets have in common that are read as one.
    type Form<'a> = (SourceKind, u64, Vec<&'a str>, Option<u16>, String);
    let mut years: Vec<(Form<'_>, Vec<(u8, &Surveyed)>)> = Vec::new();
    for sheet in sheets {
        let (Ok(reading), Some(part)) = (&sheet.result, part_of_year(&sheet.name)) else {
            continue;
        };
        let source = &reading.source;
        // What is below a second table would be left out.
        let has_more = source
            .questions
            .iter()
            .any(|question| question.id == QuestionId::MultipleTables);
        let Some(header_row) = source.header_line.filter(|_| !has_more) else {
            continue;
        };
        let columns = source.columns.iter().map(|column| column.header.as_str());
        let columns = columns.collect();
        let form = (source.kind, header_row, columns, part.year, part.unit);
        match years.iter_mut().find(|(other, _)| *other == form) {
            Some((_, parts)) => parts.push((part.place, sheet)),
            None => years.push((form, vec![(part.place, sheet)])),
        }
    }
    let is_year = |parts: &[(u8, &Surveyed)]| {
        let distinct: BTreeSet<u8> = parts.iter().map(|(part, _)| *part).collect();
        parts.len() > 1 && distinct.len() == parts.len()
    };
    let named = |((kind, header_row, ..), parts): (Form<'_>, Vec<(u8, &Surveyed)>)| {
        let names: Vec<&str> = parts.iter().map(|(_, sheet)| sheet.name.as_str()).collect();
        let name = match names.as_slice() {
            [first, _, .., last] => format!("{first} + … + {last}"),
            two => two.join(" + "),
        };
        let indexes = parts.iter().flat_map(|(_, sheet)| &sheet.pages.indexes);
        let pages = Pages {
            indexes: indexes.copied().collect(),
            header_row,
        };
        (kind != SourceKind::CustomerList && is_year(&parts)).then_some((name, pages))
    };
    years.into_iter().filter_map(named).collect()
}

fn totals(reading: &Reading) -> (u32, i64) {
    let n_customers = u32::try_from(reading.parties.len()).unwrap_or(u32::MAX);
    (n_customers, reading.source.revenue_cents)
}

/// The year that a sheet is named after.
fn year_in(name: &str) -> Option<u16> {
    let numbers = name.split(|c: char| !c.is_ascii_digit());
    let years = numbers.filter(|number| number.len() == 4);
    years
        .filter_map(|year| year.parse().ok())
        .filter(|year| (1990..2100).contains(year))
        .max()
}

/// What one pass or two over a sheet gave.
struct ReadSheet {
    /// Rows that hold something.
    n_rows: u64,
    /// Cells of this sheet and of those before.
    n_cells: u64,
    /// A sheet that is no list is an answer, not a failure.
    result: Result<Reading, IntakeError>,
}

/// Reads sheets below each other as one table; of all but the first what stands above it is left out.
/// `Err`: the workbook itself cannot be read.
fn read_pages(
    book: &dyn Book,
    pages: &Pages,
    file: &str,
    options: &ReadOptions,
    n_cells_before: u64,
    meter: &Meter<'_>,
) -> Result<ReadSheet, IntakeError> {
    let mut reader = TableReader::new(file, options.clone());
    loop {
        // What the reader of tables refuses must not be taken for damage of the workbook.
        let mut refused = None;
        let mut outcome = Ok(());
        let (mut n_rows, mut n_cells, mut n_hidden) = (0, n_cells_before, 0);
        for (nth, index) in pages.indexes.iter().enumerate() {
            let above = if nth == 0 { 0 } else { pages.header_row };
            let mut take = |number: u64, cells: &[Cell<'_>]| {
                if number <= above {
                    return Ok(());
                }
                let taken = reader.row(number, cells);
                taken.inspect_err(|error| refused = Some(error.clone()))
            };
            let mut rows = Rows::new(&mut take, meter, n_cells);
            outcome = book.rows(*index, &mut rows);
            n_rows += rows.n_filled;
            n_cells = rows.n_cells;
            n_hidden += rows.n_hidden;
            if outcome.is_err() {
                break;
            }
        }
        let result = match (outcome, refused) {
            (Err(_), Some(error)) => Err(error),
            (Err(error), None) => return Err(error),
            (Ok(()), _) if reader.needs_restart() => continue,
            (Ok(()), _) => reader.finish().map(|mut reading| {
                add_flags(&mut reading.source, n_hidden);
                reading
            }),
        };
        return Ok(ReadSheet {
            n_rows,
            n_cells,
            result,
        });
    }
}

/// What a sheet was like, where the user should know it.
fn add_flags(source: &mut Source, n_hidden: u64) {
    let is_total = |reason| matches!(reason, IgnoreReason::TotalRow | IgnoreReason::SubtotalRow);
    let is_error = |reason| {
        matches!(
            reason,
            RejectReason::ErrorCell | RejectReason::FormulaWithoutValue
        )
    };
    let found = [
        (n_hidden > 0, FileFlag::HiddenRowsIncluded),
        (
            source.ignored.iter().any(|row| is_total(row.reason)),
            FileFlag::TotalRowIgnored,
        ),
        (
            source.rejected.iter().any(|row| is_error(row.reason)),
            FileFlag::ErrorCells,
        ),
    ];
    let flags = found.into_iter().filter(|(is_so, _)| *is_so);
    source.file_flags.extend(flags.map(|(_, flag)| flag));
}
