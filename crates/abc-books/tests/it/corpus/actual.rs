//! What the reader says, in the words of the corpus.

use std::collections::BTreeSet;

use abc_books::ReadFile;
use abc_core::intake::{Container, ReadOptions};
use abc_core::mapping::Question;
use abc_core::readings::Reading;
use serde_json::{Value, json};

use super::judge::array;
use super::words::{self, snake};

/// The answers that the figures of the case belong to, where something is asked.
pub(crate) fn answered(expected: &Value, files: &[ReadFile]) -> Option<ReadOptions> {
    let mut options = ReadOptions::default();
    for file in files {
        let Ok(reading) = &file.result else { continue };
        for question in &reading.source.questions {
            let id = snake(question.id);
            let then = array(expected, "questions")
                .iter()
                .find(|asked| asked["id"] == id.as_str())
                .map(|asked| asked["then"].clone())?;
            let answer = question
                .answers
                .iter()
                .find(|answer| words::choice(&answer.choice, &reading.source) == then)?;
            options.answers.push((question.id, answer.choice.clone()));
        }
    }
    (!options.answers.is_empty()).then_some(options)
}

/// `first`: before anything was answered. `then`: under the answers.
pub(crate) fn actual_of(names: &[&str], first: &[ReadFile], then: &[ReadFile]) -> Value {
    let failed = first.iter().find_map(|file| file.result.as_ref().err());
    if let Some(error) = failed {
        return json!({ "outcome": "error", "error": words::error(error) });
    }
    let readings = |files: &[ReadFile]| -> Vec<Reading> {
        let of = |file: &ReadFile| file.result.as_ref().expect("no failure").clone();
        files.iter().map(of).collect()
    };
    let (asked, readings) = (readings(first), readings(then));
    let [reading] = readings.as_slice() else {
        return json!({ "outcome": format!("{} readings", readings.len()) });
    };
    let questions: Vec<&Question> = asked.iter().flat_map(|r| &r.source.questions).collect();
    let is_open = |question: &&Question| question.is_blocking && question.given.is_none();
    let source = &reading.source;
    let customer = |customer: &abc_core::customers::Customer| {
        json!({
            "code": customer.code, "name": customer.name,
            "revenue_cents": customer.revenue.map(|cents| cents.0),
            "direct_cost_cents": customer.direct_cost.map(|cents| cents.0),
        })
    };
    let total: i64 = reading
        .parties
        .iter()
        .filter_map(|party| party.revenue)
        .map(|c| c.0)
        .sum();
    let noted = |line: u64, reason: String| json!({ "row": line, "reason": reason });
    json!({
        "outcome": if questions.iter().any(is_open) { "ask" } else { "ok" },
        "detect": detected(names, reading),
        "customers": reading.parties.iter().map(customer).collect::<Vec<_>>(),
        "unassigned": { "revenue_cents": reading.unassigned.revenue.0 },
        "totals": { "revenue_cents": total + reading.unassigned.revenue.0 },
        "ledger": source.books.as_deref().map(words::ledger),
        "years": source.books.as_deref().map(words::years),
        "period": source.period.map(|(from, to)| json!({ "from": from.to_string(), "to": to.to_string() })),
        "questions": questions.iter().map(|q| json!({ "id": snake(q.id), "blocking": q.is_blocking })).collect::<Vec<_>>(),
        "rejected": source.rejected.iter().map(|row| noted(row.line, snake(row.reason))).collect::<Vec<_>>(),
        "ignored": source.ignored.iter().map(|row| noted(row.line, snake(row.reason))).collect::<Vec<_>>(),
        "file_flags": source.file_flags.iter().map(snake).collect::<BTreeSet<_>>(),
    })
}

fn detected(names: &[&str], reading: &Reading) -> Value {
    let source = &reading.source;
    let (kind, version) = match &source.container {
        Container::Xaf { version } => ("xaf".to_owned(), Some(version.clone())),
        other => (snake(other), None),
    };
    let encoding = words::encoding(source.encoding);
    let said = json!({
        "kind": kind, "version": version, "encoding": encoding, "sheet": source.sheet,
        "header_row": source.header_line,
    });
    names
        .iter()
        .map(|name| ((*name).to_owned(), said.clone()))
        .collect::<serde_json::Map<_, _>>()
        .into()
}
