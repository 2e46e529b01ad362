//! The share strip, drawn.

use abc_core::chart::{StripBar, StripRow, StripRowSpec, strip_from};
use leptos::{html, prelude::*};

use super::{
    frame::{ChartTable, Drawing, Frame},
    measured::measured_width,
    shape::{Tone, data_class, draw_label},
};

/// How a few figures are divided over A, B and C: one row per figure.
#[component]
pub fn StripChart(
    /// The rows, from above.
    #[prop(into)]
    rows: Signal<Vec<StripRow>>,
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
    let spec = Memo::new(move |_| rows.with(|rows| strip_from(rows, width.get())));
    let size = Signal::derive(move || spec.with(|spec| (spec.width_px, spec.height_px)));
    let zero_line = move || {
        spec.with(|spec| format!("M{:.1} 0V{:.1}", spec.zero_x - 0.5, spec.zero_bottom + 1.0))
    };
    view! {
        <Frame figure title table>
            <Drawing size label>
                {move || spec.with(|spec| spec.rows.iter().map(draw_row).collect_view())}
                <path class="chart__axis chart__axis--zero" d=zero_line />
            </Drawing>
        </Frame>
    }
}

fn draw_row(row: &StripRowSpec) -> impl IntoView + use<> {
    view! {
        {draw_label(&row.name, Tone::Strong)}
        {row.total.as_ref().map(|total| draw_label(total, Tone::Quiet))}
        {row.bars.iter().map(draw_bar).collect_view()}
    }
}

fn draw_bar(bar: &StripBar) -> impl IntoView + use<> {
    let class = data_class(bar.mark);
    // Inside the bar the letter has the colour that reads on it, below the bar that on paper.
    let text_class = if bar.is_below {
        "chart__below"
    } else {
        "chart__on"
    };
    view! {
        <rect
            class="chart__mark"
            data-class=class
            x=bar.x
            y=bar.y
            width=bar.width
            height=bar.height
        />
        {bar
            .label
            .as_ref()
            .map(|label| {
                view! {
                    <text class=text_class data-class=class x=label.at.x y=label.at.y>
                        {label.text.clone()}
                    </text>
                }
            })}
    }
}
