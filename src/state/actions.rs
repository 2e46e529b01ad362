//! Verbs: check, call one pure function, write. Buttons, keys and menus call the same ones.

pub mod costs;
pub mod customers;
pub mod data;
pub mod guesses;
pub mod ideal;
pub mod joins;
pub mod keep;
pub mod last_time;
pub mod names;
