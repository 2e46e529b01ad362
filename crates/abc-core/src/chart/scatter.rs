//! Value against attention: every customer a point, or with very many the customers of a square together.
//!
//! Both scales go by square roots, away from zero in both directions, because a few large customers would
//! push all others into a corner.

use super::{
    Mark, Point,
    label::{Anchor, Label, Rect},
    text::{Weight, width_px},
    ticks::ticks_within,
};

/// Above this many customers points are put together in squares.
const MAX_POINTS: usize = 2_000;
const BIN_PX: f64 = 12.0;
const HEIGHT_PX: f64 = 360.0;
/// Room for half a mark on all sides.
const MARGIN_PX: f64 = 8.0;
/// Above: the name of the upright axis.
const HEAD_PX: f64 = 20.0;
/// Below: the numbers of the other axis, and its name.
const FOOT_PX: f64 = 42.0;
const GAP_PX: f64 = 8.0;
/// Between a mark, with a ring round it, and its name.
const NAME_GAP_PX: f64 = 11.0;
const MAX_TICKS: usize = 6;
/// Who points this near to a mark means that mark.
const REACH_PX: f64 = 16.0;
/// From a text's middle to its baseline.
const BASELINE_PX: f64 = 4.5;

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
    /// Whether the attention is our assumption: such a mark is hollow.
    pub is_assumed: bool,
}

/// What is written in the picture.
pub struct ScatterWords<'a> {
    /// How a round amount of attention is written, and one of value.
    pub ticks: [&'a dyn Fn(f64) -> String; 2],
    /// The name of attention and that of value, with their units.
    pub names: [&'a str; 2],
    /// Customers that are named at their mark where there is room, most telling first.
    pub flags: &'a [(u32, String)],
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
    /// Whether it is hollow.
    pub is_assumed: bool,
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

/// A round value on an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct AxisTick {
    /// Where, in pixels along the axis.
    pub at: f64,
    /// The value in words.
    pub label: Label,
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
    /// Where horizontal lines begin.
    pub plot_left: f64,
    /// Where vertical lines end.
    pub plot_bottom: f64,
    /// Round amounts of attention; `at` is x.
    pub attention_ticks: Vec<AxisTick>,
    /// Round values; `at` is y.
    pub value_ticks: Vec<AxisTick>,
    /// The names of attention and of value.
    pub names: [Label; 2],
    /// The names of customers that have room.
    pub flags: Vec<Label>,
    /// Who is where.
    pub marks: ScatterMarks,
}

/// Where to go on from a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toward {
    /// Less attention.
    Left,
    /// More attention.
    Right,
    /// More value.
    Up,
    /// Less value.
    Down,
    /// The least attention.
    First,
    /// The most attention.
    Last,
}

impl ScatterSpec {
    /// How many marks or squares there are.
    #[must_use]
    fn n_places(&self) -> usize {
        match &self.marks {
            ScatterMarks::Marks(marks) => marks.len(),
            ScatterMarks::Bins { bins, .. } => bins.len(),
        }
    }

    /// The middle of a mark or square.
    #[must_use]
    pub fn place(&self, idx: usize) -> Option<Point> {
        match &self.marks {
            ScatterMarks::Marks(marks) => marks.get(idx).map(|mark| mark.at),
            ScatterMarks::Bins { bins, side } => bins
                .get(idx)
                .map(|bin| Point::new(bin.at.x + side / 2.0, bin.at.y + side / 2.0)),
        }
    }

    /// The mark or square that somebody means who points here; `None` when nothing is near.
    #[must_use]
    pub fn nearest(&self, to: Point) -> Option<usize> {
        let distance = |at: Point| (at.x - to.x).hypot(at.y - to.y);
        let near = self.places().map(|(idx, at)| (idx, distance(at)));
        near.filter(|(_, distance)| *distance <= REACH_PX)
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(idx, _)| idx)
    }

    /// The next mark or square in this direction, the same one at the end; from nowhere it is the first.
    #[must_use]
    pub fn step(&self, from: Option<usize>, toward: Toward) -> Option<usize> {
        let is_upright = matches!(toward, Toward::Up | Toward::Down);
        // Equal places keep an order, so that a walk comes by everybody.
        let key = |(idx, at): (usize, Point)| {
            if is_upright {
                (-at.y, at.x, idx)
            } else {
                (at.x, -at.y, idx)
            }
        };
        let order = |a: &(f64, f64, usize), b: &(f64, f64, usize)| {
            (a.0.total_cmp(&b.0))
                .then(a.1.total_cmp(&b.1))
                .then(a.2.cmp(&b.2))
        };
        let keys = || self.places().map(key);
        let own = from.and_then(|idx| Some(key((idx, self.place(idx)?))));
        let found = match (own, toward) {
            (_, Toward::First)
            | (None, Toward::Left | Toward::Right | Toward::Up | Toward::Down) => {
                keys().min_by(order)
            }
            (_, Toward::Last) => keys().max_by(order),
            (Some(own), Toward::Right | Toward::Up) => keys()
                .filter(|key| order(key, &own).is_gt())
                .min_by(order)
                .or(Some(own)),
            (Some(own), Toward::Left | Toward::Down) => keys()
                .filter(|key| order(key, &own).is_lt())
                .max_by(order)
                .or(Some(own)),
        };
        found.map(|(.., idx)| idx)
    }

    fn places(&self) -> impl Iterator<Item = (usize, Point)> + '_ {
        (0..self.n_places()).filter_map(|idx| Some((idx, self.place(idx)?)))
    }
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

/// The least and the largest of the values and zero.
fn range(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((0.0, 0.0), |(low, high): (f64, f64), value| {
        (low.min(value), high.max(value))
    })
}

impl Scale {
    fn at(&self, value: f64) -> f64 {
        let (low, high) = (root(self.low), root(self.high));
        if high > low {
            self.from + (root(value) - low) / (high - low) * (self.to - self.from)
        } else {
            self.from
        }
    }

    fn ticks(&self) -> Vec<f64> {
        ticks_within(self.low, self.high, MAX_TICKS)
    }
}

/// Lays out these customers at this width; figures that are not finite are left out.
#[must_use]
pub fn scatter_from(
    points: &[ScatterPoint],
    words: &ScatterWords<'_>,
    width_px: f64,
) -> ScatterSpec {
    let finite = || {
        points
            .iter()
            .filter(|point| point.attention.is_finite() && point.value.is_finite())
    };
    let (low, high) = range(finite().map(|point| point.value));
    let [attention_words, value_words] = words.ticks;
    let written: Vec<(f64, String)> = ticks_within(low, high, MAX_TICKS)
        .into_iter()
        .map(|value| (value, value_words(value)))
        .collect();
    let widest = written
        .iter()
        .map(|(_, text)| width_of(text))
        .fold(0.0, f64::max);
    let plot_bottom = HEIGHT_PX - FOOT_PX;
    let plot_left = widest + GAP_PX;
    let y = Scale {
        low,
        high,
        from: plot_bottom - MARGIN_PX,
        to: HEAD_PX + MARGIN_PX,
    };
    let (least, most) = range(finite().map(|point| point.attention));
    let x = Scale {
        low: least.max(0.0),
        high: most,
        from: plot_left + MARGIN_PX,
        to: (width_px - MARGIN_PX).max(plot_left + MARGIN_PX),
    };
    let place = |point: &ScatterPoint| ScatterMark {
        position: point.position,
        at: Point::new(x.at(point.attention.max(0.0)), y.at(point.value)),
        mark: point.mark,
        is_assumed: point.is_assumed,
    };
    let is_many = finite().nth(MAX_POINTS).is_some();
    let (marks, flags) = if is_many {
        (binned(finite().map(place), width_px), Vec::new())
    } else {
        let marks: Vec<ScatterMark> = finite().map(place).collect();
        let flags = flags(&marks, words.flags, plot_left, width_px);
        (ScatterMarks::Marks(marks), flags)
    };
    let [attention_name, value_name] = words.names;
    ScatterSpec {
        width_px,
        height_px: HEIGHT_PX,
        zero_y: y.at(0.0),
        plot_left,
        plot_bottom,
        attention_ticks: attention_ticks(&x, attention_words, plot_bottom, width_px),
        value_ticks: value_ticks(&y, written, widest),
        names: [
            Label::new(attention_name, width_px, HEIGHT_PX - 6.0, Anchor::End),
            Label::new(value_name, 0.0, 11.0, Anchor::Start),
        ],
        flags,
        marks,
    }
}

/// Below the picture; a number that would run into the one before it is left out.
fn attention_ticks(
    scale: &Scale,
    words: &dyn Fn(f64) -> String,
    plot_bottom: f64,
    width_px: f64,
) -> Vec<AxisTick> {
    let mut free_from = 0.0;
    let tick = |value: f64| {
        let at = scale.at(value);
        let text = words(value);
        let half = width_of(&text) / 2.0;
        let middle = at.clamp(half, (width_px - half).max(half));
        let is_free = middle - half >= free_from;
        if is_free {
            free_from = middle + half + GAP_PX;
        }
        let label = Label::new(&text, middle, plot_bottom + 16.0, Anchor::Middle);
        is_free.then_some(AxisTick { at, label })
    };
    scale.ticks().into_iter().filter_map(tick).collect()
}

/// At the left, ending where the picture begins; a number that would stand on the one before is left out.
fn value_ticks(scale: &Scale, written: Vec<(f64, String)>, right: f64) -> Vec<AxisTick> {
    let mut free_below = f64::INFINITY;
    let tick = |(value, text): (f64, String)| {
        let at = scale.at(value);
        let is_free = at + GAP_PX <= free_below;
        if is_free {
            free_below = at - GAP_PX;
        }
        let label = Label::new(&text, right, at + BASELINE_PX, Anchor::End);
        is_free.then_some(AxisTick { at, label })
    };
    written.into_iter().filter_map(tick).collect()
}

fn width_of(text: &str) -> f64 {
    width_px(text, Weight::Normal)
}

/// The names that stand beside their mark without covering another mark or name.
fn flags(marks: &[ScatterMark], wanted: &[(u32, String)], left: f64, right: f64) -> Vec<Label> {
    let outer = Rect {
        left,
        right,
        top: 0.0,
        bottom: HEIGHT_PX - FOOT_PX + BASELINE_PX,
    };
    let mut placed: Vec<Label> = Vec::new();
    for (position, name) in wanted {
        let Some(own) = marks.iter().find(|mark| mark.position == *position) else {
            continue;
        };
        let y = own.at.y + BASELINE_PX;
        let sides = [
            Label::new(name, own.at.x + NAME_GAP_PX, y, Anchor::Start),
            Label::new(name, own.at.x - NAME_GAP_PX, y, Anchor::End),
        ];
        let is_free = |label: &Label| {
            let rect = label.rect(Weight::Normal);
            let is_on =
                |mark: &ScatterMark| mark.position != *position && rect.overlaps(&around(mark.at));
            rect.is_inside(&outer)
                && !marks.iter().any(is_on)
                && !placed
                    .iter()
                    .any(|other| other.rect(Weight::Normal).overlaps(&rect))
        };
        let side = sides.into_iter().find(is_free);
        placed.extend(side);
    }
    placed
}

/// The room that a mark takes.
fn around(at: Point) -> Rect {
    const HALF_PX: f64 = 5.0;
    Rect {
        left: at.x - HALF_PX,
        right: at.x + HALF_PX,
        top: at.y - HALF_PX,
        bottom: at.y + HALF_PX,
    }
}

/// Puts marks of one square together.
fn binned(marks: impl Iterator<Item = ScatterMark>, width_px: f64) -> ScatterMarks {
    let n_columns = (width_px.max(0.0) / BIN_PX) as usize + 1;
    let n_rows = (HEIGHT_PX / BIN_PX) as usize + 1;
    let mut squares = vec![[0_usize; 3]; n_columns * n_rows];
    let square_of = |pixels: f64| (pixels.max(0.0) / BIN_PX) as usize;
    for mark in marks {
        let column = square_of(mark.at.x).min(n_columns - 1);
        let square = squares.get_mut(square_of(mark.at.y) * n_columns + column);
        if let Some(count) = square.and_then(|counts| counts.get_mut(mark.mark as usize)) {
            *count += 1;
        }
    }
    let n_of = |counts: &[usize; 3]| counts.iter().sum::<usize>() as f64;
    let fullest = squares.iter().map(n_of).fold(1.0, f64::max);
    let bin = |(idx, counts): (usize, &[usize; 3])| ScatterBin {
        at: Point::new(
            (idx % n_columns) as f64 * BIN_PX,
            (idx / n_columns) as f64 * BIN_PX,
        ),
        counts: *counts,
        strength: (n_of(counts) / fullest).sqrt(),
    };
    let bins = squares.iter().enumerate().map(bin);
    ScatterMarks::Bins {
        bins: bins.filter(|bin| bin.strength > 0.0).collect(),
        side: BIN_PX,
    }
}

#[cfg(test)]
mod tests;
