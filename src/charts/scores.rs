//! The scores of one customer, drawn.

use abc_core::chart::{ScoreRow, ScoreSpec, ScoresSpec, scores_from};
use leptos::{html, prelude::*};

use super::{
    frame::{ChartTable, Drawing, Frame},
    measured::measured_width,
    shape::{Tone, draw_label},
};

/// Scores of 0 to 100 on one scale, with a floor.
#[component]
pub fn ScoresChart(
    /// The scores, from above.
    #[prop(into)]
    rows: Signal<Vec<ScoreRow>>,
    /// The floor, 0 to 100.
    #[prop(into)]
    floor: Signal<f64>,
    /// The floor in words.
    #[prop(into)]
    floor_label: Signal<String>,
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
        rows.with(|rows| {
            floor_label.with(|floor_label| scores_from(rows, floor.get(), floor_label, width.get()))
        })
    });
    let size = Signal::derive(move || spec.with(|spec| (spec.width_px, spec.height_px)));
    view! {
        <Frame figure title table>
            <Drawing size label>
                {move || spec.with(draw_scores)}
            </Drawing>
        </Frame>
    }
}

fn draw_scores(spec: &ScoresSpec) -> impl IntoView + use<> {
    let floor = format!("M{:.1} 16V{:.1}", spec.floor_x, spec.height_px);
    view! {
        {spec.rows.iter().map(|row| draw_axis(spec, row)).collect_view()}
        <path class="chart__axis chart__axis--rule" d=floor />
        {draw_label(&spec.floor_label, Tone::Quiet)}
        {spec.rows.iter().map(|row| draw_score(spec, row)).collect_view()}
    }
}

fn draw_axis(spec: &ScoresSpec, row: &ScoreSpec) -> impl IntoView + use<> {
    let axis = format!("M{:.1} {:.1}H{:.1}", spec.axis_start, row.y, row.axis_end);
    view! { <path class="chart__axis" d=axis /> }
}

fn draw_score(spec: &ScoresSpec, row: &ScoreSpec) -> impl IntoView + use<> {
    let is_known = row.dot_x.is_some();
    let line = row
        .line_end
        .map(|end| format!("M{:.1} {:.1}H{end:.1}", spec.floor_x, row.y));
    let dot_class = if row.is_below {
        "chart__ring"
    } else {
        "chart__dot"
    };
    view! {
        {draw_label(&row.name, Tone::Ink)}
        {draw_label(&row.text, if is_known { Tone::Strong } else { Tone::Quiet })}
        {line.map(|line| view! { <path class="chart__line chart__line--ink" d=line /> })}
        {row.dot_x.map(|x| view! { <circle class=dot_class cx=x cy=row.y r=spec.radius /> })}
    }
}
