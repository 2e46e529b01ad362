#![allow(clippy::float_cmp, reason = "what is expected here is exact in binary")]

use super::*;
use crate::classify::{Policy, classification_from};
use crate::customers::{Attention, Class};

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
    let people = |fte: Option<f64>, euros: Option<f64>| Capacity {
        fte,
        yearly_cost: euros.map(Cents::from_euros),
        ..Capacity::default()
    };
    // People, their cost in a year, practical hours, cost of an hour.
    for (fte, euros, hours, rate) in [
        (Some(1.0), Some(84_480.0), Some(1_408.0), Some(60.0)),
        (Some(2.0), Some(174_592.0), Some(2_816.0), Some(62.0)),
        (Some(2.0), None, Some(2_816.0), None),
        (Some(0.0), Some(84_480.0), Some(0.0), None),
        (None, Some(84_480.0), None, None),
        (None, None, None, None),
    ] {
        let capacity = people(fte, euros);
        let is_close = |a: Option<f64>, b: Option<f64>| match (a, b) {
            (Some(a), Some(b)) => (a - b).abs() < 1e-9,
            (a, b) => a == b,
        };
        assert!(is_close(capacity.hours(), hours), "{capacity:?}");
        assert!(is_close(capacity.rate(), rate), "{capacity:?}");
    }
}

#[test]
fn a_typed_rate_wins_over_the_people_and_those_over_our_default() {
    let people = Capacity {
        fte: Some(2.0),
        yearly_cost: Some(Cents::from_euros(140_800.0)),
        ..Capacity::default()
    };
    let no_hours = Capacity {
        fte: Some(0.0),
        ..people
    };
    for (hourly_cost, capacity, given, rate) in [
        (None, Capacity::default(), None, 60.0),
        (None, no_hours, None, 60.0),
        (None, people, Some(50.0), 50.0),
        (Some(Cents(45_50)), people, Some(45.5), 45.5),
    ] {
        let model = CostModel {
            hourly_cost,
            capacity,
            ..CostModel::default()
        };
        assert!(given.is_some() == model.given_rate().is_some());
        assert!((model.rate() - rate).abs() < 1e-9, "{}", model.rate());
    }
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
    for (available, is_short) in [(150.0, false), (150.0 - 1e-9, false), (149.99, true)] {
        assert_eq!(reconciliation_from(&inputs, available).is_short(), is_short);
    }
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
    let registered = [registered, listed];
    let inputs = inputs_from(&registered, &model, &BTreeMap::new());
    assert_eq!(
        inputs.iter().map(|one| one.hours).collect::<Vec<_>>(),
        [Some(60.0), Some(30.0)]
    );
    // Who kept no hours in the other months, or did so all year, says so.
    let said = CostModel {
        hours_months_given: Some(12),
        ..model
    };
    let of_registration = inputs_from(&registered, &said, &BTreeMap::new());
    assert_eq!(of_registration.first().and_then(|one| one.hours), hours);
}

/// A customer for whom persons 0, 1, … worked so many hours.
fn worked_for(hours: &[f64], hours_cost: Option<f64>) -> Customer {
    let seconds = hours.iter().map(|hours| (hours * 3_600.0) as u64);
    Customer {
        hours: Some(hours.iter().sum()),
        seconds_by_person: (0..).zip(seconds).collect(),
        hours_cost: hours_cost.map(Cents::from_euros),
        ..with_revenue(1_000.0)
    }
}

#[test]
fn an_hour_costs_what_the_person_costs_then_what_the_registration_says_then_the_one_rate() {
    let model = CostModel {
        hourly_cost: Some(Cents(50_00)),
        persons: ["Joris".to_owned(), "Marije".to_owned()].into(),
        ..CostModel::default()
    };
    let with_rates = |rates: &[(&str, i64)]| CostModel {
        person_rates: rates
            .iter()
            .map(|(person, euros)| ((*person).to_owned(), Cents(euros * 100)))
            .collect(),
        ..model.clone()
    };
    let ignoring = CostModel {
        ignores_registered_cost: true,
        ..model.clone()
    };
    let (single, both) = (worked_for(&[6.0], None), worked_for(&[6.0, 2.0], None));
    let costed = worked_for(&[6.0, 2.0], Some(320.0));
    let listed = Customer {
        hours: Some(8.0),
        ..with_revenue(1_000.0)
    };
    for (title, customer, model, hour_cost) in [
        ("nothing given", &both, &model, None),
        (
            "one of two",
            &both,
            &with_rates(&[("Joris", 30)]),
            Some(35.0),
        ),
        ("the other", &single, &with_rates(&[("Marije", 90)]), None),
        (
            "both",
            &both,
            &with_rates(&[("Joris", 30), ("Marije", 90)]),
            Some(45.0),
        ),
        ("somebody else", &both, &with_rates(&[("Kees", 30)]), None),
        (
            "a person may cost nothing",
            &single,
            &with_rates(&[("Joris", 0)]),
            Some(0.0),
        ),
        ("the registration", &costed, &model, Some(40.0)),
        (
            "a person first",
            &costed,
            &with_rates(&[("Marije", 90)]),
            Some(60.0),
        ),
        ("not the registration", &costed, &ignoring, None),
        (
            "hours of a list",
            &listed,
            &with_rates(&[("Joris", 30)]),
            None,
        ),
    ] {
        let input = one(customer, model);
        assert_eq!(input.hour_cost, hour_cost, "{title}");
        assert_eq!(input.rate_or(model.rate()), hour_cost.unwrap_or(50.0));
    }
}

#[test]
fn a_registration_that_says_nothing_of_cost_leaves_the_one_rate() {
    for (hours, cost) in [
        (Some(0.0), Some(100.0)),
        (None, Some(100.0)),
        (Some(2.0), Some(-5.0)),
        (Some(2.0), None),
    ] {
        let customer = Customer {
            hours,
            hours_cost: cost.map(Cents::from_euros),
            ..with_revenue(100.0)
        };
        assert_eq!(one(&customer, &CostModel::default()).hour_cost, None);
    }
}

#[test]
fn the_coefficients_of_the_time_equation_are_the_users() {
    let model = CostModel {
        time: TimeEquation {
            base: [1.0, 4.0, 12.0, 40.0],
            per_order: 0.25,
            per_visit: 3.0,
            per_complaint: 5.0,
        },
        ..CostModel::default()
    };
    let customer = |attention| Customer {
        attention,
        orders: Some(4),
        visits: Some(2),
        complaints: Some(1),
        ..with_revenue(100.0)
    };
    for (attention, hours) in [
        (Some(Attention::Low), 13.0),
        (None, 16.0),
        (Some(Attention::High), 24.0),
        (Some(Attention::Extreme), 52.0),
    ] {
        assert_eq!(one(&customer(attention), &model).hours, Some(hours));
    }
}

#[test]
fn what_the_owner_counts_is_of_a_year_and_wins_over_the_file() {
    let model = CostModel {
        months: 6,
        ..CostModel::default()
    };
    let customer = Customer {
        orders: Some(10),
        visits: Some(1),
        ..with_revenue(100.0)
    };
    let attention = Some(Attention::Normal);
    for (own, hours, grade) in [
        // 8 + 2 x (10 x 0.5 + 1 x 2).
        (OwnRating::default(), 22.0, Grade::Assumed),
        (
            OwnRating {
                orders: Some(4),
                ..OwnRating::default()
            },
            14.0,
            Grade::Assumed,
        ),
        (
            OwnRating {
                attention,
                visits: Some(0),
                complaints: Some(2),
                ..OwnRating::default()
            },
            24.0,
            Grade::Estimated,
        ),
        (
            OwnRating {
                attention,
                seconds: Some(5_400),
                ..OwnRating::default()
            },
            1.5,
            Grade::Estimated,
        ),
    ] {
        let ratings = BTreeMap::from([(CustomerId(0), own)]);
        let input = inputs_from(std::slice::from_ref(&customer), &model, &ratings)[0];
        assert_eq!((input.hours, input.hours_grade), (Some(hours), grade));
    }
}

#[test]
fn own_hours_stand_while_filling_is_off_and_never_beside_a_registration() {
    let model = CostModel {
        fills_hours: false,
        ..CostModel::default()
    };
    let own = OwnRating {
        seconds: Some(36_000),
        ..OwnRating::default()
    };
    let ratings = BTreeMap::from([(CustomerId(0), own), (CustomerId(1), own)]);
    let customers = [with_revenue(100.0), worked_for(&[3.0], None)];
    let inputs = inputs_from(&customers, &model, &ratings);
    assert_eq!((inputs[0].hours, inputs[1].hours), (Some(10.0), Some(3.0)));
}

#[test]
fn estimates_are_made_to_fit_and_registered_hours_are_not() {
    let model = CostModel {
        estimates_scale: Some(0.5),
        ..CostModel::default()
    };
    let guessed = Customer {
        hours: Some(20.0),
        hours_grade: Grade::Estimated,
        own_fault_hours: 4.0,
        ..with_revenue(100.0)
    };
    let registered = Customer {
        own_fault_hours: 1.0,
        ..worked_for(&[6.0], None)
    };
    let customers = [with_revenue(100.0), guessed, registered];
    let inputs = inputs_from(&customers, &model, &BTreeMap::new());
    let found = inputs
        .iter()
        .map(|input| (input.hours, input.own_fault_hours));
    assert_eq!(
        found.collect::<Vec<_>>(),
        [(Some(4.0), 0.0), (Some(10.0), 2.0), (Some(6.0), 1.0)]
    );
}

#[test]
fn money_that_comes_late_costs_interest_at_the_users_rate() {
    let late = |days: f64, permille: u16| {
        let customer = Customer {
            days_to_pay: Some(days),
            ..with_revenue(36_500.0)
        };
        let model = CostModel {
            late_payment_permille: permille,
            ..CostModel::default()
        };
        one(&customer, &model).other_cost
    };
    for (days, permille, euros) in [
        (30.0, 80, 240.0),
        (30.0, 60, 180.0),
        (30.0, 0, 0.0),
        (0.0, 80, 0.0),
        (-10.0, 80, 0.0),
    ] {
        assert!(
            (late(days, permille) - euros).abs() < 1e-9,
            "{days} {permille}"
        );
    }
}

#[test]
fn the_costs_of_customers_are_compared_with_the_books() {
    let spent = |direct_cost: Option<f64>, hours: Option<f64>, hour_cost: Option<f64>| Inputs {
        direct_cost,
        hours,
        hour_cost,
        other_cost: 1.0,
        ..Inputs::default()
    };
    let inputs = [
        spent(Some(100.0), Some(2.0), None),
        spent(None, Some(3.0), Some(10.0)),
        spent(Some(-20.0), None, None),
    ];
    let found = cost_reconciliation_from(&inputs, 50.0, 500.0);
    assert_eq!((found.direct_cost, found.attention_cost), (80.0, 133.0));
    assert_eq!(found.unassigned, 287.0);
}

#[test]
fn what_is_known_of_costs_is_weighed_by_revenue() {
    let of = |revenue: f64, hours: Option<Grade>, direct_cost: Option<Grade>| Inputs {
        revenue: Some(revenue),
        hours: hours.map(|_| 1.0),
        hours_grade: hours.unwrap_or_default(),
        direct_cost: direct_cost.map(|_| 0.0),
        cost_grade: direct_cost.unwrap_or_default(),
        ..Inputs::default()
    };
    let inputs = [
        of(400.0, Some(Grade::Recorded), Some(Grade::Recorded)),
        of(300.0, Some(Grade::Estimated), Some(Grade::Assumed)),
        of(200.0, Some(Grade::Assumed), Some(Grade::Assumed)),
        of(100.0, None, None),
        of(-50.0, Some(Grade::Recorded), None),
        Inputs::default(),
    ];
    let known = costs_known(&inputs).expect("revenue");
    let hours = KnownShares {
        recorded: 0.4,
        estimated: 0.3,
        assumed: 0.2,
        unknown: 0.1,
    };
    let direct_cost = KnownShares {
        recorded: 0.4,
        estimated: 0.0,
        assumed: 0.5,
        unknown: 0.1,
    };
    assert_eq!(known, CostsKnown { hours, direct_cost });
    assert!(!known.is_nothing());
    assert!(costs_known(&inputs[2..4]).expect("revenue").is_nothing());
    assert_eq!(costs_known(&inputs[4..]), None);
}

#[test]
fn the_largest_unknown_comes_first_and_registered_hours_are_not_asked() {
    let customers = [
        with_revenue(100.0),
        with_revenue(900.0),
        worked_for(&[1.0], None),
        with_revenue(300.0),
        Customer {
            attention: Some(Attention::High),
            ..with_revenue(800.0)
        },
    ];
    let own = OwnRating {
        attention: Some(Attention::Low),
        ..OwnRating::default()
    };
    let ratings = BTreeMap::from([(CustomerId(1), own)]);
    let inputs = inputs_from(&customers, &CostModel::default(), &ratings);
    assert_eq!(to_estimate(&customers, &inputs), [3, 0, 1, 4]);
}

mod properties;

#[test]
fn who_was_only_credited_takes_that_from_the_result() {
    let of = |revenue: i64| {
        let customers = [Customer {
            revenue: Some(Cents(revenue)),
            ..Customer::default()
        }];
        inputs_from(&customers, &CostModel::default(), &BTreeMap::new())[0]
    };
    let credited = of(-250_000);
    assert_eq!((credited.hours, credited.filled), (Some(0.0), false));
    assert_eq!(of(0).hours, None);
    let found = classification_from(
        &Policy::default(),
        60.0,
        &[credited, of(1_000_000)],
        &[None; 2],
    );
    let credited = &found.customers[0];
    assert_eq!(
        (credited.cm2, credited.class),
        (Some(-2_500.0), Some(Class::C))
    );
}
