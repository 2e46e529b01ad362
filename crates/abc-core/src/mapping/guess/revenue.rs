//! Which columns could be the revenue, and what to ask about them.

use super::Guess;
use crate::mapping::cell::SampledRow;
use crate::mapping::formula::{
    Candidate, Formula, by_side, debit_and_credit, less_vat, meanings_of, single, split_candidates,
    sum_of,
};
use crate::mapping::stats::ColumnStats;
use crate::mapping::words::{self, Meaning};
use crate::mapping::{Confidence, QuestionId, Role};
use crate::stats::order::sort_short_by_key;

/// The ways to read the revenue, likely one first, and what to ask about them.
type Ways = (Vec<Candidate>, Option<QuestionId>);

/// The Dutch rates of VAT; 6% was the low one until 2019.
const VAT_RATES: [f64; 3] = [0.21, 0.09, 0.06];
/// What rounding per line may add up to on an invoice, in euros.
const VAT_ROUNDING: f64 = 0.05;

impl Guess<'_> {
    /// The ways to read the revenue: what the user said, else what the headers say most plainly,
    /// else what the values allow.
    pub(super) fn amounts(&self, rows: &[SampledRow<'_>]) -> Ways {
        self.given_amounts(rows)
            .or_else(|| self.sided_amounts())
            .or_else(|| self.open_items(rows))
            .or_else(|| self.with_vat(rows))
            .or_else(|| self.named_amounts())
            .or_else(|| self.total_of_periods())
            .or_else(|| self.period_amounts())
            .or_else(|| self.debit_credit())
            .or_else(|| self.years())
            .or_else(|| self.meaning_to_ask(Meaning::Role(Role::RevenueInclVat), true))
            .or_else(|| self.unnamed_amounts())
            .or_else(|| self.meaning_to_ask(Meaning::Balance, false))
            .unwrap_or_default()
    }

    fn given_amounts(&self, rows: &[SampledRow<'_>]) -> Option<Ways> {
        let given = |wanted: Role| {
            self.columns_where(|guess, index| {
                let role = guess.roles.get(index).copied().flatten();
                role.is_some_and(|(role, _)| role == wanted)
            })
        };
        let asked = Some(QuestionId::AmountMeaning);
        match (
            given(Role::Revenue).as_slice(),
            given(Role::RevenueInclVat).as_slice(),
        ) {
            ([], []) => None,
            ([], [column, ..]) => self
                .beside_vat(*column, rows)
                .or_else(|| Some((meanings_of(*column, true), asked))),
            ([column], _) => Some((vec![single(*column)], None)),
            (columns, _) => Some((vec![sum_of(columns)], None)),
        }
    }

    fn named_amounts(&self) -> Option<Ways> {
        let plain = self.plain_revenue();
        match plain.as_slice() {
            [] => None,
            [column] if self.about.has_split_decimals => {
                Some((split_candidates(*column), Some(QuestionId::SplitDecimals)))
            }
            _ => Some(one_of(plain)),
        }
    }

    /// The total beside months or quarters.
    fn total_of_periods(&self) -> Option<Ways> {
        let is_total = |guess: &Self, index: usize| {
            guess.is_free(index) && words::says_sum(guess.header(index))
        };
        let totals = self.columns_where(is_total);
        (self.periods().len() > 1 && !totals.is_empty()).then(|| one_of(totals))
    }

    /// Columns that a year is the name of, the newest first.
    fn years(&self) -> Option<Ways> {
        let is_year = |guess: &Self, index: usize| {
            let is_number = guess.stats.get(index).is_some_and(is_amount);
            let is_unknown = guess.is_free(index) && guess.matched(index).is_none();
            is_unknown && is_number && words::year_of(guess.header(index)).is_some()
        };
        let mut columns = self.columns_where(is_year);
        self.newest_first(&mut columns);
        (columns.len() > 1).then(|| one_of(columns))
    }

    fn period_amounts(&self) -> Option<Ways> {
        let periods = self.periods();
        let year = |index: &usize| words::period_year(self.header(*index));
        let mut years: Vec<u16> = periods.iter().filter_map(year).collect();
        years.sort_unstable();
        years.dedup();
        if years.len() > 1 {
            // Of two years only one is that of the customers' revenue: the latest, likely.
            let candidates = years.iter().rev().map(|wanted| {
                let of_year: Vec<usize> = periods
                    .iter()
                    .copied()
                    .filter(|index| year(index) == Some(*wanted))
                    .collect();
                match of_year.as_slice() {
                    [only] => single(*only),
                    all => sum_of(all),
                }
            });
            return Some((candidates.collect(), Some(QuestionId::AmountColumn)));
        }
        (periods.len() > 1).then(|| {
            let latest_first = periods.iter().rev().map(|index| single(*index));
            let candidates = std::iter::once(sum_of(&periods)).chain(latest_first);
            (candidates.collect(), Some(QuestionId::SumColumns))
        })
    }

    fn debit_credit(&self) -> Option<Ways> {
        let (debit, credit) = (
            self.meaning_of_free(Meaning::Debit),
            self.meaning_of_free(Meaning::Credit),
        );
        match (debit.as_slice(), credit.as_slice()) {
            ([debit], [credit]) => {
                let candidates = debit_and_credit(*debit, *credit);
                Some((candidates, Some(QuestionId::DebitCredit)))
            }
            // Of which the user took the other one off.
            ([], [one]) if self.is_said_of(Meaning::Debit) => Some((vec![single(*one)], None)),
            ([one], []) if self.is_said_of(Meaning::Credit) => Some((vec![single(*one)], None)),
            _ => None,
        }
    }

    /// Whether the user said what the column with this meaning is.
    fn is_said_of(&self, meaning: Meaning) -> bool {
        let is_said = |guess: &Self, index: usize| {
            let says_so = guess.matched(index).is_some_and(|m| m.meaning == meaning);
            says_so && guess.is_given(index)
        };
        !self.columns_where(is_said).is_empty()
    }

    /// One column of amounts beside a column that says on which side each is.
    fn sided_amounts(&self) -> Option<Ways> {
        let is_side = |guess: &Self, index: usize| words::says_side(guess.header(index));
        let sides = self.columns_where(is_side);
        let [side] = sides.as_slice() else {
            return None;
        };
        let (amounts, _) = self.named_amounts().or_else(|| self.unnamed_amounts())?;
        match amounts.as_slice() {
            [
                Candidate {
                    formula: Formula::Column(column),
                    ..
                },
            ] => Some((by_side(*column, *side), Some(QuestionId::DebitCredit))),
            _ => None,
        }
    }

    /// Where something is still to be paid on every line, these are the invoices that are open, and not all
    /// of a year's.
    fn open_items(&self, rows: &[SampledRow<'_>]) -> Option<Ways> {
        let is_open = |index: &usize| {
            let mut amounts = rows.iter().map(|row| self.number_in(row, *index));
            rows.len() > 1 && amounts.all(|amount| amount.is_some_and(|amount| amount > 0.0))
        };
        let balances =
            self.columns_where(|guess, index| words::says_still_owed(guess.header(index)));
        let plain = self.plain_revenue();
        let [column] = plain.as_slice() else {
            return None;
        };
        // "Netto" is what was invoiced, whatever of it is open.
        let is_bare =
            ["bedrag", "amount"].contains(&words::normalised(self.header(*column)).as_str());
        (is_bare && balances.iter().any(is_open))
            .then(|| (meanings_of(*column, false), Some(QuestionId::AmountMeaning)))
    }

    /// Amounts beside their VAT, which tells whether it is in them, whatever their header says of it.
    fn with_vat(&self, rows: &[SampledRow<'_>]) -> Option<Ways> {
        let mut columns = self.plain_revenue();
        if columns.is_empty() {
            columns = self.meaning_of_free(Meaning::Role(Role::RevenueInclVat));
        }
        match columns.as_slice() {
            [column] => self.beside_vat(*column, rows),
            _ => None,
        }
    }

    /// An amount less the VAT in another column, where it is in it, and as it stands where it is not. It must
    /// be that of Dutch rates in nearly every row, so that it is no percentage and no VAT of something else.
    fn beside_vat(&self, column: usize, rows: &[SampledRow<'_>]) -> Option<Ways> {
        let says_vat = |guess: &Self, index: usize| words::says_vat_amount(guess.header(index));
        let vat_columns = self.columns_where(says_vat);
        let [vat_column] = vat_columns.as_slice() else {
            return None;
        };
        let figures = rows.iter().filter_map(|row| {
            // Of cents any rate is right.
            let vat = self.number_in(row, *vat_column);
            let vat = vat.filter(|vat| vat.abs() >= 1.0)?;
            Some((self.number_in(row, column)?, vat))
        });
        let figures: Vec<(f64, f64)> = figures.collect();
        let is_mostly = |net: fn(f64, f64) -> f64| {
            let is_at_a_rate = |(amount, vat): &&(f64, f64)| {
                let is_at = |rate: &f64| (vat - net(*amount, *vat) * rate).abs() < VAT_ROUNDING;
                VAT_RATES.iter().any(is_at)
            };
            let n_at_a_rate = figures.iter().filter(is_at_a_rate).count();
            !figures.is_empty() && n_at_a_rate * 10 >= figures.len() * 8
        };
        let says_with_vat = self.is_given(column) || words::says_with_vat(self.header(column));
        if is_mostly(|amount, vat| amount - vat) {
            Some((vec![less_vat(column, *vat_column)], None))
        } else if !says_with_vat && is_mostly(|amount, _| amount) {
            Some((vec![single(column)], None))
        } else {
            None
        }
    }

    /// Money that is not plainly revenue: what is it?
    fn meaning_to_ask(&self, meaning: Meaning, says_vat: bool) -> Option<Ways> {
        let is_usable = |index: &&usize| {
            let stats = self.stats.get(**index);
            stats.is_some_and(|stats| stats.n_filled == 0 || stats.n_numbers > 0)
        };
        let columns = self.meaning_of_free(meaning);
        let column = columns.iter().find(is_usable)?;
        let candidates = meanings_of(*column, says_vat);
        Some((candidates, Some(QuestionId::AmountMeaning)))
    }

    /// Columns of numbers whose header says nothing: those written as money is, where there are any.
    fn unnamed_amounts(&self) -> Option<Ways> {
        let mut columns = self.columns_where(|guess, index| {
            let is_unknown = guess.is_free(index) && guess.matched(index).is_none();
            let is_pause = words::says_pause(guess.header(index));
            is_unknown && !is_pause && guess.stats.get(index).is_some_and(is_amount)
        });
        let is_marked = |index: &usize| self.stats.get(*index).is_some_and(|s| s.n_marked > 0);
        let has_balance = !self.meaning_of_free(Meaning::Balance).is_empty();
        // Beside a balance, whole numbers are days or numbers of something.
        if has_balance || columns.iter().any(is_marked) {
            columns.retain(is_marked);
        }
        // Columns named by a year alone: the newest is the likely one.
        self.newest_first(&mut columns);
        (!columns.is_empty()).then(|| one_of(columns))
    }

    /// Puts columns that are named by a year in order.
    fn newest_first(&self, columns: &mut Vec<usize>) {
        sort_short_by_key(columns, |index| {
            let year = words::year_of(self.header(*index));
            (std::cmp::Reverse(year), *index)
        });
    }

    fn meaning_of_free(&self, meaning: Meaning) -> Vec<usize> {
        self.columns_where(|guess, index| {
            let says_so = guess.matched(index).is_some_and(|m| m.meaning == meaning);
            guess.is_free(index) && says_so
        })
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
        // Beside a column in euros, one in dollars is the same money once more.
        let is_foreign = |index: &usize| words::says_foreign(self.header(*index));
        if !columns.iter().all(is_foreign) {
            columns.retain(|index| !is_foreign(index));
        }
        let top = columns.iter().filter_map(|index| tier(*index)).max();
        columns.retain(|index| tier(*index) == top);
        sort_short_by_key(&mut columns, |index| {
            let header = self.header(*index);
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

    /// Months or quarters.
    fn periods(&self) -> Vec<usize> {
        let mut periods = self.columns_where(|guess, index| {
            let is_period = matches!(
                guess.matched(index).map(|m| m.meaning),
                Some(Meaning::Period(_))
            );
            let is_number = guess
                .stats
                .get(index)
                .is_some_and(|s| s.n_filled == 0 || s.is_mostly(s.n_numbers, 50));
            guess.is_free(index) && is_period && is_number
        });
        let is_month = |index: &usize| words::unit_in(self.header(*index)).is_empty();
        let n_months = periods.iter().filter(|index| is_month(index)).count();
        if n_months < periods.len() && n_months >= 3 * (periods.len() - n_months) {
            // A quarter between its months holds the same amounts.
            periods.retain(is_month);
        }
        periods
    }

    pub(super) fn mark_amounts(&mut self, candidates: &[Candidate]) {
        let Some(first) = candidates.first() else {
            return;
        };
        let role = match first.formula {
            Formula::WithoutVat { .. } | Formula::LessVat { .. } => Role::RevenueInclVat,
            _ => Role::Revenue,
        };
        let mut columns = first.formula.columns();
        if matches!(first.formula, Formula::LessVat { .. }) {
            // The VAT itself is no revenue.
            columns.truncate(1);
        }
        for index in columns {
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

/// Whether the values could be money.
fn is_amount(stats: &ColumnStats) -> bool {
    stats.is_mostly(stats.n_numbers, 60)
        && stats.n_years < stats.n_filled
        && stats.n_identifiers * 2 < stats.n_filled
}

/// One column, or the question which of several.
fn one_of(columns: Vec<usize>) -> Ways {
    let question = (columns.len() > 1).then_some(QuestionId::AmountColumn);
    (columns.into_iter().map(single).collect(), question)
}
