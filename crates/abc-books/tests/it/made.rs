//! Files made in code: what no corpus file shows, byte by byte.

pub(crate) mod ods;
pub(crate) mod packed;
pub(crate) mod xls;
pub(crate) mod xlsx;

use abc_books::{InMemory, Input, ReadFile, read};
use abc_core::intake::{IntakeError, ReadOptions};
use abc_core::readings::Reading;

/// What came of files that were dropped together.
pub(crate) fn read_all(files: &[(&str, &[u8])]) -> Vec<ReadFile> {
    let files: Vec<InMemory<'_>> = files
        .iter()
        .map(|(name, bytes)| InMemory { name, bytes })
        .collect();
    let inputs: Vec<&dyn Input> = files.iter().map(|file| file as &dyn Input).collect();
    read(&inputs, &ReadOptions::default(), &|_, _| {})
}

/// What came of one file.
pub(crate) fn read_one(bytes: &[u8]) -> Result<Reading, IntakeError> {
    let mut results = read_all(&[("bestand", bytes)]);
    assert_eq!(results.len(), 1, "{results:?}");
    results.remove(0).result
}

/// A text where XML wants one.
pub(crate) fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('"', "&quot;")
}
