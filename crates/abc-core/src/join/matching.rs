//! Who is who without asking: equal numbers, then equal names.

use std::collections::HashMap;

use super::decisions::{JoinDecisions, Verdict};
use super::groups::{Classes, Groups, Parties};
use super::{Party, Question, proposals};
use crate::customers::{Customer, registration};

/// What followed without asking, and what could not.
pub(super) struct Matched {
    pub(super) classes: Classes,
    /// Parties whose name several customers have, with those.
    pub(super) ambiguous: Vec<(u32, Vec<u32>)>,
}

/// The parties so far, by what they can be found with.
#[derive(Default)]
struct Index<'a> {
    /// `None` for a number that several customers of one file carry, such as that of a tax group.
    registrations: HashMap<String, Option<u32>>,
    codes: HashMap<&'a str, u32>,
    /// Parties without a number whose name may be one: invoices that call a customer `K0012`.
    numbers_for_names: HashMap<&'a str, u32>,
    names: HashMap<&'a str, Vec<u32>>,
}

/// What more customers than this are called (`Particulier`) names nobody: nothing is asked about it.
const MOST_CANDIDATES: usize = 9;

/// What the names and numbers of a party lead to.
enum Found {
    Nobody,
    One(u32),
    /// Several have its name.
    Several(Vec<u32>),
}

/// Matches every reading with those before it. Within one reading nothing is matched: whoever read it
/// took equal numbers and names together already.
pub(super) fn matched(parties: &Parties<'_>, decisions: &JoinDecisions) -> Matched {
    let mut matched = Matched {
        classes: Classes::new(parties.len()),
        ambiguous: Vec::new(),
    };
    let mut index = Index::default();
    let n_readings = parties.readings().len();
    for (n_before, (_, places)) in parties.by_reading().enumerate() {
        if n_before > 0 {
            let shares_numbers = places
                .clone()
                .filter_map(|at| parties.customer(at))
                .any(|customer| index.codes.contains_key(customer.code.as_str()));
            for at in places.clone() {
                if is_let_be(parties, at, decisions) {
                    continue;
                }
                match index.find(parties, at, shares_numbers, &mut matched.classes) {
                    Found::Nobody => {}
                    Found::One(other) => matched.classes.unite(other, at),
                    Found::Several(others) => matched.ambiguous.push((at, others)),
                }
            }
        }
        if n_before + 1 < n_readings {
            let first = places.start;
            places.for_each(|at| index.add(parties, at, first));
        }
    }
    matched
}

/// Whether a party is not to be matched by itself: split off, or the firm's own hours.
fn is_let_be(parties: &Parties<'_>, at: u32, decisions: &JoinDecisions) -> bool {
    parties.is_internal(at)
        || (!decisions.apart.is_empty()
            && parties.get(at).is_some_and(|party| {
                let split = (party.kind, parties.spelled(at));
                decisions.apart.contains(&split)
            }))
}

impl<'a> Index<'a> {
    /// Adds a party of the reading whose parties begin at `first`.
    fn add(&mut self, parties: &'a Parties<'a>, at: u32, first: u32) {
        let Some(customer) = parties.customer(at) else {
            return;
        };
        if parties.is_internal(at) {
            return;
        }
        for registration in registrations(customer) {
            self.registrations
                .entry(registration)
                .and_modify(|known| *known = known.filter(|other| *other < first || *other == at))
                .or_insert(Some(at));
        }
        if !customer.code.is_empty() {
            self.codes.entry(&customer.code).or_insert(at);
        } else if may_be_number(&customer.name) {
            self.numbers_for_names.entry(&customer.name).or_insert(at);
        }
        if parties.is_named(at) {
            self.names.entry(parties.key(at)).or_default().push(at);
        }
    }

    /// The party whose number is this one's name, or whose name is this one's number.
    fn by_number_for_name(&self, customer: &Customer) -> Option<u32> {
        let found = if !customer.code.is_empty() {
            self.numbers_for_names.get(customer.code.as_str())
        } else if may_be_number(&customer.name) {
            self.codes.get(customer.name.as_str())
        } else {
            None
        };
        found.copied()
    }

    fn find(
        &self,
        parties: &Parties<'_>,
        at: u32,
        shares_numbers: bool,
        classes: &mut Classes,
    ) -> Found {
        let Some(customer) = parties.customer(at) else {
            return Found::Nobody;
        };
        let by_number = registrations(customer)
            .find_map(|registration| self.registrations.get(&registration).copied().flatten())
            .or_else(|| self.codes.get(customer.code.as_str()).copied())
            .or_else(|| self.by_number_for_name(customer));
        if let Some(other) = by_number {
            return Found::One(other);
        }
        if !parties.is_named(at) {
            return Found::Nobody;
        }
        let mut roots: Vec<u32> = Vec::new();
        for other in self.names.get(parties.key(at)).into_iter().flatten() {
            let root = classes.root(*other);
            if !roots.contains(&root) {
                roots.push(root);
            }
            if roots.len() > MOST_CANDIDATES {
                return Found::Nobody;
            }
        }
        match roots.as_slice() {
            [] => Found::Nobody,
            // A number that the others' numbering does not have: a new customer, or a number mistyped.
            [other] if shares_numbers && has_number(parties, at) && has_number(parties, *other) => {
                Found::Nobody
            }
            [other] => Found::One(*other),
            _ => Found::Several(roots),
        }
    }
}

/// Whether a name may be a number of the customers' own numbering: a digit in it, and one word.
fn may_be_number(name: &str) -> bool {
    name.bytes().any(|byte| byte.is_ascii_digit()) && !name.contains(char::is_whitespace)
}

fn has_number(parties: &Parties<'_>, at: u32) -> bool {
    parties
        .customer(at)
        .is_some_and(|customer| !customer.code.is_empty())
}

/// Registration numbers as they are compared.
fn registrations(customer: &Customer) -> impl Iterator<Item = String> {
    let written = customer.registrations.iter();
    written.filter_map(|written| registration(written))
}

/// The questions about names that several customers have, each name once.
pub(super) fn questions(
    parties: &Parties<'_>,
    groups: &Groups,
    customers: &[Customer],
    ambiguous: &[(u32, Vec<u32>)],
    decisions: &JoinDecisions,
) -> Vec<Question> {
    let mut asked = std::collections::BTreeSet::new();
    let mut questions = Vec::new();
    for (at, candidates) in ambiguous {
        let spelled = parties.spelled(*at);
        let is_refused = candidates.iter().all(|candidate| {
            let other = parties.spelled(*candidate);
            decisions.verdict(&spelled, &other) == Some(Verdict::Different)
        });
        if is_refused || decisions.own.contains(&spelled) || !asked.insert(spelled) {
            continue;
        }
        let shown = |at: u32| proposals::party(parties, groups, customers, at);
        let group = groups.group_of(*at);
        let given = candidates
            .iter()
            .position(|candidate| groups.group_of(*candidate) == group);
        let candidates: Vec<Party> = candidates.iter().filter_map(|at| shown(*at)).collect();
        if let Some(left) = shown(*at) {
            questions.push(Question::AmbiguousName {
                left,
                candidates,
                given,
            });
        }
    }
    questions
}
