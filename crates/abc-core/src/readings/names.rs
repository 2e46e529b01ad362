//! Customers that somebody names from memory, with guesses instead of figures (method.md section 2,
//! "Names only").

use super::Reading;
use crate::customers::{Attention, Customer, Grade, Rating, names};
use crate::intake::{Container, RowTally, Source, SourceKind};
use crate::money::Cents;

/// Names that are taken; who has more has a list.
const MOST_NAMES: usize = 1_000;

/// A name that is longer is cut.
const MOST_CHARS: usize = 200;

/// How much somebody buys in a year, as the owner guesses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RevenueBucket {
    /// Up to 2,500.
    To2500,
    /// 2,500 to 10,000.
    To10000,
    /// 10,000 to 25,000.
    To25000,
    /// 25,000 to 100,000.
    To100000,
    /// More.
    More,
}

impl RevenueBucket {
    /// From small to large.
    pub const ALL: [Self; 5] = [
        Self::To2500,
        Self::To10000,
        Self::To25000,
        Self::To100000,
        Self::More,
    ];

    /// The revenue that is reckoned with: the geometric middle, of the first and last our own number.
    pub fn value(self) -> Cents {
        match self {
            Self::To2500 => Cents(150_000),
            Self::To10000 => Cents(500_000),
            Self::To25000 => Cents(1_581_139),
            Self::To100000 => Cents(5_000_000),
            Self::More => Cents(17_500_000),
        }
    }

    /// The bucket that a guess was made in.
    pub fn of(value: Cents) -> Option<Self> {
        Self::ALL.into_iter().find(|bucket| bucket.value() == value)
    }
}

/// What the owner says from memory of one customer; each guess may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedCustomer {
    /// The name.
    pub name: String,
    /// Revenue per year.
    pub revenue: Option<RevenueBucket>,
    /// Attention.
    pub attention: Option<Attention>,
    /// Potential.
    pub potential: Option<Rating>,
    /// Relationship.
    pub relationship: Option<Rating>,
}

/// The names in a text, one per line, without empty ones and repeats; at most [`MOST_NAMES`], and how
/// many were left out above that.
pub fn names_in(text: &str) -> (Vec<String>, usize) {
    let mut seen = std::collections::HashSet::new();
    let mut found: Vec<String> = text
        .lines()
        .map(|line| line.trim().chars().take(MOST_CHARS).collect::<String>())
        .filter(|name| {
            let mut key = String::new();
            names::key_into(name, &mut key);
            !key.is_empty() && seen.insert(key)
        })
        .collect();
    let n_left_out = found.len().saturating_sub(MOST_NAMES);
    found.truncate(MOST_NAMES);
    (found, n_left_out)
}

/// The reading that these guesses make: a guessed revenue is `Assumed`.
pub fn reading_from_names(named: &[NamedCustomer]) -> Reading {
    let party = |guess: &NamedCustomer| Customer {
        name: guess.name.clone(),
        revenue: guess.revenue.map(RevenueBucket::value),
        revenue_grade: Grade::Assumed,
        attention: guess.attention,
        potential: guess.potential,
        relationship: guess.relationship,
        n_rows: 1,
        ..Customer::default()
    };
    let parties: Vec<Customer> = named.iter().map(party).collect();
    let n_named = named.len() as u64;
    let revenue: Cents = parties.iter().filter_map(|party| party.revenue).sum();
    Reading {
        source: Source {
            kind: SourceKind::Names,
            container: Container::Typed,
            tally: RowTally {
                records: n_named,
                accepted: n_named,
                ..RowTally::default()
            },
            revenue_cents: revenue.0,
            ..Source::default()
        },
        parties: parties.into(),
        ..Reading::default()
    }
}

/// The guesses that a reading was made of.
pub fn names_from_reading(reading: &Reading) -> Vec<NamedCustomer> {
    let named = |party: &Customer| NamedCustomer {
        name: party.name.clone(),
        revenue: party.revenue.and_then(RevenueBucket::of),
        attention: party.attention,
        potential: party.potential,
        relationship: party.relationship,
    };
    reading.parties.iter().map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_one_per_line_and_once() {
        let cases: [(&str, &[&str]); 4] = [
            ("", &[]),
            ("Bakker\r\nSlager\n", &["Bakker", "Slager"]),
            (" Bakker \n\n  \nBAKKER", &["Bakker"]),
            ("=1+1\nJansen, Piet", &["=1+1", "Jansen, Piet"]),
        ];
        for (text, expected) in cases {
            assert_eq!(
                names_in(text),
                (expected.iter().map(|n| (*n).to_owned()).collect(), 0),
                "{text:?}"
            );
        }
        let many: Vec<String> = (0..MOST_NAMES + 3).map(|n| format!("klant {n}")).collect();
        let (found, n_left_out) = names_in(&many.join("\n"));
        assert_eq!((found.len(), n_left_out), (MOST_NAMES, 3));
    }

    #[test]
    fn the_middle_of_a_bucket_is_the_geometric_one() {
        let edges = [
            (RevenueBucket::To10000, 2_500.0, 10_000.0),
            (RevenueBucket::To25000, 10_000.0, 25_000.0),
            (RevenueBucket::To100000, 25_000.0, 100_000.0),
        ];
        for (bucket, from, to) in edges {
            let middle = f64::sqrt(from * to);
            assert_eq!(bucket.value(), Cents::from_euros(middle), "{bucket:?}");
        }
    }

    #[test]
    fn guesses_are_assumed_and_come_back_as_they_were() {
        let guesses: Vec<NamedCustomer> = RevenueBucket::ALL
            .into_iter()
            .map(Some)
            .chain([None])
            .enumerate()
            .map(|(n, revenue)| NamedCustomer {
                name: format!("Klant {n}"),
                revenue,
                attention: Some(Attention::High),
                potential: Rating::new(4),
                relationship: None,
            })
            .collect();
        let reading = reading_from_names(&guesses);
        assert!(
            reading
                .parties
                .iter()
                .all(|party| party.revenue_grade == Grade::Assumed)
        );
        assert_eq!(reading.parties[5].revenue, None);
        assert_eq!(names_from_reading(&reading), guesses);
    }
}
