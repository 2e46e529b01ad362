//! The bar: name, places, saved or not, undo and redo, theme, language.

use leptos::prelude::*;

use crate::i18n::catalog::ShellTexts;
use crate::platform::location::{self, Step};
use crate::platform::viewport;
use crate::state::preferences::Theme;
use crate::state::project::Change;
use crate::state::session::SaveStatus;
use crate::state::{PreferencesState, ProjectState, SessionState};

/// The bar above every place.
#[component]
pub(super) fn TopBar() -> impl IntoView {
    let preferences = PreferencesState::expect();
    let texts = move || &preferences.locale.get().catalog().shell;
    view! {
        <a class="skip" href="#main" on:click=skip_to_main>{move || texts().skip}</a>
        <header class="topbar">
            <div class="topbar__in">
                <a class="topbar__brand" href="#data">
                    <svg class="topbar__mark" viewBox="0 0 20 20" aria-hidden="true">
                        <path
                            fill-rule="evenodd"
                            d="M10 0a10 10 0 1 0 0 20 10 10 0 0 0 0-20m0 1.8a8.2 8.2 0 1 1 0 16.4 8.2 8.2 0 0 1 0-16.4"
                        />
                        <circle cx="10" cy="10" r="4"/>
                    </svg>
                    {move || texts().brand}
                </a>
                <Places/>
                <Tools/>
            </div>
        </header>
    }
}

/// The fragment names the place, so the skip link moves the focus itself.
fn skip_to_main(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    crate::platform::page::focus("main");
}

#[component]
fn Places() -> impl IntoView {
    let preferences = PreferencesState::expect();
    let session = SessionState::expect();
    let project = ProjectState::expect();
    let texts = move || &preferences.locale.get().catalog().shell;
    let place = move |step: Step| {
        let is_reachable = move || step == Step::Data || !project.is_empty();
        let is_current = move || (session.place(project) == step).then_some("page");
        view! {
            <a
                class="places__to"
                href=move || is_reachable().then(|| format!("#{}", step.fragment()))
                role=move || (!is_reachable()).then_some("link")
                aria-current=is_current
                on:click=move |_| location::to_top()
                aria-disabled=move || (!is_reachable()).then_some("true")
            >
                {move || texts().place(step)}
            </a>
        }
    };
    view! {
        <nav class="places" aria-label=move || texts().places>
            {Step::ALL.map(place).collect_view()}
        </nav>
    }
}

#[component]
fn Tools() -> impl IntoView {
    let preferences = PreferencesState::expect();
    let session = SessionState::expect();
    let project = ProjectState::expect();
    let texts = move || &preferences.locale.get().catalog().shell;
    let saved = move || match session.save_status.get() {
        SaveStatus::Nothing => texts().nothing_saved.to_owned(),
        SaveStatus::Pending => texts().saving.to_owned(),
        SaveStatus::Saved(hour, minute) => (texts().saved_at)(hour, minute),
        SaveStatus::Failed(_) => texts().not_saved.to_owned(),
    };
    let is_bad = move || matches!(session.save_status.get(), SaveStatus::Failed(_));
    let undo_label = move || (texts().undo)(project.undoable().map(|c| change_name(texts(), c)));
    let redo_label = move || (texts().redo)(project.redoable().map(|c| change_name(texts(), c)));
    view! {
        <div class="topbar__tools">
            <button
                class="topbar__saved"
                class:topbar__saved--bad=is_bad
                aria-live="polite"
                on:click=move |_| session.is_where_open.set(true)
            >
                {saved}
            </button>
            <span class="topbar__sep wide"></span>
            <button
                class="button button--plain"
                aria-label=undo_label
                title=undo_label
                disabled=move || project.undoable().is_none()
                on:click=move |_| project.undo()
            >
                <svg class="icon" viewBox="0 0 18 18" aria-hidden="true">
                    <path d="M4 8h7a4 4 0 0 1 0 8H7M7 4.5 3.5 8 7 11.5"/>
                </svg>
            </button>
            <button
                class="button button--plain"
                aria-label=redo_label
                title=redo_label
                disabled=move || project.redoable().is_none()
                on:click=move |_| project.redo()
            >
                <svg class="icon" viewBox="0 0 18 18" aria-hidden="true">
                    <path d="M14 8H7a4 4 0 0 0 0 8h4M11 4.5 14.5 8 11 11.5"/>
                </svg>
            </button>
            <button
                class="button button--plain"
                aria-label=move || theme_name(texts(), preferences.theme.get())
                title=move || theme_name(texts(), preferences.theme.get())
                on:click=move |_| preferences.theme.update(|theme| *theme = theme.next())
            >
                <svg class="icon" viewBox="0 0 18 18" aria-hidden="true">
                    <circle cx="9" cy="9" r="6"/>
                    <path d="M9 3v12"/>
                    <path d="M9 3a6 6 0 0 1 0 12z" fill="currentColor"/>
                </svg>
            </button>
            <button
                class="button button--plain"
                lang=move || preferences.locale.get().other().code()
                aria-label=move || texts().other_language
                title=move || texts().other_language
                on:click=move |_| {
                    viewport::keep_place(|| {
                        preferences.locale.update(|locale| *locale = locale.other());
                    });
                }
            >
                {move || texts().language_code}
            </button>
        </div>
    }
}

/// What a change was, as it follows "undo: ".
fn change_name(texts: &ShellTexts, change: Change) -> &'static str {
    match change {
        Change::Import => texts.change_import,
        Change::Sample => texts.change_sample,
        Change::Remove => texts.change_remove,
        Change::Join => texts.change_join,
        Change::OpenCopy => texts.change_open_copy,
        Change::Mapping => texts.change_mapping,
        Change::Rating => texts.change_rating,
        Change::Answer => texts.change_answer,
        Change::Estimate => texts.change_estimate,
        Change::Remark => texts.change_remark,
        Change::Upgrade => texts.change_upgrade,
        Change::Override => texts.change_override,
        Change::Policy => texts.change_policy,
        Change::CostModel => texts.change_cost_model,
        Change::Page => texts.change_page,
        Change::Prospects => texts.change_prospects,
        Change::Guess => texts.change_guess,
        Change::LastTime => texts.change_last_time,
        Change::Review => texts.change_review,
    }
}

/// The label of the theme button: what is on now.
fn theme_name(texts: &ShellTexts, theme: Theme) -> &'static str {
    match theme {
        Theme::System => texts.theme_system,
        Theme::Light => texts.theme_light,
        Theme::Dark => texts.theme_dark,
    }
}
