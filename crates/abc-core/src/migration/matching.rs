//! Who of last time is who now.

use std::collections::BTreeMap;

use super::Past;
use crate::customers::names::comparable;
use crate::customers::{Customer, registration};

/// Customers per step: a few milliseconds.
const BATCH: usize = 1_000;

/// Finds for every customer of now the position among those of last time, each of them at most once, in
/// steps none of which takes long.
///
/// A registration number decides; then a name that is equal apart from capitals, accents, punctuation and
/// legal form, and that nobody else carries; then a debtor number, but only when those found by name kept
/// theirs: another system deals the same numbers out anew.
pub struct Recognition<'a> {
    past: &'a [Past],
    customers: &'a [Customer],
    found: Vec<Option<u32>>,
    is_taken: Vec<bool>,
    key: Key,
    part: Part,
    past_owners: Owners,
    owners: Owners,
}

/// What customers are told apart by, in the order in which it decides.
#[derive(Clone, Copy)]
enum Key {
    Registration,
    Name,
    Code,
}

/// What is done with a key: the keys of last time from a position on, then those of now, then pairs.
#[derive(Clone, Copy)]
enum Part {
    Past(usize),
    Now(usize),
    Pairs,
}

/// Who carries a key; `None` for a key that several carry.
type Owners = BTreeMap<String, Option<u32>>;

impl<'a> Recognition<'a> {
    /// Nobody is found yet.
    pub fn new(past: &'a [Past], customers: &'a [Customer]) -> Self {
        Self {
            past,
            customers,
            found: vec![None; customers.len()],
            is_taken: vec![false; past.len()],
            key: Key::Registration,
            part: Part::Past(0),
            past_owners: Owners::new(),
            owners: Owners::new(),
        }
    }

    /// One step of the work; who was found again when it was the last one.
    pub fn step(&mut self) -> Option<Vec<Option<u32>>> {
        match self.part {
            Part::Past(from) => {
                let left = self.past.iter().zip(&self.is_taken).enumerate();
                for (at, (past, is_taken)) in left.skip(from).take(BATCH) {
                    if !is_taken {
                        let keys = self.key.of(&past.registrations, &past.name, &past.code);
                        own(&mut self.past_owners, keys, at);
                    }
                }
                self.part = next(from, self.past.len(), Part::Past, Part::Now(0));
            }
            Part::Now(from) => {
                let left = self.customers.iter().zip(&self.found).enumerate();
                for (at, (now, found)) in left.skip(from).take(BATCH) {
                    if found.is_none() {
                        let keys = self.key.of(&now.registrations, &now.name, &now.code);
                        own(&mut self.owners, keys, at);
                    }
                }
                self.part = next(from, self.customers.len(), Part::Now, Part::Pairs);
            }
            Part::Pairs => {
                if self.pair() {
                    self.past_owners.clear();
                    self.part = Part::Past(0);
                    return self.next_key();
                }
            }
        }
        None
    }

    /// Pairs some of those with a key that exactly one customer on either side carries; true when all are.
    fn pair(&mut self) -> bool {
        for _ in 0..BATCH {
            let Some((key, owner)) = self.owners.pop_first() else {
                return true;
            };
            let (Some(position), Some(Some(was))) = (owner, self.past_owners.get(&key)) else {
                continue;
            };
            let slot = self.found.get_mut(position as usize);
            let taken = self.is_taken.get_mut(*was as usize);
            if let (Some(slot @ None), Some(taken @ false)) = (slot, taken) {
                *slot = Some(*was);
                *taken = true;
            }
        }
        false
    }

    fn next_key(&mut self) -> Option<Vec<Option<u32>>> {
        self.key = match self.key {
            Key::Registration => Key::Name,
            Key::Name if self.kept_their_codes() => Key::Code,
            Key::Name | Key::Code => return Some(std::mem::take(&mut self.found)),
        };
        None
    }

    /// Whether most of those found so far have the debtor number of last time.
    fn kept_their_codes(&self) -> bool {
        let both = self.customers.iter().zip(&self.found);
        let both = both.filter_map(|(now, was)| {
            let was = self.past.get((*was)? as usize)?;
            let is_known = !now.code.is_empty() && !was.code.is_empty();
            is_known.then(|| now.code == was.code)
        });
        let (n_kept, n) = both.fold((0_usize, 0_usize), |(kept, n), is_kept| {
            (kept + usize::from(is_kept), n + 1)
        });
        2 * n_kept > n
    }
}

/// The rest of a list after a batch from `from`, or what comes after it.
fn next(from: usize, len: usize, rest: impl Fn(usize) -> Part, then: Part) -> Part {
    let to = from + BATCH;
    if to < len { rest(to) } else { then }
}

impl Key {
    fn of(self, registrations: &[String], name: &str, code: &str) -> Vec<String> {
        match self {
            Self::Registration => {
                let compared = registrations.iter();
                compared
                    .filter_map(|written| registration(written))
                    .collect()
            }
            Self::Name => vec![comparable(name)],
            Self::Code => vec![code.to_owned()],
        }
    }
}

/// Notes who carries these keys; two entries of one customer are one.
fn own(owners: &mut Owners, keys: Vec<String>, at: usize) {
    let Ok(position) = u32::try_from(at) else {
        return;
    };
    for key in keys.into_iter().filter(|key| !key.is_empty()) {
        owners
            .entry(key)
            .and_modify(|owner| *owner = owner.filter(|other| *other == position))
            .or_insert(Some(position));
    }
}
