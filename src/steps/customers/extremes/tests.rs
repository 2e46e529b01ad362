use abc_core::customers::Customer;
use abc_core::money::Cents;
use abc_core::project::Project;

use super::*;
use crate::i18n::{Locale, text_of};

fn found(figures: &[(i64, Option<f64>)], locale: Locale) -> Option<Found> {
    let customers = figures.iter().map(|(euros, hours)| Customer {
        revenue: Some(Cents(euros * 100)),
        direct_cost: Some(Cents::ZERO),
        hours: *hours,
        ..Customer::default()
    });
    let project = Project::of_customers(customers.collect::<Vec<_>>());
    Found::of(&Outcome::of(Arc::new(project)), locale)
}

fn say(figures: &[(i64, Option<f64>)], locale: Locale) -> String {
    let found = found(figures, locale).unwrap();
    text_of(&(locale.catalog().pictures.extremes_say)(&found.figures)).replace('\u{a0}', " ")
}

#[test]
fn nobody_is_in_both_lists() {
    let of = |n: i64| {
        let figures: Vec<_> = (1..=n).map(|euros| (euros * 1_000, Some(1.0))).collect();
        found(&figures, Locale::Nl).map(|found| (found.best, found.worst))
    };
    assert_eq!(of(1), None);
    assert_eq!(of(3), Some((vec![2], vec![0])));
    assert_eq!(of(12), Some((vec![11, 10, 9, 8, 7], vec![0, 1, 2, 3, 4])));
}

#[test]
fn the_sentence_says_what_each_list_brings_and_gets() {
    // At EUR 60 an hour: 9,400, 5,400 and -400; 100 hours in all.
    let firm = [
        (10_000, Some(10.0)),
        (6_000, Some(10.0)),
        (4_400, Some(80.0)),
    ];
    assert_eq!(
        say(&firm, Locale::Nl),
        "Je meest winstgevende klant brengt 65% van de winst en krijgt 10% van je uren; die met de minste winst brengt € 400 minder op dan hij kost en krijgt 80%"
    );
    assert_eq!(
        say(&firm, Locale::En),
        "Your most profitable customer brings 65% of the profit and gets 10% of your hours; the one with the least profit brings €400 less than they cost and gets 80%"
    );
    // Nobody's hours are known: nothing is said of them.
    let bare = [(10_000, None), (6_000, None), (4_000, None), (3_000, None)];
    assert_eq!(
        say(&bare, Locale::Nl),
        "Je 2 meest winstgevende klanten brengen 71% van de aangenomen winst; de 2 met de minste winst brengen € 6.040"
    );
}
