//! What answers would give that one pass over a file cannot tell: a short file is read again under each.

use crate::customers::Customer;
use crate::intake::questions::changes_something;
use crate::intake::{ReadOptions, SourceKind};
use crate::mapping::QuestionId;

use super::Read;

/// Up to here a file is read once more for each answer whose totals one pass cannot tell: a few hundredths
/// of a second each.
pub(super) const MOST_BYTES_READ_AGAIN: usize = 1024 * 1024;

/// What an answer gives: customers and revenue in cents, or the seconds of a registration.
pub(super) type Totals = (Option<(u32, i64)>, Option<u64>);

pub(super) fn totals_of(customers: &[Customer], read: &Read) -> Totals {
    if read.source.kind == SourceKind::Hours {
        let of_customers: u64 = customers.iter().filter_map(Customer::seconds).sum();
        return (None, Some(of_customers + read.unassigned.seconds));
    }
    let n_customers = u32::try_from(customers.len()).ok();
    (n_customers.map(|n| (n, read.source.revenue_cents)), None)
}

/// Fills in what the answers would give that decide which rows there are. What then changes nothing need
/// not be asked, nor what leaves nothing that can be read: `totals_under` gives `None` for it.
pub(super) fn count_answers(
    customers: &[Customer],
    read: &mut Read,
    totals_under: impl Fn(ReadOptions) -> Option<Totals>,
) {
    let now = totals_of(customers, read);
    let source = &mut read.source;
    let mut questions = std::mem::take(&mut source.questions);
    questions.retain_mut(|question| {
        let id = question.id;
        if !matches!(
            id,
            QuestionId::Header | QuestionId::MultipleTables | QuestionId::NamesAbove
        ) {
            return true;
        }
        let in_use = question.in_use();
        let mut is_readable = true;
        for (idx, answer) in question.answers.iter_mut().enumerate() {
            let totals = if idx == in_use {
                Some(now)
            } else {
                let mut options = source.options.clone();
                options.answers.retain(|(answered, _)| *answered != id);
                options.answers.push((id, answer.choice.clone()));
                totals_under(options)
            };
            is_readable &= totals.is_some();
            (answer.totals, answer.seconds) = totals.unwrap_or_default();
        }
        // Where headings are no customers nothing is left of the file, which is an answer too.
        let is_kept =
            question.given.is_some() || id == QuestionId::NamesAbove && question.is_blocking;
        is_kept || is_readable && changes_something(question)
    });
    source.questions = questions;
}
