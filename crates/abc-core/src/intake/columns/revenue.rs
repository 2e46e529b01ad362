//! The cells of a row to its revenue.

use super::trimmed;
use crate::intake::cells::{Amount, NumberColumn, Reading};
use crate::intake::record::Record;
use crate::mapping::Notation;
use crate::mapping::amount::Unreadable;

#[inline]
pub(super) fn cents_of(
    numbers: &mut [Option<NumberColumn>],
    index: usize,
    record: &Record<'_>,
) -> Result<Amount, (Unreadable, usize)> {
    let Some(column) = numbers.get_mut(index).and_then(Option::as_mut) else {
        return Err((Unreadable::Empty, index));
    };
    column
        .cents_in(record)
        .map_err(|unreadable| (unreadable, index))
}

/// Adds cells up; empty ones count as nothing unless all are empty.
pub(super) fn sum_of(
    numbers: &mut [Option<NumberColumn>],
    terms: impl Iterator<Item = (usize, i64)>,
    record: &Record<'_>,
) -> Result<Amount, (Unreadable, usize)> {
    let mut sum: Option<Amount> = None;
    let mut first = None;
    for (index, sign) in terms {
        first = first.or(Some(index));
        match cents_of(numbers, index, record) {
            Ok(cents) => {
                let before = sum.map_or(0, |sum| sum.value);
                let before_flag = sum.and_then(|sum| sum.flag);
                let value = before
                    .checked_add(sign * cents.value)
                    .ok_or((Unreadable::OutOfRange, index))?;
                sum = Some(Amount {
                    value,
                    other: None,
                    flag: before_flag.or(cents.flag),
                });
            }
            Err((Unreadable::Empty, _)) => {}
            // What a spreadsheet shows of nothing: among other amounts it is none.
            Err(_) if is_dash(&trimmed(record.field(index))) => {}
            Err(trouble) => return Err(trouble),
        }
    }
    sum.ok_or((Unreadable::Empty, first.unwrap_or_default()))
}

fn is_dash(cell: &[u8]) -> bool {
    matches!(cell, b"-" | b"--")
        || matches!(std::str::from_utf8(cell), Ok("–" | "—" | "€ -" | "€-"))
}

/// `12` and `50` as 12.50, and `12` alone as 12.00.
pub(super) fn split_cents(
    whole: usize,
    cents: usize,
    record: &Record<'_>,
) -> Result<Amount, (Unreadable, usize)> {
    let mut joined = trimmed(record.field(whole)).into_owned();
    let cents = trimmed(record.field(cents));
    // Whole euros have nothing that could be cut off.
    if !cents.is_empty() {
        joined.push(b',');
        joined.extend_from_slice(&cents);
    }
    NumberColumn::new(whole, Reading::In(Notation::Comma), false)
        .cents(&joined)
        .map_err(|unreadable| (unreadable, whole))
}

/// The amount without the VAT in it, to the nearest cent.
pub(super) fn without_vat(gross: i64, percent: u8) -> Option<i64> {
    let divisor = 100 + i128::from(percent);
    let scaled = i128::from(gross).abs() * 100;
    let net = i64::try_from((scaled + divisor / 2) / divisor).ok()?;
    Some(if gross < 0 { -net } else { net })
}
