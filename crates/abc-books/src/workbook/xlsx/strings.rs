//! Texts of xlsx: those that cells share, and the parts that a text is written in.

use std::borrow::Cow;
use std::rc::Rc;

use abc_core::intake::IntakeError;

use crate::limits::{MAX_CELLS, MAX_SHARED_BYTES};
use crate::workbook::part::Part;
use crate::workbook::value::{BYTES_PER_TEXT, push_text};
use crate::xml::Node;

/// The shared texts, in the order that cells count in.
pub(super) fn read(mut part: Part<'_>) -> Result<Vec<Rc<str>>, IntakeError> {
    let mut strings: Vec<Rc<str>> = Vec::new();
    let mut n_bytes = 0;
    let mut path = TextPath::default();
    let mut text = String::new();
    loop {
        match part.next()? {
            Node::Start(tag) => {
                if tag.name() == "si" {
                    text.clear();
                }
                path.push(tag.name());
            }
            Node::Text(piece) if path.is_text() => push_text(&mut text, &piece),
            Node::End => {
                if path.pop() == Element::Item {
                    let shown = unescaped(&text);
                    n_bytes += shown.len() + BYTES_PER_TEXT;
                    if n_bytes > MAX_SHARED_BYTES {
                        return Err(IntakeError::TooLarge {
                            n_bytes: n_bytes as u64,
                            max: MAX_SHARED_BYTES as u64,
                        });
                    }
                    if strings.len() as u64 >= MAX_CELLS {
                        return Err(IntakeError::TooManyCells { max: MAX_CELLS });
                    }
                    strings.push(shown.as_ref().into());
                }
            }
            Node::Eof => return Ok(strings),
            Node::Text(_) | Node::Other => {}
        }
    }
}

/// Where in a text the reader is: a text may be in runs, each with a layout of its own, and may have the
/// reading of Japanese beside it, which is no part of it.
#[derive(Debug, Default)]
pub(super) struct TextPath(Vec<Element>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    /// `si` or `is`: a text.
    Item,
    /// `t`: characters of it.
    Characters,
    /// `rPh`: how it is read aloud.
    Phonetic,
    Other,
}

impl TextPath {
    pub(super) fn push(&mut self, name: &str) {
        self.0.push(match name {
            "si" | "is" => Element::Item,
            "t" => Element::Characters,
            "rPh" => Element::Phonetic,
            _ => Element::Other,
        });
    }

    pub(super) fn pop(&mut self) -> Element {
        self.0.pop().unwrap_or(Element::Other)
    }

    /// Whether what stands here belongs to the text.
    pub(super) fn is_text(&self) -> bool {
        self.0.last() == Some(&Element::Characters) && !self.0.contains(&Element::Phonetic)
    }
}

/// A text without `_x000D_`: characters that XML cannot hold are written so (ECMA-376 part 1, 22.9.2.19).
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        shown.push_str(before);
        if let Some((c, after)) = escape(from) {
            shown.push(c);
            rest = after;
        } else {
            shown.push_str("_x");
            rest = from.get(2..).unwrap_or_default();
        }
    }
    shown.push_str(rest);
    Cow::Owned(shown)
}

/// The character of an escape at the beginning of a text, and what comes after.
fn escape(text: &str) -> Option<(char, &str)> {
    let digits = text.get(2..6)?;
    let after = text.get(6..)?.strip_prefix('_')?;
    let is_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    let code = u32::from_str_radix(digits, 16).ok().filter(|_| is_hex)?;
    Some((char::from_u32(code)?, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_characters() {
        let cases = [
            ("Jansen", "Jansen"),
            ("Jansen_x000D_\nUtrecht", "Jansen\r\nUtrecht"),
            ("a_x005F_x000D_b", "a_x000D_b"),
            ("_x12_", "_x12_"),
            ("_xZZZZ_", "_xZZZZ_"),
            ("_xD800_", "_xD800_"),
            ("_x", "_x"),
            ("_x+041_", "_x+041_"),
            ("_xé000_", "_xé000_"),
        ];
        for (text, expected) in cases {
            assert_eq!(unescaped(text), expected);
        }
    }
}
