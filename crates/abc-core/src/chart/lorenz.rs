//! How unequally something is shared: the largest customers first (Pareto) or the smallest (Lorenz),
//! beside the diagonal that would be all equal.

use super::{
    Point,
    label::{Anchor, Label},
    text::{Weight, width_px},
};

/// Above this many customers the curve is drawn through evenly spaced ones.
const MAX_POINTS: usize = 600;
const HEAD_PX: f64 = 10.0;
const FOOT_PX: f64 = 22.0;
/// Wider than this a square picture would fill the screen.
const MAX_HEIGHT_PX: f64 = 300.0;
const PAD_PX: f64 = 8.0;

/// Which customers come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SharedOrder {
    /// The curve of Pareto, above the diagonal.
    LargestFirst,
    /// The curve of Lorenz, below the diagonal.
    SmallestFirst,
}

/// The texts at the curve. An empty one is left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LorenzLabels {
    /// At the point that is marked.
    pub mark: String,
    /// Below the first customer.
    pub first: String,
    /// Below the last customer.
    pub last: String,
}

/// The curve, laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct LorenzSpec {
    /// Width of the picture.
    pub width_px: f64,
    /// Height of the picture.
    pub height_px: f64,
    /// From nobody and nothing to everybody and everything.
    pub diagonal: [Point; 2],
    /// The curve; empty when there is nothing to share.
    pub curve: Vec<Point>,
    /// Where the running share first reaches what the caller asked for, and the customers until there.
    pub mark: Option<(Point, usize)>,
    /// The text at the mark.
    pub mark_label: Option<Label>,
    /// Below, left and right.
    pub ends: [Label; 2],
}

/// Lays out the shares of these values, in any order; what is below zero counts as nothing. `marked` is the
/// share of the total to mark, such as 0.8.
#[must_use]
pub fn lorenz_from(
    values: &[f64],
    order: SharedOrder,
    marked: Option<f64>,
    labels: &LorenzLabels,
    width_px: f64,
) -> LorenzSpec {
    let mut sorted: Vec<f64> = values
        .iter()
        .filter(|value| value.is_finite())
        .map(|value| value.max(0.0))
        .collect();
    sorted.sort_unstable_by(|a, b| match order {
        SharedOrder::LargestFirst => b.total_cmp(a),
        SharedOrder::SmallestFirst => a.total_cmp(b),
    });
    let total: f64 = sorted.iter().sum();
    let height_px = width_px.clamp(0.0, MAX_HEIGHT_PX) + FOOT_PX;
    let (bottom, right) = (height_px - FOOT_PX, width_px.max(0.0));
    let n = sorted.len();
    let mut sum = 0.0;
    let sums = sorted.iter().map(|value| {
        sum += value;
        sum
    });
    let sums: Vec<f64> = std::iter::once(0.0).chain(sums).collect();
    let point = |k: usize, sum: f64| {
        let (across, up) = (k as f64 / n.max(1) as f64, sum / total);
        Point::new(across * right, bottom - up * (bottom - HEAD_PX))
    };
    let at = |k: usize| sums.get(k).map(|sum| point(k, *sum));
    // A sum that rounding keeps a hair below the share has reached it.
    let reached = |share: f64| {
        sums.iter()
            .position(|sum| *sum >= share * total * (1.0 - 1e-12))
    };
    let has_shares = total > 0.0;
    let mark = marked
        .filter(|_| has_shares)
        .and_then(reached)
        .and_then(|k| Some((at(k)?, k)));
    let curve = if has_shares {
        drawn_indices(n, mark.map(|(_, k)| k))
            .into_iter()
            .filter_map(at)
            .collect()
    } else {
        Vec::new()
    };
    let end = |text: &str, x, anchor| Label::new(text, x, height_px - 6.0, anchor);
    LorenzSpec {
        width_px,
        height_px,
        diagonal: [Point::new(0.0, bottom), Point::new(right, HEAD_PX)],
        curve,
        mark,
        mark_label: mark.and_then(|(at, _)| mark_label(&labels.mark, at, order, right)),
        ends: [
            end(&labels.first, 0.0, Anchor::Start),
            end(&labels.last, right, Anchor::End),
        ],
    }
}

/// Which customers the curve is drawn through.
fn drawn_indices(n: usize, mark: Option<usize>) -> Vec<usize> {
    if n <= MAX_POINTS {
        return (0..=n).collect();
    }
    let mut indices: Vec<usize> = (0..=MAX_POINTS).map(|step| step * n / MAX_POINTS).collect();
    indices.extend(mark);
    indices.sort_unstable();
    indices.dedup();
    indices
}

/// Beside the mark, on the side away from the curve; none where it does not fit.
fn mark_label(text: &str, at: Point, order: SharedOrder, right: f64) -> Option<Label> {
    if text.is_empty() {
        return None;
    }
    let width = width_px(text, Weight::Bold);
    match order {
        // The curve bends to the upper left: below it to the right there is room.
        SharedOrder::LargestFirst => (at.x + PAD_PX + width <= right)
            .then(|| Label::new(text, at.x + PAD_PX, at.y + 20.0, Anchor::Start)),
        SharedOrder::SmallestFirst => (at.x - PAD_PX - width >= 0.0)
            .then(|| Label::new(text, at.x - PAD_PX, at.y - 10.0, Anchor::End)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pareto(values: &[f64], width_px: f64) -> LorenzSpec {
        let labels = LorenzLabels {
            mark: "2 klanten".to_owned(),
            ..LorenzLabels::default()
        };
        lorenz_from(
            values,
            SharedOrder::LargestFirst,
            Some(0.8),
            &labels,
            width_px,
        )
    }

    #[test]
    fn the_mark_is_the_customer_that_crosses() {
        for (values, n) in [
            (&[50.0, 30.0, 10.0, 10.0][..], Some(2)),
            (&[10.0, 10.0, 30.0, 49.0, 1.0], Some(3)),
            (&[5.0], Some(1)),
            (&[-5.0, 0.0], None),
            (&[], None),
        ] {
            let spec = pareto(values, 400.0);
            assert_eq!(spec.mark.map(|(_, n)| n), n, "{values:?}");
            assert_eq!(spec.curve.is_empty(), n.is_none(), "{values:?}");
        }
    }

    #[test]
    fn curves_run_from_corner_to_corner_on_their_own_side_of_the_diagonal() {
        let values: Vec<f64> = (0..5_000).map(f64::from).collect();
        for (order, is_above) in [
            (SharedOrder::LargestFirst, true),
            (SharedOrder::SmallestFirst, false),
        ] {
            let spec = lorenz_from(&values, order, None, &LorenzLabels::default(), 320.0);
            assert!(spec.curve.len() <= MAX_POINTS + 1);
            let [from, to] = spec.diagonal;
            let (first, last) = (spec.curve[0], spec.curve[spec.curve.len() - 1]);
            for (a, b) in [(first, from), (last, to)] {
                assert!((a.x - b.x).abs() < 1e-9 && (a.y - b.y).abs() < 1e-9);
            }
            let slope = (to.y - from.y) / (to.x - from.x);
            for point in &spec.curve[1..spec.curve.len() - 1] {
                let on_diagonal = from.y + slope * (point.x - from.x);
                assert_eq!(point.y < on_diagonal, is_above);
            }
        }
    }

    #[test]
    fn a_label_without_room_is_left_out() {
        assert!(
            pareto(&[50.0, 30.0, 10.0, 10.0], 400.0)
                .mark_label
                .is_some()
        );
        assert!(pareto(&[50.0, 30.0, 10.0, 10.0], 60.0).mark_label.is_none());
    }
}
