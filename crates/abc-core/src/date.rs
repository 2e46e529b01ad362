//! Calendar days, never instants: no clock and no time zone enters this crate.

pub use jiff::civil::Date;
