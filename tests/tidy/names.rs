//! Names of files that say nothing, and effects out of their place.

use super::Violation;
use super::source::Source;

const SAYS_NOTHING: [&str; 8] = [
    "utils", "util", "helpers", "helper", "common", "misc", "manager", "shared",
];

/// Where an effect may be: the one file of effects, and controls that focus or measure.
const EFFECTS: [&str; 3] = ["src/state/effects.rs", "src/components/", "src/charts/"];

/// What an effect elsewhere has to be about: the focus, or what the browser has laid out.
const ABOUT_LAYOUT: [&str; 3] = ["focus", "measure", "request_animation_frame"];

/// All rules of this file.
pub(crate) fn check(source: &Source) -> Vec<Violation> {
    let mut found = Vec::new();
    for part in source.path.split('/') {
        if part == "mod.rs" {
            found.push(source.violation_on(
                1,
                "no mod.rs",
                "name the file after the module, beside its folder",
            ));
        }
        let name = part.strip_suffix(".rs").unwrap_or(part);
        if SAYS_NOTHING.contains(&name) {
            found.push(source.violation_on(1, "a name says what is inside", name));
        }
    }
    if !EFFECTS.iter().any(|place| source.path.starts_with(place)) {
        for name in ["Effect", "RenderEffect", "ImmediateEffect"] {
            let calls = source.places_of(name).into_iter();
            found.extend(
                calls
                    .filter(|at| source.code[at + name.len()..].starts_with("::"))
                    .filter(|at| !is_about_layout(&source.code[*at..]))
                    .map(|at| source.violation(at, "effects stand in state/effects.rs", name)),
            );
        }
    }
    found
}

/// Whether the call that begins here speaks of focus or layout.
fn is_about_layout(code: &str) -> bool {
    let mut depth = 0;
    let is_end = move |(_, c): &(usize, char)| {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        *c == ')' && depth == 0
    };
    let end = code
        .char_indices()
        .find(is_end)
        .map_or(code.len(), |(at, _)| at);
    ABOUT_LAYOUT.iter().any(|word| code[..end].contains(word))
}

#[cfg(test)]
mod tests {
    use super::{Source, check};

    #[test]
    fn names_and_effects_out_of_place_are_found() {
        for (path, text, n) in [
            ("src/steps/utils.rs", "", 1),
            ("src/common/a.rs", "", 1),
            ("src/steps/mod.rs", "", 1),
            ("src/steps/a.rs", "Effect::new(|_| {});", 1),
            ("src/app/a.rs", "RenderEffect::new(|_| {});", 1),
            ("src/components/a.rs", "Effect::new(|_| {});", 0),
            ("src/steps/a.rs", "Effect::new(|_| node.focus());", 0),
            ("src/steps/a.rs", "Effect::new(|_| set(1)); focus();", 1),
            ("src/state/effects.rs", "Effect::watch(a, b, c);", 0),
            ("src/steps/a.rs", "SideEffect::new();", 0),
        ] {
            assert_eq!(check(&Source::new(path, text)).len(), n, "{path}: {text}");
        }
    }
}
