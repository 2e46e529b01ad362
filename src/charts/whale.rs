//! The whale curve, drawn.

use abc_core::chart::{
    Anchor, Label, Point, Rug, RugBin, Weight, WhaleBar, WhaleLabels, WhaleSpec, WhaleText,
    path_through, whale_from, width_px,
};
use leptos::{html, prelude::*};

use super::{
    frame::{ChartTable, Drawing, Frame},
    measured::measured_width,
    shape::{Tone, draw_label, draw_mark},
};

const DOT_PX: f64 = 3.5;
/// What stays free around the value of a gridline, beside it and from line to line.
const TICK_GAP_PX: f64 = 4.0;
const TICK_LINE_PX: f64 = 16.0;
/// The height of the row of bins.
const BIN_HEIGHT_PX: f64 = 8.0;

/// Contribution added up from the best customer to the worst.
#[component]
pub fn WhaleChart(
    /// One per customer, in any order.
    #[prop(into)]
    bars: Signal<Vec<WhaleBar>>,
    /// The texts at the curve.
    #[prop(into)]
    labels: Signal<WhaleLabels>,
    /// How the value of a gridline is written.
    #[prop(into)]
    tick: Callback<f64, String>,
    /// A sentence that holds the numbers.
    #[prop(into)]
    label: Signal<String>,
    /// The finding.
    #[prop(optional, into)]
    title: Option<ViewFn>,
    /// The same numbers as a table.
    #[prop(optional, into)]
    table: Option<Signal<ChartTable>>,
) -> impl IntoView {
    let figure = NodeRef::<html::Figure>::new();
    let width = measured_width(figure);
    let spec = Memo::new(move |_| {
        bars.with(|bars| labels.with(|labels| whale_from(bars, labels, width.get())))
    });
    let size = Signal::derive(move || spec.with(|spec| (spec.width_px, spec.height_px)));
    view! {
        <Frame figure title table>
            <Drawing size label>
                {move || spec.with(draw_grid)}
                {move || spec.with(draw_curve)}
                {move || spec.with(|spec| draw_ticks(spec, tick))}
                {move || spec.with(draw_texts)}
                {move || spec.with(draw_rug)}
            </Drawing>
        </Frame>
    }
}

fn draw_grid(spec: &WhaleSpec) -> impl IntoView + use<> {
    let right = spec.plot_right;
    let lines = spec.gridlines.iter().map(move |line| {
        view! { <path class="chart__axis" d=format!("M0 {:.1}H{right:.1}", line.y) /> }
    });
    view! {
        {lines.collect_view()}
        <path
            class="chart__axis chart__axis--zero"
            d=format!("M0 {:.1}H{right:.1}", spec.zero_y)
        />
    }
}

fn draw_curve(spec: &WhaleSpec) -> impl IntoView + use<> {
    let dots = spec.peak.into_iter().chain(spec.top);
    let dots = dots.map(|at| view! { <circle class="chart__dot" cx=at.x cy=at.y r=DOT_PX /> });
    let rule = spec
        .top
        .map(|top| format!("M{:.1} {:.1}V{:.1}", top.x, top.y, spec.zero_y));
    view! {
        <path class="chart__leak" d=path_through(&spec.leak) />
        {rule.map(|rule| view! { <path class="chart__axis chart__axis--rule" d=rule /> })}
        <path class="chart__line chart__line--ink" d=path_through(&spec.curve) />
        {dots.collect_view()}
    }
}

/// After the curve: at the left, or at the right where the curve climbs through that place and nothing else
/// stands there.
fn draw_ticks(spec: &WhaleSpec, tick: Callback<f64, String>) -> AnyView {
    let rest = spec.rest_text.iter().flat_map(|text| &text.lines);
    let taken: Vec<f64> = rest.map(|line| line.at.y).collect();
    let ticks = spec.gridlines.iter().map(|line| {
        let text = tick.run(line.value);
        let (width, y) = (width_px(&text, Weight::Normal) + TICK_GAP_PX, line.y - 4.0);
        let beside = spec.curve.iter().find(|point| point.x >= width);
        let is_crossed = line.value > 0.0 && beside.is_some_and(|point| point.y < line.y);
        let is_right_free = taken.iter().all(|other| (other - y).abs() > TICK_LINE_PX);
        let (x, anchor) = if is_crossed && is_right_free {
            (spec.plot_right, Anchor::End)
        } else {
            (0.0, Anchor::Start)
        };
        let at = Point { x, y };
        draw_label(&Label { text, at, anchor }, Tone::Quiet)
    });
    ticks.collect_view().into_any()
}

fn draw_texts(spec: &WhaleSpec) -> impl IntoView + use<> {
    let first_strong = |index: usize, _| {
        if index == 0 {
            Tone::Strong
        } else {
            Tone::Quiet
        }
    };
    let last_ink = |index: usize, n: usize| {
        if index + 1 == n {
            Tone::Ink
        } else {
            Tone::Quiet
        }
    };
    view! {
        {spec.peak_label.as_ref().map(|label| draw_label(label, Tone::Strong))}
        {spec.top_text.as_ref().map(|text| draw_lines(text, first_strong))}
        {spec.rest_text.as_ref().map(|text| draw_lines(text, last_ink))}
        {spec.ends.iter().map(|label| draw_label(label, Tone::Quiet)).collect_view()}
    }
}

/// The tone of a line depends on its index and on how many there are.
fn draw_lines(text: &WhaleText, tone: impl Fn(usize, usize) -> Tone) -> AnyView {
    let n_lines = text.lines.len();
    let lines = text.lines.iter().enumerate();
    lines
        .map(|(index, line)| draw_label(line, tone(index, n_lines)))
        .collect_view()
        .into_any()
}

fn draw_rug(spec: &WhaleSpec) -> AnyView {
    match &spec.rug {
        Rug::Marks { marks, radius } => marks
            .iter()
            .map(|mark| draw_mark(mark.mark, mark.x, spec.rug_y, *radius))
            .collect_view()
            .into_any(),
        Rug::Bins(bins) => {
            let top = spec.rug_y - BIN_HEIGHT_PX / 2.0;
            bins.iter()
                .map(|bin| draw_bin(*bin, top))
                .collect_view()
                .into_any()
        }
    }
}

/// A above B above C, each as high as its share.
fn draw_bin(bin: RugBin, top: f64) -> impl IntoView {
    let mut y = top;
    ["a", "b", "c"]
        .into_iter()
        .zip(bin.shares)
        .map(|(class, share)| {
            let height = share * BIN_HEIGHT_PX;
            let from = y;
            y += height;
            view! {
                <rect
                    class="chart__mark"
                    data-class=class
                    x=bin.x
                    y=from
                    width=bin.width
                    height=height
                />
            }
        })
        .collect_view()
}
