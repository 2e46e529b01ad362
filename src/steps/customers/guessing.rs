//! Prediction first: the offer to guess, and the step in which the owner guesses. Nothing of the result shows
//! in it but the order of revenue.

use abc_core::costs::Inputs;
use abc_core::customers::{Class, CustomerId};
use abc_core::prediction::{ASKED, customers_to_guess};
use leptos::prelude::*;

use super::figures::FEW;
use super::screen::{Screen, letter_of};
use crate::components::{Button, ButtonKind, Letter, LetterChoice, Opening};
use crate::i18n;
use crate::platform::{page, viewport};
use crate::state::actions::guesses::{decline_guessing, forget_guesses, guess};
use crate::state::session::Sought;
use crate::state::{Derived, ProjectState, SessionState};
use crate::steps::place::place_of;

/// Who is asked about, largest first.
pub(super) fn asked(inputs: &[Inputs]) -> Vec<u32> {
    let largest = customers_to_guess(inputs, ASKED);
    largest.into_iter().map(|id| id.0).collect()
}

/// Begins the step.
pub(super) fn begin_guessing(session: SessionState) {
    session.is_guessing.set(true);
    viewport::focus_at_top(".letters__pick");
}

/// One line beside the place, until somebody guessed or would rather not.
#[component]
pub(super) fn GuessOffer() -> impl IntoView {
    let texts = &i18n::catalog().surprises;
    let screen = Screen::expect();
    let offered = Memo::new(move |_| {
        let now = screen.project.get();
        if now.is_guessing_declined || !now.guesses.is_empty() {
            return None;
        }
        let n = screen.n_asked.get();
        (n >= FEW).then_some(n)
    });
    move || {
        offered.get().map(|n| {
            view! {
                <p class="note offer">
                    <span>{(texts.offer)(n)}</span>
                    <button class="say-link" on:click=move |_| begin_guessing(screen.session)>
                        {texts.begin}
                    </button>
                    <button class="say-link" on:click=move |_| decline_guessing(screen.project)>
                        {texts.skip}
                    </button>
                </p>
            }
        })
    }
}

/// The step, in the place of the whole screen.
#[component]
pub(super) fn Guessing() -> impl IntoView {
    let locale = i18n::locale();
    let texts = &locale.catalog().surprises;
    let (project, session, derived) = (
        ProjectState::expect(),
        SessionState::expect(),
        Derived::expect(),
    );
    let place = Memo::new(move |_| place_of(&project.get(), locale));
    let asked = Memo::new(move |_| derived.outcome.with(|outcome| asked(&outcome.inputs)));
    let n_guessed = Memo::new(move |_| project.get().guesses.len());
    let done = move |()| {
        if !project.get_untracked().guesses.is_empty() {
            session.sought.set(Some(Sought::Surprises));
        }
        session.is_guessing.set(false);
    };
    let progress = move || {
        let known = project.get();
        let asked = asked.get();
        let is_guessed = |at: &&u32| known.guesses.contains_key(&CustomerId(**at));
        (texts.n_guessed)(asked.iter().filter(is_guessed).count(), asked.len())
    };
    let finish = move || {
        if n_guessed.get() > 0 {
            texts.compare
        } else {
            texts.back
        }
    };
    let forget = move || {
        (n_guessed.get() > 0).then(|| {
            view! {
                <Button kind=ButtonKind::Plain on_press=move |()| forget_guesses(project)>
                    {texts.forget}
                </Button>
            }
        })
    };
    let rows = move || {
        let asked = asked.get().into_iter().enumerate();
        asked
            .map(|(place, customer)| view! { <GuessRow place customer/> })
            .collect_view()
    };
    view! {
        <Opening place more=move || texts.guess_how>
            {texts.guess_title}
        </Opening>
        <ol class="guesses">{rows}</ol>
        <div class="line">
            <Button kind=ButtonKind::Main on_press=done>{finish}</Button>
            <span class="note" role="status">{progress}</span>
            {forget}
            <span class="note wide">{texts.guess_keys}</span>
        </div>
    }
}

#[component]
fn GuessRow(
    /// From above, from 0.
    place: usize,
    customer: u32,
) -> impl IntoView {
    let texts = &i18n::catalog().surprises;
    let project = ProjectState::expect();
    let id = CustomerId(customer);
    let now = project.get_untracked();
    let named = now.customers.get(id.index());
    let name = named.map_or_else(String::new, |customer| customer.name.clone());
    let value = Memo::new(move |_| project.get().guesses.get(&id).copied().map(letter_of));
    let on_change = move |letter: Option<Letter>| guess(project, id, letter.map(class_of));
    view! {
        <li class="guesses__row">
            <span>{name.clone()}</span>
            <LetterChoice
                label=(texts.guess_of)(&name)
                id=row_id(place)
                value
                on_change
                on_typed=move |()| page::focus(&row_id(place + 1))
            />
        </li>
    }
}

fn row_id(place: usize) -> String {
    format!("guess-{place}")
}

fn class_of(letter: Letter) -> Class {
    match letter {
        Letter::A => Class::A,
        Letter::B => Class::B,
        Letter::C => Class::C,
    }
}
