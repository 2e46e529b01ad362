//! The reader of books as a whole: one binary.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests fail as tests do"
)]
#![allow(
    clippy::format_push_string,
    clippy::format_collect,
    reason = "files that tests make read better as one text after the other"
)]
mod auditfile;
mod corpus;
mod fuzz;
mod hostile;
mod made;
mod packed;
mod ubl;
mod workbook;

use std::time::{Duration, SystemTime};

/// What this thread has been given of a processor so far. Where that is not known it is the time of day, and
/// a busy computer looks slow.
pub(crate) fn thread_time() -> Duration {
    let known = std::fs::read_to_string("/proc/thread-self/schedstat");
    let nanoseconds = known
        .ok()
        .and_then(|text| text.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(time_of_day, Duration::from_nanos)
}

#[allow(clippy::disallowed_methods, reason = "tests have a clock")]
pub(crate) fn time_of_day() -> Duration {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.unwrap_or_default()
}
