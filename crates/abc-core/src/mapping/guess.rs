//! Headers and sampled values to roles, and to the ways in which the revenue could be read.

mod accounts;
mod hours;
mod revenue;

use std::collections::BTreeSet;

use super::amount;
use super::cell::{CellKind, SampledRow};
use super::formula::Candidate;
use super::stats::{ColumnStats, stats_of};
use super::words::{self, Match, Meaning};
use super::{Choice, Column, Confidence, DayOrder, Notation, QuestionId, Role};
pub(crate) use accounts::AccountColumns;
pub(crate) use hours::HoursColumns;

/// What the rows of a table count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Subject {
    /// Revenue in cents.
    #[default]
    Revenue,
    /// Worked seconds, line by line.
    Hours,
    /// Nothing: the rows say who the customers are.
    Names,
}

/// What the columns of a file mean.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Mapping {
    pub(crate) columns: Vec<Column>,
    /// The column with the year of a row, where none has its day.
    pub(crate) year: Option<usize>,
    /// What stands in for a company that has no name: the first and the last name of a person.
    pub(crate) person_name: Option<(usize, usize)>,
    /// Names hold the customer's number: "1568 - Alfa Zorg".
    pub(crate) has_numbered_names: bool,
    /// What stands before the name of a person whose last name alone would be that of many.
    pub(crate) first_name: Option<usize>,
    pub(crate) subject: Subject,
    /// The columns of an hour registration.
    pub(crate) hours: HoursColumns,
    /// The columns of a list of ledger accounts.
    pub(crate) accounts: Option<AccountColumns>,
    /// The ways to read the revenue, the chosen or likely one first; empty without any.
    pub(crate) candidates: Vec<Candidate>,
    /// What to ask when there is more than one candidate.
    pub(crate) question: Option<QuestionId>,
    /// A header says that amounts are in thousands.
    pub(crate) says_thousands: bool,
    /// The sampled amounts are all in one currency that is not the euro.
    pub(crate) is_foreign: bool,
}

impl Mapping {
    /// Whether the headers of the amounts say euros.
    pub(crate) fn says_euros(&self) -> bool {
        let columns = self.candidates.first().map(|first| first.formula.columns());
        let columns = columns.unwrap_or_default();
        let says = |index: &usize| {
            let column = self.columns.get(*index);
            column.is_some_and(|column| words::says_euros(&column.header))
        };
        !columns.is_empty() && columns.iter().all(says)
    }

    /// All columns with a role.
    pub(crate) fn columns_of(&self, role: Role) -> Vec<usize> {
        let columns = self.columns.iter().enumerate();
        columns
            .filter(|(_, column)| column.role == role)
            .map(|(index, _)| index)
            .collect()
    }

    /// The column that customers are called by: without names and numbers of their own, the number under
    /// which they are registered.
    pub(crate) fn name_column(&self) -> Option<usize> {
        self.column_of(Role::Name).or_else(|| {
            let is_numbered = self.column_of(Role::Code).is_some();
            self.column_of(Role::Registration)
                .filter(|_| !is_numbered && self.subject == Subject::Revenue)
        })
    }

    /// In a ledger revenue is credit minus debit: nothing to ask, unless the user said otherwise.
    pub(crate) fn take_sides_for_granted(&mut self, answers: &[(QuestionId, Choice)]) {
        let is_asked = self.question == Some(QuestionId::DebitCredit);
        let is_said = answers.iter().any(|(id, _)| *id == QuestionId::DebitCredit);
        if !is_asked || is_said {
            return;
        }
        self.question = None;
        self.candidates.truncate(1);
        let columns = self.candidates.iter();
        let columns: Vec<usize> = columns
            .flat_map(|candidate| candidate.formula.columns())
            .collect();
        for index in columns {
            if let Some(column) = self.columns.get_mut(index)
                && column.confidence < Confidence::High
            {
                column.confidence = Confidence::High;
            }
        }
    }

    /// The first column with a role.
    pub(crate) fn column_of(&self, role: Role) -> Option<usize> {
        self.columns.iter().position(|column| column.role == role)
    }
}

/// What is known of a table besides its header and rows.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct About {
    /// An unquoted decimal comma cut its amounts in two.
    pub(crate) has_split_decimals: bool,
    /// Its header is that of a time tracker.
    pub(crate) is_time_export: bool,
    /// A title above it names hours, and no revenue.
    pub(crate) says_hours: bool,
}

/// Maps the columns of a table: `header` is empty for a file without one.
pub(crate) fn mapping_from(
    header: &[String],
    rows: &[SampledRow<'_>],
    n_columns: usize,
    about: About,
    given: &[(u32, Role)],
    answers: &[(QuestionId, Choice)],
) -> Mapping {
    let headers: Vec<&str> = (0..n_columns)
        .map(|i| header.get(i).map_or("", |cell| cell.trim()))
        .collect();
    let numbered = words::numbered(headers.iter().copied());
    let meaning_of = |(index, header): (usize, &&str)| {
        let place = u8::try_from(index.saturating_sub(numbered.start) + 1).unwrap_or(u8::MAX);
        let period = Match {
            meaning: Meaning::Period(place),
            is_exact: false,
        };
        let found = words::meaning_of(header);
        found.or_else(|| numbered.contains(&index).then_some(period))
    };
    let stats: Vec<ColumnStats> = (0..n_columns).map(|index| stats_of(rows, index)).collect();
    let mut matches: Vec<Option<Match>> = headers.iter().enumerate().map(meaning_of).collect();
    for (index, pair) in headers.windows(2).enumerate() {
        // One merged cell heads two columns.
        let holds_amounts = |stats: &ColumnStats| stats.n_numbers > 0;
        let sides = match pair {
            [head, ""] if stats.get(index + 1).is_some_and(holds_amounts) => {
                words::both_sides(head)
            }
            _ => None,
        };
        if let Some((two, sides)) = matches.get_mut(index..index + 2).zip(sides) {
            two.copy_from_slice(&sides.map(|meaning| {
                Some(Match {
                    meaning,
                    is_exact: true,
                })
            }));
        }
    }
    let guess = Guess {
        matches,
        stats,
        headers,
        roles: vec![None; n_columns],
        about,
    };
    guess.into_mapping(rows, given, answers)
}

/// Number and name of "1568 - Alfa Zorg".
pub(crate) fn numbered_name(cell: &str) -> Option<(&str, &str)> {
    let (number, name) = cell.split_once(" - ")?;
    let is_number =
        number.len() <= 12 && !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    let name = name.trim_start();
    (is_number && !name.is_empty()).then_some((number, name))
}

const FIRST_NAMES: [&str; 4] = ["voornaam", "first name", "firstname", "vorname"];
const LAST_NAMES: [&str; 5] = ["achternaam", "last name", "lastname", "surname", "nachname"];

struct Guess<'a> {
    headers: Vec<&'a str>,
    matches: Vec<Option<Match>>,
    stats: Vec<ColumnStats>,
    roles: Vec<Option<(Role, Confidence)>>,
    about: About,
}

/// Roles of which a file has one column each, in the order in which they choose.
const SINGLE_ROLES: [Role; 22] = [
    Role::Code,
    Role::Name,
    Role::Date,
    Role::Invoice,
    Role::Currency,
    Role::DirectCost,
    Role::OtherCost,
    Role::Hours,
    Role::HoursCost,
    Role::OwnFaultHours,
    Role::Potential,
    Role::Relationship,
    Role::Attention,
    Role::Orders,
    Role::Visits,
    Role::Complaints,
    Role::DaysToPay,
    Role::Since,
    Role::Tenure,
    Role::HoursGrade,
    Role::CostGrade,
    Role::GivenClass,
];

impl Guess<'_> {
    fn into_mapping(
        mut self,
        rows: &[SampledRow<'_>],
        given: &[(u32, Role)],
        answers: &[(QuestionId, Choice)],
    ) -> Mapping {
        for (index, role) in given {
            let slot = usize::try_from(*index)
                .ok()
                .and_then(|index| self.roles.get_mut(index));
            if let Some(slot) = slot {
                *slot = Some((*role, Confidence::Given));
            }
        }
        self.choose_account(rows);
        for role in SINGLE_ROLES {
            self.choose_single(role);
        }
        self.choose_all(Role::Registration);
        self.choose_name_by_values();
        self.forget_row_numbers(rows);
        self.choose_code_by_values();
        let (mut candidates, mut question) = self.amounts(rows);
        if !candidates.is_empty() {
            self.forget_time_of_day(rows);
        }
        if candidates.is_empty() {
            self.choose_days(rows);
        }
        let subject = self.subject(&candidates);
        let hours = self.choose_hours(subject, &candidates, rows);
        if subject != Subject::Revenue {
            (candidates, question) = (Vec::new(), None);
        }
        let first_name = self.choose_person_name(subject);
        let person_name = self.person_beside_company(subject);
        let answer = answers
            .iter()
            .find(|(id, _)| Some(*id) == question)
            .map(|(_, choice)| choice);
        if let Some(index) =
            answer.and_then(|choice| candidates.iter().position(|c| c.choice == *choice))
        {
            candidates.rotate_left(index);
        }
        self.mark_amounts(&candidates);
        self.choose_traits();
        let is_foreign = self.is_foreign(&candidates);
        let says_thousands = candidates.iter().any(|candidate| {
            candidate
                .formula
                .columns()
                .iter()
                .any(|index| self.says_thousands(*index))
        });
        Mapping {
            accounts: self
                .account_columns(rows)
                .filter(|_| subject == Subject::Revenue),
            year: self.year_column(),
            has_numbered_names: self.has_numbered_names(rows),
            columns: self.columns(),
            person_name,
            first_name,
            subject,
            hours,
            candidates,
            question,
            says_thousands,
            is_foreign,
        }
    }

    fn is_foreign(&self, candidates: &[Candidate]) -> bool {
        let is_all = |stats: &ColumnStats| stats.n_filled > 1 && stats.n_foreign == stats.n_filled;
        let amounts = candidates
            .first()
            .map(|candidate| candidate.formula.columns());
        let by_sign = amounts.is_some_and(|columns| {
            columns
                .iter()
                .all(|index| self.stats.get(*index).is_some_and(is_all))
        });
        let by_column = self.roles.iter().zip(&self.stats).any(|(role, stats)| {
            role.is_some_and(|(role, _)| role == Role::Currency) && is_all(stats)
        });
        let mut headers = candidates
            .first()
            .map(|candidate| candidate.formula.columns())
            .into_iter()
            .flatten()
            .filter_map(|index| self.headers.get(index));
        by_sign || by_column || headers.any(|header| words::says_foreign(header))
    }

    fn columns(&self) -> Vec<Column> {
        let file_notation = self.stats.iter().find_map(ColumnStats::notation);
        (0..self.headers.len())
            .map(|index| {
                let (role, confidence) = self
                    .roles
                    .get(index)
                    .copied()
                    .flatten()
                    .unwrap_or((Role::Ignored, Confidence::Fair));
                let stats = self.stats.get(index);
                let is_ambiguous = stats.is_some_and(|stats| stats.n_ambiguous > 0);
                // Three digits behind one mark are thousands until something says otherwise.
                let is_grouped_by_comma =
                    stats.is_some_and(|stats| 2 * stats.n_comma_then_three > stats.n_ambiguous);
                let thousands = if is_grouped_by_comma {
                    Notation::Dot
                } else {
                    Notation::Comma
                };
                let assumed = if is_ambiguous {
                    file_notation.or(Some(thousands))
                } else {
                    None
                };
                Column {
                    header: self
                        .headers
                        .get(index)
                        .copied()
                        .unwrap_or_default()
                        .to_owned(),
                    role,
                    confidence,
                    notation: stats
                        .and_then(ColumnStats::notation)
                        .or(assumed)
                        .unwrap_or_default(),
                    day_order: DayOrder::default(),
                }
            })
            .collect()
    }

    fn is_free(&self, index: usize) -> bool {
        self.roles.get(index).is_some_and(Option::is_none)
    }

    fn matched(&self, index: usize) -> Option<Match> {
        self.matches.get(index).copied().flatten()
    }

    fn says_thousands(&self, index: usize) -> bool {
        words::says_thousands(self.header(index))
    }

    /// Empty for a column without one.
    fn header(&self, index: usize) -> &str {
        self.headers.get(index).copied().unwrap_or_default()
    }

    /// The first column that has a role.
    fn with_role(&self, wanted: Role) -> Option<usize> {
        let is_wanted =
            |slot: &Option<(Role, Confidence)>| slot.is_some_and(|(role, _)| role == wanted);
        self.roles.iter().position(is_wanted)
    }

    fn is_taken(&self, role: Role) -> bool {
        self.with_role(role).is_some()
    }

    /// Whether the user said what a column is.
    fn is_given(&self, index: usize) -> bool {
        let role = self.roles.get(index).copied().flatten();
        role.is_some_and(|(_, confidence)| confidence == Confidence::Given)
    }

    /// Gives a role to the column whose header and values fit it best.
    fn choose_single(&mut self, role: Role) {
        if self.is_taken(role) {
            return;
        }
        let fit = |index: &usize| -> Option<(bool, u8, bool, usize)> {
            let stats = self.stats.get(*index)?;
            let matched = self.matched(*index)?;
            let says_role = matched.meaning == Meaning::Role(role);
            let is_rated_relation = role == Role::Relationship
                && matched.meaning == Meaning::Role(Role::Name)
                && words::normalised(self.headers.get(*index)?) == "relatie";
            if !(says_role || is_rated_relation) || !values_fit(role, stats, is_rated_relation) {
                return None;
            }
            let agrees = values_agree(role, stats);
            let plainness = match role {
                // A clock is exact; the decimals beside it are rounded.
                Role::Hours => {
                    let rank = words::hours_rank(self.headers.get(*index)?);
                    rank * 2 + u8::from(stats.is_mostly(stats.n_durations, 50))
                }
                // Beside "klantnr", "nummer" is that of the invoice.
                Role::Code => u8::from(words::says_customer_number(self.headers.get(*index)?)),
                Role::Name if matched.is_exact => words::name_rank(self.headers.get(*index)?),
                _ => 0,
            };
            Some((agrees, plainness, matched.is_exact, usize::MAX - index))
        };
        let best = (0..self.headers.len())
            .filter(|index| self.is_free(*index))
            .filter_map(|index| fit(&index).map(|fit| (fit, index)))
            .max();
        if let Some(((agrees, _, is_exact, _), index)) = best {
            let confidence = match (agrees, is_exact) {
                (true, true) => Confidence::High,
                (false, false) => Confidence::Low,
                _ => Confidence::Fair,
            };
            self.set(index, role, confidence);
        }
    }

    /// Gives a role to every free column whose header says it and whose values allow it.
    fn choose_all(&mut self, role: Role) {
        let says_role = self.columns_where(|guess, index| {
            let matched = guess.matched(index);
            let fits = guess
                .stats
                .get(index)
                .is_some_and(|stats| values_fit(role, stats, false));
            guess.is_free(index)
                && fits
                && matched.is_some_and(|m| m.meaning == Meaning::Role(role))
        });
        for index in says_role {
            let is_exact = self.matched(index).is_some_and(|matched| matched.is_exact);
            let confidence = if is_exact {
                Confidence::High
            } else {
                Confidence::Fair
            };
            self.set(index, role, confidence);
        }
    }

    fn set(&mut self, index: usize, role: Role, confidence: Confidence) {
        if let Some(slot) = self.roles.get_mut(index) {
            *slot = Some((role, confidence));
        }
    }

    /// Without a header that says "name": the column of words with the most different ones.
    fn choose_name_by_values(&mut self) {
        // Persons are named by their last name, which is seen to once it is known what the rows are of.
        let are_persons = self.column_named(&LAST_NAMES).is_some() && !self.is_taken(Role::Hours);
        if self.is_taken(Role::Name) || are_persons {
            return;
        }
        let best = (0..self.headers.len())
            .filter(|index| self.is_free(*index) && self.matched(*index).is_none())
            .filter_map(|index| {
                let stats = self.stats.get(index)?;
                let is_words = stats.is_mostly(stats.n_texts, 70)
                    && !stats.is_mostly(stats.n_identifiers, 50)
                    && !stats.is_mostly(stats.n_dates + stats.n_numbers, 30);
                is_words.then_some((stats.n_distinct, usize::MAX - index, index))
            })
            .max();
        if let Some((_, _, index)) = best {
            self.set(index, Role::Name, Confidence::Low);
        }
    }

    /// Under "Klant" may stand its number alone.
    fn choose_code_by_values(&mut self) {
        if self.is_taken(Role::Code) {
            return;
        }
        let has_name = self.is_taken(Role::Name);
        let is_number = |guess: &Self, index: usize| {
            let says_customer = guess.matched(index).is_some_and(|matched| {
                matched.is_exact && matched.meaning == Meaning::Role(Role::Name)
            });
            let are_numbers = guess
                .stats
                .get(index)
                .is_some_and(|s| s.is_mostly(s.n_numbers.max(s.n_identifiers), 80));
            // Beside "Naam" only where it says who: "Debiteur".
            let says_who = !has_name || words::name_rank(guess.header(index)) >= 2;
            guess.is_free(index) && says_customer && are_numbers && says_who
        };
        if let Some(index) = self.columns_where(is_number).first() {
            self.set(*index, Role::Code, Confidence::Fair);
        }
    }

    /// "Nr" may be the customer's number, or that of the row or the invoice: then it is another one whenever a
    /// name comes back, or it counts the rows. A code that several customers share is of something else.
    fn forget_row_numbers(&mut self, rows: &[SampledRow<'_>]) {
        let (Some(code), Some(name)) = (self.with_role(Role::Code), self.with_role(Role::Name))
        else {
            return;
        };
        let header = words::normalised(self.header(code));
        let is_vague = matches!(header.as_str(), "nr" | "nummer" | "id");
        let says_who = words::says_customer_number(&header) && header != "code";
        if self.is_given(code) || says_who && !is_vague {
            return;
        }
        let cell = |row: &SampledRow<'_>, index: usize| {
            Some(row.cell(index).to_lowercase()).filter(|cell| !cell.is_empty())
        };
        let pairs: Vec<(String, String)> = rows
            .iter()
            .filter_map(|row| Some((cell(row, code)?, cell(row, name)?)))
            .collect();
        let codes: BTreeSet<&str> = pairs.iter().map(|(code, _)| code.as_str()).collect();
        let names: BTreeSet<&str> = pairs.iter().map(|(_, name)| name.as_str()).collect();
        let comes_back = codes.len() == pairs.len() && names.len() < pairs.len();
        let mut in_order = pairs.iter().enumerate();
        let counts_rows =
            pairs.len() > 2 && in_order.all(|(at, (code, _))| *code == (at + 1).to_string());
        let is_of_rows = is_vague && (comes_back || counts_rows || self.is_taken(Role::Date));
        let is_shared = names.len() >= 2 * codes.len() && pairs.len() > 2;
        if let Some(slot) = self.roles.get_mut(code).filter(|_| is_of_rows || is_shared) {
            *slot = None;
        }
    }

    /// "Tijd" on a receipt is the hour of the day, and no length of time: most of it is after seven.
    fn forget_time_of_day(&mut self, rows: &[SampledRow<'_>]) {
        let Some(hours) = self.with_role(Role::Hours).filter(|at| !self.is_given(*at)) else {
            return;
        };
        let is_bare = matches!(
            words::normalised(self.header(hours)).as_str(),
            "tijd" | "time"
        );
        let cells = rows
            .iter()
            .map(|row| row.cell(hours))
            .filter(|cell| !cell.is_empty());
        let times: Vec<u64> = cells.filter_map(super::duration::time_of_day).collect();
        let n_by_day = times
            .iter()
            .filter(|seconds| **seconds >= 7 * 3_600)
            .count();
        let is_time = is_bare && n_by_day * 2 > times.len();
        if let Some(slot) = self.roles.get_mut(hours).filter(|_| is_time) {
            *slot = None;
        }
    }

    /// The year of a row says how many months the revenue covers, where no day does.
    fn year_column(&self) -> Option<usize> {
        let says_year = |guess: &Self, index: usize| {
            let stats = guess.stats.get(index);
            words::says_year(guess.header(index))
                && stats.is_some_and(|stats| stats.n_filled > 0 && stats.n_years == stats.n_filled)
        };
        // A month beside it says more, which is not read.
        let says_part = |header: &&str| words::says_part_of_year(header);
        let is_told = self.is_taken(Role::Date) || self.headers.iter().any(says_part);
        self.columns_where(says_year)
            .first()
            .copied()
            .filter(|_| !is_told)
    }

    /// Whether names begin with a number, which is the customer's where each has one of its own: "2025 - Alfa"
    /// and "2025 - Beta" are of a year.
    fn has_numbered_names(&self, rows: &[SampledRow<'_>]) -> bool {
        let Some(column) = self
            .with_role(Role::Name)
            .filter(|_| !self.is_taken(Role::Code))
        else {
            return false;
        };
        let names = rows.iter().map(|row| row.cell(column));
        let names = names.filter(|name| !name.is_empty());
        let pairs: BTreeSet<(&str, &str)> = names.clone().filter_map(numbered_name).collect();
        let numbers: BTreeSet<&str> = pairs.iter().map(|(number, _)| *number).collect();
        let called: BTreeSet<&str> = pairs.iter().map(|(_, name)| *name).collect();
        let n_numbered = names
            .clone()
            .filter(|name| numbered_name(name).is_some())
            .count();
        let is_one_to_one = numbers.len() == pairs.len() && called.len() == pairs.len();
        pairs.len() > 1 && is_one_to_one && n_numbered * 2 > names.count()
    }

    /// A number of the sample in the notation of its column.
    fn number_in(&self, row: &SampledRow<'_>, index: usize) -> Option<f64> {
        let notation = self.stats.get(index).and_then(ColumnStats::notation);
        let number = match row.kind(index) {
            CellKind::Number => amount::exact(row.cell(index)),
            _ => amount::number(row.cell(index)),
        };
        let number = number.ok()?;
        Some(number.value_in(notation.unwrap_or_default()))
    }

    /// Some customers have no company: beside its column stand the first and the last name of a person.
    fn person_beside_company(&self, subject: Subject) -> Option<(usize, usize)> {
        let named = self.with_role(Role::Name)?;
        let has_gaps = self
            .stats
            .get(named)
            .is_some_and(|stats| stats.n_filled < stats.n_rows);
        let (first, last) = (
            self.column_named(&FIRST_NAMES)?,
            self.column_named(&LAST_NAMES)?,
        );
        let is_beside = subject == Subject::Revenue && ![first, last].contains(&named);
        (is_beside && has_gaps).then_some((first, last))
    }

    fn column_named(&self, any: &[&str]) -> Option<usize> {
        let is_named =
            |index: &usize| any.contains(&words::normalised(self.header(*index)).as_str());
        (0..self.headers.len()).find(is_named)
    }

    /// Customers that are persons, in two columns: the last name is the name, and the first name goes before
    /// it. Beside hours these are the people who worked.
    fn choose_person_name(&mut self, subject: Subject) -> Option<usize> {
        let (first, last) = (
            self.column_named(&FIRST_NAMES),
            self.column_named(&LAST_NAMES),
        );
        let named = self.with_role(Role::Name);
        if subject != Subject::Revenue || self.is_taken(Role::Hours) {
            return None;
        }
        match (named, last) {
            (None, Some(last)) => {
                self.set(last, Role::Name, Confidence::Fair);
                first
            }
            (Some(named), last) if last == Some(named) => first,
            (Some(named), None) if self.column_named(&["naam", "name"]) == Some(named) => first,
            _ => None,
        }
    }

    fn columns_where(&self, wanted: impl Fn(&Self, usize) -> bool) -> Vec<usize> {
        (0..self.headers.len())
            .filter(|index| wanted(self, *index))
            .collect()
    }

    /// Columns that may say what kind of customer this is.
    fn choose_traits(&mut self) {
        for index in 0..self.headers.len() {
            if !self.is_free(index)
                || self
                    .headers
                    .get(index)
                    .is_none_or(|header| header.is_empty())
            {
                continue;
            }
            let Some(stats) = self.stats.get(index) else {
                continue;
            };
            let matched = self.matched(index);
            if matched.is_some_and(|m| m.meaning == Meaning::Role(Role::Trait)) {
                let is_exact = matched.is_some_and(|m| m.is_exact);
                self.set(
                    index,
                    Role::Trait,
                    if is_exact {
                        Confidence::High
                    } else {
                        Confidence::Fair
                    },
                );
            } else if matched.is_none_or(may_still_be_trait) && may_be_trait(stats) {
                self.set(index, Role::Trait, Confidence::Low);
            }
        }
    }
}

/// A header that says something else, but not so plainly that its words could not be a trait:
/// "segment" without classes in it, "soort werk".
fn may_still_be_trait(found: Match) -> bool {
    let is_word_role = matches!(
        found.meaning,
        Meaning::Role(
            Role::GivenClass
                | Role::CostGrade
                | Role::HoursGrade
                | Role::Attention
                | Role::Potential
        )
    );
    let is_person = found.meaning == Meaning::Role(Role::Person);
    let may_be_other = found.meaning == Meaning::Identifier || is_person;
    is_word_role || (may_be_other && !found.is_exact)
}

/// A free column with few different words in it.
fn may_be_trait(stats: &ColumnStats) -> bool {
    (2..=30).contains(&stats.n_distinct)
        && stats.n_distinct * 2 <= stats.n_filled.max(1)
        && stats.is_mostly(stats.n_texts, 50)
        && !stats.is_mostly(stats.n_identifiers, 20)
        && !stats.is_mostly(stats.n_dates, 20)
}

/// Whether the sampled values allow a role at all.
fn values_fit(role: Role, stats: &ColumnStats, is_rated_relation: bool) -> bool {
    if stats.n_filled == 0 {
        return !is_rated_relation;
    }
    match role {
        Role::Name => stats.is_mostly(stats.n_texts, 40) && !stats.is_mostly(stats.n_dates, 50),
        // "Laatste factuur" may be a day.
        Role::Code | Role::Invoice => !stats.is_mostly(stats.n_dates, 50),
        Role::Date | Role::Since => stats.is_mostly(stats.n_dates, 40),
        Role::DirectCost
        | Role::OtherCost
        | Role::HoursCost
        | Role::Orders
        | Role::Visits
        | Role::Complaints
        | Role::Tenure
        | Role::DaysToPay => stats.is_mostly(stats.n_numbers, 60),
        // "Groei" may be an amount or a percentage.
        Role::Potential => stats.is_mostly(stats.n_ratings, 60),
        Role::Relationship => {
            let at_least = if is_rated_relation { 90 } else { 60 };
            let counted = if is_rated_relation {
                stats.n_ratings
            } else {
                stats.n_numbers
            };
            stats.is_mostly(counted, at_least)
        }
        Role::GivenClass => stats.is_mostly(stats.n_classes, 60),
        Role::HoursGrade | Role::CostGrade => stats.is_mostly(stats.n_grades, 60),
        Role::Attention => stats.is_mostly(stats.n_grades + stats.n_ratings, 60),
        Role::Currency => stats.n_distinct <= 12,
        Role::Hours => stats.is_mostly(stats.n_numbers + stats.n_durations, 40),
        // Five digits and up, also with letters and dots in them: `NL001234567B01`.
        Role::Registration => stats.is_mostly(stats.n_long_numbers, 50),
        _ => true,
    }
}

/// Whether the sampled values point to the role on their own.
fn values_agree(role: Role, stats: &ColumnStats) -> bool {
    match role {
        Role::Name => {
            stats.is_mostly(stats.n_texts, 80) && !stats.is_mostly(stats.n_identifiers, 20)
        }
        Role::Code => !stats.is_mostly(stats.n_marked, 20) && stats.n_distinct > 1,
        Role::Date | Role::Since => stats.is_mostly(stats.n_dates, 80),
        Role::Potential | Role::Relationship => stats.is_mostly(stats.n_ratings, 90),
        Role::Invoice => !stats.is_mostly(stats.n_marked, 20),
        _ => stats.n_filled > 0,
    }
}
