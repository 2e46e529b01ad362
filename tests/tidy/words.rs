//! Words a user can see, outside `i18n`. A heuristic: it knows views, not Rust.

use std::collections::BTreeSet;

use super::Violation;
use super::source::Source;

const RULE: &str = "words stand in src/i18n";

/// Where a text would end up on the screen.
const SHOWN: [&str; 6] = [
    "src/steps",
    "src/app",
    "src/components",
    "src/charts",
    "src/state",
    "src/platform",
];

/// All rules of this file; `classes` are those of the style sheets, whose names are no words.
pub(crate) fn check(source: &Source, classes: &BTreeSet<String>) -> Vec<Violation> {
    if !SHOWN.iter().any(|place| source.path.starts_with(place)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for literal in &source.literals {
        let before = source.code[..literal.start].trim_end();
        let after = source.code[literal.end.min(source.code.len())..].trim_start();
        let is_text_node = before.ends_with('>')
            && !before.ends_with("=>")
            && !before.ends_with("->")
            && after.starts_with('<')
            && literal.text.chars().any(char::is_alphabetic);
        let is_class = literal
            .text
            .split_whitespace()
            .all(|word| classes.contains(word));
        // Errors and lint reasons are for developers.
        let is_for_developers = before.ends_with("reason =") || before.ends_with("#[error(");
        if !is_class && !is_for_developers && (is_text_node || is_sentence(&literal.text)) {
            found.push(source.violation_on(literal.line, RULE, &literal.text));
        }
    }
    found.extend(bare_text(source));
    found
}

/// Two words of two letters or more beside each other.
fn is_sentence(text: &str) -> bool {
    let is_word = |word: &str| {
        let letters = word.trim_matches(|c: char| c.is_ascii_punctuation() && c != '_');
        letters.chars().count() >= 2 && letters.chars().all(char::is_alphabetic)
    };
    let prose = without_places(text);
    let words: Vec<&str> = prose.split(' ').collect();
    words
        .windows(2)
        .any(|pair| pair.iter().all(|word| is_word(word)))
}

/// The text without the `{names}` of what is filled in.
fn without_places(text: &str) -> String {
    let mut depth = 0;
    let is_outside = move |c: &char| match c {
        '{' => {
            depth += 1;
            false
        }
        '}' => {
            depth -= 1;
            false
        }
        _ => depth == 0,
    };
    text.chars().filter(is_outside).collect()
}

/// Text without quotes between two tags, on one line.
fn bare_text(source: &Source) -> Vec<Violation> {
    let mut found = Vec::new();
    for (at, _) in source.code.match_indices('>') {
        let before = source.code[..at].chars().next_back();
        let rest = &source.code[at + 1..];
        let Some(end) = rest.find(['<', '\n']) else {
            continue;
        };
        let text = rest[..end].trim();
        let is_tag = rest[end..].starts_with("</") && !matches!(before, Some('-' | '='));
        let is_prose = text
            .chars()
            .all(|c| c.is_alphabetic() || " .,!?'’-".contains(c));
        if is_tag && is_prose && text.chars().filter(|c| c.is_alphabetic()).count() >= 2 {
            found.push(source.violation(at, RULE, text));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Source, check};

    #[test]
    fn words_in_views_are_found() {
        let classes: BTreeSet<String> = ["button", "button--main"].map(str::to_owned).into();
        for (rust, n) in [
            ("view! { <p>\"Klanten\"</p> }", 1),
            ("view! { <p>Klanten</p> }", 1),
            ("view! { <p>\n\"Klanten\"\n</p> }", 1),
            ("view! { <p title=\"Al je klanten\"></p> }", 1),
            ("let text = format!(\"{n} van je klanten\");", 1),
            ("view! { <p>{texts.title}</p> \" \" <b>\"–\"</b> }", 0),
            ("view! { <p class=\"button button--main\"></p> }", 0),
            ("view! { <path d=\"M4 8h7a4 4 0 0 1 0 8H7\"/> }", 0),
            ("#![allow(x, reason = \"for good reasons\")]", 0),
            ("#[error(\"the text is wrong\")]", 0),
            ("fn a(b: Vec<Option<Class>>) -> Result<A, B> {}", 0),
            ("format!(\"0 0 {width} {height}\")", 0),
            ("// \"a comment in words\"", 0),
        ] {
            let source = Source::new("src/steps/a.rs", rust);
            assert_eq!(check(&source, &classes).len(), n, "{rust}");
            let elsewhere = Source::new("src/i18n/nl.rs", rust);
            assert!(check(&elsewhere, &classes).is_empty());
        }
    }
}
