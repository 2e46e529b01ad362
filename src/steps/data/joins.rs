//! Who is who among the files: proposals with their reasons, decisions that can be taken back, and what
//! belongs to nobody. Nothing is joined here without a yes.

mod decided;
mod link_dialog;
mod linked;
mod pair;
mod unmatched;

use std::sync::Arc;

use abc_core::customers::SECONDS_PER_HOUR;
use abc_core::join::{Compared, Flag, Joined, MOST_COMPARED, Proposal};
use abc_core::money::Cents;
use abc_core::project::Project;
use abc_core::stats::order::sort_short_by_key;
use leptos::prelude::*;

use crate::components::{Notice, Section};
use crate::i18n::catalog::joins::{HoursApart, WithoutCustomer};
use crate::i18n::{self, Format};
use crate::platform::viewport;
use crate::state::ProjectState;
use crate::state::actions::joins::JoinActions;
use crate::state::derived::is_other;
use crate::steps::place::NAMES_ID;
use crate::steps::sentence::Sentence;
use decided::Decided;
use linked::Linked;
use pair::Pair;
use unmatched::Unmatched;

/// Rows that are shown before the user asks for all.
const FIRST_ROWS: usize = 10;

/// The section, when there is anything to say: more than one file, or a proposal.
#[component]
pub(super) fn Joins() -> impl IntoView {
    let project = ProjectState::expect();
    let is_needed = Memo::new(move |_| {
        let now = project.get();
        let joins = &now.joins;
        let is_decided = !joins.pairs.is_empty() || !joins.own.is_empty();
        let is_partial = now.joined.compared != Compared::All;
        now.readings.len() > 1 || !now.joined.proposals.is_empty() || is_decided || is_partial
    });
    move || is_needed.get().then(|| view! { <Names/> })
}

#[component]
fn Names() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().joins, locale.format());
    let project = ProjectState::expect();
    let actions = JoinActions::expect();
    let as_joined = as_joined(project);
    let joined = Memo::new_with_compare(
        move |_| as_joined.with(|project| Arc::clone(&project.joined)),
        is_other,
    );
    let n_sure =
        move || joined.with(|joined| joined.proposals.iter().filter(|p| p.is_sure).count());
    let accept = move |_| {
        actions.accept_sure();
        // The button goes with what it did, which is told below.
        viewport::focus_when_lost("#names * summary");
    };
    let end = move || {
        let n_open = move || joined.with(|joined| joined.proposals.len());
        view! {
            <span class="note">{move || (texts.n_open)(n_open())}</span>
            <Show when=move || { n_sure() > 0 }>
                <button class="button" on:click=accept>
                    {move || (texts.all_sure)(n_sure())}
                </button>
            </Show>
        }
    };
    let is_as_long = Memo::new(move |_| {
        let model = &project.get().cost_model;
        model.months_of_hours() >= model.months
    });
    let flags = move || {
        let is_as_long = is_as_long.get();
        joined.with(|joined| {
            let notice = |flag| view! { <Notice>{(texts.flag)(flag)}</Notice> };
            // What belongs to nobody is said with its figures above.
            let is_said = |flag: &Flag| match flag {
                Flag::HoursWithoutCustomer | Flag::RevenueWithoutCustomer => true,
                // Of files that are added up the same revenue is not.
                Flag::TwoRevenueSources => joined.chosen_files().len() > 1,
                // Unless the user said how many months each is of.
                Flag::HoursPeriodShorter => is_as_long,
                _ => false,
            };
            let flags = joined.flags.iter().copied();
            flags
                .filter(|flag| !is_said(flag))
                .map(notice)
                .collect_view()
        })
    };
    let partial = move || {
        let (n, compared) = joined.with(|joined| (joined.customers.len(), joined.compared));
        let pairs = match compared {
            Compared::All => return None,
            Compared::FormOnly { n_pairs } => Some(format.count(n_pairs)),
            Compared::Nothing => None,
        };
        let (n, most) = (format.count(n), format.count(MOST_COMPARED));
        let text = (texts.compared)(&n, pairs.as_deref(), &most);
        Some(view! { <p class="note">{text}</p> })
    };
    view! {
        <Section id=NAMES_ID heading=texts.title end=end>
            <Proposals proposals=Signal::derive(move || joined.with(|joined| joined.proposals.clone()))/>
            {partial}
            <WithoutCustomer joined/>
            {flags}
            <Unmatched as_joined/>
            <Linked as_joined/>
            <Decided as_joined/>
        </Section>
    }
}

/// The project, heard of only when its files are joined anew: a rating or a cost joins nothing, so the lists
/// stay, with what is open in them.
fn as_joined(project: ProjectState) -> Memo<Arc<Project>> {
    Memo::new_with_compare(
        move |_| project.get(),
        |before, now| match (before, now) {
            (Some(before), Some(now)) => !Arc::ptr_eq(&before.joined, &now.joined),
            _ => true,
        },
    )
}

/// The pairs, sure ones first; all of them on request.
#[component]
fn Proposals(proposals: Signal<Vec<Proposal>>) -> impl IntoView {
    let texts = &i18n::catalog().joins;
    let shows_all = RwSignal::new(false);
    let ordered = Memo::new(move |_| {
        let mut proposals = proposals.get();
        sort_short_by_key(&mut proposals, |proposal| !proposal.is_sure);
        proposals
    });
    let n_all = move || ordered.with(Vec::len);
    let shown = move || {
        let n = if shows_all.get() {
            usize::MAX
        } else {
            FIRST_ROWS
        };
        ordered.with(|all| all.iter().take(n).cloned().collect::<Vec<_>>())
    };
    let key = |proposal: &Proposal| {
        let (left, right) = (&proposal.left, &proposal.right);
        (
            left.spelled.clone(),
            right.spelled.clone(),
            left.seconds,
            right.revenue,
        )
    };
    view! {
        <div>
            <For each=shown key=key children=|proposal| view! { <Pair proposal/> }/>
        </div>
        <Show when=move || { !shows_all.get() && n_all() > FIRST_ROWS }>
            <p>
                <button class="button" on:click=move |_| shows_all.set(true)>
                    {move || (texts.show_all)(n_all())}
                </button>
            </p>
        </Show>
    }
}

/// Revenue and hours of nobody, always in sight.
#[component]
fn WithoutCustomer(joined: Memo<Arc<Joined>>) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().joins, locale.format());
    move || {
        let joined = joined.get();
        let without = joined.unassigned;
        let revenue =
            (without.revenue != Cents::ZERO).then(|| format.money_whole(without.revenue.euros()));
        let hours = (without.seconds > 0).then(|| hours_text(format, without.seconds));
        if revenue.is_none() && hours.is_none() {
            return None;
        }
        let [unlinked, own] =
            [false, true].map(|is_internal| joined.unmatched_seconds(is_internal));
        let nameless = without.seconds.saturating_sub(unlinked + own);
        let written = |seconds: u64| (seconds > 0).then(|| hours_text(format, seconds));
        let apart = [
            written(unlinked).map(HoursApart::Unlinked),
            written(own).map(HoursApart::Own),
            written(nameless).map(HoursApart::Nameless),
        ];
        let spans = (texts.without_customer)(&WithoutCustomer {
            revenue,
            hours,
            apart: apart.into_iter().flatten().collect(),
        });
        Some(view! { <p><Sentence spans=Signal::stored(spans) on_link=|_| {}/></p> })
    }
}

/// Registered seconds in hours.
pub(super) fn hours_text(format: Format, seconds: u64) -> String {
    format.decimals(seconds as f64 / SECONDS_PER_HOUR, 2)
}
