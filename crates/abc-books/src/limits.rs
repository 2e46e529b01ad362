//! The caps of security.md section 2 that hold for books.

/// Bytes of a document after unpacking, and of everything unpacked from one file in one pass.
pub(crate) const MAX_INFLATED_BYTES: u64 = 500_000_000;
/// Files in an archive.
pub(crate) const MAX_ENTRIES: usize = 20_000;
/// Elements within elements.
pub(crate) const MAX_DEPTH: usize = 64;
/// Attributes of an element.
pub(crate) const MAX_ATTRIBUTES: usize = 64;
/// Bytes of one text, tag or comment of XML.
pub(crate) const MAX_NODE_BYTES: usize = 1_000_000;
/// Characters of one value that is kept: a name, a number, a reference.
pub(crate) const MAX_VALUE_CHARS: usize = 1_000;
/// An amount beyond this is no amount of a small firm; sums of these stay within `i64`.
pub(crate) const MAX_CENTS: i64 = 1_000_000_000_000;
/// Rejected rows that are kept; all are counted.
pub(crate) const MAX_NOTES: usize = 200;
