//! `08_names`: names as they are compared, and which pairs are proposed.

use abc_core::customers::names::{are_alike, comparable};

use super::{list, read, text};

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
        let found = strsim::jaro_winkler(text(&case["a"]), text(&case["b"]));
        let expected = case["expected_jaro_winkler"].as_f64().expect("a number");
        assert!((found - expected).abs() <= tolerance, "{case}");
    }
}
