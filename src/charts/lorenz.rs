//! How unequally something is shared out, drawn.

use abc_core::chart::{LorenzLabels, LorenzSpec, lorenz_from, path_through};
use leptos::{html, prelude::*};

use super::{
    frame::{ChartTable, Frame, printed_drawing},
    measured::measured_width,
    shape::{Tone, draw_label},
};

const DOT_PX: f64 = 3.5;

/// What is drawn.
#[derive(Clone, Debug, Default)]
pub struct LorenzPicture {
    /// Running shares from the largest customer on, and those of something else of the same customers (or
    /// none).
    pub shares: [Vec<f64>; 2],
    /// How many customers are marked.
    pub marked: Option<usize>,
    /// The texts at the curves.
    pub labels: LorenzLabels,
    /// Half and all, as they are written at the gridlines.
    pub grid: [String; 2],
    /// A sentence that holds the numbers.
    pub label: String,
}

/// Running shares from the largest customer on, beside all equal.
#[component]
pub fn LorenzChart(
    /// What is drawn.
    picture: LorenzPicture,
    /// The finding.
    #[prop(into)]
    title: ViewFn,
    /// The same numbers as a table.
    table: ChartTable,
) -> impl IntoView {
    let figure = NodeRef::<html::Figure>::new();
    let width = measured_width(figure);
    let drawing = move || {
        let LorenzPicture {
            shares: [shares, beside],
            labels,
            ..
        } = &picture;
        let spec = lorenz_from(shares, beside, picture.marked, labels, width.get());
        let size = (spec.width_px, spec.height_px);
        printed_drawing(size, picture.label.clone(), draw(&spec, &picture.grid))
    };
    view! {
        <Frame figure title=Some(title) table=Some(Signal::stored(table))>
            {drawing}
        </Frame>
    }
}

fn draw(spec: &LorenzSpec, grid: &[String; 2]) -> AnyView {
    let right = spec.width_px;
    let gridlines = spec.gridlines.iter().zip(grid).map(|(line, share)| {
        view! {
            <path class="chart__axis" d=format!("M0 {:.1}H{right:.1}", line.y)/>
            <text class="chart__text" x="0" y=line.y - 4.0>
                {share.clone()}
            </text>
        }
    });
    let zero = format!("M0 {:.1}H{right:.1}", spec.zero_y);
    let mark = spec.mark.map(|(at, on_beside)| {
        let rule = format!("M{:.1} {:.1}V{:.1}", at.x, at.y, spec.zero_y);
        let dots = std::iter::once(at).chain(on_beside);
        let dots = dots.map(|at| view! { <circle class="chart__dot" cx=at.x cy=at.y r=DOT_PX/> });
        view! {
            <path class="chart__axis chart__axis--rule" d=rule/>
            {dots.collect_view()}
        }
    });
    view! {
        {gridlines.collect_view()}
        <path class="chart__axis chart__axis--zero" d=zero/>
        <path class="chart__line" d=path_through(&spec.diagonal)/>
        <path class="chart__line chart__line--thin" d=path_through(&spec.beside)/>
        <path class="chart__line chart__line--ink" d=path_through(&spec.curve)/>
        {mark}
        {spec.labels.iter().map(|label| draw_label(label, Tone::Ink)).collect_view()}
        {spec.ends.iter().map(|label| draw_label(label, Tone::Quiet)).collect_view()}
    }
    .into_any()
}
