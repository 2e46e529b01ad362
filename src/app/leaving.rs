//! What was just typed or set is saved before the page goes: the save that waits a moment would be too late.

use std::sync::Arc;

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
        if is_waiting || !Arc::ptr_eq(&before, &now) {
            spawn_local_scoped(async move {
                // Nobody is there to hear of a failure. What goes to localStorage is written before this
                // waits for anything; a large project may still be too late.
                storage::save(&now).await.ok();
            });
        }
    });
    on_cleanup(move || handle.remove());
}
