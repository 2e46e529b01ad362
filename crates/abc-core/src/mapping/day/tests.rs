use super::{DayOrder, month_named, plain, written};
use crate::date::Date;

fn day(cell: &str, order: DayOrder) -> Option<Date> {
    written(cell)?.day(order)
}

#[test]
fn days_are_read_in_the_forms_of_exports() {
    let new_year = Some(Date::constant(2025, 12, 31));
    for cell in [
        "31-12-2025",
        "31/12/2025",
        "31.12.2025",
        "2025-12-31",
        "2025/12/31",
        "31-12-25",
        "20251231",
        "31 dec 2025",
        "31-dec-2025",
        "31 december 2025",
        "31 dec 2025 10:30",
        "31 december 2025  9:00:01 AM",
        "2025-12-31 10:30",
        "2025-12-31T10:30:00Z",
        "31-12-2025 09:00:01",
        " 31-12-2025 ",
    ] {
        assert_eq!(day(cell, DayOrder::DayFirst), new_year, "{cell}");
    }
    assert_eq!(day("12/31/2025", DayOrder::MonthFirst), new_year);
    assert_eq!(
        day("1-2-2025", DayOrder::DayFirst),
        Some(Date::constant(2025, 2, 1))
    );
    assert_eq!(
        day("1-2-2025", DayOrder::MonthFirst),
        Some(Date::constant(2025, 1, 2))
    );
}

#[test]
fn what_is_no_day_is_none() {
    for cell in [
        "",
        "31-02-2025",
        "0-1-2025",
        "13-13-2025",
        "2025",
        "1-2",
        "2-mrt",
        "1.234.567",
        "01-02-03-04",
        "12345678",
        "31-12-1825",
        "aa-bb-2025",
        "31 foo 2025",
    ] {
        assert_eq!(day(cell, DayOrder::DayFirst), None, "{cell}");
    }
}

#[test]
fn the_short_way_agrees_with_the_long_way() {
    for cell in [
        "31-12-2025",
        "01/02/2025",
        "1.-12-2025",
        "31-12/2025",
        "31.12.2025",
        "2025-12-31",
        "99-99-9999",
    ] {
        if let Some(short) = plain(cell.as_bytes()) {
            assert_eq!(written(cell), Some(short), "{cell}");
        }
    }
    assert!(plain(b"31-12-2025").is_some());
}

#[test]
fn a_number_over_twelve_proves_the_order() {
    let proves = |cell: &str| written(cell).and_then(super::Written::proves);
    assert_eq!(proves("13-01-2025"), Some(DayOrder::DayFirst));
    assert_eq!(proves("01-13-2025"), Some(DayOrder::MonthFirst));
    assert_eq!(proves("01-02-2025"), None);
    assert_eq!(proves("2025-01-13"), None);
}

#[test]
fn months_are_named_in_two_languages() {
    let months = ["mrt", "maart", "March", "OKT", "october", "mei", "May"].map(month_named);
    assert_eq!(
        months,
        [
            Some(3),
            Some(3),
            Some(3),
            Some(10),
            Some(10),
            Some(5),
            Some(5)
        ]
    );
    assert_eq!(month_named("foo"), None);
}
