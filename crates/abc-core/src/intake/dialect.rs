//! Delimiter, title rows and header, told from the beginning of a text.

use crate::mapping::cell::{CellKind, SampledRow};
use crate::mapping::words::{self, Meaning};
use crate::mapping::{Role, amount, day, duration};

use super::columns::is_unknown;
use super::record::Record;
use super::scanner::Scanner;

/// Records that are looked at.
pub(crate) const N_SAMPLE: usize = 250;
/// Rows within which a header is looked for.
const N_HEADER_ROWS: usize = 30;
/// In the order of preference where nothing else decides.
pub(crate) const DELIMITERS: [u8; 4] = [b';', b'\t', b',', b'|'];

/// One record of the beginning of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SampleRecord {
    pub(crate) line: u64,
    pub(crate) cells: Vec<String>,
    /// What a workbook knows of the cells; empty for text.
    pub(crate) kinds: Vec<CellKind>,
    pub(crate) n_fields: usize,
}

impl SampleRecord {
    /// A copy of a record, its cells cut to what tells something about their columns.
    pub(crate) fn of(record: &Record<'_>) -> Self {
        let cells: Vec<String> = record
            .fields()
            .map(|field| {
                let cut = field.get(..field.len().min(2_000)).unwrap_or_default();
                String::from_utf8_lossy(cut).into_owned()
            })
            .collect();
        let kinds = (0..cells.len()).map(|index| record.kind(index));
        Self {
            line: record.line,
            kinds: if record.is_typed() {
                kinds.collect()
            } else {
                Vec::new()
            },
            cells,
            n_fields: record.n_fields,
        }
    }

    /// The cells and their kinds.
    pub(crate) fn row(&self) -> SampledRow<'_> {
        SampledRow {
            cells: &self.cells,
            kinds: &self.kinds,
        }
    }

    fn n_filled(&self) -> usize {
        self.cells
            .iter()
            .filter(|cell| !cell.trim().is_empty())
            .count()
    }
}

/// How the records of a text are found and which of them is the header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Dialect {
    pub(crate) delimiter: u8,
    /// The sampled records, `sep=` line included.
    pub(crate) records: Vec<SampleRecord>,
    /// The position of the header among them.
    pub(crate) header: Option<usize>,
    /// The position of the first record that may be data.
    pub(crate) first_data: usize,
    /// Fields of a whole row.
    pub(crate) n_columns: usize,
    /// Rows hold one field more than the header, and it is two digits: a decimal comma split them.
    pub(crate) has_split_decimals: bool,
}

impl Dialect {
    /// Whether all that the delimiter cuts are amounts at their decimal comma: then it is none.
    pub(crate) fn cuts_amounts(&self) -> bool {
        let is_cut = |record: &&SampleRecord| match record.cells.as_slice() {
            [before, cents] => {
                let is_digits = cents.bytes().all(|byte| byte.is_ascii_digit());
                before.ends_with(|c: char| c.is_ascii_digit())
                    && before.contains(|c: char| c.is_alphabetic())
                    && is_digits
                    && (1..=2).contains(&cents.len())
            }
            _ => false,
        };
        let data = self.records.get(self.first_data..).unwrap_or_default();
        let mut filled = data
            .iter()
            .filter(|record| record.n_filled() > 1)
            .peekable();
        self.delimiter == b',' && filled.peek().is_some() && filled.all(|record| is_cut(&record))
    }
}

/// The delimiter that a `sep=;` line names.
pub(crate) fn separator_hint(first_line: &[u8]) -> Option<u8> {
    let line = first_line.trim_ascii();
    let line = line
        .strip_prefix(b"\"")
        .and_then(|l| l.strip_suffix(b"\""))
        .unwrap_or(line);
    let value = line
        .get(..4)
        .filter(|start| start.eq_ignore_ascii_case(b"sep="));
    match (value, line.get(4..)) {
        (Some(_), Some([delimiter])) => Some(*delimiter),
        // The tab is white space and may have been trimmed away.
        (Some(_), Some([])) if first_line.contains(&b'\t') => Some(b'\t'),
        _ => None,
    }
}

/// Reads the beginning of a text with one delimiter.
fn sample_with(head: &[u8], is_whole: bool, delimiter: u8) -> Vec<SampleRecord> {
    let mut scanner = Scanner::new(delimiter);
    scanner.room().extend_from_slice(head);
    if is_whole {
        scanner.close();
    }
    let mut records = Vec::new();
    sample_records(&mut scanner, &mut records);
    let is_swallowed = records.len() < N_HEADER_ROWS && scanner.is_in_quotes();
    if !is_whole && (records.is_empty() || is_swallowed) {
        // One endless line, or a quote that swallows the rest: what there is of it is all there is to judge.
        scanner.close();
        sample_records(&mut scanner, &mut records);
    }
    records
}

fn sample_records(scanner: &mut Scanner, records: &mut Vec<SampleRecord>) {
    while records.len() < N_SAMPLE {
        let Some(record) = scanner.next_record() else {
            break;
        };
        records.push(SampleRecord::of(&record));
    }
}

/// Decides delimiter and header for the beginning of a text (`is_whole`: there is no more of it).
pub(crate) fn dialect_of(
    head: &[u8],
    is_whole: bool,
    given: Option<u8>,
    has_header: Option<bool>,
) -> Dialect {
    let first_line = head
        .split(|byte| matches!(byte, b'\n' | b'\r'))
        .next()
        .unwrap_or_default();
    let hint = separator_hint(first_line);
    let (delimiter, records) = match given.or(hint) {
        Some(delimiter) => (delimiter, sample_with(head, is_whole, delimiter)),
        None => best_delimiter(head, is_whole),
    };
    dialect_from(records, delimiter, usize::from(hint.is_some()), has_header)
}

/// Decides the header for the first records; the first `n_skipped` are no part of the table.
pub(crate) fn dialect_from(
    records: Vec<SampleRecord>,
    delimiter: u8,
    n_skipped: usize,
    has_header: Option<bool>,
) -> Dialect {
    let modal = modal_fields(&records);
    let header = match has_header {
        Some(false) => None,
        Some(true) => header_among(&records, n_skipped, modal).or_else(|| {
            (n_skipped..records.len()).find(|i| records.get(*i).is_some_and(|r| r.n_filled() > 1))
        }),
        None => header_among(&records, n_skipped, modal),
    };
    let first_data = match header {
        Some(index) => index + 1,
        None => n_skipped,
    };
    let n_named = header
        .and_then(|index| records.get(index))
        .map_or(modal, |record| record.n_fields);
    let data = records.get(first_data..).unwrap_or_default();
    let has_split_decimals = header.is_some() && delimiter == b',' && is_split(data, n_named);
    Dialect {
        delimiter,
        header,
        first_data,
        n_columns: n_named + usize::from(has_split_decimals),
        has_split_decimals,
        records,
    }
}

/// Whether most rows have one field more than their header, digits followed by two digits.
fn is_split(data: &[SampleRecord], n_named: usize) -> bool {
    let is_digits = |cell: &str| !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit());
    let is_row_split = |record: &&SampleRecord| match record.cells.as_slice() {
        [.., whole, cents] => {
            let whole = whole.trim().trim_start_matches('-').replace('.', "");
            record.n_fields == n_named + 1
                && is_digits(&whole)
                && cents.len() == 2
                && is_digits(cents)
        }
        _ => false,
    };
    let n_filled = data.iter().filter(|record| record.n_filled() > 0).count();
    n_filled > 0 && data.iter().filter(is_row_split).count() * 4 >= n_filled * 3
}

fn best_delimiter(head: &[u8], is_whole: bool) -> (u8, Vec<SampleRecord>) {
    let mut best: Option<(f64, u8, Vec<SampleRecord>)> = None;
    for delimiter in DELIMITERS {
        let records = sample_with(head, is_whole, delimiter);
        let score = score(&records);
        if best.as_ref().is_none_or(|(top, _, _)| score > *top) {
            best = Some((score, delimiter, records));
        }
    }
    best.map_or((b';', Vec::new()), |(_, delimiter, records)| {
        (delimiter, records)
    })
}

/// How constant and how sensible the fields are under a delimiter; 0 where it does not split.
fn score(records: &[SampleRecord]) -> f64 {
    let modal = modal_fields(records);
    if modal < 2 {
        return 0.0;
    }
    let filled: Vec<&SampleRecord> = records
        .iter()
        .filter(|record| record.n_filled() > 0)
        .collect();
    let n_constant = filled
        .iter()
        .filter(|record| record.n_fields == modal)
        .count();
    let share = n_constant as f64 / filled.len().max(1) as f64;
    let n_known = filled
        .iter()
        .take(N_HEADER_ROWS)
        .map(|record| known_headers(record).min(4))
        .max()
        .unwrap_or_default();
    // The wrong delimiter cuts through quotes and leaves them in the cells.
    let has_quote = |record: &&&SampleRecord| record.cells.iter().any(|cell| cell.contains('"'));
    let n_quotes = filled.iter().filter(has_quote).count();
    let cut = n_quotes as f64 / filled.len().max(1) as f64;
    share * (1.0 + n_known as f64) * (1.0 - cut / 2.0)
}

/// The most common number of fields among the rows that hold anything.
fn modal_fields(records: &[SampleRecord]) -> usize {
    let mut counts = std::collections::BTreeMap::new();
    for record in records.iter().filter(|record| record.n_filled() > 0) {
        *counts.entry(record.n_fields).or_insert(0_usize) += 1;
    }
    // Of equally common ones the larger: titles are short.
    counts
        .into_iter()
        .max_by_key(|(n_fields, count)| (*count, *n_fields))
        .map_or(0, |(n_fields, _)| n_fields)
}

/// How many cells of a record are known headers, exact ones.
fn known_headers(record: &SampleRecord) -> usize {
    record
        .cells
        .iter()
        .filter(|cell| cell.len() < 60)
        .filter(|cell| words::meaning_of(cell).is_some())
        .count()
}

fn header_among(records: &[SampleRecord], n_skipped: usize, modal: usize) -> Option<usize> {
    let rows = records
        .iter()
        .enumerate()
        .skip(n_skipped)
        .take(N_HEADER_ROWS);
    let found: Vec<(usize, usize)> = rows
        .filter_map(|(index, record)| {
            let earlier = records.get(n_skipped..index).unwrap_or_default();
            let later = records.get(index + 1..).unwrap_or_default();
            Some((header_score(record, earlier, later, modal)?, index))
        })
        .collect();
    let (_, best) = found
        .iter()
        .copied()
        .max_by_key(|(score, index)| (*score, usize::MAX - index))?;
    // A whole table above it is the one that is meant; what is below it is another.
    let is_table = |index: usize| {
        let rows = records.get(index + 1..best).unwrap_or_default();
        records
            .get(index)
            .is_some_and(|record| heads_table(record, rows))
    };
    let above = found
        .iter()
        .map(|(_, index)| *index)
        .find(|index| *index < best && is_table(*index));
    Some(above.unwrap_or(best))
}

/// Whether a row names customers and their revenue, and some of the rows below it have both.
fn heads_table(record: &SampleRecord, rows: &[SampleRecord]) -> bool {
    let find = |wanted: fn(Meaning) -> bool| {
        record.cells.iter().position(|cell| {
            words::meaning_of(cell).is_some_and(|found| found.is_exact && wanted(found.meaning))
        })
    };
    let name = find(|meaning| meaning == Meaning::Role(Role::Name));
    let money = find(|meaning| matches!(meaning, Meaning::Revenue(_)));
    let (Some(name), Some(money)) = (name, money) else {
        return false;
    };
    let has_both = |row: &&SampleRecord| {
        let cell = |index: usize| row.cells.get(index).map_or("", |cell| cell.trim());
        cell(name).contains(char::is_alphabetic) && amount::number(cell(money)).is_ok()
    };
    rows.iter().filter(has_both).count() > 1
}

/// How much a row looks like the header of the rows below it; `None` where it cannot be one.
fn header_score(
    record: &SampleRecord,
    earlier: &[SampleRecord],
    later: &[SampleRecord],
    modal: usize,
) -> Option<usize> {
    let cells: Vec<&str> = record.cells.iter().map(|cell| cell.trim()).collect();
    let filled: Vec<&str> = cells
        .iter()
        .copied()
        .filter(|cell| !cell.is_empty())
        .collect();
    let is_value = |cell: &&str| {
        let is_year = words::year_in(cell).is_some();
        !is_year && (is_quantity(cell) || day::written(cell).is_some())
    };
    let matches: Vec<_> = cells
        .iter()
        .filter_map(|cell| words::meaning_of(cell))
        .collect();
    let says_name = matches
        .iter()
        .any(|m| m.meaning == Meaning::Role(Role::Name));
    // "Naam;1;2;3": numbers of months, beside the word for customers.
    let numbered = words::numbered(cells.iter().copied());
    let months: Vec<_> = cells
        .iter()
        .filter_map(|cell| words::month_written(cell))
        .collect();
    let are_months = months.len() > 2 && months.is_sorted_by(|a, b| a < b);
    let is_month = |cell: &str| are_months && words::month_written(cell).is_some();
    let has_values = cells.iter().enumerate().any(|(index, cell)| {
        let is_period = says_name && (numbered.contains(&index) || is_month(cell));
        is_value(cell) && !is_period
    });
    // "Omzet" above amounts, and nothing above the names.
    let is_money = |m: &words::Match| m.is_exact && matches!(m.meaning, Meaning::Revenue(_));
    let names_one = record.n_fields == 2 && matches.iter().any(is_money);
    if filled.len() < 2 - usize::from(names_one) || has_values {
        return None;
    }
    let n_exact = matches.iter().filter(|m| m.is_exact).count();
    let is_wide = record.n_fields >= modal;
    let turning = value_columns(&cells, later);
    // Unknown words below rows of the same form are one more of them, whose figure is not filled in.
    let is_one_more = matches.is_empty()
        && earlier.iter().any(|record| {
            let has_value = |column: &usize| {
                let cell = record.cells.get(*column);
                cell.is_some_and(|cell| is_quantity(cell.trim()))
            };
            record.n_filled() > 1 && turning.iter().any(has_value)
        });
    let turns_to_values = is_wide && !is_one_more && !turning.is_empty();
    // Unknown words above numbers are a header; known words are one even without a row below.
    let is_header = turns_to_values || (matches.len() >= 2 && (n_exact > 0 || later.is_empty()));
    if !is_header {
        return None;
    }
    let score = matches.len() * 2
        + n_exact * 3
        + usize::from(says_name) * 2
        + usize::from(turns_to_values) * 4;
    Some(score + usize::from(is_wide) * 2)
}

/// A number or a length of time.
fn is_quantity(cell: &str) -> bool {
    amount::number(cell).is_ok() || duration::written(cell).is_some()
}

/// The columns that have words here and mostly numbers below. That a figure is not known is no word.
fn value_columns(cells: &[&str], later: &[SampleRecord]) -> Vec<usize> {
    let turns = |column: &usize| {
        let values: Vec<&str> = later
            .iter()
            .filter_map(|record| record.cells.get(*column))
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty())
            .take(50)
            .collect();
        let n_numbers = values.iter().filter(|cell| is_quantity(cell)).count();
        n_numbers > 0
            && n_numbers * 2 >= values.len()
            && cells
                .get(*column)
                .is_some_and(|cell| !cell.is_empty() && !is_unknown(cell.as_bytes()))
    };
    (0..cells.len()).filter(turns).collect()
}

#[cfg(test)]
mod tests;
