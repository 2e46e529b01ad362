//! Numbers that stand for days and times: a workbook tells them from amounts by their number format only.

use std::time::Duration;

use abc_core::date::Date;

use super::value::Value;

/// What a number is, by the format of its cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Meaning {
    #[default]
    Number,
    /// A day, perhaps with a time.
    Day,
    /// A time or a length of time, as part of a day.
    Time,
    /// A share of a whole.
    Percent,
    /// Money in another currency than the euro.
    Foreign(&'static str),
}

/// The day that is counted from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Epoch {
    /// Day 1 is 1 January 1900, and 1900 is taken for a leap year.
    #[default]
    Of1900,
    /// Day 0 is 1 January 1904 (older Excel for the Mac).
    Of1904,
}

impl Epoch {
    pub(crate) fn of(is_1904: bool) -> Self {
        if is_1904 { Self::Of1904 } else { Self::Of1900 }
    }
}

impl Meaning {
    /// The meaning of a number format that is known by its number alone (ECMA-376 part 1, 18.8.30).
    pub(crate) fn of_built_in(id: u32) -> Self {
        match id {
            9 | 10 => Self::Percent,
            14..=17 | 22 | 27..=31 | 34..=36 | 50..=58 => Self::Day,
            18..=21 | 32 | 33 | 45..=47 => Self::Time,
            _ => Self::Number,
        }
    }

    /// The meaning of a format that is written out, such as `dd\-mm\-yyyy` or `[h]:mm`.
    pub(crate) fn of_code(code: &str) -> Self {
        // Words that look like formats: what a cell has that nobody gave one.
        if ["general", "standaard"].contains(&code.to_ascii_lowercase().as_str()) {
            return Self::Number;
        }
        let (mut has_day, mut has_month, mut has_time) = (false, false, false);
        let (mut is_percent, mut foreign) = (false, None);
        let mut chars = code.chars();
        while let Some(c) = chars.next() {
            match c.to_ascii_lowercase() {
                '_' | '*' => {
                    chars.next();
                }
                '\\' => {
                    let shown = chars.next().map(String::from).unwrap_or_default();
                    foreign = foreign.or(foreign_sign(&shown));
                }
                '"' => {
                    let shown: String = chars.by_ref().take_while(|c| *c != '"').collect();
                    foreign = foreign.or(foreign_sign(&shown));
                }
                '%' => is_percent = true,
                '$' | '£' | '¥' => foreign = foreign.or(foreign_sign(&c.to_string())),
                '[' => {
                    let within: String = chars.by_ref().take_while(|c| *c != ']').collect();
                    // `[$€-413]`: a currency and the language of its country, each perhaps absent.
                    if let Some(currency) = within.strip_prefix('$') {
                        let sign = currency.split('-').next().unwrap_or_default();
                        foreign = foreign.or(foreign_sign(sign));
                    }
                    let is_elapsed = !within.is_empty()
                        && within
                            .chars()
                            .all(|c| matches!(c.to_ascii_lowercase(), 'h' | 'm' | 's' | 'u'));
                    has_time |= is_elapsed;
                }
                // The first section decides; the others are for negative numbers, zero and text.
                ';' => break,
                'd' | 'y' | 'j' => has_day = true,
                'm' => has_month = true,
                'h' | 's' | 'u' => has_time = true,
                _ => {}
            }
        }
        match (has_day, has_time, has_month) {
            (true, _, _) | (false, false, true) => Self::Day,
            (false, true, _) => Self::Time,
            (false, false, false) if is_percent => Self::Percent,
            (false, false, false) => foreign.map_or(Self::Number, Self::Foreign),
        }
    }

    /// The content of a cell with this number.
    pub(crate) fn value(self, number: f64, epoch: Epoch) -> Value {
        match self {
            Self::Percent if number.is_finite() => return Value::percent(number),
            Self::Foreign(currency) if number.is_finite() => {
                return Value::foreign(currency, number);
            }
            _ => {}
        }
        if self == Self::Time && (-MAX_SERIAL..0.0).contains(&number) {
            let Value::Seconds(seconds) = self.value(-number, epoch) else {
                return Value::Number(number);
            };
            return Value::taken_back(seconds);
        }
        // What counts as a day or a time lies within the calendar of a workbook.
        if !matches!(self, Self::Day | Self::Time) || !(0.0..MAX_SERIAL).contains(&number) {
            return Value::Number(number);
        }
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "within the calendar"
        )]
        let seconds = (number * SECONDS_PER_DAY as f64).round() as u64;
        if self == Self::Time || seconds < SECONDS_PER_DAY && seconds > 0 {
            return Value::Seconds(seconds);
        }
        day(seconds / SECONDS_PER_DAY, epoch).map_or(Value::Number(number), Value::Day)
    }
}

/// The sign of money that is not in euros; `None` for any other text.
fn foreign_sign(shown: &str) -> Option<&'static str> {
    const SIGNS: [&str; 11] = [
        "$", "£", "¥", "kr", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN",
    ];
    let shown = shown.trim();
    // `US$`, `CA$`: which dollars, makes no difference.
    let shown = if shown.ends_with('$') { "$" } else { shown };
    SIGNS.into_iter().find(|sign| *sign == shown)
}

const SECONDS_PER_DAY: u64 = 86_400;
/// The day after 31 December 9999.
const MAX_SERIAL: f64 = 2_958_466.0;

/// The day with this number.
fn day(serial: u64, epoch: Epoch) -> Option<Date> {
    /// 29 February 1900 of a workbook never was.
    const LEAP_DAY: u64 = 60;
    /// 1 January 2000 in days of the calendar that begins in 1900.
    const YEAR_2000: u64 = 36_526;
    let serial = match epoch {
        Epoch::Of1900 => match serial {
            0 | LEAP_DAY => return None,
            1..LEAP_DAY => serial + 1,
            _ => serial,
        },
        Epoch::Of1904 => serial + 1_462,
    };
    let base = Date::new(2000, 1, 1).ok()?;
    let span = |n_days: u64| Duration::from_secs(n_days * SECONDS_PER_DAY);
    match serial.checked_sub(YEAR_2000) {
        Some(n_days) => base.checked_add(span(n_days)),
        None => base.checked_sub(span(YEAR_2000 - serial)),
    }
    .ok()
}

#[cfg(test)]
mod tests {
    use abc_core::date::date_from_iso;

    use super::*;

    #[test]
    fn formats_say_what_numbers_are() {
        let cases = [
            ("General", Meaning::Number),
            ("Standaard", Meaning::Number),
            ("#,##0.00", Meaning::Number),
            ("\"€\"\\ #,##0.00", Meaning::Number),
            ("0.00\" dagen\"", Meaning::Number),
            ("[Red]-0.00", Meaning::Number),
            ("_-* #,##0.00_-;-* #,##0.00_-", Meaning::Number),
            ("0%", Meaning::Percent),
            ("0.00\\ %;[Red]-0.00\\ %", Meaning::Percent),
            ("0.00\" % van de omzet\"", Meaning::Number),
            ("[$€-413]\\ #,##0.00", Meaning::Number),
            ("[$-413]#,##0.00", Meaning::Number),
            ("[$EUR]\\ #,##0.00", Meaning::Number),
            ("[$$-409]#,##0.00", Meaning::Foreign("$")),
            ("_(\"$\"* #,##0.00_)", Meaning::Foreign("$")),
            ("\\£#,##0", Meaning::Foreign("£")),
            ("$#,##0", Meaning::Foreign("$")),
            ("[$USD-409]\\ 0.00", Meaning::Foreign("USD")),
            ("[$CA$-1009]0.00", Meaning::Foreign("$")),
            ("0\" kratten\"", Meaning::Number),
            ("@", Meaning::Number),
            ("0.00E+00", Meaning::Number),
            ("[$-413]d mmmm yyyy", Meaning::Day),
            ("dd\\-mm\\-yyyy", Meaning::Day),
            ("dd-mm-jjjj", Meaning::Day),
            ("mmm", Meaning::Day),
            ("yyyy-mm-dd hh:mm", Meaning::Day),
            ("[h]:mm", Meaning::Time),
            ("[mm]:ss", Meaning::Time),
            ("hh:mm AM/PM", Meaning::Time),
            ("h:mm:ss;@", Meaning::Time),
        ];
        for (code, expected) in cases {
            assert_eq!(Meaning::of_code(code), expected, "{code}");
        }
    }

    #[test]
    fn numbers_of_days_are_days_in_both_calendars() {
        let day = |text| Value::Day(date_from_iso(text).expect("a day"));
        let cases = [
            (1.0, Epoch::Of1900, day("1900-01-01")),
            (59.0, Epoch::Of1900, day("1900-02-28")),
            (60.0, Epoch::Of1900, Value::Number(60.0)),
            (61.0, Epoch::Of1900, day("1900-03-01")),
            (45_707.0, Epoch::Of1900, day("2025-02-19")),
            (45_707.999_999_999, Epoch::Of1900, day("2025-02-20")),
            (45_707.75, Epoch::Of1900, day("2025-02-19")),
            (2_958_465.0, Epoch::Of1900, day("9999-12-31")),
            (2_958_466.0, Epoch::Of1900, Value::Number(2_958_466.0)),
            (-1.0, Epoch::Of1900, Value::Number(-1.0)),
            (0.0, Epoch::Of1900, Value::Number(0.0)),
            (0.5, Epoch::Of1900, Value::Seconds(43_200)),
            (0.0, Epoch::Of1904, day("1904-01-01")),
            (44_245.0, Epoch::Of1904, day("2025-02-19")),
        ];
        for (number, epoch, expected) in cases {
            assert_eq!(Meaning::Day.value(number, epoch), expected, "{number}");
        }
    }

    #[test]
    fn times_are_whole_seconds_also_beyond_a_day() {
        let cases = [
            (0.0, 0),
            (0.5, 43_200),
            (1.0 / 3.0, 28_800),
            (1.25, 108_000),
        ];
        for (number, expected) in cases {
            let value = Meaning::Time.value(number, Epoch::Of1900);
            assert_eq!(value, Value::Seconds(expected), "{number}");
        }
        let taken_back = Meaning::Time.value(-2.5 / 24.0, Epoch::Of1900);
        assert_eq!(taken_back, Value::text("-2:30:00"));
    }

    #[test]
    fn what_is_known_by_number_agrees_with_what_is_written_out() {
        let cases = [
            (0, "General"),
            (2, "0.00"),
            (4, "#,##0.00"),
            (10, "0.00%"),
            (14, "mm-dd-yy"),
            (17, "mmm-yy"),
            (20, "h:mm"),
            (22, "m/d/yy h:mm"),
            (46, "[h]:mm:ss"),
            (49, "@"),
        ];
        for (id, code) in cases {
            assert_eq!(Meaning::of_built_in(id), Meaning::of_code(code), "{code}");
        }
    }
}
