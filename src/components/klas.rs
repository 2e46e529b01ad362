//! The class mark: letter, shape, hue and lightness all differ, so no one of them carries it alone.

use leptos::prelude::*;

/// The three marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Letter {
    /// A disc.
    A,
    /// A square.
    B,
    /// A diamond.
    C,
}

impl Letter {
    /// The value of `data-class`, which picks shape and colours.
    const fn data_class(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
            Self::C => "c",
        }
    }

    /// The letter itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
        }
    }
}

/// A class mark. Dashed is provisional, a ring is set by hand, a dash is none.
#[component]
pub fn Klas(
    /// The class, or none.
    #[prop(into)]
    letter: Signal<Option<Letter>>,
    /// What it says in words: the class, and whether it is provisional or set by hand.
    #[prop(into)]
    label: Signal<String>,
    /// Something that decides the class is still estimated or missing.
    #[prop(optional, into)]
    provisional: Signal<bool>,
    /// The user set this class; the row says from what and why.
    #[prop(optional, into)]
    by_hand: Signal<bool>,
    /// The size at the head of a panel.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    // One effect for all of it: a grid has hundreds of marks, and all of a mark changes together.
    move || {
        let letter = letter.get();
        view! {
            <span
                class="klas"
                class=("klas--large", large)
                class=("klas--none", letter.is_none())
                data-class=letter.map(Letter::data_class)
                data-provisional=provisional.get().then_some("")
                data-byhand=by_hand.get().then_some("")
                role="img"
                aria-label=label.get()
            >
                {letter.map_or("–", Letter::name)}
            </span>
        }
    }
}
