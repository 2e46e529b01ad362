//! The whole page: makes the state, loads what was saved, switches between the places.

mod drop_anywhere;
mod leaving;
mod review;
mod shortcuts;
mod topbar;
mod where_dialog;

use abc_core::project::Project;
use leptos::prelude::*;
use leptos::task::spawn_local_scoped;

use crate::i18n::Locale;
use crate::platform::location::{self, Step};
use crate::platform::{page, storage};
use crate::state::actions::data::DataActions;
use crate::state::preferences::Theme;
use crate::state::session::{Column, SaveStatus};
use crate::state::{
    CertaintyState, Derived, PreferencesState, ProjectState, RecognitionState, SessionState,
    effects,
};
use crate::steps::{CustomersStep, DataStep, IdealStep};
use review::ReviewNotice;
use topbar::TopBar;
use where_dialog::WhereDialog;

/// Starts the app in the page.
pub fn start() {
    leptos::mount::mount_to_body(App);
}

/// The language to start with: the stored one, else the first of the browser's that we speak.
fn first_locale(stored: &str) -> Locale {
    Locale::from_code(stored).unwrap_or_else(|| {
        page::languages()
            .iter()
            .find_map(|tag| Locale::from_code(tag.split('-').next().unwrap_or(tag)))
            .unwrap_or_default()
    })
}

/// The app.
#[component]
pub fn App() -> impl IntoView {
    let stored = storage::load_preferences();
    let preferences = PreferencesState::provide(
        first_locale(&stored.locale),
        Theme::from_code(&stored.theme),
        stored
            .columns
            .map_or_else(Column::shown_at_first, |codes| Column::from_codes(&codes)),
    );
    let project = ProjectState::provide(Project::default());
    let session = SessionState::provide(location::first());
    let derived = Derived::provide(project);
    let certainty = CertaintyState::provide();
    let recognition = RecognitionState::provide();
    let actions = DataActions::provide();

    let is_loaded = RwSignal::new(false);
    spawn_local_scoped(async move {
        load(project, session).await;
        is_loaded.set(true);
    });
    let place = Memo::new(move |_| session.place(project));
    effects::dress_document(preferences, place);
    effects::save_project(project, derived, session);
    effects::remember_forms(project, session);
    effects::classify_in_slices(project, derived);
    effects::close_what_is_gone(project, session);
    effects::reckon_certainty(derived, certainty, session);
    effects::recognize_customers(project, recognition);
    location::on_change(move |step| session.show(step));
    shortcuts::listen(project);
    leaving::listen(project, session);
    drop_anywhere::listen(actions, is_loaded);

    // A change of language mounts the screens anew: a screen then takes its texts once. A change of the
    // project must not: what is being typed or focused would be gone.
    let screen = move || {
        let _ = preferences.locale.get();
        match place.get() {
            Step::Data => view! { <DataStep/> }.into_any(),
            Step::Customers => view! { <CustomersStep/> }.into_any(),
            Step::Ideal => view! { <IdealStep/> }.into_any(),
        }
    };
    let n_on_screen = move || {
        let n = derived
            .outcome
            .with(|outcome| outcome.classification.customers.len());
        (n > 0).then(|| n.to_string())
    };
    view! {
        <TopBar/>
        <main id="main" class="page" tabindex="-1" data-classified=n_on_screen aria-busy=move || {
            derived.is_busy.get().then_some("true")
        }>
            <Show when=move || is_loaded.get()>
                {move || {
                    let _ = preferences.locale.get();
                    view! { <ReviewNotice/> }
                }}
                {screen}
            </Show>
        </main>
        {move || {
            let _ = preferences.locale.get();
            view! { <WhereDialog/> }
        }}
    }
}

/// Shows what was saved; a store that cannot be read is said, and the app starts all the same.
async fn load(project: ProjectState, session: SessionState) {
    match storage::load().await {
        Ok(loaded) => {
            let saved_at = loaded.saved_at_ms.map(page::time_of_day);
            if let Some(saved) = loaded.project {
                project.replace(saved);
                session.loaded.set(Some(project.get_untracked()));
                let (hour, minute) = saved_at.unwrap_or_default();
                session.save_status.set(SaveStatus::Saved(hour, minute));
            }
            session.recovery.set(loaded.recovered);
        }
        Err(error) => session.save_status.set(SaveStatus::Failed(error)),
    }
}
