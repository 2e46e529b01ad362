//! File 03: weights by order and by comparison, the lattice, and the second opinions.

use abc_core::certainty::weights::{each_division, is_near};
use abc_core::classify::weighing::{compared_from, rank_order_weights};
use abc_core::stats::multicriteria::{
    min_max, ordered_bounds, ranks_descending, topsis, weighted_sums,
};
use abc_core::stats::ranks::{percentiles, spearman};
use serde_json::{Value, json};

use super::{assert_close, assert_fields, count, list, numbers, object, read};

fn matrix_of(value: &Value) -> Vec<Vec<f64>> {
    list(value).iter().map(numbers).collect()
}

#[test]
fn golden_03_weights_by_order() {
    let (file, tolerance) = read("03_weights_mcda.json");
    for (n, expected) in object(&file["roc"]) {
        let found = rank_order_weights(n.parse().unwrap());
        assert_close(&json!(found), expected, tolerance, n);
    }
}

#[test]
fn golden_03_weights_by_comparison() {
    let (file, tolerance) = read("03_weights_mcda.json");
    for case in list(&file["ahp"]) {
        let found = compared_from(&matrix_of(&case["matrix"])).expect("a positive matrix");
        let found = json!({
            "weights": found.weights,
            "lambda_max": found.lambda_max,
            "consistency_ratio": found.consistency_ratio,
            "acceptable": found.is_consistent(),
        });
        assert_fields(&found, &case["expected"], &[], tolerance, &case.to_string());
    }
}

#[test]
fn golden_03_lattice() {
    let (file, _) = read("03_weights_mcda.json");
    let parts = |case: &Value| u32::try_from(count(&case["parts"])).unwrap();
    for case in list(&file["lattice"]) {
        let mut n = 0;
        each_division(count(&case["criteria"]), parts(case), |_| n += 1);
        assert_eq!(n, count(&case["expected_points"]), "{case}");
    }
    for case in list(&file["lattice_near"]) {
        let weights = numbers(&case["weights"]);
        let radius = case["radius"].as_f64().unwrap();
        let mut n = 0;
        each_division(weights.len(), parts(case), |division| {
            n += usize::from(is_near(division, parts(case), &weights, radius));
        });
        assert_eq!(n, count(&case["expected_points"]), "{case}");
    }
}

#[test]
fn golden_03_second_opinions() {
    let (file, tolerance) = read("03_weights_mcda.json");
    let case = &file["mcda"];
    let (matrix, weights) = (matrix_of(&case["matrix"]), numbers(&case["weights"]));
    let scaled = min_max(&matrix);
    let sums = weighted_sums(&scaled, &weights);
    let similarities = topsis(&matrix, &weights);
    let ng: Vec<f64> = scaled
        .iter()
        .map(|row| ordered_bounds(row).expect("criteria").1)
        .collect();
    let found = json!({
        "minmax_weighted_sum": sums,
        "minmax_weighted_sum_rank": ranks_descending(&sums),
        "topsis_vector_similarity": similarities,
        "topsis_rank": ranks_descending(&similarities),
        "ng_2007_score": ng,
        "spearman_wsm_topsis": spearman(&percentiles(&sums), &percentiles(&similarities)),
    });
    assert_fields(&found, case, &["matrix", "weights"], tolerance, "mcda");
}
