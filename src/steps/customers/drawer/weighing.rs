//! Help with the weights: an order, comparisons two by two, and a second opinion on the order of customers.

use abc_core::classify::Criterion;
use abc_core::classify::weighing::{Compared, QUESTIONS, compared_from_answers, weights_by_order};
use leptos::html::Ol;
use leptos::prelude::*;

use super::super::reckoning::ReckoningLine;
use super::super::screen::{Entry, Screen};
use crate::components::{
    Button, ButtonKind, Disclosure, IconName, PanelPart, Select, SelectOption,
};
use crate::i18n;
use crate::i18n::catalog::certainty::{Differs, PairAnswer};
use crate::platform::viewport;
use crate::state::actions::customers::set_policy;
use crate::state::certainty::Reckoning;

/// The answers to a comparison, as Saaty's scale counts them: somewhat more is 3, far more is 7.
const SCALE: [(PairAnswer, f64); 5] = [
    (PairAnswer::FirstMuch, 7.0),
    (PairAnswer::FirstSome, 3.0),
    (PairAnswer::Equal, 1.0),
    (PairAnswer::SecondSome, 1.0 / 3.0),
    (PairAnswer::SecondMuch, 1.0 / 7.0),
];
/// Where the answers begin: equally important.
const EQUAL: usize = 2;

/// How many classes are solid, fair and shaky under the weights of now.
#[component]
pub(super) fn WordsNow() -> impl IntoView {
    let texts = &i18n::catalog().certainty;
    let screen = Screen::expect();
    let words = move || {
        let is_newest = screen.certainty.reckoning.get() == Reckoning::Rests;
        let counts = screen.sure_counts.get().filter(|_| is_newest)?;
        Some((texts.words_now)(counts.sums()))
    };
    view! {
        <p class="note">{words}</p>
        <ReckoningLine/>
    }
}

/// The helpers, closed until somebody wants them, and the second opinion.
#[component]
pub(super) fn Helpers() -> impl IntoView {
    let texts = &i18n::catalog().certainty;
    view! {
        <PanelPart heading=texts.help>
            <Disclosure summary=texts.by_order>
                <ByOrder/>
            </Disclosure>
            <Disclosure summary=texts.by_pairs>
                <ByPairs/>
            </Disclosure>
            <SecondOpinion/>
        </PanelPart>
    }
}

/// The four criteria, to be put in order.
#[component]
fn ByOrder() -> impl IntoView {
    let locale = i18n::locale();
    let (catalog, format) = (locale.catalog(), locale.format());
    let texts = &catalog.certainty;
    let names = catalog.customers.criteria;
    let order = RwSignal::new(Criterion::ALL.to_vec());
    let weights = Memo::new(move |_| order.with(|order| weights_by_order(order)));
    let list = NodeRef::<Ol>::new();
    // The places stay and what is in them moves: the focus goes along with it.
    let place = move |at: usize| {
        let here = move || order.with(|order| order.get(at).copied());
        let name = move || {
            let name = here().and_then(|here| names.get(here as usize).copied());
            name.unwrap_or_default()
        };
        let weight = move || {
            let share = weights.get().zip(here());
            let share = share.and_then(|(weights, here)| weights.get(here as usize).copied());
            share.map(|share| format.percent(share))
        };
        let swap = move |with: usize, button: &str| {
            order.update(|order| {
                if with < order.len() {
                    order.swap(at, with);
                }
            });
            let line = format!("li:nth-child({})", with + 1);
            if let Some(list) = list.get_untracked() {
                // The button at either end can do nothing.
                let _ = viewport::focus_in(&list, &format!("{line} {button}:not(:disabled)"))
                    || viewport::focus_in(&list, &format!("{line} button:not(:disabled)"));
            }
        };
        view! {
            <li class="line">
                <span class="weighing__name">{name}</span>
                <span class="num">{weight}</span>
                <Button
                    kind=ButtonKind::Plain
                    icon=IconName::Up
                    label=Signal::derive(move || (texts.up)(name()))
                    disabled=at == 0
                    on_press=move |()| swap(at.saturating_sub(1), "button:first-of-type")
                />
                <Button
                    kind=ButtonKind::Plain
                    icon=IconName::Down
                    label=Signal::derive(move || (texts.down)(name()))
                    disabled=at + 1 == Criterion::ALL.len()
                    on_press=move |()| swap(at + 1, "button:last-of-type")
                />
            </li>
        }
    };
    view! {
        <p class="note">{texts.by_order_how}</p>
        <ol class="weighing" node_ref=list>
            {(0..Criterion::ALL.len()).map(place).collect_view()}
        </ol>
        <TakeWeights weights/>
    }
}

/// Six comparisons.
#[component]
fn ByPairs() -> impl IntoView {
    let locale = i18n::locale();
    let (catalog, format) = (locale.catalog(), locale.format());
    let texts = &catalog.certainty;
    let answers = RwSignal::new([EQUAL; 6]);
    let compared = Memo::new(move |_| {
        let factors = answers
            .get()
            .map(|at| SCALE.get(at).map_or(1.0, |(_, factor)| *factor));
        compared_from_answers(factors)
    });
    let questions = QUESTIONS
        .into_iter()
        .enumerate()
        .map(|(at, (first, second))| {
            let options: Vec<SelectOption> = (0..)
                .zip(SCALE)
                .map(|(position, (answer, _)): (usize, _)| SelectOption {
                    value: position.to_string(),
                    text: (texts.pair_answer)(answer, first, second),
                })
                .collect();
            let value = Signal::derive(move || {
                answers.with(|answers| answers.get(at).map_or_else(String::new, usize::to_string))
            });
            let on_change = move |chosen: String| {
                answers.update(|answers| {
                    if let (Some(slot), Ok(chosen)) = (answers.get_mut(at), chosen.parse()) {
                        *slot = chosen;
                    }
                });
            };
            view! { <Select label=(texts.pair)(first, second) options value on_change/> }
        })
        .collect_view();
    let doubt = move || {
        let compared = compared.get().filter(|compared| !compared.is_consistent());
        compared.map(|compared| {
            let ratio = format.decimals(compared.consistency_ratio, 2);
            view! { <p>{(texts.inconsistent)(&ratio)}</p> }
        })
    };
    let weights = Memo::new(move |_| {
        let compared = compared.get().filter(Compared::is_consistent)?;
        <[f64; 4]>::try_from(compared.weights).ok()
    });
    let found = move || {
        weights.get().map(|weights| {
            let named = weights.into_iter().zip(catalog.customers.criteria);
            let named: Vec<String> = named
                .map(|(weight, name)| format!("{name} {}", format.percent(weight)))
                .collect();
            format!("{}.", format.list(&named))
        })
    };
    view! {
        <p class="note">{texts.by_pairs_how}</p>
        {questions}
        <div role="status">{doubt}</div>
        <p class="note">{found}</p>
        <TakeWeights weights/>
    }
}

/// Puts the weights in the place of those of now.
#[component]
fn TakeWeights(weights: Memo<Option<[f64; 4]>>) -> impl IntoView {
    let texts = &i18n::catalog().certainty;
    let project = Screen::expect().project;
    let take = move |()| {
        if let Some(weights) = weights.get_untracked() {
            set_policy(project, |policy| policy.weights = weights);
        }
    };
    view! {
        <Show when=move || weights.get().is_some()>
            <p><Button on_press=take>{texts.take_weights}</Button></p>
        </Show>
    }
}

/// How far another way of reckoning agrees with the order of now.
#[component]
fn SecondOpinion() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().certainty, locale.format());
    let certainty = Screen::expect().certainty;
    let words = Memo::new(move |_| {
        certainty.found.with(|certain| {
            let certain = certain.as_ref()?;
            let second = certain.second_opinion?;
            let differs = second.farthest.and_then(|opinion| {
                let entry = Entry::of(&certain.outcome, opinion.position)?;
                Some(Differs {
                    name: &entry.customer.name,
                    own: opinion.total_rank,
                    other: opinion.rank,
                })
            });
            let correlation = second.correlation.map(|value| format.decimals(value, 2));
            Some((texts.second_opinion)(correlation.as_deref(), differs))
        })
    });
    move || {
        words
            .get()
            .map(|words| view! { <p class="note">{words}</p> })
    }
}
