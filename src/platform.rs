//! The browser: the only modules that touch web-sys. Thin, one topic per file, every call a `Result`.

#![allow(
    clippy::disallowed_methods,
    reason = "here, and nowhere else, the browser is touched"
)]

pub mod location;
pub mod measure;
pub mod page;
pub mod picture;
pub mod storage;
pub mod typing;
pub mod viewport;
pub mod worker;

/// A file as the browser hands it over; passed through, never looked into here.
pub use web_sys::File;
