//! Rows that a file holds twice: counted until the user says otherwise.

use std::hash::BuildHasher as _;

use hashbrown::{DefaultHashBuilder, HashSet};

use super::record::Record;

/// Rows that are remembered: lists in which the same row came in twice are shorter than this, and
/// the memory of a reading grows with its customers and not with its rows.
const MAX_REMEMBERED: usize = 100_000;

/// Tells whether a row was seen before.
#[derive(Debug, Default)]
pub(crate) struct Repeats {
    hasher: DefaultHashBuilder,
    seen: HashSet<u64>,
    /// Their number, and what they add up to.
    pub(crate) n: u64,
    pub(crate) sum: i128,
}

impl Repeats {
    /// Whether an earlier row, of the first `MAX_REMEMBERED`, was the same to the letter.
    pub(crate) fn is_repeated(&mut self, record: &Record<'_>) -> bool {
        let hash = self.hasher.hash_one(record.raw.trim_ascii());
        if self.seen.len() < MAX_REMEMBERED {
            !self.seen.insert(hash)
        } else {
            self.seen.contains(&hash)
        }
    }

    /// Forgets what was seen: the rows of another sheet may be like those of this one.
    pub(crate) fn end_sheet(&mut self) {
        self.seen.clear();
    }

    /// Counts a row that was seen before.
    pub(crate) fn count(&mut self, amount: i64) {
        self.n += 1;
        self.sum += i128::from(amount);
    }
}
