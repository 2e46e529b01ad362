//! What is told beside the evidence and never tested: what a class brings, what the profile rests on, and
//! how much of the firm is ideal today.

use super::IdealProfile;
use crate::classify::{Classification, Status};
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

/// How much of the firm is ideal today (R40). Euros per 12 months.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct IdealShare {
    /// Classified customers that fit the profile.
    pub n_fitting: usize,
    /// Classified customers.
    pub n: usize,
    /// Revenue of those that fit.
    pub revenue_fitting: f64,
    /// Revenue of all classified customers.
    pub revenue: f64,
}

/// Counts the customers that fit, and what they buy.
pub fn ideal_share(
    profile: &IdealProfile,
    inputs: &[Inputs],
    classification: &Classification,
) -> IdealShare {
    let revenue_at = |position: usize| {
        let revenue = inputs.get(position).and_then(|input| input.revenue);
        revenue.unwrap_or(0.0)
    };
    let classified = classification.customers.iter().enumerate();
    let classified = classified.filter(|(_, found)| found.class.is_some());
    let fitting = profile.fitting.iter();
    IdealShare {
        n_fitting: profile.fitting.len(),
        n: profile.a.n,
        revenue_fitting: fitting.map(|position| revenue_at(*position as usize)).sum(),
        revenue: classified.map(|(position, _)| revenue_at(position)).sum(),
    }
}
