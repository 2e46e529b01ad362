//! How sure the classes are, as a picture: a row per class, cut into solid, fair, shaky and open.

use abc_core::certainty::Stability;
use abc_core::chart::{StackPart, StackRow};
use abc_core::customers::Class;
use leptos::prelude::*;

use super::screen::Screen;
use crate::charts::{ChartTable, StackChart};
use crate::i18n;
use crate::state::certainty::Certain;

/// Per class how many are solid, fair, shaky and open.
type Counts = [[usize; 4]; 3];

/// The picture; nothing until certainty is reckoned.
#[component]
pub(super) fn SureChart() -> impl IntoView {
    let locale = i18n::locale();
    let (catalog, format) = (locale.catalog(), locale.format());
    let texts = &catalog.certainty;
    let certainty = Screen::expect().certainty;
    let counts = Memo::new(move |_| {
        certainty
            .found
            .with(|found| found.as_ref().map(|certain| counts_of(certain)))
    });
    let sums = move || {
        let counts = counts.get().unwrap_or_default();
        [0, 1, 2, 3].map(|word| counts.iter().filter_map(|row| row.get(word)).sum::<usize>())
    };
    let rows = Signal::derive(move || {
        let counts = counts.get().unwrap_or_default();
        let part = |(n, word): (usize, &'static str)| StackPart {
            value: n as f64,
            labels: vec![format!("{} {word}", format.count(n)), format.count(n)],
        };
        let row = |(class, counts): (Class, [usize; 4])| StackRow {
            name: format!("{class:?}"),
            parts: counts.into_iter().zip(texts.words).map(part).collect(),
        };
        Class::ALL
            .into_iter()
            .zip(counts)
            .map(row)
            .collect::<Vec<_>>()
    });
    let table = Signal::derive(move || {
        let counts = counts.get().unwrap_or_default();
        let head = std::iter::once(catalog.customers.figure).chain(texts.words);
        let row = |(class, counts): (Class, [usize; 4])| {
            let cells = counts.map(|n| format.count(n));
            std::iter::once(format!("{class:?}")).chain(cells).collect()
        };
        ChartTable {
            summary: catalog.customers.as_table.to_owned(),
            head: head.map(str::to_owned).collect(),
            rows: Class::ALL.into_iter().zip(counts).map(row).collect(),
        }
    });
    let label = Signal::derive(move || (texts.chart_label)(&counts.get().unwrap_or_default()));
    let title = move || (texts.chart_say)(sums());
    view! {
        <Show when=move || counts.get().is_some()>
            <StackChart rows label title=title table/>
        </Show>
    }
}

fn counts_of(certain: &Certain) -> Counts {
    let mut counts = Counts::default();
    let found = &certain.outcome.classification.customers;
    for (sureness, found) in certain.certainties.customers.iter().zip(found) {
        let (Some(sureness), Some(class)) = (sureness, found.computed) else {
            continue;
        };
        let word = match sureness.label(found) {
            Some(Stability::Solid) => 0,
            Some(Stability::Fair) => 1,
            Some(Stability::Shaky) => 2,
            None => 3,
        };
        let row = counts.get_mut(class as usize);
        if let Some(n) = row.and_then(|row| row.get_mut(word)) {
            *n += 1;
        }
    }
    counts
}
