//! Names only: type or paste names, guess what is known of each, and see provisional classes.

use abc_core::customers::{Attention, Rating};
use abc_core::readings::names::{NamedCustomer, RevenueBucket, names_in};
use leptos::prelude::*;

use crate::components::{Dialog, Rate, Select, SelectOption, TextArea};
use crate::i18n;
use crate::platform::viewport;
use crate::state::actions::names::{named_now, take_names};
use crate::state::session::Naming;
use crate::state::{ProjectState, SessionState};

/// The dialog; what was guessed before is there again.
#[component]
pub(super) fn NamesDialog() -> impl IntoView {
    let texts = &i18n::catalog().names;
    let shell = &i18n::catalog().shell;
    let session = SessionState::expect();
    view! {
        <Dialog
            open=session.is_names_open
            title=texts.title
            close_label=shell.close
            on_close=move |()| session.is_names_open.set(false)
        >
            <NamesAndGuesses/>
        </Dialog>
    }
}

#[component]
fn NamesAndGuesses() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().names, locale.format());
    let project = ProjectState::expect();
    let session = SessionState::expect();
    let Naming {
        typed,
        named,
        is_guessing,
        is_begun,
    } = session.naming;
    if !is_begun.get_untracked() {
        named.set(named_now(project));
        typed.set(named.with_untracked(|named| text_of(named)));
        is_guessing.set(false);
    }
    let left_out = RwSignal::new(0_usize);
    let on_next = move |_| {
        let (names, n_left_out) = names_in(&typed.get_untracked());
        left_out.set(n_left_out);
        named.update(|named| *named = with_names(named, names));
        is_guessing.set(true);
        // From here on guesses are given.
        is_begun.set(true);
        // The button is gone, and the focus with it.
        viewport::focus_after(".names * select");
    };
    let on_back = move |_| {
        is_guessing.set(false);
        viewport::focus_after(".dialog * textarea");
    };
    let on_show = move |_| {
        session.is_names_open.set(false);
        is_begun.set(false);
        take_names(project, session, &named.get_untracked());
    };
    let too_many = move || {
        let n = left_out.get();
        (n > 0).then(|| view! { <p class="neg">{(texts.left_out)(&format.count(n))}</p> })
    };
    let typing = move || {
        view! {
            <TextArea
                label=texts.label
                value=typed
                rows=14
                autofocus=true
                hint=Signal::stored(texts.hint.to_owned())
                on_input=move |text| {
                    typed.set(text);
                    is_begun.set(true);
                }
            />
            <p class="line">
                <button
                    class="button button--main"
                    disabled=move || typed.with(|text| text.trim().is_empty())
                    on:click=on_next
                >
                    {texts.next}
                </button>
            </p>
        }
    };
    let guessing = move || {
        view! {
            <p class="note">{texts.guess_hint}</p>
            {too_many}
            <Guesses named/>
            <p class="line">
                <button class="button button--main" on:click=on_show>
                    {texts.show}
                </button>
                <button class="button" on:click=on_back>
                    {texts.back}
                </button>
            </p>
        }
    };
    move || {
        if is_guessing.get() {
            guessing().into_any()
        } else {
            typing().into_any()
        }
    }
}

/// One row per name with four guesses.
#[component]
fn Guesses(named: RwSignal<Vec<NamedCustomer>>) -> impl IntoView {
    let texts = &i18n::catalog().names;
    let n_named = named.with_untracked(Vec::len);
    let rows = (0..n_named)
        .map(|idx| view! { <Guess named idx/> })
        .collect_view();
    view! {
        <div class="scroll names" tabindex="0" role="region" aria-label=texts.title>
            <table class="plain">
                <thead>
                    <tr>
                        <th scope="col">{texts.name}</th>
                        <th scope="col">{texts.revenue}</th>
                        <th scope="col">{texts.attention}</th>
                        <th scope="col">{texts.potential}</th>
                        <th scope="col">{texts.relationship}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Guess(named: RwSignal<Vec<NamedCustomer>>, idx: usize) -> impl IntoView {
    let texts = &i18n::catalog().names;
    let name = named.with_untracked(|named| named.get(idx).map(|guess| guess.name.clone()));
    let name = name.unwrap_or_default();
    let label = |what: &str| (texts.of)(what, &name);
    let of = move |read: fn(&NamedCustomer) -> Option<usize>| {
        Signal::derive(move || {
            let chosen = named.with(|named| named.get(idx).and_then(read));
            chosen.map_or_else(String::new, |at| at.to_string())
        })
    };
    let edit = move |edit: &dyn Fn(&mut NamedCustomer)| {
        named.update(|named| {
            if let Some(guess) = named.get_mut(idx) {
                edit(guess);
            }
        });
    };
    let revenue = of(|guess| {
        RevenueBucket::ALL
            .iter()
            .position(|b| Some(*b) == guess.revenue)
    });
    let attention = of(|guess| {
        Attention::ALL
            .iter()
            .position(|a| Some(*a) == guess.attention)
    });
    let on_revenue = move |value: String| {
        let chosen = chosen_of(&RevenueBucket::ALL, &value);
        edit(&|guess| guess.revenue = chosen);
    };
    let on_attention = move |value: String| {
        let chosen = chosen_of(&Attention::ALL, &value);
        edit(&|guess| guess.attention = chosen);
    };
    let on_potential = move |to: Option<u8>| {
        edit(&|guess| guess.potential = to.and_then(Rating::new));
    };
    let on_relationship = move |to: Option<u8>| {
        edit(&|guess| guess.relationship = to.and_then(Rating::new));
    };
    let rated = move |read: fn(&NamedCustomer) -> Option<Rating>| {
        Signal::derive(move || named.with(|named| named.get(idx).and_then(read).map(Rating::value)))
    };
    view! {
        <tr>
            <th scope="row">{name.clone()}</th>
            <td data-label=texts.revenue>
                <Select
                    label=label(texts.revenue)
                    label_hidden=true
                    options=Signal::stored(options(&RevenueBucket::ALL, texts.bucket))
                    value=revenue
                    on_change=on_revenue
                />
            </td>
            <td data-label=texts.attention>
                <Select
                    label=label(texts.attention)
                    label_hidden=true
                    options=Signal::stored(options(&Attention::ALL, texts.attention_word))
                    value=attention
                    on_change=on_attention
                />
            </td>
            <td data-label=texts.potential>
                <Rate
                    value=rated(|guess| guess.potential)
                    label=label(texts.potential)
                    unknown=texts.unknown
                    on_change=on_potential
                />
            </td>
            <td data-label=texts.relationship>
                <Rate
                    value=rated(|guess| guess.relationship)
                    label=label(texts.relationship)
                    unknown=texts.unknown
                    on_change=on_relationship
                />
            </td>
        </tr>
    }
}

/// The lines of a list, unknown first; each goes by its position.
fn options<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> Vec<SelectOption> {
    let unknown = SelectOption {
        value: String::new(),
        text: i18n::catalog().names.unknown.to_owned(),
    };
    let known = all.iter().enumerate().map(|(at, one)| SelectOption {
        value: at.to_string(),
        text: word(*one).to_owned(),
    });
    std::iter::once(unknown).chain(known).collect()
}

fn chosen_of<T: Copy>(all: &[T], value: &str) -> Option<T> {
    let at: usize = value.parse().ok()?;
    all.get(at).copied()
}

fn text_of(named: &[NamedCustomer]) -> String {
    let lines: Vec<&str> = named.iter().map(|guess| guess.name.as_str()).collect();
    lines.join("\n")
}

/// These names, with what was guessed of those that were there before.
fn with_names(before: &[NamedCustomer], names: Vec<String>) -> Vec<NamedCustomer> {
    let guess = |name: String| {
        let known = before.iter().find(|guess| guess.name == name);
        known.cloned().unwrap_or_else(|| NamedCustomer {
            name,
            ..NamedCustomer::default()
        })
    };
    names.into_iter().map(guess).collect()
}
