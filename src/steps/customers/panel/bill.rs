//! The sum of one customer, each line with where it comes from.

use abc_core::customers::Grade;
use abc_core::money::Cents;
use leptos::prelude::*;

use super::super::assumed::known_months;
use super::super::screen::{Entry, Screen};
use crate::components::{Fact, Facts, PanelPart};
use crate::i18n::{self, Format, catalog::CustomersTexts};
use crate::state::derived::Outcome;

/// A line of the sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    name: String,
    source: Option<&'static str>,
    /// `None` is unknown.
    pub(super) amount: Option<Cents>,
    is_sum: bool,
}

#[component]
pub(super) fn Bill(customer: u32) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().customers, locale.format());
    let outcome = Screen::expect().derived.outcome;
    let lines = Memo::new(move |_| {
        outcome.with(|outcome| lines_of(outcome, customer, texts, format).unwrap_or_default())
    });
    let heading = Signal::derive(move || {
        let months = outcome.with(|outcome| known_months(&outcome.project.cost_model));
        (texts.bill)(months)
    });
    let line = move |line: Line| {
        let is_negative = line.amount.is_some_and(|amount| amount.0 < 0) && line.is_sum;
        let amount = line
            .amount
            .map_or_else(|| texts.unknown.to_owned(), |amount| format.cents(amount));
        let source = line.source.map(str::to_owned);
        match source {
            Some(source) => view! {
                <Fact name=line.name source=source sum=line.is_sum>{amount}</Fact>
            }
            .into_any(),
            None => view! {
                <Fact name=line.name sum=line.is_sum>
                    <span class:neg=is_negative>{amount}</span>
                </Fact>
            }
            .into_any(),
        }
    };
    view! {
        <PanelPart heading>
            <Facts>{move || lines.get().into_iter().map(line).collect_view()}</Facts>
        </PanelPart>
    }
}

fn source(grade: Grade, recorded: &'static str, texts: &CustomersTexts) -> &'static str {
    match grade {
        Grade::Recorded => recorded,
        Grade::Estimated => texts.estimated,
        Grade::Assumed => texts.assumed,
    }
}

/// The lines; the attention line takes the cent that rounding leaves, so that they add up.
pub(super) fn lines_of(
    outcome: &Outcome,
    customer: u32,
    texts: &CustomersTexts,
    format: Format,
) -> Option<Vec<Line>> {
    let Entry { input, found, .. } = Entry::of(outcome, customer)?;
    let cents = |euros: f64| Cents::from_euros(euros);
    let minus = |amount: Cents| Cents(-amount.0);
    let revenue = input.revenue.map(cents);
    let direct = input.direct_cost.map(|euros| minus(cents(euros)));
    let other = minus(cents(input.other_cost));
    let sum = found.cm2.map(cents);
    let attention = match (revenue, direct, sum) {
        (Some(revenue), Some(direct), Some(sum)) => {
            Some(Cents(sum.0 - revenue.0 - direct.0 - other.0))
        }
        _ => input
            .hours
            .map(|hours| minus(cents(hours * outcome.project.cost_model.rate()))),
    };
    let hours = input
        .hours
        .map_or_else(|| texts.unknown.to_owned(), |hours| format.short(hours, 2));
    let rate = format.money(outcome.project.cost_model.rate());
    let line = |name: &str, source: Option<&'static str>, amount: Option<Cents>| Line {
        name: name.to_owned(),
        source: source.filter(|_| amount.is_some()),
        amount,
        is_sum: false,
    };
    let cost_source = source(input.cost_grade, texts.booked, texts);
    let hours_source = source(input.hours_grade, texts.from_hours, texts);
    let mut lines = vec![
        line(texts.revenue, Some(texts.booked), revenue),
        line(texts.direct_cost, Some(cost_source), direct),
        line(
            &(texts.attention_cost)(&hours, &rate),
            Some(hours_source),
            attention,
        ),
    ];
    if other != Cents::ZERO {
        lines.push(line(texts.other_cost, Some(texts.booked), Some(other)));
    }
    lines.push(Line {
        is_sum: true,
        ..line(texts.contribution, None, sum)
    });
    Some(lines)
}
