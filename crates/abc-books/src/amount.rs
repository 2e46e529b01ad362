//! Amounts as auditfiles and invoices write them: `1210`, `609.9`, `1000.0`, `-3.10`; never grouped.

use crate::limits::MAX_CENTS;

/// Whole cents, half a cent away from zero; `None` for what is no amount.
pub(crate) fn cents_from(text: &str) -> Option<i64> {
    let text = text.trim();
    let (is_negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    // A comma occurs where a program wrote in the language of its user.
    let (whole, fraction) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let has_digits = !whole.is_empty() || !fraction.is_empty();
    if !has_digits || !is_number(whole) || !is_number(fraction) {
        return None;
    }
    let euros: i64 = if whole.is_empty() {
        0
    } else {
        whole.parse().ok()?
    };
    let digit = |idx: usize| {
        let byte = fraction.as_bytes().get(idx).copied().unwrap_or(b'0');
        i64::from(byte - b'0')
    };
    let rounding = i64::from(digit(2) >= 5);
    let cents = euros
        .checked_mul(100)?
        .checked_add(digit(0) * 10 + digit(1) + rounding)?;
    (cents <= MAX_CENTS).then_some(if is_negative { -cents } else { cents })
}

#[cfg(test)]
mod tests {
    use super::cents_from;

    #[test]
    fn amounts_are_read_to_the_cent() {
        let cases = [
            ("1210", Some(121_000)),
            ("609.9", Some(60_990)),
            ("1000.0", Some(100_000)),
            ("-3.10", Some(-310)),
            (" 12183.92 ", Some(1_218_392)),
            ("12,50", Some(1_250)),
            (".5", Some(50)),
            ("0.005", Some(1)),
            ("-0.005", Some(-1)),
            ("0.0049", Some(0)),
            ("99999999999999999999", None),
            ("", None),
            ("-", None),
            (".", None),
            ("1.234,56", None),
            ("1e3", None),
            ("12 50", None),
        ];
        for (text, expected) in cases {
            assert_eq!(cents_from(text), expected, "{text:?}");
        }
    }
}
