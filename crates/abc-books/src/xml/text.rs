//! The text of a document that may lie in several files: one after the other, each in its own encoding.

use std::io::{self, BufRead, Read};

use abc_core::intake::{Encoding, IntakeError};

use super::decode::{Contradiction, Decoded, Found};
use crate::container::Document;
use crate::input::Meter;
use crate::limits::MAX_NODE_BYTES;

/// What an earlier pass learned: the encoding of each part, where it is not the presumed one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Learned(Vec<Option<Encoding>>);

/// The parts of a document as one text.
pub(crate) struct Text<'a> {
    parts: Vec<Document<'a>>,
    meter: &'a Meter<'a>,
    learned: Learned,
    current: Option<Decoded<'a>>,
    n_opened: usize,
    found: Vec<Found>,
    chunk: Vec<u8>,
    n_consumed: usize,
    n_node_bytes: usize,
    line: u64,
}

impl<'a> Text<'a> {
    /// The parts in order.
    pub(crate) fn new(parts: Vec<Document<'a>>, learned: Learned, meter: &'a Meter<'a>) -> Self {
        Self {
            parts,
            meter,
            learned,
            current: None,
            n_opened: 0,
            found: Vec::new(),
            chunk: Vec::new(),
            n_consumed: 0,
            n_node_bytes: 0,
            line: 1,
        }
    }

    /// From here on the cap of a node counts anew.
    pub(super) fn begin_node(&mut self) {
        self.n_node_bytes = 0;
    }

    /// The line that is being read, from 1, counted through all parts.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    /// Per part that was opened.
    pub(super) fn found(&self) -> &[Found] {
        &self.found
    }

    pub(super) fn into_learned(self) -> Learned {
        self.learned
    }

    /// Fills the chunk from the current part, or from the next; leaves it empty at the end of the last.
    fn advance(&mut self) -> io::Result<()> {
        self.chunk.clear();
        self.n_consumed = 0;
        while self.chunk.is_empty() {
            let Some(part) = &mut self.current else {
                let Some(document) = self.parts.get(self.n_opened) else {
                    return Ok(());
                };
                let raw = document.open(self.meter).map_err(io::Error::other)?;
                let settled = self.learned.0.get(self.n_opened).copied().flatten();
                let part = Decoded::new(raw, settled)?;
                self.found.push(part.found.clone());
                self.current = Some(part);
                self.n_opened += 1;
                continue;
            };
            let is_start = !part.has_begun();
            let outcome = part.next_chunk().map(|chunk| {
                let from = if is_start && self.n_opened > 1 {
                    len_of_continuation_mark(chunk)
                } else {
                    0
                };
                self.chunk
                    .extend_from_slice(chunk.get(from..).unwrap_or_default());
                chunk.is_empty()
            });
            if let Some(found) = self.found.last_mut() {
                found.clone_from(&part.found);
            }
            match outcome {
                Ok(true) => self.current = None,
                Ok(false) => {}
                Err(error) => {
                    if is_contradiction(&error) {
                        self.learned.0.resize(self.n_opened, None);
                        if let Some(last) = self.learned.0.last_mut() {
                            *last = Some(Encoding::Windows1252);
                        }
                    }
                    return Err(error);
                }
            }
        }
        Ok(())
    }
}

/// Whether the bytes contradict the encoding that they were taken for.
pub(super) fn is_contradiction(error: &io::Error) -> bool {
    let inner = error.get_ref();
    inner
        .and_then(|inner| inner.downcast_ref::<Contradiction>())
        .is_some()
}

/// How a further part begins: `<!-- Vervolgbestand 2 van 2 -->`, and what stands around it. The text of the
/// part before may have been cut anywhere, so this must not come between.
fn len_of_continuation_mark(chunk: &[u8]) -> usize {
    let Ok(text) = std::str::from_utf8(chunk) else {
        return 0;
    };
    let mut rest = text.trim_start();
    if rest.starts_with("<?xml") {
        let Some((_, after)) = rest.split_once("?>") else {
            return 0;
        };
        rest = after.trim_start();
    }
    if !rest.starts_with("<!--") {
        return 0;
    }
    let Some((_, after)) = rest.split_once("-->") else {
        return 0;
    };
    let after = after.strip_prefix('\r').unwrap_or(after);
    let after = after.strip_prefix('\n').unwrap_or(after);
    text.len() - after.len()
}

impl Read for Text<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut chunk = self.fill_buf()?;
        let n = chunk.read(buffer)?;
        self.consume(n);
        Ok(n)
    }
}

impl BufRead for Text<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.n_node_bytes > MAX_NODE_BYTES {
            return Err(io::Error::other(IntakeError::ElementTooLong {
                line: self.line,
                max: MAX_NODE_BYTES as u64,
            }));
        }
        if self.n_consumed >= self.chunk.len() {
            self.advance()?;
        }
        Ok(self.chunk.get(self.n_consumed..).unwrap_or_default())
    }

    fn consume(&mut self, n: usize) {
        let end = self.chunk.len().min(self.n_consumed + n);
        let consumed = self.chunk.get(self.n_consumed..end).unwrap_or_default();
        self.line += memchr::memchr_iter(b'\n', consumed).count() as u64;
        self.n_consumed = end;
        self.n_node_bytes += n;
    }
}
