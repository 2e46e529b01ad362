//! What a cell says when it is read as a number.
//!
//! A cell is never read on its own: `1.234` is one thousand or one point two. `number` gives the
//! digits together with what the cell proves about the notation of its column, and the column
//! decides. Nothing is ever read out of words, percentages, dates or formulas.

use super::Notation;
use crate::customers::SECONDS_PER_HOUR;

/// What one cell proves about how its column writes numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Evidence {
    /// Digits only: fits both notations.
    None,
    /// `1.234,56`, `1234,5`, `1.234.567`: the comma is for decimals.
    Comma,
    /// `1,234.56`, `1234.5`, `1,234,567`: the dot is for decimals.
    Dot,
    /// `1.234`: thousands with a decimal comma, decimals with a decimal dot.
    DotThenThree,
    /// `1,234`: the same with the comma.
    CommaThenThree,
}

/// Why a cell is no amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// Nothing but white space.
    Empty,
    /// Not a number.
    NotANumber,
    /// A number with a sign of another currency.
    ForeignCurrency,
    /// Control characters or a replacement character: the bytes are damaged.
    Damaged,
    /// More digits than can be added up.
    OutOfRange,
    /// Two readings and no way to choose in a column that mixes notations.
    Ambiguous,
    /// The error value of a workbook.
    ErrorCell,
    /// A formula without a saved value.
    NoValue,
}

/// A number as written: `digits` / 10^`n_decimals`, the decimals being those under a notation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    is_negative: bool,
    digits: u128,
    /// Decimals when the only separator is for decimals.
    n_decimals: u32,
    /// What it proves.
    pub(crate) evidence: Evidence,
}

impl Number {
    /// The number of decimals in a column of this notation.
    fn decimals_in(&self, notation: Notation) -> u32 {
        match (self.evidence, notation) {
            (Evidence::DotThenThree, Notation::Comma | Notation::Whole)
            | (Evidence::CommaThenThree, Notation::Dot) => 0,
            _ => self.n_decimals,
        }
    }

    /// Whole cents, rounded half away from zero, and whether anything was rounded off.
    pub(crate) fn cents_in(&self, notation: Notation) -> Option<(i64, bool)> {
        let n_decimals = self.decimals_in(notation);
        let (cents, is_rounded) = if n_decimals <= 2 {
            (self.digits.checked_mul(10_u128.pow(2 - n_decimals))?, false)
        } else {
            let unit = 10_u128.checked_pow(n_decimals - 2)?;
            let rest = self.digits % unit;
            let up = u128::from(rest >= unit - rest);
            (self.digits / unit + up, rest != 0)
        };
        let cents = i64::try_from(cents).ok()?;
        Some((if self.is_negative { -cents } else { cents }, is_rounded))
    }

    /// A number of hours in whole seconds, rounded half away from zero.
    pub(crate) fn seconds_in(&self, notation: Notation) -> Option<i64> {
        let unit = 10_u128.checked_pow(self.decimals_in(notation))?;
        let seconds = self.digits.checked_mul(3_600)?.checked_add(unit / 2)? / unit;
        let seconds = i64::try_from(seconds).ok()?;
        Some(if self.is_negative { -seconds } else { seconds })
    }

    /// Half of the last digit that is written, of a number of hours in seconds: what rounding may hide.
    pub(crate) fn rounding_seconds(&self, notation: Notation) -> u64 {
        let n_decimals = self.decimals_in(notation);
        10_u64
            .checked_pow(n_decimals)
            .map_or(0, |unit| 1_800 / unit)
    }

    /// The value, for quantities that are no money.
    pub(crate) fn value_in(&self, notation: Notation) -> f64 {
        let n_decimals = i32::try_from(self.decimals_in(notation)).unwrap_or(i32::MAX);
        // One division of two exact numbers gives the nearest `f64` for all sane sizes.
        let value = self.digits as f64 / 10_f64.powi(n_decimals);
        if self.is_negative { -value } else { value }
    }
}

/// The most common forms without looking at characters: sign, digits, groups of three, two decimals.
///
/// `None` says nothing about the cell but that `number` has to look at it.
pub(crate) fn plain_cents(cell: &[u8], notation: Notation) -> Option<i64> {
    let (decimal, group) = match notation {
        Notation::Comma => (b',', b'.'),
        Notation::Dot => (b'.', b','),
        Notation::Whole => return None,
    };
    let (is_negative, digits) = match cell.split_first()? {
        (b'-', rest) => (true, rest),
        _ => (false, cell),
    };
    // 15 characters keep everything far below the range of i64.
    if digits.len() > 15 || digits.len() < 4 {
        return None;
    }
    let (whole, decimals) = digits.split_at_checked(digits.len() - 3)?;
    let [separator, tens, ones] = decimals else {
        return None;
    };
    if *separator != decimal || !tens.is_ascii_digit() || !ones.is_ascii_digit() {
        return None;
    }
    let mut value: i64 = 0;
    let mut n_since_group = None;
    for &byte in whole {
        if byte.is_ascii_digit() {
            value = value * 10 + i64::from(byte - b'0');
            n_since_group = n_since_group.map(|n: u8| n + 1);
        } else if byte == group && value > 0 && n_since_group.is_none_or(|n| n == 3) {
            if n_since_group.is_none() && value > 999 {
                return None;
            }
            n_since_group = Some(0);
        } else {
            return None;
        }
    }
    if n_since_group.is_some_and(|n| n != 3) {
        return None;
    }
    let cents = value * 100 + i64::from(tens - b'0') * 10 + i64::from(ones - b'0');
    Some(if is_negative { -cents } else { cents })
}

/// A whole number of up to nine digits and nothing else.
pub(crate) fn plain_whole(cell: &[u8]) -> Option<u32> {
    if cell.is_empty() || cell.len() > 9 {
        return None;
    }
    let digit = |byte: u8| byte.is_ascii_digit().then(|| u32::from(byte - b'0'));
    cell.iter()
        .try_fold(0, |value: u32, byte| Some(value * 10 + digit(*byte)?))
}

/// The number in a cell that a machine wrote: `-1234.56`, and nothing to choose.
pub(crate) fn exact(cell: &str) -> Result<Number, Unreadable> {
    let (is_negative, cell) = match cell.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, cell),
    };
    let (whole, decimals) = cell.split_once('.').unwrap_or((cell, ""));
    let mut digits = 0_u128;
    for c in whole.chars().chain(decimals.chars()) {
        let digit = c.to_digit(10).ok_or(Unreadable::NotANumber)?;
        digits = digits
            .checked_mul(10)
            .and_then(|digits| digits.checked_add(u128::from(digit)))
            .ok_or(Unreadable::OutOfRange)?;
    }
    Ok(Number {
        is_negative,
        digits,
        n_decimals: u32::try_from(decimals.len()).map_err(|_len| Unreadable::OutOfRange)?,
        evidence: Evidence::None,
    })
}

/// The number in a cell, whatever surrounds it of signs and euros.
pub(crate) fn number(cell: &str) -> Result<Number, Unreadable> {
    match number_in_any_currency(cell)? {
        (_, true) => Err(Unreadable::ForeignCurrency),
        (number, false) => Ok(number),
    }
}

/// The number in a cell, and whether a sign says that it is not in euros.
pub(crate) fn number_in_any_currency(cell: &str) -> Result<(Number, bool), Unreadable> {
    let cell = cell.trim_matches(is_blank);
    if cell.is_empty() {
        return Err(Unreadable::Empty);
    }
    let is_damaged = |c: char| c.is_control() && c != '\t' && c != '\n' && c != '\r';
    if cell.contains(|c| is_damaged(c) || c == char::REPLACEMENT_CHARACTER) {
        return Err(Unreadable::Damaged);
    }
    if !cell.contains(|c: char| c.is_ascii_digit()) {
        return nothing(cell).ok_or(Unreadable::NotANumber);
    }
    let (cell, is_negative, is_foreign) = without_signs(cell)?;
    let (cell, has_round_tail) = without_dash_decimals(cell);
    let number = body(cell, is_negative, has_round_tail)?;
    Ok((number, is_foreign))
}

/// `€ -`: the nothing of Excel's accounting format. A dash alone says that nobody knows.
fn nothing(cell: &str) -> Option<(Number, bool)> {
    let (rest, is_foreign) = without_currency(cell)?;
    let mut rest = rest.trim_matches(is_blank).chars();
    let is_dash = rest.next().is_some_and(is_minus) && rest.next().is_none();
    is_dash
        .then(|| (body("0", false, None), is_foreign))
        .and_then(|(zero, is_foreign)| Some((zero.ok()?, is_foreign)))
}

/// White space as it is found around and inside numbers, no-break and thin spaces included.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '\u{2007}' | '\u{202f}' | '\u{feff}' | '\u{200b}'..='\u{200f}'
        )
}

fn is_minus(c: char) -> bool {
    matches!(c, '-' | '\u{2212}' | '\u{2013}' | '\u{2010}' | '\u{2011}')
}

// "¤" is where ISO-8859-15 has the euro sign.
const EURO: [&str; 8] = ["€", "¤", "EUR", "Eur", "eur", "euro", "Euro", "EURO"];
const FOREIGN: [&str; 22] = [
    "US$", "$", "£", "¥", "USD", "GBP", "CHF", "JPY", "SEK", "NOK", "DKK", "PLN", "CZK", "CAD",
    "AUD", "CNY", "HUF", "TRY", "ZAR", "INR", "RON", "kr",
];

/// Takes off currency signs, minus signs and parentheses, each at most once.
fn without_signs(cell: &str) -> Result<(&str, bool, bool), Unreadable> {
    let mut rest = cell;
    let (mut has_minus, mut has_plus, mut has_currency, mut is_foreign) =
        (false, false, false, false);
    loop {
        rest = rest.trim_matches(is_blank);
        if let Some((stripped, foreign)) = without_currency(rest) {
            if has_currency {
                return Err(Unreadable::NotANumber);
            }
            (rest, has_currency, is_foreign) = (stripped, true, foreign);
        } else if let Some(inner) = rest.strip_prefix('(').and_then(|r| r.strip_suffix(')')) {
            if has_minus || has_plus {
                return Err(Unreadable::NotANumber);
            }
            (rest, has_minus) = (inner, true);
        } else if let Some(stripped) = without_minus(rest) {
            if has_minus || has_plus {
                return Err(Unreadable::NotANumber);
            }
            (rest, has_minus) = (stripped, true);
        } else if let Some(stripped) = rest.strip_prefix('+') {
            if has_minus || has_plus {
                return Err(Unreadable::NotANumber);
            }
            (rest, has_plus) = (stripped, true);
        } else {
            return Ok((rest, has_minus, is_foreign));
        }
    }
}

/// Whether a cell is the code or the sign of a currency that is not the euro.
pub(crate) fn is_foreign_code(cell: &str) -> bool {
    FOREIGN.contains(&cell)
}

fn without_currency(cell: &str) -> Option<(&str, bool)> {
    let strip = |sign: &str| cell.strip_prefix(sign).or_else(|| cell.strip_suffix(sign));
    let euro = EURO
        .iter()
        .rev()
        .find_map(|sign| strip(sign))
        .map(|rest| (rest, false));
    euro.or_else(|| {
        FOREIGN
            .iter()
            .find_map(|sign| strip(sign))
            .map(|rest| (rest, true))
    })
}

/// A minus in front, or behind a digit: the dash of `1.234,-` is no minus.
fn without_minus(cell: &str) -> Option<&str> {
    if let Some(rest) = cell.strip_prefix(is_minus) {
        return Some(rest);
    }
    let rest = cell.strip_suffix(is_minus)?.trim_end_matches(is_blank);
    rest.ends_with(|c: char| c.is_ascii_digit()).then_some(rest)
}

/// `1.234,-` and `1.234,--`: whole euros, and the character before the dash is the decimal one.
fn without_dash_decimals(cell: &str) -> (&str, Option<Evidence>) {
    let without = cell.trim_end_matches(is_minus);
    if without.len() == cell.len() {
        return (cell, None);
    }
    if let Some(rest) = without.strip_suffix(',') {
        (rest, Some(Evidence::Comma))
    } else if let Some(rest) = without.strip_suffix('.') {
        (rest, Some(Evidence::Dot))
    } else {
        (cell, None)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Dot,
    Comma,
    /// Spaces and apostrophes are only ever for thousands.
    Group(char),
}

fn mark_of(c: char) -> Option<Mark> {
    match c {
        '.' => Some(Mark::Dot),
        ',' => Some(Mark::Comma),
        '\'' | '\u{2019}' | '\u{b4}' | '\u{2bc}' => Some(Mark::Group('\'')),
        c if is_blank(c) && c != '\n' && c != '\r' && c != '\t' => Some(Mark::Group(' ')),
        _ => None,
    }
}

/// Digits with marks between them, as they stand.
#[derive(Default)]
struct Shape {
    digits: u128,
    /// The first mark, and how many of it there are.
    mark: Option<Mark>,
    n_marks: u32,
    /// Another mark after those.
    decimal: Option<Mark>,
    /// Digits before the first mark.
    n_first: u32,
    /// Digits after the last mark, or all of them.
    n_last: u32,
}

impl Shape {
    /// Between two marks stand three digits, and after another mark than the first there is none.
    fn of(cell: &str) -> Result<Self, Unreadable> {
        let mut shape = Self::default();
        for c in cell.chars() {
            if let Some(digit) = c.to_digit(10) {
                let digits = shape.digits.checked_mul(10);
                shape.digits = digits
                    .and_then(|digits| digits.checked_add(u128::from(digit)))
                    .ok_or(Unreadable::OutOfRange)?;
                shape.n_last += 1;
            } else {
                shape.meet(mark_of(c).ok_or(Unreadable::NotANumber)?)?;
            }
        }
        Ok(shape)
    }

    fn meet(&mut self, mark: Mark) -> Result<(), Unreadable> {
        if self.decimal.is_some() || (self.mark.is_some() && self.n_last != 3) {
            return Err(Unreadable::NotANumber);
        }
        match self.mark {
            None => {
                self.mark = Some(mark);
                self.n_marks = 1;
                self.n_first = self.n_last;
            }
            Some(first) if first == mark => self.n_marks += 1,
            Some(_) if matches!(mark, Mark::Dot | Mark::Comma) => self.decimal = Some(mark),
            Some(_) => return Err(Unreadable::NotANumber),
        }
        self.n_last = 0;
        Ok(())
    }
}

/// What digits with marks between them say, with what is known of the decimal mark from their end.
fn body(cell: &str, is_negative: bool, tail: Option<Evidence>) -> Result<Number, Unreadable> {
    let Shape {
        digits,
        mark,
        n_marks,
        decimal,
        n_first,
        n_last,
    } = Shape::of(cell)?;
    let is_grouped = (1..=3).contains(&n_first);
    let number = |n_decimals: u32, evidence: Evidence| {
        Ok(Number {
            is_negative,
            digits,
            n_decimals,
            evidence,
        })
    };
    let evidence_of = |mark: Mark| {
        if mark == Mark::Comma {
            Evidence::Comma
        } else {
            Evidence::Dot
        }
    };
    let group_evidence = |mark: Mark| match mark {
        Mark::Dot => Evidence::Comma,
        Mark::Comma => Evidence::Dot,
        Mark::Group(_) => tail.unwrap_or(Evidence::None),
    };
    match (mark, decimal) {
        (None, _) if n_last == 0 => Err(Unreadable::NotANumber),
        (None, _) => number(0, tail.unwrap_or(Evidence::None)),
        (Some(_), Some(mark)) if is_grouped && n_last > 0 && tail.is_none() => {
            number(n_last, evidence_of(mark))
        }
        (Some(_), Some(_)) => Err(Unreadable::NotANumber),
        (Some(mark), None) if n_marks > 1 => {
            let is_consistent = tail.is_none_or(|t| mark_agrees(mark, t));
            if is_grouped && n_last == 3 && is_consistent {
                number(0, group_evidence(mark))
            } else {
                Err(Unreadable::NotANumber)
            }
        }
        (Some(mark @ Mark::Group(_)), None) => {
            if is_grouped && n_last == 3 {
                number(0, group_evidence(mark))
            } else {
                Err(Unreadable::NotANumber)
            }
        }
        (Some(mark), None) => match (n_last, tail) {
            (3, Some(t)) if is_grouped && mark_agrees(mark, t) => number(0, t),
            (0, _) | (_, Some(_)) => Err(Unreadable::NotANumber),
            // `0.345` and `1234.567` cannot be thousands.
            (3, None) if is_grouped && !cell.starts_with('0') => {
                let evidence = if mark == Mark::Dot {
                    Evidence::DotThenThree
                } else {
                    Evidence::CommaThenThree
                };
                number(3, evidence)
            }
            (_, None) => number(n_last, evidence_of(mark)),
        },
    }
}

/// Whether a grouping mark fits a decimal mark.
fn mark_agrees(group: Mark, decimal: Evidence) -> bool {
    !matches!(
        (group, decimal),
        (Mark::Comma, Evidence::Comma) | (Mark::Dot, Evidence::Dot)
    )
}

/// A written length of time (`2:30`, `18:25 min`, `-1:00`) in hours.
pub(crate) fn hours_of(cell: &str) -> Option<f64> {
    let (sign, cell) = cell
        .strip_prefix('-')
        .map_or((1.0, cell), |cell| (-1.0, cell));
    super::duration::written(cell).map(|duration| sign * duration.seconds as f64 / SECONDS_PER_HOUR)
}

#[cfg(test)]
mod tests;
