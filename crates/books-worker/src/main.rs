//! Entry point of the worker that reads books: decode, read, encode.
//!
//! What is decided is decided in `abc_books`. Files are read in place, piece by piece, which a worker may do
//! without waiting; nothing is ever held whole but a workbook.

mod blob;

use abc_books::{Input, ReadFile, read};
use abc_core::customers::Customer;
use abc_core::protocol::{BATCH, BooksRequest, Message, Read, VERSION};
use blob::BlobInput;
use js_sys::{Array, Uint8Array};
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| {
        answer(&event.data().unchecked_into()).unwrap_throw();
    });
    scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    post(&Message::Ready { version: VERSION }).unwrap_throw();
}

/// `parts`: the encoded `BooksRequest`, and an array of the `Blob`s to read, in the order of its names.
fn answer(parts: &Array) -> Result<(), JsValue> {
    let bytes = parts.get(0).unchecked_into::<Uint8Array>().to_vec();
    let request: BooksRequest = postcard::from_bytes(&bytes).unwrap_throw();
    let id = request.id;
    let blobs: Array = parts.get(1).unchecked_into();
    let files: Vec<BlobInput> = request
        .names
        .into_iter()
        .zip(blobs.iter())
        .map(|(name, blob)| BlobInput::new(name, blob.unchecked_into::<Blob>()))
        .collect();
    let inputs: Vec<&dyn Input> = files.iter().map(|file| file as &dyn Input).collect();
    let on_progress = |n_bytes, n_records| {
        let progress = Message::Progress {
            id,
            n_bytes,
            n_records,
        };
        post(&progress).unwrap_throw();
    };
    for file in read(&inputs, &request.options, &on_progress) {
        post_file(id, file)?;
    }
    post(&Message::End { id })
}

fn post_file(id: u32, file: ReadFile) -> Result<(), JsValue> {
    let result = match file.result {
        Ok(reading) => {
            let (customers, read): (Arc<[Customer]>, Read) = reading.into();
            for batch in customers.chunks(BATCH) {
                let batch = batch.to_vec();
                post(&Message::Customers { id, batch })?;
            }
            Ok(Box::new(read))
        }
        Err(error) => Err(error),
    };
    let names = file.names;
    post(&Message::File { id, names, result })
}

/// The bytes are handed over, not copied.
fn post(message: &Message) -> Result<(), JsValue> {
    let bytes = postcard::to_allocvec(message).unwrap_throw();
    let buffer = Uint8Array::from(bytes.as_slice()).buffer();
    scope().post_message_with_transfer(&buffer, &Array::of1(&buffer))
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}
