//! The same export under two names.

use super::*;

fn april(name: &str, parties: Vec<Customer>) -> Reading {
    days(
        reading(SourceKind::Hours, name, parties),
        (2025, 4, 1),
        (2025, 4, 30),
    )
}

fn seconds(joined: &Joined) -> u64 {
    let of_customers: u64 = joined.customers.iter().filter_map(Customer::seconds).sum();
    of_customers + joined.unassigned.seconds
}

#[test]
fn hours_that_come_in_twice_count_once_until_somebody_says_otherwise() {
    let parties = vec![worked("Alfa", 60), worked("Nobody", 40)];
    let reversed = parties.iter().rev().cloned().collect();
    let ledger = books(vec![sold("1", "Alfa", 100)]);
    let readings = [
        ledger,
        april("uren.csv", parties),
        april("kopie.csv", reversed),
    ];
    let copy = FileKey::of(&readings[2].source);
    let mut decisions = JoinDecisions::default();
    for (given, expected) in [(None, 100), (Some(false), 100), (Some(true), 200)] {
        decisions.copies.clear();
        decisions
            .copies
            .extend(given.map(|counts| (copy.clone(), counts)));
        let joined = join(&readings, &decisions);
        assert_eq!(seconds(&joined), expected, "{given:?}");
        let asked = Question::SameHours {
            file: copy.clone(),
            original: FileKey::of(&readings[1].source),
            seconds: 100,
            given,
        };
        assert_eq!(joined.questions, [asked]);
        let copied = Copied {
            reading: 2,
            of: 1,
            counts: given == Some(true),
        };
        assert_eq!(joined.copies, [copied]);
    }
}

#[test]
fn other_hours_are_no_copy() {
    let first = || vec![worked("Alfa", 60), worked("Beta", 40)];
    let of_another_person = vec![
        Customer {
            seconds_by_person: vec![(0, 60)],
            ..worked("Alfa", 60)
        },
        worked("Beta", 40),
    ];
    let may = days(april("b.csv", first()), (2025, 5, 1), (2025, 5, 31));
    let others = [
        ("other month", may),
        ("other person", april("b.csv", of_another_person)),
        (
            "other customer",
            april("b.csv", vec![worked("Alfa", 60), worked("Gamma", 40)]),
        ),
        (
            "other seconds",
            april("b.csv", vec![worked("Alfa", 61), worked("Beta", 39)]),
        ),
    ];
    for (title, other) in others {
        let joined = join(&[april("a.csv", first()), other], &JoinDecisions::default());
        assert_eq!(seconds(&joined), 200, "{title}");
        assert!(
            joined.questions.is_empty() && joined.copies.is_empty(),
            "{title}"
        );
    }
}

#[test]
fn revenue_that_comes_in_twice_is_said_and_not_asked() {
    let list = |name: &str| {
        let parties = vec![sold("1", "Alfa", 100), sold("2", "Beta", 200)];
        reading(SourceKind::Customers, name, parties)
    };
    let other = reading(SourceKind::Customers, "c.csv", vec![sold("1", "Alfa", 5)]);
    let joined = join(&[list("a.csv"), list("b.csv")], &JoinDecisions::default());
    assert_eq!(
        rows(&joined),
        [("Alfa", Some(100), None), ("Beta", Some(200), None)]
    );
    assert_eq!(joined.questions, []);
    assert_eq!(joined.flags, [Flag::TwoRevenueSources]);
    assert_eq!(joined.copies.len(), 1);
    // A third file that says something else is asked about; the copy is no answer.
    let joined = join(
        &[list("a.csv"), list("b.csv"), other],
        &JoinDecisions::default(),
    );
    let [Question::RevenueSource { answers, .. }] = joined.questions.as_slice() else {
        panic!("{:?}", joined.questions)
    };
    let of_answers = answers.iter().map(|answer| {
        let names = answer.files.iter().map(|file| file.name.as_str());
        names.collect::<Vec<_>>()
    });
    let of_answers: Vec<_> = of_answers.collect();
    assert_eq!(
        of_answers,
        [vec!["a.csv"], vec!["c.csv"], vec!["a.csv", "c.csv"]]
    );
}

#[test]
fn a_copy_still_tells_what_the_other_does_not() {
    let parties = || vec![sold("1", "Alfa", 100)];
    let with_sector = Reading {
        trait_columns: vec![TraitColumn {
            name: "Branche".to_owned(),
            kind: TraitKind::Category,
            values: vec!["zorg".to_owned()],
        }]
        .into(),
        ..reading(
            SourceKind::Customers,
            "b.csv",
            vec![Customer {
                traits: vec![1],
                ..sold("1", "Alfa", 100)
            }],
        )
    };
    let first = reading(SourceKind::Customers, "a.csv", parties());
    let joined = join(&[first, with_sector], &JoinDecisions::default());
    assert_eq!(joined.customers[0].traits, [1]);
    assert_eq!(joined.customers[0].revenue, Some(Cents(100)));
}

#[test]
fn files_without_figures_are_no_copies() {
    let list = |name: &str| reading(SourceKind::CustomerList, name, vec![listed("1", "Alfa")]);
    let joined = join(&[list("a.csv"), list("b.csv")], &JoinDecisions::default());
    assert!(joined.copies.is_empty());
}
