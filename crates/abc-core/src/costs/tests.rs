#![allow(clippy::float_cmp, reason = "what is expected here is exact in binary")]

use super::*;
use crate::classify::{Policy, classification_from};
use crate::customers::Class;

fn one(customer: &Customer, model: &CostModel) -> Inputs {
    let inputs = inputs_from(std::slice::from_ref(customer), model, &BTreeMap::new());
    inputs[0]
}

fn with_revenue(euros: f64) -> Customer {
    Customer {
        revenue: Some(Cents::from_euros(euros)),
        ..Customer::default()
    }
}

#[test]
fn a_guessed_revenue_keeps_the_class_provisional() {
    let model = CostModel {
        direct_cost_permille: Some(100),
        ..CostModel::default()
    };
    for (revenue_grade, filled) in [(Grade::Recorded, false), (Grade::Assumed, true)] {
        let customer = Customer {
            revenue_grade,
            attention: Some(Attention::Normal),
            ..with_revenue(5_000.0)
        };
        let input = one(&customer, &model);
        assert_eq!((input.revenue_grade, input.filled), (revenue_grade, filled));
    }
}

#[test]
fn hours_are_filled_by_the_time_equation() {
    type Case = (Option<Attention>, [Option<u32>; 3], f64, Grade);
    let cases: [Case; 7] = [
        (None, [None; 3], 8.0, Grade::Assumed),
        (None, [Some(10), None, None], 13.0, Grade::Assumed),
        (Some(Attention::Low), [None; 3], 2.0, Grade::Estimated),
        (
            Some(Attention::Normal),
            [Some(4), None, None],
            10.0,
            Grade::Estimated,
        ),
        (
            Some(Attention::High),
            [None, Some(3), None],
            30.0,
            Grade::Estimated,
        ),
        (
            Some(Attention::Extreme),
            [None, None, Some(2)],
            66.0,
            Grade::Estimated,
        ),
        (
            Some(Attention::Low),
            [Some(1), Some(1), Some(1)],
            7.5,
            Grade::Estimated,
        ),
    ];
    for (attention, [orders, visits, complaints], hours, grade) in cases {
        let customer = Customer {
            attention,
            orders,
            visits,
            complaints,
            ..with_revenue(100.0)
        };
        let input = one(&customer, &CostModel::default());
        assert_eq!(input.hours, Some(hours));
        assert_eq!(input.hours_grade, grade);
    }
}

#[test]
fn half_a_year_counts_double_but_the_base_is_per_year() {
    let model = CostModel {
        months: 6,
        direct_cost_permille: Some(400),
        ..CostModel::default()
    };
    let customer = Customer {
        orders: Some(10),
        other_cost: Cents(50_00),
        days_to_pay: Some(73.0),
        own_fault_hours: 2.0,
        ..with_revenue(1_000.0)
    };
    let input = one(&customer, &model);
    assert_eq!(input.revenue, Some(2_000.0));
    assert_eq!(input.direct_cost, Some(800.0));
    assert_eq!(input.cost_grade, Grade::Assumed);
    assert_eq!(input.hours, Some(8.0 + 10.0));
    assert_eq!(input.own_fault_hours, 4.0);
    // 100 a year, and 2,000 x 73/365 x 8%.
    assert!((input.other_cost - 132.0).abs() < 1e-9);
}

#[test]
fn what_the_file_says_is_kept_with_its_grade() {
    let customer = Customer {
        direct_cost: Some(Cents(-20_00)),
        cost_grade: Grade::Estimated,
        hours: Some(3.5),
        days_to_pay: Some(-10.0),
        ..with_revenue(500.0)
    };
    let input = one(&customer, &CostModel::default());
    assert_eq!(input.direct_cost, Some(-20.0));
    assert_eq!(input.cost_grade, Grade::Estimated);
    assert_eq!(
        (input.hours, input.hours_grade),
        (Some(3.5), Grade::Recorded)
    );
    assert_eq!(input.other_cost, 0.0);
    assert!(!input.filled);
}

#[test]
fn only_our_own_defaults_make_a_class_provisional() {
    let recorded = Customer {
        hours: Some(5.0),
        ..with_revenue(500.0)
    };
    let told = Customer {
        attention: Some(Attention::Low),
        ..with_revenue(500.0)
    };
    let answered = CostModel {
        direct_cost_permille: Some(0),
        ..CostModel::default()
    };
    for (customer, model, filled) in [
        (&recorded, CostModel::default(), true),
        (&recorded, answered.clone(), false),
        (&told, answered.clone(), false),
        (&with_revenue(500.0), answered, true),
    ] {
        assert_eq!(one(customer, &model).filled, filled);
    }
}

#[test]
fn an_unknown_direct_cost_is_taken_to_be_like_the_known_ones_until_the_owner_says_otherwise() {
    let known = |revenue: f64, cost: f64| Customer {
        direct_cost: Some(Cents::from_euros(cost)),
        ..with_revenue(revenue)
    };
    let firm = [
        known(100.0, 30.0),
        known(300.0, 170.0),
        with_revenue(1_000.0),
    ];
    let unknown = |model: &CostModel| inputs_from(&firm, model, &BTreeMap::new())[2];

    let like_the_others = unknown(&CostModel::default());
    assert_eq!(like_the_others.direct_cost, Some(500.0));
    assert_eq!(like_the_others.cost_grade, Grade::Assumed);
    assert!(like_the_others.filled);

    let given = CostModel {
        direct_cost_permille: Some(250),
        ..CostModel::default()
    };
    assert_eq!(unknown(&given).direct_cost, Some(250.0));
}

#[test]
fn switching_the_filling_off_leaves_hours_unknown() {
    let model = CostModel {
        fills_hours: false,
        ..CostModel::default()
    };
    assert_eq!(one(&with_revenue(100.0), &model).hours, None);
}

#[test]
fn a_customer_that_bought_nothing_is_not_made_a_loss() {
    let inputs = [one(&with_revenue(0.0), &CostModel::default())];
    let result = classification_from(&Policy::default(), 60.0, &inputs, &[None]);
    assert_eq!(result.customers[0].class, None);
}

#[test]
fn the_owner_wins_over_the_file_even_when_he_does_not_know() {
    let customer = Customer {
        potential: Rating::new(2),
        relationship: Rating::new(2),
        ..with_revenue(100.0)
    };
    let own = OwnRating {
        potential: Some(Rating::new(5)),
        relationship: Some(None),
        ..OwnRating::default()
    };
    let ratings = BTreeMap::from([(CustomerId(1), own)]);
    let inputs = inputs_from(
        &[customer.clone(), customer],
        &CostModel::default(),
        &ratings,
    );
    assert_eq!(inputs[0].potential, Rating::new(2));
    assert_eq!(inputs[1].potential, Rating::new(5));
    assert_eq!(inputs[1].relationship, None);
}

/// 40 revenues on the quantiles of a lognormal distribution with the given median and spread.
fn lognormal(median: f64, sigma: f64) -> Vec<Customer> {
    // Logistic quantiles, scaled to the normal's standard deviation: close enough for a skewed list.
    (0..40)
        .map(|i| {
            let share = (f64::from(i) + 0.5) / 40.0;
            let z = (share / (1.0 - share)).ln() * 0.5513;
            with_revenue(median * (sigma * z).exp())
        })
        .collect()
}

#[test]
fn a_first_file_of_names_and_revenue_gives_all_three_classes() {
    for (median, sigma) in [
        (3_000.0, 1.2),
        (8_000.0, 1.2),
        (8_000.0, 1.5),
        (20_000.0, 1.8),
    ] {
        let inputs = inputs_from(
            &lognormal(median, sigma),
            &CostModel::default(),
            &BTreeMap::new(),
        );
        let result = classification_from(&Policy::default(), 60.0, &inputs, &[None; 40]);
        let n_of = |class| {
            let customers = result.customers.iter();
            customers.filter(|found| found.class == Some(class)).count()
        };
        let [n_a, n_b, n_c] = Class::ALL.map(n_of);
        assert!(
            n_a >= 5 && n_b >= 5 && n_c >= 1,
            "{median}: {n_a} {n_b} {n_c}"
        );
        for found in &result.customers {
            assert_eq!(found.status, crate::classify::Status::Provisional);
        }
    }
}

#[test]
fn an_hour_costs_what_the_people_cost_per_practical_hour() {
    let capacity = Capacity::new(Cents::from_euros(84_480.0), 1.0);
    assert!((capacity.hours() - 1_408.0).abs() < 1e-9);
    assert!((capacity.rate().expect("hours") - 60.0).abs() < 1e-9);
    assert_eq!(Capacity::new(Cents::from_euros(84_480.0), 0.0).rate(), None);
}

#[test]
fn hours_are_compared_with_those_there_are() {
    let spent = |hours: f64, hours_grade: Grade| Inputs {
        hours: Some(hours),
        hours_grade,
        ..Inputs::default()
    };
    let inputs = [
        spent(100.0, Grade::Recorded),
        spent(40.0, Grade::Estimated),
        spent(10.0, Grade::Assumed),
        Inputs::default(),
    ];
    for (available, unassigned, scale) in [
        (200.0, 50.0, Some(2.0)),
        (125.0, -25.0, Some(0.5)),
        (90.0, -60.0, None),
    ] {
        let found = reconciliation_from(&inputs, available);
        assert_eq!((found.recorded, found.estimated), (100.0, 50.0));
        assert_eq!((found.unassigned, found.scale), (unassigned, scale));
    }
    assert_eq!(reconciliation_from(&inputs[..1], 200.0).scale, None);
}

#[test]
fn an_answer_gives_the_inputs_that_storing_it_gives() {
    let bare = Customer {
        revenue: Some(Cents::from_euros(12_000.0)),
        orders: Some(4),
        ..Customer::default()
    };
    let known = Customer {
        direct_cost: Some(Cents::from_euros(1_000.0)),
        hours: Some(12.0),
        ..bare.clone()
    };
    let customers = [bare, known];
    let answers = [
        OwnRating {
            attention: Some(Attention::Extreme),
            ..OwnRating::default()
        },
        OwnRating {
            potential: Some(Rating::new(2)),
            purchases_permille: Some(550),
            ..OwnRating::default()
        },
    ];
    for direct_cost_permille in [None, Some(300)] {
        let model = CostModel {
            direct_cost_permille,
            ..CostModel::default()
        };
        let now = inputs_from(&customers, &model, &BTreeMap::new());
        for (own, at) in answers.into_iter().flat_map(|own| [(own, 0), (own, 1)]) {
            let stored = BTreeMap::from([(CustomerId(at), own)]);
            let after = inputs_from(&customers, &model, &stored);
            let at = at as usize;
            assert_eq!(inputs_if(&now[at], &customers[at], &model, own), after[at]);
            assert_eq!(after[1 - at], now[1 - at]);
        }
    }
}

#[test]
fn an_estimate_fills_only_what_no_file_says() {
    let customer = Customer {
        direct_cost: Some(Cents::from_euros(10.0)),
        hours: Some(3.0),
        ..with_revenue(100.0)
    };
    let own = OwnRating {
        attention: Some(Attention::High),
        purchases_permille: Some(900),
        ..OwnRating::default()
    };
    let ratings = BTreeMap::from([(CustomerId(0), own), (CustomerId(1), own)]);
    let customers = [customer, with_revenue(100.0)];
    let inputs = inputs_from(&customers, &CostModel::default(), &ratings);
    assert_eq!(
        (inputs[0].direct_cost, inputs[0].hours),
        (Some(10.0), Some(3.0))
    );
    assert_eq!(
        (inputs[1].direct_cost, inputs[1].hours),
        (Some(90.0), Some(24.0))
    );
    assert_eq!(inputs[1].cost_grade, Grade::Estimated);
    assert!(!inputs[1].filled);
}

#[test]
fn registered_hours_are_brought_to_a_year_by_the_months_they_cover() {
    let model = CostModel {
        months: 12,
        hours_months: Some(6),
        ..CostModel::default()
    };
    let hours = Some(30.0);
    let registered = Customer {
        hours,
        seconds_by_person: vec![(0, 108_000)],
        ..Customer::default()
    };
    let listed = Customer {
        hours,
        ..Customer::default()
    };
    let inputs = inputs_from(&[registered, listed], &model, &BTreeMap::new());
    assert_eq!(
        inputs.iter().map(|one| one.hours).collect::<Vec<_>>(),
        [Some(60.0), Some(30.0)]
    );
}
