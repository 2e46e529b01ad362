//! Where the bytes come from: a file natively, a blob in the browser, a slice in a test.

use std::cell::Cell;
use std::io::{self, Cursor, Read, Seek, SeekFrom};

use abc_core::intake::IntakeError;

/// What a file can do that is open.
pub trait ReadSeek: Read + Seek {}

impl<T: Read + Seek> ReadSeek for T {}

/// A file that was dropped. It is opened as often as it must be read.
pub trait Input {
    /// The name as given.
    fn name(&self) -> &str;
    /// Its size.
    fn n_bytes(&self) -> u64;
    /// From the first byte.
    fn open(&self) -> io::Result<Box<dyn ReadSeek + '_>>;
}

/// Bytes that are there already.
#[derive(Clone, Copy, Debug)]
pub struct InMemory<'a> {
    /// The name as given.
    pub name: &'a str,
    /// All of them.
    pub bytes: &'a [u8],
}

impl Input for InMemory<'_> {
    fn name(&self) -> &str {
        self.name
    }

    fn n_bytes(&self) -> u64 {
        self.bytes.len() as u64
    }

    fn open(&self) -> io::Result<Box<dyn ReadSeek + '_>> {
        Ok(Box::new(Cursor::new(self.bytes)))
    }
}

/// Tells how far the reading is: bytes of the files, and records seen.
pub(crate) struct Meter<'a> {
    on_progress: &'a dyn Fn(u64, u64),
    n_bytes: Cell<u64>,
    n_records: Cell<u64>,
    n_bytes_told: Cell<u64>,
}

/// Often enough to look alive, seldom enough to cost nothing.
const BYTES_PER_REPORT: u64 = 1 << 20;

impl<'a> Meter<'a> {
    pub(crate) fn new(on_progress: &'a dyn Fn(u64, u64)) -> Self {
        Self {
            on_progress,
            n_bytes: Cell::new(0),
            n_records: Cell::new(0),
            n_bytes_told: Cell::new(0),
        }
    }

    pub(crate) fn add_record(&self) {
        self.n_records.set(self.n_records.get() + 1);
    }

    fn add_bytes(&self, n: usize) {
        self.n_bytes.set(self.n_bytes.get() + n as u64);
        if self.n_bytes.get() - self.n_bytes_told.get() >= BYTES_PER_REPORT {
            self.n_bytes_told.set(self.n_bytes.get());
            (self.on_progress)(self.n_bytes.get(), self.n_records.get());
        }
    }
}

/// An open file under the meter, whose failures are told from those of what it holds.
pub(crate) struct Metered<'a> {
    file: Box<dyn ReadSeek + 'a>,
    meter: &'a Meter<'a>,
}

impl<'a> Metered<'a> {
    pub(crate) fn open(input: &'a dyn Input, meter: &'a Meter<'a>) -> Result<Self, IntakeError> {
        let file = input.open().map_err(|_error| IntakeError::Unreadable)?;
        Ok(Self { file, meter })
    }
}

impl Read for Metered<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.file.read(buffer).map_err(unreadable)?;
        self.meter.add_bytes(n);
        Ok(n)
    }
}

impl Seek for Metered<'_> {
    fn seek(&mut self, position: SeekFrom) -> io::Result<u64> {
        // A place before the first byte is a lie of an archive, not a failure of the file.
        self.file
            .seek(position)
            .map_err(|error| match error.kind() {
                io::ErrorKind::InvalidInput => error,
                _ => unreadable(error),
            })
    }
}

fn unreadable(_error: io::Error) -> io::Error {
    io::Error::other(IntakeError::Unreadable)
}

/// What an error of reading means: ours travels inside; any other is of the bytes, not of the file.
pub(crate) fn intake_error_in(error: &io::Error) -> Option<IntakeError> {
    error.get_ref()?.downcast_ref::<IntakeError>().cloned()
}
