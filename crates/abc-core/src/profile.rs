//! The ideal customer: what the A customers have in common that the others lack (method.md section 9).
//!
//! Only traits that are visible before somebody is a customer; revenue, hours and ratings define the
//! class, so testing them would go in a circle. Small numbers are said to be small.

use crate::customers::{Class, Customer, TraitColumn};

/// How much the number of A customers can carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfileGrade {
    /// Fewer than 3 A customers: no profile, list them.
    TooFew,
    /// 3 or 4: a portrait, not proof.
    Portrait,
    /// 5 or more: indicative.
    Indicative,
    /// 15 or more and the permutation verdict holds.
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
    /// Index into the trait columns.
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
    /// Weight k of that shrinking, in customers.
    pub shrink_k: f64,
    /// What it says.
    pub verdict: Verdict,
    /// Over- (true) or under-represented.
    pub is_plus: bool,
}

/// One numeric trait, target class against the rest.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberEvidence {
    /// Index into the trait columns.
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
    /// Per trait value: traits in column order, values by count in the target, most first.
    pub values: Vec<ValueEvidence>,
    /// Per numeric trait.
    pub numbers: Vec<NumberEvidence>,
}

/// The ideal customer and its opposite.
#[derive(Clone, Debug, PartialEq)]
pub struct IdealProfile {
    /// What the number of A customers can carry.
    pub grade: ProfileGrade,
    /// A against the rest.
    pub a: Contrast,
    /// C against the rest: the anti-profile.
    pub c: Contrast,
    /// Customer positions whose traits fit the strong and hinted plus values of A.
    pub fitting: Vec<u32>,
}

/// The profile of the final classes; `classes` in customer order, `None` where not classified.
pub fn profile_from(
    customers: &[Customer],
    columns: &[TraitColumn],
    classes: &[Option<Class>],
) -> IdealProfile {
    let _ = (customers, columns, classes);
    let empty = || Contrast {
        n_target: 0,
        n: 0,
        values: Vec::new(),
        numbers: Vec::new(),
    };
    IdealProfile {
        grade: ProfileGrade::TooFew,
        a: empty(),
        c: empty(),
        fitting: Vec::new(),
    } // HELPER A
}
