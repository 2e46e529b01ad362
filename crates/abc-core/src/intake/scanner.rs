//! Chunks of UTF-8 bytes to records, without copying a field.
//!
//! One state machine that may stop after any byte and go on with the next chunk. Inside a field it
//! goes from mark to mark (`Marks`; `memchr3` within quotes), so the cost is per field and not per byte.
//! Quotes mean what the csv crate says they mean (it is the test oracle), with four additions:
//! spaces before an opening quote are no part of the field; lines are counted as a text editor counts them; a quote that opens a field over several lines
//! and ends in rubbish (or never) costs its own line only; a field over the cap is let go while it
//! is read, so memory stays bounded.

mod marks;

use memchr::memchr3;

use marks::Marks;

use super::limits::{MAX_FIELD_BYTES, MAX_FIELDS, MAX_RECORD_BYTES};
use super::record::{Damage, Record, Span, Style};

/// What is kept of a record that is over a cap: enough to show it.
const KEPT_BYTES: usize = 1_024;
/// Spaces before an opening quote that are not the field's own.
const MAX_BLANK: usize = 16;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    RecordStart,
    FieldStart,
    Plain,
    Quoted,
    /// After a quote inside a quoted field: the end, or half of a doubled quote.
    QuoteSeen,
}

/// What came of reading on inside quotes.
enum InQuotes {
    /// Up to a closing quote, or to half of a doubled one.
    ToQuote,
    /// The opening quote was an error: go back to here.
    Broken(Break),
    /// Out of bytes.
    ToEnd,
}

/// Where a quoted field first crossed a line, to go back to.
#[derive(Clone, Copy, Debug)]
struct Break {
    at: usize,
    line_after: u64,
}

/// The state machine; see the module.
#[derive(Debug)]
pub(crate) struct Scanner {
    delimiter: u8,
    buf: Vec<u8>,
    marks: Marks,
    state: State,
    /// Next byte to look at.
    pos: usize,
    record_start: usize,
    record_line: u64,
    field_start: usize,
    style: Style,
    spans: Vec<Span>,
    n_fields: usize,
    /// The line that `pos` is on.
    line: u64,
    /// The last record ended in CR, so that a LF that follows belongs to it.
    skips_lf: bool,
    first_break: Option<Break>,
    is_too_long: bool,
    /// Bytes of the current record that were let go.
    n_dropped: usize,
    is_last_chunk: bool,
}

impl Scanner {
    /// A scanner at the start of a text.
    pub(crate) fn new(delimiter: u8) -> Self {
        Self {
            delimiter,
            buf: Vec::new(),
            marks: Marks::new(delimiter),
            state: State::RecordStart,
            pos: 0,
            record_start: 0,
            record_line: 1,
            field_start: 0,
            style: Style::Plain,
            spans: Vec::new(),
            n_fields: 0,
            line: 1,
            skips_lf: false,
            first_break: None,
            is_too_long: false,
            n_dropped: 0,
            is_last_chunk: false,
        }
    }

    /// Room for the next bytes: what was read is given up, the record in progress moves to the front.
    /// The caller appends to the returned buffer.
    pub(crate) fn room(&mut self) -> &mut Vec<u8> {
        self.marks.forget();
        let done = match self.state {
            State::RecordStart => self.pos,
            _ => self.record_start,
        };
        if done > 0 {
            self.buf.drain(..done);
            self.pos -= done;
            self.record_start = self.record_start.saturating_sub(done);
            self.field_start = self.field_start.saturating_sub(done);
            for span in &mut self.spans {
                span.start = span.start.saturating_sub(done);
                span.end = span.end.saturating_sub(done);
            }
            if let Some(first_break) = &mut self.first_break {
                first_break.at = first_break.at.saturating_sub(done);
            }
        }
        &mut self.buf
    }

    /// No more bytes will come: the last record ends where they end.
    pub(crate) fn close(&mut self) {
        self.is_last_chunk = true;
    }

    /// The line of a quote that swallowed everything after it, when the text ended inside a field
    /// too long to go back over.
    pub(crate) fn unterminated_quote(&self) -> Option<u64> {
        let is_open = self.is_last_chunk && self.state == State::Quoted;
        (is_open && self.is_too_long).then_some(self.record_line)
    }

    /// Whether the bytes so far end inside a quoted field.
    pub(crate) fn is_in_quotes(&self) -> bool {
        self.state == State::Quoted
    }

    /// The next whole record; `None` when more bytes are needed, or at the end.
    pub(crate) fn next_record(&mut self) -> Option<Record<'_>> {
        loop {
            match self.state {
                State::RecordStart => self.start_record()?,
                State::FieldStart => {
                    let start = self.pos + self.n_blank_before_quote()?;
                    match self.buf.get(start) {
                        Some(b'"') => {
                            self.field_start = start;
                            self.pos = start + 1;
                            self.style = Style::Quoted;
                            self.first_break = None;
                            self.state = State::Quoted;
                        }
                        Some(_) => {
                            self.field_start = self.pos;
                            self.style = Style::Plain;
                            self.state = State::Plain;
                        }
                        None if self.is_last_chunk => {
                            self.field_start = self.pos;
                            self.style = Style::Plain;
                            return Some(self.end_record(self.pos, self.pos));
                        }
                        None => return None,
                    }
                }
                State::Plain => match self.next_line_end() {
                    Some((end, byte)) => return Some(self.end_record_at(end, byte)),
                    None if self.state == State::FieldStart => {}
                    None => {
                        self.pos = self.buf.len();
                        if self.is_last_chunk {
                            return Some(self.end_record(self.pos, self.pos));
                        }
                        self.drop_excess();
                        return None;
                    }
                },
                State::Quoted => match self.scan_quoted() {
                    InQuotes::ToQuote => self.state = State::QuoteSeen,
                    InQuotes::Broken(first_break) => return Some(self.recover(first_break)),
                    InQuotes::ToEnd => return None,
                },
                State::QuoteSeen => match self.buf.get(self.pos).copied() {
                    Some(b'"') => {
                        self.pos += 1;
                        self.style = Style::Messy;
                        self.state = State::Quoted;
                    }
                    Some(byte) if byte == self.delimiter || byte == b'\n' || byte == b'\r' => {
                        if let Some(record_end) = self.end_field(self.pos, byte) {
                            return Some(self.end_record_at(record_end, byte));
                        }
                    }
                    Some(_) => {
                        if let Some(first_break) = self.first_break {
                            return Some(self.recover(first_break));
                        }
                        self.style = Style::Messy;
                        self.state = State::Plain;
                    }
                    None if self.is_last_chunk => {
                        return Some(self.end_record(self.pos, self.pos));
                    }
                    None => return None,
                },
            }
        }
    }

    /// Spaces that stand before an opening quote; `None` when more bytes are needed to tell.
    #[inline]
    fn n_blank_before_quote(&self) -> Option<usize> {
        if self.buf.get(self.pos) != Some(&b' ') {
            return Some(0);
        }
        let rest = self.buf.get(self.pos..).unwrap_or_default();
        let is_blank = |byte: &&u8| **byte == b' ';
        let n_blank = rest.iter().take(MAX_BLANK).take_while(is_blank).count();
        match rest.get(n_blank) {
            Some(b'"') => Some(n_blank),
            None if !self.is_last_chunk && n_blank < MAX_BLANK => None,
            _ => Some(0),
        }
    }

    fn start_record(&mut self) -> Option<()> {
        let byte = *self.buf.get(self.pos)?;
        if self.skips_lf {
            self.skips_lf = false;
            if byte == b'\n' {
                self.pos += 1;
                self.buf.get(self.pos)?;
            }
        }
        self.record_start = self.pos;
        self.record_line = self.line;
        self.spans.clear();
        self.n_fields = 0;
        self.is_too_long = false;
        self.n_dropped = 0;
        self.state = State::FieldStart;
        Some(())
    }

    /// From inside a plain field over all plain ones that follow it: the line end that ends the last of them.
    /// `None` before a field that may be quoted, or out of bytes.
    fn next_line_end(&mut self) -> Option<(usize, u8)> {
        loop {
            let end = self.marks.next(&self.buf, self.pos)?;
            let byte = *self.buf.get(end)?;
            if byte != self.delimiter {
                return Some((end, byte));
            }
            self.push_span(end);
            self.pos = end + 1;
            if matches!(self.buf.get(self.pos), None | Some(b'"' | b' ')) {
                self.state = State::FieldStart;
                return None;
            }
            (self.field_start, self.style) = (self.pos, Style::Plain);
        }
    }

    fn scan_quoted(&mut self) -> InQuotes {
        loop {
            let rest = self.buf.get(self.pos..).unwrap_or_default();
            let found = memchr3(b'"', b'\n', b'\r', rest);
            let at = found.map_or(self.buf.len(), |offset| self.pos + offset);
            let is_over = self.is_over_cap(at);
            if let (true, Some(first_break)) = (is_over, self.first_break) {
                return InQuotes::Broken(first_break);
            }
            let Some(&byte) = self.buf.get(at) else {
                self.pos = self.buf.len();
                if !self.is_last_chunk {
                    self.drop_excess();
                    return InQuotes::ToEnd;
                }
                self.is_too_long |= is_over;
                if self.is_too_long {
                    return InQuotes::ToEnd;
                }
                // The end of the text inside quotes: go back to the end of the line of the quote.
                let whole = Break {
                    at: self.pos,
                    line_after: self.line,
                };
                return InQuotes::Broken(self.first_break.unwrap_or(whole));
            };
            self.pos = at + 1;
            if byte == b'"' {
                return InQuotes::ToQuote;
            }
            let is_lf_of_crlf = byte == b'\n' && at > 0 && self.buf.get(at - 1) == Some(&b'\r');
            if !is_lf_of_crlf {
                self.line += 1;
                if self.first_break.is_none() && !is_over && !self.is_too_long {
                    self.first_break = Some(Break {
                        at,
                        line_after: self.line,
                    });
                }
            }
        }
    }

    /// Ends a field before `byte` at `end`; the end of the record when that byte ends a line.
    fn end_field(&mut self, end: usize, byte: u8) -> Option<usize> {
        self.pos = end + 1;
        if byte == self.delimiter {
            self.push_span(end);
            self.state = State::FieldStart;
            return None;
        }
        Some(end)
    }

    fn end_record_at(&mut self, end: usize, byte: u8) -> Record<'_> {
        self.line += 1;
        self.skips_lf = byte == b'\r';
        self.end_record(end, end + 1)
    }

    fn push_span(&mut self, end: usize) {
        self.n_fields += 1;
        if end - self.field_start + self.n_dropped > MAX_FIELD_BYTES {
            self.is_too_long = true;
        }
        if self.n_fields <= MAX_FIELDS {
            self.spans.push(Span {
                start: self.field_start,
                end,
                style: self.style,
            });
        }
    }

    fn end_record(&mut self, end: usize, next: usize) -> Record<'_> {
        self.push_span(end);
        self.pos = next;
        self.state = State::RecordStart;
        let is_too_long =
            self.is_too_long || end - self.record_start + self.n_dropped > MAX_RECORD_BYTES;
        self.record(end, is_too_long.then_some(Damage::TooLong))
    }

    /// Gives the line of a bad quote as a damaged record and goes on with the line after it.
    fn recover(&mut self, first_break: Break) -> Record<'_> {
        self.push_span(first_break.at);
        self.skips_lf = self.buf.get(first_break.at) == Some(&b'\r');
        self.pos = (first_break.at + 1).min(self.buf.len());
        self.line = first_break.line_after;
        self.first_break = None;
        self.state = State::RecordStart;
        self.record(first_break.at, Some(Damage::Quote))
    }

    fn record(&self, end: usize, damage: Option<Damage>) -> Record<'_> {
        Record {
            line: self.record_line,
            raw: self.buf.get(self.record_start..end).unwrap_or_default(),
            n_fields: self.n_fields,
            damage,
            buf: &self.buf,
            spans: &self.spans,
        }
    }

    /// Whether the field or the record in progress is over its cap when it reaches to `end`.
    fn is_over_cap(&self, end: usize) -> bool {
        end - self.field_start + self.n_dropped > MAX_FIELD_BYTES
            || end - self.record_start + self.n_dropped > MAX_RECORD_BYTES
    }

    /// Lets go of the bytes of a record over its cap; the count goes on.
    fn drop_excess(&mut self) {
        if !self.is_over_cap(self.pos) {
            return;
        }
        self.is_too_long = true;
        let kept_end = self.record_start + KEPT_BYTES;
        if self.buf.len() <= kept_end {
            return;
        }
        // The last byte stays visible: a LF that comes next may belong to a CR.
        let last = self.buf.last().copied().unwrap_or_default();
        self.n_dropped += self.buf.len() - kept_end;
        self.buf.truncate(kept_end - 1);
        self.buf.push(last);
        self.marks.forget();
        self.pos = kept_end;
        self.field_start = self.field_start.min(kept_end);
        self.spans.clear();
    }
}

#[cfg(test)]
mod tests;
