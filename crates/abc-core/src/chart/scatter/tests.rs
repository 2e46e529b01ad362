use super::*;

fn points(n: u32) -> Vec<ScatterPoint> {
    (0..n)
        .map(|position| ScatterPoint {
            position,
            attention: f64::from(position % 97),
            value: f64::from(position % 89) * 100.0 - 2_000.0,
            mark: [Mark::A, Mark::B, Mark::C][position as usize % 3],
            is_assumed: position % 7 == 0,
        })
        .collect()
}

fn laid_out(points: &[ScatterPoint], flags: &[(u32, String)], width_px: f64) -> ScatterSpec {
    let words = ScatterWords {
        ticks: [&|value| format!("{value}"), &|value| format!("€ {value}")],
        names: ["uren per jaar", "bijdrage"],
        flags,
    };
    scatter_from(points, &words, width_px)
}

fn marks(spec: &ScatterSpec) -> &[ScatterMark] {
    match &spec.marks {
        ScatterMarks::Marks(marks) => marks,
        ScatterMarks::Bins { .. } => panic!("marks"),
    }
}

#[test]
fn everybody_is_inside_and_more_is_farther() {
    let spec = laid_out(&points(500), &[], 400.0);
    let marks = marks(&spec);
    assert_eq!(marks.len(), 500);
    for mark in marks {
        assert!((spec.plot_left..=400.0).contains(&mark.at.x));
        assert!((HEAD_PX..=spec.plot_bottom).contains(&mark.at.y));
    }
    // Above zero is above the line.
    assert!(marks[88].at.y < spec.zero_y && marks[0].at.y > spec.zero_y);
    assert!(marks[50].at.x > marks[49].at.x);
    assert!(marks[7].is_assumed && !marks[8].is_assumed);
}

#[test]
fn numbers_on_the_axes_do_not_run_into_each_other() {
    for width in [200.0, 358.0, 1_200.0] {
        let spec = laid_out(&points(500), &[], width);
        for ticks in [&spec.attention_ticks, &spec.value_ticks] {
            assert!(ticks.len() > 1);
            for pair in ticks.windows(2) {
                let (a, b) = (&pair[0].label, &pair[1].label);
                assert!(!a.rect(Weight::Normal).overlaps(&b.rect(Weight::Normal)));
            }
        }
        assert!(spec.value_ticks.iter().any(|tick| tick.at > spec.zero_y));
    }
}

#[test]
fn very_many_share_squares_and_nobody_is_lost() {
    let spec = laid_out(&points(5_000), &[], 400.0);
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
        is_assumed: false,
    };
    assert_eq!(marks(&laid_out(&[same, same], &[], 400.0)).len(), 2);
    let not_finite = ScatterPoint {
        value: f64::NAN,
        ..same
    };
    let spec = laid_out(&[not_finite], &[], 0.0);
    assert_eq!(spec.marks, ScatterMarks::Marks(Vec::new()));
    assert_eq!(spec.step(None, Toward::Right), None);
    assert_eq!(spec.nearest(Point::new(0.0, 0.0)), None);
}

#[test]
fn a_walk_comes_by_everybody_once_and_ends() {
    for n in [1, 97, 300, 5_000] {
        let spec = laid_out(&points(n), &[], 400.0);
        for (start, toward) in [(Toward::First, Toward::Right), (Toward::Last, Toward::Left)] {
            let mut at = spec.step(None, start);
            let mut seen = vec![false; spec.n_places()];
            while let Some(idx) = at.filter(|idx| !seen[*idx]) {
                seen[idx] = true;
                at = spec.step(at, toward);
            }
            assert!(seen.iter().all(|seen| *seen), "{n} {toward:?}");
        }
    }
}

#[test]
fn a_step_goes_where_it_says() {
    let spec = laid_out(&points(60), &[], 400.0);
    let place = |idx: Option<usize>| spec.place(idx.unwrap()).unwrap();
    for idx in 0..60 {
        let at = place(Some(idx));
        let to = |toward| place(spec.step(Some(idx), toward));
        assert!(to(Toward::Right).x >= at.x && to(Toward::Left).x <= at.x);
        assert!(to(Toward::Up).y <= at.y && to(Toward::Down).y >= at.y);
    }
}

#[test]
fn who_points_near_a_mark_means_it() {
    let spec = laid_out(&points(30), &[], 400.0);
    for (idx, mark) in marks(&spec).iter().enumerate() {
        assert_eq!(spec.nearest(mark.at), Some(idx));
    }
    assert_eq!(spec.nearest(Point::new(-100.0, -100.0)), None);
    let crowd = laid_out(&points(5_000), &[], 400.0);
    let middle = crowd.place(3).unwrap();
    assert_eq!(crowd.nearest(middle), Some(3));
}

#[test]
fn names_keep_off_marks_and_off_each_other() {
    let flags: Vec<(u32, String)> = (0..60)
        .map(|at| (at, format!("Klant nummer {at}")))
        .collect();
    let spec = laid_out(&points(60), &flags, 700.0);
    assert!(!spec.flags.is_empty() && spec.flags.len() < 60);
    for (at, label) in spec.flags.iter().enumerate() {
        let rect = label.rect(Weight::Normal);
        let covered = marks(&spec)
            .iter()
            .filter(|mark| rect.overlaps(&around(mark.at)));
        assert!(covered.count() <= 1, "its own at most: {label:?}");
        for other in &spec.flags[at + 1..] {
            assert!(!rect.overlaps(&other.rect(Weight::Normal)));
        }
    }
}
