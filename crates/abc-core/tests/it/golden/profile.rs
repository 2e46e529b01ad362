//! File 12: the ideal customer of the sixty, and its opposite.

use abc_core::customers::{Customer, TraitColumn, TraitKind};
use abc_core::profile::{Contrast, IdealProfile, TraitTable, Verdict, profile_from};
use serde_json::{Value, json};

use super::pipeline::first_run;
use super::{assert_fields, list, read, text};

/// The traits of the customer file; headcounts are numbers.
const TRAITS: [(&str, TraitKind); 5] = [
    ("sector", TraitKind::Category),
    ("region", TraitKind::Category),
    ("channel", TraitKind::Category),
    ("decision_maker", TraitKind::Category),
    ("employees", TraitKind::Number),
];

fn text_of(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

fn traits_from(rows: &[Value]) -> (Vec<Customer>, Vec<TraitColumn>) {
    let mut customers = vec![Customer::default(); rows.len()];
    let column_of = |(name, kind): (&str, TraitKind)| {
        let mut values: Vec<String> = Vec::new();
        for (row, customer) in rows.iter().zip(&mut customers) {
            let code = if row[name].is_null() {
                0
            } else {
                let value = text_of(&row[name]);
                let known = values.iter().position(|seen| *seen == value);
                known.unwrap_or_else(|| {
                    values.push(value);
                    values.len() - 1
                }) + 1
            };
            customer.traits.push(u32::try_from(code).unwrap());
        }
        TraitColumn {
            name: name.to_owned(),
            kind,
            values,
        }
    };
    let columns = TRAITS.map(column_of).to_vec();
    (customers, columns)
}

fn label(verdict: Verdict, is_plus: bool) -> String {
    let sign = if is_plus { "plus" } else { "minus" };
    match verdict {
        Verdict::Strong => format!("strong_{sign}"),
        Verdict::Hint => format!("hint_{sign}"),
        Verdict::None => "none".to_owned(),
        Verdict::TooFew => "too_few".to_owned(),
    }
}

/// The name of a trait in the golden file, where the grouped headcounts have a name of their own.
fn trait_name(profile: &IdealProfile, trait_idx: usize) -> &str {
    if trait_idx < TRAITS.len() {
        &profile.columns[trait_idx].name
    } else {
        "size_class"
    }
}

fn values_json(profile: &IdealProfile, contrast: &Contrast) -> Vec<Value> {
    let value_json = |value: &abc_core::profile::ValueEvidence| {
        let (or_haldane, or_low, or_high) = value.odds_ratio;
        json!({
            "trait": trait_name(profile, value.trait_idx),
            "value": profile.columns[value.trait_idx].values[value.value_idx],
            "a": value.n_with,
            "n_a": value.n_target,
            "other": value.other_with,
            "n_other": value.n_other,
            "share_a": value.n_with as f64 / value.n_target as f64,
            "share_other": value.other_with as f64 / value.n_other as f64,
            "wilson_a": value.wilson,
            "lift": value.lift,
            "or_haldane": or_haldane,
            "or_low": or_low,
            "or_high": or_high,
            "p": value.p,
            "min_p": value.p_min,
            "testable": value.q.is_some(),
            "eb_rate": value.shrunk_rate,
            "eb_k": value.shrink_k,
            "q": value.q,
            "label": label(value.verdict, value.is_plus),
        })
    };
    contrast.values.iter().map(value_json).collect()
}

fn numbers_json(profile: &IdealProfile, contrast: &Contrast) -> Vec<Value> {
    let number_json = |number: &abc_core::profile::NumberEvidence| {
        json!({
            "trait": trait_name(profile, number.trait_idx),
            "n_a": number.n_target,
            "n_other": number.n_other,
            "quartiles_a": number.quartiles_target,
            "quartiles_other": number.quartiles_other,
            "cliffs_delta": number.cliffs_delta,
            "p": number.p,
            "testable": number.q.is_some(),
            "q": number.q,
            "label": label(number.verdict, number.is_plus),
        })
    };
    contrast.numbers.iter().map(number_json).collect()
}

/// Compares rows by trait and value: their order is the file's own.
fn assert_rows(found: &[Value], expected: &Value, tolerance: f64, what: &str) {
    let expected = list(expected);
    assert_eq!(found.len(), expected.len(), "{what}");
    for row in expected {
        let is_same =
            |other: &&Value| other["trait"] == row["trait"] && other["value"] == row["value"];
        let what = format!("{what}, {} {}", row["trait"], row["value"]);
        let found = found.iter().find(is_same);
        let found = found.unwrap_or_else(|| panic!("{what}: missing"));
        assert_fields(found, row, &[], tolerance, &what);
    }
}

/// The traits of the sixty, and their names in the golden files.
pub(super) fn first_traits() -> (TraitTable, Vec<String>) {
    let (_, rows) = first_run();
    let (customers, columns) = traits_from(&rows);
    let table = TraitTable::new(&customers, &columns);
    let name_of = |idx: usize| {
        let name = if table.is_grouped(idx) {
            "size_class"
        } else {
            &table.columns[idx].name
        };
        name.to_owned()
    };
    let names = (0..table.columns.len()).map(name_of).collect();
    (table, names)
}

fn first_profile() -> IdealProfile {
    let (classes, rows) = first_run();
    let (customers, columns) = traits_from(&rows);
    profile_from(&customers, &columns, &classes)
}

#[test]
fn golden_12_profiles() {
    let (file, tolerance) = read("12_icp.json");
    let profile = first_profile();
    for (contrast, key) in [(&profile.a, "profile_a"), (&profile.c, "profile_c")] {
        let values = values_json(&profile, contrast);
        let numbers = numbers_json(&profile, contrast);
        let is_tested = |row: &&Value| row["testable"] == json!(true);
        let counts = json!({
            "n_target": contrast.n_target,
            "n": contrast.n,
            "n_tests": values.iter().chain(&numbers).filter(is_tested).count(),
        });
        assert_fields(&counts, &file[key], &["values", "numeric"], tolerance, key);
        assert_rows(&values, &file[key]["values"], tolerance, key);
        assert_rows(&numbers, &file[key]["numeric"], tolerance, key);
    }
}

#[test]
fn golden_12_opening_sentence() {
    let (file, _) = read("12_icp.json");
    let profile = first_profile();
    let labels = |idx: &[usize]| -> Vec<String> {
        let values = idx.iter().map(|idx| &profile.a.values[*idx]);
        values
            .map(|value| label(value.verdict, value.is_plus))
            .collect()
    };
    let is_strong = |row: &&Value| text(&row["label"]) == "strong_plus";
    let strong: Vec<&Value> = list(&file["profile_a"]["values"])
        .iter()
        .filter(is_strong)
        .collect();
    assert_eq!(
        labels(&profile.headline.is),
        vec!["strong_plus"; strong.len()]
    );
    assert!(
        labels(&profile.headline.often)
            .iter()
            .all(|label| label == "hint_plus")
    );
    // One strong value: exactly the customers that have it fit.
    if let [only] = strong[..] {
        let n_with = only["a"].as_u64().unwrap() + only["other"].as_u64().unwrap();
        assert_eq!(profile.fitting.len() as u64, n_with);
    }
}
