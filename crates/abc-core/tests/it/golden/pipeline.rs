//! Files 10 and 11: the whole classification, with counterfactuals and gaps, and how sure it is.

use std::sync::Arc;

use abc_core::certainty::range::{RangeVerdict, range_of};
use abc_core::certainty::{Certainties, Stability, Sureness};
use abc_core::classify::concentration::whale_from;
use abc_core::classify::explain::{GapNeed, gaps_of, repair_of};
use abc_core::classify::{
    Cause, Classification, Classified, ContributionMin, Criterion, Fail, Firm, MarginMin, Policy,
    Rule, Status, classification_from,
};
use abc_core::costs::{Inputs, Uncertainty};
use abc_core::customers::{Class, Grade, Rating};
use abc_core::doubt::{Answer, Question};
use serde_json::{Map, Value, json};

use super::concentration::whale_json;
use super::{assert_close, assert_fields, class_name, list, object, path_of, read, text};

/// Drawn shares: compared with a tolerance of their own.
const DRAWN: [&str; 2] = ["data_stability", "stability"];

/// How far a drawn share may be off (golden/README.md).
const DRAWN_TOLERANCE: f64 = 0.01;

/// A classification with everything it was made from.
struct Run {
    ids: Vec<Option<String>>,
    policy: Policy,
    rate: f64,
    inputs: Vec<Inputs>,
    classification: Classification,
    certainties: Certainties,
}

impl Run {
    fn new(rows: &[Value], params: &Value) -> Self {
        let (policy, rate) = policy_from(params);
        let inputs: Vec<Inputs> = rows.iter().map(inputs_from).collect();
        let overrides: Vec<_> = rows
            .iter()
            .map(|row| class_from(&row["override"]))
            .collect();
        let classification = classification_from(&policy, rate, &inputs, &overrides);
        let certainties = certainties_of(&policy, rate, &inputs);
        let ids = rows.iter().map(|row| row["id"].as_str().map(str::to_owned));
        Self {
            ids: ids.collect(),
            policy,
            rate,
            inputs,
            classification,
            certainties,
        }
    }
}

/// What the certainty worker answers.
fn certainties_of(policy: &Policy, rate: f64, inputs: &[Inputs]) -> Certainties {
    let question = Question::Classes {
        policy: policy.clone(),
        rate,
        inputs: Arc::new(inputs.to_vec()),
        uncertainty: Uncertainty::default(),
    };
    match question.answer(|_| ()) {
        Answer::Classes(about) => about.certainties,
        other => panic!("no answer about classes: {other:?}"),
    }
}

/// The final classes of the first run of file 10, and the rows of its customer file.
pub(super) fn first_run() -> (Vec<Option<Class>>, Vec<Value>) {
    let (file, _) = read("10_pipeline.json");
    let rows = rows_of("customers_60.csv");
    let run = Run::new(&rows, &file["runs"][0]["params"]);
    let classes = run.classification.customers.iter();
    (classes.map(|found| found.class).collect(), rows)
}

/// A CSV file as one object per row; an empty field is null, and what looks like a number is one.
fn rows_of(name: &str) -> Vec<Value> {
    let mut reader = csv::Reader::from_path(path_of(name)).unwrap();
    let headers = reader.headers().unwrap().clone();
    let row_of = |record: csv::StringRecord| {
        let fields = headers.iter().zip(&record).map(|(key, field)| {
            let value = match field.parse::<f64>() {
                Ok(number) => json!(number),
                Err(_) if field.is_empty() => Value::Null,
                Err(_) => json!(field),
            };
            (key.to_owned(), value)
        });
        Value::Object(fields.collect::<Map<_, _>>())
    };
    reader
        .records()
        .map(|record| row_of(record.unwrap()))
        .collect()
}

fn policy_from(params: &Value) -> (Policy, f64) {
    let mut policy = Policy::default();
    let mut rate = 60.0;
    for (key, value) in object(params) {
        let number = value.as_f64().unwrap_or(f64::NAN);
        match key.as_str() {
            "hourly_cost" => rate = number,
            "weights" => {
                policy.weights = serde_json::from_value(value.clone()).unwrap();
            }
            "floor" => policy.floor = number,
            "a_cut" => policy.a_cut = number,
            "margin_min" => policy.margin_min = MarginMin::Share(number),
            "margin_min_factor" => policy.margin_min = MarginMin::FactorOfFirm(number),
            "contribution_min" => policy.contribution_min = ContributionMin::Euros(number),
            "account_hours" => policy.contribution_min = ContributionMin::AccountHours(number),
            "new_months" => policy.new_months = number,
            "price_norm_factor" => policy.price_norm_factor = number,
            "attention_norm_factor" => policy.attention_norm_factor = number,
            "b_plus_potential" => policy.b_plus_potential = number,
            _ => panic!("unknown parameter {key}"),
        }
    }
    (policy, rate)
}

fn inputs_from(row: &Value) -> Inputs {
    let number = |key: &str| row[key].as_f64();
    let rating = |key: &str| {
        number(key).map(|value| Rating::new(value as u8).expect("a rating from 1 to 5"))
    };
    let grade = |key: &str, unsaid: Grade| match row[key].as_str() {
        None => unsaid,
        Some("recorded") => Grade::Recorded,
        Some("estimated") => Grade::Estimated,
        Some("assumed") => Grade::Assumed,
        Some(other) => panic!("unknown grade {other}"),
    };
    Inputs {
        revenue: number("revenue"),
        revenue_grade: Grade::Recorded,
        direct_cost: number("direct_cost"),
        cost_grade: grade("cost_grade", Grade::Recorded),
        hours: number("hours"),
        hours_grade: grade("hours_grade", Grade::Assumed),
        hour_cost: None,
        other_cost: number("other_cost").unwrap_or(0.0),
        own_fault_hours: number("own_fault_hours").unwrap_or(0.0),
        potential: rating("potential"),
        relationship: rating("relation"),
        tenure_months: number("tenure_months"),
        filled: false,
    }
}

fn class_from(value: &Value) -> Option<Class> {
    value.as_str().map(|class| match class {
        "A" => Class::A,
        "B" => Class::B,
        "C" => Class::C,
        other => panic!("unknown class {other}"),
    })
}

fn criterion_name(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Size => "size",
        Criterion::Profit => "profit",
        Criterion::Potential => "potential",
        Criterion::Relationship => "relation",
    }
}

fn fail_name(fail: Fail) -> &'static str {
    match fail {
        Fail::Below(criterion) => criterion_name(criterion),
        Fail::Score => "score",
        Fail::ProfitUnknown => "profit_unknown",
    }
}

fn rule_name(rule: Rule) -> &'static str {
    match rule {
        Rule::Loss => "loss",
        Rule::TooLittle => "too_little",
        Rule::ThinMargin => "thin_margin",
    }
}

fn cause_name(cause: Cause) -> &'static str {
    match cause {
        Cause::Price => "price",
        Cause::Attention => "attention",
        Cause::Small => "small",
        Cause::NoRevenue => "no_revenue",
        Cause::FirmLevel => "firm_level",
    }
}

fn status_name(status: Status) -> &'static str {
    match status {
        Status::Definite => "definite",
        Status::Provisional => "provisional",
        Status::Override => "override",
        Status::Inactive => "inactive",
        Status::NoRevenueKnown => "no_revenue_known",
    }
}

fn firm_json(firm: &Firm) -> Value {
    json!({
        "n_active": firm.n_active,
        "M": firm.margin,
        "G": firm.gross_margin,
        "K": firm.attention_share,
        "mean_cm2": firm.mean_cm2,
        "c_min": firm.contribution_min,
        "m_min": firm.margin_min,
    })
}

fn flags_json(found: &Classified) -> Value {
    let flags = [
        (found.flags.biggest_not_best, "biggest_not_best"),
        (found.flags.shouter, "shouter"),
        (found.flags.nicest_not_best, "nicest_not_best"),
    ];
    let fired = flags.iter().filter(|(is_fired, _)| *is_fired);
    fired.map(|(_, name)| *name).collect()
}

fn customer_json(run: &Run, idx: usize) -> Value {
    let found = &run.classification.customers[idx];
    let [size, profit, potential, relation] = found.scores;
    let causes: Vec<_> = found.causes.iter().copied().map(cause_name).collect();
    let repair = repair_of(run.rate, &run.inputs, &run.classification, idx);
    json!({
        "id": run.ids[idx],
        "cm1": found.cm1,
        "attention_cost": found.attention_cost,
        "cm2": found.cm2,
        "margin": found.margin,
        "scores": {"size": size, "profit": profit, "potential": potential, "relation": relation},
        "total": found.total,
        "rule": found.rule.map(rule_name),
        "causes": (!causes.is_empty()).then_some(causes),
        "fails": found.fails.iter().copied().map(fail_name).collect::<Value>(),
        "missing": found.missing.iter().copied().map(criterion_name).collect::<Value>(),
        "possible": found.possible.iter().map(class_name).collect::<Value>(),
        "status": status_name(found.status),
        "computed_class": found.computed.map(class_name),
        "class": found.class.map(class_name),
        "b_plus": found.b_plus,
        "own_fault": found.own_fault,
        "attention_flag": found.attention_flag,
        "flags": flags_json(found),
        "counterfactual": repair.map(|repair| json!({
            "price_increase": repair.price,
            "hours_cut": repair.hours_cut,
            "revenue_needed": repair.revenue,
            "break_even_hours": repair.breakeven_hours,
        })),
        "a_gap": gaps_json(run, idx),
        "weight_stability": run.certainties.customers[idx]
            .map(|sure| json!({"near": sure.near, "any": sure.any})),
        "range": range_json(run, idx),
    })
}

fn range_json(run: &Run, idx: usize) -> Value {
    let uncertainty = Uncertainty::default();
    let range = range_of(
        run.rate,
        &run.inputs,
        &run.classification,
        &uncertainty,
        idx,
    );
    let range = range.map(|range| {
        json!({
            "cm2_low": range.low,
            "cm2_high": range.high,
            "rule_low": range.rule_low.map(rule_name),
            "rule_high": range.rule_high.map(rule_name),
            "verdict": match range.verdict() {
                RangeVerdict::SurelyC => "surely_c",
                RangeVerdict::NotC => "not_c",
                RangeVerdict::Depends => "depends",
            },
        })
    });
    json!(range)
}

/// Compares the drawn shares; the word may differ where a share is near its border.
fn assert_drawn(sure: Option<Sureness>, expected: &Value, what: &str) {
    if let Some(shares) = expected.get("data_stability") {
        let found = sure.map(|sure| {
            let [a, b, c] = sure.data;
            json!({"A": a, "B": b, "C": c})
        });
        assert_close(&json!(found), shares, DRAWN_TOLERANCE, what);
    }
    let Some(expected) = expected.get("stability") else {
        return;
    };
    let weakest = sure.map_or(0.0, |sure| sure.near.min(sure.same_data));
    if [0.70, 0.90]
        .iter()
        .all(|border: &f64| (weakest - border).abs() > DRAWN_TOLERANCE)
    {
        let word = sure.map(|sure| match sure.stability() {
            Stability::Solid => "solid",
            Stability::Fair => "fair",
            Stability::Shaky => "shaky",
        });
        assert_eq!(json!(word), *expected, "{what}");
    }
}

fn gaps_json(run: &Run, idx: usize) -> Value {
    let gaps = gaps_of(&run.policy, &run.inputs, &run.classification, idx);
    let need_json = |need: GapNeed, score: Option<f64>| match need {
        GapNeed::Rating(rating) => json!({"need": score, "rating": rating}),
        GapNeed::RevenueAbove(euros) | GapNeed::ContributionAbove(euros) => {
            json!({"need": score, "above": euros})
        }
    };
    let fields = gaps.into_iter().map(|gap| {
        let need = gap.need.map(|need| need_json(need, gap.need_score));
        (criterion_name(gap.criterion).to_owned(), json!(need))
    });
    let fields: Map<_, _> = fields.collect();
    json!((!fields.is_empty()).then_some(fields))
}

fn assert_run(run: &Run, expected: &Value, tolerance: f64, what: &str) {
    let firm = firm_json(&run.classification.firm);
    assert_fields(
        &firm,
        &expected["firm"],
        &[],
        tolerance,
        &format!("{what}: firm"),
    );
    let lattice = json!({"near": run.certainties.n_near, "any": run.certainties.n_any});
    assert_close(&lattice, &expected["lattice"], tolerance, what);
    let found = run.classification.customers.iter();
    let whale = whale_json(&whale_from(
        &found.map(|found| found.cm2).collect::<Vec<_>>(),
    ));
    assert_fields(
        &whale,
        &expected["whale"],
        &[],
        tolerance,
        &format!("{what}: whale"),
    );
    let customers = list(&expected["customers"]);
    assert_eq!(customers.len(), run.inputs.len(), "{what}");
    for (idx, expected) in customers.iter().enumerate() {
        let what = format!("{what}, customer {idx} {}", expected["id"]);
        let found = customer_json(run, idx);
        assert_fields(&found, expected, &DRAWN, tolerance, &what);
        assert_drawn(run.certainties.customers[idx], expected, &what);
        // A field that only some customers have must be absent for the others here as well.
        for key in ["counterfactual", "a_gap"] {
            let n_fields = |value: Option<&Value>| value.and_then(Value::as_object).map(Map::len);
            let (n_found, n_expected) = (n_fields(found.get(key)), n_fields(expected.get(key)));
            assert_eq!(n_found, n_expected, "{what}: {key}");
        }
    }
}

#[test]
fn golden_10_sixty_customers() {
    let (file, tolerance) = read("10_pipeline.json");
    let rows = rows_of("customers_60.csv");
    for (i, case) in list(&file["runs"]).iter().enumerate() {
        let run = Run::new(&rows, &case["params"]);
        assert_run(&run, &case["expected"], tolerance, &format!("run {i}"));
    }
}

#[test]
fn golden_11_edges() {
    let (file, tolerance) = read("11_pipeline_edge.json");
    for case in list(&file["cases"]) {
        let run = Run::new(list(&case["rows"]), &case["params"]);
        assert_run(&run, &case["expected"], tolerance, text(&case["name"]));
    }
}
