//! The books corpus through the same reader as the worker's, judged as its `compare.py` judges. Cases that
//! need text files or a join are judged where these meet.

mod actual;
mod judge;
mod words;

use std::path::PathBuf;

use abc_books::{InMemory, Input, read};
use abc_core::intake::ReadOptions;
use serde_json::Value;

pub(crate) fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/books-corpus")
}

fn expectations() -> Vec<Value> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder())
        .expect("the corpus is among the fixtures")
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.to_string_lossy().ends_with(".expected.json"))
        .collect();
    paths.sort();
    let parsed = |path: &PathBuf| {
        let text = std::fs::read_to_string(path).expect("a readable expectation");
        serde_json::from_str(&text).expect("a well-formed expectation")
    };
    paths.iter().map(parsed).collect()
}

/// What the reader says of the files of a case.
fn actual(expected: &Value) -> Value {
    let names: Vec<&str> = judge::array(expected, "files")
        .iter()
        .map(|name| name.as_str().expect("a name"))
        .collect();
    let bytes: Vec<Vec<u8>> = names
        .iter()
        .map(|name| std::fs::read(folder().join(name)).expect("a readable case"))
        .collect();
    let files: Vec<InMemory<'_>> = names
        .iter()
        .zip(&bytes)
        .map(|(name, bytes)| InMemory { name, bytes })
        .collect();
    let inputs: Vec<&dyn Input> = files.iter().map(|file| file as &dyn Input).collect();
    let options = ReadOptions::default();
    let first = read(&inputs, &options, &|_, _| {});
    let asked = actual::answered(expected, &first);
    match asked {
        Some(options) => actual::actual_of(&names, &first, &read(&inputs, &options, &|_, _| {})),
        None => actual::actual_of(&names, &first, &first),
    }
}

#[test]
fn corpus_files_come_out_as_a_careful_bookkeeper_would_say() {
    let expectations = expectations();
    assert_eq!(expectations.len(), 14);
    let (mut problems, mut soft) = (Vec::new(), Vec::new());
    for expected in &expectations {
        let id = expected["id"].as_str().expect("an id");
        let differences = judge::best(expected, &actual(expected));
        let named = |difference: &String| format!("{id}: {difference}");
        problems.extend(differences.hard.iter().map(named));
        soft.extend(differences.soft.iter().map(named));
    }
    assert!(
        problems.is_empty(),
        "{}\nsoft:\n{}",
        problems.join("\n"),
        soft.join("\n")
    );
    // The corpus allows five; there are none, and that is worth keeping.
    assert_eq!(soft, Vec::<String>::new());
}

#[test]
fn one_cent_is_seen() {
    for expected in expectations() {
        let mut actual = actual(&expected);
        assert_eq!(judge::best(&expected, &actual).hard, Vec::<String>::new());
        match actual["customers"]
            .as_array_mut()
            .and_then(|all| all.last_mut())
        {
            Some(last) => {
                let cents = last["revenue_cents"].as_i64().expect("revenue");
                last["revenue_cents"] = (cents + 1).into();
            }
            None => actual["outcome"] = "ok".into(),
        }
        assert_ne!(judge::best(&expected, &actual).hard, Vec::<String>::new());
    }
}
