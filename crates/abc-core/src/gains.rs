//! What the ideal customers are to the firm today, beside all others: the material of the article's three
//! gains (focus, specialisation, return), and how many more a target asks for.
//!
//! A comparison, no forecast: nobody knows whether the next customer is like today's.

use crate::classify::Classification;
use crate::classify::summary::Share;
use crate::costs::Inputs;
use crate::customers::Class;
use crate::profile::{IdealProfile, ProfileGrade};

/// The ideal customers and the others, added up.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Gains {
    /// Ideal is who fits the profile. Without a profile that aims at somebody it is who is A.
    pub is_by_profile: bool,
    /// The ideal customers.
    pub ideal: Share,
    /// All other classified customers.
    pub others: Share,
    /// How spread the customers are over the trait that the profile names first.
    pub spread: Option<Spread>,
}

/// The customers by the values of one trait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// Index into `IdealProfile::columns`.
    pub trait_idx: usize,
    /// Index into `TraitColumn::values`: the value that the profile names.
    pub value_idx: usize,
    /// Values that classified customers have.
    pub n_values: usize,
    /// Classified customers with the named value.
    pub n_with: usize,
    /// Classified customers of whom the trait is known.
    pub n_known: usize,
}

impl Gains {
    /// Classified customers.
    pub fn n(&self) -> usize {
        self.ideal.n + self.others.n
    }

    /// How many ideal customers a target in percent asks for, of as many customers as there are now,
    /// rounded up.
    pub fn n_wanted(&self, target_percent: u8) -> usize {
        (self.n() * usize::from(target_percent)).div_ceil(100)
    }

    /// Euros per 12 months by which an ideal customer contributes more than another one, on average.
    pub fn more_per_customer(&self) -> Option<f64> {
        Some(self.ideal.mean_cm2()? - self.others.mean_cm2()?)
    }

    /// The part of the known hours that goes to ideal customers.
    pub fn hours_share(&self) -> Option<f64> {
        let hours = self.ideal.hours + self.others.hours;
        (hours > 0.0).then(|| self.ideal.hours / hours)
    }

    /// The part of the revenue that ideal customers bring.
    pub fn revenue_share(&self) -> Option<f64> {
        let revenue = self.ideal.revenue + self.others.revenue;
        (revenue > 0.0).then(|| self.ideal.revenue / revenue)
    }
}

/// Adds up who is ideal and who is not; all three of one state of the project.
pub fn gains_from(
    profile: &IdealProfile,
    inputs: &[Inputs],
    classification: &Classification,
) -> Gains {
    let is_drawn = !profile.fitting.is_empty() && !profile.is_loose();
    let is_by_profile = is_drawn && profile.grade >= ProfileGrade::Indicative;
    let mut gains = Gains {
        is_by_profile,
        spread: spread_of(profile),
        ..Gains::default()
    };
    let mut fitting = profile.fitting.iter().copied().peekable();
    let customers = inputs.iter().zip(&classification.customers);
    for ((input, found), position) in customers.zip(0_u32..) {
        let fits = fitting.next_if_eq(&position).is_some();
        let Some(class) = found.class else { continue };
        let is_ideal = if is_by_profile {
            fits
        } else {
            class == Class::A
        };
        let share = if is_ideal {
            &mut gains.ideal
        } else {
            &mut gains.others
        };
        share.add(input.revenue, input.hours, found.cm2);
    }
    gains
}

fn spread_of(profile: &IdealProfile) -> Option<Spread> {
    let headline = &profile.headline;
    let first = headline.is.first().or_else(|| headline.often.first())?;
    let named = profile.a.values.get(*first)?;
    let values = profile.a.values.iter();
    Some(Spread {
        trait_idx: named.trait_idx,
        value_idx: named.value_idx,
        n_values: values.filter(|v| v.trait_idx == named.trait_idx).count(),
        n_with: named.n_with + named.other_with,
        n_known: named.n_target + named.n_other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::{Policy, classification_from};
    use crate::customers::{Customer, TraitColumn, TraitKind};
    use crate::profile::profile_from;

    /// Who is A, whether an installer, and what each brings in and takes in hours.
    fn gains(rows: &[(Class, bool, f64, f64)]) -> Gains {
        let column = TraitColumn {
            name: "Branche".to_owned(),
            kind: TraitKind::Category,
            values: vec!["installatie".to_owned(), "zorg".to_owned()],
        };
        let customer = |is_installer: bool| Customer {
            traits: vec![if is_installer { 1 } else { 2 }],
            ..Customer::default()
        };
        let customers: Vec<Customer> = rows.iter().map(|row| customer(row.1)).collect();
        let classes: Vec<Option<Class>> = rows.iter().map(|row| Some(row.0)).collect();
        let input = |row: &(Class, bool, f64, f64)| Inputs {
            revenue: Some(row.2),
            direct_cost: Some(0.0),
            hours: Some(row.3),
            ..Inputs::default()
        };
        let inputs: Vec<Inputs> = rows.iter().map(input).collect();
        let classification = classification_from(&Policy::default(), 10.0, &inputs, &classes);
        let profile = profile_from(&customers, &[column], &classes);
        gains_from(&profile, &inputs, &classification)
    }

    #[test]
    fn ideal_is_who_fits_the_profile() {
        let mut rows = vec![(Class::A, true, 1_000.0, 10.0); 9];
        rows.extend([(Class::B, true, 1_000.0, 10.0); 3]);
        rows.extend([(Class::B, false, 500.0, 20.0); 36]);
        let gains = gains(&rows);
        assert!(gains.is_by_profile);
        assert_eq!((gains.ideal.n, gains.others.n), (12, 36));
        assert_eq!(gains.n_wanted(25), 12);
        assert_eq!(gains.n_wanted(26), 13);
        let close = |a: Option<f64>, b: f64| (a.unwrap() - b).abs() < 1e-9;
        assert!(close(gains.more_per_customer(), 900.0 - 300.0));
        assert!(close(gains.hours_share(), 120.0 / 840.0));
        assert!(close(gains.revenue_share(), 12.0 / 30.0));
        let spread = gains.spread.unwrap();
        assert_eq!(
            (spread.n_values, spread.n_with, spread.n_known),
            (2, 12, 48)
        );
    }

    #[test]
    fn without_a_profile_ideal_is_who_is_a() {
        let gains = gains(&[
            (Class::A, true, 1_000.0, 10.0),
            (Class::B, true, 100.0, 1.0),
        ]);
        assert!(!gains.is_by_profile);
        assert_eq!((gains.ideal.n, gains.others.n), (1, 1));
        assert_eq!(gains.spread, None);
        assert_eq!(Gains::default().more_per_customer(), None);
        assert_eq!(Gains::default().hours_share(), None);
    }
}
