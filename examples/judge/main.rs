//! Puts a folder of cases through the import code of the page and writes what came out of each.
//!
//! `judge FOLDER OUT` reads `FOLDER/manifest.json` (of the form of csv-corpus or of books-corpus) and writes
//! `OUT/ID.actual.json` per case. Each case runs in a process of its own with a time limit, so that a crash
//! or a hang is one case without a result. Whether the results are right is for the corpus' own judge.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a tool for developers: where it cannot go on it says so and stops"
)]

mod books;
/// The csv cases are told as the tests of the core tell them.
#[path = "../../crates/abc-core/tests/it/corpus/actual.rs"]
mod csv;
mod files;
/// The words of books-corpus are those of the tests of the reader.
#[path = "../../crates/abc-books/tests/it/corpus/words.rs"]
mod words;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// What a case may take.
const LIMIT: Duration = Duration::from_secs(10);

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        [folder, out] => judge_all(Path::new(folder), Path::new(out)),
        [folder, out, id] => {
            judge_one(Path::new(folder), Path::new(out), id);
            ExitCode::SUCCESS
        }
        _ => {
            println!("usage: judge FOLDER OUT");
            ExitCode::FAILURE
        }
    }
}

fn judge_all(folder: &Path, out: &Path) -> ExitCode {
    std::fs::create_dir_all(out).expect("a folder to write to");
    let manifest = json_of(&folder.join("manifest.json"));
    let cases = manifest["cases"].as_array().expect("cases");
    let mut n_missing = 0;
    for case in cases {
        let id = case["id"].as_str().expect("an id");
        let begun = Instant::now();
        if let Err(why) = in_own_process(folder, out, id) {
            n_missing += 1;
            println!("{id}: no result: {why}");
        } else {
            println!("{id}: {} ms", begun.elapsed().as_millis());
        }
    }
    println!(
        "{} of {} cases gave a result",
        cases.len() - n_missing,
        cases.len()
    );
    if n_missing == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn in_own_process(folder: &Path, out: &Path, id: &str) -> Result<(), String> {
    // A result of an earlier run must not stand for this one.
    let result = result_path(out, id);
    if result.exists() {
        std::fs::remove_file(&result).map_err(|error| error.to_string())?;
    }
    let mut child = Command::new(std::env::current_exe().expect("this program"))
        .args([folder.as_os_str(), out.as_os_str(), id.as_ref()])
        .stdin(Stdio::null())
        .spawn()
        .map_err(|error| error.to_string())?;
    let deadline = Instant::now() + LIMIT;
    loop {
        match child.try_wait().map_err(|error| error.to_string())? {
            Some(status) if status.success() && result.exists() => return Ok(()),
            Some(status) => return Err(status.to_string()),
            None if Instant::now() > deadline => {
                child.kill().map_err(|error| error.to_string())?;
                child.wait().map_err(|error| error.to_string())?;
                return Err(format!("longer than {} s", LIMIT.as_secs()));
            }
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    }
}

fn judge_one(folder: &Path, out: &Path, id: &str) {
    let manifest = json_of(&folder.join("manifest.json"));
    let cases = manifest["cases"].as_array().expect("cases");
    let case = cases
        .iter()
        .find(|case| case["id"] == id)
        .expect("a case of this name");
    let actual = if let Some(file) = case["file"].as_str() {
        csv_case(&folder.join(file))
    } else {
        let beside = folder.join(format!("{id}.expected.json"));
        // Files that nobody has described yet are read with the likely answers.
        let known = beside.exists().then(|| json_of(&beside));
        books::actual(folder, known.as_ref().unwrap_or(case))
    };
    let text = serde_json::to_string_pretty(&actual).expect("text");
    std::fs::write(result_path(out, id), text).expect("a result that can be written");
}

/// A file of csv-corpus; whoever has no amounts has no revenue, whatever else the file is good for.
fn csv_case(path: &Path) -> Value {
    use abc_core::intake::{IntakeError, ReadOptions, SourceKind};
    let read = files::read_text(path, ReadOptions::default());
    let read = read.and_then(|(customers, read)| match read.source.kind {
        SourceKind::Hours | SourceKind::CustomerList => Err(IntakeError::NoAmountColumn),
        _ => Ok((customers, read)),
    });
    let mut actual = csv::actual_of(&read);
    if let Err(error) = &read {
        actual["message"] = json!(files::message(error));
    }
    actual
}

fn result_path(out: &Path, id: &str) -> PathBuf {
    out.join(format!("{id}.actual.json"))
}

fn json_of(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).expect("a file of the corpus");
    serde_json::from_str(&text).expect("well-formed json")
}
