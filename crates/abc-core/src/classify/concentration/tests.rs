use super::*;

fn cents(amounts: &[i64]) -> Vec<Cents> {
    amounts.iter().copied().map(Cents).collect()
}

#[test]
fn the_largest_that_are_not_a_are_counted_among_customers_with_revenue() {
    let revenues = [
        Some(6_000),
        Some(2_000),
        None,
        Some(1_000),
        Some(-500),
        Some(1_000),
    ];
    let revenues = revenues.map(|amount| amount.map(Cents));
    let classes = [
        Some(Class::C),
        Some(Class::A),
        None,
        None,
        Some(Class::C),
        Some(Class::B),
    ];
    let by_revenue = classes_by_revenue(&revenues).unwrap();
    assert_eq!(
        LargestNotA::of(&by_revenue, classes.into_iter()),
        LargestNotA {
            n_largest: 2,
            n_not_a: 1
        }
    );
    assert_eq!(classes_by_revenue(&revenues[..1]), None);
}

#[test]
fn ranks_compare_the_same_customers_on_both_sides() {
    let revenues = [
        Some(10.0),
        Some(30.0),
        None,
        Some(20.0),
        Some(40.0),
        Some(0.0),
    ];
    let contributions = [
        Some(9.0),
        Some(-5.0),
        Some(50.0),
        Some(9.0),
        None,
        Some(60.0),
    ];
    let pairs = rank_pairs_from(&revenues, &contributions);
    let ranks: Vec<_> = pairs
        .iter()
        .map(|pair| (pair.position, pair.revenue_rank, pair.profit_rank))
        .collect();
    assert_eq!(ranks, [(1, 1, 3), (3, 2, 2), (0, 3, 1)]);
}

#[test]
fn sums_beyond_any_firm_do_not_overflow() {
    let amounts = cents(&[i64::MAX, i64::MAX / 2, 3, 1]);
    let found = computed_abc_from(&amounts).expect("they differ");
    assert_eq!(found.classes, [Class::A, Class::B, Class::C, Class::C]);
    assert_eq!(concentration_from(&amounts).total, Cents(i64::MAX));
}

#[test]
fn the_largest_customer_is_noticed_from_a_fifth() {
    for (amounts, expected) in [
        (vec![19, 17, 16, 16, 16, 16], Dependency::Low),
        (vec![20, 20, 20, 20, 20], Dependency::Notice),
        (vec![30, 25, 25, 20], Dependency::Warning),
    ] {
        let shares = concentration_from(&cents(&amounts))
            .shares
            .expect("a total");
        assert_eq!(shares.dependency(), expected, "{amounts:?}");
    }
}

#[test]
fn revenue_is_shared_out_with_what_the_same_customers_contribute() {
    let revenues = [Some(20.0), None, Some(60.0), Some(0.0), Some(20.0)];
    let contributions = [Some(6.0), Some(1.0), Some(-1.0), Some(4.0), None];
    let found = shared_out_from(&revenues, &contributions).unwrap();
    // Who has no revenue comes last: all shares are of the whole contribution.
    assert_eq!(found.revenue, [0.0, 0.6, 0.8, 1.0, 1.0, 1.0]);
    assert_eq!(found.contribution, [0.0, -0.1, 0.5, 0.5, 0.6, 1.0]);
    let lossy = shared_out_from(&revenues, &[Some(-6.0); 5]).unwrap();
    assert!(lossy.contribution.is_empty());
    assert_eq!(shared_out_from(&[None, Some(-5.0)], &[None, None]), None);
}

#[test]
fn the_largest_share_is_of_what_is_above_zero() {
    let share = |amounts: &[i64]| {
        let amounts: Vec<Option<Cents>> = amounts.iter().map(|a| Some(Cents(*a))).collect();
        largest_share(&amounts)
    };
    assert_eq!(share(&[10, 30, -20, 30, 30]), Some((1, 0.3)));
    assert_eq!(share(&[5]), Some((0, 1.0)));
    assert_eq!(share(&[-5, 0]), None);
    assert_eq!(largest_share(&[None]), None);
    for (share, expected) in [
        (0.19, Dependency::Low),
        (0.2, Dependency::Notice),
        (0.3, Dependency::Warning),
    ] {
        assert_eq!(Dependency::of_share(share), expected);
    }
}

#[test]
fn classes_by_revenue_stand_beside_final_classes() {
    let revenues = [
        Some(6_000),
        Some(2_000),
        None,
        Some(1_000),
        Some(500),
        Some(500),
    ];
    let revenues = revenues.map(|amount| amount.map(Cents));
    let classes = [
        Some(Class::C),
        Some(Class::A),
        Some(Class::A),
        None,
        Some(Class::B),
        Some(Class::A),
    ];
    // 6,000 + 2,000 is 80%, with 1,000 and 500 it is 95%, ties stay together.
    let by_revenue = classes_by_revenue(&revenues).unwrap();
    assert_eq!(by_revenue[2], None);
    assert_eq!(
        crossed_classes(&by_revenue, classes.into_iter()),
        [[1, 0, 1], [1, 1, 0], [1, 0, 0]]
    );
}
