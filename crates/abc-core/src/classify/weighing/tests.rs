#![allow(clippy::float_cmp, reason = "what is expected here is exact in binary")]

use super::*;

#[test]
fn an_order_gives_weights_to_its_criteria_only() {
    use Criterion::{Potential, Profit, Size};
    let weights = weights_by_order(&[Profit, Size]).unwrap();
    assert_eq!(weights, [0.25, 0.75, 0.0, 0.0]);
    assert_eq!(weights_by_order(&[Potential, Potential]), None);
    assert_eq!(weights_by_order(&[]), None);
}

#[test]
fn answers_that_agree_give_their_own_weights() {
    // Weights 0.4, 0.3, 0.2 and 0.1.
    let found = compared_from_answers([4.0 / 3.0, 2.0, 4.0, 1.5, 3.0, 2.0]).unwrap();
    for (weight, expected) in found.weights.iter().zip([0.4, 0.3, 0.2, 0.1]) {
        assert!((weight - expected).abs() < 1e-12);
    }
    assert!(found.is_consistent());
    assert!(found.consistency_ratio < 1e-12);
}

#[test]
fn answers_in_a_circle_are_not_consistent() {
    let found = compared_from_answers([5.0, 0.2, 1.0, 5.0, 1.0, 1.0]).unwrap();
    assert!(!found.is_consistent());
}

#[test]
fn only_positive_square_matrices_compare() {
    assert_eq!(compared_from(&[]), None);
    assert_eq!(compared_from(&[vec![1.0, 2.0]]), None);
    assert_eq!(compared_from_answers([1.0, 1.0, 0.0, 1.0, 1.0, 1.0]), None);
    assert_eq!(
        compared_from_answers([1.0, 1.0, f64::NAN, 1.0, 1.0, 1.0]),
        None
    );
    assert_eq!(compared_from(&[vec![1.0]]).unwrap().weights, [1.0]);
}
