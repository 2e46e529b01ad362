//! `compare.py` of the corpus: a hard difference is a wrong number, a lost row or a question that
//! was not asked; a soft one is a reason, a property, a flag or a name that differs.

use std::collections::BTreeSet;

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
        for (key, value) in alternative
            .as_object()
            .expect("an alternative is an object")
        {
            if key != "note" {
                merged[key] = value.clone();
            }
        }
        tries.push(differences(&merged, actual));
    }
    let size = |differences: &Differences| (differences.hard.len(), differences.soft.len());
    tries.into_iter().min_by_key(size).unwrap_or_default()
}

fn differences(expected: &Value, actual: &Value) -> Differences {
    let mut found = Differences::default();
    let outcome = &expected["outcome"];
    if &actual["outcome"] != outcome {
        found.hard.push(format!(
            "outcome {} ({}) instead of {outcome}",
            actual["outcome"], actual["error"]
        ));
        return found;
    }
    if outcome == "error" {
        if !is_one_of(&actual["error"], &expected["error"]) {
            found.soft.push(format!(
                "error {} instead of {}",
                actual["error"], expected["error"]
            ));
        }
        if actual["accepted_rows"].as_u64().is_some_and(|n| n > 0) {
            found
                .hard
                .push("rows accepted out of a file that must be refused".to_owned());
        }
        return found;
    }
    judge_questions(expected, actual, &mut found);
    if outcome == "ok" {
        judge_rows(expected, actual, &mut found);
        judge_customers(expected, actual, &mut found);
        judge_ignored(expected, actual, &mut found);
    }
    judge_flags(expected, actual, &mut found);
    found
}

fn array<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn is_one_of(value: &Value, wanted: &Value) -> bool {
    wanted
        .as_array()
        .map_or(value == wanted, |wanted| wanted.contains(value))
}

fn lines(value: &Value, key: &str) -> BTreeSet<u64> {
    array(value, key)
        .iter()
        .filter_map(|row| row["line"].as_u64())
        .collect()
}

fn judge_questions(expected: &Value, actual: &Value, found: &mut Differences) {
    for question in array(expected, "questions") {
        let asked = array(actual, "questions")
            .iter()
            .find(|asked| asked["id"] == question["id"]);
        let Some(asked) = asked else {
            let is_blocking = question["blocking"] == true;
            let list = if is_blocking {
                &mut found.hard
            } else {
                &mut found.soft
            };
            list.push(format!("question {} not asked", question["id"]));
            continue;
        };
        for answer in array(question, "answers") {
            let Some(name) = answer["answer"].as_str() else {
                continue;
            };
            let got = &asked["totals"][name];
            let keys = ["accepted_customers", "revenue_cents"];
            if !got.is_null() && keys.iter().any(|key| got[*key] != answer[*key]) {
                found
                    .hard
                    .push(format!("answer {name}: {got} instead of {answer}"));
            }
        }
    }
}

fn judge_rows(expected: &Value, actual: &Value, found: &mut Differences) {
    for key in ["accepted_customers", "accepted_rows", "revenue_cents"] {
        if actual[key] != expected[key] {
            found.hard.push(format!(
                "{key} {} instead of {}",
                actual[key], expected[key]
            ));
        }
    }
    let (got, want) = (lines(actual, "rejected"), lines(expected, "rejected"));
    let may_be_ignored = lines(expected, "ignored");
    let lost: Vec<_> = want.difference(&got).collect();
    if !lost.is_empty() {
        found
            .hard
            .push(format!("not reported as rejected: lines {lost:?}"));
    }
    let wrong: Vec<_> = got
        .difference(&want)
        .filter(|line| !may_be_ignored.contains(line))
        .collect();
    if !wrong.is_empty() {
        found
            .hard
            .push(format!("wrongly rejected: lines {wrong:?}"));
    }
    let n_reported = got.union(&lines(actual, "ignored")).count() as u64;
    let tally = actual["accepted_rows"].as_u64().unwrap_or_default() + n_reported;
    if Some(tally) != expected["other_records"].as_u64() {
        found.hard.push(format!(
            "accepted + rejected + ignored is {tally}, the file has {} records",
            expected["other_records"]
        ));
    }
    for row in array(expected, "rejected") {
        let reason = array(actual, "rejected")
            .iter()
            .find(|got| got["line"] == row["line"]);
        let reason = reason.map_or(&Value::Null, |got| &got["reason"]);
        if reason != &row["reason"] {
            found.soft.push(format!(
                "line {}: {reason} instead of {}",
                row["line"], row["reason"]
            ));
        }
    }
}

fn judge_customers(expected: &Value, actual: &Value, found: &mut Differences) {
    let is_checked = expected["names_checked"] != false && !array(expected, "customers").is_empty();
    if !is_checked {
        return;
    }
    let sorted = |value: &Value| {
        let mut list: Vec<(i64, String)> = array(value, "customers")
            .iter()
            .map(|customer| {
                let name = customer["name"].as_str().unwrap_or_default().to_owned();
                (customer["revenue_cents"].as_i64().unwrap_or_default(), name)
            })
            .collect();
        list.sort();
        list
    };
    let (want, got) = (sorted(expected), sorted(actual));
    let sums = |list: &[(i64, String)]| list.iter().map(|(cents, _)| *cents).collect::<Vec<_>>();
    if sums(&want) != sums(&got) {
        found.hard.push("revenue per customer differs".to_owned());
    } else if want != got {
        found.soft.push("names differ".to_owned());
    }
}

fn judge_ignored(expected: &Value, actual: &Value, found: &mut Differences) {
    let (ignored, rejected) = (lines(actual, "ignored"), lines(actual, "rejected"));
    for row in array(expected, "ignored") {
        let is_listed = row["line"]
            .as_u64()
            .is_some_and(|l| ignored.contains(&l) || rejected.contains(&l));
        if !is_listed {
            found.soft.push(format!(
                "line {} not listed as ignored ({})",
                row["line"], row["reason"]
            ));
        }
    }
}

fn judge_flags(expected: &Value, actual: &Value, found: &mut Differences) {
    let flagged = lines(actual, "flagged");
    for row in array(expected, "flagged") {
        if !row["line"]
            .as_u64()
            .is_some_and(|line| flagged.contains(&line))
        {
            found.soft.push(format!(
                "line {} not flagged {}",
                row["line"], row["reason"]
            ));
        }
    }
    for flag in array(expected, "file_flags") {
        if !array(actual, "file_flags").contains(flag) {
            found.soft.push(format!("file not flagged {flag}"));
        }
    }
    let detect = expected["detect"].as_object();
    for (key, want) in detect.into_iter().flatten() {
        let got = &actual["detect"][key];
        if !is_one_of(got, want) {
            found.soft.push(format!("{key} {got} instead of {want}"));
        }
    }
}
