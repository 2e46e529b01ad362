//! The list of prospects, scored by the profile, with what speaks for and against each.

use std::sync::Arc;

use abc_core::export::{Cell, csv_text};
use abc_core::intake::prospect_list::ProspectList;
use abc_core::prospects::{Fit, ReasonValue, ScoredProspects, score_prospects};
use leptos::prelude::*;

use crate::components::{Button, Section, TextArea};
use crate::i18n::catalog::prospects::VerdictSaid;
use crate::i18n::{self, Locale};
use crate::platform::page;
use crate::state::actions::ideal;
use crate::state::effects::judge;
use crate::state::fitting::{Fitting, Judged, fitting};
use crate::state::{Derived, ProjectState};

/// Rows on screen at most; the file has them all.
const MAX_ROWS: usize = 200;

/// A prospect in words.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    pub(super) name: String,
    /// 0 to 100, a whole number.
    pub(super) fit: String,
    pub(super) band: &'static str,
    pub(super) plus: String,
    pub(super) minus: String,
    pub(super) unknown: String,
}

/// The list of prospects.
#[component]
pub(super) fn Prospects() -> impl IntoView {
    let locale = i18n::locale();
    let texts = &locale.catalog().prospects;
    let project = ProjectState::expect();
    let fitting = fitting(Derived::expect());
    let judged = judge(fitting);
    let text = Memo::new(move |_| project.get().prospects.clone());
    let list = Memo::new(move |_| Arc::new(text.with(|text| ProspectList::from_text(text))));
    let verdict = move || fitting.with(|fitting| verdict_says(fitting, judged.get(), locale));
    view! {
        <Section heading=texts.title>
            <p>{verdict}</p>
            <TextArea
                label=texts.label
                value=text
                hint=Signal::stored(texts.hint.to_owned())
                on_change=Callback::new(move |text| ideal::set_prospects(project, text))
            />
            {move || {
                let (fitting, list) = (fitting.get(), list.get());
                if list.prospects.is_empty() {
                    return view! { <p>{texts.empty}</p> }.into_any();
                }
                view! { <Scores fitting list/> }.into_any()
            }}
        </Section>
    }
}

/// The scored list, best first.
#[component]
fn Scores(fitting: Arc<Fitting>, list: Arc<ProspectList>) -> impl IntoView {
    let locale = i18n::locale();
    let texts = &locale.catalog().prospects;
    let Some((rows, absent)) = rows_of(&fitting, &list, locale) else {
        return ().into_any();
    };
    let n = rows.len();
    let cut = (n > MAX_ROWS).then(|| (texts.first_of)(MAX_ROWS, n));
    let absent = (!absent.is_empty()).then(|| (texts.absent)(&locale.format().list(&absent)));
    let unnamed = (list.n_unnamed > 0).then(|| (texts.unnamed)(list.n_unnamed));
    let notes = [Some(texts.fit_is.to_owned()), absent, unnamed, cut];
    let notes = notes
        .into_iter()
        .flatten()
        .map(|note| view! { <li>{note}</li> })
        .collect_view();
    let shown = rows.iter().take(MAX_ROWS).cloned();
    let body = shown
        .map(|row| {
            view! {
                <tr>
                    <th scope="row">{row.name}</th>
                    <td class="num">{row.fit}</td>
                    <td>{row.band}</td>
                    <td>{row.plus}</td>
                    <td>{row.minus}</td>
                    <td>{row.unknown}</td>
                </tr>
            }
        })
        .collect_view();
    let on_download = move |()| {
        let csv = csv_of(&rows, locale).unwrap_or_default();
        // A refused download shows in the browser itself.
        let _ = page::download(texts.file_name, "text/csv", &[csv]);
    };
    view! {
        <ul class="limits">{notes}</ul>
        <div class="scroll" tabindex="0" role="region" aria-label=texts.title>
            <table class="plain">
                <thead>
                    <tr>
                        <th scope="col">{texts.name}</th>
                        <th scope="col" class="num">{texts.fit}</th>
                        <th scope="col">{texts.band_name}</th>
                        <th scope="col">{texts.plus}</th>
                        <th scope="col">{texts.minus}</th>
                        <th scope="col">{texts.unknown}</th>
                    </tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
        <p class="line">
            <Button on_press=Callback::new(on_download)>{texts.download}</Button>
        </p>
    }
    .into_any()
}

/// Why there is no score, or what the shuffles say of it.
fn verdict_says(fitting: &Fitting, judged: Option<Judged>, locale: Locale) -> String {
    let texts = &locale.catalog().prospects;
    let model = match &fitting.model {
        Ok(model) => model,
        Err(reason) => return (texts.no_fit)(*reason),
    };
    let names = model.traits().iter();
    let names: Vec<String> = names.map(|idx| trait_name(fitting, *idx)).collect();
    let says = match judged {
        None => String::new(),
        Some(Judged::Busy(percent)) => (texts.judging)(percent),
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

fn trait_name(fitting: &Fitting, idx: usize) -> String {
    let column = fitting.table.columns.get(idx);
    column.map(|column| column.name.clone()).unwrap_or_default()
}

/// The prospects in words, best first, and the traits that the list does not have.
pub(super) fn rows_of(
    fitting: &Fitting,
    list: &ProspectList,
    locale: Locale,
) -> Option<(Vec<Row>, Vec<String>)> {
    let model = fitting.model.as_ref().ok()?;
    let scored = score_prospects(model, &fitting.table, &list.prospects, &list.columns);
    let ScoredProspects { columns, fits } = &scored;
    let with_column = model.traits().iter().zip(columns);
    let absent = with_column.filter(|(_, column)| column.is_none());
    let absent = absent.map(|(idx, _)| trait_name(fitting, *idx)).collect();
    let rows = scored.best_first().into_iter().filter_map(|at| {
        let at = at as usize;
        let name = list.prospects.get(at)?.name.clone();
        Some(row(name, fits.get(at)?, fitting, locale))
    });
    Some((rows.collect(), absent))
}

fn row(name: String, fit: &Fit, fitting: &Fitting, locale: Locale) -> Row {
    let texts = &locale.catalog().prospects;
    let (mut plus, mut minus, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    for reason in &fit.reasons {
        let column = trait_name(fitting, reason.trait_idx);
        match &reason.value {
            ReasonValue::Unknown => unknown.push(column),
            ReasonValue::NeverSeen(value) => {
                unknown.push(format!("{column}: {}", (texts.never_seen)(value)));
            }
            ReasonValue::Known(idx) => {
                let values = fitting.table.columns.get(reason.trait_idx);
                let value = values.and_then(|column| column.values.get(*idx));
                let said = format!("{column}: {}", value.map_or("", String::as_str));
                if reason.evidence > 0.0 {
                    plus.push((reason.evidence, said));
                } else if reason.evidence < 0.0 {
                    minus.push((reason.evidence, said));
                }
            }
        }
    }
    Row {
        name,
        fit: locale.format().decimals(fit.fit, 0),
        band: (texts.band)(fit.band),
        plus: heaviest_first(plus),
        minus: heaviest_first(minus),
        unknown: unknown.join("; "),
    }
}

fn heaviest_first(mut reasons: Vec<(f64, String)>) -> String {
    reasons.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()));
    let said: Vec<String> = reasons.into_iter().map(|(_, said)| said).collect();
    said.join("; ")
}

/// The scored list as a file.
pub(super) fn csv_of(rows: &[Row], locale: Locale) -> Option<String> {
    let texts = &locale.catalog().prospects;
    let header = [
        texts.name,
        texts.fit,
        texts.band_name,
        texts.plus,
        texts.minus,
        texts.unknown,
    ];
    let cells = rows.iter().map(|row| {
        vec![
            Cell::Text(row.name.clone()),
            Cell::Number(row.fit.clone()),
            Cell::Text(row.band.to_owned()),
            Cell::Text(row.plus.clone()),
            Cell::Text(row.minus.clone()),
            Cell::Text(row.unknown.clone()),
        ]
    });
    csv_text(&header, cells)
}

#[cfg(test)]
mod tests {
    use abc_core::customers::{Class, Customer, CustomerId, TraitColumn, TraitKind};
    use abc_core::project::{Override, OverrideReason, Project};

    use super::*;
    use crate::state::derived::Outcome;

    /// Ten bakers of which eight are A, ten butchers of which nobody is.
    fn bakers_and_butchers() -> Fitting {
        let column = TraitColumn {
            name: "Branche".to_owned(),
            kind: TraitKind::Category,
            values: vec!["Bakker".to_owned(), "Slager".to_owned()],
        };
        let customers: Vec<Customer> = (0..20)
            .map(|n| Customer {
                name: format!("Klant {n}"),
                traits: vec![if n < 10 { 1 } else { 2 }],
                ..Customer::default()
            })
            .collect();
        let by_hand = (0..20).map(|n| {
            let class = if n < 8 { Class::A } else { Class::B };
            let by_hand = Override {
                class,
                reason: OverrideReason::Other,
                note: String::new(),
                date: None,
                computed: None,
            };
            (CustomerId(n), by_hand)
        });
        let project = Project {
            customers: customers.into(),
            trait_columns: vec![column].into(),
            overrides: by_hand.collect(),
            ..Project::default()
        };
        Fitting::of(&Outcome::of(Arc::new(project)))
    }

    #[test]
    fn the_best_comes_first_with_what_speaks_for_and_against() {
        let fitting = bakers_and_butchers();
        let list = ProspectList::from_text(
            "naam;branche\nDe Bijl;slager\n=Wie;\nDe Korf;BAKKER\nDe Kaars;Kapper\n",
        );
        for locale in [Locale::Nl, Locale::En] {
            let (rows, absent) = rows_of(&fitting, &list, locale).unwrap();
            let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
            assert_eq!(names, ["De Korf", "=Wie", "De Kaars", "De Bijl"]);
            assert!(absent.is_empty());
            let said: Vec<[&str; 2]> = rows.iter().map(|row| [&*row.plus, &*row.minus]).collect();
            let none = ["", ""];
            assert_eq!(
                said,
                [["Branche: Bakker", ""], none, none, ["", "Branche: Slager"]]
            );
            assert_eq!(rows[1].unknown, "Branche");
            assert!(rows[2].unknown.starts_with("Branche: Kapper ("));

            let csv = csv_of(&rows, locale).unwrap();
            assert_eq!(csv.lines().count(), 5);
            assert!(csv.contains("\"'=Wie\""), "{csv}");
        }
    }

    #[test]
    fn a_trait_that_the_list_does_not_have_is_named() {
        let fitting = bakers_and_butchers();
        let list = ProspectList::from_text("De Korf");
        let (rows, absent) = rows_of(&fitting, &list, Locale::Nl).unwrap();
        assert_eq!(absent, ["Branche"]);
        assert_eq!(rows[0].unknown, "Branche");
    }

    #[test]
    fn without_enough_customers_the_reason_stands_in_place_of_the_verdict() {
        let fitting = Fitting::of(&Outcome::of(Arc::default()));
        let list = ProspectList::from_text("De Korf");
        assert_eq!(rows_of(&fitting, &list, Locale::Nl), None);
        let texts = &Locale::Nl.catalog().prospects;
        let reason = *fitting.model.as_ref().unwrap_err();
        assert_eq!(
            verdict_says(&fitting, None, Locale::Nl),
            (texts.no_fit)(reason)
        );
    }
}
