//! What the reader says, in the words of the corpus; `examples/judge` tells its cases in the same ones.

use abc_core::intake::{Books, Encoding, IntakeError, Source, YearSummary};
use abc_core::mapping::Choice;
use serde_json::{Value, json};

/// `NamesCutAt50` as `names_cut_at_50`.
pub(crate) fn snake(word: impl std::fmt::Debug) -> String {
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

pub(crate) fn choice(choice: &Choice, source: &Source) -> Value {
    match choice {
        Choice::Column(idx) => {
            json!(
                source
                    .columns
                    .get(*idx as usize)
                    .map(|column| &column.header)
            )
        }
        Choice::Sheet(name) => json!(name),
        Choice::Accounts(numbers) => json!(numbers),
        other => json!(snake(other)),
    }
}

pub(crate) fn error(error: &IntakeError) -> String {
    match error {
        IntakeError::ElementTooLong { .. } => "too_large".to_owned(),
        other => snake(other),
    }
}

pub(crate) fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "utf-8",
        Encoding::Utf16Le => "utf-16le",
        Encoding::Utf16Be => "utf-16be",
        Encoding::Windows1252 => "windows-1252",
        Encoding::Cp850 => "ibm850",
    }
}

pub(crate) fn ledger(books: &Books) -> Value {
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

pub(crate) fn years(books: &Books) -> Value {
    let year = |year: &YearSummary| {
        let customers = year.customers.iter().map(|customer| {
            json!({
                "code": customer.code,
                "name": customer.name,
                "revenue_cents": customer.revenue_cents.0,
            })
        });
        json!({ "year": year.year, "customers": customers.collect::<Vec<_>>() })
    };
    books.years.iter().map(year).collect::<Vec<_>>().into()
}
