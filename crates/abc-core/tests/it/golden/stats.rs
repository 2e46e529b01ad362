//! Files 02 and 06: ranks and tests.

use serde_json::json;

use abc_core::stats::ranks::percentiles;

use super::{assert_close, list, numbers, read, text};

#[test]
fn golden_02_percentiles() {
    let (file, tolerance) = read("02_percentile_rfm.json");
    for case in list(&file["percentile"]) {
        let found = json!(percentiles(&numbers(&case["values"])));
        assert_close(&found, &case["expected"], tolerance, text(&case["name"]));
    }
}
