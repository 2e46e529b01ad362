//! Which traits count for the score: the user's choice, never one by a test, which would leak into the
//! verdict on that same score.

use std::sync::Arc;

use abc_core::prospects::FitModel;
use leptos::prelude::*;

use crate::components::{Checkbox, Disclosure};
use crate::i18n;
use crate::state::ProjectState;
use crate::state::actions::ideal::count_trait;
use crate::state::fitting::Fitting;

/// A box to tick for every trait that can count; nothing where there is no choice, or no score yet.
#[component]
pub(super) fn Counting(fitting: Memo<Arc<Fitting>>) -> impl IntoView {
    let texts = &i18n::catalog().prospects;
    let project = ProjectState::expect();
    // Other customers bring other traits; ticking one brings none, and keeps the focus.
    let useful = Memo::new(move |_| {
        fitting.with(|fitting| {
            let useful = fitting.model.is_ok().then_some(&fitting.useful);
            let named = useful.into_iter().flatten();
            let named = named.map(|idx| (*idx, fitting.name(*idx).to_owned()));
            named.collect::<Vec<_>>()
        })
    });
    let counts = move |idx: usize| {
        fitting.with(|fitting| {
            let counting = fitting.model.iter().flat_map(FitModel::traits);
            counting.collect::<Vec<_>>().contains(&&idx)
        })
    };
    let boxes = move || {
        let boxes = useful.get().into_iter().map(|(idx, name)| {
            let on_change = move |is_on: bool| {
                count_trait(project, &fitting.get_untracked(), idx, is_on);
            };
            view! { <Checkbox label=name checked=Signal::derive(move || counts(idx)) on_change/> }
        });
        boxes.collect_view()
    };
    view! {
        <Show when=move || { useful.with(|useful| useful.len() > 1) }>
            <Disclosure summary=texts.choose_traits>
                <p class="line">{boxes}</p>
                <p class="note">{texts.choose_hint}</p>
            </Disclosure>
        </Show>
    }
}
