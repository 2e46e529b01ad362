//! Weights and limits; every move classifies at once and says who changed.

mod weighing;

use std::sync::Arc;

use abc_core::classify::{ContributionMin, MarginMin, Policy};
use abc_core::customers::Class;
use abc_core::money::Cents;
use leptos::prelude::*;

use super::screen::{Entry, Screen, letter_of};
use crate::components::{
    Button, ButtonKind, Input, InputKind, Klas, Misfit, Panel, PanelFirst, PanelPart, Slide,
};
use crate::i18n;
use crate::platform::viewport;
use crate::state::actions::costs::set_cost_model;
use crate::state::actions::customers::{self, move_policy, set_policy};
use crate::state::derived::changes;
use weighing::{Helpers, WordsNow};

/// This many of those who change are named per kind of change.
const NAMED: usize = 5;
/// The most that an hour or an account may cost, in euros: a slip of the finger, not a limit.
const MOST_EUROS: f64 = 1_000_000.0;

/// The drawer, in the place of the explanation.
#[component]
pub(super) fn Drawer() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().customers, locale.format());
    let screen = Screen::expect();
    let project = screen.project;
    let policy = Memo::new(move |_| project.get().policy.clone());
    let weights = move || {
        let names = texts.criteria.into_iter().enumerate();
        names
            .map(|(at, name)| view! { <Weight at name policy/> })
            .collect_view()
    };
    let let_go = move |_: f64| project.end_gesture();
    let is_default = Signal::derive(move || policy.with(|policy| *policy == Policy::default()));
    view! {
        <div class="customers__side">
            <Panel
                heading=texts.limits
                close_label=texts.close_limits
                covers=screen.is_narrow
                on_close=move |()| {
                    screen.session.is_drawer_open.set(false);
                    viewport::focus_after(".tools__end [aria-expanded]");
                }
            >
                <WhoChanges/>
                <PanelPart heading=texts.weights>{weights()}</PanelPart>
                <Helpers/>
                <PanelPart heading=texts.limits_a>
                    <Slide
                        label=texts.floor
                        value=Signal::derive(move || policy.with(|policy| policy.floor))
                        text=Signal::derive(move || {
                            format.short(policy.with(|policy| policy.floor), 1)
                        })
                        on_input=move |value: f64| move_policy(project, |policy| policy.floor = value)
                        on_change=let_go
                    />
                    <Slide
                        label=texts.cut
                        value=Signal::derive(move || policy.with(|policy| policy.a_cut))
                        text=Signal::derive(move || {
                            format.short(policy.with(|policy| policy.a_cut), 1)
                        })
                        on_input=move |value: f64| move_policy(project, |policy| policy.a_cut = value)
                        on_change=let_go
                    />
                </PanelPart>
                <PanelPart heading=texts.limits_c>
                    <HourCost/>
                    <LeastContribution/>
                    <LeastMargin/>
                    <p class="note">{texts.ours}</p>
                </PanelPart>
                <p>
                    <Button
                        disabled=is_default
                        on_press=move |()| set_policy(project, |policy| *policy = Policy::default())
                    >
                        {texts.reset}
                    </Button>
                </p>
            </Panel>
        </div>
    }
}

#[component]
fn Weight(at: usize, name: &'static str, policy: Memo<Policy>) -> impl IntoView {
    let locale = i18n::locale();
    let format = locale.format();
    let project = Screen::expect().project;
    let weight = Signal::derive(move || {
        let weight = policy.with(|policy| policy.weights.get(at).copied());
        // Whole steps: 0.25 is 25 however it is stored.
        (weight.unwrap_or_default() * 1e4).round() / 1e2
    });
    let on_input = move |value: f64| {
        move_policy(project, |policy| {
            if let Some(weight) = policy.weights.get_mut(at) {
                *weight = value / 100.0;
            }
        });
    };
    view! {
        <Slide
            label=name
            value=weight
            text=Signal::derive(move || format.short(weight.get(), 1))
            on_input
            on_change=move |_: f64| project.end_gesture()
        />
    }
}

/// Who changed class since the drawer was opened, and the way back.
#[component]
fn WhoChanges() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().customers, locale.format());
    let screen = Screen::expect();
    let before = StoredValue::new(screen.derived.outcome.get_untracked());
    let changed = Memo::new(move |_| {
        let after = screen.derived.outcome.get();
        let before = before.get_value();
        let is_same_list = Arc::ptr_eq(&before.project.customers, &after.project.customers);
        if is_same_list {
            changes(&before, &after)
        } else {
            Vec::new()
        }
    });
    let is_moved = Memo::new(move |_| {
        let now = screen.project.get();
        before.with_value(|before| {
            before.project.policy != now.policy || before.project.cost_model != now.cost_model
        })
    });
    let put_back = move || {
        before.with_value(|before| {
            let before = &before.project;
            customers::put_back(screen.project, &before.policy, &before.cost_model);
        });
    };
    let kinds = move || {
        changed.with(|changed| {
            let mut kinds: Vec<(Option<Class>, Option<Class>, Vec<u32>)> = Vec::new();
            for (position, from, to) in changed {
                match kinds
                    .iter_mut()
                    .find(|kind| (kind.0, kind.1) == (*from, *to))
                {
                    Some(kind) => kind.2.push(*position),
                    None => kinds.push((*from, *to, vec![*position])),
                }
            }
            kinds
        })
    };
    let mark = move |class: Option<Class>| {
        let label = (texts.klas)(class, false, None);
        view! { <Klas letter=class.map(letter_of) label/> }
    };
    let kind_view = move |(from, to, positions): (Option<Class>, Option<Class>, Vec<u32>)| {
        let names: Vec<String> = screen.derived.outcome.with_untracked(|outcome| {
            let names = positions.iter().take(NAMED);
            names
                .filter_map(|position| Entry::of(outcome, *position))
                .map(|entry| entry.customer.name.clone())
                .collect()
        });
        let more = positions.len().saturating_sub(NAMED);
        let names = if more > 0 {
            format!("{} {}", names.join(", "), (texts.and_more)(more))
        } else {
            format.list(&names)
        };
        view! {
            <p>
                {mark(from)} " → " {mark(to)} " " {names}
            </p>
        }
    };
    let say = move || match changed.with(Vec::len) {
        0 => texts.none_change.to_owned(),
        n => (texts.n_change)(n),
    };
    view! {
        <PanelFirst>
            <p role="status">
                <b>{say}</b>
            </p>
            {move || kinds().into_iter().map(kind_view).collect_view()}
            <WordsNow/>
            <Show when=move || is_moved.get()>
                <button type="button" class="say-link" on:click=move |_| put_back()>
                    {texts.put_back}
                </button>
            </Show>
        </PanelFirst>
    }
}

/// A number that is typed, with a sentence below it: what is wrong, or what it stands for.
#[component]
fn Typed(
    label: &'static str,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] hint: Signal<String>,
    /// False: not a number that fits here.
    on_number: Callback<f64, bool>,
) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().customers, locale.format());
    let misfit = Misfit::new(value);
    let on_change = move |typed: String| {
        let is_taken = format
            .read(&typed)
            .is_some_and(|number| on_number.run(number));
        misfit.note(is_taken);
    };
    let error = misfit.says(texts.not_a_number);
    view! { <Input label value kind=InputKind::Number on_change error hint short=true/> }
}

#[component]
fn HourCost() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().customers, locale.format());
    let project = Screen::expect().project;
    let model = Memo::new(move |_| project.get().cost_model.clone());
    let value =
        Signal::derive(move || format.short(model.with(abc_core::costs::CostModel::rate), 2));
    let hint = Signal::derive(move || {
        let is_assumed = model.with(|model| model.given_rate().is_none());
        if is_assumed {
            texts.hour_assumed.to_owned()
        } else {
            String::new()
        }
    });
    let on_number = Callback::new(move |euros: f64| {
        let is_fit = (0.0..=MOST_EUROS).contains(&euros);
        if is_fit {
            set_cost_model(project, |model| {
                model.hourly_cost = Some(Cents::from_euros(euros));
            });
        }
        is_fit
    });
    view! { <Typed label=texts.hour_cost value hint on_number/> }
}

#[component]
fn LeastContribution() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().customers, locale.format());
    let screen = Screen::expect();
    let project = screen.project;
    let border = move || {
        let outcome = screen.derived.outcome;
        outcome.with(|outcome| outcome.classification.firm.contribution_min)
    };
    let kind = Memo::new(move |_| project.get().policy.contribution_min);
    let hint = Signal::derive(move || match kind.get() {
        ContributionMin::AccountHours(hours) => (texts.least_contribution_is)(
            &format.money(border()),
            &format.short(hours, 1),
            &format.money(project.get().cost_model.rate()),
        ),
        ContributionMin::Euros(_) => String::new(),
    });
    let on_number = Callback::new(move |euros: f64| {
        let is_fit = (0.0..=MOST_EUROS).contains(&euros);
        if is_fit {
            set_policy(project, |policy| {
                policy.contribution_min = ContributionMin::Euros(euros);
            });
        }
        is_fit
    });
    let default = Policy::default().contribution_min;
    let use_hours = StoredValue::new(match default {
        ContributionMin::AccountHours(hours) => (texts.use_hours)(&format.short(hours, 1)),
        ContributionMin::Euros(euros) => format.money(euros),
    });
    let back = move |()| set_policy(project, |policy| policy.contribution_min = default);
    view! {
        <Typed
            label=texts.least_contribution
            value=Signal::derive(move || format.short(border(), 2))
            hint
            on_number
        />
        <Show when=move || matches!(kind.get(), ContributionMin::Euros(_))>
            <Button kind=ButtonKind::Plain on_press=back>{use_hours.get_value()}</Button>
        </Show>
    }
}

#[component]
fn LeastMargin() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().customers, locale.format());
    let screen = Screen::expect();
    let project = screen.project;
    let border = move || {
        let outcome = screen.derived.outcome;
        outcome.with(|outcome| outcome.classification.firm.margin_min)
    };
    let kind = Memo::new(move |_| project.get().policy.margin_min);
    let hint = Signal::derive(move || match kind.get() {
        MarginMin::FactorOfFirm(_) => (texts.least_margin_is)(&format.percent1(border())),
        MarginMin::Share(_) => String::new(),
    });
    let on_number = Callback::new(move |percent: f64| {
        let is_fit = (0.0..=100.0).contains(&percent);
        if is_fit {
            set_policy(project, |policy| {
                policy.margin_min = MarginMin::Share(percent / 100.0);
            });
        }
        is_fit
    });
    let back = move |()| {
        set_policy(project, |policy| {
            policy.margin_min = Policy::default().margin_min;
        });
    };
    view! {
        <Typed
            label=texts.least_margin
            value=Signal::derive(move || format.short(border() * 100.0, 1))
            hint
            on_number
        />
        <Show when=move || matches!(kind.get(), MarginMin::Share(_))>
            <Button kind=ButtonKind::Plain on_press=back>{texts.use_half}</Button>
        </Show>
    }
}
