//! Records to rows that count: each one is accepted, rejected or ignored, with a reason.
//!
//! The common row costs a parsed amount and one look-up. Everything that makes a row no customer (a
//! total, a heading, a repeated header) is asked only of rows without a readable amount and of
//! names that were not seen before.

use std::borrow::Cow;

use crate::customers::ledger::{Ledger, Oddity, RowValues};
use crate::customers::names;
use crate::customers::table::ByteTable;
use crate::date::Date;
use crate::mapping::amount::Unreadable;
use crate::mapping::guess::Subject;
use crate::mapping::words;

use super::accounts::Accounts;
use super::cells::DayColumn;
use super::columns::{CellTrouble, Columns, Work, unusable};
use super::labels::{self, TotalLabel};
use super::limits::is_too_long;
use super::names_above::{NamesAbove, NamesStand, Party};
use super::notes::Notes;
use super::outline::{Doubled, Outline};
use super::record::{Damage, Record};
use super::repeats::Repeats;
use super::{FlagReason, IgnoreReason, RejectReason, RowTally};

/// Names longer than this are accepted with a flag.
const LONG_NAME_CHARS: usize = 200;

/// Sums under one answer to the question where the revenue comes from.
#[derive(Clone, Debug, Default)]
pub(crate) struct CandidateTotals {
    pub(crate) revenue: i128,
    pub(crate) n_customers: u32,
    /// Per customer: whether this candidate gave it an amount.
    has_amount: Vec<bool>,
}

impl CandidateTotals {
    fn add(&mut self, customer: u32, cents: i64) {
        let index = customer as usize;
        if self.has_amount.len() <= index {
            self.has_amount.resize(index + 1, false);
        }
        if let Some(has_amount) = self.has_amount.get_mut(index).filter(|has| !**has) {
            *has_amount = true;
            self.n_customers += 1;
        }
        self.revenue += i128::from(cents);
    }
}

/// Rows that may have a sum below them.
#[derive(Clone, Copy, Debug, Default)]
struct Group {
    sum: i128,
    n_rows: u64,
    /// Sum of the rows that were refused for want of a name.
    nameless: i128,
}

/// What the user answered about the rows.
#[derive(Debug, Default)]
pub(crate) struct Said {
    pub(crate) reads_other_tables: bool,
    pub(crate) names_stand: NamesStand,
    pub(crate) doubled: Doubled,
    pub(crate) left_out: LeftOut,
    pub(crate) accounts: Option<Accounts>,
}

/// Rows that do not count because the user said so.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct LeftOut {
    pub(crate) repeats: bool,
    pub(crate) drafts: bool,
}

/// Everything that grows while the records of a file pass by.
#[derive(Debug)]
pub(crate) struct Rows {
    pub(crate) columns: Columns,
    pub(crate) ledger: Ledger,
    pub(crate) tally: RowTally,
    pub(crate) rejected: Notes<RejectReason>,
    pub(crate) ignored: Notes<IgnoreReason>,
    pub(crate) flagged: Notes<FlagReason>,
    /// Sum of the accepted rows: cents, or worked seconds.
    pub(crate) sum: i64,
    /// The same under the other notation of the amount column.
    pub(crate) revenue_in_other_notation: i128,
    /// Totals per candidate, kept while there is more than one.
    pub(crate) candidates: Vec<CandidateTotals>,
    identities: ByteTable<u32>,
    pub(crate) names_above: NamesAbove,
    /// The ledger accounts that rows are on, where a column has them.
    pub(crate) accounts: Option<Accounts>,
    /// What the user said to leave out.
    left_out: LeftOut,
    /// Rows that came before.
    pub(crate) repeats: Repeats,
    /// Whether a status names drafts, and what the other rows give.
    pub(crate) n_drafts: u64,
    pub(crate) without_drafts: CandidateTotals,
    pub(crate) n_positive: u64,
    pub(crate) n_negative: u64,
    has_wrong_total: bool,
    /// A total that stands above what it is the sum of.
    total_above: Option<i128>,
    /// Rows that were left out because they are sums of others.
    pub(crate) n_totals: u64,
    /// A second table began; its rows are not read unless the user wants them.
    pub(crate) has_other_table: bool,
    last_line: u64,
    /// Notes among the rows which say that amounts are in thousands.
    pub(crate) n_notes_of_thousands: u64,
    reads_other_tables: bool,
    /// Bytes of names that are not UTF-8, to tell their encoding by.
    pub(crate) broken_names: Vec<u8>,
    pub(crate) period: Option<(Date, Date)>,
    /// The amounts in order, to see whether each stands there twice.
    pub(crate) outline: Outline,
    /// Rows that an earlier pass found to be the parts of others, or what they are parts of.
    doubled: Doubled,
    /// Rows that counted or were doubled.
    n_met: u32,
    /// The rows since the last subtotal or heading.
    group: Group,
    /// Sum of all rows that were refused for want of a name.
    nameless: i128,
    /// Rows of an hour registration without a customer, and their seconds.
    pub(crate) n_unassigned: u64,
    pub(crate) unassigned_seconds: i64,
}

/// Why a row is not accepted.
enum Verdict {
    Rejected(RejectReason, Option<usize>),
    Ignored(IgnoreReason),
}

impl Rows {
    /// No rows yet.
    pub(crate) fn new(columns: Columns, said: Said, keeps_all: bool) -> Self {
        let n_candidates = columns.candidates.len();
        let n_totals = if n_candidates > 1 { n_candidates } else { 0 };
        Self {
            columns,
            ledger: Ledger::new(),
            tally: RowTally::default(),
            rejected: Notes::new(keeps_all),
            ignored: Notes::new(keeps_all),
            flagged: Notes::new(keeps_all),
            sum: 0,
            revenue_in_other_notation: 0,
            candidates: vec![CandidateTotals::default(); n_totals],
            identities: ByteTable::new(),
            names_above: NamesAbove::new(said.names_stand),
            accounts: said.accounts,
            left_out: said.left_out,
            repeats: Repeats::default(),
            n_drafts: 0,
            without_drafts: CandidateTotals::default(),
            n_positive: 0,
            n_negative: 0,
            has_wrong_total: false,
            total_above: None,
            n_totals: 0,
            has_other_table: false,
            last_line: 0,
            n_notes_of_thousands: 0,
            reads_other_tables: said.reads_other_tables,
            broken_names: Vec::new(),
            period: None,
            outline: Outline::default(),
            doubled: said.doubled,
            n_met: 0,
            group: Group::default(),
            nameless: 0,
            n_unassigned: 0,
            unassigned_seconds: 0,
        }
    }

    /// Whether a total is not the sum of what it stands with.
    pub(crate) fn has_wrong_total(&self) -> bool {
        let is_wrong = |total: i128| total != i128::from(self.sum);
        self.has_wrong_total || self.total_above.is_some_and(is_wrong)
    }

    /// Whether rows are left out because they say what others say.
    pub(crate) fn has_doubled(&self) -> bool {
        !self.doubled.is_empty()
    }

    /// Counts a record that stands before the data.
    pub(crate) fn ignore(&mut self, record: &Record<'_>, reason: IgnoreReason) {
        self.tally.records += 1;
        self.note(record, Verdict::Ignored(reason));
    }

    /// Whether the record above the header is the heading of the first customer or account.
    pub(crate) fn take_title(&mut self, record: &Record<'_>) -> bool {
        if let Some(accounts) = &mut self.accounts
            && accounts.take_heading(record)
        {
            return true;
        }
        let cells = cells_of(record);
        let headings = self.names_above.headings();
        headings.is_some_and(|headings| headings.are_labelled)
            && self.names_above.take_heading(&cells, None)
    }

    /// Takes the next record.
    pub(crate) fn take(&mut self, record: &Record<'_>) {
        self.tally.records += 1;
        if record.line <= self.last_line {
            // The next sheet, with a total of its own.
            self.group = Group::default();
            self.repeats.end_sheet();
        }
        self.last_line = record.line;
        if self.has_other_table && !self.reads_other_tables {
            let is_empty = record.fields().all(|cell| cell.trim_ascii().is_empty());
            let reason = if is_empty {
                IgnoreReason::EmptyLine
            } else {
                IgnoreReason::OtherTable
            };
            self.note(record, Verdict::Ignored(reason));
            return;
        }
        let verdict = self.accept(record);
        if !self.candidates.is_empty() {
            match &verdict {
                Ok(()) => self.count_candidates(record, true),
                Err(Verdict::Rejected(
                    RejectReason::AmountMissing | RejectReason::AmountInvalid,
                    _,
                )) => {
                    self.count_candidates(record, false);
                }
                Err(_) => {}
            }
        }
        match verdict {
            Ok(()) => self.tally.accepted += 1,
            Err(verdict) => self.note(record, verdict),
        }
    }

    fn note(&mut self, record: &Record<'_>, verdict: Verdict) {
        match verdict {
            Verdict::Rejected(reason, column) => {
                self.tally.rejected += 1;
                self.rejected.push(record, reason, column);
            }
            Verdict::Ignored(reason) => {
                self.tally.ignored += 1;
                if reason == IgnoreReason::GroupRow {
                    self.group = Group::default();
                }
                let is_total = matches!(reason, IgnoreReason::TotalRow | IgnoreReason::SubtotalRow);
                self.n_totals += u64::from(is_total);
                self.ignored.push(record, reason, None);
            }
        }
    }

    fn accept(&mut self, record: &Record<'_>) -> Result<(), Verdict> {
        match record.damage {
            Some(Damage::Quote) => return Err(Verdict::Rejected(RejectReason::QuoteError, None)),
            Some(Damage::TooLong) => {
                return Err(Verdict::Rejected(RejectReason::FieldTooLong, None));
            }
            None => {}
        }
        if self.columns.subject == Subject::Names
            && let Some(verdict) = self.no_data(record, &cells_of(record))
        {
            return Err(verdict);
        }
        if let Some(reason) = self.of_no_customer(record) {
            return Err(Verdict::Ignored(reason));
        }
        let amount = match self.columns.amount(record) {
            Ok(amount) => amount,
            Err((unreadable, column)) => {
                return Err(self.without_amount(record, unreadable, column));
            }
        };
        if record.n_fields > self.columns.n_in_table && has_extra(record, self.columns.n_in_table) {
            return Err(Verdict::Rejected(RejectReason::TooManyFields, None));
        }
        let (code, name) = self.code_and_name(record);
        // A number without a name is refused whether the customer was met before or not.
        let is_nameless = name.is_empty()
            && self.columns.name_column.is_some()
            && self.columns.subject == Subject::Revenue;
        let known = self.ledger.known(&code, &name).filter(|_| !is_nameless);
        let is_nobody = known.is_none() && self.is_nobody(&name);
        let name = if is_nobody { Cow::default() } else { name };
        let is_unassigned = known.is_none() && self.is_unassigned(record, &code, &name);
        // Somebody called "Total" may have worked before the total comes.
        let may_be_total = known.is_none()
            || (self.columns.subject == Subject::Hours && !self.columns.is_line_of_work(record));
        let mut above = None;
        if may_be_total
            && !is_unassigned
            && let Some(verdict) = self.not_a_customer(record, &code, &name, amount.value)
        {
            above = self.customer_above(&verdict, &code, amount.value);
            if above.is_none() {
                return Err(verdict);
            }
        }
        let has_own_name = above.is_none();
        let (code, name, known) = match above {
            Some(Party { code, name }) => {
                let known = self.ledger.known(&code, &name);
                (Cow::Owned(code), Cow::Owned(name), known)
            }
            None => (code, name, known),
        };
        let added = self.added(record, amount.value)?;
        let out_of_range = || Verdict::Rejected(RejectReason::AmountOutOfRange, None);
        let sum = self
            .sum
            .checked_add(amount.value)
            .ok_or_else(out_of_range)?;
        if let Some((index, _)) = known
            && !self
                .ledger
                .can_add(index, amount.value, added.values.as_ref())
        {
            return Err(out_of_range());
        }
        let is_draft = self.columns.is_draft(record);
        if let Some(reason) = self.left_out(record, amount.value, is_draft) {
            return Err(Verdict::Ignored(reason));
        }
        self.sum = sum;
        if has_own_name {
            self.note_name(&code, &name, amount.value);
        }
        let buyer = if is_unassigned {
            self.count_unassigned(amount.value);
            self.flag(record, Oddity::default(), amount.flag);
            None
        } else {
            let (customer, oddity) = match known {
                Some(known) => known,
                None => self.admit(&code, &name),
            };
            self.add(record, customer, amount.value, &added);
            self.outline.push(amount.value, customer);
            if self.columns.has_status() && !is_draft {
                self.without_drafts.add(customer, amount.value);
            }
            self.flag(record, oddity, amount.flag);
            // An hour of work is no purchase.
            Some(customer).filter(|_| added.work.is_none())
        };
        let day = self.count(record, amount.value, amount.other);
        if let (Some(buyer), Some(day)) = (buyer, day) {
            self.add_day(buyer, day, amount.value);
        }
        Ok(())
    }

    /// Whether hours are of no customer; revenue of "(onbekend)" is revenue all the same.
    fn is_nobody(&self, name: &[u8]) -> bool {
        let is_hours = self.columns.subject == Subject::Hours;
        is_hours && labels::is_nobody(&String::from_utf8_lossy(name))
    }

    fn count_unassigned(&mut self, seconds: i64) {
        self.n_unassigned += 1;
        self.unassigned_seconds = self.unassigned_seconds.saturating_add(seconds);
    }

    #[inline]
    fn add_day(&mut self, buyer: u32, day: Date, amount: i64) {
        if amount > 0 {
            self.ledger.add_day(buyer, day);
        } else if amount < 0 && (self.n_positive == 0 || self.sorts_accounts()) {
            self.ledger.add_credit_day(buyer, day);
        }
    }

    /// Why a row does not count that otherwise would.
    fn left_out(
        &mut self,
        record: &Record<'_>,
        amount: i64,
        is_draft: bool,
    ) -> Option<IgnoreReason> {
        self.n_drafts += u64::from(is_draft);
        if is_draft && self.left_out.drafts {
            return Some(IgnoreReason::DraftRow);
        }
        let at = self.n_met;
        self.n_met = self.n_met.saturating_add(1);
        if self.doubled.contains(&at) {
            return Some(IgnoreReason::SubtotalRow);
        }
        if self.columns.tells_repeats() && self.repeats.is_repeated(record) {
            self.repeats.count(amount);
            if self.left_out.repeats {
                return Some(IgnoreReason::DuplicateRow);
            }
        }
        None
    }

    /// Number and name of who a row is of, as the row or its entry says.
    #[inline]
    fn code_and_name<'r>(&mut self, record: &'r Record<'_>) -> (Cow<'r, [u8]>, Cow<'r, [u8]>) {
        let (code, name) = (self.columns.code(record), self.columns.name(record));
        if name.is_empty() && code.is_empty() && self.accounts.is_some() {
            let party = self.party_of_entry(record);
            return (party.code.into(), party.name.into());
        }
        (code, name)
    }

    /// Who a row without a number and a name is of: the other rows of its entry say so.
    #[cold]
    fn party_of_entry(&mut self, record: &Record<'_>) -> Party {
        let accounts = self.accounts.as_mut().filter(|found| found.are_sorted);
        let party = accounts.and_then(|accounts| {
            let party = accounts.party_of(record)?;
            accounts.has_borrowed = true;
            Some(party)
        });
        party.unwrap_or_default()
    }

    /// Whether the rows on accounts without revenue are left out.
    pub(crate) fn sorts_accounts(&self) -> bool {
        self.accounts.as_ref().is_some_and(|found| found.are_sorted)
    }

    /// Why a row is left out, whatever its amount: it is of a supplier, or on an account without revenue.
    fn of_no_customer(&mut self, record: &Record<'_>) -> Option<IgnoreReason> {
        if self.columns.is_supplier(record) {
            return Some(IgnoreReason::SupplierRow);
        }
        if self.names_above.is_once_per_group() {
            self.meet_name(record);
        }
        if self.accounts.is_some() {
            self.on_other_account(record)
        } else {
            None
        }
    }

    /// Why a row is left out of a list of a ledger: it is on no account of revenue.
    #[cold]
    fn on_other_account(&mut self, record: &Record<'_>) -> Option<IgnoreReason> {
        let accounts = self.accounts.as_mut()?;
        let is_heading = accounts.take_heading(record);
        let account = accounts.met(record);
        if !accounts.are_sorted {
            let (code, name) = (self.columns.code(record), self.columns.name(record));
            accounts.note_party(record, &code, &name);
            return None;
        }
        if is_heading {
            return Some(IgnoreReason::GroupRow);
        }
        if account.is_none() || accounts.are_headings() {
            // Sums are of no account.
            let cells = cells_of(record);
            if let Some(Verdict::Ignored(reason)) = self.no_data(record, &cells) {
                return Some(reason);
            }
            let mut texts = cells.iter().filter(|cell| !cell.is_empty());
            let is_total = texts.any(|text| labels::is_sum(text));
            if is_total {
                return Some(IgnoreReason::TotalRow);
            }
        }
        let Some((accounts, account)) = self.accounts.as_mut().zip(account) else {
            return Some(IgnoreReason::OtherAccount);
        };
        if let Ok(amount) = self.columns.candidate(0, record) {
            accounts.add(account, amount.value);
        }
        (!accounts.counts(account)).then_some(IgnoreReason::OtherAccount)
    }

    /// Who a row is of that was refused for want of a name.
    fn customer_above(&mut self, verdict: &Verdict, code: &[u8], amount: i64) -> Option<Party> {
        let is_nameless = matches!(verdict, Verdict::Rejected(RejectReason::NameMissing, _));
        if !is_nameless || !code.is_empty() {
            return None;
        }
        if self.names_above.is_used() {
            return self.names_above.party().cloned();
        }
        self.names_above.nameless(amount);
        self.nameless += i128::from(amount);
        self.group.nameless += i128::from(amount);
        None
    }

    /// Notes the name of a row that counts.
    #[inline]
    fn note_name(&mut self, code: &[u8], name: &[u8], amount: i64) {
        if !self.names_above.is_used() {
            self.names_above.named(amount);
        } else if self.names_above.name(code, name) {
            self.group = Group::default();
        }
    }

    /// Notes the name of a row before it is known whether it counts: where it is refused, the rows below it
    /// are still not those of the customer before.
    fn meet_name(&mut self, record: &Record<'_>) {
        let (code, name) = (self.columns.code(record), self.columns.name(record));
        let shown = names::shown(&String::from_utf8_lossy(&name));
        if is_too_long(&shown) {
            self.names_above.end();
            return;
        }
        let is_name = !shown.is_empty() && labels::total_label(&shown).is_none();
        if is_name
            && !self.columns.is_header(&cells_of(record))
            && self.names_above.name(&code, &name)
        {
            self.group = Group::default();
        }
    }

    /// What a row says besides what it counts, or why it refuses the row.
    fn added(&mut self, record: &Record<'_>, amount: i64) -> Result<Added, Verdict> {
        let is_hours = self.columns.subject == Subject::Hours;
        if let Some(column) = self.columns.foreign_currency(record)
            && !is_hours
        {
            return Err(Verdict::Rejected(
                RejectReason::CurrencyMismatch,
                Some(column),
            ));
        }
        let values = self
            .columns
            .has_values()
            .then(|| self.columns.values(record));
        let mut values = values.transpose().map_err(|trouble| rejection(&trouble))?;
        if let Some(values) = &mut values
            && amount < 0
            && self.columns.is_credit_note(record)
        {
            values.take_costs_back();
        }
        let work = is_hours.then(|| self.columns.work(record, amount));
        let work = work.transpose().map_err(|trouble| rejection(&trouble))?;
        Ok(Added { values, work })
    }

    /// Adds an accepted row to its customer.
    #[inline]
    fn add(&mut self, record: &Record<'_>, customer: u32, amount: i64, added: &Added) {
        match &added.work {
            None => self.ledger.add_revenue(customer, amount),
            Some(work) => {
                self.ledger
                    .add_work(customer, work.person, amount, work.cost);
            }
        }
        if let Some(values) = &added.values {
            self.ledger.add(customer, values);
        }
        self.columns.describe(record, &mut self.ledger, customer);
        self.columns.register(record, &mut self.ledger, customer);
    }

    /// Whether a row is a line of work that names no customer.
    fn is_unassigned(&self, record: &Record<'_>, code: &[u8], name: &[u8]) -> bool {
        self.columns.subject == Subject::Hours
            && code.is_empty()
            && names::shown(&String::from_utf8_lossy(name)).is_empty()
            && self.columns.is_line_of_work(record)
    }

    /// What a row whose name was not seen before is, if not a customer.
    fn not_a_customer(
        &mut self,
        record: &Record<'_>,
        code: &[u8],
        name: &[u8],
        amount: i64,
    ) -> Option<Verdict> {
        let name_column = self.columns.name_column;
        if let Some(reason) = name_column.and_then(|name| unusable(record.kind(name))) {
            return Some(Verdict::Rejected(reason, name_column));
        }
        // A file without names knows its customers by their numbers.
        let text = String::from_utf8_lossy(if name_column.is_none() { code } else { name });
        let shown = names::shown(&text);
        let first_text = if shown.is_empty() {
            Columns::first_text(record)
        } else {
            None
        };
        let label = if shown.is_empty() {
            first_text.clone()
        } else {
            Some(shown.clone())
        };
        // A customer of a line of work may be called "Total"; the total has no day.
        let is_work = self.columns.is_line_of_work(record);
        if let Some(label) = label.as_deref().and_then(labels::total_label)
            && !is_work
            && let Some(reason) = self.total(label, amount, shown.is_empty())
        {
            return Some(Verdict::Ignored(reason));
        }
        if label.as_deref().is_some_and(labels::is_figure) && !is_work && self.tally.accepted > 0 {
            return Some(Verdict::Ignored(IgnoreReason::NoteRow));
        }
        if shown.is_empty() {
            let is_sum = self.tally.accepted > 1 && i128::from(amount) == i128::from(self.sum);
            // Rows below a name have days and numbers: only an amount that stands alone sums them up.
            let is_below = self.names_above.is_used();
            let is_bare = code.is_empty()
                && first_text.is_none()
                && amount != 0
                && !(is_below && self.columns.has_more_than_amount(record));
            let is_group =
                is_below && self.group.n_rows > 1 && i128::from(amount) == self.group.sum;
            return Some(if is_sum && is_bare {
                Verdict::Ignored(IgnoreReason::TotalRow)
            } else if is_group && is_bare {
                self.group = Group::default();
                Verdict::Ignored(IgnoreReason::SubtotalRow)
            } else {
                Verdict::Rejected(RejectReason::NameMissing, self.columns.name_column)
            });
        }
        is_too_long(&shown).then_some(Verdict::Rejected(
            RejectReason::NameTooLong,
            self.columns.name_column,
        ))
    }

    /// Compares the row of a total with the sums so far.
    /// A row without a name is one by its label alone.
    fn total(&mut self, label: TotalLabel, amount: i64, is_nameless: bool) -> Option<IgnoreReason> {
        let amount = i128::from(amount);
        let is_all = amount == i128::from(self.sum) && self.tally.accepted > 0;
        let is_group = amount == self.group.sum && self.tally.accepted > 0;
        let counts = |sum: i128, nameless: i128| nameless != 0 && amount == sum + nameless;
        let counts_nameless = counts(i128::from(self.sum), self.nameless)
            || counts(self.group.sum, self.group.nameless);
        if counts_nameless || (is_all && self.nameless != 0) {
            self.names_above.total(counts_nameless);
        }
        let is_sum = is_all || is_group || counts_nameless;
        // Below a name every row is nameless, and its first text is what was invoiced.
        let is_labelled = is_nameless && !self.names_above.is_used();
        let reason = match label {
            TotalLabel::Perhaps if !(is_sum || is_labelled) => return None,
            TotalLabel::Sub | TotalLabel::Perhaps => IgnoreReason::SubtotalRow,
            TotalLabel::Plain => IgnoreReason::TotalRow,
        };
        if self.tally.accepted == 0 {
            // An opening balance of nothing is no total of anything.
            self.total_above = Some(amount).filter(|amount| *amount != 0);
        } else {
            self.has_wrong_total |= !(is_all || is_group);
        }
        if is_all && reason == IgnoreReason::TotalRow && self.ledger.len() > 1 {
            // What comes after the total of all is of nobody.
            self.names_above.end();
        }
        if reason == IgnoreReason::SubtotalRow {
            self.group = Group::default();
        }
        Some(reason)
    }

    fn admit(&mut self, code: &[u8], name: &[u8]) -> (u32, Oddity) {
        let text = String::from_utf8_lossy(name);
        if matches!(text, Cow::Owned(_)) && self.broken_names.len() < 4_096 {
            self.broken_names.extend_from_slice(name);
            self.broken_names.push(b' ');
        }
        let is_control =
            |c: char| (c.is_control() && !c.is_whitespace()) || c == char::REPLACEMENT_CHARACTER;
        let oddity = Oddity {
            is_damaged: text.contains(is_control),
            is_mojibake: is_mojibake(&text),
            is_long: name.len() > LONG_NAME_CHARS && text.chars().count() > LONG_NAME_CHARS,
        };
        let code = String::from_utf8_lossy(code);
        let shown = names::unescaped(&text);
        (self.ledger.admit(&code, shown, name, oddity), oddity)
    }

    fn flag(&mut self, record: &Record<'_>, oddity: Oddity, of_amount: Option<FlagReason>) {
        let name_column = self.columns.name_column;
        for (is_set, reason) in [
            (oddity.is_damaged, FlagReason::BadCharacters),
            (oddity.is_mojibake, FlagReason::MojibakeSuspected),
            (oddity.is_long, FlagReason::LongName),
        ] {
            if is_set {
                self.flagged.push(record, reason, name_column);
            }
        }
        if let Some(reason) = of_amount {
            self.flagged.push(record, reason, None);
        }
    }

    /// Counts an accepted row, and says on which day it was.
    fn count(&mut self, record: &Record<'_>, cents: i64, other: Option<i64>) -> Option<Date> {
        self.group.sum += i128::from(cents);
        self.group.n_rows += 1;
        self.revenue_in_other_notation += i128::from(other.unwrap_or(cents));
        self.n_positive += u64::from(cents > 0);
        self.n_negative += u64::from(cents < 0);
        let Some(day_column) = self.columns.date.as_mut() else {
            if let Some((first, last)) = self.columns.year(record) {
                self.extend_period(first);
                self.extend_period(last);
            }
            return None;
        };
        let column = day_column.index;
        let day = day_of(day_column, record).transpose()?;
        let likely = day
            .ok()
            .filter(|day| self.columns.likely_days.contains(day));
        match likely {
            Some(day) => self.extend_period(day),
            None => {
                self.flagged
                    .push(record, FlagReason::DateInvalid, Some(column));
            }
        }
        likely
    }

    /// Adds up what each answer would give. A row may count under one answer and not under another,
    /// so customers are told apart here on their own.
    fn count_candidates(&mut self, record: &Record<'_>, is_accepted: bool) {
        let Some(identity) = self.identity(record) else {
            return;
        };
        for (index, totals) in self.candidates.iter_mut().enumerate() {
            match self.columns.candidate(index, record) {
                Ok(amount) if index > 0 || is_accepted => totals.add(identity, amount.value),
                _ => {}
            }
        }
    }

    fn identity(&mut self, record: &Record<'_>) -> Option<u32> {
        let (mut code, mut name) = self.code_and_name(record);
        if let Some(above) = self.names_above.party()
            && code.is_empty()
            && name.is_empty()
        {
            (code, name) = (above.code.as_slice().into(), above.name.as_slice().into());
        }
        let mut key = String::new();
        names::key_into(&String::from_utf8_lossy(&name), &mut key);
        let key = if code.is_empty() {
            key.into_bytes()
        } else {
            [b"#", code.as_ref()].concat()
        };
        if key.is_empty() {
            return None;
        }
        if let Some(identity) = self.identities.get(&key) {
            return Some(identity);
        }
        let identity = u32::try_from(self.identities.len()).unwrap_or(u32::MAX);
        self.identities.insert(&key, identity);
        Some(identity)
    }

    fn extend_period(&mut self, day: Date) {
        self.period = Some(match self.period {
            None => (day, day),
            Some((first, last)) => (first.min(day), last.max(day)),
        });
    }

    /// What a row without a readable amount is.
    fn without_amount(
        &mut self,
        record: &Record<'_>,
        unreadable: Unreadable,
        column: usize,
    ) -> Verdict {
        let cells = cells_of(record);
        if let Some(verdict) = self.no_data(record, &cells) {
            return verdict;
        }
        let rejected = |reason, column| Verdict::Rejected(reason, column);
        let first = cells.iter().find(|cell| !cell.is_empty());
        let label = first.and_then(|first| labels::total_label(first));
        if self
            .names_above
            .take_heading(&cells, self.columns.name_column)
        {
            return Verdict::Ignored(IgnoreReason::GroupRow);
        }
        let is_uncomputed = matches!(unreadable, Unreadable::ErrorCell | Unreadable::NoValue);
        if is_uncomputed && matches!(label, Some(TotalLabel::Plain | TotalLabel::Sub)) {
            return Verdict::Ignored(IgnoreReason::TotalRow);
        }
        if record.n_fields > self.columns.n_in_table && has_extra(record, self.columns.n_in_table) {
            return rejected(RejectReason::TooManyFields, None);
        }
        if record.n_fields <= column
            || self
                .columns
                .name_column
                .is_some_and(|name| record.n_fields <= name)
        {
            return rejected(RejectReason::TooFewFields, None);
        }
        let is_hours = self.columns.subject == Subject::Hours;
        let is_nameless = !is_hours
            && names::shown(&String::from_utf8_lossy(&self.columns.name(record))).is_empty()
            && self.columns.name_column.is_some();
        let reason = match unreadable {
            Unreadable::Empty if is_nameless => RejectReason::NameMissing,
            Unreadable::ErrorCell => RejectReason::ErrorCell,
            Unreadable::NoValue => RejectReason::FormulaWithoutValue,
            _ if is_hours => RejectReason::HoursInvalid,
            Unreadable::Empty => RejectReason::AmountMissing,
            Unreadable::NotANumber => RejectReason::AmountInvalid,
            Unreadable::ForeignCurrency => RejectReason::CurrencyMismatch,
            Unreadable::Damaged => RejectReason::BadCharacters,
            Unreadable::OutOfRange => RejectReason::AmountOutOfRange,
            Unreadable::Ambiguous => RejectReason::AmountAmbiguous,
        };
        let column = if reason == RejectReason::NameMissing {
            self.columns.name_column
        } else {
            Some(column)
        };
        rejected(reason, column)
    }

    /// What a row is that looks like no customer at all; `cells` without outer white space.
    fn no_data(&mut self, record: &Record<'_>, cells: &[String]) -> Option<Verdict> {
        let mut filled = cells.iter().filter(|cell| !cell.is_empty());
        let Some(first) = filled.next() else {
            return Some(Verdict::Ignored(IgnoreReason::EmptyLine));
        };
        let only = filled.next().is_none().then_some(first);
        if self.columns.is_header(cells) {
            return Some(Verdict::Ignored(IgnoreReason::RepeatedHeader));
        }
        let mut filled = cells.iter().filter(|cell| !cell.is_empty());
        if filled.all(|cell| labels::is_rule(cell)) {
            return Some(Verdict::Ignored(IgnoreReason::SeparatorLine));
        }
        if let Some(only) = only {
            if words::is_note_of_thousands(only) {
                self.n_notes_of_thousands += 1;
                return Some(Verdict::Ignored(IgnoreReason::NoteRow));
            }
            if labels::is_note(only) {
                return Some(Verdict::Ignored(IgnoreReason::NoteRow));
            }
            let label = labels::total_label(only);
            if matches!(label, Some(TotalLabel::Plain | TotalLabel::Sub)) {
                return Some(Verdict::Ignored(IgnoreReason::TotalRow));
            }
            let is_outside_name = self.columns.name_column.is_some_and(|name| {
                record.n_fields > name && cells.get(name).is_some_and(String::is_empty)
            });
            // What stands alone and is no name and no amount heads the rows below it.
            let is_amount = self.columns.has_amount_cell(record);
            let heads = cells.first() == Some(only) && only.contains(char::is_alphabetic);
            if is_outside_name && !is_amount && heads {
                self.names_above.end();
                return Some(Verdict::Ignored(IgnoreReason::GroupRow));
            }
        }
        if labels::is_other_header(cells) {
            self.has_other_table = true;
            return Some(Verdict::Ignored(IgnoreReason::OtherTable));
        }
        None
    }
}

/// What a row adds to its customer besides what it counts.
struct Added {
    values: Option<RowValues>,
    work: Option<Work>,
}

/// The cells of a record as text without outer white space.
fn cells_of(record: &Record<'_>) -> Vec<String> {
    let text = |cell: Cow<'_, [u8]>| String::from_utf8_lossy(&cell).trim().to_owned();
    record.fields().map(text).collect()
}

fn day_of(column: &mut DayColumn, record: &Record<'_>) -> Result<Option<Date>, ()> {
    column.day(&record.field(column.index))
}

fn rejection(trouble: &CellTrouble) -> Verdict {
    Verdict::Rejected(trouble.reason, Some(trouble.column))
}

fn has_extra(record: &Record<'_>, n_columns: usize) -> bool {
    record
        .fields()
        .skip(n_columns)
        .any(|cell| !String::from_utf8_lossy(&cell).trim().is_empty())
}

/// UTF-8 that was read as Windows-1252 on its way here: "DaniÃ«lle".
fn is_mojibake(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    [
        "Ã©", "Ã«", "Ã¨", "Ã¯", "Ã¶", "Ã¼", "Ã¡", "Ã³", "Ã§", "Ãª", "Ã´", "â‚¬", "â€™", "â€œ",
        "Ã‰", "Â©", "Â€",
    ]
    .iter()
    .any(|sign| text.contains(sign))
}
