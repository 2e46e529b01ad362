//! The books worker: auditfiles, invoices and workbooks that were dropped together.
//!
//! Started when there is something for it to read, and ended after that: it is large, and needed seldom.

use std::cell::RefCell;
use std::future::poll_fn;
use std::rc::{Rc, Weak};
use std::task::{Poll, Waker};

use abc_core::customers::Customer;
use abc_core::intake::{IntakeError, ReadOptions};
use abc_core::protocol::{BooksRequest, Message};
use abc_core::readings::Reading;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{Event, MessageEvent};

use super::{ReadyWorker, WorkerError, decoded};
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
/// A reading that is still under way is replaced; dropping the future stops it as well.
pub async fn read_books(
    files: Vec<File>,
    options: ReadOptions,
    on_progress: impl Fn(u64, u64) + 'static,
) -> Result<Vec<BooksFile>, WorkerError> {
    settle_current(WorkerError::Replaced);
    let hearing = Rc::new(Hearing::default());
    CURRENT.set(Rc::downgrade(&hearing));
    let worker = ReadyWorker::greeted(spawn_books_worker().await).await?;
    // One reading per worker: the id is there for the protocol's sake.
    let id = 1;
    let heard = Rc::clone(&hearing);
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        heard.hear(&event, id, &on_progress);
    });
    let failed = Rc::clone(&hearing);
    let on_error = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        // Handled here: it is not also an error of the page.
        event.prevent_default();
        failed.settle(Err(WorkerError::Gone));
    });
    worker.listen(&on_message, &on_error);
    let request = BooksRequest {
        id,
        names: files.iter().map(File::name).collect(),
        options,
    };
    let bytes = postcard::to_allocvec(&request).map_err(|_error| WorkerError::Gone)?;
    let blobs: Array = files.into_iter().collect();
    worker.post(&Array::of2(&Uint8Array::from(bytes.as_slice()), &blobs))?;
    hearing.settled().await
}

/// Ends the reading that is under way.
pub(super) fn settle_current(error: WorkerError) {
    if let Some(hearing) = CURRENT.with_borrow(Weak::upgrade) {
        hearing.settle(Err(error));
    }
}

thread_local! {
    static CURRENT: RefCell<Weak<Hearing>> = const { RefCell::new(Weak::new()) };
}

#[wasm_bindgen]
extern "C" {
    /// Web/boot.js: as for the text worker.
    #[wasm_bindgen(js_namespace = kernklant, js_name = spawnBooksWorker, catch)]
    async fn spawn_books_worker() -> Result<JsValue, JsValue>;
}

/// What has arrived of one reading.
#[derive(Default)]
struct Hearing(RefCell<Arrived>);

#[derive(Default)]
struct Arrived {
    /// Of the file whose end has not come yet.
    customers: Vec<Customer>,
    files: Vec<BooksFile>,
    outcome: Option<Result<(), WorkerError>>,
    waker: Option<Waker>,
}

impl Hearing {
    /// The first outcome counts; what comes after a cancel is late.
    fn settle(&self, outcome: Result<(), WorkerError>) {
        let mut arrived = self.0.borrow_mut();
        arrived.outcome.get_or_insert(outcome);
        if let Some(waker) = arrived.waker.take() {
            waker.wake();
        }
    }

    async fn settled(&self) -> Result<Vec<BooksFile>, WorkerError> {
        poll_fn(|context| {
            let mut arrived = self.0.borrow_mut();
            let Some(outcome) = arrived.outcome.take() else {
                arrived.waker = Some(context.waker().clone());
                return Poll::Pending;
            };
            let files = std::mem::take(&mut arrived.files);
            Poll::Ready(outcome.map(|()| files))
        })
        .await
    }

    fn hear(&self, event: &MessageEvent, id: u32, on_progress: &impl Fn(u64, u64)) {
        match decoded(event) {
            Ok(Message::Progress {
                id: of,
                n_bytes,
                n_records,
            }) if of == id => on_progress(n_bytes, n_records),
            Ok(Message::Customers { id: of, batch }) if of == id => {
                self.0.borrow_mut().customers.extend(batch);
            }
            Ok(Message::File {
                id: of,
                names,
                result,
            }) if of == id => {
                let mut arrived = self.0.borrow_mut();
                let customers = std::mem::take(&mut arrived.customers);
                let result = result.map(|read| read.into_reading(customers));
                arrived.files.push(BooksFile { names, result });
            }
            Ok(Message::End { id: of }) if of == id => self.settle(Ok(())),
            Ok(_) => {}
            Err(error) => self.settle(Err(error)),
        }
    }
}
