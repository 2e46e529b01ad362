//! What to know about files that were joined (words of books-corpus/README.md).

use std::collections::HashSet;

use super::figures::Figures;
use super::groups::{Groups, Parties};
use super::revenue::Revenue;
use crate::customers::names;
use crate::date::{Date, MONTHS_A_YEAR, calendar_months};
use crate::intake::SourceKind;
use crate::money::Cents;
use crate::readings::Reading;

/// Something to know about the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flag {
    /// Several files tell revenue.
    TwoRevenueSources,
    /// A file has a debtor number that the customer list does not have.
    CustomerCodeUnknown,
    /// One number with two names.
    CustomerRenamed,
    /// Registered hours belong to no customer.
    HoursWithoutCustomer,
    /// Revenue belongs to no customer.
    RevenueWithoutCustomer,
    /// The registered hours cover fewer months than the revenue, which without dates is that of a year.
    HoursPeriodShorter,
    /// The registered hours are of another time than the revenue.
    HoursOfOtherTime,
    /// Two registrations cover the same days, and in both somebody worked for the same party.
    HoursOverlap,
}

/// The flags of joined files, in the order above.
pub(super) fn of(
    parties: &Parties<'_>,
    groups: &Groups,
    revenue: &Revenue,
    figures: &Figures,
) -> Vec<Flag> {
    let hours_months = figures
        .hours_period
        .map(|(first, last)| calendar_months(first, last));
    let has_revenue = figures
        .customers
        .iter()
        .any(|customer| customer.revenue.is_some());
    let of_revenue = revenue.months.unwrap_or(MONTHS_A_YEAR);
    let is_shorter = has_revenue && hours_months.is_some_and(|months| months < of_revenue);
    let is_of_other_time = has_revenue
        && figures
            .hours_period
            .is_some_and(|days| revenue.is_of_other_time(days));
    let is_joined = parties.readings().len() > 1;
    [
        (
            revenue.question.is_some() || parties.has_copied_revenue(),
            Flag::TwoRevenueSources,
        ),
        (
            is_joined && has_unknown_code(parties),
            Flag::CustomerCodeUnknown,
        ),
        (
            is_joined && is_renamed(parties, groups),
            Flag::CustomerRenamed,
        ),
        (figures.unassigned.seconds > 0, Flag::HoursWithoutCustomer),
        (
            figures.unassigned.revenue != Cents::ZERO,
            Flag::RevenueWithoutCustomer,
        ),
        (is_shorter, Flag::HoursPeriodShorter),
        (is_of_other_time, Flag::HoursOfOtherTime),
        (has_overlapping_hours(parties), Flag::HoursOverlap),
    ]
    .into_iter()
    .filter_map(|(is_so, flag)| is_so.then_some(flag))
    .collect()
}

/// Whether a file that uses the numbers of the customer list has one that is not in it.
fn has_unknown_code(parties: &Parties<'_>) -> bool {
    let is_list = |kind| {
        matches!(
            kind,
            SourceKind::CustomerList | SourceKind::Customers | SourceKind::Auditfile
        )
    };
    let codes = |wanted: bool| {
        parties
            .readings()
            .iter()
            .filter(move |reading| is_list(reading.source.kind) == wanted)
            .map(|reading| {
                let codes = reading.parties.iter().map(|party| party.code.as_str());
                codes.filter(|code| !code.is_empty())
            })
    };
    let listed: HashSet<&str> = codes(true).flatten().collect();
    if listed.is_empty() {
        return false;
    }
    codes(false).any(|of_file| {
        let (known, unknown): (Vec<&str>, Vec<&str>) =
            of_file.partition(|code| listed.contains(code));
        !known.is_empty() && !unknown.is_empty()
    })
}

/// Whether hours may count twice: a line of work may stand in two registrations, which are added.
/// A registration that says the same as another one is asked about instead.
fn has_overlapping_hours(parties: &Parties<'_>) -> bool {
    let dated = parties
        .counted()
        .filter(|(at, reading)| reading.source.kind == SourceKind::Hours && !parties.is_copy(*at))
        .filter_map(|(_, reading)| Some((reading.source.period?, reading)));
    let dated: Vec<((Date, Date), &Reading)> = dated.collect();
    let pairs = dated
        .iter()
        .enumerate()
        .flat_map(|(at, one)| dated.iter().skip(at + 1).map(move |other| (one, other)));
    let mut on_the_same_days = pairs.filter(|(((from, to), _), ((other_from, other_to), _))| {
        from <= other_to && other_from <= to
    });
    on_the_same_days.any(|((_, one), (_, other))| {
        let works: HashSet<(&str, &str)> = works_of(one).collect();
        works_of(other).any(|work| works.contains(&work))
    })
}

/// Who worked for whom. Who is not named may be anybody.
fn works_of(reading: &Reading) -> impl Iterator<Item = (&str, &str)> {
    reading.parties.iter().flat_map(|party| {
        let persons = party.seconds_by_person.iter();
        let said = persons.filter_map(|(person, _)| reading.persons.get(*person as usize));
        let named = said.filter(|name| !name.is_empty());
        named.map(|name| (name.as_str(), party.name.as_str()))
    })
}

/// Whether parties with one number have names that differ in more than form.
fn is_renamed(parties: &Parties<'_>, groups: &Groups) -> bool {
    (0..u32::try_from(groups.n_customers()).unwrap_or(u32::MAX)).any(|group| {
        let members = groups.members(group);
        let mut named = members.iter().filter(|at| parties.is_named(**at));
        let Some(first) = named.next() else {
            return false;
        };
        let has_code = |at: u32| parties.customer(at).filter(|party| !party.code.is_empty());
        named.any(|at| {
            let (Some(one), Some(other)) = (has_code(*first), has_code(*at)) else {
                return false;
            };
            one.code == other.code
                && parties.key(*first) != parties.key(*at)
                && !names::are_alike(&one.name, &other.name)
        })
    })
}
