//! What a column of kinds says of a row: a credit note, whose positive amount counts negative, or a supplier.

use crate::mapping::words;

/// The column that may say that a row is a credit note, by its header.
pub(crate) fn credit_column(header: &[String]) -> Option<usize> {
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
    header
        .iter()
        .position(|cell| KINDS.contains(&words::normalised(cell).as_str()))
}

/// Whether a cell of that column says that money goes back to the customer; 381 is the code of UBL.
pub(crate) fn says_credit(cell: &[u8]) -> bool {
    const CREDITS: [&str; 13] = [
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
    let cell = cell.trim_ascii();
    let mut credits = CREDITS.iter();
    credits.any(|credit| cell.eq_ignore_ascii_case(credit.as_bytes()))
}

/// Whether a cell of that column says that this is no customer but one we buy from.
pub(crate) fn says_supplier(cell: &[u8]) -> bool {
    const SUPPLIERS: [&str; 5] = ["leverancier", "crediteur", "supplier", "creditor", "vendor"];
    let cell = cell.trim_ascii();
    let mut suppliers = SUPPLIERS.iter();
    suppliers.any(|supplier| cell.eq_ignore_ascii_case(supplier.as_bytes()))
}
