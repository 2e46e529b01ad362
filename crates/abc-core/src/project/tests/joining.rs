//! What was decided about customers goes with them when the list changes.

use super::*;
use crate::intake::{Source, SourceKind};
use crate::join::{Spelled, Verdict};

fn named(name: &str, code: &str) -> Customer {
    Customer {
        name: name.to_owned(),
        code: code.to_owned(),
        revenue: Some(Cents(100)),
        ..Customer::default()
    }
}

fn file(kind: SourceKind, parties: Vec<Customer>) -> Reading {
    Reading {
        source: Source {
            kind,
            ..Source::default()
        },
        parties: parties.into(),
        ..Reading::default()
    }
}

fn rated(project: &mut Project, name: &str, potential: u8) {
    let own = OwnRating {
        potential: Some(Rating::new(potential)),
        ..OwnRating::default()
    };
    let place = project.customers.iter().position(|c| c.name == name);
    let id = CustomerId(u32::try_from(place.expect(name)).unwrap());
    project.ratings.insert(id, own);
}

fn ratings(project: &Project) -> Vec<(&str, u8)> {
    let rating = |own: &OwnRating| own.potential.flatten().map_or(0, Rating::value);
    let of = |(id, own): (&CustomerId, &OwnRating)| {
        (project.customers[id.index()].name.as_str(), rating(own))
    };
    let list: Vec<(&str, u8)> = project
        .ratings
        .iter()
        .map(|(id, own)| of((id, own)))
        .collect();
    list
}

#[test]
fn ratings_follow_their_customers_into_another_reading() {
    let mut project = Project::of_customers([
        named("Alfa", "1"),
        named("Beta", ""),
        named("Gamma", "3"),
        named("Weg", ""),
    ]);
    for (name, potential) in [("Alfa", 1), ("Beta", 2), ("Weg", 5)] {
        rated(&mut project, name, potential);
    }
    let again = [file(
        SourceKind::Customers,
        vec![
            named("Nieuw", "9"),
            named("BETA", ""),
            named("Alfa BV", "1"),
        ],
    )];
    let after = project.rejoined(again, JoinDecisions::default());
    assert_eq!(ratings(&after), [("BETA", 2), ("Alfa BV", 1)]);
}

#[test]
fn ratings_follow_customers_that_get_or_lose_a_number() {
    let by_name = [
        named("Alfa", ""),
        named("Beta", ""),
        named("Beta  ", "7"),
        named("Gamma", ""),
    ];
    let by_number = [named("GAMMA", "4"), named("Alfa", "5"), named("Beta", "6")];
    for (before, now, expected) in [
        (
            &by_name[..],
            &by_number[..],
            vec![("GAMMA", 3), ("Alfa", 1)],
        ),
        (
            &by_number[..],
            &by_name[..],
            vec![("Alfa", 1), ("Gamma", 3)],
        ),
    ] {
        let mut project = Project::of_customers(before.to_vec());
        let names: Vec<String> = project.customers.iter().map(|c| c.name.clone()).collect();
        for name in names {
            let potential = match &*name.to_lowercase() {
                "alfa" => 1,
                "gamma" => 3,
                _ => 2,
            };
            rated(&mut project, &name, potential);
        }
        let again = [file(SourceKind::Customers, now.to_vec())];
        let after = project.rejoined(again, JoinDecisions::default());
        let mut told = ratings(&after);
        told.retain(|(name, _)| !name.starts_with("Beta"));
        assert_eq!(told, expected);
    }
}

#[test]
fn customers_that_become_one_keep_the_first_decision_and_part_again() {
    let readings = [
        file(
            SourceKind::CustomerList,
            vec![named("Alfa", ""), named("Beta", "")],
        ),
        file(
            SourceKind::Transactions,
            vec![named("Alfa BV", ""), named("Gamma", "")],
        ),
    ];
    let mut project = Project::of_readings(readings);
    assert_eq!(project.customers.len(), 4);
    rated(&mut project, "Alfa BV", 3);
    rated(&mut project, "Gamma", 4);
    for (id, text) in [(0, "Belt vaak."), (2, "Betaalt laat.")] {
        assert!(project.write_note(CustomerId(id), text));
    }
    assert!(project.edit_upgrade(CustomerId(2), |step| step.who = "Joris".to_owned()));
    let spelled = |name: &str| Spelled::of(&named(name, ""));
    let mut joins = JoinDecisions::default();
    joins.decide(spelled("Alfa"), spelled("Alfa BV"), Verdict::Same);
    let mut joined = project.rejoined(Arc::clone(&project.readings), joins);
    assert_eq!(ratings(&joined), [("Alfa", 3), ("Gamma", 4)]);
    let notes: Vec<&str> = joined.notes.values().map(|n| n.text.as_str()).collect();
    assert_eq!(notes, ["Belt vaak.\nBetaalt laat."]);
    assert_eq!(joined.upgrades[&CustomerId(0)].who, "Joris");
    // A decision about the whole stays with the party that gave the name.
    rated(&mut joined, "Alfa", 5);
    let parted = joined.rejoined(Arc::clone(&joined.readings), JoinDecisions::default());
    assert_eq!(ratings(&parted), [("Alfa", 5), ("Gamma", 4)]);
}

#[test]
fn a_class_of_the_file_is_set_once_and_again_when_the_file_changes() {
    let given = |class| {
        [file(
            SourceKind::Customers,
            vec![Customer {
                given_class: class,
                ..named("Alfa", "1")
            }],
        )]
    };
    let class_of = |project: &Project| project.overrides.get(&CustomerId(0)).map(|o| o.class);
    let mut project = Project::of_readings(given(Some(Class::A)));
    assert_eq!(class_of(&project), Some(Class::A));
    // Set free by hand: reading the same again does not bring it back, another class does.
    project.overrides.clear();
    let rejoined =
        |project: &Project, class| project.rejoined(given(class), JoinDecisions::default());
    assert_eq!(class_of(&rejoined(&project, Some(Class::A))), None);
    let changed = rejoined(&project, Some(Class::C));
    assert_eq!(class_of(&changed), Some(Class::C));
    assert_eq!(class_of(&rejoined(&changed, None)), None);
}

#[test]
fn months_come_from_dated_files() {
    let dated = |months| Reading {
        months,
        ..file(SourceKind::Customers, vec![named("Alfa", "1")])
    };
    let project = Project::of_readings([dated(Some(6))]);
    assert_eq!(
        (project.cost_model.months, project.cost_model.months_assumed),
        (6, false)
    );
    let undated = Project::of_readings([dated(None)]);
    assert!(undated.cost_model.months_assumed);
    // Where another file counts from now on, the months of the first are not its.
    let mut after = project.rejoined([dated(None)], JoinDecisions::default());
    let months = (after.cost_model.months, after.cost_model.months_assumed);
    assert_eq!(months, (12, true));
    (after.cost_model.months, after.cost_model.months_assumed) = (4, false);
    let said = after.rejoined([dated(Some(6)), dated(None)], JoinDecisions::default());
    assert_eq!(said.cost_model.months, 6);
}

#[test]
fn months_that_were_said_of_hours_are_not_those_of_other_hours() {
    let worked = |last_month: i8| {
        let mut reading = file(
            SourceKind::Hours,
            vec![Customer {
                revenue: None,
                seconds_by_person: vec![(0, 3_600)],
                ..named("Alfa", "1")
            }],
        );
        reading.persons = vec!["Anna".to_owned()];
        let day = |month| jiff::civil::date(2025, month, 1);
        reading.source.period = Some((day(1), day(last_month)));
        reading
    };
    let mut project = Project::of_readings([worked(6)]);
    assert_eq!(project.cost_model.months_of_hours(), 6);
    project.cost_model.hours_months_given = Some(12);
    let same = project.rejoined([worked(6)], JoinDecisions::default());
    assert_eq!(same.cost_model.months_of_hours(), 12);
    let other = project.rejoined([worked(9)], JoinDecisions::default());
    assert_eq!(other.cost_model.months_of_hours(), 9);
}
