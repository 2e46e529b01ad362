//! Time trackers that are known by their header (formats.md 1a).

use super::Program;
use crate::mapping::words;

/// The program, headers that are all there, and headers of which one is there.
const HEADERS: [(Program, &[&str], &[&str]); 3] = [
    (
        Program::Clockify,
        &["client", "user", "start date", "start time"],
        &["duration (h)", "duration (decimal)"],
    ),
    (
        Program::Toggl,
        &["user", "client", "project", "start date", "start time"],
        &["duration"],
    ),
    (
        Program::Harvest,
        &[
            "date",
            "client",
            "project",
            "task",
            "first name",
            "last name",
        ],
        &["hours"],
    ),
];

/// The program that wrote a table with this header.
pub(crate) fn program_of(header: &[String]) -> Option<Program> {
    let headers: Vec<String> = header.iter().map(|cell| words::normalised(cell)).collect();
    let has = |wanted: &&str| headers.iter().any(|header| header == wanted);
    let known = HEADERS
        .iter()
        .find(|(_, all, any)| all.iter().all(has) && any.iter().any(has));
    known.map(|(program, _, _)| *program)
}
