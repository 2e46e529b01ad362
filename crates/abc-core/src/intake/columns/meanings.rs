//! Cells that are words or small numbers to what they stand for.

use crate::customers::{Attention, Class, Grade, Rating};
use crate::date::Date;

/// Ways to write that something is not known.
pub(in crate::intake) fn is_unknown(cell: &[u8]) -> bool {
    if cell.len() > 8 || cell.first().is_some_and(u8::is_ascii_digit) {
        return false;
    }
    let words: [&[u8]; 9] = [
        b"-",
        b"?",
        b"--",
        b"n/a",
        b"n.v.t.",
        b"nvt",
        b"onbekend",
        b"unknown",
        b"n.b.",
    ];
    words.iter().any(|word| cell.eq_ignore_ascii_case(word))
}

pub(super) fn rating_of(number: f64) -> Option<Rating> {
    count_of(number)
        .and_then(|count| u8::try_from(count).ok())
        .and_then(Rating::new)
}

pub(super) fn count_of(number: f64) -> Option<u32> {
    let is_count = number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number);
    is_count.then_some(number as u32)
}

fn lower(cell: &[u8]) -> String {
    String::from_utf8_lossy(cell).to_lowercase()
}

pub(super) fn attention_of(cell: &[u8]) -> Option<Attention> {
    match lower(cell).as_str() {
        "laag" | "weinig" | "low" | "l" | "1" => Some(Attention::Low),
        "normaal" | "gemiddeld" | "normal" | "average" | "n" | "2" => Some(Attention::Normal),
        "hoog" | "veel" | "high" | "h" | "3" => Some(Attention::High),
        "extreem" | "zeer hoog" | "extreme" | "x" | "4" => Some(Attention::Extreme),
        _ => None,
    }
}

pub(super) fn grade_of(cell: &[u8]) -> Grade {
    match lower(cell).as_str() {
        "estimated" | "geschat" | "schatting" | "estimate" => Grade::Estimated,
        "assumed" | "aangenomen" | "aanname" | "default" => Grade::Assumed,
        _ => Grade::Recorded,
    }
}

pub(super) fn class_of(cell: &[u8]) -> Option<Class> {
    match cell {
        b"A" | b"a" => Some(Class::A),
        b"B" | b"b" => Some(Class::B),
        b"C" | b"c" => Some(Class::C),
        _ => None,
    }
}

/// Whole calendar months from one day to a later one.
pub(super) fn months_between(from: Date, to: Date) -> Option<f64> {
    let months = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month());
    let whole = months(to) - months(from) - i32::from(to.day() < from.day());
    (whole >= 0).then(|| f64::from(whole))
}
