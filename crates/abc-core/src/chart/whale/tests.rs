//! Shapes of firms: ordinary, all profitable, all losing, one customer, none, very many.

use super::{MAX_POINTS, Rug, WhaleBar, WhaleLabels, WhaleSpec, whale_from};
use crate::chart::{Mark, Weight, label::Rect};

fn labels() -> WhaleLabels {
    WhaleLabels {
        peak: "top € 196.985 na 49 klanten".to_owned(),
        top: vec![
            "12 klanten (20%)".to_owned(),
            "maken 67% van de winst".to_owned(),
        ],
        rest: vec![
            "daarna lekt € 11.248 weg".to_owned(),
            "over: € 185.737".to_owned(),
        ],
        most: "meeste bijdrage".to_owned(),
        least: "minste".to_owned(),
    }
}

fn whale(contributions: &[f64], width: f64) -> WhaleSpec {
    let marks = [Mark::A, Mark::B, Mark::C];
    let bars: Vec<WhaleBar> = contributions
        .iter()
        .zip(marks.into_iter().cycle())
        .map(|(contribution, mark)| WhaleBar {
            contribution: *contribution,
            mark,
        })
        .collect();
    whale_from(&bars, &labels(), width)
}

fn ordinary() -> Vec<f64> {
    (0..56)
        .map(|i| 26_000.0 * 0.93_f64.powi(i) - 650.0 - f64::from(i) * 25.0)
        .collect()
}

fn text_rects(spec: &WhaleSpec) -> Vec<Rect> {
    let blocks = spec
        .top_text
        .iter()
        .chain(&spec.rest_text)
        .flat_map(|text| &text.lines);
    blocks
        .chain(&spec.peak_label)
        .map(|label| label.rect(Weight::Bold))
        .collect()
}

#[test]
fn the_peak_is_the_highest_point_and_the_leak_follows_it() {
    let spec = whale(&ordinary(), 480.0);
    let peak = spec.peak.expect("a peak");
    assert!(
        spec.curve.iter().all(|point| point.y >= peak.y),
        "nothing above the peak"
    );
    assert!(
        spec.leak
            .iter()
            .all(|point| point.x >= peak.x && point.y >= peak.y)
    );
    assert!(spec.leak.len() > 2);
    assert_eq!(
        spec.curve.first().map(|start| start.y),
        Some(spec.zero_y),
        "begins at zero"
    );
}

#[test]
fn the_order_of_the_customers_does_not_matter() {
    let mut reversed = ordinary();
    reversed.reverse();
    assert_eq!(
        whale(&ordinary(), 480.0).curve,
        whale(&reversed, 480.0).curve
    );
}

#[test]
fn all_texts_of_an_ordinary_firm_have_a_place_on_desk_and_phone() {
    for width in [358.0, 480.0, 690.0] {
        let spec = whale(&ordinary(), width);
        assert!(
            spec.peak_label.is_some() && spec.top_text.is_some(),
            "at {width}"
        );
        assert!(spec.rest_text.is_some(), "at {width}");
    }
}

#[test]
fn shapes() {
    let one_big_loss: Vec<f64> = [100.0; 9].into_iter().chain([-5_000.0]).collect();
    let cases: [(&str, Vec<f64>); 8] = [
        ("none", vec![]),
        ("one", vec![5.0]),
        ("one loss", vec![-5.0]),
        ("all zero", vec![0.0; 4]),
        ("all profitable", vec![9.0, 8.0, 7.0]),
        ("all losing", vec![-1.0, -2.0, -3.0]),
        ("one big loss", one_big_loss),
        ("not a number", vec![f64::NAN, 1.0, -1.0]),
    ];
    for (title, contributions) in cases {
        for width in [0.0, 200.0, 358.0, 480.0] {
            let spec = whale(&contributions, width);
            let inside = |x: f64, y: f64| {
                (0.0..=width.max(0.0)).contains(&x) && (0.0..=spec.height_px).contains(&y)
            };
            assert!(
                spec.curve.iter().all(|point| inside(point.x, point.y)),
                "{title} at {width}"
            );
            assert!(
                (0.0..=spec.height_px).contains(&spec.zero_y),
                "{title}: zero is in view"
            );
            assert!(spec.gridlines.len() <= 3, "{title}");
            let rects = text_rects(&spec);
            for (index, rect) in rects.iter().enumerate() {
                assert!(
                    !rect.is_crossed_by(&spec.curve),
                    "{title} at {width}: text on the curve"
                );
                let others = rects.iter().skip(index + 1);
                assert!(
                    others.clone().all(|other| !rect.overlaps(other)),
                    "{title} at {width}"
                );
            }
        }
    }
    assert!(
        whale(&[-1.0, -2.0], 480.0).peak.is_none(),
        "without a gain there is no peak"
    );
    assert!(
        whale(&[1.0, 2.0], 480.0).leak.is_empty(),
        "without a loss there is no leak"
    );
}

#[test]
fn many_customers_are_drawn_in_bins_that_keep_the_peak() {
    let many: Vec<f64> = (0..5_000).map(|i| 900.0 - f64::from(i) * 0.2).collect();
    let spec = whale(&many, 480.0);
    assert!(spec.curve.len() <= MAX_POINTS + 3);
    let peak = spec.peak.expect("a peak");
    assert!(spec.curve.contains(&peak) && spec.curve.contains(&spec.top.expect("a fifth")));
    let Rug::Bins(bins) = &spec.rug else {
        panic!("bins")
    };
    assert!(
        bins.iter()
            .all(|bin| (bin.shares.iter().sum::<f64>() - 1.0).abs() < 1e-9)
    );
    let end = bins.last().map_or(0.0, |bin| bin.x + bin.width);
    assert!((end - spec.plot_right).abs() < 1e-6);
}

#[test]
fn marks_give_way_to_bins_when_they_would_touch() {
    let is_marks = |n: usize, width| matches!(whale(&vec![1.0; n], width).rug, Rug::Marks { .. });
    assert!(is_marks(56, 358.0) && is_marks(100, 480.0));
    assert!(!is_marks(200, 480.0) && !is_marks(601, 4_000.0));
}
