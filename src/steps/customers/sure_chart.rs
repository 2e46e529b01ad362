//! How sure the classes are, as a picture: a row per class, cut into solid, fair, shaky and open.

use abc_core::chart::{StackPart, StackRow};
use abc_core::customers::Class;
use leptos::prelude::*;

use super::screen::Screen;
use crate::charts::{ChartTable, StackChart};
use crate::i18n::{self, catalog::certainty::WordCounts};

/// The picture; nothing until certainty is reckoned.
#[component]
pub(super) fn SureChart() -> impl IntoView {
    let locale = i18n::locale();
    let (catalog, format) = (locale.catalog(), locale.format());
    let texts = &catalog.certainty;
    let counts = Screen::expect().sure_counts;
    let by_class = move || counts.get().unwrap_or_default().by_class;
    let rows = Signal::derive(move || {
        let part = |(n, word): (usize, &'static str)| StackPart {
            value: n as f64,
            labels: vec![format!("{} {word}", format.count(n)), format.count(n)],
        };
        let row = |(class, counts): (Class, WordCounts)| StackRow {
            name: class.to_string(),
            parts: counts.into_iter().zip(texts.words).map(part).collect(),
        };
        Class::ALL
            .into_iter()
            .zip(by_class())
            .map(row)
            .collect::<Vec<_>>()
    });
    let table = Signal::derive(move || {
        let head = std::iter::once(catalog.customers.figure).chain(texts.words);
        let row = |(class, counts): (Class, WordCounts)| {
            let cells = counts.map(|n| format.count(n));
            std::iter::once(class.to_string()).chain(cells).collect()
        };
        ChartTable {
            summary: catalog.customers.as_table.to_owned(),
            head: head.map(str::to_owned).collect(),
            rows: Class::ALL.into_iter().zip(by_class()).map(row).collect(),
        }
    });
    let label = Signal::derive(move || (texts.chart_label)(&by_class()));
    let title = move || (texts.chart_say)(counts.get().unwrap_or_default().sums());
    view! {
        <Show when=move || counts.get().is_some()>
            <StackChart rows label title=title table/>
        </Show>
    }
}
