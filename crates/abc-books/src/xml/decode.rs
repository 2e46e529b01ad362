//! Bytes of one part to UTF-8, chunk by chunk: byte order mark, then the declaration where the bytes agree,
//! else UTF-8, else windows-1252. What XML forbids is dropped on the way.
//!
//! Nobody can know from the first bytes whether all of a file is UTF-8, so that is presumed; the first byte
//! that contradicts it makes the document be read again as windows-1252.

use std::io::{self, Read};

use abc_core::intake::Encoding;
use encoding_rs::{Decoder, DecoderResult, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

const CHUNK_BYTES: usize = 1 << 16;
/// No encoding that is read here grows more than this when it becomes UTF-8.
const MOST_GROWTH: usize = 3;
/// A declaration stands within this.
const DECLARATION_BYTES: usize = 256;

/// What was found out about the bytes of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "a list of marks, each on its own"
)]
pub(crate) struct Found {
    pub(crate) encoding: Encoding,
    pub(crate) has_bom: bool,
    declared: Option<Encoding>,
    has_declaration_of_another: bool,
    is_all_ascii: bool,
    /// Characters were dropped that XML forbids.
    pub(crate) has_forbidden: bool,
}

impl Found {
    /// The encoding to show: plain ASCII is what it says it is.
    pub(crate) fn encoding(&self) -> Encoding {
        match self.declared {
            Some(Encoding::Windows1252) if self.is_all_ascii && !self.has_bom => {
                Encoding::Windows1252
            }
            _ => self.encoding,
        }
    }

    /// Whether the file says another encoding than it is in.
    pub(crate) fn is_mismatch(&self) -> bool {
        let differs = self
            .declared
            .is_some_and(|declared| !is_same(declared, self.encoding()));
        (differs || self.has_declaration_of_another) && !self.is_all_ascii
    }
}

/// A declaration says `UTF-16`, and the byte order mark which of the two.
fn is_same(declared: Encoding, found: Encoding) -> bool {
    let is_utf_16 = |encoding| matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be);
    declared == found || (is_utf_16(declared) && is_utf_16(found))
}

/// The error of a part whose bytes are not in the encoding that they were taken for.
#[derive(Debug, thiserror::Error)]
#[error("not UTF-8")]
pub(crate) struct Contradiction;

/// One part of a document as UTF-8.
pub(crate) struct Decoded<'a> {
    raw: Box<dyn Read + 'a>,
    input: Vec<u8>,
    n_used: usize,
    has_ended: bool,
    decoder: Decoder,
    is_finished: bool,
    has_begun: bool,
    output: Vec<u8>,
    pub(crate) found: Found,
}

impl<'a> Decoded<'a> {
    /// `settled`: what an earlier pass found the encoding to be.
    pub(crate) fn new(mut raw: Box<dyn Read + 'a>, settled: Option<Encoding>) -> io::Result<Self> {
        let mut input = Vec::with_capacity(CHUNK_BYTES);
        raw.by_ref()
            .take(CHUNK_BYTES as u64)
            .read_to_end(&mut input)?;
        let (marked, n_mark_bytes) = match input.as_slice() {
            [0xef, 0xbb, 0xbf, ..] => (Some(Encoding::Utf8), 3),
            [0xff, 0xfe, ..] => (Some(Encoding::Utf16Le), 2),
            [0xfe, 0xff, ..] => (Some(Encoding::Utf16Be), 2),
            [b'<', 0, _, 0, ..] => (Some(Encoding::Utf16Le), 0),
            [0, b'<', 0, _, ..] => (Some(Encoding::Utf16Be), 0),
            _ => (None, 0),
        };
        let encoding = settled.or(marked).unwrap_or(Encoding::Utf8);
        let declaration = declaration_in(&input);
        let declared = declaration.as_deref().and_then(encoding_named);
        Ok(Self {
            raw,
            has_ended: input.len() < CHUNK_BYTES,
            input,
            n_used: n_mark_bytes,
            decoder: match encoding {
                Encoding::Utf16Le => UTF_16LE,
                Encoding::Utf16Be => UTF_16BE,
                Encoding::Windows1252 | Encoding::Cp850 => WINDOWS_1252,
                Encoding::Utf8 => UTF_8,
            }
            .new_decoder_without_bom_handling(),
            is_finished: false,
            has_begun: false,
            output: Vec::new(),
            found: Found {
                encoding,
                has_bom: n_mark_bytes > 0,
                declared,
                has_declaration_of_another: declaration.is_some() && declared.is_none(),
                is_all_ascii: encoding == Encoding::Utf8,
                has_forbidden: false,
            },
        })
    }

    /// Whether a chunk was given already.
    pub(crate) fn has_begun(&self) -> bool {
        self.has_begun
    }

    /// The next chunk; empty at the end of the part. Chunks end where characters end.
    pub(crate) fn next_chunk(&mut self) -> io::Result<&[u8]> {
        self.has_begun = true;
        self.output.clear();
        while self.output.is_empty() && !self.is_finished {
            if self.n_used == self.input.len() && !self.has_ended {
                self.input.resize(CHUNK_BYTES, 0);
                let n = self.raw.read(&mut self.input)?;
                self.input.truncate(n);
                self.n_used = 0;
                self.has_ended = n == 0;
            }
            let bytes = self.input.get(self.n_used..).unwrap_or_default();
            self.output.resize(CHUNK_BYTES * MOST_GROWTH, 0);
            let (result, n_read, n_written) = self.decoder.decode_to_utf8_without_replacement(
                bytes,
                &mut self.output,
                self.has_ended,
            );
            self.n_used += n_read;
            self.output.truncate(n_written);
            match result {
                DecoderResult::InputEmpty => self.is_finished = self.has_ended,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) if self.found.encoding == Encoding::Utf8 => {
                    return Err(io::Error::other(Contradiction));
                }
                // Half a pair of UTF-16: dropped, as what XML forbids.
                DecoderResult::Malformed(..) => self.found.has_forbidden = true,
            }
            self.found.is_all_ascii &= self.output.is_ascii();
            self.found.has_forbidden |= drop_forbidden(&mut self.output);
        }
        Ok(&self.output)
    }
}

/// Takes out what may not stand in XML 1.0; answers whether there was any.
fn drop_forbidden(text: &mut Vec<u8>) -> bool {
    let is_control = |byte: &u8| *byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r');
    let has_noncharacter = || {
        memchr::memmem::find(text, "\u{fffe}".as_bytes()).is_some()
            || memchr::memmem::find(text, "\u{ffff}".as_bytes()).is_some()
    };
    if !text.iter().any(is_control) && (text.is_ascii() || !has_noncharacter()) {
        return false;
    }
    let mut kept = String::from_utf8_lossy(text).into_owned();
    kept.retain(|c| {
        !matches!(c, '\u{fffe}' | '\u{ffff}') && (c >= ' ' || matches!(c, '\t' | '\n' | '\r'))
    });
    *text = kept.into_bytes();
    true
}

/// What `encoding="…"` says in the declaration, in any encoding that has ASCII in it.
fn declaration_in(head: &[u8]) -> Option<String> {
    let start = head.get(..head.len().min(2 * DECLARATION_BYTES))?;
    let ascii: String = start
        .iter()
        .filter(|byte| **byte != 0)
        .map(|byte| char::from(*byte))
        .collect();
    let (_, rest) = ascii.split_once("<?xml")?;
    let (declaration, _) = rest.split_once("?>")?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (name, _) = value.get(1..)?.split_once(quote)?;
    Some(name.to_ascii_lowercase())
}

fn encoding_named(name: &str) -> Option<Encoding> {
    Some(match name {
        "utf-8" | "utf8" | "us-ascii" | "ascii" => Encoding::Utf8,
        "utf-16" | "utf-16le" | "ucs-2" | "iso-10646-ucs-2" => Encoding::Utf16Le,
        "utf-16be" => Encoding::Utf16Be,
        "windows-1252" | "cp1252" | "iso-8859-1" | "iso8859-1" | "latin1" | "iso-8859-15"
        | "windows-1250" => Encoding::Windows1252,
        _ => return None,
    })
}

/// The beginning of a part as text, to tell what it is. `head`: the first `HEAD_BYTES`, or all there is.
pub(crate) fn text_of_head(head: &[u8]) -> String {
    let chunk_as = |settled| {
        let mut part = Decoded::new(Box::new(head), settled)?;
        part.next_chunk()
            .map(|chunk| String::from_utf8_lossy(chunk).into_owned())
    };
    chunk_as(None)
        .or_else(|_contradiction| chunk_as(Some(Encoding::Windows1252)))
        .unwrap_or_default()
}

/// As much of a part as is looked at to tell what it is.
pub(crate) const HEAD_BYTES: u64 = CHUNK_BYTES as u64;
