//! The customers that somebody may mean who links a name by hand.

use crate::customers::names::unaccented;
use crate::customers::{Customer, CustomerId};

/// A word shorter than this says nothing about who is meant.
const LEAST_CHARS: usize = 3;

/// At most `n` customers whose name or number holds what was typed: those that begin with it first, then
/// those that share most words with the name `near`, then the largest.
pub fn search(customers: &[Customer], typed: &str, near: &str, n: usize) -> Vec<CustomerId> {
    let (typed, near) = (unaccented(typed), unaccented(near));
    let words: Vec<&str> = near
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= LEAST_CHARS)
        .collect();
    let rank = |(id, customer): (CustomerId, &Customer)| {
        let name = unaccented(&customer.name);
        let begins = name.starts_with(&typed);
        let is_found = begins || name.contains(&typed) || customer.code.starts_with(&typed);
        let n_shared = words.iter().filter(|word| name.contains(*word)).count();
        let order = (begins, n_shared, customer.revenue);
        is_found.then_some((std::cmp::Reverse(order), id))
    };
    let ids = (0_u32..).map(CustomerId);
    let mut found: Vec<_> = ids.zip(customers).filter_map(rank).collect();
    found.sort_unstable();
    found.into_iter().take(n).map(|(_, id)| id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Cents;

    #[test]
    fn what_begins_with_it_comes_first_then_what_is_near_then_what_is_large() {
        let customers = [
            ("10", "Garage Smit", 100),
            ("20", "Smit Bouw", 50),
            ("30", "Café Núñez", 900),
            ("40", "De Smit", 400),
            ("50", "Bakkerij Vlot", 10),
        ]
        .map(|(code, name, cents)| Customer {
            code: code.to_owned(),
            name: name.to_owned(),
            revenue: Some(Cents(cents)),
            ..Customer::default()
        });
        for (typed, near, expected) in [
            ("smit", "", vec![1, 3, 0]),
            ("SMIT ", "garage", vec![1, 0, 3]),
            ("cafe nun", "", vec![2]),
            ("30", "", vec![2]),
            ("", "Vlot en Zn", vec![4, 2, 3]),
            ("", "", vec![2, 3, 0]),
            ("nobody", "Garage Smit", vec![]),
        ] {
            let found = search(&customers, typed, near, 3);
            let found: Vec<u32> = found.into_iter().map(|id| id.0).collect();
            assert_eq!(found, expected, "{typed} {near}");
        }
    }
}
