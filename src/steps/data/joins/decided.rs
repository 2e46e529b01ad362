//! What was decided about names, each to be taken back.

use std::collections::BTreeMap;
use std::sync::Arc;

use abc_core::intake::SourceKind;
use abc_core::join::{FileKey, Spelled, Verdict};
use abc_core::project::Project;
use leptos::prelude::*;

use crate::components::Disclosure;
use crate::i18n::{self, Locale};
use crate::state::actions::joins::JoinActions;
use crate::steps::place::file_name;

/// One decision.
#[derive(Clone, PartialEq)]
enum Decision {
    Pair(Spelled, Spelled, Verdict),
    Apart(SourceKind, Spelled),
    Own(Spelled),
    /// A registration that says the same as another, and whether it counts all the same.
    Copy(FileKey, bool),
    /// Of files that tell the same revenue, those that count.
    Revenue(Vec<FileKey>),
}

/// The list, when there is one.
#[component]
pub(super) fn Decided(as_joined: Memo<Arc<Project>>) -> impl IntoView {
    let locale = i18n::locale();
    let texts = &locale.catalog().joins;
    move || {
        let now = as_joined.get();
        let decisions = decisions_of(&now);
        (!decisions.is_empty()).then(|| {
            let names = names_of(&now, &decisions);
            let n = decisions.len();
            let rows = decisions
                .into_iter()
                .map(|decision| view! { <Row names=names_in(&decision, &names, locale) decision/> })
                .collect_view();
            view! {
                <Disclosure summary=(texts.decided)(n)>
                    <div>{rows}</div>
                </Disclosure>
            }
        })
    }
}

#[component]
fn Row(
    decision: Decision,
    /// The names it is about.
    names: (String, String),
) -> impl IntoView {
    let texts = &i18n::catalog().joins;
    let actions = JoinActions::expect();
    let what = match &decision {
        Decision::Pair(_, _, Verdict::Same) => texts.is_same,
        Decision::Pair(_, _, Verdict::Different) => texts.is_different,
        Decision::Apart(..) => texts.is_apart,
        Decision::Own(_) => texts.is_own,
        Decision::Copy(_, true) => texts.is_counted,
        Decision::Copy(_, false) => texts.is_copy,
        Decision::Revenue(_) => texts.is_revenue,
    };
    let decision = StoredValue::new(decision);
    let take_back = move |_| match decision.get_value() {
        Decision::Pair(a, b, _) => actions.forget(a, b),
        Decision::Apart(kind, spelled) => actions.set_apart(kind, spelled, false),
        Decision::Own(spelled) => actions.set_own(spelled, false),
        Decision::Copy(file, _) => actions.set_copy(file, None),
        Decision::Revenue(_) => actions.set_revenue(Vec::new()),
    };
    view! {
        <div class="pair">
            <b>{names.0}</b>
            <span>
                {names.1}
                " "
                <span class="note">{what}</span>
            </span>
            <button class="say-link" on:click=take_back>
                {texts.take_back}
            </button>
        </div>
    }
}

fn decisions_of(project: &Project) -> Vec<Decision> {
    let joins = &project.joins;
    let pair = |((a, b), verdict): (&(Spelled, Spelled), &Verdict)| {
        Decision::Pair(a.clone(), b.clone(), *verdict)
    };
    let apart = |(kind, spelled): &(SourceKind, Spelled)| Decision::Apart(*kind, spelled.clone());
    let pairs = joins.pairs.iter().map(pair);
    let aparts = joins.apart.iter().map(apart);
    let owns = joins.own.iter().cloned().map(Decision::Own);
    let copies = joins.copies.iter();
    let copies = copies.map(|(file, counts)| Decision::Copy(file.clone(), *counts));
    let revenue = (!joins.revenue.is_empty()).then(|| Decision::Revenue(joins.revenue.clone()));
    let of_files = copies.chain(revenue);
    pairs.chain(aparts).chain(owns).chain(of_files).collect()
}

fn spellings_in(decision: &Decision) -> Vec<&Spelled> {
    match decision {
        Decision::Pair(a, b, _) => vec![a, b],
        Decision::Apart(_, spelled) | Decision::Own(spelled) => vec![spelled],
        Decision::Copy(..) | Decision::Revenue(_) => Vec::new(),
    }
}

/// The names as the files write them; decisions are kept under a spelling without capitals.
fn names_of(project: &Project, decisions: &[Decision]) -> BTreeMap<Spelled, String> {
    let mut names: BTreeMap<Spelled, String> = BTreeMap::new();
    for decision in decisions {
        for spelled in spellings_in(decision) {
            names.insert(spelled.clone(), String::new());
        }
    }
    for party in project
        .readings
        .iter()
        .flat_map(|reading| reading.parties.iter())
    {
        if let Some(name) = names.get_mut(&Spelled::of(party))
            && name.is_empty()
        {
            name.clone_from(&party.name);
        }
    }
    names
}

fn names_in(
    decision: &Decision,
    names: &BTreeMap<Spelled, String>,
    locale: Locale,
) -> (String, String) {
    let name = |spelled: &Spelled| {
        let known = names.get(spelled).filter(|name| !name.is_empty());
        // A decision outlives the file it was about.
        known.cloned().unwrap_or_else(|| match spelled {
            Spelled::Code(text) | Spelled::Name(text) => text.clone(),
        })
    };
    match decision {
        Decision::Copy(file, _) => return (file_name(file, locale), String::new()),
        Decision::Revenue(files) => {
            let names: Vec<String> = files.iter().map(|file| file_name(file, locale)).collect();
            return (locale.format().list(&names), String::new());
        }
        _ => {}
    }
    let mut names = spellings_in(decision).into_iter().map(name);
    (
        names.next().unwrap_or_default(),
        names.next().unwrap_or_default(),
    )
}
