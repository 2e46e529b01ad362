//! A text of the owner's about the customer in the panel, kept when he leaves its field.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::screen::Screen;
use crate::components::{Input, TextArea};

/// The field of such a text: several lines where it has `rows`.
#[component]
pub(super) fn KeptText(
    label: &'static str,
    #[prop(optional)] label_hidden: bool,
    #[prop(optional)] rows: Option<u32>,
    /// An example, inside the empty field.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// What is kept.
    kept: Memo<String>,
    /// Keeps another text; false when it is too long.
    #[prop(into)]
    keep: Callback<String, bool>,
    /// What is said of a text that is too long.
    too_long: fn(&str) -> Option<String>,
) -> impl IntoView {
    let project = Screen::expect().project;
    // What was typed and is not kept yet.
    let draft = RwSignal::new(None::<String>);
    let on_input = Callback::new(move |text| draft.set(Some(text)));
    let on_change = Callback::new(move |text: String| {
        if keep.run(text) {
            draft.set(None);
        }
    });
    let error = Signal::derive(move || draft.with(|draft| too_long(draft.as_deref()?)));
    // Escape and the Back button take the field away before it says that it was left. In another list of
    // customers the text would be about somebody else.
    let customers = StoredValue::new(Arc::clone(&project.get_untracked().customers));
    on_cleanup(move || {
        let text = draft.try_get_untracked().flatten();
        let is_same_list =
            customers.try_with_value(|then| Arc::ptr_eq(then, &project.get_untracked().customers));
        if let (Some(text), Some(true)) = (text, is_same_list) {
            // What is too long was said below the field.
            keep.try_run(text);
        }
    });
    match rows {
        Some(rows) => view! {
            <TextArea label label_hidden rows value=kept placeholder on_input on_change error/>
        }
        .into_any(),
        None => view! {
            <Input label label_hidden value=kept placeholder on_input on_change error/>
        }
        .into_any(),
    }
}
