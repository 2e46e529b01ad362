//! The columns that are read, and what a record says in each of them.

mod hours;
mod meanings;
mod revenue;
mod traits;

use std::borrow::Cow;
use std::ops::RangeInclusive;

use crate::customers::ledger::{Ledger, RowValues};
use crate::customers::{TraitColumn, TraitKind};
use crate::date::Date;
use crate::mapping::amount::{self, Unreadable};
use crate::mapping::cell::CellKind;
use crate::mapping::guess::numbered_name;
use crate::mapping::{DayOrder, Notation, Role, words};
use crate::mapping::{
    formula::Formula,
    guess::{Mapping, Subject},
};

use super::cells::{Amount, DayColumn, NumberColumn, Reading};
use super::kinds::{is_draft, kind_columns, says_credit, says_supplier, side_of, status_columns};
use super::labels;
use super::record::Record;
use super::{RejectReason, SourceKind};
use hours::HoursReader;
pub(super) use meanings::is_unknown;
use meanings::{attention_of, class_of, count_of, grade_of, months_between, rating_of};
use revenue::{cents_of, split_cents, sum_of, without_vat};
use traits::{TraitReader, traits_of};

/// Registration numbers of one customer: a VAT and a trade number, and those of a branch.
const MAX_REGISTRATIONS: usize = 4;

/// What a line of an hour registration says besides customer, day and time.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Work {
    /// Position among the persons of the file.
    pub(crate) person: u32,
    pub(crate) cost: Option<i64>,
}

/// A cell that refuses its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CellTrouble {
    pub(crate) reason: RejectReason,
    pub(crate) column: usize,
}

/// The columns in use.
#[derive(Debug)]
pub(crate) struct Columns {
    /// Columns of the table.
    pub(crate) n_in_table: usize,
    pub(crate) name_column: Option<usize>,
    /// What stands before it.
    first_name_column: Option<usize>,
    /// What stands between the two: "van der".
    infix_column: Option<usize>,
    /// Names hold the customer's number: "1568 - Alfa Zorg".
    has_numbered_names: bool,
    /// First and last name of the person that stands in for a company without a name.
    person_beside: Option<(usize, usize)>,
    code_column: Option<usize>,
    currency_column: Option<usize>,
    /// The whole file is in one other currency: its amounts are read as they stand.
    pub(crate) accepts_foreign: bool,
    /// The header in the form in which repeated ones are recognised.
    header: Vec<String>,
    pub(crate) candidates: Vec<Formula>,
    /// Every column of money or numbers that is read, by its position in the file.
    numbers: Vec<Option<NumberColumn>>,
    pub(crate) date: Option<DayColumn>,
    /// The year of a row, where nothing tells its day.
    year_column: Option<usize>,
    pub(crate) since: Option<DayColumn>,
    roles: Vec<(Role, usize)>,
    /// What the rows count.
    pub(crate) subject: Subject,
    /// Reads the lines of an hour registration; `None` for anything else.
    hours: Option<HoursReader>,
    /// The column that may say that a row is a draft.
    in_status: Vec<usize>,
    /// The columns that may say that a row is a credit note or of a supplier.
    in_kind: Vec<usize>,
    /// Whether it said so of a positive amount.
    pub(crate) has_turned_credits: bool,
    /// The columns of VAT and trade numbers.
    registrations_at: Vec<usize>,
    traits: Vec<TraitReader>,
    today: Option<Date>,
    /// The days that a row can be of.
    pub(crate) likely_days: RangeInclusive<Date>,
}

/// `#N/B`, or a number that Excel cut to `1,23457E+11`: the same for many customers.
fn is_error_or_cut(code: &[u8]) -> bool {
    let is_number = |byte: &u8| byte.is_ascii_digit() || b".,E+".contains(byte);
    let is_cut = || code.contains(&b'E') && code.contains(&b'+') && code.iter().all(is_number);
    code.first() == Some(&b'#') && code.len() > 2 && code.iter().any(u8::is_ascii_uppercase)
        || is_cut()
}

/// No hours, days or months of one row are as many; so none of them keeps a project from being saved.
const MOST_FIGURE: f64 = 1.0e9;

/// Before this day nobody kept a customer's invoices in a file.
const FIRST_DAY: Date = Date::constant(1970, 1, 1);

/// The days that an invoice or work can be of, up to the end of next year; any later day when nobody says
/// which day it is. A mistyped year (2125) would stretch the period, and with it the months that all figures
/// are divided by.
pub fn likely_days(today: Option<Date>) -> RangeInclusive<Date> {
    let end_of_next_year = |today: Date| Date::new(today.year().saturating_add(1), 12, 31).ok();
    FIRST_DAY..=today.and_then(end_of_next_year).unwrap_or(Date::MAX)
}

impl Columns {
    /// Readers for a mapping; `readings` and `days` hold what an earlier pass or an answer decided.
    pub(crate) fn new(
        mapping: &Mapping,
        header: &[String],
        reading_of: impl Fn(usize) -> Reading,
        day_column_of: impl Fn(usize) -> DayColumn,
        today: Option<Date>,
    ) -> Self {
        let n_columns = mapping.columns.len();
        let candidates: Vec<Formula> = mapping
            .candidates
            .iter()
            .map(|candidate| candidate.formula.clone())
            .collect();
        let mut numbers: Vec<Option<NumberColumn>> = (0..n_columns).map(|_| None).collect();
        let quantity_roles = [
            Role::DirectCost,
            Role::OtherCost,
            Role::Hours,
            Role::OwnFaultHours,
            Role::Potential,
            Role::Relationship,
            Role::Orders,
            Role::Visits,
            Role::Complaints,
            Role::DaysToPay,
            Role::Tenure,
        ];
        let text_roles = [
            Role::Attention,
            Role::HoursGrade,
            Role::CostGrade,
            Role::GivenClass,
        ];
        let is_hours = mapping.subject == Subject::Hours;
        let roles: Vec<(Role, usize)> = quantity_roles
            .iter()
            .chain(&text_roles)
            // The hours of a registration are what its rows count, not a figure beside it.
            .filter(|role| !(is_hours && **role == Role::Hours))
            .filter_map(|role| mapping.column_of(*role).map(|index| (*role, index)))
            .collect();
        let of_roles = roles
            .iter()
            .filter(|(role, _)| quantity_roles.contains(role))
            .map(|(_, index)| *index);
        let hours = &mapping.hours;
        let of_hours = [hours.duration, hours.cost, hours.minutes, hours.pause];
        let of_hours = of_hours.iter().flatten().chain(&hours.more).copied();
        let of_candidates = candidates.iter().flat_map(Formula::columns);
        for index in of_candidates.chain(of_roles).chain(of_hours) {
            if let Some(slot) = numbers.get_mut(index) {
                let mut column = NumberColumn::new(index, reading_of(index), mapping.is_foreign);
                column.is_in_days = mapping.columns.get(index).is_some_and(|column| {
                    column.role == Role::Hours && words::says_days(&column.header)
                });
                *slot = Some(column);
            }
        }
        Self {
            n_in_table: n_columns,
            name_column: mapping.name_column(),
            first_name_column: mapping.first_name,
            infix_column: header.iter().position(|cell| words::says_infix(cell)),
            has_numbered_names: mapping.has_numbered_names,
            person_beside: mapping.person_name,
            code_column: mapping.column_of(Role::Code),
            // What was invoiced in dollars may stand there in euros.
            currency_column: mapping
                .column_of(Role::Currency)
                .filter(|_| !mapping.is_foreign && !mapping.says_euros()),
            accepts_foreign: mapping.is_foreign,
            header: header.iter().map(|cell| words::normalised(cell)).collect(),
            candidates,
            numbers,
            date: mapping.column_of(Role::Date).map(&day_column_of),
            year_column: mapping.year,
            since: mapping.column_of(Role::Since).map(&day_column_of),
            roles,
            subject: mapping.subject,
            hours: is_hours.then(|| HoursReader::new(mapping.hours.clone())),
            in_status: status_columns(header),
            in_kind: kind_columns(header),
            has_turned_credits: false,
            registrations_at: mapping.columns_of(Role::Registration),
            traits: traits_of(mapping),
            today,
            likely_days: likely_days(today),
        }
    }

    /// What a row counts, or why it does not and in which column.
    #[inline]
    pub(crate) fn amount(&mut self, record: &Record<'_>) -> Result<Amount, (Unreadable, usize)> {
        match (self.subject, &self.hours) {
            (Subject::Hours, Some(hours)) => {
                hours.seconds(&mut self.numbers, self.date.as_ref(), record)
            }
            (Subject::Names, _) => Ok(Amount::default()),
            _ => self.candidate(0, record),
        }
    }

    /// Whether the VAT of a row is taken off its amount.
    pub(crate) fn takes_off_vat(&self) -> bool {
        matches!(self.candidates.first(), Some(Formula::LessVat { .. }))
    }

    /// Whether a row has anything where its amount should be.
    pub(crate) fn has_amount_cell(&self, record: &Record<'_>) -> bool {
        let columns = self.candidates.first().map(Formula::columns);
        let duration = self.hours.as_ref().map(HoursReader::first_column);
        let mut columns = columns.into_iter().flatten().chain(duration);
        columns.any(|index| !trimmed(record.field(index)).is_empty())
    }

    /// Whether a row has anything beside its amount.
    pub(crate) fn has_more_than_amount(&self, record: &Record<'_>) -> bool {
        let amounts = self
            .candidates
            .first()
            .map(Formula::columns)
            .unwrap_or_default();
        let mut cells = record.fields().enumerate();
        cells.any(|(index, cell)| !amounts.contains(&index) && !cell.trim_ascii().is_empty())
    }

    /// A number is not that of a customer where customers stand above their rows.
    pub(crate) fn forget_code(&mut self) {
        self.code_column = None;
    }

    /// Who worked, and what these seconds cost where that is said.
    pub(crate) fn work(&mut self, record: &Record<'_>, seconds: i64) -> Result<Work, CellTrouble> {
        let is_foreign = self.foreign_currency(record).is_some();
        let Some(hours) = &mut self.hours else {
            return Ok(Work::default());
        };
        let cost = hours.cost(&mut self.numbers, record, seconds)?;
        Ok(Work {
            person: hours.person(record),
            // Only euros can be added up.
            cost: cost.filter(|_| !is_foreign),
        })
    }

    /// Whether a row without a customer is a line of work all the same, and not a total.
    pub(crate) fn is_line_of_work(&self, record: &Record<'_>) -> bool {
        let is_day = |cell: &[u8]| {
            let text = String::from_utf8_lossy(cell);
            !cell.is_empty() && labels::total_label(&text).is_none()
        };
        let day_column = self.date.as_ref();
        let has_day = day_column.map(|date| is_day(&trimmed(record.field(date.index))));
        let has_person = |hours: &HoursReader| hours.has_person(record);
        self.hours
            .as_ref()
            .is_some_and(|hours| has_day.unwrap_or_else(|| has_person(hours)))
    }

    /// Who worked in this file.
    pub(crate) fn take_person_names(&mut self) -> Vec<String> {
        self.hours
            .take()
            .map(HoursReader::into_person_names)
            .unwrap_or_default()
    }

    /// The amount of a row under a candidate: a credit note counts negative, whichever way it is written.
    pub(crate) fn candidate(
        &mut self,
        index: usize,
        record: &Record<'_>,
    ) -> Result<Amount, (Unreadable, usize)> {
        let amount = self.amount_as_written(index, record)?;
        let is_credit = amount.value > 0 && self.is_credit_note(record);
        self.has_turned_credits |= is_credit;
        Ok(if is_credit { amount.turned() } else { amount })
    }

    /// Whether a row says that it is a credit note.
    pub(crate) fn is_credit_note(&self, record: &Record<'_>) -> bool {
        let mut columns = self.in_kind.iter();
        columns.any(|column| says_credit(&record.field(*column)))
    }

    /// Whether a row is of somebody we buy from.
    pub(crate) fn is_supplier(&self, record: &Record<'_>) -> bool {
        let mut columns = self.in_kind.iter();
        columns.any(|column| says_supplier(&record.field(*column)))
    }

    fn amount_as_written(
        &mut self,
        index: usize,
        record: &Record<'_>,
    ) -> Result<Amount, (Unreadable, usize)> {
        let Some(formula) = self.candidates.get(index) else {
            return Err((Unreadable::Empty, 0));
        };
        let numbers = &mut self.numbers;
        match formula {
            Formula::Column(column) => cents_of(numbers, *column, record),
            Formula::WithoutVat { column, percent } => {
                let cents = cents_of(numbers, *column, record)?;
                let net = |gross: i64| {
                    without_vat(gross, *percent).ok_or((Unreadable::OutOfRange, *column))
                };
                Ok(Amount {
                    value: net(cents.value)?,
                    other: cents.other.map(net).transpose()?,
                    ..cents
                })
            }
            Formula::Sided {
                column,
                side,
                positive,
            } => {
                let cents = cents_of(numbers, *column, record)?;
                let said = side_of(&record.field(*side));
                let is_other = said.is_some_and(|said| said != *positive);
                Ok(if is_other { cents.turned() } else { cents })
            }
            Formula::Split { whole, cents } => split_cents(*whole, *cents, record),
            Formula::LessVat { column, vat } => {
                let gross = cents_of(numbers, *column, record)?;
                let less = match cents_of(numbers, *vat, record) {
                    Err((Unreadable::Empty, _)) => return Ok(gross),
                    less => less?,
                };
                let value = gross.value.checked_sub(less.value);
                Ok(Amount {
                    value: value.ok_or((Unreadable::OutOfRange, *column))?,
                    other: None,
                    flag: gross.flag.or(less.flag),
                })
            }
            Formula::Sum(columns) => {
                sum_of(numbers, columns.iter().map(|column| (*column, 1)), record)
            }
            Formula::Difference { plus, minus } => {
                sum_of(numbers, [(*plus, 1), (*minus, -1)].into_iter(), record)
            }
        }
    }

    #[inline]
    pub(crate) fn name<'a>(&self, record: &Record<'a>) -> Cow<'a, [u8]> {
        let name = self
            .name_column
            .map_or(Cow::Borrowed(&[][..]), |index| trimmed(record.field(index)));
        if self.has_numbered_names
            && let Some((_, name)) = numbered(&name)
        {
            return Cow::Owned(name);
        }
        if name.is_empty()
            && let Some((first, last)) = self.person_beside
        {
            let last = trimmed(record.field(last));
            return Cow::Owned(self.person(record, first, &last));
        }
        match self.first_name_column {
            Some(first) => Cow::Owned(self.person(record, first, &name)),
            None => name,
        }
    }

    /// First name, what stands between, and last name.
    fn person(&self, record: &Record<'_>, first: usize, last: &[u8]) -> Vec<u8> {
        let mut name = trimmed(record.field(first)).into_owned();
        let infix = self.infix_column.map(|index| trimmed(record.field(index)));
        for part in infix.as_deref().into_iter().chain([last]) {
            if !(name.is_empty() || part.is_empty()) {
                name.push(b' ');
            }
            name.extend_from_slice(part);
        }
        name
    }

    #[inline]
    pub(crate) fn code<'a>(&self, record: &Record<'a>) -> Cow<'a, [u8]> {
        let Some(index) = self.code_column else {
            let name = self.name_column.filter(|_| self.has_numbered_names);
            let in_name = name.and_then(|index| numbered(&trimmed(record.field(index))));
            return in_name.map_or(Cow::Borrowed(&[]), |(number, _)| Cow::Owned(number));
        };
        let code = trimmed(record.field(index));
        let is_nothing = matches!(code.as_ref(), b"." | b"0")
            || is_unknown(&code)
            || is_error_or_cut(&code)
            || unusable(record.kind(index)).is_some();
        if is_nothing { Cow::Borrowed(&[]) } else { code }
    }

    /// The year of a row, by its first and last day.
    pub(crate) fn year(&self, record: &Record<'_>) -> Option<(Date, Date)> {
        let cell = record.field(self.year_column?);
        let year = std::str::from_utf8(&cell).ok()?.trim().parse().ok()?;
        let day = |month, day| Date::new(year, month, day).ok();
        day(1, 1).zip(day(12, 31)).filter(|(first, last)| {
            self.likely_days.contains(first) && self.likely_days.contains(last)
        })
    }

    /// The first cell of a row that holds letters.
    pub(crate) fn first_text(record: &Record<'_>) -> Option<String> {
        record
            .fields()
            .map(|cell| String::from_utf8_lossy(&cell).trim().to_owned())
            .find(|cell| cell.chars().any(char::is_alphabetic) && amount::number(cell).is_err())
    }

    /// The column in which a row says that its amount is not in euros.
    pub(crate) fn foreign_currency(&self, record: &Record<'_>) -> Option<usize> {
        let index = self.currency_column?;
        let cell = trimmed(record.field(index));
        let is_euro = cell.is_empty()
            || cell.eq_ignore_ascii_case(b"eur")
            || cell.eq_ignore_ascii_case(b"euro")
            || cell.as_ref() == "€".as_bytes()
            || cell.to_ascii_lowercase().ends_with(b"eur");
        (!is_euro).then_some(index)
    }

    /// Whether cells repeat the header.
    pub(crate) fn is_header(&self, cells: &[String]) -> bool {
        let is_filled = |cell: &&String| !cell.is_empty();
        self.header.iter().filter(is_filled).count() > 1
            && self
                .header
                .iter()
                .zip(cells)
                .all(|(header, cell)| *header == words::normalised(cell))
            && cells.len() >= self.header.len()
    }

    /// Whether rows hold anything to add up but revenue.
    pub(crate) fn has_values(&self) -> bool {
        !self.roles.is_empty() || self.since.is_some()
    }

    /// Everything about a row that is added up but its revenue.
    pub(crate) fn values(&mut self, record: &Record<'_>) -> Result<RowValues, CellTrouble> {
        let mut values = RowValues::default();
        for position in 0..self.roles.len() {
            let Some(&(role, index)) = self.roles.get(position) else {
                break;
            };
            let cell = trimmed(record.field(index));
            if cell.is_empty() || is_unknown(&cell) {
                continue;
            }
            match role {
                Role::Attention => values.attention = attention_of(&cell),
                Role::HoursGrade => values.hours_grade = grade_of(&cell),
                Role::CostGrade => values.cost_grade = grade_of(&cell),
                Role::GivenClass => values.given_class = class_of(&cell),
                _ => self.number(role, index, record, &mut values)?,
            }
        }
        self.read_since(record, &mut values);
        Ok(values)
    }

    fn number(
        &mut self,
        role: Role,
        index: usize,
        record: &Record<'_>,
        values: &mut RowValues,
    ) -> Result<(), CellTrouble> {
        // What a workbook could not compute is no wrong figure of the user's.
        let trouble = |reason| CellTrouble {
            reason: unusable(record.kind(index)).unwrap_or(reason),
            column: index,
        };
        let Some(column) = self.numbers.get_mut(index).and_then(Option::as_mut) else {
            return Ok(());
        };
        match role {
            Role::DirectCost | Role::OtherCost => {
                let cents = column
                    .cents_in(record)
                    .map_err(|_unreadable| trouble(RejectReason::AmountInvalid))?;
                if role == Role::DirectCost {
                    values.direct_cost = Some(cents.value);
                } else {
                    values.other_cost = cents.value;
                }
            }
            Role::Hours | Role::OwnFaultHours => {
                let hours = column
                    .quantity_in(record, true)
                    .map_err(|_unreadable| trouble(RejectReason::HoursInvalid))?;
                // Hours may be taken back, those of an own fault are none.
                let least = if role == Role::Hours {
                    -MOST_FIGURE
                } else {
                    0.0
                };
                if !(least..MOST_FIGURE).contains(&hours) {
                    return Err(trouble(RejectReason::HoursInvalid));
                }
                if role == Role::Hours {
                    values.hours = Some(hours);
                } else {
                    values.own_fault_hours = hours;
                }
            }
            Role::Potential | Role::Relationship => {
                let number = column.quantity_in(record, false).ok();
                let rating = number
                    .and_then(rating_of)
                    .ok_or(trouble(RejectReason::RatingInvalid))?;
                let slot = if role == Role::Potential {
                    &mut values.potential
                } else {
                    &mut values.relationship
                };
                *slot = Some(rating);
            }
            _ => {
                let number = column
                    .quantity_in(record, false)
                    .map_err(|_unreadable| trouble(RejectReason::AmountInvalid))?;
                let count = count_of(number);
                let invalid = trouble(RejectReason::AmountInvalid);
                if !(-MOST_FIGURE..MOST_FIGURE).contains(&number) {
                    return Err(invalid);
                }
                match role {
                    Role::Orders => values.orders = Some(count.ok_or(invalid)?),
                    Role::Visits => values.visits = Some(count.ok_or(invalid)?),
                    Role::Complaints => values.complaints = Some(count.ok_or(invalid)?),
                    Role::DaysToPay => values.days_to_pay = Some(number),
                    Role::Tenure if number >= 0.0 => values.tenure_months = Some(number),
                    Role::Tenure => return Err(invalid),
                    _ => {}
                }
            }
        }
        Ok(())
    }

    fn read_since(&mut self, record: &Record<'_>, values: &mut RowValues) {
        if let (Some(since), Some(today), None) =
            (&mut self.since, self.today, values.tenure_months)
            && let Ok(Some(day)) = since.day(&trimmed(record.field(since.index)))
        {
            values.tenure_months = months_between(day, today);
        }
    }

    /// Notes the traits of a customer that are not known yet.
    pub(crate) fn describe(&mut self, record: &Record<'_>, ledger: &mut Ledger, customer: u32) {
        let n_traits = self.traits.len();
        if n_traits == 0 {
            return;
        }
        let Some(customer) = ledger.customer_mut(customer) else {
            return;
        };
        if customer.traits.len() < n_traits {
            customer.traits.resize(n_traits, 0);
        }
        for (reader, slot) in self.traits.iter_mut().zip(&mut customer.traits) {
            if *slot == 0 && !reader.is_too_varied {
                *slot = reader.value_of(&trimmed(record.field(reader.index)));
            }
        }
    }

    /// Whether a column may say that a row is a draft.
    pub(crate) fn has_status(&self) -> bool {
        !self.in_status.is_empty()
    }

    /// Whether a row says that it was not invoiced yet.
    pub(crate) fn is_draft(&self, record: &Record<'_>) -> bool {
        let says_draft = |index: &usize| is_draft(&record.field(*index));
        self.subject == Subject::Revenue && self.in_status.iter().any(says_draft)
    }

    /// Whether two rows that are the same to the letter may be one that came in twice.
    pub(crate) fn tells_repeats(&self) -> bool {
        match self.subject {
            Subject::Revenue => true,
            // The same person does the same for the same customer every day of the week.
            Subject::Hours => self.hours.as_ref().is_some_and(HoursReader::has_start),
            Subject::Names => false,
        }
    }

    /// Notes the numbers under which a customer is registered.
    pub(crate) fn register(&self, record: &Record<'_>, ledger: &mut Ledger, customer: u32) {
        for index in &self.registrations_at {
            let number = trimmed(record.field(*index));
            if number.is_empty() || is_unknown(&number) || unusable(record.kind(*index)).is_some() {
                continue;
            }
            if let Some(customer) = ledger.customer_mut(customer) {
                let registrations = &mut customer.registrations;
                let is_new = !registrations
                    .iter()
                    .any(|known| known.as_bytes() == &*number);
                if is_new && registrations.len() < MAX_REGISTRATIONS {
                    registrations.push(String::from_utf8_lossy(&number).into_owned());
                }
            }
        }
    }

    /// The columns of numbers, to ask what they proved.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = &NumberColumn> {
        self.numbers.iter().flatten()
    }

    /// The column that the amount of the first candidate stands in, when it is one.
    pub(crate) fn amount_column(&self) -> Option<&NumberColumn> {
        let index = *self.candidates.first()?.columns().first()?;
        self.numbers.get(index).and_then(Option::as_ref)
    }

    /// The notation of a column that was read.
    pub(crate) fn notation_of(&self, index: usize) -> Option<Notation> {
        self.numbers
            .get(index)
            .and_then(Option::as_ref)
            .map(NumberColumn::notation)
    }

    /// How the days of this column are read.
    pub(crate) fn day_order_of(&self, index: usize) -> Option<DayOrder> {
        let mut of_days = [&self.date, &self.since].into_iter().flatten();
        let column = of_days.find(|column| column.index == index)?;
        Some(column.order)
    }

    /// The trait columns that make groups, each with its position among all traits and in the file.
    ///
    /// A free column of invoice lines says something of the line and not of the customer.
    pub(crate) fn into_traits(
        self,
        n_customers: usize,
        kind: SourceKind,
    ) -> Vec<(usize, usize, TraitColumn)> {
        let kept = self
            .traits
            .into_iter()
            .enumerate()
            .filter(|(_, reader)| reader.makes_groups(n_customers, kind));
        kept.map(|(position, reader)| {
            let kind = if reader.is_number {
                TraitKind::Number
            } else {
                TraitKind::Category
            };
            (
                position,
                reader.index,
                TraitColumn {
                    name: reader.name,
                    kind,
                    values: reader.values,
                },
            )
        })
        .collect()
    }
}

/// Why a row is refused for a cell of this kind, whatever its column is for.
pub(crate) fn unusable(kind: CellKind) -> Option<RejectReason> {
    match kind {
        CellKind::Error => Some(RejectReason::ErrorCell),
        CellKind::NoValue => Some(RejectReason::FormulaWithoutValue),
        CellKind::Text | CellKind::Number => None,
    }
}

/// The number and the name in one cell.
fn numbered(cell: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let (number, name) = numbered_name(std::str::from_utf8(cell).ok()?)?;
    Some((number.as_bytes().to_vec(), name.as_bytes().to_vec()))
}

/// A cell without outer white space.
fn trimmed(cell: Cow<'_, [u8]>) -> Cow<'_, [u8]> {
    match cell {
        Cow::Borrowed(bytes) => Cow::Borrowed(bytes.trim_ascii()),
        Cow::Owned(bytes) => Cow::Owned(bytes.trim_ascii().to_vec()),
    }
}
