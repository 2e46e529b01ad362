//! One cell of ods: its value stands in attributes, its text in paragraphs.

use abc_core::date::date_from_iso;
use abc_core::intake::IntakeError;

use super::super::part::{attribute, attributes};
use super::super::value::{Value, push_text};
use super::repeats;
use crate::xml::Tag;

/// The cell that is being read.
#[derive(Debug, Default)]
pub(super) struct Cell {
    pub(super) n_repeats: u32,
    kind: Kind,
    /// What the attributes say, as written.
    value: Option<String>,
    /// Where it is not the euro.
    currency: Option<String>,
    has_formula: bool,
    is_error: bool,
    n_paragraphs: u32,
    text: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    /// No type: nothing was typed or computed.
    #[default]
    None,
    Number,
    Percent,
    Text,
    Truth,
    Day,
    Time,
}

impl Cell {
    pub(super) fn begin(&mut self, tag: &Tag<'_>) -> Result<(), IntakeError> {
        self.n_repeats = 1;
        self.kind = Kind::None;
        self.value = None;
        self.currency = None;
        self.has_formula = false;
        self.is_error = false;
        self.n_paragraphs = 0;
        self.text.clear();
        for (key, value) in attributes(tag) {
            match key {
                "number-columns-repeated" => self.n_repeats = repeats(&value)?,
                "formula" => self.has_formula = true,
                // Of two attributes of this name (`office:` and `calcext:`) the second only adds the error.
                "value-type" => match value.as_ref() {
                    "float" | "currency" => self.kind = Kind::Number,
                    "percentage" => self.kind = Kind::Percent,
                    "string" => self.kind = Kind::Text,
                    "boolean" => self.kind = Kind::Truth,
                    "date" => self.kind = Kind::Day,
                    "time" => self.kind = Kind::Time,
                    "error" => self.is_error = true,
                    _ => {}
                },
                "currency" if value != "EUR" => self.currency = Some(value.into_owned()),
                "value" | "string-value" | "boolean-value" | "date-value" | "time-value" => {
                    self.value = Some(value.into_owned());
                }
                _ => {}
            }
        }
        Ok(())
    }

    pub(super) fn begin_paragraph(&mut self) {
        self.n_paragraphs += 1;
        if self.n_paragraphs > 1 {
            self.put_text("\n");
        }
    }

    /// Characters that stand as elements.
    pub(super) fn put_characters(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "s" => {
                let n = attribute(tag, "c").and_then(|n| n.trim().parse::<usize>().ok());
                self.put_text(&" ".repeat(n.unwrap_or(1).min(MAX_SPACES)));
            }
            "tab" => self.put_text("\t"),
            _ => self.put_text("\n"),
        }
    }

    pub(super) fn put_text(&mut self, text: &str) {
        push_text(&mut self.text, text);
    }

    pub(super) fn content(&self) -> Value {
        let is_empty = self.value.is_none() && self.text.is_empty();
        if self.has_formula && is_empty {
            return if self.kind == Kind::Text {
                Value::Empty
            } else {
                Value::Uncomputed
            };
        }
        if self.is_error || self.has_formula && is_error(&self.text) {
            return Value::Error(self.text.as_str().into());
        }
        // A text that stands in the attribute is what was typed; the paragraphs show it.
        let shown = || self.value.as_deref().filter(|_| self.text.is_empty());
        let as_shown = || Value::text(shown().unwrap_or(&self.text));
        let value = self.value.as_deref().map(str::trim);
        match (self.kind, value) {
            (Kind::Number | Kind::Percent, Some(value)) => match (value.parse(), &self.currency) {
                (Err(_), _) => as_shown(),
                (Ok(share), _) if self.kind == Kind::Percent => Value::percent(share),
                (Ok(amount), Some(currency)) => Value::foreign(currency, amount),
                (Ok(number), None) => Value::Number(number),
            },
            (Kind::Day, Some(value)) => {
                let day = value.get(..10).and_then(date_from_iso);
                day.map_or_else(as_shown, Value::Day)
            }
            (Kind::Time, Some(value)) => seconds(value).map_or_else(as_shown, Value::Seconds),
            (Kind::Truth, Some(value)) => {
                Value::text(if value == "true" { "TRUE" } else { "FALSE" })
            }
            (Kind::Text, Some(value)) if !value.is_empty() => {
                Value::text(self.value.as_deref().unwrap_or_default())
            }
            _ => as_shown(),
        }
    }
}

/// Spaces that one element may stand for.
const MAX_SPACES: usize = 1_000;

/// What older versions show for a formula that fails, without saying in the file that it is an error.
fn is_error(shown: &str) -> bool {
    const ERRORS: [&str; 7] = [
        "#N/A", "#DIV/0!", "#REF!", "#NAME?", "#VALUE!", "#NULL!", "#NUM!",
    ];
    let code = shown.strip_prefix("Err:");
    ERRORS.contains(&shown)
        || code.is_some_and(|code| {
            !code.is_empty() && code.bytes().all(|digit| digit.is_ascii_digit())
        })
}

/// A length of time in ISO 8601, `PT18H25M00S` or `P1DT2H`, to whole seconds. Months and years have no length.
fn seconds(duration: &str) -> Option<u64> {
    let mut rest = duration.strip_prefix('P')?;
    let mut total = 0_u64;
    let mut is_time = false;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('T') {
            is_time = true;
            rest = after;
            continue;
        }
        let at = rest.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','))?;
        let (number, from) = rest.split_at(at);
        let unit = from.chars().next()?;
        let length = match (unit, is_time) {
            ('D', false) => 86_400,
            ('H', true) => 3_600,
            ('M', true) => 60,
            ('S', true) => 1,
            _ => return None,
        };
        // Parts of a second are left out.
        let whole = number
            .split(['.', ','])
            .next()
            .filter(|_| unit == 'S' || !number.contains(['.', ',']))?;
        total = total.checked_add(whole.parse::<u64>().ok()?.checked_mul(length)?)?;
        rest = from.get(unit.len_utf8()..)?;
    }
    Some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_time_are_whole_seconds() {
        let cases = [
            ("PT18H25M00S", Some(66_300)),
            ("PT30H00M00S", Some(108_000)),
            ("PT00H18M25.99S", Some(1_105)),
            ("P1DT2H", Some(93_600)),
            ("PT", Some(0)),
            ("P1M", None),
            ("PT1.5H", None),
            ("PTH", None),
            ("-PT1H", None),
            ("PT99999999999999999999H", None),
            ("PT9999999999999999999H", None),
            ("18:25", None),
            ("PT1é", None),
        ];
        for (text, expected) in cases {
            assert_eq!(seconds(text), expected, "{text}");
        }
    }

    #[test]
    fn only_errors_are_errors() {
        for shown in ["#N/A", "#DIV/0!", "Err:502"] {
            assert!(is_error(shown), "{shown}");
        }
        for shown in ["", "Err:", "Err:a", "Errol", "#1"] {
            assert!(!is_error(shown), "{shown}");
        }
    }
}
