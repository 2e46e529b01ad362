//! Value against attention: every customer a point, or with very many the customers of a square together.
//!
//! Both scales go by square roots, away from zero in both directions, because a few large customers would
//! push all others into a corner.

use super::{Mark, Point, ticks::ticks_within};

/// Above this many customers points are put together in squares.
const MAX_POINTS: usize = 2_000;
const BIN_PX: f64 = 12.0;
const HEIGHT_PX: f64 = 320.0;
/// Room for half a mark on all sides, and below for the numbers of the axis.
const MARGIN_PX: f64 = 8.0;
const FOOT_PX: f64 = 24.0;
const MAX_TICKS: usize = 5;

/// One customer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScatterPoint {
    /// Customer position, for who points at it.
    pub position: u32,
    /// Attention, not below zero: hours, or what they cost.
    pub attention: f64,
    /// Value: contribution or gross margin; may be negative.
    pub value: f64,
    /// The class.
    pub mark: Mark,
}

/// One customer, laid out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScatterMark {
    /// Customer position.
    pub position: u32,
    /// The middle of the mark.
    pub at: Point,
    /// Which one.
    pub mark: Mark,
}

/// The customers of one square.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScatterBin {
    /// Upper left corner.
    pub at: Point,
    /// A, B and C customers.
    pub counts: [usize; 3],
    /// The square root of its customers over that of the fullest square, above 0 up to 1: how strongly to
    /// draw it.
    pub strength: f64,
}

/// Points or squares.
#[derive(Clone, Debug, PartialEq)]
pub enum ScatterMarks {
    /// A mark per customer, in input order.
    Marks(Vec<ScatterMark>),
    /// Squares that hold somebody.
    Bins {
        /// From above, left to right.
        bins: Vec<ScatterBin>,
        /// The side of a square.
        side: f64,
    },
}

/// A round value on an axis, and where it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AxisTick {
    /// The value.
    pub value: f64,
    /// Where, in pixels along the axis.
    pub at: f64,
}

/// The picture, laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct ScatterSpec {
    /// Width of the picture.
    pub width_px: f64,
    /// Height of the picture.
    pub height_px: f64,
    /// The height of no value.
    pub zero_y: f64,
    /// Where vertical lines end.
    pub plot_bottom: f64,
    /// Round amounts of attention; `at` is x.
    pub attention_ticks: Vec<AxisTick>,
    /// Round values; `at` is y.
    pub value_ticks: Vec<AxisTick>,
    /// Who is where.
    pub marks: ScatterMarks,
}

/// From figures to pixels.
struct Scale {
    low: f64,
    high: f64,
    from: f64,
    to: f64,
}

/// The square root away from zero in both directions.
fn root(value: f64) -> f64 {
    value.abs().sqrt().copysign(value)
}

impl Scale {
    fn new(values: impl Iterator<Item = f64>, from: f64, to: f64) -> Self {
        let (low, high) = values.fold((0.0, 0.0), |(low, high): (f64, f64), value| {
            (low.min(value), high.max(value))
        });
        Self {
            low,
            high,
            from,
            to,
        }
    }

    fn at(&self, value: f64) -> f64 {
        let (low, high) = (root(self.low), root(self.high));
        if high > low {
            self.from + (root(value) - low) / (high - low) * (self.to - self.from)
        } else {
            self.from
        }
    }

    fn ticks(&self) -> Vec<AxisTick> {
        let values = ticks_within(self.low, self.high, MAX_TICKS);
        values
            .into_iter()
            .map(|value| AxisTick {
                value,
                at: self.at(value),
            })
            .collect()
    }
}

/// Lays out these customers at this width; figures that are not finite are left out.
#[must_use]
pub fn scatter_from(points: &[ScatterPoint], width_px: f64) -> ScatterSpec {
    let points: Vec<ScatterPoint> = points
        .iter()
        .filter(|point| point.attention.is_finite() && point.value.is_finite())
        .copied()
        .collect();
    let plot_bottom = HEIGHT_PX - FOOT_PX;
    let right = (width_px - MARGIN_PX).max(MARGIN_PX);
    let attention = points.iter().map(|point| point.attention.max(0.0));
    let x = Scale::new(attention, MARGIN_PX, right);
    let values = points.iter().map(|point| point.value);
    let y = Scale::new(values, plot_bottom - MARGIN_PX, MARGIN_PX);
    let place = |point: &ScatterPoint| ScatterMark {
        position: point.position,
        at: Point::new(x.at(point.attention.max(0.0)), y.at(point.value)),
        mark: point.mark,
    };
    let marks: Vec<ScatterMark> = points.iter().map(place).collect();
    ScatterSpec {
        width_px,
        height_px: HEIGHT_PX,
        zero_y: y.at(0.0),
        plot_bottom,
        attention_ticks: x.ticks(),
        value_ticks: y.ticks(),
        marks: if marks.len() <= MAX_POINTS {
            ScatterMarks::Marks(marks)
        } else {
            binned(&marks)
        },
    }
}

/// Puts marks of one square together.
fn binned(marks: &[ScatterMark]) -> ScatterMarks {
    let mut squares: std::collections::BTreeMap<(usize, usize), [usize; 3]> =
        std::collections::BTreeMap::new();
    let square_of = |pixels: f64| (pixels.max(0.0) / BIN_PX).floor() as usize;
    for mark in marks {
        let square = (square_of(mark.at.y), square_of(mark.at.x));
        let counts = squares.entry(square).or_default();
        if let Some(count) = counts.get_mut(mark.mark as usize) {
            *count += 1;
        }
    }
    let n_of = |counts: &[usize; 3]| counts.iter().sum::<usize>() as f64;
    let fullest = squares.values().map(n_of).fold(1.0, f64::max);
    let bins = squares
        .into_iter()
        .map(|((row, column), counts)| ScatterBin {
            at: Point::new(column as f64 * BIN_PX, row as f64 * BIN_PX),
            counts,
            strength: (n_of(&counts) / fullest).sqrt(),
        })
        .collect();
    ScatterMarks::Bins { bins, side: BIN_PX }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(n: u32) -> Vec<ScatterPoint> {
        (0..n)
            .map(|position| ScatterPoint {
                position,
                attention: f64::from(position % 97),
                value: f64::from(position % 89) * 100.0 - 2_000.0,
                mark: [Mark::A, Mark::B, Mark::C][position as usize % 3],
            })
            .collect()
    }

    #[test]
    fn everybody_is_inside_and_more_is_farther() {
        let spec = scatter_from(&points(500), 400.0);
        let ScatterMarks::Marks(marks) = &spec.marks else {
            panic!("marks")
        };
        assert_eq!(marks.len(), 500);
        for mark in marks {
            assert!((0.0..=400.0).contains(&mark.at.x));
            assert!((0.0..=spec.plot_bottom).contains(&mark.at.y));
        }
        // Above zero is above the line.
        assert!(marks[88].at.y < spec.zero_y && marks[0].at.y > spec.zero_y);
        assert!(marks[50].at.x > marks[49].at.x);
        assert!(spec.value_ticks.iter().any(|tick| tick.value < 0.0));
    }

    #[test]
    fn very_many_share_squares_and_nobody_is_lost() {
        let spec = scatter_from(&points(5_000), 400.0);
        let ScatterMarks::Bins { bins, .. } = &spec.marks else {
            panic!("bins")
        };
        let n: usize = bins.iter().flat_map(|bin| bin.counts).sum();
        assert_eq!(n, 5_000);
        assert!(
            bins.iter()
                .all(|bin| bin.strength > 0.0 && bin.strength <= 1.0)
        );
    }

    #[test]
    fn one_place_and_no_place_are_drawn() {
        let same = ScatterPoint {
            position: 0,
            attention: 0.0,
            value: 0.0,
            mark: Mark::B,
        };
        let spec = scatter_from(&[same, same], 400.0);
        assert!(matches!(spec.marks, ScatterMarks::Marks(marks) if marks.len() == 2));
        let not_finite = ScatterPoint {
            value: f64::NAN,
            ..same
        };
        let spec = scatter_from(&[not_finite], 0.0);
        assert_eq!(spec.marks, ScatterMarks::Marks(Vec::new()));
    }
}
