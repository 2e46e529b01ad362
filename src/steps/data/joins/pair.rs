//! One proposal: both spellings, what is at stake, why, and the two answers.

use abc_core::join::{Party, Proposal, Verdict};
use leptos::prelude::*;

use super::hours_text;
use crate::i18n::{self, Locale};
use crate::platform::viewport;
use crate::state::ProjectState;
use crate::state::actions::joins::JoinActions;
use crate::steps::place::source_name;

/// The proposal as a row; the customer stands left, who may be the same right.
#[component]
pub(super) fn Pair(proposal: Proposal) -> impl IntoView {
    let locale = i18n::locale();
    let texts = &locale.catalog().joins;
    let project = ProjectState::expect();
    let actions = JoinActions::expect();
    let Proposal {
        left,
        right,
        reason,
        ..
    } = proposal;
    let now = project.get_untracked();
    let file_of = |party: &Party| {
        let reading = now.readings.get(party.reading as usize);
        reading.map(|reading| source_name(&reading.source, now.is_sample, locale))
    };
    let known = note_of(&right, file_of(&right), locale);
    let waiting = note_of(&left, file_of(&left), locale);
    let (same, different) = (
        (texts.same_of)(&right.name, &left.name),
        (texts.different_of)(&right.name, &left.name),
    );
    let spellings = StoredValue::new((left.spelled, right.spelled));
    let decide = move |verdict| {
        let (left, right) = spellings.get_value();
        actions.decide(left, right, verdict);
        viewport::focus_when_lost(".pair__same");
    };
    view! {
        <div class="pair">
            <span>
                <b>{right.name}</b>
                <br/>
                <span class="note">{known}</span>
            </span>
            <span>
                <b>{left.name}</b>
                <br/>
                <span class="note">{waiting} "; " {(texts.reason)(reason)}</span>
            </span>
            <span class="line">
                <button class="button pair__same" aria-label=same on:click=move |_| decide(Verdict::Same)>
                    {texts.same}
                </button>
                <button
                    class="button button--plain"
                    aria-label=different
                    on:click=move |_| decide(Verdict::Different)
                >
                    {texts.different}
                </button>
            </span>
        </div>
    }
}

/// File, number, revenue and hours, as far as they are known.
fn note_of(party: &Party, file: Option<String>, locale: Locale) -> String {
    let (texts, format) = (&locale.catalog().joins, locale.format());
    let code = (!party.code.is_empty()).then(|| party.code.clone());
    let revenue = party.revenue.map(|amount| format.money_exact(amount));
    let hours = party.seconds.filter(|seconds| *seconds > 0);
    let hours = hours.map(|seconds| (texts.hours)(&hours_text(format, seconds)));
    let known: Vec<String> = [file, code, revenue, hours].into_iter().flatten().collect();
    known.join(", ")
}
