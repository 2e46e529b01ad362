use super::{time_of_day, written};

#[test]
fn lengths_of_time_are_read_as_written() {
    let cases = [
        ("02:30:00", Some((9_000, None))),
        ("2:30", Some((9_000, Some(150)))),
        ("18:25 min", Some((1_105, None))),
        ("29:32:00", Some((106_320, None))),
        ("100:00:00", Some((360_000, None))),
        ("47 sec", Some((47, None))),
        ("90 min", Some((5_400, None))),
        ("2h 30m", Some((9_000, None))),
        ("2 u 30 min.", Some((9_000, None))),
        ("2u30", Some((9_000, None))),
        ("1 h 2 m 3 s", Some((3_723, None))),
        ("7,5 uur", Some((27_000, None))),
        ("0.25h", Some((900, None))),
        ("2:30 uur", Some((9_000, None))),
        ("2:61", None),
        ("2:30:61", None),
        ("-1:00", None),
        ("7,5", None),
        ("7", None),
        ("1:2:3:4", None),
        ("2:30 2:30", None),
        ("3 dagen", None),
        ("h", None),
        ("1,2,3 h", None),
        ("", None),
    ];
    for (cell, expected) in cases {
        let found = written(cell).map(|duration| (duration.seconds, duration.as_minutes));
        assert_eq!(found, expected, "{cell:?}");
    }
}

#[test]
fn times_of_day_are_read_in_both_clocks() {
    let cases = [
        ("09:47:00", Some(35_220)),
        ("9:47", Some(35_220)),
        ("9:47 PM", Some(78_420)),
        ("12:30 AM", Some(1_800)),
        ("12:00:00 pm", Some(43_200)),
        ("24:00", Some(86_400)),
        ("25:00", None),
        ("13:30 PM", None),
        ("ochtend", None),
    ];
    for (cell, expected) in cases {
        assert_eq!(time_of_day(cell), expected, "{cell:?}");
    }
}
