//! The frame of a question: what is asked, the answers with the likely one first, and the button.

use leptos::prelude::*;

use crate::components::{Choice, ChoiceGroup};
use crate::i18n;
use crate::state::ProjectState;
use crate::steps::asked::Open;

/// One question with its answers; the first one is chosen until another is.
#[component]
pub(super) fn Ask(
    title: String,
    choices: Vec<Choice<usize>>,
    /// What holds while it is open, or why there is no other answer.
    until_then: &'static str,
    /// Whether only the first answer can be given, which is the one in use.
    #[prop(optional)]
    is_first_only: bool,
    /// Called with the position of the answer.
    #[prop(into)]
    on_answer: Callback<usize>,
) -> impl IntoView {
    let texts = &i18n::catalog().data;
    let chosen = RwSignal::new(Some(0_usize));
    let (label, heading) = (title.clone(), title.clone());
    let answer = move |_| {
        if let Some(idx) = chosen.get_untracked() {
            on_answer.run(idx);
        }
    };
    let project = ProjectState::expect();
    let n_deciding = Memo::new(move |_| Open::of(&project.get()).n_deciding);
    let more = move || {
        let n = Some(n_deciding.get()).filter(|n| *n > 1)?;
        Some(view! { <p class="note">{(texts.first_question_of)(n)}</p> })
    };
    let is_refused = move || is_first_only && chosen.get() != Some(0);
    view! {
        <section class="ask" id="questions" tabindex="-1" aria-label=title>
            <h2 class="lead">{heading}</h2>
            {more}
            <ChoiceGroup
                label=label
                choices=Signal::stored(choices)
                value=chosen
                on_change=move |idx| chosen.set(Some(idx))
            />
            <p class="line">
                <button class="button button--main" disabled=is_refused on:click=answer>
                    {texts.so_it_is}
                </button>
                <span class="note">{until_then}</span>
            </p>
        </section>
    }
}
