//! A blob as a file that can be read and sought in, without waiting.

use std::cell::RefCell;
use std::io::{self, Read, Seek, SeekFrom};

use abc_books::{Input, ReadSeek};
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, FileReaderSync};

/// A call to the browser costs about as much as reading this.
const PIECE_BYTES: u64 = 1 << 20;

/// A dropped file. An archive is opened once for each file in it, so the piece that was read last is kept.
pub(crate) struct BlobInput {
    name: String,
    blob: Blob,
    last: RefCell<Piece>,
}

/// Bytes of a file that lie together.
#[derive(Default)]
struct Piece {
    start: u64,
    bytes: Vec<u8>,
}

impl BlobInput {
    pub(crate) fn new(name: String, blob: Blob) -> Self {
        Self {
            name,
            blob,
            last: RefCell::default(),
        }
    }
}

impl Input for BlobInput {
    fn name(&self) -> &str {
        &self.name
    }

    fn n_bytes(&self) -> u64 {
        self.blob.size() as u64
    }

    fn open(&self) -> io::Result<Box<dyn ReadSeek + '_>> {
        Ok(Box::new(BlobFile {
            input: self,
            reader: FileReaderSync::new().map_err(|_error| gone())?,
            position: 0,
        }))
    }
}

struct BlobFile<'b> {
    input: &'b BlobInput,
    reader: FileReaderSync,
    position: u64,
}

impl BlobFile<'_> {
    /// The piece that a place lies in.
    fn piece_at(&self, position: u64) -> io::Result<Piece> {
        let start = position - position % PIECE_BYTES;
        let end = self.input.n_bytes().min(start + PIECE_BYTES);
        let bytes: ArrayBuffer = self
            .input
            .blob
            .slice_with_f64_and_f64(start as f64, end as f64)
            .and_then(|part| self.reader.read_as_array_buffer(&part))
            .map_err(|_error| gone())?
            .unchecked_into();
        let bytes = Uint8Array::new(&bytes).to_vec();
        if bytes.len() as u64 == end - start {
            Ok(Piece { start, bytes })
        } else {
            Err(gone())
        }
    }
}

impl Read for BlobFile<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.position >= self.input.n_bytes() {
            return Ok(0);
        }
        let mut last = self.input.last.borrow_mut();
        let end = last.start + last.bytes.len() as u64;
        if !(last.start..end).contains(&self.position) {
            *last = self.piece_at(self.position)?;
        }
        let at = (self.position - last.start) as usize;
        let n = last.bytes.get(at..).unwrap_or_default().read(buffer)?;
        self.position += n as u64;
        Ok(n)
    }
}

impl Seek for BlobFile<'_> {
    fn seek(&mut self, position: SeekFrom) -> io::Result<u64> {
        let target = match position {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::Current(by) => self.position.checked_add_signed(by),
            SeekFrom::End(by) => self.input.n_bytes().checked_add_signed(by),
        };
        self.position = target.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.position)
    }
}

/// Moved, changed or on a drive that is gone: the browser says no more.
fn gone() -> io::Error {
    io::Error::other("the file cannot be read any more")
}
