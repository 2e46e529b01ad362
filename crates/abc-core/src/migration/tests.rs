use super::*;
use crate::classify::{Policy, classification_from};
use crate::customers::Rating;

fn customer(name: &str, code: &str, registration: &str) -> Customer {
    let registrations = Some(registration).filter(|number| !number.is_empty());
    Customer {
        name: name.to_owned(),
        code: code.to_owned(),
        registrations: registrations.into_iter().map(str::to_owned).collect(),
        ..Customer::default()
    }
}

fn past(name: &str, code: &str, registration: &str) -> Past {
    let customer = customer(name, code, registration);
    Past {
        name: customer.name,
        code: customer.code,
        registrations: customer.registrations,
        outcome: outcome(Class::B),
    }
}

fn outcome(class: Class) -> Outcome {
    Outcome {
        class,
        revenue: Some(1_000.0),
        cm2: Some(500.0),
        hours: Some(10.0),
        scores: [Some(60.0); 4],
        total: Some(60.0),
        rule: None,
        fails: Vec::new(),
        is_by_hand: false,
        is_new: false,
    }
}

fn found_again(past: &[Past], customers: &[Customer]) -> Vec<Option<u32>> {
    let mut work = Recognition::new(past, customers);
    std::iter::repeat_with(|| work.step())
        .flatten()
        .next()
        .unwrap()
}

#[test]
fn customers_are_found_again_by_number_and_name() {
    let past = [
        past("Bakkerij Smit B.V.", "1", ""),
        past("Oude Naam", "2", "NL 8123.45.678.B01"),
        past("Twee", "3", ""),
        past("Twee B.V.", "4", ""),
        past("Hernoemd", "5", ""),
    ];
    let now = [
        customer("Nieuwe Naam", "2", "NL812345678B01"),
        customer("bakkerij smit", "1", ""),
        customer("Twee", "3", ""),
        customer("Nu anders", "5", ""),
        customer("Nieuw", "9", ""),
    ];
    // Two of last time carry one name: the debtor number says which.
    assert_eq!(
        found_again(&past, &now),
        [Some(1), Some(0), Some(2), Some(4), None]
    );
}

#[test]
fn numbers_of_another_system_find_nobody() {
    let past = [past("Bakkerij Smit", "1", ""), past("Kapper Knip", "2", "")];
    let now = [
        customer("Bakkerij Smit", "700", ""),
        customer("Garage Bos", "2", ""),
    ];
    assert_eq!(found_again(&past, &now), [Some(0), None]);
}

#[test]
fn a_move_says_what_changed() {
    let base = outcome(Class::B);
    let low = |criterion| Outcome {
        fails: vec![Fail::Below(criterion), Fail::Score],
        scores: [Some(60.0), Some(40.0), Some(60.0), Some(60.0)],
        ..outcome(Class::B)
    };
    let loss = Outcome {
        rule: Some(Rule::Loss),
        ..outcome(Class::C)
    };
    let by_hand = Outcome {
        is_by_hand: true,
        ..outcome(Class::A)
    };
    let new = Outcome {
        rule: Some(Rule::Loss),
        is_new: true,
        ..outcome(Class::B)
    };
    let profit_rose = Change::Criterion {
        criterion: Criterion::Profit,
        before: Some(40.0),
        after: Some(60.0),
    };
    let score_rose = Change::Score {
        before: Some(60.0),
        after: Some(60.0),
    };
    let rule_began = Change::Rule {
        before: None,
        after: Some(Rule::Loss),
    };
    for (before, after, expected) in [
        (
            low(Criterion::Profit),
            outcome(Class::A),
            vec![profit_rose, score_rose],
        ),
        (low(Criterion::Profit), loss.clone(), vec![rule_began]),
        (base, by_hand, vec![Change::ByHand { is_now: true }]),
        (new, loss, vec![Change::NoLongerNew]),
    ] {
        assert_eq!(changes(&before, &after), expected);
    }
}

#[test]
fn everybody_is_somewhere_and_every_move_has_a_reason() {
    let input = |revenue: f64, rating| Inputs {
        revenue: Some(revenue),
        direct_cost: Some(revenue / 2.0),
        hours: Some(8.0),
        potential: Rating::new(rating),
        relationship: Rating::new(rating),
        ..Inputs::default()
    };
    let names = ["a", "b", "c", "d", "e", "f"];
    let customers: Vec<Customer> = names.map(|name| customer(name, "", "")).to_vec();
    let classify = |inputs: &[Inputs]| classification_from(&Policy::default(), 60.0, inputs, &[]);
    let last: Vec<Inputs> = [900.0, 4_000.0, 9_000.0, 20_000.0, 3_000.0]
        .into_iter()
        .zip([3, 3, 4, 5, 2])
        .map(|(revenue, rating)| input(revenue, rating))
        .collect();
    let past = past_from(&customers, &last, &classify(&last));
    assert_eq!(past.len(), 5);

    let now: Vec<Inputs> = [3_000.0, 4_000.0, 9_000.0, 400.0, 3_000.0, 5_000.0]
        .into_iter()
        .zip([3, 5, 5, 2, 2, 3])
        .map(|(revenue, rating)| input(revenue, rating))
        .collect();
    let again = found_again(&past, &customers);
    let found = migration_from(&past, &again, &now, &classify(&now), None);
    assert_eq!((found.agreement.n(), &found.arrived[..]), (5, &[5][..]));
    assert_eq!(found.n_arrived.iter().sum::<usize>(), 1);
    assert!(found.gone.is_empty());
    assert_eq!(
        found.agreement.n() - found.agreement.n_same(),
        found.moves.len()
    );
    assert!(found.moves.iter().any(|each| each.after == Class::C));
    assert!(found.moves.iter().all(|each| !each.changes.is_empty()));
    let revenues: Vec<_> = found.moves.iter().map(|each| each.revenue).collect();
    assert!(revenues.is_sorted_by(|a, b| a >= b));

    // At the rate of last time those who lost money would not have.
    let dear = classification_from(&Policy::default(), 500.0, &now, &[]);
    let found = migration_from(&past, &again, &now, &dear, Some(&classify(&now)));
    let (by_settings, own): (Vec<_>, Vec<_>) =
        found.moves.iter().partition(|each| each.is_by_settings);
    assert!(!by_settings.is_empty() && !own.is_empty());
    for each in by_settings {
        let (was, then) = (each.past as usize, each.position as usize);
        let class = classify(&now).customers[then].class.unwrap();
        assert_eq!(past[was].outcome.class, class);
    }

    let nobody = migration_from(&past, &[], &[], &classify(&[]), None);
    assert_eq!(nobody.gone, [0, 1, 2, 3, 4]);
    assert_eq!(nobody.n_gone.iter().sum::<usize>(), 5);
}

#[test]
fn what_is_kept_is_rounded_and_its_margin_is_only_of_revenue() {
    let exact = Outcome {
        revenue: Some(1_000.0 / 3.0),
        cm2: Some(-100.0 / 3.0),
        ..outcome(Class::B)
    };
    let kept = exact.rounded();
    assert_eq!((kept.revenue, kept.cm2), (Some(333.33), Some(-33.33)));
    assert_eq!(kept.margin(), Some(-33.33 / 333.33));
    for revenue in [None, Some(0.0), Some(-1.0)] {
        let nothing = Outcome {
            revenue,
            ..kept.clone()
        };
        assert_eq!(nothing.margin(), None, "{revenue:?}");
    }
}

#[test]
fn a_long_list_is_recognized_in_small_steps() {
    let names: Vec<String> = (0..3_500).map(|n| format!("klant {n}")).collect();
    let customers: Vec<Customer> = names.iter().map(|name| customer(name, "", "")).collect();
    let past: Vec<Past> = names.iter().rev().map(|name| past(name, "", "")).collect();
    let mut work = Recognition::new(&past, &customers);
    let mut n_steps = 1;
    let found = loop {
        match work.step() {
            Some(found) => break found,
            None => n_steps += 1,
        }
    };
    assert!(n_steps > 8, "{n_steps}");
    let expected: Vec<Option<u32>> = (0..3_500).rev().map(Some).collect();
    assert_eq!(found, expected);
}
