//! Enums that are not a screen's own, in words; each match is exhaustive on purpose.

use abc_core::costs::KnownShares;

use super::catalog::ShellTexts;
use super::catalog::costs::KnownWords;
use super::{Format, Span, plain, strong};
use crate::platform::storage::{Recovery, StorageError};

/// Why something was not saved, and what to do.
pub fn storage_error(error: &StorageError, texts: &ShellTexts) -> &'static str {
    match error {
        StorageError::Full => texts.storage_full,
        StorageError::Blocked => texts.storage_blocked,
        StorageError::ChangedElsewhere => texts.storage_changed_elsewhere,
        StorageError::WipedElsewhere => texts.storage_wiped_elsewhere,
        StorageError::Newer { .. } => texts.storage_newer,
        StorageError::Refused(_) => texts.storage_refused,
        StorageError::NotReadBack
        | StorageError::Stopped
        | StorageError::Wiped
        | StorageError::Failed { .. } => texts.storage_other,
    }
}

/// What had to be done to load what was saved.
pub fn recovery(recovery: Recovery, texts: &ShellTexts) -> &'static str {
    match recovery {
        Recovery::Older => texts.recovered_older,
        Recovery::Nothing => texts.recovered_none,
    }
}

/// How a cost of the customers is known, as shares of revenue in a sentence without its end.
pub fn known_sentence(words: &KnownWords, known: &KnownShares, format: Format) -> Vec<Span> {
    let shares = [
        known.recorded,
        known.estimated,
        known.assumed,
        known.unknown,
    ];
    let parts: Vec<(f64, &'static str)> = shares
        .into_iter()
        .zip(words.words)
        .filter(|(share, _)| *share > 0.0)
        .collect();
    if let [(_, word)] = parts.as_slice() {
        return vec![plain(words.all_are), strong(*word)];
    }
    let n = parts.len();
    let mut spans = Vec::new();
    for (at, (share, word)) in parts.into_iter().enumerate() {
        spans.push(plain(match at {
            0 => words.first,
            _ if at + 1 == n => words.last,
            _ => words.next,
        }));
        // Neither nothing nor everything is said of a part.
        let is_edge = !(0.005..0.995).contains(&share);
        spans.push(strong(if n > 2 && at + 1 == n {
            words.rest.to_owned()
        } else if is_edge {
            format.percent1(share)
        } else {
            format.percent(share)
        }));
        spans.push(plain(if at == 0 { words.are } else { " " }));
        spans.push(plain(word));
    }
    spans
}
