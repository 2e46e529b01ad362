//! The sample firm: 60 made-up customers, read like any other file.

use abc_core::money::Cents;

use crate::i18n::Locale;

/// Its customer list, in Dutch.
const LIST: &str = include_str!("../../sample/voorbeeld.csv");

/// The words of the list in English; names of customers stay.
const IN_ENGLISH: [(&str, &str); 39] = [
    ("Klantnr", "Customer no"),
    ("Klant", "Customer"),
    ("Omzet excl btw", "Revenue excl VAT"),
    ("Directe kosten", "Direct costs"),
    ("Herkomst kosten", "Cost grade"),
    ("Uren", "Hours"),
    ("Herkomst uren", "Hours grade"),
    ("Overige kosten", "Other costs"),
    ("Potentie", "Potential"),
    ("Relatiescore", "Relationship"),
    ("Maanden klant", "Months customer"),
    ("Hersteluren", "Rework hours"),
    ("Klasse", "Class"),
    ("Branche", "Sector"),
    ("Regio", "Region"),
    ("Kanaal", "Channel"),
    ("Beslisser", "Decides"),
    ("Medewerkers", "Employees"),
    ("geboekt", "recorded"),
    ("geschat", "estimated"),
    ("aangenomen", "assumed"),
    ("bouw", "construction"),
    ("detailhandel", "retail"),
    ("industrie", "industry"),
    ("installatie", "installation"),
    ("zakelijke diensten", "business services"),
    ("zorg", "care"),
    ("Noord", "North"),
    ("Oost", "East"),
    ("West", "West"),
    ("Zuid", "South"),
    ("aanbeveling", "referral"),
    ("beurs", "fair"),
    ("internet", "internet"),
    ("koude acquisitie", "cold calling"),
    ("netwerk", "network"),
    ("dga", "owner"),
    ("inkoper", "buyer"),
    ("manager", "manager"),
];

/// Its customer list. No cell of it holds a quote or a semicolon.
pub fn list(locale: Locale) -> String {
    if locale == Locale::Nl {
        return LIST.to_owned();
    }
    let translated = |cell: &str| {
        let found = IN_ENGLISH.iter().find(|(dutch, _)| *dutch == cell);
        found.map_or_else(|| cell.to_owned(), |(_, english)| (*english).to_owned())
    };
    let line = |line: &str| {
        line.split(';')
            .map(translated)
            .collect::<Vec<_>>()
            .join(";")
    };
    LIST.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// What an hour costs it.
pub const HOURLY_COST: Cents = Cents(62_00);

/// Its customers of class A, B and C. Start shows what comes back before anything is read; a test holds
/// these figures to what the rules say of the list.
pub const CUSTOMERS: [u16; 3] = [15, 29, 14];

/// Customer contribution of A, B and C, whole euros per 12 months.
pub const CONTRIBUTION: [i32; 3] = [121_259, 75_248, -6_560];
