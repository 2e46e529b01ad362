//! The surprise list: whose class is another than the owner guessed, or than last time (R3, method.md
//! section 11).

use std::collections::BTreeMap;

use crate::agreement::largest_first;
use crate::customers::Class;
use crate::migration::Migration;
use crate::prediction::Prediction;

/// A customer whose class surprises.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unexpected {
    /// Customer position.
    pub position: u32,
    /// What it is.
    pub class: Class,
    /// What the owner guessed, where that differs.
    pub guess: Option<Class>,
    /// The place among the moves of the migration, where last time differs.
    pub moved: Option<usize>,
    /// Euros per 12 months; `None` when unknown.
    pub revenue: Option<f64>,
}

/// Everybody who surprises by the guess, by last time or by both, largest revenue first.
pub fn surprises_from(
    prediction: Option<&Prediction>,
    migration: Option<&Migration>,
) -> Vec<Unexpected> {
    let mut found: BTreeMap<u32, Unexpected> = BTreeMap::new();
    for each in prediction.into_iter().flat_map(|found| &found.surprises) {
        let surprise = Unexpected {
            position: each.position,
            class: each.second,
            guess: Some(each.first),
            moved: None,
            revenue: each.revenue,
        };
        found.insert(each.position, surprise);
    }
    let moves = migration.into_iter().flat_map(|found| &found.moves);
    for (place, each) in moves.enumerate() {
        let known = found.entry(each.position).or_insert(Unexpected {
            position: each.position,
            class: each.after,
            guess: None,
            moved: None,
            revenue: each.revenue,
        });
        known.moved = Some(place);
    }
    let mut list: Vec<Unexpected> = found.into_values().collect();
    largest_first(&mut list, |each| each.revenue);
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreement::{Agreement, Surprise};
    use crate::migration::Move;

    #[test]
    fn who_surprises_twice_is_named_once() {
        use Class::{A, B, C};
        let guessed = |position, revenue| Surprise {
            position,
            first: A,
            second: C,
            revenue,
        };
        let prediction = Prediction {
            agreement: Agreement::default(),
            surprises: vec![guessed(4, Some(900.0)), guessed(1, None)],
            n_unclassified: 0,
        };
        let moved = |position, after, revenue| Move {
            position,
            past: 0,
            before: B,
            after,
            revenue,
            is_by_settings: false,
            changes: Vec::new(),
        };
        let migration = Migration {
            agreement: Agreement::default(),
            moves: vec![moved(7, A, Some(5_000.0)), moved(4, C, Some(900.0))],
            arrived: Vec::new(),
            gone: Vec::new(),
            n_arrived: [0; 3],
            n_gone: [0; 3],
        };
        let list = surprises_from(Some(&prediction), Some(&migration));
        let said: Vec<_> = list
            .iter()
            .map(|each| (each.position, each.class, each.guess, each.moved))
            .collect();
        assert_eq!(
            said,
            [
                (7, A, None, Some(0)),
                (4, C, Some(A), Some(1)),
                (1, C, Some(A), None)
            ]
        );
        assert_eq!(surprises_from(None, None), []);
    }
}
