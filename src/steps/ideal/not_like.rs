//! Who it is not: the C customers against all others, in a table.

use abc_core::profile::{IdealProfile, ValueEvidence, Verdict};
use abc_core::stats::order::sort_short;
use leptos::prelude::*;

use crate::components::Section;
use crate::i18n::{self, Locale};
use crate::state::Derived;

use super::claims::{is_difference, rank};
use super::lines::shown;
use super::topic::{topic_of, within_sentence};

/// Fewer C customers than this are not compared.
const MIN_CUSTOMERS: usize = 3;
/// Differences shown at most.
const MAX_ROWS: usize = 6;
/// Values shown when nothing differs.
const MAX_DESCRIBED: usize = 3;

/// A row of the table.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NotRow {
    /// The value, or its absence.
    pub(super) name: String,
    /// C customers.
    pub(super) of_c: String,
    /// Others.
    pub(super) of_others: String,
    /// What the comparison says.
    pub(super) verdict: Verdict,
}

/// What the anti-profile says: rows, or the sentence that stands in their place.
pub(super) fn not_like(
    profile: &IdealProfile,
    locale: Locale,
) -> Result<Vec<NotRow>, &'static str> {
    let texts = &locale.catalog().ideal;
    if profile.c.n_target < MIN_CUSTOMERS {
        return Err((texts.not_too_few)(profile.c.n_target));
    }
    let mut differing: Vec<&ValueEvidence> = profile
        .c
        .values
        .iter()
        .filter(|value| is_difference(value.verdict))
        .collect();
    sort_short(&mut differing, |a, b| {
        rank(a.verdict)
            .cmp(&rank(b.verdict))
            .then(a.p.total_cmp(&b.p))
    });
    differing.truncate(MAX_ROWS);
    if differing.is_empty() {
        differing = profile
            .c
            .values
            .iter()
            .filter(|value| value.is_plus)
            .collect();
        sort_short(&mut differing, |a, b| a.p.total_cmp(&b.p));
        differing.truncate(MAX_DESCRIBED);
    }
    let rows: Vec<NotRow> = differing
        .into_iter()
        .filter_map(|value| row(profile, value, locale))
        .collect();
    if rows.is_empty() {
        return Err(texts.not_unknown);
    }
    Ok(rows)
}

/// What C customers have less often is said as what they are not, so that every row has more of C.
fn row(profile: &IdealProfile, value: &ValueEvidence, locale: Locale) -> Option<NotRow> {
    let texts = &locale.catalog().ideal;
    let column = profile.columns.get(value.trait_idx)?;
    let text = shown(column.values.get(value.value_idx)?, topic_of(&column.name));
    let name = within_sentence(&column.name, locale);
    let (name, n_with, other_with) = if value.is_plus {
        (
            (texts.not_with)(&name, &text),
            value.n_with,
            value.other_with,
        )
    } else {
        (
            (texts.not_without)(&name, &text),
            value.n_target.saturating_sub(value.n_with),
            value.n_other.saturating_sub(value.other_with),
        )
    };
    Some(NotRow {
        name,
        of_c: (texts.of)(n_with, value.n_target),
        of_others: (texts.of)(other_with, value.n_other),
        verdict: value.verdict,
    })
}

/// The section.
#[component]
pub(super) fn NotLike() -> impl IntoView {
    let locale = i18n::locale();
    let texts = &locale.catalog().ideal;
    let profile = Derived::expect().profile;
    let against = move || {
        let (n_c, n) = profile.with(|profile| (profile.c.n_target, profile.c.n));
        (n_c > 0).then(|| (texts.not_against)(n_c, n.saturating_sub(n_c)))
    };
    let end = move || view! { <span class="note">{against}</span> };
    let content = move || match profile.with(|profile| not_like(profile, locale)) {
        Ok(rows) => view! { <NotTable rows/> }.into_any(),
        Err(sentence) => view! { <p>{sentence}</p> }.into_any(),
    };
    view! {
        <Section heading=texts.not end>
            {content}
        </Section>
    }
}

#[component]
fn NotTable(rows: Vec<NotRow>) -> impl IntoView {
    let texts = &i18n::catalog().ideal;
    let row = |row: NotRow| {
        let (word, _) = (texts.verdict)(row.verdict);
        let is_found = is_difference(row.verdict);
        view! {
            <tr>
                <th scope="row">
                    {if is_found {
                        view! { <b>{row.name}</b> }.into_any()
                    } else {
                        row.name.into_any()
                    }}
                </th>
                <td class="num">{row.of_c}</td>
                <td class="num">{row.of_others}</td>
                <td>{word}</td>
            </tr>
        }
    };
    view! {
        <table class="plain">
            <caption class="sr">{texts.not}</caption>
            <thead>
                <tr>
                    <th scope="col">{texts.not_trait}</th>
                    <th scope="col" class="num">
                        {texts.not_c}
                    </th>
                    <th scope="col" class="num">
                        {texts.not_others}
                    </th>
                    <th scope="col">{texts.not_verdict}</th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}
