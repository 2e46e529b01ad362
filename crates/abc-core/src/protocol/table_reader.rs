//! A sheet in progress: rows of typed cells in, a reading out.

use super::answers::{MOST_BYTES_READ_AGAIN, Totals, count_answers, totals_of};
use super::{Read, of_outcome};
use crate::customers::Customer;
use crate::intake::dialect::{N_SAMPLE, SampleRecord, dialect_from};
use crate::intake::questions::answered;
use crate::intake::table::{Learned, Table};
use crate::intake::typed::TypedRow;
use crate::intake::{Cell, IntakeError, ReadOptions};
use crate::mapping::{Choice, QuestionId};
use crate::readings::Reading;

/// Reads the rows of one sheet as `Reader` reads the lines of a text.
///
/// Give it the rows in order, ask whether it must see them again, finish it.
#[derive(Debug)]
pub struct TableReader {
    name: String,
    options: ReadOptions,
    keeps_all: bool,
    learned: Learned,
    has_restarted: bool,
    /// The rows of this pass, while they are few enough to be read again.
    kept: Option<Vec<TypedRow>>,
    n_kept_bytes: usize,
    /// What `needs_restart` met and `finish` reports.
    failure: Option<IntakeError>,
    phase: Phase,
    /// The row in hand; kept for its room.
    row: TypedRow,
}

#[derive(Debug)]
enum Phase {
    /// Collecting the rows that decide.
    Head(Vec<TypedRow>),
    Body {
        table: Box<Table>,
        /// Fields of the widest row that decided: shorter rows only lack empty cells.
        width: usize,
    },
}

impl TableReader {
    /// A reader for a sheet of the file of this name.
    pub fn new(name: &str, options: ReadOptions) -> Self {
        Self {
            name: name.to_owned(),
            options,
            keeps_all: false,
            learned: Learned::default(),
            has_restarted: false,
            kept: Some(Vec::new()),
            n_kept_bytes: 0,
            failure: None,
            phase: Phase::Head(Vec::new()),
            row: TypedRow::default(),
        }
    }

    /// Keeps every noted row instead of the first 200, for judging a file row by row.
    #[must_use]
    pub fn with_all_notes(mut self) -> Self {
        self.keeps_all = true;
        self
    }

    /// Takes the next row, `number` as the workbook shows it (from 1); rows that do not exist may
    /// be left out.
    ///
    /// # Errors
    /// When the first rows show no table of customers, or there are too many rows.
    pub fn row(&mut self, number: u64, cells: &[Cell<'_>]) -> Result<(), IntakeError> {
        let mut row = std::mem::take(&mut self.row);
        row.set(number, cells);
        let taken = self.take(&row);
        self.row = row;
        taken
    }

    fn take(&mut self, row: &TypedRow) -> Result<(), IntakeError> {
        self.keep(row);
        match &mut self.phase {
            Phase::Body { table, width } => table.take(&row.record(*width)),
            Phase::Head(rows) => {
                rows.push(row.clone());
                if rows.len() < N_SAMPLE {
                    return Ok(());
                }
                self.begin()
            }
        }
    }

    fn keep(&mut self, row: &TypedRow) {
        self.n_kept_bytes += row.n_bytes();
        if self.n_kept_bytes > MOST_BYTES_READ_AGAIN {
            self.kept = None;
        } else if let Some(kept) = &mut self.kept {
            kept.push(row.clone());
        }
    }

    /// Rows seen so far in this pass.
    pub fn n_rows(&self) -> u64 {
        match &self.phase {
            Phase::Head(rows) => rows.len() as u64,
            Phase::Body { table, .. } => table.n_records(),
        }
    }

    /// After the last row: whether the rows contradict what the first ones said, so that all must
    /// be given again. True at most once.
    pub fn needs_restart(&mut self) -> bool {
        if let Err(failure) = self.begin() {
            self.failure = Some(failure);
            return false;
        }
        let Phase::Body { table, .. } = &mut self.phase else {
            return false;
        };
        let Some(learned) = table.contradiction().filter(|_| !self.has_restarted) else {
            return false;
        };
        self.learned = learned;
        self.has_restarted = true;
        if let Some(kept) = &mut self.kept {
            kept.clear();
            self.n_kept_bytes = 0;
        }
        self.phase = Phase::Head(Vec::new());
        true
    }

    /// After the last row: what the sheet says. File, sheet and container are the caller's to add.
    ///
    /// # Errors
    /// When there is no table of customers in it, or no row of it counts.
    pub fn finish(mut self) -> Result<Reading, IntakeError> {
        let (name, kept) = (self.name.clone(), self.kept.take());
        let (customers, mut read) = self.read()?;
        if let Some(rows) = kept {
            count_answers(&customers, &mut read, |options| {
                totals_under(&name, &rows, options)
            });
        }
        Ok(read.into_reading(customers))
    }

    fn read(mut self) -> Result<(Vec<Customer>, Read), IntakeError> {
        match self.failure.take() {
            Some(failure) => return Err(failure),
            None => self.begin()?,
        }
        match self.phase {
            Phase::Head(_) => Err(IntakeError::EmptyFile),
            Phase::Body { table, .. } => Ok(of_outcome(table.finish(&self.name, self.options)?)),
        }
    }

    /// Decides by the rows that were collected, and reads them. Nothing to do when that was done.
    fn begin(&mut self) -> Result<(), IntakeError> {
        let Phase::Head(rows) = &mut self.phase else {
            return Ok(());
        };
        let rows = std::mem::take(rows);
        if rows.iter().all(TypedRow::is_empty) {
            return Err(IntakeError::EmptyFile);
        }
        let width = rows.iter().map(|row| row.n_cells).max().unwrap_or_default();
        let sample = rows.iter().map(|row| SampleRecord::of(&row.record(width)));
        let has_header = match answered(&self.options.answers, QuestionId::Header) {
            Some(Choice::Yes) => Some(true),
            Some(Choice::No) => Some(false),
            _ => None,
        };
        // No delimiter cut these fields.
        let dialect = dialect_from(sample.collect(), 0, 0, has_header);
        let mut table = Table::begin(dialect, &self.options, &mut self.learned, self.keeps_all)?;
        for row in &rows {
            table.take(&row.record(width))?;
        }
        self.phase = Phase::Body {
            table: Box::new(table),
            width,
        };
        Ok(())
    }
}

/// What the rows of a sheet give under these options; `None` where they cannot be read so.
fn totals_under(name: &str, rows: &[TypedRow], options: ReadOptions) -> Option<Totals> {
    let mut reader = TableReader {
        kept: None,
        ..TableReader::new(name, options)
    };
    for _ in 0..2 {
        for row in rows {
            reader.take(row).ok()?;
        }
        if !reader.needs_restart() {
            break;
        }
    }
    let (customers, read) = reader.read().ok()?;
    Some(totals_of(&customers, &read))
}

#[cfg(test)]
mod tests;
