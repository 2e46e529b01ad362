//! The page's entry point.

use kernklant::platform::worker;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// Web/boot.js: covers the page with what happened and stops all writing.
    #[wasm_bindgen(js_namespace = kernklant)]
    fn die();
}

fn main() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        die();
    }));
    kernklant::app::start();
    wasm_bindgen_futures::spawn_local(async {
        worker::warm_up().await;
        worker::practise().await;
    });
}
