//! The cost of an hour per person, where an hour registration names who worked.

use abc_core::costs::CostModel;
use abc_core::customers::{Customer, SECONDS_PER_HOUR};
use abc_core::money::Cents;
use abc_core::stats::order::largest_first;
use leptos::prelude::*;

use super::field::NumberField;
use crate::components::{Checkbox, Disclosure};
use crate::i18n::{self, Format};
use crate::state::ProjectState;
use crate::state::actions::costs::{set_cost_model, set_person_rate};

/// Somebody with hours for customers.
#[derive(Clone, Debug, PartialEq)]
struct Worked {
    name: String,
    hours: String,
}

/// A rate per person, and whether the cost of the registration itself counts; nothing where no registration
/// tells either.
#[component]
pub(super) fn PersonRates() -> impl IntoView {
    let locale = i18n::locale();
    let format = locale.format();
    let project = ProjectState::expect();
    let worked = Memo::new(move |_| {
        let now = project.get();
        worked_of(&now.customers, &now.cost_model.persons, format)
    });
    view! {
        {move || {
            let worked = worked.get();
            (!worked.is_empty()).then(|| view! { <Rates worked/> }.into_any())
        }}
        <RegisteredCost/>
    }
}

#[component]
fn Rates(worked: Vec<Worked>) -> impl IntoView {
    let texts = &i18n::catalog().costs;
    let summary = (texts.per_person)(worked.len());
    let row = |person: Worked| view! { <RateRow person/> };
    view! {
        <Disclosure summary>
            <p class="note">{texts.per_person_hint}</p>
            <div class="scroll costs__persons" tabindex="0" role="region" aria-label=texts.person>
                <table class="plain">
                    <thead>
                        <tr>
                            <th scope="col">{texts.person}</th>
                            <th scope="col" class="num">{texts.col_hours}</th>
                            <th scope="col" class="num">{texts.person_rate}</th>
                        </tr>
                    </thead>
                    <tbody>{worked.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </Disclosure>
    }
}

#[component]
fn RateRow(person: Worked) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().costs, locale.format());
    let project = ProjectState::expect();
    let shown = if person.name.is_empty() {
        texts.nobody.to_owned()
    } else {
        person.name.clone()
    };
    let label = (texts.person_rate_of)(&shown);
    let name = StoredValue::new(person.name);
    let value = Memo::new(move |_| {
        let now = project.get();
        let rate = name.with_value(|name| now.cost_model.person_rates.get(name).copied());
        rate.map_or_else(String::new, |rate| format.cents(rate))
    });
    let set = Callback::new(move |euros: Option<f64>| {
        name.with_value(|name| set_person_rate(project, name, euros.map(Cents::from_euros)));
        true
    });
    view! {
        <tr>
            <th scope="row">{shown}</th>
            <td class="num">{person.hours}</td>
            <td class="num">
                <NumberField
                    label
                    value
                    most=CostModel::MOST_HOURLY_COST.euros()
                    set
                    in_table=true
                />
            </td>
        </tr>
    }
}

/// What the registration itself says that hours cost, and whether that counts.
#[component]
fn RegisteredCost() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().costs, locale.format());
    let project = ProjectState::expect();
    let said = Memo::new(move |_| {
        let (cost, hours) = registered_cost(&project.get().customers)?;
        Some((texts.registered_cost)(
            &format.money_whole(cost),
            &format.short(hours, 1),
            &format.money(cost / hours),
        ))
    });
    let uses = Signal::derive(move || !project.get().cost_model.ignores_registered_cost);
    let on_change = move |uses: bool| {
        set_cost_model(project, |model| model.ignores_registered_cost = !uses);
    };
    move || {
        said.get().map(|said| {
            view! { <Checkbox label=said checked=uses on_change/> }
        })
    }
}

/// Who worked, most hours first.
fn worked_of(customers: &[Customer], persons: &[String], format: Format) -> Vec<Worked> {
    let mut seconds = vec![0_u64; persons.len()];
    for (person, of_person) in customers.iter().flat_map(|c| &c.seconds_by_person) {
        if let Some(sum) = seconds.get_mut(*person as usize) {
            *sum = sum.saturating_add(*of_person);
        }
    }
    let hours = seconds
        .into_iter()
        .map(|seconds| seconds as f64 / SECONDS_PER_HOUR);
    let mut worked: Vec<(f64, u32)> = hours.zip(0..).filter(|(hours, _)| *hours > 0.0).collect();
    largest_first(&mut worked);
    let named = worked.into_iter().filter_map(|(hours, person)| {
        Some(Worked {
            name: persons.get(person as usize)?.clone(),
            hours: format.decimals(hours, 2),
        })
    });
    named.collect()
}

/// Euros and hours of the customers of whom a registration tells the cost.
fn registered_cost(customers: &[Customer]) -> Option<(f64, f64)> {
    let costed = customers.iter().filter_map(Customer::costed_hours);
    costed
        .map(|(hours, cost)| (cost, hours))
        .reduce(|(cost, hours), (c, h)| (cost + c, hours + h))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    fn worked_for(seconds: &[(u32, u64)], cost: Option<i64>) -> Customer {
        let all: u64 = seconds.iter().map(|(_, seconds)| seconds).sum();
        Customer {
            hours: Some(all as f64 / 3_600.0),
            seconds_by_person: seconds.to_vec(),
            hours_cost: cost.map(Cents),
            ..Customer::default()
        }
    }

    #[test]
    fn who_worked_most_comes_first_and_the_cost_of_a_registration_is_added_up() {
        let customers = [
            worked_for(&[(0, 3_600), (1, 7_200)], Some(15_000)),
            worked_for(&[(1, 1_800)], None),
            worked_for(&[(0, 1_800)], Some(0)),
            Customer::default(),
        ];
        let persons = ["Joris".to_owned(), String::new()];
        let named = |name: &str, hours: &str| Worked {
            name: name.to_owned(),
            hours: hours.to_owned(),
        };
        assert_eq!(
            worked_of(&customers, &persons, Locale::Nl.format()),
            [named("", "2,50"), named("Joris", "1,50")]
        );
        assert_eq!(registered_cost(&customers), Some((150.0, 3.0)));
        assert_eq!(registered_cost(&customers[1..]), None);
    }
}
