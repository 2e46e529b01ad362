//! Elements of an auditfile to a ledger. The names of elements decide, in all versions at once; everything
//! that is not named here (employees, bank numbers, addresses, subledgers) is read past and never kept.

use abc_core::date::{Date, date_from_iso};
use abc_core::intake::IntakeError;

use super::accounts::{Account, reference_code};
use super::booking::Line;
use super::closing::says_closing;
use super::ledger::Ledger;
use super::parties::Relation;
use crate::amount::cents_from;
use crate::input::Meter;
use crate::limits::{MAX_KEPT_LINES, MAX_LINES, MAX_REGISTRATIONS, MAX_VALUE_CHARS};
use crate::xml::{Node, Stop, Tag, Xml};

/// An element that holds others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Auditfile,
    Header,
    Company,
    Relations,
    Relation,
    Accounts,
    Account,
    /// Where codes stand within an account.
    AccountTaxonomy,
    /// Where codes stand apart from the accounts (3.1).
    Taxonomy,
    TaxoElement,
    Transactions,
    Journal,
    Booking,
    Line,
    Currency,
    Leaf(Field),
    /// Nothing of ours, and nothing within it.
    Skipped,
}

/// An element whose text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Version,
    FiscalYear,
    StartDate,
    EndDate,
    Created,
    Currency,
    CompanyName,
    CompanyNumber,
    Version4Only,
    PartyNumber,
    PartyName,
    PartyRegistration,
    AccountNumber,
    AccountNumber2,
    AccountName,
    AccountKind,
    Rgs,
    Rgs4,
    TaxoCode,
    TaxoAccount,
    NLines,
    TotalDebit,
    TotalCredit,
    JournalText,
    JournalKind,
    BookingNumber,
    BookingText,
    Period,
    BookingDay,
    LineAccount,
    LineText,
    Amount,
    Side,
    DebitAmount,
    CreditAmount,
    LineParty,
    Invoice,
    Document,
    Project,
    LineCurrency,
}

impl Field {
    /// Whether it is searched for words and not kept, so that it may be of any length.
    fn is_looked_through(self) -> bool {
        matches!(self, Self::JournalText | Self::BookingText | Self::LineText)
    }
}

/// Bytes of a value whatever it is made of: a character takes at most four.
const MOST_VALUE_BYTES: usize = 4 * MAX_VALUE_CHARS;

impl Place {
    /// What an element is, by its name and by where it stands.
    fn within(self, name: &str) -> Self {
        use Field as F;
        match (self, name) {
            (Self::Auditfile, "header") => Self::Header,
            (Self::Auditfile, "company") => Self::Company,
            (Self::Auditfile | Self::Company, "customersSuppliers") => Self::Relations,
            (Self::Auditfile | Self::Company, "generalLedger") => Self::Accounts,
            (Self::Auditfile | Self::Company, "transactions") => Self::Transactions,

            (Self::Header, "auditfileVersion") => Self::Leaf(F::Version),
            (Self::Header, "fiscalYear") => Self::Leaf(F::FiscalYear),
            (Self::Header, "startDate") => Self::Leaf(F::StartDate),
            (Self::Header, "endDate") => Self::Leaf(F::EndDate),
            (Self::Header, "dateCreated") => Self::Leaf(F::Created),
            (Self::Header, "curCode" | "currencyCode") => Self::Leaf(F::Currency),
            (Self::Header, "RGSVersion") => Self::Leaf(F::Version4Only),
            (Self::Header | Self::Company, "companyName") => Self::Leaf(F::CompanyName),
            (
                Self::Header | Self::Company,
                "companyIdent" | "companyID" | "taxRegIdent" | "taxRegistrationNr" | "Commercenr",
            ) => Self::Leaf(F::CompanyNumber),

            (Self::Relations, "customerSupplier") => Self::Relation,
            (Self::Relation, "custSupID") => Self::Leaf(F::PartyNumber),
            (Self::Relation, "custSupName" | "companyName") => Self::Leaf(F::PartyName),
            (Self::Relation, "commerceNr" | "Commercenr" | "taxRegIdent" | "taxRegistrationNr") => {
                Self::Leaf(F::PartyRegistration)
            }

            (Self::Accounts, "ledgerAccount") => Self::Account,
            (Self::Accounts | Self::Taxonomy, "taxonomies" | "taxonomy") => Self::Taxonomy,
            (Self::Taxonomy, "taxoElement") => Self::TaxoElement,
            (Self::TaxoElement, "txCd") => Self::Leaf(F::TaxoCode),
            (Self::TaxoElement, "glAccID") => Self::Leaf(F::TaxoAccount),
            (Self::Account, "accID") => Self::Leaf(F::AccountNumber),
            (Self::Account, "accountID") => Self::Leaf(F::AccountNumber2),
            (Self::Account, "accDesc" | "accountDesc") => Self::Leaf(F::AccountName),
            (Self::Account, "accTp" | "accountType") => Self::Leaf(F::AccountKind),
            (Self::Account, "RGScode") => Self::Leaf(F::Rgs4),
            (Self::Account, "leadCode" | "leadReference" | "leadCrossRef")
            | (Self::Account | Self::AccountTaxonomy, "conceptRef") => Self::Leaf(F::Rgs),
            (Self::Account | Self::AccountTaxonomy, "taxonomy" | "entryPoint") => {
                Self::AccountTaxonomy
            }

            (Self::Transactions, "linesCount" | "numberEntries") => Self::Leaf(F::NLines),
            (Self::Transactions, "totalDebit") => Self::Leaf(F::TotalDebit),
            (Self::Transactions, "totalCredit") => Self::Leaf(F::TotalCredit),
            (Self::Transactions, "journal") => Self::Journal,
            (Self::Journal, "transaction") => Self::Booking,
            (Self::Journal, "desc" | "description") => Self::Leaf(F::JournalText),
            (Self::Journal, "jrnTp" | "type") => Self::Leaf(F::JournalKind),
            (Self::Booking, "trLine" | "line") => Self::Line,
            (Self::Booking, "nr" | "transactionID") => Self::Leaf(F::BookingNumber),
            (Self::Booking, "desc" | "description") => Self::Leaf(F::BookingText),
            (Self::Booking, "periodNumber" | "period") => Self::Leaf(F::Period),
            (Self::Booking, "trDt" | "transactionDate") => Self::Leaf(F::BookingDay),
            (Self::Line, _) => Self::within_line(name),
            (Self::Currency, "curCode" | "currencyCode") => Self::Leaf(F::LineCurrency),
            _ => Self::Skipped,
        }
    }

    fn within_line(name: &str) -> Self {
        Self::Leaf(match name {
            "accID" | "accountID" => Field::LineAccount,
            "desc" | "description" => Field::LineText,
            "amnt" => Field::Amount,
            "amntTp" => Field::Side,
            "debitAmount" => Field::DebitAmount,
            "creditAmount" => Field::CreditAmount,
            "custSupID" => Field::LineParty,
            "invRef" => Field::Invoice,
            "docRef" | "documentID" => Field::Document,
            "projID" | "project" | "projectDesc" => Field::Project,
            "settDate" => Field::Version4Only,
            "currency" => return Self::Currency,
            _ => return Self::Skipped,
        })
    }
}

/// Which way a booking goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Debit,
    Credit,
}

/// An amount as it stands there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Amount {
    #[default]
    Absent,
    Cents(i64),
    Unreadable,
}

impl Amount {
    fn of(text: &str) -> Self {
        cents_from(text).map_or(Self::Unreadable, Self::Cents)
    }

    /// Debit and credit as written: of the two amounts of 2.0, one is often absent.
    fn or_zero(self) -> Option<i64> {
        match self {
            Self::Absent => Some(0),
            Self::Cents(cents) => Some(cents),
            Self::Unreadable => None,
        }
    }
}

/// A line while it is being read.
#[derive(Debug, Default)]
struct OpenLine {
    line: Line,
    account: String,
    amount: Amount,
    side: Option<Side>,
    debit: Amount,
    credit: Amount,
    at_line: u64,
}

/// A booking while it is being read.
#[derive(Debug, Default)]
struct OpenBooking {
    number: String,
    lines: Vec<Line>,
    is_period_zero: bool,
    is_called_closing: bool,
    day: Option<Date>,
}

/// A document while it is being read into a ledger.
struct Document<'l> {
    ledger: &'l mut Ledger,
    places: Vec<Place>,
    text: String,
    relation: Relation,
    account: Account,
    taxo_code: String,
    is_opening_journal: bool,
    is_closing_journal: bool,
    booking: OpenBooking,
    line: OpenLine,
}

/// Reads a whole document.
pub(crate) fn read_into<'a>(
    ledger: &mut Ledger,
    xml: &mut Xml<'a>,
    meter: &Meter<'a>,
) -> Result<(), Stop> {
    let mut document = Document {
        ledger,
        places: Vec::new(),
        text: String::new(),
        relation: Relation::default(),
        account: Account::default(),
        taxo_code: String::new(),
        is_opening_journal: false,
        is_closing_journal: false,
        booking: OpenBooking::default(),
        line: OpenLine::default(),
    };
    loop {
        let line = xml.line();
        match xml.next()? {
            Node::Start(tag) => document.start(&tag, line)?,
            Node::Text(text) => document.take(&text, line)?,
            Node::End => {
                if document.end()? {
                    meter.add_record();
                }
            }
            Node::Other => {}
            Node::Eof => return Ok(()),
        }
    }
}

impl Document<'_> {
    fn start(&mut self, tag: &Tag<'_>, line: u64) -> Result<(), IntakeError> {
        let Some(outer) = self.places.last() else {
            if !tag.name().eq_ignore_ascii_case("auditfile") {
                return Err(IntakeError::NotAnAuditfile);
            }
            if self.ledger.header.stated_version.is_empty() {
                tag.attributes()
                    .clone_into(&mut self.ledger.header.stated_version);
            }
            self.places.push(Place::Auditfile);
            return Ok(());
        };
        let place = outer.within(tag.name());
        match place {
            Place::Relation => self.relation = Relation::default(),
            Place::Account => self.account = Account::default(),
            Place::TaxoElement => self.taxo_code.clear(),
            Place::Journal => {
                self.is_opening_journal = false;
                self.is_closing_journal = false;
            }
            Place::Booking => {
                self.booking.lines.clear();
                self.booking.number.clear();
                self.booking.is_period_zero = false;
                self.booking.is_called_closing = false;
                self.booking.day = None;
                self.ledger.references.clear();
            }
            Place::Line => {
                self.line = OpenLine {
                    account: std::mem::take(&mut self.line.account),
                    at_line: line,
                    ..OpenLine::default()
                };
                self.line.account.clear();
            }
            Place::Leaf(_) => self.text.clear(),
            _ => {}
        }
        self.places.push(place);
        Ok(())
    }

    /// Adds a piece of a value.
    fn take(&mut self, text: &str, line: u64) -> Result<(), IntakeError> {
        let Some(Place::Leaf(field)) = self.places.last() else {
            return Ok(());
        };
        if field.is_looked_through() {
            if self.text.len() < MAX_VALUE_CHARS {
                self.text.push_str(text);
            }
            return Ok(());
        }
        let is_begun = !self.text.is_empty();
        self.text
            .push_str(if is_begun { text } else { text.trim_start() });
        let is_too_long = || self.text.trim_end().chars().count() > MAX_VALUE_CHARS;
        // A value may come in many pieces, so most of what is too long is known without counting it again.
        let n_bytes = self.text.len();
        if n_bytes > MOST_VALUE_BYTES || (n_bytes > MAX_VALUE_CHARS && is_too_long()) {
            let max = MAX_VALUE_CHARS as u64;
            return Err(IntakeError::ElementTooLong { line, max });
        }
        Ok(())
    }

    /// Answers whether that was a line of the ledger.
    fn end(&mut self) -> Result<bool, IntakeError> {
        let place = self.places.pop();
        match place {
            Some(Place::Leaf(field)) => {
                let text = std::mem::take(&mut self.text);
                self.set(field, text.trim());
                self.text = text;
            }
            Some(Place::Relation) => {
                self.relation.is_listed = true;
                self.ledger.parties.add(std::mem::take(&mut self.relation));
            }
            Some(Place::Account) => {
                self.ledger.met.late_account |= self.ledger.met.bookings;
                self.account.is_listed = true;
                self.ledger.accounts.add(std::mem::take(&mut self.account));
            }
            Some(Place::Line) => self.end_line(),
            Some(Place::Booking) => self.end_booking(),
            _ => {}
        }
        if self.ledger.is_too_much() || self.booking.lines.len() > MAX_KEPT_LINES {
            return Err(IntakeError::TooManyRecords { max: MAX_LINES });
        }
        Ok(place == Some(Place::Line))
    }

    fn set(&mut self, field: Field, text: &str) {
        match field {
            Field::Version
            | Field::FiscalYear
            | Field::StartDate
            | Field::EndDate
            | Field::Created
            | Field::Currency
            | Field::CompanyName
            | Field::CompanyNumber => self.set_header(field, text),
            Field::Version4Only => self.ledger.met.version_4_0 = true,
            Field::PartyNumber => text.clone_into(&mut self.relation.number),
            Field::PartyName => {
                if self.relation.name.is_empty() {
                    self.relation.name = text.split_whitespace().collect::<Vec<_>>().join(" ");
                }
            }
            Field::PartyRegistration => {
                add_number(&mut self.relation.registrations, text);
            }
            Field::AccountNumber => text.clone_into(&mut self.account.number),
            Field::AccountNumber2 => {
                self.ledger.met.version_2_0 = true;
                text.clone_into(&mut self.account.number);
            }
            Field::AccountName => text.clone_into(&mut self.account.name),
            Field::AccountKind => text.clone_into(&mut self.account.kind),
            Field::Rgs => self.set_code(text),
            Field::Rgs4 => {
                self.ledger.met.version_4_0 = true;
                self.set_code(text);
            }
            Field::TaxoCode => text.clone_into(&mut self.taxo_code),
            Field::TaxoAccount => self.ledger.accounts.add_code(text, &self.taxo_code),
            Field::NLines => self.ledger.control.n_lines = text.parse().ok(),
            Field::TotalDebit => self.ledger.control.debit_cents = cents_from(text),
            Field::TotalCredit => self.ledger.control.credit_cents = cents_from(text),
            Field::JournalText => self.is_closing_journal |= says_closing(text),
            Field::JournalKind => self.is_opening_journal = is_opening(text),
            Field::BookingNumber => text.clone_into(&mut self.booking.number),
            Field::BookingText => self.booking.is_called_closing |= says_closing(text),
            Field::Period => {
                let is_zero = !text.is_empty() && text.bytes().all(|byte| byte == b'0');
                self.booking.is_period_zero = is_zero;
            }
            Field::BookingDay => self.booking.day = day_from(text),
            _ => self.set_in_line(field, text),
        }
    }

    fn set_header(&mut self, field: Field, text: &str) {
        let header = &mut self.ledger.header;
        let place = match field {
            Field::Version => {
                self.ledger.met.version_2_0 |= text.starts_with("CLAIR2");
                text.clone_into(&mut header.stated_version);
                return;
            }
            Field::StartDate => {
                header.start = day_from(text);
                return;
            }
            Field::EndDate => {
                header.end = day_from(text);
                return;
            }
            Field::Created => {
                header.created = day_from(text);
                return;
            }
            Field::CompanyNumber => {
                add_number(&mut header.company_numbers, text);
                return;
            }
            Field::FiscalYear => &mut header.fiscal_year,
            Field::Currency => &mut header.currency,
            _ => &mut header.company,
        };
        if place.is_empty() {
            text.clone_into(place);
        }
    }

    fn set_code(&mut self, text: &str) {
        self.account.rgs = self.account.rgs.take().or_else(|| reference_code(text));
    }

    fn set_in_line(&mut self, field: Field, text: &str) {
        let line = &mut self.line;
        match field {
            Field::LineAccount => text.clone_into(&mut line.account),
            Field::LineText => self.booking.is_called_closing |= says_closing(text),
            Field::Amount => line.amount = Amount::of(text),
            Field::Side => line.side = side_from(text),
            Field::DebitAmount if !text.is_empty() => line.debit = Amount::of(text),
            Field::CreditAmount if !text.is_empty() => line.credit = Amount::of(text),
            Field::LineParty => line.line.party = self.ledger.parties.idx(text),
            Field::Invoice => line.line.invoice = self.ledger.reference(text),
            Field::Document => line.line.document = self.ledger.reference(text),
            Field::Project => {
                line.line.project = line.line.project.or_else(|| self.ledger.project(text));
            }
            Field::LineCurrency => {
                let own = &self.ledger.header.currency;
                self.ledger.met.foreign_currency |=
                    !text.is_empty() && !own.is_empty() && !text.eq_ignore_ascii_case(own);
            }
            _ => {}
        }
    }

    fn end_line(&mut self) {
        self.ledger.met.bookings = true;
        let line = &self.line;
        let (debit, credit) = match (line.amount, line.side) {
            (Amount::Absent, _) if line.debit == line.credit && line.debit == Amount::Absent => {
                (None, None)
            }
            (Amount::Absent, _) => (line.debit.or_zero(), line.credit.or_zero()),
            (amount, Some(Side::Debit)) => (amount.or_zero(), Some(0)),
            (amount, Some(Side::Credit)) => (Some(0), amount.or_zero()),
            (_, None) => (None, None),
        };
        self.ledger.written.n_lines += 1;
        let (Some(debit), Some(credit)) = (debit, credit) else {
            let text = format!("{} {}", self.booking.number, line.account);
            self.ledger.reject(line.at_line, text);
            return;
        };
        let written = &mut self.ledger.written;
        let add = |sum: &mut i64, cents: i64| *sum = sum.saturating_add(cents);
        add(&mut written.debit_cents, debit);
        add(&mut written.credit_cents, credit);
        add(
            &mut written.debit_flipped_cents,
            debit.max(0) - credit.min(0),
        );
        add(
            &mut written.credit_flipped_cents,
            credit.max(0) - debit.min(0),
        );
        self.booking.lines.push(Line {
            account: self.ledger.accounts.idx(&line.account),
            credit_cents: credit - debit,
            ..line.line
        });
    }

    fn end_booking(&mut self) {
        self.ledger.written.n_bookings += 1;
        if self.is_opening_journal || self.booking.is_period_zero {
            self.ledger.ignore(&self.booking.lines);
        } else {
            let is_called_closing = self.is_closing_journal || self.booking.is_called_closing;
            self.ledger
                .book(&self.booking.lines, is_called_closing, self.booking.day);
        }
    }
}

/// Numbers that somebody is registered under. Beyond a hundred of them they identify nobody.
fn add_number(numbers: &mut Vec<String>, number: &str) {
    if !number.is_empty() && numbers.len() < MAX_REGISTRATIONS {
        numbers.push(number.to_owned());
    }
}

/// The type of a journal that opens the year; free text in 2.0.
fn is_opening(kind: &str) -> bool {
    let kind = kind.to_lowercase();
    kind == "o" || kind.starts_with("open") || kind.starts_with("begin")
}

fn side_from(text: &str) -> Option<Side> {
    match text.as_bytes().first()?.to_ascii_uppercase() {
        b'D' => Some(Side::Debit),
        b'C' => Some(Side::Credit),
        _ => None,
    }
}

/// `2025-02-25`, also with a time behind it.
fn day_from(text: &str) -> Option<Date> {
    date_from_iso(text.get(..10)?)
}
