//! Which columns could be the revenue, and what to ask about them.

use super::Guess;
use crate::mapping::formula::{
    Candidate, Formula, debit_and_credit, meanings_of, single, split_candidates, sum_of,
};
use crate::mapping::words::{self, Meaning};
use crate::mapping::{Confidence, QuestionId, Role};

impl Guess<'_> {
    /// The ways to read the revenue and what to ask about them.
    pub(super) fn amounts(&self) -> (Vec<Candidate>, Option<QuestionId>) {
        let given: Vec<usize> = self.columns_where(|guess, index| {
            guess
                .roles
                .get(index)
                .copied()
                .flatten()
                .is_some_and(|(role, _)| role == Role::Revenue)
        });
        if !given.is_empty() {
            return match given.as_slice() {
                [column] => (vec![single(*column)], None),
                _ => (vec![sum_of(&given)], None),
            };
        }
        let is_usable = |guess: &Self, index: usize| {
            guess
                .stats
                .get(index)
                .is_some_and(|s| s.n_filled == 0 || s.is_mostly(s.n_numbers, 1) || s.n_rows == 0)
        };
        let meaning_is = |guess: &Self, index: usize, wanted: fn(Meaning) -> bool| {
            guess.is_free(index) && guess.matched(index).is_some_and(|m| wanted(m.meaning))
        };
        let plain = self.plain_revenue();
        if let ([column], true) = (plain.as_slice(), self.has_split_decimals) {
            return (split_candidates(*column), Some(QuestionId::SplitDecimals));
        }
        if plain.len() == 1 {
            return (plain.into_iter().map(single).collect(), None);
        }
        if plain.len() > 1 {
            return (
                plain.into_iter().map(single).collect(),
                Some(QuestionId::AmountColumn),
            );
        }
        let periods = self.periods();
        if periods.len() > 1 {
            let mut candidates = vec![sum_of(&periods)];
            candidates.extend(periods.iter().rev().map(|index| single(*index)));
            return (candidates, Some(QuestionId::SumColumns));
        }
        let debit = self.columns_where(|g, i| meaning_is(g, i, |m| m == Meaning::Debit));
        let credit = self.columns_where(|g, i| meaning_is(g, i, |m| m == Meaning::Credit));
        if let ([debit], [credit]) = (debit.as_slice(), credit.as_slice()) {
            return (
                debit_and_credit(*debit, *credit),
                Some(QuestionId::DebitCredit),
            );
        }
        let with_vat = self.columns_where(|g, i| {
            (meaning_is(g, i, |m| m == Meaning::Role(Role::RevenueInclVat))
                || g.roles
                    .get(i)
                    .copied()
                    .flatten()
                    .is_some_and(|(r, _)| r == Role::RevenueInclVat))
                && is_usable(g, i)
        });
        if let Some(column) = with_vat.first() {
            return (meanings_of(*column, true), Some(QuestionId::AmountMeaning));
        }
        let unnamed = self.columns_where(|g, i| {
            g.is_free(i)
                && g.matched(i).is_none()
                && g.stats.get(i).is_some_and(|s| {
                    s.is_mostly(s.n_numbers, 60)
                        && s.n_years < s.n_filled
                        && s.n_identifiers * 2 < s.n_filled
                })
        });
        let marked: Vec<usize> = unnamed
            .iter()
            .copied()
            .filter(|i| self.stats.get(*i).is_some_and(|s| s.n_marked > 0))
            .collect();
        let mut unnamed = if marked.is_empty() { unnamed } else { marked };
        // Columns named by a year alone: the newest is the likely one.
        unnamed.sort_by_key(|index| {
            let header = self.headers.get(*index).copied().unwrap_or_default();
            (std::cmp::Reverse(words::year_of(header)), *index)
        });
        if !unnamed.is_empty() {
            let question = (unnamed.len() > 1).then_some(QuestionId::AmountColumn);
            return (unnamed.into_iter().map(single).collect(), question);
        }
        let balances = self
            .columns_where(|g, i| meaning_is(g, i, |m| m == Meaning::Balance) && is_usable(g, i));
        match balances.first() {
            Some(column) => (meanings_of(*column, false), Some(QuestionId::AmountMeaning)),
            None => (Vec::new(), None),
        }
    }

    /// The columns whose header says revenue most plainly, the newest year first.
    fn plain_revenue(&self) -> Vec<usize> {
        let tier = |index: usize| match self.matched(index)?.meaning {
            Meaning::Revenue(tier) if self.is_free(index) => Some(tier),
            _ => None,
        };
        let has_values = |index: usize| {
            self.stats
                .get(index)
                .is_some_and(|stats| stats.n_filled > 0 || stats.n_rows == 0)
        };
        let mut columns = self.columns_where(|_, index| tier(index).is_some() && has_values(index));
        if columns.is_empty() {
            columns = self.columns_where(|_, index| tier(index).is_some());
        }
        let top = columns.iter().filter_map(|index| tier(*index)).max();
        columns.retain(|index| tier(*index) == top);
        columns.sort_by_key(|index| {
            let header = self.headers.get(*index).copied().unwrap_or_default();
            let is_last_year = words::normalised(header)
                .split(' ')
                .any(|word| matches!(word, "vorig" | "vorige" | "previous" | "last" | "prior"));
            (
                is_last_year,
                std::cmp::Reverse(words::year_of(header)),
                *index,
            )
        });
        columns
    }

    /// Months or quarters without a total beside them.
    fn periods(&self) -> Vec<usize> {
        self.columns_where(|guess, index| {
            let is_period = matches!(
                guess.matched(index).map(|m| m.meaning),
                Some(Meaning::Period(_))
            );
            let is_number = guess
                .stats
                .get(index)
                .is_some_and(|s| s.n_filled == 0 || s.is_mostly(s.n_numbers, 50));
            guess.is_free(index) && is_period && is_number
        })
    }

    pub(super) fn mark_amounts(&mut self, candidates: &[Candidate]) {
        let Some(first) = candidates.first() else {
            return;
        };
        let role = match first.formula {
            Formula::WithoutVat { .. } => Role::RevenueInclVat,
            _ => Role::Revenue,
        };
        for index in first.formula.columns() {
            let is_named = self
                .matched(index)
                .is_some_and(|m| matches!(m.meaning, Meaning::Revenue(_)));
            let is_number = self
                .stats
                .get(index)
                .is_some_and(|s| s.is_mostly(s.n_numbers, 80));
            let confidence = match (candidates.len() > 1, is_named && is_number) {
                (true, _) => Confidence::Low,
                (false, true) => Confidence::High,
                (false, false) => Confidence::Fair,
            };
            if self
                .roles
                .get(index)
                .copied()
                .flatten()
                .is_none_or(|(_, c)| c != Confidence::Given)
            {
                self.set(index, role, confidence);
            }
        }
        for index in candidates
            .iter()
            .skip(1)
            .flat_map(|candidate| candidate.formula.columns())
        {
            if self.is_free(index) {
                self.set(index, Role::Ignored, Confidence::Low);
            }
        }
        // What holds VAT is shown as such although it is not read.
        for index in 0..self.headers.len() {
            let says = self
                .matched(index)
                .is_some_and(|m| m.meaning == Meaning::Role(Role::RevenueInclVat));
            if says && self.is_free(index) {
                self.set(index, Role::RevenueInclVat, Confidence::Fair);
            }
        }
    }
}
