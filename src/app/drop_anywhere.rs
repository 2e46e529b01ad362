//! A file that lands beside the drop zone is read all the same: the browser would else leave the page for it.

use leptos::ev;
use leptos::prelude::*;

use crate::state::actions::data::DataActions;

/// Takes files dropped anywhere on the page.
pub(super) fn listen(actions: DataActions) {
    let over = window_event_listener(ev::dragover, |event| event.prevent_default());
    let drop = window_event_listener(ev::drop, move |event| {
        if event.default_prevented() {
            // The drop zone took it.
            return;
        }
        event.prevent_default();
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
