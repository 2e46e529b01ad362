//! `compare.py` of the corpus: a hard difference is a wrong number, a customer too many or too few, a
//! question not asked, private text shown or an error missed; a soft one a flag, a name, an error word or
//! a detected property that differs.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

#[derive(Debug, Default)]
pub(crate) struct Differences {
    pub(crate) hard: Vec<String>,
    pub(crate) soft: Vec<String>,
}

/// The differences from the expectation or from the best of its alternatives.
pub(crate) fn best(expected: &Value, actual: &Value) -> Differences {
    let mut tries = vec![differences(expected, actual)];
    for alternative in array(expected, "alternatives") {
        let mut merged = expected.clone();
        let merged_keys = merged.as_object_mut().expect("an object");
        merged_keys.remove("questions");
        merged_keys.remove("should_say");
        for (key, value) in alternative
            .as_object()
            .expect("an alternative is an object")
        {
            merged[key] = value.clone();
        }
        tries.push(differences(&merged, actual));
    }
    let size = |differences: &Differences| (differences.hard.len(), differences.soft.len());
    tries.into_iter().min_by_key(size).unwrap_or_default()
}

pub(crate) fn array<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn is_one_of(value: &Value, wanted: &Value) -> bool {
    wanted
        .as_array()
        .map_or(value == wanted, |wanted| wanted.contains(value))
}

fn differences(expected: &Value, actual: &Value) -> Differences {
    let mut found = Differences::default();
    let outcome = &expected["outcome"];
    if &actual["outcome"] != outcome {
        let (instead, error) = (&actual["outcome"], &actual["error"]);
        found
            .hard
            .push(format!("outcome {instead} ({error}) instead of {outcome}"));
        return found;
    }
    for text in array(expected, "must_not_appear") {
        let text = text.as_str().expect("a text");
        let shown = ["customers", "years", "rejected"]
            .iter()
            .any(|key| actual[*key].to_string().contains(text));
        if shown {
            found.hard.push(format!("{text:?} is shown"));
        }
    }
    judge_questions(expected, actual, &mut found);
    if outcome == "error" {
        if !is_one_of(&actual["error"], &expected["error"]) {
            found.soft.push(format!(
                "error {} instead of {}",
                actual["error"], expected["error"]
            ));
        }
        return found;
    }
    if expected.get("customers").is_some() {
        judge_customers(
            "customers",
            array(expected, "customers"),
            array(actual, "customers"),
            &mut found,
        );
    }
    for key in ["unassigned", "totals"] {
        judge_figures(key, &expected[key], &actual[key], &mut found);
    }
    judge_ledger(expected, actual, &mut found);
    for year in array(expected, "years") {
        let name = year["year"].as_str().expect("a year");
        match array(actual, "years")
            .iter()
            .find(|actual| actual["year"] == name)
        {
            Some(actual) => judge_customers(
                name,
                array(year, "customers"),
                array(actual, "customers"),
                &mut found,
            ),
            None => found.hard.push(format!("year {name} is missing")),
        }
    }
    judge_proposals(expected, actual, &mut found);
    judge_rows("rejected", expected, actual, &mut found);
    judge_rows("ignored", expected, actual, &mut found);
    judge_properties(expected, actual, &mut found);
    found
}

fn judge_questions(expected: &Value, actual: &Value, found: &mut Differences) {
    for question in array(expected, "questions") {
        let is_asked = array(actual, "questions")
            .iter()
            .any(|asked| asked["id"] == question["id"]);
        if !is_asked {
            let difference = format!("question {} not asked", question["id"]);
            let is_blocking = question["blocking"] == true;
            if is_blocking {
                &mut found.hard
            } else {
                &mut found.soft
            }
            .push(difference);
        }
    }
}

/// Every yes must have been offered, and nothing that may never match.
fn judge_proposals(expected: &Value, actual: &Value, found: &mut Differences) {
    let pair = |value: &Value| (value["left"].clone(), value["right"].clone());
    let offered: Vec<_> = array(actual, "proposals").iter().map(pair).collect();
    let wanted = array(expected, "proposals");
    for proposal in wanted
        .iter()
        .filter(|proposal| proposal["answer"] == "same")
    {
        if !offered.contains(&pair(proposal)) {
            found
                .hard
                .push(format!("not proposed: {:?}", pair(proposal)));
        }
    }
    for offer in offered {
        let is_banned = array(expected, "must_not_match")
            .iter()
            .any(|banned| banned[0] == offer.0 && (banned[1] == offer.1 || banned[1] == "*"));
        let text = format!("proposed without cause: {offer:?}");
        if is_banned {
            found.hard.push(text);
        } else if !wanted.iter().any(|proposal| pair(proposal) == offer) {
            found.soft.push(text);
        }
    }
    let (wanted, got) = (&expected["before_proposals"], &actual["before_proposals"]);
    judge_figures(
        "before proposals",
        &wanted["unassigned"],
        &got["unassigned"],
        found,
    );
}

fn judge_figures(place: &str, expected: &Value, actual: &Value, found: &mut Differences) {
    for key in [
        "revenue_cents",
        "direct_cost_cents",
        "seconds",
        "hours_cost_cents",
    ] {
        if let Some(wanted) = expected.get(key).filter(|wanted| **wanted != actual[key]) {
            found
                .hard
                .push(format!("{place} {key} {} instead of {wanted}", actual[key]));
        }
    }
}

fn judge_customers(place: &str, expected: &[Value], actual: &[Value], found: &mut Differences) {
    let key = |customer: &Value| {
        let text = |key: &str| {
            customer[key]
                .as_str()
                .filter(|text| !text.is_empty())
                .map(str::to_owned)
        };
        text("code").or_else(|| text("name")).unwrap_or_default()
    };
    let by_key = |customers: &[Value]| -> BTreeMap<String, Value> {
        customers
            .iter()
            .map(|customer| (key(customer), customer.clone()))
            .collect()
    };
    let (wanted, got) = (by_key(expected), by_key(actual));
    if got.len() != actual.len() {
        found.hard.push(format!("{place}: a customer stands twice"));
    }
    for (key, customer) in &wanted {
        let Some(actual) = got.get(key) else {
            found
                .hard
                .push(format!("{place}: customer {key} is missing"));
            continue;
        };
        judge_figures(&format!("{place} {key}"), customer, actual, found);
        if customer["name"] != actual["name"] {
            found.soft.push(format!(
                "name of {key}: {} instead of {}",
                actual["name"], customer["name"]
            ));
        }
    }
    for key in got.keys().filter(|key| !wanted.contains_key(*key)) {
        found
            .hard
            .push(format!("{place}: customer {key} is too many"));
    }
}

fn judge_ledger(expected: &Value, actual: &Value, found: &mut Differences) {
    for (key, wanted) in expected["ledger"].as_object().into_iter().flatten() {
        let got = &actual["ledger"][key];
        if got != wanted {
            found
                .hard
                .push(format!("ledger {key} {got} instead of {wanted}"));
        }
    }
}

fn judge_rows(key: &str, expected: &Value, actual: &Value, found: &mut Differences) {
    for row in array(expected, key) {
        match array(actual, key)
            .iter()
            .find(|actual| actual["row"] == row["row"])
        {
            None => found
                .hard
                .push(format!("{key}: row {} is not reported", row["row"])),
            Some(actual) if actual["reason"] != row["reason"] => {
                found.soft.push(format!(
                    "{key}: row {}: {} instead of {}",
                    row["row"], actual["reason"], row["reason"]
                ));
            }
            Some(_) => {}
        }
    }
}

fn judge_properties(expected: &Value, actual: &Value, found: &mut Differences) {
    let flags: BTreeSet<&str> = array(actual, "file_flags")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    for flag in array(expected, "file_flags")
        .iter()
        .filter_map(Value::as_str)
    {
        if !flags.contains(flag) {
            found.soft.push(format!("not flagged {flag}"));
        }
    }
    let period = &actual["period"];
    if expected
        .get("period")
        .is_some_and(|wanted| !period.is_null() && wanted != period)
    {
        found
            .soft
            .push(format!("period {period} instead of {}", expected["period"]));
    }
    for (file, properties) in expected["detect"].as_object().into_iter().flatten() {
        for key in ["version", "encoding", "sheet", "header_row", "source"] {
            let got = &actual["detect"][file][key];
            if let Some(wanted) = properties.get(key).filter(|wanted| !is_one_of(got, wanted)) {
                found
                    .soft
                    .push(format!("{file} {key} {got} instead of {wanted}"));
            }
        }
    }
}
