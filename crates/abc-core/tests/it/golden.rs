//! The reference numbers of the method (tests/fixtures/golden); `KERNKLANT_GOLDEN` names another folder.
//!
//! Every case of a file is compared, field by field; a field that is not computed yet stands in a list
//! with its reason, and a field that nobody has heard of fails the test.

mod concentration;
mod costs;
mod fit;
mod migration;
mod names;
mod pipeline;
mod profile;
mod stats;
mod weights;

use std::path::PathBuf;

use abc_core::customers::Class;
use serde_json::{Map, Value};

/// The path of a golden file.
fn path_of(name: &str) -> PathBuf {
    let folder = std::env::var_os("KERNKLANT_GOLDEN").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/golden"),
        PathBuf::from,
    );
    folder.join(name)
}

/// A golden file and its tolerance.
fn read(name: &str) -> (Value, f64) {
    let path = path_of(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let file: Value = serde_json::from_str(&text).unwrap();
    let tolerance = file["tolerance"].as_f64().expect("a tolerance");
    (file, tolerance)
}

/// The elements of a list that must not be empty: a golden test that compares nothing proves nothing.
fn list(value: &Value) -> &Vec<Value> {
    let list = value
        .as_array()
        .unwrap_or_else(|| panic!("no list: {value}"));
    assert!(!list.is_empty(), "an empty list of cases");
    list
}

fn object(value: &Value) -> &Map<String, Value> {
    value
        .as_object()
        .unwrap_or_else(|| panic!("no object: {value}"))
}

fn numbers(value: &Value) -> Vec<f64> {
    let list = value.as_array().expect("a list of numbers");
    list.iter().map(|n| n.as_f64().expect("a number")).collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}"))
}

/// Compares numbers by tolerance (relative, absolute below 1) and everything else exactly.
fn assert_close(found: &Value, expected: &Value, tolerance: f64, what: &str) {
    match (found, expected) {
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            let allowed = tolerance * b.abs().max(1.0);
            assert!((a - b).abs() <= allowed, "{what}: {a}, expected {b}");
        }
        (Value::Array(a), Value::Array(b)) => {
            assert_eq!(a.len(), b.len(), "{what}: {found}, expected {expected}");
            for (i, (a, b)) in a.iter().zip(b).enumerate() {
                assert_close(a, b, tolerance, &format!("{what}[{i}]"));
            }
        }
        (Value::Object(a), Value::Object(b)) => {
            for (key, b) in b {
                let a = a.get(key).unwrap_or_else(|| panic!("{what}: no {key}"));
                assert_close(a, b, tolerance, &format!("{what}.{key}"));
            }
        }
        _ => assert_eq!(found, expected, "{what}"),
    }
}

/// Compares every field of `expected` but the `skipped` ones with what `found` says of it.
fn assert_fields(found: &Value, expected: &Value, skipped: &[&str], tolerance: f64, what: &str) {
    for (key, expected) in object(expected) {
        if skipped.contains(&key.as_str()) {
            continue;
        }
        let found = found
            .get(key)
            .unwrap_or_else(|| panic!("{what}: nothing is known of field {key}"));
        assert_close(found, expected, tolerance, &format!("{what}: {key}"));
    }
}

/// A class as the golden files write it.
fn class_name(class: Class) -> &'static str {
    match class {
        Class::A => "A",
        Class::B => "B",
        Class::C => "C",
    }
}

/// A whole number.
fn count(value: &Value) -> usize {
    let count = value
        .as_u64()
        .unwrap_or_else(|| panic!("no count: {value}"));
    usize::try_from(count).unwrap()
}
