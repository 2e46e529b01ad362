//! The saved document: what the files say, aggregated, and every decision; never derived results.
//!
//! [`restore`] is the only door for stored or foreign data: a slot of the browser's storage, a copy
//! that somebody sent, a file made by hand. It refuses as a whole: what it returns is complete,
//! within the limits and safe to classify. [`stored`] is the way out.
//!
//! Not here: where the text is kept (the app's `platform::storage`), and anything that can be derived.

#![deny(clippy::float_arithmetic, clippy::as_conversions)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::classify::Policy;
use crate::costs::{CostModel, OwnRating};
use crate::customers::{Class, Customer, CustomerId, TraitColumn};
use crate::date::Date;
use crate::join::{JoinDecisions, Joined};
use crate::migration::LastTime;
use crate::readings::Reading;

mod joining;
mod limits;
mod notes;
mod review;
pub mod stored;
mod upgrade;

pub use limits::{MAX_TEXT_BYTES, check, has_room};
pub use notes::{Notes, PastOverride};
pub use upgrade::Upgrade;

/// Why a class was set by hand; the reason is mandatory (method.md section 4, step 8).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// The class by hand.
    pub class: Class,
    /// Why.
    pub reason: OverrideReason,
    /// Free text; mandatory for `Other`.
    pub note: String,
    /// The day; `None` for a class that came with the file.
    pub date: Option<Date>,
    /// The class by the rules on that day: when it is another by now, the choice is asked again. `None`
    /// for a class that came with the file, and in what older builds saved.
    pub computed: Option<Class>,
}

/// Reason codes of an override.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OverrideReason {
    /// Network, example in the sector.
    Network,
    /// Strategic.
    Strategic,
    /// New.
    New,
    /// Under contract.
    Contract,
    /// Our own fault.
    OwnFault,
    /// The class came with the file.
    FromFile,
    /// See the note.
    Other,
}

/// Everything that is saved. Cheap to clone: customers are shared, decisions are small.
#[derive(Clone, Debug, Default)]
pub struct Project {
    /// What the files say, in order of reading.
    pub readings: Arc<[Reading]>,
    /// What was decided about who is who among them.
    pub joins: JoinDecisions,
    /// The readings joined: derived, never stored. See [`Project::rejoined`].
    pub joined: Arc<Joined>,
    /// The customers of `joined`.
    pub customers: Arc<[Customer]>,
    /// The traits of `joined`.
    pub trait_columns: Arc<[TraitColumn]>,
    /// Weights and thresholds.
    pub policy: Policy,
    /// How unknown cost is filled.
    pub cost_model: CostModel,
    /// The owner's own ratings.
    pub ratings: BTreeMap<CustomerId, OwnRating>,
    /// Classes by hand.
    pub overrides: BTreeMap<CustomerId, Override>,
    /// What was noted about customers.
    pub notes: BTreeMap<CustomerId, Notes>,
    /// The steps that were agreed to make an A of a B.
    pub upgrades: BTreeMap<CustomerId, Upgrade>,
    /// The classes that the owner guessed.
    pub guesses: BTreeMap<CustomerId, Class>,
    /// The owner would rather not guess: it is not offered again.
    pub is_guessing_declined: bool,
    /// The classes of an earlier analysis, to lay beside these.
    pub last_time: Option<Arc<LastTime>>,
    /// Sentences of the ideal-customer page that were edited: key of the sentence, text.
    pub page_edits: BTreeMap<String, String>,
    /// The list of prospects as typed or pasted; read by [`crate::intake::prospect_list`].
    pub prospects: String,
    /// Headers of the traits by which prospects are scored; none of them for those that are proposed.
    pub fit_traits: BTreeSet<String>,
    /// The share of ideal customers to aim for, in percent of the classified ones.
    pub ideal_target: Option<u8>,
    /// The made-up firm.
    pub is_sample: bool,
    /// The day of the analysis.
    pub analysed_on: Option<Date>,
    /// The day of the next one, where the owner chose it: see [`Project::review_on`].
    pub review_chosen: Option<Date>,
}

impl PartialEq for Project {
    /// What two projects share need not be compared: after an edit that is nearly everything, and walking
    /// 100,000 customers at every move of a slider would be felt.
    fn eq(&self, other: &Self) -> bool {
        fn is_same<T: PartialEq + ?Sized>(a: &Arc<T>, b: &Arc<T>) -> bool {
            Arc::ptr_eq(a, b) || a == b
        }
        let Self {
            readings,
            joins,
            joined,
            customers,
            trait_columns,
            policy,
            cost_model,
            ratings,
            overrides,
            notes,
            upgrades,
            guesses,
            is_guessing_declined,
            last_time,
            page_edits,
            prospects,
            fit_traits,
            ideal_target,
            is_sample,
            analysed_on,
            review_chosen,
        } = self;
        let is_same_last_time = match (last_time, &other.last_time) {
            (Some(own), Some(other)) => is_same(own, other),
            (own, other) => own.is_none() && other.is_none(),
        };
        *policy == other.policy
            && *cost_model == other.cost_model
            && *ratings == other.ratings
            && *overrides == other.overrides
            && *notes == other.notes
            && *upgrades == other.upgrades
            && *guesses == other.guesses
            && *is_guessing_declined == other.is_guessing_declined
            && *review_chosen == other.review_chosen
            && is_same_last_time
            && *page_edits == other.page_edits
            && *prospects == other.prospects
            && *is_sample == other.is_sample
            && *analysed_on == other.analysed_on
            && *fit_traits == other.fit_traits
            && *ideal_target == other.ideal_target
            && *joins == other.joins
            && is_same(readings, &other.readings)
            && is_same(joined, &other.joined)
            && is_same(customers, &other.customers)
            && is_same(trait_columns, &other.trait_columns)
    }
}

/// Why a text did not become a project, or a project may not be stored; nothing was replaced.
///
/// `what` is the name of a field of the stored document, never its content: no customer is named.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProjectError {
    /// Another kind of text, or none.
    #[error("the text is not a saved project")]
    NotAProject,
    /// Written by a newer build; it is left as it is.
    #[error("the project has schema {schema}, this build knows up to {known}")]
    Newer {
        /// The schema of the text.
        schema: u32,
        /// The newest schema that this build reads.
        known: u32,
    },
    /// Cut off, or changed since it was written.
    #[error("the project is damaged: its checksum does not match, or its end is missing")]
    Damaged,
    /// Whole, but not of the form that its schema prescribes.
    #[error("the project has another form than its schema, at line {line}, column {column}")]
    Malformed {
        /// Line within the project value, from 1.
        line: usize,
        /// Column within that line, from 1.
        column: usize,
    },
    /// More text than is read.
    #[error("the text has {n_bytes} bytes, more than {max}")]
    TooLarge {
        /// Bytes of the text.
        n_bytes: usize,
        /// The most that is read.
        max: usize,
    },
    /// A list that is too long.
    #[error("there are more than {max} {what}")]
    TooMany {
        /// The list.
        what: &'static str,
        /// Its greatest length.
        max: usize,
    },
    /// A text that is too long.
    #[error("{what} is longer than {max} characters")]
    TextTooLong {
        /// The text.
        what: &'static str,
        /// Its greatest length.
        max: usize,
    },
    /// A number, day or rating outside its range.
    #[error("{what} is out of range")]
    OutOfRange {
        /// The figure.
        what: &'static str,
    },
    /// A reference to a customer, column, value or answer that is not there.
    #[error("{what} refers to something that is not there")]
    Dangling {
        /// The reference.
        what: &'static str,
    },
    /// Two entries for one thing.
    #[error("{what} has two entries for one thing")]
    Duplicate {
        /// The list.
        what: &'static str,
    },
}

/// The project that a text holds, or why not.
///
/// One call for the whole text, so the caller lets the page paint first: 100,000 customers take
/// longer than a frame.
pub fn restore(text: &str) -> Result<Project, ProjectError> {
    if text.len() > stored::MAX_BYTES {
        return Err(ProjectError::TooLarge {
            n_bytes: text.len(),
            max: stored::MAX_BYTES,
        });
    }
    let project = stored::project_from_text(text)?;
    check(&project)?;
    Ok(project)
}

#[cfg(test)]
mod tests;
