//! What is kept of each file: its card, never its rows.

use serde::{Deserialize, Serialize};

use super::books::{StoredAccount, StoredBooks};
use super::words::{
    StoredAsked, StoredConfidence, StoredDayOrder, StoredEncoding, StoredFileFlag,
    StoredFlagReason, StoredIgnoreReason, StoredNotation, StoredProgram, StoredRejectReason,
    StoredRole, StoredSourceKind,
};
use super::{at_most, date_from, is_default, limits};
use crate::date::Date;
use crate::intake::{Books, Container, LookAlikes, Noted, ReadOptions, RowTally, Source};
use crate::mapping::{Answer, Choice, Column, DayOrder, Question};
use crate::project::ProjectError;

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredSource {
    name: String,
    #[serde(default, skip_serializing_if = "is_default")]
    nth: u32,
    n_bytes: u64,
    kind: StoredSourceKind,
    #[serde(default, skip_serializing_if = "is_default")]
    container: StoredContainer,
    #[serde(default, skip_serializing_if = "is_default")]
    sheet: Option<String>,
    #[serde(
        default,
        skip_serializing_if = "is_default",
        deserialize_with = "at_most::<_, _, { limits::SHEETS }>"
    )]
    unread_sheets: Vec<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    program: Option<StoredProgram>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    books: Option<Box<StoredBooks>>,
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "at_most::<_, _, { limits::ACCOUNTS }>"
    )]
    accounts: Vec<StoredAccount>,
    encoding: StoredEncoding,
    has_bom: bool,
    delimiter: char,
    header_line: Option<u64>,
    #[serde(deserialize_with = "at_most::<_, _, { limits::COLUMNS }>")]
    columns: Vec<StoredColumn>,
    tally: StoredTally,
    #[serde(deserialize_with = "at_most::<_, _, { limits::NOTED_ROWS }>")]
    rejected: Vec<StoredNoted<StoredRejectReason>>,
    #[serde(deserialize_with = "at_most::<_, _, { limits::NOTED_ROWS }>")]
    ignored: Vec<StoredNoted<StoredIgnoreReason>>,
    #[serde(deserialize_with = "at_most::<_, _, { limits::NOTED_ROWS }>")]
    flagged: Vec<StoredNoted<StoredFlagReason>>,
    #[serde(deserialize_with = "at_most::<_, _, { limits::FLAGS }>")]
    file_flags: Vec<StoredFileFlag>,
    #[serde(deserialize_with = "at_most::<_, _, { limits::SAMPLE_ROWS }>")]
    sample: Vec<Vec<String>>,
    #[serde(deserialize_with = "at_most::<_, _, { limits::ANSWERS }>")]
    questions: Vec<StoredQuestion>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    look_alikes: Option<StoredLookAlikes>,
    period: Option<[String; 2]>,
    revenue_cents: i64,
    options: StoredOptions,
}

/// What was found where it was looked for.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredLookAlikes {
    #[serde(deserialize_with = "at_most::<_, _, { limits::LOOK_ALIKES }>")]
    pairs: Vec<(u32, u32)>,
    n_pairs: u32,
}

impl StoredLookAlikes {
    fn of(found: &LookAlikes) -> Option<Self> {
        found.is_searched.then(|| Self {
            pairs: found.pairs.clone(),
            n_pairs: found.n_pairs,
        })
    }
}

impl From<StoredLookAlikes> for LookAlikes {
    fn from(stored: StoredLookAlikes) -> Self {
        Self {
            is_searched: true,
            pairs: stored.pairs,
            n_pairs: stored.n_pairs,
        }
    }
}

impl From<&Source> for StoredSource {
    fn from(source: &Source) -> Self {
        Self {
            name: source.name.clone(),
            nth: source.nth,
            n_bytes: source.n_bytes,
            kind: source.kind.into(),
            container: StoredContainer::from(&source.container),
            sheet: source.sheet.clone(),
            unread_sheets: source.unread_sheets.clone(),
            program: source.program.map(Into::into),
            books: source
                .books
                .as_deref()
                .map(|books| Box::new(StoredBooks::from(books))),
            accounts: source.accounts.iter().map(StoredAccount::from).collect(),
            encoding: source.encoding.into(),
            has_bom: source.has_bom,
            delimiter: char::from(source.delimiter),
            header_line: source.header_line,
            columns: source.columns.iter().map(StoredColumn::from).collect(),
            tally: StoredTally::from(&source.tally),
            rejected: source.rejected.iter().map(StoredNoted::from).collect(),
            ignored: source.ignored.iter().map(StoredNoted::from).collect(),
            flagged: source.flagged.iter().map(StoredNoted::from).collect(),
            file_flags: source.file_flags.iter().map(|f| (*f).into()).collect(),
            sample: source.sample.clone(),
            questions: source.questions.iter().map(StoredQuestion::from).collect(),
            look_alikes: StoredLookAlikes::of(&source.look_alikes),
            period: source
                .period
                .map(|(first, last)| [first.to_string(), last.to_string()]),
            revenue_cents: source.revenue_cents,
            options: StoredOptions::from(&source.options),
        }
    }
}

impl TryFrom<StoredSource> for Source {
    type Error = ProjectError;

    fn try_from(stored: StoredSource) -> Result<Self, ProjectError> {
        Ok(Self {
            name: stored.name,
            nth: stored.nth,
            n_bytes: stored.n_bytes,
            kind: stored.kind.into(),
            container: stored.container.into(),
            sheet: stored.sheet,
            unread_sheets: stored.unread_sheets,
            program: stored.program.map(Into::into),
            books: stored.books.map(|books| Box::new(Books::from(*books))),
            accounts: stored.accounts.into_iter().map(Into::into).collect(),
            encoding: stored.encoding.into(),
            has_bom: stored.has_bom,
            delimiter: byte_from(stored.delimiter)?,
            header_line: stored.header_line,
            columns: stored.columns.into_iter().map(Into::into).collect(),
            tally: stored.tally.into(),
            rejected: stored.rejected.into_iter().map(StoredNoted::into).collect(),
            ignored: stored.ignored.into_iter().map(StoredNoted::into).collect(),
            flagged: stored.flagged.into_iter().map(StoredNoted::into).collect(),
            file_flags: stored.file_flags.into_iter().map(Into::into).collect(),
            sample: stored.sample,
            questions: stored
                .questions
                .into_iter()
                .filter_map(StoredQuestion::known)
                .collect(),
            period: period_from(stored.period)?,
            revenue_cents: stored.revenue_cents,
            options: stored.options.try_into()?,
            look_alikes: stored.look_alikes.map(Into::into).unwrap_or_default(),
        })
    }
}

impl Default for StoredSource {
    fn default() -> Self {
        Self::from(&Source::default())
    }
}

/// The form of a file; a version stands with an auditfile only.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
enum StoredContainer {
    #[default]
    #[serde(rename = "delimited")]
    Delimited,
    #[serde(rename = "xlsx")]
    Xlsx,
    #[serde(rename = "xls")]
    Xls,
    #[serde(rename = "ods")]
    Ods,
    #[serde(rename = "xaf")]
    Xaf(String),
    #[serde(rename = "ubl")]
    Ubl,
    #[serde(rename = "typed")]
    Typed,
}

impl From<&Container> for StoredContainer {
    fn from(container: &Container) -> Self {
        match container {
            Container::Delimited => Self::Delimited,
            Container::Xlsx => Self::Xlsx,
            Container::Xls => Self::Xls,
            Container::Ods => Self::Ods,
            Container::Xaf { version } => Self::Xaf(version.clone()),
            Container::Ubl => Self::Ubl,
            Container::Typed => Self::Typed,
        }
    }
}

impl From<StoredContainer> for Container {
    fn from(stored: StoredContainer) -> Self {
        match stored {
            StoredContainer::Delimited => Self::Delimited,
            StoredContainer::Xlsx => Self::Xlsx,
            StoredContainer::Xls => Self::Xls,
            StoredContainer::Ods => Self::Ods,
            StoredContainer::Xaf(version) => Self::Xaf { version },
            StoredContainer::Ubl => Self::Ubl,
            StoredContainer::Typed => Self::Typed,
        }
    }
}

fn byte_from(delimiter: char) -> Result<u8, ProjectError> {
    u8::try_from(delimiter).map_err(|_error| ProjectError::OutOfRange { what: "delimiter" })
}

fn period_from(days: Option<[String; 2]>) -> Result<Option<(Date, Date)>, ProjectError> {
    let Some([first, last]) = days else {
        return Ok(None);
    };
    let first = date_from(Some(first), "period")?;
    let last = date_from(Some(last), "period")?;
    let period = first.zip(last);
    if period.is_some_and(|(first, last)| first > last) {
        return Err(ProjectError::OutOfRange { what: "period" });
    }
    Ok(period)
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredColumn {
    header: String,
    role: StoredRole,
    confidence: StoredConfidence,
    notation: StoredNotation,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    day_order: Option<StoredDayOrder>,
}

impl From<&Column> for StoredColumn {
    fn from(column: &Column) -> Self {
        Self {
            header: column.header.clone(),
            role: column.role.into(),
            confidence: column.confidence.into(),
            notation: column.notation.into(),
            day_order: (column.day_order != DayOrder::default()).then(|| column.day_order.into()),
        }
    }
}

impl From<StoredColumn> for Column {
    fn from(stored: StoredColumn) -> Self {
        Self {
            header: stored.header,
            role: stored.role.into(),
            confidence: stored.confidence.into(),
            notation: stored.notation.into(),
            day_order: stored.day_order.map(Into::into).unwrap_or_default(),
        }
    }
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredTally {
    records: u64,
    accepted: u64,
    rejected: u64,
    ignored: u64,
}

impl From<&RowTally> for StoredTally {
    fn from(tally: &RowTally) -> Self {
        Self {
            records: tally.records,
            accepted: tally.accepted,
            rejected: tally.rejected,
            ignored: tally.ignored,
        }
    }
}

impl From<StoredTally> for RowTally {
    fn from(stored: StoredTally) -> Self {
        Self {
            records: stored.records,
            accepted: stored.accepted,
            rejected: stored.rejected,
            ignored: stored.ignored,
        }
    }
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredNoted<R> {
    line: u64,
    reason: R,
    column: Option<u32>,
    text: String,
}

impl<R: Copy, S: From<R>> From<&Noted<R>> for StoredNoted<S> {
    fn from(noted: &Noted<R>) -> Self {
        Self {
            line: noted.line,
            reason: noted.reason.into(),
            column: noted.column,
            text: noted.text.clone(),
        }
    }
}

impl<S> StoredNoted<S> {
    /// A method: the trait cannot be implemented for a type of the domain with a free parameter.
    fn into<R: From<S>>(self) -> Noted<R> {
        Noted {
            line: self.line,
            reason: self.reason.into(),
            column: self.column,
            text: self.text,
        }
    }
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredQuestion {
    id: StoredAsked,
    is_blocking: bool,
    #[serde(deserialize_with = "at_most::<_, _, { limits::ANSWERS }>")]
    answers: Vec<StoredAnswer>,
    given: Option<usize>,
}

/// `customers` and `revenue_cents` are there together or not at all.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredAnswer {
    choice: StoredChoice,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    customers: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    revenue_cents: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seconds: Option<u64>,
}

impl From<&Question> for StoredQuestion {
    fn from(question: &Question) -> Self {
        let answers = question.answers.iter().map(|answer| StoredAnswer {
            choice: StoredChoice::from(&answer.choice),
            customers: answer.totals.map(|(customers, _)| customers),
            revenue_cents: answer.totals.map(|(_, cents)| cents),
            seconds: answer.seconds,
        });
        Self {
            id: question.id.into(),
            is_blocking: question.is_blocking,
            answers: answers.collect(),
            given: question.given,
        }
    }
}

impl StoredQuestion {
    /// `None` for a question that is no longer asked.
    fn known(self) -> Option<Question> {
        let id = self.id.known()?;
        let answers = self.answers.into_iter().map(|answer| Answer {
            choice: answer.choice.into(),
            totals: answer.customers.zip(answer.revenue_cents),
            seconds: answer.seconds,
        });
        Some(Question {
            id,
            is_blocking: self.is_blocking,
            answers: answers.collect(),
            given: self.given,
        })
    }
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredChoice {
    DecimalComma,
    DecimalDot,
    Column(u32),
    SumOf(#[serde(deserialize_with = "at_most::<_, _, { limits::COLUMNS }>")] Vec<u32>),
    RevenueExclVat,
    InclVat(u8),
    NotRevenue,
    AsWritten,
    Thousands,
    Negate,
    CreditMinusDebit,
    DebitMinusCredit,
    Yes,
    No,
    DayFirst,
    MonthFirst,
    Accounts(#[serde(deserialize_with = "at_most::<_, _, { limits::ACCOUNTS }>")] Vec<String>),
    Sheet(String),
}

impl From<&Choice> for StoredChoice {
    fn from(choice: &Choice) -> Self {
        match choice {
            Choice::DecimalComma => Self::DecimalComma,
            Choice::DecimalDot => Self::DecimalDot,
            Choice::Column(column) => Self::Column(*column),
            Choice::SumOf(columns) => Self::SumOf(columns.clone()),
            Choice::RevenueExclVat => Self::RevenueExclVat,
            Choice::InclVat(percent) => Self::InclVat(*percent),
            Choice::NotRevenue => Self::NotRevenue,
            Choice::AsWritten => Self::AsWritten,
            Choice::Thousands => Self::Thousands,
            Choice::Negate => Self::Negate,
            Choice::CreditMinusDebit => Self::CreditMinusDebit,
            Choice::DebitMinusCredit => Self::DebitMinusCredit,
            Choice::Yes => Self::Yes,
            Choice::No => Self::No,
            Choice::DayFirst => Self::DayFirst,
            Choice::MonthFirst => Self::MonthFirst,
            Choice::Accounts(numbers) => Self::Accounts(numbers.clone()),
            Choice::Sheet(name) => Self::Sheet(name.clone()),
        }
    }
}

impl From<StoredChoice> for Choice {
    fn from(stored: StoredChoice) -> Self {
        match stored {
            StoredChoice::DecimalComma => Self::DecimalComma,
            StoredChoice::DecimalDot => Self::DecimalDot,
            StoredChoice::Column(column) => Self::Column(column),
            StoredChoice::SumOf(columns) => Self::SumOf(columns),
            StoredChoice::RevenueExclVat => Self::RevenueExclVat,
            StoredChoice::InclVat(percent) => Self::InclVat(percent),
            StoredChoice::NotRevenue => Self::NotRevenue,
            StoredChoice::AsWritten => Self::AsWritten,
            StoredChoice::Thousands => Self::Thousands,
            StoredChoice::Negate => Self::Negate,
            StoredChoice::CreditMinusDebit => Self::CreditMinusDebit,
            StoredChoice::DebitMinusCredit => Self::DebitMinusCredit,
            StoredChoice::Yes => Self::Yes,
            StoredChoice::No => Self::No,
            StoredChoice::DayFirst => Self::DayFirst,
            StoredChoice::MonthFirst => Self::MonthFirst,
            StoredChoice::Accounts(numbers) => Self::Accounts(numbers),
            StoredChoice::Sheet(name) => Self::Sheet(name),
        }
    }
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredOptions {
    encoding: Option<StoredEncoding>,
    delimiter: Option<char>,
    #[serde(deserialize_with = "at_most::<_, _, { limits::COLUMNS }>")]
    roles: Vec<StoredGivenRole>,
    #[serde(deserialize_with = "at_most::<_, _, { limits::ANSWERS }>")]
    answers: Vec<StoredGivenAnswer>,
    today: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    from_earlier: bool,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredGivenRole {
    column: u32,
    role: StoredRole,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredGivenAnswer {
    question: StoredAsked,
    choice: StoredChoice,
}

impl From<&ReadOptions> for StoredOptions {
    fn from(options: &ReadOptions) -> Self {
        let roles = options.roles.iter().map(|(column, role)| StoredGivenRole {
            column: *column,
            role: (*role).into(),
        });
        let answers = options
            .answers
            .iter()
            .map(|(id, choice)| StoredGivenAnswer {
                question: (*id).into(),
                choice: StoredChoice::from(choice),
            });
        Self {
            encoding: options.encoding.map(Into::into),
            delimiter: options.delimiter.map(char::from),
            roles: roles.collect(),
            answers: answers.collect(),
            today: options.today.as_ref().map(Date::to_string),
            from_earlier: options.is_from_earlier,
        }
    }
}

impl TryFrom<StoredOptions> for ReadOptions {
    type Error = ProjectError;

    fn try_from(stored: StoredOptions) -> Result<Self, ProjectError> {
        let roles = stored.roles.into_iter();
        let answers = stored.answers.into_iter();
        Ok(Self {
            encoding: stored.encoding.map(Into::into),
            delimiter: stored.delimiter.map(byte_from).transpose()?,
            roles: roles
                .map(|given| (given.column, given.role.into()))
                .collect(),
            answers: answers
                .filter_map(|given| Some((given.question.known()?, given.choice.into())))
                .collect(),
            today: date_from(stored.today, "today")?,
            is_from_earlier: stored.from_earlier,
        })
    }
}
