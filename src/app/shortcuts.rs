//! Keys that work everywhere: undo and redo, except in a field that has an undo of its own.

use leptos::ev;
use leptos::prelude::*;

use crate::platform::typing::is_typing;
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
