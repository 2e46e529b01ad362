//! What every chart has around it: the figure, its title, the drawing's frame and the table.

use leptos::task::spawn_local_scoped;
use leptos::{html, prelude::*};

use crate::platform::picture;
use crate::platform::viewport::{self, Element};

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

/// The words of saving, provided once around the charts: charts have none of their own.
#[derive(Clone, Copy, Debug)]
pub struct SaveWords {
    /// Before the two buttons.
    pub save: &'static str,
    /// The texts of the buttons for SVG and for PNG.
    pub formats: [&'static str; 2],
    /// Their whole names.
    pub names: [&'static str; 2],
    /// The browser refused.
    pub refused: &'static str,
    /// The name of a file without title.
    pub file: &'static str,
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
    /// Whether the drawing can be saved; not a small one in a line of text.
    #[prop(default = true)]
    is_saved: bool,
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
            {(table.is_some() || is_saved)
                .then(|| {
                    view! {
                        <div class="chart__foot">
                            {table.map(|table| view! { <NumbersTable table /> })}
                            {is_saved
                                .then(use_context::<SaveWords>)
                                .flatten()
                                .map(|words| view! { <SaveButtons figure words /> })}
                        </div>
                    }
                })}
        </figure>
    }
}

/// Two quiet buttons that hand the drawing out as a file.
#[component]
fn SaveButtons(figure: NodeRef<html::Figure>, words: SaveWords) -> impl IntoView {
    let is_refused = RwSignal::new(false);
    // The drawing, what it says above it or what its name begins with, and a file name made of that.
    let drawing = move || -> Option<(Element, String, String)> {
        let figure = figure.get_untracked()?;
        let drawing = viewport::find_in(&figure, ".chart__svg")?;
        let title = viewport::find_in(&figure, ".chart__say").and_then(|say| say.text_content());
        let title = title.or_else(|| Some(opening(&drawing.get_attribute("aria-label")?)));
        let title = title.unwrap_or_default();
        let name = file_name(&title).unwrap_or_else(|| words.file.to_owned());
        Some((drawing, title, name))
    };
    let save_svg = move |_| {
        let is_saved = drawing().is_some_and(|(drawing, title, name)| {
            picture::save_svg(&drawing, &title, &format!("{name}.svg"))
        });
        is_refused.set(!is_saved);
    };
    let save_png = move |_| {
        spawn_local_scoped(async move {
            let is_saved = match drawing() {
                Some((drawing, title, name)) => {
                    picture::save_png(&drawing, &title, &format!("{name}.png")).await
                }
                None => false,
            };
            is_refused.try_set(!is_saved);
        });
    };
    let [svg_name, png_name] = words.names;
    let [svg_text, png_text] = words.formats;
    view! {
        <p class="chart__save">
            {words.save}
            <button type="button" aria-label=svg_name on:click=save_svg>
                {svg_text}
            </button>
            <button type="button" aria-label=png_name on:click=save_png>
                {png_text}
            </button>
            <span role="status">{move || is_refused.get().then_some(words.refused)}</span>
        </p>
    }
}

/// What a sentence is about, before it gives the numbers.
fn opening(sentence: &str) -> String {
    let (about, _) = sentence.split_once(':').unwrap_or((sentence, ""));
    about.to_owned()
}

/// The first words of a title as a file name; `None` when nothing of it can be one.
fn file_name(title: &str) -> Option<String> {
    let words: Vec<String> = title
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(8)
        .map(str::to_lowercase)
        .collect();
    (!words.is_empty()).then(|| words.join("-"))
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

/// The same of a drawing that is made anew as a whole, at another width.
pub(super) fn printed_drawing(size: (f64, f64), label: String, shapes: AnyView) -> AnyView {
    let (width, height) = size;
    let view_box = format!("0 0 {width} {height}");
    view! {
        <svg class="chart__svg" viewBox=view_box role="img" aria-label=label>
            {shapes}
        </svg>
    }
    .into_any()
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

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_title_becomes_a_name_that_every_system_takes() {
        let cases = [
            (
                "Na 49 klanten zit je op de top; de rest",
                Some("na-49-klanten-zit-je-op-de-top"),
            ),
            (
                "Van de 29: \u{20ac}\u{a0}1/2 *geen* A?",
                Some("van-de-29-1-2-geen-a"),
            ),
            (" – ", None),
        ];
        for (title, name) in cases {
            assert_eq!(file_name(title).as_deref(), name, "{title}");
        }
    }
}
