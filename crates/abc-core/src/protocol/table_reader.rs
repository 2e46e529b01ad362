//! A sheet in progress: rows of typed cells in, a reading out.

use super::of_outcome;
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
    /// What `needs_restart` met and `finish` reports.
    failure: Option<IntakeError>,
    phase: Phase,
}

#[derive(Debug)]
enum Phase {
    /// Collecting the rows that decide.
    Head(Vec<TypedRow>),
    Body {
        table: Box<Table>,
        /// Fields of the widest row that decided: shorter rows only lack empty cells.
        width: usize,
        row: TypedRow,
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
            failure: None,
            phase: Phase::Head(Vec::new()),
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
        match &mut self.phase {
            Phase::Body { table, width, row } => {
                row.set(number, cells);
                table.take(&row.record(*width))
            }
            Phase::Head(rows) => {
                let mut row = TypedRow::default();
                row.set(number, cells);
                rows.push(row);
                if rows.len() < N_SAMPLE {
                    return Ok(());
                }
                self.begin()
            }
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
        self.phase = Phase::Head(Vec::new());
        true
    }

    /// After the last row: what the sheet says. File, sheet and container are the caller's to add.
    ///
    /// # Errors
    /// When there is no table of customers in it, or no row of it counts.
    pub fn finish(mut self) -> Result<Reading, IntakeError> {
        match self.failure.take() {
            Some(failure) => return Err(failure),
            None => self.begin()?,
        }
        match self.phase {
            Phase::Head(_) => Err(IntakeError::EmptyFile),
            Phase::Body { table, .. } => {
                let (customers, read) = of_outcome(table.finish(&self.name, self.options)?);
                Ok(read.into_reading(customers))
            }
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
        let mut table = Table::begin(dialect, &self.options, &self.learned, self.keeps_all)?;
        for row in &rows {
            table.take(&row.record(width))?;
        }
        self.phase = Phase::Body {
            table: Box::new(table),
            width,
            row: TypedRow::default(),
        };
        Ok(())
    }
}

#[cfg(test)]
mod tests;
