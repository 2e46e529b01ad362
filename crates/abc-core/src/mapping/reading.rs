//! What the mapping step shows under a raw value: the same reading as the rows get.

use super::amount::{self, Unreadable};
use super::day;
use super::{Column, Role, duration, words};
use crate::date::Date;
use crate::money::Cents;

/// What a cell was taken for.
#[derive(Clone, Debug, PartialEq)]
pub enum CellReading {
    /// Nothing in it.
    Empty,
    /// The column is not used.
    Unused,
    /// Words, as they will be shown.
    Text(String),
    /// An amount.
    Money(Cents),
    /// A quantity: hours, a rating, a number of things.
    Number(f64),
    /// A day.
    Day(Date),
    /// Not what its column should hold.
    Unreadable,
}

/// What is made of a raw value in a column, by the column's role, notation and header.
pub(crate) fn read_cell(column: &Column, raw: &str) -> CellReading {
    if raw.trim_matches(amount::is_blank).is_empty() {
        return CellReading::Empty;
    }
    let is_in_minutes = column.role == Role::Hours && words::says_minutes(&column.header);
    let days = duration::without_days(raw).filter(|_| column.role == Role::Hours);
    let is_in_days = column.role == Role::Hours && words::says_days(&column.header);
    let times = match () {
        () if is_in_minutes => 1.0 / 60.0,
        () if is_in_days || days.is_some() => f64::from(duration::HOURS_PER_DAY),
        () => 1.0,
    };
    match column.role {
        Role::Ignored => CellReading::Unused,
        Role::Revenue
        | Role::RevenueInclVat
        | Role::DirectCost
        | Role::OtherCost
        | Role::HoursCost => {
            let cents = amount::number(raw).and_then(|number| {
                number
                    .cents_in(column.notation)
                    .ok_or(Unreadable::OutOfRange)
            });
            cents.map_or(CellReading::Unreadable, |(cents, _)| {
                CellReading::Money(Cents(cents))
            })
        }
        Role::Date | Role::Since => {
            let day = day::written(raw)
                .and_then(|written| written.day(written.proves().unwrap_or(column.day_order)));
            day.map_or(CellReading::Unreadable, CellReading::Day)
        }
        Role::Hours
        | Role::OwnFaultHours
        | Role::Potential
        | Role::Relationship
        | Role::Orders
        | Role::Visits
        | Role::Complaints
        | Role::DaysToPay
        | Role::Tenure => amount::hours_of(raw)
            .filter(|_| matches!(column.role, Role::Hours | Role::OwnFaultHours))
            .or_else(|| {
                amount::number(days.unwrap_or(raw))
                    .ok()
                    .map(|number| number.value_in(column.notation) * times)
            })
            .map_or(CellReading::Unreadable, CellReading::Number),
        Role::Name
        | Role::Code
        | Role::Attention
        | Role::HoursGrade
        | Role::CostGrade
        | Role::GivenClass
        | Role::Invoice
        | Role::Currency
        | Role::Registration
        | Role::Account
        | Role::Person
        | Role::Trait => CellReading::Text(crate::customers::names::shown(raw)),
    }
}

/// The roles in the order in which a person would look for them.
pub const fn roles_for_choice() -> &'static [Role] {
    &[
        Role::Name,
        Role::Revenue,
        Role::RevenueInclVat,
        Role::Code,
        Role::Date,
        Role::Invoice,
        Role::Account,
        Role::Hours,
        Role::Person,
        Role::HoursCost,
        Role::DirectCost,
        Role::OtherCost,
        Role::Potential,
        Role::Relationship,
        Role::Attention,
        Role::Trait,
        Role::OwnFaultHours,
        Role::Orders,
        Role::Visits,
        Role::Complaints,
        Role::DaysToPay,
        Role::Since,
        Role::Tenure,
        Role::GivenClass,
        Role::HoursGrade,
        Role::CostGrade,
        Role::Currency,
        Role::Registration,
        Role::Ignored,
    ]
}
