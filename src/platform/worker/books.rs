//! The books worker: auditfiles, invoices and workbooks that were dropped together.
//!
//! Started when there is something for it to read, and ended after that: it is large, and needed seldom.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use abc_core::customers::Customer;
use abc_core::intake::{IntakeError, ReadOptions};
use abc_core::protocol::{BooksRequest, Message};
use abc_core::readings::Reading;
use js_sys::Array;
use wasm_bindgen::prelude::*;

use super::{Ending, ReadyWorker, WorkerError};
use crate::platform::File;

/// What came of one file, or of the files that make one document.
#[derive(Clone, Debug, PartialEq)]
pub struct BooksFile {
    /// The files it was read from, by name.
    pub names: Vec<String>,
    /// What they say, or why nothing was read of them.
    pub result: Result<Reading, IntakeError>,
}

/// Reads `files` in the worker; `on_progress` hears bytes and records.
///
/// One at a time, as for text; dropping the future stops it as well.
pub async fn read_books(
    files: Vec<File>,
    options: ReadOptions,
    on_progress: impl Fn(u64, u64) + 'static,
) -> Result<Vec<BooksFile>, WorkerError> {
    let ending = Ending::begin(&CURRENT);
    let worker = ReadyWorker::greeted(spawn_books_worker().await).await?;
    // One reading per worker: the id is there for the protocol's sake.
    let id = 1;
    let request = BooksRequest {
        id,
        names: files.iter().map(File::name).collect(),
        options,
    };
    let blobs: Array = files.into_iter().collect();
    let arrived = Rc::new(RefCell::new(Arrived::default()));
    let (heard, end) = (Rc::clone(&arrived), Rc::clone(&ending));
    let hear = move |message| match message {
        Message::Progress {
            id: of,
            n_bytes,
            n_records,
        } if of == id => on_progress(n_bytes, n_records),
        Message::Customers { id: of, batch } if of == id => {
            heard.borrow_mut().customers.extend(batch);
        }
        Message::File {
            id: of,
            names,
            result,
        } if of == id => {
            let mut arrived = heard.borrow_mut();
            let customers = std::mem::take(&mut arrived.customers);
            let result = result.map(|read| read.into_reading(customers));
            arrived.files.push(BooksFile { names, result });
        }
        Message::End { id: of } if of == id => end.settle(Ok(())),
        _ => {}
    };
    worker.exchange(&ending, &request, &blobs, hear).await?;
    Ok(arrived.take().files)
}

thread_local! {
    pub(super) static CURRENT: RefCell<Weak<Ending<()>>> = const { RefCell::new(Weak::new()) };
}

#[wasm_bindgen]
extern "C" {
    /// Web/boot.js: as for the text worker.
    #[wasm_bindgen(js_namespace = kernklant, js_name = spawnBooksWorker, catch)]
    async fn spawn_books_worker() -> Result<JsValue, JsValue>;
}

/// What has arrived of one reading.
#[derive(Default)]
struct Arrived {
    /// Of the file whose end has not come yet.
    customers: Vec<Customer>,
    files: Vec<BooksFile>,
}
