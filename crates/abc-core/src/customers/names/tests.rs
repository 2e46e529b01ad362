use proptest::prelude::*;

use super::{
    Difference, Name, comparable, difference_of_form, is_abbreviated, is_part, key_into, likeness,
    shown,
};

fn key(name: &str) -> String {
    let mut key = String::new();
    key_into(name, &mut key);
    key
}

#[test]
fn spellings_of_one_name_have_one_key() {
    let cases = [
        ("Kroon Events", "KROON  EVENTS "),
        ("Café Zuid", "cafe\u{301} zuid"),
        ("ÉTÉ", "e\u{301}te\u{301}"),
        ("Zeeland Vis", "Zee\u{200b}land\u{a0}Vis"),
        ("Ĳsvogel", "ĳSVOGEL"),
        ("Straße", "STRASSE"),
        ("Škoda Dealer", "s\u{30c}koda dealer"),
    ];
    for (one, other) in cases {
        assert_eq!(key(one), key(other), "{one} {other}");
    }
}

#[test]
fn other_names_stay_apart_and_may_be_proposed() {
    let proposed = [
        ("Kroon Events", "Kroon Events B.V."),
        ("Jansen BV", "Jansen B.V."),
        ("Café Zuid", "Cafe Zuid"),
        ("Van Dijk-Smit", "Van Dijk Smit"),
        ("Stichting Het Anker", "Het Anker"),
    ];
    for (one, other) in proposed {
        assert_ne!(key(one), key(other), "{one} {other}");
        assert_eq!(comparable(one), comparable(other), "{one} {other}");
    }
    assert_ne!(comparable("Jansen Bouw"), comparable("Jansen Tuin"));
}

#[test]
fn what_differs_between_two_names_is_told() {
    let fifty = "Coöperatieve Inkoopvereniging Zuidoost-Brabant en ";
    let cases = [
        (
            "Crèche Pinokkio",
            "Creche Pinokkio",
            Some(Difference::Accents),
        ),
        (
            "Van Dijk-Smit",
            "Van Dijk Smit",
            Some(Difference::Punctuation),
        ),
        ("Kok & Zn.", "Kok en Zn", Some(Difference::Ampersand)),
        ("Jansen BV", "Jansen B.V.", Some(Difference::LegalForm)),
        ("Wielstra N.V.", "Wielstra", Some(Difference::LegalForm)),
        (
            "Jansen BV",
            "Jansen v.o.f.",
            Some(Difference::OtherLegalForm),
        ),
        (
            "Stichting Anker",
            "Vereniging Anker",
            Some(Difference::OtherLegalForm),
        ),
        (
            fifty,
            &format!("{fifty}Omstreken"),
            Some(Difference::CutShort),
        ),
        (
            "Jansen Bouw B.V.",
            "Bouw Jansen",
            Some(Difference::WordOrder),
        ),
        ("Jansen Bouw", "Jansen Tuin", None),
        ("!", "?", None),
    ];
    for (one, other, expected) in cases {
        for (one, other) in [(one, other), (other, one)] {
            let found = difference_of_form(&Name::new(one), &Name::new(other));
            assert_eq!(found, expected, "{one} {other}");
        }
    }
}

#[test]
fn names_with_other_figures_are_other_names() {
    let is_alike = |one: &str, other: &str| likeness(&Name::new(one), &Name::new(other)).is_some();
    for (one, other, expected) in [
        ("Klant 050", "Klant 053", false),
        ("Filiaal 12 Utrecht", "Filiaal 2 Utrecht", false),
        ("Basisschool 1 mei", "Basisschol 1 mei", true),
        ("Bakkerij Smit 1898", "Bakkerij Smits", true),
        ("Bakkerij Smit", "Bakkerij Smits", true),
    ] {
        assert_eq!(is_alike(one, other), expected, "{one} {other}");
        assert_eq!(is_alike(other, one), expected, "{other} {one}");
    }
}

#[test]
fn a_word_may_be_cut_short_and_a_figure_may_not() {
    for (one, other, expected) in [
        ("Gem. Oudewater", "Gemeente Oudewater", true),
        ("Bouwbedrijf v.d. Meer", "Bouwbedrijf van der Meer", true),
        ("Bouwbedrijf vd Meer BV", "Bouwbedrijf van de Meer", true),
        ("J. Jansen", "Jan Jansen", true),
        ("Filiaal 1 Noord", "Filiaal 12 Noord", false),
        ("Gem. Ede", "Gemeente Ede", false),
        ("Tandarts Noord", "Tandarts Zuid", false),
        ("Oudewater", "Oudewater", false),
    ] {
        let is_found = is_abbreviated(&Name::new(one), &Name::new(other));
        assert_eq!(is_found, expected, "{one} {other}");
    }
}

#[test]
fn letters_that_look_alike_are_compared_as_one() {
    for (one, other) in [
        ("Сoral", "Coral"),
        ("Jаnsen", "Jansen"),
        ("Ｂakker", "Bakker"),
    ] {
        let found = difference_of_form(&Name::new(one), &Name::new(other));
        assert_eq!(found, Some(Difference::Accents), "{one}");
    }
}

#[test]
fn a_part_of_a_name_is_all_of_its_words() {
    let cases = [
        ("Groenvinger", "Hovenier Groenvinger B.V.", true),
        ("Hovenier Groenvinger en Zn", "Hovenier Groenvinger", true),
        ("Jansen Bouw", "Jansen Tuin en Bouw", true),
        ("Jansen Bouw", "Jansen Tuin", false),
        ("Kok", "Kok Bouw", false),
        ("Jansen BV", "Jansen", false),
    ];
    for (one, other, expected) in cases {
        assert_eq!(
            is_part(&Name::new(one), &Name::new(other)),
            expected,
            "{one} {other}"
        );
    }
}

#[test]
fn a_name_is_shown_as_written_but_tidy() {
    let cases = [
        ("  Kroon   Events ", "Kroon Events"),
        ("Zee\u{200b}land Vis", "Zeeland Vis"),
        ("<b>Vet</b> BV", "<b>Vet</b> BV"),
        ("Regel\r\nTwee", "Regel Twee"),
        ("שלום Import", "שלום Import"),
        (" \u{a0} ", ""),
    ];
    for (written, expected) in cases {
        assert_eq!(shown(written), expected, "{written:?}");
    }
}

#[test]
fn the_mark_of_our_own_exports_is_taken_off() {
    let cases = [
        ("'=A1", "=A1"),
        ("'+31 BV", "+31 BV"),
        ("'  @x", "  @x"),
        ("'s Gravenhage", "'s Gravenhage"),
        ("=A1", "=A1"),
    ];
    for (written, expected) in cases {
        assert_eq!(super::unescaped(written), expected);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tidying_twice_changes_nothing(name in "\\PC{0,20}") {
        let once = shown(&name);
        prop_assert_eq!(&shown(&once), &once);
        prop_assert_eq!(key(&once), key(&name));
    }
}
