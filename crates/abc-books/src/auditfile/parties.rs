//! Relations by number. Numbers are text: `00123` is not `123`.

use std::collections::HashMap;

/// What the master data say of a relation.
#[derive(Clone, Debug, Default)]
pub(crate) struct Relation {
    pub(crate) number: String,
    pub(crate) name: String,
    /// VAT and chamber of commerce numbers.
    pub(crate) registrations: Vec<String>,
    /// Whether the master data name it at all.
    pub(crate) is_listed: bool,
}

/// All relations, in order of appearance.
#[derive(Debug, Default)]
pub(crate) struct Parties {
    pub(crate) list: Vec<Relation>,
    by_number: HashMap<String, u32>,
    /// Those that stand there twice under different names.
    pub(crate) renamed: Vec<u32>,
}

impl Parties {
    /// The position of a relation; one that only bookings name is added. `None` without a number.
    pub(crate) fn idx(&mut self, number: &str) -> Option<u32> {
        if number.is_empty() {
            return None;
        }
        if let Some(idx) = self.by_number.get(number) {
            return Some(*idx);
        }
        let idx = self.list.len() as u32;
        self.by_number.insert(number.to_owned(), idx);
        self.list.push(Relation {
            number: number.to_owned(),
            ..Relation::default()
        });
        Some(idx)
    }

    /// Adds what the master data say.
    pub(crate) fn add(&mut self, relation: Relation) {
        let Some(idx) = self.idx(&relation.number) else {
            return;
        };
        let Some(known) = self.list.get_mut(idx as usize) else {
            return;
        };
        if known.is_listed && known.name != relation.name {
            self.renamed.push(idx);
        }
        *known = relation;
    }
}
