//! Rows of counts cut into parts: how sure the classes are, one row per class. All rows on one scale.

use super::{
    label::{Anchor, Label},
    text::{Weight, width_px},
};

const BAR_PX: f64 = 22.0;
const PITCH_PX: f64 = 30.0;
/// White between two bars.
const GAP_PX: f64 = 1.5;
const PAD_PX: f64 = 6.0;
/// From the top of a bar to the baseline of its label.
const BASELINE_PX: f64 = 15.5;
/// Between the names and the bars.
const NAME_GAP_PX: f64 = 12.0;

/// One part of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct StackPart {
    /// How much, not below zero.
    pub value: f64,
    /// Possible labels, longest first; the first that fits is shown.
    pub labels: Vec<String>,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct StackRow {
    /// At the left.
    pub name: String,
    /// In a fixed order: the caller knows by place what a part is.
    pub parts: Vec<StackPart>,
}

/// One bar, laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct StackBar {
    /// Which part of its row.
    pub part_idx: usize,
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Inside the bar; none when nothing fits.
    pub label: Option<Label>,
}

/// One row, laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct StackRowSpec {
    /// At the left.
    pub name: Label,
    /// Parts of nothing have no bar.
    pub bars: Vec<StackBar>,
}

/// The picture, laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct StackSpec {
    /// Width of the picture.
    pub width_px: f64,
    /// Height of the picture.
    pub height_px: f64,
    /// The rows, from above.
    pub rows: Vec<StackRowSpec>,
}

/// Lays out the rows at this width.
#[must_use]
pub fn stack_from(rows: &[StackRow], width_px: f64) -> StackSpec {
    let names = rows.iter().map(|row| width_px_of(&row.name));
    let left = names.fold(0.0, f64::max) + NAME_GAP_PX;
    let total = |row: &StackRow| row.parts.iter().map(|part| part.value.max(0.0)).sum();
    let longest: f64 = rows.iter().map(total).fold(0.0, f64::max);
    let room = (width_px - left).max(0.0);
    let scale = if longest > 0.0 { room / longest } else { 0.0 };
    let rows: Vec<StackRowSpec> = rows
        .iter()
        .enumerate()
        .map(|(place, row)| {
            let y = place as f64 * PITCH_PX + 1.0;
            StackRowSpec {
                name: Label::new(&row.name, 0.0, y + BASELINE_PX, Anchor::Start),
                bars: bars_of(row, left, y, scale),
            }
        })
        .collect();
    StackSpec {
        width_px,
        height_px: rows.len() as f64 * PITCH_PX,
        rows,
    }
}

fn width_px_of(name: &str) -> f64 {
    width_px(name, Weight::Bold)
}

fn bars_of(row: &StackRow, left: f64, y: f64, scale: f64) -> Vec<StackBar> {
    let mut x = left;
    let mut bars = Vec::new();
    for (part_idx, part) in row.parts.iter().enumerate() {
        let whole = part.value.max(0.0) * scale;
        if whole > 0.0 {
            let width = (whole - GAP_PX).max(whole / 2.0);
            let fits = |text: &&String| width_px(text, Weight::Normal) + 2.0 * PAD_PX <= width;
            let label = part.labels.iter().find(fits);
            bars.push(StackBar {
                part_idx,
                x,
                y,
                width,
                height: BAR_PX,
                label: label
                    .map(|text| Label::new(text, x + PAD_PX, y + BASELINE_PX, Anchor::Start)),
            });
        }
        x += whole;
    }
    bars
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, values: &[f64]) -> StackRow {
        let part = |value: &f64| StackPart {
            value: *value,
            labels: vec![format!("{value} stevig"), value.to_string()],
        };
        StackRow {
            name: name.to_owned(),
            parts: values.iter().map(part).collect(),
        }
    }

    #[test]
    fn the_longest_row_fills_the_width_and_parts_of_nothing_are_left_out() {
        let spec = stack_from(
            &[row("A", &[10.0, 0.0, 5.0]), row("B", &[30.0, 5.0, 5.0])],
            500.0,
        );
        let places: Vec<usize> = spec.rows[0].bars.iter().map(|bar| bar.part_idx).collect();
        assert_eq!(places, [0, 2]);
        let last = spec.rows[1].bars.last().unwrap();
        assert!((last.x + last.width + GAP_PX - 500.0).abs() < 1e-9);
        for row in &spec.rows {
            for pair in row.bars.windows(2) {
                assert!(pair[0].x + pair[0].width < pair[1].x);
            }
        }
    }

    #[test]
    fn a_label_is_the_longest_that_fits() {
        let text = |width| {
            let spec = stack_from(&[row("A", &[10.0])], width);
            spec.rows[0].bars[0].label.clone().map(|label| label.text)
        };
        assert_eq!(text(300.0).as_deref(), Some("10 stevig"));
        assert_eq!(text(60.0).as_deref(), Some("10"));
        assert_eq!(text(30.0), None);
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        let spec = stack_from(&[row("A", &[0.0, 0.0])], 300.0);
        assert!(spec.rows[0].bars.is_empty());
        assert!(stack_from(&[], 300.0).rows.is_empty());
    }
}
