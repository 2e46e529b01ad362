//! What page and worker say to each other, and the whole behaviour of a job as a plain function.
//!
//! Wire types: both ends come from one build, so they may change at will. The file itself travels
//! beside the envelope, never inside it.

mod answers;
mod reader;
mod table_reader;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::customers::{Customer, TraitColumn};
use crate::intake::table::Outcome;
use crate::intake::{IntakeError, ReadOptions, Source};
use crate::readings::{Reading, Unassigned};

pub use reader::Reader;
pub use table_reader::TableReader;

/// Raised with every change of the types below or of `doubt`; a cached worker of another build is refused.
pub const VERSION: u32 = 12;

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

/// Page to books worker. The files travel beside it, in the order of their names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BooksRequest {
    /// Every answer carries it.
    pub id: u32,
    /// The names of the files that were dropped together.
    pub names: Vec<String>,
    /// What was said about reading them.
    pub options: ReadOptions,
}

/// The first message of every worker; nothing may be posted to it before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ready {
    version: u32,
}

impl Ready {
    /// Of this build.
    pub fn now() -> Self {
        Self { version: VERSION }
    }
}

/// A worker that reads, to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Message {
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
    /// The last message of a job of the text worker.
    Done {
        /// The request.
        id: u32,
        /// What was read, or why not.
        result: Result<Box<Read>, IntakeError>,
    },
    /// One result of the books worker, after its customers.
    File {
        /// The request.
        id: u32,
        /// The files that it was read from.
        names: Vec<String>,
        /// What was read, or why not.
        result: Result<Box<Read>, IntakeError>,
    },
    /// The last message of a job of the books worker.
    End {
        /// The request.
        id: u32,
    },
}

/// Everything about a read file but its customers, which went before in batches.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Read {
    /// The file card.
    pub source: Source,
    /// Columns that may describe what kind of customer this is.
    pub trait_columns: Vec<TraitColumn>,
    /// Who worked; `Customer::seconds_by_person` points into this.
    pub persons: Vec<String>,
    /// Calendar months that the dated lines touch; `None` without dates.
    pub months: Option<u16>,
    /// What names no customer.
    pub unassigned: Unassigned,
}

impl Read {
    /// The reading of a file, of this and the customers that were sent before.
    pub fn into_reading(self, parties: impl Into<Arc<[Customer]>>) -> Reading {
        Reading {
            source: self.source,
            parties: parties.into(),
            trait_columns: self.trait_columns.into(),
            persons: self.persons,
            months: self.months,
            unassigned: self.unassigned,
        }
    }
}

impl From<Reading> for (Arc<[Customer]>, Read) {
    /// The customers to send in batches, and the rest for the last message.
    fn from(reading: Reading) -> Self {
        let read = Read {
            source: reading.source,
            trait_columns: reading.trait_columns.to_vec(),
            persons: reading.persons,
            months: reading.months,
            unassigned: reading.unassigned,
        };
        (reading.parties, read)
    }
}

/// The customers of a table apart from the rest, as they are sent.
fn of_outcome(outcome: Outcome) -> (Vec<Customer>, Read) {
    let read = Read {
        source: outcome.source,
        trait_columns: outcome.trait_columns,
        persons: outcome.persons,
        months: outcome.months,
        unassigned: Unassigned {
            seconds: outcome.unassigned_seconds,
            ..Unassigned::default()
        },
    };
    (outcome.customers, read)
}
