//! Scores of one customer on one scale of 0 to 100, with the floor a good customer stays above.

use super::{
    label::{Anchor, Label},
    text::{Weight, width_px},
};

const HIGHEST: f64 = 100.0;
const PITCH_PX: f64 = 26.0;
/// The axis of the first row; the label of the floor is above it.
const FIRST_PX: f64 = 29.0;
const RADIUS_PX: f64 = 5.0;
/// From the middle of a line of text to its baseline.
const TO_BASELINE_PX: f64 = 4.0;
const GAP_PX: f64 = 12.0;

/// One score.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreRow {
    /// What is scored.
    pub name: String,
    /// The score, 0 to 100, or unknown.
    pub value: Option<f64>,
    /// The score in words, or the word for unknown.
    pub text: String,
}

/// One score, laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreSpec {
    /// At the left.
    pub name: Label,
    /// At the right.
    pub text: Label,
    /// The height of the axis.
    pub y: f64,
    /// Where the axis ends; earlier when the word for unknown needs the room.
    pub axis_end: f64,
    /// Where the dot is; none is an axis without a dot.
    pub dot_x: Option<f64>,
    /// Where the line from the floor meets the dot: its middle, or its edge when it is hollow.
    pub line_end: Option<f64>,
    /// Below the floor: a hollow dot, to the left of it.
    pub is_below: bool,
}

/// The scores, laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoresSpec {
    /// Width of the picture.
    pub width_px: f64,
    /// Height of the picture.
    pub height_px: f64,
    /// Where every axis begins.
    pub axis_start: f64,
    /// Where the floor is.
    pub floor_x: f64,
    /// Above the floor line.
    pub floor_label: Label,
    /// The radius of a dot.
    pub radius: f64,
    /// The rows, from above.
    pub rows: Vec<ScoreSpec>,
}

/// Lays out the scores at this width.
#[must_use]
pub fn scores_from(rows: &[ScoreRow], floor: f64, floor_label: &str, width_px_: f64) -> ScoresSpec {
    let width = width_px_;
    let known = rows.iter().filter(|row| row.value.is_some());
    let widest_name = rows
        .iter()
        .map(|row| width_px(&row.name, Weight::Normal))
        .fold(0.0, f64::max);
    let widest_text = known
        .map(|row| width_px(&row.text, Weight::Bold))
        .fold(20.0, f64::max);
    let axis_start = widest_name + GAP_PX;
    let axis_end = (width - widest_text - GAP_PX - RADIUS_PX).max(axis_start);
    let x_of =
        |score: f64| axis_start + score.clamp(0.0, HIGHEST) / HIGHEST * (axis_end - axis_start);
    let floor_x = x_of(floor);

    let row_spec = |(index, row): (usize, &ScoreRow)| {
        let y = FIRST_PX + PITCH_PX * index as f64;
        let value = row.value.filter(|value| value.is_finite());
        let is_below = value.is_some_and(|value| value < floor);
        let dot_x = value.map(x_of);
        ScoreSpec {
            name: Label::new(&row.name, 0.0, y + TO_BASELINE_PX, Anchor::Start),
            text: Label::new(&row.text, width, y + TO_BASELINE_PX, Anchor::End),
            y,
            axis_end: match value {
                Some(_) => axis_end,
                None => axis_end.min(width - width_px(&row.text, Weight::Normal) - GAP_PX),
            },
            dot_x,
            line_end: dot_x.map(|x| {
                if is_below {
                    (x + RADIUS_PX).min(floor_x)
                } else {
                    x
                }
            }),
            is_below,
        }
    };
    let half_label = width_px(floor_label, Weight::Normal) / 2.0;
    let label_x = floor_x.min(width - half_label).max(half_label);
    ScoresSpec {
        width_px: width,
        height_px: FIRST_PX + PITCH_PX * rows.len() as f64 - GAP_PX + 1.0,
        axis_start,
        floor_x,
        floor_label: Label::new(floor_label, label_x, 11.0, Anchor::Middle),
        radius: RADIUS_PX,
        rows: rows.iter().enumerate().map(row_spec).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{ScoreRow, ScoresSpec, scores_from};

    fn spec(values: &[Option<f64>], floor: f64, width: f64) -> ScoresSpec {
        let rows: Vec<ScoreRow> = values
            .iter()
            .map(|value| ScoreRow {
                name: "Omvang".to_owned(),
                value: *value,
                text: value.map_or("onbekend".to_owned(), |value| format!("{value:.0}")),
            })
            .collect();
        scores_from(&rows, floor, "ondergrens 50", width)
    }

    #[test]
    fn above_is_right_of_the_floor_below_is_left_of_it() {
        let spec = spec(&[Some(87.0), Some(32.0), None, Some(50.0)], 50.0, 347.0);
        let [above, below, unknown, on] = spec.rows.as_slice() else {
            panic!("four rows")
        };
        assert!(above.dot_x > Some(spec.floor_x) && !above.is_below);
        assert!(below.dot_x < Some(spec.floor_x) && below.is_below);
        assert!(below.line_end > below.dot_x, "the line stops at the ring");
        assert!(unknown.dot_x.is_none() && unknown.axis_end < above.axis_end);
        assert!(
            on.dot_x == Some(spec.floor_x) && !on.is_below,
            "on the floor is not below it"
        );
    }

    #[test]
    fn dots_stay_on_the_axis() {
        for value in [-10.0, 0.0, 49.9, 100.0, 1e9, f64::NAN] {
            for width in [0.0, 120.0, 358.0] {
                let spec = spec(&[Some(value)], 0.0, width);
                for row in &spec.rows {
                    let on_axis = |x: f64| x >= spec.axis_start && x <= row.axis_end + 1e-9;
                    assert!(row.dot_x.is_none_or(on_axis), "{value} at {width}: {row:?}");
                }
            }
        }
        assert!(spec(&[], 50.0, 358.0).rows.is_empty());
    }
}
