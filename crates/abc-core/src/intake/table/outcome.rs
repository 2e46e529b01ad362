//! A closed pass to the customers and the account of their file.

use super::{Table, header_of};
use crate::customers::{Customer, TraitColumn};
use crate::date::{Date, calendar_months};
use crate::intake::cells::NumberColumn;
use crate::intake::dialect::{Dialect, SampleRecord};
use crate::intake::limits::MAX_NOTES;
use crate::intake::programs::program_of;
use crate::intake::questions::{Factors, answered, question, questions_of};
use crate::intake::rows::Rows;
use crate::intake::{
    FileFlag, IntakeError, LookAlikes, ReadOptions, RejectReason, Source, SourceKind,
};
use crate::mapping::guess::{Mapping, Subject};
use crate::mapping::{
    Choice, Column, Confidence, DayOrder, Question, QuestionId, Role, day, words,
};
use crate::money::Cents;

/// Sampled rows that are shown.
const N_SHOWN: usize = 20;

/// The customers of a table and what is known of it.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) customers: Vec<Customer>,
    pub(crate) trait_columns: Vec<TraitColumn>,
    pub(crate) source: Source,
    pub(crate) persons: Vec<String>,
    pub(crate) months: Option<u16>,
    /// Worked seconds that belong to no customer.
    pub(crate) unassigned_seconds: u64,
}

impl Table {
    /// The result after the last record; what the text itself was like is left to the caller.
    pub(crate) fn finish(self, name: &str, options: ReadOptions) -> Result<Outcome, IntakeError> {
        let Self {
            dialect,
            mut mapping,
            mut rows,
            ..
        } = self;
        check_rows(&rows)?;
        mapping.says_thousands |= rows.n_notes_of_thousands > 0;
        let look_alikes = look_alikes_of(&rows);
        let mut questions = questions_of(&mapping, &rows, &options.answers);
        questions.extend(header_question(&dialect, &options.answers));
        let factors = Factors::of(&mapping, &rows, &options.answers);
        let factor = factors.product();
        let file_flags = file_flags(&rows, factor, &questions);
        let period = rows.period.or_else(|| titled_period(&dialect));
        let mut source = Source {
            name: name.to_owned(),
            kind: kind_of(&mapping, &rows),
            header_line: dialect
                .header
                .and_then(|header| dialect.records.get(header))
                .map(|record| record.line),
            columns: columns_as_read(&mapping, &rows),
            accounts: rows
                .accounts
                .take()
                .map(|accounts| accounts.into_list(factor))
                .unwrap_or_default(),
            tally: rows.tally,
            file_flags,
            sample: sample_of(&dialect),
            questions,
            look_alikes,
            period,
            revenue_cents: match mapping.subject {
                Subject::Revenue => rows.sum.saturating_mul(factor),
                Subject::Hours | Subject::Names => 0,
            },
            program: program_of(&header_of(&dialect)),
            options,
            ..Source::default()
        };
        let months = period.map(|(first, last)| calendar_months(first, last));
        let Rows {
            mut columns,
            mut ledger,
            unassigned_seconds,
            rejected,
            ignored,
            flagged,
            ..
        } = rows;
        source.rejected = rejected.into_kept();
        source.ignored = ignored.into_kept();
        source.flagged = flagged.into_kept();
        if factors.is_turned() {
            ledger.take_credits_for_purchases();
        }
        let is_revenue = mapping.subject == Subject::Revenue;
        let (mut customers, has_negative_hours) = ledger.into_customers(is_revenue);
        if has_negative_hours || unassigned_seconds < 0 {
            source.file_flags.push(FileFlag::HoursBelowZero);
        }
        if forget_free_hours(&mut customers) {
            source.file_flags.push(FileFlag::CostRateZeroIsUnknown);
        }
        multiply_all(&mut customers, factors);
        let persons = columns.take_person_names();
        let traits = columns.into_traits(customers.len(), source.kind);
        let of_file: Vec<usize> = traits.iter().map(|(_, of_file, _)| *of_file).collect();
        ignore_other_traits(&mut source.columns, &of_file);
        let kept: Vec<usize> = traits.iter().map(|(position, _, _)| *position).collect();
        keep_traits(&mut customers, &kept);
        let trait_columns = traits.into_iter().map(|(_, _, column)| column).collect();
        Ok(Outcome {
            customers,
            trait_columns,
            source,
            persons,
            months,
            unassigned_seconds: u64::try_from(unassigned_seconds).unwrap_or_default(),
        })
    }
}

fn look_alikes_of(rows: &Rows) -> LookAlikes {
    let Some(mut pairs) = rows.ledger.look_alikes() else {
        return LookAlikes::default();
    };
    let n_pairs = u32::try_from(pairs.len()).unwrap_or(u32::MAX);
    pairs.truncate(MAX_NOTES);
    LookAlikes {
        is_searched: true,
        pairs,
        n_pairs,
    }
}

/// Asked where the row that was taken for a header has no word that is known: it may be a customer.
fn header_question(dialect: &Dialect, given: &[(QuestionId, Choice)]) -> Option<Question> {
    let is_known =
        |cell: &String| words::meaning_of(cell).is_some() || words::year_of(cell).is_some();
    let header = header_of(dialect);
    let is_doubtful = !header.is_empty() && !header.iter().any(is_known);
    let is_answered = answered(given, QuestionId::Header).is_some();
    let offers = vec![(Choice::Yes, None), (Choice::No, None)];
    (is_doubtful || is_answered).then(|| question(QuestionId::Header, false, offers, given))
}

/// After the last record: whether anything counted, and if not, what was missing.
fn check_rows(rows: &Rows) -> Result<(), IntakeError> {
    if rows.tally.accepted > 0 {
        return Ok(());
    }
    let refused = rows.rejected.kept();
    let is_formula = |reason| reason == RejectReason::FormulaWithoutValue;
    let is_nameless = |reason| reason == RejectReason::NameMissing;
    let n_nameless = refused.iter().filter(|row| is_nameless(row.reason)).count();
    let n_formulas = refused.iter().filter(|row| is_formula(row.reason)).count();
    Err(if rows.tally.rejected == 0 {
        IntakeError::NoRows
    } else if n_formulas * 2 > refused.len() {
        IntakeError::FormulasWithoutValues
    } else if n_nameless * 2 > refused.len() && rows.sorts_accounts() {
        IntakeError::NoCustomersInLedger
    } else if n_nameless * 2 > refused.len() {
        IntakeError::NoNameColumn
    } else {
        IntakeError::NoAmountColumn
    })
}

fn columns_as_read(mapping: &Mapping, rows: &Rows) -> Vec<Column> {
    let as_read = |(index, column): (usize, &Column)| Column {
        notation: rows.columns.notation_of(index).unwrap_or(column.notation),
        day_order: rows.columns.day_order_of(index).unwrap_or_default(),
        ..column.clone()
    };
    mapping.columns.iter().enumerate().map(as_read).collect()
}

/// Money as it was answered to be meant: turned, or in thousands.
fn multiply_all(customers: &mut [Customer], factors: Factors) {
    let (factor, scale) = (factors.product(), factors.scale());
    if factor == 1 {
        return;
    }
    for customer in customers {
        multiply(customer.revenue.as_mut(), factor);
        multiply(customer.direct_cost.as_mut(), scale);
        multiply(Some(&mut customer.other_cost), scale);
    }
}

fn multiply(amount: Option<&mut Cents>, factor: i64) {
    if let Some(amount) = amount {
        *amount = Cents(amount.0.saturating_mul(factor));
    }
}

/// A column that was guessed to be a trait and makes no groups is none; `kept` are those that do.
fn ignore_other_traits(columns: &mut [Column], kept: &[usize]) {
    for (index, column) in columns.iter_mut().enumerate() {
        let is_guess = column.role == Role::Trait && column.confidence != Confidence::Given;
        if is_guess && !kept.contains(&index) {
            column.role = Role::Ignored;
        }
    }
}

/// Leaves every customer the traits at these positions, which ascend.
fn keep_traits(customers: &mut [Customer], kept: &[usize]) {
    for customer in customers {
        // In place, from left to right: a kept trait never moves to the right.
        for (to, from) in kept.iter().enumerate() {
            let value = customer.traits.get(*from).copied().unwrap_or_default();
            if let Some(slot) = customer.traits.get_mut(to) {
                *slot = value;
            }
        }
        customer.traits.truncate(kept.len());
    }
}

/// Nobody works for nothing: a cost of 0 says that no rate was filled in, and is forgotten. Whether there
/// were any such hours.
fn forget_free_hours(customers: &mut [Customer]) -> bool {
    let mut has_free = false;
    for customer in customers {
        has_free |= customer.hours_cost.is_some() && customer.uncosted_seconds > 0;
        if customer.uncosted_seconds > 0 && customer.hours_cost == Some(Cents(0)) {
            customer.hours_cost = None;
        }
        if customer.hours_cost.is_none() {
            customer.uncosted_seconds = 0;
        }
    }
    has_free
}

/// Dated or numbered lines are transactions, and so is a list in which most customers come back.
fn kind_of(mapping: &Mapping, rows: &Rows) -> SourceKind {
    let n_customers = rows.ledger.len() as u64;
    let comes_back = rows.tally.accepted > n_customers;
    let is_dated = mapping.column_of(Role::Date).is_some();
    let is_numbered = mapping.column_of(Role::Invoice).is_some();
    let is_repeated = rows.tally.accepted >= 2 * n_customers && rows.tally.accepted >= 10;
    match mapping.subject {
        Subject::Revenue => {}
        Subject::Hours => return SourceKind::Hours,
        Subject::Names => return SourceKind::CustomerList,
    }
    if is_numbered || (is_dated && comes_back) || is_repeated && n_customers > 1 {
        SourceKind::Transactions
    } else {
        SourceKind::Customers
    }
}

fn file_flags(rows: &Rows, factor: i64, questions: &[Question]) -> Vec<FileFlag> {
    let mut flags = Vec::new();
    if rows.columns.numbers().any(NumberColumn::is_assumed) {
        flags.push(FileFlag::NumberFormatAssumed);
    }
    if rows
        .columns
        .amount_column()
        .is_some_and(NumberColumn::is_mixed)
    {
        flags.push(FileFlag::MixedNumberFormats);
    }
    if rows.columns.numbers().any(|column| column.has_days) {
        flags.push(FileFlag::DaysAsHours);
    }
    if rows.has_doubled() {
        flags.push(FileFlag::PartsNotCounted);
    }
    if rows.columns.takes_off_vat() {
        flags.push(FileFlag::VatTakenOff);
    }
    if rows.columns.has_turned_credits {
        flags.push(FileFlag::CreditNotesTurned);
    }
    if rows.sorts_accounts() {
        flags.push(FileFlag::RevenueAccountsOnly);
    }
    if rows
        .accounts
        .as_ref()
        .is_some_and(|found| found.has_borrowed)
    {
        flags.push(FileFlag::CustomersOfEntries);
    }
    if rows.names_above.headings().is_some() {
        flags.push(FileFlag::NamesInHeadings);
    }
    if rows.has_wrong_total() {
        flags.push(FileFlag::ControlTotalMismatch);
    }
    let asks_sign = questions
        .iter()
        .any(|question| question.id == QuestionId::Sign);
    if rows.n_unassigned > 0 {
        flags.push(FileFlag::HoursWithoutCustomer);
    }
    if rows.columns.subject == Subject::Hours && rows.n_totals > 0 {
        flags.push(FileFlag::TotalRowIgnored);
    }
    let is_revenue = rows.columns.subject == Subject::Revenue;
    if is_revenue && rows.sum.saturating_mul(factor) <= 0 && !asks_sign {
        flags.push(FileFlag::TotalNotPositive);
    }
    flags
}

/// The first and the last day that a title names: "Periode: 01-01-2025 t/m 30-06-2025".
fn titled_period(dialect: &Dialect) -> Option<(Date, Date)> {
    let n_titles = dialect.header.unwrap_or(dialect.first_data);
    let period_in = |record: &SampleRecord| {
        let text = record.cells.join(" ").to_lowercase();
        let day_of = |word: &str| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            day::written(word)?.day(DayOrder::DayFirst)
        };
        let days: Vec<Date> = text.split_whitespace().filter_map(day_of).collect();
        match days.as_slice() {
            [first, last] if text.contains("period") && first <= last => Some((*first, *last)),
            _ => None,
        }
    };
    dialect.records.iter().take(n_titles).find_map(period_in)
}

fn sample_of(dialect: &Dialect) -> Vec<Vec<String>> {
    dialect
        .records
        .iter()
        .skip(dialect.first_data)
        .take(N_SHOWN)
        .map(|record| record.cells.clone())
        .collect()
}
