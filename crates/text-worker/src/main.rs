//! Entry point of the worker that reads text: decode, run, encode.
//!
//! What is decided is decided in `abc_core::protocol::Reader`. The app library is never named here:
//! it would make this many times bigger.

use abc_core::intake::IntakeError;
use abc_core::protocol::{BATCH, Message, Reader, Request};
use js_sys::{Date, IteratorNext, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, ReadableStreamDefaultReader};
use worker_port::{listen, post, post_error};

/// Often enough to look alive, seldom enough to cost nothing.
const PROGRESS_INTERVAL_MS: f64 = 100.0;

fn main() {
    listen(|request: Request, blob| {
        // What the browser refuses (a file that has gone) travels as the browser's own error.
        spawn_local(async move {
            if let Err(error) = answer(request, &blob.unchecked_into()).await {
                post_error(&error);
            }
        });
    });
}

async fn answer(request: Request, blob: &Blob) -> Result<(), JsValue> {
    let id = request.id;
    let read = reader_fed_with(blob, request).await?;
    let result = match read.and_then(Reader::finish) {
        Ok((customers, read)) => {
            let mut customers = customers.into_iter().peekable();
            while customers.peek().is_some() {
                let batch = customers.by_ref().take(BATCH).collect();
                post(&Message::Customers { id, batch })?;
            }
            Ok(Box::new(read))
        }
        Err(error) => Err(error),
    };
    post(&Message::Done { id, result })
}

/// The file through a reader, again from its first byte whenever the reader asks for it.
async fn reader_fed_with(
    blob: &Blob,
    request: Request,
) -> Result<Result<Reader, IntakeError>, JsValue> {
    let mut reader = Reader::new(&request.name, blob.size() as u64, request.options);
    let mut reported_ms = 0.0;
    let mut bytes = Vec::new();
    loop {
        let chunks: ReadableStreamDefaultReader = blob.stream().get_reader().unchecked_into();
        loop {
            let next: IteratorNext = JsFuture::from(chunks.read()).await?.unchecked_into();
            if next.done() {
                break;
            }
            let chunk: Uint8Array = next.value().unchecked_into();
            bytes.resize(chunk.length() as usize, 0);
            chunk.copy_to(&mut bytes);
            if let Err(error) = reader.feed(&bytes) {
                return Ok(Err(error));
            }
            if Date::now() - reported_ms >= PROGRESS_INTERVAL_MS {
                reported_ms = Date::now();
                let (n_bytes, n_records) = reader.progress();
                post(&Message::Progress {
                    id: request.id,
                    n_bytes,
                    n_records,
                })?;
            }
        }
        if !reader.needs_restart() {
            return Ok(Ok(reader));
        }
    }
}
