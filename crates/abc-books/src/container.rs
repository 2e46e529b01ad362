//! From files to documents: what lies within a zip or a gzip, and how to open it again and again.
//!
//! Unpacked bytes are counted as they come out, never believed from a header.

mod archive;

use std::cell::Cell;
use std::io::{self, BufReader, Read};
use std::rc::Rc;

use abc_core::intake::{IntakeError, MAX_FILE_BYTES};
use flate2::bufread::MultiGzDecoder;

use crate::input::{Input, Meter, Metered, intake_error_in};
use crate::limits::MAX_INFLATED_BYTES;
pub(crate) use archive::Entry;

/// One document: a file, what a gzip holds, or an entry of a zip.
#[derive(Clone)]
pub(crate) struct Document<'a> {
    /// The file it is in.
    pub(crate) input: &'a dyn Input,
    /// Its own name; within an archive that of the entry.
    pub(crate) name: String,
    entry: Option<Entry>,
    is_gzip: bool,
}

/// How much may still be unpacked in this pass.
#[derive(Clone)]
pub(crate) struct Budget(Rc<Cell<u64>>);

impl Budget {
    pub(crate) fn new() -> Self {
        Self(Rc::new(Cell::new(MAX_INFLATED_BYTES)))
    }

    fn spend(&self, n: usize) -> io::Result<()> {
        match self.0.get().checked_sub(n as u64) {
            Some(left) => {
                self.0.set(left);
                Ok(())
            }
            None => Err(io::Error::other(IntakeError::ZipBomb {
                max: MAX_INFLATED_BYTES,
            })),
        }
    }
}

impl<'a> Document<'a> {
    /// The bytes, unpacked.
    pub(crate) fn open(
        &self,
        budget: &Budget,
        meter: &'a Meter<'a>,
    ) -> Result<Box<dyn Read + 'a>, IntakeError> {
        let file = Metered::open(self.input, meter)?;
        let bytes: Box<dyn Read + 'a> = match &self.entry {
            Some(entry) => Box::new(entry.stream(file, budget.clone())?),
            None => Box::new(file),
        };
        Ok(if self.is_gzip {
            Box::new(Inflated {
                bytes: MultiGzDecoder::new(BufReader::new(bytes)),
                budget: budget.clone(),
            })
        } else {
            bytes
        })
    }

    /// The files within a document that is a zip itself, as a workbook is.
    pub(crate) fn entries(&self, meter: &'a Meter<'a>) -> Result<Vec<Self>, IntakeError> {
        let entries = archive::entries_of(Metered::open(self.input, meter)?)?;
        let document = |(name, entry)| Self {
            input: self.input,
            name,
            entry: Some(entry),
            is_gzip: false,
        };
        Ok(entries.into_iter().map(document).collect())
    }

    /// Up to `n` of the first bytes.
    pub(crate) fn head(&self, n: u64, meter: &'a Meter<'a>) -> Result<Vec<u8>, IntakeError> {
        let mut head = Vec::new();
        let mut bytes = self.open(&Budget::new(), meter)?.take(n);
        match bytes.read_to_end(&mut head) {
            Ok(_) => Ok(head),
            Err(error) => Err(intake_error_in(&error).unwrap_or(IntakeError::ZipCorrupt)),
        }
    }
}

/// What came out of a gzip, counted.
struct Inflated<R> {
    bytes: R,
    budget: Budget,
}

impl<R: Read> Read for Inflated<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.bytes.read(buffer).map_err(damaged)?;
        self.budget.spend(n)?;
        Ok(n)
    }
}

/// What is wrong with packed bytes, unless it is an error of ours on its way out.
fn damaged(error: io::Error) -> io::Error {
    match intake_error_in(&error) {
        Some(_) => error,
        None => io::Error::other(IntakeError::ZipCorrupt),
    }
}

/// What an input is.
pub(crate) enum Contents<'a> {
    /// Documents, to be told apart by what they hold.
    Documents(Vec<Document<'a>>),
    /// A workbook: not for the reader of XML.
    Workbook(WorkbookKind, Document<'a>),
}

/// The forms of a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WorkbookKind {
    Xlsx,
    Xls,
    Ods,
}

const GZIP: &[u8] = b"\x1f\x8b";
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Looks into a file.
pub(crate) fn contents_of<'a>(
    input: &'a dyn Input,
    meter: &'a Meter<'a>,
) -> Result<Contents<'a>, IntakeError> {
    if input.n_bytes() > MAX_FILE_BYTES {
        return Err(IntakeError::TooLarge {
            n_bytes: input.n_bytes(),
            max: MAX_FILE_BYTES,
        });
    }
    let mut document = Document {
        input,
        name: input.name().to_owned(),
        entry: None,
        is_gzip: false,
    };
    let head = document.head(8, meter)?;
    if head.starts_with(COMPOUND) {
        return Ok(Contents::Workbook(WorkbookKind::Xls, document));
    }
    if head.starts_with(GZIP) {
        document.is_gzip = true;
        return Ok(Contents::Documents(vec![document]));
    }
    if !head.starts_with(b"PK") {
        return Ok(Contents::Documents(vec![document]));
    }
    let entries = archive::entries_of(Metered::open(input, meter)?)?;
    let holds = |name: &str| entries.iter().any(|(entry_name, _)| entry_name == name);
    if holds("[Content_Types].xml") || holds("xl/workbook.xml") {
        return Ok(Contents::Workbook(WorkbookKind::Xlsx, document));
    }
    if holds("content.xml") && holds("mimetype") {
        return Ok(Contents::Workbook(WorkbookKind::Ods, document));
    }
    let mut documents = Vec::with_capacity(entries.len());
    for (name, entry) in entries {
        let mut document = Document {
            input,
            name,
            entry: Some(entry),
            is_gzip: false,
        };
        document.is_gzip = document.head(2, meter)?.starts_with(GZIP);
        documents.push(document);
    }
    Ok(Contents::Documents(documents))
}
