//! What a cell of an hour registration says when it is read as a length of time.
//!
//! A bare number (`7,5`) is no business of this module: it is hours, read by the notation of its column.

/// A length of time as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Duration {
    /// Whole seconds.
    pub(crate) seconds: u64,
    /// `18:25` without a unit, read as minutes and seconds: only a start and an end can tell.
    pub(crate) as_minutes: Option<u64>,
}

const HOURS: [&str; 8] = ["h", "u", "uur", "uren", "hr", "hrs", "hour", "hours"];
const MINUTES: [&str; 7] = ["m", "min", "mins", "minuut", "minuten", "minute", "minutes"];
const SECONDS: [&str; 7] = [
    "s", "sec", "secs", "seconde", "seconden", "second", "seconds",
];

/// Hours of one day of work: assumed, and said so.
pub(crate) const HOURS_PER_DAY: u8 = 8;

/// The number in "2,5 dagen".
pub(crate) fn without_days(cell: &str) -> Option<&str> {
    const DAYS: [&str; 4] = ["dagen", "dag", "days", "day"];
    let end = cell.rfind(|c: char| !c.is_alphabetic())?;
    let (number, word) = cell.trim_end().split_at_checked(end + 1)?;
    let is_days = DAYS.iter().any(|day| word.eq_ignore_ascii_case(day));
    let number = number.trim();
    (is_days && number.ends_with(|c: char| c.is_ascii_digit())).then_some(number)
}

/// `02:30:00`, `2:30`, `18:25 min`, `47 sec`, `2h 30m`, `2u30`, `7,5 uur`; times over 24 hours are hours.
/// `None` for a bare number and for everything else.
pub(crate) fn written(cell: &str) -> Option<Duration> {
    let cell = cell.trim();
    // Nothing of the kind is longer, and most cells are told from their length or first character.
    if cell.len() > 40 || !cell.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let lower = cell.to_lowercase();
    let mut rest = lower.as_str();
    let mut total: Option<f64> = None;
    let mut before = Unit::None;
    while !rest.is_empty() {
        let end = rest
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.' | ',')))
            .unwrap_or(rest.len());
        let (number, after) = rest.split_at(end);
        let after = after.trim_start();
        let end = after
            .find(|c: char| !(c.is_alphabetic() || c == '.'))
            .unwrap_or(after.len());
        let (word, after) = after.split_at(end);
        rest = after.trim_start();
        let unit = Unit::named(word.trim_end_matches('.'))?;
        if number.contains(':') {
            // A clock stands alone.
            let is_alone = total.is_none() && rest.is_empty();
            return clock(number, unit).filter(|_| is_alone);
        }
        let unit = match (unit, before) {
            // `2u30`: what follows hours without a unit is minutes.
            (Unit::None, Unit::Hours) => Unit::Minutes,
            _ => unit,
        };
        total = Some(total.unwrap_or_default() + decimal(number)? * unit.seconds()?);
        before = unit;
    }
    let seconds = total?.round();
    (0.0..1.0e12).contains(&seconds).then_some(Duration {
        seconds: seconds as u64,
        as_minutes: None,
    })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    None,
    Hours,
    Minutes,
    Seconds,
}

impl Unit {
    /// `None` for a word that is no unit.
    fn named(word: &str) -> Option<Self> {
        match word {
            "" => Some(Self::None),
            word if HOURS.contains(&word) => Some(Self::Hours),
            word if MINUTES.contains(&word) => Some(Self::Minutes),
            word if SECONDS.contains(&word) => Some(Self::Seconds),
            _ => None,
        }
    }

    fn seconds(self) -> Option<f64> {
        match self {
            Self::None => None,
            Self::Hours => Some(3_600.0),
            Self::Minutes => Some(60.0),
            Self::Seconds => Some(1.0),
        }
    }
}

/// Digits with at most one decimal mark.
fn decimal(number: &str) -> Option<f64> {
    let is_plain = !number.is_empty() && number.ends_with(|c: char| c.is_ascii_digit());
    let value = number.replace(',', ".").parse().ok();
    value.filter(|_| is_plain)
}

/// `h:mm` and `h:mm:ss`; with the unit of minutes `mm:ss`.
fn clock(cell: &str, unit: Unit) -> Option<Duration> {
    let mut parts = cell.split(':').map(|part| {
        let is_digits =
            (1..=6).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        is_digits.then(|| part.parse::<u64>().ok()).flatten()
    });
    let (first, second) = (parts.next()??, parts.next()??);
    let third = match parts.next() {
        Some(third) => Some(third?),
        None => None,
    };
    let in_range = second < 60 && third.is_none_or(|third| third < 60) && parts.next().is_none();
    let as_minutes = first * 60 + second;
    let as_hours = first * 3_600 + second * 60 + third.unwrap_or_default();
    let (seconds, as_minutes) = match (unit, third) {
        (Unit::None, None) => (as_hours, Some(as_minutes)),
        (Unit::Minutes, None) => (as_minutes, None),
        (Unit::None | Unit::Hours, _) => (as_hours, None),
        (Unit::Minutes | Unit::Seconds, _) => return None,
    };
    in_range.then_some(Duration {
        seconds,
        as_minutes,
    })
}

/// The second of the day of `9:47`, `09:47:00`, `9:47 PM`.
pub(crate) fn time_of_day(cell: &str) -> Option<u64> {
    let lower = cell.trim().to_ascii_lowercase();
    let (time, shift) = if let Some(time) = lower.strip_suffix("pm") {
        (time, Some(12 * 3_600))
    } else if let Some(time) = lower.strip_suffix("am") {
        (time, Some(0))
    } else {
        (lower.as_str(), None)
    };
    let seconds = clock(time.trim_end(), Unit::None)?.seconds;
    let seconds = match shift {
        // 12:30 AM is half an hour after midnight.
        Some(shift) if seconds < 13 * 3_600 => seconds % (12 * 3_600) + shift,
        Some(_) => return None,
        None => seconds,
    };
    (seconds <= 24 * 3_600).then_some(seconds)
}

#[cfg(test)]
mod tests;
