//! Too few A customers for a profile: who they are, who is close, and what is missing.

use abc_core::classify::{Classified, Criterion, Status};
use abc_core::customers::{Class, CustomerId};
use leptos::prelude::*;

use crate::components::Section;
use crate::i18n;
use crate::platform::location::{self, Step};
use crate::state::derived::Outcome;
use crate::state::session::Filter;
use crate::state::{Derived, SessionState};
use crate::steps::sentence::Sentence;

/// Names in a list at most: more are a list for the grid.
const MAX_NAMES: usize = 10;

/// The lists of names.
#[component]
pub(super) fn Few(
    /// Called with the target of a link.
    on_link: Callback<&'static str>,
) -> impl IntoView {
    let texts = &i18n::catalog().ideal;
    let outcome = Derived::expect().outcome;
    let best = Memo::new(move |_| {
        outcome.with(|outcome| {
            named(outcome, |outcome, idx| {
                class_of(outcome, idx) == Some(Class::A)
            })
        })
    });
    let near = Memo::new(move |_| {
        outcome.with(|outcome| {
            named(outcome, |outcome, idx| {
                let found = outcome.classification.customers.get(idx);
                found.is_some_and(Classified::is_b_plus)
            })
        })
    });
    let unrated = Memo::new(move |_| outcome.with(|outcome| n_unrated(outcome)));
    let unrated_says = Signal::derive(move || (texts.few_unrated)(unrated.get()));
    let list = move |heading: &'static str, names: Memo<Vec<(CustomerId, String)>>| {
        view! {
            <Show when=move || !names.with(Vec::is_empty)>
                <Section heading>
                    <Names names/>
                </Section>
            </Show>
        }
    };
    view! {
        <Show when=move || { unrated.get() > 0 }>
            <p>
                <Sentence spans=unrated_says on_link/>
            </p>
        </Show>
        {list(texts.few_names, best)}
        {list(texts.near_names, near)}
    }
}

#[component]
fn Names(names: Memo<Vec<(CustomerId, String)>>) -> impl IntoView {
    let session = SessionState::expect();
    let show = move |id: CustomerId| {
        session.filter.set(Filter::All);
        session.search.set(String::new());
        session.selected.set(Some(id));
        location::go(Step::Customers);
    };
    let name = move |(id, name): (CustomerId, String)| {
        view! {
            <li>
                <button class="say-link" on:click=move |_| show(id)>
                    {name}
                </button>
            </li>
        }
    };
    view! {
        <ul>
            <For each=move || names.get() key=|(id, _)| *id children=name/>
        </ul>
    }
}

fn class_of(outcome: &Outcome, idx: usize) -> Option<Class> {
    outcome.classification.customers.get(idx)?.class
}

/// The customers for which `is_wanted` holds, in order of the file.
fn named(
    outcome: &Outcome,
    is_wanted: impl Fn(&Outcome, usize) -> bool,
) -> Vec<(CustomerId, String)> {
    (0_u32..)
        .map(CustomerId)
        .zip(outcome.project.customers.iter())
        .filter(|(id, _)| is_wanted(outcome, id.index()))
        .map(|(id, customer)| (id, customer.name.clone()))
        .take(MAX_NAMES)
        .collect()
}

/// Customers of which potential or relationship is unknown, and whose class a rating may still change.
fn n_unrated(outcome: &Outcome) -> usize {
    outcome
        .classification
        .customers
        .iter()
        .filter(|found| found.class.is_some() && found.status != Status::Override)
        .filter(|found| found.possible.len() > 1)
        .filter(|found| {
            found.missing.contains(&Criterion::Potential)
                || found.missing.contains(&Criterion::Relationship)
        })
        .count()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use abc_core::customers::Customer;
    use abc_core::money::Cents;
    use abc_core::project::Project;

    use super::{Outcome, n_unrated};

    #[test]
    fn who_is_c_whatever_the_rating_is_not_asked_for_one() {
        let customer = |euros: i64, hours: f64| Customer {
            revenue: Some(Cents(euros * 100)),
            direct_cost: Some(Cents::ZERO),
            hours: Some(hours),
            ..Customer::default()
        };
        let outcome = Outcome::of(Arc::new(Project::of_customers([
            // The first costs more than it brings.
            customer(1_000, 100.0),
            customer(40_000, 10.0),
            customer(30_000, 10.0),
        ])));
        let found = &outcome.classification.customers;
        let n_open = found
            .iter()
            .filter(|found| found.possible.len() > 1)
            .count();
        assert!(found.iter().all(|found| !found.missing.is_empty()));
        assert!((1..found.len()).contains(&n_open));
        assert_eq!(n_unrated(&outcome), n_open);
    }
}
