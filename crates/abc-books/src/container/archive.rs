//! The entries of a zip. The zip crate reads the directory; the bytes of an entry are unpacked here, so
//! that each can be opened by itself, is counted, and is compared with its checksum.

use std::io::{self, Read, Seek, SeekFrom, Take};

use abc_core::intake::IntakeError;
use flate2::Crc;
use flate2::read::DeflateDecoder;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::damaged;
use crate::input::intake_error_in;
use crate::limits::{MAX_ENTRIES, MAX_LISTING_BYTES};

/// Where the bytes of an entry lie, and what they must add up to.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    start: u64,
    n_packed_bytes: u64,
    is_deflated: bool,
    checksum: u32,
}

/// The files in an archive, in its own order, without what operating systems leave behind.
pub(crate) fn entries_of<R: Read + Seek>(file: R) -> Result<Vec<(String, Entry)>, IntakeError> {
    let file = Listing {
        file,
        n_left: MAX_LISTING_BYTES,
    };
    let mut archive = ZipArchive::new(file).map_err(|error| intake_error_of(&error))?;
    if archive.len() > MAX_ENTRIES {
        return Err(TOO_MANY);
    }
    let mut entries = Vec::with_capacity(archive.len());
    for idx in 0..archive.len() {
        let file = archive
            .by_index_raw(idx)
            .map_err(|error| intake_error_of(&error))?;
        let name = String::from_utf8_lossy(file.name_raw()).into_owned();
        if file.is_dir() || is_left_behind(&name) {
            continue;
        }
        if file.encrypted() {
            return Err(IntakeError::FileEncrypted);
        }
        let is_deflated = match file.compression() {
            CompressionMethod::Stored => false,
            CompressionMethod::Deflated => true,
            _ => return Err(IntakeError::ZipCorrupt),
        };
        let entry = Entry {
            start: file.data_start().ok_or(IntakeError::ZipCorrupt)?,
            n_packed_bytes: file.compressed_size(),
            is_deflated,
            checksum: file.crc32(),
        };
        entries.push((name, entry));
    }
    // Entries that share their bytes make much out of little; no program writes them.
    match archive.has_overlapping_files() {
        Ok(false) => Ok(entries),
        Ok(true) => Err(IntakeError::ZipCorrupt),
        Err(error) => Err(intake_error_of(&error)),
    }
}

const TOO_MANY: IntakeError = IntakeError::TooManyEntries {
    max: MAX_ENTRIES as u64,
};

/// An archive while its directory is read, all of which is then in memory: no more than so many bytes.
struct Listing<R> {
    file: R,
    n_left: u64,
}

impl<R: Read> Read for Listing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.file.read(buffer)?;
        let left = self.n_left.checked_sub(n as u64);
        self.n_left = left.ok_or_else(|| io::Error::other(TOO_MANY))?;
        Ok(n)
    }
}

impl<R: Seek> Seek for Listing<R> {
    fn seek(&mut self, position: SeekFrom) -> io::Result<u64> {
        self.file.seek(position)
    }
}

fn is_left_behind(name: &str) -> bool {
    let file_name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    name.starts_with("__MACOSX/") || file_name.starts_with('.') || file_name == "Thumbs.db"
}

fn intake_error_of(error: &ZipError) -> IntakeError {
    match error {
        ZipError::Io(error) => intake_error_in(error).unwrap_or(IntakeError::ZipCorrupt),
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => IntakeError::FileEncrypted,
        _ => IntakeError::ZipCorrupt,
    }
}

impl Entry {
    pub(crate) fn stream<R: Read + Seek>(
        &self,
        mut file: R,
    ) -> Result<EntryStream<R>, IntakeError> {
        file.seek(SeekFrom::Start(self.start))
            .map_err(|error| intake_error_in(&error).unwrap_or(IntakeError::ZipCorrupt))?;
        let packed = file.take(self.n_packed_bytes);
        Ok(EntryStream {
            bytes: if self.is_deflated {
                Packed::Deflated(DeflateDecoder::new(packed))
            } else {
                Packed::Stored(packed)
            },
            found: Crc::new(),
            checksum: self.checksum,
        })
    }
}

/// The unpacked bytes of an entry.
pub(crate) struct EntryStream<R> {
    bytes: Packed<R>,
    found: Crc,
    checksum: u32,
}

enum Packed<R> {
    Stored(Take<R>),
    Deflated(DeflateDecoder<Take<R>>),
}

impl<R: Read> Read for EntryStream<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = match &mut self.bytes {
            Packed::Stored(bytes) => bytes.read(buffer),
            Packed::Deflated(bytes) => bytes.read(buffer),
        }
        .map_err(damaged)?;
        if n == 0 && !buffer.is_empty() && self.found.sum() != self.checksum {
            return Err(io::Error::other(IntakeError::ZipCorrupt));
        }
        self.found.update(buffer.get(..n).unwrap_or_default());
        Ok(n)
    }
}
