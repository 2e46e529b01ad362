//! Where the focus is in the grid, and where a key takes it. The head is row 0, as in `aria-rowindex`
//! less one.

use std::ops::Range;

/// A cell of the grid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// 0 is the head, 1 the first line.
    pub(super) row: usize,
    /// From the left, from 0.
    pub(super) column: usize,
}

/// How far a key can go.
#[derive(Clone, Copy, Debug)]
pub(super) struct Extent {
    /// Lines, without the head.
    pub(super) lines: usize,
    /// Columns.
    pub(super) columns: usize,
    /// Lines that fit on the screen.
    pub(super) page: usize,
}

impl Place {
    /// The place that a key goes to, as in the grid pattern of ARIA; `None` for any other key.
    pub(super) fn after_key(self, key: &str, is_ctrl: bool, extent: Extent) -> Option<Self> {
        let (last_row, last_column) = (extent.lines, extent.columns.saturating_sub(1));
        let at = |row: usize, column: usize| Self {
            row: row.min(last_row),
            column: column.min(last_column),
        };
        let Self { row, column } = self;
        let place = match (key, is_ctrl) {
            ("ArrowDown", false) => at(row + 1, column),
            ("ArrowUp", false) => at(row.saturating_sub(1), column),
            ("ArrowRight", false) => at(row, column + 1),
            ("ArrowLeft", false) => at(row, column.saturating_sub(1)),
            ("PageDown", false) => at(row + extent.page, column),
            // From somewhere below, a page up ends at the first line, not at the head.
            ("PageUp", false) => at(row.saturating_sub(extent.page).max(row.min(1)), column),
            ("Home", false) => at(row, 0),
            ("End", false) => at(row, last_column),
            ("Home" | "ArrowUp", true) => at(1, if key == "Home" { 0 } else { column }),
            ("End" | "ArrowDown", true) => {
                at(last_row, if key == "End" { last_column } else { column })
            }
            _ => return None,
        };
        Some(place)
    }
}

/// Lines above and below what is in view that are rendered as well, so that a scroll shows no gap.
const SPARE: usize = 12;
/// The window moves in steps, so that a small scroll renders nothing.
const STEP: usize = 4;

/// The lines to render: those in view and a few around them.
///
/// `above_px` is how much of the list is scrolled out above the view, negative when it starts below.
pub(super) fn window_of(above_px: f64, view_px: f64, row_px: f64, n_lines: usize) -> Range<usize> {
    let first = (above_px / row_px).floor().max(0.0) as usize;
    let n_view = (view_px.max(0.0) / row_px).ceil() as usize;
    let start = first.saturating_sub(SPARE) / STEP * STEP;
    let end = (first + n_view + SPARE).div_ceil(STEP) * STEP;
    start.min(n_lines)..end.min(n_lines)
}

#[cfg(test)]
mod tests {
    use super::{Extent, Place, window_of};

    fn place(row: usize, column: usize) -> Place {
        Place { row, column }
    }

    #[test]
    fn keys_move_within_the_grid_and_no_further() {
        let extent = Extent {
            lines: 100,
            columns: 9,
            page: 20,
        };
        let cases = [
            ("ArrowDown", false, (3, 2), (4, 2)),
            ("ArrowDown", false, (100, 2), (100, 2)),
            ("ArrowUp", false, (1, 2), (0, 2)),
            ("ArrowUp", false, (0, 2), (0, 2)),
            ("ArrowLeft", false, (3, 0), (3, 0)),
            ("ArrowRight", false, (3, 8), (3, 8)),
            ("Home", false, (3, 5), (3, 0)),
            ("End", false, (3, 5), (3, 8)),
            ("Home", true, (30, 5), (1, 0)),
            ("End", true, (30, 5), (100, 8)),
            ("ArrowDown", true, (30, 5), (100, 5)),
            ("PageDown", false, (95, 5), (100, 5)),
            ("PageUp", false, (30, 5), (10, 5)),
            ("PageUp", false, (12, 5), (1, 5)),
            ("PageUp", false, (0, 5), (0, 5)),
        ];
        for (key, is_ctrl, from, to) in cases {
            assert_eq!(
                place(from.0, from.1).after_key(key, is_ctrl, extent),
                Some(place(to.0, to.1)),
                "{key} from {from:?}"
            );
        }
        assert_eq!(place(3, 3).after_key("a", false, extent), None);
        assert_eq!(place(3, 3).after_key("Tab", false, extent), None);
    }

    #[test]
    fn an_empty_grid_holds_the_focus_in_its_head() {
        let extent = Extent {
            lines: 0,
            columns: 9,
            page: 20,
        };
        for key in ["ArrowDown", "PageDown", "PageUp"] {
            assert_eq!(
                place(0, 4).after_key(key, false, extent),
                Some(place(0, 4)),
                "{key}"
            );
        }
    }

    #[test]
    fn the_window_covers_what_is_in_view_and_stays_small() {
        let (view_px, row_px, n_lines) = (640.0, 34.0, 200_000);
        for above in (-3_000..7_000_000).step_by(34_567) {
            let above_px = f64::from(above);
            let window = window_of(above_px, view_px, row_px, n_lines);
            let first = (above_px.max(0.0) / row_px).floor() as usize;
            let last = (((above_px.max(0.0) + view_px) / row_px).floor() as usize).min(n_lines);
            assert!(window.start <= first.min(n_lines), "{above}");
            assert!(window.end >= last.min(n_lines), "{above}: {window:?}");
            assert!(window.len() <= 55, "{above}: {window:?}");
        }
        assert_eq!(window_of(0.0, 640.0, 34.0, 0), 0..0);
        assert_eq!(window_of(0.0, 640.0, 34.0, 5), 0..5);
    }
}
