//! The request to the bookkeeper: a letter that is ready to be copied, in either language.

use leptos::prelude::*;
use leptos::task::spawn_local_scoped;

use crate::components::{Dialog, DoneNotice, TextArea};
use crate::i18n::{self, Locale};
use crate::platform::page;
use crate::state::SessionState;

/// The sentence that leads to the letter.
#[component]
pub(super) fn LetterLink() -> impl IntoView {
    let texts = &i18n::catalog().letter;
    let session = SessionState::expect();
    view! {
        <p class="note">
            {texts.no_figures}
            <button class="say-link" on:click=move |_| session.is_letter_open.set(true)>
                {texts.open}
            </button> {texts.what_it_says}
        </p>
    }
}

/// The letter. It can be changed here; what was changed is not kept.
#[component]
pub(super) fn LetterDialog() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, shell) = (&locale.catalog().letter, &locale.catalog().shell);
    let session = SessionState::expect();
    let language = RwSignal::new(locale);
    // The reader's own words, in each language.
    let (dutch, english) = (RwSignal::new(None::<String>), RwSignal::new(None));
    let typed_in = move |language| match language {
        Locale::Nl => dutch,
        Locale::En => english,
    };
    let is_copied = RwSignal::new(None::<bool>);
    let text = Memo::new(move |_| {
        let language = language.get();
        let typed = typed_in(language).get();
        typed.unwrap_or_else(|| letter_in(language))
    });
    let show = move |next: Locale| {
        language.set(next);
        is_copied.set(None);
    };
    let close = move || {
        session.is_letter_open.set(false);
        dutch.set(None);
        english.set(None);
        show(locale);
    };
    let copy = move |_| {
        let letter = text.get_untracked();
        spawn_local_scoped(async move {
            is_copied.set(Some(page::copy_text(&letter).await));
        });
    };
    let other_language = move || (texts.in_language)(language.get().other());
    view! {
        <Dialog
            open=session.is_letter_open
            title=texts.title
            close_label=shell.close
            on_close=move |()| close()
        >
            <TextArea
                label=texts.label
                label_hidden=true
                value=text
                rows=16
                hint=Signal::stored(texts.hint.to_owned())
                on_input=move |text| {
                    typed_in(language.get_untracked()).set(Some(text));
                    is_copied.set(None);
                }
            />
            <DoneNotice is_done=is_copied done=texts.copied failed=texts.not_copied/>
            <p class="line">
                <button class="button button--main" on:click=copy>
                    {texts.copy}
                </button>
                <button class="button" on:click=move |_| show(language.get_untracked().other())>
                    {other_language}
                </button>
            </p>
        </Dialog>
    }
}

/// The letter about the last financial year that has ended.
fn letter_in(language: Locale) -> String {
    let year = page::today().map_or(2025, |today| today.year() - 1);
    (language.catalog().letter.letter)(year)
}
