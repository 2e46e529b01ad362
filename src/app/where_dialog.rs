//! 'Where is my data?': what is kept, what was sent (nothing), how to check it, how to lose it on purpose.

use leptos::prelude::*;
use leptos::task::spawn_local_scoped;

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
    let usage = RwSignal::new(None::<storage::Usage>);
    let n_requests = RwSignal::new(None::<u32>);
    let is_asking = RwSignal::new(false);
    Effect::new(move |_| {
        let _ = session.save_status.get();
        if session.is_where_open.get() {
            n_requests.set(page::requests_since_lock());
            spawn_local_scoped(async move { usage.set(storage::usage().await.ok()) });
        } else {
            is_asking.set(false);
        }
    });
    let close = move || session.is_where_open.set(false);
    let requests = move || {
        n_requests
            .get()
            .map_or_else(|| texts.not_counted.to_owned(), |n| format.count(n))
    };
    let kept = move || {
        usage.get().map_or_else(String::new, |usage| {
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
            {move || match session.save_status.get() {
                SaveStatus::Failed(error) => {
                    let can_take_over = error == StorageError::ChangedElsewhere;
                    Some(
                        view! {
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
                        },
                    )
                }
                _ => None,
            }}
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
