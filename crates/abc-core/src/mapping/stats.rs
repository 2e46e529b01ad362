//! What the first values of a column look like.

use std::collections::BTreeSet;

use super::Notation;
use super::amount::{self, Evidence};
use super::cell::{CellKind, SampledRow};
use super::{day, duration};

/// Counts over the sampled cells of one column.
#[derive(Clone, Debug, Default)]
#[expect(
    clippy::struct_field_names,
    reason = "they are counts, and counts are n_"
)]
pub(crate) struct ColumnStats {
    pub(crate) n_rows: usize,
    pub(crate) n_filled: usize,
    pub(crate) n_numbers: usize,
    /// Numbers with decimals or thousands: written as money is.
    pub(crate) n_marked: usize,
    pub(crate) n_dates: usize,
    /// Lengths of time in the form of a clock or with a unit.
    pub(crate) n_durations: usize,
    /// Whole numbers from 1 to 5.
    pub(crate) n_ratings: usize,
    /// Whole numbers that could be a year.
    pub(crate) n_years: usize,
    /// Cells with a letter.
    pub(crate) n_texts: usize,
    /// Cells that reach somebody: e-mail, IBAN, postcode, telephone.
    pub(crate) n_identifiers: usize,
    /// Cells with at least five digits and no other than a few letters: numbers by which firms are registered.
    pub(crate) n_long_numbers: usize,
    /// Cells that are a class: A, B or C.
    pub(crate) n_classes: usize,
    /// Cells that say how a figure is known, or how much attention a customer takes.
    pub(crate) n_grades: usize,
    /// Amounts with the sign of another currency, or the code of one.
    pub(crate) n_foreign: usize,
    pub(crate) n_distinct: usize,
    pub(crate) n_comma: usize,
    pub(crate) n_dot: usize,
    pub(crate) n_ambiguous: usize,
    /// Of those, `1,234`.
    pub(crate) n_comma_then_three: usize,
}

impl ColumnStats {
    /// Whether at least `percent` of the filled cells are counted in `n`.
    pub(crate) fn is_mostly(&self, n: usize, percent: usize) -> bool {
        n > 0 && n * 100 >= self.n_filled * percent
    }

    /// Counts a number that a machine wrote: it proves nothing about how people write here.
    fn count_number(&mut self, cell: &str) {
        self.n_numbers += 1;
        self.n_marked += usize::from(cell.contains('.'));
        if let Ok(number) = amount::exact(cell) {
            self.count_whole(number.value_in(Notation::Whole));
        }
    }

    fn count_whole(&mut self, value: f64) {
        self.n_ratings += usize::from([1.0, 2.0, 3.0, 4.0, 5.0].contains(&value));
        self.n_years += usize::from(value.fract() == 0.0 && (1900.0..=2100.0).contains(&value));
    }

    /// How the numbers of the sample are written, when a cell shows it.
    pub(crate) fn notation(&self) -> Option<Notation> {
        match (self.n_comma, self.n_dot) {
            (0, 0) => None,
            (n_comma, n_dot) if n_comma >= n_dot => Some(Notation::Comma),
            _ => Some(Notation::Dot),
        }
    }
}

/// The statistics of column `index` over the sampled rows.
pub(crate) fn stats_of(rows: &[SampledRow<'_>], index: usize) -> ColumnStats {
    let mut stats = ColumnStats {
        n_rows: rows.len(),
        ..ColumnStats::default()
    };
    let mut distinct: BTreeSet<&str> = BTreeSet::new();
    for row in rows {
        let (cell, kind) = (row.cell(index), row.kind(index));
        if cell.is_empty() {
            continue;
        }
        stats.n_filled += 1;
        match kind {
            CellKind::Text => {}
            CellKind::Number => {
                distinct.insert(cell);
                stats.n_long_numbers += usize::from(is_long_number(cell));
                stats.count_number(cell);
                continue;
            }
            CellKind::Error | CellKind::NoValue => continue,
        }
        distinct.insert(cell);
        let is_days = duration::without_days(cell).is_some_and(|days| amount::number(days).is_ok());
        stats.n_durations += usize::from(is_days || duration::written(cell).is_some());
        stats.n_texts += usize::from(cell.chars().any(char::is_alphabetic));
        stats.n_identifiers += usize::from(is_identifier(cell));
        stats.n_long_numbers += usize::from(is_long_number(cell));
        stats.n_classes += usize::from(matches!(cell, "A" | "B" | "C" | "a" | "b" | "c"));
        stats.n_grades += usize::from(is_grade(cell));
        if day::written(cell)
            .is_some_and(|w| w.day(day::DayOrder::DayFirst).is_some() || w.proves().is_some())
        {
            stats.n_dates += 1;
            continue;
        }
        stats.n_foreign += usize::from(amount::is_foreign_code(cell));
        let Ok((number, is_foreign)) = amount::number_in_any_currency(cell) else {
            continue;
        };
        stats.n_foreign += usize::from(is_foreign);
        stats.n_numbers += 1;
        match number.evidence {
            Evidence::None => stats.count_whole(number.value_in(Notation::Whole)),
            Evidence::Comma => stats.n_comma += 1,
            Evidence::Dot => stats.n_dot += 1,
            Evidence::DotThenThree => stats.n_ambiguous += 1,
            Evidence::CommaThenThree => {
                stats.n_ambiguous += 1;
                stats.n_comma_then_three += 1;
            }
        }
        stats.n_marked += usize::from(number.evidence != Evidence::None);
    }
    stats.n_distinct = distinct.len();
    stats
}

fn is_identifier(cell: &str) -> bool {
    let letters = cell.bytes().filter(u8::is_ascii_alphabetic).count();
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let is_email = cell.contains('@') && cell.contains('.');
    let is_postcode = digits == 4 && letters == 2 && cell.len() <= 7;
    let is_iban =
        cell.len() >= 15 && digits >= 10 && cell.bytes().take(2).all(|b| b.is_ascii_uppercase());
    let is_phone = letters == 0 && digits >= 9 && (cell.starts_with('0') || cell.starts_with('+'));
    let is_url = cell.starts_with("http") || cell.starts_with("www.");
    is_email || is_postcode || is_iban || is_phone || is_url
}

fn is_long_number(cell: &str) -> bool {
    let n_digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let n_letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    n_digits >= 5 && n_letters <= 4 && cell.len() <= 30
}

fn is_grade(cell: &str) -> bool {
    const GRADES: [&str; 22] = [
        "recorded",
        "estimated",
        "assumed",
        "geboekt",
        "geregistreerd",
        "geschat",
        "aangenomen",
        "aanname",
        "schatting",
        "laag",
        "normaal",
        "hoog",
        "extreem",
        "low",
        "normal",
        "high",
        "extreme",
        "weinig",
        "gemiddeld",
        "veel",
        "average",
        "zeer hoog",
    ];
    GRADES.contains(&cell.to_lowercase().as_str())
}
