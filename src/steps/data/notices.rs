//! What reading is doing or why it gave nothing, beside the place where a file is dropped.

use abc_core::intake::IntakeError;
use abc_core::project::Project;
use leptos::prelude::*;

use crate::components::{Notice, NoticeKind};
use crate::i18n;
use crate::i18n::catalog::DataTexts;
use crate::platform::worker::WorkerError;
use crate::state::actions::data::DataActions;
use crate::state::session::{Failure, Phase};
use crate::state::{ProjectState, SessionState};

/// Progress with a stop button, or the reason why nothing was read.
#[component]
pub(super) fn Notices() -> impl IntoView {
    let texts = &i18n::catalog().data;
    let shell = &i18n::catalog().shell;
    let format = i18n::locale().format();
    let session = SessionState::expect();
    let project = ProjectState::expect();
    let name_of = move |name: &str| name_of(texts, name);
    let recovery = move || {
        session.recovery.get().map(|recovery| {
            let text = i18n::describe::recovery(recovery, shell);
            view! { <Notice kind=NoticeKind::Error>{text}</Notice> }
        })
    };
    // Said once, after the last of them.
    let refused = move |name: String, why: String, is_last: bool| {
        view! {
            <Notice kind=NoticeKind::Error>
                <p>
                    <b>{(texts.could_not_read)(&name_of(&name))}</b>
                    " "
                    {why}
                    " "
                    {(is_last && !project.has_no_files()).then_some(texts.unchanged)}
                </p>
            </Notice>
        }
        .into_any()
    };
    let phase = move || match session.phase.get() {
        Phase::Idle => ().into_any(),
        Phase::Reading {
            name,
            n_bytes,
            n_read,
            n_records,
            nth,
            n_files,
        } => {
            let percent = (n_read * 100).checked_div(n_bytes).unwrap_or(0).min(100);
            let label = (texts.reading)(&name_of(&name), percent);
            let place = (n_files > 1).then(|| (texts.nth_file)(nth, n_files));
            let so_far = (texts.records_so_far)(&format.count(n_records));
            view! { <Progress percent label place so_far/> }.into_any()
        }
        Phase::Failed(failures) => {
            let n = failures.len();
            let failures = failures.into_iter().zip(1..);
            let notice = |(failure, nth): (Failure, usize)| {
                let is_paste = failure.name.is_empty() && is_no_list(&failure.error);
                let why = match &failure.error {
                    _ if is_paste => texts.no_list_pasted.to_owned(),
                    error => why(texts, error),
                };
                refused(failure.name, why, nth == n)
            };
            failures.map(notice).collect_view().into_any()
        }
        Phase::ChoiceRefused(failures) => {
            let open = session.mapping_of.get();
            let failures = said_here(failures, &project.get(), open);
            let n = failures.len();
            let failures = failures.into_iter().zip(1..);
            let notice = |(failure, nth)| view! { <RefusedChoice failure is_last=nth == n/> };
            failures.map(notice).collect_view().into_any()
        }
        // Until it is back: taken back, or opened again.
        Phase::LeftOut { name } if project.get().sources().any(|source| source.name == name) => {
            ().into_any()
        }
        Phase::LeftOut { name } => {
            let text = (texts.left_out)(&name_of(&name));
            view! { <Notice>{text}</Notice> }.into_any()
        }
        Phase::CopyNotAlone { name } => {
            let text = (texts.copy_not_alone)(&name);
            view! { <Notice kind=NoticeKind::Error>{text}</Notice> }.into_any()
        }
        Phase::CopyRefused { name, error } => refused(name, (texts.project_error)(&error), true),
    };
    view! {
        {recovery}
        {phase}
    }
}

/// How far reading is, and the way to stop it.
#[component]
fn Progress(percent: u64, label: String, place: Option<String>, so_far: String) -> impl IntoView {
    let texts = &i18n::catalog().data;
    let actions = DataActions::expect();
    view! {
        <div class="reading" role="status">
            <progress class="bar" max="100" value=percent.to_string() aria-label=label.clone()></progress>
            <p class="line">
                <span>{label}</span>
                {place.map(|place| view! { <span class="note">{place}</span> })}
                <span class="note">{so_far}</span>
                <button class="button" on:click=move |_| actions.cancel()>
                    {texts.stop}
                </button>
            </p>
        </div>
    }
}

/// Those to say beside the drop zone: of no file whose columns are `open`, for there it is said, and of none
/// that was taken out since.
fn said_here(failures: Vec<Failure>, now: &Project, open: Option<usize>) -> Vec<Failure> {
    let open = open.and_then(|reading| now.sources().nth(reading));
    let is_here = |failure: &Failure| {
        now.sources().any(|source| source.name == failure.name)
            && open.is_none_or(|source| source.name != failure.name)
    };
    failures.into_iter().filter(is_here).collect()
}

/// Why a file that is loaded cannot be read under what was chosen.
#[component]
pub(super) fn RefusedChoice(
    failure: Failure,
    /// Whether no other one follows.
    #[prop(default = true)]
    is_last: bool,
) -> impl IntoView {
    let texts = &i18n::catalog().data;
    let why = match &failure.error {
        WorkerError::Intake(IntakeError::NoAmountColumn) => texts.needs_amount.to_owned(),
        WorkerError::Intake(IntakeError::NoNameColumn) => texts.needs_name.to_owned(),
        error => why(texts, error),
    };
    view! {
        <Notice kind=NoticeKind::Error>
            <b>{(texts.choice_refused)(&name_of(texts, &failure.name))}</b>
            " "
            {why}
            " "
            {is_last.then_some(texts.unchanged)}
        </Notice>
    }
}

fn name_of(texts: &DataTexts, name: &str) -> String {
    if name.is_empty() {
        texts.pasted_text.to_owned()
    } else {
        name.to_owned()
    }
}

/// Whether a text holds no list of customers.
fn is_no_list(error: &WorkerError) -> bool {
    let WorkerError::Intake(error) = error else {
        return false;
    };
    matches!(
        error,
        IntakeError::NoTable
            | IntakeError::NoDelimiter
            | IntakeError::NoNameColumn
            | IntakeError::NoAmountColumn
    )
}

/// Why a file gave nothing, and what to do.
fn why(texts: &DataTexts, error: &WorkerError) -> String {
    match error {
        WorkerError::Intake(error) => (texts.intake_error)(error),
        WorkerError::VersionMismatch => texts.version_mismatch.to_owned(),
        WorkerError::Unreadable => texts.file_gone.to_owned(),
        WorkerError::ProjectFull => texts.project_full.to_owned(),
        WorkerError::Gone | WorkerError::Cancelled | WorkerError::Replaced => {
            texts.worker_gone.to_owned()
        }
    }
}
