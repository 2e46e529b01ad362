//! The page's side of the text worker, against workers that misbehave.
//!
//! The stand-in says that it is ready and then does what the pasted text says, as JavaScript.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use abc_core::customers::Customer;
use abc_core::intake::{IntakeError, ReadOptions};
use abc_core::protocol::{Message, Read, Ready};
use js_sys::Promise;
use kernklant::platform::worker::{ReadInput, WorkerError, cancel, read_text};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen(inline_js = "
export function standIn(ready) {
    const script = `
        onunhandledrejection = ({ reason }) => reportError(reason);
        onmessage = async ({ data: [, blob] }) => (0, eval)(await blob.text());
        postMessage(new Uint8Array([${ready}]).buffer);
    `;
    const url = URL.createObjectURL(new Blob([script]));
    globalThis.kernklant = { spawnTextWorker: async () => new Worker(url) };
}")]
extern "C" {
    #[wasm_bindgen(js_name = standIn)]
    fn stand_in(ready: &[u8]);
}

type Outcome = Result<(Arc<[Customer]>, Read), WorkerError>;

async fn read(script: &str) -> Outcome {
    read_hearing(script, |_, _| {}).await
}

async fn read_hearing(script: &str, on_progress: impl Fn(u64, u64) + 'static) -> Outcome {
    stand_in(&postcard::to_allocvec(&Ready::now()).unwrap());
    let input = ReadInput::Text(script.to_owned());
    read_text(input, ReadOptions::default(), on_progress).await
}

/// A statement that posts these messages.
fn posting(messages: &[Message]) -> String {
    let post = |message| {
        let bytes = postcard::to_allocvec(message).unwrap();
        format!("postMessage(new Uint8Array({bytes:?}).buffer);")
    };
    messages.iter().map(post).collect()
}

fn customers(id: u32, names: &[&str]) -> Message {
    let customer = |name: &&str| Customer {
        name: (*name).to_owned(),
        ..Customer::default()
    };
    Message::Customers {
        id,
        batch: names.iter().map(customer).collect(),
    }
}

fn done(id: u32, result: Result<Read, IntakeError>) -> Message {
    Message::Done {
        id,
        result: result.map(Box::new),
    }
}

#[wasm_bindgen_test]
async fn batches_arrive_in_order_and_answers_to_another_request_are_dropped() {
    let script = posting(&[
        customers(1, &["Bakker"]),
        customers(7, &["Vreemd"]),
        done(7, Err(IntakeError::EmptyFile)),
        customers(1, &["Jansen", "Smit"]),
        done(1, Ok(Read::default())),
    ]);
    let (customers, _) = read(&script).await.unwrap();
    let names: Vec<_> = customers
        .iter()
        .map(|customer| customer.name.as_str())
        .collect();
    assert_eq!(names, ["Bakker", "Jansen", "Smit"]);
}

#[wasm_bindgen_test]
async fn each_trouble_has_its_own_error_and_the_next_reading_works() {
    for (script, expected) in [
        ("throw new Error('a panic')".to_owned(), WorkerError::Gone),
        (
            "reportError(new Error('a panic in a task'))".to_owned(),
            WorkerError::Gone,
        ),
        (
            "postMessage('NotReadableError')".to_owned(),
            WorkerError::Unreadable,
        ),
        (
            "postMessage(new ArrayBuffer(0))".to_owned(),
            WorkerError::VersionMismatch,
        ),
        (
            posting(&[done(1, Err(IntakeError::EmptyFile))]),
            WorkerError::Intake(IntakeError::EmptyFile),
        ),
    ] {
        assert_eq!(read(&script).await, Err(expected), "after {script}");
        let next = read(&posting(&[done(1, Ok(Read::default()))])).await;
        assert!(next.is_ok(), "the next reading after {script}");
    }
}

#[wasm_bindgen_test]
async fn a_reading_can_be_stopped_from_its_own_progress_and_says_nothing_more() {
    let progress = Message::Progress {
        id: 1,
        n_bytes: 3,
        n_records: 1,
    };
    let late = posting(&[progress, done(1, Ok(Read::default()))]);
    let outcome = read_hearing(&late, |n_bytes, n_records| {
        assert_eq!((n_bytes, n_records), (3, 1));
        cancel();
    });
    assert_eq!(outcome.await, Err(WorkerError::Cancelled));
}

#[wasm_bindgen_test]
async fn a_new_reading_takes_the_place_of_one_under_way() {
    let first = Rc::new(RefCell::new(None));
    let outcome = Rc::clone(&first);
    let under_way = Promise::new(&mut |resolve, _| {
        let outcome = Rc::clone(&outcome);
        spawn_local(async move {
            let endless = posting(&[Message::Progress {
                id: 1,
                n_bytes: 3,
                n_records: 1,
            }]);
            let started = move |_, _| drop(resolve.call0(&JsValue::NULL));
            let result = read_hearing(&endless, started).await;
            outcome.replace(Some(result));
        });
    });
    JsFuture::from(under_way).await.unwrap();
    let second = read(&posting(&[done(1, Ok(Read::default()))])).await;
    assert!(second.is_ok());
    assert_eq!(first.take(), Some(Err(WorkerError::Replaced)));
}
