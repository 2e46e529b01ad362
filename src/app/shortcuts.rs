//! Keys that work everywhere: undo and redo, except in a field that has an undo of its own.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::state::ProjectState;

/// Ctrl or Cmd with Z, Y, Shift+Z.
pub(super) fn listen(project: ProjectState) {
    let handle = window_event_listener(ev::keydown, move |event| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || is_typing(&event) {
            return;
        }
        match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => project.undo(),
            ("z", true) | ("y", false) => project.redo(),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || handle.remove());
}

fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|element| {
            let is_text_input = element.tag_name() == "INPUT"
                && !matches!(
                    element.get_attribute("type").as_deref(),
                    Some("range" | "radio" | "checkbox" | "file")
                );
            is_text_input || element.tag_name() == "TEXTAREA"
        })
}
