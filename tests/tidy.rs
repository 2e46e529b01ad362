//! What a reviewer would otherwise have to look for: layers, words, colours, names.
//!
//! Each checker takes text and answers violations, so that it is tested on small pieces of text; the
//! last test of this file runs all of them over the repository. What breaks a rule is moved;
//! the few names that a library or a format asks for stand in `names`.

#[path = "tidy/layers.rs"]
mod layers;
#[path = "tidy/names.rs"]
mod names;
#[path = "tidy/source.rs"]
mod source;
#[path = "tidy/styles.rs"]
mod styles;
#[path = "tidy/words.rs"]
mod words;

use std::fmt;
use std::io;
use std::path::Path;

use source::Source;

/// A broken rule.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Violation {
    path: String,
    line: usize,
    rule: &'static str,
    what: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Self {
            path,
            line,
            rule,
            what,
        } = self;
        write!(f, "{path}:{line}: {rule}: {what}")
    }
}

/// Every file of these folders whose name ends so, by its path from the root of the repository.
fn files(folders: &[&str], ending: &str) -> io::Result<Vec<Source>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders: Vec<_> = folders.iter().map(|folder| root.join(folder)).collect();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                let text = std::fs::read_to_string(&path)?;
                let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy();
                found.push(Source::new(&name.replace('\\', "/"), &text));
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "nothing to check in these folders");
    Ok(found)
}

#[test]
fn the_repository_keeps_its_rules() {
    let rust = files(&["src", "crates"], ".rs").unwrap();
    let css = files(&["style", "web"], ".css").unwrap();
    let classes = styles::classes(&css);
    let components = styles::component_names(&css);
    let mut violations = Vec::new();
    for source in rust.iter().filter(|source| !source.is_test()) {
        violations.extend(source.hidden());
        violations.extend(layers::check(source));
        violations.extend(names::check(source));
        violations.extend(styles::check_rust(source));
        violations.extend(words::check(source, &classes));
    }
    let pages = files(&["web"], ".js").unwrap();
    let index = include_str!("../index.html");
    let literals = rust
        .iter()
        .chain(&pages)
        .flat_map(|source| &source.literals);
    let mut texts: Vec<&str> = literals.map(|literal| literal.text.as_str()).collect();
    // Scripts quote in ways of their own, and views write `class:name`.
    texts.extend(rust.iter().chain(&pages).map(|source| source.code.as_str()));
    texts.push(index);
    let written = texts.into_iter().flat_map(styles::words_of).collect();
    for source in &css {
        violations.extend(styles::check_css(source, &components));
        violations.extend(styles::unused(source, &written));
    }
    violations.sort();
    let list: Vec<String> = violations.iter().map(Violation::to_string).collect();
    assert!(list.is_empty(), "\n{}\n", list.join("\n"));
}
