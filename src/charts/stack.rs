//! Counts per class cut into parts, drawn.

use abc_core::chart::{Mark, StackBar, StackRow, StackRowSpec, stack_from};
use leptos::{html, prelude::*};

use super::{
    frame::{ChartTable, Drawing, Frame},
    measured::measured_width,
    shape::{Tone, data_class, draw_label},
};

/// How strongly the parts of a row are drawn, from left to right.
const TONES: [&str; 4] = [
    "chart__mark",
    "chart__mark chart__mark--fair",
    "chart__mark chart__mark--weak",
    "chart__mark chart__mark--open",
];

/// A row for A, B and C, each cut into up to four parts, the surest first.
#[component]
pub fn StackChart(
    /// The rows of A, B and C.
    #[prop(into)]
    rows: Signal<Vec<StackRow>>,
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
    let spec = Memo::new(move |_| rows.with(|rows| stack_from(rows, width.get())));
    let size = Signal::derive(move || spec.with(|spec| (spec.width_px, spec.height_px)));
    let draw = move || {
        spec.with(|spec| {
            let rows = spec.rows.iter().zip([Mark::A, Mark::B, Mark::C]);
            rows.map(|(row, mark)| draw_row(row, mark)).collect_view()
        })
    };
    view! {
        <Frame figure title table>
            <Drawing size label>
                {draw}
            </Drawing>
        </Frame>
    }
}

fn draw_row(row: &StackRowSpec, mark: Mark) -> impl IntoView + use<> {
    let bars = row.bars.iter().map(|bar| draw_bar(bar, mark));
    view! {
        {draw_label(&row.name, Tone::Strong)}
        {bars.collect_view()}
    }
}

fn draw_bar(bar: &StackBar, mark: Mark) -> impl IntoView + use<> {
    let class = data_class(mark);
    // Only the strongest bar has the colour that needs its own letters.
    let text_class = if bar.part_idx == 0 {
        "chart__on"
    } else {
        "chart__text chart__text--strong"
    };
    view! {
        <rect
            class=TONES.get(bar.part_idx).copied()
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
