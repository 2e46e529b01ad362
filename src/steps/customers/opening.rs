//! The opening sentence, and what it rests on.

use abc_core::classify::summary::Summary;
use abc_core::money::Cents;
use leptos::prelude::*;

use super::assumed::{hours_that_make_all_c, is_time_assumed, lacks, spread_of_assumed_hours};
use super::figures::{FEW, opening_figures};
use super::reckoning::ReckoningLine;
use super::screen::Screen;
use crate::components::Opening;
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
    let certainty = &locale.catalog().certainty;
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
            let n_without = sums.n_unclassified;
            let without = (n_without > 0).then(|| (texts.n_without_class)(n_without));
            let months = outcome.project.cost_model.known_months();
            let short = months.filter(|months| *months < SHORT_MONTHS);
            let short = short.map(texts.short_period);
            let books = books_result(outcome, &sums).map(|(contribution, result)| {
                let [contribution, result] =
                    [contribution, result].map(|euros| format.money_whole(euros));
                (texts.books_result)(&contribution, &result)
            });
            few.into_iter()
                .chain(short)
                .chain(provisional)
                .chain(without)
                .chain(books)
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
        let assumed = outcome.with(|outcome| {
            let is_some_assumed = outcome.inputs.iter().any(is_time_assumed);
            is_some_assumed.then(|| spread_of_assumed_hours(outcome, format))
        });
        let rests_on = (certainty.rests_on)(n_near, n_runs, assumed.as_deref());
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
