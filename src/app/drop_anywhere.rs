//! A file that lands beside the drop zone is read all the same: the browser would else leave the page for it.

use leptos::ev;
use leptos::prelude::*;

use crate::state::actions::data::DataActions;

/// Takes files dropped anywhere on the page. What lands before the saved work is there would be lost under it.
pub(super) fn listen(actions: DataActions, is_loaded: RwSignal<bool>) {
    let over = window_event_listener(ev::dragover, |event| event.prevent_default());
    let drop = window_event_listener(ev::drop, move |event| {
        if event.default_prevented() {
            // The drop zone took it.
            return;
        }
        event.prevent_default();
        if !is_loaded.get_untracked() {
            return;
        }
        let files = event.data_transfer().and_then(|transfer| transfer.files());
        if let Some(files) = files {
            actions.open((0..files.length()).filter_map(|at| files.get(at)).collect());
        }
    });
    on_cleanup(move || {
        over.remove();
        drop.remove();
    });
}
