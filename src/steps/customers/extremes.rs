//! Who brings most and who brings least, and how each is treated today (R7).

use std::sync::Arc;

use abc_core::classify::concentration::whale_from;
use abc_core::classify::explain::figures_of;
use leptos::prelude::*;

use super::assumed::{grade_of, is_soft};
use super::hints::named;
use super::pictures::{contributions, head_of};
use super::screen::{Entry, Screen, letter_of};
use crate::components::Klas;
use crate::i18n::catalog::PictureTexts;
use crate::i18n::catalog::pictures::{Brings, ExtremesFigures};
use crate::i18n::{self, Format, Locale};
use crate::state::Turn;
use crate::state::derived::Outcome;
use crate::state::session::Column;
use crate::steps::sentence::Sentence;

/// At most this many of each.
const LISTED: usize = 5;

/// Both lists, and what they come down to.
struct Found {
    /// Positions, the highest contribution first.
    best: Vec<u32>,
    /// Positions, the lowest contribution first.
    worst: Vec<u32>,
    figures: ExtremesFigures,
}

impl Found {
    /// `None` when there are not two to compare.
    fn of(outcome: &Outcome, locale: Locale) -> Option<Self> {
        let (texts, format) = (&locale.catalog().pictures, locale.format());
        let whale = whale_from(&contributions(outcome));
        // Nobody is in both lists.
        let n = LISTED.min(whale.order.len() / 2);
        let best: Vec<u32> = whale.order.iter().copied().take(n).collect();
        let worst: Vec<u32> = whale.order.iter().rev().copied().take(n).collect();
        let cm2 = |positions: &[u32]| -> f64 {
            let each = positions
                .iter()
                .filter_map(|at| Entry::of(outcome, *at)?.found.cm2);
            each.sum()
        };
        let hours_of = |positions: &[u32]| -> f64 {
            let each = positions
                .iter()
                .filter_map(|at| Entry::of(outcome, *at)?.input.hours);
            each.sum()
        };
        let all_hours = hours_of(&whale.order);
        let is_said = outcome.is_some_time_known() && all_hours > 0.0;
        let hours = is_said.then(|| {
            [&best, &worst].map(|positions| format.percent(hours_of(positions) / all_hours))
        });
        let (best_cm2, worst_cm2) = (cm2(&best), cm2(&worst));
        let is_share = whale.total > 0.0 && best_cm2 <= whale.total;
        (n > 0).then(|| Self {
            figures: ExtremesFigures {
                n,
                best: if is_share {
                    {
                        let share = format.percent(best_cm2 / whale.total);
                        Brings::Share((texts.of_profit)(&share, outcome.is_profit_assumed()))
                    }
                } else {
                    Brings::Amount(format.money_whole(best_cm2))
                },
                worst: format.money_whole(worst_cm2.abs()),
                is_loss: worst_cm2 < 0.0,
                hours,
            },
            best,
            worst,
        })
    }
}

/// The two lists beside each other.
#[component]
pub(super) fn Extremes() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().pictures, locale.format());
    let screen = Screen::expect();
    let outcome = screen.turns.outcome(Turn::Ranks);
    let content = move || {
        let outcome = outcome.get();
        let Some(found) = Found::of(&outcome, locale) else {
            return view! { <p class="note">{texts.too_few}</p> }.into_any();
        };
        let Found {
            best,
            worst,
            figures,
        } = found;
        let spans = Signal::stored((texts.extremes_say)(&figures));
        let list = |heading: String, positions: &[u32]| {
            view! {
                <div class="flow">
                    <h3>{heading}</h3>
                    {list_view(positions, &outcome, texts, format)}
                </div>
            }
        };
        view! {
            <p class="chart__say"><Sentence spans on_link=|_| ()/></p>
            <div class="cols">
                {list((texts.best)(figures.n), &best)}
                {list((texts.worst)(figures.n), &worst)}
            </div>
            <p class="note">{texts.attention_is}</p>
        }
        .into_any()
    };
    view! { <div class="flow more__lists">{content}</div> }
}

fn list_view(
    positions: &[u32],
    outcome: &Arc<Outcome>,
    texts: &PictureTexts,
    format: Format,
) -> AnyView {
    let newest = Screen::expect().turns.outcome(Turn::Ranks);
    let [name, hours, attention] = texts.extremes_head;
    let contribution = head_of(Column::Contribution, outcome, &i18n::catalog().customers);
    let rows = positions.iter().filter_map(|position| {
        let entry = Entry::of(outcome, *position)?;
        let ratio = figures_of(&outcome.inputs, &outcome.classification, *position as usize);
        let ratio = ratio.and_then(|figures| figures.attention_ratio);
        let ratio = ratio.map(|ratio| (texts.times)(&format.short(ratio, 1)));
        let is_hours_soft = is_soft(entry.input.hours_grade);
        let cm2 = entry.found.cm2.unwrap_or_default();
        let is_soft = is_soft(grade_of(entry.input));
        let mark = entry.found.class.map(letter_of);
        let label = entry.found.class.map(|class| class.to_string()).unwrap_or_default();
        Some(view! {
            <tr>
                <th scope="row">
                    <Klas letter=mark label/>
                    " "
                    {named(newest, *position)}
                </th>
                <td class="num"><span class:neg=cm2 < 0.0 class:est=is_soft>{format.euros_exact(cm2)}</span></td>
                <td class="num"><span class:est=is_hours_soft>
                    {entry.input.hours.map_or_else(|| "–".to_owned(), |hours| format.short(hours, 2))}
                </span></td>
                <td class="num"><span class:est=is_soft>{ratio.unwrap_or_else(|| "–".to_owned())}</span></td>
            </tr>
        })
    });
    view! {
        <table class="plain">
            <thead>
                <tr>
                    <th scope="col">{name}</th>
                    <th scope="col" class="num">{contribution}</th>
                    <th scope="col" class="num">{hours}</th>
                    <th scope="col" class="num">{attention}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

#[cfg(test)]
mod tests;
