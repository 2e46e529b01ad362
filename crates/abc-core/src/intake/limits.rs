//! The caps of security.md section 2 that hold for delimited text.

/// Bytes of a file.
pub const MAX_FILE_BYTES: u64 = 500_000_000;
/// Records of a file.
pub(crate) const MAX_RECORDS: u64 = 5_000_000;
/// Fields of a record.
pub(crate) const MAX_FIELDS: usize = 1_024;
/// Bytes of a field.
pub(crate) const MAX_FIELD_BYTES: usize = 1_000_000;
/// Bytes of a record: four fields at their cap.
pub(crate) const MAX_RECORD_BYTES: usize = 4 * MAX_FIELD_BYTES;
/// Characters of a name.
const MAX_NAME_CHARS: usize = 1_000;
/// Persons of an hour registration; what a project may hold.
pub(crate) const MAX_PERSONS: usize = 10_000;
/// Rows kept of each list of notes; all are counted.
pub(crate) const MAX_NOTES: usize = 200;
/// Characters kept of a noted row.
pub(crate) const MAX_NOTE_CHARS: usize = 200;

/// Whether a name has more characters than [`MAX_NAME_CHARS`].
pub(crate) fn is_too_long(name: &str) -> bool {
    name.len() > MAX_NAME_CHARS && name.chars().count() > MAX_NAME_CHARS
}
