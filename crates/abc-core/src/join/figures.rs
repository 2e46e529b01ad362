//! The figures of a customer out of those of its parties. What only one file tells is taken from it;
//! what several tell is taken from the first that counts, and added only over files whose revenue is added,
//! and over registrations of hours.

use std::sync::Arc;

use super::groups::{Groups, Parties, PartyAt};
use super::revenue::Revenue;
use super::traits::{Persons, Traits};
use super::{Unmatched, revenue};
use crate::customers::{Customer, Grade, SECONDS_PER_HOUR, TraitColumn};
use crate::date::Date;
use crate::intake::SourceKind;
use crate::money::Cents;
use crate::readings::Unassigned;

/// What the groups add up to.
pub(super) struct Figures {
    pub(super) customers: Arc<[Customer]>,
    pub(super) trait_columns: Arc<[TraitColumn]>,
    pub(super) persons: Arc<[String]>,
    pub(super) hours_period: Option<(Date, Date)>,
    pub(super) unassigned: Unassigned,
    pub(super) unmatched: Vec<Unmatched>,
}

/// The figures of every group, and what belongs to none.
pub(super) fn joined(parties: &Parties<'_>, groups: &Groups, revenue: &Revenue) -> Figures {
    let unmatched = unmatched(parties, groups);
    let waiting = unmatched.iter().map(|party| party.seconds);
    let mut unassigned = Unassigned {
        revenue: Cents::ZERO,
        seconds: waiting.fold(0, u64::saturating_add),
    };
    for (position, reading) in parties.counted() {
        let of_reading = reading.unassigned;
        unassigned.seconds = unassigned.seconds.saturating_add(of_reading.seconds);
        if revenue.counts(position) {
            unassigned.revenue = unassigned.revenue.saturating_add(of_reading.revenue);
        }
    }
    let (customers, trait_columns, persons) = match parties.readings() {
        // Nothing was joined, nor left out: the reading's own, not a copy.
        [reading]
            if groups.n_customers() == parties.len() && !reading.source.is_likely_no_revenue() =>
        {
            (
                Arc::clone(&reading.parties),
                Arc::clone(&reading.trait_columns),
                reading.persons.clone().into(),
            )
        }
        _ => combined(parties, groups, revenue),
    };
    Figures {
        customers,
        trait_columns,
        persons,
        hours_period: hours_period(parties),
        unassigned,
        unmatched,
    }
}

/// Customers, and the columns and persons that they point into.
type Lists = (Arc<[Customer]>, Arc<[TraitColumn]>, Arc<[String]>);

fn combined(parties: &Parties<'_>, groups: &Groups, revenue: &Revenue) -> Lists {
    let traits = Traits::of(parties);
    let persons = Persons::of(parties);
    let groups = (0..u32::try_from(groups.n_customers()).unwrap_or(u32::MAX))
        .map(|group| groups.members(group))
        .map(|members| {
            let members: Vec<PartyAt<'_>> =
                members.iter().filter_map(|at| parties.get(*at)).collect();
            customer_of(&members, revenue, &traits, &persons)
        });
    let customers = groups.collect();
    (customers, traits.into_columns(), persons.into_list())
}

/// One customer of its parties, which are in the order of joining.
fn customer_of(
    members: &[PartyAt<'_>],
    revenue: &Revenue,
    traits: &Traits,
    persons: &Persons,
) -> Customer {
    let told = Told::of(members, revenue);
    let all = || members.iter().map(|member| member.customer);
    let code = all().map(|party| &party.code).find(|code| !code.is_empty());
    let is_number = |party: &Customer| {
        code.is_some_and(|code| party.name == *code) || party.registrations.contains(&party.name)
    };
    let named = all().find(|party| !party.name.is_empty() && !is_number(party));
    let direct = told.first(|party| party.direct_cost);
    let other = told.first(|party| Some(party.other_cost).filter(|cost| *cost != Cents::ZERO));
    let own_fault = told.first(|party| Some(party.own_fault_hours).filter(|hours| *hours != 0.0));
    let mut customer = Customer {
        name: named
            .or_else(|| all().next())
            .map(|party| party.name.clone())
            .unwrap_or_default(),
        code: code.cloned().unwrap_or_default(),
        revenue: revenue_of(members, revenue),
        revenue_grade: revenue_grade_of(members, revenue),
        direct_cost: sum(&direct, Cents::saturating_add),
        cost_grade: softest(&direct, |party| party.cost_grade),
        other_cost: sum(&other, Cents::saturating_add).unwrap_or_default(),
        own_fault_hours: sum(&own_fault, |a, b| a + b).unwrap_or_default(),
        potential: told.any(|party| party.potential),
        relationship: told.any(|party| party.relationship),
        attention: told.any(|party| party.attention),
        orders: sum(&told.first(|party| party.orders), u32::saturating_add),
        visits: sum(&told.first(|party| party.visits), u32::saturating_add),
        complaints: sum(&told.first(|party| party.complaints), u32::saturating_add),
        days_to_pay: told.any(|party| party.days_to_pay),
        tenure_months: told.any(|party| party.tenure_months),
        given_class: told.any(|party| party.given_class),
        n_rows: all().map(|party| party.n_rows).fold(0, u32::saturating_add),
        ..Customer::default()
    };
    // Of another year nothing counts, also not when it bought.
    for member in members
        .iter()
        .filter(|member| revenue.counts(member.origin.reading))
    {
        customer.bought.merge(member.customer.bought);
    }
    for registration in all().flat_map(|party| &party.registrations) {
        if !customer.registrations.contains(registration) {
            customer.registrations.push(registration.clone());
        }
    }
    for member in members {
        traits.add(member.origin.reading, member.customer, &mut customer.traits);
    }
    add_hours(&mut customer, members, &told, persons);
    customer
}

/// The softest of what the revenue was added up from.
fn revenue_grade_of(members: &[PartyAt<'_>], revenue: &Revenue) -> Grade {
    members
        .iter()
        .filter(|member| revenue.counts(member.origin.reading))
        .filter(|member| member.customer.revenue.is_some())
        .map(|member| member.customer.revenue_grade)
        .max()
        .unwrap_or_default()
}

/// The revenue of the files that count. Where those are a whole ledger, who is not in it has none.
fn revenue_of(members: &[PartyAt<'_>], revenue: &Revenue) -> Option<Cents> {
    let counted = members
        .iter()
        .filter(|member| revenue.counts(member.origin.reading))
        .filter_map(|member| member.customer.revenue)
        .reduce(Cents::saturating_add);
    counted.or_else(|| revenue.is_whole_ledger().then_some(Cents::ZERO))
}

/// Registered hours are added over all registrations; else the hours of the first file that has any.
fn add_hours(customer: &mut Customer, members: &[PartyAt<'_>], told: &Told<'_>, persons: &Persons) {
    let registered: Vec<&PartyAt<'_>> = members
        .iter()
        .filter(|member| member.kind == SourceKind::Hours && member.customer.hours.is_some())
        .collect();
    if registered.is_empty() {
        let listed = told.first(|party| party.hours);
        customer.hours = sum(&listed, |a, b| a + b);
        customer.hours_grade = softest(&listed, |party| party.hours_grade);
        customer.hours_cost = sum(&told.first(|party| party.hours_cost), Cents::saturating_add);
        customer.uncosted_seconds = listed
            .iter()
            .map(|(member, _)| member.customer.uncosted_seconds)
            .fold(0, u64::saturating_add);
        for (member, _) in listed {
            if !member.customer.seconds_by_person.is_empty() {
                let seconds = &mut customer.seconds_by_person;
                persons.add(member.origin.reading, member.customer, seconds);
            }
        }
        return;
    }
    for member in &registered {
        let seconds = &mut customer.seconds_by_person;
        persons.add(member.origin.reading, member.customer, seconds);
        let uncosted = member.customer.uncosted_seconds;
        customer.uncosted_seconds = customer.uncosted_seconds.saturating_add(uncosted);
    }
    customer.hours = customer
        .seconds()
        .map(|seconds| seconds as f64 / SECONDS_PER_HOUR);
    // One registration without a cost rate makes the cost of all of them unknown.
    customer.hours_cost = registered
        .iter()
        .map(|member| member.customer.hours_cost)
        .reduce(|sum, cost| Some(sum?.saturating_add(cost?)))
        .flatten();
    if customer.hours_cost.is_none() {
        customer.uncosted_seconds = 0;
    }
}

/// The parties of a customer, those of the files whose revenue counts first.
struct Told<'a> {
    members: Vec<&'a PartyAt<'a>>,
    revenue: &'a Revenue,
}

impl<'a> Told<'a> {
    fn of(members: &'a [PartyAt<'a>], revenue: &'a Revenue) -> Self {
        let mut members: Vec<&PartyAt<'_>> = members.iter().collect();
        members.sort_by_key(|member| !revenue.counts(member.origin.reading));
        Self { members, revenue }
    }

    /// The first figure that is known.
    fn any<T>(&self, figure: impl Fn(&Customer) -> Option<T>) -> Option<T> {
        self.members
            .iter()
            .find_map(|member| figure(member.customer))
    }

    /// The figures of the first file that knows any, of the year whose revenue counts; where its revenue is
    /// added to that of others, those of the others too.
    fn first<T>(&self, figure: impl Fn(&Customer) -> Option<T>) -> Vec<(&'a PartyAt<'a>, T)> {
        let known = |member: &&'a PartyAt<'a>| Some((*member, figure(member.customer)?));
        let is_of_year = |member: &&&PartyAt<'_>| {
            let reading = member.origin.reading;
            !self.revenue.is_of_other_year(reading)
        };
        let of_year = self.members.iter().filter(is_of_year);
        let mut known = of_year.filter_map(known).peekable();
        let first = known.peek().map(|(member, _)| member.origin.reading);
        let is_added = |reading: u32| self.revenue.counts(reading);
        known
            .filter(|(member, _)| {
                let reading = member.origin.reading;
                first.is_some_and(|first| reading == first || is_added(first) && is_added(reading))
            })
            .collect()
    }
}

/// The softest grade of these figures.
fn softest<T, G: Ord + Default>(
    figures: &[(&PartyAt<'_>, T)],
    grade: impl Fn(&Customer) -> G,
) -> G {
    let grades = figures.iter().map(|(member, _)| grade(member.customer));
    grades.max().unwrap_or_default()
}

fn sum<T: Copy>(figures: &[(&PartyAt<'_>, T)], add: impl Fn(T, T) -> T) -> Option<T> {
    figures.iter().map(|(_, figure)| *figure).reduce(add)
}

/// The parties of hour registrations that are no customer.
fn unmatched(parties: &Parties<'_>, groups: &Groups) -> Vec<Unmatched> {
    let first = u32::try_from(groups.n_customers()).unwrap_or(u32::MAX);
    let end = u32::try_from(groups.len()).unwrap_or(u32::MAX);
    let members = (first..end).flat_map(|group| groups.members(group));
    let shown = members.filter_map(|at| {
        let party = parties.get(*at)?;
        Some(Unmatched {
            origin: party.origin,
            name: party.customer.name.clone(),
            seconds: party.customer.seconds().unwrap_or_default(),
            is_internal: parties.is_internal(*at),
        })
    });
    shown.collect()
}

/// The first and the last day of all registrations.
fn hours_period(parties: &Parties<'_>) -> Option<(Date, Date)> {
    let registrations = parties
        .counted()
        .filter(|(_, reading)| reading.source.kind == SourceKind::Hours);
    revenue::span(registrations.map(|(_, reading)| reading.source.period))
}
