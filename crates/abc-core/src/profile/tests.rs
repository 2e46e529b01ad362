#![allow(clippy::float_cmp, reason = "what is expected here is exact in binary")]

use super::headcount::number_from;
use super::*;
use crate::customers::TraitKind;

/// Customers with one category trait, written as (value, class, how many).
fn firm(
    groups: &[(&str, Option<Class>, usize)],
) -> (Vec<Customer>, Vec<TraitColumn>, Vec<Option<Class>>) {
    let mut column = TraitColumn {
        name: "sector".to_owned(),
        kind: TraitKind::Category,
        values: Vec::new(),
    };
    let (mut customers, mut classes) = (Vec::new(), Vec::new());
    for (value, class, n) in groups {
        let code = if value.is_empty() {
            0
        } else {
            let known = column.values.iter().position(|seen| seen == value);
            let idx = known.unwrap_or_else(|| {
                column.values.push((*value).to_owned());
                column.values.len() - 1
            });
            u32::try_from(idx).unwrap() + 1
        };
        for _ in 0..*n {
            customers.push(Customer {
                traits: vec![code],
                ..Customer::default()
            });
            classes.push(*class);
        }
    }
    (customers, vec![column], classes)
}

fn profile(groups: &[(&str, Option<Class>, usize)]) -> IdealProfile {
    let (customers, columns, classes) = firm(groups);
    profile_from(&customers, &columns, &classes)
}

const A: Option<Class> = Some(Class::A);
const B: Option<Class> = Some(Class::B);

#[test]
fn the_grade_follows_the_number_of_a_customers() {
    for (n_a, grade) in [
        (0, ProfileGrade::TooFew),
        (2, ProfileGrade::TooFew),
        (3, ProfileGrade::Portrait),
        (4, ProfileGrade::Portrait),
        (5, ProfileGrade::Indicative),
        (40, ProfileGrade::Indicative),
    ] {
        assert_eq!(
            profile(&[("x", A, n_a), ("y", B, 50)]).grade,
            grade,
            "{n_a}"
        );
    }
}

#[test]
fn nothing_is_compared_when_one_side_is_empty() {
    for groups in [
        vec![],
        vec![("x", A, 10)],
        vec![("x", B, 10)],
        vec![("x", A, 5), ("", B, 10)],
        vec![("x", A, 5), ("y", None, 10)],
    ] {
        let found = profile(&groups);
        assert!(found.a.values.is_empty(), "{groups:?}");
        assert!(found.fitting.is_empty() && !found.is_loose());
    }
}

#[test]
fn unknown_values_are_left_out_per_trait() {
    let found = profile(&[
        ("x", A, 8),
        ("", A, 4),
        ("y", B, 10),
        ("", B, 3),
        ("x", None, 9),
    ]);
    let x = &found.a.values[0];
    assert_eq!(
        (x.n_with, x.n_target, x.other_with, x.n_other),
        (8, 8, 0, 10)
    );
    assert_eq!((found.a.n_target, found.a.n), (12, 25));
}

#[test]
fn who_fits_has_the_strong_value_whatever_the_class() {
    let found = profile(&[
        ("x", A, 9),
        ("y", A, 1),
        ("x", B, 3),
        ("y", B, 30),
        ("x", None, 5),
    ]);
    assert_eq!(found.headline.is, [0]);
    assert_eq!(found.fitting.len(), 12);
    assert!(!found.is_loose());
}

#[test]
fn a_profile_that_fits_nearly_everybody_is_loose() {
    let found = profile(&[("x", A, 20), ("y", A, 0), ("x", B, 20), ("y", B, 20)]);
    assert_eq!(found.fitting.len(), 40);
    assert!(found.is_loose());
}

#[test]
fn a_value_that_nearly_nobody_has_says_nothing() {
    let found = profile(&[("x", A, 20), ("y", B, 40), ("rare", A, 1)]);
    let rare = found
        .a
        .values
        .iter()
        .find(|value| value.n_with == 1)
        .unwrap();
    assert_eq!((rare.verdict, rare.q), (Verdict::TooFew, None));
}

#[test]
fn headcounts_are_compared_by_rank_and_in_groups() {
    let column = TraitColumn {
        name: "Medewerkers".to_owned(),
        kind: TraitKind::Number,
        values: ["1", "5", "49", "50", "1.250", "veel"]
            .map(str::to_owned)
            .to_vec(),
    };
    let customers: Vec<Customer> = (1..=6)
        .map(|code| Customer {
            traits: vec![code],
            ..Customer::default()
        })
        .collect();
    let classes = [A, A, A, B, B, B];
    let found = profile_from(&customers, std::slice::from_ref(&column), &classes);
    assert_eq!(found.columns.len(), 2);
    let groups: Vec<_> = found
        .a
        .values
        .iter()
        .map(|value| (value.value_idx, value.n_with, value.other_with))
        .collect();
    assert_eq!(
        groups,
        [(0, 1, 0), (1, 1, 0), (2, 1, 0), (3, 0, 1), (4, 0, 1)]
    );
    let number = &found.a.numbers[0];
    assert_eq!((number.n_target, number.n_other), (3, 2));
    assert_eq!((number.p, number.verdict), (None, Verdict::TooFew));
    assert_eq!(number.quartiles_other, Some([350.0, 650.0, 950.0]));

    let year = TraitColumn {
        name: "Opgericht".to_owned(),
        ..column
    };
    assert_eq!(profile_from(&customers, &[year], &classes).columns.len(), 1);
}

#[test]
fn numbers_are_read_as_people_write_them() {
    for (text, expected) in [
        ("12", Some(12.0)),
        (" 7 ", Some(7.0)),
        ("1.250", Some(1250.0)),
        ("1,250", Some(1250.0)),
        ("2,5", Some(2.5)),
        ("0.125", Some(0.125)),
        ("1234,567", Some(1234.567)),
        ("1.250.000", Some(1_250_000.0)),
        ("2.50", Some(2.5)),
        ("1.250,5", Some(1250.5)),
        ("-3", Some(-3.0)),
        ("", None),
        ("10-49", None),
        ("inf", None),
        ("veel", None),
    ] {
        assert_eq!(number_from(text), expected, "{text}");
    }
}

#[test]
fn segments_with_few_customers_do_not_lead_by_chance() {
    let (customers, columns, classes) = firm(&[
        ("one A", Some(Class::A), 1),
        ("installatie", Some(Class::A), 8),
        ("installatie", Some(Class::B), 2),
        ("zorg", Some(Class::A), 2),
        ("zorg", Some(Class::B), 18),
    ]);
    let profile = profile_from(&customers, &columns, &classes);
    let names: Vec<&str> = profile
        .a
        .segments()
        .into_iter()
        .map(|idx| {
            let value = &profile.a.values[idx];
            profile.columns[value.trait_idx].values[value.value_idx].as_str()
        })
        .collect();
    assert_eq!(names, ["installatie", "one A", "zorg"]);
}
