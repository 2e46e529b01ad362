//! What only a person can say about several files: whose revenue counts, which of several namesakes.

use abc_core::join::{FileKey, Party, Question, RevenueAnswer, Verdict};
use abc_core::money::Cents;
use leptos::prelude::*;

use super::ask::Ask;
use super::joins::hours_text;
use crate::components::Choice;
use crate::i18n;
use crate::state::actions::joins::JoinActions;
use crate::steps::place::file_name;

/// The question, when it is open.
#[component]
pub(super) fn JoinQuestion(question: Question) -> impl IntoView {
    match question {
        Question::RevenueSource {
            answers, n_shared, ..
        } => view! { <WhichRevenue answers n_shared/> }.into_any(),
        Question::SameHours {
            file,
            original,
            seconds,
            ..
        } => view! { <SameHours file original seconds/> }.into_any(),
        Question::AmbiguousName {
            left, candidates, ..
        } => view! { <WhichCustomer left candidates/> }.into_any(),
    }
}

#[component]
fn SameHours(file: FileKey, original: FileKey, seconds: u64) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().joins, locale.format());
    let actions = JoinActions::expect();
    let title = (texts.same_hours)(&file_name(&file, locale), &file_name(&original, locale));
    let answers = [
        (texts.count_once, seconds),
        (texts.count_both, seconds.saturating_mul(2)),
    ];
    let choice = |(value, (text, seconds)): (usize, (&str, u64))| Choice {
        value,
        text: text.to_owned(),
        total: Some((texts.hours)(&hours_text(format, seconds))),
        note: None,
    };
    let choices = answers.into_iter().enumerate().map(choice).collect();
    let file = StoredValue::new(file);
    let on_answer = move |idx: usize| actions.set_copy(file.get_value(), Some(idx > 0));
    let until_then = locale.catalog().data.until_then;
    view! { <Ask title choices until_then on_answer/> }
}

#[component]
fn WhichRevenue(answers: Vec<RevenueAnswer>, n_shared: u32) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().joins, locale.format());
    let actions = JoinActions::expect();
    let amount = |cents: Cents| (cents != Cents::ZERO).then(|| format.money_exact(cents));
    let choice = |(idx, answer): (usize, &RevenueAnswer)| {
        let files = answer.files.iter();
        let names: Vec<String> = files.map(|file| file_name(file, locale)).collect();
        let names = format.list(&names);
        let total = format.money_exact(answer.total);
        let difference = amount(Cents(answer.difference.0.saturating_abs()));
        let is_more = answer.difference > Cents::ZERO;
        let note = (texts.answer_note)(
            amount(answer.without_customer).as_deref(),
            difference.as_deref(),
            is_more,
            answer.adds_shared,
        );
        Choice {
            value: idx,
            text: if answer.files.len() > 1 {
                (texts.added_up)(&names)
            } else {
                names
            },
            total: Some((texts.answer_total)(
                &format.count(answer.n_customers),
                &total,
            )),
            note: (!note.is_empty()).then_some(note),
        }
    };
    let choices = answers.iter().enumerate().map(choice).collect();
    let n_files = answers.iter().filter(|answer| answer.files.len() == 1);
    let title = (texts.which_revenue)(n_files.count(), n_shared);
    let answers = StoredValue::new(answers);
    let on_answer = move |idx: usize| {
        if let Some(answer) = answers.with_value(|answers| answers.get(idx).cloned()) {
            actions.set_revenue(answer.files);
        }
    };
    let until_then = locale.catalog().data.until_then;
    view! { <Ask title choices until_then on_answer/> }
}

#[component]
fn WhichCustomer(left: Party, candidates: Vec<Party>) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().joins, locale.format());
    let actions = JoinActions::expect();
    let named = |(idx, party): (usize, &Party)| Choice {
        value: idx,
        text: format!("{} {}", party.code, party.name),
        total: party.revenue.map(|revenue| format.money_exact(revenue)),
        note: None,
    };
    let mut choices: Vec<Choice<usize>> = candidates.iter().enumerate().map(named).collect();
    choices.push(Choice {
        value: candidates.len(),
        text: texts.another_customer.to_owned(),
        total: None,
        note: None,
    });
    let title = (texts.which_customer)(&left.name);
    let parties = StoredValue::new((left.spelled, candidates));
    let on_answer = move |idx: usize| {
        let (left, candidates) = parties.get_value();
        match candidates.into_iter().nth(idx) {
            Some(chosen) => actions.decide(left, chosen.spelled, Verdict::Same),
            None => actions.set_own(left, true),
        }
    };
    view! { <Ask title choices until_then=texts.until_then on_answer/> }
}
