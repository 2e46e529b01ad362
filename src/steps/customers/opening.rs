//! The opening sentence, and what it rests on.

use leptos::prelude::*;

use super::assumed::{hours_that_make_all_c, lacks};
use super::figures::{FEW, opening_figures};
use super::reckoning::ReckoningLine;
use super::screen::Screen;
use crate::components::Opening;
use crate::i18n;
use crate::state::Turn;
use crate::steps::place::{open_questions, place_of};
use crate::steps::sentence::Sentence;

/// Figures of fewer months than this say little about a year.
const SHORT_MONTHS: u16 = 6;

/// What the figures mean for this firm, in one sentence.
#[component]
pub(super) fn Finding() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().customers, locale.format());
    let certainty = &locale.catalog().certainty;
    let screen = Screen::expect();
    let outcome = screen.turns.outcome(Turn::Finding);
    let spans = Memo::new(move |_| {
        let sums = screen.sums.get();
        outcome.with(|outcome| {
            let mut spans = (texts.opening)(&opening_figures(&sums, outcome, format));
            spans.extend(open_questions(&outcome.project, &locale.catalog().data));
            spans
        })
    });
    let on_link = move |target: &'static str| screen.follow(target);
    let place = Memo::new(move |_| place_of(&screen.project.get(), locale));
    let is_bare = Memo::new(move |_| outcome.with(|outcome| outcome.is_revenue_alone()));
    let bare = move || {
        is_bare.get().then(|| {
            let spans = Signal::derive(move || (texts.only_revenue)());
            view! { <p class="opening__more"><Sentence spans on_link/></p> }
        })
    };
    let all_c = Memo::new(move |_| {
        let sums = screen.sums.get();
        outcome.with(|outcome| hours_that_make_all_c(&sums, outcome))
    });
    let all_c = move || {
        all_c.get().map(|hours| {
            let spans = Signal::derive(move || (texts.all_c)(hours));
            view! { <p class="opening__more"><Sentence spans on_link/></p> }
        })
    };
    let has_revenue = screen.has_revenue;
    let small = Memo::new(move |_| {
        outcome.with(|outcome| {
            let sums = screen.sums.get();
            let few = (sums.total.n < FEW).then(|| texts.few.to_owned());
            let provisional = (sums.n_provisional > 0 && !is_bare.get())
                .then(|| (texts.n_provisional)(sums.n_provisional, &lacks(outcome)));
            let months = outcome.project.cost_model.known_months();
            let short = months.filter(|months| *months < SHORT_MONTHS);
            let short = short.map(texts.short_period);
            few.into_iter()
                .chain(short)
                .chain(provisional)
                .collect::<Vec<_>>()
                .join(" ")
        })
    });
    let small = move || {
        let text = small.get();
        (!text.is_empty()).then(|| view! { <p class="note">{text}</p> })
    };
    let sure = move || {
        let certain = screen.certainty.found.get()?;
        let counts = screen.sure_counts.get()?;
        let spans = Signal::derive(move || (certainty.counts)(counts.sums(), counts.n_by_hand));
        let (n_near, n_runs) = (certain.certainties.n_near, certain.certainties.n_runs);
        let rests_on = (certainty.rests_on)(n_near, n_runs);
        Some(view! { <p class="note"><Sentence spans on_link/> " " {rests_on}</p> })
    };
    view! {
        <div class="finding">
            <Opening place>
                <Sentence spans on_link/>
            </Opening>
            {bare}
            {all_c}
            <Show when=move || has_revenue.get()>
                {small}
                {sure}
                <ReckoningLine/>
            </Show>
        </div>
    }
}
