//! Workbooks of Excel 97 to 2003 (MS-XLS, BIFF8). There is no streaming them: the file is small and in memory.

mod bytes;
mod compound;
mod records;
mod sheet;

use std::collections::HashMap;
use std::io::Read;
use std::rc::Rc;

use abc_core::intake::IntakeError;

use super::number_format::{Epoch, Meaning};
use super::value::{BYTES_PER_TEXT, Rows};
use super::{Book, SheetName};
use crate::container::Document;
use crate::input::{Meter, intake_error_in};
use crate::limits::{MAX_CELLS, MAX_SHARED_BYTES, MAX_WORKBOOK_BYTES};
use bytes::{u16_at, u32_at};
use compound::Compound;
use records::{
    BOF, BOUND_SHEET, DATE_MODE, EOF, FILE_PASS, FORMAT, Pieces, Record, Records, SST, XF,
};

/// An open workbook.
pub(super) struct Xls {
    stream: Vec<u8>,
    sheets: Vec<Sheet>,
    epoch: Epoch,
    /// The texts that cells refer to.
    strings: Vec<Rc<str>>,
    /// What numbers are, by the style of their cell.
    meanings: Vec<Meaning>,
}

struct Sheet {
    name: SheetName,
    /// Where its records begin.
    start: usize,
}

/// The version that BIFF8 names.
const BIFF8: u16 = 0x0600;

impl Xls {
    pub(super) fn open(document: &Document<'_>, meter: &Meter<'_>) -> Result<Self, IntakeError> {
        let stream = workbook_stream(document, meter)?;
        let mut globals = Globals::default();
        let mut records = Records::from(&stream, 0).ok_or(IntakeError::ZipCorrupt)?;
        let first = records.next().filter(|record| record.kind == BOF);
        let version = first.and_then(|record| u16_at(record.data, 0));
        match version {
            Some(BIFF8) => {}
            Some(_) => return Err(IntakeError::XlsTooOld),
            None => return Err(IntakeError::ZipCorrupt),
        }
        while let Some(record) = records.next().filter(|record| record.kind != EOF) {
            globals.take(record, &mut records)?;
        }
        let meanings = globals.meanings();
        Ok(Self {
            sheets: globals.sheets,
            epoch: globals.epoch,
            strings: globals.strings,
            meanings,
            stream,
        })
    }
}

impl Book for Xls {
    fn sheets(&self) -> Vec<SheetName> {
        self.sheets.iter().map(|sheet| sheet.name.clone()).collect()
    }

    fn rows(&self, index: usize, rows: &mut Rows<'_, '_>) -> Result<(), IntakeError> {
        let sheet = self.sheets.get(index).ok_or(IntakeError::ZipCorrupt)?;
        let records = Records::from(&self.stream, sheet.start).ok_or(IntakeError::ZipCorrupt)?;
        let cells = sheet::Cells {
            epoch: self.epoch,
            strings: &self.strings,
            meanings: &self.meanings,
        };
        sheet::read(records, &cells, rows)
    }
}

/// The workbook within the compound file.
fn workbook_stream(document: &Document<'_>, meter: &Meter<'_>) -> Result<Vec<u8>, IntakeError> {
    let mut bytes = Vec::new();
    document
        .open(meter)?
        .take(MAX_WORKBOOK_BYTES)
        .read_to_end(&mut bytes)
        .map_err(|error| intake_error_in(&error).unwrap_or(IntakeError::Unreadable))?;
    let file = Compound::open(&bytes)?;
    if file.has("EncryptedPackage") {
        return Err(IntakeError::FileEncrypted);
    }
    if file.has("Workbook") {
        return file.file("Workbook");
    }
    // Excel 5 and 95 name it so; a compound file without either is a letter, a mail, a presentation.
    Err(if file.has("Book") {
        IntakeError::XlsTooOld
    } else {
        IntakeError::NotText
    })
}

/// What stands before the sheets.
#[derive(Default)]
struct Globals {
    sheets: Vec<Sheet>,
    epoch: Epoch,
    strings: Vec<Rc<str>>,
    formats: HashMap<u16, Meaning>,
    /// The number format of each style.
    styles: Vec<u16>,
}

impl Globals {
    fn take<'s>(
        &mut self,
        record: Record<'s>,
        records: &mut Records<'s>,
    ) -> Result<(), IntakeError> {
        let data = record.data;
        match record.kind {
            FILE_PASS => return Err(IntakeError::FileEncrypted),
            DATE_MODE => self.epoch = Epoch::of(u16_at(data, 0) == Some(1)),
            FORMAT => {
                let code = Pieces::new(vec![data.get(2..).unwrap_or_default()]).text();
                if let (Some(id), Some(code)) = (u16_at(data, 0), code) {
                    self.formats.insert(id, Meaning::of_code(&code));
                }
            }
            XF => self.styles.push(u16_at(data, 2).unwrap_or_default()),
            BOUND_SHEET => {
                let (sheet, has_cells) = sheet_of(data).ok_or(IntakeError::ZipCorrupt)?;
                self.sheets.extend(has_cells.then_some(sheet));
            }
            SST => self.strings = shared_strings(records.with_continued(record))?,
            _ => {}
        }
        Ok(())
    }

    fn meanings(&self) -> Vec<Meaning> {
        let meaning = |id: &u16| {
            let written_out = self.formats.get(id).copied();
            written_out.unwrap_or_else(|| Meaning::of_built_in(u32::from(*id)))
        };
        self.styles.iter().map(meaning).collect()
    }
}

/// A sheet, and whether it has cells: others hold a chart or macros.
fn sheet_of(data: &[u8]) -> Option<(Sheet, bool)> {
    let start = u32_at(data, 0)? as usize;
    let is_hidden = data.get(4)? & 3 != 0;
    let has_cells = *data.get(5)? == 0;
    let name = Pieces::new(vec![data.get(6..)?]).short_text()?;
    let name = SheetName { name, is_hidden };
    Some((Sheet { name, start }, has_cells))
}

/// The texts that cells refer to. Less than promised is damage; more is not read.
fn shared_strings(mut pieces: Pieces<'_>) -> Result<Vec<Rc<str>>, IntakeError> {
    let mut strings: Vec<Rc<str>> = Vec::new();
    let _n_uses = pieces.u32();
    let n = pieces.u32().ok_or(IntakeError::ZipCorrupt)?;
    if u64::from(n) > MAX_CELLS {
        return Err(IntakeError::TooManyCells { max: MAX_CELLS });
    }
    let mut n_bytes = 0;
    for _ in 0..n {
        let text = pieces.rich_text().ok_or(IntakeError::ZipCorrupt)?;
        n_bytes += text.len() + BYTES_PER_TEXT;
        if n_bytes > MAX_SHARED_BYTES {
            let (n_bytes, max) = (n_bytes as u64, MAX_SHARED_BYTES as u64);
            return Err(IntakeError::TooLarge { n_bytes, max });
        }
        strings.push(text.into());
    }
    Ok(strings)
}
