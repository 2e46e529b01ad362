//! The focus that roves through the grid, and the window of rendered rows that follows the scroll.

use std::ops::Range;

use abc_core::classify::Criterion;
use leptos::{ev, html, prelude::*};

use super::super::focus::{Extent, Place, window_of};
use super::super::rows::Line;
use super::super::screen::Screen;
use crate::platform::viewport;

/// Until a row has been measured.
const FIRST_GUESS_PX: f64 = 34.0;
/// Rows rendered before anything has been measured.
const FIRST_ROWS: usize = 24;
/// On paper all rows are rendered, up to some twenty pages.
const MOST_PRINTED: usize = 1_000;
/// What covers the top of the list: the bar and the head of the grid.
const COVERED_TOP_PX: f64 = 96.0;
/// What may cover the bottom: the places, on a phone.
const COVERED_BOTTOM_PX: f64 = 64.0;

#[derive(Clone, Copy)]
pub(super) struct Rover {
    screen: Screen,
    table: NodeRef<html::Table>,
    /// The empty body above the rows: its top is where the list begins.
    pub(super) start: NodeRef<html::Tbody>,
    /// The cell that Tab goes to.
    pub(super) place: RwSignal<Place>,
    /// The rendered lines.
    pub(super) window: RwSignal<Range<usize>>,
    row_px: RwSignal<f64>,
    /// Rows are being taken out and put in: the focus that gets lost by that has not left.
    is_rebuilding: StoredValue<bool>,
    is_printing: StoredValue<bool>,
}

impl Rover {
    pub(super) fn new(screen: Screen, table: NodeRef<html::Table>) -> Self {
        let rover = Self {
            screen,
            table,
            start: NodeRef::new(),
            place: RwSignal::new(Place { row: 1, column: 1 }),
            window: RwSignal::new(0..FIRST_ROWS),
            row_px: RwSignal::new(FIRST_GUESS_PX),
            is_rebuilding: StoredValue::new(false),
            is_printing: StoredValue::new(false),
        };
        viewport::on_move(move || rover.refresh());
        viewport::on_print(move |is_printing| rover.print(is_printing));
        Effect::new(move |_| {
            let n_lines = screen.listing.with(|listing| listing.lines.len());
            let last_column = screen.columns.with(Vec::len).saturating_sub(1);
            if table.get().is_some() {
                let place = rover.place.get_untracked();
                let within = Place {
                    row: place.row.min(n_lines),
                    column: place.column.min(last_column),
                };
                if within != place {
                    rover.place.set(within);
                }
                request_animation_frame(move || {
                    rover.measure();
                    rover.refresh();
                });
            }
        });
        Effect::new(move |_| {
            let Some(customer) = screen.sought.get() else {
                return;
            };
            let line = screen.listing.with(|listing| listing.line_of(customer));
            if let Some(line) = line {
                // The panel that was opened with it narrows the grid first.
                request_animation_frame(move || {
                    rover.go(Place {
                        row: line + 1,
                        column: 1,
                    });
                });
            }
            screen.sought.set(None);
        });
        rover
    }

    fn measure(self) {
        let height = self
            .mounted()
            .and_then(|table| viewport::height_of(&table, "[data-line]"));
        if let Some(height) =
            height.filter(|height| (*height - self.row_px.get_untracked()).abs() > 0.01)
        {
            self.row_px.set(height);
        }
    }

    /// The table, while it is on the page; a late frame may come after that.
    fn mounted(self) -> Option<viewport::Element> {
        let table = self.table.try_get_untracked().flatten();
        table.map(Into::into)
    }

    /// As CSS: the height of so many rows.
    pub(super) fn height_of(self, n_rows: usize) -> String {
        format!("{:.2}px", n_rows as f64 * self.row_px.get())
    }

    /// Whether the cell of the focus is not rendered, so that the grid itself stands in for it.
    pub(super) fn is_parked(self) -> bool {
        !is_within(&self.window.get(), self.place.get())
    }

    pub(super) fn extent(self) -> Extent {
        let view_px = viewport::height_px() - COVERED_TOP_PX - COVERED_BOTTOM_PX;
        let n_page = (view_px / self.row_px.get_untracked()).floor().max(1.0);
        Extent {
            lines: self
                .screen
                .listing
                .with_untracked(|listing| listing.lines.len()),
            columns: self.screen.columns.with_untracked(Vec::len),
            page: n_page as usize,
        }
    }

    /// The rating in this column, if it is one.
    pub(super) fn criterion_at(self, column: usize) -> Option<Criterion> {
        let columns = self.screen.columns;
        columns.with_untracked(|columns| columns.get(column)?.criterion())
    }

    /// The customer in the row of this place.
    pub(super) fn customer_at(self, place: Place) -> Option<u32> {
        let at = place.row.checked_sub(1)?;
        self.screen.listing.with_untracked(|listing| {
            listing.lines.get(at).and_then(|line| match line {
                Line::Row(customer) => Some(*customer),
                Line::Group(_) => None,
            })
        })
    }

    /// Renders the rows that go on paper, and after that those in view.
    fn print(self, is_printing: bool) {
        self.is_printing.set_value(is_printing);
        if is_printing {
            self.window.set(0..self.extent().lines.min(MOST_PRINTED));
        } else {
            self.refresh();
        }
    }

    /// Renders the rows that are in view now.
    fn refresh(self) {
        if self.is_printing.try_get_value() != Some(false) {
            return;
        }
        let Some(start) = self.start.try_get_untracked().flatten() else {
            return;
        };
        let n_lines = self.extent().lines;
        let view_px = viewport::height_px();
        let next = window_of(
            -viewport::top_px(&start),
            view_px,
            self.row_px.get_untracked(),
            n_lines,
        );
        if self.window.with_untracked(|window| *window == next) {
            return;
        }
        let Some(table) = self.mounted() else { return };
        let had_focus = viewport::has_focus(&table);
        self.is_rebuilding.set_value(true);
        if had_focus && !is_within(&next, self.place.get_untracked()) {
            viewport::focus_quietly(&table);
        }
        self.window.set(next);
        request_animation_frame(move || {
            self.is_rebuilding
                .try_update_value(|is_rebuilding| *is_rebuilding = false);
            if had_focus {
                self.focus();
            }
        });
    }

    /// Moves the focus, scrolling as far as is needed to see it.
    pub(super) fn go(self, place: Place) {
        self.place.set(place);
        if let Some(start) = self.start.get_untracked() {
            let row_px = self.row_px.get_untracked();
            let top = viewport::top_px(&start) + (place.row as f64 - 1.0) * row_px;
            let bottom = viewport::height_px() - COVERED_BOTTOM_PX - row_px;
            if top < COVERED_TOP_PX {
                viewport::scroll_by(top - COVERED_TOP_PX);
            } else if top > bottom {
                viewport::scroll_by(top - bottom);
            }
        }
        self.refresh();
        request_animation_frame(move || self.focus());
    }

    /// Puts the focus where it belongs: on its cell, or on the grid while the cell is not rendered.
    pub(super) fn focus(self) {
        let (Some(table), Some(place)) = (self.mounted(), self.place.try_get_untracked()) else {
            return;
        };
        let (row, column) = (place.row, place.column);
        let inner = if row == 0 {
            " button"
        } else if self.criterion_at(column).is_some() && self.customer_at(place).is_some() {
            " select"
        } else {
            ""
        };
        let cell = format!("[data-row=\"{row}\"] [data-column=\"{column}\"]{inner}");
        if !viewport::focus_in(&table, &cell) {
            viewport::focus_quietly(&table);
        }
    }

    /// Wherever the focus comes to, by mouse or key, is where it goes on from.
    pub(super) fn on_focus_in(self, event: &ev::FocusEvent) {
        self.screen.is_held.set(true);
        let row = viewport::number_around(event, "data-row");
        let column = viewport::number_around(event, "data-column");
        if let (Some(row), Some(column)) = (row, column) {
            let place = Place { row, column };
            if self.place.get_untracked() != place {
                self.place.set(place);
            }
        } else if self.mounted().is_some() && !self.is_parked() {
            // Tab came to the grid itself while its cell had been scrolled back into view.
            request_animation_frame(move || self.focus());
        }
    }

    pub(super) fn on_focus_out(self, event: &ev::FocusEvent) {
        let is_inside = self
            .mounted()
            .is_some_and(|table| viewport::stays_inside(&table, event));
        // Gone with the screen: then there is nothing left to hold.
        if !is_inside && self.is_rebuilding.try_get_value() == Some(false) {
            self.screen.is_held.try_set(false);
        }
    }
}

/// Whether the row of this place is rendered; the head always is.
fn is_within(window: &Range<usize>, place: Place) -> bool {
    place
        .row
        .checked_sub(1)
        .is_none_or(|line| window.contains(&line))
}
