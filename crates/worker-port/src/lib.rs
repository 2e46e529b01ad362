//! A worker's end of the line to the page: requests in, messages out, both encoded with postcard.
//!
//! What cannot be decoded was not sent by this build; the worker then ends, which the page notices.

use abc_core::protocol::Ready;
use js_sys::{Array, Uint8Array};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Says that the worker is ready, and hands every request on: its decoded envelope, and what travelled
/// beside it (`undefined` for nothing).
pub fn listen<R: DeserializeOwned>(on_request: impl Fn(R, JsValue) + 'static) {
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let parts: Array = event.data().unchecked_into();
        let bytes = parts.get(0).unchecked_into::<Uint8Array>().to_vec();
        on_request(postcard::from_bytes(&bytes).unwrap_throw(), parts.get(1));
    });
    scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    post(&Ready::now()).unwrap_throw();
}

/// Sends a message to the page. Its bytes are handed over, not copied.
pub fn post(message: &impl Serialize) -> Result<(), JsValue> {
    let bytes = postcard::to_allocvec(message).unwrap_throw();
    let buffer = Uint8Array::from(bytes.as_slice()).buffer();
    scope().post_message_with_transfer(&buffer, &Array::of1(&buffer))
}

/// Passes an error of the browser on as it is.
pub fn post_error(error: &JsValue) {
    scope().post_message(error).unwrap_throw();
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}
