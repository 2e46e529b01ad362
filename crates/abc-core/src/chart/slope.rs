//! 'Revenue rank beside profit rank': a line per customer from its place in the one order to its
//! place in the other. All are hairlines but the few that are flagged.

use super::{
    Mark, Point,
    label::{Anchor, Label, spread_apart},
    text::{Weight, shortened, width_px},
};
use crate::stats::order::sort_short_by_key;

/// More hairlines than this are a grey field; every so many-th is drawn instead.
pub const MAX_HAIRLINES: usize = 400;
/// From here on there is room for names at the left as well.
const WIDE_FROM_PX: f64 = 560.0;
const WIDE_HEIGHT_PX: f64 = 268.0;
const NARROW_HEIGHT_PX: f64 = 330.0;
/// The first rank; the names of the two orders are above it.
const TOP_PX: f64 = 24.0;
/// The baseline of those names.
const NAMES_PX: f64 = 11.0;
const BOTTOM_MARGIN_PX: f64 = 6.0;
/// From baseline to baseline of labels below each other.
const LABEL_PX: f64 = 16.0;
const TO_BASELINE_PX: f64 = 4.0;
/// From an axis to its labels.
const GAP_PX: f64 = 9.0;

/// One customer.
#[derive(Clone, Debug, PartialEq)]
pub struct SlopeLine {
    /// Its place in the left order, from 1.
    pub left_rank: u32,
    /// Its place in the right order, from 1.
    pub right_rank: u32,
    /// The class.
    pub mark: Mark,
    /// Why it stands out, for the few that do.
    pub flag: Option<SlopeFlag>,
}

/// What makes a customer stand out.
#[derive(Clone, Debug, PartialEq)]
pub struct SlopeFlag {
    /// Its name.
    pub name: String,
    /// Why it is flagged.
    pub reason: String,
    /// Flagged because it is good: drawn in the colour of its class instead of ink.
    pub is_good: bool,
}

/// One end of a flagged line.
#[derive(Clone, Debug, PartialEq)]
pub struct SlopeEnd {
    /// Where the mark is.
    pub at: Point,
    /// Where the label is: the side that faces the axis, on its baseline.
    pub label_at: Point,
    /// The rank, which the label shows.
    pub rank: u32,
    /// The words beside the rank; may be empty.
    pub text: String,
}

/// A flagged line.
#[derive(Clone, Debug, PartialEq)]
pub struct SlopeFlagSpec {
    /// The class.
    pub mark: Mark,
    /// In the colour of its class instead of ink.
    pub is_good: bool,
    /// Its label ends at the axis.
    pub left: SlopeEnd,
    /// Its label begins at the axis.
    pub right: SlopeEnd,
}

/// The chart, laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct SlopeSpec {
    /// Width of the picture.
    pub width_px: f64,
    /// Height of the picture.
    pub height_px: f64,
    /// The names of the two orders, above their axes.
    pub names: [Label; 2],
    /// Where the left and the right axis are.
    pub axes: [f64; 2],
    /// Where both axes begin and end.
    pub axis_range: [f64; 2],
    /// The lines of all others, or every so many-th of them.
    pub hairlines: Vec<[Point; 2]>,
    /// The flagged lines, from above on the left.
    pub flags: Vec<SlopeFlagSpec>,
}

/// Lays out the two orders, with their names, at this width.
#[must_use]
pub fn slope_from(lines: &[SlopeLine], names: [&str; 2], width_px: f64) -> SlopeSpec {
    let is_wide = width_px >= WIDE_FROM_PX;
    let mut flagged: Vec<(&SlopeLine, &SlopeFlag)> = lines
        .iter()
        .filter_map(|line| line.flag.as_ref().map(|flag| (line, flag)))
        .collect();
    sort_short_by_key(&mut flagged, |(line, _)| line.left_rank);
    let texts: Vec<[String; 2]> = flagged
        .iter()
        .map(|(line, flag)| texts_of(line, flag, width_px))
        .collect();

    let axes = axes_from(&flagged, &texts, width_px);
    let n_ranks = lines
        .iter()
        .map(|line| line.left_rank.max(line.right_rank))
        .max()
        .unwrap_or(1);
    // The labels of one side below each other need this much.
    let needed = TOP_PX + LABEL_PX * flagged.len() as f64 + BOTTOM_MARGIN_PX;
    let height_px = needed.max(if is_wide {
        WIDE_HEIGHT_PX
    } else {
        NARROW_HEIGHT_PX
    });
    let bottom = height_px - BOTTOM_MARGIN_PX;
    let y_of = |rank: u32| {
        let share = f64::from(rank.saturating_sub(1)) / f64::from(n_ranks.saturating_sub(1).max(1));
        TOP_PX + share * (bottom - TOP_PX)
    };

    let plain: Vec<&SlopeLine> = lines.iter().filter(|line| line.flag.is_none()).collect();
    let hairlines = plain
        .iter()
        .step_by(plain.len().div_ceil(MAX_HAIRLINES).max(1))
        .map(|line| {
            [
                Point::new(axes[0], y_of(line.left_rank)),
                Point::new(axes[1], y_of(line.right_rank)),
            ]
        });
    SlopeSpec {
        width_px,
        height_px,
        names: names_above(names, axes, width_px),
        axes,
        axis_range: [TOP_PX - 6.0, height_px],
        hairlines: hairlines.collect(),
        flags: flags_from(&flagged, texts, axes, bottom, y_of),
    }
}

/// What stands left and right of a flagged line. On a narrow screen the name moves to the right
/// and the reason to the table.
fn texts_of(line: &SlopeLine, flag: &SlopeFlag, width: f64) -> [String; 2] {
    if width >= WIDE_FROM_PX {
        [
            shortened(&flag.name, Weight::Normal, width * 0.3),
            shortened(&flag.reason, Weight::Normal, width * 0.32),
        ]
    } else {
        let rank = width_px(&line.right_rank.to_string(), Weight::Bold);
        [
            String::new(),
            shortened(&flag.name, Weight::Normal, (width * 0.58 - rank).max(0.0)),
        ]
    }
}

/// On the outer side of each axis; a name without room there stands against the edge.
fn names_above([left, right]: [&str; 2], axes: [f64; 2], width: f64) -> [Label; 2] {
    let has_room = width_px(left, Weight::Normal) + GAP_PX <= axes[0];
    let left = if has_room {
        Label::new(left, axes[0] - GAP_PX, NAMES_PX, Anchor::End)
    } else {
        Label::new(left, 0.0, NAMES_PX, Anchor::Start)
    };
    let has_room = axes[1] + GAP_PX + width_px(right, Weight::Normal) <= width;
    let right = if has_room {
        Label::new(right, axes[1] + GAP_PX, NAMES_PX, Anchor::Start)
    } else {
        Label::new(right, width, NAMES_PX, Anchor::End)
    };
    [left, right]
}

fn axes_from(flagged: &[(&SlopeLine, &SlopeFlag)], texts: &[[String; 2]], width: f64) -> [f64; 2] {
    let mut sides = [0.0_f64; 2];
    for ((line, _), [left, right]) in flagged.iter().zip(texts) {
        let room = |rank: u32, text: &str| {
            // The rank, a space and the words.
            width_px(&rank.to_string(), Weight::Bold) + 4.0 + width_px(text, Weight::Normal)
        };
        sides = [
            sides[0].max(room(line.left_rank, left)),
            sides[1].max(room(line.right_rank, right)),
        ];
    }
    // Without labels there is still half a mark at both sides.
    let left = sides[0] + GAP_PX;
    [left, (width - sides[1] - GAP_PX).max(left)]
}

fn flags_from(
    flagged: &[(&SlopeLine, &SlopeFlag)],
    texts: Vec<[String; 2]>,
    axes: [f64; 2],
    bottom: f64,
    y_of: impl Fn(u32) -> f64,
) -> Vec<SlopeFlagSpec> {
    let left_ranks: Vec<u32> = flagged.iter().map(|(line, _)| line.left_rank).collect();
    let right_ranks: Vec<u32> = flagged.iter().map(|(line, _)| line.right_rank).collect();
    let left_ys = label_ys(&left_ranks, bottom, &y_of);
    let right_ys = label_ys(&right_ranks, bottom, &y_of);
    let labels = texts.into_iter().zip(left_ys).zip(right_ys);
    flagged
        .iter()
        .zip(labels)
        .map(
            |((line, flag), (([left_text, right_text], left_y), right_y))| SlopeFlagSpec {
                mark: line.mark,
                is_good: flag.is_good,
                left: SlopeEnd {
                    at: Point::new(axes[0], y_of(line.left_rank)),
                    label_at: Point::new(axes[0] - GAP_PX, left_y + TO_BASELINE_PX),
                    rank: line.left_rank,
                    text: left_text,
                },
                right: SlopeEnd {
                    at: Point::new(axes[1], y_of(line.right_rank)),
                    label_at: Point::new(axes[1] + GAP_PX, right_y + TO_BASELINE_PX),
                    rank: line.right_rank,
                    text: right_text,
                },
            },
        )
        .collect()
}

/// The height of each label, in the order of the ranks given.
fn label_ys(ranks: &[u32], bottom: f64, y_of: impl Fn(u32) -> f64) -> Vec<f64> {
    let mut order: Vec<(usize, u32)> = ranks.iter().copied().enumerate().collect();
    sort_short_by_key(&mut order, |(_, rank)| *rank);
    let wanted: Vec<f64> = order.iter().map(|(_, rank)| y_of(*rank)).collect();
    let spread = spread_apart(&wanted, LABEL_PX, TOP_PX, bottom);
    let mut placed: Vec<(usize, f64)> = order.iter().map(|(at, _)| *at).zip(spread).collect();
    sort_short_by_key(&mut placed, |(at, _)| *at);
    placed.into_iter().map(|(_, y)| y).collect()
}

#[cfg(test)]
mod tests {
    use super::{MAX_HAIRLINES, SlopeFlag, SlopeLine, SlopeSpec, slope_from};
    use crate::chart::text::width_px;
    use crate::chart::{Mark, Weight};

    fn lines(n: u32, flagged: &[u32]) -> Vec<SlopeLine> {
        let line = |rank: u32| SlopeLine {
            left_rank: rank,
            right_rank: n + 1 - rank,
            mark: Mark::B,
            flag: flagged.contains(&rank).then(|| SlopeFlag {
                name: format!("Meubelhuis De Drie Linden {rank}"),
                reason: "vraagt de meeste aandacht".to_owned(),
                is_good: false,
            }),
        };
        (1..=n).map(line).collect()
    }

    fn assert_labels_are_apart_and_inside(spec: &SlopeSpec) {
        for side in [0, 1] {
            let mut ys: Vec<f64> = spec
                .flags
                .iter()
                .map(|flag| {
                    if side == 0 {
                        flag.left.label_at.y
                    } else {
                        flag.right.label_at.y
                    }
                })
                .collect();
            ys.sort_by(f64::total_cmp);
            assert!(
                ys.windows(2).all(|pair| pair[1] - pair[0] >= 15.9),
                "{ys:?}"
            );
            assert!(
                ys.iter().all(|y| *y > 0.0 && *y <= spec.height_px),
                "{ys:?}"
            );
        }
        let [left, right] = &spec.names;
        assert!(left.rect(Weight::Normal).left >= 0.0, "{left:?}");
        assert!(
            right.rect(Weight::Normal).right <= spec.width_px,
            "{right:?}"
        );
        for flag in &spec.flags {
            let right = flag.right.label_at.x
                + width_px(&flag.right.rank.to_string(), Weight::Bold)
                + width_px(&flag.right.text, Weight::Normal);
            assert!(right <= spec.width_px + 0.1, "{flag:?}");
            let left = flag.left.label_at.x
                - width_px(&flag.left.rank.to_string(), Weight::Bold)
                - width_px(&flag.left.text, Weight::Normal);
            assert!(left >= -0.1, "{flag:?}");
        }
    }

    #[test]
    fn flagged_lines_have_labels_that_do_not_overlap() {
        for width in [300.0, 358.0, 690.0] {
            let spec = slope_from(
                &lines(56, &[1, 7, 8, 9, 28, 40, 56]),
                ["omzet", "winst"],
                width,
            );
            assert_eq!(spec.flags.len(), 7);
            assert_eq!(spec.hairlines.len(), 49);
            assert_labels_are_apart_and_inside(&spec);
        }
    }

    #[test]
    fn the_names_of_the_orders_stay_inside_where_nothing_else_needs_the_side() {
        for width in [320.0, 640.0] {
            let spec = slope_from(&lines(2, &[]), ["omzet", "winst (aangenomen)"], width);
            assert_labels_are_apart_and_inside(&spec);
        }
    }

    #[test]
    fn many_flags_make_the_picture_higher() {
        let all: Vec<u32> = (1..=30).collect();
        let spec = slope_from(&lines(30, &all), ["omzet", "winst"], 690.0);
        assert!(spec.height_px > 268.0);
        assert_labels_are_apart_and_inside(&spec);
    }

    #[test]
    fn many_customers_are_sampled() {
        let spec = slope_from(&lines(5_000, &[12]), ["omzet", "winst"], 690.0);
        assert!(spec.hairlines.len() <= MAX_HAIRLINES);
        assert!(spec.hairlines.len() > MAX_HAIRLINES / 2);
    }

    #[test]
    fn one_customer_and_none() {
        let one = slope_from(&lines(1, &[1]), ["omzet", "winst"], 358.0);
        assert!(one.flags.iter().all(|flag| flag.left.at.y.is_finite()));
        let none = slope_from(&[], ["omzet", "winst"], 358.0);
        assert!(none.flags.is_empty() && none.hairlines.is_empty() && none.height_px > 0.0);
    }
}
