//! The page as plain text, to be pasted into a letter or a plan.

use std::collections::BTreeMap;

use abc_core::profile::IdealProfile;

use crate::i18n::{Locale, Span, text_of};

use super::lines::Line;
use super::not_like::not_like;
use super::sentence_text;

/// The whole page: what may be said, with what it rests on, and what it does not say.
pub(super) fn page_text(
    opening: &[Span],
    more: &[Span],
    lines: &[Line],
    edits: &BTreeMap<String, String>,
    profile: &IdealProfile,
    locale: Locale,
) -> String {
    let texts = &locale.catalog().ideal;
    let mut paragraphs = vec![text_of(opening), text_of(more).trim().to_owned()];
    for line in lines {
        let sentence = sentence_text(line, edits);
        if sentence.is_empty() {
            continue;
        }
        let beside = line.beside.iter().map(|beside| beside.text(locale));
        paragraphs.push(
            std::iter::once(sentence)
                .chain(beside.map(|text| format!("    {text}")))
                .collect::<Vec<_>>()
                .join("\n"),
        );
    }
    let not = match not_like(profile, locale) {
        Ok(rows) => rows
            .into_iter()
            .map(|row| {
                let (word, _) = (texts.verdict)(row.verdict);
                format!(
                    "- {} (C: {}, {}: {}; {})",
                    row.name,
                    row.of_c,
                    texts.not_others,
                    row.of_others,
                    word.to_lowercase()
                )
            })
            .collect(),
        Err(sentence) => vec![sentence.to_owned()],
    };
    paragraphs.push(headed(texts.not, not));
    let limits = texts.limit_lines.map(|line| format!("- {line}"));
    paragraphs.push(headed(texts.limits, limits.to_vec()));
    paragraphs.join("\n\n")
}

fn headed(heading: &str, lines: Vec<String>) -> String {
    std::iter::once(heading.to_owned())
        .chain(lines)
        .collect::<Vec<_>>()
        .join("\n")
}
