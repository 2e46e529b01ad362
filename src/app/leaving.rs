//! What was just typed or set is saved before the page goes: the save that waits a moment would be too late.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local_scoped;

use crate::platform::{page, storage};
use crate::state::session::SaveStatus;
use crate::state::{ProjectState, SessionState};

/// When the page is left or loaded anew.
pub(super) fn listen(project: ProjectState, session: SessionState) {
    let handle = window_event_listener_untyped("pagehide", move |_| {
        let before = project.get_untracked();
        page::leave_field();
        let now = project.get_untracked();
        let is_waiting = session.save_status.get_untracked() == SaveStatus::Pending;
        let is_changed = is_waiting || !Arc::ptr_eq(&before, &now);
        if is_changed && storage::save_now(&now).is_none() {
            spawn_local_scoped(async move {
                // Nobody is there to hear of a failure. A large project may be too late.
                storage::save(&now).await.ok();
            });
        }
    });
    // What could not be saved is lost with the page: the browser asks.
    let ask = window_event_listener(ev::beforeunload, move |event| {
        let is_failed = matches!(session.save_status.get_untracked(), SaveStatus::Failed(_));
        if is_failed && !project.has_no_files() {
            event.prevent_default();
        }
    });
    on_cleanup(move || {
        handle.remove();
        ask.remove();
    });
}
