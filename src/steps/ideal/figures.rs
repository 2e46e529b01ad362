//! The statistics behind the page, for whoever wants to check it: every value of every trait, segments with
//! the largest part of A first.

use abc_core::profile::{IdealProfile, NumberEvidence, ValueEvidence, Verdict};
use abc_core::stats::groups::EffectSize;
use leptos::prelude::*;

use crate::components::{Button, Disclosure};
use crate::i18n::{self, Format, Locale};
use crate::state::Derived;

use super::lines::shown;
use super::topic::{topic_of, within_sentence};

/// Rows on screen before all are asked for.
const FIRST_ROWS: usize = 12;

/// A p below this is not written out.
const LEAST_P: f64 = 0.001;

/// A row of the table: its head, then its cells.
pub(super) type FigureRow = (String, [String; 8]);

/// The table, folded away.
#[component]
pub(super) fn Figures() -> impl IntoView {
    let locale = i18n::locale();
    let texts = &locale.catalog().aim;
    let profile = Derived::expect().profile;
    let is_all = RwSignal::new(false);
    let rows = Memo::new(move |_| profile.with(|profile| rows_of(profile, locale)));
    let body = move || {
        let n = if is_all.get() { usize::MAX } else { FIRST_ROWS };
        let row = |(head, cells): FigureRow| {
            let cells = cells.map(|cell| view! { <td class="num">{cell}</td> });
            view! {
                <tr>
                    <th scope="row">{head}</th>
                    {cells.into_iter().collect_view()}
                </tr>
            }
        };
        rows.get().into_iter().take(n).map(row).collect_view()
    };
    let all = move || {
        let n = rows.with(Vec::len);
        (n > FIRST_ROWS && !is_all.get()).then(|| {
            view! { <Button on_press=move |()| is_all.set(true)>{(texts.figures_all)(n)}</Button> }
        })
    };
    let [first, rest @ ..] = texts.figures_head;
    let heads = move || {
        let heads = rest.map(|head| {
            view! {
                <th scope="col" class="num">
                    {head}
                </th>
            }
        });
        heads.into_iter().collect_view()
    };
    view! {
        <Show when=move || !rows.with(Vec::is_empty)>
            <Disclosure summary=texts.figures>
                <p class="note">{texts.figures_note}</p>
                <div class="scroll" tabindex="0" role="region" aria-label=texts.figures>
                    <table class="plain">
                        <thead>
                            <tr>
                                <th scope="col">{first}</th>
                                {heads}
                            </tr>
                        </thead>
                        <tbody>{body}</tbody>
                    </table>
                </div>
                <p>{all}</p>
            </Disclosure>
        </Show>
    }
}

/// Values first, by their part of A; then numbers.
pub(super) fn rows_of(profile: &IdealProfile, locale: Locale) -> Vec<FigureRow> {
    let segments = profile.a.segments();
    let values = segments.iter().filter_map(|idx| profile.a.values.get(*idx));
    let values = values.filter_map(|value| value_row(profile, value, locale));
    let numbers = profile.a.numbers.iter();
    let numbers = numbers.filter_map(|number| number_row(profile, number, locale));
    values.chain(numbers).collect()
}

fn value_row(profile: &IdealProfile, value: &ValueEvidence, locale: Locale) -> Option<FigureRow> {
    let (ideal, aim) = (&locale.catalog().ideal, &locale.catalog().aim);
    let format = locale.format();
    let column = profile.columns.get(value.trait_idx)?;
    let text = shown(column.values.get(value.value_idx)?, topic_of(&column.name));
    let (odds, low, high) = value.odds_ratio;
    let odds = [odds, low, high].map(|odds| format.short(odds, 1));
    let [odds, low, high] = odds;
    Some((
        (ideal.not_with)(&within_sentence(&column.name, locale), &text),
        [
            (ideal.of)(value.n_with, value.n_target),
            (ideal.of)(value.other_with, value.n_other),
            format.percent(value.shrunk_rate),
            (aim.times)(&format.decimals(value.lift, 1)),
            format!("{odds} ({low}–{high})"),
            chance(Some(value.p).filter(|_| value.q.is_some()), format),
            chance(value.q, format),
            word(value.verdict, locale),
        ],
    ))
}

fn number_row(
    profile: &IdealProfile,
    number: &NumberEvidence,
    locale: Locale,
) -> Option<FigureRow> {
    let aim = &locale.catalog().aim;
    let format = locale.format();
    let column = profile.columns.get(number.trait_idx)?;
    let size = number.cliffs_delta.map(EffectSize::of_cliffs_delta);
    Some((
        within_sentence(&column.name, locale),
        [
            (aim.known)(number.n_target),
            (aim.known)(number.n_other),
            String::new(),
            size.map_or("", aim.size).to_owned(),
            String::new(),
            chance(number.p, format),
            chance(number.q, format),
            word(number.verdict, locale),
        ],
    ))
}

/// What cannot be tested has no chance of its own.
fn chance(p: Option<f64>, format: Format) -> String {
    match p {
        None => String::new(),
        Some(p) if p < LEAST_P => format!("<{}", format.decimals(LEAST_P, 3)),
        Some(p) => format.decimals(p, 3),
    }
}

fn word(verdict: Verdict, locale: Locale) -> String {
    (locale.catalog().ideal.verdict)(verdict).0.to_lowercase()
}
