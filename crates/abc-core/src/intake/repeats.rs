//! Rows that a file holds twice: counted until the user says otherwise.

use std::hash::BuildHasher as _;

use hashbrown::{DefaultHashBuilder, HashSet};

use super::record::Record;

/// Rows that are remembered: lists in which the same row came in twice are shorter than this, and
/// the memory of a reading grows with its customers and not with its rows.
const MAX_REMEMBERED: usize = 100_000;

/// Bits for the rows that are remembered: ten for each, and few enough for the cache of a processor.
const N_MARKS: u64 = 1 << 20;

/// Tells whether a row was seen before.
#[derive(Debug, Default)]
pub(crate) struct Repeats {
    hasher: DefaultHashBuilder,
    seen: HashSet<u64>,
    /// A bit for every hash in `seen`, by its last digits; nine rows in ten of a long file need no more.
    marks: Vec<u64>,
    /// Their number, and what they add up to.
    pub(crate) n: u64,
    pub(crate) sum: i128,
}

impl Repeats {
    /// Whether an earlier row, of the first `MAX_REMEMBERED`, was the same to the letter.
    pub(crate) fn is_repeated(&mut self, record: &Record<'_>) -> bool {
        let hash = self.hasher.hash_one(record.raw.trim_ascii());
        let (word, bit) = ((hash % N_MARKS / 64) as usize, 1 << (hash % 64));
        let is_marked = self.marks.get(word).is_some_and(|word| word & bit != 0);
        if self.seen.len() >= MAX_REMEMBERED {
            return is_marked && self.seen.contains(&hash);
        }
        self.marks.resize((N_MARKS / 64) as usize, 0);
        if let Some(word) = self.marks.get_mut(word) {
            *word |= bit;
        }
        !self.seen.insert(hash)
    }

    /// Forgets what was seen: the rows of another sheet may be like those of this one.
    pub(crate) fn end_sheet(&mut self) {
        self.seen.clear();
        self.marks.fill(0);
    }

    /// Counts a row that was seen before.
    pub(crate) fn count(&mut self, amount: i64) {
        self.n += 1;
        self.sum += i128::from(amount);
    }
}
