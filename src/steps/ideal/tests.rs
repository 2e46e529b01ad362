//! What the page says about small made-up firms.

use std::collections::BTreeMap;

use abc_core::customers::{Customer, TraitColumn, TraitKind};
use abc_core::profile::{IdealProfile, profile_from};

use super::briefs::described;
use super::copied::page_text;
use super::figures::rows_of;
use abc_core::prospects::validation::Validation;

use super::finding::{more, opening};
use super::*;
use crate::i18n::catalog::aim::Channel;
use crate::i18n::{Locale, text_of};

const LANGUAGES: [Locale; 2] = [Locale::Nl, Locale::En];

/// A firm with one trait: value, class, how many. An empty value is unknown.
fn profile(header: &str, groups: &[(&str, Class, usize)]) -> IdealProfile {
    let mut column = TraitColumn {
        name: header.to_owned(),
        kind: TraitKind::Category,
        values: Vec::new(),
    };
    let (mut customers, mut classes) = (Vec::new(), Vec::new());
    for (value, class, n) in groups {
        if !value.is_empty() && !column.values.iter().any(|seen| seen == value) {
            column.values.push((*value).to_owned());
        }
        let place = column.values.iter().position(|seen| seen == value);
        let code = place.map_or(0, |idx| u32::try_from(idx).unwrap() + 1);
        for _ in 0..*n {
            customers.push(Customer {
                traits: vec![code],
                ..Customer::default()
            });
            classes.push(Some(*class));
        }
    }
    let columns = if header.is_empty() {
        Vec::new()
    } else {
        vec![column]
    };
    profile_from(&customers, &columns, &classes)
}

fn says(profile: &IdealProfile) -> String {
    text_of(&opening(profile, 9, Locale::Nl)).replace('\u{a0}', " ")
}

fn lines(profile: &IdealProfile, locale: Locale) -> Vec<Line> {
    let material = Material {
        profile,
        summary: &Summary::default(),
        n_filled: 0,
        assumed: &[],
    };
    lines_from(&material, locale)
}

const INSTALLERS: [(&str, Class, usize); 4] = [
    ("installatie", Class::A, 9),
    ("bouw", Class::A, 6),
    ("installatie", Class::B, 3),
    ("handel", Class::B, 40),
];

#[test]
fn the_opening_says_what_was_found_and_no_more() {
    let cases: [(&str, IdealProfile); 8] = [
        (
            "Nog niemand is A, dus is er nog geen ideale klant te tekenen.",
            profile("Branche", &[("bouw", Class::B, 9)]),
        ),
        (
            "Er is nog geen ideale klant te tekenen: je hebt 2 A-klanten.",
            profile("Branche", &[("bouw", Class::A, 2), ("zorg", Class::B, 9)]),
        ),
        (
            "Je 5 A-klanten zijn bekend, maar je bestand zegt niet wat voor bedrijven het zijn.",
            profile("", &[("", Class::A, 5), ("", Class::B, 9)]),
        ),
        (
            "Al je 5 klanten zijn A: er is niemand om ze mee te vergelijken.",
            profile("Branche", &[("bouw", Class::A, 5)]),
        ),
        (
            "Met 4 A-klanten is dit een portret, geen bewijs.",
            profile("Branche", &[("bouw", Class::A, 4), ("zorg", Class::B, 40)]),
        ),
        (
            "Tussen je 8 A-klanten en de 16 anderen is bij geen enkel kenmerk een verschil gevonden.",
            profile(
                "Branche",
                &[
                    ("bouw", Class::A, 4),
                    ("zorg", Class::A, 4),
                    ("bouw", Class::B, 8),
                    ("zorg", Class::B, 8),
                ],
            ),
        ),
        (
            "Van je 5 A-klanten of van de anderen is geen enkel kenmerk ingevuld; er is niets te vergelijken.",
            profile("Branche", &[("bouw", Class::A, 5), ("", Class::B, 9)]),
        ),
        (
            "Je ideale klant: in installatie of bouw. Nu passen 18 van je 58 klanten daarbij, van wie 9 A.",
            profile("Branche", &INSTALLERS),
        ),
    ];
    for (expected, profile) in cases {
        assert_eq!(says(&profile), expected);
    }
}

#[test]
fn a_profile_that_fits_too_many_is_called_loose() {
    let loose = profile(
        "Branche",
        &[
            ("bouw", Class::A, 20),
            ("bouw", Class::B, 5),
            ("zorg", Class::B, 25),
        ],
    );
    assert!(loose.is_loose());
    let said = more(
        &loose,
        Validated::NotYet,
        &Summary::default(),
        20,
        Locale::Nl,
    );
    let text = text_of(&said);
    assert!(text.contains("te ruim"), "{text}");
}

#[test]
fn fifteen_a_customers_and_a_signal_found_the_profile() {
    let of = |n_a: usize| {
        profile(
            "Branche",
            &[("bouw", Class::A, n_a), ("zorg", Class::B, 30)],
        )
    };
    let found = |lpo_auc: f64, p: f64| {
        Validated::Found(Validation {
            lpo_auc,
            loo_auc: lpo_auc,
            p,
            n_shuffles: 199,
            null_mean: 0.5,
            null_sd: 0.1,
        })
    };
    for (n_a, validated, word) in [
        (15, found(0.77, 0.01), "Onderbouwd: "),
        (
            14,
            found(0.77, 0.01),
            "Indicatief, want 14 A-klanten is weinig; ",
        ),
        (
            15,
            found(0.6, 0.2),
            "Indicatief: niet aantoonbaar beter dan toeval; ",
        ),
        (
            15,
            found(0.4, 0.9),
            "Indicatief: deze kenmerken onderscheiden ",
        ),
        (15, Validated::Never, "Indicatief: er is te weinig "),
    ] {
        let said = more(&of(n_a), validated, &Summary::default(), n_a, Locale::Nl);
        let text = text_of(&said);
        assert!(text.contains(word), "{text}");
        assert_eq!(
            text.contains("in 77 van de 100 paren"),
            validated == found(0.77, 0.01)
        );
    }
    // Three or four are a portrait, as the opening says.
    let said = more(&of(4), Validated::Never, &Summary::default(), 4, Locale::Nl);
    assert!(!text_of(&said).contains("Indicatief"));
}

#[test]
fn a_text_for_a_channel_names_what_the_profile_says_first() {
    let said = described(&profile("Branche", &INSTALLERS), Locale::Nl);
    let who = (Locale::Nl.catalog().aim.who)(&said);
    assert_eq!(who, "bedrijven in installatie of bouw");
    for locale in LANGUAGES {
        let texts = &locale.catalog().aim;
        let who = (texts.who)(&said);
        for channel in Channel::ALL {
            assert!((texts.brief)(channel, &who).contains(&who));
        }
    }
    let even = [("bouw", Class::A, 9), ("bouw", Class::B, 9)];
    assert_eq!(described(&profile("Branche", &even), Locale::Nl), []);
}

#[test]
fn the_figures_stand_with_the_largest_part_of_a_first() {
    let rows = rows_of(&profile("Branche", &INSTALLERS), Locale::Nl);
    let (head, cells) = &rows[0];
    assert_eq!(head, "branche: bouw");
    assert_eq!(cells[..2], ["6 van 15", "0 van 43"]);
    assert_eq!((cells[5].as_str(), cells[7].as_str()), ("<0,001", "sterk"));
    assert_eq!(rows.len(), 3);
    assert!(rows_of(&profile("", &[("", Class::A, 5)]), Locale::Nl).is_empty());
}

#[test]
fn a_trait_without_difference_is_said_to_have_none_and_stays_out_of_the_opening() {
    let even = profile(
        "Regio",
        &[
            ("Zuid", Class::A, 6),
            ("Noord", Class::A, 4),
            ("Zuid", Class::B, 20),
            ("Noord", Class::B, 14),
        ],
    );
    assert!(!says(&even).contains("Zuid"));
    let lines = lines(&even, Locale::Nl);
    let sentences: Vec<String> = lines.iter().map(|line| text_of(&line.sentence)).collect();
    assert_eq!(
        sentences,
        [
            "Onze beste klanten komen meestal uit Zuid. Uit welke regio ze komen, maakt geen aantoonbaar verschil."
        ]
    );
    assert!(
        lines[0].beside[0]
            .text(Locale::Nl)
            .starts_with("Geen verschil gevonden. 6 van 10 A-klanten (60%, ")
    );
}

#[test]
fn what_most_a_customers_lack_is_not_called_usual() {
    let rare = profile(
        "Kanaal",
        &[
            ("beurs", Class::A, 5),
            ("web", Class::A, 4),
            ("mail", Class::A, 4),
            ("web", Class::B, 20),
            ("mail", Class::B, 20),
        ],
    );
    let sentence = text_of(&lines(&rare, Locale::Nl)[0].sentence);
    assert!(
        sentence.starts_with("Ze komen vaker binnen via beurs dan de andere klanten."),
        "{sentence}"
    );
}

#[test]
fn two_traits_of_one_topic_are_said_once_unless_they_say_something_else() {
    let column = |name: &str, values: &[&str]| TraitColumn {
        name: name.to_owned(),
        kind: TraitKind::Category,
        values: values.iter().map(|value| (*value).to_owned()).collect(),
    };
    let columns = [
        column("Provincie", &["Overijssel", "Gelderland"]),
        column("Plaats", &["Zwolle", "Arnhem"]),
    ];
    let (mut customers, mut classes) = (Vec::new(), Vec::new());
    for (code, class, n) in [(1, Class::A, 9), (2, Class::B, 9)] {
        for _ in 0..n {
            customers.push(Customer {
                traits: vec![code, code],
                ..Customer::default()
            });
            classes.push(Some(class));
        }
    }
    let profile = profile_from(&customers, &columns, &classes);
    let lines = lines(&profile, Locale::Nl);
    assert_eq!(lines.len(), 1, "{lines:?}");
    let said = says(&profile);
    assert!(
        said.contains("Overijssel") != said.contains("Zwolle"),
        "{said}"
    );
}

#[test]
fn a_headcount_is_one_trait_with_groups_and_quartiles() {
    let sizes = ["3", "4", "5", "8", "30", "40", "60", "80"];
    let column = TraitColumn {
        name: "Medewerkers".to_owned(),
        kind: TraitKind::Number,
        values: sizes.map(str::to_owned).to_vec(),
    };
    let (mut customers, mut classes) = (Vec::new(), Vec::new());
    for (code, class) in (1..).zip([[Class::A; 4], [Class::B; 4]].concat()) {
        for _ in 0..3 {
            customers.push(Customer {
                traits: vec![code],
                ..Customer::default()
            });
            classes.push(Some(class));
        }
    }
    let profile = profile_from(&customers, &[column], &classes);
    let lines = lines(&profile, Locale::Nl);
    assert_eq!(lines.len(), 1);
    assert_eq!(
        text_of(&lines[0].sentence),
        "Ze hebben meestal 2\u{2060}–\u{2060}9 medewerkers."
    );
    let beside: Vec<String> = lines[0].beside.iter().map(|b| b.text(Locale::Nl)).collect();
    assert!(
        beside
            .iter()
            .any(|text| text.starts_with("A-klanten: middelste 5, ")),
        "{beside:?}"
    );
}

#[test]
fn a_copy_has_own_words_and_leaves_out_what_was_emptied() {
    let profile = profile("Branche", &INSTALLERS);
    for locale in LANGUAGES {
        let lines = lines(&profile, locale);
        let copy = |edits: &[(&str, &str)]| {
            let edits: BTreeMap<String, String> = edits
                .iter()
                .map(|(key, text)| ((*key).to_owned(), (*text).to_owned()))
                .collect();
            let said = opening(&profile, 9, locale);
            page_text(&said, &[], &lines, &edits, &profile, locale)
        };
        let ours = text_of(&lines[0].sentence);
        assert!(copy(&[]).contains(&ours));
        let own = copy(&[("trait:branche", "Wij houden van installateurs.")]);
        assert!(own.contains("Wij houden van installateurs.") && !own.contains(&ours));
        assert!(own.contains('9'), "the evidence stays");
        let left_out = copy(&[("trait:branche", "")]);
        assert!(!left_out.contains("36%"), "{left_out}");
        assert!(left_out.contains(locale.catalog().ideal.limit_lines[0]));
    }
}
