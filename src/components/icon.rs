//! Line icons, 18 by 18, drawn in the colour of the text around them.

use leptos::prelude::*;

/// The icons there are. Each is used on a control that also has a name in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconName {
    /// Close what covers or stands beside.
    Close,
    /// The previous one.
    Up,
    /// The next one.
    Down,
    /// Checked and right.
    Check,
}

impl IconName {
    /// The strokes, as SVG path data.
    const fn strokes(self) -> &'static str {
        match self {
            Self::Close => "m4 4 10 10M14 4 4 14",
            Self::Up => "m4 11 5-5 5 5",
            Self::Down => "m4 7 5 5 5-5",
            Self::Check => "m4 9.5 3.5 3.5L14 5.5",
        }
    }
}

/// One icon; decoration for assistive technology, so the control around it carries the name.
#[component]
pub fn Icon(
    /// Which one.
    #[prop(into)]
    name: Signal<IconName>,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 18 18" aria-hidden="true">
            <path d=move || name.get().strokes() />
        </svg>
    }
}
