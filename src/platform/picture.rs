//! A drawing of the page as a file: SVG that stands on its own, and PNG.
//!
//! What the style sheets say is written into the drawing, in the colors of paper. In the PNG the letters
//! are drawn beside the shapes: an image may not use the fonts of the page, a canvas may.

use js_sys::encode_uri_component;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, CanvasRenderingContext2d, Document, Element, HtmlCanvasElement, HtmlImageElement, Node,
    SvgTextContentElement, Window, XmlSerializer,
};

use super::page;

/// Space around a drawing whose labels may reach over its edge, in CSS pixels.
const MARGIN_PX: f64 = 24.0;
/// Size and line height of the title, in CSS pixels.
const TITLE_PX: f64 = 16.0;
const TITLE_LINE_PX: f64 = 22.0;
/// Pixels of a PNG per CSS pixel: sharp on paper and on a projector.
const SCALE: f64 = 2.0;

const SVG: &str = "http://www.w3.org/2000/svg";

/// What of the style sheets shows in a drawing; what it says is as written in SVG.
const PAINT: [&str; 12] = [
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linejoin",
    "paint-order",
    "font-family",
    "font-size",
    "font-weight",
    "font-variant-numeric",
    "text-anchor",
];

/// A drawing that stands on its own.
struct Standalone {
    /// The document.
    svg: Element,
    width_px: f64,
    height_px: f64,
    /// The letters, in order of drawing.
    letters: Vec<Letters>,
}

/// Letters in one style from one point on.
struct Letters {
    text: String,
    x: f64,
    y: f64,
    font: String,
    fill: String,
}

/// Hands a drawing to the user as SVG under this title; false when the browser refuses.
pub fn save_svg(svg: &Element, title: &str, file_name: &str) -> bool {
    let made = || -> Result<String, JsValue> {
        let drawing = standalone(svg, title)?;
        XmlSerializer::new()?.serialize_to_string(&drawing.svg)
    };
    made().is_ok_and(|text| page::download(file_name, "image/svg+xml", &[text]))
}

/// The same as PNG.
pub async fn save_png(svg: &Element, title: &str, file_name: &str) -> bool {
    match png_of(svg, title).await {
        Ok(blob) => page::download_blob(file_name, &blob).is_ok(),
        Err(_) => false,
    }
}

async fn png_of(svg: &Element, title: &str) -> Result<Blob, JsValue> {
    let drawing = standalone(svg, title)?;
    remove_all(&drawing.svg, "text")?;
    let shapes = XmlSerializer::new()?.serialize_to_string(&drawing.svg)?;
    let image = HtmlImageElement::new()?;
    let data = encode_uri_component(&shapes);
    image.set_src(&format!("data:image/svg+xml,{}", String::from(data)));
    JsFuture::from(image.decode()).await?;

    let canvas: HtmlCanvasElement = document()?.create_element("canvas")?.dyn_into()?;
    canvas.set_width((drawing.width_px * SCALE).ceil() as u32);
    canvas.set_height((drawing.height_px * SCALE).ceil() as u32);
    let context: CanvasRenderingContext2d =
        canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    context.scale(SCALE, SCALE)?;
    context.draw_image_with_html_image_element_and_dw_and_dh(
        &image,
        0.0,
        0.0,
        drawing.width_px,
        drawing.height_px,
    )?;
    for letters in &drawing.letters {
        context.set_font(&letters.font);
        context.set_fill_style_str(&letters.fill);
        context.fill_text(&letters.text, letters.x, letters.y)?;
    }
    blob_of(&canvas).await
}

/// A canvas hands out its bytes by calling back.
async fn blob_of(canvas: &HtmlCanvasElement) -> Result<Blob, JsValue> {
    let promise = js_sys::Promise::new(&mut |resolve, reject| {
        let on_blob = Closure::once_into_js(move |blob: JsValue| {
            // Whoever waits hears of it either way.
            resolve.call1(&JsValue::NULL, &blob).ok();
        });
        if let Err(error) = canvas.to_blob(on_blob.unchecked_ref()) {
            reject.call1(&JsValue::NULL, &error).ok();
        }
    });
    JsFuture::from(promise).await?.dyn_into()
}

/// Copies the drawing with its look written into it. Paper and title are put into the original for as long
/// as that takes, so that they get their look from the same style sheets.
fn standalone(svg: &Element, title: &str) -> Result<Standalone, JsValue> {
    let (width, height) = size_of(svg).ok_or(JsValue::NULL)?;
    let lines = title_lines(svg, title, width)?;
    let above = lines.len() as f64 * TITLE_LINE_PX;
    let (left, top) = (-MARGIN_PX, -MARGIN_PX - above);
    let (width_px, height_px) = (width + 2.0 * MARGIN_PX, height + above + 2.0 * MARGIN_PX);

    let own_theme = svg.get_attribute("data-theme");
    svg.set_attribute("data-theme", "light")?;
    let mut added = Vec::new();
    let paper = element("rect", "chart__paper")?;
    for (name, value) in [
        ("x", left),
        ("y", top),
        ("width", width_px),
        ("height", height_px),
    ] {
        paper.set_attribute(name, &value.to_string())?;
    }
    svg.prepend_with_node_1(&paper)?;
    added.push(paper);
    for (line, n_below) in lines.iter().zip((0..lines.len()).rev()) {
        let text = element("text", "chart__text chart__text--title")?;
        let y = -(n_below as f64) * TITLE_LINE_PX - MARGIN_PX / 2.0;
        text.set_attribute("x", "0")?;
        text.set_attribute("y", &y.to_string())?;
        text.set_text_content(Some(line));
        svg.append_child(&text)?;
        added.push(text);
    }
    let copied = copy_of(svg, left, top);
    for element in added {
        element.remove();
    }
    match own_theme {
        Some(theme) => svg.set_attribute("data-theme", &theme)?,
        None => svg.remove_attribute("data-theme")?,
    }

    let (copy, letters) = copied?;
    copy.remove_attribute("data-theme")?;
    let view_box = format!("{left} {top} {width_px} {height_px}");
    copy.set_attribute("viewBox", &view_box)?;
    copy.set_attribute("width", &width_px.to_string())?;
    copy.set_attribute("height", &height_px.to_string())?;
    Ok(Standalone {
        svg: copy,
        width_px,
        height_px,
        letters,
    })
}

fn copy_of(svg: &Element, left: f64, top: f64) -> Result<(Element, Vec<Letters>), JsValue> {
    let copy: Element = svg.clone_node_with_deep(true)?.dyn_into()?;
    let mut letters = Vec::new();
    write_look(svg, &copy)?;
    let (from, to) = (svg.query_selector_all("*")?, copy.query_selector_all("*")?);
    for index in 0..from.length() {
        let (Some(drawn), Some(twin)) = (from.get(index), to.get(index)) else {
            continue;
        };
        let (drawn, twin): (Element, Element) = (drawn.dyn_into()?, twin.dyn_into()?);
        write_look(&drawn, &twin)?;
        if drawn.tag_name() == "text" {
            let text: SvgTextContentElement = drawn.dyn_into()?;
            letters.extend(letters_of(&text, left, top)?);
        }
    }
    Ok((copy, letters))
}

/// Writes what the style sheets make of `original` into `copy`.
fn write_look(original: &Element, copy: &Element) -> Result<(), JsValue> {
    let look = window()?
        .get_computed_style(original)?
        .ok_or(JsValue::NULL)?;
    for name in PAINT {
        let value = look.get_property_value(name)?;
        if !value.is_empty() {
            copy.set_attribute(name, &value)?;
        }
    }
    copy.remove_attribute("class")?;
    copy.remove_attribute("data-class")
}

/// The letters of one text where the browser has laid them out, one entry per style.
fn letters_of(text: &SvgTextContentElement, left: f64, top: f64) -> Result<Vec<Letters>, JsValue> {
    let mut runs: Vec<(Element, String, u32)> = Vec::new();
    let mut n_units = 0;
    collect_runs(text, &mut runs, &mut n_units)?;
    let n_laid_out = u32::try_from(text.get_number_of_chars()).unwrap_or(0);
    let mut letters = Vec::new();
    for (parent, run, first) in runs {
        if first >= n_laid_out || run.trim().is_empty() {
            continue;
        }
        let look = window()?
            .get_computed_style(&parent)?
            .ok_or(JsValue::NULL)?;
        let property = |name: &str| look.get_property_value(name);
        let start = text.get_start_position_of_char(first)?;
        letters.push(Letters {
            text: run,
            x: f64::from(start.x()) - left,
            y: f64::from(start.y()) - top,
            font: format!(
                "{} {} {}",
                property("font-weight")?,
                property("font-size")?,
                property("font-family")?
            ),
            fill: property("fill")?,
        });
    }
    Ok(letters)
}

/// The texts below a node with white space as the browser collapses it, each with its element and the
/// position of its first unit.
fn collect_runs(
    node: &Node,
    runs: &mut Vec<(Element, String, u32)>,
    n_units: &mut u32,
) -> Result<(), JsValue> {
    let children = node.child_nodes();
    for index in 0..children.length() {
        let Some(child) = children.get(index) else {
            continue;
        };
        if child.node_type() == Node::ELEMENT_NODE {
            collect_runs(&child, runs, n_units)?;
        } else if child.node_type() == Node::TEXT_NODE {
            let parent: Element = node.clone().dyn_into()?;
            let mut run = String::new();
            let first = *n_units;
            let mut was_space = runs.last().is_none_or(|(_, text, _)| text.ends_with(' '));
            for letter in child.text_content().unwrap_or_default().chars() {
                let is_space = matches!(letter, ' ' | '\n' | '\t' | '\r');
                if is_space && was_space {
                    continue;
                }
                run.push(if is_space { ' ' } else { letter });
                *n_units += letter.len_utf16() as u32;
                was_space = is_space;
            }
            if !run.is_empty() {
                runs.push((parent, run, first));
            }
        }
    }
    Ok(())
}

/// The title broken into lines that fit the drawing.
fn title_lines(svg: &Element, title: &str, width_px: f64) -> Result<Vec<String>, JsValue> {
    let canvas: HtmlCanvasElement = document()?.create_element("canvas")?.dyn_into()?;
    let context: CanvasRenderingContext2d =
        canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    let look = window()?.get_computed_style(svg)?.ok_or(JsValue::NULL)?;
    let family = look.get_property_value("font-family")?;
    context.set_font(&format!("600 {TITLE_PX}px {family}"));
    let mut lines: Vec<String> = Vec::new();
    for word in title.split_whitespace() {
        let longer = lines.last().map(|line| format!("{line} {word}"));
        let fitting = match longer {
            Some(longer) if context.measure_text(&longer)?.width() <= width_px => Some(longer),
            _ => None,
        };
        match (fitting, lines.last_mut()) {
            (Some(longer), Some(line)) => *line = longer,
            _ => lines.push(word.to_owned()),
        }
    }
    Ok(lines)
}

/// Width and height that the drawing was laid out at.
fn size_of(svg: &Element) -> Option<(f64, f64)> {
    let view_box = svg.get_attribute("viewBox")?;
    let mut numbers = view_box.split(' ').skip(2).map(str::parse::<f64>);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

fn element(name: &str, class: &str) -> Result<Element, JsValue> {
    let element = document()?.create_element_ns(Some(SVG), name)?;
    element.set_attribute("class", class)?;
    Ok(element)
}

fn remove_all(within: &Element, selector: &str) -> Result<(), JsValue> {
    let found = within.query_selector_all(selector)?;
    for index in 0..found.length() {
        if let Some(node) = found.get(index) {
            node.dyn_into::<Element>()?.remove();
        }
    }
    Ok(())
}

fn window() -> Result<Window, JsValue> {
    web_sys::window().ok_or(JsValue::NULL)
}

fn document() -> Result<Document, JsValue> {
    window()?.document().ok_or(JsValue::NULL)
}
