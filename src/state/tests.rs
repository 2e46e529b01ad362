//! State without a browser: provide, act, read.

use abc_core::certainty::questions::Answer;
use abc_core::classify::Criterion;
use abc_core::classify::summary::summary;
use abc_core::customers::{Attention, Class, Customer, CustomerId, Rating};
use abc_core::intake::ReadOptions;
use abc_core::money::Cents;
use abc_core::project::{MAX_TEXT_BYTES, Override, OverrideReason, Project, check};
use abc_core::protocol::Reader;
use abc_core::readings::Reading;
use leptos::prelude::*;

use super::actions::customers::{
    answer, mark_liked, mark_never_satisfied, move_policy, override_class, rate, set_policy,
    wipe_notes, write_note,
};
use super::actions::data::project_with;
use super::actions::ideal::{TooLong, edit_sentence, set_prospects, set_target};
use super::derived::changes;
use super::project::Change;
use super::{Derived, ProjectState, sample};

fn customer(name: &str, revenue: i64) -> Customer {
    Customer {
        name: name.to_owned(),
        revenue: Some(Cents(revenue)),
        ..Customer::default()
    }
}

fn firm(n: u32) -> Project {
    let customers: Vec<Customer> = (0..n)
        .map(|idx| {
            customer(
                &format!("Klant {idx}"),
                i64::from((idx + 1) * (idx + 1)) * 20_000,
            )
        })
        .collect();
    Project::of_customers(customers)
}

fn reading(parties: Vec<Customer>) -> Reading {
    Reading {
        parties: parties.into(),
        ..Reading::default()
    }
}

fn with_state(project: Project, test: impl FnOnce(ProjectState, Derived)) {
    let owner = Owner::new();
    owner.set();
    let state = ProjectState::provide(project);
    let derived = Derived::provide(state);
    test(state, derived);
}

const FIRST: CustomerId = CustomerId(0);

#[test]
fn a_rating_can_be_undone_and_redone() {
    with_state(firm(10), |project, _| {
        let five = Rating::new(5);
        rate(project, FIRST, Criterion::Potential, five);
        assert_eq!(
            project.get_untracked().ratings[&FIRST].potential,
            Some(five)
        );
        assert_eq!(project.undoable(), Some(Change::Rating));
        project.undo();
        assert!(project.get_untracked().ratings.is_empty());
        assert_eq!(project.redoable(), Some(Change::Rating));
        project.redo();
        assert_eq!(
            project.get_untracked().ratings[&FIRST].potential,
            Some(five)
        );
    });
}

#[test]
fn a_change_that_changes_nothing_is_no_step() {
    with_state(firm(3), |project, _| {
        set_policy(project, |policy| policy.a_cut = 65.0);
        assert_eq!(project.undoable(), None);
    });
}

#[test]
fn all_moves_of_a_slider_are_one_step() {
    with_state(firm(3), |project, _| {
        for cut in [60.0, 61.0, 62.0] {
            move_policy(project, |policy| policy.a_cut = cut);
        }
        project.end_gesture();
        move_policy(project, |policy| policy.a_cut = 70.0);
        project.end_gesture();
        project.undo();
        assert!((project.get_untracked().policy.a_cut - 62.0).abs() < f64::EPSILON);
        project.undo();
        assert!((project.get_untracked().policy.a_cut - 65.0).abs() < f64::EPSILON);
        assert_eq!(project.undoable(), None);
    });
}

#[test]
fn weights_that_are_all_zero_are_refused() {
    with_state(firm(3), |project, _| {
        set_policy(project, |policy| policy.weights = [0.0; 4]);
        assert_eq!(project.get_untracked().policy, Project::default().policy);
        set_policy(project, |policy| policy.weights = [-1.0, 1.0, 1.0, 1.0]);
        assert_eq!(project.get_untracked().policy, Project::default().policy);
    });
}

#[test]
fn a_change_after_undo_closes_the_way_forward() {
    with_state(firm(3), |project, _| {
        rate(project, FIRST, Criterion::Potential, Rating::new(5));
        project.undo();
        rate(project, FIRST, Criterion::Potential, Rating::new(1));
        assert_eq!(project.redoable(), None);
    });
}

#[test]
fn classes_follow_the_project_at_once() {
    with_state(firm(12), |project, derived| {
        let before = derived.outcome.get_untracked();
        assert_eq!(before.classification.customers.len(), 12);
        let by_hand = Override {
            class: Class::A,
            reason: OverrideReason::Network,
            note: String::new(),
            date: None,
            computed: Some(Class::B),
        };
        override_class(project, FIRST, Some(by_hand), None);
        let after = derived.outcome.get_untracked();
        assert_eq!(after.classes()[0], Some(Class::A));
        let changed = changes(&before, &after);
        assert_eq!(changed.len(), 1);
        assert_eq!((changed[0].0, changed[0].2), (0, Some(Class::A)));
    });
}

#[test]
fn reading_again_keeps_the_decisions_about_customers_that_are_still_there() {
    let mut before = firm(3);
    before.ratings.entry(CustomerId(2)).or_default().potential = Some(Rating::new(4));
    before.policy.a_cut = 70.0;
    let reading = reading(vec![customer("klant 2", 100), customer("Nieuw", 200)]);
    let after = project_with(&before, vec![(Some(0), reading)], false);
    assert_eq!(
        after.ratings[&CustomerId(0)].potential,
        Some(Rating::new(4))
    );
    assert_eq!(after.ratings.len(), 1);
    assert!((after.policy.a_cut - 70.0).abs() < f64::EPSILON);
}

#[test]
fn a_class_in_the_file_becomes_an_override() {
    let given = Customer {
        given_class: Some(Class::B),
        ..customer("Bakker", 100)
    };
    let after = project_with(
        &Project::default(),
        vec![(None, reading(vec![given]))],
        false,
    );
    let by_hand = &after.overrides[&FIRST];
    assert_eq!(
        (by_hand.class, by_hand.reason),
        (Class::B, OverrideReason::FromFile)
    );
}

#[test]
fn the_sample_leaves_nothing_behind_in_an_own_file() {
    let mut sample = firm(2);
    sample.is_sample = true;
    sample.policy.a_cut = 10.0;
    let after = project_with(
        &sample,
        vec![(None, reading(vec![customer("Klant 0", 1)]))],
        false,
    );
    assert_eq!(after.policy, Project::default().policy);
}

#[test]
fn start_shows_what_the_rules_say_of_the_sample() {
    let mut reader = Reader::new("", sample::LIST.len() as u64, ReadOptions::default());
    reader.feed(sample::LIST.as_bytes()).unwrap();
    let (customers, read) = reader.finish().unwrap();
    let arrived = vec![(None, read.into_reading(customers))];
    let project = project_with(&Project::default(), arrived, true);
    with_state(project, |_, derived| {
        let outcome = derived.outcome.get_untracked();
        let classes = summary(&outcome.inputs, &outcome.classification).classes;
        let found = classes.map(|share| (share.n, share.cm2.round() as i32));
        let shown = [0, 1, 2].map(|idx| {
            (
                usize::from(sample::CUSTOMERS[idx]),
                sample::CONTRIBUTION[idx],
            )
        });
        assert_eq!(found, shown);
    });
}

#[test]
fn a_file_of_the_same_name_takes_its_place_and_another_one_is_added() {
    let named = |name: &str, customer: Customer| {
        let mut reading = reading(vec![customer]);
        name.clone_into(&mut reading.source.name);
        (None, reading)
    };
    let first = named("klanten.csv", customer("Bakker", 100));
    let one = project_with(&Project::default(), vec![first], false);
    let again = named("klanten.csv", customer("Bakker", 150));
    let other = named("meer.csv", customer("Slager", 200));
    let two = project_with(&one, vec![again, other], false);
    let files: Vec<&str> = two.sources().map(|source| source.name.as_str()).collect();
    assert_eq!(files, ["klanten.csv", "meer.csv"]);
    assert_eq!(two.readings[0].parties[0].revenue, Some(Cents(150)));
    let pasted = (None, reading(vec![customer("Kapper", 1)]));
    let three = project_with(&two, vec![pasted.clone(), pasted], false);
    assert_eq!(three.readings.len(), 4);
}

#[test]
fn a_remark_changes_no_class_and_leaves_nothing_behind_when_it_is_wiped() {
    with_state(firm(10), |project, derived| {
        let before = derived.outcome.get_untracked();
        mark_never_satisfied(project, FIRST, true);
        assert!(project.get_untracked().ratings[&FIRST].never_satisfied);
        assert_eq!(changes(&before, &derived.outcome.get_untracked()), []);
        mark_never_satisfied(project, FIRST, false);
        assert!(project.get_untracked().ratings.is_empty());
    });
}

#[test]
fn a_note_is_kept_wiped_and_brought_back_by_undo() {
    with_state(firm(3), |project, _| {
        let text = || {
            let now = project.get_untracked();
            now.notes.get(&FIRST).map(|notes| notes.text.clone())
        };
        assert!(write_note(project, FIRST, "Betaalt na de derde brief."));
        assert_eq!(project.undoable(), Some(Change::Remark));
        wipe_notes(project, FIRST);
        assert_eq!(text(), None);
        project.undo();
        assert_eq!(text().as_deref(), Some("Betaalt na de derde brief."));
        assert!(!write_note(project, FIRST, &"x".repeat(1_000_000)));
        assert_eq!(text().as_deref(), Some("Betaalt na de derde brief."));
    });
}

#[test]
fn what_the_owner_likes_and_aims_for_changes_no_class() {
    with_state(firm(10), |project, derived| {
        let before = derived.outcome.get_untracked();
        mark_liked(project, FIRST, true);
        assert!(project.get_untracked().ratings[&FIRST].liked);
        set_target(project, Some(200));
        assert_eq!(project.get_untracked().ideal_target, Some(100));
        assert_eq!(check(&project.get_untracked()), Ok(()));
        assert_eq!(changes(&before, &derived.outcome.get_untracked()), []);
        set_target(project, None);
        mark_liked(project, FIRST, false);
        assert!(project.get_untracked().ratings.is_empty());
    });
}

#[test]
fn an_answer_is_kept_as_the_owners_word_and_undone_like_one() {
    with_state(firm(10), |project, derived| {
        answer(project, FIRST, Answer::Attention(Attention::Extreme));
        let hours = derived.outcome.get_untracked().inputs[0].hours;
        assert_eq!(hours, Some(60.0));
        assert_eq!(project.undoable(), Some(Change::Answer));
        project.undo();
        assert!(project.get_untracked().ratings.is_empty());
    });
}

#[test]
fn a_text_that_could_not_be_saved_is_refused_where_it_is_typed() {
    with_state(firm(3), |project, _| {
        let long = "a\n".repeat(MAX_TEXT_BYTES / 2);
        assert_eq!(set_prospects(project, long.clone()), Ok(()));
        assert_eq!(check(&project.get_untracked()), Ok(()));
        let kept = project.get_untracked();
        // With this list the project could neither be saved nor opened again.
        let too_long = format!("{long}b");
        assert_eq!(set_prospects(project, too_long.clone()), Err(TooLong));
        assert_eq!(
            edit_sentence(project, "brings", Some(too_long)),
            Err(TooLong)
        );
        assert_eq!(project.get_untracked(), kept);
    });
}
