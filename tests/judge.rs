//! All of books-corpus through the import code of the page, joined, as `make judge` runs it.
//!
//! The cases that need no text file and no join stand with `abc-books`, which judges them by itself as well.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used)]

#[path = "../examples/judge/books.rs"]
mod books;
#[path = "../examples/judge/files.rs"]
mod files;
#[path = "../crates/abc-books/tests/it/corpus/judge.rs"]
mod judge;
#[path = "../crates/abc-books/tests/it/corpus/words.rs"]
mod words;

use std::path::{Path, PathBuf};

use serde_json::Value;

/// Both folders, with the number of cases in each.
const FOLDERS: [(&str, usize); 2] = [
    ("tests/fixtures/books-corpus", 5),
    ("crates/abc-books/tests/fixtures/books-corpus", 14),
];

fn expectations(folder: &Path) -> Vec<Value> {
    let entries = std::fs::read_dir(folder).expect("the corpus is among the fixtures");
    let paths = entries.map(|entry| entry.expect("a readable entry").path());
    let is_expectation = |path: &PathBuf| path.to_string_lossy().ends_with(".expected.json");
    paths
        .filter(is_expectation)
        .map(|path| {
            let text = std::fs::read_to_string(path).expect("a readable expectation");
            serde_json::from_str(&text).expect("a well-formed expectation")
        })
        .collect()
}

fn all() -> Vec<(PathBuf, Value)> {
    let mut cases = Vec::new();
    for (folder, n_cases) in FOLDERS {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
        let expectations = expectations(&folder);
        assert_eq!(expectations.len(), n_cases);
        cases.extend(
            expectations
                .into_iter()
                .map(|expected| (folder.clone(), expected)),
        );
    }
    cases
}

#[test]
fn files_dropped_together_come_out_as_a_careful_bookkeeper_would_say() {
    let mut problems = Vec::new();
    for (folder, expected) in all() {
        let found = judge::best(&expected, &books::actual(&folder, &expected));
        // The corpus allows five soft differences; there are none, and that is worth keeping.
        let differences = found.hard.iter().chain(&found.soft);
        problems.extend(differences.map(|difference| format!("{}: {difference}", expected["id"])));
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn a_cent_or_a_second_is_seen() {
    for (folder, expected) in all() {
        let mut actual = books::actual(&folder, &expected);
        let last = actual["customers"]
            .as_array_mut()
            .and_then(|all| all.last_mut());
        let moved = match last {
            Some(last) => ["revenue_cents", "seconds"].iter().any(|key| {
                let number = last[*key].as_i64();
                if let Some(number) = number {
                    last[*key] = (number + 1).into();
                }
                number.is_some()
            }),
            None => false,
        };
        if !moved {
            actual["outcome"] = "nothing".into();
        }
        assert_ne!(judge::best(&expected, &actual).hard, Vec::<String>::new());
    }
}
