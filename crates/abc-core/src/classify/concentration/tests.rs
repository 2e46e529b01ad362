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
    assert_eq!(
        largest_not_a(&revenues, &classes),
        Some(LargestNotA {
            n_largest: 2,
            n_not_a: 1
        })
    );
    assert_eq!(largest_not_a(&revenues[..1], &classes[..1]), None);
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
