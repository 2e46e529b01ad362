//! What a document is, from its beginning: an auditfile, a further part of one, an invoice, or none of ours.

use abc_core::intake::IntakeError;

use crate::container::Document;
use crate::input::Meter;
use crate::xml::{HEAD_BYTES, text_of_head};

/// What a document turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Probe {
    /// Begins an auditfile.
    Auditfile {
        /// It holds bookings and no accounts: the master data must be in another file.
        is_bookings_only: bool,
        /// How many parts it says there are.
        n_parts: u32,
    },
    /// Goes on where another file stopped.
    Continuation {
        /// From 2.
        part: u32,
        n_parts: u32,
    },
    /// An invoice or a credit note, perhaps in an envelope.
    Ubl,
    /// Not XML.
    Text,
}

/// Looks at the beginning of a document.
pub(crate) fn probe<'a>(
    document: &Document<'a>,
    meter: &'a Meter<'a>,
) -> Result<Probe, IntakeError> {
    probe_of(&text_of_head(&document.head(HEAD_BYTES, meter)?))
}

fn probe_of(head: &str) -> Result<Probe, IntakeError> {
    let start = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if start.is_empty() {
        return Err(IntakeError::EmptyFile);
    }
    if !start.starts_with('<') {
        return Ok(Probe::Text);
    }
    let prologue = Prologue::of(start);
    let root = prologue.root.to_ascii_lowercase();
    if root == "html" || prologue.doctype.eq_ignore_ascii_case("html") {
        return Err(IntakeError::IsHtml);
    }
    let has_entity = prologue.rest.contains("<!ENTITY") || prologue.rest.contains("<!DOCTYPE");
    if !prologue.doctype.is_empty() || has_entity {
        return Err(IntakeError::XmlDoctype);
    }
    if let Some((part, n_parts)) = prologue.part.filter(|(part, _)| *part > 1) {
        return Ok(Probe::Continuation { part, n_parts });
    }
    match root.as_str() {
        "auditfile" => {
            let bookings = prologue.rest.find("transactions>");
            let accounts = prologue.rest.find("ledgerAccount>");
            Ok(Probe::Auditfile {
                is_bookings_only: bookings
                    .is_some_and(|at| accounts.is_none_or(|accounts| accounts > at)),
                n_parts: prologue.part.map_or(1, |(_, n_parts)| n_parts),
            })
        }
        "invoice" | "creditnote" | "standardbusinessdocument" => Ok(Probe::Ubl),
        _ => Err(IntakeError::NotAnAuditfile),
    }
}

/// What stands before the root element.
#[derive(Debug, Default)]
struct Prologue<'h> {
    /// What a DOCTYPE says first; empty without one.
    doctype: &'h str,
    /// `Vervolgbestand x van y`.
    part: Option<(u32, u32)>,
    /// The name of the first element, without prefix.
    root: &'h str,
    /// From the first element on.
    rest: &'h str,
}

impl<'h> Prologue<'h> {
    fn of(mut rest: &'h str) -> Self {
        let mut prologue = Self::default();
        loop {
            rest = rest.trim_start();
            if let Some(inner) = rest.strip_prefix("<?") {
                rest = inner.split_once("?>").map_or("", |(_, after)| after);
            } else if let Some(inner) = rest.strip_prefix("<!--") {
                let (comment, after) = inner.split_once("-->").unwrap_or((inner, ""));
                prologue.part = prologue.part.or_else(|| part_of(comment));
                rest = after;
            } else if let Some(inner) = rest.strip_prefix("<!") {
                let inner = inner.trim_start_matches(|c: char| c.is_ascii_alphabetic());
                let name = inner.trim_start();
                let end = name
                    .find(|c: char| !c.is_alphanumeric())
                    .unwrap_or(name.len());
                prologue.doctype = name
                    .get(..end)
                    .filter(|name| !name.is_empty())
                    .unwrap_or("?");
                // What is declared within is not followed: this is refused, or it is a web page.
                return prologue;
            } else {
                break;
            }
        }
        let name = rest.strip_prefix('<').unwrap_or_default();
        let end = name
            .find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))
            .unwrap_or(name.len());
        let name = name.get(..end).unwrap_or_default();
        prologue.root = name.split_once(':').map_or(name, |(_, local)| local);
        prologue.rest = rest;
        prologue
    }
}

/// `Vervolgbestand 2 van 3`.
fn part_of(comment: &str) -> Option<(u32, u32)> {
    let lower = comment.trim().to_lowercase();
    let rest = lower
        .strip_prefix("vervolgbestand")?
        .trim_start_matches(':');
    let (part, n_parts) = rest.split_once("van")?;
    Some((part.trim().parse().ok()?, n_parts.trim().parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(head: &str, expected: Result<Probe, IntakeError>) {
        assert_eq!(probe_of(head), expected, "{head}");
    }

    #[test]
    fn the_beginning_tells_what_a_document_is() {
        let auditfile = |is_bookings_only, n_parts| {
            Ok(Probe::Auditfile {
                is_bookings_only,
                n_parts,
            })
        };
        check("<auditfile><header>", auditfile(false, 1));
        check(
            "\u{feff}<?xml version='1.0'?>\n<!-- a --><x:auditfile xmlns:x='y'>",
            auditfile(false, 1),
        );
        check(
            "<!-- Vervolgbestand 1 van 3 --><auditfile>",
            auditfile(false, 3),
        );
        check(
            "<auditfile><company><transactions><journal>",
            auditfile(true, 1),
        );
        check(
            "<auditfile><ledgerAccount></ledgerAccount><transactions>",
            auditfile(false, 1),
        );
        check(
            "<!-- Vervolgbestand 2 van 3 -->\n<transaction>",
            Ok(Probe::Continuation {
                part: 2,
                n_parts: 3,
            }),
        );
        check("<Invoice xmlns='a'>", Ok(Probe::Ubl));
        check("<ns:CreditNote>", Ok(Probe::Ubl));
        check("<sh:StandardBusinessDocument>", Ok(Probe::Ubl));
        check("klant;omzet", Ok(Probe::Text));
        check("", Err(IntakeError::EmptyFile));
        check("<rss><item>", Err(IntakeError::NotAnAuditfile));
        check("<!DOCTYPE html><html>", Err(IntakeError::IsHtml));
        check("<html lang='nl'>", Err(IntakeError::IsHtml));
        check(
            "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x 'y'>]><auditfile>",
            Err(IntakeError::XmlDoctype),
        );
        check("<!ENTITY x 'y'>", Err(IntakeError::XmlDoctype));
    }
}
