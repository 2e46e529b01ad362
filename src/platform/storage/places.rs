//! Where a save is, and the line that says what it should be.
//!
//! ```text
//! kernklant.head      kernklant 1 local 7 1764066000000 48211 cbf43926
//! kernklant.slot.1    the same line, a line feed, and the project's text: the file of 'Save a copy'
//! ```
//!
//! The fields: magic, schema of the project, store, sequence, milliseconds since 1970, bytes of the
//! text, its CRC-32. A save in localStorage is in slot `sequence % 2`; one in `IndexedDB` is the record
//! `sequence` of the store `saves` of the database `kernklant`, its text in the strings of `pieces`.

use abc_core::project::stored::SCHEMA;

/// Everything under this prefix is ours.
pub(super) const PREFIX: &str = "kernklant.";
pub(super) const HEAD: &str = "kernklant.head";
pub(super) const SLOTS: [&str; 2] = ["kernklant.slot.0", "kernklant.slot.1"];
pub(super) const QUARANTINE: &str = "kernklant.quarantine";
pub(super) const PREFERENCES: &str = "kernklant.preferences";
pub(super) const FORMS: &str = "kernklant.forms";

/// The whole numbers that are exact as a JavaScript number, which keys of `IndexedDB` are.
const MAX_SEQUENCE: u64 = 1 << 53;

const MAGIC: &str = "kernklant";

/// A store of the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// localStorage.
    Local,
    /// `IndexedDB`.
    Indexed,
}

impl Place {
    fn word(self) -> &'static str {
        match self {
            Self::Local => "local",
            Self::Indexed => "indexed",
        }
    }
}

/// What a save should be: enough to tell whether it is whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seal {
    pub(super) schema: u32,
    pub(super) place: Place,
    pub(super) sequence: u64,
    pub(super) saved_at_ms: u64,
    pub(super) n_bytes: u64,
    pub(super) crc32: u32,
}

impl Seal {
    /// The seal of a text that is about to be written.
    pub(super) fn of(print: Print, place: Place, sequence: u64, now_ms: f64) -> Self {
        Self {
            schema: SCHEMA,
            place,
            sequence,
            saved_at_ms: now_ms as u64,
            n_bytes: print.n_bytes,
            crc32: print.checksum.finalize(),
        }
    }

    /// The line of the head key, and the first line of a slot.
    pub(super) fn line(&self) -> String {
        format!(
            "{MAGIC} {} {} {} {} {} {:08x}",
            self.schema,
            self.place.word(),
            self.sequence,
            self.saved_at_ms,
            self.n_bytes,
            self.crc32
        )
    }

    /// `None` for a line that is not of this form.
    pub(super) fn from_line(line: &str) -> Option<Self> {
        let mut fields = line.split(' ');
        let is_ours = fields.next()? == MAGIC;
        let seal = Self {
            schema: fields.next()?.parse().ok()?,
            place: match fields.next()? {
                "local" => Place::Local,
                "indexed" => Place::Indexed,
                _ => return None,
            },
            sequence: fields.next()?.parse().ok()?,
            saved_at_ms: fields.next()?.parse().ok()?,
            n_bytes: fields.next()?.parse().ok()?,
            crc32: u32::from_str_radix(fields.next()?, 16).ok()?,
        };
        let is_whole = is_ours && fields.next().is_none() && seal.sequence < MAX_SEQUENCE;
        is_whole.then_some(seal)
    }

    /// Whether a text is what was sealed.
    pub(super) fn fits(&self, print: &Print) -> bool {
        self.n_bytes == print.n_bytes && self.crc32 == print.checksum.clone().finalize()
    }

    /// The slot of a save in localStorage.
    pub(super) fn slot(&self) -> &'static str {
        let [even, odd] = SLOTS;
        if self.sequence.is_multiple_of(2) {
            even
        } else {
            odd
        }
    }
}

/// Length and checksum of a text that is seen in pieces.
#[derive(Clone, Debug, Default)]
pub(super) struct Print {
    n_bytes: u64,
    checksum: crc32fast::Hasher,
}

impl Print {
    pub(super) fn of(text: &str) -> Self {
        let mut print = Self::default();
        print.add(text);
        print
    }

    pub(super) fn add(&mut self, piece: &str) {
        self.n_bytes += piece.len() as u64;
        self.checksum.update(piece.as_bytes());
    }
}
