//! Names that a control shares with nobody: ids of notes, and groups of radio buttons, which exclude each
//! other by their name.

use std::sync::atomic::{AtomicU32, Ordering};

static NEXT: AtomicU32 = AtomicU32::new(1);

/// A name that was not given before.
pub(super) fn own_name(kind: &str) -> String {
    format!("{kind}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}
