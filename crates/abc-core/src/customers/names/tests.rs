use proptest::prelude::*;

use super::{key_into, loose_key_into, shown};

fn key(name: &str) -> String {
    let mut key = String::new();
    key_into(name, &mut key);
    key
}

fn loose(name: &str) -> String {
    let mut loose = String::new();
    loose_key_into(&key(name), &mut loose);
    loose
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
        assert_eq!(loose(one), loose(other), "{one} {other}");
    }
    assert_ne!(loose("Jansen Bouw"), loose("Jansen Tuin"));
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
