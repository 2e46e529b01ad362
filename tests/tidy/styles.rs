//! Colours, classes and style attributes.

use std::collections::BTreeSet;

use super::Violation;
use super::source::Source;

const COLOUR: &str = "colours stand in style/tokens.css";
const CLASS: &str = "a component's class is defined in the file of its name";
const UNUSED: &str = "a class that a style sheet speaks of is on an element";
const ATTRIBUTE: &str = "no style attribute: the policy refuses it";

const TOKENS: &str = "style/tokens.css";
const COMPONENTS: &str = "style/components/";
const FUNCTIONS: [&str; 8] = [
    "rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklch(",
];

/// Names of the files in style/components.
pub(crate) fn component_names(css: &[Source]) -> BTreeSet<String> {
    css.iter()
        .filter_map(|source| component_of(&source.path))
        .map(str::to_owned)
        .collect()
}

fn component_of(path: &str) -> Option<&str> {
    path.strip_prefix(COMPONENTS)?.strip_suffix(".css")
}

/// Every class that a style sheet speaks of.
pub(crate) fn classes(css: &[Source]) -> BTreeSet<String> {
    css.iter()
        .flat_map(selectors)
        .flat_map(|(_, selector)| classes_of(&selector))
        .collect()
}

/// What may be a class in a text.
pub(crate) fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_'))
}

/// The classes of a style sheet that are none of these words.
pub(crate) fn unused(source: &Source, words: &BTreeSet<&str>) -> Vec<Violation> {
    let classes = selectors(source).into_iter().flat_map(|(at, selector)| {
        classes_of(&selector)
            .into_iter()
            .map(move |class| (at, class))
    });
    classes
        .filter(|(_, class)| !words.contains(class.as_str()))
        .map(|(at, class)| source.violation(at, UNUSED, &format!(".{class}")))
        .collect()
}

/// Rules for a style sheet.
pub(crate) fn check_css(source: &Source, components: &BTreeSet<String>) -> Vec<Violation> {
    let mut found = Vec::new();
    // The rescue page is read when nothing else can be: it repeats what it needs.
    let has_own_colours = source.path == TOKENS || source.path.starts_with("web/");
    if !has_own_colours {
        found.extend(colours(source));
    }
    let Some(own) = component_of(&source.path) else {
        return found;
    };
    for (at, selector) in selectors(source) {
        for part in selector.split(',') {
            let Some(class) = part.trim().strip_prefix('.') else {
                continue;
            };
            let block = block_of(&name_at(class)).to_owned();
            if block != own && components.contains(&block) {
                found.push(source.violation(at, CLASS, &format!(".{block}")));
            }
        }
    }
    found
}

/// Rules for a Rust file.
pub(crate) fn check_rust(source: &Source) -> Vec<Violation> {
    let mut found = Vec::new();
    for at in source.places_of("style") {
        let rest = source.code[at + "style".len()..].trim_start();
        let is_attribute = source.code[..at].ends_with([' ', '\n', '<']);
        if is_attribute && rest.starts_with("=\"") {
            found.push(source.violation(at, ATTRIBUTE, "style=\"…\""));
        }
    }
    for literal in &source.literals {
        let is_shown = source.path.starts_with("src/");
        if is_shown && (has_hex(&literal.text) || has_function(&literal.text)) {
            found.push(source.violation_on(literal.line, COLOUR, &literal.text));
        }
    }
    found
}

fn colours(source: &Source) -> Vec<Violation> {
    let lines = source.code.lines().enumerate();
    lines
        .filter(|(_, line)| has_hex(line) || has_function(line))
        .map(|(idx, line)| source.violation_on(idx + 1, COLOUR, line.trim()))
        .collect()
}

/// `#` and 3, 4, 6 or 8 hexadecimal digits.
fn has_hex(text: &str) -> bool {
    text.match_indices('#').any(|(at, _)| {
        let after = &text[at + 1..];
        let n = after.chars().take_while(char::is_ascii_hexdigit).count();
        let next = after[n..].chars().next();
        matches!(n, 3 | 4 | 6 | 8) && !next.is_some_and(|c| c.is_alphanumeric() || c == '-')
    })
}

fn has_function(text: &str) -> bool {
    FUNCTIONS.iter().any(|name| {
        text.match_indices(name).any(|(at, _)| {
            !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_')
        })
    })
}

/// Every selector with the byte where it begins; conditions (`@media`) are none.
fn selectors(source: &Source) -> Vec<(usize, String)> {
    let code = &source.code;
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in code.char_indices() {
        match c {
            '{' => {
                let selector = code[start..at].trim();
                if !selector.is_empty() && !selector.starts_with('@') {
                    let lead = code[start..at].len() - code[start..at].trim_start().len();
                    found.push((start + lead, selector.to_owned()));
                }
                start = at + 1;
            }
            '}' | ';' => start = at + 1,
            _ => {}
        }
    }
    found
}

fn classes_of(selector: &str) -> Vec<String> {
    selector
        .match_indices('.')
        .map(|(at, _)| name_at(&selector[at + 1..]))
        .filter(|name| !name.is_empty())
        .collect()
}

fn name_at(text: &str) -> String {
    text.chars()
        .take_while(|c| c.is_alphanumeric() || *c == '-' || *c == '_')
        .collect()
}

/// `grid` of `grid__row` and of `grid--small`.
fn block_of(class: &str) -> &str {
    let class = class.split("__").next().unwrap_or(class);
    class.split("--").next().unwrap_or(class)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Source, check_css, check_rust, classes};

    fn n_broken(path: &str, css: &str) -> usize {
        let components: BTreeSet<String> = ["button", "grid"].map(str::to_owned).into();
        check_css(&Source::new(path, css), &components).len()
    }

    #[test]
    fn colours_outside_the_tokens_are_found() {
        for (path, css, n) in [
            ("style/components/grid.css", ".grid { color: #fff }", 1),
            (
                "style/components/grid.css",
                ".grid { color: rgb(0 0 0) }",
                1,
            ),
            ("style/base.css", "a { color: #12345678 }", 1),
            ("style/base.css", "a { color: var(--ink) } /* #fff */", 0),
            (
                "style/base.css",
                "a { color: color-mix(in srgb, currentColor 45%, transparent) }",
                0,
            ),
            ("style/base.css", "#header-bar { top: 0 }", 0),
            ("style/tokens.css", ":root { --ink: #fff }", 0),
        ] {
            assert_eq!(n_broken(path, css), n, "{path}: {css}");
        }
    }

    #[test]
    fn classes_in_the_file_of_another_component_are_found() {
        for (css, n) in [
            (".button { top: 0 }", 1),
            (".grid { top: 0 } .button--main { top: 0 }", 1),
            ("@media print { .button__icon { top: 0 } }", 1),
            (".grid .button { top: 0 }", 0),
            (".grid__row, .grid--small:hover { top: 0 }", 0),
        ] {
            assert_eq!(n_broken("style/components/grid.css", css), n, "{css}");
        }
        assert_eq!(n_broken("style/steps/data.css", ".button { top: 0 }"), 0);
    }

    #[test]
    fn every_class_is_known() {
        let css = [Source::new(
            "style/a.css",
            ".a > .b__c:hover, .d { margin: .5rem }",
        )];
        let known: Vec<String> = classes(&css).into_iter().collect();
        assert_eq!(known, ["a", "b__c", "d"]);
    }

    #[test]
    fn style_attributes_and_colours_in_rust_are_found() {
        for (rust, n) in [
            ("view! { <p style=\"top: 0\"></p> }", 1),
            ("view! { <p style:--share=share></p> }", 0),
            ("let style = \"plain\";", 0),
            ("let fill = \"#a1b2c3\";", 1),
            ("let place = \"#data\";", 0),
        ] {
            assert_eq!(
                check_rust(&Source::new("src/steps/a.rs", rust)).len(),
                n,
                "{rust}"
            );
        }
    }
}
