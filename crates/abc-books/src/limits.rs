//! The caps of security.md section 2 that hold for books.

/// Bytes unpacked from one file, whatever number of documents it holds.
pub(crate) const MAX_INFLATED_BYTES: u64 = 500_000_000;
/// Files in an archive.
pub(crate) const MAX_ENTRIES: usize = 20_000;
/// Bytes that are read to list the files in an archive.
pub(crate) const MAX_LISTING_BYTES: u64 = 16_000_000;
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
/// Lines of an auditfile, counted or not.
pub(crate) const MAX_LINES: u64 = 5_000_000;
/// Lines that are kept at a time: those of one booking, and those of all bookings that may close the year.
pub(crate) const MAX_KEPT_LINES: usize = 1_000_000;
/// Relations, accounts, projects, and references within one booking; of each so many.
pub(crate) const MAX_NUMBERS: usize = 500_000;
/// VAT and other numbers of one relation; what a project may hold.
pub(crate) const MAX_REGISTRATIONS: usize = 100;
/// Invoices that are read together.
pub(crate) const MAX_INVOICES: usize = 200_000;
/// Documents of auditfiles that are read together, parts of a file included.
pub(crate) const MAX_AUDITFILES: usize = 1_000;
/// Rejected rows that are kept; all are counted.
pub(crate) const MAX_NOTES: usize = 200;
/// Bytes of a workbook.
pub(crate) const MAX_WORKBOOK_BYTES: u64 = 50_000_000;
/// Sheets of a workbook that are shown.
pub(crate) const MAX_SHEETS: usize = 20;
/// Sheets of a workbook, shown or not.
pub(crate) const MAX_LISTED_SHEETS: usize = 1_000;
/// Links and styles of a workbook; of each so many.
pub(crate) const MAX_LISTED: usize = 65_536;
/// Bytes of XML that are gone through for one workbook: a sheet of ods is found by passing those before it.
pub(crate) const MAX_PASSED_BYTES: u64 = 4 * MAX_INFLATED_BYTES;
/// Cells of all sheets of a workbook, up to the last filled one of each row.
pub(crate) const MAX_CELLS: u64 = 5_000_000;
/// Bytes of all texts of a kind that are kept at a time.
pub(crate) const MAX_SHARED_BYTES: usize = 100_000_000;

/// Lists that are read of what was dropped packed: a project holds no more files than this.
pub(crate) const MAX_LISTS: usize = 100;
