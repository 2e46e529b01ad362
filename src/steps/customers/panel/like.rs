//! The owner's own liking: a mark that enters no figure, and is compared with them on the Ideal page.

use abc_core::customers::CustomerId;
use leptos::prelude::*;

use super::super::screen::Screen;
use crate::components::Checkbox;
use crate::i18n;
use crate::state::actions::customers::mark_liked;

#[component]
pub(super) fn Like(customer: u32) -> impl IntoView {
    let project = Screen::expect().project;
    let id = CustomerId(customer);
    let is_liked = Memo::new(move |_| {
        let project = project.get();
        project.ratings.get(&id).is_some_and(|own| own.liked)
    });
    view! {
        <Checkbox
            label=i18n::catalog().aim.like
            checked=is_liked
            on_change=move |is_so| mark_liked(project, id, is_so)
        />
    }
}
