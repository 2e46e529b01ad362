//! Enums as the words that stand in the text. A word is never changed or used again.

use serde::{Deserialize, Serialize};

use crate::classify::{Criterion, Fail, Rule};
use crate::customers::{Attention, Class, Grade, TraitKind};
use crate::intake::{
    Encoding, FileFlag, FlagReason, IgnoreReason, JudgedBy, Program, RejectReason, SourceKind,
};
use crate::join::Verdict;
use crate::mapping::{Confidence, DayOrder, Notation, QuestionId, Role};
use crate::project::OverrideReason;

/// An enum of words with its conversions to and from the enum of the domain; both are exhaustive,
/// so a new variant without a word does not compile.
macro_rules! words {
    ($stored:ident, $domain:ident { $($variant:ident $word:literal,)* }) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub(super) enum $stored {
            $(#[serde(rename = $word)] $variant,)*
        }

        impl From<$domain> for $stored {
            fn from(value: $domain) -> Self {
                match value {
                    $($domain::$variant => Self::$variant,)*
                }
            }
        }

        impl From<$stored> for $domain {
            fn from(value: $stored) -> Self {
                match value {
                    $($stored::$variant => Self::$variant,)*
                }
            }
        }
    };
}

words!(StoredClass, Class {
    A "a",
    B "b",
    C "c",
});

words!(StoredRule, Rule {
    Loss "loss",
    TooLittle "too_little",
    ThinMargin "thin_margin",
});

/// A requirement of A that was not met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum StoredFail {
    #[serde(rename = "size")]
    Size,
    #[serde(rename = "profit")]
    Profit,
    #[serde(rename = "potential")]
    Potential,
    #[serde(rename = "relation")]
    Relationship,
    #[serde(rename = "score")]
    Score,
    #[serde(rename = "profit_unknown")]
    ProfitUnknown,
}

impl From<Fail> for StoredFail {
    fn from(fail: Fail) -> Self {
        match fail {
            Fail::Below(Criterion::Size) => Self::Size,
            Fail::Below(Criterion::Profit) => Self::Profit,
            Fail::Below(Criterion::Potential) => Self::Potential,
            Fail::Below(Criterion::Relationship) => Self::Relationship,
            Fail::Score => Self::Score,
            Fail::ProfitUnknown => Self::ProfitUnknown,
        }
    }
}

impl From<StoredFail> for Fail {
    fn from(stored: StoredFail) -> Self {
        match stored {
            StoredFail::Size => Self::Below(Criterion::Size),
            StoredFail::Profit => Self::Below(Criterion::Profit),
            StoredFail::Potential => Self::Below(Criterion::Potential),
            StoredFail::Relationship => Self::Below(Criterion::Relationship),
            StoredFail::Score => Self::Score,
            StoredFail::ProfitUnknown => Self::ProfitUnknown,
        }
    }
}

words!(StoredGrade, Grade {
    Recorded "recorded",
    Estimated "estimated",
    Assumed "assumed",
});

impl Default for StoredGrade {
    fn default() -> Self {
        Grade::default().into()
    }
}

words!(StoredAttention, Attention {
    Low "low",
    Normal "normal",
    High "high",
    Extreme "extreme",
});

words!(StoredTraitKind, TraitKind {
    Category "category",
    Number "number",
});

words!(StoredOverrideReason, OverrideReason {
    Network "network",
    Strategic "strategic",
    New "new",
    Contract "contract",
    OwnFault "own_fault",
    FromFile "from_file",
    Other "other",
});

words!(StoredEncoding, Encoding {
    Utf8 "utf-8",
    Utf16Le "utf-16le",
    Utf16Be "utf-16be",
    Windows1252 "windows-1252",
    Cp850 "cp850",
});

words!(StoredSourceKind, SourceKind {
    Customers "customers",
    Transactions "transactions",
    Hours "hours",
    CustomerList "customer_list",
    Auditfile "auditfile",
    Ubl "ubl",
    Names "names",
});

words!(StoredProgram, Program {
    Toggl "toggl",
    Clockify "clockify",
    Harvest "harvest",
});

words!(StoredJudgedBy, JudgedBy {
    Code "code",
    Description "description",
    Number "number",
    User "user",
});

words!(StoredVerdict, Verdict {
    Same "same",
    Different "different",
});

words!(StoredRejectReason, RejectReason {
    NameMissing "name_missing",
    AmountMissing "amount_missing",
    AmountInvalid "amount_invalid",
    AmountAmbiguous "amount_ambiguous",
    AmountOutOfRange "amount_out_of_range",
    CurrencyMismatch "currency_mismatch",
    TooFewFields "too_few_fields",
    TooManyFields "too_many_fields",
    QuoteError "quote_error",
    BadCharacters "bad_characters",
    NameTooLong "name_too_long",
    FieldTooLong "field_too_long",
    HoursInvalid "hours_invalid",
    RatingInvalid "rating_invalid",
    DuplicateInvoice "duplicate_invoice",
    PurchaseInvoice "purchase_invoice",
    XmlTruncated "xml_truncated",
    XmlBroken "xml_broken",
    ErrorCell "error_cell",
    FormulaWithoutValue "formula_without_value",
});

words!(StoredIgnoreReason, IgnoreReason {
    EmptyLine "empty_line",
    TitleRow "title_row",
    SeparatorHint "separator_hint",
    RepeatedHeader "repeated_header",
    SeparatorLine "separator_line",
    NoteRow "note_row",
    GroupRow "group_row",
    SubtotalRow "subtotal_row",
    TotalRow "total_row",
    OtherTable "other_table",
    DuplicateRow "duplicate_row",
    DraftRow "draft_row",
    SupplierRow "supplier_row",
    OtherAccount "other_account",
});

words!(StoredFlagReason, FlagReason {
    BadCharacters "bad_characters",
    MojibakeSuspected "mojibake_suspected",
    DateInvalid "date_invalid",
    Rounded "rounded",
    LongName "long_name",
    DurationDiffers "duration_differs",
});

words!(StoredFileFlag, FileFlag {
    NumberFormatAssumed "number_format_assumed",
    MixedNumberFormats "mixed_number_formats",
    ControlTotalMismatch "control_total_mismatch",
    TotalNotPositive "total_not_positive",
    OpeningExcluded "opening_excluded",
    YearEndClosingExcluded "year_end_closing_excluded",
    RevenueWithoutCustomer "revenue_without_customer",
    RevenueAccountsByDescription "revenue_accounts_by_description",
    CollectiveBookingSplit "collective_booking_split",
    SplitFilesJoined "split_files_joined",
    SeveralYears "several_years",
    CustomerRenamed "customer_renamed",
    BrokenFinancialYear "broken_financial_year",
    NamesCutAt50 "names_cut_at_50",
    RelationMissing "relation_missing",
    ForeignCurrencyLines "foreign_currency_lines",
    EncodingMismatch "encoding_mismatch",
    InvalidCharacters "invalid_characters",
    HiddenRowsIncluded "hidden_rows_included",
    OtherSheetsIgnored "other_sheets_ignored",
    TotalRowIgnored "total_row_ignored",
    ErrorCells "error_cells",
    CustomerNegative "customer_negative",
    DuplicateInvoice "duplicate_invoice",
    PurchaseInvoice "purchase_invoice",
    CurrencyMismatch "currency_mismatch",
    HoursWithoutCustomer "hours_without_customer",
    CostRateZeroIsUnknown "cost_rate_zero_is_unknown",
    NamesInHeadings "names_in_headings",
    PartsNotCounted "parts_not_counted",
    CreditNotesTurned "credit_notes_turned",
    VatTakenOff "vat_taken_off",
    RevenueAccountsOnly "revenue_accounts_only",
    CustomersOfEntries "customers_of_entries",
    HoursBelowZero "hours_below_zero",
    DaysAsHours "days_as_hours",
});

words!(StoredRole, Role {
    Name "name",
    Code "code",
    Date "date",
    Revenue "revenue",
    RevenueInclVat "revenue_incl_vat",
    DirectCost "direct_cost",
    OtherCost "other_cost",
    Hours "hours",
    OwnFaultHours "own_fault_hours",
    Potential "potential",
    Relationship "relationship",
    Attention "attention",
    Orders "orders",
    Visits "visits",
    Complaints "complaints",
    DaysToPay "days_to_pay",
    Since "since",
    Tenure "tenure",
    HoursGrade "hours_grade",
    CostGrade "cost_grade",
    GivenClass "given_class",
    Invoice "invoice",
    Currency "currency",
    Registration "registration",
    Account "account",
    Person "person",
    HoursCost "hours_cost",
    Trait "trait",
    Ignored "ignored",
});

words!(StoredConfidence, Confidence {
    Low "low",
    Fair "fair",
    High "high",
    Given "given",
});

words!(StoredNotation, Notation {
    Comma "comma",
    Dot "dot",
    Whole "whole",
});

words!(StoredDayOrder, DayOrder {
    DayFirst "day_first",
    MonthFirst "month_first",
});

words!(StoredQuestionId, QuestionId {
    DecimalSeparator "decimal_separator",
    AmountColumn "amount_column",
    AmountMeaning "amount_meaning",
    SumColumns "sum_columns",
    UnitScale "unit_scale",
    Sign "sign",
    DebitCredit "debit_credit",
    SplitDecimals "split_decimals",
    MultipleTables "multiple_tables",
    Header "header",
    Currency "currency",
    DuplicateRows "duplicate_rows",
    DraftLines "draft_lines",
    NamesAbove "names_above",
    DateOrder "date_order",
    Encoding "encoding",
    RevenueAccounts "revenue_accounts",
    Sheets "sheets",
});

/// A question as it is stored: one that this build asks, or one that older builds asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum StoredAsked {
    Asked(StoredQuestionId),
    NoLonger(StoredNoLonger),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum StoredNoLonger {
    /// Names that may be one customer: joining proposes them.
    #[serde(rename = "merge_names")]
    MergeNames,
}

impl From<QuestionId> for StoredAsked {
    fn from(id: QuestionId) -> Self {
        Self::Asked(id.into())
    }
}

impl StoredAsked {
    pub(super) fn known(self) -> Option<QuestionId> {
        match self {
            Self::Asked(id) => Some(id.into()),
            Self::NoLonger(_) => None,
        }
    }
}
