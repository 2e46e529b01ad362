//! What a column of kinds or states says of a row: a draft, a credit note whose positive amount counts
//! negative, a supplier, or a side of an account.

use crate::mapping::formula::Side;
use crate::mapping::words;

/// The columns that may say that a row is a draft or a quote, by their headers.
pub(crate) fn status_columns(header: &[String]) -> Vec<usize> {
    const STATUS: [&str; 16] = [
        "order status",
        "orderstatus",
        "financial status",
        "betaalstatus",
        "payment status",
        "betaal status",
        "status",
        "factuurstatus",
        "status factuur",
        "invoice status",
        "soort",
        "type",
        "documenttype",
        "document type",
        "documentsoort",
        "invoicetype",
    ];
    columns_of(header, &STATUS)
}

/// The columns with one of these headers.
fn columns_of(header: &[String], any: &[&str]) -> Vec<usize> {
    let headers = header.iter().enumerate();
    let named = headers.filter(|(_, cell)| any.contains(&words::normalised(cell).as_str()));
    named.map(|(index, _)| index).collect()
}

/// Whether a cell is one of these words, capitals aside.
fn is_any(cell: &[u8], words: &[&str]) -> bool {
    let cell = cell.trim_ascii();
    words
        .iter()
        .any(|word| cell.eq_ignore_ascii_case(word.as_bytes()))
}

/// Whether a status says that nothing was invoiced yet, or that it was taken back.
pub(crate) fn is_draft(cell: &[u8]) -> bool {
    const DRAFTS: [&str; 34] = [
        "failed",
        "refunded",
        "wc-cancelled",
        "wc-failed",
        "wc-refunded",
        "mislukt",
        "verlopen",
        "expired",
        "terugbetaald",
        "pending",
        "in afwachting",
        "factuurbetaling ontvangen",
        "concept",
        "conceptfactuur",
        "draft",
        "draft invoice",
        "offerte",
        "quote",
        "quotation",
        "estimate",
        "proforma",
        "pro forma",
        "pro-forma",
        "voorlopig",
        "prospect",
        "niet verzonden",
        "not sent",
        "geannuleerd",
        "ingetrokken",
        "cancelled",
        "canceled",
        "void",
        "voided",
        "storniert",
    ];
    is_any(cell, &DRAFTS)
}

/// The columns that may say that a row is a credit note or of a supplier, by their headers.
pub(crate) fn kind_columns(header: &[String]) -> Vec<usize> {
    const KINDS: [&str; 17] = [
        "categorie",
        "category",
        "relatietype",
        "soort relatie",
        "soort",
        "type",
        "factuurtype",
        "factuursoort",
        "soort factuur",
        "type factuur",
        "documenttype",
        "document type",
        "documentsoort",
        "invoicetype",
        "invoice type",
        "invoicetypecode",
        "belegart",
    ];
    columns_of(header, &KINDS)
}

/// Whether a cell of that column says that money goes back to the customer; 381 is the code of UBL.
pub(crate) fn says_credit(cell: &[u8]) -> bool {
    const CREDITS: [&str; 17] = [
        "credit factuur",
        "retour",
        "terugbetaling",
        "refund",
        "creditnota",
        "credit nota",
        "creditfactuur",
        "verkoopcreditnota",
        "verkoop creditnota",
        "credit note",
        "creditnote",
        "credit memo",
        "credit invoice",
        "credit",
        "gutschrift",
        "avoir",
        "381",
    ];
    is_any(cell, &CREDITS)
}

/// Whether a cell of that column says that this is no customer but one we buy from.
pub(crate) fn says_supplier(cell: &[u8]) -> bool {
    const SUPPLIERS: [&str; 9] = [
        "leverancier",
        "crediteur",
        "supplier",
        "creditor",
        "vendor",
        "factuur ontvangen",
        "inkoopfactuur",
        "purchase invoice",
        "inkoop",
    ];
    is_any(cell, &SUPPLIERS)
}

/// The side of an account that a cell names, if any.
pub(crate) fn side_of(cell: &[u8]) -> Option<Side> {
    const DEBIT: [&str; 6] = ["d", "db", "dr", "debet", "debit", "af"];
    const CREDIT: [&str; 5] = ["c", "cr", "k", "credit", "bij"];
    if is_any(cell, &DEBIT) {
        Some(Side::Debit)
    } else {
        is_any(cell, &CREDIT).then_some(Side::Credit)
    }
}
