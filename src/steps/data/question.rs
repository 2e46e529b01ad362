//! The questions whose answers change the outcome, one at a time, likely answer first.

use abc_core::intake::Source;
use abc_core::mapping::Question;
use leptos::prelude::*;

use super::ask::Ask;
use super::join_question::{JoinQuestion, is_open};
use crate::components::Choice;
use crate::i18n;
use crate::state::ProjectState;
use crate::state::actions::data::DataActions;
use crate::steps::place::source_name;

/// The first open question of all files, then of joining them, with what each answer would give.
#[component]
pub(super) fn Questions() -> impl IntoView {
    let project = ProjectState::expect();
    let open = Memo::new(move |_| {
        let now = project.get();
        let mut sources = now.sources().enumerate();
        sources.find_map(|(reading, source)| {
            let is_open = |question: &&Question| question.given.is_none();
            let question = source.questions.iter().find(is_open)?.clone();
            Some((reading, question, source.clone()))
        })
    });
    let open_join = Memo::new(move |_| {
        let now = project.get();
        now.joined
            .questions
            .iter()
            .find(|question| is_open(question))
            .cloned()
    });
    move || match open.get() {
        Some((reading, question, source)) => {
            Some(view! { <AboutFile reading question source/> }.into_any())
        }
        None => open_join
            .get()
            .map(|question| view! { <JoinQuestion question/> }.into_any()),
    }
}

#[component]
fn AboutFile(reading: usize, question: Question, source: Source) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().data, locale.format());
    let actions = DataActions::expect();
    let name = source_name(&source, false, locale);
    let header_of = |idx: u32| {
        let column = source.columns.get(idx as usize);
        column
            .map(|column| column.header.clone())
            .filter(|header| !header.is_empty())
            .unwrap_or_else(|| (texts.column_n)(idx + 1))
    };
    let choices: Vec<Choice<usize>> = question
        .answers
        .iter()
        .enumerate()
        .map(|(idx, answer)| Choice {
            value: idx,
            text: (texts.choice)(&answer.choice, &header_of),
            total: answer.totals.map(|(n_customers, cents)| {
                let revenue = format.money(abc_core::money::Cents(cents).euros());
                (texts.answer_totals)(&format.count(i64::from(n_customers)), &revenue)
            }),
            note: (idx == 0).then(|| texts.likely.to_owned()),
        })
        .collect();
    let title = (texts.question)(question.id, &name);
    let can_answer = actions.can_read_again(&source);
    let until_then = if can_answer {
        texts.until_then
    } else {
        texts.ask_file_again
    };
    let id = question.id;
    let answers = StoredValue::new(question.answers);
    let on_answer = move |idx: usize| {
        if let Some(answer) = answers.with_value(|answers| answers.get(idx).cloned()) {
            actions.answer(reading, id, answer.choice);
        }
    };
    view! { <Ask title choices until_then can_answer on_answer/> }
}
