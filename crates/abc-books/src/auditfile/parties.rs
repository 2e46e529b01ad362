//! Relations by number.

use super::positions::Positions;
use crate::limits::MAX_SHARED_BYTES;

/// What the master data say of a relation.
#[derive(Clone, Debug, Default)]
pub(crate) struct Relation {
    pub(crate) number: String,
    pub(crate) name: String,
    /// VAT and chamber of commerce numbers.
    pub(crate) registrations: Vec<String>,
    /// Whether the master data name it at all.
    pub(crate) is_listed: bool,
    /// Whether they name it twice, with different names.
    pub(crate) is_renamed: bool,
}

/// All relations, in order of appearance.
#[derive(Debug, Default)]
pub(crate) struct Parties {
    pub(crate) list: Vec<Relation>,
    numbers: Positions,
    n_name_bytes: usize,
}

impl Parties {
    /// The position of a relation; one that only bookings name is added. `None` without a number.
    pub(crate) fn idx(&mut self, number: &str) -> Option<u32> {
        if number.is_empty() {
            return None;
        }
        let known = self.numbers.known(number);
        known.or_else(|| {
            self.list.push(Relation {
                number: number.to_owned(),
                ..Relation::default()
            });
            Some(self.numbers.add(number))
        })
    }

    /// Adds what the master data say.
    pub(crate) fn add(&mut self, relation: Relation) {
        let Some(idx) = self.idx(&relation.number) else {
            return;
        };
        let Some(known) = self.list.get_mut(idx as usize) else {
            return;
        };
        let is_renamed = known.is_renamed || known.is_listed && known.name != relation.name;
        self.n_name_bytes += relation.name.len();
        *known = Relation {
            is_renamed,
            ..relation
        };
    }

    /// Whether these are more than should be kept.
    pub(crate) fn is_too_much(&self) -> bool {
        self.numbers.is_too_much() || self.n_name_bytes > MAX_SHARED_BYTES
    }
}
