//! 'Where is my data?': what is kept, what was sent (nothing), how to check it, how to lose it on purpose.

use leptos::prelude::*;

use crate::components::{Dialog, Notice, NoticeKind};
use crate::i18n;
use crate::platform::storage::StorageError;
use crate::platform::{page, storage};
use crate::state::actions::keep;
use crate::state::session::SaveStatus;
use crate::state::{ProjectState, SessionState};

/// The dialog behind the saved text in the bar.
#[component]
pub(super) fn WhereDialog() -> impl IntoView {
    let texts = &i18n::catalog().shell;
    let format = i18n::locale().format();
    let session = SessionState::expect();
    let project = ProjectState::expect();
    let is_asking = RwSignal::new(false);
    // Both are counted again when the dialog opens, and what is kept after each save.
    let n_requests = move || {
        let _ = session.is_where_open.get();
        page::requests_since_lock()
    };
    let usage = LocalResource::new(move || {
        let _ = session.save_status.get();
        let is_open = session.is_where_open.get();
        async move {
            if is_open {
                storage::usage().await.ok()
            } else {
                None
            }
        }
    });
    let close = move || {
        session.is_where_open.set(false);
        is_asking.set(false);
    };
    let requests =
        move || n_requests().map_or_else(|| texts.not_counted.to_owned(), |n| format.count(n));
    let kept = move || {
        usage.get().flatten().map_or_else(String::new, |usage| {
            (texts.kept)(
                &format.bytes(usage.local_bytes),
                &format.bytes(usage.indexed_bytes),
            )
        })
    };
    view! {
        <Dialog
            open=session.is_where_open
            title=texts.where_title
            close_label=texts.close
            on_close=move |()| close()
        >
            <p>{texts.where_text}</p>
            <dl class="facts">
                <dt>{texts.where_kept}</dt>
                <dd class="num">{kept}</dd>
                <dt>{texts.where_requests}</dt>
                <dd class="num">{requests}</dd>
            </dl>
            <p class="note">{texts.where_check}</p>
            <p class="note">{texts.where_best_effort}</p>
            <NotSaved/>
            <p class="line">
                <button
                    class="button button--main"
                    disabled=move || project.is_empty()
                    on:click=move |_| { keep::save_copy(project); }
                >
                    {texts.save_copy}
                </button>
                <button class="button" on:click=move |_| is_asking.set(true)>{texts.wipe}</button>
            </p>
            <Show when=move || is_asking.get()>
                <Notice kind=NoticeKind::Error>
                    <p>{texts.wipe_ask}</p>
                    <p class="line">
                        <button class="button" on:click=move |_| {
                            keep::wipe(project, session);
                            close();
                        }>{texts.wipe_yes}</button>
                        <button class="button button--plain" on:click=move |_| is_asking.set(false)>
                            {texts.wipe_no}
                        </button>
                    </p>
                </Notice>
            </Show>
        </Dialog>
    }
}

/// Why saving failed, while it does; another tab's work can be saved over.
#[component]
fn NotSaved() -> impl IntoView {
    let texts = &i18n::catalog().shell;
    let session = SessionState::expect();
    let project = ProjectState::expect();
    move || {
        let SaveStatus::Failed(error) = session.save_status.get() else {
            return None;
        };
        let can_take_over = matches!(
            error,
            StorageError::ChangedElsewhere | StorageError::WipedElsewhere
        );
        Some(view! {
            <Notice kind=NoticeKind::Error>
                <p>{i18n::describe::storage_error(&error, texts)}</p>
                <Show when=move || can_take_over>
                    <button
                        class="button"
                        on:click=move |_| keep::take_over(project, session)
                    >
                        {texts.take_over}
                    </button>
                </Show>
            </Notice>
        })
    }
}
