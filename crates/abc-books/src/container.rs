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
    from_entry: Unpacked,
    from_gzip: Unpacked,
}

/// What came out of a file so far. A document is read more than once; each of its bytes counts once.
#[derive(Clone)]
struct Unpacked {
    /// What may still come out of the file, whatever else is in it.
    left: Rc<Cell<u64>>,
    /// Bytes of this document that came out already.
    n_known: Rc<Cell<u64>>,
}

impl Unpacked {
    fn of_file() -> Self {
        Self {
            left: Rc::new(Cell::new(MAX_INFLATED_BYTES)),
            n_known: Rc::default(),
        }
    }

    /// For something else in the same file.
    fn beside(&self) -> Self {
        Self {
            left: Rc::clone(&self.left),
            n_known: Rc::default(),
        }
    }

    /// `n_bytes`: of this document, since it was opened.
    fn reach(&self, n_bytes: u64) -> io::Result<()> {
        let Some(n_new) = n_bytes.checked_sub(self.n_known.get()) else {
            return Ok(());
        };
        let Some(left) = self.left.get().checked_sub(n_new) else {
            return Err(io::Error::other(IntakeError::ZipBomb {
                max: MAX_INFLATED_BYTES,
            }));
        };
        self.left.set(left);
        self.n_known.set(n_bytes);
        Ok(())
    }
}

impl<'a> Document<'a> {
    fn whole(input: &'a dyn Input) -> Self {
        let from_entry = Unpacked::of_file();
        Self {
            input,
            name: input.name().to_owned(),
            entry: None,
            is_gzip: false,
            from_gzip: from_entry.beside(),
            from_entry,
        }
    }

    /// Its name, with that of the archive that it came in: twelve archives may each hold a `lines.csv`.
    pub(crate) fn full_name(&self) -> String {
        match self.entry {
            Some(_) => format!("{}: {}", self.input.name(), self.name),
            None => self.name.clone(),
        }
    }

    /// Whether it came out of an archive.
    pub(crate) fn is_packed(&self) -> bool {
        self.is_gzip || self.entry.is_some()
    }

    /// The bytes, unpacked.
    pub(crate) fn open(&self, meter: &'a Meter<'a>) -> Result<Box<dyn Read + 'a>, IntakeError> {
        let file = Metered::open(self.input, meter)?;
        let bytes: Box<dyn Read + 'a> = match &self.entry {
            Some(entry) => Box::new(Counted {
                bytes: entry.stream(file)?,
                n_bytes: 0,
                unpacked: self.from_entry.clone(),
            }),
            None => Box::new(file),
        };
        Ok(if self.is_gzip {
            Box::new(Counted {
                bytes: MultiGzDecoder::new(BufReader::new(bytes)),
                n_bytes: 0,
                unpacked: self.from_gzip.clone(),
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
            from_entry: self.from_entry.beside(),
            from_gzip: self.from_entry.beside(),
        };
        Ok(entries.into_iter().map(document).collect())
    }

    /// Up to `n` of the first bytes.
    pub(crate) fn head(&self, n: u64, meter: &'a Meter<'a>) -> Result<Vec<u8>, IntakeError> {
        let mut head = Vec::new();
        let mut bytes = self.open(meter)?.take(n);
        match bytes.read_to_end(&mut head) {
            Ok(_) => Ok(head),
            Err(error) => Err(intake_error_in(&error).unwrap_or(IntakeError::ZipCorrupt)),
        }
    }
}

/// What comes out, counted.
struct Counted<R> {
    bytes: R,
    n_bytes: u64,
    unpacked: Unpacked,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.bytes.read(buffer).map_err(damaged)?;
        self.n_bytes += n as u64;
        self.unpacked.reach(self.n_bytes)?;
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
    let mut document = Document::whole(input);
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
    let mut documents = document.entries(meter)?;
    if documents.is_empty() {
        return Err(IntakeError::EmptyFile);
    }
    let holds = |name: &str| documents.iter().any(|document| document.name == name);
    if holds("[Content_Types].xml") || holds("xl/workbook.xml") {
        return Ok(Contents::Workbook(WorkbookKind::Xlsx, document));
    }
    if holds("content.xml") && holds("mimetype") {
        return Ok(Contents::Workbook(WorkbookKind::Ods, document));
    }
    for document in &mut documents {
        document.is_gzip = document.head(2, meter)?.starts_with(GZIP);
    }
    Ok(Contents::Documents(documents))
}
