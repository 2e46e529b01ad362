//! What the reader says, in the words of the corpus.

use abc_core::customers::Customer;
use abc_core::intake::{Encoding, FileFlag, IntakeError, SourceKind};
use abc_core::mapping::{Choice, Notation, Question, Role};
use abc_core::protocol::Read;
use serde_json::{Value, json};

/// `NameMissing` as `name_missing`.
pub(crate) fn snake(word: impl std::fmt::Debug) -> String {
    let word = format!("{word:?}");
    let name = word.split([' ', '{', '(']).next().unwrap_or_default();
    let mut snake = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(c.to_lowercase());
    }
    snake
}

pub(crate) fn actual_of(result: &Result<(Vec<Customer>, Read), IntakeError>) -> Value {
    let (customers, read) = match result {
        Ok(read) => read,
        Err(error) => return json!({ "outcome": "error", "error": snake(error) }),
    };
    let source = &read.source;
    let is_open = |question: &Question| question.is_blocking && question.given.is_none();
    let noted = |line: u64, reason: String| json!({ "line": line, "reason": reason });
    let mut questions: Vec<Value> = source.questions.iter().map(question).collect();
    if source.look_alikes.n_pairs > 0 {
        // Asked where the files are joined, name by name.
        questions.push(json!({ "id": "merge_names", "blocking": false }));
    }
    let customer = |customer: &Customer| {
        let revenue = customer.revenue.map(|cents| cents.0);
        json!({ "name": customer.name, "revenue_cents": revenue })
    };
    json!({
        "outcome": if source.questions.iter().any(is_open) { "ask" } else { "ok" },
        "detect": {
            "encoding": encoding(source.encoding),
            "bom": source.has_bom,
            "delimiter": char::from(source.delimiter).to_string(),
            "decimal": decimal(read),
            "header_line": source.header_line,
            "kind": if source.kind == SourceKind::Transactions { "transactions" } else { "customers" },
        },
        "accepted_rows": source.tally.accepted,
        "accepted_customers": customers.len(),
        "revenue_cents": source.revenue_cents,
        "customers": customers.iter().map(customer).collect::<Vec<_>>(),
        "rejected": source.rejected.iter().map(|row| noted(row.line, snake(row.reason))).collect::<Vec<_>>(),
        "ignored": source.ignored.iter().map(|row| noted(row.line, snake(row.reason))).collect::<Vec<_>>(),
        "flagged": source.flagged.iter().map(|row| noted(row.line, snake(row.reason))).collect::<Vec<_>>(),
        "file_flags": source.file_flags.iter().map(snake).collect::<Vec<_>>(),
        "questions": questions,
    })
}

fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "utf-8",
        Encoding::Utf16Le => "utf-16le",
        Encoding::Utf16Be => "utf-16be",
        Encoding::Windows1252 => "windows-1252",
        Encoding::Cp850 => "ibm850",
    }
}

fn decimal(read: &Read) -> &'static str {
    if read
        .source
        .file_flags
        .contains(&FileFlag::MixedNumberFormats)
    {
        return "mixed";
    }
    let is_amount = |role: Role| matches!(role, Role::Revenue | Role::RevenueInclVat);
    let amount = read
        .source
        .columns
        .iter()
        .find(|column| is_amount(column.role));
    match amount.map(|column| column.notation) {
        Some(Notation::Comma) => "comma",
        Some(Notation::Dot) => "dot",
        _ => "none",
    }
}

fn question(question: &Question) -> Value {
    let totals: serde_json::Map<String, Value> = question
        .answers
        .iter()
        .filter_map(|answer| {
            let (n_customers, revenue) = answer.totals?;
            let totals = json!({ "accepted_customers": n_customers, "revenue_cents": revenue });
            Some((choice(&answer.choice), totals))
        })
        .collect();
    json!({ "id": snake(question.id), "blocking": question.is_blocking, "totals": totals })
}

/// The corpus counts columns from 1.
fn choice(choice: &Choice) -> String {
    match choice {
        Choice::DecimalComma => "comma".to_owned(),
        Choice::DecimalDot => "dot".to_owned(),
        Choice::Column(column) => format!("col:{}", column + 1),
        Choice::SumOf(_) => "sum".to_owned(),
        other => snake(other),
    }
}
