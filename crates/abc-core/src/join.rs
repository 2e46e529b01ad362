//! Several files into one list of customers (books-corpus rules 16 and 17).
//!
//! ```text
//! readings -matching-> who is who -decisions-> groups of parties -figures-> customers
//!                                                    |
//!                                          proposals, questions, flags
//! ```
//!
//! A registration number or a debtor number decides, then a name that is equal apart from capitals and
//! white space. Everything else is proposed and waits for a yes. Revenue that two files tell is counted
//! once, and so are the hours of a file that came in twice; hours and revenue of nobody stay in
//! `unassigned`. So, whatever is decided, to the cent and the second: customers + unassigned = readings
//! (revenue of the chosen files, registered hours of all files but the copies that do not count).
//!
//! The surprising thing: the result depends on what is spelled in the files and not on positions, so
//! decisions outlive a file that is read again.

mod copies;
mod decisions;
mod figures;
mod flags;
mod groups;
mod matching;
mod overlap;
mod proposals;
mod revenue;
mod search;
mod traits;

use std::sync::Arc;

use crate::customers::{Customer, TraitColumn};
use crate::date::{Date, MOST_MONTHS, calendar_months};
use crate::money::Cents;
use crate::readings::{Reading, Unassigned};

pub use crate::customers::names::Difference;
pub use copies::Copied;
pub use decisions::{FileKey, JoinDecisions, Spelled, Verdict};
pub use flags::Flag;
pub use groups::{Origin, Origins};
pub use proposals::{Compared, MOST_COMPARED, Proposal, Reason};
pub use revenue::RevenueAnswer;
pub use search::search;

use decisions::Decided;
use groups::{Groups, Parties};

/// Many readings as one list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Joined {
    /// In order of first appearance; the files that only tell hours come last.
    pub customers: Arc<[Customer]>,
    /// The traits of all files; `Customer::traits` points into this.
    pub trait_columns: Arc<[TraitColumn]>,
    /// Who worked, over all files; `Customer::seconds_by_person` points into this.
    pub persons: Arc<[String]>,
    /// First and last day that the revenue covers, without dated revenue the registered hours.
    pub period: Option<(Date, Date)>,
    /// Calendar months that the revenue covers; `None` when no file has dates.
    pub months: Option<u16>,
    /// Calendar months that the registered hours cover; `None` without them or without dates.
    pub hours_months: Option<u16>,
    /// What the books whose revenue counts say was spent, over the same months; `None` without books.
    pub ledger_cost: Option<Cents>,
    /// Revenue and seconds of nobody, those of `unmatched` included.
    pub unassigned: Unassigned,
    /// Parties of hour registrations that are no customer (yet).
    pub unmatched: Vec<Unmatched>,
    /// Who may be who, most at stake first.
    pub proposals: Vec<Proposal>,
    /// How far the names of the customers were compared with each other to find those.
    pub compared: Compared,
    /// What only a person can say.
    pub questions: Vec<Question>,
    /// What to know about the whole.
    pub flags: Vec<Flag>,
    /// Files that say the same as an earlier one.
    pub copies: Vec<Copied>,
    /// Files (positions among the readings) whose revenue is of another year than the one that counts, so that
    /// nothing of what they say was spent and done counts either.
    pub of_other_years: Vec<u32>,
    /// Which parties made each customer.
    pub origins: Origins,
}

impl Joined {
    /// The files whose revenue counts beside others that tell it too; none where there is nothing to choose.
    pub fn chosen_files(&self) -> &[FileKey] {
        let chosen = self.questions.iter().find_map(|question| match question {
            Question::RevenueSource { answers, given, .. } => {
                answers.get(given.unwrap_or_default())
            }
            _ => None,
        });
        chosen.map_or(&[], |answer| &answer.files)
    }

    /// Seconds of names that belong to no customer: the firm's own, or those that wait for one.
    pub fn unmatched_seconds(&self, is_internal: bool) -> u64 {
        let names = self.unmatched.iter();
        let names = names.filter(|name| name.is_internal == is_internal);
        names.map(|name| name.seconds).sum()
    }
}

/// Somebody hours were registered for who is not among the customers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmatched {
    /// Where it stands.
    pub origin: Origin,
    /// The name as written.
    pub name: String,
    /// Seconds that wait for a customer.
    pub seconds: u64,
    /// The firm's own hours, which match nobody.
    pub is_internal: bool,
}

/// A party as a question or proposal shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// What a decision about it is kept under.
    pub spelled: Spelled,
    /// The file that it stands in (position among the readings), the first one when there are several.
    pub reading: u32,
    /// The name as written.
    pub name: String,
    /// Debtor number; empty when there is none.
    pub code: String,
    /// Its revenue in the files that count.
    pub revenue: Option<Cents>,
    /// Its seconds.
    pub seconds: Option<u64>,
}

/// What only a person can say. The likely answer comes first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Several files tell revenue: which counts?
    RevenueSource {
        /// With the total of each; the first is used until another is given.
        answers: Vec<RevenueAnswer>,
        /// The given answer.
        given: Option<usize>,
        /// Whether files may tell the same revenue, so that adding them would count it twice.
        is_blocking: bool,
        /// Customers with revenue in more than one of the files.
        n_shared: u32,
    },
    /// A registration says the same as another one: is it a copy? Until then its hours count once.
    SameHours {
        /// The later file.
        file: FileKey,
        /// The earlier one.
        original: FileKey,
        /// What it would add.
        seconds: u64,
        /// Whether it counts all the same, if somebody said so.
        given: Option<bool>,
    },
    /// A name that several customers have: which is meant? Until then its figures wait.
    AmbiguousName {
        /// The party of which only the name is known.
        left: Party,
        /// The customers with that name.
        candidates: Vec<Party>,
        /// The candidate that it was joined with, as an index into `candidates`.
        given: Option<usize>,
    },
}

impl Question {
    /// Whether nobody has answered it yet.
    pub fn is_open(&self) -> bool {
        match self {
            Self::RevenueSource { given, .. } | Self::AmbiguousName { given, .. } => {
                given.is_none()
            }
            Self::SameHours { given, .. } => given.is_none(),
        }
    }
}

/// One list of customers out of all readings.
///
/// A single reading about which nothing was decided gives its own customers, not a copy.
pub fn join(readings: &[Reading], decisions: &JoinDecisions) -> Joined {
    let copies = copies::copies(readings, decisions);
    let parties = Parties::of(readings, &copies);
    let matched = matching::matched(&parties, decisions);
    let mut classes = matched.classes;
    let decided = Decided::of(&parties, decisions);
    decided.unite(&mut classes);
    let groups = Groups::of(&parties, &mut classes, decisions);
    let revenue = revenue::chosen(&parties, &groups, decisions);
    let figures = figures::joined(&parties, &groups, &revenue);
    let found = proposals::found(&parties, &groups, decisions);
    let compared = found.compared;
    let shown = proposals::shown(&parties, &groups, &figures.customers, found);
    let ambiguous = matching::questions(
        &parties,
        &groups,
        &figures.customers,
        &matched.ambiguous,
        decisions,
    );
    let flags = flags::of(&parties, &groups, &revenue, &figures);
    // Longer than a firm keeps books: a day is written wrong, and the period is not known.
    let is_lifetime = |months: &u16| *months <= MOST_MONTHS;
    let mut questions: Vec<Question> = revenue.question.into_iter().collect();
    questions.extend(copies::questions(readings, &copies, decisions));
    questions.extend(ambiguous);
    Joined {
        customers: figures.customers,
        trait_columns: figures.trait_columns,
        persons: figures.persons,
        period: revenue.period.or(figures.hours_period),
        months: revenue.months.filter(is_lifetime),
        hours_months: figures
            .hours_period
            .map(|(first, last)| calendar_months(first, last))
            .filter(is_lifetime),
        ledger_cost: revenue.ledger_cost,
        unassigned: figures.unassigned,
        unmatched: figures.unmatched,
        proposals: shown,
        compared,
        questions,
        flags,
        copies,
        of_other_years: revenue.of_other_years,
        origins: groups.into_origins(),
    }
}

#[cfg(test)]
mod tests;
