//! Where the hours of customers come from, what they cost, and whether they fit in those there are.

use abc_core::costs::{Reconciliation, reconciliation_from};
use abc_core::customers::{Grade, SECONDS_PER_HOUR};
use leptos::prelude::*;

use crate::components::Notice;
use crate::i18n::{self, Format, catalog::CostsTexts};
use crate::state::actions::costs::{fit_estimates, set_cost_model};
use crate::state::derived::Outcome;
use crate::state::{Derived, ProjectState};

/// A line of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Line {
    name: &'static str,
    is_soft: bool,
    is_negative: bool,
    customers: String,
    hours: String,
    cost: String,
    range: String,
}

/// The table as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Printed {
    lines: Vec<Line>,
    total: Line,
}

/// What customers take, per year.
#[derive(Clone, Copy, Default)]
struct Taken {
    n: usize,
    hours: f64,
    cost: f64,
    range: f64,
}

fn taken(outcome: &Outcome, grade: Option<Grade>) -> Taken {
    let model = &outcome.project.cost_model;
    let (rate, uncertainty) = (model.rate(), model.uncertainty);
    let mut taken = Taken::default();
    for input in outcome.inputs.iter() {
        let Some(hours) = input.hours else { continue };
        if grade.is_some_and(|grade| grade != input.hours_grade) {
            continue;
        }
        let cost = hours * input.rate_or(rate);
        taken.n += 1;
        taken.hours += hours;
        taken.cost += cost;
        taken.range += cost * uncertainty.of_hours(input.hours_grade);
    }
    taken
}

fn printed(outcome: &Outcome, texts: &CostsTexts, format: Format) -> Printed {
    let line = |name: &'static str, grade: Option<Grade>| {
        let taken = taken(outcome, grade);
        Line {
            name,
            is_soft: grade.is_some_and(|grade| grade != Grade::Recorded),
            is_negative: false,
            customers: format.count(taken.n),
            hours: format.decimals(taken.hours, 2),
            cost: format.decimals(taken.cost, 2),
            range: format.decimals(taken.range, 0),
        }
    };
    let grades = [Grade::Recorded, Grade::Estimated, Grade::Assumed];
    let mut lines: Vec<Line> = grades
        .map(|grade| line((texts.hours_of)(grade), Some(grade)))
        .into();
    let model = &outcome.project.cost_model;
    let Some(available) = model.capacity.hours() else {
        return Printed {
            lines,
            total: line(texts.total, None),
        };
    };
    let at_rate = |name: &'static str, hours: f64| Line {
        name,
        is_negative: hours < 0.0,
        hours: format.decimals(hours, 2),
        cost: format.decimals(hours * model.rate(), 2),
        ..Line::default()
    };
    let found = reconciliation_from(&outcome.inputs, available);
    let (name, unassigned) = if found.is_short() {
        (texts.too_many, found.unassigned)
    } else {
        (texts.unused, found.unassigned.max(0.0))
    };
    lines.push(at_rate(name, unassigned));
    let without_customer = without_customer(outcome);
    if without_customer > 0.0 && unassigned > 0.0 {
        lines.push(at_rate(texts.without_customer, without_customer));
    }
    Printed {
        lines,
        total: at_rate(texts.available, available),
    }
}

/// Registered hours of nobody, brought to a year.
fn without_customer(outcome: &Outcome) -> f64 {
    let project = &outcome.project;
    let seconds = project.joined.unassigned.seconds as f64;
    seconds / SECONDS_PER_HOUR * project.cost_model.hours_per_year()
}

/// The table with what it means.
#[component]
pub(super) fn HoursThatFit() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().costs, locale.format());
    let outcome = Derived::expect().outcome;
    let printed = Memo::new(move |_| outcome.with(|outcome| printed(outcome, texts, format)));
    let body = move || {
        let Printed { lines, total } = printed.get();
        view! {
            <tbody>{lines.into_iter().map(row).collect_view()}</tbody>
            <tfoot>{row(total)}</tfoot>
        }
        .into_any()
    };
    view! {
        <table class="plain">
            <thead>
                <tr>
                    <th scope="col">{texts.col_hours_of}</th>
                    <th scope="col" class="num">{texts.col_customers}</th>
                    <th scope="col" class="num">{texts.col_hours}</th>
                    <th scope="col" class="num">{texts.col_cost}</th>
                    <th scope="col" class="num wide">{texts.col_range}</th>
                </tr>
            </thead>
            {body}
        </table>
        <Meaning/>
    }
    .into_any()
}

fn row(line: Line) -> AnyView {
    view! {
        <tr>
            <th scope="row"><span class=("est", line.is_soft)>{line.name}</span></th>
            <td class="num">{line.customers}</td>
            <td class="num"><span class=("neg", line.is_negative)>{line.hours}</span></td>
            <td class="num"><span class=("neg", line.is_negative)>{line.cost}</span></td>
            <td class="num wide">{line.range}</td>
        </tr>
    }
    .into_any()
}

/// Unused hours, or more hours than people, and what the user can do or did about it.
#[component]
fn Meaning() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().costs, locale.format());
    let project = ProjectState::expect();
    let outcome = Derived::expect().outcome;
    let found = Memo::new(move |_| {
        outcome.with(|outcome| {
            let available = outcome.project.cost_model.capacity.hours()?;
            Some(reconciliation_from(&outcome.inputs, available))
        })
    });
    let scale = Memo::new(move |_| project.get().cost_model.estimates_scale);
    let said = move || {
        found
            .get()
            .map(|found| said_of(&found, project, texts, format))
    };
    let made_fit = move || {
        scale.get().map(|scale| {
            let on_click = move |_| set_cost_model(project, |model| model.estimates_scale = None);
            view! {
                <p class="line">
                    <span class="note">{(texts.made_fit)(&format.short(scale, 2))}</span>
                    <button class="button" on:click=on_click>{texts.unmake_fit}</button>
                </p>
            }
        })
    };
    view! {
        {said}
        {made_fit}
    }
}

fn said_of(
    found: &Reconciliation,
    project: ProjectState,
    texts: &'static CostsTexts,
    format: Format,
) -> AnyView {
    if !found.is_short() {
        let hours = format.short(found.unassigned.max(0.0), 0);
        return view! { <p class="note">{(texts.unused_said)(&hours)}</p> }.into_any();
    }
    let hours = format.short(-found.unassigned, 0);
    let factor = found.scale.filter(|scale| *scale > 0.0);
    let offer = factor.map(|factor| {
        view! {
            <button class="button" on:click=move |_| fit_estimates(project, factor)>
                {(texts.make_fit)(&format.short(factor, 2))}
            </button>
        }
    });
    let alone = factor.is_none().then_some(texts.registered_too_many);
    view! {
        <Notice>
            <p>{(texts.too_many_said)(&hours)} " " {alone}</p>
            {offer.map(|offer| view! { <p>{offer}</p> })}
        </Notice>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use abc_core::customers::Customer;
    use abc_core::money::Cents;
    use abc_core::project::Project;

    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn hours_add_up_to_those_there_are() {
        let customer = |hours: Option<f64>| Customer {
            name: format!("{hours:?}"),
            revenue: Some(Cents(100_000)),
            hours,
            ..Customer::default()
        };
        let mut project = Project::of_customers([customer(Some(10.0)), customer(None)]);
        let texts = &Locale::Nl.catalog().costs;
        let lines = |project: &Project| {
            let outcome = Outcome::of(Arc::new(project.clone()));
            let Printed { mut lines, total } = printed(&outcome, texts, Locale::Nl.format());
            lines.push(total);
            let shown = lines.into_iter().map(|line| (line.hours, line.cost));
            shown.collect::<Vec<_>>()
        };
        let pair = |hours: &str, cost: &str| (hours.to_owned(), cost.to_owned());
        let known = [
            pair("10,00", "600,00"),
            pair("0,00", "0,00"),
            pair("8,00", "480,00"),
        ];
        let without_people = lines(&project);
        assert_eq!(without_people[..3], known);
        assert_eq!(without_people[3..], [pair("18,00", "1.080,00")]);

        project.cost_model.capacity.fte = Some(0.01);
        let few_people = lines(&project);
        assert_eq!(
            few_people[3..],
            [
                pair("\u{2212}3,92", "\u{2212}235,20"),
                pair("14,08", "844,80")
            ]
        );
    }
}
