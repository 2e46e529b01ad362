//! What the reader says, in the words of the corpus.

use std::collections::BTreeSet;

use abc_books::ReadFile;
use abc_core::intake::{Container, Encoding, IntakeError, ReadOptions, Source};
use abc_core::mapping::{Choice, Question};
use abc_core::readings::Reading;
use serde_json::{Value, json};

use super::judge::array;

/// `NameMissing` as `name_missing`.
fn snake(word: impl std::fmt::Debug) -> String {
    let word = format!("{word:?}");
    let name = word.split([' ', '{', '(']).next().unwrap_or_default();
    let mut snake = String::new();
    for c in name.chars() {
        let is_new = c.is_uppercase()
            || (c.is_ascii_digit() && !snake.ends_with(|c: char| c.is_ascii_digit()));
        if is_new && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(c.to_lowercase());
    }
    snake
}

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
                .find(|answer| choice(&answer.choice, &reading.source) == then)?;
            options.answers.push((question.id, answer.choice.clone()));
        }
    }
    (!options.answers.is_empty()).then_some(options)
}

fn choice(choice: &Choice, source: &Source) -> Value {
    match choice {
        Choice::Column(idx) => json!(source.columns[*idx as usize].header),
        Choice::Sheet(name) => json!(name),
        Choice::Accounts(numbers) => json!(numbers),
        other => json!(snake(other)),
    }
}

/// `first`: before anything was answered. `then`: under the answers.
pub(crate) fn actual_of(names: &[&str], first: &[ReadFile], then: &[ReadFile]) -> Value {
    let failed = first.iter().find_map(|file| file.result.as_ref().err());
    if let Some(error) = failed {
        return json!({ "outcome": "error", "error": error_word(error) });
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
        "ledger": ledger(source),
        "years": years(source),
        "period": source.period.map(|(from, to)| json!({ "from": from.to_string(), "to": to.to_string() })),
        "questions": questions.iter().map(|q| json!({ "id": snake(q.id), "blocking": q.is_blocking })).collect::<Vec<_>>(),
        "rejected": source.rejected.iter().map(|row| noted(row.line, snake(row.reason))).collect::<Vec<_>>(),
        "ignored": source.ignored.iter().map(|row| noted(row.line, snake(row.reason))).collect::<Vec<_>>(),
        "file_flags": source.file_flags.iter().map(snake).collect::<BTreeSet<_>>(),
    })
}

fn error_word(error: &IntakeError) -> String {
    match error {
        IntakeError::ElementTooLong { .. } => "too_large".to_owned(),
        other => snake(other),
    }
}

fn detected(names: &[&str], reading: &Reading) -> Value {
    let source = &reading.source;
    let (kind, version) = match &source.container {
        Container::Xaf { version } => ("xaf".to_owned(), Some(version.clone())),
        other => (snake(other), None),
    };
    let encoding = match source.encoding {
        Encoding::Utf8 => "utf-8",
        Encoding::Utf16Le => "utf-16le",
        Encoding::Utf16Be => "utf-16be",
        Encoding::Windows1252 => "windows-1252",
        Encoding::Cp850 => "ibm850",
    };
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

fn ledger(source: &Source) -> Value {
    let Some(books) = &source.books else {
        return Value::Null;
    };
    let accounts: Vec<&str> = books
        .revenue_accounts
        .iter()
        .filter(|account| account.is_revenue && account.balance_cents.0 != 0)
        .map(|account| account.number.as_str())
        .collect();
    json!({
        "revenue_accounts": accounts,
        "revenue_cents": books.revenue_cents.0,
        "cost_cents": books.cost_cents.0,
        "result_cents": books.revenue_cents.0 - books.cost_cents.0,
    })
}

fn years(source: &Source) -> Value {
    let years = source.books.iter().flat_map(|books| &books.years);
    let year = |year: &abc_core::intake::YearSummary| {
        let customers = year.customers.iter().map(|customer| {
            json!({ "code": customer.code, "name": customer.name, "revenue_cents": customer.revenue_cents.0 })
        });
        json!({ "year": year.year, "customers": customers.collect::<Vec<_>>() })
    };
    years.map(year).collect::<Vec<_>>().into()
}
