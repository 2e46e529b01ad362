//! The width of an element as the browser lays it out, and again whenever that changes.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, ResizeObserver, ResizeObserverEntry};

/// Watches one element until it is dropped.
#[derive(Debug)]
pub struct WidthWatch {
    observer: ResizeObserver,
    // The browser calls it for as long as the observer lives.
    _on_resize: Closure<dyn FnMut(js_sys::Array)>,
}

impl Drop for WidthWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls `on_width` with the width of the content box in CSS pixels, now and at every change.
/// None when the browser has no `ResizeObserver`; the caller then keeps its first guess.
pub fn watch_width(
    element: &Element,
    mut on_width: impl FnMut(f64) + 'static,
) -> Option<WidthWatch> {
    let on_resize = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        // Of several changes in one frame only the last is still true.
        let Ok(entry) = entries.pop().dyn_into::<ResizeObserverEntry>() else {
            return;
        };
        on_width(entry.content_rect().width());
    });
    let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(WidthWatch {
        observer,
        _on_resize: on_resize,
    })
}
