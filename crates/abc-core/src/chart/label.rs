//! Labels, and how they keep out of each other's way.

use super::{Point, Weight, text::width_px};

/// How high a line of text reaches above its baseline, and how far below.
const ASCENT_PX: f64 = 11.0;
const DESCENT_PX: f64 = 4.0;
/// From baseline to baseline.
pub(super) const LINE_PX: f64 = 16.0;

/// Which end of a text stands at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// A text with its place; `at.y` is the baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The words, as the caller gave them.
    pub text: String,
    /// Where it stands.
    pub at: Point,
    /// Which end stands there.
    pub anchor: Anchor,
}

impl Label {
    pub(super) fn new(text: &str, x: f64, y: f64, anchor: Anchor) -> Self {
        Self {
            text: text.to_owned(),
            at: Point::new(x, y),
            anchor,
        }
    }

    /// The room it takes.
    pub(super) fn rect(&self, weight: Weight) -> Rect {
        let width = width_px(&self.text, weight);
        let left = match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - width / 2.0,
            Anchor::End => self.at.x - width,
        };
        Rect {
            left,
            right: left + width,
            top: self.at.y - ASCENT_PX,
            bottom: self.at.y + DESCENT_PX,
        }
    }
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rect {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

impl Rect {
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    pub(super) fn is_inside(&self, outer: &Self) -> bool {
        self.left >= outer.left
            && self.right <= outer.right
            && self.top >= outer.top
            && self.bottom <= outer.bottom
    }

    /// Whether the line through these points passes through it.
    pub(super) fn is_crossed_by(&self, line: &[Point]) -> bool {
        line.windows(2).any(|pair| match pair {
            [from, to] => self.is_cut_by(*from, *to),
            _ => false,
        })
    }

    /// Clips the stretch from `from` to `to` against the four sides (Liang and Barsky 1984).
    fn is_cut_by(&self, from: Point, to: Point) -> bool {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let sides = [
            (-dx, from.x - self.left),
            (dx, self.right - from.x),
            (-dy, from.y - self.top),
            (dy, self.bottom - from.y),
        ];
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        for (speed, distance) in sides {
            if speed.abs() < f64::EPSILON {
                if distance < 0.0 {
                    return false;
                }
            } else if speed < 0.0 {
                enter = enter.max(distance / speed);
            } else {
                leave = leave.min(distance / speed);
            }
        }
        enter <= leave
    }
}

/// Moves sorted positions apart until neighbours are `gap` from each other, all within
/// `low..=high`, with the least total squared shift.
///
/// With `gap * index` taken off, "apart by `gap`" becomes "not descending", so this is isotonic
/// regression by pooling neighbours (Ayer et al. 1955). More positions than fit run past `high`.
pub(super) fn spread_apart(wanted: &[f64], gap: f64, low: f64, high: f64) -> Vec<f64> {
    // Pools of positions that share one value: their sum and how many they are.
    let mut pools: Vec<(f64, usize)> = Vec::with_capacity(wanted.len());
    for (index, position) in wanted.iter().enumerate() {
        let mut pool = (position - gap * index as f64, 1);
        while let Some(&(sum, count)) = pools.last() {
            if sum / (count as f64) <= pool.0 / pool.1 as f64 {
                break;
            }
            pool = (pool.0 + sum, pool.1 + count);
            pools.pop();
        }
        pools.push(pool);
    }
    let last_start = high - gap * wanted.len().saturating_sub(1) as f64;
    pools
        .iter()
        .flat_map(|&(sum, count)| std::iter::repeat_n(sum / count as f64, count))
        .enumerate()
        .map(|(index, start)| start.min(last_start).max(low) + gap * index as f64)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Point, Rect, spread_apart};

    #[test]
    fn positions_that_are_apart_stay() {
        assert_eq!(
            spread_apart(&[10.0, 40.0, 90.0], 15.0, 0.0, 100.0),
            [10.0, 40.0, 90.0]
        );
        assert!(spread_apart(&[], 15.0, 0.0, 100.0).is_empty());
        assert_eq!(spread_apart(&[50.0], 15.0, 0.0, 100.0), [50.0]);
    }

    #[test]
    fn neighbours_share_the_shift() {
        assert_eq!(spread_apart(&[50.0, 54.0], 16.0, 0.0, 100.0), [44.0, 60.0]);
        assert_eq!(spread_apart(&[0.0, 0.0], 16.0, 0.0, 100.0), [0.0, 16.0]);
        assert_eq!(
            spread_apart(&[100.0, 100.0], 16.0, 0.0, 100.0),
            [84.0, 100.0]
        );
    }

    #[test]
    fn crowded_positions_keep_order_and_distance() {
        let wanted: Vec<f64> = (0..12).map(|i| f64::from(i * i) * 0.7).collect();
        let spread = spread_apart(&wanted, 8.0, 0.0, 100.0);
        assert!(
            spread
                .windows(2)
                .all(|pair| pair[1] - pair[0] >= 8.0 - 1e-9),
            "{spread:?}"
        );
        assert!(
            spread.iter().all(|y| (0.0..=100.0).contains(y)),
            "{spread:?}"
        );
    }

    #[test]
    fn a_line_crosses_a_rectangle_or_not() {
        let rect = Rect {
            left: 10.0,
            right: 20.0,
            top: 10.0,
            bottom: 20.0,
        };
        let crossed = |from: (f64, f64), to: (f64, f64)| {
            rect.is_crossed_by(&[Point::new(from.0, from.1), Point::new(to.0, to.1)])
        };
        assert!(crossed((0.0, 15.0), (30.0, 15.0)), "straight through");
        assert!(crossed((12.0, 12.0), (13.0, 13.0)), "inside");
        assert!(!crossed((0.0, 5.0), (30.0, 5.0)), "above");
        assert!(!crossed((0.0, 15.0), (9.0, 15.0)), "stops before");
        assert!(!crossed((0.0, 18.0), (18.0, 0.0)), "passes the corner");
        assert!(!rect.is_crossed_by(&[]), "no line");
    }
}
