use abc_core::costs::KnownShares;
use abc_core::money::Cents;

use super::describe::known_sentence;
use super::{Locale, text_of, whole_parts};

fn check(actual: &str, expected: &str) {
    assert_eq!(
        actual.replace('\u{a0}', " ").replace('\u{2212}', "-"),
        expected
    );
}

#[test]
fn dutch_money_reads_as_a_dutch_reader_writes_it() {
    let f = Locale::Nl.format();
    check(&f.money(719_832.87), "€ 719.833");
    check(&f.money(-6_560.49), "€ -6.560");
    check(&f.money(999.5), "€ 999,50");
    check(&f.money(248.0), "€ 248");
    check(&f.money_exact(Cents(-42_050)), "€ -420,50");
    check(&f.cents(Cents(7)), "0,07");
    check(&f.cents(Cents(-7)), "-0,07");
    check(&f.cents(Cents(i64::MIN)), "-92.233.720.368.547.758,08");
}

#[test]
fn english_money_reads_as_an_english_reader_writes_it() {
    let f = Locale::En.format();
    check(&f.money(719_832.87), "€719,833");
    check(&f.money(-11_248.14), "-€11,248");
    check(&f.percent1(0.132), "13.2%");
}

#[test]
fn parts_add_up_to_their_whole_and_the_first_is_its_own() {
    let cases = [
        ([30.6, 42.7, 26.7], [31.0, 43.0, 26.0]),
        ([63.8, 39.6, -3.4], [64.0, 40.0, -4.0]),
        ([100.0, 0.0, 0.0], [100.0, 0.0, 0.0]),
        ([33.5, 33.5, 33.0], [34.0, 33.0, 33.0]),
        ([0.0, 0.0, 0.0], [0.0, 0.0, 0.0]),
        ([636.63, 889.75, 555.5], [637.0, 890.0, 555.0]),
    ];
    for (parts, expected) in cases {
        let found = whole_parts(parts);
        assert_eq!(
            found.map(|part| part as i64),
            expected.map(|part: f64| part as i64)
        );
        let sum: f64 = found.iter().sum();
        assert!(
            (sum - parts.iter().sum::<f64>()).abs() <= 0.5 + 1e-9,
            "{parts:?}"
        );
    }
}

#[test]
fn a_value_that_rounds_to_zero_has_no_minus() {
    let f = Locale::Nl.format();
    check(&f.decimals(-0.004, 2), "0,00");
    check(&f.percent(0.625), "63%");
    check(&f.margin(-0.5), "-50%");
    check(&f.margin(-159.0), "< -999%");
    check(&f.short(25.625, 2), "25,63");
    check(&f.percent(-0.001), "0%");
}

#[test]
fn short_numbers_drop_only_trailing_zeros() {
    let f = Locale::Nl.format();
    check(&f.short(100.0, 0), "100");
    check(&f.short(25.50, 2), "25,5");
    check(&f.short(30.0, 2), "30");
}

#[test]
fn lists_end_in_and() {
    let items = ["a".to_owned(), "b".to_owned(), "c".to_owned()];
    check(&Locale::Nl.format().list(&items), "a, b en c");
    check(&Locale::En.format().list(&items[..2]), "a and b");
}

#[test]
fn typed_numbers_are_read_in_the_habits_of_the_language() {
    let cases = [
        ("13,2", Some(13.2), Some(13.2)),
        ("13.2", Some(13.2), Some(13.2)),
        ("1.234", Some(1234.0), Some(1.234)),
        ("1,234", Some(1.234), Some(1234.0)),
        ("0.125", Some(0.125), Some(0.125)),
        ("0,125", Some(0.125), Some(0.125)),
        ("-0.125", Some(-0.125), Some(-0.125)),
        ("10.125", Some(10125.0), Some(10.125)),
        ("1.234,5", Some(1234.5), Some(1234.5)),
        ("1,234,567", Some(1_234_567.0), Some(1_234_567.0)),
        ("€ 62", Some(62.0), Some(62.0)),
        ("13,2 %", Some(13.2), Some(13.2)),
        ("\u{2212}5", Some(-5.0), Some(-5.0)),
        ("", None, None),
        ("geen", None, None),
        ("1e9", None, None),
        ("--5", None, None),
    ];
    for (typed, nl, en) in cases {
        assert_eq!(Locale::Nl.format().read(typed), nl, "nl {typed:?}");
        assert_eq!(Locale::En.format().read(typed), en, "en {typed:?}");
    }
}

#[test]
fn how_costs_are_known_reads_as_a_sentence() {
    let shares = |[recorded, estimated, assumed, unknown]: [f64; 4]| KnownShares {
        recorded,
        estimated,
        assumed,
        unknown,
    };
    for (known, nl, en) in [
        (
            [0.0, 0.0, 1.0, 0.0],
            "De uren van al je omzet zijn aangenomen",
            "The hours behind all your revenue are assumed",
        ),
        (
            [0.42, 0.38, 0.2, 0.0],
            "Van 42% van je omzet zijn de uren geregistreerd, van 38% geschat en van de rest aangenomen",
            "For 42% of your revenue the hours are registered, for 38% estimated and for the rest assumed",
        ),
        (
            [0.998, 0.0, 0.0, 0.002],
            "Van 99,8% van je omzet zijn de uren geregistreerd en van 0,2% onbekend",
            "For 99.8% of your revenue the hours are registered and for 0.2% unknown",
        ),
    ] {
        for (locale, expected) in [(Locale::Nl, nl), (Locale::En, en)] {
            let words = &locale.catalog().costs.hours_known;
            let said = known_sentence(words, &shares(known), locale.format());
            assert_eq!(text_of(&said), expected);
        }
    }
}
