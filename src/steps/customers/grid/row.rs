//! A customer in the grid, and the printed subtotal above a class.

use abc_core::classify::Criterion;
use abc_core::customers::{Class, CustomerId, Rating};
use leptos::{ev, prelude::*};

use super::super::assumed::beside_sum;
use super::super::rows::{GroupSum, Sum, group_index};
use super::super::screen::Screen;
use super::printed::{Cell, Printed};
use super::rover::Rover;
use crate::components::{Klas, Letter, Rate};
use crate::i18n::{self, catalog::CustomersTexts};
use crate::state::Turn;
use crate::state::actions::customers::rate;
use crate::state::session::Column;

/// One customer.
#[component]
pub(super) fn Row(at: usize, customer: u32, rover: Rover) -> impl IntoView {
    let locale = i18n::locale();
    let (catalog, format) = (locale.catalog(), locale.format());
    let screen = Screen::expect();
    let printed = Memo::new(move |_| {
        let outcome = screen.turns.outcome(Turn::Rows);
        outcome.with(|outcome| {
            let stability = screen.certainty.label(customer, outcome);
            Printed::of(outcome, customer, stability, catalog, format)
        })
    });
    let focused = Memo::new(move |_| {
        let place = rover.place.get();
        (place.row == at + 1).then_some(place.column)
    });
    // How often the class changed while the row was in sight: each time it lights up once.
    let n_changes = Memo::new(move |before: Option<&(Option<Letter>, u32)>| {
        let letter = printed.with(|printed| printed.letter);
        match before {
            Some((same, n)) if *same == letter => (letter, *n),
            Some((_, n)) => (letter, n + 1),
            None => (letter, 0),
        }
    });
    let flash = move || match n_changes.get() {
        (_, 0) => None,
        (_, n) if n % 2 == 1 => Some("odd"),
        _ => Some("even"),
    };
    let is_open = move || screen.session.selected.get() == Some(CustomerId(customer));
    let is_picked = move || screen.picked.who.with(|who| who.contains(&customer));
    // Before the browser selects the text between two clicks.
    let on_mouse_down = move |event: ev::MouseEvent| {
        if event.shift_key() {
            event.prevent_default();
        }
    };
    let on_click = move |event: ev::MouseEvent| {
        let picked = screen.picked;
        if event.shift_key() {
            let from = screen
                .session
                .selected
                .get_untracked()
                .map(|CustomerId(at)| at);
            screen
                .listing
                .with_untracked(|listing| picked.reach(from, customer, &listing.lines));
        } else if event.ctrl_key() || event.meta_key() || picked.is_picking.get_untracked() {
            picked.toggle(customer);
        } else {
            screen.open(customer);
        }
    };
    view! {
        <tr
            data-row=at + 1
            data-line=""
            data-flash=flash
            aria-rowindex=at + 2
            aria-selected=move || if is_open() || is_picked() { "true" } else { "false" }
            aria-current=move || is_open().then_some("true")
            on:mousedown=on_mouse_down
            on:click=on_click
        >
            <Cells customer printed focused/>
            <td class="grid__notes grid__extra">
                <span class="mark">{move || printed.with(|printed| printed.note.clone())}</span>
            </td>
        </tr>
    }
}

/// The cells of a row, in the columns that the user wants.
#[component]
fn Cells(
    customer: u32,
    printed: Memo<Printed>,
    /// The position of the cell that Tab goes to, while it is in this row.
    focused: Memo<Option<usize>>,
) -> impl IntoView {
    let texts = &i18n::catalog().customers;
    let shown = Screen::expect().columns;
    let tab = move |column: usize| {
        if focused.get() == Some(column) {
            "0"
        } else {
            "-1"
        }
    };
    let text =
        move |of: fn(&Printed) -> &String| move || printed.with(|printed| of(printed).clone());
    move || {
        let figure = |at: usize, of: fn(&Printed) -> &Cell| {
            let figure = move || printed.with(|printed| figure_view(of(printed), texts));
            view! { <td class="num" data-column=at tabindex=move || tab(at)>{figure}</td> }
                .into_any()
        };
        let rating = |at: usize, criterion: Criterion, of: fn(&Printed) -> Option<u8>| {
            view! {
                <td data-column=at on:click=|event| event.stop_propagation()>
                    <RatingOf
                        customer
                        criterion
                        name=Signal::derive(text(|printed| &printed.name))
                        value=Signal::derive(move || printed.with(of))
                        tab_stop=Signal::derive(move || focused.get() == Some(at))
                    />
                </td>
            }
            .into_any()
        };
        let cell = |(at, column): (usize, Column)| match column {
            Column::Class => {
                let klas = view! {
                    <Klas
                        letter=Signal::derive(move || printed.with(|printed| printed.letter))
                        label=Signal::derive(text(|printed| &printed.mark))
                        provisional=Signal::derive(move || {
                            printed.with(|printed| printed.is_provisional)
                        })
                        by_hand=Signal::derive(move || printed.with(|printed| printed.is_by_hand))
                    />
                };
                view! { <td data-column=at tabindex=move || tab(at)>{klas}</td> }.into_any()
            }
            Column::Name => view! {
                <th scope="row" class="grid__name" data-column=at tabindex=move || tab(at)>
                    {text(|printed| &printed.name)}
                </th>
            }
            .into_any(),
            Column::Revenue => figure(at, |printed| &printed.revenue),
            Column::GrossMargin => figure(at, |printed| &printed.gross_margin),
            Column::Attention => figure(at, |printed| &printed.attention),
            Column::Contribution => figure(at, |printed| &printed.contribution),
            Column::Margin => figure(at, |printed| &printed.margin),
            Column::Hours => figure(at, |printed| &printed.hours),
            Column::Score => figure(at, |printed| &printed.score),
            Column::Potential => rating(at, Criterion::Potential, |printed| printed.potential),
            Column::Relationship => {
                rating(at, Criterion::Relationship, |printed| printed.relationship)
            }
            Column::Certainty => {
                let mark = move || {
                    printed.with(|printed| {
                        let text = printed.certainty.clone();
                        view! { <span class="mark" class=("mark--weak", printed.is_weak)>{text}</span> }
                    })
                };
                view! { <td data-column=at tabindex=move || tab(at)>{mark}</td> }.into_any()
            }
        };
        let columns = shown.get().into_iter().enumerate();
        columns.map(cell).collect_view()
    }
}

/// A rating that the owner gives, in the grid and beside it.
#[component]
pub(in crate::steps::customers) fn RatingOf(
    customer: u32,
    criterion: Criterion,
    #[prop(into)] name: Signal<String>,
    #[prop(into)] value: Signal<Option<u8>>,
    #[prop(default = true.into(), into)] tab_stop: Signal<bool>,
) -> impl IntoView {
    let texts = &i18n::catalog().customers;
    let project = Screen::expect().project;
    let on_change = move |rating: Option<u8>| {
        let rating = rating.and_then(Rating::new);
        rate(project, CustomerId(customer), criterion, rating);
    };
    view! {
        <Rate
            value
            label=Signal::derive(move || name.with(|name| (texts.rating_of)(criterion, name)))
            unknown=texts.give_rating
            on_change
            tab_stop
        />
    }
}

/// A figure in one piece: an effect for each of its attributes would be felt in a grid.
fn figure_view(cell: &Cell, texts: &CustomersTexts) -> impl IntoView + use<> {
    let text = cell.text.clone();
    let title = beside_sum(cell.n_unknown, cell.grade, texts);
    view! {
        <span
            class:neg=cell.is_negative
            class:est=title.is_some()
            class:mark=cell.is_unknown
            title=title
        >
            {text}
        </span>
    }
}

/// The subtotal of the rows below it, by their classes of now.
#[component]
pub(super) fn Group(
    at: usize,
    class: Option<Class>,
    sums: Memo<[GroupSum; 4]>,
    rover: Rover,
) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().customers, locale.format());
    let sum = Memo::new(move |_| {
        sums.with(|sums| sums.get(group_index(class)).copied().unwrap_or_default())
    });
    let tab = move |column: usize| {
        let place = rover.place.get();
        if place.row == at + 1 && place.column == column {
            "0"
        } else {
            "-1"
        }
    };
    let is_classified = class.is_some();
    let figure = move |column: Column| {
        let sum = sum.get();
        let money = |sum: Sum| {
            is_classified.then(|| Cell::of_sum(sum, |euros| format.euros_exact(euros), texts))
        };
        let cell = match column {
            Column::Revenue => money(sum.revenue),
            Column::GrossMargin => money(sum.cm1),
            Column::Attention => money(sum.attention_cost),
            Column::Contribution => money(sum.cm2),
            Column::Margin => sum.margin().filter(|_| is_classified).map(|margin| Cell {
                text: format.margin(margin),
                grade: sum.cm2.grade,
                ..Cell::default()
            }),
            Column::Hours => {
                let hours = |hours| format.decimals(hours, 2);
                Some(Cell::of_sum(sum.hours, hours, texts))
            }
            _ => None,
        };
        cell.map(|cell| figure_view(&cell, texts))
    };
    let cell = move |(at, column): (usize, Column)| match column {
        Column::Name => view! {
            <th scope="row" class="grid__name" data-column=at tabindex=move || tab(at)>
                {move || (texts.group)(class, sum.get().n)}
            </th>
        }
        .into_any(),
        _ => view! {
            <td class="num" data-column=at tabindex=move || tab(at)>{move || figure(column)}</td>
        }
        .into_any(),
    };
    let columns = Screen::expect().columns;
    let cells = move || {
        columns
            .get()
            .into_iter()
            .enumerate()
            .map(cell)
            .collect_view()
    };
    view! {
        <tr class="grid__group" data-row=at + 1 data-line="" aria-rowindex=at + 2>
            {cells}
            <td class="grid__extra"></td>
        </tr>
    }
}
