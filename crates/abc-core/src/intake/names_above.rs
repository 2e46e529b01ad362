//! Customers that stand above their rows: as a heading, or once in a column that is empty below it.
//!
//! Reports of bookkeeping programs and pivot tables write a customer once. A row without a name is then
//! of the last customer above it, unless the rows below only break down the amount that stands there.

use crate::mapping::words::{self, Meaning};
use crate::mapping::{Role, amount, day};

use super::dialect::{Dialect, SampleRecord};
use super::labels;

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
    InHeadings,
}

/// The customer above, and what tells whether the rows below are theirs.
#[derive(Debug, Default)]
pub(crate) struct NamesAbove {
    stand: NamesStand,
    current: Option<Party>,
    /// Rows with an amount and no name, below one that has a name.
    n_nameless: u64,
    /// Rows without an amount that hold a name.
    n_headings: u64,
    /// The amount beside the last name, and the sum of the nameless rows below it.
    named: Option<i64>,
    below: Option<i128>,
    /// Groups in which the rows below are other amounts than the one beside the name.
    n_continued: u64,
    /// Groups in which they add up to it.
    n_broken_down: u64,
    /// A total counts them.
    is_in_total: bool,
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

    /// Whether the names stand in rows of their own.
    pub(crate) fn is_in_headings(&self) -> bool {
        self.stand == NamesStand::InHeadings
    }

    /// Who a row without a name is of.
    pub(crate) fn party(&self) -> Option<&Party> {
        self.current.as_ref().filter(|_| self.is_used())
    }

    /// Notes a row that has a name; whether it is another one than that of the rows before.
    pub(crate) fn name(&mut self, code: &[u8], name: &[u8], amount: i64) -> bool {
        if self.is_used() {
            let is_same = |party: &Party| party.code == code && party.name == name;
            let is_other = !self.current.as_ref().is_some_and(is_same);
            if is_other {
                let (code, name) = (code.to_vec(), name.to_vec());
                self.current = Some(Party { code, name });
            }
            return is_other;
        }
        self.end_group();
        self.named = Some(amount);
        false
    }

    /// Notes a row with an amount that has no name.
    pub(crate) fn nameless(&mut self, amount: i64) {
        if self.named.is_some() || self.n_headings > 0 {
            self.n_nameless += 1;
            self.below = Some(self.below.unwrap_or_default() + i128::from(amount));
        }
    }

    /// Takes a row without an amount for a heading, where it can be one.
    pub(crate) fn take_heading(&mut self, cells: &[String], name: Option<usize>) -> bool {
        let heading = match (self.stand, name) {
            (NamesStand::InHeadings, _) => heading_of(cells),
            (_, Some(name)) => heading_of(cells).filter(|_| {
                let cell = cells.get(name);
                cell.is_some_and(|cell| !cell.is_empty())
            }),
            _ => None,
        };
        let Some(party) = heading else {
            return false;
        };
        self.end_group();
        self.named = None;
        self.n_headings += 1;
        self.current = Some(party);
        self.is_used()
    }

    /// Notes that a total is right only with the nameless rows above it.
    pub(crate) fn prove(&mut self) {
        self.is_in_total = true;
    }

    /// Whether the rows without a name are those of the customer above: at least half of all (a quarter
    /// when a total counts them), and not the parts of an amount that stands beside the name.
    pub(crate) fn says_once_per_group(&mut self, n_named: u64) -> bool {
        self.end_group();
        let most_named = self.n_nameless * if self.is_in_total { 3 } else { 1 };
        let is_common = self.n_nameless >= 2 && n_named <= most_named;
        !self.is_used() && is_common && self.n_continued > self.n_broken_down
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

/// Whether the customers of a table without a column of names stand in rows of their own.
pub(crate) fn has_headings(dialect: &Dialect) -> bool {
    let mut names = std::collections::BTreeSet::new();
    let mut n_below = 0_usize;
    for (position, record) in dialect.records.iter().enumerate() {
        let cells = trimmed(record);
        let may_head = position >= dialect.first_data || is_labelled(&cells);
        match heading_of(&cells).filter(|_| may_head) {
            Some(party) => {
                names.insert(party.name);
            }
            None if !names.is_empty() && has_amount(record) => n_below += 1,
            None => {}
        }
    }
    names.len() > 1 && n_below >= names.len()
}

fn trimmed(record: &SampleRecord) -> Vec<String> {
    let cells = record.cells.iter();
    cells.map(|cell| cell.trim().to_owned()).collect()
}

/// Whether a row says that what stands in it is a customer.
pub(crate) fn is_labelled(cells: &[String]) -> bool {
    cells.iter().any(|cell| without_label(cell) != cell)
}

fn has_amount(record: &SampleRecord) -> bool {
    let mut cells = record.cells.iter();
    cells.any(|cell| amount::number(cell.trim()).is_ok())
}

/// The customer that a row names when it says nothing else: a name, perhaps with a number before it and
/// a word that says what it is ("Debiteur: 10001 Bakker BV").
pub(crate) fn heading_of(cells: &[String]) -> Option<Party> {
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
        && labels::total_label(name).is_none();
    is_name.then(|| Party {
        code: code.as_bytes().to_vec(),
        name: name.as_bytes().to_vec(),
    })
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

/// A debtor number and the name beside it; a name that begins with digits of its own ("3M", "24 Uur Zorg")
/// is none.
fn numbered(text: &str) -> (&str, &str) {
    let (first, rest) = text.split_once([' ', '\t']).unwrap_or((text, ""));
    let rest = rest.trim_start_matches([' ', '-', '–', ':', '\t']);
    let is_code = |part: &str| is_number(part) && part.len() > 2;
    let behind = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('));
    match behind {
        _ if is_code(first) && !rest.is_empty() => (first, rest),
        Some((name, code)) if is_code(code) => (code, name.trim_end()),
        _ => ("", text),
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
