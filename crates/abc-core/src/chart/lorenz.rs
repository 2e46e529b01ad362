//! How unequally revenue is shared out: the largest customers first (the curve of Pareto, which is that of
//! Lorenz turned round), beside the diagonal that would be all equal and what the same customers bring.

use super::{
    Gridline, Point,
    label::{Anchor, Label, Rect},
    text::{Weight, width_px},
};

/// Above this many customers the curves are drawn through evenly spaced ones.
const MAX_POINTS: usize = 600;
const HEAD_PX: f64 = 18.0;
const FOOT_PX: f64 = 22.0;
/// Wider than this a square picture would fill the screen.
const MAX_HEIGHT_PX: f64 = 280.0;
const PAD_PX: f64 = 8.0;
/// The shares that get a gridline.
const GRID_SHARES: [f64; 2] = [0.5, 1.0];
/// How far up its curve a name may stand, the best place first.
const NAME_AT: [f64; 5] = [0.55, 0.4, 0.7, 0.3, 0.85];

/// The texts at the curves. An empty one is left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LorenzLabels {
    /// At the point that is marked.
    pub mark: String,
    /// At the curve.
    pub curve: String,
    /// At the curve beside it.
    pub beside: String,
    /// Below the first customer.
    pub first: String,
    /// Below the last customer.
    pub last: String,
}

/// The curves, laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct LorenzSpec {
    /// Width of the picture.
    pub width_px: f64,
    /// Height of the picture.
    pub height_px: f64,
    /// At round shares.
    pub gridlines: Vec<Gridline>,
    /// The height of nothing.
    pub zero_y: f64,
    /// From nobody and nothing to everybody and everything.
    pub diagonal: [Point; 2],
    /// The curve; empty when there is nothing to share.
    pub curve: Vec<Point>,
    /// The curve beside it; empty when there is none.
    pub beside: Vec<Point>,
    /// The customer that is marked, on the curve and on the curve beside it.
    pub mark: Option<(Point, Option<Point>)>,
    /// The text at the mark, and the names of the curves, as far as they have room.
    pub labels: Vec<Label>,
    /// Below, left and right.
    pub ends: [Label; 2],
}

/// From customers and shares to pixels.
struct Scale {
    n: usize,
    low: f64,
    high: f64,
    right: f64,
    bottom: f64,
}

impl Scale {
    fn point(&self, k: usize, share: f64) -> Point {
        let x = k as f64 / self.n.max(1) as f64 * self.right;
        Point::new(x, self.y(share))
    }

    fn y(&self, share: f64) -> f64 {
        let up = (share - self.low) / (self.high - self.low);
        self.bottom - up * (self.bottom - HEAD_PX)
    }
}

/// Lays out running shares of the total, from 0 for nobody on, largest customer first. `beside` are those
/// of something else of the same customers, as long as `shares`; they may fall, and pass 0 or 1. `marked`
/// is the number of customers to mark.
#[must_use]
pub fn lorenz_from(
    shares: &[f64],
    beside: &[f64],
    marked: Option<usize>,
    labels: &LorenzLabels,
    width_px: f64,
) -> LorenzSpec {
    let height_px = width_px.clamp(0.0, MAX_HEIGHT_PX) + FOOT_PX;
    let extent = beside.iter().filter(|share| share.is_finite());
    let (low, high) = extent.fold((0.0, 1.0), |(low, high): (f64, f64), share| {
        (low.min(*share), high.max(*share))
    });
    let n = shares.len().saturating_sub(1);
    let scale = Scale {
        n,
        low,
        high,
        right: width_px.max(0.0),
        bottom: height_px - FOOT_PX,
    };
    let drawn = drawn_indices(n, marked);
    let line = |shares: &[f64]| -> Vec<Point> {
        let point = |k: &usize| shares.get(*k).map(|share| scale.point(*k, *share));
        if n == 0 {
            Vec::new()
        } else {
            drawn.iter().filter_map(point).collect()
        }
    };
    let (curve, beside_curve) = (line(shares), line(beside));
    let mark = marked.filter(|_| n > 0).and_then(|k| {
        let on = |shares: &[f64]| shares.get(k).map(|share| scale.point(k, *share));
        Some((on(shares)?, on(beside)))
    });
    let placed = placed(
        &scale,
        [&curve, &beside_curve],
        mark.map(|(at, _)| at),
        labels,
    );
    let end = |text: &str, x, anchor| Label::new(text, x, height_px - 6.0, anchor);
    LorenzSpec {
        width_px,
        height_px,
        gridlines: GRID_SHARES
            .map(|value| Gridline {
                value,
                y: scale.y(value),
            })
            .to_vec(),
        zero_y: scale.y(0.0),
        diagonal: [scale.point(0, 0.0), scale.point(n.max(1), 1.0)],
        curve,
        beside: beside_curve,
        mark,
        labels: placed,
        ends: [
            end(&labels.first, 0.0, Anchor::Start),
            end(&labels.last, scale.right, Anchor::End),
        ],
    }
}

/// Which customers the curves are drawn through.
fn drawn_indices(n: usize, mark: Option<usize>) -> Vec<usize> {
    if n <= MAX_POINTS {
        return (0..=n).collect();
    }
    let mut indices: Vec<usize> = (0..=MAX_POINTS).map(|step| step * n / MAX_POINTS).collect();
    indices.extend(mark.filter(|mark| *mark <= n));
    indices.sort_unstable();
    indices.dedup();
    indices
}

/// The texts that have room: inside the picture, off the curves and off each other.
fn placed(
    scale: &Scale,
    curves: [&Vec<Point>; 2],
    mark: Option<Point>,
    labels: &LorenzLabels,
) -> Vec<Label> {
    let [curve, beside] = curves;
    let outer = Rect {
        left: 0.0,
        right: scale.right,
        top: 0.0,
        bottom: scale.bottom,
    };
    // At the foot of the mark there is room: curves of the largest first rise far above the diagonal.
    let at_mark = mark.map(|at| beside_of(&labels.mark, at.x, scale.y(0.0) - 10.0, scale.right));
    let mut placed: Vec<Label> = Vec::new();
    let mut place = |candidates: Vec<Label>| {
        let is_free = |label: &Label| {
            let rect = label.rect(Weight::Bold);
            let is_off = |line: &&Vec<Point>| !rect.is_crossed_by(line);
            let mut others = placed.iter().map(|other| other.rect(Weight::Bold));
            rect.is_inside(&outer)
                && curves.iter().all(is_off)
                && others.all(|other| !other.overlaps(&rect))
        };
        let mut candidates = candidates.into_iter();
        let free = candidates.find(|label| !label.text.is_empty() && is_free(label));
        placed.extend(free);
    };
    place(at_mark.into_iter().collect());
    place(names_at(curve, &labels.curve, scale));
    place(names_at(beside, &labels.beside, scale));
    placed
}

/// Where the name of a curve may stand: above it to the left or below it to the right, at several heights.
fn names_at(line: &[Point], name: &str, scale: &Scale) -> Vec<Label> {
    let at = |share: f64| line.iter().find(|point| point.y <= scale.y(share));
    let heights = NAME_AT.iter().filter_map(|share| at(*share));
    let sides = heights.flat_map(|at| {
        [
            Label::new(name, at.x - PAD_PX, at.y - 4.0, Anchor::End),
            Label::new(name, at.x + PAD_PX, at.y + 16.0, Anchor::Start),
        ]
    });
    sides.collect()
}

/// To the right of x where it fits, else to the left.
fn beside_of(text: &str, x: f64, y: f64, right: f64) -> Label {
    if x + PAD_PX + width_px(text, Weight::Bold) <= right {
        Label::new(text, x + PAD_PX, y, Anchor::Start)
    } else {
        Label::new(text, x - PAD_PX, y, Anchor::End)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels() -> LorenzLabels {
        LorenzLabels {
            mark: "2 klanten maken 80%".to_owned(),
            curve: "omzet".to_owned(),
            beside: "winst".to_owned(),
            ..LorenzLabels::default()
        }
    }

    fn running(values: &[f64]) -> Vec<f64> {
        let total: f64 = values.iter().sum();
        let sums = values.iter().scan(0.0, |sum, value| {
            *sum += value / total;
            Some(*sum)
        });
        std::iter::once(0.0).chain(sums).collect()
    }

    #[test]
    fn the_curve_runs_from_corner_to_corner_above_the_diagonal() {
        let values: Vec<f64> = (1..5_000).rev().map(f64::from).collect();
        let spec = lorenz_from(&running(&values), &[], None, &labels(), 320.0);
        assert!(spec.curve.len() <= MAX_POINTS + 1 && spec.beside.is_empty());
        let [from, to] = spec.diagonal;
        let (first, last) = (spec.curve[0], spec.curve[spec.curve.len() - 1]);
        for (a, b) in [(first, from), (last, to)] {
            assert!((a.x - b.x).abs() < 1e-9 && (a.y - b.y).abs() < 1e-6);
        }
        let slope = (to.y - from.y) / (to.x - from.x);
        for point in &spec.curve[1..spec.curve.len() - 1] {
            assert!(point.y < from.y + slope * (point.x - from.x));
        }
    }

    #[test]
    fn the_mark_is_on_both_curves_and_is_drawn_through() {
        let values: Vec<f64> = (1..3_000).rev().map(f64::from).collect();
        let shares = running(&values);
        let beside: Vec<f64> = shares.iter().map(|share| share * share).collect();
        let spec = lorenz_from(&shares, &beside, Some(1_001), &labels(), 700.0);
        let (at, on_beside) = spec.mark.unwrap();
        let on_beside = on_beside.unwrap();
        assert!(spec.curve.contains(&at) && spec.beside.contains(&on_beside));
        assert!((at.x - on_beside.x).abs() < 1e-9 && at.y < on_beside.y);
    }

    #[test]
    fn what_falls_below_nothing_or_above_everything_stays_inside() {
        let shares = running(&[5.0, 4.0, 3.0]);
        let spec = lorenz_from(&shares, &[0.0, -0.4, 1.6, 1.0], Some(2), &labels(), 400.0);
        let points = spec.curve.iter().chain(&spec.beside);
        for point in points {
            assert!((HEAD_PX - 1e-9..=spec.height_px - FOOT_PX).contains(&point.y));
        }
        assert!(spec.zero_y < spec.height_px - FOOT_PX);
    }

    #[test]
    fn labels_keep_off_the_curves_and_off_each_other() {
        for width in [40.0, 160.0, 358.0, 700.0] {
            for steep in 1..30 {
                let values: Vec<f64> = (0..60).map(|i| 0.97_f64.powi(i * steep)).collect();
                let shares = running(&values);
                let beside: Vec<f64> = shares.iter().map(|share| share.powi(2)).collect();
                let spec = lorenz_from(&shares, &beside, Some(20), &labels(), width);
                for (at, label) in spec.labels.iter().enumerate() {
                    let rect = label.rect(Weight::Bold);
                    assert!(rect.left >= 0.0 && rect.right <= width, "{label:?}");
                    assert!(!rect.is_crossed_by(&spec.curve), "{label:?}");
                    assert!(!rect.is_crossed_by(&spec.beside), "{label:?}");
                    let others = spec.labels.iter().skip(at + 1);
                    for other in others {
                        assert!(!rect.overlaps(&other.rect(Weight::Bold)));
                    }
                }
            }
        }
    }

    #[test]
    fn nothing_to_share_is_a_diagonal_alone() {
        for shares in [&[][..], &[0.0]] {
            let spec = lorenz_from(shares, &[], Some(1), &labels(), 400.0);
            assert!(spec.curve.is_empty() && spec.mark.is_none());
        }
    }
}
