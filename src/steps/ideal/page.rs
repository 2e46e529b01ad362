//! The sentences under each other, with the buttons that edit and copy them.

use abc_core::chart::Mark;
use leptos::task::spawn_local_scoped;
use leptos::{ev, prelude::*};

use crate::charts::MarkGlyph;
use crate::components::{Button, DoneNotice, Section};
use crate::i18n::{self, Span};
use crate::platform::page::{copy_text, leave_field};
use crate::platform::viewport;
use crate::state::{Derived, ProjectState};

use super::copied::page_text;
use super::figures::Figures;
use super::lines::Line;
use super::sentence_row::SentenceRow;

/// The page.
#[component]
pub(super) fn Page(
    /// The opening sentence, for the copy.
    opening: Signal<Vec<Span>>,
    /// What stands under it, for the copy.
    more: Signal<Vec<Span>>,
    /// The sentences.
    lines: Memo<Vec<Line>>,
    /// Called with the target of a link.
    on_link: Callback<&'static str>,
) -> impl IntoView {
    let locale = i18n::locale();
    let texts = &locale.catalog().ideal;
    let derived = Derived::expect();
    let project = ProjectState::expect();
    let is_editing = RwSignal::new(false);
    let is_copied = RwSignal::new(None::<bool>);

    let copy = move |()| {
        let text = lines.with_untracked(|lines| {
            page_text(
                &opening.get_untracked(),
                &more.get_untracked(),
                lines,
                &project.get_untracked().page_edits,
                &derived.profile.get_untracked(),
                locale,
            )
        });
        spawn_local_scoped(async move {
            is_copied.set(Some(copy_text(&text).await));
        });
    };
    let edit = move |()| {
        if !is_editing.get_untracked() {
            viewport::focus_after(".claim * textarea");
        }
        is_editing.update(|is_on| *is_on = !*is_on);
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && is_editing.get_untracked() {
            event.prevent_default();
            // What was typed stays: a step back is what undo is for.
            leave_field();
            is_editing.set(false);
            viewport::focus_after(".section__head * button");
        }
    };
    let edit_text = move || {
        if is_editing.get() {
            texts.edit_done
        } else {
            texts.edit
        }
    };
    let head = move || {
        view! {
            <span class="note legend">
                <span>
                    <MarkGlyph mark=Mark::A/>
                    {texts.legend_a}
                </span>
                <span>
                    <MarkGlyph mark=Mark::B/>
                    {texts.legend_others}
                </span>
            </span>
            <span class="line">
                <Button on_press=edit>
                    {edit_text}
                </Button>
                <Button on_press=copy>{texts.copy}</Button>
            </span>
        }
    };
    // Rows are kept by key: editing one sentence leaves the focus in another alone.
    let keys = Memo::new(move |_| {
        lines.with(|lines| {
            lines
                .iter()
                .map(|line| line.key.clone())
                .collect::<Vec<_>>()
        })
    });
    let row = move |key: String| {
        let line = Memo::new(move |_| {
            lines.with(|lines| lines.iter().find(|line| line.key == key).cloned())
        });
        view! { <SentenceRow line is_editing=is_editing.into() on_link/> }
    };
    view! {
        <Section heading=texts.page end=head>
            <DoneNotice is_done=is_copied done=texts.copied failed=texts.not_copied/>
            <Show when=move || is_editing.get()>
                <p class="note">{texts.edit_hint}</p>
            </Show>
            <div on:keydown=on_key>
                <For each=move || keys.get() key=String::clone children=row/>
            </div>
            <Figures/>
        </Section>
    }
}
