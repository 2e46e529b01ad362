//! How well a prospect fits the ideal customer: weights of evidence per trait, added up
//! (method.md section 10).
//!
//! Shown is never a probability, for traits overlap: it is the share of today's B and C customers that fit
//! less well. Every trait that the user picked counts; choosing traits by a test would leak into
//! [`validation`], which says whether the score distinguishes at all.
//!
//! A list of prospects is read as any list of customers; its columns are found by name.

mod evidence;
mod pairs;
pub mod validation;

use std::collections::HashMap;

use crate::customers::names::key_into;
use crate::customers::{Class, Customer, TraitColumn, TraitKind};
use crate::profile::TraitTable;
use crate::stats::groups::quartiles;
use crate::stats::order::largest_first;
pub use evidence::FitData;
use evidence::{Counts, TIE};

/// Fewest A customers, and fewest others, to learn from.
const MIN_EACH: usize = 5;

/// Most traits that are proposed, the first of the [`useful_traits`]; the user may pick others, or more.
pub const MOST_PROPOSED: usize = 6;

/// Why there is no score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoFit {
    /// Fewer than 5 A customers.
    #[error("{n} A customers, 5 are needed")]
    TooFewA {
        /// How many there are.
        n: usize,
    },
    /// Fewer than 5 B and C customers.
    #[error("{n} other customers, 5 are needed")]
    TooFewOthers {
        /// How many there are.
        n: usize,
    },
    /// No trait was picked that can be scored.
    #[error("no traits to score by")]
    NoTraits,
}

/// A score that was learned from the customers.
#[derive(Clone, Debug, PartialEq)]
pub struct FitModel {
    /// Columns of the [`TraitTable`] that count.
    traits: Vec<usize>,
    data: FitData,
    /// Per trait, who has which value.
    counts: Vec<Counts>,
    /// Scores of the others, each learned without itself, smallest first.
    others: Vec<f64>,
    /// Fit from which a prospect is like the better half of the A customers.
    strong_from: f64,
}

/// How well somebody fits, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    /// As well as the median A customer.
    Strong,
    /// Better than half of the B and C customers.
    Possible,
    /// Neither.
    Weak,
}

/// What a trait says about somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// Column of the [`TraitTable`].
    pub trait_idx: usize,
    /// The value.
    pub value: ReasonValue,
    /// Above zero speaks for, below zero against; `None` when no customer tells what the value is worth.
    pub evidence: Option<f64>,
}

/// The value behind a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReasonValue {
    /// Index into `TraitColumn::values`.
    Known(usize),
    /// Not filled in.
    Unknown,
    /// A value that no customer has, as written.
    NeverSeen(String),
}

/// How well somebody fits.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// Sum of the evidence; only its order means something.
    pub score: f64,
    /// 0 to 100: the share of today's B and C customers that fit less well.
    pub fit: f64,
    /// In one word.
    pub band: Band,
    /// Per trait, in the order picked.
    pub reasons: Vec<Reason>,
}

impl Fit {
    /// Whether nothing is known of it: its score of zero, and so its place, then say nothing.
    pub fn is_unknown(&self) -> bool {
        self.reasons.iter().all(|reason| reason.evidence.is_none())
    }

    /// Whether one trait of several is all that says anything of it.
    pub fn is_little_known(&self) -> bool {
        let reasons = self.reasons.iter();
        let n_known = reasons.filter(|reason| reason.evidence.is_some()).count();
        n_known < 2 && self.reasons.len() > 2
    }
}

/// The traits that a score can learn from: groups with at least two values among the classified customers,
/// known of most of them, in column order; names and other values of which nearly every customer has its
/// own are left out.
pub fn useful_traits(table: &TraitTable, classes: &[Option<Class>]) -> Vec<usize> {
    let is_useful = |trait_idx: &usize| {
        let codes = table.codes.get(*trait_idx).into_iter().flatten();
        let of_classified: Vec<u32> = codes
            .zip(classes)
            .filter(|(_, class)| class.is_some())
            .map(|(code, _)| *code)
            .collect();
        let mut known: Vec<u32> = of_classified.iter().copied().filter(|c| *c > 0).collect();
        let n_known = known.len();
        known.sort_unstable();
        known.dedup();
        2 * n_known > of_classified.len() && known.len() >= 2 && 2 * known.len() <= n_known
    };
    table.groups().filter(is_useful).collect()
}

impl FitModel {
    /// Learns from the classified customers: A against the rest, by these columns of `table`.
    pub fn learn(
        table: &TraitTable,
        classes: &[Option<Class>],
        traits: &[usize],
    ) -> Result<Self, NoFit> {
        let traits: Vec<usize> = traits
            .iter()
            .copied()
            .filter(|idx| {
                let column = table.columns.get(*idx);
                column.is_some_and(|column| column.kind == TraitKind::Category)
            })
            .collect();
        if traits.is_empty() {
            return Err(NoFit::NoTraits);
        }
        let mut data = FitData::new(traits.len());
        for (position, class) in classes.iter().enumerate() {
            let Some(class) = class else { continue };
            let codes: Vec<u32> = traits
                .iter()
                .map(|idx| {
                    let codes = table.codes.get(*idx);
                    codes
                        .and_then(|codes| codes.get(position).copied())
                        .unwrap_or(0)
                })
                .collect();
            data.push(&codes, *class == Class::A);
        }
        let (n_a, n_others) = (data.n_a(), data.len() - data.n_a());
        if n_a < MIN_EACH {
            return Err(NoFit::TooFewA { n: n_a });
        }
        if n_others < MIN_EACH {
            return Err(NoFit::TooFewOthers { n: n_others });
        }
        Ok(Self::of(traits, data))
    }

    /// The score of these data, however few they are.
    pub fn of(traits: Vec<usize>, data: FitData) -> Self {
        let (mut of_a, mut others) = (Vec::new(), Vec::new());
        for (score, is_a) in data.loo_scores().into_iter().zip(data.is_a()) {
            (if *is_a { &mut of_a } else { &mut others }).push(score);
        }
        others.sort_unstable_by(f64::total_cmp);
        let mut model = Self {
            traits,
            counts: data.counts(data.is_a()),
            data,
            others,
            strong_from: 0.0,
        };
        model.strong_from = quartiles(&of_a).map_or(100.0, |[_, median, _]| model.fit_at(median));
        model
    }

    /// Columns of the [`TraitTable`] that count.
    pub fn traits(&self) -> &[usize] {
        &self.traits
    }

    /// What was learned from.
    pub fn data(&self) -> &FitData {
        &self.data
    }

    /// The share of the others that score lower, ties half, as a percentage.
    fn fit_at(&self, score: f64) -> f64 {
        let n_lower = self.others.partition_point(|other| *other < score - TIE);
        let n_not_higher = self.others.partition_point(|other| *other <= score + TIE);
        50.0 * (n_lower + n_not_higher) as f64 / self.others.len().max(1) as f64
    }

    /// The fit of somebody with these values, one per trait in the order picked.
    pub fn fit(&self, values: Vec<ReasonValue>) -> Fit {
        let with_trait = self.traits.iter().zip(&self.counts).zip(values);
        let reasons: Vec<Reason> = with_trait
            .map(|((trait_idx, counts), value)| {
                let evidence = match &value {
                    ReasonValue::Known(idx) => counts.evidence(*idx),
                    ReasonValue::Unknown | ReasonValue::NeverSeen(_) => None,
                };
                Reason {
                    trait_idx: *trait_idx,
                    value,
                    evidence,
                }
            })
            .collect();
        let score = reasons.iter().filter_map(|reason| reason.evidence).sum();
        let fit = self.fit_at(score);
        let band = if fit >= self.strong_from {
            Band::Strong
        } else if fit >= 50.0 {
            Band::Possible
        } else {
            Band::Weak
        };
        Fit {
            score,
            fit,
            band,
            reasons,
        }
    }
}

/// The scores of a list of prospects.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoredProspects {
    /// Per trait in the order picked: the column of the list with the same name, if it has one.
    pub columns: Vec<Option<usize>>,
    /// In list order.
    pub fits: Vec<Fit>,
}

impl ScoredProspects {
    /// Positions in the list, best fit first, those of whom nothing is known last, equal ones in list order.
    pub fn best_first(&self) -> Vec<u32> {
        let score = |fit: &Fit| {
            if fit.is_unknown() {
                f64::NEG_INFINITY
            } else {
                fit.score
            }
        };
        let mut order: Vec<(f64, u32)> = self.fits.iter().map(score).zip(0..).collect();
        largest_first(&mut order);
        order.into_iter().map(|(_, position)| position).collect()
    }
}

/// Two texts that differ in capitals, accents' form and white space only are the same.
fn key(text: &str) -> String {
    let mut key = String::new();
    key_into(text, &mut key);
    key
}

/// Scores prospects as they were read from a list of their own: `columns` and `Customer::traits` are those
/// of that list. Headcounts are put in the groups of the customers' own.
pub fn score_prospects(
    model: &FitModel,
    table: &TraitTable,
    prospects: &[Customer],
    columns: &[TraitColumn],
) -> ScoredProspects {
    let own_columns = model.traits.iter().map(|idx| table.columns.get(*idx));
    let matched: Vec<Option<usize>> = own_columns
        .map(|own| {
            let name = key(&own?.name);
            columns.iter().position(|column| key(&column.name) == name)
        })
        .collect();
    // What each value of the list is among the customers' values, once per value and not per prospect.
    let meanings: Vec<Vec<ReasonValue>> = model
        .traits
        .iter()
        .zip(&matched)
        .map(|(trait_idx, column)| {
            let column = column.and_then(|idx| columns.get(idx));
            column.map_or_else(Vec::new, |column| {
                table.meanings(*trait_idx, &column.values)
            })
        })
        .collect();
    let value_of = |prospect: &Customer, column: Option<usize>, meanings: &[ReasonValue]| {
        let code = column.and_then(|idx| prospect.traits.get(idx).copied());
        let value_idx = code.and_then(|code| (code as usize).checked_sub(1));
        let meaning = value_idx.and_then(|idx| meanings.get(idx).cloned());
        meaning.unwrap_or(ReasonValue::Unknown)
    };
    let fits = prospects
        .iter()
        .map(|prospect| {
            let values = matched.iter().zip(&meanings);
            let values = values.map(|(column, meanings)| value_of(prospect, *column, meanings));
            model.fit(values.collect())
        })
        .collect();
    ScoredProspects {
        columns: matched,
        fits,
    }
}

impl TraitTable {
    /// What the texts of another list are among the values of a column.
    fn meanings(&self, trait_idx: usize, texts: &[String]) -> Vec<ReasonValue> {
        let own = self.columns.get(trait_idx).map(|column| &column.values);
        let mut known: HashMap<String, usize> = HashMap::new();
        if !self.is_grouped(trait_idx) {
            for (idx, value) in own.into_iter().flatten().enumerate() {
                // Of two spellings of one value the first counts.
                known.entry(key(value)).or_insert(idx);
            }
        }
        let meaning = |text: &String| {
            if text.trim().is_empty() {
                return ReasonValue::Unknown;
            }
            let found = if self.is_grouped(trait_idx) {
                Self::headcount_group(text)
            } else {
                known.get(&key(text)).copied()
            };
            found.map_or_else(|| ReasonValue::NeverSeen(text.clone()), ReasonValue::Known)
        };
        texts.iter().map(meaning).collect()
    }
}

#[cfg(test)]
mod tests;
