//! One pass over a delimited text: its first bytes decide how it is read, then every record is read.

use crate::mapping::{Choice, QuestionId};

use super::dialect::dialect_of;
use super::encoding::{self, Detected, Transcoder};
use super::foreign;
use super::questions::{answered, question};
use super::scanner::Scanner;
use super::table::{Learned, Outcome, Table};
use super::{IntakeError, ReadOptions};

/// Bytes that decide how a file is read.
pub(crate) const HEAD_BYTES: usize = 64 * 1024;
/// Bytes after which a file is judged even if its first lines are longer than the head.
const MAX_HEAD_BYTES: usize = 2 * 1024 * 1024;

/// A pass in progress.
#[derive(Debug)]
pub(crate) struct Pass {
    detected: Detected,
    /// Nothing tells this code page from another.
    is_encoding_doubtful: bool,
    transcoder: Transcoder,
    scanner: Scanner,
    table: Table,
    is_closed: bool,
}

/// How many of the first bytes decide; `None` while more of them are needed.
pub(crate) fn head_len(bytes: &[u8]) -> Option<usize> {
    let start = bytes.get(..HEAD_BYTES)?;
    let n_lines = memchr::memchr2_iter(b'\n', b'\r', start).take(4).count();
    if n_lines == 4 {
        Some(HEAD_BYTES)
    } else {
        (bytes.len() >= MAX_HEAD_BYTES).then_some(MAX_HEAD_BYTES)
    }
}

impl Pass {
    /// Decides how a file is read from its first bytes; `is_whole`: there are no others.
    pub(crate) fn begin(
        head: &[u8],
        is_whole: bool,
        options: &ReadOptions,
        learned: &mut Learned,
        keeps_all: bool,
    ) -> Result<Self, IntakeError> {
        if head.trim_ascii().is_empty() {
            return Err(IntakeError::EmptyFile);
        }
        if let Some(error) = foreign::foreign_format(head) {
            return Err(error);
        }
        let found = encoding::detect(head);
        let detected = match options.encoding.or(learned.encoding) {
            Some(encoding) => Detected {
                encoding,
                has_bom: encoding::bom_len(head, encoding) > 0,
                is_proven: true,
            },
            None => found,
        };
        let other = encoding::doubtful(head, found.encoding).filter(|_| options.encoding.is_none());
        let detected = match other {
            Some(encoding)
                if answered(&options.answers, QuestionId::Encoding) == Some(&Choice::No) =>
            {
                Detected {
                    encoding,
                    ..detected
                }
            }
            _ => detected,
        };
        let is_wide = matches!(
            detected.encoding,
            super::Encoding::Utf16Le | super::Encoding::Utf16Be
        );
        if !is_wide && foreign::is_binary(head) {
            return Err(IntakeError::NotText);
        }
        let text = decoded(head, detected, is_whole);
        if text.trim_ascii().is_empty() {
            return Err(IntakeError::EmptyFile);
        }
        let start = text.get(..text.len().min(4_096)).unwrap_or_default();
        if let Some(error) = foreign::foreign_text(&String::from_utf8_lossy(start)) {
            return Err(error);
        }
        let has_header = match answered(&options.answers, QuestionId::Header) {
            Some(Choice::Yes) => Some(true),
            Some(Choice::No) => Some(false),
            _ => None,
        };
        let dialect = dialect_of(&text, is_whole, options.delimiter, has_header);
        Ok(Self {
            detected,
            is_encoding_doubtful: other.is_some(),
            transcoder: Transcoder::new(detected.encoding),
            scanner: Scanner::new(dialect.delimiter),
            table: Table::begin(dialect, options, learned, keeps_all)?,
            is_closed: false,
        })
    }

    /// The bytes of a byte order mark, which are no text.
    pub(crate) fn n_mark_bytes(&self, head: &[u8]) -> usize {
        encoding::bom_len(head, self.detected.encoding)
    }

    /// Records so far.
    pub(crate) fn n_records(&self) -> u64 {
        self.table.n_records()
    }

    /// Reads the next bytes of the file.
    pub(crate) fn feed(&mut self, chunk: &[u8]) -> Result<(), IntakeError> {
        self.transcoder.decode(chunk, self.scanner.room());
        self.read_records()
    }

    /// Reads what is left after the last byte.
    pub(crate) fn close(&mut self) -> Result<(), IntakeError> {
        if self.is_closed {
            return Ok(());
        }
        self.is_closed = true;
        self.transcoder.finish(self.scanner.room());
        self.scanner.close();
        self.read_records()?;
        match self.scanner.unterminated_quote() {
            Some(line) => Err(IntakeError::UnterminatedQuote { line }),
            None => Ok(()),
        }
    }

    fn read_records(&mut self) -> Result<(), IntakeError> {
        while let Some(record) = self.scanner.next_record() {
            self.table.take(&record)?;
        }
        Ok(())
    }

    /// What this pass proved wrong about itself; `None` when it may stand.
    pub(crate) fn contradiction(&mut self) -> Option<Learned> {
        // What looked like UTF-8 because it was ASCII so far, and then was not.
        let broken = self.table.broken_names();
        let is_broken = !self.detected.is_proven && !broken.is_empty();
        let encoding = is_broken.then(|| encoding::single_byte(broken));
        let of_table = self.table.contradiction();
        (of_table.is_some() || encoding.is_some()).then(|| Learned {
            encoding,
            ..of_table.unwrap_or_default()
        })
    }

    /// The result of a closed pass.
    pub(crate) fn finish(
        self,
        name: &str,
        n_bytes: u64,
        options: ReadOptions,
    ) -> Result<Outcome, IntakeError> {
        let delimiter = self.table.delimiter();
        let asked = self.is_encoding_doubtful.then(|| {
            let offers = vec![(Choice::Yes, None), (Choice::No, None)];
            question(QuestionId::Encoding, false, offers, &options.answers)
        });
        let mut outcome = self.table.finish(name, options)?;
        let source = &mut outcome.source;
        source.questions.extend(asked);
        source.n_bytes = n_bytes;
        source.encoding = self.detected.encoding;
        source.has_bom = self.detected.has_bom;
        source.delimiter = delimiter;
        Ok(outcome)
    }
}

fn decoded(head: &[u8], detected: Detected, is_whole: bool) -> Vec<u8> {
    let mark = encoding::bom_len(head, detected.encoding);
    let mut transcoder = Transcoder::new(detected.encoding);
    let mut text = Vec::with_capacity(head.len());
    transcoder.decode(head.get(mark..).unwrap_or_default(), &mut text);
    if is_whole {
        transcoder.finish(&mut text);
    }
    text
}
