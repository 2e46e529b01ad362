//! Whether a key or a paste is meant for a field.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// Whether the event happened in something one types in, which has an undo and a paste of its own.
pub fn is_typing(event: &Event) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|element| {
            let is_text_input = element.tag_name() == "INPUT"
                && !matches!(
                    element.get_attribute("type").as_deref(),
                    Some("range" | "radio" | "checkbox" | "file")
                );
            is_text_input || element.tag_name() == "TEXTAREA"
        })
}
