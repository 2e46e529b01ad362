//! Headcounts: numbers as people write them, and the size groups 1, 2-9, 10-49, 50-249 and 250+
//! (those of the European definition of small firms).

use crate::customers::{TraitColumn, TraitKind};

/// Least headcount of a group, and its name.
const GROUPS: [(f64, &str); 5] = [
    (0.0, "1"),
    (2.0, "2-9"),
    (10.0, "10-49"),
    (50.0, "50-249"),
    (250.0, "250+"),
];

/// Words in a header that say that its numbers are people.
const WORDS: [&str; 8] = [
    "werknemer",
    "medewerker",
    "personeel",
    "fte",
    "employee",
    "staff",
    "headcount",
    "size",
];

/// Whether the column counts people. Other numbers have no groups that mean something.
pub(super) fn is_headcount(column: &TraitColumn) -> bool {
    let name = column.name.to_lowercase();
    column.kind == TraitKind::Number && WORDS.iter().any(|word| name.contains(word))
}

/// The column in size groups, and the code of every customer in it.
pub(super) fn grouped(column: &TraitColumn, codes: &[u32]) -> (TraitColumn, Vec<u32>) {
    let group_of: Vec<u32> = column
        .values
        .iter()
        .map(|value| number_from(value).map_or(0, group_code))
        .collect();
    let grouped_codes = codes
        .iter()
        .map(|code| {
            let value_idx = (*code as usize).checked_sub(1);
            let group = value_idx.and_then(|idx| group_of.get(idx));
            group.copied().unwrap_or(0)
        })
        .collect();
    let column = TraitColumn {
        name: column.name.clone(),
        kind: TraitKind::Category,
        values: GROUPS.iter().map(|(_, name)| (*name).to_owned()).collect(),
    };
    (column, grouped_codes)
}

/// 1 + the position of the group; 0 for a negative number.
pub(super) fn group_code(headcount: f64) -> u32 {
    GROUPS
        .iter()
        .zip(1..)
        .filter(|((least, _), _)| headcount >= *least)
        .map(|(_, code)| code)
        .last()
        .unwrap_or(0)
}

/// A number as written in Dutch or English: the last separator is a decimal mark, unless three digits
/// follow it and what stands before it can be the head of a grouped number ("1.250", not "0.125").
pub(super) fn number_from(text: &str) -> Option<f64> {
    let can_be_grouped = |whole: &str| {
        let head = whole.split(['.', ',']).next().unwrap_or_default();
        let head = head.trim_start_matches('-');
        (1..=3).contains(&head.len()) && !head.starts_with('0')
    };
    let text = text.trim();
    let plain = match text.rsplit_once(['.', ',']) {
        Some((whole, decimals)) if decimals.len() != 3 || !can_be_grouped(whole) => {
            format!("{}.{decimals}", whole.replace(['.', ','], ""))
        }
        _ => text.replace(['.', ','], ""),
    };
    // `parse` alone would accept words such as "inf".
    let is_numeric = |c: char| c.is_ascii_digit() || c == '.' || c == '-';
    plain.chars().all(is_numeric).then(|| plain.parse().ok())?
}
