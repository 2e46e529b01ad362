//! The width a chart is laid out at: the width its figure really has.

use leptos::{html, prelude::*};

use crate::platform::measure::watch_width;

/// Until the browser has measured, which is before the first paint.
const FIRST_GUESS_PX: f64 = 358.0;

/// The width of the figure in whole pixels, and again whenever it changes.
pub(super) fn measured_width(figure: NodeRef<html::Figure>) -> Signal<f64> {
    let (width, set_width) = signal(FIRST_GUESS_PX);
    let watch = StoredValue::new_local(None);
    Effect::new(move |_| {
        let Some(figure) = figure.get() else { return };
        watch.set_value(watch_width(&figure, move |measured| {
            let measured = measured.floor();
            // A figure that is hidden has no width; it keeps what it had.
            let is_new = width
                .try_get_untracked()
                .is_some_and(|width| (width - measured).abs() >= 1.0);
            if measured > 0.0 && is_new {
                set_width.set(measured);
            }
        }));
    });
    width.into()
}
