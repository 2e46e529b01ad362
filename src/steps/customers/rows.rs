//! Which lines the grid shows, in which order. Positions only: no row is copied.

use std::sync::Arc;

use abc_core::classify::summary::is_loss;
use abc_core::classify::{Classified, Status};
use abc_core::costs::Inputs;
use abc_core::customers::names::unaccented;
use abc_core::customers::{Class, Grade, Rating};
use abc_core::stats::order::largest_first;

use super::assumed::{grade_of, is_time_known};
use super::by_revenue::ByRevenue;
use crate::state::certainty::Certain;
use crate::state::derived::Outcome;
use crate::state::session::{Column, Filter, Sort, Warning};

/// A line of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Line {
    /// The printed subtotal above a class; without a class: those that are not classified.
    Group(Option<Class>),
    /// The customer at this position.
    Row(u32),
}

/// What the user asked to see.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Query {
    pub(super) sort: Sort,
    pub(super) filter: Filter,
    /// As typed.
    pub(super) search: String,
}

impl Query {
    /// Whether the answer depends on how sure the classes are.
    pub(super) fn is_about_certainty(&self) -> bool {
        self.filter == Filter::Shaky || self.sort.column == Column::Certainty
    }
}

/// The answer, which keeps its order while somebody works in it.
#[derive(Clone, Debug)]
pub(super) struct Listing {
    pub(super) query: Query,
    pub(super) lines: Arc<[Line]>,
    /// What it was made from; another project makes another listing at once.
    pub(super) outcome: Arc<Outcome>,
    /// How sure the classes were, when the query asks for that.
    certain: Option<Arc<Certain>>,
}

impl Listing {
    /// The lines for this query. `chosen` are the customers of a filter that others than the classes
    /// answer: those like the ideal one, those that are shaky, those that surprise.
    pub(super) fn new(
        query: Query,
        outcome: Arc<Outcome>,
        certain: Option<Arc<Certain>>,
        chosen: &[u32],
    ) -> Self {
        let lines = lines_of(&query, &outcome, certain.as_deref(), chosen).into();
        Self {
            query,
            lines,
            outcome,
            certain,
        }
    }

    /// Whether nothing that it was made from has changed.
    pub(super) fn is_made_from(
        &self,
        outcome: &Arc<Outcome>,
        certain: Option<&Arc<Certain>>,
    ) -> bool {
        let is_same_certain = match (&self.certain, certain) {
            (Some(own), Some(other)) => Arc::ptr_eq(own, other),
            (own, other) => own.is_none() && other.is_none(),
        };
        is_same_certain && Arc::ptr_eq(&self.outcome, outcome)
    }

    /// Whether it was made before it was known how sure the classes are, and now that is.
    pub(super) fn has_waited_for(&self, certain: Option<&Arc<Certain>>) -> bool {
        self.certain.is_none() && certain.is_some()
    }

    /// Whether it still answers this query about the same customers.
    pub(super) fn answers(&self, query: &Query, outcome: &Outcome) -> bool {
        self.query == *query
            && Arc::ptr_eq(&self.outcome.project.customers, &outcome.project.customers)
    }

    /// The line of this customer.
    pub(super) fn line_of(&self, customer: u32) -> Option<usize> {
        self.lines
            .iter()
            .position(|line| *line == Line::Row(customer))
    }

    /// The customer before or after this one, if any.
    pub(super) fn neighbor(&self, customer: u32, is_next: bool) -> Option<u32> {
        let at = self.line_of(customer)?;
        let (before, after) = (self.lines.get(..at)?, self.lines.get(at + 1..)?);
        if is_next {
            rows_in(after).next()
        } else {
            before.iter().rev().find_map(|line| match line {
                Line::Row(customer) => Some(*customer),
                Line::Group(_) => None,
            })
        }
    }
}

/// The customers in these lines.
pub(super) fn rows_in(lines: &[Line]) -> impl Iterator<Item = u32> + '_ {
    lines.iter().filter_map(|line| match line {
        Line::Row(customer) => Some(*customer),
        Line::Group(_) => None,
    })
}

fn lines_of(
    query: &Query,
    outcome: &Outcome,
    certain: Option<&Certain>,
    chosen: &[u32],
) -> Vec<Line> {
    let found = &outcome.classification.customers;
    let shown = shown_by(query.filter, outcome, chosen);
    let typed = unaccented(&query.search);
    let has_it = |text: &str| typed.is_empty() || unaccented(text).contains(&typed);
    let rows: Vec<u32> = (0..)
        .zip(outcome.project.customers.iter().zip(&shown))
        .filter(|(_, (customer, is_shown))| {
            **is_shown && (has_it(&customer.name) || has_it(&customer.code))
        })
        .map(|(position, _)| position)
        .collect();
    let rows = sorted(rows, query.sort, outcome, certain);

    let class_of = |row: &u32| found.get(*row as usize).and_then(|found| found.class);
    // Who has no class is put last, so that each group is one stretch.
    let is_grouped = query.sort.column == Column::Class;
    let mut lines = Vec::with_capacity(rows.len() + 4);
    let mut group = None;
    for row in rows {
        let class = class_of(&row);
        if (is_grouped || class.is_none()) && group != Some(class) {
            group = Some(class);
            lines.push(Line::Group(class));
        }
        lines.push(Line::Row(row));
    }
    lines
}

fn sorted(
    mut rows: Vec<u32>,
    sort: Sort,
    outcome: &Outcome,
    certain: Option<&Certain>,
) -> Vec<u32> {
    let found = &outcome.classification.customers;
    let class = |row: u32| found.get(row as usize).and_then(|found| found.class);
    let number = |row: u32| -> Option<f64> {
        let at = row as usize;
        let input = outcome.inputs.get(at)?;
        let found = found.get(at)?;
        let score = |rating: Option<Rating>| rating.map(Rating::score);
        match sort.column {
            Column::Revenue => input.revenue,
            Column::GrossMargin => found.cm1,
            Column::Attention => found.attention_cost,
            Column::Score => found.total,
            Column::Class | Column::Contribution => found.cm2,
            Column::Margin => found.margin,
            Column::Hours => input.hours,
            Column::Potential => score(input.potential),
            Column::Relationship => score(input.relationship),
            Column::Certainty => how_sure(found, certain, at),
            Column::Name => None,
        }
    };
    if sort.column == Column::Name {
        let customers = &outcome.project.customers;
        let name = |row: u32| customers.get(row as usize).map(|customer| &*customer.name);
        rows.sort_by_cached_key(|row| name(*row).unwrap_or("").to_lowercase());
        if sort.is_descending {
            rows.reverse();
        }
    }
    let last = Class::ALL.len();
    in_groups(rows, |row| match (sort.column, class(row)) {
        (Column::Class, class) => {
            let place = class.map_or(last, |class| {
                let place = group_index(Some(class));
                if sort.is_descending {
                    last - 1 - place
                } else {
                    place
                }
            });
            (place, number(row))
        }
        (_, class) => {
            let directed = |number: f64| if sort.is_descending { number } else { -number };
            (usize::from(class.is_none()), number(row).map(directed))
        }
    })
}

/// The order of the words in the column: open by the classes still possible, then from shaky to solid, then
/// set by hand. `None` without a class, and while nothing is reckoned.
fn how_sure(found: &Classified, certain: Option<&Certain>, at: usize) -> Option<f64> {
    found.class?;
    if found.status == Status::Override {
        Some(2.0)
    } else if is_open(found) {
        Some(-f64::from(found.possible.len()))
    } else {
        let sureness = certain?.sureness(at, found.computed)?;
        Some(sureness.weakest(found))
    }
}

/// Group by group (0 to 3); in each first the known figures from large to small, then the others as they came.
pub(super) fn in_groups(rows: Vec<u32>, key: impl Fn(u32) -> (usize, Option<f64>)) -> Vec<u32> {
    let mut known = [const { Vec::<(f64, u32)>::new() }; 4];
    let mut unknown = [const { Vec::<u32>::new() }; 4];
    let mut ordered = Vec::with_capacity(rows.len());
    for row in rows {
        let (group, number) = key(row);
        match number {
            Some(number) => known.get_mut(group).map(|known| known.push((number, row))),
            None => unknown.get_mut(group).map(|unknown| unknown.push(row)),
        };
    }
    for (mut known, unknown) in known.into_iter().zip(unknown) {
        largest_first(&mut known);
        ordered.extend(known.into_iter().map(|(_, row)| row));
        ordered.extend(unknown);
    }
    ordered
}

/// Per customer whether the filter shows it.
fn shown_by(filter: Filter, outcome: &Outcome, chosen: &[u32]) -> Vec<bool> {
    let found = &outcome.classification.customers;
    match filter {
        Filter::Fitting | Filter::Shaky | Filter::Surprise => {
            marked(found.len(), chosen.iter().copied())
        }
        Filter::BigNotA => marked(found.len(), largest_not_a(outcome)),
        _ => found
            .iter()
            .zip(outcome.inputs.iter())
            .map(|(found, input)| is_shown_alone(filter, found, input))
            .collect(),
    }
}

fn marked(n: usize, positions: impl IntoIterator<Item = u32>) -> Vec<bool> {
    let mut marks = vec![false; n];
    for position in positions {
        if let Some(mark) = marks.get_mut(position as usize) {
            *mark = true;
        }
    }
    marks
}

fn is_shown_alone(filter: Filter, found: &Classified, input: &Inputs) -> bool {
    match filter {
        Filter::All | Filter::Fitting | Filter::Shaky | Filter::Surprise | Filter::BigNotA => true,
        Filter::Class(class) => found.class == Some(class),
        Filter::Unclassified => found.class.is_none(),
        Filter::Loss => found.class.is_some() && found.cm2.is_some_and(is_loss),
        Filter::Warned(warning) => is_warned(warning, found, input),
        Filter::Open => is_open(found),
        Filter::NearA => is_near_a(found),
    }
}

/// The warnings that are about a customer, each with its words of `marks`.
pub(super) fn marks_on(
    found: &Classified,
    input: &Inputs,
    marks: [&'static str; 4],
) -> impl Iterator<Item = (Warning, &'static str)> {
    let warnings = Warning::ALL.into_iter();
    let warnings = warnings.filter(|warning| is_warned(*warning, found, input));
    warnings.map(move |warning| (warning, mark_of(warning, found, marks)))
}

/// The words of a warning about this customer.
pub(super) fn mark_of(
    warning: Warning,
    found: &Classified,
    [big, loud, nice, takes_more]: [&'static str; 4],
) -> &'static str {
    match warning {
        Warning::Big => big,
        Warning::Loud => loud,
        Warning::Nice if found.flags.nicest_not_best => nice,
        Warning::Nice => takes_more,
    }
}

/// Whether this warning is about this customer. Of attention only when somebody said how much it is: nobody
/// is called loud for hours that we made up.
pub(super) fn is_warned(warning: Warning, found: &Classified, input: &Inputs) -> bool {
    let flags = found.flags;
    let is_time_known = is_time_known(input);
    match warning {
        Warning::Big => flags.biggest_not_best,
        Warning::Loud => flags.shouter && is_time_known,
        Warning::Nice => flags.nicest_not_best || (flags.nice_takes_more && is_time_known),
    }
}

/// Whether an answer may still change the class.
pub(super) fn is_open(found: &Classified) -> bool {
    found.status != Status::Override && found.class.is_some() && found.possible.len() > 1
}

/// Whether one requirement of A is not met, and no other.
pub(super) fn is_near_a(found: &Classified) -> bool {
    found.class == Some(Class::B) && found.rule.is_none() && found.fails.len() == 1
}

/// Customers among those that make 80% of revenue that are not A.
fn largest_not_a(outcome: &Outcome) -> impl Iterator<Item = u32> {
    let by_revenue = ByRevenue::of(&outcome.project.customers).classes;
    let found = outcome.classification.customers.iter();
    (0..)
        .zip(by_revenue.into_iter().zip(found))
        .filter(|(_, (by_revenue, found))| {
            *by_revenue == Some(Class::A) && found.class != Some(Class::A)
        })
        .map(|(position, _)| position)
}

/// The sum of those figures that are known, as softly as the softest of them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Sum {
    value: f64,
    n_known: usize,
    pub(super) n_unknown: usize,
    pub(super) grade: Grade,
}

impl Sum {
    /// `None` where none is known.
    pub(super) fn known(self) -> Option<f64> {
        (self.n_known > 0).then_some(self.value)
    }

    /// `None` where one is unknown.
    fn whole(self) -> Option<f64> {
        self.known().filter(|_| self.n_unknown == 0)
    }

    fn add(&mut self, figure: Option<f64>, grade: Grade) {
        self.join(match figure {
            Some(value) => Self {
                value,
                n_known: 1,
                n_unknown: 0,
                grade,
            },
            None => Self {
                n_unknown: 1,
                ..Self::default()
            },
        });
    }

    fn join(&mut self, other: Self) {
        self.value += other.value;
        self.n_known += other.n_known;
        self.n_unknown += other.n_unknown;
        self.grade = self.grade.max(other.grade);
    }
}

/// Sums of one group of the lines, by the classes of now.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct GroupSum {
    pub(super) n: usize,
    pub(super) revenue: Sum,
    pub(super) cm1: Sum,
    pub(super) attention_cost: Sum,
    pub(super) cm2: Sum,
    pub(super) hours: Sum,
}

impl GroupSum {
    /// The groups together.
    pub(super) fn total(groups: &[Self]) -> Self {
        groups.iter().fold(Self::default(), |mut total, group| {
            total.n += group.n;
            total.revenue.join(group.revenue);
            total.cm1.join(group.cm1);
            total.attention_cost.join(group.attention_cost);
            total.cm2.join(group.cm2);
            total.hours.join(group.hours);
            total
        })
    }

    /// The sums of A, of B, of C and of those without a class among the rows of `lines`.
    pub(super) fn of_lines(lines: &[Line], outcome: &Outcome) -> [Self; 4] {
        let mut sums = [Self::default(); 4];
        for row in rows_in(lines) {
            let at = row as usize;
            let (Some(input), Some(found)) = (
                outcome.inputs.get(at),
                outcome.classification.customers.get(at),
            ) else {
                continue;
            };
            if let Some(sum) = sums.get_mut(group_index(found.class)) {
                sum.n += 1;
                sum.revenue.add(input.revenue, input.revenue_grade);
                let of_margin = input.revenue_grade.max(input.cost_grade);
                sum.cm1.add(found.cm1, of_margin);
                sum.attention_cost
                    .add(found.attention_cost, input.hours_grade);
                sum.cm2.add(found.cm2, grade_of(input));
                sum.hours.add(input.hours, input.hours_grade);
            }
        }
        sums
    }

    /// Contribution as a part of revenue; `None` where one of both is not wholly known.
    pub(super) fn margin(&self) -> Option<f64> {
        let revenue = self.revenue.whole().filter(|revenue| *revenue > 0.0)?;
        Some(self.cm2.whole()? / revenue)
    }
}

/// Where a group is in the array of sums.
pub(super) fn group_index(class: Option<Class>) -> usize {
    class.map_or(Class::ALL.len(), |class| class as usize)
}

#[cfg(test)]
mod tests;
