//! The grid: one tab stop, a window of rendered rows in a list of any length.
//!
//! The page scrolls, not the grid. Rows above and below the window are two empty bodies of their height.
//! A focused row may leave the window: the grid itself then holds the focus, keys go on from where the
//! focus was, and the row takes it back when it returns.

mod head;
mod printed;
mod rover;
mod row;

use std::sync::Arc;

use leptos::{ev, html, prelude::*};

use super::focus::Place;
use super::rows::{GroupSum, Line};
use super::screen::Screen;
use crate::i18n;
use crate::state::Turn;
use crate::state::actions::customers::rate;
use abc_core::customers::{CustomerId, Rating};
use head::Head;
pub(super) use printed::Printed;
use rover::Rover;
pub(super) use row::RatingOf;
use row::{Group, Row};

/// As many columns fit beside the notes; with more the grid scrolls sideways.
const MOST_THAT_FIT: usize = 9;

/// Euros, from which sums need a wider column.
const LONG_SUM: f64 = 1_000_000.0;

/// All customers that the query shows.
#[component]
pub(super) fn Grid() -> impl IntoView {
    let texts = &i18n::catalog().customers;
    let screen = Screen::expect();
    let table = NodeRef::<html::Table>::new();
    let rover = Rover::new(screen, table);
    let sums = Memo::new(move |_| {
        let listing = screen.listing.get();
        screen
            .turns
            .outcome(Turn::Rows)
            .with(|outcome| GroupSum::of_lines(&listing.lines, outcome))
    });
    let lines = move || {
        let window = rover.window.get();
        let listing = screen.listing.get();
        let lines = listing.lines.get(window.clone()).unwrap_or_default();
        window
            .zip(lines.iter().copied())
            .collect::<Vec<(usize, Line)>>()
    };
    let is_long = Memo::new(move |_| screen.sums.with(|sums| sums.total.revenue >= LONG_SUM));
    let n_lines = move || screen.listing.with(|listing| listing.lines.len());
    let above = move || rover.height_of(rover.window.with(|window| window.start));
    let below = move || {
        let end = rover.window.with(|window| window.end);
        rover.height_of(n_lines().saturating_sub(end))
    };
    let columns = screen.columns;
    // The notes are a column as well.
    let n_columns = move || columns.with(Vec::len);
    let line_view = move |(at, line): (usize, Line)| match line {
        Line::Group(class) => view! { <Group at class sums rover/> }.into_any(),
        Line::Row(customer) => view! { <Row at customer rover/> }.into_any(),
    };
    view! {
        <table
            class="grid"
            class=("grid--wide", move || n_columns() > MOST_THAT_FIT)
            class=("grid--long", move || is_long.get())
            role="grid"
            node_ref=table
            aria-label=texts.grid_label
            aria-multiselectable="true"
            aria-rowcount=move || n_lines() + 1
            aria-busy=move || screen.derived.is_busy.get().then_some("true")
            tabindex=move || if rover.is_parked() { "0" } else { "-1" }
            on:keydown=move |event| on_key(screen, rover, &event)
            on:focusin=move |event| rover.on_focus_in(&event)
            on:focusout=move |event| rover.on_focus_out(&event)
        >
            <Head rover/>
            <tbody aria-hidden="true" node_ref=rover.start>
                <tr>
                    <td class="grid__gap" colspan=n_columns style:height=above></td>
                </tr>
            </tbody>
            <tbody>
                <For each=lines key=|line| *line children=line_view/>
            </tbody>
            <tbody aria-hidden="true">
                <tr>
                    <td class="grid__gap" colspan=n_columns style:height=below></td>
                </tr>
            </tbody>
        </table>
    }
}

fn on_key(screen: Screen, rover: Rover, event: &ev::KeyboardEvent) {
    if event.default_prevented() || event.alt_key() {
        return;
    }
    let key = event.key();
    let place = rover.place.get_untracked();
    if on_picking_key(screen, rover, place, event) || event.meta_key() {
        return;
    }
    if let Some(next) = place.after_key(&key, event.ctrl_key(), rover.extent()) {
        event.prevent_default();
        rover.go(next);
        return;
    }
    if event.ctrl_key() {
        return;
    }
    match key.as_str() {
        "Enter" => {
            if let Some(customer) = rover.customer_at(place) {
                event.prevent_default();
                screen.open(customer);
            }
        }
        "Escape" if screen.session.selected.get_untracked().is_some() => {
            event.prevent_default();
            // Who has walked on to another row stays there.
            let here = rover.customer_at(place).map(CustomerId);
            if here == screen.session.selected.get_untracked() {
                screen.close();
            } else {
                screen.session.selected.set(None);
            }
        }
        "Delete" | "Backspace" => set_rating(screen, rover, place, event, None),
        // A list in a cell would take a letter for the first letter of one of its lines.
        key if key.chars().count() == 1 && key != " " => {
            match key.parse().ok().and_then(Rating::new) {
                Some(rating) => set_rating(screen, rover, place, event, Some(rating)),
                None => event.prevent_default(),
            }
        }
        _ => {}
    }
}

/// Shift with a key that moves picks from row to row, Space picks one row, Ctrl+A all, Escape lets go.
fn on_picking_key(screen: Screen, rover: Rover, place: Place, event: &ev::KeyboardEvent) -> bool {
    let picked = screen.picked;
    let is_command = event.ctrl_key() || event.meta_key();
    let lines = screen
        .listing
        .with_untracked(|listing| Arc::clone(&listing.lines));
    let here = rover.customer_at(place);
    let is_rating = rover.criterion_at(place.column).is_some();
    match event.key().as_str() {
        "a" | "A" if is_command => picked.all(&lines),
        // In a list Space opens it.
        " " if !is_command && (event.shift_key() || !is_rating) => {
            if let Some(here) = here {
                picked.toggle(here);
            }
        }
        "Escape" if !picked.is_empty() || picked.is_picking.get_untracked() => picked.clear(),
        key if event.shift_key() && !event.meta_key() => {
            let next = place.after_key(key, event.ctrl_key(), rover.extent());
            let Some(next) = next.filter(|next| next.row != place.row) else {
                return false;
            };
            rover.go(next);
            // Above a class stands its sum, which is nobody.
            if let Some(to) = rover.customer_at(next) {
                picked.reach(here, to, &lines);
            }
        }
        _ => return false,
    }
    event.prevent_default();
    true
}

/// Rates the customer whose rating has the focus; the cell itself may be scrolled out.
fn set_rating(
    screen: Screen,
    rover: Rover,
    place: Place,
    event: &ev::KeyboardEvent,
    rating: Option<Rating>,
) {
    event.prevent_default();
    if let (Some(customer), Some(criterion)) =
        (rover.customer_at(place), rover.criterion_at(place.column))
    {
        rate(screen.project, CustomerId(customer), criterion, rating);
    }
}
