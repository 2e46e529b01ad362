//! The files within a compound file (MS-CFB), the container of Excel 97 to 2003 and of workbooks with a password.
//!
//! Every number in it is the file's own claim: a chain of sectors is followed for at most as many as there are.

use abc_core::intake::IntakeError;

use super::bytes::{u16_at, u32_at};

/// A compound file in memory.
pub(super) struct Compound<'b> {
    bytes: &'b [u8],
    sector_size: usize,
    /// The sector after each sector.
    next: Vec<u32>,
    /// The small files, one after the other, in pieces of `SMALL_SECTOR`.
    small: Vec<u8>,
    next_small: Vec<u32>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    start: u32,
    n_bytes: usize,
}

const HEADER_BYTES: usize = 512;
const ENTRY_BYTES: usize = 128;
const SMALL_SECTOR: usize = 64;
/// Files below this lie among the small ones.
const SMALL_FILE: usize = 4_096;
/// From here on a number is no sector but a mark.
const FIRST_MARK: u32 = 0xFFFF_FFFA;

impl<'b> Compound<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, IntakeError> {
        Self::parse(bytes).ok_or(IntakeError::ZipCorrupt)
    }

    fn parse(bytes: &'b [u8]) -> Option<Self> {
        let sector_size = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4_096,
            _ => return None,
        };
        let mut file = Self {
            bytes,
            sector_size,
            next: Vec::new(),
            small: Vec::new(),
            next_small: Vec::new(),
            entries: Vec::new(),
        };
        file.next = file.read_table()?;
        let listing = file.chain(u32_at(bytes, 48)?, usize::MAX)?;
        file.entries = listing
            .chunks_exact(ENTRY_BYTES)
            .filter_map(entry_of)
            .collect();
        // The root, which is the first entry, holds the small files.
        let root = file.entries.first()?;
        let (start, n_bytes) = (root.start, root.n_bytes);
        if start < FIRST_MARK {
            file.small = file.chain(start, n_bytes)?;
            let table = file.chain(u32_at(bytes, 60)?, usize::MAX)?;
            file.next_small = numbers(&table).collect();
        }
        Some(file)
    }

    /// Whether there is a file of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// The bytes of a file.
    pub(super) fn file(&self, name: &str) -> Result<Vec<u8>, IntakeError> {
        let bytes = self.entry(name).and_then(|entry| {
            if entry.n_bytes < SMALL_FILE {
                self.small_chain(entry.start, entry.n_bytes)
            } else {
                self.chain(entry.start, entry.n_bytes)
            }
        });
        bytes.ok_or(IntakeError::ZipCorrupt)
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries
            .iter()
            .find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    fn sector(&self, number: u32) -> Option<&'b [u8]> {
        // The header takes the place of a sector.
        let start = (number as usize)
            .checked_add(1)?
            .checked_mul(self.sector_size)?;
        let end = start.checked_add(self.sector_size)?.min(self.bytes.len());
        self.bytes
            .get(start..end)
            .filter(|sector| !sector.is_empty())
    }

    /// The table of what sector follows which. Its own sectors are listed in the header and, for large files,
    /// in further sectors that refer to each other.
    fn read_table(&self) -> Option<Vec<u32>> {
        let n_sectors = self.bytes.len() / self.sector_size;
        let mut listed: Vec<u32> = numbers(self.bytes.get(76..HEADER_BYTES)?).collect();
        let mut further = u32_at(self.bytes, 68)?;
        let mut n_further = 0;
        while further < FIRST_MARK {
            n_further += 1;
            if n_further > n_sectors {
                return None;
            }
            let mut list: Vec<u32> = numbers(self.sector(further)?).collect();
            further = list.pop()?;
            listed.extend(list);
        }
        let sectors = listed.into_iter().filter(|number| *number < FIRST_MARK);
        let mut table = Vec::new();
        for number in sectors.take(n_sectors) {
            table.extend(numbers(self.sector(number)?));
        }
        Some(table)
    }

    /// The bytes of the sectors from one on, `n_bytes` of them where there are more.
    fn chain(&self, start: u32, n_bytes: usize) -> Option<Vec<u8>> {
        let n_sectors = self.bytes.len() / self.sector_size;
        let mut bytes = Vec::new();
        let mut number = start;
        for _ in 0..=n_sectors {
            if number >= FIRST_MARK || bytes.len() >= n_bytes {
                bytes.truncate(n_bytes);
                let is_whole = n_bytes == usize::MAX || bytes.len() == n_bytes;
                return is_whole.then_some(bytes);
            }
            bytes.extend_from_slice(self.sector(number)?);
            number = *self.next.get(number as usize)?;
        }
        None
    }

    fn small_chain(&self, start: u32, n_bytes: usize) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut number = start;
        while bytes.len() < n_bytes {
            let at = (number as usize).checked_mul(SMALL_SECTOR)?;
            let end = at.checked_add(SMALL_SECTOR)?.min(self.small.len());
            let piece = self.small.get(at..end).filter(|piece| !piece.is_empty())?;
            bytes.extend_from_slice(piece);
            number = *self.next_small.get(number as usize)?;
        }
        bytes.truncate(n_bytes);
        Some(bytes)
    }
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).filter_map(|number| u32_at(number, 0))
}

fn entry_of(bytes: &[u8]) -> Option<Entry> {
    let units = bytes
        .get(..64)?
        .chunks_exact(2)
        .filter_map(|unit| u16_at(unit, 0));
    let units: Vec<u16> = units.take_while(|unit| *unit != 0).collect();
    Some(Entry {
        name: String::from_utf16_lossy(&units),
        start: u32_at(bytes, 116)?,
        n_bytes: u32_at(bytes, 120)? as usize,
    })
}
