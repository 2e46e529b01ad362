//! The parts of a workbook that is a zip: how they are found, counted and gone through.

use std::borrow::Cow;
use std::cell::Cell;
use std::io::Read;
use std::rc::Rc;

use abc_core::intake::IntakeError;
use quick_xml::XmlVersion;
use quick_xml::events::attributes::Attributes;

use crate::container::Document;
use crate::input::{Meter, intake_error_in};
use crate::limits::{MAX_INFLATED_BYTES, MAX_PASSED_BYTES};
use crate::xml::{Learned, Node, Stop, Tag, Text, Xml};

/// The files in a workbook.
pub(super) struct Parts<'a> {
    documents: Vec<Document<'a>>,
    meter: &'a Meter<'a>,
    /// Bytes of all parts that were gone through, each time that they were.
    n_passed: Rc<Cell<u64>>,
}

impl<'a> Parts<'a> {
    /// The files as listed, none of them looked at.
    pub(super) fn listed(
        workbook: &Document<'a>,
        meter: &'a Meter<'a>,
    ) -> Result<Self, IntakeError> {
        let documents = workbook.entries(meter)?;
        Ok(Self {
            documents,
            meter,
            n_passed: Rc::default(),
        })
    }

    /// Unpacks every part once and keeps none: what is damaged or too much is known before a cell is read.
    pub(super) fn check(&self) -> Result<(), IntakeError> {
        let mut buffer = vec![0; 1 << 16];
        for document in self.documents.iter().filter(|part| is_xml(&part.name)) {
            let mut bytes = document.open(self.meter)?;
            loop {
                match bytes.read(&mut buffer) {
                    Ok(0) => break,
                    Ok(_) => {}
                    Err(error) => {
                        return Err(intake_error_in(&error).unwrap_or(IntakeError::ZipCorrupt));
                    }
                }
            }
        }
        Ok(())
    }

    /// Whether there is a part of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.documents
            .iter()
            .any(|document| is_same(&document.name, name))
    }

    /// A part from its first byte.
    pub(super) fn open(&self, name: &str) -> Result<Part<'a>, IntakeError> {
        let document = self
            .documents
            .iter()
            .find(|document| is_same(&document.name, name))
            .ok_or(IntakeError::ZipCorrupt)?;
        let text = Text::new(vec![document.clone()], Learned::default(), self.meter);
        Ok(Part {
            xml: Xml::new(text),
            n_bytes: 0,
            n_passed: Rc::clone(&self.n_passed),
        })
    }
}

fn is_xml(name: &str) -> bool {
    let extension = name.rsplit('.').next().unwrap_or_default();
    ["xml", "rels"]
        .iter()
        .any(|xml| extension.eq_ignore_ascii_case(xml))
}

/// Names of parts are equal apart from capitals, and some writers part folders as Windows does.
fn is_same(name: &str, other: &str) -> bool {
    name.replace('\\', "/").eq_ignore_ascii_case(other)
}

/// A part of a workbook that is being gone through.
pub(super) struct Part<'a> {
    xml: Xml<'a>,
    n_bytes: u64,
    n_passed: Rc<Cell<u64>>,
}

impl Part<'_> {
    /// The next step. A workbook is written by programs: XML that is not well-formed is damage.
    pub(super) fn next(&mut self) -> Result<Node<'_>, IntakeError> {
        let n_bytes = self.xml.n_bytes();
        let n_passed = self.n_passed.get() + (n_bytes - self.n_bytes);
        self.n_bytes = n_bytes;
        self.n_passed.set(n_passed);
        if n_passed > MAX_PASSED_BYTES {
            let max = MAX_INFLATED_BYTES;
            return Err(IntakeError::ZipBomb { max });
        }
        self.xml.next().map_err(|stop| match stop {
            Stop::Again
            | Stop::Refused(IntakeError::XmlTruncated { .. } | IntakeError::XmlBroken { .. }) => {
                IntakeError::ZipCorrupt
            }
            Stop::Refused(error) => error,
        })
    }
}

/// The attributes of an element, by name without prefix; what is not well-formed is left out.
pub(super) fn attributes<'t>(tag: &'t Tag<'_>) -> impl Iterator<Item = (&'t str, Cow<'t, str>)> {
    let mut attributes = Attributes::new(tag.attributes(), 0);
    attributes.with_checks(false);
    attributes.filter_map(|attribute| {
        let attribute = attribute.ok()?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
        Some((attribute.key.local_name().into_inner(), value))
    })
}

/// One attribute of an element, by name without prefix.
pub(super) fn attribute<'t>(tag: &'t Tag<'_>, name: &str) -> Option<Cow<'t, str>> {
    attributes(tag)
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}
