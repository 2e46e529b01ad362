//! File 13: last time beside this time. Its hours stand with the costs.

use abc_core::agreement::Agreement;
use abc_core::customers::Class;
use serde_json::{Value, json};

use super::{assert_fields, list, read, text};

fn classes_of(value: &Value) -> Vec<Class> {
    let class = |letter: &Value| match text(letter) {
        "A" => Class::A,
        "B" => Class::B,
        "C" => Class::C,
        other => panic!("unknown class {other}"),
    };
    list(value).iter().map(class).collect()
}

#[test]
fn golden_13_migration() {
    let (file, tolerance) = read("13_migration_reconcile.json");
    for case in list(&file["migration"]) {
        let before = classes_of(&case["before"]);
        let found = Agreement::from_pairs(before.into_iter().zip(classes_of(&case["after"])));
        let found = json!({
            "matrix": found.matrix,
            "agreement": found.share(),
            "kappa": found.kappa(),
        });
        assert_fields(&found, &case["expected"], &[], tolerance, &case.to_string());
    }
}
