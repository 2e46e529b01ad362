//! A sentence about the thing it stands beside: what happened, to what, what to do.

use leptos::prelude::*;

/// What kind of sentence it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoticeKind {
    /// Something to know.
    #[default]
    Note,
    /// Something checked, and right.
    Done,
    /// Something that went wrong.
    Error,
}

/// A notice; read out when it appears, at once when it is an error.
#[component]
pub fn Notice(
    /// What kind of sentence it is.
    #[prop(optional, into)]
    kind: Signal<NoticeKind>,
    /// The sentence, and the button or link that repairs it.
    children: Children,
) -> impl IntoView {
    let name = move || match kind.get() {
        NoticeKind::Note => "note",
        NoticeKind::Done => "done",
        NoticeKind::Error => "error",
    };
    let role = move || {
        if kind.get() == NoticeKind::Error {
            "alert"
        } else {
            "status"
        }
    };
    view! {
        <div class="notice" data-kind=name role=role>
            {children()}
        </div>
    }
}

/// How something that was asked for went; nothing until it is known.
#[component]
pub fn DoneNotice(
    /// Whether it was done.
    #[prop(into)]
    is_done: Signal<Option<bool>>,
    /// It was.
    done: &'static str,
    /// It was not.
    failed: &'static str,
) -> impl IntoView {
    move || {
        is_done.get().map(|is_done| {
            let (kind, text) = if is_done {
                (NoticeKind::Done, done)
            } else {
                (NoticeKind::Error, failed)
            };
            view! { <Notice kind>{text}</Notice> }
        })
    }
}
