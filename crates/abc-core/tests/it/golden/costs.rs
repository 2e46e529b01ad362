//! File 05, its part on cost: rate, time equation and late payment at the default rate. What-if
//! calculations (drop, price, NPV, contact plan) come with the issue on decisions.

use std::collections::BTreeMap;

use abc_core::costs::{Capacity, CostModel, Inputs, inputs_from};
use abc_core::customers::{Attention, Customer};
use abc_core::money::Cents;
use serde_json::{Value, json};

use super::{assert_close, assert_fields, list, read};

fn inputs_of(customer: Customer) -> Inputs {
    inputs_from(&[customer], &CostModel::default(), &BTreeMap::new())[0]
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

#[test]
fn golden_05_capacity() {
    let (file, tolerance) = read("05_costs_whatif.json");
    for case in list(&file["capacity"]) {
        let capacity = Capacity {
            yearly_cost: Cents::from_euros(number(&case["total_cost"])),
            fte: number(&case["fte"]),
            hours_per_week: number(&case["hours_week"]),
            weeks: number(&case["weeks"]),
            practical_share: number(&case["practical"]),
        };
        let what = case.to_string();
        assert_close(
            &json!(capacity.hours()),
            &case["expected_hours"],
            tolerance,
            &what,
        );
        assert_close(
            &json!(capacity.rate()),
            &case["expected_rate"],
            tolerance,
            &what,
        );
    }
}

#[test]
fn golden_05_time_equation() {
    let (file, tolerance) = read("05_costs_whatif.json");
    for case in list(&file["time_equation"]) {
        let n = |key: &str| serde_json::from_value(case[key].clone()).unwrap();
        let found = inputs_of(Customer {
            attention: case["attention"].as_str().map(|attention| match attention {
                "low" => Attention::Low,
                "normal" => Attention::Normal,
                "high" => Attention::High,
                "extreme" => Attention::Extreme,
                other => panic!("unknown attention {other}"),
            }),
            orders: n("orders"),
            visits: n("visits"),
            complaints: n("complaints"),
            ..Customer::default()
        });
        let found = json!({"expected_hours": found.hours});
        let inputs = ["attention", "orders", "visits", "complaints"];
        assert_fields(&found, case, &inputs, tolerance, &case.to_string());
    }
}

#[test]
fn golden_05_late_payment() {
    let (file, tolerance) = read("05_costs_whatif.json");
    for case in list(&file["late_payment"]) {
        // Cost is proportional to the rate, which is not adjustable yet.
        let expected = json!(number(&case["expected"]) / number(&case["rate"]) * 0.08);
        let found = inputs_of(Customer {
            revenue: Some(Cents::from_euros(number(&case["revenue"]))),
            days_to_pay: case["days_to_pay"].as_f64(),
            ..Customer::default()
        });
        assert_close(
            &json!(found.other_cost),
            &expected,
            tolerance,
            &case.to_string(),
        );
    }
}
