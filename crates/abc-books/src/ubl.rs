//! UBL invoices and credit notes, one per document, many documents together: revenue excl. VAT per customer.
//!
//! Whose sales they are, nobody says: the firm is the usual seller. What it bought, what came twice and what is
//! in another currency is reported and not counted.

mod document;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use abc_core::customers::{Bought, Customer};
use abc_core::date::calendar_months;
use abc_core::intake::{
    Container, FileFlag, IntakeError, Noted, ReadOptions, RejectReason, Source, SourceKind,
};
use abc_core::money::Cents;
use abc_core::readings::{Reading, Unassigned};

use crate::ReadFile;
use crate::container::Document;
use crate::input::Meter;
use crate::limits::{MAX_INVOICES, MAX_NOTES};
use document::{Invoice, Party, invoices_in};

/// Reads all invoices among what was dropped into one reading; `None` without any.
pub(crate) fn read_invoices<'a>(
    documents: Vec<Document<'a>>,
    options: &ReadOptions,
    meter: &'a Meter<'a>,
) -> Option<ReadFile> {
    let mut names: Vec<String> = Vec::new();
    let mut n_bytes = 0;
    let mut entries: Vec<(String, Result<Invoice, IntakeError>)> = Vec::new();
    for document in documents {
        if !names.iter().any(|name| name == document.input.name()) {
            names.push(document.input.name().to_owned());
            n_bytes += document.input.n_bytes();
        }
        let name = document.name.clone();
        match invoices_in(document, meter) {
            Ok(invoices) => {
                entries.extend(
                    invoices
                        .into_iter()
                        .map(|invoice| (name.clone(), Ok(invoice))),
                );
            }
            Err(error) => entries.push((name, Err(error))),
        }
        if entries.len() > MAX_INVOICES {
            let max = MAX_INVOICES as u64;
            let result = Err(IntakeError::TooManyRecords { max });
            return Some(ReadFile { names, result });
        }
    }
    let name = names.first()?.clone();
    let about = Source {
        name,
        n_bytes,
        kind: SourceKind::Ubl,
        container: Container::Ubl,
        options: options.clone(),
        ..Source::default()
    };
    let result = Counted::of(&entries).map(|counted| counted.reading(about));
    Some(ReadFile { names, result })
}

/// What one buyer brought.
#[derive(Clone, Copy, Default)]
struct Totals {
    revenue_cents: i64,
    n_invoices: u32,
    bought: Bought,
}

/// What is added up.
#[derive(Default)]
struct Counted {
    /// The customer of each number and name; `None` for a name that several with numbers have.
    by_key: HashMap<String, Option<usize>>,
    customers: Vec<(Party, Totals)>,
    /// Of invoices that name no buyer.
    unassigned_cents: i64,
    source: Source,
}

impl Counted {
    /// An error when no document can be read at all: there is nothing to say but why.
    fn of(entries: &[(String, Result<Invoice, IntakeError>)]) -> Result<Self, IntakeError> {
        let invoices: Vec<&Invoice> = entries
            .iter()
            .filter_map(|(_, invoice)| invoice.as_ref().ok())
            .collect();
        if invoices.is_empty() {
            let first = entries
                .iter()
                .find_map(|(_, invoice)| invoice.as_ref().err());
            return Err(first.cloned().unwrap_or(IntakeError::NoRows));
        }
        let seller = usual(invoices.iter().map(|invoice| invoice.seller.key()));
        let sold = invoices
            .iter()
            .filter(|invoice| invoice.seller.key() == seller);
        let currency = usual(sold.map(|invoice| invoice.currency.clone()));
        let mut counted = Self::default();
        let mut seen = BTreeSet::new();
        for (at, (name, invoice)) in entries.iter().enumerate() {
            counted.source.tally.records += 1;
            let refused = match invoice {
                Err(IntakeError::XmlTruncated { .. }) => Some(RejectReason::XmlTruncated),
                Err(_) => Some(RejectReason::XmlBroken),
                Ok(invoice) if invoice.seller.key() != seller => {
                    Some(RejectReason::PurchaseInvoice)
                }
                Ok(invoice) if !invoice.number.is_empty() && !seen.insert(&invoice.number) => {
                    Some(RejectReason::DuplicateInvoice)
                }
                Ok(invoice) if invoice.currency != currency => Some(RejectReason::CurrencyMismatch),
                Ok(invoice) => match invoice.revenue_cents() {
                    Ok(cents) => {
                        counted.add(invoice, cents);
                        None
                    }
                    Err(reason) => Some(reason),
                },
            };
            if let Some(reason) = refused {
                counted.refuse(at as u64 + 1, name, reason);
            }
        }
        Ok(counted)
    }

    fn add(&mut self, invoice: &Invoice, cents: i64) {
        self.source.tally.accepted += 1;
        self.source.revenue_cents = self.source.revenue_cents.saturating_add(cents);
        if let Some(day) = invoice.day {
            let (first, last) = self.source.period.unwrap_or((day, day));
            self.source.period = Some((first.min(day), last.max(day)));
        }
        if invoice.buyer.is_nobody() {
            self.unassigned_cents = self.unassigned_cents.saturating_add(cents);
            return;
        }
        let idx = self.customer_of(&invoice.buyer);
        if let Some((_, totals)) = self.customers.get_mut(idx) {
            totals.revenue_cents = totals.revenue_cents.saturating_add(cents);
            totals.n_invoices += 1;
            if let Some(day) = invoice.day.filter(|_| cents > 0) {
                totals.bought.add(day);
            }
        }
    }

    /// The customer that a buyer is: the one with its number, else with its VAT or trade number, else with its
    /// name, as long as the two have no different numbers.
    fn customer_of(&mut self, buyer: &Party) -> usize {
        let keys = buyer.keys();
        let found = keys.iter().find_map(|key| {
            let idx = self.by_key.get(key).copied().flatten()?;
            let (known, _) = self.customers.get(idx)?;
            let is_other =
                !known.code.is_empty() && !buyer.code.is_empty() && known.code != buyer.code;
            (!is_other).then_some(idx)
        });
        let idx = found.unwrap_or(self.customers.len());
        match self.customers.get_mut(idx) {
            Some((known, _)) => known.learn(buyer),
            None => self.customers.push((buyer.clone(), Totals::default())),
        }
        for key in keys {
            let slot = self.by_key.entry(key).or_insert(Some(idx));
            *slot = slot.filter(|known| *known == idx);
        }
        idx
    }

    fn refuse(&mut self, number: u64, name: &str, reason: RejectReason) {
        self.source.tally.rejected += 1;
        if self.source.rejected.len() < MAX_NOTES {
            self.source.rejected.push(Noted {
                line: number,
                reason,
                column: None,
                text: name.to_owned(),
            });
        }
        let flag = match reason {
            RejectReason::DuplicateInvoice => FileFlag::DuplicateInvoice,
            RejectReason::PurchaseInvoice => FileFlag::PurchaseInvoice,
            RejectReason::CurrencyMismatch => FileFlag::CurrencyMismatch,
            _ => return,
        };
        if !self.source.file_flags.contains(&flag) {
            self.source.file_flags.push(flag);
        }
    }

    fn reading(mut self, about: Source) -> Reading {
        if self
            .customers
            .iter()
            .any(|(_, totals)| totals.revenue_cents < 0)
        {
            self.source.file_flags.push(FileFlag::CustomerNegative);
        }
        let customer = |(party, totals): (Party, Totals)| Customer {
            name: party.shown_name().to_owned(),
            code: party.code,
            registrations: party.registrations,
            revenue: Some(Cents(totals.revenue_cents)),
            n_rows: totals.n_invoices,
            bought: totals.bought,
            ..Customer::default()
        };
        Reading {
            parties: self.customers.into_iter().map(customer).collect(),
            unassigned: Unassigned {
                revenue: Cents(self.unassigned_cents),
                ..Unassigned::default()
            },
            months: self
                .source
                .period
                .map(|(first, last)| calendar_months(first, last)),
            source: Source {
                tally: self.source.tally,
                rejected: self.source.rejected,
                file_flags: self.source.file_flags,
                period: self.source.period,
                revenue_cents: self.source.revenue_cents,
                ..about
            },
            ..Reading::default()
        }
    }
}

/// What occurs most often; of equals, what came first.
fn usual(values: impl Iterator<Item = String>) -> String {
    let mut counts: BTreeMap<String, (usize, std::cmp::Reverse<usize>)> = BTreeMap::new();
    for (at, value) in values.enumerate() {
        counts.entry(value).or_insert((0, std::cmp::Reverse(at))).0 += 1;
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count);
    most.map_or_else(String::new, |(value, _)| value)
}
