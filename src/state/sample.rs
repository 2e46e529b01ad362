//! The sample firm: 60 made-up customers, read like any other file.

use std::collections::HashMap;

use abc_core::money::Cents;

use crate::i18n::Locale;

/// Its customer list, in Dutch.
const LIST: &str = include_str!("../../sample/voorbeeld.csv");

/// Words of the list with what they are in English, one a line; names of customers stay.
const IN_ENGLISH: &str = include_str!("../../sample/in-english.csv");

/// What an hour costs it.
pub const HOURLY_COST: Cents = Cents(62_00);

/// Its customers of class A, B and C. Start shows what comes back before anything is read; a test holds
/// these figures to what the rules say of the list.
pub const CUSTOMERS: [u16; 3] = [15, 29, 14];

/// Customer contribution of A, B and C, whole euros per 12 months.
pub const CONTRIBUTION: [i32; 3] = [121_259, 75_248, -6_560];

/// Its customer list. No cell of it holds a quote or a semicolon.
pub fn list(locale: Locale) -> String {
    if locale == Locale::Nl {
        return LIST.to_owned();
    }
    let words = IN_ENGLISH.lines().filter_map(|line| line.split_once(';'));
    let words: HashMap<&str, &str> = words.collect();
    let line = |line: &'static str| {
        let cells = line.split(';');
        let cells = cells.map(|cell| words.get(cell).copied().unwrap_or(cell));
        cells.collect::<Vec<_>>().join(";")
    };
    LIST.lines().map(line).collect::<Vec<_>>().join("\n")
}
