//! The columns that are read, and what a record says in each of them.

use std::borrow::Cow;

use crate::customers::ledger::{Ledger, RowValues};
use crate::customers::table::ByteTable;
use crate::customers::{Attention, Class, Grade, Rating, TraitColumn, TraitKind};
use crate::date::Date;
use crate::mapping::amount::{self, Unreadable};
use crate::mapping::guess::{Formula, Mapping};
use crate::mapping::{Notation, Role, words};

use super::cells::{Cents, DayColumn, NumberColumn, Reading};
use super::scanner::Record;
use super::{RejectReason, SourceKind};

/// Different words that a named trait may hold; more make no groups.
const MAX_NAMED_VALUES: usize = 500;
/// Different words in a column that nobody named a trait.
const MAX_FREE_VALUES: usize = 30;
/// Different numbers in a trait that is a number.
const MAX_NUMBER_VALUES: usize = 10_000;

/// A cell that refuses its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CellTrouble {
    pub(crate) reason: RejectReason,
    pub(crate) column: usize,
}

/// A column whose words describe customers.
#[derive(Debug)]
struct TraitReader {
    index: usize,
    name: String,
    is_named: bool,
    is_number: bool,
    table: ByteTable<u32>,
    values: Vec<String>,
    is_too_varied: bool,
}

/// The columns in use.
#[derive(Debug)]
pub(crate) struct Columns {
    /// Columns of the table.
    pub(crate) n_in_table: usize,
    pub(crate) name_column: Option<usize>,
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
    pub(crate) since: Option<DayColumn>,
    roles: Vec<(Role, usize)>,
    traits: Vec<TraitReader>,
    today: Option<Date>,
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
        let roles: Vec<(Role, usize)> = quantity_roles
            .iter()
            .chain(&text_roles)
            .filter_map(|role| mapping.column_of(*role).map(|index| (*role, index)))
            .collect();
        let of_roles = roles
            .iter()
            .filter(|(role, _)| quantity_roles.contains(role))
            .map(|(_, index)| *index);
        for index in candidates.iter().flat_map(Formula::columns).chain(of_roles) {
            if let Some(slot) = numbers.get_mut(index) {
                *slot = Some(NumberColumn::new(
                    index,
                    reading_of(index),
                    mapping.is_foreign,
                ));
            }
        }
        Self {
            n_in_table: n_columns,
            name_column: mapping.column_of(Role::Name),
            code_column: mapping.column_of(Role::Code),
            currency_column: mapping
                .column_of(Role::Currency)
                .filter(|_| !mapping.is_foreign),
            accepts_foreign: mapping.is_foreign,
            header: header.iter().map(|cell| words::normalised(cell)).collect(),
            candidates,
            numbers,
            date: mapping.column_of(Role::Date).map(&day_column_of),
            since: mapping.column_of(Role::Since).map(&day_column_of),
            roles,
            traits: traits_of(mapping),
            today,
        }
    }

    /// The amount of a row under the first candidate, or why there is none and in which column.
    #[inline]
    pub(crate) fn revenue(&mut self, record: &Record<'_>) -> Result<Cents, (Unreadable, usize)> {
        self.candidate(0, record)
    }

    /// The amount of a row under a candidate.
    pub(crate) fn candidate(
        &mut self,
        index: usize,
        record: &Record<'_>,
    ) -> Result<Cents, (Unreadable, usize)> {
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
                Ok(Cents {
                    value: net(cents.value)?,
                    other: cents.other.map(net).transpose()?,
                    ..cents
                })
            }
            Formula::Split { whole, cents } => split_cents(*whole, *cents, record),
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
        self.name_column
            .map_or(Cow::Borrowed(&[]), |index| trimmed(record.field(index)))
    }

    #[inline]
    pub(crate) fn code<'a>(&self, record: &Record<'a>) -> Cow<'a, [u8]> {
        let code = self
            .code_column
            .map_or(Cow::Borrowed(&[][..]), |index| trimmed(record.field(index)));
        if matches!(code.as_ref(), b"-" | b"." | b"0") {
            Cow::Borrowed(&[])
        } else {
            code
        }
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
                _ => self.number(role, index, &cell, &mut values)?,
            }
        }
        self.read_since(record, &mut values);
        Ok(values)
    }

    fn number(
        &mut self,
        role: Role,
        index: usize,
        cell: &[u8],
        values: &mut RowValues,
    ) -> Result<(), CellTrouble> {
        let trouble = |reason| CellTrouble {
            reason,
            column: index,
        };
        let Some(column) = self.numbers.get_mut(index).and_then(Option::as_mut) else {
            return Ok(());
        };
        match role {
            Role::DirectCost | Role::OtherCost => {
                let cents = column
                    .cents(cell)
                    .map_err(|_unreadable| trouble(RejectReason::AmountInvalid))?;
                if role == Role::DirectCost {
                    values.direct_cost = Some(cents.value);
                } else {
                    values.other_cost = cents.value;
                }
            }
            Role::Hours | Role::OwnFaultHours => {
                let hours = column
                    .quantity(cell, true)
                    .map_err(|_unreadable| trouble(RejectReason::HoursInvalid))?;
                if !(0.0..1.0e9).contains(&hours) {
                    return Err(trouble(RejectReason::HoursInvalid));
                }
                if role == Role::Hours {
                    values.hours = Some(hours);
                } else {
                    values.own_fault_hours = hours;
                }
            }
            Role::Potential | Role::Relationship => {
                let number = column.quantity(cell, false).ok();
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
                    .quantity(cell, false)
                    .map_err(|_unreadable| trouble(RejectReason::AmountInvalid))?;
                let count = count_of(number);
                let invalid = trouble(RejectReason::AmountInvalid);
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

impl TraitReader {
    /// 0 for an empty cell, else 1 + the position of the word.
    fn value_of(&mut self, cell: &[u8]) -> u32 {
        if cell.is_empty() {
            return 0;
        }
        if let Some(value) = self.table.get(cell) {
            return value;
        }
        let text = String::from_utf8_lossy(cell).into_owned();
        self.is_number &= amount::number(&text).is_ok();
        let max = match (self.is_number, self.is_named) {
            (true, _) => MAX_NUMBER_VALUES,
            (false, true) => MAX_NAMED_VALUES,
            (false, false) => MAX_FREE_VALUES,
        };
        if self.values.len() >= max {
            self.is_too_varied = true;
            return 0;
        }
        self.values.push(text);
        let value = u32::try_from(self.values.len()).unwrap_or_default();
        self.table.insert(cell, value);
        value
    }

    fn makes_groups(&self, n_customers: usize, kind: SourceKind) -> bool {
        let is_free_trait = kind == SourceKind::Customers && self.values.len() * 2 <= n_customers;
        let is_known_kind = self.is_named || is_free_trait;
        !self.is_too_varied && self.values.len() > 1 && is_known_kind
    }
}

fn traits_of(mapping: &Mapping) -> Vec<TraitReader> {
    let is_trait = mapping
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.role == Role::Trait);
    is_trait
        .map(|(index, column)| TraitReader {
            index,
            name: column.header.clone(),
            is_named: column.confidence > crate::mapping::Confidence::Low,
            is_number: true,
            table: ByteTable::new(),
            values: Vec::new(),
            is_too_varied: false,
        })
        .collect()
}

#[inline]
fn cents_of(
    numbers: &mut [Option<NumberColumn>],
    index: usize,
    record: &Record<'_>,
) -> Result<Cents, (Unreadable, usize)> {
    let Some(column) = numbers.get_mut(index).and_then(Option::as_mut) else {
        return Err((Unreadable::Empty, index));
    };
    column
        .cents(&record.field(index))
        .map_err(|unreadable| (unreadable, index))
}

/// Adds cells up; empty ones count as nothing unless all are empty.
fn sum_of(
    numbers: &mut [Option<NumberColumn>],
    terms: impl Iterator<Item = (usize, i64)>,
    record: &Record<'_>,
) -> Result<Cents, (Unreadable, usize)> {
    let mut sum: Option<Cents> = None;
    let mut first = None;
    for (index, sign) in terms {
        first = first.or(Some(index));
        match cents_of(numbers, index, record) {
            Ok(cents) => {
                let before = sum.map_or(0, |sum| sum.value);
                let before_rounded = sum.is_some_and(|sum| sum.is_rounded);
                let value = before
                    .checked_add(sign * cents.value)
                    .ok_or((Unreadable::OutOfRange, index))?;
                sum = Some(Cents {
                    value,
                    other: None,
                    is_rounded: before_rounded | cents.is_rounded,
                });
            }
            Err((Unreadable::Empty, _)) => {}
            Err(trouble) => return Err(trouble),
        }
    }
    sum.ok_or((Unreadable::Empty, first.unwrap_or_default()))
}

/// `12` and `50` as 12.50.
fn split_cents(
    whole: usize,
    cents: usize,
    record: &Record<'_>,
) -> Result<Cents, (Unreadable, usize)> {
    let mut joined = trimmed(record.field(whole)).into_owned();
    joined.push(b',');
    joined.extend_from_slice(&trimmed(record.field(cents)));
    NumberColumn::new(whole, Reading::In(Notation::Comma), false)
        .cents(&joined)
        .map_err(|unreadable| (unreadable, whole))
}

/// The amount without the VAT in it, to the nearest cent.
fn without_vat(gross: i64, percent: u8) -> Option<i64> {
    let divisor = 100 + i128::from(percent);
    let scaled = i128::from(gross).abs() * 100;
    let net = i64::try_from((scaled + divisor / 2) / divisor).ok()?;
    Some(if gross < 0 { -net } else { net })
}

/// Ways to write that something is not known.
fn is_unknown(cell: &[u8]) -> bool {
    if cell.len() > 8 || cell.first().is_some_and(u8::is_ascii_digit) {
        return false;
    }
    let words: [&[u8]; 9] = [
        b"-",
        b"?",
        b"--",
        b"n/a",
        b"n.v.t.",
        b"nvt",
        b"onbekend",
        b"unknown",
        b"n.b.",
    ];
    words.iter().any(|word| cell.eq_ignore_ascii_case(word))
}

fn rating_of(number: f64) -> Option<Rating> {
    count_of(number)
        .and_then(|count| u8::try_from(count).ok())
        .and_then(Rating::new)
}

fn count_of(number: f64) -> Option<u32> {
    let is_count = number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number);
    is_count.then_some(number as u32)
}

fn lower(cell: &[u8]) -> String {
    String::from_utf8_lossy(cell).to_lowercase()
}

fn attention_of(cell: &[u8]) -> Option<Attention> {
    match lower(cell).as_str() {
        "laag" | "weinig" | "low" | "l" | "1" => Some(Attention::Low),
        "normaal" | "gemiddeld" | "normal" | "average" | "n" | "2" => Some(Attention::Normal),
        "hoog" | "veel" | "high" | "h" | "3" => Some(Attention::High),
        "extreem" | "zeer hoog" | "extreme" | "x" | "4" => Some(Attention::Extreme),
        _ => None,
    }
}

fn grade_of(cell: &[u8]) -> Grade {
    match lower(cell).as_str() {
        "estimated" | "geschat" | "schatting" | "estimate" => Grade::Estimated,
        "assumed" | "aangenomen" | "aanname" | "default" => Grade::Assumed,
        _ => Grade::Recorded,
    }
}

fn class_of(cell: &[u8]) -> Option<Class> {
    match cell {
        b"A" | b"a" => Some(Class::A),
        b"B" | b"b" => Some(Class::B),
        b"C" | b"c" => Some(Class::C),
        _ => None,
    }
}

/// Whole calendar months from one day to a later one.
fn months_between(from: Date, to: Date) -> Option<f64> {
    let months = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month());
    let whole = months(to) - months(from) - i32::from(to.day() < from.day());
    (whole >= 0).then(|| f64::from(whole))
}

/// A cell without outer white space.
fn trimmed(cell: Cow<'_, [u8]>) -> Cow<'_, [u8]> {
    match cell {
        Cow::Borrowed(bytes) => Cow::Borrowed(bytes.trim_ascii()),
        Cow::Owned(bytes) => Cow::Owned(bytes.trim_ascii().to_vec()),
    }
}
