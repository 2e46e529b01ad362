//! The questions whose answers change the outcome, one at a time, likely answer first.

use abc_core::intake::Source;
use abc_core::mapping::{self, Question};
use abc_core::money::Cents;
use leptos::prelude::*;

use super::ask::Ask;
use super::join_question::{JoinQuestion, is_open};
use super::joins::hours_text;
use crate::components::{Choice, Disclosure};
use crate::i18n::{self, catalog::DataTexts};
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
    let choices: Vec<Choice<usize>> = question
        .answers
        .iter()
        .enumerate()
        .map(|(idx, answer)| Choice {
            value: idx,
            text: choice_text(&source, &answer.choice, texts),
            total: match (answer.seconds, answer.totals) {
                (Some(seconds), _) => {
                    Some((locale.catalog().joins.hours)(&hours_text(format, seconds)))
                }
                (None, Some((n_customers, cents))) => {
                    let revenue = format.money(Cents(cents).euros());
                    Some((texts.answer_totals)(&format.count(n_customers), &revenue))
                }
                (None, None) => None,
            },
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

/// An answer in words; columns are named by their header.
fn choice_text(source: &Source, choice: &mapping::Choice, texts: &DataTexts) -> String {
    let header_of = |idx: u32| {
        let column = source.columns.get(idx as usize);
        column
            .map(|column| column.header.clone())
            .filter(|header| !header.is_empty())
            .unwrap_or_else(|| (texts.column_n)(idx + 1))
    };
    (texts.choice)(choice, &header_of)
}

/// The answers that were given about a file, each to be asked again; nothing where there are none.
#[component]
pub(super) fn Answered(reading: usize, source: Source) -> impl IntoView {
    let texts = &i18n::catalog().data;
    let actions = DataActions::expect();
    let is_from_earlier = source.options.is_from_earlier && !source.options.says_nothing();
    let given: Vec<(String, String)> = source
        .questions
        .iter()
        .filter_map(|question| {
            let answer = question.answers.get(question.given?)?;
            let title = (texts.question)(question.id, &source.name);
            Some((title, choice_text(&source, &answer.choice, texts)))
        })
        .collect();
    if given.is_empty() && !is_from_earlier {
        return ().into_any();
    }
    let summary = if is_from_earlier {
        texts.as_earlier.to_owned()
    } else {
        (texts.answered)(given.len())
    };
    let rows = given
        .into_iter()
        .map(|(title, answer)| view! { <p>{title} " " <b>{answer}</b></p> })
        .collect_view();
    let again = actions.can_read_again(&source).then(|| {
        view! {
            <p>
                <button class="say-link" on:click=move |_| actions.ask_again(reading)>
                    {texts.ask_again}
                </button>
            </p>
        }
    });
    view! {
        <Disclosure summary=summary>
            {rows}
            {again}
        </Disclosure>
    }
    .into_any()
}
