use std::collections::BTreeMap;

use super::*;
use crate::classify::classification_from;
use crate::costs::inputs_from;
use crate::customers::Grade;
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
    read: impl FnOnce(Firm) -> T,
) -> T {
    let inputs = inputs_from(customers, model, &BTreeMap::new());
    let classification = classification_from(policy, model.rate(), &inputs, &[]);
    read(Firm {
        customers,
        cost_model: model,
        policy,
        inputs: &inputs,
        classification: &classification,
    })
}

fn questions(customers: &[Customer], model: &CostModel) -> Vec<Question> {
    with_firm(customers, model, &Policy::default(), |firm| {
        firm.questions(9)
    })
}

/// As it would be stored.
fn answered(customer: &mut Customer, answer: Answer) {
    match answer {
        Answer::Potential(rating) => customer.potential = Some(rating),
        Answer::Relationship(rating) => customer.relationship = Some(rating),
        Answer::Attention(attention) => customer.attention = Some(attention),
        Answer::Purchases(permille) => {
            let share = f64::from(permille) / 1_000.0;
            let cost = customer.revenue.map(|revenue| revenue.euros() * share);
            customer.direct_cost = cost.map(Cents::from_euros);
            customer.cost_grade = Grade::Estimated;
        }
    }
}

#[test]
fn the_largest_customer_is_asked_about_first() {
    let asked = questions(&customers(), &CostModel::default());
    let about: Vec<(u32, Topic)> = asked
        .iter()
        .map(|asked| (asked.position, asked.topic))
        .collect();
    assert_eq!(
        about,
        [
            (1, Topic::Potential),
            (0, Topic::Potential),
            (4, Topic::Attention)
        ]
    );
}

#[test]
fn each_answer_leads_where_it_says() {
    let model = CostModel {
        direct_cost_permille: Some(500),
        ..CostModel::default()
    };
    let mut all = customers();
    all.push(Customer {
        direct_cost: None,
        ..rated(1_300.0, Some(6.0), Some(3))
    });
    let asked = questions(&all, &model);
    assert!(asked.iter().any(|asked| asked.topic == Topic::Purchases));
    for question in asked {
        let at = question.position as usize;
        for (answer, class) in question.answers {
            let mut told = all.clone();
            answered(&mut told[at], answer);
            with_firm(&told, &model, &Policy::default(), |firm| {
                assert_eq!(
                    firm.classification.customers[at].computed, class,
                    "{answer:?}"
                );
                // What was answered is not asked again.
                assert_ne!(firm.topic(question.position), Some(question.topic));
            });
        }
    }
}

#[test]
fn purchases_are_asked_only_beside_a_percentage_for_all() {
    let mut all = customers();
    all.push(Customer {
        direct_cost: None,
        ..rated(1_300.0, Some(6.0), Some(3))
    });
    let asked = questions(&all, &CostModel::default());
    assert!(asked.iter().all(|asked| asked.topic != Topic::Purchases));
}

#[test]
fn what_decides_nothing_is_not_asked() {
    let policy = Policy {
        a_cut: 100.0,
        ..Policy::default()
    };
    let (all, model) = (customers(), CostModel::default());
    let topics: Vec<Topic> = with_firm(&all, &model, &policy, |firm| {
        firm.questions(9).iter().map(|asked| asked.topic).collect()
    });
    assert_eq!(topics, [Topic::Attention]);
}
