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
/// Bytes of a workbook.
pub(crate) const MAX_WORKBOOK_BYTES: u64 = 50_000_000;
/// Sheets of a workbook that are shown.
pub(crate) const MAX_SHEETS: usize = 20;
/// Cells of all sheets of a workbook, up to the last filled one of each row.
pub(crate) const MAX_CELLS: u64 = 5_000_000;
/// Bytes of all texts that a workbook keeps once for its cells.
pub(crate) const MAX_SHARED_BYTES: usize = 100_000_000;
