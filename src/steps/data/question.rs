//! The questions whose answers change the outcome, one at a time, likely answer first.

use abc_core::mapping::Question;
use leptos::prelude::*;

use crate::components::{Choice, ChoiceGroup};
use crate::i18n;
use crate::state::ProjectState;
use crate::state::actions::data::DataActions;

/// The first open question of the file, with what each answer would give.
#[component]
pub(super) fn Questions() -> impl IntoView {
    let project = ProjectState::expect();
    let open = Memo::new(move |_| {
        let now = project.get();
        now.sources().next_back().and_then(|source| {
            let question = source
                .questions
                .iter()
                .find(|question| question.given.is_none())?;
            let headers: Vec<String> = source
                .columns
                .iter()
                .map(|column| column.header.clone())
                .collect();
            Some((question.clone(), headers, source.name.clone()))
        })
    });
    move || {
        open.get().map(|(question, headers, file_name)| {
            view! { <Ask question headers file_name/> }
        })
    }
}

#[component]
fn Ask(question: Question, headers: Vec<String>, file_name: String) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().data, locale.format());
    let actions = DataActions::expect();
    let name = if file_name.is_empty() {
        texts.pasted_text.to_owned()
    } else {
        file_name
    };
    let header_of = |idx: u32| {
        headers
            .get(idx as usize)
            .filter(|header| !header.is_empty())
            .cloned()
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
    let chosen = RwSignal::new(Some(0_usize));
    let title = (texts.question)(question.id, &name);
    let (label, heading) = (title.clone(), title.clone());
    let can_answer = actions.can_read_again();
    let id = question.id;
    let answers = StoredValue::new(question.answers);
    let on_answer = move |_| {
        let answer = chosen
            .get_untracked()
            .and_then(|idx| answers.with_value(|answers| answers.get(idx).cloned()));
        if let Some(answer) = answer {
            actions.answer(id, answer.choice);
        }
    };
    view! {
        <section class="ask" id="questions" tabindex="-1" aria-label=title>
            <h2 class="lead">{heading}</h2>
            <ChoiceGroup
                label=label
                choices=Signal::stored(choices)
                value=chosen
                on_change=move |idx| chosen.set(Some(idx))
            />
            <p class="line">
                <button class="button button--main" disabled=!can_answer on:click=on_answer>
                    {texts.so_it_is}
                </button>
                <span class="note">
                    {if can_answer { texts.until_then } else { texts.ask_file_again }}
                </span>
            </p>
        </section>
    }
}
