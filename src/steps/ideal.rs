//! The ideal customer: a page that a person can read aloud and edit, with the evidence beside it.
//!
//! `claims`, `finding`, `lines` and `not_like` decide what may be said and turn it into words of the
//! catalog; the components only show them. Nothing is computed here that `abc_core::profile` knows.

mod briefs;
mod claims;
mod copied;
mod few;
mod figures;
mod finding;
mod liked;
mod limits;
mod lines;
mod more_ideal;
mod not_like;
mod page;
mod prospects;
mod sentence_row;
mod topic;

use abc_core::classify::summary::{Summary, summary};
use abc_core::customers::Class;
use leptos::prelude::*;

use crate::components::Opening;
use crate::i18n::{self, catalog::customers::Assumed};
use crate::platform::location::{self, Step};
use crate::state::derived::Outcome;
use crate::state::effects::judge;
use crate::state::fitting::{Judged, fitting};
use crate::state::session::{Filter, Sought};
use crate::state::{Derived, ProjectState, SessionState};
use crate::steps::place::place_of;
use crate::steps::sentence::Sentence;

use briefs::Briefs;
use few::Few;
use finding::{Finding, Validated, finding_of};
use liked::Liked;
use limits::Limits;
use lines::{Line, Material, lines_from};
use more_ideal::MoreIdeal;
use not_like::NotLike;
use page::Page;
use prospects::Prospects;

/// The place of the ideal customer.
#[component]
pub fn IdealStep() -> impl IntoView {
    let locale = i18n::locale();
    let derived = Derived::expect();
    let session = SessionState::expect();
    let project = ProjectState::expect();
    let place = Memo::new(move |_| place_of(&project.get(), locale));
    let on_link = Callback::new(move |target: &'static str| follow(session, target));

    let firm = Memo::new(move |_| Firm::of(&derived.outcome.get(), &derived.profile.get().fitting));
    let opening = Signal::derive(move || {
        let n_fitting_a = firm.with(|firm| firm.n_fitting_a);
        derived
            .profile
            .with(|profile| finding::opening(profile, n_fitting_a, locale))
    });
    let fitting = fitting(derived);
    let judged = judge(fitting);
    let more = Signal::derive(move || {
        let validation = match judged.get() {
            Some(Judged::Busy(_)) => Validated::NotYet,
            Some(Judged::Found(found)) => Validated::Found(found),
            Some(Judged::Failed) | None => Validated::Never,
        };
        firm.with(|firm| {
            let profile = derived.profile.get();
            finding::more(
                &profile,
                validation,
                &firm.summary,
                firm.n_fitting_a,
                locale,
            )
        })
    });
    let lines = Memo::new(move |_| {
        firm.with(|firm| {
            let material = Material {
                profile: &derived.profile.get(),
                summary: &firm.summary,
                n_filled: firm.n_filled,
                assumed: &firm.assumed,
            };
            lines_from(&material, locale)
        })
    });
    let is_too_few =
        Memo::new(move |_| derived.profile.with(|profile| finding_of(profile)) == Finding::TooFew);
    view! {
        <Opening place more=move || view! { <Sentence spans=more on_link/> }>
            <Sentence spans=opening on_link/>
        </Opening>
        {move || {
            if is_too_few.get() {
                view! { <Few on_link/> }.into_any()
            } else {
                view! { <Page opening more lines on_link/> }.into_any()
            }
        }}
        <div class="cols">
            <NotLike/>
            <MoreIdeal on_link/>
        </div>
        <div class="cols">
            <Liked on_link/>
            <Briefs/>
        </div>
        <Prospects fitting judged/>
        <Limits/>
    }
}

/// Where a number in a sentence leads.
fn follow(session: SessionState, target: &'static str) {
    let filter = match target {
        "a" => Filter::Class(Class::A),
        "fitting" => Filter::Fitting,
        "customers" => Filter::All,
        _ => return location::go(Step::Data),
    };
    session.search.set(String::new());
    session.filter.set(filter);
    session.sought.set(Some(Sought::List));
    location::go(Step::Customers);
}

/// The figures of the whole firm that the page speaks of.
#[derive(Clone, Debug, PartialEq)]
struct Firm {
    summary: Summary,
    /// A customers of which figures are assumed.
    n_filled: usize,
    /// Which figures.
    assumed: Vec<Assumed>,
    /// A customers that fit the profile.
    n_fitting_a: usize,
}

impl Firm {
    fn of(outcome: &Outcome, fitting: &[u32]) -> Self {
        let found = &outcome.classification.customers;
        let is_a = |class: Option<Class>| class == Some(Class::A);
        let a_inputs = found.iter().zip(outcome.inputs.iter());
        let (mut n_filled, mut parts) = (0, Vec::new());
        for (_, input) in a_inputs.filter(|(found, _)| is_a(found.class)) {
            let n_before = parts.len();
            parts.extend(outcome.assumed(input));
            n_filled += usize::from(parts.len() > n_before);
        }
        let n_fitting_a = fitting
            .iter()
            .filter_map(|position| found.get(*position as usize))
            .filter(|found| is_a(found.class))
            .count();
        Self {
            summary: summary(&outcome.inputs, &outcome.classification),
            n_filled,
            assumed: Assumed::ALL
                .into_iter()
                .filter(|part| parts.contains(part))
                .collect(),
            n_fitting_a,
        }
    }
}

/// What the owner made of a sentence, or ours.
fn sentence_text(line: &Line, edits: &std::collections::BTreeMap<String, String>) -> String {
    edits
        .get(&line.key)
        .cloned()
        .unwrap_or_else(|| i18n::text_of(&line.sentence))
}

#[cfg(test)]
mod tests;
