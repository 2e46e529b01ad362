//! Books and invoices in another currency than the euro.

use abc_core::mapping::{Answer, Choice, Question, QuestionId};

/// The currency that figures are in without a word.
const EURO: &str = "EUR";

/// A currency as it is compared; none written is the euro.
pub(crate) fn normalised(written: &str) -> String {
    if written.is_empty() {
        EURO.to_owned()
    } else {
        written.to_uppercase()
    }
}

/// Whether figures that are not in euros count as they are written: `totals` are their customers and revenue
/// in cents. `None` for euros.
pub(crate) fn question(
    currency: &str,
    totals: (usize, i64),
    given: &[(QuestionId, Choice)],
) -> Option<Question> {
    let (n_customers, cents) = totals;
    let n_customers = u32::try_from(n_customers).unwrap_or(u32::MAX);
    let answer = |choice: Choice, totals| Answer {
        choice,
        totals,
        seconds: None,
    };
    let is_accepted = given.contains(&(QuestionId::Currency, Choice::AsWritten));
    (currency != EURO).then(|| Question {
        id: QuestionId::Currency,
        is_blocking: true,
        answers: vec![
            answer(Choice::AsWritten, Some((n_customers, cents))),
            answer(Choice::NotRevenue, None),
        ],
        given: is_accepted.then_some(0),
    })
}
