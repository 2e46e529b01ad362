//! UBL invoices and credit notes, one per document, many documents together: revenue excl. VAT per customer.
//!
//! Whose sales they are, nobody says: the firm is the usual seller. What it bought, what came twice and what is
//! in another currency is reported and not counted.

mod document;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use abc_core::customers::{Bought, Customer};
use abc_core::date::{Date, calendar_months};
use abc_core::intake::{
    Container, FileFlag, FlagReason, IntakeError, Noted, ReadOptions, RejectReason, Source,
    SourceKind, likely_days,
};
use abc_core::money::Cents;
use abc_core::readings::{Reading, Unassigned};

use crate::ReadFile;
use crate::container::Document;
use crate::currency;
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
        // The documents of one input stand together.
        if names
            .last()
            .is_none_or(|name| name != document.input.name())
        {
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
    let result = Counted::of(&entries, options).map(|counted| counted.reading(about));
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
    /// The currency that counts.
    currency: String,
    /// By which a mistyped day is told.
    today: Option<Date>,
    source: Source,
}

impl Counted {
    /// An error when no document can be read at all: there is nothing to say but why.
    fn of(
        entries: &[(String, Result<Invoice, IntakeError>)],
        options: &ReadOptions,
    ) -> Result<Self, IntakeError> {
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
        let own = Own::of(&invoices);
        let sold = invoices.iter().filter(|invoice| own.sold(invoice));
        let mut counted = Self {
            currency: usual(sold.map(|invoice| invoice.currency())),
            today: options.today,
            ..Self::default()
        };
        let mut seen = BTreeSet::new();
        for (at, (name, invoice)) in entries.iter().enumerate() {
            counted.source.tally.records += 1;
            let refused = match invoice {
                Err(IntakeError::XmlTruncated { .. }) => Some(RejectReason::XmlTruncated),
                Err(_) => Some(RejectReason::XmlBroken),
                Ok(invoice) if !own.sold(invoice) => Some(RejectReason::PurchaseInvoice),
                Ok(invoice) if seen.contains(&invoice.identity()) => {
                    Some(RejectReason::DuplicateInvoice)
                }
                Ok(invoice) if invoice.currency() != counted.currency => {
                    Some(RejectReason::CurrencyMismatch)
                }
                Ok(invoice) => match invoice.revenue_cents() {
                    Ok(cents) => {
                        counted.add(invoice, cents, at as u64 + 1, name);
                        if !invoice.number.is_empty() {
                            seen.insert(invoice.identity());
                        }
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

    fn add(&mut self, invoice: &Invoice, cents: i64, number: u64, name: &str) {
        self.source.tally.accepted += 1;
        self.source.revenue_cents = self.source.revenue_cents.saturating_add(cents);
        let likely = likely_days(self.today);
        let day = invoice.day.filter(|day| likely.contains(day));
        if let Some(day) = day {
            let (first, last) = self.source.period.unwrap_or((day, day));
            self.source.period = Some((first.min(day), last.max(day)));
        } else if invoice.day.is_some() && self.source.flagged.len() < MAX_NOTES {
            self.source.flagged.push(Noted {
                line: number,
                reason: FlagReason::DateInvalid,
                column: None,
                text: name.to_owned(),
            });
        }
        if invoice.buyer.is_nobody() {
            self.unassigned_cents = self.unassigned_cents.saturating_add(cents);
            return;
        }
        let idx = self.customer_of(&invoice.buyer);
        if let Some((_, totals)) = self.customers.get_mut(idx) {
            totals.revenue_cents = totals.revenue_cents.saturating_add(cents);
            totals.n_invoices += 1;
            if let Some(day) = day.filter(|_| cents > 0) {
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
                !known.code.is_empty() && !buyer.code.is_empty() && known.code != buyer.code
                    || known.is_another_firm(buyer);
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
        let totals = (self.customers.len(), self.source.revenue_cents);
        let foreign = currency::question(&self.currency, totals, &about.options.answers);
        self.source.questions.extend(foreign);
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
                flagged: self.source.flagged,
                questions: self.source.questions,
                file_flags: self.source.file_flags,
                period: self.source.period,
                revenue_cents: self.source.revenue_cents,
                ..about
            },
            ..Reading::default()
        }
    }
}

/// Whose sales these are: the usual seller, by all numbers and names that its invoices give.
struct Own {
    key: String,
    keys: BTreeSet<String>,
}

impl Own {
    fn of(invoices: &[&Invoice]) -> Self {
        let key = usual(invoices.iter().map(|invoice| invoice.seller.key()));
        let usual = invoices
            .iter()
            .filter(|invoice| invoice.seller.key() == key);
        let keys = usual.flat_map(|invoice| invoice.seller.keys()).collect();
        Self { key, keys }
    }

    /// Whether the firm sent this invoice. One program may write a number that another leaves out.
    fn sold(&self, invoice: &Invoice) -> bool {
        let mut keys = invoice.seller.keys().into_iter();
        invoice.seller.key() == self.key || keys.any(|key| self.keys.contains(&key))
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
