//! The head of the grid: a press sorts.

use leptos::prelude::*;

use super::super::assumed::name_of_figure;
use super::super::focus::Place;
use super::super::screen::Screen;
use super::rover::Rover;
use crate::i18n;
use crate::state::Turn;
use crate::state::session::Column;

#[component]
pub(super) fn Head(rover: Rover) -> impl IntoView {
    let texts = &i18n::catalog().customers;
    let shown = Screen::expect().columns;
    let outcome = Screen::expect().turns.outcome(Turn::Rows);
    let is_assumed = Memo::new(move |_| outcome.with(|outcome| outcome.is_profit_assumed()));
    let columns = move || {
        let names = Column::ALL.into_iter().zip(texts.columns);
        let is_assumed = is_assumed.get();
        names
            .filter(|(column, _)| shown.with(|shown| shown.contains(column)))
            .enumerate()
            .map(|(at, (column, name))| {
                let is_assumed = is_assumed && column == Column::Contribution;
                let name = name_of_figure(name, is_assumed, texts);
                view! { <HeadCell at column name rover/> }
            })
            .collect_view()
    };
    view! {
        <thead>
            <tr data-row="0" aria-rowindex="1">
                {columns}
                <th scope="col" class="grid__notes grid__extra">
                    {texts.column_notes}
                </th>
            </tr>
        </thead>
    }
}

#[component]
fn HeadCell(at: usize, column: Column, name: String, rover: Rover) -> impl IntoView {
    let sort = Screen::expect().session.sort;
    let is_focused = move || rover.place.get() == Place { row: 0, column: at };
    let direction = move || {
        let sort = sort.get();
        (sort.column == column).then_some(if sort.is_descending {
            "descending"
        } else {
            "ascending"
        })
    };
    view! {
        <th scope="col" class=column_class(column) aria-sort=direction data-column=at>
            <button
                type="button"
                class="grid__sort"
                tabindex=move || if is_focused() { "0" } else { "-1" }
                on:click=move |_| sort.update(|sort| *sort = sort.pressed(column))
            >
                {name}
            </button>
        </th>
    }
}

/// The width and side of a column.
fn column_class(column: Column) -> &'static str {
    match column {
        Column::Class => "grid__class",
        Column::Name => "grid__name",
        Column::Revenue | Column::GrossMargin | Column::Attention | Column::Contribution => {
            "grid__money num"
        }
        Column::Margin | Column::Score => "grid__share num",
        Column::Hours => "grid__hours num",
        Column::Potential | Column::Relationship => "grid__rating",
        Column::Certainty => "grid__certain",
    }
}
