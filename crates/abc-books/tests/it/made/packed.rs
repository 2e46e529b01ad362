//! Archives, also those that no program would write.

use std::io::Write;

use flate2::write::{DeflateEncoder, GzEncoder};
use flate2::{Compression, Crc};

/// A file in an archive, with what the archive says of it.
#[derive(Clone)]
pub(crate) struct Entry {
    pub(crate) name: String,
    /// As they lie in the archive.
    pub(crate) packed: Vec<u8>,
    /// 0 for stored, 8 for deflated.
    pub(crate) method: u16,
    /// Bit 0: a password.
    pub(crate) flags: u16,
    pub(crate) checksum: u32,
    pub(crate) n_bytes: u32,
}

/// A file that is packed as programs pack it.
pub(crate) fn entry(name: &str, bytes: &[u8]) -> Entry {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("memory");
    Entry {
        name: name.to_owned(),
        packed: encoder.finish().expect("memory"),
        method: 8,
        flags: 0,
        checksum: checksum_of(bytes),
        n_bytes: u32::try_from(bytes.len()).expect("a small file"),
    }
}

/// A file that holds a megabyte of text `n` times. It is packed once; the archive only repeats it.
pub(crate) fn repeated(name: &str, before: &str, text: &str, n: usize) -> Entry {
    let megabyte = text.repeat((1_000_000 / text.len()).max(1));
    let mut packed = flushed(before.as_bytes());
    let again = flushed(megabyte.as_bytes());
    let mut checksum = Crc::new();
    checksum.update(before.as_bytes());
    let mut of_one = Crc::new();
    of_one.update(megabyte.as_bytes());
    for _ in 0..n {
        packed.extend_from_slice(&again);
        checksum.combine(&of_one);
    }
    // The last block: empty.
    packed.extend_from_slice(&[0x03, 0x00]);
    Entry {
        name: name.to_owned(),
        packed,
        method: 8,
        flags: 0,
        checksum: checksum.sum(),
        n_bytes: u32::try_from(before.len() + n * megabyte.len()).unwrap_or(u32::MAX),
    }
}

/// Deflated bytes that end on a byte and that nothing later refers back to.
fn flushed(bytes: &[u8]) -> Vec<u8> {
    let mut compress = flate2::Compress::new(Compression::best(), false);
    let mut packed = Vec::with_capacity(bytes.len() / 2 + 1_000);
    compress
        .compress_vec(bytes, &mut packed, flate2::FlushCompress::Full)
        .expect("memory");
    assert_eq!(compress.total_in(), bytes.len() as u64);
    packed
}

pub(crate) fn checksum_of(bytes: &[u8]) -> u32 {
    let mut checksum = Crc::new();
    checksum.update(bytes);
    checksum.sum()
}

/// An archive of these files.
pub(crate) fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let entries: Vec<Entry> = files
        .iter()
        .map(|(name, bytes)| entry(name, bytes))
        .collect();
    zip_of(&entries)
}

/// An archive of entries as they are described.
pub(crate) fn zip_of(entries: &[Entry]) -> Vec<u8> {
    let mut archive = Vec::new();
    let mut directory = Vec::new();
    for entry in entries {
        let at = archive.len();
        archive.extend(b"PK\x03\x04\x14\x00");
        archive.extend(described(entry));
        archive.extend(entry.name.as_bytes());
        archive.extend_from_slice(&entry.packed);
        list(&mut directory, entry, at);
    }
    close(archive, &directory, entries.len())
}

/// An archive whose entries all lie in the same place.
pub(crate) fn zip_of_one_place(inner: &Entry, n: usize) -> Vec<u8> {
    let mut archive = b"PK\x03\x04\x14\x00".to_vec();
    archive.extend(described(inner));
    archive.extend(inner.name.as_bytes());
    archive.extend_from_slice(&inner.packed);
    let mut directory = Vec::new();
    for number in 0..n {
        let mut entry = inner.clone();
        entry.name = format!("{number:0width$}", width = inner.name.len());
        list(&mut directory, &entry, 0);
    }
    close(archive, &directory, n)
}

/// What both headers of an entry say.
fn described(entry: &Entry) -> Vec<u8> {
    let mut header = Vec::new();
    for number in [entry.flags, entry.method, 0, 0x21] {
        header.extend(number.to_le_bytes());
    }
    header.extend(entry.checksum.to_le_bytes());
    header.extend((entry.packed.len() as u32).to_le_bytes());
    header.extend(entry.n_bytes.to_le_bytes());
    header.extend((entry.name.len() as u16).to_le_bytes());
    header.extend([0, 0]);
    header
}

fn list(directory: &mut Vec<u8>, entry: &Entry, at: usize) {
    directory.extend(b"PK\x01\x02\x14\x00\x14\x00");
    directory.extend(described(entry));
    directory.extend([0; 10]);
    directory.extend((at as u32).to_le_bytes());
    directory.extend(entry.name.as_bytes());
}

fn close(mut archive: Vec<u8>, directory: &[u8], n: usize) -> Vec<u8> {
    let at = archive.len() as u64;
    archive.extend_from_slice(directory);
    let is_large = n >= usize::from(u16::MAX);
    if is_large {
        let end = archive.len() as u64;
        archive.extend(b"PK\x06\x06");
        archive.extend(44_u64.to_le_bytes());
        archive.extend([45, 0, 45, 0]);
        archive.extend([0; 8]);
        for number in [n as u64, n as u64, directory.len() as u64, at] {
            archive.extend(number.to_le_bytes());
        }
        archive.extend(b"PK\x06\x07\0\0\0\0");
        archive.extend(end.to_le_bytes());
        archive.extend(1_u32.to_le_bytes());
    }
    let n = if is_large { u16::MAX } else { n as u16 };
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend(n.to_le_bytes());
    archive.extend(n.to_le_bytes());
    archive.extend((directory.len() as u32).to_le_bytes());
    archive.extend((at as u32).to_le_bytes());
    archive.extend([0, 0]);
    archive
}

/// A gzip of these bytes.
pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

/// A gzip of what an entry holds.
pub(crate) fn gzip_of(entry: &Entry) -> Vec<u8> {
    let mut bytes = b"\x1f\x8b\x08\0\0\0\0\0\0\x03".to_vec();
    bytes.extend_from_slice(&entry.packed);
    bytes.extend(entry.checksum.to_le_bytes());
    bytes.extend(entry.n_bytes.to_le_bytes());
    bytes
}
