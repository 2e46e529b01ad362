//! Who of last time is who now.

use std::collections::BTreeMap;

use super::Past;
use crate::customers::Customer;
use crate::customers::names::comparable;

/// For every customer of now, the position among those of last time, each of them at most once.
///
/// A registration number decides; then a name that is equal apart from capitals, accents, punctuation and
/// legal form, and that nobody else carries; then a debtor number, but only when those found by name kept
/// theirs: another system deals the same numbers out anew.
pub fn found_again(past: &[Past], customers: &[Customer]) -> Vec<Option<u32>> {
    let mut matching = Matching {
        found: vec![None; customers.len()],
        is_taken: vec![false; past.len()],
    };
    let registrations = |numbers: &[String]| -> Vec<String> {
        let digits_and_letters = |number: &String| -> String {
            let kept = number.chars().filter(|c| c.is_alphanumeric());
            kept.flat_map(char::to_uppercase).collect()
        };
        numbers.iter().map(digits_and_letters).collect()
    };
    matching.add(
        past.iter().map(|past| registrations(&past.registrations)),
        customers
            .iter()
            .map(|now| registrations(&now.registrations)),
    );
    matching.add(
        past.iter().map(|past| vec![comparable(&past.name)]),
        customers.iter().map(|now| vec![comparable(&now.name)]),
    );
    if matching.kept_their_codes(past, customers) {
        let code = |code: &String| vec![code.clone()];
        matching.add(
            past.iter().map(|past| code(&past.code)),
            customers.iter().map(|now| code(&now.code)),
        );
    }
    matching.found
}

struct Matching {
    found: Vec<Option<u32>>,
    is_taken: Vec<bool>,
}

impl Matching {
    /// Matches what is left by keys that exactly one customer on either side carries.
    fn add(
        &mut self,
        past: impl Iterator<Item = Vec<String>>,
        now: impl Iterator<Item = Vec<String>>,
    ) {
        let past_left = (0_u32..)
            .zip(past.zip(&self.is_taken))
            .filter(|(_, (_, is_taken))| !**is_taken)
            .map(|(position, (keys, _))| (position, keys));
        let past_of = owners(past_left);
        let now_left = (0_u32..)
            .zip(now.zip(&self.found))
            .filter(|(_, (_, found))| found.is_none())
            .map(|(position, (keys, _))| (position, keys));
        for (key, owner) in owners(now_left) {
            let (Some(position), Some(Some(was))) = (owner, past_of.get(&key)) else {
                continue;
            };
            let slot = self.found.get_mut(position as usize);
            let taken = self.is_taken.get_mut(*was as usize);
            if let (Some(slot @ None), Some(taken @ false)) = (slot, taken) {
                *slot = Some(*was);
                *taken = true;
            }
        }
    }

    /// Whether most of those found so far have the debtor number of last time.
    fn kept_their_codes(&self, past: &[Past], customers: &[Customer]) -> bool {
        let both = customers.iter().zip(&self.found).filter_map(|(now, was)| {
            let was = past.get((*was)? as usize)?;
            let is_known = !now.code.is_empty() && !was.code.is_empty();
            is_known.then(|| now.code == was.code)
        });
        let (n_kept, n) = both.fold((0_usize, 0_usize), |(kept, n), is_kept| {
            (kept + usize::from(is_kept), n + 1)
        });
        2 * n_kept > n
    }
}

/// Who carries a key; `None` for a key that several carry.
fn owners(keys: impl Iterator<Item = (u32, Vec<String>)>) -> BTreeMap<String, Option<u32>> {
    let mut owners: BTreeMap<String, Option<u32>> = BTreeMap::new();
    for (position, keys) in keys {
        for key in keys.into_iter().filter(|key| !key.is_empty()) {
            owners
                .entry(key)
                .and_modify(|owner| *owner = owner.filter(|other| *other == position))
                .or_insert(Some(position));
        }
    }
    owners
}
