//! Calendar days, never instants: no clock and no time zone enters this crate.
//!
//! The reader of dates and the serde of jiff understand every written form, time zones too, and would be
//! a fifth of the text worker. We need one form each: ISO 8601 in stored text, three numbers on the wire.

pub use jiff::civil::Date;

/// Figures are compared over this many months.
pub const MONTHS_A_YEAR: u16 = 12;

/// No period of a firm is longer, in months: a century.
pub const MOST_MONTHS: u16 = 1_200;

/// Days from one day to another; negative when that is earlier. Subtracting two days of jiff would do, and
/// take the words of all its errors along.
pub(crate) fn days_between(first: Date, last: Date) -> i64 {
    last.duration_since(first).as_hours() / 24
}

/// Calendar months touched from one day to another, both included. A month in between in which nothing
/// happened is one of them: the firm was there, and sold nothing.
pub fn calendar_months(first: Date, last: Date) -> u16 {
    let month = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month());
    u16::try_from((month(last) - month(first) + 1).max(1)).unwrap_or(u16::MAX)
}

/// A day as `Display` writes it (`2024-02-29`), and in no other form.
pub fn date_from_iso(text: &str) -> Option<Date> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    let mut parts = digits.splitn(3, '-');
    let year: i16 = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    let date = Date::new(sign * year, month, day).ok()?;
    (date.to_string() == text).then_some(date)
}

/// `#[serde(with = "...")]` for an optional day between page and worker.
#[allow(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "serde calls it with a reference to the field"
)]
pub(crate) mod wire_day {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{Date, Numbers, date_from_numbers, numbers_from};

    pub(crate) fn serialize<S: Serializer>(
        day: &Option<Date>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        day.map(numbers_from).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Date>, D::Error> {
        Option::<Numbers>::deserialize(deserializer)?
            .map(date_from_numbers)
            .transpose()
    }
}

/// `#[serde(with = "...")]` for an optional first and last day between page and worker.
#[allow(
    clippy::ref_option,
    reason = "serde calls it with a reference to the field"
)]
pub(crate) mod wire_period {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{Date, Numbers, date_from_numbers, numbers_from};

    pub(crate) fn serialize<S: Serializer>(
        period: &Option<(Date, Date)>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        period
            .map(|(first, last)| (numbers_from(first), numbers_from(last)))
            .serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<(Date, Date)>, D::Error> {
        Option::<(Numbers, Numbers)>::deserialize(deserializer)?
            .map(|(first, last)| Ok((date_from_numbers(first)?, date_from_numbers(last)?)))
            .transpose()
    }
}

/// Year, month, day.
type Numbers = (i16, i8, i8);

fn numbers_from(date: Date) -> Numbers {
    (date.year(), date.month(), date.day())
}

fn date_from_numbers<E: serde::de::Error>((year, month, day): Numbers) -> Result<Date, E> {
    Date::new(year, month, day).map_err(|_error| E::custom("no such day"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_leap_years_and_backwards() {
        let day = |text: &str| date_from_iso(text).unwrap();
        for (first, last, days) in [
            ("2024-01-01", "2024-12-31", 365),
            ("2023-12-31", "2024-03-01", 61),
            ("2025-01-02", "2025-01-01", -1),
            ("0001-01-01", "9999-12-31", 3_652_058),
        ] {
            assert_eq!(days_between(day(first), day(last)), days, "{first} {last}");
        }
    }

    #[test]
    fn only_the_stored_form_is_read() {
        for text in ["2024-02-29", "0001-01-01", "9999-12-31", "-009999-01-01"] {
            let date = date_from_iso(text).unwrap();
            assert_eq!(date.to_string(), text);
        }
        for text in [
            "",
            "2023-02-29",
            "2024-2-29",
            "2024-02-29T00:00",
            "20240229",
            "+2024-02-29",
            "--2024-01-01",
            "29-02-2024",
            "2024-02-29 ",
        ] {
            assert_eq!(date_from_iso(text), None, "{text}");
        }
    }
}
