//! The workers: one reading of text at a time, one of books, and questions of certainty; typed errors,
//! cancel by terminating.
//!
//! Each job has a worker to itself: ending it gives its memory back at once, and a panic there can
//! damage nothing but that job. The next one for text stands ready already, so nobody waits for a start.

mod books;
mod doubt;

use std::cell::RefCell;
use std::future::poll_fn;
use std::rc::{Rc, Weak};
use std::sync::Arc;
use std::task::{Poll, Waker};
use std::thread::LocalKey;

use abc_core::customers::Customer;
use abc_core::intake::{IntakeError, ReadOptions};
use abc_core::protocol::{Message, Read, Ready, Request};
use js_sys::{Array, ArrayBuffer, Promise, Uint8Array};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, Event, MessageEvent, Worker};

use super::{File, page};
pub use books::{BooksFile, read_books};
pub use doubt::reckon;

/// What is to be read.
#[derive(Clone, Debug)]
pub enum ReadInput {
    /// A dropped or picked file; read as a stream.
    File(File),
    /// Pasted text.
    Text(String),
}

/// Why a reading gave nothing.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum WorkerError {
    /// The file itself is the trouble.
    #[error(transparent)]
    Intake(#[from] IntakeError),
    /// The browser could not read the file: moved, changed or on a drive that is gone.
    #[error("the file cannot be read any more")]
    Unreadable,
    /// The worker died; the next reading starts a new one.
    #[error("the worker is gone")]
    Gone,
    /// The user stopped it.
    #[error("cancelled")]
    Cancelled,
    /// A later reading has begun: this one, which is for practice, has nothing to say any more.
    #[error("replaced by another reading")]
    Replaced,
    /// A cached worker of another build answered.
    #[error("the worker is of another version")]
    VersionMismatch,
    /// It was read, and with what there is it is more than can be stored.
    #[error("the project is full")]
    ProjectFull,
}

/// Reads `input` in the worker; `on_progress` hears bytes and records.
///
/// One at a time: the app waits for its turn (`state::actions::data`), and whoever does not ends the reading
/// that is under way, as this ends the one for practice. Dropping the future stops it as well.
pub async fn read_text(
    input: ReadInput,
    options: ReadOptions,
    on_progress: impl Fn(u64, u64) + 'static,
) -> Result<(Arc<[Customer]>, Read), WorkerError> {
    settle(&PRACTICE, WorkerError::Replaced);
    let ending = Ending::begin(&CURRENT);
    let spare = SPARE.take();
    let worker = match spare {
        Some(worker) => worker,
        None => ReadyWorker::spawn().await?,
    };
    let result = read_in(&worker, &ending, input, options, on_progress).await;
    // Its memory goes back before the caller starts on the result, in a task of its own.
    drop(worker);
    spawn_local(warm_up());
    page::breathe().await;
    result
}

/// Stops the reading that is under way; it ends with `WorkerError::Cancelled`.
pub fn cancel() {
    settle(&books::CURRENT, WorkerError::Cancelled);
    settle(&CURRENT, WorkerError::Cancelled);
}

/// The reading that is under way, if any.
type Current<T> = LocalKey<RefCell<Weak<Ending<T>>>>;

fn settle<T>(current: &'static Current<T>, error: WorkerError) {
    if let Some(ending) = current.with_borrow(Weak::upgrade) {
        ending.settle(Err(error));
    }
}

/// Starts a worker that waits for the first reading. A failure shows when something is read.
pub async fn warm_up() {
    if let Ok(worker) = ReadyWorker::spawn().await {
        SPARE.set(Some(worker));
    }
}

/// Rows of each kind that are read for practice: enough for the browser to find out which code is hot.
const PRACTICE_ROWS: u32 = 6_000;

/// Reads made-up customers and invoice lines in a worker that is thrown away. Browsers compile code well once
/// it has run for a while, and what they compiled belongs to the module that all workers share: the first file
/// is then read about as fast as the second. The first real reading ends it.
pub async fn practise() {
    let ending = Ending::begin(&PRACTICE);
    for rows in [practice_customers, practice_lines] {
        let Ok(worker) = ReadyWorker::spawn().await else {
            return;
        };
        let input = ReadInput::Text(rows());
        // What comes of it is of no interest; an error ends it.
        let read = read_in(&worker, &ending, input, ReadOptions::default(), |_, _| {});
        if read.await.is_err() {
            return;
        }
    }
}

fn practice_customers() -> String {
    let header = "Debiteurnr;Klant;Plaats;Klant sinds;Omzet;Inkoop;Uren;Potentie";
    practice_rows(header, |row| {
        let (thousands, units) = (row % 89 + 1, row % 900 + 100);
        format!(
            "{row:06};Klant {row} B.V.;Utrecht;{:02}-07-2019;{thousands}.{units},50;{units},25;{units};{}",
            row % 28 + 1,
            row % 5 + 1,
        )
    })
}

fn practice_lines() -> String {
    let header = "Factuurnr;Factuurdatum;Debiteurnr;Klantnaam;Omschrijving;Aantal;Bedrag";
    practice_rows(header, |row| {
        let (day, customer) = (row % 28 + 1, row * 7 % 500);
        let (amount, cents) = (row % 900 + 100, row % 90 + 10);
        format!(
            "F{row:06};{day:02}-07-2025;{customer:04};Klant {customer} B.V.;Onderhoud;{};{amount},{cents}",
            row % 9 + 1
        )
    })
}

fn practice_rows(header: &str, written: impl Fn(u32) -> String) -> String {
    let mut rows = header.to_owned();
    for row in 0..PRACTICE_ROWS {
        rows.push_str("\r\n");
        rows.push_str(&written(row));
    }
    rows
}

thread_local! {
    static CURRENT: RefCell<Weak<Ending<Read>>> = const { RefCell::new(Weak::new()) };
    static PRACTICE: RefCell<Weak<Ending<Read>>> = const { RefCell::new(Weak::new()) };
    static SPARE: RefCell<Option<ReadyWorker>> = const { RefCell::new(None) };
}

#[wasm_bindgen]
extern "C" {
    /// Web/boot.js: only there may a worker be started, and only from the module compiled at the start.
    #[wasm_bindgen(js_namespace = kernklant, js_name = spawnTextWorker, catch)]
    async fn spawn_text_worker() -> Result<JsValue, JsValue>;
}

/// A worker that has said that it is ready and of this build; terminated when dropped.
struct ReadyWorker(Worker);

impl ReadyWorker {
    async fn spawn() -> Result<Self, WorkerError> {
        Self::greeted(spawn_text_worker().await).await
    }

    /// Waits for the first message of a worker that was started.
    async fn greeted(started: Result<JsValue, JsValue>) -> Result<Self, WorkerError> {
        let worker = started.map_err(|_error| WorkerError::Gone)?;
        let worker = Self(worker.unchecked_into());
        let first_event = Promise::new(&mut |resolve, reject| {
            worker.0.set_onmessage(Some(&resolve));
            worker.0.set_onerror(Some(&reject));
        });
        let event = JsFuture::from(first_event)
            .await
            .map_err(|_error| WorkerError::Gone)?;
        let ready: Ready = decoded(&event.unchecked_into())?;
        if ready != Ready::now() {
            return Err(WorkerError::VersionMismatch);
        }
        Ok(worker)
    }

    /// Posts a request with what it is about and waits for the end; `hear` gets every message until then.
    ///
    /// Each message is decoded in a task of its own, so that input and painting come in between.
    async fn exchange<M: DeserializeOwned, T: 'static>(
        &self,
        ending: &Rc<Ending<T>>,
        request: &impl Serialize,
        subject: &JsValue,
        hear: impl Fn(M) + 'static,
    ) -> Result<T, WorkerError> {
        let broken = Rc::clone(ending);
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            match decoded(&event) {
                Ok(message) => hear(message),
                Err(error) => broken.settle(Err(error)),
            }
        });
        let failed = Rc::clone(ending);
        let on_error = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            // Handled here: it is not also an error of the page.
            event.prevent_default();
            failed.settle(Err(WorkerError::Gone));
        });
        self.0
            .set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        self.0.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        let bytes = postcard::to_allocvec(request).map_err(|_error| WorkerError::Gone)?;
        let parts = Array::of2(&Uint8Array::from(bytes.as_slice()), subject);
        self.0
            .post_message(&parts)
            .map_err(|_error| WorkerError::Gone)?;
        ending.settled().await
    }
}

impl Drop for ReadyWorker {
    fn drop(&mut self) {
        // A message may be under way already; it must not find a closure that is gone.
        self.0.set_onmessage(None);
        self.0.set_onerror(None);
        self.0.terminate();
    }
}

/// How a reading ends. The first outcome counts; what comes after a cancel is late.
struct Ending<T>(RefCell<Settled<T>>);

struct Settled<T> {
    outcome: Option<Result<T, WorkerError>>,
    waker: Option<Waker>,
}

impl<T> Ending<T> {
    fn new() -> Self {
        Self(RefCell::new(Settled {
            outcome: None,
            waker: None,
        }))
    }

    /// The end of a new reading; one that is still under way ends here.
    fn begin(current: &'static Current<T>) -> Rc<Self> {
        settle(current, WorkerError::Replaced);
        let ending = Rc::new(Self::new());
        current.set(Rc::downgrade(&ending));
        ending
    }

    fn settle(&self, outcome: Result<T, WorkerError>) {
        let mut settled = self.0.borrow_mut();
        settled.outcome.get_or_insert(outcome);
        if let Some(waker) = settled.waker.take() {
            waker.wake();
        }
    }

    async fn settled(&self) -> Result<T, WorkerError> {
        poll_fn(|context| {
            let mut settled = self.0.borrow_mut();
            let Some(outcome) = settled.outcome.take() else {
                settled.waker = Some(context.waker().clone());
                return Poll::Pending;
            };
            Poll::Ready(outcome)
        })
        .await
    }
}

/// One list, allocated once: the length is known.
fn joined(batches: Vec<Vec<Customer>>) -> Arc<[Customer]> {
    let n = batches.iter().map(Vec::len).sum();
    let mut customers = batches.into_iter().flatten();
    (0..n)
        .map(|_| customers.next().unwrap_or_default())
        .collect()
}

/// One reading in a worker that is ready.
async fn read_in(
    worker: &ReadyWorker,
    ending: &Rc<Ending<Read>>,
    input: ReadInput,
    options: ReadOptions,
    on_progress: impl Fn(u64, u64) + 'static,
) -> Result<(Arc<[Customer]>, Read), WorkerError> {
    // One reading per worker: the id is there for the protocol's sake.
    let id = 1;
    let (name, blob) = named_blob(input)?;
    let request = Request { id, name, options };
    // As they came: one growing list would be copied over and over.
    let batches = Rc::new(RefCell::new(Vec::new()));
    let (heard, end) = (Rc::clone(&batches), Rc::clone(ending));
    let hear = move |message| match message {
        Message::Progress {
            id: of,
            n_bytes,
            n_records,
        } if of == id => on_progress(n_bytes, n_records),
        Message::Customers { id: of, batch } if of == id => heard.borrow_mut().push(batch),
        Message::Done { id: of, result } if of == id => {
            end.settle(result.map(|read| *read).map_err(WorkerError::from));
        }
        _ => {}
    };
    let read = worker.exchange(ending, &request, &blob, hear).await?;
    Ok((joined(batches.take()), read))
}

/// Text and file take one road: a blob that the worker reads as a stream.
fn named_blob(input: ReadInput) -> Result<(String, Blob), WorkerError> {
    match input {
        ReadInput::File(file) => Ok((file.name(), file.into())),
        ReadInput::Text(text) => Blob::new_with_str_sequence(&Array::of1(&text.into()))
            .map(|blob| (String::new(), blob))
            .map_err(|_error| WorkerError::Unreadable),
    }
}

/// Anything but a buffer is an error of the browser that the worker passed on.
fn decoded<M: DeserializeOwned>(event: &MessageEvent) -> Result<M, WorkerError> {
    let buffer: ArrayBuffer = event
        .data()
        .dyn_into()
        .map_err(|_error| WorkerError::Unreadable)?;
    let bytes = Uint8Array::new(&buffer).to_vec();
    postcard::from_bytes(&bytes).map_err(|_error| WorkerError::VersionMismatch)
}
