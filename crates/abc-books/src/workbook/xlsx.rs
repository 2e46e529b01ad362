//! Workbooks of Excel 2007 and later (ECMA-376): which sheets there are, what their cells share.

mod links;
mod sheet;
mod strings;
mod styles;

use std::rc::Rc;

use abc_core::intake::IntakeError;

use super::number_format::{Epoch, Meaning};
use super::part::{Parts, attribute, attributes};
use super::value::Rows;
use super::{Book, SheetName};
use crate::container::Document;
use crate::input::Meter;
use crate::limits::{MAX_LISTED_SHEETS, MAX_SHEETS};
use crate::xml::Node;
use links::{Links, folder_of};

/// An open workbook. Its sheets are read one by one, as streams.
pub(super) struct Xlsx<'a> {
    parts: Parts<'a>,
    sheets: Vec<Sheet>,
    epoch: Epoch,
    /// The texts that cells refer to.
    strings: Vec<Rc<str>>,
    /// What numbers are, by the style of their cell.
    meanings: Vec<Meaning>,
}

struct Sheet {
    name: SheetName,
    part: String,
}

impl<'a> Xlsx<'a> {
    pub(super) fn open(document: &Document<'a>, meter: &'a Meter<'a>) -> Result<Self, IntakeError> {
        let parts = Parts::listed(document, meter)?;
        parts.check()?;
        let main = main_part(&parts)?;
        let links = Links::of_part(&parts, &main)?;
        let (sheets, epoch) = read_main(&parts, &main, &links)?;
        let strings = match links.first_of("sharedStrings") {
            Some(name) if parts.has(name) => strings::read(parts.open(name)?)?,
            _ => Vec::new(),
        };
        let meanings = match links.first_of("styles") {
            Some(name) if parts.has(name) => styles::read(parts.open(name)?)?,
            _ => Vec::new(),
        };
        Ok(Self {
            parts,
            sheets,
            epoch,
            strings,
            meanings,
        })
    }
}

impl Book for Xlsx<'_> {
    fn sheets(&self) -> Vec<SheetName> {
        self.sheets.iter().map(|sheet| sheet.name.clone()).collect()
    }

    fn rows(&self, index: usize, rows: &mut Rows<'_, '_>) -> Result<(), IntakeError> {
        let sheet = self.sheets.get(index).ok_or(IntakeError::ZipCorrupt)?;
        let cells = sheet::Cells {
            epoch: self.epoch,
            strings: &self.strings,
            meanings: &self.meanings,
        };
        sheet::read(self.parts.open(&sheet.part)?, &cells, rows)
    }
}

/// The part that lists the sheets.
fn main_part(parts: &Parts<'_>) -> Result<String, IntakeError> {
    let linked = if parts.has("_rels/.rels") {
        let links = Links::read(parts.open("_rels/.rels")?, "")?;
        links.first_of("officeDocument").map(str::to_owned)
    } else {
        None
    };
    let main = linked.unwrap_or_else(|| "xl/workbook.xml".to_owned());
    if main.to_ascii_lowercase().ends_with(".bin") {
        // The binary form (.xlsb) is not read; saving as another form helps.
        return Err(IntakeError::IsXlsx);
    }
    if folder_of(&main).eq_ignore_ascii_case("word/")
        || folder_of(&main).eq_ignore_ascii_case("ppt/")
    {
        return Err(IntakeError::NotText);
    }
    Ok(main)
}

fn read_main(
    parts: &Parts<'_>,
    main: &str,
    links: &Links,
) -> Result<(Vec<Sheet>, Epoch), IntakeError> {
    let mut part = parts.open(main)?;
    let (mut sheets, mut epoch) = (Vec::new(), Epoch::default());
    let mut n_listed = 0;
    loop {
        match part.next()? {
            Node::Start(tag) if tag.name() == "workbookPr" => {
                let is_1904 = attribute(&tag, "date1904");
                epoch = Epoch::of(is_1904.is_some_and(|value| is_true(&value)));
            }
            Node::Start(tag) if tag.name() == "sheet" => {
                let mut name = SheetName::default();
                let mut id = String::new();
                for (key, value) in attributes(&tag) {
                    match key {
                        "name" => name.name = value.into_owned(),
                        "state" => name.is_hidden = value != "visible",
                        "id" => id = value.into_owned(),
                        _ => {}
                    }
                }
                n_listed += 1;
                if n_listed > MAX_LISTED_SHEETS {
                    let max = MAX_SHEETS as u64;
                    return Err(IntakeError::TooManySheets { max });
                }
                let link = links.by_id(&id).ok_or(IntakeError::ZipCorrupt)?;
                // Charts, dialogs and macros have sheets of their own.
                if link.kind == "worksheet" {
                    let part = link.target.clone();
                    sheets.push(Sheet { name, part });
                }
            }
            Node::Eof => return Ok((sheets, epoch)),
            _ => {}
        }
    }
}

/// A truth of XML.
fn is_true(value: &str) -> bool {
    matches!(value, "1" | "true")
}
