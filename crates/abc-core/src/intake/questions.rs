//! What to ask about a file, each answer with what it would give.

use crate::mapping::guess::Mapping;
use crate::mapping::{Answer, Choice, Question, QuestionId};

use super::rows::Rows;

/// Customers, revenue.
type Totals = Option<(u32, i64)>;

/// The questions of a file, blocking ones first; answers that were given are marked.
pub(crate) fn questions_of(
    mapping: &Mapping,
    rows: &Rows,
    given: &[(QuestionId, Choice)],
) -> Vec<Question> {
    let mut questions = Vec::new();
    let n_customers = u32::try_from(rows.ledger.len()).unwrap_or(u32::MAX);
    let total =
        |cents: i128| -> Totals { i64::try_from(cents).ok().map(|cents| (n_customers, cents)) };
    let revenue = i128::from(rows.revenue);
    let mut ask = |id: QuestionId, is_blocking: bool, answers: Vec<(Choice, Totals)>| {
        let answers: Vec<Answer> = answers
            .into_iter()
            .map(|(choice, totals)| Answer { choice, totals })
            .collect();
        let given = given
            .iter()
            .find(|(asked, _)| *asked == id)
            .and_then(|(_, choice)| answers.iter().position(|answer| answer.choice == *choice));
        questions.push(Question {
            id,
            is_blocking,
            answers,
            given,
        });
    };
    if let Some(id) = mapping.question {
        let totals = rows.candidates.iter().map(|totals| {
            i64::try_from(totals.revenue)
                .ok()
                .map(|revenue| (totals.n_customers, revenue))
        });
        let choices = mapping
            .candidates
            .iter()
            .map(|candidate| candidate.choice.clone());
        ask(id, true, choices.zip(totals).collect());
    }
    let decimal = answered(given, QuestionId::DecimalSeparator);
    if rows
        .columns
        .amount_column()
        .is_some_and(super::cells::NumberColumn::is_assumed)
    {
        let other = rows.revenue_in_other_notation;
        let is_dot = decimal == Some(&Choice::DecimalDot);
        let (comma, dot) = if is_dot {
            (other, revenue)
        } else {
            (revenue, other)
        };
        let answers = vec![
            (Choice::DecimalComma, total(comma)),
            (Choice::DecimalDot, total(dot)),
        ];
        ask(QuestionId::DecimalSeparator, true, answers);
    }
    if mapping.says_thousands {
        let answers = vec![
            (Choice::Thousands, total(revenue * 1_000)),
            (Choice::AsWritten, total(revenue)),
        ];
        ask(QuestionId::UnitScale, true, answers);
    }
    if is_all_negative(rows) {
        let answers = vec![
            (Choice::Negate, total(-revenue)),
            (Choice::AsWritten, total(revenue)),
        ];
        ask(QuestionId::Sign, true, answers);
    }
    if rows
        .columns
        .date
        .as_ref()
        .is_some_and(super::cells::DayColumn::is_assumed)
    {
        ask(
            QuestionId::DateOrder,
            false,
            vec![(Choice::DayFirst, None), (Choice::MonthFirst, None)],
        );
    }
    if !rows.ledger.look_alikes().is_empty() {
        ask(
            QuestionId::MergeNames,
            false,
            vec![(Choice::No, None), (Choice::Yes, None)],
        );
    }
    questions
}

/// Whether every amount that is not zero is negative.
pub(crate) fn is_all_negative(rows: &Rows) -> bool {
    rows.n_positive == 0 && rows.n_negative > 1
}

/// The answer that was given to a question.
pub(crate) fn answered(given: &[(QuestionId, Choice)], id: QuestionId) -> Option<&Choice> {
    given
        .iter()
        .find(|(asked, _)| *asked == id)
        .map(|(_, choice)| choice)
}
