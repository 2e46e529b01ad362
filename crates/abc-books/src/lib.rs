//! A firm's books to readings: auditfiles, UBL invoices and workbooks, alone or in a zip or gzip.
//!
//! Files are recognised by what they hold. Text that is in parts is put together, and what belongs together
//! comes out as one reading. Everything is read as a stream under the caps of `limits`; nothing that is
//! about employees, suppliers or bank accounts is kept. Not here: how delimited text is read
//! (`abc_core::protocol::Reader`; here only where it is packed), and who is who among several readings
//! (`abc_core::join`).

mod amount;
mod auditfile;
mod container;
mod currency;
mod input;
mod limits;
mod probe;
mod text;
mod ubl;
mod workbook;
mod xml;

use abc_core::intake::{IntakeError, ReadOptions};
use abc_core::readings::Reading;

use container::{Contents, contents_of};
use input::Meter;
pub use input::{InMemory, Input, ReadSeek};
use limits::{MAX_AUDITFILES, MAX_LISTS};
use probe::{Probe, probe};

/// What came of one file, or of the files that make one document.
#[derive(Debug)]
pub struct ReadFile {
    /// The inputs that it was read from, by name.
    pub names: Vec<String>,
    /// What they say, or why nothing was read.
    pub result: Result<Reading, IntakeError>,
}

/// Reads files that were dropped together. `on_progress` hears the bytes read and the records seen.
///
/// Nothing of a file that fails is in any reading. What cannot be opened comes first; then workbooks, packed
/// lists, auditfiles and invoices.
pub fn read(
    inputs: &[&dyn Input],
    options: &ReadOptions,
    on_progress: &dyn Fn(u64, u64),
) -> Vec<ReadFile> {
    let meter = Meter::new(on_progress);
    let mut results = Vec::new();
    let mut failed = |name: &str, error: IntakeError| {
        // Many documents of one archive may fail for one reason; it is said once.
        let is_said = results.iter().any(|file: &ReadFile| {
            file.names == [name] && file.result.as_ref().err() == Some(&error)
        });
        if !is_said {
            results.push(ReadFile {
                names: vec![name.to_owned()],
                result: Err(error),
            });
        }
    };
    let mut auditfiles = Vec::new();
    let mut invoices = Vec::new();
    let mut workbooks = Vec::new();
    let mut lists = Vec::new();
    for input in inputs {
        match contents_of(*input, &meter) {
            Err(error) => failed(input.name(), error),
            Ok(Contents::Workbook(kind, document)) => workbooks.push((kind, document)),
            Ok(Contents::Documents(documents)) => {
                let n_documents = documents.len();
                let mut others = Vec::new();
                for document in documents {
                    match probe(&document, &meter) {
                        Ok(Probe::Text) if document.is_packed() && lists.len() >= MAX_LISTS => {
                            let max = MAX_LISTS as u64;
                            failed(input.name(), IntakeError::TooManyEntries { max });
                        }
                        Ok(Probe::Text) if document.is_packed() => {
                            match text::read_text(&document, options, &meter) {
                                Ok(reading) => lists.push(ReadFile {
                                    names: vec![input.name().to_owned()],
                                    result: Ok(reading),
                                }),
                                Err(error) if is_other(&error) => others.push(error),
                                Err(error) => failed(input.name(), error),
                            }
                        }
                        Ok(Probe::Text) => failed(input.name(), IntakeError::NotAnAuditfile),
                        Ok(Probe::Ubl) => invoices.push(document),
                        Ok(_) if auditfiles.len() >= MAX_AUDITFILES => {
                            let max = MAX_AUDITFILES as u64;
                            failed(input.name(), IntakeError::TooManyEntries { max });
                        }
                        Ok(probe) => auditfiles.push((document, probe)),
                        Err(error) if is_other(&error) => others.push(error),
                        Err(error) => failed(input.name(), error),
                    }
                }
                // Beside what can be read, a copy as PDF or a note that goes with it is no failure.
                if others.len() == n_documents {
                    for error in others {
                        failed(input.name(), error);
                    }
                }
            }
        }
    }
    for (kind, document) in workbooks {
        let read = workbook::read_workbook(kind, &document, options, &meter);
        let sheets = read.unwrap_or_else(|error| vec![Err(error)]);
        results.extend(sheets.into_iter().map(|result| ReadFile {
            names: vec![document.name.clone()],
            result,
        }));
    }
    results.extend(lists);
    results.extend(auditfile::read_auditfiles(auditfiles, options, &meter));
    results.extend(ubl::read_invoices(invoices, options, &meter));
    results
}

/// Whether a document is simply something else than what is read here.
fn is_other(error: &IntakeError) -> bool {
    matches!(
        error,
        IntakeError::IsPdf
            | IntakeError::IsImage
            | IntakeError::IsHtml
            | IntakeError::IsJson
            | IntakeError::IsArchive
            | IntakeError::NotText
            | IntakeError::EmptyFile
            | IntakeError::NoDelimiter
            | IntakeError::NoTable
    )
}
