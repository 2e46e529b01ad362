//! Names of files that say nothing, and effects out of their place.

use super::Violation;
use super::source::Source;

const SAYS_NOTHING: [&str; 8] = [
    "utils", "util", "helpers", "helper", "common", "misc", "manager", "shared",
];

/// Where an effect may be: the one file of effects, and controls that focus or measure.
const EFFECTS: [&str; 3] = ["src/state/effects.rs", "src/components/", "src/charts/"];

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
                    .map(|at| source.violation(at, "effects stand in state/effects.rs", name)),
            );
        }
    }
    found
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
            ("src/state/effects.rs", "Effect::watch(a, b, c);", 0),
            ("src/steps/a.rs", "SideEffect::new();", 0),
        ] {
            assert_eq!(check(&Source::new(path, text)).len(), n, "{path}: {text}");
        }
    }
}
