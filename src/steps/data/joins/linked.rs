//! The customers that several files agree on by themselves; each can be taken apart.

use std::collections::BTreeSet;
use std::sync::Arc;

use abc_core::customers::CustomerId;
use abc_core::intake::SourceKind;
use abc_core::join::Spelled;
use abc_core::project::Project;
use leptos::prelude::*;

use super::FIRST_ROWS;
use crate::components::Disclosure;
use crate::i18n::{self, Locale};
use crate::state::actions::joins::JoinActions;
use crate::steps::place::source_name;

/// A party that was joined with an earlier file's customer.
#[derive(Clone, PartialEq)]
struct Link {
    /// The customer, which may have several.
    id: CustomerId,
    name: String,
    /// As the later file spells it, and which file that is.
    other: String,
    file: String,
    kind: SourceKind,
    spelled: Spelled,
}

/// The list, when there is one.
#[component]
pub(super) fn Linked(as_joined: Memo<Arc<Project>>) -> impl IntoView {
    let locale = i18n::locale();
    let texts = &locale.catalog().joins;
    let shows_all = RwSignal::new(false);
    let links = Memo::new(move |_| as_joined.with(|project| links_of(project, locale)));
    move || {
        let n = links.with(Vec::len);
        // Those of one customer stand together.
        let n_customers = links.with(|all| all.chunk_by(|a, b| a.id == b.id).count());
        (n > 0).then(|| {
            let n_shown = move || {
                if shows_all.get() {
                    usize::MAX
                } else {
                    FIRST_ROWS
                }
            };
            let shown =
                move || links.with(|all| all.iter().take(n_shown()).cloned().collect::<Vec<_>>());
            view! {
                <Disclosure summary=(texts.linked)(n_customers)>
                    <div>
                        {move || {
                            shown().into_iter().map(|link| view! { <Row link/> }).collect_view()
                        }}
                    </div>
                    <Show when=move || { n > n_shown() }>
                        <p>
                            <button class="button" on:click=move |_| shows_all.set(true)>
                                {(texts.show_all)(n)}
                            </button>
                        </p>
                    </Show>
                </Disclosure>
            }
        })
    }
}

#[component]
fn Row(link: Link) -> impl IntoView {
    let texts = &i18n::catalog().joins;
    let actions = JoinActions::expect();
    let split = StoredValue::new((link.kind, link.spelled));
    view! {
        <div class="pair">
            <b>{link.name}</b>
            <span>
                {link.other}
                <br/>
                <span class="note">{link.file}</span>
            </span>
            <button
                class="say-link"
                on:click=move |_| {
                    let (kind, spelled) = split.get_value();
                    actions.set_apart(kind, spelled, true);
                }
            >
                {texts.split}
            </button>
        </div>
    }
}

/// Every party of a later file that made part of a customer.
fn links_of(project: &Project, locale: Locale) -> Vec<Link> {
    if project.readings.len() < 2 {
        return Vec::new();
    }
    let pairs = project.joins.pairs.keys();
    let decided: BTreeSet<&Spelled> = pairs.flat_map(|(a, b)| [a, b]).collect();
    let decided = &decided;
    let ids = (0_u32..).map(CustomerId).zip(project.customers.iter());
    ids.flat_map(|(id, customer)| {
        let origins = project.joined.origins.of(id.index());
        let later = origins.iter().skip(1);
        later.filter_map(move |origin| {
            let reading = project.readings.get(origin.reading as usize)?;
            let party = reading.parties.get(origin.party as usize)?;
            let spelled = Spelled::of(party);
            (!decided.contains(&spelled)).then(|| Link {
                id,
                name: customer.name.clone(),
                other: party.name.clone(),
                file: source_name(&reading.source, project.is_sample, locale),
                kind: reading.source.kind,
                spelled,
            })
        })
    })
    .collect()
}
