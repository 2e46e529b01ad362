//! Files 02, 06 and 09: ranks, buying, tests and repeatable chance.

use abc_core::rfm::{Buying, Rfm, rfm_of};
use abc_core::stats::groups::{mann_whitney, quartiles};
use abc_core::stats::multiple::benjamini_hochberg;
use abc_core::stats::random::{SplitMix64, box_muller};
use abc_core::stats::ranks::percentiles;
use abc_core::stats::shrinkage::shrunk_rates;
use abc_core::stats::tables::{Table, wilson};
use serde_json::{Value, json};

use super::{assert_close, assert_fields, count, list, numbers, read, text};

/// The largest p with which a table can still show something (method.md section 9).
const TESTABLE: f64 = 0.10;

#[test]
fn golden_02_percentiles() {
    let (file, tolerance) = read("02_percentile_rfm.json");
    for case in list(&file["percentile"]) {
        let found = json!(percentiles(&numbers(&case["values"])));
        assert_close(&found, &case["expected"], tolerance, text(&case["name"]));
    }
}

#[test]
fn golden_02_buying() {
    let (file, tolerance) = read("02_percentile_rfm.json");
    let case = &file["rfm"];
    let recency = numbers(&case["recency_days"]).into_iter();
    let customers: Vec<Buying> = recency
        .zip(numbers(&case["frequency"]))
        .zip(numbers(&case["monetary"]))
        .map(|((recency_days, frequency), monetary)| Buying {
            recency_days,
            frequency,
            monetary,
        })
        .collect();
    let all = 0..customers.len();
    let found: Vec<Rfm> = all.filter_map(|idx| rfm_of(&customers, idx)).collect();
    let scores = |score: fn(&Rfm) -> u8| found.iter().map(score).collect::<Vec<_>>();
    let found = json!({
        "r": scores(|rfm| rfm.recency),
        "f": scores(|rfm| rfm.frequency),
        "m": scores(|rfm| rfm.monetary),
    });
    assert_fields(&found, &case["expected"], &[], tolerance, "rfm");
}

#[test]
fn golden_06_tables() {
    let (file, tolerance) = read("06_icp_stats.json");
    for case in list(&file["tables"]) {
        let [a, b, c, d] = ["a", "b", "c", "d"].map(|key| count(&case[key]));
        let table = Table { a, b, c, d };
        let fisher = table.fisher();
        let (ratio, low, high) = table.odds_ratio();
        let found = json!({
            "fisher_two_sided": fisher.p,
            "min_attainable_p": fisher.p_min,
            "testable": fisher.p_min <= TESTABLE,
            "or_haldane": ratio,
            "or_low": low,
            "or_high": high,
            "wilson_a": wilson(a, a + b),
            "wilson_other": wilson(c, c + d),
            "lift": table.lift(),
        });
        assert_fields(
            &found,
            &case["expected"],
            &[],
            tolerance,
            &format!("{table:?}"),
        );
    }
}

#[test]
fn golden_06_wilson() {
    let (file, tolerance) = read("06_icp_stats.json");
    for case in list(&file["wilson"]) {
        let found = json!(wilson(count(&case["k"]), count(&case["n"])));
        assert_close(&found, &case["expected"], tolerance, &case.to_string());
    }
}

#[test]
fn golden_06_benjamini_hochberg() {
    let (file, tolerance) = read("06_icp_stats.json");
    for case in list(&file["bh"]) {
        let found = json!(benjamini_hochberg(&numbers(&case["p"])));
        assert_close(&found, &case["expected_q"], tolerance, &case.to_string());
    }
}

#[test]
fn golden_06_numbers_of_two_groups() {
    let (file, tolerance) = read("06_icp_stats.json");
    for case in list(&file["numeric"]) {
        let (a, other) = (numbers(&case["a"]), numbers(&case["other"]));
        let found = mann_whitney(&a, &other).expect("two groups");
        let found = json!({
            "u": found.u,
            "p_two_sided": found.p,
            "cliffs_delta": found.cliffs_delta,
            "q_a": quartiles(&a),
            "q_other": quartiles(&other),
        });
        assert_fields(
            &found,
            &case["expected"],
            &[],
            tolerance,
            text(&case["name"]),
        );
    }
}

#[test]
fn golden_06_shrunk_rates() {
    let (file, tolerance) = read("06_icp_stats.json");
    for case in list(&file["eb"]) {
        let hits = list(&case["a"]).iter().map(count);
        let groups: Vec<_> = hits.zip(list(&case["n"]).iter().map(count)).collect();
        let (rates, k) = shrunk_rates(&groups);
        assert_close(
            &json!(rates),
            &case["expected_rates"],
            tolerance,
            &case.to_string(),
        );
        assert_close(&json!(k), &case["expected_k"], tolerance, &case.to_string());
    }
}

#[test]
fn golden_09_repeatable_chance() {
    let (file, tolerance) = read("09_prng.json");
    for case in list(&file["cases"]) {
        let seed = text(&case["seed"]);
        let generator = SplitMix64::new(seed.parse().unwrap());
        let n = list(&case["expected_u64"]).len();
        let bits: Vec<String> = (0..n)
            .scan(generator.clone(), |state, _| {
                Some(state.next_u64().to_string())
            })
            .collect();
        assert_eq!(json!(bits), case["expected_u64"], "{seed}");
        let n = list(&case["expected_unit"]).len();
        let units: Vec<f64> = (0..n)
            .scan(generator, |state, _| Some(state.next_unit()))
            .collect();
        assert_close(&json!(units), &case["expected_unit"], tolerance, seed);
        let normals: Value = json!(box_muller(units[0], units[1]));
        assert_close(&normals, &case["normals_from_first_two"], tolerance, seed);
    }
}
