//! Who may be who: names that differ in form, spelling or length. Never applied without a yes.
//!
//! Names are compared within blocks only (same words, same beginning, same consonants), and a block of
//! too many says nothing, so the work grows with the names and not with their square.

mod of_readers;

use crate::stats::order::sort_short_by_key;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::Party;
use super::decisions::{JoinDecisions, Verdict};
use super::groups::{Groups, Parties};
use crate::customers::Customer;
use crate::customers::names::{self, Difference, Name};
pub use of_readers::Compared;
use of_readers::{compared_by_readers, found_by_readers};

/// Two parties that may be one customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The party that waits, or the later of two customers.
    pub left: Party,
    /// The customer that it may be.
    pub right: Party,
    /// Why.
    pub reason: Reason,
    /// The names differ in form only, and no other customer comes as close.
    pub is_sure: bool,
}

/// Why two parties may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// What differs between the names.
    Name(Difference),
    /// One name under two debtor numbers.
    OtherNumber,
}

/// Customers that are compared with each other: nobody goes through the proposals of more by hand.
/// Parties that wait for a customer are compared with all of them. Of more customers, those stay whose
/// names differ in form only; who read their file has looked for them.
pub const MOST_COMPARED: usize = 5_000;

/// A word, beginning or sound that more names than this have in common says nothing.
const MOST_IN_BLOCK: usize = 60;

/// A name that is part of more customers' names than this is part of none.
const MOST_LONGER: usize = 3;

/// A proposal before it is put into names and figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    left: u32,
    right: u32,
    reason: Reason,
    is_sure: bool,
}

/// What was found, and after how many comparisons of two names.
pub(super) struct Found {
    pub(super) pairs: Vec<Pair>,
    pub(super) n_compared: usize,
    pub(super) compared: Compared,
}

/// A name of a group.
struct Entry {
    at: u32,
    group: u32,
    name: Name,
}

/// Searches the parties that wait among the customers, and the customers among each other.
pub(super) fn found(parties: &Parties<'_>, groups: &Groups, decisions: &JoinDecisions) -> Found {
    let mut found = Found {
        pairs: Vec::new(),
        n_compared: 0,
        compared: Compared::All,
    };
    let n_customers = u32::try_from(groups.n_customers()).unwrap_or(u32::MAX);
    let n_groups = u32::try_from(groups.len()).unwrap_or(u32::MAX);
    let waiting = entries(parties, groups, n_customers..n_groups);
    let compares_customers = groups.n_customers() <= MOST_COMPARED;
    if !compares_customers {
        found.pairs = found_by_readers(parties, groups, decisions);
        found.compared = compared_by_readers(parties);
        if waiting.is_empty() {
            return found;
        }
    }
    let customers = entries(parties, groups, 0..n_customers);
    let blocks = Blocks::of(&customers);
    let lefts = waiting
        .iter()
        .chain(customers.iter().filter(|_| compares_customers));
    let mut of_group: Vec<(u32, u32, Reason)> = Vec::new();
    let mut lefts = lefts.peekable();
    while let Some(left) = lefts.next() {
        for place in blocks.near(&left.name) {
            let Some(right) = customers.get(place as usize) else {
                continue;
            };
            let is_earlier = right.group < left.group;
            if !is_earlier || is_refused(parties, groups, decisions, left.group, right.group) {
                continue;
            }
            found.n_compared += 1;
            if let Some(reason) = reason(parties, decisions, left, right) {
                of_group.push((left.at, right.at, reason));
            }
        }
        // All names of a group stand together.
        if lefts.peek().is_none_or(|next| next.group != left.group) {
            keep_best(groups, &mut of_group, &mut found.pairs);
        }
    }
    found
}

/// The distinct names of these groups; the firm's own hours have none.
fn entries(parties: &Parties<'_>, groups: &Groups, range: std::ops::Range<u32>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut known = HashSet::new();
    for group in range {
        known.clear();
        for at in groups.members(group) {
            let key = parties.key(*at);
            if !known.insert(key) || !parties.is_named(*at) || parties.is_internal(*at) {
                continue;
            }
            let name = Name::new(key);
            if !name.core().is_empty() {
                let at = *at;
                entries.push(Entry { at, group, name });
            }
        }
    }
    entries
}

/// Names by what near ones have in common.
#[derive(Default)]
struct Blocks {
    by_key: HashMap<String, Vec<u32>>,
}

impl Blocks {
    fn of(entries: &[Entry]) -> Self {
        let mut blocks = Self::default();
        for (place, entry) in (0_u32..).zip(entries) {
            for key in keys(&entry.name) {
                let block = blocks.by_key.entry(key).or_default();
                // One more than says something: enough to know that it says nothing.
                if block.len() <= MOST_IN_BLOCK {
                    block.push(place);
                }
            }
        }
        blocks
    }

    /// The places of names that may be near this one, each once.
    fn near(&self, name: &Name) -> Vec<u32> {
        let mut places: Vec<u32> = keys(name)
            .filter_map(|key| self.by_key.get(&key))
            .filter(|block| block.len() <= MOST_IN_BLOCK)
            .flatten()
            .copied()
            .collect();
        places.sort_unstable();
        places.dedup();
        places
    }
}

/// What a name shares with near ones. The first character keeps the sorts of keys apart.
fn keys(name: &Name) -> impl Iterator<Item = String> {
    let words = name.words().map(|word| format!("w{word}"));
    let beginning: String = name.core().chars().take(6).collect();
    let whole = [
        format!("c{}", name.core()),
        format!("s{}", name.sorted_words()),
        format!("k{}", consonants(name.core())),
        format!("b{beginning}"),
    ];
    let cut = name.cut_key().map(|beginning| format!("f{beginning}"));
    whole.into_iter().chain(words).chain(cut)
}

/// The consonants, doubled ones once: what is left of a name when a letter or two are mistyped.
fn consonants(text: &str) -> String {
    let mut left = String::with_capacity(text.len());
    for c in text
        .chars()
        .filter(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | ' '))
    {
        if !left.ends_with(c) {
            left.push(c);
        }
    }
    left
}

fn reason(
    parties: &Parties<'_>,
    decisions: &JoinDecisions,
    left: &Entry,
    right: &Entry,
) -> Option<Reason> {
    let has_number = |entry: &Entry| {
        parties
            .customer(entry.at)
            .is_some_and(|customer| !customer.code.is_empty())
    };
    if parties.key(left.at) == parties.key(right.at) {
        // One name without a number was split off, or is asked about.
        return (has_number(left) && has_number(right) && !is_apart(parties, decisions, left))
            .then_some(Reason::OtherNumber);
    }
    let file_of = |entry: &Entry| parties.get(entry.at).map(|party| party.origin.reading);
    let same_file = file_of(left) == file_of(right);
    let (a, b) = (&left.name, &right.name);
    names::difference_of_form(a, b)
        .or_else(|| names::is_abbreviated(a, b).then_some(Difference::Abbreviation))
        .or_else(|| {
            // In one list a longer name is mostly another customer; in two it is often a short form.
            let is_longer = names::is_part(a, b) && (!same_file || names::likeness(a, b).is_some());
            is_longer.then_some(Difference::Longer)
        })
        .or_else(|| names::likeness(a, b).map(|_| Difference::Spelling))
        .map(Reason::Name)
}

fn is_apart(parties: &Parties<'_>, decisions: &JoinDecisions, entry: &Entry) -> bool {
    !decisions.apart.is_empty()
        && parties.get(entry.at).is_some_and(|party| {
            let split = (party.kind, parties.spelled(entry.at));
            decisions.apart.contains(&split)
        })
}

fn is_refused(
    parties: &Parties<'_>,
    groups: &Groups,
    decisions: &JoinDecisions,
    left: u32,
    right: u32,
) -> bool {
    !decisions.pairs.is_empty()
        && groups.members(left).iter().any(|a| {
            let a = parties.spelled(*a);
            groups
                .members(right)
                .iter()
                .any(|b| decisions.verdict(&a, &parties.spelled(*b)) == Some(Verdict::Different))
        })
}

/// Keeps the nearest customers of one group: all that are equally near.
fn keep_best(groups: &Groups, of_group: &mut Vec<(u32, u32, Reason)>, kept: &mut Vec<Pair>) {
    let Some(best) = of_group.iter().map(|(_, _, reason)| *reason).min() else {
        return;
    };
    let mut by_group = BTreeMap::new();
    for (left, right, reason) in of_group.drain(..) {
        if reason == best {
            let group = groups.group_of(right);
            by_group.entry(group).or_insert((left, right));
        }
    }
    if best == Reason::Name(Difference::Longer) && by_group.len() > MOST_LONGER {
        return;
    }
    let is_form = matches!(best, Reason::Name(difference) if difference.is_sure());
    let is_sure = is_form && by_group.len() == 1;
    kept.extend(by_group.into_values().map(|(left, right)| Pair {
        left,
        right,
        reason: best,
        is_sure,
    }));
}

/// The pairs with names and figures: what waits first, then customers, most at stake first.
pub(super) fn shown(
    parties: &Parties<'_>,
    groups: &Groups,
    customers: &[Customer],
    found: Found,
) -> Vec<Proposal> {
    let mut proposals: Vec<Proposal> = found
        .pairs
        .into_iter()
        .filter_map(|pair| {
            Some(Proposal {
                left: party(parties, groups, customers, pair.left)?,
                right: party(parties, groups, customers, pair.right)?,
                reason: pair.reason,
                is_sure: pair.is_sure,
            })
        })
        .collect();
    sort_short_by_key(&mut proposals, |proposal| {
        let (left, right) = (&proposal.left, &proposal.right);
        let revenue = |party: &Party| party.revenue.map_or(0, |amount| amount.0);
        let at_stake = (
            left.seconds.filter(|_| left.revenue.is_none()),
            revenue(left).min(revenue(right)),
        );
        std::cmp::Reverse(at_stake)
    });
    proposals
}

/// A party as it is shown: named as it is written there, with the number and figures of its customer.
pub(super) fn party(
    parties: &Parties<'_>,
    groups: &Groups,
    customers: &[Customer],
    at: u32,
) -> Option<Party> {
    let found = parties.get(at)?;
    let group = groups.group_of(at);
    let customer = groups
        .is_customer(group)
        .then(|| customers.get(group as usize))
        .flatten()
        .unwrap_or(found.customer);
    let is_coded = !found.customer.code.is_empty();
    // Of two years one counts: the amount is shown with the file that it comes from.
    let tells = |at: &u32| {
        let member = parties.get(*at)?;
        (member.customer.revenue == customer.revenue).then_some(member.origin.reading)
    };
    let members = groups.members(group);
    let reading = std::iter::once(&at).chain(members).find_map(tells);
    Some(Party {
        spelled: parties.spelled(at),
        reading: reading.unwrap_or(found.origin.reading),
        name: found.customer.name.clone(),
        code: if is_coded {
            found.customer.code.clone()
        } else {
            customer.code.clone()
        },
        revenue: customer.revenue.filter(|_| groups.is_customer(group)),
        seconds: customer.seconds(),
    })
}
