//! One customer with the quick questions about it, and what they make of its cost and class.

use abc_core::classify::Status;
use abc_core::costs::OwnRating;
use abc_core::customers::{Attention, Class, CustomerId, Grade, SECONDS_PER_HOUR};
use leptos::prelude::*;

use super::super::field::NumberField;
use super::ASKED;
use crate::components::{Klas, Select, SelectOption};
use crate::i18n::catalog::costs::Asked;
use crate::i18n::{self, Catalog, Format};
use crate::state::actions::costs::{Estimate, estimate};
use crate::state::derived::Outcome;
use crate::state::{Derived, ProjectState};
use crate::steps::letter::letter_of;

/// A row as it is printed.
#[derive(Clone, Debug, Default, PartialEq)]
struct Printed {
    revenue: String,
    is_revenue_guessed: bool,
    attention: Option<Attention>,
    asked: [String; 5],
    cost: String,
    grade: Option<Grade>,
    class: Option<Class>,
    mark: String,
    is_provisional: bool,
    is_by_hand: bool,
}

impl Printed {
    fn of(outcome: &Outcome, customer: u32, catalog: &Catalog, format: Format) -> Option<Self> {
        let (at, project) = (customer as usize, &outcome.project);
        let read = project.customers.get(at)?;
        let input = outcome.inputs.get(at)?;
        let found = outcome.classification.customers.get(at)?;
        let own = project.ratings.get(&CustomerId(customer));
        let own = own.copied().unwrap_or_default();
        let rate = input.rate_or(project.cost_model.rate());
        let cost = input.hours.map(|hours| hours * rate);
        let range = project.cost_model.uncertainty.of_hours(input.hours_grade);
        let is_by_hand = found.status == Status::Override;
        let is_provisional = found.status == Status::Provisional;
        let texts = &catalog.customers;
        Some(Self {
            revenue: input
                .revenue
                .map_or_else(|| texts.unknown.to_owned(), |euros| format.money(euros)),
            is_revenue_guessed: input.revenue_grade != Grade::Recorded,
            attention: own.attention.or(read.attention),
            asked: ASKED.map(|asked| answer_of(asked, &own, format)),
            cost: cost.map_or_else(
                || texts.unknown.to_owned(),
                |euros| {
                    let range = format.money_whole(euros * range);
                    (catalog.costs.about)(&format.money_whole(euros), &range)
                },
            ),
            grade: input.hours.map(|_| input.hours_grade),
            class: found.class,
            mark: (texts.klas)(
                found.class,
                is_provisional,
                found.computed.filter(|_| is_by_hand),
            ),
            is_provisional,
            is_by_hand,
        })
    }
}

/// The owner's answer as it stands in its field; empty where there is none.
fn answer_of(asked: Asked, own: &OwnRating, format: Format) -> String {
    let counted = |count: Option<u32>| count.map_or_else(String::new, |n| format.count(n));
    match asked {
        Asked::Orders => counted(own.orders),
        Asked::Visits => counted(own.visits),
        Asked::Complaints => counted(own.complaints),
        Asked::Hours => own.seconds.map_or_else(String::new, |seconds| {
            format.short(f64::from(seconds) / SECONDS_PER_HOUR, 2)
        }),
        Asked::Purchases => own.purchases_permille.map_or_else(String::new, |permille| {
            format.short(f64::from(permille) / 10.0, 1)
        }),
    }
}

/// What a typed number answers; `None` where it is no answer.
fn estimate_of(asked: Asked, number: Option<f64>) -> Option<Estimate> {
    // More than `u32` is held at its end, and refused there.
    let count = number.map(|number| number as u32);
    let is_whole = number.is_none_or(|number| number.fract() == 0.0);
    match asked {
        Asked::Orders => is_whole.then_some(Estimate::Orders(count)),
        Asked::Visits => is_whole.then_some(Estimate::Visits(count)),
        Asked::Complaints => is_whole.then_some(Estimate::Complaints(count)),
        Asked::Hours => Some(Estimate::Hours(number)),
        Asked::Purchases => Some(Estimate::Purchases(number)),
    }
}

/// One customer of the list.
#[component]
pub(super) fn EstimateRow(at: usize, customer: u32) -> impl IntoView {
    let locale = i18n::locale();
    let (catalog, format) = (locale.catalog(), locale.format());
    let texts = &catalog.costs;
    let project = ProjectState::expect();
    let outcome = Derived::expect().outcome;
    let name = project.get_untracked();
    let name = name.customers.get(customer as usize);
    let name = name.map_or_else(String::new, |read| read.name.clone());
    let printed = Memo::new(move |_| {
        let printed = outcome.with(|outcome| Printed::of(outcome, customer, catalog, format));
        printed.unwrap_or_default()
    });
    let attention = Signal::derive(move || {
        let attention = printed.with(|printed| printed.attention);
        let place = Attention::ALL
            .iter()
            .position(|one| Some(*one) == attention);
        place.map_or_else(String::new, |place| place.to_string())
    });
    let on_attention = move |value: String| {
        let attention = value
            .parse()
            .ok()
            .and_then(|place: usize| Attention::ALL.get(place));
        estimate(
            project,
            CustomerId(customer),
            Estimate::Attention(attention.copied()),
        );
    };
    let fields = ASKED.into_iter().enumerate().map(|(place, asked)| {
        let value = Signal::derive(move || {
            printed.with(|printed| printed.asked.get(place).cloned().unwrap_or_default())
        });
        let set = Callback::new(move |number: Option<f64>| {
            estimate_of(asked, number)
                .is_some_and(|answer| estimate(project, CustomerId(customer), answer))
        });
        let label = (texts.of)((texts.asked)(asked), &name);
        view! {
            <td class="num wide" data-column=place + 1>
                <NumberField label value most=f64::MAX set in_table=true/>
            </td>
        }
    });
    let fields = fields.collect_view();
    let is_soft =
        move || printed.with(|printed| printed.grade.is_some_and(|grade| grade != Grade::Recorded));
    let grade = move || {
        let grade = printed.with(|printed| printed.grade);
        grade.map(texts.hours_of)
    };
    let letter = Signal::derive(move || printed.with(|printed| printed.class.map(letter_of)));
    view! {
        <tr data-row=at>
            <th scope="row">
                {name.clone()}
                <span class="note estimates__revenue">
                    <span class:est=move || printed.with(|printed| printed.is_revenue_guessed)>
                        {move || printed.with(|printed| printed.revenue.clone())}
                    </span>
                </span>
            </th>
            <td data-column="0">
                <Select
                    label=(texts.of)(texts.col_attention, &name)
                    label_hidden=true
                    options=Signal::stored(attentions())
                    value=attention
                    on_change=on_attention
                />
            </td>
            {fields}
            <td class="num">
                <span class:est=is_soft>{move || printed.with(|printed| printed.cost.clone())}</span>
                <span class="note estimates__grade">{grade}</span>
            </td>
            <td>
                <Klas
                    letter
                    label=Signal::derive(move || printed.with(|printed| printed.mark.clone()))
                    provisional=Signal::derive(move || printed.with(|p| p.is_provisional))
                    by_hand=Signal::derive(move || printed.with(|p| p.is_by_hand))
                />
            </td>
        </tr>
    }
    .into_any()
}

/// The lines of the list of attention, unknown first.
fn attentions() -> Vec<SelectOption> {
    let texts = &i18n::catalog().costs;
    let unknown = SelectOption {
        value: String::new(),
        text: texts.unknown.to_owned(),
    };
    let known = Attention::ALL
        .iter()
        .enumerate()
        .map(|(place, attention)| SelectOption {
            value: place.to_string(),
            text: (texts.attention_word)(*attention).to_owned(),
        });
    std::iter::once(unknown).chain(known).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn a_count_is_whole_and_hours_need_not_be() {
        for (asked, number, expected) in [
            (Asked::Orders, Some(12.0), Some(Estimate::Orders(Some(12)))),
            (Asked::Orders, Some(1.5), None),
            (Asked::Visits, None, Some(Estimate::Visits(None))),
            (
                Asked::Complaints,
                Some(1e12),
                Some(Estimate::Complaints(Some(u32::MAX))),
            ),
            (Asked::Hours, Some(1.5), Some(Estimate::Hours(Some(1.5)))),
            (
                Asked::Purchases,
                Some(12.5),
                Some(Estimate::Purchases(Some(12.5))),
            ),
        ] {
            assert_eq!(estimate_of(asked, number), expected, "{asked:?} {number:?}");
        }
    }

    #[test]
    fn an_answer_is_shown_as_it_was_given() {
        let own = OwnRating {
            orders: Some(1_200),
            seconds: Some(5_400),
            purchases_permille: Some(125),
            ..OwnRating::default()
        };
        let shown = ASKED.map(|asked| answer_of(asked, &own, Locale::Nl.format()));
        assert_eq!(shown, ["1.200", "", "", "1,5", "12,5"]);
    }
}
