//! The lists of rows that are reported: the first ones are kept, `RowTally` counts all.

use super::Noted;
use super::limits::{MAX_NOTE_CHARS, MAX_NOTES};
use super::record::Record;

/// Rows with a reason.
#[derive(Clone, Debug)]
pub(crate) struct Notes<R> {
    kept: Vec<Noted<R>>,
    n_kept_at_most: usize,
}

impl<R> Notes<R> {
    /// An empty list that keeps the first rows, or all of them.
    pub(crate) fn new(keeps_all: bool) -> Self {
        let n_kept_at_most = if keeps_all { usize::MAX } else { MAX_NOTES };
        Self {
            kept: Vec::new(),
            n_kept_at_most,
        }
    }

    pub(crate) fn push(&mut self, record: &Record<'_>, reason: R, column: Option<usize>) {
        if self.kept.len() < self.n_kept_at_most {
            let start = record
                .raw
                .get(..record.raw.len().min(4 * MAX_NOTE_CHARS))
                .unwrap_or_default();
            self.kept.push(Noted {
                line: record.line,
                reason,
                column: column.and_then(|column| u32::try_from(column).ok()),
                text: String::from_utf8_lossy(start)
                    .chars()
                    .take(MAX_NOTE_CHARS)
                    .collect(),
            });
        }
    }

    /// Those that were kept.
    pub(crate) fn kept(&self) -> &[Noted<R>] {
        &self.kept
    }

    pub(crate) fn into_kept(self) -> Vec<Noted<R>> {
        self.kept
    }
}
