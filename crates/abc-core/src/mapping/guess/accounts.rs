//! Whether the rows of a table are those of a ledger: each on an account, which tells whether it is revenue.

use super::Guess;
use crate::mapping::account::{Written, account_heading};
use crate::mapping::cell::SampledRow;
use crate::mapping::words::{self, AccountHeader, Meaning};
use crate::mapping::{Confidence, Role};

/// Where a list of a ledger says on which account a row is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct AccountColumns {
    /// The number, the name, or both; `None` where accounts stand above their rows.
    pub(crate) account: Option<usize>,
    /// The name, where it stands apart.
    pub(crate) name: Option<usize>,
    /// What rows of one entry have in common: its number, and the journal that has numbers of its own.
    pub(crate) entry: Option<usize>,
    pub(crate) journal: Option<usize>,
}

impl Guess<'_> {
    /// Marks the column of the accounts before another role takes it.
    pub(super) fn choose_account(&mut self, rows: &[SampledRow<'_>]) {
        if self.is_taken(Role::Account) {
            return;
        }
        let kind = |index: usize| words::account_header(self.header(index));
        let mut free = (0..self.headers.len()).filter(|index| self.is_free(*index));
        let found = free
            .clone()
            .find(|index| {
                kind(*index) == Some(AccountHeader::Ledger) && self.holds_accounts(*index, rows)
            })
            .or_else(|| {
                free.clone().find(|index| {
                    kind(*index) == Some(AccountHeader::Vague)
                        && self.has_sides()
                        && are_numbered(rows, *index)
                        && self.has_several_customers(rows, *index)
                })
            })
            .or_else(|| {
                free.find(|index| {
                    let meaning = self.matched(*index).map(|found| found.meaning);
                    kind(*index) == Some(AccountHeader::Name)
                        && meaning != Some(Meaning::Role(Role::Name))
                        && self.holds_accounts(*index, rows)
                })
            });
        if let Some(index) = found {
            self.set(index, Role::Account, Confidence::High);
        }
    }

    /// Where the accounts, their names and the entries stand; `None` for anything but a ledger.
    pub(super) fn account_columns(&self, rows: &[SampledRow<'_>]) -> Option<AccountColumns> {
        let account = self.with_role(Role::Account);
        if account.is_none() && !self.has_account_headings(rows) {
            return None;
        }
        let is_name = |index: &usize| {
            let is_named = match words::account_header(self.header(*index)) {
                Some(AccountHeader::Name) => true,
                // "Grootboekrekening;Omschrijving".
                _ => {
                    Some(*index) == account.map(|at| at + 1)
                        && words::says_description(self.header(*index))
                }
            };
            // What was booked is the same on all accounts of an entry.
            let is_one_to_one = |account: usize| {
                *index != account
                    && depends_on(rows, *index, account)
                    && depends_on(rows, account, *index)
            };
            is_named && account.is_some_and(is_one_to_one)
        };
        let entry = (0..self.headers.len())
            .filter_map(|index| Some((words::entry_rank(self.header(index))?, index)))
            .min();
        let journal =
            (0..self.headers.len()).find(|index| words::says_journal(self.header(*index)));
        Some(AccountColumns {
            account,
            name: (0..self.headers.len()).find(is_name),
            entry: entry
                .map(|(_, index)| index)
                .or_else(|| self.with_role(Role::Invoice)),
            journal,
        })
    }

    /// Whether accounts stand above the rows that are on them, which name their customers.
    fn has_account_headings(&self, rows: &[SampledRow<'_>]) -> bool {
        let is_heading =
            |row: &SampledRow<'_>| account_heading(row.cells.iter().map(String::as_str)).is_some();
        // Who took the account off a column said that there is none.
        let is_denied = |index: usize| {
            words::account_header(self.header(index)).is_some() && self.is_given(index)
        };
        self.is_taken(Role::Name)
            && self.has_sides()
            && !(0..self.headers.len()).any(is_denied)
            && rows.iter().any(is_heading)
    }

    /// Numbers of accounts; names alone tell accounts only where amounts have sides.
    fn holds_accounts(&self, index: usize, rows: &[SampledRow<'_>]) -> bool {
        let is_filled = self
            .stats
            .get(index)
            .is_some_and(|stats| stats.n_filled > 0);
        is_filled && (are_numbered(rows, index) || self.has_sides())
    }

    /// Whether amounts are on the sides of an account.
    fn has_sides(&self) -> bool {
        let is_said = |wanted: Meaning| {
            let mut matches = self.matches.iter().flatten();
            matches.any(|found| found.meaning == wanted)
        };
        is_said(Meaning::Debit) && is_said(Meaning::Credit)
            || self.headers.iter().any(|header| words::says_side(header))
    }

    /// Whether some account has rows of two customers: a debtor's number has one.
    fn has_several_customers(&self, rows: &[SampledRow<'_>], account: usize) -> bool {
        let says_name = |guess: &Self, index: usize| {
            let found = guess.matched(index);
            index != account
                && found.is_some_and(|found| found.meaning == Meaning::Role(Role::Name))
        };
        let names = self.columns_where(says_name);
        names.iter().any(|name| !depends_on(rows, *name, account))
    }
}

/// Whether nearly all cells are numbers of accounts.
fn are_numbered(rows: &[SampledRow<'_>], index: usize) -> bool {
    let cells = rows.iter().filter_map(|row| Written::of(row.cell(index)));
    let (n_numbered, n) = cells.fold((0, 0), |(n_numbered, n), cell| {
        (n_numbered + usize::from(!cell.number.is_empty()), n + 1)
    });
    n > 0 && n_numbered * 10 >= n * 8
}

/// Whether every value of `on` has one of `column` beside it, apart from empty ones.
fn depends_on(rows: &[SampledRow<'_>], column: usize, on: usize) -> bool {
    let is_filled =
        |row: &&SampledRow<'_>| !row.cell(on).is_empty() && !row.cell(column).is_empty();
    rows.iter().filter(is_filled).all(|row| {
        let mut alike = rows.iter().filter(is_filled);
        let first = alike.find(|other| other.cell(on) == row.cell(on));
        first.is_none_or(|first| first.cell(column) == row.cell(column))
    })
}
