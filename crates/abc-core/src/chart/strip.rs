//! The share strip: one row per figure (customers, revenue, hours, contribution), each cut into
//! A, B and C, all rows on one scale. What is below zero goes to the left of the zero line.

use super::{
    Mark,
    label::{Anchor, LINE_PX, Label},
    text::{Weight, width_px},
};
use crate::stats::order::sort_short;

const BAR_PX: f64 = 22.0;
const PITCH_PX: f64 = 27.0;
/// White between two bars.
const GAP_PX: f64 = 1.5;
/// From the edge of a bar to its label.
const PAD_PX: f64 = 8.0;
/// From the top of a bar to the baseline of its label.
const BASELINE_PX: f64 = 15.5;
/// Narrower than this there is no room for the totals, which the labels and the table hold too.
const TOTALS_FROM_PX: f64 = 640.0;
/// Between the names and the leftmost bar.
const NAME_GAP_PX: f64 = 12.0;

/// One figure, split by class.
#[derive(Clone, Debug, PartialEq)]
pub struct StripRow {
    /// What is shared out.
    pub name: String,
    /// The part of A, of B and of C, in any unit.
    pub values: [f64; 3],
    /// For A, B and C the possible labels, longest first. That one stands in its bar where it fits; else the
    /// first that has room stands below the bar.
    pub labels: [Vec<String>; 3],
    /// The sum, in words.
    pub total: String,
}

/// One bar of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct StripBar {
    /// Whose part it is.
    pub mark: Mark,
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Inside the bar, or below it.
    pub label: Option<Label>,
    /// Below zero: drawn to the left, labelled below.
    pub is_negative: bool,
    /// Labelled below.
    pub is_below: bool,
}

/// One row, laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct StripRowSpec {
    /// At the left.
    pub name: Label,
    /// At the right, where there is room.
    pub total: Option<Label>,
    /// Its bars.
    pub bars: Vec<StripBar>,
}

/// The strip, laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct StripSpec {
    /// Width of the picture.
    pub width_px: f64,
    /// Height of the picture.
    pub height_px: f64,
    /// Where zero is.
    pub zero_x: f64,
    /// How far down the zero line goes.
    pub zero_bottom: f64,
    /// The rows, from above.
    pub rows: Vec<StripRowSpec>,
}

/// Lays out the strip at this width.
///
/// Each row is drawn as parts of its own total. When losses eat more than half of the gains (or
/// all of them), parts of the total are meaningless and the gains are the whole instead.
#[must_use]
pub fn strip_from(rows: &[StripRow], width_px: f64) -> StripSpec {
    let parts: Vec<[f64; 3]> = rows.iter().map(|row| parts_of_whole(row.values)).collect();
    let reach = |sign: f64| {
        let sums = parts
            .iter()
            .map(|row| row.iter().map(|part| (part * sign).max(0.0)).sum());
        sums.fold(0.0, f64::max)
    };
    let (right_reach, left_reach) = (reach(1.0), reach(-1.0));

    let widest = |text: fn(&StripRow) -> &str, weight| {
        rows.iter()
            .map(|row| width_px_of(text(row), weight))
            .fold(0.0, f64::max)
    };
    let left = widest(|row| &row.name, Weight::Bold) + NAME_GAP_PX;
    let has_totals = width_px >= TOTALS_FROM_PX;
    let right = if has_totals {
        widest(|row| &row.total, Weight::Normal) + 2.0 * PAD_PX
    } else {
        0.0
    };

    let room = (width_px - left - right).max(0.0);
    let reached = right_reach + left_reach;
    let scale = if reached > 0.0 { room / reached } else { 0.0 };
    let zero_x = left + left_reach * scale;

    let mut y = 1.0;
    let mut zero_bottom = 0.0;
    let rows = rows.iter().zip(parts).map(|(row, parts)| {
        let mut bars = bars_from(row, parts, (zero_x, y), scale, !has_totals);
        let has_below = place_labels_below(&mut bars, row, y, width_px, !has_totals);
        let baseline = y + BASELINE_PX - 0.5;
        let spec = StripRowSpec {
            name: Label::new(&row.name, 0.0, baseline, Anchor::Start),
            total: has_totals.then(|| Label::new(&row.total, width_px, baseline, Anchor::End)),
            bars,
        };
        zero_bottom = y + BAR_PX;
        y += if has_below {
            // Nearer to its own bar than to the next.
            PITCH_PX + LINE_PX + PAD_PX
        } else {
            PITCH_PX
        };
        spec
    });
    let rows = rows.collect();
    StripSpec {
        width_px,
        height_px: (y - 2.0).max(0.0),
        zero_x,
        zero_bottom,
        rows,
    }
}

fn width_px_of(text: &str, weight: Weight) -> f64 {
    width_px(text, weight)
}

/// The values as parts of the whole they are drawn against.
fn parts_of_whole(values: [f64; 3]) -> [f64; 3] {
    let values = values.map(|value| if value.is_finite() { value } else { 0.0 });
    let gains: f64 = values.iter().map(|value| value.max(0.0)).sum();
    let losses: f64 = values.iter().map(|value| (-value).max(0.0)).sum();
    let whole = if losses <= gains / 2.0 {
        gains - losses
    } else {
        gains.max(losses)
    };
    if whole > 0.0 {
        values.map(|value| value / whole)
    } else {
        [0.0; 3]
    }
}

/// The bars of a row that begins at `(zero_x, y)`. On a narrow screen shares stand alone: an amount has no room
/// beside them.
fn bars_from(
    row: &StripRow,
    parts: [f64; 3],
    (zero_x, y): (f64, f64),
    scale: f64,
    is_narrow: bool,
) -> Vec<StripBar> {
    let mut bars = Vec::with_capacity(3);
    let (mut right_end, mut left_end) = (zero_x, zero_x);
    for ((mark, part), labels) in [Mark::A, Mark::B, Mark::C]
        .into_iter()
        .zip(parts)
        .zip(&row.labels)
    {
        let length = part.abs() * scale;
        if length <= 0.0 {
            continue;
        }
        let is_negative = part < 0.0;
        let x = if is_negative {
            left_end - length
        } else {
            right_end
        };
        let width = (length - GAP_PX).max(length.min(0.5));
        // Without a share the shorter words are a letter, which says no number.
        let fitting = labels
            .get(usize::from(is_narrow && labels.len() > 2))
            .filter(|label| width_px(label, Weight::Bold) + 2.0 * PAD_PX <= width)
            .filter(|_| !is_negative);
        let label =
            fitting.map(|text| Label::new(text, x + PAD_PX, y + BASELINE_PX, Anchor::Start));
        bars.push(StripBar {
            mark,
            x,
            y,
            width,
            height: BAR_PX,
            is_below: label.is_none(),
            label,
            is_negative,
        });
        if is_negative {
            left_end -= length;
        } else {
            right_end += length;
        }
    }
    bars
}

/// Puts labels that do not stand in their bar below it, from left to right; says whether there were any.
fn place_labels_below(
    bars: &mut [StripBar],
    row: &StripRow,
    y: f64,
    width: f64,
    is_narrow: bool,
) -> bool {
    let mut below: Vec<&mut StripBar> = bars.iter_mut().filter(|bar| bar.is_below).collect();
    sort_short(&mut below, |a, b| a.x.total_cmp(&b.x));
    let labels_of = |mark: Mark| match mark {
        Mark::A => &row.labels[0],
        Mark::B => &row.labels[1],
        Mark::C => &row.labels[2],
    };
    // All of them in the longest words that have room beside each other.
    let text_at = |mark: Mark, level: usize| {
        let labels = labels_of(mark);
        labels.get(level).or_else(|| labels.last())
    };
    let length_at = |mark: Mark, level: usize| {
        let text = text_at(mark, level);
        text.map_or(0.0, |text| width_px(text, Weight::Bold) + 2.0 * PAD_PX)
    };
    let all_at = |level: usize| -> f64 { below.iter().map(|bar| length_at(bar.mark, level)).sum() };
    let has_shares = row.labels.iter().all(|labels| labels.len() > 2);
    let longest = usize::from(is_narrow && has_shares);
    let level = (longest..2).find(|level| all_at(*level) - 2.0 * PAD_PX <= width);
    let level = level.unwrap_or(2);
    let (mut free_from, mut after) = (0.0_f64, all_at(level));
    for bar in &mut below {
        let length = length_at(bar.mark, level);
        after -= length;
        let text = text_at(bar.mark, level);
        // Shorter words may fit the bar itself.
        if !bar.is_negative && length <= bar.width {
            let at = (bar.x + PAD_PX, y + BASELINE_PX);
            bar.label = text.map(|text| Label::new(text, at.0, at.1, Anchor::Start));
            bar.is_below = false;
            continue;
        }
        let last = width + 2.0 * PAD_PX - after - length;
        let x = bar.x.min(last).max(free_from);
        bar.label = text.map(|text| Label::new(text, x, y + BAR_PX + LINE_PX, Anchor::Start));
        free_from = x + length;
    }
    below.iter().any(|bar| bar.is_below)
}

#[cfg(test)]
mod tests {
    use super::{StripRow, StripSpec, strip_from};
    use crate::chart::text::width_px;
    use crate::chart::{Mark, Weight};

    fn row(name: &str, values: [f64; 3]) -> StripRow {
        let labels = ["A", "B", "C"].map(|letter| {
            vec![
                format!("{letter} \u{2002}€ 1.234.567 \u{2002}47%"),
                format!("{letter} 47%"),
                letter.to_owned(),
            ]
        });
        StripRow {
            name: name.to_owned(),
            values,
            labels,
            total: "€ 719.833".to_owned(),
        }
    }

    fn bars(spec: &StripSpec, at: usize) -> Vec<(Mark, f64, f64)> {
        spec.rows[at]
            .bars
            .iter()
            .map(|bar| (bar.mark, bar.x, bar.width))
            .collect()
    }

    #[test]
    fn rows_share_one_scale_and_losses_go_left() {
        let rows = [
            row("Klanten", [15.0, 29.0, 14.0]),
            row("Winst", [121_259.0, 71_038.0, -6_560.0]),
        ];
        let spec = strip_from(&rows, 1208.0);
        let ends: Vec<f64> = (0..2)
            .map(|at| {
                bars(&spec, at)
                    .iter()
                    .map(|(_, x, width)| x + width)
                    .fold(0.0, f64::max)
            })
            .collect();
        assert!(
            ends[1] > ends[0],
            "a row with a loss reaches further: {ends:?}"
        );
        let loss = &spec.rows[1].bars[2];
        assert!(loss.is_negative && loss.x < spec.zero_x && loss.x + loss.width <= spec.zero_x);
        let label = loss.label.as_ref().expect("a loss is always labelled");
        assert!(label.at.y > loss.y + loss.height, "below its bar");
        assert!(
            spec.rows[0]
                .bars
                .iter()
                .all(|bar| !bar.is_negative && bar.x >= spec.zero_x)
        );
    }

    #[test]
    fn a_label_that_does_not_fit_its_bar_stands_below_it() {
        let rows = [
            row("Omzet", [47.0, 41.0, 12.0]),
            row("Uren", [98.0, 1.5, 0.5]),
        ];
        for width in [280.0, 358.0, 484.0, 1208.0] {
            let spec = strip_from(&rows, width);
            for bar in spec.rows.iter().flat_map(|row| &row.bars) {
                let label = bar.label.as_ref().expect("every bar has its number");
                let length = width_px(&label.text, Weight::Bold);
                let room = if bar.is_below {
                    width - label.at.x
                } else {
                    bar.width
                };
                assert!(length <= room + 0.01, "{label:?} at {width}");
                assert!(
                    bar.x >= 0.0 && bar.x + bar.width <= width + 0.01,
                    "{bar:?} at {width}"
                );
            }
        }
        let phone = strip_from(&rows, 358.0);
        let texts: Vec<_> = phone.rows[0]
            .bars
            .iter()
            .map(|bar| bar.label.as_ref().map(|l| l.text.as_str()))
            .collect();
        assert_eq!(texts, [Some("A 47%"), Some("B 47%"), Some("C 47%")]);
        let is_below = phone.rows[0].bars.iter().map(|bar| bar.is_below);
        assert_eq!(is_below.collect::<Vec<_>>(), [false, false, true]);
        assert!(
            phone.rows.iter().all(|row| row.total.is_none()),
            "no totals on a phone"
        );
    }

    #[test]
    fn extremes_stay_inside_the_picture() {
        let cases = [
            ("empty", [0.0, 0.0, 0.0]),
            ("only losses", [-5.0, -3.0, -1.0]),
            ("losses eat the gains", [100.0, 1.0, -100.9]),
            ("one class", [0.0, 4.0, 0.0]),
            ("not a number", [f64::NAN, 1.0, 1.0]),
        ];
        for (title, values) in cases {
            let spec = strip_from(
                &[row("Winst", values), row("Omzet", [1.0, 1.0, 1.0])],
                600.0,
            );
            for bar in spec.rows.iter().flat_map(|row| &row.bars) {
                assert!(
                    bar.x >= 0.0 && bar.x + bar.width <= 600.01,
                    "{title}: {bar:?}"
                );
                assert!(bar.width > 0.0, "{title}: {bar:?}");
            }
        }
        let nothing = strip_from(&[], 600.0);
        assert!(nothing.rows.is_empty() && nothing.height_px >= 0.0);
    }

    #[test]
    fn labels_of_two_losses_do_not_overlap() {
        let spec = strip_from(&[row("Winst", [100.0, -2.0, -2.0])], 600.0);
        let mut below: Vec<_> = spec.rows[0]
            .bars
            .iter()
            .filter(|bar| bar.is_negative)
            .filter_map(|bar| bar.label.clone())
            .collect();
        below.sort_by(|a, b| a.at.x.total_cmp(&b.at.x));
        assert_eq!(below.len(), 2);
        assert!(below[0].at.x + width_px(&below[0].text, Weight::Bold) < below[1].at.x);
    }
}
