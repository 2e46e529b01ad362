use proptest::prelude::*;

use super::*;
use crate::classify::{classification_from, properties::firm};

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
            }
        }
    }
}
