//! Whether a table is an hour registration or a list of names, and where its columns are.

use super::{Guess, Subject};
use crate::mapping::formula::Candidate;
use crate::mapping::words::{self, Match, Meaning};
use crate::mapping::{Confidence, Role};
use crate::stats::order::sort_short_by_key;

/// The columns of an hour registration besides customer and day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct HoursColumns {
    /// The length of time: an exact one before a rounded one.
    pub(crate) duration: Option<usize>,
    /// Its numbers are minutes.
    pub(crate) is_in_minutes: bool,
    /// One column, or first and last name.
    pub(crate) persons: Vec<usize>,
    pub(crate) cost: Option<usize>,
    pub(crate) start_time: Option<usize>,
    pub(crate) end_date: Option<usize>,
    pub(crate) end_time: Option<usize>,
}

impl Guess<'_> {
    /// What the rows count. What the user said goes first; the export of a time tracker holds hours
    /// whatever its amounts are, for what may be billed is no revenue; else revenue, where there is any.
    pub(super) fn subject(&self, candidates: &[Candidate]) -> Subject {
        let given_revenue = self.is_taken(Role::Revenue) || self.is_taken(Role::RevenueInclVat);
        let has_hours = self.with_role(Role::Hours).is_some();
        let is_registration = self.is_time_export
            || candidates.is_empty()
            || ((self.is_by_person() || self.is_by_rate()) && !self.is_plain_revenue(candidates));
        if given_revenue {
            Subject::Revenue
        } else if has_hours && is_registration {
            Subject::Hours
        } else if candidates.is_empty() && self.is_name_list() {
            Subject::Names
        } else {
            Subject::Revenue
        }
    }

    /// Lines of work: somebody did it, or it began and ended.
    fn is_by_person(&self) -> bool {
        let is_invoice = self.with_role(Role::Invoice).is_some();
        let says = |index: &usize| {
            let meaning = self.matched(*index).map(|matched| matched.meaning);
            let is_person = meaning == Some(Meaning::Role(Role::Person));
            is_person || meaning == Some(Meaning::StartTime)
        };
        !is_invoice && (0..self.headers.len()).any(|index| says(&index))
    }

    /// Hours of a day at a rate, or as a time tracker has them: what may be billed for them is no revenue.
    fn is_by_rate(&self) -> bool {
        let is_invoice = self.with_role(Role::Invoice).is_some();
        let is_dated = self.with_role(Role::Date).is_some();
        let says =
            |header: &&str| words::says_kept_hours(header) || is_dated && words::says_rate(header);
        !is_invoice && self.headers.iter().any(says)
    }

    /// Whether a header says "omzet", and not only "bedrag" or nothing at all.
    fn is_plain_revenue(&self, candidates: &[Candidate]) -> bool {
        let columns = candidates
            .iter()
            .flat_map(|candidate| candidate.formula.columns());
        let mut meanings = columns.filter_map(|index| self.matched(index));
        meanings.any(|matched| matches!(matched.meaning, Meaning::Revenue(2..)))
    }

    /// Names with numbers by which other files know them, with what was bought for them, or with what kind of
    /// customer each is. Names alone say nothing.
    fn is_name_list(&self) -> bool {
        let is_exact = |index: usize| self.matched(index).is_some_and(|matched| matched.is_exact);
        let has = |role: Role| self.with_role(role).is_some_and(is_exact);
        let is_trait =
            |found: &Match| found.is_exact && found.meaning == Meaning::Role(Role::Trait);
        let n_traits = self
            .matches
            .iter()
            .flatten()
            .filter(|found| is_trait(found))
            .count();
        let says_more =
            has(Role::Code) || has(Role::Registration) || has(Role::DirectCost) || n_traits > 1;
        has(Role::Name) && says_more
    }

    /// The columns of an hour registration, marked with their roles.
    pub(super) fn choose_hours(&mut self, subject: Subject) -> HoursColumns {
        let duration = self.with_role(Role::Hours);
        let is_in_minutes = duration.is_some_and(|at| words::says_minutes(self.header(at)));
        if subject != Subject::Hours {
            // Beside revenue only hours are read.
            if let Some(slot) = duration
                .filter(|_| is_in_minutes)
                .and_then(|at| self.roles.get_mut(at))
            {
                *slot = None;
            }
            return HoursColumns::default();
        }
        self.choose_all(Role::Person);
        // What a time tracker calls cost is that of the hours, unless the user said otherwise.
        let direct_cost = self.with_role(Role::DirectCost);
        if self.with_role(Role::HoursCost).is_none()
            && let Some(index) = direct_cost.filter(|index| !self.is_given(*index))
            && !words::says_purchases(self.header(index))
        {
            self.set(index, Role::HoursCost, Confidence::Fair);
        }
        let meaning = |wanted: Meaning| {
            let says = |guess: &Self, index: usize| {
                guess.is_free(index) && guess.matched(index).is_some_and(|m| m.meaning == wanted)
            };
            self.columns_where(says).first().copied()
        };
        HoursColumns {
            duration,
            is_in_minutes,
            persons: self.persons(),
            cost: self.with_role(Role::HoursCost),
            start_time: meaning(Meaning::StartTime),
            end_date: meaning(Meaning::EndDate),
            end_time: meaning(Meaning::EndTime),
        }
    }

    /// Who worked: one column with the whole name, else first and last name in this order.
    fn persons(&self) -> Vec<usize> {
        let is_person = |guess: &Self, index: usize| {
            let role = guess.roles.get(index).copied().flatten();
            role.is_some_and(|(role, _)| role == Role::Person)
        };
        let columns = self.columns_where(is_person);
        let rank = |index: &usize| match words::normalised(self.header(*index)).as_str() {
            "voornaam" | "first name" => 1,
            "achternaam" | "last name" => 2,
            _ => 0,
        };
        let whole = columns.iter().copied().find(|index| rank(index) == 0);
        let mut parts: Vec<usize> = columns
            .into_iter()
            .filter(|index| rank(index) > 0)
            .collect();
        sort_short_by_key(&mut parts, rank);
        whole.map_or(parts, |whole| vec![whole])
    }
}
