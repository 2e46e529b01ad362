//! What was decided about who is who.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::words::{StoredSourceKind, StoredVerdict};
use super::{at_most, is_default, limits};
use crate::join::{FileKey, JoinDecisions, Spelled};
use crate::project::ProjectError;

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredJoins {
    #[serde(deserialize_with = "at_most::<_, _, { limits::JOINS }>")]
    pairs: Vec<StoredPair>,
    #[serde(deserialize_with = "at_most::<_, _, { limits::JOINS }>")]
    apart: Vec<StoredApart>,
    #[serde(deserialize_with = "at_most::<_, _, { limits::JOINS }>")]
    own: Vec<StoredSpelled>,
    #[serde(deserialize_with = "at_most::<_, _, { limits::SOURCES }>")]
    revenue: Vec<StoredFileKey>,
    #[serde(
        default,
        skip_serializing_if = "is_default",
        deserialize_with = "at_most::<_, _, { limits::JOINS }>"
    )]
    copies: Vec<StoredCopy>,
}

#[derive(Debug, Serialize, Deserialize)]
enum StoredSpelled {
    #[serde(rename = "code")]
    Code(String),
    #[serde(rename = "name")]
    Name(String),
}

impl From<&Spelled> for StoredSpelled {
    fn from(spelled: &Spelled) -> Self {
        match spelled {
            Spelled::Code(code) => Self::Code(code.clone()),
            Spelled::Name(name) => Self::Name(name.clone()),
        }
    }
}

impl From<StoredSpelled> for Spelled {
    fn from(stored: StoredSpelled) -> Self {
        match stored {
            StoredSpelled::Code(code) => Self::Code(code),
            StoredSpelled::Name(name) => Self::Name(name),
        }
    }
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredPair {
    a: StoredSpelled,
    b: StoredSpelled,
    verdict: StoredVerdict,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredApart {
    kind: StoredSourceKind,
    party: StoredSpelled,
}

/// A registration that says the same as another, and whether it counts all the same.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredCopy {
    file: StoredFileKey,
    counts: bool,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredFileKey {
    kind: StoredSourceKind,
    name: String,
    sheet: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    nth: u32,
}

impl From<&FileKey> for StoredFileKey {
    fn from(file: &FileKey) -> Self {
        Self {
            kind: file.kind.into(),
            name: file.name.clone(),
            sheet: file.sheet.clone(),
            nth: file.nth,
        }
    }
}

impl From<StoredFileKey> for FileKey {
    fn from(stored: StoredFileKey) -> Self {
        Self {
            kind: stored.kind.into(),
            name: stored.name,
            sheet: stored.sheet,
            nth: stored.nth,
        }
    }
}

impl From<&JoinDecisions> for StoredJoins {
    fn from(joins: &JoinDecisions) -> Self {
        let pairs = joins.pairs.iter().map(|((a, b), verdict)| StoredPair {
            a: a.into(),
            b: b.into(),
            verdict: (*verdict).into(),
        });
        let apart = joins.apart.iter().map(|(kind, party)| StoredApart {
            kind: (*kind).into(),
            party: party.into(),
        });
        let copies = joins.copies.iter().map(|(file, counts)| StoredCopy {
            file: file.into(),
            counts: *counts,
        });
        Self {
            pairs: pairs.collect(),
            apart: apart.collect(),
            own: joins.own.iter().map(StoredSpelled::from).collect(),
            revenue: joins.revenue.iter().map(StoredFileKey::from).collect(),
            copies: copies.collect(),
        }
    }
}

impl TryFrom<StoredJoins> for JoinDecisions {
    type Error = ProjectError;

    fn try_from(stored: StoredJoins) -> Result<Self, ProjectError> {
        let mut joins = Self::default();
        let n_pairs = stored.pairs.len();
        for pair in stored.pairs {
            joins.decide(pair.a.into(), pair.b.into(), pair.verdict.into());
        }
        // Fewer: a pair twice, or of one party.
        if joins.pairs.len() < n_pairs {
            return Err(ProjectError::Duplicate { what: "pairs" });
        }
        let apart = stored.apart.into_iter();
        joins.apart = set_from(
            apart.map(|split| (split.kind.into(), split.party.into())),
            "apart",
        )?;
        joins.own = set_from(stored.own.into_iter().map(Into::into), "own")?;
        joins.revenue = stored.revenue.into_iter().map(FileKey::from).collect();
        let n_copies = stored.copies.len();
        let copies = stored.copies.into_iter();
        joins.copies = copies.map(|copy| (copy.file.into(), copy.counts)).collect();
        if joins.copies.len() < n_copies {
            return Err(ProjectError::Duplicate { what: "copies" });
        }
        Ok(joins)
    }
}

fn set_from<T: Ord>(
    list: impl ExactSizeIterator<Item = T>,
    what: &'static str,
) -> Result<BTreeSet<T>, ProjectError> {
    let n = list.len();
    let set: BTreeSet<T> = list.collect();
    if set.len() < n {
        return Err(ProjectError::Duplicate { what });
    }
    Ok(set)
}
