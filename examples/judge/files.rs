//! Files on a disk, read as the page reads what is dropped on it.

use std::fs::File;
use std::io::{self, BufReader, Read as _};
use std::path::{Path, PathBuf};

use abc_books::{Input, ReadSeek};
use abc_core::customers::Customer;
use abc_core::intake::{IntakeError, ReadOptions};
use abc_core::protocol::{Read, Reader};
use kernklant::i18n::Locale;

/// As a browser hands out a stream.
const CHUNK_BYTES: usize = 1 << 16;

/// A file for the books reader.
pub(crate) struct Dropped {
    name: String,
    path: PathBuf,
    n_bytes: u64,
}

impl Dropped {
    pub(crate) fn new(folder: &Path, name: &str) -> Self {
        let path = folder.join(name);
        let n_bytes = std::fs::metadata(&path)
            .expect("a file of the corpus")
            .len();
        Self {
            name: name.to_owned(),
            path,
            n_bytes,
        }
    }
}

impl Input for Dropped {
    fn name(&self) -> &str {
        &self.name
    }

    fn n_bytes(&self) -> u64 {
        self.n_bytes
    }

    fn open(&self) -> io::Result<Box<dyn ReadSeek + '_>> {
        Ok(Box::new(BufReader::new(File::open(&self.path)?)))
    }
}

/// The first bytes, by which the page decides who reads a file.
pub(crate) fn head_of(path: &Path, n_bytes: usize) -> Vec<u8> {
    let mut head = Vec::new();
    let file = File::open(path).expect("a file of the corpus");
    file.take(n_bytes as u64)
        .read_to_end(&mut head)
        .expect("a readable file");
    head
}

/// What the text worker makes of a file.
pub(crate) fn read_text(
    path: &Path,
    options: ReadOptions,
) -> Result<(Vec<Customer>, Read), IntakeError> {
    let n_bytes = std::fs::metadata(path).expect("a file of the corpus").len();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut reader = Reader::new(&name, n_bytes, options).with_all_notes();
    loop {
        let mut file = File::open(path).expect("a file of the corpus");
        let mut chunk = vec![0; CHUNK_BYTES];
        loop {
            let n = file.read(&mut chunk).expect("a readable file");
            if n == 0 {
                break;
            }
            reader.feed(&chunk[..n])?;
        }
        if !reader.needs_restart() {
            return reader.finish();
        }
    }
}

/// What the page says of it, in Dutch.
pub(crate) fn message(error: &IntakeError) -> String {
    (Locale::Nl.catalog().data.intake_error)(error)
}
