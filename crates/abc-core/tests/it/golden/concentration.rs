//! Files 01 and 04: concentration and whale curve.

use abc_core::classify::concentration::{
    ValueClasses, Whale, computed_abc_from, concentration_from, pareto_from, whale_from,
};
use abc_core::customers::Class;
use abc_core::money::Cents;
use serde_json::{Value, json};

use super::{assert_fields, class_name, list, numbers, read, text};

/// Other packages' answers, for information: splines, off by a few customers.
const SKIPPED: [&str; 1] = ["cross_check_not_to_match_exactly"];

fn class_letters(classes: &[Class]) -> String {
    classes.iter().copied().map(class_name).collect()
}

fn pareto_json(amounts: &[Cents]) -> Value {
    let found = pareto_from(amounts);
    let letters = |found: &ValueClasses| class_letters(&found.classes);
    json!({
        "classes": found.as_ref().map_or_else(|| "-".repeat(amounts.len()), letters),
        "limit_a_cents": found.as_ref().map(|found| found.limit_a),
        "limit_b_cents": found.as_ref().map(|found| found.limit_b),
    })
}

fn computed_json(amounts: &[Cents]) -> Value {
    let found = computed_abc_from(amounts).map(|found| {
        json!({
            "k_pareto": found.k_pareto,
            "k_breakeven": found.k_breakeven,
            "k_submarginal": found.k_submarginal,
            "exchanged": found.exchanged,
            "a_effort": found.a.0,
            "a_yield": found.a.1,
            "c_effort": found.c.0,
            "c_yield": found.c.1,
            "a_limit_cents": found.limit_a,
            "b_limit_cents": found.limit_b,
            "classes": class_letters(&found.classes),
        })
    });
    json!(found)
}

/// A whale curve with the names of the golden files.
pub(super) fn whale_json(whale: &Whale) -> Value {
    json!({
        "n": whale.order.len(),
        "total": whale.total,
        "peak": whale.peak,
        "n_profitable": whale.n_profitable,
        "n_zero": whale.n_zero,
        "n_loss": whale.n_loss,
        "loss_total": whale.loss_total,
        "curve": whale.curve,
        "peak_pct": whale.percentages.map(|p| p.peak),
        "erosion_pct": whale.percentages.map(|p| p.erosion),
        "top20_n": whale.top20_n,
        "top20_pct": whale.percentages.map(|p| p.top20),
    })
}

#[test]
fn golden_01_concentration() {
    let (file, tolerance) = read("01_concentration.json");
    for case in list(&file["cases"]) {
        let amounts: Vec<Cents> = serde_json::from_value(case["cents"].clone()).unwrap();
        let found = concentration_from(&amounts);
        let shares = found.shares;
        let found = json!({
            "n": found.n,
            "n_negative": found.n_negative,
            "total_positive_cents": found.total,
            "gini": shares.map(|s| s.gini),
            "hhi": shares.map(|s| s.hhi),
            "n_effective": shares.map(|s| s.n_effective),
            "top1_share": shares.map(|s| s.top1),
            "top5_share": shares.map(|s| s.top5),
            "customers_for_80pct": shares.map(|s| s.n_for_80),
            "lorenz": found.lorenz,
            "pareto_80_95": pareto_json(&amounts),
            "computed_abc": computed_json(&amounts),
        });
        let what = text(&case["name"]);
        assert_fields(&found, &case["expected"], &SKIPPED, tolerance, what);
    }
}

#[test]
fn golden_04_whale() {
    let (file, tolerance) = read("04_whale.json");
    for case in list(&file["cases"]) {
        let profits: Vec<_> = numbers(&case["profit"]).into_iter().map(Some).collect();
        let found = whale_json(&whale_from(&profits));
        assert_fields(
            &found,
            &case["expected"],
            &[],
            tolerance,
            text(&case["name"]),
        );
    }
}
