//! Figures to tell beside a profile and never to test, for they made the classes: what a class brings, what
//! a profile rests on, and how much of the firm a group is.

use super::{Classification, Status};
use crate::costs::Inputs;
use crate::customers::{Class, Rating};

/// Averages over the customers of one class; each over those of whom the figure is known.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Averages {
    /// Customers.
    pub n: usize,
    /// Euros per 12 months.
    pub revenue: Option<f64>,
    /// Customer contribution, euros per 12 months.
    pub cm2: Option<f64>,
    /// Contribution per euro of revenue, over all of them together.
    pub margin: Option<f64>,
    /// Hours per 12 months.
    pub hours: Option<f64>,
    /// On the scale 1 to 5.
    pub potential: Option<f64>,
    /// On the scale 1 to 5.
    pub relationship: Option<f64>,
}

/// What the customers of a class bring on average: described, not tested, for these figures made the class.
pub fn averages_of(inputs: &[Inputs], classification: &Classification, class: Class) -> Averages {
    let of_class: Vec<_> = inputs
        .iter()
        .zip(&classification.customers)
        .filter(|(_, found)| found.class == Some(class))
        .collect();
    let rated = |rating: Option<Rating>| Some(f64::from(rating?.value()));
    let margin_parts = of_class
        .iter()
        .filter_map(|(input, found)| Some((found.cm2?, input.revenue?)));
    let (cm2, revenue) =
        margin_parts.fold((0.0, 0.0), |(cm2, revenue), (c, r)| (cm2 + c, revenue + r));
    Averages {
        n: of_class.len(),
        revenue: mean(of_class.iter().map(|(input, _)| input.revenue)),
        cm2: mean(of_class.iter().map(|(_, found)| found.cm2)),
        margin: (revenue > 0.0).then(|| cm2 / revenue),
        hours: mean(of_class.iter().map(|(input, _)| input.hours)),
        potential: mean(of_class.iter().map(|(input, _)| rated(input.potential))),
        relationship: mean(of_class.iter().map(|(input, _)| rated(input.relationship))),
    }
}

fn mean(values: impl Iterator<Item = Option<f64>>) -> Option<f64> {
    let (sum, n) = values
        .flatten()
        .fold((0.0, 0_usize), |(sum, n), value| (sum + value, n + 1));
    (n > 0).then(|| sum / n as f64)
}

/// What a profile rests on, to be printed with it: "based on 14 A customers of 58; 3 provisional, 1 by hand".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Basis {
    /// A customers.
    pub n_a: usize,
    /// Classified customers.
    pub n: usize,
    /// Classified customers whose class is provisional.
    pub n_provisional: usize,
    /// Classified customers whose class was set by hand.
    pub n_overridden: usize,
}

/// Counts what a profile rests on.
pub fn basis_of(classification: &Classification) -> Basis {
    let mut basis = Basis::default();
    for found in classification
        .customers
        .iter()
        .filter(|found| found.class.is_some())
    {
        basis.n += 1;
        basis.n_a += usize::from(found.class == Some(Class::A));
        basis.n_provisional += usize::from(found.status == Status::Provisional);
        basis.n_overridden += usize::from(found.status == Status::Override);
    }
    basis
}

/// A group among all classified customers: the ideal ones today (R40). Euros per 12 months.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct GroupShare {
    /// Customers of the group.
    pub n_group: usize,
    /// Classified customers.
    pub n: usize,
    /// Revenue of the group.
    pub revenue_group: f64,
    /// Revenue of all classified customers.
    pub revenue: f64,
}

/// Counts the classified customers at these positions, and what they buy.
pub fn share_of(
    positions: &[u32],
    inputs: &[Inputs],
    classification: &Classification,
) -> GroupShare {
    let mut share = GroupShare::default();
    let is_in_group = {
        let mut marks = vec![false; inputs.len()];
        for position in positions {
            if let Some(mark) = marks.get_mut(*position as usize) {
                *mark = true;
            }
        }
        marks
    };
    let customers = inputs.iter().zip(&classification.customers);
    for ((input, found), is_in_group) in customers.zip(is_in_group) {
        if found.class.is_none() {
            continue;
        }
        let revenue = input.revenue.unwrap_or(0.0);
        share.n += 1;
        share.revenue += revenue;
        if is_in_group {
            share.n_group += 1;
            share.revenue_group += revenue;
        }
    }
    share
}

#[cfg(test)]
mod tests {
    #![allow(clippy::float_cmp, reason = "what is expected here is exact in binary")]

    use super::*;
    use crate::classify::{Policy, classification_from};

    #[test]
    fn averages_leave_out_what_is_unknown_and_shares_count_who_fits() {
        let customer = |revenue: f64, hours: Option<f64>, rating| Inputs {
            revenue: Some(revenue),
            direct_cost: Some(0.0),
            hours,
            potential: Rating::new(rating),
            relationship: Rating::new(rating),
            ..Inputs::default()
        };
        let inputs = [
            customer(9_000.0, Some(10.0), 5),
            customer(3_000.0, Some(20.0), 4),
            customer(1_000.0, None, 1),
        ];
        let by_hand = [Some(Class::A), Some(Class::A), None];
        let result = classification_from(&Policy::default(), 60.0, &inputs, &by_hand);
        let of_a = averages_of(&inputs, &result, Class::A);
        assert_eq!(
            (of_a.n, of_a.revenue, of_a.hours),
            (2, Some(6_000.0), Some(15.0))
        );
        assert_eq!((of_a.potential, of_a.margin), (Some(4.5), Some(0.85)));
        let of_b = averages_of(&inputs, &result, Class::B);
        assert_eq!((of_b.n, of_b.hours, of_b.cm2), (1, None, None));
        let basis = Basis {
            n_a: 2,
            n: 3,
            n_provisional: 1,
            n_overridden: 2,
        };
        assert_eq!(basis_of(&result), basis);

        let share = share_of(&[0, 7], &inputs, &result);
        assert_eq!((share.n_group, share.n), (1, 3));
        assert_eq!((share.revenue_group, share.revenue), (9_000.0, 13_000.0));
    }
}
