//! Short files and what must come out of them.

use std::path::PathBuf;

use abc_core::customers::Grade;
use abc_core::mapping::Role;

use super::read;

#[test]
fn the_golden_customers_map_fully() {
    let path =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/golden/customers_60.csv");
    let (customers, read) =
        read(&std::fs::read(path).expect("a fixture")).expect("a readable file");
    let roles: Vec<Role> = read
        .source
        .columns
        .iter()
        .map(|column| column.role)
        .collect();
    assert_eq!(
        roles,
        [
            Role::Code,
            Role::Name,
            Role::Revenue,
            Role::DirectCost,
            Role::CostGrade,
            Role::Hours,
            Role::HoursGrade,
            Role::OtherCost,
            Role::Potential,
            Role::Relationship,
            Role::Tenure,
            Role::OwnFaultHours,
            Role::GivenClass,
            Role::Trait,
            Role::Trait,
            Role::Trait,
            Role::Trait,
            Role::Trait,
        ]
    );
    // K006 has no revenue: rule 3 of the corpus refuses it, with its line.
    assert_eq!((read.source.tally.accepted, customers.len()), (59, 59));
    assert_eq!(read.source.rejected[0].line, 7);
    let first = &customers[0];
    assert_eq!(
        (first.code.as_str(), first.name.as_str()),
        ("K001", "Klant 001")
    );
    assert_eq!(first.revenue.map(|cents| cents.0), Some(2_076_645));
    assert_eq!(first.direct_cost.map(|cents| cents.0), Some(1_201_796));
    assert_eq!(
        (first.cost_grade, first.hours_grade),
        (Grade::Recorded, Grade::Estimated)
    );
    assert_eq!(
        (first.hours, customers[2].hours),
        (Some(35.25), Some(25.625))
    );
    assert_eq!(first.tenure_months, Some(144.0));
    assert_eq!(customers[1].other_cost.0, 18_972);
    assert_eq!(customers[3].potential, None);
    assert!(
        customers
            .iter()
            .any(|customer| customer.given_class.is_some())
    );
    assert_eq!(read.trait_columns.len(), 5);
}

#[test]
fn the_days_of_sales_are_kept_and_those_of_credit_notes_are_not() {
    let lines = "Factuurdatum;Klant;Bedrag excl. btw\n\
        31-01-2025;Alfa;100,00\n\
        15-03-2025;Beta;80,00\n\
        02-02-2025;Alfa;50,00\n\
        28-02-2025;Alfa;20,00\n\
        30-06-2025;Alfa;-20,00\n\
        ;Gamma;10,00\n";
    let (customers, _) = read(lines.as_bytes()).expect("a readable file");
    let bought: Vec<_> = customers
        .iter()
        .map(|customer| {
            let period = customer.bought.period();
            let days = period.map(|(first, last)| format!("{first} {last}"));
            (days.unwrap_or_default(), customer.bought.n_months())
        })
        .collect();
    let expected = [
        ("2025-01-31 2025-02-28", 2),
        ("2025-03-15 2025-03-15", 1),
        ("", 0),
    ];
    assert_eq!(bought, expected.map(|(days, n)| (days.to_owned(), n)));
}
