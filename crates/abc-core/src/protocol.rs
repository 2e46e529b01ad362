//! What page and worker say to each other, and the whole behaviour of a job as a plain function.
//!
//! Wire types: both ends come from one build, so they may change at will. The file itself travels
//! beside the envelope, never inside it.

use serde::{Deserialize, Serialize};

use crate::customers::{Customer, TraitColumn};
use crate::intake::{IntakeError, ReadOptions, Source};

/// Raised with every change of the types below; a cached worker of another build is refused.
pub const VERSION: u32 = 1;

/// Customers per message, so that no single message blocks the page.
pub const BATCH: usize = 4_000;

/// Page to worker. The `File` or the pasted text's bytes travel beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// Every answer carries it; an answer to an old request is dropped.
    pub id: u32,
    /// The file's name; empty for pasted text.
    pub name: String,
    /// What was said about reading it.
    pub options: ReadOptions,
}

/// Worker to page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Message {
    /// The first message; nothing may be posted before it.
    Ready {
        /// `VERSION` of the worker's build.
        version: u32,
    },
    /// How far the job is.
    Progress {
        /// The request.
        id: u32,
        /// Bytes read.
        n_bytes: u64,
        /// Records seen.
        n_records: u64,
    },
    /// Part of the result, in customer order.
    Customers {
        /// The request.
        id: u32,
        /// At most `BATCH`.
        batch: Vec<Customer>,
    },
    /// The last message of a job.
    Done {
        /// The request.
        id: u32,
        /// What was read, or why not.
        result: Result<Box<Read>, IntakeError>,
    },
}

/// Everything about a read file but its customers, which went before in batches.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Read {
    /// The file card.
    pub source: Source,
    /// Columns that may describe what kind of customer this is.
    pub trait_columns: Vec<TraitColumn>,
    /// Calendar months that the dated lines touch; `None` without dates.
    pub months: Option<u16>,
}

/// A reading in progress: feed it chunks, ask how far it is, finish it.
///
/// `feed` may ask for the pass to be started again once ("what contradicts the decision restarts the pass").
pub struct Reader {
    // HELPER B
}

/// What the caller must do after a chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feed {
    /// Give the next chunk.
    More,
    /// Read the file again from its first byte; what was learned is kept.
    Restart,
}

impl Reader {
    /// A reader for a file of `n_bytes` bytes.
    pub fn new(name: &str, n_bytes: u64, options: ReadOptions) -> Self {
        let _ = (name, n_bytes, options);
        Self {}
    }

    /// Takes the next bytes of the file.
    pub fn feed(&mut self, chunk: &[u8]) -> Result<Feed, IntakeError> {
        let _ = chunk;
        Ok(Feed::More)
    }

    /// Bytes and records seen so far.
    pub fn progress(&self) -> (u64, u64) {
        (0, 0)
    }

    /// Whether the end contradicts what was decided, so that the pass must be made again
    /// (the same answer as from `feed`, asked after the last chunk).
    pub fn needs_restart(&mut self) -> bool {
        false
    }

    /// After the last chunk: the customers in order of first appearance, and what is known of the file.
    pub fn finish(self) -> Result<(Vec<Customer>, Read), IntakeError> {
        Ok((Vec::new(), Read::default()))
    }
}
