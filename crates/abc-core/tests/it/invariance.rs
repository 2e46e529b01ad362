//! What may change about a file without changing anybody's class: the order of its rows, the names, and
//! what its money is counted in.

use abc_core::classify::{Policy, classification_from};
use abc_core::costs::{CostModel, inputs_from};
use abc_core::customers::Class;
use abc_core::money::Cents;
use abc_core::project::Project;
use proptest::prelude::*;

use super::reader::read;

/// A made-up firm.
const SAMPLE: &str = include_str!("../fixtures/golden/customers_60.csv");

/// Number and class of every customer of a file.
fn classes_of(file: &str, hourly_cost: Cents) -> Vec<(String, Option<Class>)> {
    let (customers, _) = read(file.as_bytes()).expect("a list of customers");
    let project = Project::of_customers(customers);
    let model = CostModel {
        hourly_cost: Some(hourly_cost),
        ..CostModel::default()
    };
    let inputs = inputs_from(&project.customers, &model, &project.ratings);
    let classes = classification_from(&Policy::default(), model.rate(), &inputs, &[]);
    let numbers = project.customers.iter().map(|c| c.code.clone());
    let mut found: Vec<_> = numbers
        .zip(classes.customers.iter().map(|found| found.class))
        .collect();
    found.sort();
    found
}

fn header_and_rows() -> (&'static str, Vec<&'static str>) {
    let (header, rows) = SAMPLE.split_once('\n').expect("a header");
    (header, rows.lines().collect())
}

/// The file with each cell of the columns whose header `is_meant` edited.
fn with_cells(is_meant: impl Fn(&str) -> bool, edit: impl Fn(&str) -> String) -> String {
    let (header, rows) = header_and_rows();
    let meant: Vec<bool> = header.trim_end().split(',').map(is_meant).collect();
    assert!(meant.contains(&true), "{header}");
    let row = |row: &&str| {
        let cells = row.trim_end().split(',').zip(&meant);
        let cells: Vec<String> = cells
            .map(|(cell, is_meant)| {
                if *is_meant && !cell.is_empty() {
                    edit(cell)
                } else {
                    cell.to_owned()
                }
            })
            .collect();
        cells.join(",")
    };
    let rows: Vec<String> = rows.iter().map(row).collect();
    format!("{header}\n{}\n", rows.join("\n"))
}

const HOURLY_COST: Cents = Cents(6_200);

#[test]
fn the_sample_has_every_class_and_a_number_for_everybody() {
    let classes = classes_of(SAMPLE, HOURLY_COST);
    assert!(classes.len() > 50);
    assert!(classes.iter().all(|(number, _)| number.starts_with('K')));
    for class in Class::ALL {
        assert!(classes.iter().any(|(_, own)| *own == Some(class)));
    }
}

#[test]
fn what_money_is_counted_in_changes_no_class() {
    let is_money = |header: &str| matches!(header, "revenue" | "direct_cost" | "other_cost");
    for factor in [2, 7, 100] {
        let times = |cell: &str| {
            let (euros, rest) = cell.split_once('.').unwrap_or((cell, "0"));
            let sign = if euros.starts_with('-') { -1 } else { 1 };
            let whole = euros.parse::<i64>().expect("euros") * 100;
            let cents = whole + sign * format!("{rest:0<2}").parse::<i64>().expect("cents");
            let scaled = Cents(cents * factor);
            format!("{:.2}", scaled.euros())
        };
        let scaled = with_cells(is_money, times);
        assert_eq!(
            classes_of(&scaled, Cents(HOURLY_COST.0 * factor)),
            classes_of(SAMPLE, HOURLY_COST),
            "{factor} times"
        );
    }
}

#[test]
fn other_names_change_no_class() {
    let other = |name: &str| {
        let (_, number) = name.split_once(' ').expect("a numbered name");
        let letter = |digit: char| char::from(b'a' + digit as u8 - b'0');
        format!("Zaak {}", number.chars().map(letter).collect::<String>())
    };
    let renamed = with_cells(|header| header == "name", other);
    assert!(!renamed.contains("Klant"));
    assert_eq!(
        classes_of(&renamed, HOURLY_COST),
        classes_of(SAMPLE, HOURLY_COST)
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_rows_changes_no_class(rows in Just(header_and_rows().1).prop_shuffle()) {
        let shuffled = format!("{}\n{}\n", header_and_rows().0, rows.join("\n"));
        prop_assert_eq!(
            classes_of(&shuffled, HOURLY_COST),
            classes_of(SAMPLE, HOURLY_COST)
        );
    }
}
