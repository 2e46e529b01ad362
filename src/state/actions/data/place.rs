//! Which reading is which: files that are called the same, text that has no name, and a reading whose place
//! moves while it is read again.

use abc_core::intake::{Source, SourceKind};
use abc_core::join::FileKey;
use abc_core::project::Project;
use abc_core::readings::Reading;

/// The place of a reading that is read again. Others may come and go meanwhile, so its file is told too.
#[derive(Clone, Debug)]
pub struct Place {
    at: usize,
    file: FileKey,
}

impl Place {
    /// The place of the reading at `at`, of this source.
    pub fn of(at: usize, source: &Source) -> Self {
        Self {
            at,
            file: FileKey::of(source),
        }
    }

    /// Which of the files that are called the same it is.
    pub(super) fn nth(&self) -> u32 {
        self.file.nth
    }

    /// Where it is now; `None` when it was taken out.
    pub(super) fn among(&self, readings: &[Reading]) -> Option<usize> {
        let there = readings.get(self.at);
        let is_there = there.is_some_and(|reading| FileKey::of(&reading.source) == self.file);
        if is_there {
            Some(self.at)
        } else {
            position_of(&self.file, readings)
        }
    }
}

/// Where the file is among the readings.
pub(super) fn position_of(file: &FileKey, readings: &[Reading]) -> Option<usize> {
    let mut keys = readings.iter().map(|reading| FileKey::of(&reading.source));
    keys.position(|key| key == *file)
}

/// The number of a file that was read among those of its name, kind and sheet; `of_batch` came with it.
///
/// A file of the same size is the same file, dropped again; else it takes the place of the first of its name
/// that no other of its batch took. Text that was pasted and invoices, which are named after the first of
/// them, are never taken for other ones.
pub fn number_of<'a>(
    source: &Source,
    before: &Project,
    of_batch: impl Iterator<Item = &'a Source>,
) -> u32 {
    let key = |source: &Source| FileKey {
        nth: 0,
        ..FileKey::of(source)
    };
    let own = key(source);
    let is_alike = |other: &&Source| key(other) == own;
    let taken: Vec<u32> = of_batch.filter(is_alike).map(|other| other.nth).collect();
    let is_free = |nth: &u32| !taken.contains(nth);
    // The made-up firm makes way.
    let there = || {
        let sources = before.sources().filter(|_| !before.is_sample);
        sources.filter(is_alike)
    };
    let is_pasted = source.name.is_empty();
    let mut of_this_size = there().filter(|other| other.n_bytes == source.n_bytes);
    let same = of_this_size.find(|other| !is_pasted && is_free(&other.nth));
    if let Some(same) = same {
        return same.nth;
    }
    let first = if is_pasted || source.kind == SourceKind::Ubl {
        there().map(|other| other.nth + 1).max().unwrap_or(0)
    } else {
        0
    };
    (first..=u32::MAX).find(is_free).unwrap_or(first)
}
