//! What surprises: whose class is another than the owner guessed, or than last time; and the day to look
//! again.

mod found;
mod last_time;
mod migration;
mod review;
pub(super) mod words;

use abc_core::agreement::Strength;
use abc_core::prediction::Prediction;
use leptos::prelude::*;

pub(super) use found::Found;

use super::guessing::begin_guessing;
use super::hints::named;
use super::screen::{Entry, Screen, letter_of};
use crate::components::{Button, Klas, Section};
use crate::i18n::{self, Format, Span, catalog::SurpriseTexts, plain};
use crate::state::Turn;
use crate::state::actions::guesses::forget_guesses;
use crate::state::session::Filter;
use crate::steps::sentence::Sentence;
use last_time::LastTime;
use review::Review;
use words::lines_of;

/// The id of the section, for who comes back from guessing.
pub(super) const SURPRISES_ID: &str = "surprises";
/// This many are told; the others are a press away.
const TOLD: usize = 5;

/// The section.
#[component]
pub(super) fn Surprises() -> impl IntoView {
    let texts = &i18n::catalog().surprises;
    let screen = Screen::expect();
    let found = screen.found;
    let n = Memo::new(move |_| found.with(|found| found.is_compared().then_some(found.list.len())));
    let heading = Signal::derive(move || (texts.heading)(n.get()));
    let show = move || {
        (n.get() > Some(0)).then(|| {
            view! {
                <button class="say-link" on:click=move |_| screen.show(Filter::Surprise)>
                    {texts.show_rows}
                </button>
            }
        })
    };
    view! {
        // Where nothing is compared yet, paper would only have the heading.
        <div
            id=SURPRISES_ID
            tabindex="-1"
            class=("surprises", true)
            class=("prompt", move || n.get().is_none())
        >
            <Section heading end=show>
                <div class="cols">
                    <div class="w7 flow">
                        <Guesses/>
                        <Told/>
                    </div>
                    <div class="w5 flow">
                        <LastTime/>
                        <Review/>
                    </div>
                </div>
            </Section>
        </div>
    }
}

/// How well the owner guessed, or the invitation to guess.
#[component]
fn Guesses() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().surprises, locale.format());
    let screen = Screen::expect();
    let found = screen.found;
    let guessed = Memo::new(move |_| {
        found.with(|found| {
            let prediction = found.prediction.as_ref();
            prediction.map(|prediction| guessed_words(prediction, texts, format))
        })
    });
    let n_asked = screen.n_asked;
    let begin = move |_| begin_guessing(screen.session);
    move || {
        match guessed.get() {
        Some(spans) => {
            let spans = Signal::derive(move || spans.clone());
            view! {
                <p>
                    <Sentence spans on_link=|_| ()/>
                </p>
                <p class="line note">
                    <button class="say-link" on:click=begin>{texts.guess_again}</button>
                    <button class="say-link" on:click=move |_| forget_guesses(screen.project)>
                        {texts.forget}
                    </button>
                </p>
            }
            .into_any()
        }
        None if n_asked.get() == 0 => ().into_any(),
        None => view! {
            <p class="line prompt">
                <span>{(texts.invite)(n_asked.get())}</span>
                <Button on_press=move |()| begin_guessing(screen.session)>{texts.guess_again}</Button>
            </p>
        }
        .into_any(),
    }
    }
}

fn guessed_words(prediction: &Prediction, texts: &SurpriseTexts, format: Format) -> Vec<Span> {
    let agreement = &prediction.agreement;
    let mut spans = (texts.right)(agreement.n_same(), agreement.n());
    if let Some(kappa) = agreement.kappa() {
        let strength = Strength::of_kappa(kappa);
        let kappa = format.decimals(kappa, 2);
        spans.push(plain(format!(" {}", (texts.beyond)(strength, &kappa))));
    }
    if prediction.n_unclassified > 0 {
        let n = prediction.n_unclassified;
        spans.push(plain(format!(" {}", (texts.n_unclassified)(n))));
    }
    spans
}

/// The largest surprises, each with why.
#[component]
fn Told() -> impl IntoView {
    let locale = i18n::locale();
    let texts = &locale.catalog().surprises;
    let screen = Screen::expect();
    let found = screen.found;
    let outcome = screen.turns.outcome(Turn::Questions);
    let rows = move || {
        found.with(|found| {
            let told = found.list.iter().take(TOLD);
            let row = |position: u32| {
                let lines = lines_of(found, position, locale.catalog(), locale.format());
                let lines = lines
                    .into_iter()
                    .map(|line| view! { <p class="note">{line}</p> });
                let class = Entry::of(&found.outcome, position).and_then(|entry| entry.found.class);
                let mark = class.map(|class| {
                    view! { <Klas letter=Some(letter_of(class)) label=class.to_string()/> }
                });
                view! {
                    <li class="surprises__row">
                        {mark}
                        <div>
                            {named(outcome, position)}
                            {lines.collect_view()}
                        </div>
                    </li>
                }
                .into_any()
            };
            told.map(|each| row(each.position)).collect_view()
        })
    };
    let more = move || {
        let n = found.with(|found| found.list.len()).saturating_sub(TOLD);
        (n > 0).then(|| {
            view! {
                <p class="note">
                    <button class="say-link" on:click=move |_| screen.show(Filter::Surprise)>
                        {(texts.and_more)(n)}
                    </button>
                </p>
            }
        })
    };
    let is_any = move || found.with(|found| !found.list.is_empty());
    view! {
        <Show when=is_any>
            <ul class="surprises__list">{rows}</ul>
        </Show>
        {more}
    }
}
