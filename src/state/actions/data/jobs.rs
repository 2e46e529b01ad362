//! What is read, by which worker, and under which answers.

use abc_core::intake::{FileKind, ReadOptions, SNIFF_BYTES, sniff};
use abc_core::readings::Reading;

use super::Place;
use crate::platform::worker::{self, ReadInput, WorkerError};
use crate::platform::{File, page, storage};
use crate::state::session::{Failure, Input};

/// One thing to read.
pub(super) struct Job {
    pub(super) input: Input,
    pub(super) options: ReadOptions,
    /// Of a file that is read once more.
    pub(super) again: Option<Again>,
}

/// What a file that is read once more was.
pub(super) struct Again {
    /// The reading that it takes the place of.
    pub(super) place: Place,
    /// The name of its source.
    pub(super) name: String,
    /// Its signature.
    pub(super) form: Option<String>,
}

/// Reads one thing: a text gives one reading, books may give several, each with what it was made from.
pub(super) async fn read_input(
    input: Input,
    options: ReadOptions,
    on_progress: impl Fn(u64, u64) + 'static,
) -> Result<Vec<(Input, Result<Reading, Failure>)>, WorkerError> {
    match input {
        Input::Text(text) => {
            let again = Input::Text(text.clone());
            let (customers, read) = worker::read_text(text, options, on_progress).await?;
            Ok(vec![(again, Ok(read.into_reading(customers)))])
        }
        Input::Books(files) => {
            let results = worker::read_books(files.clone(), options, on_progress).await?;
            let taken = results.into_iter().map(|file| {
                let names = file.names;
                let of_it = |file: &&File| names.contains(&file.name());
                let files: Vec<File> = files.iter().filter(of_it).cloned().collect();
                let result = file.result.map_err(|error| Failure {
                    name: names.join(" + "),
                    error: error.into(),
                });
                (Input::Books(files), result)
            });
            Ok(taken.collect())
        }
    }
}

/// A file as an earlier one of its form was said to be read; as it was read where nothing was said, or
/// what was said does not fit.
pub(super) async fn as_before(
    form: &str,
    input: Input,
    reading: Reading,
    on_progress: impl Fn(u64, u64) + 'static,
) -> Result<Reading, WorkerError> {
    let Some(said) = storage::load_forms().said_about(form).cloned() else {
        return Ok(reading);
    };
    let options = ReadOptions {
        today: page::today(),
        ..said
    };
    match read_input(input, options, on_progress).await {
        Ok(again) => {
            let again = again.into_iter().filter_map(|(_, result)| result.ok());
            let is_it = |again: &Reading| again.source.name == reading.source.name;
            Ok(again.into_iter().find(is_it).unwrap_or(reading))
        }
        Err(stopped @ (WorkerError::Cancelled | WorkerError::Replaced)) => Err(stopped),
        Err(_) => Ok(reading),
    }
}

/// Which files can be read, and which cannot whoever tries, told by their first bytes.
pub(super) async fn jobs_of(files: Vec<File>) -> (Vec<Job>, Vec<Failure>) {
    let (mut jobs, mut failures) = (Vec::new(), Vec::new());
    let mut books: Vec<Vec<File>> = Vec::new();
    for file in files {
        let Some(head) = page::head_of(&file, SNIFF_BYTES).await else {
            failures.push(Failure {
                name: file.name(),
                error: WorkerError::Unreadable,
            });
            continue;
        };
        match sniff(&head) {
            FileKind::Refused(error) => failures.push(Failure {
                name: file.name(),
                error: error.into(),
            }),
            FileKind::Text => jobs.push(Job::fresh(Input::Text(ReadInput::File(file)))),
            FileKind::Books => add_to_batch(&mut books, file),
        }
    }
    let books = books.into_iter().map(Input::Books);
    jobs.extend(books.map(Job::fresh));
    (jobs, failures)
}

/// Parts of one auditfile are several files and so are invoices, so books are read together; but what is read
/// again is told by its name, which of two workbooks from two folders may be the same.
fn add_to_batch(batches: &mut Vec<Vec<File>>, file: File) {
    let name = file.name();
    let is_loose = name.to_lowercase().ends_with(".xml");
    let has_room =
        |batch: &&mut Vec<File>| is_loose || batch.iter().all(|other| other.name() != name);
    match batches.iter_mut().find(has_room) {
        Some(batch) => batch.push(file),
        None => batches.push(vec![file]),
    }
}

impl Job {
    pub(super) fn fresh(input: Input) -> Self {
        Self {
            input,
            options: ReadOptions {
                today: page::today(),
                ..ReadOptions::default()
            },
            again: None,
        }
    }
}
