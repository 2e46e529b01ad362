//! What every chart has around it: the figure, its title, the drawing's frame and the table.

use leptos::{html, prelude::*};

/// The numbers of a chart as rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartTable {
    /// The words that open it.
    pub summary: String,
    /// The names of the columns; the first column names the row.
    pub head: Vec<String>,
    /// The cells, as many as there are columns.
    pub rows: Vec<Vec<String>>,
}

/// The figure around a drawing.
#[component]
pub(super) fn Frame(
    /// Measured for the width of the drawing.
    figure: NodeRef<html::Figure>,
    /// The finding, above the drawing.
    title: Option<ViewFn>,
    /// The same numbers as a table, below it.
    table: Option<Signal<ChartTable>>,
    /// The drawing.
    children: Children,
) -> impl IntoView {
    view! {
        <figure class="chart" node_ref=figure>
            {title
                .map(|title| {
                    view! { <figcaption class="chart__say">{move || title.run()}</figcaption> }
                })}
            {children()}
            {table.map(|table| view! { <NumbersTable table /> })}
        </figure>
    }
}

/// The drawing itself: an image with a name, as wide as its figure and never scaled.
#[component]
pub(super) fn Drawing(
    /// Width and height the drawing was laid out at.
    size: Signal<(f64, f64)>,
    /// A sentence that holds the numbers.
    label: Signal<String>,
    /// The shapes.
    children: Children,
) -> impl IntoView {
    let view_box = move || {
        let (width, height) = size.get();
        format!("0 0 {width} {height}")
    };
    view! {
        <svg class="chart__svg" viewBox=view_box role="img" aria-label=move || label.get()>
            {children()}
        </svg>
    }
}

/// The table exists only while it is open: a firm may have thousands of rows.
#[component]
fn NumbersTable(table: Signal<ChartTable>) -> impl IntoView {
    let (is_open, set_open) = signal(false);
    let details = NodeRef::<html::Details>::new();
    let on_toggle = move |_| {
        if let Some(details) = details.get_untracked() {
            set_open.set(details.open());
        }
    };
    view! {
        <details class="chart__table" node_ref=details on:toggle=on_toggle>
            <summary>{move || table.with(|table| table.summary.clone())}</summary>
            <Show when=move || is_open.get()>
                <div class="chart__scroll" tabindex="0">
                    {move || table.with(draw_table)}
                </div>
            </Show>
        </details>
    }
}

fn draw_table(table: &ChartTable) -> impl IntoView + use<> {
    let head = table.head.iter().enumerate().map(|(index, name)| {
        view! { <th scope="col" class:num=index != 0>{name.clone()}</th> }
    });
    let rows = table.rows.iter().map(|cells| {
        let mut cells = cells.iter().cloned();
        let name = cells.next();
        let cells = cells.map(|cell| view! { <td class="num">{cell}</td> });
        view! {
            <tr>
                <th scope="row">{name}</th>
                {cells.collect_view()}
            </tr>
        }
    });
    view! {
        <table>
            <thead>
                <tr>{head.collect_view()}</tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}
