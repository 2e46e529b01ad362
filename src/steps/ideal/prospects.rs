//! The list of prospects, scored by the profile, with what speaks for and against each.

mod counting;
mod rows;

use std::sync::Arc;

use abc_core::intake::prospect_list::ProspectList;
use abc_core::project::MAX_TEXT_BYTES;
use abc_core::prospects::validation;
use leptos::prelude::*;
use leptos::task::spawn_local_scoped;

use crate::components::{Button, FileDrop, Notice, NoticeKind, Section, TextArea};
use crate::i18n::catalog::prospects::VerdictSaid;
use crate::i18n::{self, Locale};
use crate::platform::{File, page};
use crate::state::actions::ideal::{self, NoList};
use crate::state::fitting::{Fitting, Judged};
use crate::state::{Derived, ProjectState};

use super::topic::within_sentence;
use counting::Counting;
use rows::Scored;

/// Rows on screen at first; each press for more shows twice as many.
const FIRST_ROWS: usize = 50;

/// The list of prospects.
#[component]
pub(super) fn Prospects(
    /// What they are scored by.
    fitting: Memo<Arc<Fitting>>,
    /// Whether that beats chance.
    judged: ReadSignal<Option<Judged>>,
) -> impl IntoView {
    let locale = i18n::locale();
    let texts = &locale.catalog().prospects;
    let (project, derived) = (ProjectState::expect(), Derived::expect());
    let text = Memo::new(move |_| project.get().prospects.clone());
    let list = Memo::new(move |_| Arc::new(text.with(|text| ProspectList::from_text(text))));
    let is_too_long = RwSignal::new(false);
    let error = Signal::derive(move || is_too_long.get().then(|| too_long(locale)));
    let on_change = move |text| is_too_long.set(ideal::set_prospects(project, text).is_err());
    let no_list = RwSignal::new(None::<NoList>);
    let on_files = move |files: Vec<File>| {
        no_list.set(None);
        is_too_long.set(false);
        let Some(file) = files.into_iter().next() else {
            return;
        };
        spawn_local_scoped(async move {
            no_list.set(ideal::open_prospects(project, file).await.err());
        });
    };
    let refused = move || {
        no_list.get().map(|reason| {
            let text = no_list_says(&reason, locale);
            view! { <Notice kind=NoticeKind::Error>{text}</Notice> }
        })
    };
    let verdict = move || fitting.with(|fitting| verdict_says(fitting, judged.get(), locale));
    view! {
        <Section heading=texts.title>
            <p>{verdict}</p>
            <Counting fitting/>
            <TextArea
                label=texts.label
                value=text
                hint=Signal::stored(texts.hint.to_owned())
                on_change
                error
            />
            <FileDrop pick=texts.pick on_files beside=move || texts.drop small=true/>
            {refused}
            {move || {
                let (fitting, list) = (fitting.get(), list.get());
                if list.prospects.is_empty() {
                    return view! { <p class="prompt">{texts.empty}</p> }.into_any();
                }
                let n_unnamed = list.n_unnamed;
                match derived.outcome.with(|outcome| Scored::of(fitting, list, outcome)) {
                    Some(scored) => view! { <Scores scored n_unnamed judged/> }.into_any(),
                    None => ().into_any(),
                }
            }}
        </Section>
    }
}

/// The scored list, best first.
#[component]
fn Scores(scored: Scored, n_unnamed: usize, judged: ReadSignal<Option<Judged>>) -> impl IntoView {
    let locale = i18n::locale();
    let texts = &locale.catalog().prospects;
    let n = scored.len();
    let absent = scored.absent();
    let absent = (!absent.is_empty()).then(|| (texts.absent)(&locale.format().list(&absent)));
    let unnamed = (n_unnamed > 0).then(|| (texts.unnamed)(n_unnamed));
    let notes = [Some(texts.fit_is.to_owned()), absent, unnamed];
    let notes = notes.into_iter().flatten();
    let notes = notes.map(|note| view! { <li>{note}</li> }).collect_view();
    let scored = StoredValue::new(scored);
    let n_shown = RwSignal::new(FIRST_ROWS);
    // A score that does not tell the A customers apart makes nobody a strong prospect.
    let is_silent = Memo::new(move |_| {
        let judged = judged.get();
        matches!(judged, Some(Judged::Found(found)) if found.signal() == validation::Signal::None)
    });
    let body =
        move || scored.with_value(|scored| body_of(scored, n_shown.get(), is_silent.get(), locale));
    let more = move || {
        (n_shown.get() < n).then(|| {
            let text = (texts.more)(n_shown.get(), n);
            view! { <Button on_press=move |()| n_shown.update(|shown| *shown *= 2)>{text}</Button> }
        })
    };
    let on_download = move |()| {
        let csv = scored.with_value(|scored| scored.csv(locale));
        // A refused download shows in the browser itself.
        let _ = page::download(texts.file_name, "text/csv", &[csv]);
    };
    let head = [
        (texts.name, false),
        (texts.fit, true),
        (texts.band_name, false),
        (texts.plus, false),
        (texts.minus, false),
        (texts.unknown, false),
    ];
    let head = head.map(|(text, is_number)| {
        view! {
            <th scope="col" class=("num", is_number)>
                {text}
            </th>
        }
    });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=texts.title>
            <table class="plain">
                <thead>
                    <tr>{head.into_iter().collect_view()}</tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
        <p class="line">{more} <Button on_press=on_download>{texts.download}</Button></p>
        <ul class="limits">{notes}</ul>
    }
}

fn body_of(scored: &Scored, n_shown: usize, is_silent: bool, locale: Locale) -> AnyView {
    let row = |row: rows::Row| {
        let band = if is_silent && !row.is_customer {
            "–".to_owned()
        } else {
            row.band
        };
        view! {
            <tr>
                <th scope="row">{row.name}</th>
                <td class="num">{row.fit}</td>
                <td>{band}</td>
                <td>{row.plus}</td>
                <td>{row.minus}</td>
                <td>{row.unknown}</td>
            </tr>
        }
    };
    let rows = scored.rows(locale).take(n_shown).map(row);
    rows.collect_view().into_any()
}

fn too_long(locale: Locale) -> String {
    let most = locale.format().bytes(MAX_TEXT_BYTES as u64);
    (locale.catalog().prospects.too_long)(&most)
}

fn no_list_says(reason: &NoList, locale: Locale) -> String {
    let catalog = locale.catalog();
    match reason {
        NoList::TooLong => too_long(locale),
        NoList::NotPlain => catalog.prospects.not_plain.to_owned(),
        NoList::Refused(error) => (catalog.data.intake_error)(error),
        NoList::Unreadable => catalog.data.file_gone.to_owned(),
    }
}

/// Why there is no score, or what the shuffles say of it.
fn verdict_says(fitting: &Fitting, judged: Option<Judged>, locale: Locale) -> String {
    let texts = &locale.catalog().prospects;
    let model = match &fitting.model {
        Ok(model) => model,
        Err(reason) => return (texts.no_fit)(*reason),
    };
    let names = model.traits().iter();
    let names: Vec<String> = names
        .map(|idx| within_sentence(fitting.name(*idx), locale))
        .collect();
    let says = match judged {
        None => String::new(),
        Some(Judged::Busy(percent)) => (texts.judging)(percent),
        Some(Judged::Failed) => texts.not_judged.to_owned(),
        Some(Judged::Found(found)) => (texts.verdict)(&VerdictSaid {
            signal: found.signal(),
            n_pairs: &locale.format().decimals(found.lpo_auc * 100.0, 0),
            n_a: model.data().n_a(),
            n_others: model.data().len() - model.data().n_a(),
            n_shuffles: found.n_shuffles,
        }),
    };
    format!("{says} {}", (texts.counts)(&locale.format().list(&names)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::derived::Outcome;

    #[test]
    fn without_enough_customers_the_reason_stands_in_place_of_the_verdict() {
        let fitting = Fitting::of(&Outcome::of(Arc::default()));
        let texts = &Locale::Nl.catalog().prospects;
        let reason = *fitting.model.as_ref().unwrap_err();
        assert_eq!(
            verdict_says(&fitting, None, Locale::Nl),
            (texts.no_fit)(reason)
        );
    }
}
