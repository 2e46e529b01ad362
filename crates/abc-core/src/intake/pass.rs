//! One pass over a file: the beginning decides how it is read, then every record is read.
//!
//! What a later record proves wrong is learned, and the caller may make a second pass with it.

mod outcome;

use crate::mapping::day::DayOrder;
use crate::mapping::guess::{Mapping, mapping_from};
use crate::mapping::{Choice, Notation, QuestionId, Role};

use super::cells::{DayColumn, Reading};
use super::columns::Columns;
use super::dialect::{Dialect, SampleRecord, dialect_of};
use super::encoding::{self, Detected, Transcoder};
use super::foreign;
use super::limits::{MAX_FIELDS, MAX_RECORDS};
use super::questions::answered;
use super::rows::Rows;
use super::scanner::Scanner;
use super::{IgnoreReason, IntakeError, ReadOptions};
pub(crate) use outcome::Outcome;

/// Bytes that decide how a file is read.
pub(crate) const HEAD_BYTES: usize = 64 * 1024;
/// Bytes after which a file is judged even if its first lines are longer than the head.
const MAX_HEAD_BYTES: usize = 2 * 1024 * 1024;

/// What a pass found out that the beginning of the file did not tell.
#[derive(Clone, Debug, Default)]
pub(crate) struct Learned {
    encoding: Option<super::Encoding>,
    readings: Vec<(usize, Reading)>,
    orders: Vec<(usize, DayOrder)>,
}

/// A pass in progress.
#[derive(Debug)]
pub(crate) struct Pass {
    detected: Detected,
    dialect: Dialect,
    mapping: Mapping,
    transcoder: Transcoder,
    scanner: Scanner,
    rows: Rows,
    /// Records before this one are no data.
    n_before_data: u64,
    n_records: u64,
    is_closed: bool,
}

/// How many of the first bytes decide; `None` while more of them are needed.
pub(crate) fn head_len(bytes: &[u8]) -> Option<usize> {
    let start = bytes.get(..HEAD_BYTES)?;
    let n_lines = memchr::memchr2_iter(b'\n', b'\r', start).take(4).count();
    if n_lines == 4 {
        Some(HEAD_BYTES)
    } else {
        (bytes.len() >= MAX_HEAD_BYTES).then_some(MAX_HEAD_BYTES)
    }
}

impl Pass {
    /// Decides how a file is read from its first bytes; `is_whole`: there are no others.
    pub(crate) fn begin(
        head: &[u8],
        is_whole: bool,
        options: &ReadOptions,
        learned: &Learned,
        keeps_all: bool,
    ) -> Result<Self, IntakeError> {
        if head.trim_ascii().is_empty() {
            return Err(IntakeError::EmptyFile);
        }
        if let Some(error) = foreign::foreign_format(head) {
            return Err(error);
        }
        let found = encoding::detect(head);
        let detected = match options.encoding.or(learned.encoding) {
            Some(encoding) => Detected {
                encoding,
                has_bom: encoding::bom_len(head, encoding) > 0,
                is_proven: true,
            },
            None => found,
        };
        let is_wide = matches!(
            detected.encoding,
            super::Encoding::Utf16Le | super::Encoding::Utf16Be
        );
        if !is_wide && foreign::is_binary(head) {
            return Err(IntakeError::NotText);
        }
        let text = decoded(head, detected, is_whole);
        if text.trim_ascii().is_empty() {
            return Err(IntakeError::EmptyFile);
        }
        let start = text.get(..text.len().min(4_096)).unwrap_or_default();
        if let Some(error) = foreign::foreign_text(&String::from_utf8_lossy(start)) {
            return Err(error);
        }
        let has_header = match answered(&options.answers, QuestionId::Header) {
            Some(Choice::Yes) => Some(true),
            Some(Choice::No) => Some(false),
            _ => None,
        };
        let dialect = dialect_of(&text, is_whole, options.delimiter, has_header);
        check_shape(&dialect)?;
        let mapping = mapping_of(&dialect, options);
        check_mapping(&dialect, &mapping, options)?;
        let columns = columns_of(&dialect, &mapping, options, learned);
        let reads_other_tables =
            answered(&options.answers, QuestionId::MultipleTables) == Some(&Choice::Yes);
        let n_before_data = u64::try_from(dialect.first_data).unwrap_or(u64::MAX);
        Ok(Self {
            detected,
            transcoder: Transcoder::new(detected.encoding),
            scanner: Scanner::new(dialect.delimiter),
            dialect,
            mapping,
            rows: Rows::new(columns, reads_other_tables, keeps_all),
            n_before_data,
            n_records: 0,
            is_closed: false,
        })
    }

    /// The bytes of a byte order mark, which are no text.
    pub(crate) fn n_mark_bytes(&self, head: &[u8]) -> usize {
        encoding::bom_len(head, self.detected.encoding)
    }

    /// Records so far.
    pub(crate) fn n_records(&self) -> u64 {
        self.n_records
    }

    /// Reads the next bytes of the file.
    pub(crate) fn feed(&mut self, chunk: &[u8]) -> Result<(), IntakeError> {
        self.transcoder.decode(chunk, self.scanner.room());
        self.read_records()
    }

    /// Reads what is left after the last byte.
    pub(crate) fn close(&mut self) -> Result<(), IntakeError> {
        if self.is_closed {
            return Ok(());
        }
        self.is_closed = true;
        self.transcoder.finish(self.scanner.room());
        self.scanner.close();
        self.read_records()?;
        match self.scanner.unterminated_quote() {
            Some(line) => Err(IntakeError::UnterminatedQuote { line }),
            None => Ok(()),
        }
    }

    fn read_records(&mut self) -> Result<(), IntakeError> {
        let has_hint = self.dialect.first_data > 0 && self.dialect.header != Some(0);
        while let Some(record) = self.scanner.next_record() {
            let position = self.n_records;
            self.n_records += 1;
            if position >= self.n_before_data {
                self.rows.take(&record);
                continue;
            }
            let is_header = self
                .dialect
                .header
                .is_some_and(|header| position == header as u64);
            if is_header {
                continue;
            }
            let is_empty = record.fields().all(|cell| cell.trim_ascii().is_empty());
            let is_hint =
                position == 0 && has_hint && super::dialect::separator_hint(record.raw).is_some();
            let reason = match (is_empty, is_hint) {
                (true, _) => IgnoreReason::EmptyLine,
                (_, true) => IgnoreReason::SeparatorHint,
                _ => IgnoreReason::TitleRow,
            };
            self.rows.ignore(&record, reason);
        }
        if self.n_records > MAX_RECORDS {
            return Err(IntakeError::TooManyRecords { max: MAX_RECORDS });
        }
        Ok(())
    }

    /// What this pass proved wrong about itself; `None` when it may stand.
    pub(crate) fn contradiction(&self) -> Option<Learned> {
        let columns = &self.rows.columns;
        let readings: Vec<(usize, Reading)> = columns
            .numbers()
            .filter_map(|column| {
                column
                    .contradiction()
                    .map(|reading| (column.index, reading))
            })
            .collect();
        let orders: Vec<(usize, DayOrder)> = [&columns.date, &columns.since]
            .into_iter()
            .flatten()
            .filter_map(|column| column.contradiction().map(|order| (column.index, order)))
            .collect();
        // What looked like UTF-8 because it was ASCII so far, and then was not.
        let is_broken = !self.detected.is_proven && !self.rows.broken_names.is_empty();
        let encoding = is_broken.then(|| encoding::single_byte(&self.rows.broken_names));
        let is_clean = readings.is_empty() && orders.is_empty() && encoding.is_none();
        (!is_clean).then_some(Learned {
            encoding,
            readings,
            orders,
        })
    }
}

fn decoded(head: &[u8], detected: Detected, is_whole: bool) -> Vec<u8> {
    let mark = encoding::bom_len(head, detected.encoding);
    let mut transcoder = Transcoder::new(detected.encoding);
    let mut text = Vec::with_capacity(head.len());
    transcoder.decode(head.get(mark..).unwrap_or_default(), &mut text);
    if is_whole {
        transcoder.finish(&mut text);
    }
    text
}

fn check_shape(dialect: &Dialect) -> Result<(), IntakeError> {
    let widest = dialect
        .records
        .iter()
        .take(30)
        .map(|record| record.n_fields)
        .max()
        .unwrap_or_default();
    if widest.min(dialect.n_columns.max(1)) > MAX_FIELDS || dialect.n_columns > MAX_FIELDS {
        let (n, max) = (widest as u64, MAX_FIELDS as u64);
        return Err(IntakeError::TooManyColumns { n, max });
    }
    Ok(())
}

fn check_mapping(
    dialect: &Dialect,
    mapping: &Mapping,
    options: &ReadOptions,
) -> Result<(), IntakeError> {
    let is_data = |record: &&SampleRecord| record.cells.iter().any(|cell| !cell.trim().is_empty());
    let n_data = dialect
        .records
        .iter()
        .skip(dialect.first_data)
        .filter(is_data)
        .count();
    if n_data == 0 {
        return Err(IntakeError::NoRows);
    }
    if dialect.n_columns < 2 && dialect.header.is_none() {
        let n_words: usize = dialect
            .records
            .iter()
            .flat_map(|r| &r.cells)
            .map(|c| c.split(' ').count())
            .sum();
        let is_prose = n_words > 6 * dialect.records.len().max(1);
        return Err(if is_prose {
            IntakeError::NoTable
        } else {
            IntakeError::NoDelimiter
        });
    }
    if mapping.column_of(Role::Name).is_none() {
        return Err(IntakeError::NoNameColumn);
    }
    let is_refused = [QuestionId::AmountMeaning, QuestionId::Currency]
        .iter()
        .any(|id| answered(&options.answers, *id) == Some(&Choice::NotRevenue));
    if mapping.candidates.is_empty() || is_refused {
        return Err(IntakeError::NoAmountColumn);
    }
    Ok(())
}

fn mapping_of(dialect: &Dialect, options: &ReadOptions) -> Mapping {
    let header = header_of(dialect);
    let rows: Vec<Vec<String>> = dialect
        .records
        .iter()
        .skip(dialect.first_data)
        .map(|record| record.cells.clone())
        .collect();
    let mut mapping = mapping_from(
        &header,
        &rows,
        dialect.n_columns,
        dialect.has_split_decimals,
        &options.roles,
        &options.answers,
    );
    let titles = dialect
        .records
        .iter()
        .take(dialect.first_data.saturating_sub(1));
    mapping.says_thousands |= titles
        .flat_map(|record| &record.cells)
        .any(|cell| crate::mapping::words::says_thousands(cell));
    mapping
}

fn header_of(dialect: &Dialect) -> Vec<String> {
    dialect
        .header
        .and_then(|header| dialect.records.get(header))
        .map(|record| record.cells.clone())
        .unwrap_or_default()
}

fn columns_of(
    dialect: &Dialect,
    mapping: &Mapping,
    options: &ReadOptions,
    learned: &Learned,
) -> Columns {
    let answer = match answered(&options.answers, QuestionId::DecimalSeparator) {
        Some(Choice::DecimalComma) => Some(Notation::Comma),
        Some(Choice::DecimalDot) => Some(Notation::Dot),
        _ => None,
    };
    let amount_columns: Vec<usize> = mapping
        .candidates
        .iter()
        .flat_map(|candidate| candidate.formula.columns())
        .collect();
    let reading_of = |index: usize| {
        let of_learned = learned
            .readings
            .iter()
            .find(|(column, _)| *column == index)
            .map(|(_, r)| *r);
        let of_answer = answer
            .filter(|_| amount_columns.contains(&index))
            .map(Reading::In);
        let of_sample = mapping.columns.get(index).map(|column| column.notation);
        let sampled = match of_sample {
            Some(Notation::Dot) => Notation::Dot,
            _ => Notation::Comma,
        };
        of_learned.or(of_answer).unwrap_or(Reading::In(sampled))
    };
    let asked = match answered(&options.answers, QuestionId::DateOrder) {
        Some(Choice::MonthFirst) => Some(DayOrder::MonthFirst),
        _ => None,
    };
    let order_of = |index: usize| {
        let of_learned = learned
            .orders
            .iter()
            .find(|(column, _)| *column == index)
            .map(|(_, order)| *order);
        DayColumn::new(index, of_learned.or(asked).unwrap_or_default())
    };
    Columns::new(
        mapping,
        &header_of(dialect),
        reading_of,
        order_of,
        options.today,
    )
}
