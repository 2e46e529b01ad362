//! The cost model: the few numbers that turn revenue into contribution, with effect at once.

use abc_core::customers::Grade;
use abc_core::money::Cents;
use leptos::prelude::*;

use crate::components::{Input, InputKind, Section};
use crate::i18n;
use crate::state::actions::customers::set_cost_model;
use crate::state::{Derived, ProjectState};

/// A number as a person writes it, with a decimal comma or point; `None` for anything else.
fn number_of(text: &str) -> Option<f64> {
    let plain = text.trim().trim_start_matches('€').trim().replace(',', ".");
    plain
        .parse::<f64>()
        .ok()
        .filter(|number| number.is_finite() && *number >= 0.0)
}

/// What the user typed into a field of the cost model.
#[derive(Clone, Copy, PartialEq)]
enum Typed {
    /// Emptied: back to our default.
    Default,
    /// A number in range.
    Number(f64),
    /// Anything else: the value in force stays.
    Wrong,
}

fn typed(text: &str, most: f64) -> Typed {
    if text.trim().is_empty() {
        return Typed::Default;
    }
    number_of(text)
        .filter(|number| *number <= most)
        .map_or(Typed::Wrong, Typed::Number)
}

/// Cost of an hour, share of direct cost, months; and where the hours come from.
#[component]
pub(super) fn Costs() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().data, locale.format());
    let project = ProjectState::expect();
    let model = Memo::new(move |_| project.get().cost_model.clone());
    let wrong = RwSignal::new([false; 3]);
    let error = move |field: usize| {
        Signal::derive(move || {
            wrong
                .with(|wrong| wrong.get(field).copied().unwrap_or(false))
                .then(|| texts.not_a_number.to_owned())
        })
    };
    let mark = move |field: usize, is_wrong: bool| {
        wrong.update(|wrong| {
            if let Some(slot) = wrong.get_mut(field) {
                *slot = is_wrong;
            }
        });
    };
    let on_rate = move |text: String| {
        let typed = typed(&text, 10_000.0);
        mark(0, typed == Typed::Wrong);
        match typed {
            Typed::Default => set_cost_model(project, |model| model.hourly_cost = None),
            Typed::Number(euros) => {
                set_cost_model(project, |model| {
                    model.hourly_cost = Some(Cents::from_euros(euros))
                });
            }
            Typed::Wrong => {}
        }
    };
    let on_share = move |text: String| {
        let typed = typed(text.trim().trim_end_matches('%'), 100.0);
        mark(1, typed == Typed::Wrong);
        match typed {
            Typed::Default => set_cost_model(project, |model| model.direct_cost_permille = None),
            Typed::Number(percent) => set_cost_model(project, |model| {
                model.direct_cost_permille = Some((percent * 10.0).round() as u16);
            }),
            Typed::Wrong => {}
        }
    };
    let on_months = move |text: String| {
        let months = number_of(&text).filter(|m| (1.0..=600.0).contains(m) && m.fract() == 0.0);
        mark(2, months.is_none());
        if let Some(months) = months {
            set_cost_model(project, |model| {
                model.months = months as u16;
                model.months_assumed = false;
            });
        }
    };
    let rate = Signal::derive(move || {
        model
            .get()
            .hourly_cost
            .map_or_else(String::new, |cents| format.cents(cents))
    });
    let share = Signal::derive(move || {
        model
            .get()
            .direct_cost_permille
            .map_or_else(String::new, |permille| {
                format.short(f64::from(permille) / 10.0, 1)
            })
    });
    let months = Signal::derive(move || model.get().months.to_string());
    view! {
        <Section heading=texts.cost_title>
            <div class="cols" id="costs" tabindex="-1">
                <div class="w5 section">
                    <Input
                        label=texts.cost_rate
                        value=rate
                        kind=InputKind::Number
                        on_change=on_rate
                        error=error(0)
                        hint=Signal::stored(texts.cost_rate_hint.to_owned())
                    />
                    <Input
                        label=texts.cost_share
                        value=share
                        kind=InputKind::Number
                        on_change=on_share
                        error=error(1)
                        hint=Signal::stored(texts.cost_share_hint.to_owned())
                    />
                    <Input
                        label=texts.months
                        value=months
                        kind=InputKind::Number
                        on_change=on_months
                        error=error(2)
                        hint=Signal::stored(texts.months_hint.to_owned())
                    />
                </div>
                <div class="w7 section">
                    <HoursByOrigin/>
                </div>
            </div>
        </Section>
    }
}

/// Customers, hours and their cost by how the hours are known.
#[component]
fn HoursByOrigin() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().data, locale.format());
    let derived = Derived::expect();
    let rows = move || {
        let outcome = derived.outcome.get();
        let rate = outcome.project.cost_model.rate();
        let sum = |grade: Option<Grade>| {
            outcome
                .inputs
                .iter()
                .filter(|inputs| grade.is_none_or(|grade| inputs.hours_grade == grade))
                .filter_map(|inputs| inputs.hours)
                .fold((0_i64, 0.0), |(n, hours), more| (n + 1, hours + more))
        };
        let line = |name: &'static str, is_soft: bool, grade: Option<Grade>| {
            let (n, hours) = sum(grade);
            view! {
                <tr>
                    <th scope="row">
                        <span class=("est", is_soft)>{name}</span>
                    </th>
                    <td class="num">{format.count(n)}</td>
                    <td class="num">{format.decimals(hours, 2)}</td>
                    <td class="num">{format.decimals(hours * rate, 2)}</td>
                </tr>
            }
        };
        let total = line(texts.total, false, None);
        view! {
            <tbody>
                {line(texts.hours_known, false, Some(Grade::Recorded))}
                {line(texts.hours_estimated, true, Some(Grade::Estimated))}
                {line(texts.hours_assumed, true, Some(Grade::Assumed))}
            </tbody>
            <tfoot>{total}</tfoot>
        }
    };
    view! {
        <table class="plain">
            <caption class="sr">{texts.cost_title}</caption>
            <thead>
                <tr>
                    <td></td>
                    <th scope="col" class="num">{texts.cost_col_customers}</th>
                    <th scope="col" class="num">{texts.cost_col_hours}</th>
                    <th scope="col" class="num">{texts.cost_col_cost}</th>
                </tr>
            </thead>
            {rows}
        </table>
    }
}

#[cfg(test)]
mod tests {
    use super::{Typed, typed};

    #[test]
    fn a_field_takes_comma_and_point_and_refuses_the_rest() {
        let cases = [
            ("62", Typed::Number(62.0)),
            ("62,50", Typed::Number(62.5)),
            ("€ 62.5", Typed::Number(62.5)),
            ("  ", Typed::Default),
            ("-3", Typed::Wrong),
            ("zestig", Typed::Wrong),
            ("NaN", Typed::Wrong),
            ("101", Typed::Wrong),
        ];
        for (text, expected) in cases {
            assert!(typed(text, 100.0) == expected, "{text}");
        }
    }
}
