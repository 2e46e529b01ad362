//! What a person said about who is who: kept by what is spelled, so that it outlives a file that is
//! read again.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::groups::{Classes, Parties};
use crate::customers::{Customer, names};
use crate::intake::{Source, SourceKind};

/// A party by its spelling: its debtor number, or else its name apart from capitals and white space.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spelled {
    /// A debtor number as written.
    Code(String),
    /// A name as [`Spelled::of`] makes it.
    Name(String),
}

impl Spelled {
    /// The spelling of a party.
    pub fn of(party: &Customer) -> Self {
        if party.code.is_empty() {
            let mut key = String::new();
            names::key_into(&party.name, &mut key);
            Self::Name(key)
        } else {
            Self::Code(party.code.clone())
        }
    }
}

/// A file by what it is and how it is called.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileKey {
    /// What it holds.
    pub kind: SourceKind,
    /// Its name.
    pub name: String,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// Which of those that are called the same, from 0.
    pub nth: u32,
}

impl FileKey {
    /// The key of a file.
    pub fn of(source: &Source) -> Self {
        Self {
            kind: source.kind,
            name: source.name.clone(),
            sheet: source.sheet.clone(),
            nth: source.nth,
        }
    }
}

/// Whether two parties are one customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// They are one.
    Same,
    /// They are not; it is not proposed again.
    Different,
}

/// Everything that was decided about joining files. Taking an entry out takes the decision back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JoinDecisions {
    /// About two parties, the lesser spelling first: see [`JoinDecisions::decide`].
    pub pairs: BTreeMap<(Spelled, Spelled), Verdict>,
    /// Parties that are joined with nothing by themselves, per kind of file: a split.
    pub apart: BTreeSet<(SourceKind, Spelled)>,
    /// Parties of an hour registration that are a customer without revenue.
    pub own: BTreeSet<Spelled>,
    /// The files whose revenue counts; empty until somebody said so.
    pub revenue: Vec<FileKey>,
    /// Registrations that say the same as an earlier one: whether they count all the same.
    pub copies: BTreeMap<FileKey, bool>,
}

impl JoinDecisions {
    /// Says that two parties are one, or are not.
    pub fn decide(&mut self, a: Spelled, b: Spelled, verdict: Verdict) {
        if a != b {
            self.pairs.insert(ordered(a, b), verdict);
        }
    }

    /// Takes back what was said about two parties.
    pub fn forget(&mut self, a: Spelled, b: Spelled) {
        self.pairs.remove(&ordered(a, b));
    }

    /// What was said about two parties.
    pub fn verdict(&self, a: &Spelled, b: &Spelled) -> Option<Verdict> {
        // Asked for every proposal; mostly nothing was said, and then nothing is copied.
        if self.pairs.is_empty() {
            return None;
        }
        self.pairs.get(&ordered(a.clone(), b.clone())).copied()
    }

    /// Says yes to every proposal that differs in form only.
    pub fn accept_sure(&mut self, proposals: &[super::Proposal]) {
        for proposal in proposals.iter().filter(|proposal| proposal.is_sure) {
            self.decide(
                proposal.left.spelled.clone(),
                proposal.right.spelled.clone(),
                Verdict::Same,
            );
        }
    }
}

fn ordered(a: Spelled, b: Spelled) -> (Spelled, Spelled) {
    if a <= b { (a, b) } else { (b, a) }
}

/// The decisions that unite, as pairs of parties.
pub(super) struct Decided(Vec<(u32, u32)>);

impl Decided {
    /// Looks up the parties that the decisions name; those that are in no file are let be.
    pub(super) fn of(parties: &Parties<'_>, decisions: &JoinDecisions) -> Self {
        let same = decisions
            .pairs
            .iter()
            .filter(|(_, verdict)| **verdict == Verdict::Same);
        let mut places: HashMap<&Spelled, Vec<u32>> = HashMap::new();
        for ((a, b), _) in same.clone() {
            places.entry(a).or_default();
            places.entry(b).or_default();
        }
        if places.is_empty() {
            return Self(Vec::new());
        }
        for at in parties.all() {
            let Some(party) = parties.get(at) else {
                continue;
            };
            let spelled = parties.spelled(at);
            let is_apart = decisions.apart.contains(&(party.kind, spelled.clone()));
            // A party that was split off still goes where it was sent by name of its pair.
            if let Some(found) = places.get_mut(&spelled)
                && (!is_apart || found.is_empty())
            {
                found.push(at);
            }
        }
        let of = |spelled| places.get(spelled).map_or(&[][..], Vec::as_slice);
        let pairs = same.flat_map(|((a, b), _)| {
            let first = of(a).first().copied();
            let others = of(a).iter().chain(of(b)).copied();
            let is_whole = !of(a).is_empty() && !of(b).is_empty();
            others.filter_map(move |other| first.filter(|_| is_whole).map(|first| (first, other)))
        });
        Self(pairs.collect())
    }

    /// Makes one class of every pair.
    pub(super) fn unite(&self, classes: &mut Classes) {
        for (a, b) in &self.0 {
            classes.unite(*a, *b);
        }
    }
}
