//! The reader as the page drives it: bytes in, customers out.

mod bad_input;
mod basics;
mod exports;
mod hours;
mod ledger;
mod names_above;
mod parties;
mod properties;
mod questions;
mod rows_in_doubt;
mod structure;

use abc_core::customers::Customer;
use abc_core::intake::{IntakeError, ReadOptions};
use abc_core::protocol::{Read, Reader};

/// Reads a file in chunks of `chunk_len` bytes, a second time when the reader asks for it.
pub(crate) fn read_in_chunks(
    bytes: &[u8],
    chunk_len: usize,
    options: ReadOptions,
) -> Result<(Vec<Customer>, Read), IntakeError> {
    let mut reader = Reader::new("file.csv", bytes.len() as u64, options).with_all_notes();
    for _ in 0..2 {
        for chunk in bytes.chunks(chunk_len.max(1)) {
            reader.feed(chunk)?;
        }
        if !reader.needs_restart() {
            break;
        }
    }
    reader.finish()
}

/// Reads a file in chunks of the size that a browser gives.
pub(crate) fn read(bytes: &[u8]) -> Result<(Vec<Customer>, Read), IntakeError> {
    read_in_chunks(bytes, 64 * 1024, ReadOptions::default())
}
