//! The accounts of a list of a ledger: which of its rows are revenue, and whose.
//!
//! Every entry of a ledger adds up to nothing, so of the rows of all accounts those of revenue count alone.
//! That the rows are of several accounts is known after the last one; a second pass then leaves the others out.
//! A customer that stands on another row of the entry only is that of its revenue as well.

use std::borrow::Cow;

use super::labels;
use super::names_above::Party;
use super::record::Record;
use super::{JudgedBy, LedgerAccount};
use crate::customers::names;
use crate::customers::table::ByteTable;
use crate::mapping::account::{Sign, Written, account_heading, revenue_sign};
use crate::mapping::guess::AccountColumns;
use crate::mapping::is_named_revenue;
use crate::money::Cents;

/// Accounts that are told apart; no chart has as many.
const MOST_ACCOUNTS: usize = 5_000;

/// Entries whose customer is remembered.
const MOST_ENTRIES: usize = 200_000;

/// One account that rows are on.
#[derive(Debug)]
struct Account {
    number: String,
    name: String,
    by: Option<JudgedBy>,
    counts: bool,
    balance: i128,
}

/// The accounts of a list so far.
#[derive(Debug)]
pub(crate) struct Accounts {
    columns: AccountColumns,
    known: ByteTable<u32>,
    list: Vec<Account>,
    /// The account that the rows below a heading are on.
    above: Option<usize>,
    /// Whether rows on accounts without revenue are left out.
    pub(crate) are_sorted: bool,
    entries: ByteTable<u32>,
    /// The customer of each entry; none where it has several.
    parties: Vec<Option<Party>>,
    /// Whether a row has its customer from another one.
    pub(crate) has_borrowed: bool,
}

impl Accounts {
    pub(crate) fn new(columns: AccountColumns) -> Self {
        Self {
            columns,
            known: ByteTable::new(),
            list: Vec::new(),
            above: None,
            are_sorted: false,
            entries: ByteTable::new(),
            parties: Vec::new(),
            has_borrowed: false,
        }
    }

    /// Whether accounts stand above their rows.
    pub(crate) fn are_headings(&self) -> bool {
        self.columns.account.is_none()
    }

    /// Takes a row for the heading of an account, where it is one.
    pub(crate) fn take_heading(&mut self, record: &Record<'_>) -> bool {
        if !self.are_headings() {
            return false;
        }
        let cells: Vec<String> = record
            .fields()
            .map(|cell| String::from_utf8_lossy(&cell).into_owned())
            .collect();
        let Some(heading) = account_heading(cells.iter().map(String::as_str)) else {
            return false;
        };
        self.above = Written::of(&heading).and_then(|written| self.place_of(&written, None));
        self.above.is_some()
    }

    /// The account of a row; `None` where it has none.
    pub(crate) fn met(&mut self, record: &Record<'_>) -> Option<usize> {
        let Some(column) = self.columns.account else {
            return self.above;
        };
        let cell = record.field(column);
        let text = String::from_utf8_lossy(&cell);
        let written = Written::of(&text).filter(|_| labels::total_label(&text).is_none())?;
        let apart = self.columns.name.map(|index| record.field(index));
        self.place_of(&written, apart.as_deref())
    }

    /// The place of an account in the list; `apart`: its name, where that stands in another cell.
    fn place_of(&mut self, written: &Written<'_>, apart: Option<&[u8]>) -> Option<usize> {
        let is_numbered = !written.number.is_empty();
        let key = if is_numbered {
            written.number
        } else {
            written.name
        };
        let at = match self.known.get(key.as_bytes()) {
            Some(at) => at as usize,
            None if self.list.len() >= MOST_ACCOUNTS => return None,
            None => {
                let at = self.list.len();
                self.known.insert(key.as_bytes(), u32::try_from(at).ok()?);
                self.list.push(Account {
                    number: key.to_owned(),
                    name: String::new(),
                    by: None,
                    counts: false,
                    balance: 0,
                });
                at
            }
        };
        let account = self.list.get_mut(at)?;
        if account.name.is_empty() {
            let apart = apart.map(String::from_utf8_lossy);
            let name = if is_numbered { written.name } else { "" };
            let name = if name.is_empty() {
                apart
            } else {
                Some(Cow::Borrowed(name))
            };
            account.name = names::shown(&name.unwrap_or_default());
        }
        Some(at)
    }

    /// Notes who a row of an entry is of.
    pub(crate) fn note_party(&mut self, record: &Record<'_>, code: &[u8], name: &[u8]) {
        if code.is_empty() && name.is_empty() {
            return;
        }
        let Some(key) = self.entry_of(record) else {
            return;
        };
        let of_entry = self.entries.get(&key).map(|at| at as usize);
        let Some(known) = of_entry.and_then(|at| self.parties.get_mut(at)) else {
            let at = self.parties.len();
            if let Some(at) = u32::try_from(at).ok().filter(|_| at < MOST_ENTRIES) {
                self.entries.insert(&key, at);
                let (code, name) = (code.to_vec(), name.to_vec());
                self.parties.push(Some(Party { code, name }));
            }
            return;
        };
        let is_other = |party: &Party| {
            if code.is_empty() || party.code.is_empty() {
                !party.name.eq_ignore_ascii_case(name)
            } else {
                party.code != code
            }
        };
        if known.as_ref().is_some_and(is_other) {
            *known = None;
        }
    }

    /// Who the other rows of the entry are of, for one that names nobody.
    pub(crate) fn party_of(&self, record: &Record<'_>) -> Option<Party> {
        let at = self.entries.get(&self.entry_of(record)?)?;
        self.parties.get(at as usize)?.clone()
    }

    fn entry_of(&self, record: &Record<'_>) -> Option<Vec<u8>> {
        let entry = record.field(self.columns.entry?);
        let entry = entry.trim_ascii();
        let journal = self.columns.journal.map(|index| record.field(index));
        let journal = journal.as_deref().unwrap_or_default().trim_ascii();
        (!entry.is_empty()).then(|| [journal, b"\x1f", entry].concat())
    }

    /// What a second pass works with, where rows of revenue stand among others, or where somebody said which
    /// accounts count.
    pub(crate) fn sorted(mut self, chosen: Option<&[String]>) -> Option<Self> {
        if self.are_sorted {
            return None;
        }
        let signs = self.list.iter().map(|account| {
            let is_numbered = account.number.bytes().all(|byte| byte.is_ascii_digit());
            let name = if is_numbered {
                &account.name
            } else {
                &account.number
            };
            revenue_sign(if is_numbered { &account.number } else { "" }, name)
        });
        let signs: Vec<Option<Sign>> = signs.collect();
        let is_decimal = signs.contains(&Some(Sign::Number));
        for (account, sign) in self.list.iter_mut().zip(signs) {
            // In a chart whose revenue is numbered 8 the fours are costs: "4510 Verkoopbevordering".
            let is_cost = is_decimal && account.number.starts_with('4');
            account.by = match sign {
                Some(Sign::Number) => Some(JudgedBy::Number),
                Some(Sign::Name) => Some(JudgedBy::Description).filter(|_| !is_cost),
                None => None,
            };
            account.counts = account.by.is_some();
        }
        // Numbers that this ledger does not have were said of another.
        let is_here = |chosen: &&[String]| {
            let mut list = self.list.iter();
            list.any(|account| chosen.contains(&account.number))
        };
        let chosen = chosen.filter(is_here);
        if let Some(chosen) = chosen {
            for account in &mut self.list {
                let is_chosen = chosen.contains(&account.number);
                if is_chosen != account.counts {
                    account.by = Some(JudgedBy::User);
                }
                account.counts = is_chosen;
            }
        }
        let n_counting = self.list.iter().filter(|account| account.counts).count();
        // A number above rows may be that of a customer: some account has to be called revenue, or be said to be.
        let mut counting = self.list.iter().filter(|account| account.counts);
        let is_called = chosen.is_some()
            || !self.are_headings()
            || counting.any(|account| is_named_revenue(&account.name.to_lowercase()));
        let is_mixed = n_counting > 0 && n_counting < self.list.len() && is_called;
        (self.are_sorted, self.above) = (true, None);
        is_mixed.then_some(self)
    }

    /// Whether the rows on an account count.
    pub(crate) fn counts(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|account| account.counts)
    }

    /// Adds to the balance of an account.
    pub(crate) fn add(&mut self, at: usize, amount: i64) {
        if let Some(account) = self.list.get_mut(at) {
            account.balance += i128::from(amount);
        }
    }

    /// The accounts in order of their numbers, where it matters which they are; their balances times
    /// `factor`.
    pub(crate) fn into_list(self, factor: i64) -> Vec<LedgerAccount> {
        let listed = self.list.into_iter().filter(|_| self.are_sorted);
        let account = |account: Account| LedgerAccount {
            is_revenue: account.counts,
            judged_by: account.by.unwrap_or(JudgedBy::Number),
            balance_cents: Cents(
                i64::try_from(account.balance)
                    .unwrap_or_default()
                    .saturating_mul(factor),
            ),
            number: account.number,
            name: account.name,
            rgs: None,
        };
        let mut list: Vec<LedgerAccount> = Vec::new();
        for account in listed.map(account) {
            let at = list.partition_point(|other| other.number < account.number);
            list.insert(at, account);
        }
        list
    }
}
