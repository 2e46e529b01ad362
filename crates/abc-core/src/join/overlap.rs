//! Whether files tell the revenue of other customers, so that adding it counts nothing twice.

use std::collections::BTreeMap;

use super::groups::{Groups, Parties, PartyAt};
use super::proposals::MOST_COMPARED;
use crate::customers::names::Name;
use crate::money::Cents;
use crate::readings::Reading;

/// One in so many customers, and of its revenue, may stand in another file as well.
const ONE_IN: u64 = 20;

/// The customers with revenue in more than one of some files.
pub(super) struct Overlap {
    /// How many there are; names that differ in form only are one.
    pub(super) n_shared: u32,
    /// They are hardly any, in number and in revenue, and none has the same amount twice.
    is_slight: bool,
    /// How many of them have about the same amount in two files.
    n_alike: u32,
}

impl Overlap {
    pub(super) fn of(parties: &Parties<'_>, groups: &Groups, files: &[u32]) -> Self {
        let mut amounts: BTreeMap<String, Vec<(u32, Cents)>> = BTreeMap::new();
        for group in 0..u32::try_from(groups.n_customers()).unwrap_or(u32::MAX) {
            let members = groups.members(group).iter();
            let members = members.filter_map(|at| parties.get(*at));
            let counts = |party: &PartyAt<'_>| files.contains(&party.origin.reading);
            for party in members.filter(counts) {
                let Some(cents) = party.customer.revenue.filter(|cents| *cents != Cents::ZERO)
                else {
                    continue;
                };
                let of_customer = amounts.entry(name_of(parties, groups, group));
                add(of_customer.or_default(), party.origin.reading, cents);
            }
        }
        let (mut n_shared, mut n_alike) = (0, 0);
        let mut is_slight = true;
        let mut sums: BTreeMap<u32, Sums> = BTreeMap::new();
        for of_customer in amounts.values() {
            let is_shared = of_customer.len() > 1;
            n_shared += u32::from(is_shared);
            let mut amounts = of_customer.iter().map(|(_, cents)| cents);
            let first = amounts.next();
            is_slight &= !amounts.any(|cents| Some(cents) == first);
            n_alike += u32::from(has_alike(of_customer));
            for (reading, cents) in of_customer {
                let sums = sums.entry(*reading).or_default();
                sums.add(cents.0.unsigned_abs(), is_shared);
            }
        }
        is_slight &= n_shared == 0 || sums.values().all(Sums::are_slight);
        Self {
            n_shared,
            is_slight,
            n_alike,
        }
    }

    /// Whether the files tell different revenue: their customers hardly overlap.
    pub(super) fn tells_apart(&self, readings: &[&Reading]) -> bool {
        self.is_slight && can_be_added(readings)
    }

    /// Whether the files may tell different revenue of the same customers, as of two products: few have about
    /// the same in both.
    pub(super) fn may_tell_apart(&self, readings: &[&Reading]) -> bool {
        self.n_alike * 2 < self.n_shared && can_be_added(readings)
    }
}

/// Whether nothing but the customers tells if files are of the same revenue: that they do not overlap is no
/// wonder of names in one and numbers in the other, and they do not add up to the same.
fn can_be_added(readings: &[&Reading]) -> bool {
    let is_mostly = |reading: &Reading, is_so: fn(&crate::customers::Customer) -> bool| {
        let n = reading.parties.iter().filter(|party| is_so(party)).count();
        n * 2 > reading.parties.len()
    };
    let all = |is_so| readings.iter().all(|reading| is_mostly(reading, is_so));
    let are_comparable = all(|party| !party.name.is_empty() && party.name != party.code)
        || all(|party| !party.code.is_empty());
    let totals: Vec<i128> = readings.iter().map(|reading| total(reading)).collect();
    let is_same =
        |one: &i128, other: &i128| (one - other).abs() * 200 <= one.abs().max(other.abs());
    are_comparable && !any_pair(&totals, is_same)
}

/// Customers and revenue of one file, and of those the part that other files tell too.
#[derive(Default)]
struct Sums {
    all: (u64, u64),
    shared: (u64, u64),
}

impl Sums {
    fn add(&mut self, cents: u64, is_shared: bool) {
        let add = |(n, sum): (u64, u64)| (n + 1, sum.saturating_add(cents));
        self.all = add(self.all);
        if is_shared {
            self.shared = add(self.shared);
        }
    }

    fn are_slight(&self) -> bool {
        let is_slight = |shared: u64, all: u64| shared.saturating_mul(ONE_IN) <= all;
        is_slight(self.shared.0, self.all.0) && is_slight(self.shared.1, self.all.1)
    }
}

/// What a customer is called in all files: its name without what often differs in form, as far as there are
/// not too many to look at.
fn name_of(parties: &Parties<'_>, groups: &Groups, group: u32) -> String {
    let is_short = parties.len() <= 2 * MOST_COMPARED;
    let mut named = groups.members(group).iter();
    let named = named.find(|member| is_short && parties.is_named(**member));
    let name = named.map(|at| Name::new(parties.key(*at)).sorted_words());
    let name = name.filter(|name| !name.is_empty());
    name.unwrap_or_else(|| format!("#{group}"))
}

/// Whether two amounts of a customer differ by a quarter of the smaller at most: VAT, or what was credited
/// after one of them was made, makes no other revenue of it.
fn has_alike(of_customer: &[(u32, Cents)]) -> bool {
    any_pair(of_customer, |(_, one), (_, other)| {
        let (one, other) = (i128::from(one.0), i128::from(other.0));
        (one - other).abs() * 4 <= one.abs().min(other.abs())
    })
}

/// Whether something holds of any two.
pub(super) fn any_pair<T>(items: &[T], holds: impl Fn(&T, &T) -> bool) -> bool {
    let mut firsts = items.iter().enumerate();
    firsts.any(|(at, one)| items.iter().skip(at + 1).any(|other| holds(one, other)))
}

fn add(of_customer: &mut Vec<(u32, Cents)>, reading: u32, cents: Cents) {
    let known = of_customer.iter_mut().find(|(of, _)| *of == reading);
    match known {
        Some((_, sum)) => *sum = sum.saturating_add(cents),
        None => of_customer.push((reading, cents)),
    }
}

fn total(reading: &Reading) -> i128 {
    let of_parties = reading.parties.iter().filter_map(|party| party.revenue);
    let all = of_parties.chain([reading.unassigned.revenue]);
    all.map(|cents| i128::from(cents.0)).sum()
}
