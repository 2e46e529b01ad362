//! Keeping and losing on purpose: save a copy, open a copy, wipe everything.

use abc_core::project::{self, Project};
use leptos::prelude::*;
use leptos::task::spawn_local_scoped;

use super::last_time::{last_time_of_copy, set_last_time};
use crate::platform::worker::WorkerError;
use crate::platform::{File, location, page, storage};
use crate::state::project::Change;
use crate::state::session::{Failure, NotLastTime, Phase, SaveStatus};
use crate::state::{ProjectState, SessionState};

/// Hands the project to the user as a `.kernklant` file.
pub fn save_copy(project: ProjectState) -> bool {
    let project = project.get_untracked();
    let day = page::today().map_or_else(String::new, |today| format!("-{today}"));
    let name = format!("kernklant{day}.kernklant");
    let pieces: Vec<String> = project::stored::pieces(&project).collect();
    page::download(&name, "application/json", &pieces)
}

/// Opens a copy through the one restore gate; a refused copy leaves everything as it was.
pub fn open_copy(project: ProjectState, session: SessionState, file: File) {
    let name = file.name();
    let is_same_work = session.same_work();
    spawn_local_scoped(async move {
        let text = page::text_of(&file).await;
        if !is_same_work() {
            return;
        }
        let Some(text) = text else {
            let error = WorkerError::Unreadable;
            session
                .phase
                .set(Phase::Failed(vec![Failure { name, error }]));
            return;
        };
        match project::restore(&text) {
            Ok(restored) => {
                session.begin_other_work();
                session.is_overdue_told.set(false);
                project.apply(Change::OpenCopy, |project| *project = restored);
                location::go(location::Step::Customers);
            }
            Err(error) => session.phase.set(Phase::CopyRefused { name, error }),
        }
    });
}

/// Lays a copy of an earlier time beside this one, through the same gate; a refused copy leaves everything
/// as it was.
pub fn open_as_last_time(project: ProjectState, session: SessionState, file: File) {
    let name = file.name();
    let is_same_work = session.same_work();
    spawn_local_scoped(async move {
        let text = page::text_of(&file).await.unwrap_or_default();
        if !is_same_work() {
            return;
        }
        let refused = match last_time_of_copy(name.clone(), &text) {
            Ok(Some(last)) => {
                set_last_time(project, Some(last));
                None
            }
            Ok(None) => Some(NotLastTime { name, error: None }),
            Err(error) => Some(NotLastTime {
                name,
                error: Some(error),
            }),
        };
        session.not_last_time.set(refused);
    });
}

/// Removes everything from this browser; the outcome is shown as the save status.
pub fn wipe(project: ProjectState, session: SessionState) {
    spawn_local_scoped(async move {
        let status = match storage::wipe().await {
            Ok(()) => SaveStatus::Nothing,
            Err(error) => SaveStatus::Failed(error),
        };
        let is_wiped = status == SaveStatus::Nothing;
        if is_wiped {
            session.begin_other_work();
            project.replace(Project::default());
            session.loaded.set(Some(project.get_untracked()));
            location::go(location::Step::Data);
        }
        session.save_status.set(status);
    });
}

/// Another tab has saved later: from here on this tab's work is the one that is kept.
pub fn take_over(project: ProjectState, session: SessionState) {
    spawn_local_scoped(async move {
        let taken = match storage::take_over().await {
            Ok(()) => storage::save(&project.get_untracked()).await.map(|_| ()),
            Err(error) => Err(error),
        };
        session.save_status.set(match taken {
            Ok(()) => {
                let (hour, minute) = page::time_of_day(page::now_ms());
                SaveStatus::Saved(hour, minute)
            }
            Err(error) => SaveStatus::Failed(error),
        });
    });
}
