//! Line icons, 18 by 18, drawn in the colour of the text around them.

use leptos::prelude::*;

/// The icons there are. Each is used on a control that also has a name in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconName {
    /// Back one step.
    Undo,
    /// Forward again.
    Redo,
    /// Light, dark or as the system has it.
    Contrast,
    /// Presentation: codes instead of names.
    Screen,
    /// Close what covers or stands beside.
    Close,
    /// The previous one.
    Up,
    /// The next one.
    Down,
    /// Checked and right.
    Check,
    /// More actions.
    More,
    /// Not yet possible.
    Lock,
}

impl IconName {
    /// The strokes, as SVG path data.
    const fn strokes(self) -> &'static str {
        match self {
            Self::Undo => "M4 8h7a4 4 0 0 1 0 8H7M7 4.5 3.5 8 7 11.5",
            Self::Redo => "M14 8H7a4 4 0 0 0 0 8h4M11 4.5 14.5 8 11 11.5",
            Self::Contrast => "M9 3a6 6 0 1 0 0 12A6 6 0 1 0 9 3v12",
            Self::Screen => "M2 3.5h14M3 3.5v8.5h12V3.5M9 12v3M6 15.5h6",
            Self::Close => "m4 4 10 10M14 4 4 14",
            Self::Up => "m4 11 5-5 5 5",
            Self::Down => "m4 7 5 5 5-5",
            Self::Check => "m4 9.5 3.5 3.5L14 5.5",
            Self::More => "M3.25 9h1.5M8.25 9h1.5M13.25 9h1.5",
            Self::Lock => "M5 8V6a4 4 0 0 1 8 0v2M4 8h10v7H4z",
        }
    }

    /// The part that is filled as well, if any.
    const fn solid(self) -> Option<&'static str> {
        match self {
            Self::Contrast => Some("M9 3a6 6 0 0 1 0 12z"),
            _ => None,
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
            {move || name.get().solid().map(|path| view! { <path d=path fill="currentColor" /> })}
        </svg>
    }
}
