//! Value against attention, drawn. The keyboard walks along the marks, the pointer means the nearest one.
//!
//! The drawing is an image with a name; what is pointed at is said by a slider that lies over it, because
//! the parts of an image are nobody's to focus.

use std::fmt::Write as _;

use abc_core::chart::{
    Label, Mark, Point, ScatterBin, ScatterMark, ScatterMarks, ScatterPoint, ScatterSpec,
    ScatterWords, Toward, scatter_from,
};
use leptos::{ev, html, prelude::*};

use super::{
    frame::{ChartTable, Frame, printed_drawing},
    measured::measured_width,
    shape::{Tone, add_mark, draw_label, draw_outline},
};

const MARK_PX: f64 = 4.0;
const RING_PX: f64 = 8.5;
/// Between two squares.
const BIN_GAP_PX: f64 = 1.0;
/// A square as full as this, of the fullest one, is drawn as strongly; the third is for all others.
const STRENGTHS: [(f64, &str); 3] = [
    (0.6, "chart__mark"),
    (0.3, "chart__mark chart__mark--fair"),
    (0.0, "chart__mark chart__mark--faint"),
];

/// The texts of the picture that do not change.
#[derive(Clone, Copy)]
pub struct ScatterTexts {
    /// What walking is, for who does not see the picture.
    pub walk: &'static str,
    /// Below the picture while nobody is pointed at.
    pub hint: &'static str,
    /// The same when customers share squares.
    pub hint_many: &'static str,
}

/// What somebody points at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pointed {
    /// The customer at this position.
    Customer(u32),
    /// So many A, B and C customers in one square.
    Square([usize; 3]),
}

/// Every customer a point; of very many, those of a square together.
#[component]
pub fn ScatterChart(
    /// One per customer.
    points: Vec<ScatterPoint>,
    /// Customers to name in the picture, most telling first.
    flags: Vec<(u32, String)>,
    /// The customer that is explained elsewhere.
    #[prop(into)]
    selected: Signal<Option<u32>>,
    /// The names of attention and of value.
    names: [String; 2],
    /// The other texts.
    texts: ScatterTexts,
    /// How attention and value are written on their axes.
    ticks: [Callback<f64, String>; 2],
    /// What is pointed at, in words.
    say: Callback<Pointed, String>,
    /// Called with the customer that is pressed.
    on_open: Callback<u32>,
    /// A sentence that holds the numbers.
    label: String,
    /// The finding.
    #[prop(into)]
    title: ViewFn,
    /// The same numbers as a table.
    table: ChartTable,
) -> impl IntoView {
    let figure = NodeRef::<html::Figure>::new();
    let width = measured_width(figure);
    let n_points = points.len();
    let lay_out = move |width: f64| {
        let [attention, value] = ticks;
        let words = ScatterWords {
            ticks: [&|amount| attention.run(amount), &|amount| value.run(amount)],
            names: names.each_ref().map(String::as_str),
            flags: &flags,
        };
        scatter_from(&points, &words, width)
    };
    // As it was laid out last: what points at it and walks along it needs no more.
    let spec = StoredValue::new(lay_out(width.get_untracked()));
    let place = RwSignal::new(None::<usize>);
    let rings = move || {
        let (selected, place) = (selected.get(), place.get());
        spec.with_value(|spec| {
            let own = selected.and_then(|customer| place_of(spec, customer));
            let pointed = place.and_then(|idx| spec.place(idx));
            let ring = |at: Point| {
                view! { <circle class="chart__halo" cx=at.x cy=at.y r=RING_PX/> }
            };
            own.into_iter().chain(pointed).map(ring).collect_view()
        })
    };
    let drawing = move || {
        spec.set_value(lay_out(width.get()));
        let shapes = view! {
            {spec.with_value(draw)}
            {rings}
        };
        let size = spec.with_value(|spec| (spec.width_px, spec.height_px));
        printed_drawing(size, label.clone(), shapes.into_any())
    };
    let pointed = move || {
        let place = place.get()?;
        spec.with_value(|spec| pointed_at(spec, place))
    };
    let is_many = spec.with_value(|spec| matches!(spec.marks, ScatterMarks::Bins { .. }));
    let read = move || match pointed() {
        Some(pointed) => say.run(pointed),
        None if is_many => texts.hint_many.to_owned(),
        None => texts.hint.to_owned(),
    };
    let open = move || {
        if let Some(Pointed::Customer(customer)) = pointed() {
            on_open.run(customer);
        }
    };
    let point = move |event: &ev::MouseEvent| {
        let to = Point::new(f64::from(event.offset_x()), f64::from(event.offset_y()));
        let nearest = spec.with_value(|spec| spec.nearest(to));
        if place.get_untracked() != nearest {
            place.set(nearest);
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let key = event.key();
        if let Some(toward) = toward(&key) {
            event.prevent_default();
            let next = spec.with_value(|spec| spec.step(place.get_untracked(), toward));
            place.set(next);
        } else if key == "Enter" || key == " " {
            event.prevent_default();
            open();
        } else if key == "Escape" {
            place.set(None);
        }
    };
    view! {
        <Frame figure title=Some(title) table=Some(Signal::stored(table))>
            <div class="chart__stage">
                {drawing}
                <div
                    class="chart__walk"
                    role="slider"
                    tabindex="0"
                    aria-label=texts.walk
                    aria-valuemin="0"
                    aria-valuemax=n_points
                    aria-valuenow=move || place.get().map_or(0, |idx| idx + 1)
                    aria-valuetext=read
                    on:keydown=on_key
                    on:mousemove=move |event| point(&event)
                    on:mouseleave=move |_| place.set(None)
                    on:blur=move |_| place.set(None)
                    on:click=move |event| {
                        point(&event);
                        open();
                    }
                ></div>
            </div>
            <p class="chart__read" aria-hidden="true">
                {read}
            </p>
        </Frame>
    }
    .into_any()
}

/// Where a key walks to.
fn toward(key: &str) -> Option<Toward> {
    Some(match key {
        "ArrowLeft" => Toward::Left,
        "ArrowRight" => Toward::Right,
        "ArrowUp" => Toward::Up,
        "ArrowDown" => Toward::Down,
        "Home" => Toward::First,
        "End" => Toward::Last,
        _ => return None,
    })
}

fn pointed_at(spec: &ScatterSpec, idx: usize) -> Option<Pointed> {
    match &spec.marks {
        ScatterMarks::Marks(marks) => marks.get(idx).map(|mark| Pointed::Customer(mark.position)),
        ScatterMarks::Bins { bins, .. } => bins.get(idx).map(|bin| Pointed::Square(bin.counts)),
    }
}

fn place_of(spec: &ScatterSpec, customer: u32) -> Option<Point> {
    match &spec.marks {
        ScatterMarks::Marks(marks) => {
            let own = marks.iter().find(|mark| mark.position == customer);
            own.map(|mark| mark.at)
        }
        ScatterMarks::Bins { .. } => None,
    }
}

fn draw(spec: &ScatterSpec) -> AnyView {
    let (left, right) = (spec.plot_left, spec.width_px);
    let (mut lines, mut stubs) = (String::new(), String::new());
    // Writing to a String cannot fail.
    for tick in &spec.value_ticks {
        write!(lines, "M{left:.1} {:.1}H{right:.1}", tick.at).ok();
    }
    for tick in &spec.attention_ticks {
        write!(stubs, "M{:.1} {:.1}v4", tick.at, spec.plot_bottom).ok();
    }
    let zero = format!("M{left:.1} {:.1}H{right:.1}", spec.zero_y);
    let ticks = spec.value_ticks.iter().chain(&spec.attention_ticks);
    let quiet = ticks.map(|tick| &tick.label).chain(&spec.names);
    let quiet = quiet.map(|label: &Label| draw_label(label, Tone::Quiet));
    let marks = match &spec.marks {
        ScatterMarks::Marks(marks) => draw_marks(marks),
        ScatterMarks::Bins { bins, side } => draw_bins(bins, *side),
    };
    view! {
        <path class="chart__axis" d=lines/>
        <path class="chart__axis chart__axis--zero" d=stubs/>
        <path class="chart__axis chart__axis--zero" d=zero/>
        {quiet.collect_view()}
        {marks}
        {spec.flags.iter().map(|label| draw_label(label, Tone::Ink)).collect_view()}
    }
    .into_any()
}

/// One path per class and kind: two thousand elements would say no more.
fn draw_marks(marks: &[ScatterMark]) -> AnyView {
    let kind = |mark: Mark, is_assumed: bool| {
        let mut path = String::new();
        let own = marks
            .iter()
            .filter(|own| own.mark == mark && own.is_assumed == is_assumed);
        for own in own {
            add_mark(&mut path, mark, own.at, MARK_PX);
        }
        let class = if is_assumed {
            "chart__mark chart__mark--hollow"
        } else {
            "chart__mark"
        };
        draw_outline(class, mark, path)
    };
    // The middle lies below: A and C are what the picture is about.
    let kinds = [Mark::B, Mark::C, Mark::A].map(|mark| [kind(mark, true), kind(mark, false)]);
    kinds.into_iter().flatten().collect_view().into_any()
}

/// Each square is cut by its shares of A, B and C, from above.
fn draw_bins(bins: &[ScatterBin], side: f64) -> AnyView {
    let mut paths = [const { [const { String::new() }; 3] }; 3];
    for bin in bins {
        let strength = STRENGTHS
            .iter()
            .position(|(least, _)| bin.strength > *least);
        let Some(paths) = strength.and_then(|at| paths.get_mut(at)) else {
            continue;
        };
        let n = bin.counts.iter().sum::<usize>().max(1) as f64;
        let width = side - BIN_GAP_PX;
        let mut y = bin.at.y;
        for (path, count) in paths.iter_mut().zip(bin.counts) {
            let height = count as f64 / n * width;
            if height > 0.0 {
                // Writing to a String cannot fail.
                write!(
                    path,
                    "M{:.1} {y:.1}h{width:.1}v{height:.1}h-{width:.1}z",
                    bin.at.x
                )
                .ok();
            }
            y += height;
        }
    }
    let strengths = STRENGTHS.into_iter().zip(paths);
    let drawn = strengths.flat_map(|((_, class), paths)| {
        let paths = Mark::ALL.into_iter().zip(paths);
        paths.map(move |(mark, path)| draw_outline(class, mark, path))
    });
    drawn.collect_view().into_any()
}
