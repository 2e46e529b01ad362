//! Rows that a file holds twice, and rows of drafts and quotes: counted until the user says otherwise.

use std::hash::BuildHasher as _;

use hashbrown::{DefaultHashBuilder, HashSet};

use super::record::Record;
use crate::mapping::words;

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

    /// Counts a row that was seen before.
    pub(crate) fn count(&mut self, amount: i64) {
        self.n += 1;
        self.sum += i128::from(amount);
    }
}

/// The column that may say that a row is a draft or a quote, by its header.
pub(crate) fn status_column(header: &[String]) -> Option<usize> {
    const STATUS: [&str; 10] = [
        "status",
        "factuurstatus",
        "status factuur",
        "invoice status",
        "soort",
        "type",
        "documenttype",
        "document type",
        "documentsoort",
        "invoicetype",
    ];
    header
        .iter()
        .position(|cell| STATUS.contains(&words::normalised(cell).as_str()))
}

/// Whether a status says that nothing was invoiced yet.
pub(crate) fn is_draft(cell: &[u8]) -> bool {
    const DRAFTS: [&str; 15] = [
        "concept",
        "conceptfactuur",
        "draft",
        "draft invoice",
        "offerte",
        "quote",
        "quotation",
        "estimate",
        "proforma",
        "pro forma",
        "pro-forma",
        "voorlopig",
        "prospect",
        "niet verzonden",
        "not sent",
    ];
    let cell = cell.trim_ascii();
    let mut drafts = DRAFTS.iter();
    drafts.any(|draft| cell.eq_ignore_ascii_case(draft.as_bytes()))
}
