//! Four scores on one scale, the ranks behind them, and the two ratings the owner gives.

use abc_core::chart::ScoreRow;
use abc_core::classify::{Criterion, Status};
use abc_core::customers::{Grade, Rating};
use leptos::prelude::*;

use super::super::assumed::{grade_of, name_of_figure};
use super::super::grid::RatingOf;
use super::super::pictures::rank_pairs;
use super::super::screen::{Entry, Screen};
use crate::charts::ScoresChart;
use crate::i18n;

#[component]
pub(super) fn Scores(customer: u32) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().customers, locale.format());
    let outcome = Screen::expect().derived.outcome;
    let rows = Memo::new(move |_| {
        outcome.with(|outcome| {
            let entry = Entry::of(outcome, customer);
            let scores = entry.map(|entry| entry.found.scores).unwrap_or_default();
            let is_assumed = entry.is_some_and(|entry| grade_of(entry.input) == Grade::Assumed);
            let rows = Criterion::ALL.into_iter().zip(texts.criteria).zip(scores);
            rows.map(|((criterion, name), value)| ScoreRow {
                name: name_of_figure(name, is_assumed && criterion == Criterion::Profit, texts),
                value,
                text: value.map_or_else(
                    || texts.unknown.to_owned(),
                    |value| format.decimals(value, 0),
                ),
            })
            .collect::<Vec<_>>()
        })
    });
    let floor = Memo::new(move |_| outcome.with(|outcome| outcome.project.policy.floor));
    let floor_text = move || format.decimals(floor.get(), 0);
    let label = move || {
        rows.with(|rows| {
            let criteria = Criterion::ALL.into_iter().map(texts.criterion);
            let scores: Vec<(&'static str, String)> = criteria
                .zip(rows)
                .map(|(name, row)| (name, row.text.clone()))
                .collect();
            (texts.scores_label)(&floor_text(), &scores)
        })
    };
    let note = Memo::new(move |_| {
        outcome.with(|outcome| {
            let pairs = rank_pairs(outcome);
            let pair = pairs.iter().find(|pair| pair.position == customer);
            let ranks = pair.map(|pair| (texts.ranks)(pair.revenue_rank, pair.profit_rank));
            let found = Entry::of(outcome, customer)?.found;
            let is_told = !matches!(found.status, Status::Inactive | Status::NoRevenueKnown);
            let missing = (is_told && !found.missing.is_empty())
                .then(|| (texts.missing)(&found.missing, found.possible.len() <= 1));
            let parts = ranks.into_iter().chain(missing).collect::<Vec<_>>();
            (!parts.is_empty()).then(|| parts.join(" "))
        })
    });
    let customer_name = Signal::derive(move || {
        outcome.with(|outcome| {
            Entry::of(outcome, customer)
                .map(|entry| entry.customer.name.clone())
                .unwrap_or_default()
        })
    });
    let rating = move |criterion: Criterion| {
        Signal::derive(move || {
            outcome.with(|outcome| {
                let input = Entry::of(outcome, customer)?.input;
                let rating = match criterion {
                    Criterion::Relationship => input.relationship,
                    _ => input.potential,
                };
                rating.map(Rating::value)
            })
        })
    };
    let [_, _, potential, relationship] = texts.criteria;
    let ratings = [
        (potential, Criterion::Potential),
        (relationship, Criterion::Relationship),
    ]
    .into_iter()
    .map(|(title, criterion)| {
        view! {
            <span class="line">
                {title}
                <RatingOf customer criterion name=customer_name value=rating(criterion)/>
            </span>
        }
    })
    .collect_view();
    // Who has no revenue is not compared, so there is nothing to draw.
    let is_scored =
        Memo::new(move |_| rows.with(|rows| rows.iter().any(|row| row.value.is_some())));
    view! {
        <div class="flow">
            <Show when=move || is_scored.get()>
                <ScoresChart
                    rows
                    floor=Signal::from(floor)
                    floor_label=Signal::derive(move || (texts.floor_at)(&floor_text()))
                    label=Signal::derive(label)
                />
            </Show>
            {move || note.get().map(|note| view! { <p class="note">{note}</p> })}
            <div class="line customers__ratings">{ratings}</div>
        </div>
    }
}
