use super::*;
use crate::classify::{Policy, classification_from};

fn case() -> Case {
    Case {
        revenue: 14_000.0,
        relation: Relation {
            cm1: 3_000.0,
            other_cost: 200.0,
            hours: 90.0,
        },
        redeployment: Redeployment {
            share: 0.9,
            value_per_hour: 45.0,
        },
        horizon: Horizon::default(),
        repair: Repair {
            investment: 5_000.0,
            price_rise: 0.0,
            hours: 90.0,
            retention: 0.8,
        },
        exit: Exit {
            cost: 100.0,
            damage_probability: 0.1,
            damage: 2_000.0,
            referral_fee: 0.0,
        },
    }
}

#[test]
fn at_the_tipping_damage_leaving_and_staying_are_equal() {
    let mut case = case();
    let damage = compare(&case).unwrap().tipping_damage.unwrap();
    case.exit.damage = damage;
    let [keep, repair, exit] = compare(&case).unwrap().npv;
    assert!((keep.max(repair) - exit).abs() < 1e-9);
}

#[test]
fn at_the_tipping_share_leaving_and_staying_are_equal() {
    let mut case = case();
    let found = compare(&case).unwrap();
    assert_eq!(found.best, Way::Exit);
    case.redeployment.share = found.tipping_share.unwrap();
    let [keep, repair, exit] = compare(&case).unwrap().npv;
    assert!((keep.max(repair) - exit).abs() < 1e-9);
}

#[test]
fn a_small_lead_is_no_clear_difference() {
    let mut case = case();
    case.exit.damage_probability = 0.0;
    case.repair.investment = 0.0;
    case.redeployment.share = 0.69;
    assert!(compare(&case).unwrap().is_close);
    case.redeployment.share = 0.0;
    case.repair.price_rise = 0.2;
    assert!(!compare(&case).unwrap().is_close);
}

#[test]
fn impossible_futures_are_refused() {
    for (retention, discount) in [(1.1, 0.1), (-0.1, 0.1), (0.8, -1.0), (f64::NAN, 0.1)] {
        let horizon = Horizon {
            years: 3,
            retention,
            discount,
        };
        assert_eq!(horizon.npv(0.0, &[100.0], &[]), None);
        assert_eq!(horizon.perpetual(100.0), None);
    }
    let endless = Horizon {
        retention: 1.0,
        discount: 0.0,
        ..Horizon::default()
    };
    assert_eq!(endless.perpetual(100.0), None);
}

#[test]
fn an_hour_is_worth_what_it_brings_with_a_and_b_customers() {
    let input = |revenue, direct_cost, hours| Inputs {
        revenue: Some(revenue),
        direct_cost: Some(direct_cost),
        hours,
        ..Inputs::default()
    };
    let inputs = [
        input(10_000.0, 2_000.0, Some(40.0)),
        input(6_000.0, 1_000.0, Some(60.0)),
        // Neither a C nor unknown hours say what an hour could bring.
        input(1_000.0, 900.0, Some(30.0)),
        input(50_000.0, 0.0, None),
        input(-100.0, 0.0, Some(1.0)),
    ];
    let classes = classification_from(&Policy::default(), 60.0, &inputs, &[]);
    assert_eq!(classes.customers[2].class, Some(Class::C));
    assert_eq!(value_of_hour(&inputs, &classes), Some(13_000.0 / 100.0));
    assert_eq!(value_of_hour(&[], &Classification::default()), None);

    let leaving = Relation {
        cm1: 100.0,
        other_cost: 0.0,
        hours: 30.0,
    };
    assert_eq!(Relation::of(&inputs, &classes, 2), Some(leaving));
    assert_eq!(Relation::of(&inputs, &classes, 3), None);
    assert_eq!(Relation::of(&inputs, &classes, 4), None);
    assert_eq!(Relation::of(&inputs, &classes, 5), None);
}
