//! Last time beside this time: who moved from class to class, and why (method.md section 11).
//!
//! An earlier classification is kept as [`Past`] customers, apart from the list that they came from: that
//! list may have other customers in another order. They are found again by registration number, by name,
//! and by debtor number where debtor numbers did not change hands.

mod matching;

use crate::agreement::{Agreement, largest_first};
use crate::classify::policy::Policy;
use crate::classify::{Classification, Classified, Criterion, Fail, Rule, Status};
use crate::costs::Inputs;
use crate::customers::{Class, Customer};
use crate::date::Date;
use crate::stats::order::sort_short;
pub use matching::Recognition;

/// The classes of an earlier analysis, as a project keeps them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LastTime {
    /// The name of the file that they came from.
    pub name: String,
    /// The day of that analysis, or the last day of its figures.
    pub on: Option<Date>,
    /// What its classes were made with; `None` when it was kept before that was.
    pub settings: Option<Settings>,
    /// The customers that had a class.
    pub customers: Vec<Past>,
}

/// What classes were made with, apart from what is known of the customers.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Weights and limits.
    pub policy: Policy,
    /// Cost of an hour in euros.
    pub rate: f64,
}

/// One classified customer of last time.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    /// The name as written then.
    pub name: String,
    /// Debtor number; empty when there was none.
    pub code: String,
    /// VAT and chamber of commerce numbers.
    pub registrations: Vec<String>,
    /// What it was.
    pub outcome: Outcome,
}

/// What a customer was, or is: as much as it takes to say why it moved. Euros per 12 months.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Final class.
    pub class: Class,
    /// Revenue.
    pub revenue: Option<f64>,
    /// Customer contribution.
    pub cm2: Option<f64>,
    /// Hours per 12 months.
    pub hours: Option<f64>,
    /// 0 to 100 per criterion, in the order of `Criterion::ALL`.
    pub scores: [Option<f64>; 4],
    /// Weighted total.
    pub total: Option<f64>,
    /// The C rule that fires.
    pub rule: Option<Rule>,
    /// Requirements of A that are not met.
    pub fails: Vec<Fail>,
    /// Set by hand.
    pub is_by_hand: bool,
    /// Too new to be C.
    pub is_new: bool,
}

impl Outcome {
    /// What a classified customer is; `None` for one without a class.
    pub fn of(input: &Inputs, found: &Classified) -> Option<Self> {
        Some(Self {
            class: found.class?,
            revenue: input.revenue,
            cm2: found.cm2,
            hours: input.hours,
            scores: found.scores,
            total: found.total,
            rule: found.rule,
            fails: found.fails.to_vec(),
            is_by_hand: found.status == Status::Override,
            is_new: found.is_new,
        })
    }

    /// Contribution per euro of revenue; `None` where that says nothing.
    pub fn margin(&self) -> Option<f64> {
        let revenue = self.revenue.filter(|revenue| *revenue > 0.0)?;
        Some(self.cm2? / revenue)
    }

    /// With figures to hundredths: nobody reads more of them, and the text of a project is half as long.
    fn rounded(self) -> Self {
        let to_hundredths = |figure: f64| (figure * 100.0).round() / 100.0;
        let rounded = |figure: Option<f64>| figure.map(to_hundredths);
        Self {
            revenue: rounded(self.revenue),
            cm2: rounded(self.cm2),
            hours: rounded(self.hours),
            scores: self.scores.map(rounded),
            total: rounded(self.total),
            ..self
        }
    }
}

/// Everything to keep of a classification, for the next time; figures to hundredths.
pub fn past_from(
    customers: &[Customer],
    inputs: &[Inputs],
    classification: &Classification,
) -> Vec<Past> {
    let found = inputs.iter().zip(&classification.customers);
    customers
        .iter()
        .zip(found)
        .filter_map(|(customer, (input, found))| {
            Some(Past {
                name: customer.name.clone(),
                code: customer.code.clone(),
                registrations: customer.registrations.clone(),
                outcome: Outcome::of(input, found)?.rounded(),
            })
        })
        .collect()
}

/// One reason why a class is another than last time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    /// Set by hand at least once of the two times.
    ByHand {
        /// This time.
        is_now: bool,
    },
    /// Another C rule fires, or none.
    Rule {
        /// Last time.
        before: Option<Rule>,
        /// Now.
        after: Option<Rule>,
    },
    /// No longer new, so that a rule counts.
    NoLongerNew,
    /// A criterion passed the floor of A, up or down.
    Criterion {
        /// Which one.
        criterion: Criterion,
        /// Its score last time.
        before: Option<f64>,
        /// Its score now.
        after: Option<f64>,
    },
    /// The weighted total passed the cut of A, up or down.
    Score {
        /// Last time.
        before: Option<f64>,
        /// Now.
        after: Option<f64>,
    },
    /// The contribution became known, or unknown.
    ProfitKnown {
        /// Now.
        is_now: bool,
    },
}

/// A customer that is in another class than last time.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// Customer position now.
    pub position: u32,
    /// Position among those of last time.
    pub past: u32,
    /// Class last time.
    pub before: Class,
    /// Class now.
    pub after: Class,
    /// Revenue now, euros per 12 months.
    pub revenue: Option<f64>,
    /// With the settings of last time it would not have moved: the customer did nothing.
    pub is_by_settings: bool,
    /// Why, most telling first.
    pub changes: Vec<Change>,
}

/// Last time beside this time.
#[derive(Clone, Debug, PartialEq)]
pub struct Migration {
    /// Class last time (row) against class now (column), of those with both.
    pub agreement: Agreement,
    /// Who moved, largest revenue now first.
    pub moves: Vec<Move>,
    /// Positions of classified customers that were not there last time.
    pub arrived: Vec<u32>,
    /// Positions among those of last time that have no class now, or are not found again.
    pub gone: Vec<u32>,
    /// How many of `arrived` are A, B and C now.
    pub n_arrived: [usize; 3],
    /// How many of `gone` were A, B and C.
    pub n_gone: [usize; 3],
}

/// Compares last time with now; `inputs` and `classification` are those of now, and `again` says who of
/// last time each of them is: [`Recognition`]. `as_then` classifies the inputs of now by the settings of last
/// time, where those were others.
pub fn migration_from(
    past: &[Past],
    again: &[Option<u32>],
    inputs: &[Inputs],
    classification: &Classification,
    as_then: Option<&Classification>,
) -> Migration {
    let mut is_gone = vec![true; past.len()];
    let (mut pairs, mut moves, mut arrived) = (Vec::new(), Vec::new(), Vec::new());
    let (mut n_arrived, mut n_gone) = ([0; 3], [0; 3]);
    let found = inputs.iter().zip(&classification.customers);
    for (position, ((input, found), was)) in (0_u32..).zip(found.zip(again)) {
        let Some(now) = Outcome::of(input, found) else {
            continue;
        };
        let earlier = was.and_then(|was| Some((was, past.get(was as usize)?)));
        let Some((was, earlier)) = earlier else {
            arrived.push(position);
            count(&mut n_arrived, now.class);
            continue;
        };
        if let Some(gone) = is_gone.get_mut(was as usize) {
            *gone = false;
        }
        let before = &earlier.outcome;
        pairs.push((before.class, now.class));
        if before.class != now.class {
            let as_then = as_then.and_then(|found| found.customers.get(position as usize));
            moves.push(Move {
                position,
                past: was,
                before: before.class,
                after: now.class,
                revenue: now.revenue,
                is_by_settings: as_then.is_some_and(|found| found.class == Some(before.class)),
                changes: changes(before, &now),
            });
        }
    }
    largest_first(&mut moves, |each| each.revenue);
    let left = (0..).zip(past.iter().zip(is_gone));
    let left = left.filter(|(_, (_, is_gone))| *is_gone);
    let gone = left.map(|(was, (past, _))| {
        count(&mut n_gone, past.outcome.class);
        was
    });
    let gone = gone.collect();
    Migration {
        agreement: Agreement::from_pairs(pairs),
        moves,
        arrived,
        gone,
        n_arrived,
        n_gone,
    }
}

fn count(counts: &mut [usize; 3], class: Class) {
    if let Some(count) = counts.get_mut(class as usize) {
        *count += 1;
    }
}

/// Why two classes differ.
fn changes(before: &Outcome, after: &Outcome) -> Vec<Change> {
    let mut changes = Vec::new();
    if before.is_by_hand || after.is_by_hand {
        changes.push(Change::ByHand {
            is_now: after.is_by_hand,
        });
    }
    if before.rule != after.rule {
        changes.push(Change::Rule {
            before: before.rule,
            after: after.rule,
        });
    }
    if before.is_new && !after.is_new && after.rule.is_some() {
        changes.push(Change::NoLongerNew);
    }
    // A customer with a rule was not tested for A: its requirements say nothing.
    if before.rule.is_some() || after.rule.is_some() {
        return changes;
    }
    let mut criteria: Vec<(f64, Change)> = Vec::new();
    let scores = before.scores.iter().zip(after.scores);
    for (criterion, (was, now)) in Criterion::ALL.into_iter().zip(scores) {
        let fail = Fail::Below(criterion);
        if before.fails.contains(&fail) != after.fails.contains(&fail) {
            let shift = was.zip(now).map_or(0.0, |(was, now)| (now - was).abs());
            let change = Change::Criterion {
                criterion,
                before: *was,
                after: now,
            };
            criteria.push((shift, change));
        }
    }
    sort_short(&mut criteria, |a, b| b.0.total_cmp(&a.0));
    changes.extend(criteria.into_iter().map(|(_, change)| change));
    let differs = |fail: Fail| before.fails.contains(&fail) != after.fails.contains(&fail);
    if differs(Fail::Score) {
        changes.push(Change::Score {
            before: before.total,
            after: after.total,
        });
    }
    if differs(Fail::ProfitUnknown) {
        changes.push(Change::ProfitKnown {
            is_now: after.cm2.is_some(),
        });
    }
    changes
}

#[cfg(test)]
mod tests;
