//! Guesses, last time and the day of the next analysis in the stored text.

use super::*;
use crate::classify::policy::Policy;
use crate::classify::{Criterion, Fail, Rule};
use crate::migration::{LastTime, Outcome, Past, Settings};

fn past(name: &str) -> Past {
    Past {
        name: name.to_owned(),
        code: "00123".into(),
        registrations: vec!["NL812345678B01".into()],
        outcome: Outcome {
            class: Class::B,
            revenue: Some(1234.56),
            cm2: Some(-10.0),
            hours: None,
            scores: [Some(60.0), Some(40.5), None, None],
            total: Some(50.25),
            rule: Some(Rule::Loss),
            fails: vec![Fail::Below(Criterion::Profit), Fail::Score],
            is_by_hand: true,
            is_new: false,
        },
    }
}

fn with_last_time() -> Project {
    Project {
        guesses: BTreeMap::from([(CustomerId(0), Class::A), (CustomerId(1), Class::C)]),
        is_guessing_declined: true,
        last_time: Some(Arc::new(LastTime {
            name: "vorig.kernklant".into(),
            on: Some(jiff::civil::date(2025, 11, 25)),
            settings: Some(Settings {
                policy: Policy::default(),
                rate: 62.5,
            }),
            customers: vec![past("Bakkerij De Korenaar"), past("Weg")],
        })),
        review_chosen: Some(jiff::civil::date(2027, 3, 1)),
        ..sample()
    }
}

/// Never to be changed: this is what lies on people's disks.
#[test]
fn the_words_of_guesses_and_of_last_time_stay_as_they_are() {
    let text = text_of(&with_last_time());
    for part in [
        "\"review_on\":\"2027-03-01\"",
        "\"guesses\":[{\"party\":0,\"class\":\"a\"},{\"party\":1,\"class\":\"c\"}],\"no_guesses\":true",
        concat!(
            "]}],\"last_time\":{\"name\":\"vorig.kernklant\",\"on\":\"2025-11-25\",",
            "\"settings\":{\"policy\":{\"weights\":[0.25,0.25,0.25,0.25],\"floor\":50.0,\"a_cut\":65.0,",
            "\"margin_min\":{\"factor_of_firm\":0.5},\"contribution_min\":{\"account_hours\":4.0},",
            "\"new_months\":6.0,\"price_norm_factor\":0.8,\"attention_norm_factor\":1.5,",
            "\"b_plus_potential\":75.0},\"hour\":62.5},\"customers\":[\n",
            "{\"name\":\"Bakkerij De Korenaar\",\"code\":\"00123\",",
            "\"registrations\":[\"NL812345678B01\"],\"class\":\"b\",\"revenue\":1234.56,\"cm2\":-10.0,",
            "\"scores\":[60.0,40.5,null,null],\"total\":50.25,\"rule\":\"loss\",",
            "\"fails\":[\"profit\",\"score\"],\"by_hand\":true},\n",
        ),
    ] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    assert_eq!(restore(&text), Ok(with_last_time()));
}

#[test]
fn what_would_mislead_is_refused_by_name() {
    let many = "\"size\",".repeat(6);
    for (from, to, expected) in [
        (
            "{\"party\":0,\"class\"",
            "{\"party\":9,\"class\"".to_owned(),
            ProjectError::Dangling { what: "guesses" },
        ),
        (
            "{\"party\":0,\"class\"",
            "{\"party\":1,\"class\"".to_owned(),
            ProjectError::Duplicate { what: "guesses" },
        ),
        (
            "\"revenue\":1234.56",
            "\"revenue\":1e300".to_owned(),
            ProjectError::OutOfRange { what: "last_time" },
        ),
        (
            "[60.0,",
            "[-1e31,".to_owned(),
            ProjectError::OutOfRange { what: "last_time" },
        ),
        (
            "\"fails\":[",
            format!("\"fails\":[{many}"),
            ProjectError::TooMany {
                what: "fails",
                max: 6,
            },
        ),
        (
            "\"2025-11-25\"",
            "\"2025-02-29\"".to_owned(),
            ProjectError::OutOfRange { what: "on" },
        ),
        (
            "\"2027-03-01\"",
            "\"2027-3-1\"".to_owned(),
            ProjectError::OutOfRange { what: "review_on" },
        ),
        (
            "\"Weg\"",
            format!("\"{}\"", "ë".repeat(1_001)),
            ProjectError::TextTooLong {
                what: "name",
                max: 1_000,
            },
        ),
    ] {
        let outcome = restore(&forged(&with_last_time(), from, &to));
        assert_eq!(outcome, Err(expected), "{to}");
    }
    // Kept before settings were.
    let text = text_of(&with_last_time());
    let (before, after) = (
        text.find(",\"settings\"").unwrap(),
        text.find(",\"customers\":[\n{\"name\":\"Bakkerij De Korenaar\",\"code\"")
            .unwrap(),
    );
    let older = restore(&forged(&with_last_time(), &text[before..after], ""));
    let mut expected = with_last_time();
    expected.last_time = expected.last_time.map(|last| {
        Arc::new(LastTime {
            settings: None,
            ..(*last).clone()
        })
    });
    assert_eq!(older, Ok(expected));

    let mut project = with_last_time();
    let mut spoiled = past("Weg");
    spoiled.outcome.cm2 = Some(f64::NAN);
    project.last_time = Some(Arc::new(LastTime {
        customers: vec![spoiled],
        ..LastTime::default()
    }));
    let what = "last_time";
    assert_eq!(check(&project), Err(ProjectError::OutOfRange { what }));
}

#[test]
fn a_long_last_time_is_made_in_small_pieces() {
    for n_customers in [0, 1, 1_999, 2_000, 2_001, 10_000] {
        let customers = (0..n_customers).map(|number: usize| past(&number.to_string()));
        let project = Project {
            last_time: Some(Arc::new(LastTime {
                customers: customers.collect(),
                ..LastTime::default()
            })),
            ..sample()
        };
        let n_lines = stored::pieces(&project).map(|piece| piece.lines().count());
        assert!(n_lines.max().unwrap() <= 2_002);
        assert_eq!(restore(&text_of(&project)), Ok(project));
    }
}

#[test]
fn guesses_follow_their_customers_into_another_reading() {
    let mut project = Project::of_customers(["Alfa", "Beta", "Weg"].map(|name| Customer {
        name: name.to_owned(),
        revenue: Some(Cents(100)),
        ..Customer::default()
    }));
    for (at, class) in (0..3).zip([Class::A, Class::B, Class::C]) {
        project.guesses.insert(CustomerId(at), class);
    }
    let again = Project::of_customers(["BETA", "Nieuw", "alfa"].map(|name| Customer {
        name: name.to_owned(),
        ..Customer::default()
    }));
    let after = project.rejoined(again.readings, JoinDecisions::default());
    let expected = [(CustomerId(0), Class::B), (CustomerId(2), Class::A)];
    assert_eq!(after.guesses, BTreeMap::from(expected));
}
