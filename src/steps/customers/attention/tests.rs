use abc_core::customers::Customer;
use abc_core::money::Cents;
use abc_core::project::Project;

use super::*;

fn customer(name: &str, euros: i64, hours: Option<f64>) -> Customer {
    Customer {
        name: name.to_owned(),
        revenue: Some(Cents(euros * 100)),
        direct_cost: Some(Cents::ZERO),
        hours,
        ..Customer::default()
    }
}

fn found(customers: Vec<Customer>) -> (Outcome, Found) {
    let outcome = Outcome::of(Arc::new(Project::of_customers(customers)));
    let found = Found::of(&outcome);
    (outcome, found)
}

#[test]
fn half_of_the_hours_is_counted_from_who_takes_most() {
    let point = |(attention, value): (f64, f64)| ScatterPoint {
        position: 0,
        attention,
        value,
        mark: Class::B,
        is_assumed: false,
    };
    let half = |figures: &[(f64, f64)]| {
        let points: Vec<ScatterPoint> = figures.iter().copied().map(point).collect();
        half_of(&points)
    };
    assert_eq!(half(&[(6.0, 1.0), (4.0, 9.0)]), Some((1, 1.0, 10.0)));
    assert_eq!(half(&[(5.0, 1.0), (5.0, 9.0)]), Some((1, 1.0, 10.0)));
    assert_eq!(
        half(&[(3.0, 1.0), (3.0, 2.0), (3.0, -5.0)]),
        Some((2, 3.0, -2.0))
    );
    assert_eq!(half(&[(0.0, 1.0)]), None);
    assert_eq!(half(&[]), None);
}

#[test]
fn who_took_most_comes_first_and_assumed_hours_are_told_apart() {
    let (outcome, found) = found(vec![
        customer("Alders", 10_000, Some(10.0)),
        customer("Beek", 9_000, None),
        customer("Cuypers", 1_000, Some(90.0)),
    ]);
    let names: Vec<String> = found
        .points
        .iter()
        .map(|point| name_of(&outcome, point.position))
        .collect();
    assert_eq!(names, ["Cuypers", "Alders", "Beek"]);
    // Nobody gave Beek's hours: they are filled, and said to be.
    assert_eq!((found.n_assumed, found.n_left_out), (1, 0));
    let told = found.told();
    assert_eq!(told.len(), 3, "each once: {told:?}");
    let table = found.table(&outcome, Locale::Nl.catalog(), Locale::Nl.format());
    let first = table.rows.first().unwrap();
    assert_eq!(first.first().unwrap(), "Cuypers");
    assert_eq!(first.len(), table.head.len());
    assert_eq!(table.head, ["Klant", "Klasse", "Uren", "Winst"]);
}

#[test]
fn a_point_is_said_in_both_languages() {
    let (outcome, _) = found(vec![
        customer("Alders", 10_000, Some(10.0)),
        customer("Beek", 9_000, None),
    ]);
    let said = |locale: Locale, position| {
        let entry = Entry::of(&outcome, position).unwrap();
        point_words(entry, locale.catalog(), locale.format()).replace('\u{a0}', " ")
    };
    assert_eq!(said(Locale::Nl, 0), "Alders: B, € 9.400 winst, 10 uur");
    assert_eq!(
        said(Locale::En, 1),
        "Beek: B, €8,520 profit, 8 hours (assumed)"
    );
}
