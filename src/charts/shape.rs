//! The pieces drawings are made of: class marks and labels.

use std::fmt::Write as _;

use abc_core::chart::{Anchor, Label, Mark, Point};
use leptos::prelude::*;

/// The value of `data-class`, from which the style sheet takes the colour.
pub(super) const fn data_class(mark: Mark) -> &'static str {
    match mark {
        Mark::A => "a",
        Mark::B => "b",
        Mark::C => "c",
    }
}

/// A disc, square or diamond of about the same size to the eye.
pub(super) fn draw_mark(mark: Mark, x: f64, y: f64, radius: f64) -> AnyView {
    let mut outline = String::new();
    add_mark(&mut outline, mark, Point { x, y }, radius);
    draw_outline("chart__mark", mark, outline)
}

/// What was outlined, in the colour of a class.
pub(super) fn draw_outline(class: &'static str, mark: Mark, outline: String) -> AnyView {
    view! { <path class=class data-class=data_class(mark) d=outline /> }.into_any()
}

/// Adds such a mark to a path of many.
pub(super) fn add_mark(path: &mut String, mark: Mark, at: Point, radius: f64) {
    let Point { x, y } = at;
    // Writing to a String cannot fail.
    match mark {
        Mark::A => {
            let across = radius * 2.0;
            write!(
                path,
                "M{:.2} {y:.2}a{radius} {radius} 0 1 0 {across} 0a{radius} {radius} 0 1 0 -{across} 0z",
                x - radius
            )
        }
        Mark::B => {
            let half = radius * 0.87;
            let side = half * 2.0;
            write!(
                path,
                "M{:.2} {:.2}h{side:.2}v{side:.2}h-{side:.2}z",
                x - half,
                y - half
            )
        }
        Mark::C => {
            let reach = radius * 1.28;
            write!(
                path,
                "M{x:.2} {:.2}l{reach:.2} {reach:.2}l-{reach:.2} {reach:.2}l-{reach:.2} -{reach:.2}z",
                y - reach
            )
        }
    }
    .ok();
}

/// How strong a label is.
#[derive(Clone, Copy)]
pub(super) enum Tone {
    /// Secondary.
    Quiet,
    /// In ink.
    Ink,
    /// In ink and heavier.
    Strong,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Quiet => "chart__text",
            Self::Ink => "chart__text chart__text--ink",
            Self::Strong => "chart__text chart__text--strong",
        }
    }
}

/// The attribute that says which end of a text stands at its point.
const fn text_anchor(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    }
}

/// A label where the layout put it.
pub(super) fn draw_label(label: &Label, tone: Tone) -> impl IntoView + use<> {
    view! {
        <text class=tone.class() x=label.at.x y=label.at.y text-anchor=text_anchor(label.anchor)>
            {label.text.clone()}
        </text>
    }
}
