//! The sum of one customer, each line with where it comes from.

use abc_core::costs::late_payment_cost;
use abc_core::customers::Grade;
use abc_core::date::MONTHS_A_YEAR;
use abc_core::money::Cents;
use leptos::prelude::*;

use super::super::assumed::{grade_of, soft_word};
use super::super::screen::{Entry, Screen};
use crate::components::{Fact, Facts, PanelPart};
use crate::i18n::{self, Format, catalog::CustomersTexts};
use crate::state::derived::Outcome;

/// A line of the sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    name: String,
    source: Option<String>,
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
        let months = outcome.with(|outcome| outcome.project.cost_model.known_months());
        (texts.bill)(months)
    });
    let line = move |line: Line| {
        let is_negative = line.amount.is_some_and(|amount| amount.0 < 0) && line.is_sum;
        let amount = line
            .amount
            .map_or_else(|| texts.unknown.to_owned(), |amount| format.cents(amount));
        match line.source {
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

fn source<'a>(grade: Grade, recorded: &'a str, texts: &CustomersTexts) -> &'a str {
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
    let Entry {
        customer: read,
        input,
        found,
    } = Entry::of(outcome, customer)?;
    let model = &outcome.project.cost_model;
    let cents = |euros: f64| Cents::from_euros(euros);
    let minus = |amount: Cents| Cents(-amount.0);
    let rate = input.rate_or(model.rate());
    let revenue = input.revenue.map(cents);
    let direct = input.direct_cost.map(|euros| minus(cents(euros)));
    let other = minus(cents(input.other_cost));
    let sum = found.cm2.map(cents);
    let attention = match (revenue, direct, sum) {
        (Some(revenue), Some(direct), Some(sum)) => {
            Some(Cents(sum.0 - revenue.0 - direct.0 - other.0))
        }
        _ => input.hours.map(|hours| minus(cents(hours * rate))),
    };
    let hours = input
        .hours
        .map_or_else(|| texts.unknown.to_owned(), |hours| format.short(hours, 2));
    let rate = format.money(rate);
    let line = |name: &str, source: Option<&str>, amount: Option<Cents>| Line {
        name: name.to_owned(),
        source: source.filter(|_| amount.is_some()).map(str::to_owned),
        amount,
        is_sum: false,
    };
    let cost_source = source(input.cost_grade, texts.booked, texts);
    let is_brought = !read.seconds_by_person.is_empty() && model.months_of_hours() != MONTHS_A_YEAR;
    let brought = is_brought.then(|| (texts.from_hours_of)(model.months_of_hours()));
    let registered = brought.as_deref().unwrap_or(texts.from_hours);
    let hours_source = source(input.hours_grade, registered, texts);
    let revenue_source = source(input.revenue_grade, texts.booked, texts);
    let mut lines = vec![
        line(texts.revenue, Some(revenue_source), revenue),
        line(texts.direct_cost, Some(cost_source), direct),
        line(
            &(texts.attention_cost)(&hours, &rate),
            Some(hours_source),
            attention,
        ),
    ];
    let days = read.days_to_pay.unwrap_or_default();
    let in_sales = input.revenue.unwrap_or_default();
    let late = late_payment_cost(in_sales, days, model.late_payment_rate());
    let late = minus(cents(late));
    if late != Cents::ZERO {
        let name = (texts.late_payment)(&format.short(days, 0));
        lines.push(line(&name, Some(texts.estimated), Some(late)));
    }
    let booked = Cents(other.0 - late.0);
    if booked != Cents::ZERO {
        lines.push(line(texts.other_cost, Some(texts.booked), Some(booked)));
    }
    let softest = soft_word(grade_of(input), texts);
    lines.push(Line {
        is_sum: true,
        ..line(texts.contribution, softest, sum)
    });
    Some(lines)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use abc_core::customers::Customer;
    use abc_core::project::Project;

    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn every_line_says_how_it_is_known_and_the_lines_add_up() {
        let customer = Customer {
            name: "Bakker".to_owned(),
            revenue: Some(Cents(3_650_000)),
            revenue_grade: Grade::Assumed,
            direct_cost: Some(Cents(100_000)),
            cost_grade: Grade::Estimated,
            hours: Some(10.0),
            seconds_by_person: vec![(0, 36_000)],
            hours_cost: Some(Cents(33_333)),
            other_cost: Cents(5_000),
            days_to_pay: Some(30.0),
            ..Customer::default()
        };
        let outcome = Outcome::of(Arc::new(Project::of_customers([customer])));
        let texts = &Locale::Nl.catalog().customers;
        let lines = lines_of(&outcome, 0, texts, Locale::Nl.format()).expect("a customer");
        let shown: Vec<_> = lines
            .iter()
            .map(|line| (line.amount.map(|amount| amount.0), line.source.as_deref()))
            .collect();
        assert_eq!(
            shown,
            [
                (Some(3_650_000), Some(texts.assumed)),
                (Some(-100_000), Some(texts.estimated)),
                (Some(-33_333), Some(texts.from_hours)),
                (Some(-24_000), Some(texts.estimated)),
                (Some(-5_000), Some(texts.booked)),
                (Some(3_487_667), Some(texts.assumed)),
            ]
        );
        let sum: i64 = shown
            .iter()
            .rev()
            .skip(1)
            .filter_map(|(amount, _)| *amount)
            .sum();
        assert_eq!(Some(sum), shown.last().and_then(|(amount, _)| *amount));
    }
}
