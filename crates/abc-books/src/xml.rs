//! XML as a stream of element names and texts, with caps, without namespaces and without any look-up.
//!
//! A DOCTYPE is refused outright: no entity but the five of XML itself is ever replaced.

mod decode;
mod text;

use std::borrow::Cow;

use abc_core::intake::IntakeError;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Error, Reader};

use crate::input::intake_error_in;
use crate::limits::{MAX_ATTRIBUTES, MAX_DEPTH};
pub(crate) use decode::{Found, HEAD_BYTES, text_of_head};
pub(crate) use text::{Learned, Text};

/// One step through a document.
pub(crate) enum Node<'n> {
    /// An element begins.
    Start(Tag<'n>),
    /// Part of the text of an element; comments and references cut a text into parts.
    Text(Cow<'n, str>),
    /// The element ends that began last.
    End,
    /// A comment, a declaration.
    Other,
    /// The document is whole.
    Eof,
}

/// The beginning of an element.
pub(crate) struct Tag<'n>(BytesStart<'n>);

impl Tag<'_> {
    /// The name without prefix.
    pub(crate) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// As written, unread.
    pub(crate) fn attributes(&self) -> &str {
        self.0.attributes_raw()
    }
}

/// Why a pass over a document ends early.
#[derive(Debug)]
pub(crate) enum Stop {
    /// For good.
    Refused(IntakeError),
    /// The bytes are not in the encoding they were taken for; what is known now is kept.
    Again,
}

impl From<IntakeError> for Stop {
    fn from(error: IntakeError) -> Self {
        Self::Refused(error)
    }
}

/// A document being read.
pub(crate) struct Xml<'a> {
    reader: Reader<Text<'a>>,
    buffer: Vec<u8>,
    depth: usize,
    has_root: bool,
    has_forbidden_reference: bool,
}

impl<'a> Xml<'a> {
    pub(crate) fn new(text: Text<'a>) -> Self {
        let mut reader = Reader::from_reader(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        // `Jansen & Zonen` without escaping occurs, and can only mean one thing.
        config.allow_dangling_amp = true;
        Self {
            reader,
            buffer: Vec::new(),
            depth: 0,
            has_root: false,
            has_forbidden_reference: false,
        }
    }

    /// How the parts were encoded, what was dropped.
    pub(crate) fn found(&self) -> &[Found] {
        self.reader.get_ref().found()
    }

    /// Whether characters were dropped that XML forbids.
    pub(crate) fn has_forbidden(&self) -> bool {
        self.has_forbidden_reference || self.found().iter().any(|part| part.has_forbidden)
    }

    /// The line the reader is on, from 1.
    pub(crate) fn line(&self) -> u64 {
        self.reader.get_ref().line()
    }

    /// Bytes of the text so far, as UTF-8.
    pub(crate) fn n_bytes(&self) -> u64 {
        self.reader.buffer_position()
    }

    /// What was learned about the encodings; for the next pass.
    pub(crate) fn into_learned(self) -> Learned {
        self.reader.into_inner().into_learned()
    }

    pub(crate) fn next(&mut self) -> Result<Node<'_>, Stop> {
        self.buffer.clear();
        self.reader.get_mut().begin_node();
        let line = self.reader.get_ref().line();
        let event = match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => event,
            Err(error) => return Err(stop_of(&error, line)),
        };
        Ok(match event {
            Event::Start(start) => {
                self.depth += 1;
                let n_attributes_most = start.attributes_raw().len() / "a=''".len();
                let has_too_many = n_attributes_most > MAX_ATTRIBUTES
                    && start.attributes().nth(MAX_ATTRIBUTES).is_some();
                if self.depth > MAX_DEPTH || has_too_many {
                    let max = MAX_DEPTH as u64;
                    return Err(IntakeError::TooDeep { line, max }.into());
                }
                if self.depth == 1 && std::mem::replace(&mut self.has_root, true) {
                    return Err(IntakeError::XmlBroken { line }.into());
                }
                Node::Start(Tag(start))
            }
            Event::End(_) => {
                self.depth = self.depth.saturating_sub(1);
                Node::End
            }
            Event::Text(text) if self.depth > 0 => Node::Text(text.into_inner()),
            Event::CData(text) if self.depth > 0 => Node::Text(text.into_inner()),
            Event::Text(text) if text.trim().is_empty() => Node::Other,
            Event::GeneralRef(reference) if self.depth > 0 => {
                let text = referred(&reference);
                self.has_forbidden_reference |= text.is_none();
                text.map_or(Node::Other, Node::Text)
            }
            Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) => {
                return Err(IntakeError::XmlBroken { line }.into());
            }
            Event::DocType(_) => return Err(IntakeError::XmlDoctype.into()),
            Event::Eof if self.depth > 0 || !self.has_root => {
                return Err(IntakeError::XmlTruncated { line }.into());
            }
            Event::Eof => Node::Eof,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::Empty(_) => Node::Other,
        })
    }
}

/// What a reference stands for: one of the five names of XML, or a character that XML allows.
fn referred<'n>(reference: &BytesRef<'n>) -> Option<Cow<'n, str>> {
    let named = match reference.as_ref() {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => {
            let character = reference.resolve_char_ref().ok()??;
            let is_allowed = !matches!(character, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
            return is_allowed.then(|| Cow::Owned(character.to_string()));
        }
    };
    Some(Cow::Borrowed(named))
}

fn stop_of(error: &Error, line: u64) -> Stop {
    match error {
        Error::Io(error) if text::is_contradiction(error) => Stop::Again,
        Error::Io(error) => match intake_error_in(error) {
            Some(IntakeError::ElementTooLong { max, .. }) => {
                IntakeError::ElementTooLong { line, max }.into()
            }
            Some(error) => error.into(),
            None => IntakeError::Unreadable.into(),
        },
        // Each of these says that the input ended before something that had begun.
        Error::Syntax(_) => IntakeError::XmlTruncated { line }.into(),
        _ => IntakeError::XmlBroken { line }.into(),
    }
}
