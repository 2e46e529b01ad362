//! Who went from which class to which, as a picture, and who is new or gone.

use abc_core::chart::{MatrixCounts, MatrixLabels};
use abc_core::migration::Migration;
use leptos::prelude::*;

use super::super::hints::named;
use super::super::screen::Screen;
use super::words::settings_words;
use crate::charts::{ChartTable, MatrixChart};
use crate::components::Disclosure;
use crate::i18n::{self, Format, catalog::SurpriseTexts};
use crate::state::Turn;

/// This many names of who is new or gone.
const NAMED: usize = 20;

/// The picture under its finding.
#[component]
pub(super) fn MigrationPicture() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().surprises, locale.format());
    let as_table = locale.catalog().customers.as_table;
    let found = Screen::expect().found;
    let counts = Memo::new(move |_| {
        found.with(|found| {
            let migration = found.migration.as_ref();
            migration.map_or_else(MatrixCounts::default, |(_, found)| counts_of(found))
        })
    });
    let labels = MatrixLabels {
        rows: texts.matrix_rows.map(str::to_owned),
        columns: texts.matrix_columns.map(str::to_owned),
    };
    let label = Signal::derive(move || (texts.matrix_label)(&counts.get()));
    let title = move || {
        let (moved, both) = moved_of(&counts.get());
        (texts.matrix_say)(moved, both)
    };
    let settings = Memo::new(move |_| {
        let words = found.with(|found| settings_words(found, format));
        words.map(|words| (texts.settings_then)(&words))
    });
    let settings = move || settings.get().map(|text| view! { <p>{text}</p> });
    let table = Signal::derive(move || table_of(&counts.get(), texts, format, as_table));
    view! {
        {settings}
        <MatrixChart counts labels label title table/>
        <CameAndWent/>
    }
}

fn counts_of(migration: &Migration) -> MatrixCounts {
    MatrixCounts {
        both: migration.agreement.matrix,
        arrived: migration.n_arrived,
        gone: migration.n_gone,
    }
}

/// How many moved, of how many that were there both times.
fn moved_of(counts: &MatrixCounts) -> (usize, usize) {
    let rows = counts.both.iter().enumerate();
    let cells = rows.flat_map(|(row, cells)| {
        let cells = cells.iter().enumerate();
        cells.map(move |(column, n)| (row == column, *n))
    });
    cells.fold((0, 0), |(moved, both), (is_same, n)| {
        (if is_same { moved } else { moved + n }, both + n)
    })
}

fn table_of(
    counts: &MatrixCounts,
    texts: &SurpriseTexts,
    format: Format,
    summary: &str,
) -> ChartTable {
    let head = std::iter::once("").chain(texts.matrix_columns);
    let there = counts.both.iter().zip(counts.gone);
    let there = there.map(|(both, gone)| both.iter().copied().chain([gone]).collect::<Vec<_>>());
    let rows = there.chain([counts.arrived.to_vec()]);
    let row = |(name, cells): (&str, Vec<usize>)| {
        let cells = cells.into_iter().map(|n| format.count(n));
        let mut row: Vec<String> = std::iter::once(name.to_owned()).chain(cells).collect();
        // Nobody is new and gone.
        row.resize(5, String::new());
        row
    };
    ChartTable {
        summary: summary.to_owned(),
        head: head.map(str::to_owned).collect(),
        rows: texts.matrix_rows.into_iter().zip(rows).map(row).collect(),
    }
}

/// The names of who is new and who is gone.
#[component]
fn CameAndWent() -> impl IntoView {
    let texts = &i18n::catalog().surprises;
    let screen = Screen::expect();
    let outcome = screen.turns.outcome(Turn::Questions);
    let who = Memo::new(move |_| {
        screen.found.with(|found| {
            let (known, migration) = found.migration.as_ref()?;
            let gone = migration.gone.iter().take(NAMED);
            let gone = gone.filter_map(|at| known.last.customers.get(*at as usize));
            Some(Who {
                n_arrived: migration.arrived.len(),
                arrived: migration.arrived.iter().take(NAMED).copied().collect(),
                n_gone: migration.gone.len(),
                gone: gone.map(|past| past.name.clone()).collect(),
            })
        })
    });
    let more = move |n: usize| (n > NAMED).then(|| (texts.and_more)(n - NAMED));
    let draw = move |who: Who| {
        let summary = (texts.new_and_gone)(who.n_arrived, who.n_gone);
        let arrived = (who.n_arrived > 0).then(|| {
            let names = who.arrived.into_iter().map(|at| named(outcome, at));
            view! {
                <p class="note">
                    {texts.new_are} " " {names.collect_view()} {more(who.n_arrived)}
                </p>
            }
        });
        let gone = (who.n_gone > 0).then(|| {
            view! {
                <p class="note">
                    {texts.gone_are} " " {who.gone.join(", ")} " " {more(who.n_gone)}
                </p>
            }
        });
        view! {
            <Disclosure summary>
                {arrived}
                {gone}
            </Disclosure>
        }
    };
    move || {
        let who = who.get().filter(|who| who.n_arrived + who.n_gone > 0);
        who.map(draw)
    }
}

/// Who is new and who is gone.
#[derive(Clone, Debug, PartialEq)]
struct Who {
    n_arrived: usize,
    /// The first of them, by position.
    arrived: Vec<u32>,
    n_gone: usize,
    /// The names of the first of them.
    gone: Vec<String>,
}
