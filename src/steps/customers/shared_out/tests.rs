use std::sync::Arc;

use abc_core::customers::Customer;
use abc_core::money::Cents;
use abc_core::project::Project;

use super::*;
use crate::i18n::text_of;

fn outcome(figures: &[(i64, f64)]) -> Outcome {
    let customers = figures
        .iter()
        .zip(1..)
        .map(|((euros, hours), nr)| Customer {
            name: format!("Klant {nr}"),
            revenue: Some(Cents(euros * 100)),
            direct_cost: Some(Cents::ZERO),
            hours: Some(*hours),
            ..Customer::default()
        });
    Outcome::of(Arc::new(Project::of_customers(
        customers.collect::<Vec<_>>(),
    )))
}

fn found(outcome: &Outcome) -> Found {
    let by_revenue = ByRevenue::of(&outcome.project.customers);
    Found::of(outcome, &by_revenue, Locale::Nl).unwrap()
}

/// At EUR 60 an hour the largest brings 3,000 of 6,400.
const FIRM: [(i64, f64); 4] = [(9_000, 100.0), (3_000, 5.0), (500, 5.0), (500, 0.0)];

#[test]
fn the_largest_are_counted_with_what_they_bring() {
    let outcome = outcome(&FIRM);
    let found = found(&outcome);
    assert_eq!(
        text_of(&(Locale::Nl.catalog().pictures.shared_say)(&found.figures)),
        "De 2 grootste klanten maken 80% van de omzet en 89% van de winst"
    );
    assert_eq!(found.largest.as_deref(), Some("Klant 1"));
    let crossed = found.crossed.unwrap();
    assert_eq!(crossed.iter().flatten().sum::<usize>(), 4);
    let table = found.table(Locale::Nl);
    assert_eq!(table.rows.len(), 10);
    assert_eq!(table.rows[4], ["50% (2)", "92%", "89%"]);
    assert_eq!(table.rows[9], ["100% (4)", "100%", "100%"]);
}

#[test]
fn nothing_is_shared_of_a_loss() {
    let outcome = outcome(&[(9_000, 1_000.0), (3_000, 5.0)]);
    let found = found(&outcome);
    assert_eq!(found.figures.profit_share, None);
    let table = found.table(Locale::Nl);
    assert!(
        table
            .rows
            .iter()
            .all(|row| row.len() == 2 && table.head.len() == 2)
    );
}

#[test]
fn one_customer_that_makes_a_fifth_is_said_and_a_firm_of_one_is_not() {
    let note = |figures: &[(i64, f64)]| {
        let texts = &Locale::Nl.catalog().pictures;
        let outcome = outcome(figures);
        let by_revenue = ByRevenue::of(&outcome.project.customers);
        dependency_note(&by_revenue, &outcome, texts, Locale::Nl.format())
    };
    let said = note(&FIRM).unwrap();
    assert_eq!(
        said,
        "Klant 1 maakt 69% van je omzet; dat maakt je kwetsbaar."
    );
    let notice = note(&[(25, 0.0), (24, 0.0), (24, 0.0), (24, 0.0), (3, 0.0)]).unwrap();
    assert_eq!(
        notice,
        "Klant 1 maakt 25% van je omzet; let op dat je er niet van afhangt."
    );
    // Of what it is a share is said where that is not what stands elsewhere as the revenue.
    let credited = note(&[(100, 0.0), (60, 0.0), (-20, 0.0)]).unwrap();
    assert!(
        credited.starts_with("Klant 1 maakt 63% van je omzet (van €\u{a0}160, zonder"),
        "{credited}"
    );
    assert_eq!(note(&[(10, 0.0); 6]), None);
    assert_eq!(note(&[(10, 0.0)]), None);
}
