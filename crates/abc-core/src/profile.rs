//! The ideal customer: what the A customers have in common that the others lack (method.md section 9).
//!
//! Only traits that are visible before somebody is a customer; revenue, hours and ratings define the
//! class, so testing them would go in a circle. Small numbers are said to be small.
//!
//! Every value of every trait is compared by an exact test, all together corrected for many tries, and
//! "too few to tell" is an outcome of its own. A column of headcounts is compared by rank and also, in
//! groups, as one more trait (`IdealProfile::columns`).

mod contrast;
mod headcount;
mod traits;

use crate::customers::{Class, Customer, TraitColumn};
use crate::stats::order::sort_short;
use contrast::Population;
pub use traits::TraitTable;

/// How much the number of A customers can carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProfileGrade {
    /// Fewer than 3 A customers: no profile, list them.
    TooFew,
    /// 3 or 4: a portrait, not proof.
    Portrait,
    /// 5 or more: indicative.
    Indicative,
    /// 15 or more and the permutation verdict of the fit score holds; only
    /// `prospects::validation` gives it.
    Founded,
}

/// What a comparison says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// q <= 0.10.
    Strong,
    /// p <= 0.10 before correction: may be chance.
    Hint,
    /// No difference found, which is not "no difference".
    None,
    /// With these margins nothing could show.
    TooFew,
}

/// One value of one trait, target class against the rest.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueEvidence {
    /// Index into `IdealProfile::columns`.
    pub trait_idx: usize,
    /// Index into `TraitColumn::values`.
    pub value_idx: usize,
    /// Target customers with this value.
    pub n_with: usize,
    /// Target customers with a known value of this trait.
    pub n_target: usize,
    /// Other customers with this value.
    pub other_with: usize,
    /// Other customers with a known value of this trait.
    pub n_other: usize,
    /// Wilson 95% interval of the share among the target.
    pub wilson: (f64, f64),
    /// Over-representation.
    pub lift: f64,
    /// Odds ratio with 0.5 added to all four cells, and its 95% interval.
    pub odds_ratio: (f64, f64, f64),
    /// Fisher's exact two-sided p.
    pub p: f64,
    /// The smallest p these margins could give.
    pub p_min: f64,
    /// Benjamini-Hochberg over all that can be tested; `None` when it cannot.
    pub q: Option<f64>,
    /// The rate of the target class for this value, drawn to the mean (empirical Bayes).
    pub shrunk_rate: f64,
    /// Weight k of that shrinking, in customers; `None` when there is nothing to draw.
    pub shrink_k: Option<f64>,
    /// What it says.
    pub verdict: Verdict,
    /// Over- (true) or under-represented.
    pub is_plus: bool,
}

/// One numeric trait, target class against the rest.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberEvidence {
    /// Index into `IdealProfile::columns`.
    pub trait_idx: usize,
    /// Target customers with a number.
    pub n_target: usize,
    /// Others with a number.
    pub n_other: usize,
    /// Quartiles (type 7) of the target; `None` without values.
    pub quartiles_target: Option<[f64; 3]>,
    /// Quartiles of the others.
    pub quartiles_other: Option<[f64; 3]>,
    /// Cliff's delta; `None` unless it can be tested (3 + 3 values).
    pub cliffs_delta: Option<f64>,
    /// Mann-Whitney two-sided p; `None` unless it can be tested.
    pub p: Option<f64>,
    /// Benjamini-Hochberg with the values; `None` unless it can be tested.
    pub q: Option<f64>,
    /// What it says.
    pub verdict: Verdict,
    /// The target has the higher numbers.
    pub is_plus: bool,
}

/// A class against all other classified customers.
#[derive(Clone, Debug, PartialEq)]
pub struct Contrast {
    /// Customers of the class.
    pub n_target: usize,
    /// Classified customers.
    pub n: usize,
    /// Per trait value: traits in column order, values by count in the target, most first. Empty when
    /// there is nobody on one of the sides; a trait that is unknown for a whole side is left out.
    pub values: Vec<ValueEvidence>,
    /// Per numeric trait.
    pub numbers: Vec<NumberEvidence>,
}

/// What the opening sentence may claim, as indices into `IdealProfile::a.values`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headline {
    /// "Your ideal customer is ...": values with a strong plus, smallest p first.
    pub is: Vec<usize>,
    /// "... often ...": values with a hinted plus that most A customers share, smallest p first; at most
    /// two, and of traits that the first list does not name.
    pub often: Vec<usize>,
}

/// The ideal customer and its opposite.
#[derive(Clone, Debug, PartialEq)]
pub struct IdealProfile {
    /// What the number of A customers can carry, before the fit score was validated.
    pub grade: ProfileGrade,
    /// The trait columns as given, then a grouped one for every column of headcounts, under its name.
    pub columns: Vec<TraitColumn>,
    /// A against the rest.
    pub a: Contrast,
    /// C against the rest: the anti-profile.
    pub c: Contrast,
    /// What the opening sentence may claim.
    pub headline: Headline,
    /// Positions of the classified customers that fit: of every trait of `Headline::is` (of
    /// `Headline::often` when there is none) they have one of the named values.
    pub fitting: Vec<u32>,
}

impl Contrast {
    /// Segments to aim at: indices into `values`, highest shrunk rate of the class first, equal rates by
    /// how many customers show it.
    pub fn segments(&self) -> Vec<usize> {
        let mut ranked: Vec<(usize, &ValueEvidence)> = self.values.iter().enumerate().collect();
        let n_seen = |value: &ValueEvidence| value.n_with + value.other_with;
        sort_short(&mut ranked, |(_, a), (_, b)| {
            let by_rate = b.shrunk_rate.total_cmp(&a.shrunk_rate);
            by_rate.then_with(|| n_seen(b).cmp(&n_seen(a)))
        });
        ranked.into_iter().map(|(idx, _)| idx).collect()
    }
}

impl IdealProfile {
    /// Whether the profile fits more than 40% of all classified customers: too loose to aim with.
    pub fn is_loose(&self) -> bool {
        10 * self.fitting.len() > 4 * self.a.n
    }
}

/// Most values of `Headline::often`.
const MAX_OFTEN: usize = 2;

/// The profile of the final classes; `classes` in customer order, `None` where not classified.
pub fn profile_from(
    customers: &[Customer],
    columns: &[TraitColumn],
    classes: &[Option<Class>],
) -> IdealProfile {
    let TraitTable { columns, codes, .. } = TraitTable::new(customers, columns);
    let population = Population {
        columns: &columns,
        codes: &codes,
        classes,
    };
    let a = population.contrast(Class::A);
    let c = population.contrast(Class::C);
    let grade = match a.n_target {
        0..3 => ProfileGrade::TooFew,
        3..5 => ProfileGrade::Portrait,
        _ => ProfileGrade::Indicative,
    };
    let headline = match grade {
        ProfileGrade::TooFew => Headline::default(),
        _ => headline_from(&a.values),
    };
    let named = if headline.is.is_empty() {
        &headline.often
    } else {
        &headline.is
    };
    let named: Vec<&ValueEvidence> = named.iter().filter_map(|idx| a.values.get(*idx)).collect();
    let fitting = population.fitting(&named);
    IdealProfile {
        grade,
        columns,
        a,
        c,
        headline,
        fitting,
    }
}

/// Chooses the values that may be said first. A hint that fewer than half of the A customers share is
/// not "often", however rare it is among the others.
fn headline_from(values: &[ValueEvidence]) -> Headline {
    let plus_values = |verdict: Verdict| {
        let mut chosen: Vec<(usize, &ValueEvidence)> = values
            .iter()
            .enumerate()
            .filter(|(_, value)| value.is_plus && value.verdict == verdict)
            .collect();
        sort_short(&mut chosen, |a, b| a.1.p.total_cmp(&b.1.p));
        chosen
    };
    let strong = plus_values(Verdict::Strong);
    let is_named = |trait_idx: usize| strong.iter().any(|(_, value)| value.trait_idx == trait_idx);
    let often = plus_values(Verdict::Hint)
        .into_iter()
        .filter(|(_, value)| !is_named(value.trait_idx) && 2 * value.n_with >= value.n_target)
        .take(MAX_OFTEN)
        .map(|(idx, _)| idx)
        .collect();
    Headline {
        is: strong.iter().map(|(idx, _)| *idx).collect(),
        often,
    }
}

#[cfg(test)]
mod tests;
