//! What only a browser can show: focus, keys, workers. Found by role and text, never by whole HTML.

#![cfg(target_arch = "wasm32")]
// Clippy knows `#[test]`, not `#[wasm_bindgen_test]`.
#![allow(clippy::unwrap_used, clippy::panic)]

mod books;
mod charts;
mod components;
mod doubt;
mod page;
mod storage;
mod worker;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
