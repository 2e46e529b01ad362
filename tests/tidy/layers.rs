//! Who may import whom, and which crates stay where.

use super::Violation;
use super::source::Source;

/// A layer of the app, and the layers it may import besides itself.
const APP: [(&str, &[&str]); 7] = [
    ("platform", &[]),
    ("i18n", &["platform"]),
    ("components", &["platform"]),
    ("charts", &["platform"]),
    ("state", &["platform", "i18n"]),
    (
        "steps",
        &["platform", "i18n", "state", "components", "charts"],
    ),
    (
        "app",
        &["platform", "i18n", "state", "components", "charts", "steps"],
    ),
];

/// A module of the core, and the modules it may import besides itself.
const CORE: [(&str, &[&str]); 26] = [
    ("money", &[]),
    ("date", &[]),
    ("stats", &[]),
    ("export", &[]),
    ("customers", &["money", "date"]),
    ("mapping", &["money", "date", "customers", "stats"]),
    ("intake", &["money", "date", "customers", "mapping"]),
    ("readings", &["money", "customers", "intake"]),
    (
        "join",
        &["money", "date", "customers", "intake", "readings", "stats"],
    ),
    ("costs", &["money", "customers", "stats"]),
    ("classify", &["money", "customers", "costs", "stats"]),
    ("certainty", &["customers", "costs", "classify", "stats"]),
    ("profile", &["customers", "stats"]),
    ("prospects", &["customers", "profile", "stats"]),
    ("doubt", &["costs", "classify", "certainty", "prospects"]),
    ("gains", &["customers", "costs", "classify", "profile"]),
    ("rfm", &["money", "date", "customers", "stats"]),
    ("agreement", &["customers", "stats"]),
    (
        "prediction",
        &["agreement", "customers", "costs", "classify", "stats"],
    ),
    (
        "migration",
        &[
            "date",
            "agreement",
            "customers",
            "costs",
            "classify",
            "stats",
        ],
    ),
    (
        "surprises",
        &["customers", "agreement", "prediction", "migration"],
    ),
    ("parting", &["customers", "costs", "classify", "stats"]),
    ("contact", &[]),
    ("chart", &["customers", "stats"]),
    (
        "project",
        &[
            "money",
            "date",
            "customers",
            "mapping",
            "intake",
            "readings",
            "join",
            "costs",
            "classify",
            "migration",
            "stats",
        ],
    ),
    (
        "protocol",
        &["customers", "intake", "mapping", "readings", "join"],
    ),
];

/// Crates that only some places may name: crate, the beginnings of those paths.
const CRATES: [(&str, &[&str]); 19] = [
    ("web_sys", &BROWSER),
    ("js_sys", &BROWSER),
    ("wasm_bindgen", &BROWSER),
    ("wasm_bindgen_futures", &BROWSER),
    ("gloo_storage", &BROWSER),
    ("gloo_timers", &BROWSER),
    ("idb", &BROWSER),
    ("leptos", &["src/"]),
    ("reactive_stores", &["src/"]),
    ("reactive_graph", &["src/"]),
    (
        "csv",
        &["crates/abc-core/src/intake", "crates/abc-core/src/export"],
    ),
    ("yore", &["crates/abc-core/src/intake"]),
    ("quick_xml", &BOOKS),
    ("calamine", &BOOKS),
    ("zip", &BOOKS),
    ("flate2", &BOOKS),
    ("encoding_rs", &BOOKS),
    ("console_error_panic_hook", &["src/bin/", "src/platform"]),
    (
        "postcard",
        &["src/platform", "crates/worker-port/", "src/bin/"],
    ),
];

/// Where the browser may be named: the platform, and the entry points.
const BROWSER: [&str; 6] = [
    "src/platform",
    "src/bin/",
    "crates/text-worker/",
    "crates/books-worker/",
    "crates/certainty-worker/",
    "crates/worker-port/",
];

/// Where the formats of books may be named.
const BOOKS: [&str; 1] = ["crates/abc-books/"];

const IMPORT: &str = "imports go one way";
const CRATE: &str = "this crate stays in its place";

/// All rules of this file.
pub(crate) fn check(source: &Source) -> Vec<Violation> {
    let mut found = imports(source, "src/", &APP);
    found.extend(imports(source, "crates/abc-core/src/", &CORE));
    found.extend(crates(source));
    found
}

/// The first part of the path below `root`, without its ending.
fn module_of<'a>(path: &'a str, root: &str) -> Option<&'a str> {
    let first = path.strip_prefix(root)?.split('/').next()?;
    Some(first.strip_suffix(".rs").unwrap_or(first))
}

fn imports(source: &Source, root: &str, allowed: &[(&str, &[&str])]) -> Vec<Violation> {
    let Some(own) = module_of(&source.path, root) else {
        return Vec::new();
    };
    let Some((_, may)) = allowed.iter().find(|(name, _)| *name == own) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for at in source.places_of("crate") {
        let Some(rest) = source.code[at..].strip_prefix("crate::") else {
            continue;
        };
        for name in first_names(rest) {
            let is_known = allowed.iter().any(|(known, _)| *known == name);
            if is_known && name != own && !may.contains(&name.as_str()) {
                found.push(source.violation(at, IMPORT, &format!("{own} imports {name}")));
            }
        }
    }
    found
}

/// The names that follow `crate::`: one, or those directly within its braces.
fn first_names(rest: &str) -> Vec<String> {
    let name_at = |text: &str| -> String {
        text.trim_start()
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect()
    };
    let Some(inside) = rest.strip_prefix('{') else {
        return vec![name_at(rest)];
    };
    let mut depth = 0;
    let mut names = vec![name_at(inside)];
    for (at, c) in inside.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(name_at(&inside[at + 1..])),
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn crates(source: &Source) -> Vec<Violation> {
    let mut found = Vec::new();
    for (name, places) in CRATES {
        if places.iter().any(|place| source.path.starts_with(place)) {
            continue;
        }
        for at in source.places_of(name) {
            let rest = &source.code[at + name.len()..];
            let is_named = rest.starts_with("::")
                || source.code[..at].trim_end().ends_with("use") && rest.starts_with(';');
            if is_named {
                found.push(source.violation(at, CRATE, name));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Source, check};

    fn broken(path: &str, text: &str) -> Vec<String> {
        let violations = check(&Source::new(path, text));
        violations.into_iter().map(|found| found.what).collect()
    }

    #[test]
    fn imports_against_the_direction_are_found() {
        let nothing: [&str; 0] = [];
        for (path, text, expected) in [
            (
                "src/state/a.rs",
                "use crate::steps::X;",
                vec!["state imports steps"],
            ),
            (
                "src/components/a.rs",
                "use crate::i18n;",
                vec!["components imports i18n"],
            ),
            (
                "src/i18n.rs",
                "fn a(b: crate::state::B) {}",
                vec!["i18n imports state"],
            ),
            (
                "src/charts/a.rs",
                "use crate::{platform::x, state::{A, B}, steps};",
                vec!["charts imports state", "charts imports steps"],
            ),
            (
                "crates/abc-core/src/stats/a.rs",
                "use crate::profile::X;",
                vec!["stats imports profile"],
            ),
            (
                "src/steps/a.rs",
                "use crate::state::X; use crate::{i18n, platform};",
                nothing.to_vec(),
            ),
            ("src/app.rs", "use crate::steps::X;", nothing.to_vec()),
        ] {
            assert_eq!(broken(path, text), expected, "{path}: {text}");
        }
    }

    #[test]
    fn crates_out_of_their_place_are_found() {
        let nothing: [&str; 0] = [];
        for (path, text, expected) in [
            (
                "src/steps/a.rs",
                "use wasm_bindgen::JsCast;",
                vec!["wasm_bindgen"],
            ),
            (
                "src/steps/a.rs",
                "x.dyn_into::<leptos::web_sys::Element>()",
                vec!["web_sys"],
            ),
            (
                "crates/abc-core/src/money.rs",
                "use leptos::prelude::*;",
                vec!["leptos"],
            ),
            (
                "crates/abc-core/src/mapping.rs",
                "csv::Reader::new()",
                vec!["csv"],
            ),
            ("src/platform/a.rs", "use web_sys::File;", nothing.to_vec()),
            (
                "crates/abc-core/src/intake/a.rs",
                "use yore::CodePage;",
                nothing.to_vec(),
            ),
            ("src/steps/a.rs", "let csv = 1;", nothing.to_vec()),
        ] {
            assert_eq!(broken(path, text), expected, "{path}: {text}");
        }
    }
}
