//! Last time against this time, drawn.

use abc_core::chart::{MatrixCell, MatrixCounts, MatrixLabels, matrix_from};
use leptos::{html, prelude::*};

use super::{
    frame::{ChartTable, Drawing, Frame},
    measured::measured_width,
    shape::{Tone, data_class, draw_label},
};

/// The fullest cell of a kind is drawn this strongly: its number must be read on it.
const STRONGEST: f64 = 0.3;

/// Who went from which class to which: the diagonal stayed, the last row is new, the last column gone.
#[component]
pub fn MatrixChart(
    /// How many went from where to where.
    #[prop(into)]
    counts: Signal<MatrixCounts>,
    /// The names of rows and columns.
    labels: MatrixLabels,
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
    let spec = Memo::new(move |_| matrix_from(&counts.get(), &labels, width.get()));
    let size = Signal::derive(move || spec.with(|spec| (spec.width_px, spec.height_px)));
    let draw = move || {
        spec.with(|spec| {
            let names = spec.row_names.iter().chain(&spec.column_names);
            let names = names.map(|name| draw_label(name, Tone::Quiet));
            let names = names.collect_view();
            let cells = spec.cells.iter().map(draw_cell).collect_view();
            view! {
                {names}
                {cells}
            }
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

fn draw_cell(cell: &MatrixCell) -> impl IntoView + use<> {
    let (class, mark) = match (cell.before, cell.after) {
        (Some(before), Some(after)) if before == after => ("chart__mark", Some(data_class(after))),
        (Some(_), Some(_)) => ("chart__dot", None),
        _ => ("chart__cell", None),
    };
    let is_filled = class != "chart__cell";
    let text_class = if cell.n > 0 {
        "chart__text chart__text--strong"
    } else {
        "chart__text"
    };
    view! {
        <rect
            class="chart__cell"
            x=cell.at.x
            y=cell.at.y
            width=cell.width
            height=cell.height
        />
        {(is_filled && cell.n > 0)
            .then(|| {
                view! {
                    <rect
                        class=class
                        data-class=mark
                        fill-opacity=STRONGEST * cell.strength
                        x=cell.at.x
                        y=cell.at.y
                        width=cell.width
                        height=cell.height
                    />
                }
            })}
        <text class=text_class x=cell.number.x y=cell.number.y text-anchor="middle">
            {cell.n}
        </text>
    }
}
