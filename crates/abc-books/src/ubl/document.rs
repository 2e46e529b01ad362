//! Elements of an invoice. The names of elements decide, whatever their prefix and whatever envelope they
//! come in.

use abc_core::date::{Date, date_from_iso};
use abc_core::intake::{IntakeError, RejectReason};

use crate::amount::cents_from;
use crate::container::Document;
use crate::currency;
use crate::input::Meter;
use crate::limits::{MAX_INVOICES, MAX_REGISTRATIONS, MAX_VALUE_CHARS};
use crate::xml::{Learned, Node, Stop, Tag, Text, Xml};

/// A seller or a buyer.
#[derive(Clone, Debug, Default)]
pub(super) struct Party {
    /// The number that the seller gave the buyer.
    pub(super) code: String,
    name: String,
    legal_name: String,
    /// VAT and chamber of commerce numbers.
    pub(super) registrations: Vec<String>,
}

impl Party {
    /// By which two documents name the same party.
    pub(super) fn key(&self) -> String {
        let by_number = [&self.code].into_iter().chain(&self.registrations);
        by_number
            .chain([&self.name, &self.legal_name])
            .find(|text| !text.is_empty())
            .map_or_else(String::new, |text| text.to_lowercase())
    }

    /// By which a buyer is found again, the surest first: its number, those of VAT and trade, its name.
    pub(super) fn keys(&self) -> Vec<String> {
        let code = Some(&self.code).map(|code| ("number", code));
        let registrations = self
            .registrations
            .iter()
            .map(|number| ("registration", number));
        let names = [&self.name, &self.legal_name].map(|name| ("name", name));
        code.into_iter()
            .chain(registrations)
            .chain(names)
            .filter(|(_, text)| !text.is_empty())
            .map(|(kind, text)| format!("{kind} {}", text.to_lowercase()))
            .collect()
    }

    /// Whether both have a number of the chamber of commerce, and another one: firms of one group share a VAT
    /// number.
    pub(super) fn is_another_firm(&self, other: &Self) -> bool {
        let trade = |party: &Self| -> Vec<String> {
            let is_trade = |number: &&String| {
                number.len() == 8 && number.bytes().all(|byte| byte.is_ascii_digit())
            };
            party
                .registrations
                .iter()
                .filter(is_trade)
                .cloned()
                .collect()
        };
        let (own, others) = (trade(self), trade(other));
        !own.is_empty() && !others.is_empty() && !own.iter().any(|number| others.contains(number))
    }

    /// Whether nothing says who this is.
    pub(super) fn is_nobody(&self) -> bool {
        self.keys().is_empty()
    }

    /// Takes over what another document knows of the same party.
    pub(super) fn learn(&mut self, other: &Self) {
        if self.code.is_empty() {
            self.code.clone_from(&other.code);
        }
        if self.name.is_empty() {
            self.name.clone_from(&other.name);
        }
        if self.legal_name.is_empty() {
            self.legal_name.clone_from(&other.legal_name);
        }
        for number in &other.registrations {
            add_registration(&mut self.registrations, number);
        }
    }

    /// As the buyer is called; the registered name where that is all there is.
    pub(super) fn shown_name(&self) -> &str {
        [&self.name, &self.legal_name, &self.code]
            .into_iter()
            .find(|text| !text.is_empty())
            .map_or("", String::as_str)
    }
}

/// Beyond a hundred numbers they identify nobody.
fn add_registration(known: &mut Vec<String>, number: &str) {
    if known.len() < MAX_REGISTRATIONS && !known.iter().any(|other| other == number) {
        known.push(number.to_owned());
    }
}

/// An invoice or a credit note.
#[derive(Clone, Debug, Default)]
pub(super) struct Invoice {
    pub(super) number: String,
    pub(super) day: Option<Date>,
    is_credit: bool,
    currency: String,
    pub(super) seller: Party,
    pub(super) buyer: Party,
    amount: String,
}

impl Invoice {
    fn party(&mut self, side: Side) -> &mut Party {
        match side {
            Side::Seller => &mut self.seller,
            Side::Buyer => &mut self.buyer,
        }
    }

    /// What no other document of its seller has: many start to number anew with a year, and number credit notes
    /// apart.
    pub(super) fn identity(&self) -> (&str, bool, Option<i16>) {
        (&self.number, self.is_credit, self.day.map(Date::year))
    }

    /// The currency of its amounts.
    pub(super) fn currency(&self) -> String {
        currency::normalised(&self.currency)
    }

    /// Excl. VAT; a credit note counts negative, however its amount is written.
    pub(super) fn revenue_cents(&self) -> Result<i64, RejectReason> {
        if self.amount.is_empty() {
            return Err(RejectReason::AmountMissing);
        }
        let cents = cents_from(&self.amount).ok_or(RejectReason::AmountInvalid)?;
        Ok(if self.is_credit { -cents.abs() } else { cents })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Seller,
    Buyer,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// The envelope.
    Outside,
    Invoice,
    Side(Side),
    Party(Side),
    Identification(Side),
    PartyName(Side),
    TaxScheme(Side),
    LegalEntity(Side),
    Totals,
    Leaf(Field),
    Skipped,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Number,
    Day,
    Kind,
    Currency,
    Code(Side),
    Name(Side),
    LegalName(Side),
    Registration(Side),
    Amount,
}

impl Place {
    fn within(self, tag: &Tag<'_>) -> Self {
        match (self, tag.name()) {
            (Self::Outside, "Invoice" | "CreditNote") => Self::Invoice,
            (Self::Outside, _) => Self::Outside,
            (Self::Invoice, "ID") => Self::Leaf(Field::Number),
            (Self::Invoice, "IssueDate") => Self::Leaf(Field::Day),
            (Self::Invoice, "InvoiceTypeCode" | "CreditNoteTypeCode") => Self::Leaf(Field::Kind),
            (Self::Invoice, "DocumentCurrencyCode") => Self::Leaf(Field::Currency),
            (Self::Invoice, "AccountingSupplierParty") => Self::Side(Side::Seller),
            (Self::Invoice, "AccountingCustomerParty") => Self::Side(Side::Buyer),
            (Self::Invoice, "LegalMonetaryTotal") => Self::Totals,
            (Self::Side(side), "Party") => Self::Party(side),
            (Self::Party(side), "PartyIdentification") => Self::Identification(side),
            (Self::Party(side), "PartyName") => Self::PartyName(side),
            (Self::Party(side), "PartyTaxScheme") => Self::TaxScheme(side),
            (Self::Party(side), "PartyLegalEntity") => Self::LegalEntity(side),
            // With a scheme it is a number of a register, not of the seller.
            (Self::Identification(side), "ID") if tag.attributes().contains("schemeID") => {
                Self::Leaf(Field::Registration(side))
            }
            (Self::Identification(side), "ID")
            | (Self::Side(side), "SupplierAssignedAccountID") => Self::Leaf(Field::Code(side)),
            (Self::PartyName(side), "Name") => Self::Leaf(Field::Name(side)),
            (Self::LegalEntity(side), "RegistrationName") => Self::Leaf(Field::LegalName(side)),
            (Self::TaxScheme(side) | Self::LegalEntity(side), "CompanyID") => {
                Self::Leaf(Field::Registration(side))
            }
            (Self::Totals, "TaxExclusiveAmount") => Self::Leaf(Field::Amount),
            _ => Self::Skipped,
        }
    }
}

/// The invoices of a document, usually one.
pub(super) fn invoices_in<'a>(
    document: Document<'a>,
    meter: &'a Meter<'a>,
) -> Result<Vec<Invoice>, IntakeError> {
    let mut learned = Learned::default();
    loop {
        let text = Text::new(vec![document.clone()], learned, meter);
        let mut xml = Xml::new(text);
        match read_all(&mut xml) {
            Ok(invoices) if invoices.is_empty() => return Err(IntakeError::NotAnAuditfile),
            Ok(invoices) => {
                meter.add_record();
                return Ok(invoices);
            }
            Err(Stop::Again) => learned = xml.into_learned(),
            Err(Stop::Refused(error)) => return Err(error),
        }
    }
}

fn read_all(xml: &mut Xml<'_>) -> Result<Vec<Invoice>, Stop> {
    let mut places: Vec<Place> = Vec::new();
    let mut invoices = Vec::new();
    let mut invoice = Invoice::default();
    let mut text = String::new();
    loop {
        let line = xml.line();
        match xml.next()? {
            Node::Start(tag) => {
                let outer = places.last().copied().unwrap_or(Place::Outside);
                let place = outer.within(&tag);
                match place {
                    Place::Invoice => {
                        invoice = Invoice {
                            is_credit: tag.name() == "CreditNote",
                            ..Invoice::default()
                        };
                    }
                    Place::Leaf(_) => text.clear(),
                    _ => {}
                }
                places.push(place);
            }
            Node::Text(part) => {
                if matches!(places.last(), Some(Place::Leaf(_))) {
                    text.push_str(&part);
                }
                if text.len() > MAX_VALUE_CHARS {
                    let max = MAX_VALUE_CHARS as u64;
                    return Err(IntakeError::ElementTooLong { line, max }.into());
                }
            }
            Node::End => match places.pop() {
                Some(Place::Leaf(field)) => set(&mut invoice, field, text.trim()),
                Some(Place::Invoice) => {
                    invoices.push(std::mem::take(&mut invoice));
                    if invoices.len() > MAX_INVOICES {
                        let max = MAX_INVOICES as u64;
                        return Err(IntakeError::TooManyRecords { max }.into());
                    }
                }
                _ => {}
            },
            Node::Other => {}
            Node::Eof => return Ok(invoices),
        }
    }
}

fn set(invoice: &mut Invoice, field: Field, text: &str) {
    let place = match field {
        Field::Kind => {
            invoice.is_credit |= text == "381";
            return;
        }
        Field::Day => {
            invoice.day = text.get(..10).and_then(date_from_iso);
            return;
        }
        Field::Registration(side) => {
            if !text.is_empty() {
                add_registration(&mut invoice.party(side).registrations, text);
            }
            return;
        }
        Field::Number => &mut invoice.number,
        Field::Currency => &mut invoice.currency,
        Field::Amount => &mut invoice.amount,
        Field::Code(side) => &mut invoice.party(side).code,
        Field::Name(side) => &mut invoice.party(side).name,
        Field::LegalName(side) => &mut invoice.party(side).legal_name,
    };
    if place.is_empty() {
        *place = text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
}
