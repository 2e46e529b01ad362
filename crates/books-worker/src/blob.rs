//! A blob as a file that can be read and sought in, without waiting.

use std::io::{self, BufReader, Read, Seek, SeekFrom};

use abc_books::{Input, ReadSeek};
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, FileReaderSync};

/// A call to the browser costs about as much as reading this.
const CHUNK_BYTES: usize = 1 << 20;

/// A dropped file.
pub(crate) struct BlobInput {
    name: String,
    blob: Blob,
}

impl BlobInput {
    pub(crate) fn new(name: String, blob: Blob) -> Self {
        Self { name, blob }
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
        let file = BlobFile {
            blob: &self.blob,
            reader: FileReaderSync::new().map_err(|_error| gone())?,
            position: 0,
        };
        Ok(Box::new(BufReader::with_capacity(CHUNK_BYTES, file)))
    }
}

struct BlobFile<'b> {
    blob: &'b Blob,
    reader: FileReaderSync,
    position: u64,
}

impl Read for BlobFile<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = (self.blob.size() as u64).saturating_sub(self.position);
        let n = left.min(buffer.len() as u64);
        let Some(buffer) = buffer
            .get_mut(..n as usize)
            .filter(|buffer| !buffer.is_empty())
        else {
            return Ok(0);
        };
        let (start, end) = (self.position as f64, (self.position + n) as f64);
        let bytes: ArrayBuffer = self
            .blob
            .slice_with_f64_and_f64(start, end)
            .and_then(|part| self.reader.read_as_array_buffer(&part))
            .map_err(|_error| gone())?
            .unchecked_into();
        let bytes = Uint8Array::new(&bytes);
        if bytes.length() as usize != buffer.len() {
            return Err(gone());
        }
        bytes.copy_to(buffer);
        self.position += n;
        Ok(buffer.len())
    }
}

impl Seek for BlobFile<'_> {
    fn seek(&mut self, position: SeekFrom) -> io::Result<u64> {
        let target = match position {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::Current(by) => self.position.checked_add_signed(by),
            SeekFrom::End(by) => (self.blob.size() as u64).checked_add_signed(by),
        };
        self.position = target.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.position)
    }
}

/// Moved, changed or on a drive that is gone: the browser says no more.
fn gone() -> io::Error {
    io::Error::other("the file cannot be read any more")
}
