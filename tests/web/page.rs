//! What a test does to the page as a user would, and how it waits for the page to answer.

use js_sys::Promise;
use leptos::prelude::*;
use leptos::web_sys::{Document, Element, HtmlElement};
use wasm_bindgen::{JsCast, prelude::*};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(inline_js = "
export function press(target, key, ctrlKey) {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }));
}
export function cancel(target) {
    target.dispatchEvent(new Event('cancel', { cancelable: true }));
}
export function dropFiles(target, names) {
    const dataTransfer = new DataTransfer();
    for (const name of names) dataTransfer.items.add(new File(['x'], name));
    target.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}
export function setWidth(target, pixels) {
    target.style.width = `${pixels}px`;
}
export function twoFrames() {
    return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}")]
extern "C" {
    /// A key goes down on an element.
    pub(crate) fn press(target: &Element, key: &str, ctrl: bool);
    /// What Escape does to a dialog.
    pub(crate) fn cancel(target: &Element);
    /// Files of these names are dropped on an element.
    #[wasm_bindgen(js_name = dropFiles)]
    pub(crate) fn drop_files(target: &Element, names: Vec<String>);
    /// An element gets another width.
    #[wasm_bindgen(js_name = setWidth)]
    pub(crate) fn set_width(target: &Element, pixels: f64);
    #[wasm_bindgen(js_name = twoFrames)]
    fn two_frames() -> Promise;
}

/// Until effects have run, the layout is done and what was measured has been drawn.
pub(crate) async fn settled() {
    JsFuture::from(two_frames()).await.unwrap();
}

#[allow(clippy::disallowed_methods)] // A test is outside the app and looks at it from there.
pub(crate) fn page() -> Document {
    document()
}

/// A place of its own on the page; the view stays mounted until the handle is dropped.
pub(crate) fn mounted<V: IntoView + 'static>(
    view: impl FnOnce() -> V + 'static,
) -> (HtmlElement, impl Drop) {
    let place: HtmlElement = page().create_element("div").unwrap().unchecked_into();
    page().body().unwrap().append_child(&place).unwrap();
    let handle = leptos::mount::mount_to(place.clone(), view);
    (place, handle)
}

/// The one element that matches.
pub(crate) fn find(place: &Element, selector: &str) -> HtmlElement {
    let found = place.query_selector(selector).unwrap();
    found
        .unwrap_or_else(|| panic!("nothing matches {selector}"))
        .unchecked_into()
}
