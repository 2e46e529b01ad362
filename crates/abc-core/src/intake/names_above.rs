//! Customers that stand above their rows: as a heading, or once in a column that is empty below it.
//!
//! Reports of bookkeeping programs and pivot tables write a customer once. A row without a name is then
//! of the last customer above it, unless the rows below only break down the amount that stands there.
//! Nothing here is certain, so all of it is asked, but for headings that say what they are.

use crate::mapping::words::{self, Meaning};
use crate::mapping::{Role, amount, day};

use super::dialect::{Dialect, SampleRecord};
use super::labels;
use super::limits::is_too_long;

/// Who rows without a name are of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Party {
    pub(crate) code: Vec<u8>,
    pub(crate) name: Vec<u8>,
}

/// Where the names of a table stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum NamesStand {
    /// Each row has its own; one without is refused.
    #[default]
    InEachRow,
    /// In their column, once for the rows below.
    OncePerGroup,
    /// In rows of their own; the table has no column of names.
    InHeadings(Headings),
}

/// How the rows that name customers look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Headings {
    /// The column in which they begin: text that stands alone elsewhere is of the row above it.
    column: usize,
    /// They say that they are customers: "Debiteur: Bakker".
    pub(crate) are_labelled: bool,
}

/// The customer above, and what tells whether the rows below are theirs.
#[derive(Debug, Default)]
pub(crate) struct NamesAbove {
    stand: NamesStand,
    current: Option<Party>,
    /// Rows with an amount and no name, below one that has a name.
    n_nameless: u64,
    /// Whether a row without an amount had a name.
    has_heading: bool,
    /// The amount beside the last name, and the sum of the nameless rows below it.
    named: Option<i64>,
    below: Option<i128>,
    /// Groups in which the rows below are other amounts than the one beside the name.
    n_continued: u64,
    /// Groups in which they add up to it.
    n_broken_down: u64,
    /// Whether a total counts them, where one tells.
    are_in_total: Option<bool>,
}

impl NamesAbove {
    pub(crate) fn new(stand: NamesStand) -> Self {
        Self {
            stand,
            ..Self::default()
        }
    }

    /// Whether rows without a name are taken for those of the customer above.
    pub(crate) fn is_used(&self) -> bool {
        self.stand != NamesStand::InEachRow
    }

    /// Whether their column has the names once for the rows below.
    pub(crate) fn is_once_per_group(&self) -> bool {
        self.stand == NamesStand::OncePerGroup
    }

    /// The rows that name the customers, where they stand in rows of their own.
    pub(crate) fn headings(&self) -> Option<Headings> {
        match self.stand {
            NamesStand::InHeadings(headings) => Some(headings),
            _ => None,
        }
    }

    /// Who a row without a name is of.
    pub(crate) fn party(&self) -> Option<&Party> {
        self.current.as_ref().filter(|_| self.is_used())
    }

    /// Notes a row that has a name, whether it counts or is refused; whether it is another one than that
    /// of the rows before.
    pub(crate) fn name(&mut self, code: &[u8], name: &[u8]) -> bool {
        let is_same = |party: &Party| party.code == code && party.name == name;
        let is_other = !self.current.as_ref().is_some_and(is_same);
        if is_other {
            let (code, name) = (code.to_vec(), name.to_vec());
            self.current = Some(Party { code, name });
        }
        is_other
    }

    /// What comes now is of nobody until another name comes.
    pub(crate) fn end(&mut self) {
        self.current = None;
    }

    /// Notes the amount beside a name, while rows without one are refused.
    #[inline]
    pub(crate) fn named(&mut self, amount: i64) {
        self.end_group();
        self.named = Some(amount);
    }

    /// Notes a row with an amount that has no name.
    pub(crate) fn nameless(&mut self, amount: i64) {
        if self.named.is_some() || self.has_heading {
            self.n_nameless += 1;
            self.below = Some(self.below.unwrap_or_default() + i128::from(amount));
        }
    }

    /// Takes a row without an amount for a heading, where it can be one.
    pub(crate) fn take_heading(&mut self, cells: &[String], name: Option<usize>) -> bool {
        let is_filled = |column: usize| cells.get(column).is_some_and(|cell| !cell.is_empty());
        let heading = match (self.stand, name) {
            (NamesStand::InHeadings(headings), _) => {
                let begins = cells.iter().position(|cell| !cell.is_empty());
                if begins != Some(headings.column) {
                    return false;
                }
                let heading = heading_of(cells);
                if heading.is_none() {
                    // Another heading, whose rows are not those of the customer before it.
                    self.end();
                }
                heading
            }
            (_, Some(name)) => heading_of(cells).filter(|_| is_filled(name)),
            _ => None,
        };
        let Some(party) = heading else {
            return false;
        };
        self.end_group();
        self.named = None;
        self.has_heading = true;
        self.current = Some(party);
        self.is_used()
    }

    /// Notes whether a total is right with the nameless rows above it, or without them.
    pub(crate) fn total(&mut self, counts_nameless: bool) {
        self.are_in_total = Some(counts_nameless);
    }

    /// Whether so many rows have no name that they are likely of somebody.
    pub(crate) fn are_common(&self, n_named: u64) -> bool {
        // A total that counts them proves more than their number.
        let share = if self.are_in_total == Some(true) {
            3
        } else {
            1
        };
        self.n_nameless >= 2 && n_named <= self.n_nameless * share
    }

    /// Whether the rows without a name are likely those of the customer above, and not the parts of an
    /// amount that stands beside the name.
    pub(crate) fn says_once_per_group(&mut self, n_named: u64) -> bool {
        self.end_group();
        let are_other_amounts = self
            .are_in_total
            .unwrap_or(self.n_continued > self.n_broken_down);
        // As many with as without a name may as well be carelessness: that is asked, and they do not count.
        let are_most = self.are_in_total == Some(true) || n_named < self.n_nameless;
        !self.is_used() && self.are_common(n_named) && are_other_amounts && are_most
    }

    fn end_group(&mut self) {
        let Some(below) = self.below.take() else {
            return;
        };
        if self.named.map(i128::from) == Some(below) {
            self.n_broken_down += 1;
        } else {
            self.n_continued += 1;
        }
    }
}

/// How the customers of a table without a column of names stand in rows of their own; `None` where they
/// do not.
pub(crate) fn headings_in(dialect: &Dialect) -> Option<Headings> {
    let titles = dialect.header.unwrap_or_default();
    let before = dialect.records.get(..titles).unwrap_or_default();
    // Other titles say what the report is about: "Debiteur: alle", "Periode: 2025".
    let title = before
        .iter()
        .rev()
        .map(trimmed)
        .find(|cells| !is_empty(cells));
    let title = title.filter(|cells| is_labelled(cells));
    let data = dialect
        .records
        .get(dialect.first_data..)
        .unwrap_or_default();
    let rows = title.into_iter().chain(data.iter().map(trimmed));
    let mut found: Option<Headings> = None;
    let mut names = std::collections::BTreeSet::new();
    let mut n_below = 0_usize;
    for cells in rows {
        let column = cells.iter().position(|cell| !cell.is_empty());
        let party =
            heading_of(&cells).filter(|_| found.is_none_or(|found| column == Some(found.column)));
        match (party, column) {
            (Some(party), Some(column)) => {
                let are_labelled =
                    is_labelled(&cells) && found.is_none_or(|found| found.are_labelled);
                found = Some(Headings {
                    column,
                    are_labelled,
                });
                names.insert(party.name);
            }
            _ if !names.is_empty() && has_amount(&cells) => n_below += 1,
            _ => {}
        }
    }
    found.filter(|found| {
        let least = if found.are_labelled { 1 } else { 2 };
        names.len() >= least && n_below >= names.len()
    })
}

fn trimmed(record: &SampleRecord) -> Vec<String> {
    let cells = record.cells.iter();
    cells.map(|cell| cell.trim().to_owned()).collect()
}

fn is_empty(cells: &[String]) -> bool {
    cells.iter().all(String::is_empty)
}

/// Whether a row says that what stands in it is a customer.
fn is_labelled(cells: &[String]) -> bool {
    cells.iter().any(|cell| without_label(cell) != cell)
}

fn has_amount(cells: &[String]) -> bool {
    cells.iter().any(|cell| amount::number(cell).is_ok())
}

/// The customer that a row names when it says nothing else: a name, perhaps with a number before it and
/// a word that says what it is ("Debiteur: 10001 Bakker BV").
fn heading_of(cells: &[String]) -> Option<Party> {
    let filled = cells
        .iter()
        .map(String::as_str)
        .filter(|cell| !cell.is_empty());
    let said: Vec<&str> = filled
        .map(without_label)
        .filter(|cell| !cell.is_empty())
        .collect();
    let (code, name) = match said.as_slice() {
        [only] => numbered(only),
        [code, name] if is_number(code) => (*code, *name),
        _ => return None,
    };
    let is_name = name.chars().any(char::is_alphabetic)
        && amount::number(name).is_err()
        && day::written(name).is_none()
        && !labels::is_note(name)
        && labels::total_label(name).is_none()
        && !is_account_or_period(name);
    (is_name && !is_too_long(name)).then(|| Party {
        code: code.as_bytes().to_vec(),
        name: name.as_bytes().to_vec(),
    })
}

/// Reports have headings of other things too: "8000 Omzet hoog", "Januari 2025".
fn is_account_or_period(name: &str) -> bool {
    let found = words::meaning_of(name).map(|found| found.meaning);
    matches!(found, Some(Meaning::Revenue(_) | Meaning::Period(_)))
}

/// "Debiteur: Bakker BV" without what says that it is a customer.
fn without_label(cell: &str) -> &str {
    let says_party = |label: &str| {
        words::meaning_of(label).is_some_and(|found| {
            let is_party = [Role::Name, Role::Code]
                .map(Meaning::Role)
                .contains(&found.meaning);
            is_party && found.is_exact
        })
    };
    let begins_with_number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    match (cell.split_once(':'), cell.split_once(' ')) {
        (Some((label, rest)), _) if says_party(label.trim()) => rest.trim(),
        (None, Some((label, rest))) if says_party(label) && begins_with_number(rest) => rest,
        (None, _) if says_party(cell) => "",
        _ => cell,
    }
}

/// A debtor number and the name beside it; a name that begins with digits of its own ("3M", "365 Werkt")
/// has none.
fn numbered(text: &str) -> (&str, &str) {
    let (first, rest) = text.split_once([' ', '\t']).unwrap_or((text, ""));
    let name = rest.trim_start_matches([' ', '-', '–', ':', '\t']);
    let is_apart = name.len() < rest.len();
    let is_code = |part: &str| is_number(part) && part.len() > 3;
    let behind = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('));
    match behind {
        _ if !name.is_empty() && (is_code(first) || is_number(first) && is_apart) => (first, name),
        Some((name, code)) if is_code(code) => (code, name.trim_end()),
        _ => ("", text),
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
