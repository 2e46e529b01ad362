//! What is mutated: the files of both corpora, as they are dropped together.

use std::path::{Path, PathBuf};

use serde_json::Value;

/// Files that belong together.
#[derive(Clone, Debug)]
pub(super) struct Sample {
    pub(super) files: Vec<(String, Vec<u8>)>,
}

/// Bookings of an auditfile that are left of it: mutations are found in few as in many, and sooner.
const N_BOOKINGS: usize = 12;

/// All samples; small files more often than large ones, so that as many as possible are read.
pub(super) fn samples() -> Vec<Sample> {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let csv = here.join("../abc-core/tests/fixtures/csv-corpus");
    let mut samples = Vec::new();
    for name in names(&csv, |name| !name.contains(".json")) {
        samples.push(sample(&csv, &[name]));
    }
    for folder in [
        here.join("tests/fixtures/books-corpus"),
        here.join("../../tests/fixtures/books-corpus"),
    ] {
        for name in names(&folder, |name| name.ends_with(".expected.json")) {
            let text = std::fs::read_to_string(folder.join(name)).expect("an expectation");
            let expected: Value = serde_json::from_str(&text).expect("well-formed json");
            let files = expected["files"].as_array().expect("files");
            let files: Vec<String> = files
                .iter()
                .map(|file| file.as_str().expect("a name").to_owned())
                .collect();
            samples.push(sample(&folder, &files));
        }
    }
    assert!(samples.len() > 50, "both corpora are among the fixtures");
    samples
}

fn names(folder: &Path, is_meant: impl Fn(&str) -> bool) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a corpus among the fixtures");
    let names = entries.map(|entry| {
        let name = entry.expect("a readable entry").file_name();
        name.into_string().expect("a plain name")
    });
    let mut names: Vec<String> = names.filter(|name| is_meant(name)).collect();
    names.sort();
    names
}

fn sample(folder: &Path, names: &[String]) -> Sample {
    let file = |name: &String| {
        let bytes = std::fs::read(folder.join(name)).expect("a readable file");
        (name.clone(), shortened(bytes))
    };
    Sample {
        files: names.iter().map(file).collect(),
    }
}

/// An auditfile without most of its bookings, which stand on lines of their own; anything else as it is.
fn shortened(bytes: Vec<u8>) -> Vec<u8> {
    const BEGIN: &[u8] = b"<transaction>";
    const END: &[u8] = b"</transaction>\n";
    let find = |from: usize, what: &[u8]| {
        let rest = &bytes[from..];
        let mut windows = rest.windows(what.len());
        windows
            .position(|window| window == what)
            .map(|at| from + at)
    };
    let mut kept = Vec::new();
    let (mut from, mut n_bookings) = (0, 0);
    while let Some(begin) = find(from, BEGIN) {
        let Some(end) = find(begin, END).map(|at| at + END.len()) else {
            break;
        };
        n_bookings += 1;
        let end_kept = if n_bookings > N_BOOKINGS { begin } else { end };
        kept.extend_from_slice(&bytes[from..end_kept]);
        from = end;
    }
    kept.extend_from_slice(&bytes[from..]);
    kept
}
