use super::*;
use crate::classify::classification_from;
use crate::costs::inputs_from;
use crate::money::Cents;

fn rated(revenue: f64, hours: Option<f64>, potential: Option<u8>) -> Customer {
    Customer {
        revenue: Some(Cents::from_euros(revenue)),
        direct_cost: Some(Cents::from_euros(revenue * 0.4)),
        hours,
        potential: potential.and_then(Rating::new),
        relationship: Rating::new(4),
        ..Customer::default()
    }
}

/// Two large customers without potential, one small one of which nobody knows the hours.
fn customers() -> Vec<Customer> {
    vec![
        rated(20_000.0, Some(20.0), None),
        rated(30_000.0, Some(20.0), None),
        rated(9_000.0, Some(10.0), Some(3)),
        rated(8_000.0, Some(10.0), Some(3)),
        rated(1_100.0, None, Some(2)),
    ]
}

fn with_firm<T>(
    customers: &[Customer],
    model: &CostModel,
    policy: &Policy,
    ratings: &BTreeMap<CustomerId, OwnRating>,
    read: impl FnOnce(Firm) -> T,
) -> T {
    let inputs = inputs_from(customers, model, ratings);
    let classification = classification_from(policy, model.rate(), &inputs, &[]);
    read(Firm {
        customers,
        cost_model: model,
        ratings,
        policy,
        inputs: &inputs,
        classification: &classification,
    })
}

fn topics(customers: &[Customer], policy: &Policy) -> Vec<(u32, Topic)> {
    let model = CostModel::default();
    with_firm(customers, &model, policy, &BTreeMap::new(), |firm| {
        let asked = firm.questions(9).into_iter();
        asked.map(|asked| (asked.position, asked.topic)).collect()
    })
}

#[test]
fn the_largest_customer_is_asked_about_first() {
    assert_eq!(
        topics(&customers(), &Policy::default()),
        [
            (1, Topic::Potential),
            (0, Topic::Potential),
            (4, Topic::Attention)
        ]
    );
}

#[test]
fn each_answer_leads_where_it_says_and_is_not_asked_again() {
    let mut all = customers();
    all.push(Customer {
        direct_cost: None,
        ..rated(1_300.0, Some(6.0), Some(3))
    });
    for direct_cost_permille in [None, Some(500)] {
        let model = CostModel {
            direct_cost_permille,
            ..CostModel::default()
        };
        let policy = Policy::default();
        let asked = with_firm(&all, &model, &policy, &BTreeMap::new(), |firm| {
            firm.questions(9)
        });
        assert!(asked.iter().any(|asked| asked.topic == Topic::Purchases));
        for question in asked {
            for (answer, class) in question.answers {
                let own = answer.added_to(OwnRating::default());
                let told = BTreeMap::from([(CustomerId(question.position), own)]);
                with_firm(&all, &model, &policy, &told, |firm| {
                    let found = &firm.classification.customers[question.position as usize];
                    assert_eq!(found.computed, class, "{answer:?}");
                    let mut again = firm.topics(question.position);
                    assert!(again.all(|topic| topic != question.topic));
                });
            }
        }
    }
}

#[test]
fn what_decides_nothing_is_not_asked() {
    let policy = Policy {
        a_cut: 100.0,
        ..Policy::default()
    };
    assert_eq!(topics(&customers(), &policy), [(4, Topic::Attention)]);
}

#[test]
fn only_what_nobody_said_is_asked() {
    let mut all = customers();
    for customer in &mut all {
        customer.potential = Rating::new(4);
        customer.hours = Some(12.0);
    }
    assert_eq!(topics(&all, &Policy::default()), []);
}
