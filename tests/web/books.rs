//! The page's side of the books worker, against workers that say what the dropped file says, as JavaScript.

use abc_core::customers::Customer;
use abc_core::intake::{IntakeError, ReadOptions};
use abc_core::protocol::{Message, Ready};
use js_sys::Array;
use kernklant::platform::File;
use kernklant::platform::worker::{BooksFile, WorkerError, cancel, read_books};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen(inline_js = "
export function booksStandIn(ready) {
    const script = `
        onunhandledrejection = ({ reason }) => reportError(reason);
        onmessage = async ({ data: [, [file]] }) => (0, eval)(await file.text());
        postMessage(new Uint8Array([${ready}]).buffer);
    `;
    const url = URL.createObjectURL(new Blob([script]));
    globalThis.kernklant = { spawnBooksWorker: async () => new Worker(url) };
}")]
extern "C" {
    #[wasm_bindgen(js_name = booksStandIn)]
    fn stand_in(ready: &[u8]);
}

async fn read(
    script: &str,
    on_progress: impl Fn(u64, u64) + 'static,
) -> Result<Vec<BooksFile>, WorkerError> {
    stand_in(&postcard::to_allocvec(&Ready::now()).unwrap());
    let file = File::new_with_str_sequence(&Array::of1(&script.into()), "a.xaf").unwrap();
    read_books(vec![file], ReadOptions::default(), on_progress).await
}

/// A statement that posts these messages.
fn posting(messages: &[Message]) -> String {
    let post = |message| {
        let bytes = postcard::to_allocvec(message).unwrap();
        format!("postMessage(new Uint8Array({bytes:?}).buffer);")
    };
    messages.iter().map(post).collect()
}

fn customers(names: &[&str]) -> Message {
    let customer = |name: &&str| Customer {
        name: (*name).to_owned(),
        ..Customer::default()
    };
    let batch = names.iter().map(customer).collect();
    Message::Customers { id: 1, batch }
}

fn file(name: &str, result: Result<(), IntakeError>) -> Message {
    Message::File {
        id: 1,
        names: vec![name.to_owned()],
        result: result.map(|()| Box::default()),
    }
}

#[wasm_bindgen_test]
async fn each_file_keeps_its_own_customers() {
    let script = posting(&[
        customers(&["Een"]),
        customers(&["Twee"]),
        file("a.xaf", Ok(())),
        file("b.xaf", Err(IntakeError::XmlDoctype)),
        customers(&["Drie"]),
        file("c.xaf", Ok(())),
        Message::End { id: 1 },
    ]);
    let files = read(&script, |_, _| {}).await.unwrap();
    let said: Vec<String> = files
        .iter()
        .map(|file| match &file.result {
            Ok(reading) => {
                let names: Vec<&str> = reading
                    .parties
                    .iter()
                    .map(|party| party.name.as_str())
                    .collect();
                format!("{}: {}", file.names.join("+"), names.join(", "))
            }
            Err(error) => format!("{}: {error:?}", file.names.join("+")),
        })
        .collect();
    assert_eq!(
        said,
        ["a.xaf: Een, Twee", "b.xaf: XmlDoctype", "c.xaf: Drie"]
    );
}

#[wasm_bindgen_test]
async fn a_worker_that_dies_or_is_stopped_ends_the_reading() {
    assert_eq!(
        read("throw new Error('dead')", |_, _| {}).await,
        Err(WorkerError::Gone)
    );
    let progress = posting(&[Message::Progress {
        id: 1,
        n_bytes: 1,
        n_records: 1,
    }]);
    let endless = format!("{progress} for (;;) {{}}");
    assert_eq!(
        read(&endless, |_, _| cancel()).await,
        Err(WorkerError::Cancelled)
    );
}
