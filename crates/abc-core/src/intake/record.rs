//! One record: where its fields lie in a buffer, and what is known of each besides its text.

use std::borrow::Cow;

use crate::mapping::cell::CellKind;

/// What is wrong with the shape of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Damage {
    /// A quote was opened and not closed in a way that makes sense.
    Quote,
    /// A field or the record is over its cap.
    TooLong,
}

/// Where a field lies in the buffer, quotes included.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) style: Style,
}

/// How a field was quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    /// Quotes around it and none inside: the content is a slice.
    Quoted,
    /// Doubled quotes inside, or text after the closing quote: the content must be built.
    Messy,
    /// Not from a text: what a workbook knows of the cell.
    Typed(CellKind),
}

/// One record, borrowed from the scanner's buffer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Record<'a> {
    /// The line it starts on, from 1.
    pub(crate) line: u64,
    /// The record as written, without its line end.
    pub(crate) raw: &'a [u8],
    /// Number of fields, also beyond those that are kept.
    pub(crate) n_fields: usize,
    /// What is wrong with its shape.
    pub(crate) damage: Option<Damage>,
    pub(super) buf: &'a [u8],
    pub(super) spans: &'a [Span],
}

impl<'a> Record<'a> {
    /// The content of a field; empty when the record has no such field.
    pub(crate) fn field(&self, index: usize) -> Cow<'a, [u8]> {
        let Some(span) = self.spans.get(index) else {
            return Cow::Borrowed(&[]);
        };
        match span.style {
            Style::Plain | Style::Typed(_) => Cow::Borrowed(self.slice(span.start, span.end)),
            Style::Quoted => Cow::Borrowed(self.slice(span.start + 1, span.end - 1)),
            Style::Messy => Cow::Owned(unquoted(self.slice(span.start, span.end))),
        }
    }

    /// What is known of a field besides its content.
    #[inline]
    pub(crate) fn kind(&self, index: usize) -> CellKind {
        match self.spans.get(index).map(|span| span.style) {
            Some(Style::Typed(kind)) => kind,
            _ => CellKind::Text,
        }
    }

    /// Whether it comes from a workbook.
    pub(crate) fn is_typed(&self) -> bool {
        let is_typed = |span: &Span| matches!(span.style, Style::Typed(_));
        self.spans.first().is_some_and(is_typed)
    }

    /// All fields that are kept, in order.
    pub(crate) fn fields(&self) -> impl Iterator<Item = Cow<'a, [u8]>> + '_ {
        (0..self.spans.len()).map(|index| self.field(index))
    }

    fn slice(&self, start: usize, end: usize) -> &'a [u8] {
        self.buf.get(start..end).unwrap_or_default()
    }
}

/// The content of a field whose quotes are doubled or followed by text.
fn unquoted(raw: &[u8]) -> Vec<u8> {
    let mut content = Vec::with_capacity(raw.len());
    let mut is_inside = true;
    let mut bytes = raw.iter().skip(1).copied().peekable();
    while let Some(byte) = bytes.next() {
        if byte != b'"' || !is_inside {
            content.push(byte);
        } else if bytes.next_if_eq(&b'"').is_some() {
            content.push(b'"');
        } else {
            is_inside = false;
        }
    }
    content
}
