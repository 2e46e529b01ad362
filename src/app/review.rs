//! The day to look again has come: said once when an analysis is opened, with what to do.

use leptos::prelude::*;

use crate::components::{Button, ButtonKind, Notice};
use crate::i18n;
use crate::platform::location::{self, Step};
use crate::platform::page;
use crate::state::actions::last_time::{last_time_of, set_last_time};
use crate::state::{Derived, ProjectState, SessionState};

/// The notice above every place.
#[component]
pub(super) fn ReviewNotice() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().surprises, locale.format());
    let (project, session, derived) = (
        ProjectState::expect(),
        SessionState::expect(),
        Derived::expect(),
    );
    let days = Memo::new(move |_| {
        let now = project.get();
        let is_overdue = page::today().is_some_and(|today| now.is_overdue(today));
        let is_said = session.is_overdue_told.get() || now.customers.is_empty();
        (is_overdue && !is_said).then_some((now.analysed_on?, now.review_on()?))
    });
    let keep = move |()| {
        session.is_overdue_told.set(true);
        let outcome = derived.outcome.get_untracked();
        let on = outcome.project.analysed_on;
        // A last time without a name was kept from here.
        if let Some(last) = last_time_of(&outcome, String::new(), on) {
            set_last_time(project, Some(last));
        }
        location::go(Step::Data);
    };
    move || {
        days.get().map(|(analysed, review)| {
            let overdue = (texts.overdue)(&format.date(review));
            let analysed = (texts.analysed)(&format.date(analysed));
            view! {
                <Notice>
                    <p>
                        <b>{overdue}</b>
                        " "
                        {analysed}
                        " "
                        {texts.overdue_how}
                    </p>
                    <p class="line">
                        <Button on_press=keep>{texts.overdue_keep}</Button>
                        <Button
                            kind=ButtonKind::Plain
                            on_press=move |()| session.is_overdue_told.set(true)
                        >
                            {texts.overdue_later}
                        </Button>
                    </p>
                </Notice>
            }
        })
    }
}
