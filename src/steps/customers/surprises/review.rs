//! The day of the analysis, and the day to look again.

use abc_core::date::date_from_iso;
use leptos::prelude::*;

use super::super::screen::Screen;
use crate::components::{Input, InputKind};
use crate::i18n;
use crate::platform::page;
use crate::state::actions::last_time::set_review;

/// Both days; the second can be chosen.
#[component]
pub(super) fn Review() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().surprises, locale.format());
    let project = Screen::expect().project;
    let is_wrong = RwSignal::new(false);
    // Emptied while the day is a year after the analysis, it is that day again: to the project no change.
    let emptied = RwSignal::new(());
    let analysed = move || {
        let day = project.get().analysed_on;
        day.map(|day| (texts.analysed)(&format.date(day)))
    };
    let value = Signal::derive(move || {
        emptied.track();
        let day = project.get().review_on();
        day.map_or_else(String::new, |day| day.to_string())
    });
    let on_change = move |typed: String| {
        let typed = typed.trim();
        let chosen = date_from_iso(typed).filter(|day| Some(*day) > page::today());
        let is_empty = typed.is_empty();
        is_wrong.set(chosen.is_none() && !is_empty);
        if chosen.is_some() || is_empty {
            set_review(project, chosen);
            emptied.set(());
        }
    };
    let error = Signal::derive(move || is_wrong.get().then(|| texts.review_wrong.to_owned()));
    view! {
        <div class="surprises__days">
            <span class="note">{analysed} " " {texts.review}</span>
            <Input label=texts.review kind=InputKind::Date value on_change error label_hidden=true/>
        </div>
    }
}
