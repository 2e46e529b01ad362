//! File 05: rate, time equation, late payment; what-if calculations and the contact plan. The
//! reconciliation of hours in file 13.

use std::collections::BTreeMap;

use abc_core::contact::{Rhythm, contact_load};
use abc_core::costs::{
    Capacity, CostModel, Inputs, inputs_from, late_payment_cost, reconciliation_from,
};
use abc_core::customers::{Attention, Customer, Grade};
use abc_core::money::Cents;
use abc_core::parting::{
    Case, Exit, Horizon, Redeployment, Relation, Repair, Way, breakeven_volume_loss, compare,
    price_delta,
};
use serde_json::{Value, json};

use super::{assert_close, assert_fields, count, list, numbers, read};

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
            yearly_cost: Some(Cents::from_euros(number(&case["total_cost"]))),
            fte: Some(number(&case["fte"])),
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
        let (revenue, rate) = (number(&case["revenue"]), number(&case["rate"]));
        let found = late_payment_cost(revenue, number(&case["days_to_pay"]), rate);
        assert_close(
            &json!(found),
            &case["expected"],
            tolerance,
            &case.to_string(),
        );
    }
}

#[test]
fn golden_05_leaving() {
    let (file, tolerance) = read("05_costs_whatif.json");
    for case in list(&file["drop"]) {
        let relation = relation_from(case);
        let value_per_hour = number(&case["value_hour"]);
        let redeployment = Redeployment {
            share: number(&case["redeploy"]),
            value_per_hour,
        };
        let found = json!({
            "expected_delta": relation.leaving_delta(redeployment),
            "break_even_redeploy": relation.breakeven_redeployment(value_per_hour),
        });
        let inputs = ["cm1", "other_cost", "hours", "redeploy", "value_hour"];
        assert_fields(&found, case, &inputs, tolerance, &case.to_string());
    }
}

#[test]
fn golden_05_price() {
    let (file, tolerance) = read("05_costs_whatif.json");
    for case in list(&file["price"]) {
        let [revenue, cost, rise, loss] =
            ["revenue", "direct_cost", "price_increase", "volume_loss"]
                .map(|key| number(&case[key]));
        let found = json!({
            "expected_delta": price_delta(revenue, cost, rise, loss),
            "break_even_volume_loss": breakeven_volume_loss(revenue, cost, rise),
        });
        let inputs = ["revenue", "direct_cost", "price_increase", "volume_loss"];
        assert_fields(&found, case, &inputs, tolerance, &case.to_string());
    }
}

#[test]
fn golden_05_present_values() {
    let (file, tolerance) = read("05_costs_whatif.json");
    let horizon = |case: &Value| Horizon {
        years: Horizon::default().years,
        retention: number(&case["retention"]),
        discount: number(&case["discount"]),
    };
    for case in list(&file["npv"]) {
        let spillover = match &case["spillover"] {
            Value::Null => Vec::new(),
            years => numbers(years),
        };
        let investment = number(&case["investment"]);
        let found = horizon(case).npv(investment, &numbers(&case["margins"]), &spillover);
        let what = case.to_string();
        assert_close(&json!(found), &case["expected"], tolerance, &what);
    }
    for case in list(&file["clv"]) {
        let found = horizon(case).perpetual(number(&case["margin"]));
        let what = case.to_string();
        assert_close(&json!(found), &case["expected_perpetual"], tolerance, &what);
    }
}

#[test]
fn golden_05_three_ways_with_a_c() {
    let (file, tolerance) = read("05_costs_whatif.json");
    let case = &file["c_decision"];
    let input = |key: &str| number(&case["input"][key]);
    let found = compare(&Case {
        revenue: input("revenue"),
        relation: relation_from(&case["input"]),
        redeployment: Redeployment {
            share: input("redeploy"),
            value_per_hour: input("value_hour"),
        },
        horizon: Horizon {
            years: u32::try_from(count(&case["input"]["years"])).unwrap(),
            retention: input("retention"),
            discount: input("discount"),
        },
        repair: Repair {
            investment: input("repair_investment"),
            price_rise: input("repair_price_increase"),
            hours: input("repair_hours"),
            retention: input("repair_retention"),
        },
        exit: Exit {
            cost: input("exit_cost"),
            damage_probability: input("damage_probability"),
            damage: input("damage_amount"),
            referral_fee: 0.0,
        },
    })
    .expect("a possible future");
    let [keep, repair, exit] = found.npv;
    let found = json!({
        "relevant_contribution_keep": found.yearly_keep,
        "relevant_contribution_repair": found.yearly_repair,
        "npv_keep": keep,
        "npv_repair": repair,
        "npv_exit": exit,
        "best": match found.best {
            Way::Keep => "keep",
            Way::Repair => "repair",
            Way::Exit => "exit",
        },
    });
    assert_fields(&found, &case["expected"], &[], tolerance, "c_decision");
}

#[test]
fn golden_05_contact_plan() {
    let (file, tolerance) = read("05_costs_whatif.json");
    for case in list(&file["contact_plan"]) {
        let rhythms = ["A", "B", "C"].map(|class| Rhythm {
            contacts: number(&case["touches_per_year"][class]),
            minutes: number(&case["minutes"][class]),
        });
        let n = ["A", "B", "C"].map(|class| count(&case["n"][class]));
        let load = contact_load(n, rhythms, number(&case["hours_available"]));
        let [a, b, c] = load.hours;
        let found = json!({
            "hours": {"A": a, "B": b, "C": c},
            "total": load.total,
            "utilisation": load.utilisation,
            "scale": load.scale,
            "max_a": load.most_a,
        });
        assert_fields(&found, &case["expected"], &[], tolerance, &case.to_string());
    }
}

#[test]
fn golden_13_hours_beside_people() {
    let (file, tolerance) = read("13_migration_reconcile.json");
    for case in list(&file["reconcile"]) {
        let with_hours = |hours: f64, hours_grade: Grade| Inputs {
            hours: Some(hours),
            hours_grade,
            ..Inputs::default()
        };
        let recorded = with_hours(number(&case["recorded_hours"]), Grade::Recorded);
        let estimated = numbers(&case["estimated_hours"]).into_iter();
        let inputs: Vec<Inputs> = std::iter::once(recorded)
            .chain(estimated.map(|hours| with_hours(hours, Grade::Estimated)))
            .collect();
        let available = number(&case["customer_hours_available"]);
        let found = reconciliation_from(&inputs, available);
        let found = json!({
            "unassigned_hours": found.unassigned,
            "scale_factor": found.scale,
            "over_capacity": found.unassigned < 0.0,
        });
        assert_fields(&found, &case["expected"], &[], tolerance, &case.to_string());
    }
}

fn relation_from(case: &Value) -> Relation {
    Relation {
        cm1: number(&case["cm1"]),
        other_cost: number(&case["other_cost"]),
        hours: number(&case["hours"]),
    }
}
