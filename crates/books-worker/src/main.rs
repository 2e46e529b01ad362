//! Entry point of the worker that reads books: decode, read, encode.
//!
//! What is decided is decided in `abc_books`. Files are read in place, piece by piece, which a worker may do
//! without waiting; nothing is ever held whole but a workbook.

mod blob;

use abc_books::{Input, ReadFile, read};
use abc_core::customers::Customer;
use abc_core::protocol::{BATCH, BooksRequest, Message, Read};
use blob::BlobInput;
use js_sys::Array;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use web_sys::Blob;
use worker_port::{listen, post};

fn main() {
    listen(|request: BooksRequest, blobs| {
        answer(request, &blobs.unchecked_into()).unwrap_throw();
    });
}

/// `blobs`: what is to be read, in the order of the names of the request.
fn answer(request: BooksRequest, blobs: &Array) -> Result<(), JsValue> {
    let id = request.id;
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
