//! Two orders of the same customers beside each other, drawn.

use abc_core::chart::{Point, SlopeEnd, SlopeFlagSpec, SlopeLine, SlopeSpec, slope_from};
use leptos::{html, prelude::*};

use super::{
    frame::{ChartTable, Drawing, Frame},
    measured::measured_width,
    shape::{Tone, data_class, draw_label, draw_mark},
};

const MARK_PX: f64 = 4.5;

/// A line per customer from its rank in one order to its rank in another.
#[component]
pub fn SlopeChart(
    /// One per customer; a few are flagged.
    #[prop(into)]
    lines: Signal<Vec<SlopeLine>>,
    /// The name of the left order.
    #[prop(into)]
    left_name: Signal<String>,
    /// The name of the right order.
    #[prop(into)]
    right_name: Signal<String>,
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
        let (left, right) = (left_name.get(), right_name.get());
        lines.with(|lines| slope_from(lines, [&left, &right], width.get()))
    });
    let size = Signal::derive(move || spec.with(|spec| (spec.width_px, spec.height_px)));
    view! {
        <Frame figure title table>
            <Drawing size label>
                {move || spec.with(draw_background)}
                {move || spec.with(|spec| spec.flags.iter().map(draw_flag).collect_view())}
            </Drawing>
        </Frame>
    }
}

/// All hairlines are one path: four hundred elements would say no more.
fn draw_background(spec: &SlopeSpec) -> impl IntoView + use<> {
    let hairlines: String = spec
        .hairlines
        .iter()
        .map(|[from, to]| line_path(*from, *to))
        .collect();
    let [top, bottom] = spec.axis_range;
    let [left, right] = spec.axes;
    let axes = format!("M{left:.1} {top:.1}V{bottom:.1}M{right:.1} {top:.1}V{bottom:.1}");
    let names = spec.names.iter().map(|name| draw_label(name, Tone::Quiet));
    view! {
        {names.collect_view()}
        <path class="chart__line" d=hairlines />
        <path class="chart__axis chart__axis--zero" d=axes />
    }
}

fn line_path(from: Point, to: Point) -> String {
    format!("M{:.1} {:.1}L{:.1} {:.1}", from.x, from.y, to.x, to.y)
}

fn draw_flag(flag: &SlopeFlagSpec) -> impl IntoView + use<> {
    let class = data_class(flag.mark);
    let (left, right) = (&flag.left, &flag.right);
    let line_class = if flag.is_good {
        "chart__line chart__line--class"
    } else if right.text.is_empty() {
        // Named only, because there are few.
        "chart__line chart__line--thin"
    } else {
        "chart__line chart__line--ink"
    };
    view! {
        <path class=line_class data-class=class d=line_path(left.at, right.at) />
        {draw_mark(flag.mark, left.at.x, left.at.y, MARK_PX)}
        {draw_mark(flag.mark, right.at.x, right.at.y, MARK_PX)}
        {draw_left_label(left)}
        {draw_right_label(right, flag.is_good.then_some(class))}
    }
}

fn draw_left_label(end: &SlopeEnd) -> impl IntoView + use<> {
    view! {
        <text
            class="chart__text chart__text--ink"
            x=end.label_at.x
            y=end.label_at.y
            text-anchor="end"
        >
            {end.text.clone()}
            " "
            <tspan class="chart__rank">{end.rank}</tspan>
        </text>
    }
}

fn draw_right_label(end: &SlopeEnd, class: Option<&'static str>) -> impl IntoView + use<> {
    let text_class = class.map(|_| "chart__below");
    view! {
        <text class="chart__text chart__text--ink" x=end.label_at.x y=end.label_at.y>
            <tspan class="chart__rank">{end.rank}</tspan>
            " "
            <tspan class=text_class data-class=class>
                {end.text.clone()}
            </tspan>
        </text>
    }
}
