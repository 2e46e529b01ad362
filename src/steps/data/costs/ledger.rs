//! What customers cost beside what the books say was spent.

use abc_core::costs::cost_reconciliation_from;
use leptos::prelude::*;

use crate::i18n::{self, Format, catalog::CostsTexts};
use crate::state::Derived;
use crate::state::derived::Outcome;

/// The figures as printed: spent, with customers, and what is left for the firm itself.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Printed {
    spent: String,
    direct_cost: String,
    attention_cost: String,
    rest: String,
    is_over: bool,
}

fn printed(outcome: &Outcome, format: Format) -> Option<Printed> {
    let project = &outcome.project;
    let model = &project.cost_model;
    let spent = project.joined.ledger_cost?.euros() * model.per_year();
    let found = cost_reconciliation_from(&outcome.inputs, model.rate(), spent);
    Some(Printed {
        spent: format.euros_exact(spent),
        direct_cost: format.euros_exact(found.direct_cost),
        attention_cost: format.euros_exact(found.attention_cost),
        rest: format.euros_exact(found.unassigned),
        is_over: found.unassigned < 0.0,
    })
}

/// A small sum; nothing without books.
#[component]
pub(super) fn BesideTheBooks() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().costs, locale.format());
    let outcome = Derived::expect().outcome;
    let printed = Memo::new(move |_| outcome.with(|outcome| printed(outcome, format)));
    move || printed.get().map(|printed| sum(printed, texts))
}

fn sum(printed: Printed, texts: &'static CostsTexts) -> AnyView {
    let over = printed
        .is_over
        .then(|| view! { <p class="note"><span class="neg">{texts.books_over}</span></p> });
    view! {
        <table class="plain">
            <thead>
                <tr>
                    <th scope="col">{texts.books}</th>
                    <th scope="col" class="num">{texts.col_cost}</th>
                </tr>
            </thead>
            <tbody>
                <tr><th scope="row">{texts.books_spent}</th><td class="num">{printed.spent}</td></tr>
                <tr>
                    <th scope="row">{texts.books_direct}</th>
                    <td class="num">{printed.direct_cost}</td>
                </tr>
                <tr>
                    <th scope="row">{texts.books_attention}</th>
                    <td class="num">{printed.attention_cost}</td>
                </tr>
            </tbody>
            <tfoot>
                <tr>
                    <th scope="row">{texts.books_rest}</th>
                    <td class="num"><span class=("neg", printed.is_over)>{printed.rest}</span></td>
                </tr>
            </tfoot>
        </table>
        {over}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use abc_core::customers::Customer;
    use abc_core::intake::{Books, Source, SourceKind};
    use abc_core::money::Cents;
    use abc_core::project::Project;
    use abc_core::readings::Reading;

    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn the_costs_of_half_a_year_of_books_count_double() {
        let customer = Customer {
            name: "Bakker".to_owned(),
            revenue: Some(Cents(100_000)),
            direct_cost: Some(Cents(10_000)),
            hours: Some(2.0),
            ..Customer::default()
        };
        let of_books = |cost: i64| {
            let source = Source {
                kind: SourceKind::Auditfile,
                books: Some(Box::new(Books {
                    cost_cents: Cents(cost),
                    ..Books::default()
                })),
                ..Source::default()
            };
            let project = Project::of_readings([Reading {
                source,
                parties: [customer.clone()].into(),
                months: Some(6),
                ..Reading::default()
            }]);
            printed(&Outcome::of(Arc::new(project)), Locale::Nl.format()).expect("books")
        };
        let enough = of_books(50_000);
        assert_eq!(
            (enough.spent.as_str(), enough.direct_cost.as_str()),
            ("1.000,00", "200,00")
        );
        assert_eq!(
            (enough.attention_cost.as_str(), enough.rest.as_str()),
            ("240,00", "560,00")
        );
        assert!(!enough.is_over && of_books(20_000).is_over);
        let no_books = Outcome::of(Arc::new(Project::of_customers([customer])));
        assert_eq!(printed(&no_books, Locale::Nl.format()), None);
    }
}
