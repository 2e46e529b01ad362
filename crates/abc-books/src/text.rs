//! Delimited text within a zip or gzip, read as if it had been dropped by itself.

use std::io::Read as _;

use abc_core::intake::{IntakeError, ReadOptions};
use abc_core::protocol::Reader;
use abc_core::readings::Reading;

use crate::container::Document;
use crate::input::{Meter, intake_error_in};

/// As much as a browser hands out of a file at a time.
const CHUNK_BYTES: usize = 1 << 16;

/// Reads the customers of a text. A workbook or an archive within an archive is to be unpacked by hand.
pub(crate) fn read_text<'a>(
    document: &Document<'a>,
    options: &ReadOptions,
    meter: &'a Meter<'a>,
) -> Result<Reading, IntakeError> {
    let mut reader = Reader::new(&document.full_name(), 0, options.clone());
    let mut chunk = vec![0; CHUNK_BYTES];
    loop {
        let mut bytes = document.open(meter)?;
        loop {
            let n = bytes
                .read(&mut chunk)
                .map_err(|error| intake_error_in(&error).unwrap_or(IntakeError::ZipCorrupt))?;
            if n == 0 {
                break;
            }
            let read = chunk.get(..n).unwrap_or_default();
            reader.feed(read).map_err(unpack_first)?;
        }
        if !reader.needs_restart() {
            break;
        }
    }
    let (customers, read) = reader.finish().map_err(unpack_first)?;
    Ok(read.into_reading(customers))
}

/// What could be read if it were not packed.
fn unpack_first(error: IntakeError) -> IntakeError {
    match error {
        IntakeError::IsXlsx | IntakeError::IsXls => IntakeError::IsArchive,
        error => error,
    }
}
