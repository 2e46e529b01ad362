//! What is stored comes back, and nothing else gets in.

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::classify::policy::{ContributionMin, MarginMin};
use crate::customers::{Grade, Rating, TraitKind};
use crate::intake::Forms;
use crate::money::Cents;

mod arbitrary;
mod joining;
mod last_time;

fn text_of(project: &Project) -> String {
    stored::pieces(project).collect()
}

/// The text of a copy with this as its project and the checksum that belongs to it.
fn sealed(project: &str) -> String {
    let checksum = crc32fast::hash(project.as_bytes());
    format!(
        "{{\"format\":\"kernklant\",\"schema\":2,\"project\":{project},\"crc32\":\"{checksum:08x}\"}}"
    )
}

/// The project's own text with one part replaced, sealed again as somebody with bad intentions would.
fn forged(project: &Project, from: &str, to: &str) -> String {
    let text = text_of(project);
    let (_, rest) = text.split_once("\"project\":").unwrap();
    let (inner, _) = rest.rsplit_once(",\"crc32\":").unwrap();
    assert!(inner.contains(from), "{from} is not in {inner}");
    sealed(&inner.replacen(from, to, 1))
}

/// One of everything, so that the words of the schemas can be read below.
fn sample() -> Project {
    let customers = vec![
        Customer {
            name: "Bakkerij De Korenaar".into(),
            code: "00123".into(),
            revenue: Some(Cents(123_456)),
            hours: Some(12.5),
            hours_grade: Grade::Estimated,
            potential: Rating::new(4),
            traits: vec![1],
            n_rows: 3,
            ..Customer::default()
        },
        Customer {
            name: "Slagerij".into(),
            ..Customer::default()
        },
    ];
    let trait_columns = vec![TraitColumn {
        name: "Branche".into(),
        kind: TraitKind::Category,
        values: vec!["Bakker".into()],
    }];
    let own = OwnRating {
        potential: Some(Rating::new(5)),
        relationship: Some(None),
        ..OwnRating::default()
    };
    let by_hand = Override {
        class: Class::A,
        reason: OverrideReason::Network,
        note: String::new(),
        date: Some(jiff::civil::date(2026, 11, 25)),
        computed: None,
    };
    Project {
        ratings: BTreeMap::from([(CustomerId(0), own)]),
        overrides: BTreeMap::from([(CustomerId(1), by_hand)]),
        page_edits: BTreeMap::from([("size".into(), "Klein".into())]),
        analysed_on: Some(jiff::civil::date(2026, 11, 25)),
        ..Project::of_readings([Reading {
            parties: customers.into(),
            trait_columns: trait_columns.into(),
            ..Reading::default()
        }])
    }
}

/// Never to be changed: this is what lies on people's disks.
const SCHEMA_1: &str = concat!(
    r#"{"format":"kernklant","schema":1,"project":{"is_sample":false,"analysed_on":"2026-11-25","#,
    r#""policy":{"weights":[0.25,0.25,0.25,0.25],"floor":50.0,"a_cut":65.0,"#,
    r#""margin_min":{"factor_of_firm":0.5},"contribution_min":{"account_hours":4.0},"#,
    r#""new_months":6.0,"price_norm_factor":0.8,"attention_norm_factor":1.5,"#,
    r#""b_plus_potential":75.0},"#,
    r#""cost_model":{"hourly_cost_cents":null,"direct_cost_permille":null,"fills_hours":true,"#,
    r#""months":12,"months_assumed":true},"#,
    r#""ratings":[{"customer":0,"potential":5,"relationship":0}],"#,
    r#""overrides":[{"customer":1,"class":"a","reason":"network","note":"","#,
    r#""date":"2026-11-25"}],"page_edits":[{"key":"size","text":"Klein"}],"sources":[],"#,
    r#""trait_columns":[{"name":"Branche","kind":"category","values":["Bakker"]}],"customers":["#,
    "\n",
    r#"{"name":"Bakkerij De Korenaar","code":"00123","revenue_cents":123456,"hours":12.5,"#,
    r#""hours_grade":"estimated","potential":4,"traits":[1],"n_rows":3},"#,
    "\n",
    r#"{"name":"Slagerij"}"#,
    "\n]},\"crc32\":\"c27733b6\"}\n",
);

/// Never to be changed either.
const SCHEMA_2: &str = concat!(
    r#"{"format":"kernklant","schema":2,"project":{"is_sample":false,"analysed_on":"2026-11-25","#,
    r#""policy":{"weights":[0.25,0.25,0.25,0.25],"floor":50.0,"a_cut":65.0,"#,
    r#""margin_min":{"factor_of_firm":0.5},"contribution_min":{"account_hours":4.0},"#,
    r#""new_months":6.0,"price_norm_factor":0.8,"attention_norm_factor":1.5,"#,
    r#""b_plus_potential":75.0},"#,
    r#""cost_model":{"hourly_cost_cents":null,"direct_cost_permille":null,"fills_hours":true,"#,
    r#""months":12,"months_assumed":true},"#,
    r#""joins":{"pairs":[],"apart":[],"own":[],"revenue":[]},"#,
    r#""ratings":[{"party":0,"potential":5,"relationship":0}],"#,
    r#""overrides":[{"party":1,"class":"a","reason":"network","note":"","#,
    r#""date":"2026-11-25"}],"page_edits":[{"key":"size","text":"Klein"}],"readings":["#,
    "\n",
    r#"{"source":{"name":"","n_bytes":0,"kind":"customers","encoding":"utf-8","has_bom":false,"#,
    r#""delimiter":"\u0000","header_line":null,"columns":[],"#,
    r#""tally":{"records":0,"accepted":0,"rejected":0,"ignored":0},"#,
    r#""rejected":[],"ignored":[],"flagged":[],"file_flags":[],"sample":[],"questions":[],"#,
    r#""period":null,"revenue_cents":0,"options":{"encoding":null,"delimiter":null,"#,
    r#""roles":[],"answers":[],"today":null}},"months":null,"#,
    r#""trait_columns":[{"name":"Branche","kind":"category","values":["Bakker"]}],"parties":["#,
    "\n",
    r#"{"name":"Bakkerij De Korenaar","code":"00123","revenue_cents":123456,"hours":12.5,"#,
    r#""hours_grade":"estimated","potential":4,"traits":[1],"n_rows":3},"#,
    "\n",
    r#"{"name":"Slagerij"}"#,
    "\n]}]},\"crc32\":\"",
);

#[test]
fn a_text_of_schema_1_is_still_read() {
    assert_eq!(restore(SCHEMA_1), Ok(sample()));
}

#[test]
fn the_text_of_schema_2_stays_as_it_is() {
    let text = text_of(&sample());
    assert_eq!(text.get(..SCHEMA_2.len()), Some(SCHEMA_2));
    assert_eq!(restore(&text), Ok(sample()));
}

#[test]
fn a_copy_may_have_gone_through_an_editor_that_adds_a_mark_or_a_line() {
    let text = text_of(&sample());
    for kept in [format!("\u{feff}{text}"), format!("{text}\r\n\n")] {
        assert_eq!(restore(&kept), Ok(sample()));
    }
}

#[test]
fn foreign_newer_and_damaged_texts_are_told_apart() {
    let text = text_of(&sample());
    let newer = ProjectError::Newer {
        schema: 3,
        known: 2,
    };
    for (title, text, expected) in [
        ("empty", String::new(), ProjectError::NotAProject),
        (
            "a csv",
            "Naam;Omzet\nBakker;1".into(),
            ProjectError::NotAProject,
        ),
        (
            "other json",
            "{\"name\":\"package\"}".into(),
            ProjectError::NotAProject,
        ),
        ("a list", "[1,2]".into(), ProjectError::NotAProject),
        ("deep", "[".repeat(1_000_000), ProjectError::NotAProject),
        (
            "another format",
            text.replacen("\"kernklant\"", "\"other\"", 1),
            ProjectError::NotAProject,
        ),
        (
            "newer, with what we cannot know",
            text.replacen("\"schema\":2", "\"schema\":3,\"zipped\":true", 1),
            newer,
        ),
        (
            "cut off",
            text[..text.len() / 2].into(),
            ProjectError::Damaged,
        ),
        (
            "cut off, of an earlier schema",
            text[..text.len() / 2].replacen("\"schema\":2", "\"schema\":1", 1),
            ProjectError::Damaged,
        ),
        (
            "no checksum",
            text.replacen("crc32", "crc", 1),
            ProjectError::Damaged,
        ),
        (
            "a figure changed",
            text.replacen("123456", "123457", 1),
            ProjectError::Damaged,
        ),
    ] {
        assert_eq!(restore(&text), Err(expected), "{title}");
    }
}

#[test]
fn another_form_is_refused_even_with_a_good_checksum() {
    for (title, from, to) in [
        (
            "an unknown field",
            "\"is_sample\":",
            "\"html\":1,\"is_sample\":",
        ),
        (
            "an unknown field of a customer",
            "\"code\":",
            "\"url\":1,\"code\":",
        ),
        ("an unknown word", "\"network\"", "\"magic\""),
        ("a missing decision", "\"floor\":50.0,", ""),
        (
            "a field twice",
            "\"floor\":50.0,",
            "\"floor\":50.0,\"floor\":50.0,",
        ),
        ("a number as text", "\"floor\":50.0", "\"floor\":\"50\""),
        ("no number at all", "\"floor\":50.0", "\"floor\":NaN"),
        ("a number beyond f64", "\"floor\":50.0", "\"floor\":1e999"),
        ("half a cent", "123456", "1234.5"),
        ("five weights", "[0.25,", "[0.25,0.25,"),
    ] {
        let outcome = restore(&forged(&sample(), from, to));
        // Text that is no JSON at all does not even get to the checksum.
        let is_refused = matches!(
            outcome,
            Err(ProjectError::Malformed { .. } | ProjectError::Damaged)
        );
        assert!(is_refused, "{title}: {outcome:?}");
    }
}

#[test]
fn values_that_would_mislead_or_break_the_maths_are_refused_by_name() {
    let out_of_range = |what| ProjectError::OutOfRange { what };
    let dangling = |what| ProjectError::Dangling { what };
    for (from, to, expected) in [
        (
            "[0.25,0.25,0.25,0.25]",
            "[0,0,0,0]",
            out_of_range("weights"),
        ),
        ("[0.25,", "[-1,", out_of_range("weights")),
        ("\"floor\":50.0", "\"floor\":101", out_of_range("floor")),
        ("\"a_cut\":65.0", "\"a_cut\":-1", out_of_range("a_cut")),
        (
            "{\"factor_of_firm\":0.5}",
            "{\"share\":1.5}",
            out_of_range("margin_min"),
        ),
        ("\"months\":12", "\"months\":0", out_of_range("months")),
        (
            "\"potential\":4",
            "\"potential\":6",
            out_of_range("potential"),
        ),
        (
            "\"potential\":4",
            "\"potential\":0",
            out_of_range("potential"),
        ),
        (
            "\"relationship\":0",
            "\"relationship\":9",
            out_of_range("relationship"),
        ),
        (
            "\"2026-11-25\"",
            "\"2026-02-30\"",
            out_of_range("analysed_on"),
        ),
        ("\"hours\":12.5", "\"hours\":1e300", out_of_range("hours")),
        ("\"traits\":[1]", "\"traits\":[2]", dangling("traits")),
        ("\"traits\":[1]", "\"traits\":[1,0]", dangling("traits")),
        ("{\"party\":0,", "{\"party\":2,", dangling("ratings")),
        (
            "{\"party\":0,",
            "{\"reading\":1,\"party\":0,",
            dangling("ratings"),
        ),
        (
            "{\"party\":1,",
            "{\"party\":4294967295,",
            dangling("overrides"),
        ),
        (
            "\"ratings\":[",
            "\"ratings\":[{\"party\":0},",
            ProjectError::Duplicate { what: "ratings" },
        ),
        (
            "\"n_rows\":3",
            "\"bought\":[\"2024-05-01\",\"2024-02-01\",18]",
            out_of_range("bought"),
        ),
        (
            "\"period\":null",
            "\"period\":[\"2025-05-01\",\"2025-02-01\"]",
            out_of_range("period"),
        ),
        (
            "\"n_rows\":3",
            "\"seconds_by_person\":[[0,60]]",
            dangling("seconds_by_person"),
        ),
        (
            "\"pairs\":[]",
            "\"pairs\":[{\"a\":{\"code\":\"1\"},\"b\":{\"code\":\"1\"},\"verdict\":\"same\"}]",
            ProjectError::Duplicate { what: "pairs" },
        ),
        (
            "\"page_edits\":[",
            "\"ideal_target\":101,\"page_edits\":[",
            out_of_range("ideal_target"),
        ),
        (
            "\"page_edits\":[",
            "\"fit_traits\":[\"Regio\",\"Regio\"],\"page_edits\":[",
            ProjectError::Duplicate { what: "fit_traits" },
        ),
        (
            "\"own\":[]",
            "\"own\":[{\"code\":\"1\"},{\"code\":\"1\"}]",
            ProjectError::Duplicate { what: "own" },
        ),
    ] {
        let outcome = restore(&forged(&sample(), from, to));
        assert_eq!(outcome, Err(expected), "{to}");
    }
}

#[test]
fn costs_and_estimates_have_limits() {
    let out_of_range = |what| ProjectError::OutOfRange { what };
    for (from, to, expected) in [
        (
            "\"relationship\":0",
            "\"purchases\":1001",
            out_of_range("purchases"),
        ),
        (
            "\"relationship\":0",
            "\"orders\":1000001",
            out_of_range("orders"),
        ),
        (
            "\"relationship\":0",
            "\"seconds\":3600000001",
            out_of_range("seconds"),
        ),
        (
            "\"months_assumed\":true",
            "\"months_assumed\":true,\"late_payment_permille\":1001",
            out_of_range("late_payment_permille"),
        ),
        (
            "\"months_assumed\":true",
            "\"months_assumed\":true,\"estimates_scale\":-0.5",
            out_of_range("estimates_scale"),
        ),
        (
            "\"months_assumed\":true",
            "\"months_assumed\":true,\"uncertainty\":{\"hours\":[0.1,0.2,1.5],\"direct_cost\":[0,0,0],\"revenue\":[0,0,0]}",
            out_of_range("uncertainty"),
        ),
        (
            "\"months_assumed\":true",
            "\"months_assumed\":true,\"person_rates\":[{\"person\":\"J\",\"cents\":1},\
             {\"person\":\"J\",\"cents\":2}]",
            ProjectError::Duplicate {
                what: "person_rates",
            },
        ),
        (
            "\"months_assumed\":true",
            "\"months_assumed\":true,\"person_rates\":[{\"person\":\"J\",\"cents\":-1}]",
            out_of_range("person_rates"),
        ),
    ] {
        let outcome = restore(&forged(&sample(), from, to));
        assert_eq!(outcome, Err(expected), "{to}");
    }
}

#[test]
fn lists_and_texts_have_an_end() {
    let too_many = |what, max| ProjectError::TooMany { what, max };
    let values = "\"\",".repeat(500_001);
    let customers = "{},".repeat(500_001);
    let columns = "{\"name\":\"\",\"kind\":\"number\",\"values\":[]},".repeat(1_025);
    let names = (0..500_001).fold(String::new(), |names, i| {
        names + "{\"name\":\"" + &i.to_string() + "\"},"
    });
    let long_name = "ë".repeat(1_001);
    for (from, to, expected) in [
        (
            "{\"name\":\"Slagerij\"}",
            format!("{customers}{{}}"),
            too_many("customers", 500_000),
        ),
        (
            "[\"Bakker\"]",
            format!("[{values}\"\"]"),
            too_many("values", 500_000),
        ),
        (
            "\"trait_columns\":[",
            format!("\"trait_columns\":[{columns}"),
            too_many("trait_columns", 1_024),
        ),
        (
            "\"own\":[]",
            format!("\"own\":[{names}{{\"name\":\"x\"}}]"),
            too_many("own", 500_000),
        ),
        (
            "Slagerij",
            long_name,
            ProjectError::TextTooLong {
                what: "name",
                max: 1_000,
            },
        ),
        (
            "Klein",
            "a".repeat(1_000_001),
            ProjectError::TextTooLong {
                what: "text",
                max: 1_000_000,
            },
        ),
    ] {
        assert_eq!(restore(&forged(&sample(), from, &to)), Err(expected));
    }
    assert!(restore(&forged(&sample(), "Slagerij", &"ë".repeat(1_000))).is_ok());
}

#[test]
fn notes_have_an_end_and_belong_to_a_customer() {
    let too_long = ProjectError::TextTooLong {
        what: "notes",
        max: Notes::MAX_CHARS,
    };
    let too_many = ProjectError::TooMany {
        what: "past",
        max: Notes::MAX_PAST,
    };
    let longest = "ë".repeat(Notes::MAX_CHARS);
    let past = "{\"class\":\"a\",\"reason\":\"network\",\"note\":\"\",\"date\":null,\"computed\":null,\"until\":null},"
        .repeat(Notes::MAX_PAST);
    let past = past.trim_end_matches(',');
    for (notes, expected) in [
        (
            format!("{{\"party\":0,\"text\":\"{longest}\",\"past\":[{past}]}}"),
            None,
        ),
        (
            format!("{{\"party\":0,\"text\":\"{longest}ë\"}}"),
            Some(too_long),
        ),
        (
            format!("{{\"party\":0,\"past\":[{past},{past}]}}"),
            Some(too_many),
        ),
        (
            "{\"party\":2}".to_owned(),
            Some(ProjectError::Dangling { what: "notes" }),
        ),
        (
            "{\"party\":0},{\"party\":0}".to_owned(),
            Some(ProjectError::Duplicate { what: "notes" }),
        ),
    ] {
        let to = format!("\"notes\":[{notes}],\"page_edits\":");
        let outcome = restore(&forged(&sample(), "\"page_edits\":", &to));
        assert_eq!(outcome.err(), expected, "{to:.80}");
    }
}

#[test]
fn steps_towards_a_have_an_end_and_belong_to_a_customer() {
    let too_long = |max| ProjectError::TextTooLong {
        what: "upgrades",
        max,
    };
    let step = "ë".repeat(Upgrade::MAX_STEP_CHARS);
    let who = "ë".repeat(Upgrade::MAX_WHO_CHARS);
    let cases = [
        (
            format!("{{\"party\":0,\"step\":\"{step}\",\"who\":\"{who}\",\"by\":\"2026-02-13\"}}"),
            None,
        ),
        (
            format!("{{\"party\":0,\"step\":\"{step}ë\"}}"),
            Some(too_long(Upgrade::MAX_STEP_CHARS)),
        ),
        (
            format!("{{\"party\":0,\"who\":\"{who}ë\"}}"),
            Some(too_long(Upgrade::MAX_WHO_CHARS)),
        ),
        (
            "{\"party\":0,\"by\":\"13-02-2026\"}".to_owned(),
            Some(ProjectError::OutOfRange { what: "by" }),
        ),
        (
            "{\"party\":2}".to_owned(),
            Some(ProjectError::Dangling { what: "upgrades" }),
        ),
        (
            "{\"party\":0},{\"party\":0}".to_owned(),
            Some(ProjectError::Duplicate { what: "upgrades" }),
        ),
    ];
    for (upgrades, expected) in cases {
        let to = format!("\"upgrades\":[{upgrades}],\"page_edits\":");
        let outcome = restore(&forged(&sample(), "\"page_edits\":", &to));
        assert_eq!(outcome.err(), expected, "{to:.80}");
    }
}

#[test]
fn what_may_not_be_restored_may_not_be_stored() {
    let cases: [(_, fn(&mut Project)); 10] = [
        ("weights", |p| p.policy.weights = [f64::NAN; 4]),
        ("floor", |p| p.policy.floor = f64::INFINITY),
        ("margin_min", |p| {
            p.policy.margin_min = MarginMin::Share(f64::NAN);
        }),
        ("contribution_min", |p| {
            p.policy.contribution_min = ContributionMin::Euros(f64::NEG_INFINITY);
        }),
        ("months", |p| p.cost_model.months = 0),
        ("hourly_cost_cents", |p| {
            p.cost_model.hourly_cost = Some(Cents(-1));
        }),
        ("fte", |p| p.cost_model.capacity.fte = Some(f64::NAN)),
        ("practical_share", |p| {
            p.cost_model.capacity.practical_share = 1.01;
        }),
        ("time_equation", |p| p.cost_model.time.base[3] = -1.0),
        ("hours", |p| {
            p.readings = Project::of_customers([Customer {
                hours: Some(f64::NAN),
                ..Customer::default()
            }])
            .readings;
        }),
    ];
    for (what, spoil) in cases {
        let mut project = sample();
        spoil(&mut project);
        assert_eq!(check(&project), Err(ProjectError::OutOfRange { what }));
    }
}

#[test]
fn no_error_names_a_customer() {
    for (from, to) in [
        ("\"traits\":[1]", "\"traits\":[2]"),
        ("\"code\":", "\"Korenaar\":1,\"code\":"),
        ("\"hours\":12.5", "\"hours\":\"Korenaar\""),
    ] {
        let error = restore(&forged(&sample(), from, to)).unwrap_err();
        let said = format!("{error} {error:?}");
        assert!(!said.contains("Korenaar"), "{said}");
    }
}

#[test]
fn a_large_project_is_made_in_small_pieces() {
    let customer = Customer {
        name: "Bakkerij De Korenaar".into(),
        revenue: Some(Cents(123)),
        ..Customer::default()
    };
    for n_customers in [0, 1, 1_999, 2_000, 2_001, 10_000] {
        // Each under a number of its own, or they would be proposed as one.
        let numbered = (0..n_customers).map(|number| Customer {
            code: number.to_string(),
            ..customer.clone()
        });
        let project = Project::of_customers(numbered.collect::<Vec<_>>());
        let n_lines = stored::pieces(&project).map(|piece| piece.lines().count());
        assert!(n_lines.max().unwrap() <= 2_002);
        assert_eq!(restore(&text_of(&project)), Ok(project));
    }
}

proptest! {
    #[test]
    fn what_is_stored_comes_back(project in arbitrary::project()) {
        prop_assert_eq!(check(&project), Ok(()));
        prop_assert_eq!(restore(&text_of(&project)), Ok(project));
    }

    #[test]
    fn what_was_said_about_forms_comes_back(
        said in proptest::collection::vec(("[a-z\u{1f}]{0,9}", arbitrary::options()), 0..4),
    ) {
        let forms = Forms::new(said);
        let text = stored::forms_text(&forms);
        prop_assert_eq!(stored::forms_from_text(&text), forms);
        prop_assert_eq!(stored::forms_from_text(&text[..text.floor_char_boundary(text.len() / 2)]), Forms::default());
    }

    /// Whatever happens to a copy, it is refused or says the same as before.
    #[test]
    fn a_copy_with_changed_bytes_is_never_another_project(
        project in arbitrary::project(),
        changes in proptest::collection::vec((any::<Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = text_of(&project).into_bytes();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(restored) = restore(&String::from_utf8_lossy(&bytes)) {
            prop_assert_eq!(restored, project);
        }
    }

    /// The checksum keeps no attacker out, so the form and the limits must.
    #[test]
    fn a_forged_copy_is_refused_or_within_the_limits(
        project in arbitrary::project(),
        at in any::<Index>(),
        inserted in select_hostile(),
    ) {
        let text = text_of(&project);
        let (_, rest) = text.split_once("\"project\":").unwrap();
        let (inner, _) = rest.rsplit_once(",\"crc32\":").unwrap();
        let mut inner = inner.to_owned();
        let at = (0..=at.index(inner.len())).rev().find(|at| inner.is_char_boundary(*at)).unwrap();
        inner.insert_str(at, inserted);
        if let Ok(restored) = restore(&sealed(&inner)) {
            prop_assert_eq!(check(&restored), Ok(()));
        }
    }
}

fn select_hostile() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec![
        "9", "-", "e9", "0.", "null", "\"", "\\", "[", "]", "{", "}", ",", "[[[[", "\u{0}", "true",
    ])
}
