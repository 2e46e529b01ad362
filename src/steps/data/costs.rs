//! The cost model: the few numbers that turn revenue into contribution, with effect at once.

use abc_core::customers::Grade;
use abc_core::money::Cents;
use leptos::prelude::*;

use crate::components::{Input, InputKind, Section};
use crate::i18n::{self, Format};
use crate::state::actions::customers::set_cost_model;
use crate::state::{Derived, ProjectState};

/// What the user typed into a field of the cost model.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Typed {
    /// Emptied: back to our default.
    Default,
    /// A number in range.
    Number(f64),
    /// Anything else: the value in force stays.
    Wrong,
}

/// The typed text as a number from 0 to `most`.
fn typed(format: Format, text: &str, most: f64) -> Typed {
    if text.trim().is_empty() {
        return Typed::Default;
    }
    format
        .read(text)
        .filter(|number| (0.0..=most).contains(number))
        .map_or(Typed::Wrong, Typed::Number)
}

/// Cost of an hour, share of direct cost, months; and where the hours come from.
#[component]
pub(super) fn Costs() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().data, locale.format());
    let project = ProjectState::expect();
    let model = Memo::new(move |_| project.get().cost_model.clone());
    let on_rate = move |euros: Option<f64>| {
        set_cost_model(project, |model| {
            model.hourly_cost = euros.map(Cents::from_euros);
        });
        true
    };
    let on_share = move |percent: Option<f64>| {
        set_cost_model(project, |model| {
            model.direct_cost_permille = percent.map(|percent| (percent * 10.0).round() as u16);
        });
        true
    };
    // Months have no default of ours to go back to: the file or the user says them.
    let on_months = move |months: Option<f64>| {
        let Some(months) = months.filter(|months| *months >= 1.0 && months.fract() == 0.0) else {
            return false;
        };
        set_cost_model(project, |model| {
            model.months = months as u16;
            model.months_assumed = false;
        });
        true
    };
    let rate = Signal::derive(move || {
        let given = model.get().hourly_cost;
        given.map_or_else(String::new, |cents| format.cents(cents))
    });
    let share = Signal::derive(move || {
        let given = model.get().direct_cost_permille;
        given.map_or_else(String::new, |permille| {
            format.short(f64::from(permille) / 10.0, 1)
        })
    });
    let months = Signal::derive(move || model.get().months.to_string());
    view! {
        <Section heading=texts.cost_title>
            <div class="cols costs" id="costs" tabindex="-1">
                <div class="w5 section">
                    <CostField
                        label=texts.cost_rate
                        hint=texts.cost_rate_hint
                        value=rate
                        most=10_000.0
                        set=on_rate
                    />
                    <CostField
                        label=texts.cost_share
                        hint=texts.cost_share_hint
                        value=share
                        most=100.0
                        set=on_share
                    />
                    <CostField
                        label=texts.months
                        hint=texts.months_hint
                        value=months
                        most=600.0
                        set=on_months
                    />
                </div>
                <div class="w7 section">
                    <HoursByOrigin/>
                </div>
            </div>
        </Section>
    }
}

/// One number of the cost model, with a sentence when it does not fit.
#[component]
fn CostField(
    label: &'static str,
    hint: &'static str,
    value: Signal<String>,
    /// The largest number that makes sense.
    most: f64,
    /// Takes the number, or `None` for our default; answers whether it fits.
    #[prop(into)]
    set: Callback<Option<f64>, bool>,
) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().data, locale.format());
    let is_wrong = RwSignal::new(false);
    let error = Signal::derive(move || is_wrong.get().then(|| texts.not_a_number.to_owned()));
    let on_change = move |text: String| {
        let fits = match typed(format, &text, most) {
            Typed::Default => set.run(None),
            Typed::Number(number) => set.run(Some(number)),
            Typed::Wrong => false,
        };
        is_wrong.set(!fits);
    };
    view! {
        <Input
            label=label
            value=value
            kind=InputKind::Number
            on_change=on_change
            error=error
            hint=Signal::stored(hint.to_owned())
        />
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
    use crate::i18n::Locale;

    #[test]
    fn a_field_takes_what_people_write_and_refuses_the_rest() {
        let cases = [
            ("62", Typed::Number(62.0)),
            ("62,50", Typed::Number(62.5)),
            ("€ 62.5", Typed::Number(62.5)),
            ("13,2 %", Typed::Number(13.2)),
            ("  ", Typed::Default),
            ("-3", Typed::Wrong),
            ("zestig", Typed::Wrong),
            ("NaN", Typed::Wrong),
            ("101", Typed::Wrong),
        ];
        for (text, expected) in cases {
            assert_eq!(typed(Locale::Nl.format(), text, 100.0), expected, "{text}");
        }
    }
}
