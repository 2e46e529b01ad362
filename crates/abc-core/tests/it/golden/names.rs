//! `08_names`: names as they are compared, and which pairs are proposed.

use abc_core::customers::names::{are_alike, comparable};

use serde_json::json;

use super::{assert_fields, list, read, text};

#[test]
fn names_are_compared_as_in_the_reference() {
    let (file, tolerance) = read("08_names.json");
    for case in list(&file["normalise"]) {
        let input = text(&case["input"]);
        assert_eq!(comparable(input), text(&case["expected"]), "{input}");
    }
    for case in list(&file["duplicate"]) {
        let (a, b) = (text(&case["a"]), text(&case["b"]));
        let expected = case["expected"].as_bool().expect("yes or no");
        assert_eq!(are_alike(a, b), expected, "{a} / {b}");
        assert_eq!(are_alike(b, a), expected, "{b} / {a}");
    }
    // The crate that we take it from has had a boost without limits before 0.11.
    for case in list(&file["jaro_winkler"]) {
        let (a, b) = (text(&case["a"]), text(&case["b"]));
        let found = json!({
            "expected_jaro": strsim::jaro(a, b),
            "expected_jaro_winkler": strsim::jaro_winkler(a, b),
        });
        assert_fields(&found, case, &["a", "b"], tolerance, &case.to_string());
    }
}
