//! State without a browser: provide, act, read.

use std::collections::BTreeMap;
use std::sync::Arc;

use abc_core::certainty::questions::Answer;
use abc_core::classify::Criterion;
use abc_core::classify::summary::summary;
use abc_core::costs::OwnRating;
use abc_core::customers::{Attention, Class, Customer, CustomerId, Rating};
use abc_core::intake::{ReadOptions, Source, SourceKind};
use abc_core::join::FileKey;
use abc_core::migration::{Recognition, migration_from};
use abc_core::money::Cents;
use abc_core::project::{MAX_TEXT_BYTES, Override, OverrideReason, Project, check};
use abc_core::protocol::Reader;
use abc_core::readings::Reading;
use leptos::prelude::*;

use super::actions::costs::{Estimate, estimate, fit_estimates, set_cost_model, set_person_rate};
use super::actions::customers::{
    answer, edit_upgrade, mark_liked, mark_never_satisfied, move_policy, override_class, rate,
    set_policy, wipe_notes, write_note,
};
use super::actions::data::{Place, number_of, project_with};
use super::actions::guesses::{forget_guesses, guess};
use super::actions::ideal::{TooLong, edit_sentence, set_prospects, set_target};
use super::actions::last_time::{
    last_time_of_copy, last_time_of_readings, set_last_time, set_review,
};
use super::derived::changes;
use super::project::Change;
use super::session::Column;
use super::{Derived, ProjectState, sample};
use crate::i18n::Locale;

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
    let after = project_with(&before, vec![(place_of(&before, 0), reading)], false);
    assert_eq!(
        after.ratings[&CustomerId(0)].potential,
        Some(Rating::new(4))
    );
    assert_eq!(after.ratings.len(), 1);
    assert!((after.policy.a_cut - 70.0).abs() < f64::EPSILON);
}

fn place_of(project: &Project, at: usize) -> Option<Place> {
    let reading = project.readings.get(at)?;
    Some(Place::of(at, &reading.source))
}

#[test]
fn a_file_that_is_read_again_finds_its_place_after_others_went_and_stays_out_when_it_went() {
    let named = |name: &str, cents| {
        let mut reading = reading(vec![customer(name, cents)]);
        name.clone_into(&mut reading.source.name);
        reading
    };
    let all = Project::of_readings([named("a.csv", 1), named("b.csv", 2)]);
    let place = place_of(&all, 1);
    let rest = Project::of_readings([named("b.csv", 2)]);
    let after = project_with(&rest, vec![(place.clone(), named("b.csv", 3))], false);
    let sums = |project: &Project| -> Vec<i64> {
        let readings = project.readings.iter();
        let revenue = readings.map(|reading| reading.parties[0].revenue.unwrap_or_default().0);
        revenue.collect()
    };
    assert_eq!(sums(&after), [3]);
    let gone = Project::of_readings([named("a.csv", 1)]);
    let after = project_with(&gone, vec![(place, named("b.csv", 3))], false);
    assert_eq!(sums(&after), [1]);
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

fn sample_firm(locale: Locale) -> Project {
    let list = sample::list(locale);
    let mut reader = Reader::new("", list.len() as u64, ReadOptions::default());
    reader.feed(list.as_bytes()).unwrap();
    let (customers, read) = reader.finish().unwrap();
    let arrived = vec![(None, read.into_reading(customers))];
    project_with(&Project::default(), arrived, true)
}

#[test]
fn start_shows_what_the_rules_say_of_the_sample() {
    for locale in [Locale::Nl, Locale::En] {
        with_state(sample_firm(locale), |_, derived| {
            let outcome = derived.outcome.get_untracked();
            let classes = summary(&outcome.inputs, &outcome.classification).classes;
            let found = classes.map(|share| (share.n, share.cm2.round() as i32));
            let shown = [0, 1, 2].map(|idx| {
                (
                    usize::from(sample::CUSTOMERS[idx]),
                    sample::CONTRIBUTION[idx],
                )
            });
            assert_eq!(found, shown, "{locale:?}");
        });
    }
}

#[test]
fn the_sample_speaks_the_language_of_its_reader() {
    let [dutch, english] = [Locale::Nl, Locale::En].map(sample_firm);
    let names = |project: &Project| -> Vec<String> {
        let columns = project.trait_columns.iter();
        columns.map(|column| column.name.clone()).collect()
    };
    let expected = ["Branche", "Regio", "Kanaal", "Beslisser", "Medewerkers"];
    assert_eq!(names(&dutch), expected);
    let expected = ["Sector", "Region", "Channel", "Decision maker", "Employees"];
    assert_eq!(names(&english), expected);
    for (dutch, english) in dutch.customers.iter().zip(english.customers.iter()) {
        assert_eq!(
            (&dutch.name, dutch.revenue),
            (&english.name, english.revenue)
        );
        assert_eq!(
            dutch.own_fault_hours.to_bits(),
            english.own_fault_hours.to_bits()
        );
    }
    let sectors = &english.trait_columns[0].values;
    assert!(sectors.contains(&"retail".to_owned()), "{sectors:?}");
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
    let mut pasted = [1, 2].map(|cents| (None, reading(vec![customer("Kapper", cents)])));
    pasted[1].1.source.nth = 1;
    let three = project_with(&two, pasted.to_vec(), false);
    assert_eq!(three.readings.len(), 4);
}

#[test]
fn files_that_are_called_the_same_are_told_apart() {
    let source = |name: &str, kind: SourceKind, n_bytes: u64, nth: u32| Source {
        name: name.to_owned(),
        kind,
        n_bytes,
        nth,
        ..Source::default()
    };
    let list = |n_bytes, nth| source("regels.csv", SourceKind::Transactions, n_bytes, nth);
    let pasted = |n_bytes, nth| source("", SourceKind::Customers, n_bytes, nth);
    let invoices = |n_bytes, nth| source("factuur.xml", SourceKind::Ubl, n_bytes, nth);
    let before = |sources: &[Source]| {
        let reading = |source: &Source| Reading {
            source: source.clone(),
            ..Reading::default()
        };
        Project::of_readings(sources.iter().map(reading).collect::<Vec<_>>())
    };
    let cases = [
        ("the first", vec![], vec![], list(1, 0), 0),
        ("corrected", vec![list(1, 0)], vec![], list(2, 0), 0),
        ("of another folder", vec![], vec![list(1, 0)], list(2, 0), 1),
        (
            "dropped again",
            vec![list(1, 0), list(2, 1)],
            vec![],
            list(2, 0),
            1,
        ),
        (
            "both dropped again",
            vec![list(1, 0), list(2, 1)],
            vec![list(2, 1)],
            list(1, 0),
            0,
        ),
        ("pasted again", vec![pasted(5, 0)], vec![], pasted(5, 0), 1),
        (
            "other invoices",
            vec![invoices(5, 0)],
            vec![],
            invoices(9, 0),
            1,
        ),
        (
            "the same invoices",
            vec![invoices(5, 0)],
            vec![],
            invoices(5, 0),
            0,
        ),
        (
            "of another kind",
            vec![list(1, 0)],
            vec![],
            source("regels.csv", SourceKind::Hours, 1, 0),
            0,
        ),
    ];
    for (name, there, of_batch, read, expected) in cases {
        let found = number_of(&read, &before(&there), of_batch.iter());
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn of_two_pasted_lists_the_chosen_one_counts() {
    let mut pasted = [100, 200].map(|cents| (None, reading(vec![customer("Kapper", cents)])));
    pasted[1].1.source.nth = 1;
    let both = project_with(&Project::default(), pasted.to_vec(), false);
    for (at, cents) in [(0, 100), (1, 200)] {
        let mut joins = both.joins.clone();
        joins.revenue = vec![FileKey::of(&both.readings[at].source)];
        let chosen = both.rejoined(Arc::clone(&both.readings), joins);
        assert_eq!(chosen.customers[0].revenue, Some(Cents(cents)));
    }
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
fn a_step_towards_a_is_kept_and_changes_no_class() {
    with_state(firm(3), |project, derived| {
        let before = derived.outcome.get_untracked();
        let step = || project.get_untracked().upgrades.get(&FIRST).cloned();
        assert!(edit_upgrade(project, FIRST, |step| step.who = "Joris".to_owned()));
        assert_eq!(project.undoable(), Some(Change::Upgrade));
        assert_eq!(changes(&before, &derived.outcome.get_untracked()), []);
        let kept = step();
        assert!(!edit_upgrade(project, FIRST, |step| step.who = "x".repeat(1_000)));
        assert_eq!(step(), kept);
        project.undo();
        assert_eq!(step(), None);
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

#[test]
fn guesses_are_steps_of_undo_and_forgotten_together() {
    with_state(firm(10), |project, derived| {
        let second = CustomerId(1);
        guess(project, FIRST, Some(Class::A));
        guess(project, second, Some(Class::C));
        guess(project, second, None);
        let guesses = || project.get_untracked().guesses.clone();
        assert_eq!(guesses(), BTreeMap::from([(FIRST, Class::A)]));
        assert_eq!(project.undoable(), Some(Change::Guess));
        project.undo();
        assert_eq!(guesses()[&second], Class::C);

        // A guess says nothing about the class.
        let classes = derived.outcome.get_untracked().classes();
        forget_guesses(project);
        assert_eq!(derived.outcome.get_untracked().classes(), classes);
        let now = project.get_untracked();
        assert!(now.guesses.is_empty() && now.is_guessing_declined);
        project.undo();
        assert_eq!(guesses().len(), 2);
        assert!(!project.get_untracked().is_guessing_declined);
    });
}

#[test]
fn a_copy_is_last_time_and_a_damaged_one_is_not() {
    let mut earlier = firm(12);
    earlier.analysed_on = Some(jiff::civil::date(2025, 11, 25));
    let text: String = abc_core::project::stored::pieces(&earlier).collect();
    let last = last_time_of_copy("vorig.kernklant".to_owned(), &text);
    let last = last.unwrap().unwrap();
    assert_eq!((last.customers.len(), last.on), (12, earlier.analysed_on));

    with_state(firm(12), |project, derived| {
        set_last_time(project, Some(last));
        let now = project.get_untracked();
        assert!(abc_core::project::check(&now).is_ok());
        let outcome = derived.outcome.get_untracked();
        let last = now.last_time.as_ref().unwrap();
        let mut work = Recognition::new(&last.customers, &now.customers);
        let again = std::iter::repeat_with(|| work.step()).flatten().next();
        let again = again.unwrap();
        let (inputs, classes) = (&outcome.inputs, &outcome.classification);
        let found = migration_from(&last.customers, &again, inputs, classes, None);
        assert_eq!((found.agreement.n_same(), found.moves.len()), (12, 0));
        set_last_time(project, None);
        assert_eq!(project.get_untracked().last_time, None);
        project.undo();
        assert!(project.get_untracked().last_time.is_some());
    });

    let damaged = text.replacen("Klant 3", "Klant X", 1);
    let refused = last_time_of_copy(String::new(), &damaged);
    assert_eq!(refused, Err(abc_core::project::ProjectError::Damaged));
    let nobody: String = abc_core::project::stored::pieces(&Project::default()).collect();
    assert_eq!(last_time_of_copy(String::new(), &nobody), Ok(None));
}

#[test]
fn files_of_last_time_are_classified_by_the_weights_of_now_over_their_own_period() {
    let mut now = firm(6);
    now.policy.a_cut = 40.0;
    now.cost_model.months = 6;
    now.cost_model.months_assumed = false;
    now.ratings.entry(FIRST).or_default().potential = Some(Rating::new(5));
    let mut file = reading(now.customers.to_vec());
    file.source.name = "omzet-2025.csv".to_owned();
    file.source.period = Some((
        jiff::civil::date(2025, 1, 2),
        jiff::civil::date(2025, 12, 30),
    ));
    let last = last_time_of_readings(&now, vec![file]).unwrap();
    assert_eq!(last.name, "omzet-2025.csv");
    assert_eq!(last.on, Some(jiff::civil::date(2025, 12, 30)));
    let first = &last.customers[0].outcome;
    // Not twice the amount, as the six months of now would make it; and without a rating of now.
    assert_eq!(first.revenue, Some(200.0));
    assert_eq!(first.scores[2], None);
    assert_eq!(last_time_of_readings(&now, vec![reading(Vec::new())]), None);
}

#[test]
fn the_day_to_look_again_is_set_and_given_back() {
    let mut firm = firm(3);
    firm.analysed_on = Some(jiff::civil::date(2026, 11, 25));
    with_state(firm, |project, _| {
        let day = jiff::civil::date(2027, 3, 1);
        set_review(project, Some(day));
        assert_eq!(project.get_untracked().review_on(), Some(day));
        set_review(project, None);
        let in_a_year = jiff::civil::date(2027, 11, 25);
        assert_eq!(project.get_untracked().review_on(), Some(in_a_year));
        project.undo();
        assert_eq!(project.get_untracked().review_on(), Some(day));
    });
}

#[test]
fn an_estimate_changes_the_hours_at_once_and_is_undone_by_itself() {
    with_state(firm(10), |project, derived| {
        let hours = || derived.outcome.get_untracked().inputs[0].hours;
        let attention = |attention| estimate(project, FIRST, Estimate::Attention(attention));
        assert!(attention(Some(Attention::High)));
        assert!(estimate(project, FIRST, Estimate::Orders(Some(4))));
        assert_eq!(hours(), Some(26.0));
        assert_eq!(project.undoable(), Some(Change::Estimate));
        project.undo();
        assert_eq!(hours(), Some(24.0));
        assert!(estimate(project, FIRST, Estimate::Hours(Some(2.5))));
        assert_eq!(hours(), Some(2.5));
        assert!(estimate(project, FIRST, Estimate::Hours(None)));
        assert!(attention(None));
        assert!(project.get_untracked().ratings.is_empty());
    });
}

#[test]
fn an_estimate_that_could_not_be_stored_is_refused_where_it_is_given() {
    with_state(firm(3), |project, _| {
        let most = OwnRating::MOST_COUNTED;
        for (answer, fits) in [
            (Estimate::Orders(Some(most)), true),
            (Estimate::Orders(Some(most + 1)), false),
            (Estimate::Visits(Some(u32::MAX)), false),
            (Estimate::Complaints(Some(0)), true),
            (Estimate::Hours(Some(1e6)), true),
            (Estimate::Hours(Some(1e6 + 1.0)), false),
            (Estimate::Hours(Some(-1.0)), false),
            (Estimate::Hours(Some(f64::NAN)), false),
            (Estimate::Purchases(Some(100.0)), true),
            (Estimate::Purchases(Some(100.1)), false),
        ] {
            let before = project.get_untracked();
            assert_eq!(estimate(project, FIRST, answer), fits, "{answer:?}");
            let after = project.get_untracked();
            assert_eq!(check(&after), Ok(()));
            assert!(fits || *after == *before, "{answer:?}");
        }
    });
}

#[test]
fn estimates_are_scaled_once_more_and_taken_back_in_one_step() {
    with_state(firm(10), |project, derived| {
        let hours = || derived.outcome.get_untracked().inputs[0].hours;
        assert_eq!(hours(), Some(8.0));
        fit_estimates(project, 0.5);
        assert_eq!(hours(), Some(4.0));
        fit_estimates(project, 0.25);
        assert_eq!(hours(), Some(1.0));
        fit_estimates(project, f64::INFINITY);
        assert_eq!(hours(), Some(1.0));
        project.undo();
        assert_eq!(hours(), Some(4.0));
        set_cost_model(project, |model| model.estimates_scale = None);
        assert_eq!(hours(), Some(8.0));
    });
}

#[test]
fn the_rate_of_a_person_counts_at_once_and_stays_when_a_file_is_read_again() {
    let worked = |seconds: u64| Reading {
        persons: vec!["Joris".to_owned()],
        ..reading(vec![Customer {
            seconds_by_person: vec![(0, seconds)],
            hours: Some(seconds as f64 / 3_600.0),
            ..customer("Bakker", 100_000)
        }])
    };
    let hour_cost = |derived: Derived| derived.outcome.get_untracked().inputs[0].hour_cost;
    with_state(Project::of_readings([worked(7_200)]), |project, derived| {
        assert_eq!(hour_cost(derived), None);
        set_person_rate(project, "Joris", Some(Cents(45_00)));
        assert_eq!(hour_cost(derived), Some(45.0));
        assert_eq!(project.undoable(), Some(Change::CostModel));
        project.apply(Change::Import, |project| {
            let place = place_of(project, 0);
            *project = project_with(project, vec![(place, worked(3_600))], false);
        });
        assert_eq!(hour_cost(derived), Some(45.0));
        set_person_rate(project, "Joris", None);
        assert_eq!(hour_cost(derived), None);
    });
}

#[test]
fn columns_keep_their_order_and_the_fixed_ones_whatever_is_stored() {
    let codes = ["margin", "revenue", "of another version"].map(str::to_owned);
    assert_eq!(
        Column::from_codes(&codes),
        [Column::Class, Column::Name, Column::Revenue, Column::Margin]
    );
    let all = Column::ALL.map(|column| column.code().to_owned());
    assert_eq!(Column::from_codes(&all), Column::ALL);
    assert_eq!(Column::shown_at_first().len(), 9);
}
