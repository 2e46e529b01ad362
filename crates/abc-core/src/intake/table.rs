//! One pass over the records of a table: the first ones decide what its columns are, then each is read.
//!
//! Where the records come from (a text, a sheet of a workbook) is not known here. What a later
//! record proves wrong is learned, and the caller may make a second pass with it.

mod outcome;

use crate::mapping::cell::SampledRow;
use crate::mapping::day::DayOrder;
use crate::mapping::guess::{About, Mapping, Subject, mapping_from};
use crate::mapping::{Choice, Confidence, Notation, QuestionId, Role, words};

use super::accounts::Accounts;
use super::cells::{DayColumn, Reading};
use super::columns::Columns;
use super::dialect::{Dialect, SampleRecord, separator_hint};
use super::limits::{MAX_FIELDS, MAX_RECORDS};
use super::names_above::{NamesStand, headings_in};
use super::outline::{Doubled, Outline};
use super::programs::program_of;
use super::questions::answered;
use super::record::Record;
use super::rows::{LeftOut, Rows, Said};
use super::{IgnoreReason, IntakeError, ReadOptions};
pub(crate) use outcome::Outcome;

/// What a pass found out that the first records did not tell.
#[derive(Debug, Default)]
pub(crate) struct Learned {
    pub(super) encoding: Option<super::Encoding>,
    pub(super) readings: Vec<(usize, Reading)>,
    pub(super) orders: Vec<(usize, DayOrder)>,
    /// Rows without a name are those of the customer above.
    pub(super) has_names_above: bool,
    /// Rows that say what others say.
    pub(super) doubled: Doubled,
    /// The accounts of a list of a ledger, of which only some are revenue.
    pub(super) accounts: Option<Accounts>,
}

/// A table that is being read.
#[derive(Debug)]
pub(crate) struct Table {
    dialect: Dialect,
    mapping: Mapping,
    rows: Rows,
    n_records: u64,
    /// Whether the rows may tell that those without a name are of the customer above them.
    learns_names: bool,
    /// Whether the rows may stand above their own parts.
    may_be_outline: bool,
    /// The accounts of revenue that the user chose.
    chosen_accounts: Option<Vec<String>>,
}

impl Table {
    /// A table of which the first records are known.
    pub(crate) fn begin(
        dialect: Dialect,
        options: &ReadOptions,
        learned: &mut Learned,
        keeps_all: bool,
    ) -> Result<Self, IntakeError> {
        check_shape(&dialect)?;
        let mut mapping = mapping_of(&dialect, options);
        let sorted = learned.accounts.take();
        if sorted.is_some() {
            mapping.take_sides_for_granted(&options.answers);
        }
        let accounts = sorted.or_else(|| mapping.accounts.take().map(Accounts::new));
        let names_stand = names_stand(&dialect, &mapping, options, learned);
        check_mapping(&dialect, &mapping, options, names_stand)?;
        let mut columns = columns_of(&dialect, &mapping, options, learned);
        if matches!(names_stand, NamesStand::InHeadings(_)) {
            columns.forget_code();
        }
        let is_said = |id, choice| answered(&options.answers, id) == Some(&choice);
        let said = Said {
            reads_other_tables: is_said(QuestionId::MultipleTables, Choice::Yes),
            names_stand,
            doubled: learned.doubled.clone(),
            left_out: LeftOut {
                repeats: is_said(QuestionId::DuplicateRows, Choice::No),
                drafts: is_said(QuestionId::DraftLines, Choice::No),
            },
            accounts,
        };
        // Rows that are left out would be missing among the parts.
        let may_be_outline = mapping.subject == Subject::Revenue
            && learned.doubled.is_empty()
            && !is_said(QuestionId::DuplicateRows, Choice::No);
        let learns_names = mapping.subject == Subject::Revenue
            && mapping.column_of(Role::Name).is_some()
            && answered(&options.answers, QuestionId::NamesAbove).is_none();
        Ok(Self {
            dialect,
            mapping,
            rows: Rows::new(columns, said, keeps_all),
            n_records: 0,
            learns_names,
            may_be_outline,
            chosen_accounts: match answered(&options.answers, QuestionId::RevenueAccounts) {
                Some(Choice::Accounts(numbers)) => Some(numbers.clone()),
                _ => None,
            },
        })
    }

    /// The delimiter that the records were cut with.
    pub(crate) fn delimiter(&self) -> u8 {
        self.dialect.delimiter
    }

    /// Records so far.
    pub(crate) fn n_records(&self) -> u64 {
        self.n_records
    }

    /// Takes the next record.
    pub(crate) fn take(&mut self, record: &Record<'_>) -> Result<(), IntakeError> {
        let position = self.n_records;
        self.n_records += 1;
        if self.n_records > MAX_RECORDS {
            return Err(IntakeError::TooManyRecords { max: MAX_RECORDS });
        }
        if position >= self.dialect.first_data as u64 {
            self.rows.take(record);
            return Ok(());
        }
        let header = self.dialect.header.map(|header| header as u64);
        if header == Some(position) {
            return Ok(());
        }
        let is_empty = record.fields().all(|cell| cell.trim_ascii().is_empty());
        let is_hint = position == 0 && separator_hint(record.raw).is_some();
        let reason = match (is_empty, is_hint) {
            (true, _) => IgnoreReason::EmptyLine,
            (_, true) => IgnoreReason::SeparatorHint,
            _ if self.is_above_header(position) && self.rows.take_title(record) => {
                IgnoreReason::GroupRow
            }
            _ => IgnoreReason::TitleRow,
        };
        self.rows.ignore(record, reason);
        Ok(())
    }

    /// Whether a record is the last one with anything in it before the header.
    fn is_above_header(&self, position: u64) -> bool {
        let header = self.dialect.header.unwrap_or_default();
        let before = self.dialect.records.get(..header).unwrap_or_default();
        let is_filled =
            |record: &SampleRecord| record.cells.iter().any(|cell| !cell.trim().is_empty());
        before.iter().rposition(is_filled).map(|last| last as u64) == Some(position)
    }

    /// The bytes of names that are no UTF-8.
    pub(crate) fn broken_names(&self) -> &[u8] {
        &self.rows.broken_names
    }

    /// What the records so far prove wrong about how they were read; `None` when it may stand.
    pub(crate) fn contradiction(&mut self) -> Option<Learned> {
        let unsorted = !self.rows.sorts_accounts();
        let accounts = self.rows.accounts.take_if(|_| unsorted);
        let accounts = accounts.and_then(|found| found.sorted(self.chosen_accounts.as_deref()));
        // In a ledger amounts stand twice, and the name above is that of another entry.
        let is_ledger = accounts.is_some();
        let has_names_above = self.learns_names && !is_ledger && {
            let n_named = self.rows.tally.accepted;
            self.rows.names_above.says_once_per_group(n_named)
        };
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
        let outline = Some(&self.rows.outline).filter(|_| self.may_be_outline && !is_ledger);
        let doubled = outline.and_then(Outline::doubled);
        let is_clean = readings.is_empty()
            && orders.is_empty()
            && !has_names_above
            && !is_ledger
            && doubled.is_none();
        (!is_clean).then_some(Learned {
            encoding: None,
            readings,
            orders,
            has_names_above,
            doubled: doubled.unwrap_or_default(),
            accounts,
        })
    }
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
    names_stand: NamesStand,
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
    let is_undivided = dialect.n_columns < 2 || dialect.cuts_amounts();
    if is_undivided && dialect.header.is_none() {
        let n_words: usize = dialect
            .records
            .iter()
            .flat_map(|r| &r.cells)
            .map(|c| c.split_whitespace().count())
            .sum();
        let is_prose = n_words > 6 * dialect.records.len().max(1);
        return Err(if is_prose {
            IntakeError::NoTable
        } else {
            IntakeError::NoDelimiter
        });
    }
    let has_party = mapping.name_column().is_some()
        || names_by_code(mapping)
        || matches!(names_stand, NamesStand::InHeadings(_))
        // Hours of nobody are still hours that were worked.
        || mapping.subject == Subject::Hours;
    if !has_party {
        return Err(IntakeError::NoNameColumn);
    }
    let is_refused = [QuestionId::AmountMeaning, QuestionId::Currency]
        .iter()
        .any(|id| answered(&options.answers, *id) == Some(&Choice::NotRevenue));
    let has_amounts = !mapping.candidates.is_empty();
    if is_refused || (mapping.subject == Subject::Revenue && !has_amounts) {
        return Err(IntakeError::NoAmountColumn);
    }
    Ok(())
}

/// Where the names of the customers stand, by what was said, by the first pass, or by the first rows.
fn names_stand(
    dialect: &Dialect,
    mapping: &Mapping,
    options: &ReadOptions,
    learned: &Learned,
) -> NamesStand {
    let answer = answered(&options.answers, QuestionId::NamesAbove);
    if mapping.subject != Subject::Revenue || answer == Some(&Choice::No) {
        NamesStand::InEachRow
    } else if mapping.column_of(Role::Name).is_none() {
        let headings = headings_in(dialect).filter(|_| !names_by_code(mapping));
        headings.map_or(NamesStand::InEachRow, NamesStand::InHeadings)
    } else if answer == Some(&Choice::Yes) || learned.has_names_above {
        NamesStand::OncePerGroup
    } else {
        NamesStand::InEachRow
    }
}

/// Whether customers are known by their number alone: another file has the names.
fn names_by_code(mapping: &Mapping) -> bool {
    let column = mapping
        .column_of(Role::Code)
        .and_then(|index| mapping.columns.get(index));
    column.is_some_and(|column| {
        column.confidence == Confidence::Given
            || words::says_customer_number(&column.header)
            || words::name_rank(&column.header) > 1
    })
}

fn mapping_of(dialect: &Dialect, options: &ReadOptions) -> Mapping {
    let header = header_of(dialect);
    let rows: Vec<SampledRow<'_>> = dialect
        .records
        .iter()
        .skip(dialect.first_data)
        .map(SampleRecord::row)
        .collect();
    let titles = dialect
        .records
        .iter()
        .take(dialect.first_data.saturating_sub(1));
    let mut titles = titles.flat_map(|record| &record.cells);
    let mut mapping = mapping_from(
        &header,
        &rows,
        dialect.n_columns,
        About {
            has_split_decimals: dialect.has_split_decimals,
            is_time_export: program_of(&header).is_some(),
            says_hours: titles.clone().any(|cell| words::says_hours(cell)),
        },
        &options.roles,
        &options.answers,
    );
    mapping.says_thousands |= titles.clone().any(|cell| words::says_thousands(cell));
    mapping.is_foreign |= titles.any(|cell| words::says_foreign(cell));
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
