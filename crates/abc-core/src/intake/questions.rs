//! What to ask about a file, each answer with what it would give.

use crate::mapping::formula::{Candidate, Formula};
use crate::mapping::guess::{Mapping, Subject};
use crate::mapping::{Answer, Choice, Notation, Question, QuestionId};

use super::cells::{DayColumn, NumberColumn};
use super::rows::{CandidateTotals, Rows};

/// Customers, revenue.
type Totals = Option<(u32, i64)>;
/// An answer and what it would give.
type Offer = (Choice, Totals);

/// What every amount is multiplied by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Factors {
    /// 1,000 where amounts are in thousands.
    scale: i64,
    /// -1 where all amounts are negative and stand for revenue.
    sign: i64,
}

impl Factors {
    /// The factors under the given and the likely answers.
    pub(crate) fn of(mapping: &Mapping, rows: &Rows, given: &[(QuestionId, Choice)]) -> Self {
        let is_as_written = |id| answered(given, id) == Some(&Choice::AsWritten);
        let is_scaled = mapping.says_thousands && !is_as_written(QuestionId::UnitScale);
        let is_negated = asks_sign(mapping, rows) && !is_as_written(QuestionId::Sign);
        Self {
            scale: if is_scaled { 1_000 } else { 1 },
            sign: if is_negated { -1 } else { 1 },
        }
    }

    /// What every other amount is multiplied by: a cost is no revenue that is turned.
    pub(crate) fn scale(self) -> i64 {
        self.scale
    }

    /// Whether what is negative stands for revenue.
    pub(crate) fn is_turned(self) -> bool {
        self.sign < 0
    }

    /// Both together: for revenue.
    pub(crate) fn product(self) -> i64 {
        self.scale * self.sign
    }
}

/// The questions of a file, blocking ones first; answers that were given are marked.
pub(crate) fn questions_of(
    mapping: &Mapping,
    rows: &Rows,
    given: &[(QuestionId, Choice)],
) -> Vec<Question> {
    let factors = Factors::of(mapping, rows, given);
    let n_customers = u32::try_from(rows.ledger.len()).unwrap_or(u32::MAX);
    let total = |cents: i128, factor: i64| -> Totals {
        let cents = i64::try_from(cents.checked_mul(i128::from(factor))?).ok()?;
        Some((n_customers, cents))
    };
    let revenue = i128::from(rows.sum);
    let current = total(revenue, factors.product());
    let mut questions = Vec::new();
    let mut ask = |id: QuestionId, is_blocking: bool, offers: Vec<Offer>| {
        questions.push(question(id, is_blocking, offers, given));
    };
    if let Some(id) = mapping.question {
        ask(id, true, revenue_offers(mapping, rows, factors));
    }
    if rows
        .columns
        .amount_column()
        .is_some_and(NumberColumn::is_assumed)
    {
        let other = total(rows.revenue_in_other_notation, factors.product());
        let amounts = rows.columns.amount_column().map(NumberColumn::notation);
        let is_dot = amounts == Some(Notation::Dot);
        let (comma, dot) = if is_dot {
            (other, current)
        } else {
            (current, other)
        };
        let offers = vec![(Choice::DecimalComma, comma), (Choice::DecimalDot, dot)];
        ask(QuestionId::DecimalSeparator, true, offers);
    }
    if mapping.says_thousands {
        let thousands = total(revenue, 1_000 * factors.sign);
        let offers = vec![
            (Choice::Thousands, thousands),
            (Choice::AsWritten, total(revenue, factors.sign)),
        ];
        ask(QuestionId::UnitScale, true, offers);
    }
    if asks_sign(mapping, rows) {
        let offers = vec![
            (Choice::Negate, total(revenue, -factors.scale)),
            (Choice::AsWritten, total(revenue, factors.scale)),
        ];
        // The accounts of revenue leave no doubt that a credit is revenue.
        ask(QuestionId::Sign, !rows.sorts_accounts(), offers);
    }
    if rows.has_other_table {
        // Only what is read can be counted.
        let reads_all = answered(given, QuestionId::MultipleTables) == Some(&Choice::Yes);
        let (first, all) = if reads_all {
            (None, current)
        } else {
            (current, None)
        };
        ask(
            QuestionId::MultipleTables,
            true,
            vec![(Choice::No, first), (Choice::Yes, all)],
        );
    }
    if let Some(offers) = name_offers(rows, current, given) {
        // A total that is right with them leaves little doubt that they count; headings may be of anything.
        let is_proven = rows.n_totals > 0 && !rows.has_wrong_total();
        let above = &rows.names_above;
        let is_blocking = above.is_used() && (above.headings().is_some() || !is_proven);
        ask(QuestionId::NamesAbove, is_blocking, offers);
    }
    if rows.columns.accepts_foreign {
        let offers = vec![(Choice::AsWritten, current), (Choice::NotRevenue, None)];
        ask(QuestionId::Currency, true, offers);
    }
    if rows
        .columns
        .date
        .as_ref()
        .is_some_and(DayColumn::is_assumed)
    {
        let offers = vec![(Choice::DayFirst, None), (Choice::MonthFirst, None)];
        ask(QuestionId::DateOrder, false, offers);
    }
    if let Some(Choice::Accounts(_)) = answered(given, QuestionId::RevenueAccounts)
        && rows.sorts_accounts()
    {
        // Asked on the card, account by account.
        let chosen = answered(given, QuestionId::RevenueAccounts).cloned();
        let offers = chosen.map(|chosen| (chosen, current)).into_iter().collect();
        ask(QuestionId::RevenueAccounts, false, offers);
    }
    ask_about_rows(rows, factors, given, &mut questions);
    questions.retain(changes_something);
    questions.sort_by_key(|question| !question.is_blocking);
    questions
}

/// Whether rows without a name are of the customer above: asked where they are common, and of headings
/// that do not say what they are.
fn name_offers(rows: &Rows, current: Totals, given: &[(QuestionId, Choice)]) -> Option<Vec<Offer>> {
    let above = &rows.names_above;
    let is_asked = match above.headings() {
        Some(headings) => !headings.are_labelled,
        None if above.is_used() => true,
        None => {
            rows.columns.subject == Subject::Revenue
                && rows.columns.name_column.is_some()
                && above.are_common(rows.tally.accepted)
        }
    };
    let answer = answered(given, QuestionId::NamesAbove);
    // One pass reads them in one way; the likely answer comes first, whatever was said.
    let are_carried = above.is_used();
    let [yes, no] = [
        (Choice::Yes, current.filter(|_| are_carried)),
        (Choice::No, current.filter(|_| !are_carried)),
    ];
    match answer {
        None if !is_asked => None,
        None if !are_carried => Some(vec![no, yes]),
        _ => Some(vec![yes, no]),
    }
}

/// Whether the answers to a question that can wait give different figures, or were not all counted.
pub(crate) fn changes_something(question: &Question) -> bool {
    let mut answers = question.answers.iter();
    let first = answers.next();
    let is_counted = |answer: &&Answer| answer.totals.is_some() || answer.seconds.is_some();
    let is_same = |answer: &Answer| {
        first.is_some_and(|first| (answer.totals, answer.seconds) == (first.totals, first.seconds))
    };
    let is_known = first.as_ref().is_some_and(is_counted);
    question.is_blocking || question.given.is_some() || !(is_known && answers.all(is_same))
}

/// What may be left out among rows that count: asked, and counted as written until answered.
fn ask_about_rows(
    rows: &Rows,
    factors: Factors,
    given: &[(QuestionId, Choice)],
    questions: &mut Vec<Question>,
) {
    let counts_revenue = rows.columns.subject == Subject::Revenue;
    let is_no = |id| answered(given, id) == Some(&Choice::No);
    let n_customers = u32::try_from(rows.ledger.len()).unwrap_or(u32::MAX);
    let totals = |n_customers: u32, sum: i128| -> Totals {
        let cents = sum.checked_mul(i128::from(factors.product()))?;
        let cents = i64::try_from(cents).ok().filter(|_| counts_revenue)?;
        Some((n_customers, cents))
    };
    let sum = i128::from(rows.sum);
    let asked = |id, offers| question(id, false, offers, given);
    if rows.repeats.n > 0 {
        let (each, once) = if is_no(QuestionId::DuplicateRows) {
            (sum + rows.repeats.sum, sum)
        } else {
            (sum, sum - rows.repeats.sum)
        };
        let offers = vec![
            (Choice::Yes, totals(n_customers, each)),
            (Choice::No, totals(n_customers, once)),
        ];
        let mut question = asked(QuestionId::DuplicateRows, offers);
        if rows.columns.subject == Subject::Hours {
            for (answer, sum) in question.answers.iter_mut().zip([each, once]) {
                answer.seconds = u64::try_from(sum).ok();
            }
        }
        questions.push(question);
    }
    if rows.n_drafts > 0 {
        let without = &rows.without_drafts;
        let all = totals(n_customers, sum).filter(|_| !is_no(QuestionId::DraftLines));
        let offers = vec![
            (Choice::Yes, all),
            (Choice::No, totals(without.n_customers, without.revenue)),
        ];
        questions.push(asked(QuestionId::DraftLines, offers));
    }
}

pub(crate) fn question(
    id: QuestionId,
    is_blocking: bool,
    offers: Vec<Offer>,
    given: &[(QuestionId, Choice)],
) -> Question {
    let answers: Vec<Answer> = offers
        .into_iter()
        .map(|(choice, totals)| Answer {
            choice,
            totals,
            seconds: None,
        })
        .collect();
    let given = answered(given, id)
        .and_then(|choice| answers.iter().position(|answer| answer.choice == *choice));
    Question {
        id,
        is_blocking,
        answers,
        given,
    }
}

/// What each way to read the revenue gives.
fn revenue_offers(mapping: &Mapping, rows: &Rows, factors: Factors) -> Vec<Offer> {
    let scaled = |totals: &CandidateTotals| -> Totals {
        let revenue = totals.revenue.checked_mul(i128::from(factors.product()))?;
        Some((totals.n_customers, i64::try_from(revenue).ok()?))
    };
    let offer = |(candidate, totals): (&Candidate, &CandidateTotals)| {
        let is_revenue = candidate.choice != Choice::NotRevenue;
        let totals = is_revenue.then(|| scaled(totals)).flatten();
        (candidate.choice.clone(), totals)
    };
    let candidates = mapping.candidates.iter();
    candidates.zip(&rows.candidates).map(offer).collect()
}

/// Whether every amount is negative or zero, or those of a ledger are together, and no side decides the sign.
fn asks_sign(mapping: &Mapping, rows: &Rows) -> bool {
    let formula = mapping
        .candidates
        .first()
        .map(|candidate| &candidate.formula);
    let has_sides = matches!(
        formula,
        Some(Formula::Difference { .. } | Formula::Sided { .. })
    );
    // What a ledger credits is negative where it has one column of amounts.
    let is_credit = rows.sorts_accounts() && rows.sum < 0;
    let is_revenue = rows.columns.subject == Subject::Revenue;
    is_revenue && !has_sides && (is_credit || rows.n_positive == 0 && rows.n_negative > 1)
}

/// The answer that was given to a question.
pub(crate) fn answered(given: &[(QuestionId, Choice)], id: QuestionId) -> Option<&Choice> {
    given
        .iter()
        .find(|(asked, _)| *asked == id)
        .map(|(_, choice)| choice)
}
