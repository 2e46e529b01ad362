//! A reading in progress: chunks of a file in, customers out.

use crate::customers::Customer;
use crate::intake::pass::{Pass, head_len};
use crate::intake::table::Learned;
use crate::intake::{IntakeError, MAX_FILE_BYTES, ReadOptions};

use super::answers::{MOST_BYTES_READ_AGAIN, Totals, count_answers, totals_of};
use super::{Read, of_outcome};

/// A reading in progress: feed it chunks, ask whether it must start again, finish it.
///
/// The result does not depend on where the chunks are cut.
#[derive(Debug)]
pub struct Reader {
    name: String,
    options: ReadOptions,
    keeps_all: bool,
    n_bytes_expected: u64,
    /// Bytes of this pass so far.
    n_bytes: u64,
    /// These bytes, while they are few enough to be read again.
    kept: Option<Vec<u8>>,
    /// What `needs_restart` met and `finish` reports.
    failure: Option<IntakeError>,
    learned: Learned,
    has_restarted: bool,
    phase: Phase,
}

#[derive(Debug)]
enum Phase {
    /// Collecting the bytes that decide.
    Head(Vec<u8>),
    Body(Box<Pass>),
}

impl Reader {
    /// A reader for a file of this name (empty for pasted text) and size.
    pub fn new(name: &str, n_bytes: u64, options: ReadOptions) -> Self {
        Self {
            name: name.to_owned(),
            options,
            keeps_all: false,
            n_bytes_expected: n_bytes,
            n_bytes: 0,
            kept: Some(Vec::new()),
            failure: None,
            learned: Learned::default(),
            has_restarted: false,
            phase: Phase::Head(Vec::new()),
        }
    }

    /// Keeps every noted row instead of the first 200, for judging a file row by row.
    #[must_use]
    pub fn with_all_notes(mut self) -> Self {
        self.keeps_all = true;
        self
    }

    /// Takes the next bytes of the file.
    pub fn feed(&mut self, chunk: &[u8]) -> Result<(), IntakeError> {
        self.n_bytes += chunk.len() as u64;
        let n_bytes = self.n_bytes.max(self.n_bytes_expected);
        if n_bytes > MAX_FILE_BYTES {
            return Err(IntakeError::TooLarge {
                n_bytes,
                max: MAX_FILE_BYTES,
            });
        }
        if let Some(kept) = &mut self.kept {
            if kept.len() + chunk.len() <= MOST_BYTES_READ_AGAIN {
                kept.extend_from_slice(chunk);
            } else {
                self.kept = None;
            }
        }
        match &mut self.phase {
            Phase::Body(pass) => pass.feed(chunk)?,
            Phase::Head(head) => {
                head.extend_from_slice(chunk);
                if let Some(len) = head_len(head).filter(|len| *len < head.len()) {
                    self.begin(len)?;
                }
            }
        }
        Ok(())
    }

    /// Bytes and records seen so far in this pass.
    pub fn progress(&self) -> (u64, u64) {
        match &self.phase {
            Phase::Head(_) => (self.n_bytes, 0),
            Phase::Body(pass) => (self.n_bytes, pass.n_records()),
        }
    }

    /// After the last chunk: whether the rows contradict what the beginning of the file said, so
    /// that it must be read again from its first byte. True at most once.
    pub fn needs_restart(&mut self) -> bool {
        if let Err(failure) = self.close() {
            self.failure = Some(failure);
            return false;
        }
        let Phase::Body(pass) = &mut self.phase else {
            return false;
        };
        let Some(learned) = pass.contradiction().filter(|_| !self.has_restarted) else {
            return false;
        };
        self.learned = learned;
        self.has_restarted = true;
        self.n_bytes = 0;
        if let Some(kept) = &mut self.kept {
            kept.clear();
        }
        self.phase = Phase::Head(Vec::new());
        true
    }

    /// After the last chunk: the customers in order of first appearance, and what is known of the file.
    pub fn finish(mut self) -> Result<(Vec<Customer>, Read), IntakeError> {
        match self.failure.take() {
            Some(failure) => return Err(failure),
            None => self.close()?,
        }
        let Phase::Body(pass) = self.phase else {
            return Err(IntakeError::EmptyFile);
        };
        let outcome = pass.finish(&self.name, self.n_bytes, self.options)?;
        let (customers, mut read) = of_outcome(outcome);
        if let Some(bytes) = self.kept {
            count_answers(&customers, &mut read, |options| {
                totals_under(&self.name, &bytes, options)
            });
        }
        Ok((customers, read))
    }

    fn close(&mut self) -> Result<(), IntakeError> {
        if let Phase::Head(head) = &self.phase {
            let len = head.len();
            self.begin(len)?;
        }
        match &mut self.phase {
            Phase::Body(pass) => pass.close(),
            Phase::Head(_) => Ok(()),
        }
    }

    /// Decides by the first `len` bytes of the head and reads all that was collected.
    fn begin(&mut self, len: usize) -> Result<(), IntakeError> {
        let Phase::Head(head) = &mut self.phase else {
            return Ok(());
        };
        let head = std::mem::take(head);
        let deciding = head.get(..len).unwrap_or(&head);
        let is_whole = len == head.len();
        let mut pass = Pass::begin(
            deciding,
            is_whole,
            &self.options,
            &mut self.learned,
            self.keeps_all,
        )?;
        let n_mark_bytes = pass.n_mark_bytes(&head);
        pass.feed(head.get(n_mark_bytes..).unwrap_or_default())?;
        self.phase = Phase::Body(Box::new(pass));
        Ok(())
    }
}

/// What the bytes of a file give under these options; `None` where it cannot be read so.
fn totals_under(name: &str, bytes: &[u8], options: ReadOptions) -> Option<Totals> {
    let mut reader = Reader {
        kept: None,
        ..Reader::new(name, bytes.len() as u64, options)
    };
    reader.feed(bytes).ok()?;
    if reader.needs_restart() {
        reader.feed(bytes).ok()?;
    }
    let (customers, read) = reader.finish().ok()?;
    Some(totals_of(&customers, &read))
}
