//! The opening sentence, and what it rests on.

use abc_core::classify::summary::Summary;
use abc_core::customers::SECONDS_PER_HOUR;
use abc_core::money::Cents;
use leptos::prelude::*;

use super::assumed::{hours_that_make_all_c, is_time_assumed, lacks, spread_of_assumed_hours};
use super::figures::{FEW, opening_figures, without_revenue};
use super::guessing::GuessOffer;
use super::reckoning::ReckoningLine;
use super::screen::Screen;
use crate::components::{Disclosure, Opening};
use crate::i18n;
use crate::state::Turn;
use crate::state::derived::Outcome;
use crate::steps::place::{place_of, still_open};
use crate::steps::sentence::Sentence;

/// Figures of fewer months than this say little about a year.
const SHORT_MONTHS: u16 = 6;

/// What the figures mean for this firm, in one sentence.
#[component]
pub(super) fn Finding() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().customers, locale.format());
    let screen = Screen::expect();
    let outcome = screen.turns.outcome(Turn::Finding);
    let spans = Memo::new(move |_| {
        let sums = screen.sums.get();
        outcome.with(|outcome| {
            let mut spans = (texts.opening)(&opening_figures(&sums, outcome, format));
            spans.extend(still_open(&outcome.project, locale));
            spans
        })
    });
    let on_link = move |target: &'static str| screen.follow(target);
    let place = Memo::new(move |_| place_of(&screen.project.get(), locale));
    let is_bare = Memo::new(move |_| outcome.with(|outcome| outcome.is_revenue_alone()));
    let bare = move || {
        is_bare.get().then(|| {
            let is_guessed = outcome.with(|outcome| outcome.is_revenue_guessed());
            let spans = Signal::stored((texts.only_revenue)(is_guessed));
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
    // What an owner must know before the sentence is believed.
    let limits = Memo::new(move |_| {
        outcome.with(|outcome| {
            let few = (screen.sums.get().total.n < FEW).then(|| texts.few.to_owned());
            let months = outcome.project.cost_model.known_months();
            let short = months.filter(|months| *months < SHORT_MONTHS);
            let books = books_result(outcome, &screen.sums.get()).map(|(contribution, result)| {
                let [contribution, result] =
                    [contribution, result].map(|euros| format.money_whole(euros));
                (texts.books_result)(&contribution, &result)
            });
            let said = [few, short.map(texts.short_period), books];
            said.into_iter().flatten().collect::<Vec<_>>().join(" ")
        })
    });
    let limits = move || {
        let text = limits.get();
        (!text.is_empty()).then(|| view! { <p class="note">{text}</p> })
    };
    view! {
        <div class="finding">
            <Opening place beside=|| view! { <GuessOffer/> }>
                <Sentence spans on_link/>
            </Opening>
            {bare}
            {all_c}
            <Show when=move || has_revenue.get()>
                {limits}
                <Ground is_bare/>
            </Show>
        </div>
    }
}

/// How sure the classes are, and what that and they rest on, the latter a press away.
#[component]
fn Ground(
    /// Whether revenue is all that is known: then the sentence has said so.
    is_bare: Memo<bool>,
) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().customers, locale.format());
    let certainty = &locale.catalog().certainty;
    let screen = Screen::expect();
    let outcome = screen.turns.outcome(Turn::Finding);
    let on_link = move |target: &'static str| screen.follow(target);
    let n_provisional = Memo::new(move |_| {
        if is_bare.get() {
            0
        } else {
            screen.sums.get().n_provisional
        }
    });
    let rests_on = Memo::new(move |_| {
        outcome.with(|outcome| {
            let sums = screen.sums.get();
            let n_provisional = n_provisional.get();
            let provisional =
                (n_provisional > 0).then(|| (texts.n_provisional)(n_provisional, &lacks(outcome)));
            let n_without = sums.n_unclassified;
            let without = (n_without > 0)
                .then(|| (texts.n_without_class)(n_without, without_revenue(outcome)));
            let reckoned = screen.certainty.found.get().map(|certain| {
                let (n_near, n_runs) = (certain.certainties.n_near, certain.certainties.n_runs);
                let is_some_assumed = outcome.inputs.iter().any(is_time_assumed);
                let assumed = is_some_assumed.then(|| spread_of_assumed_hours(outcome, format));
                (certainty.rests_on)(n_near, n_runs, assumed.as_deref())
            });
            let seconds = outcome.project.joined.unassigned.seconds;
            let of_nobody = (seconds > 0).then(|| {
                (texts.hours_of_nobody)(&format.short(seconds as f64 / SECONDS_PER_HOUR, 2))
            });
            let parts = [provisional, without, of_nobody, reckoned];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
        })
    });
    let has_ground = Memo::new(move |_| rests_on.with(|text| !text.is_empty()));
    let sure = move || {
        screen.certainty.found.get()?;
        let counts = screen.sure_counts.get()?;
        if counts.sums().iter().sum::<usize>() == 0 {
            return None;
        }
        let spans = Signal::derive(move || (certainty.counts)(counts.sums(), counts.n_by_hand));
        Some(view! { <p class="note"><Sentence spans on_link/></p> })
    };
    view! {
        <div class="finding__ground">
            {sure} <ReckoningLine/> <Show when=move || has_ground.get()>
                <Disclosure summary=Signal::derive(move || {
                    (texts.rests_on)(n_provisional.get(), screen.sums.get().n_unclassified)
                })>
                    <p class="note">{move || rests_on.get()}</p>
                </Disclosure>
                <p class="note paper">{move || rests_on.get()}</p>
            </Show>
        </div>
    }
}

/// What all customers contribute and the result of the books, in euros per 12 months, where costs of the
/// firm itself lie between them; `None` without books, or with books that do not all count.
fn books_result(outcome: &Outcome, sums: &Summary) -> Option<(f64, f64)> {
    let project = &outcome.project;
    let spent = project.joined.ledger_cost?;
    let books = project
        .sources()
        .filter_map(|source| source.books.as_deref());
    let (revenue, cost) = books.fold((Cents::ZERO, Cents::ZERO), |(revenue, cost), books| {
        (
            revenue.saturating_add(books.revenue_cents),
            cost.saturating_add(books.cost_cents),
        )
    });
    let result = Cents(revenue.0.saturating_sub(cost.0)).euros() * project.cost_model.per_year();
    let contribution = sums.total.cm2;
    (cost == spent && contribution > result).then_some((contribution, result))
}
