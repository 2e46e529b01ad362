use super::{Evidence, Unreadable, number, plain_cents};
use crate::mapping::Notation;

fn cents(cell: &str, notation: Notation) -> Result<i64, Unreadable> {
    number(cell)?
        .cents_in(notation)
        .map(|(cents, _)| cents)
        .ok_or(Unreadable::OutOfRange)
}

#[test]
fn amounts_are_read_as_a_bookkeeper_writes_them() {
    let cases: [(&str, i64); 32] = [
        ("1.234,56", 123_456),
        ("1234,56", 123_456),
        ("1 234,56", 123_456),
        ("1\u{a0}234,56", 123_456),
        ("1\u{202f}234,56", 123_456),
        ("1,234.56", 123_456),
        ("1'234.56", 123_456),
        ("1\u{2019}234.56", 123_456),
        ("1.234,-", 123_400),
        ("1.234,--", 123_400),
        ("€ 1.234,-", 123_400),
        ("€ 2.500,75", 250_075),
        ("2.500,75 €", 250_075),
        ("EUR 80", 8_000),
        ("80 EUR", 8_000),
        ("-125,00", -12_500),
        ("125,00-", -12_500),
        ("125,00 -", -12_500),
        ("(125,00)", -12_500),
        ("(€ 125,00)", -12_500),
        ("€ -125,00", -12_500),
        ("-€ 125,00", -12_500),
        ("\u{2212}125,00", -12_500),
        ("+12,5", 1_250),
        ("0", 0),
        ("0,00", 0),
        ("1.234.567", 123_456_700),
        ("0,005", 1),
        ("2,675", 268),
        ("12,3449", 1_234),
        ("-0,005", -1),
        (",50", 50),
    ];
    for (cell, expected) in cases {
        assert_eq!(cents(cell, Notation::Comma), Ok(expected), "{cell}");
    }
}

#[test]
fn what_is_no_amount_stays_unread() {
    let cases = [
        "geen",
        "15%",
        "#N/B",
        "NaN",
        "2-mrt",
        "1.2.3",
        "ca. 5.000",
        "5.000 stuks",
        "=5*5",
        "1e309",
        "1E5",
        "01-02-2025",
        "2025-02-01",
        "12:30",
        "1,2,3",
        "1.23,45",
        "1 23,45",
        "--5",
        "(-5)",
        "5-5",
        "€",
        "-",
        "1..2",
        "12.",
        "1,234,56",
        "1.234.56",
        "inf",
        "0x10",
        "€ € 5",
        "1.234,5,6",
        "½",
        "1 2",
        "1,234.567.89",
    ];
    for cell in cases {
        assert!(
            matches!(number(cell), Err(Unreadable::NotANumber)),
            "{cell}: {:?}",
            number(cell)
        );
    }
    assert_eq!(number(" \u{a0} "), Err(Unreadable::Empty));
    assert_eq!(number("5\u{0}0,00"), Err(Unreadable::Damaged));
    assert_eq!(number("5\u{fffd}0,00"), Err(Unreadable::Damaged));
    for foreign in ["$ 10,00", "10,00 USD", "£5", "-$10", "US$ 10"] {
        assert_eq!(
            number(foreign),
            Err(Unreadable::ForeignCurrency),
            "{foreign}"
        );
    }
    assert_eq!(number(&"9".repeat(60)), Err(Unreadable::OutOfRange));
    assert_eq!(
        cents("92.233.720.368.547.758,08", Notation::Comma),
        Err(Unreadable::OutOfRange)
    );
    assert_eq!(
        cents("92.233.720.368.547.758,07", Notation::Comma),
        Ok(i64::MAX)
    );
}

#[test]
fn a_cell_proves_a_notation_or_leaves_it_open() {
    let cases = [
        ("1234", Evidence::None),
        ("1 234", Evidence::None),
        ("1.234", Evidence::DotThenThree),
        ("1,234", Evidence::CommaThenThree),
        ("-€ 999.999", Evidence::DotThenThree),
        ("0.345", Evidence::Dot),
        ("1234.567", Evidence::Dot),
        ("1.2", Evidence::Dot),
        ("1.234.567", Evidence::Comma),
        ("1,234,567", Evidence::Dot),
        ("1.234,5", Evidence::Comma),
        ("1.234,-", Evidence::Comma),
    ];
    for (cell, expected) in cases {
        assert_eq!(
            number(cell).map(|number| number.evidence),
            Ok(expected),
            "{cell}"
        );
    }
    assert_eq!(cents("1.234", Notation::Comma), Ok(123_400));
    assert_eq!(cents("1.234", Notation::Dot), Ok(123));
    assert_eq!(cents("1,234", Notation::Dot), Ok(123_400));
    assert_eq!(cents("1,234", Notation::Comma), Ok(123));
}

#[test]
fn the_short_way_agrees_with_the_long_way() {
    let cells = [
        "0,00",
        "1,05",
        "-12,34",
        "123,45",
        "1.234,56",
        "12.345.678,90",
        "1234,56",
        "1234.567,89",
        "1.23,45",
        ".123,45",
        "0.123,45",
        "12.34,56",
        "1,234.56",
        "-,50",
        "--1,00",
        "1.2345,67",
        "99.999,99",
        "00.123,00",
    ];
    for cell in cells {
        for notation in [Notation::Comma, Notation::Dot] {
            if let Some(short) = plain_cents(cell.as_bytes(), notation) {
                assert_eq!(cents(cell, notation), Ok(short), "{cell} {notation:?}");
            }
        }
    }
    assert_eq!(
        plain_cents(b"12.345.678,90", Notation::Comma),
        Some(1_234_567_890)
    );
    assert_eq!(plain_cents(b"-1,234.56", Notation::Dot), Some(-123_456));
}
