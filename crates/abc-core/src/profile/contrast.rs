//! One class against all other classified customers, trait by trait.

use super::headcount::number_from;
use super::{Contrast, NumberEvidence, ValueEvidence, Verdict};
use crate::customers::{Class, TraitColumn, TraitKind};
use crate::stats::groups::{mann_whitney, quartiles};
use crate::stats::multiple::benjamini_hochberg;
use crate::stats::order::sort_short;
use crate::stats::shrinkage::shrunk_rates;
use crate::stats::tables::{Table, wilson};

/// The largest p or q that is called a difference, and the largest `p_min` that can still show one.
const ALPHA: f64 = 0.10;

/// The fewest numbers on each side that are tested.
const MIN_NUMBERS: usize = 3;

/// Everybody with their traits and final classes.
#[derive(Clone, Copy)]
pub(super) struct Population<'a> {
    pub(super) columns: &'a [TraitColumn],
    /// Per column, per customer.
    pub(super) codes: &'a [Vec<u32>],
    pub(super) classes: &'a [Option<Class>],
}

impl Population<'_> {
    /// The class against the rest; without evidence when one of the two is empty.
    pub(super) fn contrast(self, target: Class) -> Contrast {
        let n = self.classes.iter().flatten().count();
        let n_target = self
            .classes
            .iter()
            .flatten()
            .filter(|class| **class == target)
            .count();
        let mut contrast = Contrast {
            n_target,
            n,
            values: Vec::new(),
            numbers: Vec::new(),
        };
        if n_target == 0 || n_target == n {
            return contrast;
        }
        for (trait_idx, (column, codes)) in self.columns.iter().zip(self.codes).enumerate() {
            match column.kind {
                TraitKind::Category => {
                    let values = self.value_evidence(target, trait_idx, column, codes);
                    contrast.values.extend(values);
                }
                TraitKind::Number => {
                    let numbers = self.number_evidence(target, trait_idx, column, codes);
                    contrast.numbers.extend(numbers);
                }
            }
        }
        correct(&mut contrast);
        contrast
    }

    /// Classified customers with a known value: its index, and whether the customer is in the class.
    fn known<'b>(&'b self, target: Class, codes: &'b [u32]) -> impl Iterator<Item = (usize, bool)> {
        codes
            .iter()
            .zip(self.classes)
            .filter_map(move |(code, class)| {
                Some(((*code as usize).checked_sub(1)?, (*class)? == target))
            })
    }

    fn value_evidence(
        self,
        target: Class,
        trait_idx: usize,
        column: &TraitColumn,
        codes: &[u32],
    ) -> Vec<ValueEvidence> {
        let mut counts = vec![(0_usize, 0_usize); column.values.len()];
        for (value_idx, is_target) in self.known(target, codes) {
            if let Some((with, other_with)) = counts.get_mut(value_idx) {
                *(if is_target { with } else { other_with }) += 1;
            }
        }
        let n_target: usize = counts.iter().map(|(with, _)| with).sum();
        let n_other: usize = counts.iter().map(|(_, with)| with).sum();
        if n_target == 0 || n_other == 0 {
            return Vec::new();
        }

        let seen: Vec<(usize, (usize, usize))> = counts
            .into_iter()
            .enumerate()
            .filter(|(_, (with, other_with))| with + other_with > 0)
            .collect();
        let groups: Vec<(usize, usize)> = seen
            .iter()
            .map(|(_, (with, other_with))| (*with, with + other_with))
            .collect();
        let (rates, shrink_k) = shrunk_rates(&groups);
        let mut values: Vec<ValueEvidence> = seen
            .into_iter()
            .zip(rates)
            .map(|((value_idx, (with, other_with)), shrunk_rate)| {
                let table = Table {
                    a: with,
                    b: n_target - with,
                    c: other_with,
                    d: n_other - other_with,
                };
                ValueEvidence {
                    trait_idx,
                    value_idx,
                    shrunk_rate,
                    shrink_k,
                    ..evidence_from(table)
                }
            })
            .collect();
        sort_short(&mut values, |a, b| {
            b.n_with
                .cmp(&a.n_with)
                .then(a.other_with.cmp(&b.other_with))
        });
        values
    }

    fn number_evidence(
        self,
        target: Class,
        trait_idx: usize,
        column: &TraitColumn,
        codes: &[u32],
    ) -> Option<NumberEvidence> {
        let numbers: Vec<Option<f64>> =
            column.values.iter().map(|text| number_from(text)).collect();
        let (mut of_target, mut of_other) = (Vec::new(), Vec::new());
        for (value_idx, is_target) in self.known(target, codes) {
            if let Some(number) = numbers.get(value_idx).copied().flatten() {
                (if is_target {
                    &mut of_target
                } else {
                    &mut of_other
                })
                .push(number);
            }
        }
        if of_target.is_empty() && of_other.is_empty() {
            return None;
        }
        let is_testable = of_target.len().min(of_other.len()) >= MIN_NUMBERS;
        let test = is_testable
            .then(|| mann_whitney(&of_target, &of_other))
            .flatten();
        Some(NumberEvidence {
            trait_idx,
            n_target: of_target.len(),
            n_other: of_other.len(),
            quartiles_target: quartiles(&of_target),
            quartiles_other: quartiles(&of_other),
            cliffs_delta: test.map(|test| test.cliffs_delta),
            p: test.map(|test| test.p),
            q: None,
            verdict: Verdict::TooFew,
            is_plus: test.is_some_and(|test| test.cliffs_delta > 0.0),
        })
    }

    /// Classified customers that have, of every trait among `named`, one of its named values; nobody when
    /// nothing is named.
    pub(super) fn fitting(self, named: &[&ValueEvidence]) -> Vec<u32> {
        if named.is_empty() {
            return Vec::new();
        }
        let has = |position: usize, value: &ValueEvidence| {
            let codes = self.codes.get(value.trait_idx);
            let code = codes.and_then(|codes| codes.get(position));
            code.is_some_and(|code| *code as usize == value.value_idx + 1)
        };
        let fits = |position: usize| {
            named.iter().all(|value| {
                let of_trait = named
                    .iter()
                    .filter(|other| other.trait_idx == value.trait_idx);
                of_trait.into_iter().any(|other| has(position, other))
            })
        };
        self.classes
            .iter()
            .enumerate()
            .zip(0..)
            .filter(|((position, class), _)| class.is_some() && fits(*position))
            .map(|(_, position)| position)
            .collect()
    }
}

/// Everything that one table says; its place, shrinking and correction are filled in by the caller.
fn evidence_from(table: Table) -> ValueEvidence {
    let (n_target, n_other) = (table.a + table.b, table.c + table.d);
    let fisher = table.fisher();
    ValueEvidence {
        trait_idx: 0,
        value_idx: 0,
        n_with: table.a,
        n_target,
        other_with: table.c,
        n_other,
        wilson: wilson(table.a, n_target),
        lift: table.lift().unwrap_or(1.0),
        odds_ratio: table.odds_ratio(),
        p: fisher.p,
        p_min: fisher.p_min,
        q: None,
        shrunk_rate: 0.0,
        shrink_k: None,
        verdict: Verdict::TooFew,
        is_plus: table.a as u64 * n_other as u64 > table.c as u64 * n_target as u64,
    }
}

/// Corrects for many tries over all values and numbers that can be tested together, and judges them.
fn correct(contrast: &mut Contrast) {
    let values = contrast.values.iter_mut();
    let numbers = contrast.numbers.iter_mut();
    let mut family: Vec<(f64, &mut Option<f64>, &mut Verdict)> = values
        .filter(|value| value.p_min <= ALPHA)
        .map(|value| (value.p, &mut value.q, &mut value.verdict))
        .chain(numbers.filter_map(|number| {
            let p = number.p?;
            Some((p, &mut number.q, &mut number.verdict))
        }))
        .collect();
    let p_values: Vec<f64> = family.iter().map(|(p, _, _)| *p).collect();
    for ((p, q, verdict), corrected) in family.iter_mut().zip(benjamini_hochberg(&p_values)) {
        **q = Some(corrected);
        **verdict = if corrected <= ALPHA {
            Verdict::Strong
        } else if *p <= ALPHA {
            Verdict::Hint
        } else {
            Verdict::None
        };
    }
}
