//! What is still open: "3 answers decide 3 classes" (method.md section 4, step 6).

use super::{Classification, Classified, Criterion, Status};
use crate::costs::Inputs;

/// A customer whose class an answer would decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenCustomer {
    /// Customer position.
    pub position: u32,
    /// What to ask, in the order of `Criterion::ALL`; `Profit` asks for hours or direct cost.
    pub asks: Vec<Criterion>,
}

/// Customers with more than one possible class that an answer would narrow, largest revenue first.
///
/// Not here: a new customer, whom only time decides, and a class set by hand.
pub fn open_customers(inputs: &[Inputs], classification: &Classification) -> Vec<OpenCustomer> {
    let mut open: Vec<(f64, OpenCustomer)> = inputs
        .iter()
        .zip(&classification.customers)
        .zip(0..)
        .filter(|((_, found), _)| found.possible.len() > 1 && found.status != Status::Override)
        .filter_map(|((input, found), position)| {
            let asks = asks_of(found);
            let is_answerable = !asks.is_empty();
            is_answerable.then(|| {
                (
                    input.revenue.unwrap_or(0.0),
                    OpenCustomer { position, asks },
                )
            })
        })
        .collect();
    open.sort_by(|a, b| b.0.total_cmp(&a.0));
    open.into_iter().map(|(_, customer)| customer).collect()
}

/// What is unknown of one customer: the criteria with weight, and profit always, because a contribution
/// decides between B and C whatever its weight is.
fn asks_of(found: &Classified) -> Vec<Criterion> {
    if found.status == Status::NoRevenueKnown {
        return vec![Criterion::Size];
    }
    let is_asked = |criterion: &Criterion| {
        found.missing.contains(criterion)
            || (*criterion == Criterion::Profit && found.cm2.is_none())
    };
    Criterion::ALL.into_iter().filter(is_asked).collect()
}
