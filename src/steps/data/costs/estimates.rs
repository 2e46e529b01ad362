//! The quick questions per customer (R13): whoever has names and revenue alone gets costs from them in
//! minutes. The largest of whom nothing is known comes first, and nobody moves while he is estimated.

mod row;

use std::sync::Arc;

use abc_core::costs::to_estimate;
use abc_core::customers::{Attention, Customer, CustomerId, Grade};
use leptos::{ev, html, prelude::*};

use crate::components::Button;
use crate::i18n;
use crate::i18n::catalog::costs::Asked;
use crate::platform::viewport;
use crate::state::actions::costs::{Estimate, estimate};
use crate::state::derived::Outcome;
use crate::state::{Derived, ProjectState};
use row::EstimateRow;

/// So many customers at first, and so many more each time.
const SHOWN: usize = 10;

/// The questions beside attention, in the order of their columns.
const ASKED: [Asked; 5] = [
    Asked::Orders,
    Asked::Visits,
    Asked::Complaints,
    Asked::Hours,
    Asked::Purchases,
];

/// The order of the list, and the customers that it is an order of.
#[derive(Clone, Debug, Default)]
struct Order {
    customers: Arc<[Customer]>,
    positions: Arc<[u32]>,
}

impl Order {
    fn of(outcome: &Outcome) -> Self {
        let customers = Arc::clone(&outcome.project.customers);
        Self {
            positions: to_estimate(&customers, &outcome.inputs).into(),
            customers,
        }
    }

    fn is_of(&self, outcome: &Outcome) -> bool {
        Arc::ptr_eq(&self.customers, &outcome.project.customers)
    }
}

/// A button that opens the list; nothing where hours are registered for everybody.
#[component]
pub(super) fn Estimates() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().costs, locale.format());
    let outcome = Derived::expect().outcome;
    // While nothing but revenue is known, this is the next thing to do.
    let is_open = RwSignal::new(outcome.with_untracked(|outcome| outcome.is_revenue_alone()));
    let counts = Memo::new(move |_| outcome.with(|outcome| counts_of(outcome)));
    let button = move || {
        let (n_open, n) = counts.get();
        (texts.estimate)(&format.count(n_open), &format.count(n))
    };
    view! {
        <Show when=move || { counts.get().1 > 0 }>
            <p>
                <Button
                    on_press=move |()| is_open.update(|is_open| *is_open = !*is_open)
                    expanded=is_open
                >
                    {button}
                </Button>
            </p>
            {move || is_open.get().then(|| view! { <List/> }.into_any())}
        </Show>
    }
    .into_any()
}

/// How many customers nobody said anything of, and how many are in the list.
fn counts_of(outcome: &Outcome) -> (usize, usize) {
    let customers = outcome.project.customers.iter().zip(outcome.inputs.iter());
    let listed = customers.filter(|(customer, _)| customer.hours.is_none());
    listed.fold((0, 0), |(n_open, n), (_, input)| {
        let is_told = input.hours.is_some() && input.hours_grade == Grade::Estimated;
        (n_open + usize::from(!is_told), n + 1)
    })
}

#[component]
fn List() -> impl IntoView {
    let texts = &i18n::catalog().costs;
    let project = ProjectState::expect();
    let outcome = Derived::expect().outcome;
    let order = Memo::new_with_compare(
        move |before: Option<&Order>| {
            outcome.with(|outcome| match before {
                Some(before) if before.is_of(outcome) => before.clone(),
                _ => Order::of(outcome),
            })
        },
        |before, after| match (before, after) {
            (Some(before), Some(after)) => !Arc::ptr_eq(&before.positions, &after.positions),
            _ => true,
        },
    );
    let n_shown = RwSignal::new(SHOWN);
    let n_left = move || {
        let n = order.with(|order| order.positions.len());
        n.saturating_sub(n_shown.get())
    };
    let table = NodeRef::<html::Table>::new();
    let focus = move |row: usize, column: usize| {
        let field = format!("[data-row=\"{row}\"] [data-column=\"{column}\"] :is(select, input)");
        if let Some(table) = table.try_get_untracked().flatten() {
            viewport::focus_into_view(&table.into(), &field);
        }
    };
    let go_to = move |row: usize, column: usize| {
        // At once where it can be: who types fast is not to be a row behind.
        if row < n_shown.get_untracked() {
            focus(row, column);
        } else {
            n_shown.update(|n| *n += SHOWN);
            request_animation_frame(move || focus(row, column));
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let (Some(row), Some(column)) = (
            viewport::number_around(&event, "data-row"),
            viewport::number_around(&event, "data-column"),
        ) else {
            return;
        };
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        if event.key() == "Enter" {
            event.prevent_default();
            go_to(row + 1, column);
        } else if column == 0
            && let Some(answer) = answer_of(&event.key())
            && let Some(customer) = order.with_untracked(|order| order.positions.get(row).copied())
        {
            event.prevent_default();
            // Attention always fits.
            estimate(project, CustomerId(customer), answer);
        }
    };
    let rows = move || {
        let shown = order.with(|order| Arc::clone(&order.positions));
        let rows = shown.iter().take(n_shown.get()).enumerate();
        let row = |(at, customer): (usize, &u32)| {
            let customer = *customer;
            view! { <EstimateRow at customer/> }
        };
        rows.map(row).collect_view()
    };
    let more = move || {
        let n = n_left().min(SHOWN);
        (n > 0).then(|| {
            view! {
                <p>
                    <button class="button" on:click=move |_| n_shown.update(|n| *n += SHOWN)>
                        {(texts.more)(n)}
                    </button>
                </p>
            }
        })
    };
    view! {
        <p class="note" id="estimates-hint">{texts.estimate_hint}</p>
        <div
            class="scroll"
            tabindex="0"
            role="region"
            aria-label=texts.title
            aria-describedby="estimates-hint"
        >
            <table class="plain estimates" node_ref=table on:keydown=on_key>
                <Head/>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {more}
    }
    .into_any()
}

#[component]
fn Head() -> impl IntoView {
    let texts = &i18n::catalog().costs;
    let asked = ASKED.map(|asked| {
        view! { <th scope="col" class="num wide">{(texts.asked)(asked)}</th> }
    });
    view! {
        <thead>
            <tr>
                <th scope="col">{texts.col_customer}</th>
                <th scope="col">{texts.col_attention}</th>
                {asked.into_iter().collect_view()}
                <th scope="col" class="num">{texts.col_year_cost}</th>
                <th scope="col">{texts.col_class}</th>
            </tr>
        </thead>
    }
}

/// What a key answers in the column of attention: 1 to 4 choose it, Delete takes the answer back.
fn answer_of(key: &str) -> Option<Estimate> {
    let attention = match key {
        "Delete" | "Backspace" => None,
        _ => {
            let place = key.parse::<usize>().ok()?.checked_sub(1)?;
            Some(*Attention::ALL.get(place)?)
        }
    };
    Some(Estimate::Attention(attention))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_chooses_the_attention() {
        let cases: [(&str, Option<Option<Attention>>); 7] = [
            ("1", Some(Some(Attention::Low))),
            ("4", Some(Some(Attention::Extreme))),
            ("Delete", Some(None)),
            ("0", None),
            ("5", None),
            ("a", None),
            ("Enter", None),
        ];
        for (key, expected) in cases {
            let expected = expected.map(Estimate::Attention);
            assert_eq!(answer_of(key), expected, "{key}");
        }
    }
}
