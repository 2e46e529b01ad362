//! Which files' revenue counts: the same revenue is never counted twice (books-corpus rule 17).

use super::Question;
use super::decisions::{FileKey, JoinDecisions};
use super::groups::{Groups, Parties};
use super::overlap::{Overlap, any_pair};
use crate::date::{Date, MONTHS_A_YEAR, calendar_months, days_between};
use crate::intake::SourceKind;
use crate::money::Cents;
use crate::readings::Reading;
use crate::stats::order::sort_short;

/// One answer to the question which revenue counts, with what it gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevenueAnswer {
    /// The files that count; several only where they do not tell the same revenue.
    pub files: Vec<FileKey>,
    /// Customers with revenue.
    pub n_customers: u32,
    /// The revenue of all of them and of nobody.
    pub total: Cents,
    /// The part of it without a customer.
    pub without_customer: Cents,
    /// How much more this is than the first answer gives.
    pub difference: Cents,
    /// It adds up what files tell of the same customers: right only where that is different revenue.
    pub adds_shared: bool,
}

/// Which readings' revenue counts.
pub(super) struct Revenue {
    counted: Vec<u32>,
    pub(super) of_other_years: Vec<u32>,
    /// The times that its files are of; empty where one of them says none.
    spans: Vec<(Date, Date)>,
    is_whole_ledger: bool,
    /// Calendar months that it covers.
    pub(super) months: Option<u16>,
    /// First and last day that it covers.
    pub(super) period: Option<(Date, Date)>,
    /// What its books say was spent on everything else; `None` without books.
    pub(super) ledger_cost: Option<Cents>,
    /// What to ask; `None` where there is nothing to choose.
    pub(super) question: Option<Question>,
}

impl Revenue {
    /// Whether the revenue of a reading counts.
    pub(super) fn counts(&self, reading: u32) -> bool {
        self.counted.contains(&reading)
    }

    /// Whether a reading is of another year than the revenue that counts: what it says was spent and done
    /// belongs to that year too. Hours of a registration are all that is known of the time.
    pub(super) fn is_of_other_year(&self, reading: u32) -> bool {
        self.of_other_years.contains(&reading)
    }

    /// Whether days are hardly those of the revenue that counts.
    pub(super) fn is_of_other_time(&self, days: (Date, Date)) -> bool {
        !self.spans.is_empty() && !self.spans.iter().any(|span| overlaps(days, *span))
    }

    /// Whether it comes from a ledger: then who is not in it has no revenue, which is known.
    pub(super) fn is_whole_ledger(&self) -> bool {
        self.is_whole_ledger
    }
}

/// The revenue that was chosen, or that is likely.
pub(super) fn chosen(parties: &Parties<'_>, groups: &Groups, decisions: &JoinDecisions) -> Revenue {
    let (sets, adds_shared) = sets(parties, groups);
    let is_given =
        |set: &Vec<u32>| !decisions.revenue.is_empty() && keys(parties, set) == decisions.revenue;
    let given = sets.iter().position(is_given);
    let counted = sets
        .get(given.unwrap_or_default())
        .cloned()
        .unwrap_or_default();
    let question = (sets.len() > 1).then(|| {
        let answers = answers(parties, groups, &sets, adds_shared);
        let mut all: Vec<u32> = sets.iter().flatten().copied().collect();
        all.sort_unstable();
        all.dedup();
        let n_shared = Overlap::of(parties, groups, &all).n_shared;
        // With every file in the likely answer, the others are a choice, not a doubt.
        let is_whole = sets.first().is_some_and(|set| set.len() == all.len());
        Question::RevenueSource {
            answers,
            given,
            is_blocking: !is_whole
                || n_shared > 0 && !follow(parties, &all) && named_months(parties, &all).is_none(),
            n_shared,
        }
    });
    let period = span(of(parties, &counted).map(|reading| reading.source.period));
    let spans: Option<Vec<(Date, Date)>> = of(parties, &counted).map(span_of).collect();
    let spans = spans.unwrap_or_default();
    Revenue {
        is_whole_ledger: !counted.is_empty()
            && of(parties, &counted).all(|reading| reading.source.kind == SourceKind::Auditfile),
        months: months_of(parties, &counted),
        ledger_cost: of(parties, &counted)
            .filter_map(|reading| Some(reading.source.books.as_deref()?.cost_cents))
            .reduce(Cents::saturating_add),
        period,
        of_other_years: of_other_years(parties, &spans),
        spans,
        counted,
        question,
    }
}

/// Each set of files with what it gives.
fn answers(
    parties: &Parties<'_>,
    groups: &Groups,
    sets: &[Vec<u32>],
    adds_shared: Option<usize>,
) -> Vec<RevenueAnswer> {
    let told_by = told_by(parties, groups);
    let totals = sets.iter().map(|set| total(parties, set));
    let totals: Vec<Cents> = totals.collect();
    let likely = totals.first().copied().unwrap_or_default();
    let of_sets = sets.iter().zip(totals).enumerate();
    let answer = |(at, (set, total)): (usize, (&Vec<u32>, Cents))| {
        let is_told = |files: &&Vec<u32>| files.iter().any(|file| set.contains(file));
        let n_customers = told_by.iter().filter(is_told).count();
        RevenueAnswer {
            files: keys(parties, set),
            n_customers: u32::try_from(n_customers).unwrap_or(u32::MAX),
            total,
            without_customer: of(parties, set)
                .map(|reading| reading.unassigned.revenue)
                .sum(),
            difference: Cents(total.0.saturating_sub(likely.0)),
            adds_shared: adds_shared == Some(at),
        }
    };
    of_sets.map(answer).collect()
}

fn keys(parties: &Parties<'_>, set: &[u32]) -> Vec<FileKey> {
    of(parties, set)
        .map(|reading| FileKey::of(&reading.source))
        .collect()
}

/// What can be chosen, likely one first: all files together where they tell different revenue, else those
/// of one kind, each file by itself, and last, as only a person can know it, all files that tell of the same
/// customers; and which one that is. Books are whole: what a list says beside them is in them.
fn sets(parties: &Parties<'_>, groups: &Groups) -> (Vec<Vec<u32>>, Option<usize>) {
    let tells = |reading: &Reading| {
        reading.source.kind != SourceKind::Hours
            && !reading.source.is_likely_no_revenue()
            && (reading.unassigned.revenue != Cents::ZERO
                || reading.parties.iter().any(|party| party.revenue.is_some()))
    };
    let mut files: Vec<(u32, &Reading)> = parties
        .counted()
        .filter(|(_, reading)| tells(reading))
        .collect();
    // Guesses are no second opinion on what is booked.
    if files
        .iter()
        .any(|(_, reading)| reading.source.kind != SourceKind::Names)
    {
        files.retain(|(_, reading)| reading.source.kind != SourceKind::Names);
    }
    sort_short(&mut files, |(a_at, a), (b_at, b)| {
        rank(a.source.kind)
            .cmp(&rank(b.source.kind))
            .then_with(|| b.source.last_day().cmp(&a.source.last_day()))
            .then_with(|| a_at.cmp(b_at))
    });
    let together = |files: &[(u32, &Reading)]| {
        let mut together: Vec<u32> = files.iter().map(|(position, _)| *position).collect();
        together.sort_unstable();
        (together.len() > 1 && are_parts(parties, groups, files)).then_some(together)
    };
    let mut sets: Vec<Vec<u32>> = Vec::new();
    let kinds = || files.chunk_by(|(_, a), (_, b)| rank(a.source.kind) == rank(b.source.kind));
    let has_books = files
        .first()
        .is_some_and(|(_, first)| first.source.kind == SourceKind::Auditfile);
    let of_all_kinds = kinds().count() > 1 && !has_books;
    let all = of_all_kinds.then(|| together(&files)).flatten();
    let has_all = all.is_some();
    sets.extend(all);
    for of_kind in kinds() {
        sets.extend(together(of_kind).filter(|_| !has_all));
        sets.extend(of_kind.iter().map(|(position, _)| vec![*position]));
    }
    let mut positions: Vec<u32> = files.iter().map(|(position, _)| *position).collect();
    positions.sort_unstable();
    let can_be_more = !has_books && positions.len() > 1 && !sets.contains(&positions);
    let adds_shared =
        (can_be_more && may_be_parts(parties, groups, &positions)).then_some(sets.len());
    sets.extend(adds_shared.map(|_last| positions));
    (sets, adds_shared)
}

/// The readings that are hardly of the time whose revenue counts. Who says no year may be of the same.
fn of_other_years(parties: &Parties<'_>, spans: &[(Date, Date)]) -> Vec<u32> {
    if spans.is_empty() {
        return Vec::new();
    }
    let is_of_other = |reading: &Reading| {
        let span = span_of(reading).filter(|_| reading.source.kind != SourceKind::Hours);
        span.is_some_and(|span| !spans.iter().any(|counted| overlaps(span, *counted)))
    };
    let counted = parties.counted();
    counted
        .filter_map(|(at, reading)| is_of_other(reading).then_some(at))
        .collect()
}

/// The time that a file is of: its days, else the year that it is named after.
fn span_of(reading: &Reading) -> Option<(Date, Date)> {
    let of_year = || {
        let last = reading.source.last_day()?;
        Some((Date::new(last.year(), 1, 1).ok()?, last))
    };
    reading.source.period.or_else(of_year)
}

/// Whether two periods share a quarter of the shorter one: a single invoice of another year does not make
/// it that year, and half a broken year does.
fn overlaps(a: (Date, Date), b: (Date, Date)) -> bool {
    let length = |(first, last)| days_between(first, last) + 1;
    let shared = length((a.0.max(b.0), a.1.min(b.1)));
    shared * 4 >= length(a).min(length(b))
}

/// The books before invoices before lists before guesses.
fn rank(kind: SourceKind) -> u8 {
    match kind {
        SourceKind::Auditfile => 0,
        SourceKind::Ubl => 1,
        SourceKind::Transactions => 2,
        SourceKind::Customers => 3,
        SourceKind::CustomerList | SourceKind::Hours => 4,
        SourceKind::Names => 5,
    }
}

/// The days of one year at most: several years are never added up.
const MOST_DAYS: i64 = 366;

/// Whether files tell different revenue of one year: their days follow each other within 12 months, or
/// their customers hardly overlap.
fn are_parts(parties: &Parties<'_>, groups: &Groups, files: &[(u32, &Reading)]) -> bool {
    let positions: Vec<u32> = files.iter().map(|(position, _)| *position).collect();
    if named_months(parties, &positions).is_some() {
        return true;
    }
    if follow(parties, &positions) {
        let all = span(of(parties, &positions).map(|reading| reading.source.period));
        return all.is_some_and(|(first, last)| days_between(first, last) < MOST_DAYS);
    }
    let readings: Vec<&Reading> = files.iter().map(|(_, reading)| *reading).collect();
    are_of_one_year(parties, &positions)
        && Overlap::of(parties, groups, &positions).tells_apart(&readings)
}

/// Whether files may tell different revenue of the same customers in one year.
fn may_be_parts(parties: &Parties<'_>, groups: &Groups, positions: &[u32]) -> bool {
    let readings: Vec<&Reading> = of(parties, positions).collect();
    are_of_one_year(parties, positions)
        && Overlap::of(parties, groups, positions).may_tell_apart(&readings)
}

/// Whether no two files are of different years.
fn are_of_one_year(parties: &Parties<'_>, positions: &[u32]) -> bool {
    let spans: Vec<(Date, Date)> = of(parties, positions).filter_map(span_of).collect();
    !any_pair(&spans, |one, other| {
        let whole = days_between(one.0.min(other.0), one.1.max(other.1));
        !overlaps(*one, *other) && whole >= MOST_DAYS
    })
}

/// The months that files without days are of together, where each is named after another month, quarter or half
/// of one year.
fn named_months(parties: &Parties<'_>, files: &[u32]) -> Option<u16> {
    let named = of(parties, files).map(|reading| match reading.source.period {
        None => reading.source.named_period(),
        Some(_) => None,
    });
    let named: Vec<(u8, u8, Option<u16>)> = named.collect::<Option<_>>()?;
    let (_, n_months, year) = *named.first()?;
    let is_of_year = |(_, n, of): &(u8, u8, Option<u16>)| (*n, *of) == (n_months, year);
    let is_same =
        |(one, ..): &(u8, u8, Option<u16>), (other, ..): &(u8, u8, Option<u16>)| one == other;
    let n_all = u16::try_from(named.len())
        .ok()?
        .checked_mul(u16::from(n_months))?;
    let are_parts = named.len() > 1 && n_all <= MONTHS_A_YEAR && named.iter().all(is_of_year);
    (are_parts && !any_pair(&named, is_same)).then_some(n_all)
}

/// Whether files with days tell of one time after the other.
fn follow(parties: &Parties<'_>, files: &[u32]) -> bool {
    let periods = of(parties, files).map(|reading| reading.source.period);
    let Some(mut periods) = periods.collect::<Option<Vec<(Date, Date)>>>() else {
        return false;
    };
    periods.sort_unstable();
    let mut pairs = periods.windows(2);
    pairs.all(|pair| matches!(pair, [(_, before), (after, _)] if before < after))
}

fn of<'a>(parties: &Parties<'a>, set: &[u32]) -> impl Iterator<Item = &'a Reading> {
    set.iter().filter_map(|position| parties.reading(*position))
}

fn total(parties: &Parties<'_>, set: &[u32]) -> Cents {
    of(parties, set)
        .flat_map(|reading| {
            let of_parties = reading.parties.iter().filter_map(|party| party.revenue);
            of_parties.chain([reading.unassigned.revenue])
        })
        .sum()
}

/// Per customer the files that tell revenue of it.
fn told_by(parties: &Parties<'_>, groups: &Groups) -> Vec<Vec<u32>> {
    let groups = (0..u32::try_from(groups.n_customers()).unwrap_or(u32::MAX))
        .map(|group| groups.members(group).iter());
    let told = groups.map(|members| {
        let members = members.filter_map(|at| parties.get(*at));
        let telling = members.filter(|party| party.customer.revenue.is_some());
        let mut files: Vec<u32> = telling.map(|party| party.origin.reading).collect();
        files.dedup();
        files
    });
    told.collect()
}

/// Months of the files that count: of one file what it said, of several those from first to last day.
fn months_of(parties: &Parties<'_>, counted: &[u32]) -> Option<u16> {
    match counted {
        [one] => parties.reading(*one)?.months,
        several => span(of(parties, several).map(|reading| reading.source.period))
            .map(|(first, last)| calendar_months(first, last))
            .or_else(|| named_months(parties, several)),
    }
}

/// The first and the last day of all; `None` when one of them has no days, or there is none.
pub(super) fn span(periods: impl Iterator<Item = Option<(Date, Date)>>) -> Option<(Date, Date)> {
    periods
        .reduce(|span, period| {
            let ((first, last), (from, to)) = (span?, period?);
            Some((first.min(from), last.max(to)))
        })
        .flatten()
}
