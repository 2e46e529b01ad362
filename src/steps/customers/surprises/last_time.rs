//! Last time beside this time: choosing it, the picture, who is new and who is gone, taking it away.

use leptos::prelude::*;

use super::super::screen::Screen;
use super::migration::MigrationPicture;
use crate::components::{Disclosure, FileDrop, Notice, NoticeKind};
use crate::i18n;
use crate::platform::File;
use crate::state::actions::data::DataActions;
use crate::state::actions::last_time::set_last_time;
use crate::state::session::{NotLastTime, Phase};

/// The picture, or the place to choose last time.
#[component]
pub(super) fn LastTime() -> impl IntoView {
    let screen = Screen::expect();
    let is_there = Memo::new(move |_| screen.project.get().last_time.is_some());
    view! {
        <NotTaken/>
        {move || {
            if is_there.get() {
                view! {
                    <MigrationPicture/>
                    <From/>
                }
                .into_any()
            } else {
                view! { <Choose/> }.into_any()
            }
        }}
    }
}

/// A copy or a file, picked or dropped here.
#[component]
fn Choose() -> impl IntoView {
    let texts = &i18n::catalog().surprises;
    let actions = DataActions::expect();
    let session = Screen::expect().session;
    let reading = move || match session.phase.get() {
        Phase::Reading {
            n_bytes, n_read, ..
        } => {
            let percent = (n_read * 100).checked_div(n_bytes).unwrap_or(0).min(100);
            Some((texts.last_reading)(percent))
        }
        _ => None,
    };
    let on_files = move |files: Vec<File>| actions.open_last_time(files);
    view! {
        <FileDrop pick=texts.last_pick on_files multiple=true small=true>
            <span>{texts.last_invite}</span>
        </FileDrop>
        <p class="note" role="status">{reading}</p>
        <Disclosure summary=texts.last_which>
            <p class="note">{texts.last_how}</p>
        </Disclosure>
    }
}

/// Why the file that was chosen did not become last time.
#[component]
fn NotTaken() -> impl IntoView {
    let catalog = i18n::catalog();
    let session = Screen::expect().session;
    let words = move |NotLastTime { name, error }: NotLastTime| match error {
        Some(error) => {
            let why = (catalog.data.project_error)(&error);
            format!("{} {why}", (catalog.data.could_not_read)(&name))
        }
        None => (catalog.surprises.last_nobody)(&name),
    };
    move || {
        session.not_last_time.get().map(|not_taken| {
            view! { <Notice kind=NoticeKind::Error>{words(not_taken)}</Notice> }
        })
    }
}

/// Where last time came from, and the way to be rid of it.
#[component]
fn From() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().surprises, locale.format());
    let project = Screen::expect().project;
    let from = move || {
        let last = project.get().last_time.clone()?;
        let day = last.on.map(|day| format.date(day));
        let name = if last.name.is_empty() {
            texts.this_analysis
        } else {
            last.name.as_str()
        };
        Some((texts.last_from)(name, day.as_deref()))
    };
    view! {
        <p class="note">
            {from} " "
            <button class="say-link" on:click=move |_| set_last_time(project, None)>
                {texts.last_remove}
            </button>
        </p>
    }
}
