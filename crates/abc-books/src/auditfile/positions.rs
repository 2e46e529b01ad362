//! Numbers of relations, accounts, projects and references, as positions in order of appearance. Numbers are
//! text: `00123` is not `123`.

use std::collections::HashMap;

use crate::limits::{MAX_NUMBERS, MAX_SHARED_BYTES};

/// Texts by position.
#[derive(Debug, Default)]
pub(crate) struct Positions {
    by_text: HashMap<String, u32>,
    n_bytes: usize,
}

impl Positions {
    /// The position of a text that was here before.
    pub(crate) fn known(&self, text: &str) -> Option<u32> {
        self.by_text.get(text).copied()
    }

    /// Gives a text that was not here before its position.
    pub(crate) fn add(&mut self, text: &str) -> u32 {
        let position = self.by_text.len() as u32;
        self.n_bytes += text.len();
        self.by_text.insert(text.to_owned(), position);
        position
    }

    /// Whether these are more than any small firm has, and more than should be kept.
    pub(crate) fn is_too_much(&self) -> bool {
        self.by_text.len() > MAX_NUMBERS || self.n_bytes > MAX_SHARED_BYTES
    }

    pub(crate) fn clear(&mut self) {
        self.by_text.clear();
        self.n_bytes = 0;
    }
}
