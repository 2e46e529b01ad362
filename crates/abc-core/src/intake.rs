//! Chunks of bytes to records: encoding, dialect, quotes, limits (csv-corpus/README.md, security.md 1 and 2).
//!
//! Memory grows with customers, not with rows: sample rows are kept, all rows never.

mod accounts;
mod books;
mod cells;
mod columns;
pub(crate) mod dialect;
mod encoding;
mod examples;
mod foreign;
mod forms;
mod kinds;
mod labels;
mod limits;
mod loose;
mod names_above;
mod notes;
mod outline;
pub(crate) mod pass;
mod programs;
pub mod prospect_list;
pub(crate) mod questions;
mod record;
mod repeats;
mod rows;
mod scanner;
mod sniff;
pub(crate) mod table;
pub(crate) mod typed;

pub use books::{Books, JudgedBy, LedgerAccount, YearCustomer, YearSummary};
pub use columns::likely_days;
pub use examples::{Example, example};
pub(crate) use forms::MOST_SIGNATURE_BYTES;
pub use forms::{Forms, form_signature, holds_for_the_form};
pub use limits::MAX_FILE_BYTES;
pub(crate) use limits::MAX_PERSONS;
pub use loose::table_of_lines;
use serde::{Deserialize, Serialize};
pub use sniff::{FileKind, SNIFF_BYTES, sniff, text_from};
pub use typed::Cell;

use crate::date::Date;
use crate::mapping::{self, CellReading, Choice, Column, Question, QuestionId, Role, words};
use crate::money::Cents;

/// The character encoding that was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Encoding {
    /// UTF-8.
    #[default]
    Utf8,
    /// UTF-16, little endian.
    Utf16Le,
    /// UTF-16, big endian.
    Utf16Be,
    /// Windows-1252 (ISO-8859-1 is read as this).
    Windows1252,
    /// CP850, Excel's "CSV (MS-DOS)".
    Cp850,
}

/// What was said about reading a file, by the user or by an earlier file of the same form.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReadOptions {
    /// Instead of the detected encoding.
    pub encoding: Option<Encoding>,
    /// Instead of the detected delimiter.
    pub delimiter: Option<u8>,
    /// Instead of the detected roles: (column index, role).
    pub roles: Vec<(u32, Role)>,
    /// Answers to questions.
    pub answers: Vec<(QuestionId, Choice)>,
    /// Year, month, day of today, for "customer since" (no clock here).
    #[serde(with = "crate::date::wire_day")]
    pub today: Option<Date>,
    /// Whether it was taken over from an earlier file of the same form, so that nobody said it of this one.
    pub is_from_earlier: bool,
}

/// What a file holds.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum SourceKind {
    /// One row per customer.
    #[default]
    Customers,
    /// Many lines per customer.
    Transactions,
    /// Lines of an hour registration.
    Hours,
    /// Names, numbers and traits without figures.
    CustomerList,
    /// The general ledger of an XML Auditfile.
    Auditfile,
    /// Invoices and credit notes in UBL.
    Ubl,
    /// Names that were typed or pasted, with guessed figures.
    Names,
}

/// The form of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Container {
    /// Text with a delimiter between fields.
    #[default]
    Delimited,
    /// A workbook of Excel 2007 or later.
    Xlsx,
    /// A workbook of an older Excel.
    Xls,
    /// A workbook of the open format (ODF).
    Ods,
    /// XML Auditfile.
    Xaf {
        /// `2.0`, `3.1`, `3.2`, `3.2.1` or `4.0`.
        version: String,
    },
    /// UBL invoices, one or many.
    Ubl,
    /// Nothing was read: names were typed.
    Typed,
}

/// A program whose export was recognised by its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Program {
    /// Toggl Track, detailed report.
    Toggl,
    /// Clockify, detailed report.
    Clockify,
    /// Harvest, detailed time report.
    Harvest,
}

/// Why a row does not count although it has the shape of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(
    missing_docs,
    reason = "the names are the words of csv-corpus/README.md"
)]
pub enum RejectReason {
    NameMissing,
    AmountMissing,
    AmountInvalid,
    AmountAmbiguous,
    AmountOutOfRange,
    CurrencyMismatch,
    TooFewFields,
    TooManyFields,
    QuoteError,
    BadCharacters,
    NameTooLong,
    FieldTooLong,
    HoursInvalid,
    RatingInvalid,
    DuplicateInvoice,
    PurchaseInvoice,
    XmlTruncated,
    XmlBroken,
    ErrorCell,
    FormulaWithoutValue,
}

/// Why a row is not data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(
    missing_docs,
    reason = "the names are the words of csv-corpus/README.md"
)]
pub enum IgnoreReason {
    EmptyLine,
    TitleRow,
    SeparatorHint,
    RepeatedHeader,
    SeparatorLine,
    NoteRow,
    GroupRow,
    SubtotalRow,
    TotalRow,
    OtherTable,
    DuplicateRow,
    DraftRow,
    SupplierRow,
    OtherAccount,
}

/// Why an accepted row deserves a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(
    missing_docs,
    reason = "the names are the words of csv-corpus/README.md"
)]
pub enum FlagReason {
    BadCharacters,
    MojibakeSuspected,
    DateInvalid,
    Rounded,
    LongName,
    DurationDiffers,
}

/// Something to know about the whole file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(
    missing_docs,
    reason = "the names are the words of csv-corpus/README.md"
)]
pub enum FileFlag {
    NumberFormatAssumed,
    MixedNumberFormats,
    ControlTotalMismatch,
    TotalNotPositive,
    OpeningExcluded,
    YearEndClosingExcluded,
    RevenueWithoutCustomer,
    RevenueAccountsByDescription,
    CollectiveBookingSplit,
    SplitFilesJoined,
    SeveralYears,
    CustomerRenamed,
    BrokenFinancialYear,
    NamesCutAt50,
    RelationMissing,
    ForeignCurrencyLines,
    EncodingMismatch,
    InvalidCharacters,
    HiddenRowsIncluded,
    OtherSheetsIgnored,
    TotalRowIgnored,
    ErrorCells,
    CustomerNegative,
    DuplicateInvoice,
    PurchaseInvoice,
    CurrencyMismatch,
    HoursWithoutCustomer,
    CostRateZeroIsUnknown,
    NamesInHeadings,
    PartsNotCounted,
    CreditNotesTurned,
    VatTakenOff,
    RevenueAccountsOnly,
    CustomersOfEntries,
    HoursBelowZero,
    DaysAsHours,
}

/// A row with its line as a text editor counts (from 1) and what it said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Noted<R> {
    /// The line on which the record starts.
    pub line: u64,
    /// Why.
    pub reason: R,
    /// The column that is the trouble, where one is.
    pub column: Option<u32>,
    /// The row as written, cut at 200 characters.
    pub text: String,
}

/// Accepted + rejected + ignored = records, always.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowTally {
    /// Records in the file besides the header.
    pub records: u64,
    /// Counted.
    pub accepted: u64,
    /// Reported, not counted.
    pub rejected: u64,
    /// Not data.
    pub ignored: u64,
}

/// Pairs of customers of one file whose names differ in form only. Joining finds them itself, and more,
/// unless there are too many customers to compare.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookAlikes {
    /// Whether they were looked for.
    pub is_searched: bool,
    /// The first 200, by position: the first one of the name and another of it.
    pub pairs: Vec<(u32, u32)>,
    /// All of them.
    pub n_pairs: u32,
}

/// What was read from one file: everything about it but the customers themselves.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// File name as given; empty for pasted text.
    pub name: String,
    /// Which of the files of this name, kind and sheet it is, from 0: pasted text has no name, and two folders
    /// may hold a file that is called the same.
    pub nth: u32,
    /// Bytes read.
    pub n_bytes: u64,
    /// One row per customer or many lines.
    pub kind: SourceKind,
    /// The form of the file; within an archive, of what it holds.
    pub container: Container,
    /// The sheet of a workbook that was read.
    pub sheet: Option<String>,
    /// The other sheets of that workbook that hold something and were not read.
    pub unread_sheets: Vec<String>,
    /// The program that wrote it, where the header tells.
    pub program: Option<Program>,
    /// The ledger of an auditfile.
    pub books: Option<Box<Books>>,
    /// The accounts of a list of a ledger, where only the rows on some of them count.
    pub accounts: Vec<LedgerAccount>,
    /// As read.
    pub encoding: Encoding,
    /// Whether a byte order mark said so.
    pub has_bom: bool,
    /// As read: `;`, `,`, tab or `|`; 0 where no delimiter cut the fields (a sheet).
    pub delimiter: u8,
    /// The line of the header; `None` without one.
    pub header_line: Option<u64>,
    /// In file order.
    pub columns: Vec<Column>,
    /// The account of all rows.
    pub tally: RowTally,
    /// The first 200 (all of them while judging).
    pub rejected: Vec<Noted<RejectReason>>,
    /// The first 200.
    pub ignored: Vec<Noted<IgnoreReason>>,
    /// The first 200.
    pub flagged: Vec<Noted<FlagReason>>,
    /// About the whole file.
    pub file_flags: Vec<FileFlag>,
    /// The first 20 data rows, cells as written.
    pub sample: Vec<Vec<String>>,
    /// What to ask.
    pub questions: Vec<Question>,
    /// Customers whose names differ in accents, punctuation or legal form only.
    pub look_alikes: LookAlikes,
    /// First and last day of the dated lines, else those that a title names.
    #[serde(with = "crate::date::wire_period")]
    pub period: Option<(Date, Date)>,
    /// Sum over accepted rows, in cents.
    pub revenue_cents: i64,
    /// What was said about reading it.
    pub options: ReadOptions,
}

impl Source {
    /// The month, quarter or half year within a year that the file is named after, how many months that is, and
    /// the year where the name says it.
    pub(crate) fn named_period(&self) -> Option<(u8, u8, Option<u16>)> {
        words::period_of_file(&self.name)
    }

    /// The ledger accounts of an auditfile, or of a list of which only some count; none where there is no
    /// choice among them.
    pub fn ledger_accounts(&self) -> &[LedgerAccount] {
        match &self.books {
            Some(books) => &books.revenue_accounts,
            None => &self.accounts,
        }
    }

    /// The last day that it is about: of its lines, else the end of the year that its amounts or the file
    /// are named after.
    pub fn last_day(&self) -> Option<Date> {
        let amounts = self
            .columns
            .iter()
            .filter(|column| column.role == Role::Revenue);
        let of_headers = amounts
            .filter_map(|column| words::year_of(&column.header))
            .max();
        let year = of_headers.or_else(|| words::year_of(&self.name));
        let end_of = |year: u16| Date::new(i16::try_from(year).ok()?, 12, 31).ok();
        let last = self.period.map(|(_, last)| last);
        last.or_else(|| year.and_then(end_of))
    }

    /// What is made of a raw value in the column at `idx`, as its row was read: thousands are euros, and
    /// where what is negative stands for revenue it is turned.
    pub fn read_cell(&self, idx: usize, raw: &str) -> CellReading {
        let Some(column) = self.columns.get(idx) else {
            return CellReading::Unused;
        };
        let holds = |id: QuestionId, choice: &Choice| {
            let mut asked = self.questions.iter().filter(|question| question.id == id);
            asked.any(|question| {
                let answer = question.answers.get(question.in_use());
                answer.is_some_and(|answer| answer.choice == *choice)
            })
        };
        match mapping::read_cell(column, raw) {
            CellReading::Money(Cents(cents)) => {
                let is_thousands = holds(QuestionId::UnitScale, &Choice::Thousands);
                let is_turned = matches!(column.role, Role::Revenue | Role::RevenueInclVat)
                    && holds(QuestionId::Sign, &Choice::Negate);
                let scale = if is_thousands { 1_000 } else { 1 };
                let sign = if is_turned { -1 } else { 1 };
                let read = cents.checked_mul(scale * sign);
                read.map_or(CellReading::Unreadable, |cents| {
                    CellReading::Money(Cents(cents))
                })
            }
            reading => reading,
        }
    }

    /// Notes that the likely answer to a question is right: it was read so.
    pub fn confirm(&mut self, id: QuestionId, choice: &Choice) {
        let mut asked = self.questions.iter_mut();
        if let Some(question) = asked.find(|question| question.id == id)
            && question
                .answers
                .first()
                .is_some_and(|likely| likely.choice == *choice)
        {
            question.given = Some(0);
            self.options.answers.push((id, choice.clone()));
        }
    }

    /// Whether its amounts are likely no revenue (what is owed, a limit), and nobody said that they are.
    pub fn is_likely_no_revenue(&self) -> bool {
        let mut open = self.questions.iter().filter(|q| q.given.is_none());
        open.any(|question| {
            let likely = question.answers.first();
            likely.is_some_and(|answer| answer.choice == Choice::NotRevenue)
        })
    }
}

/// Why nothing could be imported; what was loaded before stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[allow(
    missing_docs,
    reason = "the names are the words of csv-corpus/README.md"
)]
pub enum IntakeError {
    #[error("the file is empty")]
    EmptyFile,
    #[error("there is a header but no row")]
    NoRows,
    #[error("there is no table in the text")]
    NoTable,
    #[error("no delimiter gives more than one column")]
    NoDelimiter,
    #[error("no column holds names")]
    NoNameColumn,
    #[error("no column holds amounts")]
    NoAmountColumn,
    #[error("no revenue in a list of a ledger names a customer")]
    NoCustomersInLedger,
    #[error("a column holds formulas whose values were not saved")]
    FormulasWithoutValues,
    #[error("the bytes are not text")]
    NotText,
    #[error("the file is a picture")]
    IsImage,
    #[error("the file is a PDF")]
    IsPdf,
    #[error("the file is an archive")]
    IsArchive,
    #[error("the file is a web page")]
    IsHtml,
    #[error("the file is XML")]
    IsXml,
    #[error("the file is an auditfile")]
    IsXaf,
    #[error("the file is JSON")]
    IsJson,
    #[error("the file is an old workbook")]
    IsXls,
    #[error("the file is a workbook")]
    IsXlsx,
    #[error("the file has {n_bytes} bytes, more than {max}")]
    TooLarge { n_bytes: u64, max: u64 },
    #[error("the file has {n} columns, more than {max}")]
    TooManyColumns { n: u64, max: u64 },
    #[error("more than {max} records")]
    TooManyRecords { max: u64 },
    #[error("a quote opened on line {line} is never closed")]
    UnterminatedQuote { line: u64 },
    #[error("the file cannot be read any more")]
    Unreadable,
    #[error("the file has a DOCTYPE or ENTITY")]
    XmlDoctype,
    #[error("the XML breaks off after line {line}")]
    XmlTruncated { line: u64 },
    #[error("the XML is broken on line {line}")]
    XmlBroken { line: u64 },
    #[error("line {line} is nested deeper than {max}, or has too many attributes")]
    TooDeep { line: u64, max: u64 },
    #[error("one element on line {line} is longer than {max}")]
    ElementTooLong { line: u64, max: u64 },
    #[error("the XML is neither an auditfile nor an invoice")]
    NotAnAuditfile,
    #[error("a further part of an auditfile, without the first")]
    ContinuationWithoutFirst,
    #[error("part {part} of the auditfile is missing")]
    FilePartMissing { part: u32 },
    #[error("no account holds revenue")]
    NoRevenueAccounts,
    #[error("the file is protected with a password")]
    FileEncrypted,
    #[error("the archive or workbook is damaged")]
    ZipCorrupt,
    #[error("the file unpacks to more than {max} bytes")]
    ZipBomb { max: u64 },
    #[error("more than {max} entries in the archive")]
    TooManyEntries { max: u64 },
    #[error("the workbook has more than {max} sheets")]
    TooManySheets { max: u64 },
    #[error("the sheet has more than {max} cells")]
    TooManyCells { max: u64 },
    #[error("the workbook is of a form before Excel 97")]
    XlsTooOld,
}
