//! The sample firm: 60 made-up customers, read like any other file.

use abc_core::money::Cents;

/// Its customer list.
pub const LIST: &str = include_str!("../../sample/voorbeeld.csv");

/// What an hour costs it.
pub const HOURLY_COST: Cents = Cents(62_00);

/// Its customers of class A, B and C. Start shows what comes back before anything is read; a test holds
/// these figures to what the rules say of the list.
pub const CUSTOMERS: [u16; 3] = [15, 29, 14];

/// Customer contribution of A, B and C, whole euros per 12 months.
pub const CONTRIBUTION: [i32; 3] = [121_259, 75_248, -6_560];
