use proptest::prelude::*;

use super::*;
use crate::classify::{classification_from, properties::firm};

#[test]
fn the_bounds_hold_the_own_total_and_move_with_the_order() {
    let policy = Policy {
        weights: [0.4, 0.3, 0.2, 0.1],
        ..Policy::default()
    };
    let scores = [Some(20.0), Some(80.0), Some(50.0), Some(50.0)];
    let (least, most) = total_bounds(&policy, &scores).unwrap();
    // All weight on the first; equal weights on the first two, and on all four.
    assert!((least - 20.0).abs() < 1e-12 && (most - 50.0).abs() < 1e-12);
    assert_eq!(total_bounds(&policy, &[None; 4]), None);
}

proptest! {
    #[test]
    fn both_orders_count_everybody_once(inputs in firm()) {
        let policy = Policy::default();
        let classification = classification_from(&policy, 60.0, &inputs, &[]);
        if let Some(found) = second_opinion(&policy, &inputs, &classification) {
            let n = u32::try_from(found.opinions.len()).unwrap();
            let sorted = |rank: fn(&Opinion) -> u32| {
                let mut ranks: Vec<u32> = found.opinions.iter().map(rank).collect();
                ranks.sort_unstable();
                ranks
            };
            prop_assert_eq!(sorted(|o| o.rank), (1..=n).collect::<Vec<_>>());
            prop_assert_eq!(sorted(|o| o.total_rank), (1..=n).collect::<Vec<_>>());
            for opinion in &found.opinions {
                prop_assert!((0.0..=1.0).contains(&opinion.similarity));
                let found = &classification.customers[opinion.position as usize];
                let (least, most) = total_bounds(&policy, &found.scores).unwrap();
                prop_assert!(least <= found.total.unwrap() + 1e-9);
                prop_assert!(most >= found.total.unwrap() - 1e-9);
            }
        }
    }
}
