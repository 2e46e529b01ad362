//! A class mark in a line of text.

use abc_core::chart::Mark;
use leptos::prelude::*;

use super::shape::draw_mark;

/// A class mark in a line of text, for a key that recurs down a page.
#[component]
pub fn MarkGlyph(
    /// Which mark.
    mark: Mark,
) -> impl IntoView {
    view! {
        <svg class="chart__glyph" viewBox="0 0 14 14" aria-hidden="true">
            {draw_mark(mark, 7.0, 7.0, 5.0)}
        </svg>
    }
}
