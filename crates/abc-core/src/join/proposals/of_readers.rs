//! What is proposed where there are too many customers to compare: what those who read the files found.

use super::{Entry, Pair, is_refused, keep_best, reason};
use crate::customers::names::Name;
use crate::intake::SourceKind;
use crate::join::decisions::JoinDecisions;
use crate::join::groups::{Groups, Parties};

/// How far the names of the customers were compared with each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Compared {
    /// All of them.
    #[default]
    All,
    /// Within each file, and for differences in form only.
    FormOnly {
        /// Pairs that were found; the first ones of each file are proposed.
        n_pairs: u32,
    },
    /// Not at all, of at least one file.
    Nothing,
}

/// The customers of one file each whose names differ in form only, as who read it found them.
pub(super) fn found_by_readers(
    parties: &Parties<'_>,
    groups: &Groups,
    decisions: &JoinDecisions,
) -> Vec<Pair> {
    let entry = |at: u32| Entry {
        at,
        group: groups.group_of(at),
        name: Name::new(parties.key(at)),
    };
    let mut pairs = Vec::new();
    for (position, places) in parties.by_reading() {
        let look_alikes = parties
            .reading(position)
            .map(|reading| &reading.source.look_alikes);
        for (first, other) in look_alikes.into_iter().flat_map(|found| &found.pairs) {
            let (Some(right), Some(left)) = (
                places.start.checked_add(*first),
                places.start.checked_add(*other),
            ) else {
                continue;
            };
            if !places.contains(&right) || !places.contains(&left) {
                continue;
            }
            let (right, left) = (entry(right), entry(left));
            let are_customers = groups.is_customer(left.group) && groups.is_customer(right.group);
            if left.group == right.group
                || !are_customers
                || is_refused(parties, groups, decisions, left.group, right.group)
            {
                continue;
            }
            if let Some(reason) = reason(parties, decisions, &left, &right) {
                let mut of_group = vec![(left.at, right.at, reason)];
                keep_best(groups, &mut of_group, &mut pairs);
            }
        }
    }
    pairs
}

/// How far the readers of the files looked.
pub(super) fn compared_by_readers(parties: &Parties<'_>) -> Compared {
    let mut n_pairs = 0_u32;
    for (_, reading) in parties.counted() {
        let look_alikes = &reading.source.look_alikes;
        let tells_customers = reading.source.kind != SourceKind::Hours;
        if tells_customers && reading.parties.len() > 1 && !look_alikes.is_searched {
            return Compared::Nothing;
        }
        n_pairs = n_pairs.saturating_add(look_alikes.n_pairs);
    }
    Compared::FormOnly { n_pairs }
}
