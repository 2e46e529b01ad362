//! The whale curve: contribution added up from the best customer to the worst.
//!
//! It climbs to a peak and then leaks what the last customers cost. Below it, one mark per
//! customer tells the class at that place; with too many customers for marks, each bin of the
//! row is divided by class instead.

use super::{
    Mark, Point,
    label::{Anchor, LINE_PX, Label, Rect},
    text::Weight,
    ticks::ticks_within,
};

/// Above this many customers the curve and the row below it are drawn in bins.
const MAX_POINTS: usize = 600;
/// Marks closer together than this cannot be told apart by shape.
const MIN_MARK_PITCH_PX: f64 = 4.0;
const BIN_PX: f64 = 6.0;
const HEIGHT_PX: f64 = 268.0;
/// Above the curve: room for the label of the peak.
const HEAD_PX: f64 = 40.0;
/// Below the curve: the row of marks and its labels.
const FOOT_PX: f64 = 34.0;
/// Room for half a dot at the right.
const MARGIN_PX: f64 = 8.0;
const MAX_GRIDLINES: usize = 3;
/// A gridline this much above the peak is still drawn, because it names the height.
const HEADROOM: f64 = 1.05;

/// One customer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WhaleBar {
    /// What the customer contributes, in any unit; may be negative.
    pub contribution: f64,
    /// The class.
    pub mark: Mark,
}

/// The texts at the curve. An empty one is left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WhaleLabels {
    /// At the peak.
    pub peak: String,
    /// At the best fifth of the customers: lines, the first one stronger.
    pub top: Vec<String>,
    /// At the end: what leaks, and what is left, the last line stronger.
    pub rest: Vec<String>,
    /// Below the best customer.
    pub most: String,
    /// Below the worst customer.
    pub least: String,
}

/// A gridline with the value it stands for; the caller writes it above the line, at the left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gridline {
    /// The value.
    pub value: f64,
    /// The height.
    pub y: f64,
}

/// Lines of text that stand together.
#[derive(Clone, Debug, PartialEq)]
pub struct WhaleText {
    /// The lines, from above.
    pub lines: Vec<Label>,
}

/// One mark in the row below the curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RugMark {
    /// The middle of the mark.
    pub x: f64,
    /// Which one.
    pub mark: Mark,
}

/// One bin in the row below the curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RugBin {
    /// Left edge.
    pub x: f64,
    /// Width.
    pub width: f64,
    /// The share of A, of B and of C; they add up to 1.
    pub shares: [f64; 3],
}

/// The row below the curve.
#[derive(Clone, Debug, PartialEq)]
pub enum Rug {
    /// A mark per customer.
    Marks {
        /// The marks, from the left.
        marks: Vec<RugMark>,
        /// Half the height of a mark.
        radius: f64,
    },
    /// Bins, when there are too many customers for marks.
    Bins(Vec<RugBin>),
}

/// The curve, laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct WhaleSpec {
    /// Width of the picture.
    pub width_px: f64,
    /// Height of the picture.
    pub height_px: f64,
    /// Where the curve ends; gridlines end there too.
    pub plot_right: f64,
    /// The height of zero.
    pub zero_y: f64,
    /// Round values other than zero.
    pub gridlines: Vec<Gridline>,
    /// The curve, beginning at zero before the first customer.
    pub curve: Vec<Point>,
    /// The area between the height of the peak and the curve after it; empty without a leak.
    pub leak: Vec<Point>,
    /// The peak; none when no customer contributes.
    pub peak: Option<Point>,
    /// The end of the best fifth of the customers; none without customers.
    pub top: Option<Point>,
    /// The text at the peak.
    pub peak_label: Option<Label>,
    /// The text at the best fifth.
    pub top_text: Option<WhaleText>,
    /// The text at the end.
    pub rest_text: Option<WhaleText>,
    /// The row of marks.
    pub rug: Rug,
    /// The height of the middle of that row.
    pub rug_y: f64,
    /// Below the row, left and right.
    pub ends: [Label; 2],
}

/// Lays out the curve of these customers, in any order, at this width.
#[must_use]
pub fn whale_from(bars: &[WhaleBar], labels: &WhaleLabels, width_px: f64) -> WhaleSpec {
    let mut bars: Vec<WhaleBar> = bars
        .iter()
        .filter(|bar| bar.contribution.is_finite())
        .copied()
        .collect();
    bars.sort_by(|a, b| b.contribution.total_cmp(&a.contribution));
    let sums = running_sums(&bars);
    let n_peak = bars.iter().take_while(|bar| bar.contribution > 0.0).count();
    let n_top = bars.len().div_ceil(5);

    let plot = Plot::new(&sums, bars.len(), width_px);
    let at = |k: usize| sums.get(k).map(|sum| plot.point(k, *sum));
    let curve: Vec<Point> = drawn_indices(bars.len(), [n_peak, n_top])
        .into_iter()
        .filter_map(at)
        .collect();
    let peak = if n_peak > 0 { at(n_peak) } else { None };
    let top = if bars.is_empty() { None } else { at(n_top) };

    let rug_y = HEIGHT_PX - FOOT_PX + 13.0;
    let mut spec = WhaleSpec {
        width_px,
        height_px: HEIGHT_PX,
        plot_right: plot.right,
        zero_y: plot.y(0.0),
        gridlines: plot.gridlines(),
        leak: leak_area(&curve, peak),
        curve,
        peak,
        top,
        peak_label: None,
        top_text: None,
        rest_text: None,
        rug: rug_from(&bars, plot.right),
        rug_y,
        ends: [
            Label::new(&labels.most, 0.0, HEIGHT_PX - 2.0, Anchor::Start),
            Label::new(&labels.least, plot.right, HEIGHT_PX - 2.0, Anchor::End),
        ],
    };
    place_texts(&mut spec, labels);
    spec
}

/// The sums after 0, 1, 2, ... customers.
fn running_sums(bars: &[WhaleBar]) -> Vec<f64> {
    let mut sum = 0.0;
    let mut sums = vec![sum];
    for bar in bars {
        sum += bar.contribution;
        sums.push(sum);
    }
    sums
}

/// Which sums are drawn: all, or evenly spaced ones together with those that carry a dot.
fn drawn_indices(n: usize, dots: [usize; 2]) -> Vec<usize> {
    if n <= MAX_POINTS {
        return (0..=n).collect();
    }
    let mut indices: Vec<usize> = (0..=MAX_POINTS).map(|step| step * n / MAX_POINTS).collect();
    indices.extend(dots);
    indices.sort_unstable();
    indices.dedup();
    indices
}

/// From customers and sums to pixels.
struct Plot {
    right: f64,
    n: usize,
    low: f64,
    high: f64,
    ticks: Vec<f64>,
}

impl Plot {
    fn new(sums: &[f64], n: usize, width_px: f64) -> Self {
        let low = sums.iter().copied().fold(0.0, f64::min);
        let high = sums.iter().copied().fold(0.0, f64::max);
        let ticks = ticks_within(low * HEADROOM, high * HEADROOM, MAX_GRIDLINES);
        let low = ticks.iter().copied().fold(low, f64::min);
        let high = ticks.iter().copied().fold(high, f64::max);
        Self {
            right: (width_px - MARGIN_PX).max(0.0),
            n,
            low,
            high,
            ticks,
        }
    }

    fn point(&self, k: usize, sum: f64) -> Point {
        let share = if self.n == 0 {
            0.0
        } else {
            k as f64 / self.n as f64
        };
        Point::new(share * self.right, self.y(sum))
    }

    fn y(&self, sum: f64) -> f64 {
        let (top, bottom) = (HEAD_PX, HEIGHT_PX - FOOT_PX);
        let span = self.high - self.low;
        if span > 0.0 {
            bottom - (sum - self.low) / span * (bottom - top)
        } else {
            bottom
        }
    }

    fn gridlines(&self) -> Vec<Gridline> {
        let others = self.ticks.iter().filter(|value| value.abs() > 0.0);
        others
            .map(|value| Gridline {
                value: *value,
                y: self.y(*value),
            })
            .collect()
    }
}

/// Along the curve from the peak to the end, and back at the height of the peak.
fn leak_area(curve: &[Point], peak: Option<Point>) -> Vec<Point> {
    let from = peak.unwrap_or(Point::new(0.0, curve.first().map_or(0.0, |start| start.y)));
    let mut area: Vec<Point> = curve
        .iter()
        .filter(|point| point.x >= from.x)
        .copied()
        .collect();
    match area.last() {
        Some(end) if end.y > from.y => {
            let corner = Point::new(end.x, from.y);
            area.push(corner);
            area
        }
        _ => Vec::new(),
    }
}

fn rug_from(bars: &[WhaleBar], right: f64) -> Rug {
    let pitch = if bars.is_empty() {
        right
    } else {
        right / bars.len() as f64
    };
    if bars.len() <= MAX_POINTS && pitch >= MIN_MARK_PITCH_PX {
        let mark = |(index, bar): (usize, &WhaleBar)| RugMark {
            x: (index as f64 + 0.5) * pitch,
            mark: bar.mark,
        };
        let radius = (pitch * 0.42).min(2.7);
        return Rug::Marks {
            marks: bars.iter().enumerate().map(mark).collect(),
            radius,
        };
    }
    let n_bins = ((right / BIN_PX) as usize).clamp(1, bars.len().max(1));
    let width = right / n_bins as f64;
    let bins = (0..n_bins).filter_map(|bin| {
        let members = bars.get(bin * bars.len() / n_bins..(bin + 1) * bars.len() / n_bins)?;
        let mut counts = [0_u32; 3];
        for bar in members {
            let [a, b, c] = &mut counts;
            *match bar.mark {
                Mark::A => a,
                Mark::B => b,
                Mark::C => c,
            } += 1;
        }
        let shares = counts.map(|count| f64::from(count) / members.len() as f64);
        (!members.is_empty()).then_some(RugBin {
            x: bin as f64 * width,
            width,
            shares,
        })
    });
    Rug::Bins(bins.collect())
}

/// Puts every text at the first of its places that touches neither curve nor zero line nor another text.
/// A text without such a place is left out: the sentence and the table hold its numbers.
fn place_texts(spec: &mut WhaleSpec, labels: &WhaleLabels) {
    let zero_line = [
        Point::new(0.0, spec.zero_y),
        Point::new(spec.plot_right, spec.zero_y),
    ];
    let page = Rect {
        left: 0.0,
        right: spec.width_px,
        top: 0.0,
        bottom: spec.height_px - FOOT_PX,
    };
    let mut taken: Vec<Rect> = Vec::new();
    let mut place = |places: &[(f64, f64, Anchor)], lines: &[String], curve: &[Point]| {
        let lines: Vec<&String> = lines.iter().filter(|line| !line.is_empty()).collect();
        if lines.is_empty() {
            return None;
        }
        places.iter().find_map(|&(x, y, anchor)| {
            let lines = lines.iter().enumerate();
            let lines: Vec<Label> = lines
                .map(|(index, text)| Label::new(text, x, y + LINE_PX * index as f64, anchor))
                .collect();
            let rects: Vec<Rect> = lines.iter().map(|line| line.rect(Weight::Bold)).collect();
            let is_free = rects.iter().all(|rect| {
                rect.is_inside(&page)
                    && !rect.is_crossed_by(curve)
                    && !rect.is_crossed_by(&zero_line)
                    && !taken.iter().any(|other| other.overlaps(rect))
            });
            is_free.then(|| {
                taken.extend(&rects);
                WhaleText { lines }
            })
        })
    };

    let right = spec.plot_right;
    let end_y = spec.curve.last().map_or(0.0, |end| end.y);
    if let Some(peak) = spec.peak {
        let above = peak.y - 10.0;
        let places = [
            (peak.x, above, Anchor::End),
            (peak.x, above, Anchor::Start),
            (right, above, Anchor::End),
            (0.0, above, Anchor::Start),
            (right, above - LINE_PX, Anchor::End),
        ];
        let text = place(&places, std::slice::from_ref(&labels.peak), &spec.curve);
        spec.peak_label = text.and_then(|text| text.lines.into_iter().next());
    }
    if let Some(top) = spec.top {
        let places = [
            (top.x + 9.0, top.y + 22.0, Anchor::Start),
            (top.x + 9.0, top.y + 44.0, Anchor::Start),
            (top.x + 9.0, spec.zero_y - 28.0, Anchor::Start),
            (top.x + 9.0, top.y - 32.0, Anchor::Start),
        ];
        spec.top_text = place(&places, &labels.top, &spec.curve);
    }
    let top_y = spec.peak.map_or(HEAD_PX, |peak| peak.y);
    // Below the end of the curve, in the leak, or above the end.
    let rest_places = [
        end_y + 36.0,
        end_y + 60.0,
        top_y + 24.0,
        top_y + 48.0,
        end_y - 40.0,
        24.0,
    ]
    .map(|y| (right, y, Anchor::End));
    spec.rest_text = place(&rest_places, &labels.rest, &spec.curve);
}

#[cfg(test)]
mod tests;
