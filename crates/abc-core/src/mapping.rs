//! Columns to roles: what a header and the values under it mean, how sure that is, and what to ask.
//!
//! The words of headers are formats.md 1c; nothing here is a message for a person.

pub(crate) mod account;
pub(crate) mod amount;
pub(crate) mod cell;
pub(crate) mod day;
pub(crate) mod duration;
pub(crate) mod formula;
pub(crate) mod guess;
mod reading;
mod stats;
pub(crate) mod words;

pub use account::is_named_revenue;
pub use day::DayOrder;
pub(crate) use reading::read_cell;
pub use reading::{CellReading, roles_for_choice};

use serde::{Deserialize, Serialize};

/// A part of a year that something is named after: `januari`, `Q1 2025`, `Omzet mrt`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartOfYear {
    /// Where it is said.
    pub year: Option<u16>,
    /// What else the name holds, the same for all quarters and all months of one kind.
    pub unit: String,
    /// Its place, from 1.
    pub place: u8,
}

/// The part of a year that a name says.
pub fn part_of_year(name: &str) -> Option<PartOfYear> {
    let place = words::period_in(name)?;
    Some(PartOfYear {
        year: words::period_year(name),
        unit: words::unit_in(name),
        place,
    })
}

/// What a column is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// The customer's name.
    Name,
    /// The debtor number.
    Code,
    /// Day of an invoice line.
    Date,
    /// Revenue excl. VAT.
    Revenue,
    /// An amount incl. VAT: what VAT there is in it is asked, or taken off as another column has it.
    RevenueInclVat,
    /// Purchases, subcontractors.
    DirectCost,
    /// Other cost to serve.
    OtherCost,
    /// Worked hours.
    Hours,
    /// Own-fault hours.
    OwnFaultHours,
    /// Rating 1 to 5.
    Potential,
    /// Rating 1 to 5.
    Relationship,
    /// Low, normal, high, extreme.
    Attention,
    /// Number of orders.
    Orders,
    /// Number of visits.
    Visits,
    /// Number of complaints.
    Complaints,
    /// Days until payment.
    DaysToPay,
    /// Customer since (a date).
    Since,
    /// Months since this became a customer.
    Tenure,
    /// Grade of the hours column (recorded, estimated, assumed).
    HoursGrade,
    /// Grade of the direct cost column.
    CostGrade,
    /// A class given by the user.
    GivenClass,
    /// Invoice number: tells invoice lines from customers.
    Invoice,
    /// A currency code.
    Currency,
    /// VAT or chamber of commerce number: one firm, however its name is written.
    Registration,
    /// The ledger account of a row, which tells whether it is revenue.
    Account,
    /// Who worked, in an hour registration; two columns are first and last name.
    Person,
    /// What the hours of a line cost, by an hour registration that knows cost rates.
    HoursCost,
    /// A free trait.
    Trait,
    /// Not used.
    Ignored,
}

/// How sure a guessed role is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Confidence {
    /// A coin's worth.
    Low,
    /// The header or the values say so.
    Fair,
    /// Both say so.
    High,
    /// The user said so.
    Given,
}

/// How numbers are written in one column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Notation {
    /// `1.234,56`
    Comma,
    /// `1,234.56`
    Dot,
    /// No cell has decimals or grouping: both readings agree.
    #[default]
    Whole,
}

/// One column of a delimited file as it was understood.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// The header as written; `Kolom 3`-like names are made by the page, so this is empty without a header.
    pub header: String,
    /// What it is used for.
    pub role: Role,
    /// How sure that is.
    pub confidence: Confidence,
    /// How its numbers are written, for roles that are numbers.
    pub notation: Notation,
    /// How its days are read where they do not prove it themselves, for roles that are days.
    pub day_order: DayOrder,
}

/// A question whose answer changes the outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// What is asked.
    pub id: QuestionId,
    /// Whether the figures are worthless without an answer. The page goes on with the likely one and says so.
    pub is_blocking: bool,
    /// The possible answers, likely one first, each with what it would give.
    pub answers: Vec<Answer>,
    /// The given answer as an index into `answers`; `None`: the likely one is used.
    pub given: Option<usize>,
}

impl Question {
    /// The answer that the file is read under, as an index into `answers`: the given one, else the likely one.
    pub(crate) fn in_use(&self) -> usize {
        self.given.unwrap_or_default()
    }
}

/// What can be asked about a delimited file (csv-corpus/README.md).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum QuestionId {
    /// Is the dot in `1.234` for thousands or decimals?
    DecimalSeparator,
    /// Which of these columns is the revenue?
    AmountColumn,
    /// What is the one amount column: revenue, incl. VAT, an open balance?
    AmountMeaning,
    /// Add these columns up (months, years)?
    SumColumns,
    /// Are the amounts in euros or in thousands?
    UnitScale,
    /// All amounts are negative: turn the sign?
    Sign,
    /// Debit and credit: credit minus debit?
    DebitCredit,
    /// Whole euros and cents in two columns?
    SplitDecimals,
    /// Two tables in one file.
    MultipleTables,
    /// Is the first row a header?
    Header,
    /// Amounts in several currencies.
    Currency,
    /// The same row twice.
    DuplicateRows,
    /// Drafts and quotes among the invoices.
    DraftLines,
    /// Are the rows without a name those of the customer above them?
    NamesAbove,
    /// Day or month first?
    DateOrder,
    /// Which code page?
    Encoding,
    /// Which ledger accounts are revenue?
    RevenueAccounts,
    /// Which sheet of a workbook?
    Sheets,
}

/// One answer, with what it would give.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// The answer.
    pub choice: Choice,
    /// Accepted customers and revenue in cents under this answer, when they were counted.
    pub totals: Option<(u32, i64)>,
    /// Registered seconds under this answer, where the file tells hours and they were counted.
    pub seconds: Option<u64>,
}

/// What can be answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Choice {
    /// Read numbers as `1.234,56`.
    DecimalComma,
    /// Read numbers as `1,234.56`.
    DecimalDot,
    /// Take this column (its index).
    Column(u32),
    /// Take the sum of these columns.
    SumOf(Vec<u32>),
    /// The amounts are revenue excl. VAT.
    RevenueExclVat,
    /// The amounts hold VAT at this percentage.
    InclVat(u8),
    /// The amounts are no revenue (a balance, a limit).
    NotRevenue,
    /// As written.
    AsWritten,
    /// Times 1,000.
    Thousands,
    /// Turn the sign.
    Negate,
    /// Credit minus debit.
    CreditMinusDebit,
    /// Debit minus credit.
    DebitMinusCredit,
    /// Yes.
    Yes,
    /// No.
    No,
    /// Day before month.
    DayFirst,
    /// Month before day.
    MonthFirst,
    /// These ledger accounts, by number.
    Accounts(Vec<String>),
    /// This sheet, by name.
    Sheet(String),
}
