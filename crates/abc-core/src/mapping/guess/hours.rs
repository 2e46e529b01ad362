//! Whether a table is an hour registration or a list of names, and where its columns are.

use std::collections::BTreeMap;

use super::{Guess, Subject};
use crate::mapping::cell::SampledRow;
use crate::mapping::formula::{Candidate, Formula};
use crate::mapping::stats::ColumnStats;
use crate::mapping::words::{self, Match, Meaning};
use crate::mapping::{Confidence, Notation, Role, amount, duration};
use crate::stats::order::sort_short_by_key;

/// The columns of an hour registration besides customer and day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct HoursColumns {
    /// The length of time: an exact one before a rounded one. `None` where only start and end are kept.
    pub(crate) duration: Option<usize>,
    /// Its numbers are minutes.
    pub(crate) is_in_minutes: bool,
    /// More of it: the months beside the first one.
    pub(crate) more: Vec<usize>,
    /// The minutes beside whole hours.
    pub(crate) minutes: Option<usize>,
    /// What is not worked between start and end.
    pub(crate) pause: Option<usize>,
    /// One column, or first and last name.
    pub(crate) persons: Vec<usize>,
    pub(crate) cost: Option<usize>,
    /// It is that of one hour.
    pub(crate) is_cost_per_hour: bool,
    pub(crate) start_time: Option<usize>,
    pub(crate) end_date: Option<usize>,
    pub(crate) end_time: Option<usize>,
}

impl Guess<'_> {
    /// What the rows count. What the user said goes first; the export of a time tracker holds hours
    /// whatever its amounts are, for what may be billed is no revenue; else revenue, where there is any.
    pub(super) fn subject(&self, candidates: &[Candidate]) -> Subject {
        let given_revenue = self.is_taken(Role::Revenue) || self.is_taken(Role::RevenueInclVat);
        let is_of_person =
            |found: &Match| found.meaning == Meaning::Role(Role::Person) && found.is_exact;
        // What begins and ends may be a booking of a room.
        let is_work = candidates.is_empty() || self.matches.iter().flatten().any(is_of_person);
        let has_hours = self.with_role(Role::Hours).is_some() || (self.has_span() && is_work);
        let is_overview = self.about.says_hours && !self.overview(candidates).is_empty();
        let is_registration = self.about.is_time_export
            || candidates.is_empty()
            || ((self.is_by_person() || self.is_by_rate()) && !self.is_plain_revenue(candidates));
        if given_revenue {
            Subject::Revenue
        } else if is_overview || (has_hours && is_registration) {
            Subject::Hours
        } else if candidates.is_empty() && self.is_name_list() {
            Subject::Names
        } else {
            Subject::Revenue
        }
    }

    /// Days are those of work where lines have a day or somebody who worked, or where one was not whole; else
    /// they may be those until payment.
    pub(super) fn choose_days(&mut self, rows: &[SampledRow<'_>]) {
        let is_person =
            |found: &Match| found.meaning == Meaning::Role(Role::Person) && found.is_exact;
        let is_work = self.is_taken(Role::Date) || self.matches.iter().flatten().any(is_person);
        let says_days = |guess: &Self, index: usize| {
            let is_part = |row: &SampledRow<'_>| {
                let cell = row.cell(index);
                let days = duration::without_days(cell).unwrap_or(cell);
                amount::number(days).is_ok_and(|days| days.value_in(Notation::Comma).fract() != 0.0)
            };
            words::says_days_alone(guess.header(index))
                && guess.is_free(index)
                && guess
                    .stats
                    .get(index)
                    .is_some_and(|stats| stats.is_mostly(stats.n_numbers + stats.n_durations, 80))
                && (is_work || rows.iter().any(is_part))
        };
        let columns = self.columns_where(says_days);
        if let Some(index) = columns.first().filter(|_| !self.is_taken(Role::Hours)) {
            self.set(*index, Role::Hours, Confidence::Low);
        }
    }

    /// A time at which the work began, and one at which it ended.
    fn has_span(&self) -> bool {
        let is_kept = |wanted: Meaning| {
            let says = |guess: &Self, index: usize| {
                let says_so = guess.matched(index).is_some_and(|m| m.meaning == wanted);
                let is_clock = |stats: &ColumnStats| stats.is_mostly(stats.n_durations, 80);
                says_so && guess.stats.get(index).is_some_and(is_clock)
            };
            !self.columns_where(says).is_empty()
        };
        is_kept(Meaning::StartTime) && is_kept(Meaning::EndTime)
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
    pub(super) fn choose_hours(
        &mut self,
        subject: Subject,
        candidates: &[Candidate],
        rows: &[SampledRow<'_>],
    ) -> HoursColumns {
        let mut more = Vec::new();
        if subject == Subject::Hours && !self.is_taken(Role::Hours) && !self.has_span() {
            more = self.overview(candidates);
            for index in &more {
                self.set(*index, Role::Hours, Confidence::Fair);
            }
        }
        let apart = self.hours_and_minutes(subject, rows);
        let duration = apart
            .map(|(hours, _)| hours)
            .or_else(|| self.with_role(Role::Hours));
        more.retain(|index| Some(*index) != duration);
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
        let pause = self.columns_where(|guess, index| words::says_pause(guess.header(index)));
        let (persons, cost) = (self.persons(), self.with_role(Role::HoursCost));
        let is_cost_per_hour = duration
            .zip(cost)
            .is_some_and(|(hours, cost)| self.is_cost_per_hour(rows, hours, cost, &persons));
        HoursColumns {
            duration,
            is_in_minutes,
            more,
            minutes: apart.map(|(_, minutes)| minutes),
            pause: pause.first().copied(),
            persons,
            cost,
            is_cost_per_hour,
            start_time: meaning(Meaning::StartTime),
            end_date: meaning(Meaning::EndDate),
            end_time: meaning(Meaning::EndTime),
        }
    }

    /// The columns of an overview of hours: its total, else its months one after the other. None where
    /// another column says what else its figures may be.
    fn overview(&self, candidates: &[Candidate]) -> Vec<usize> {
        let says_more = |found: &Match| {
            matches!(
                found.meaning,
                Meaning::Revenue(_) | Meaning::NotRevenue | Meaning::Balance
            )
        };
        if self.matches.iter().flatten().any(says_more) {
            return Vec::new();
        }
        let first = candidates.first().map(|candidate| &candidate.formula);
        let first = first.map(Formula::columns).unwrap_or_default();
        if matches!(first.as_slice(), [total] if words::says_sum(self.header(*total))) {
            return first;
        }
        let places = first.iter().map(|index| match self.matched(*index) {
            Some(Match {
                meaning: Meaning::Period(place),
                ..
            }) => Some(place),
            _ => None,
        });
        // A quarter behind its months holds the same hours.
        let places: Option<Vec<u8>> = places.collect();
        let is_row = |places: Vec<u8>| places.len() > 1 && places.is_sorted_by(|a, b| a < b);
        if places.is_some_and(is_row) {
            first
        } else {
            Vec::new()
        }
    }

    /// Whole hours in one column and minutes in another: `7;45`. More than 59 of them are the same time again.
    fn hours_and_minutes(
        &mut self,
        subject: Subject,
        rows: &[SampledRow<'_>],
    ) -> Option<(usize, usize)> {
        let says = |guess: &Self, index: usize| {
            let found = guess.matched(index);
            found.is_some_and(|found| found.is_exact && found.meaning == Meaning::Role(Role::Hours))
        };
        let columns = self.columns_where(says);
        let [first, second] = columns.as_slice() else {
            return None;
        };
        let (hours, minutes) = match [first, second].map(|at| words::says_minutes(self.header(*at)))
        {
            [false, true] => (*first, *second),
            [true, false] => (*second, *first),
            _ => return None,
        };
        let below = |index: usize, end: f64| {
            rows.iter().all(|row| {
                let number = self.number_in(row, index);
                row.cell(index).is_empty() || number.is_some_and(|n| n.fract() == 0.0 && n < end)
            })
        };
        let is_apart = subject == Subject::Hours && below(hours, f64::MAX) && below(minutes, 60.0);
        if !is_apart || self.is_given(hours) || self.is_given(minutes) {
            return None;
        }
        self.set(hours, Role::Hours, Confidence::High);
        self.set(minutes, Role::Hours, Confidence::High);
        Some((hours, minutes))
    }

    /// Whether the cost stays the same for a person whose hours do not: then it is that of one hour.
    fn is_cost_per_hour(
        &self,
        rows: &[SampledRow<'_>],
        hours: usize,
        cost: usize,
        persons: &[usize],
    ) -> bool {
        let mut by_person: BTreeMap<Vec<&str>, Vec<(f64, f64)>> = BTreeMap::new();
        for row in rows {
            let time = duration::written(row.cell(hours)).map(|clock| clock.seconds as f64);
            let figures = time
                .or_else(|| self.number_in(row, hours))
                .zip(self.number_in(row, cost));
            let who = persons.iter().map(|index| row.cell(*index)).collect();
            by_person.entry(who).or_default().extend(figures);
        }
        let differ = |figures: &[(f64, f64)], of: fn(&(f64, f64)) -> f64| {
            figures
                .windows(2)
                .any(|pair| matches!(pair, [a, b] if of(a).total_cmp(&of(b)).is_ne()))
        };
        let telling: Vec<&Vec<(f64, f64)>> = by_person
            .values()
            .filter(|figures| differ(figures, |(hours, _)| *hours))
            .collect();
        let is_known = |figures: &Vec<(f64, f64)>| figures.iter().any(|(_, cost)| *cost != 0.0);
        telling.iter().any(|figures| is_known(figures))
            && telling
                .iter()
                .all(|figures| !differ(figures, |(_, cost)| *cost))
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
