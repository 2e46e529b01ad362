use std::sync::Arc;

use abc_core::classify::Criterion;
use abc_core::classify::concentration::whale_from;
use abc_core::classify::summary::{Share, Summary, summary};
use abc_core::customers::{Customer, CustomerId, Rating};
use abc_core::money::Cents;
use abc_core::project::Project;

use super::super::assumed::hours_that_make_all_c;
use super::{opening_figures, rating_hints, small_middle, warned, whale_figures};
use crate::i18n::catalog::customers::{
    Assumed, AssumedHours, Footing, Lacks, NoRevenue, OpeningFigures, RatingHint, ShareWords,
    WhaleFinding,
};
use crate::i18n::{Locale, text_of};
use crate::state::derived::Outcome;
use crate::state::session::Warning;

fn figures() -> OpeningFigures {
    OpeningFigures {
        without: NoRevenue::Unknown,
        n: 58,
        n_a: 15,
        n_near_a: 3,
        a_share: Some(ShareWords::Profit("65%".to_owned())),
        footing: Footing::Known,
        is_partial: false,
        shortfall: None,
        n_loss: 7,
        loss: "€ 11.248".to_owned(),
        assumed_rate: None,
    }
}

fn say(locale: Locale, figures: &OpeningFigures) -> String {
    text_of(&(locale.catalog().customers.opening)(figures))
}

#[test]
fn the_opening_says_what_the_figures_mean_and_no_more() {
    let with = |edit: fn(&mut OpeningFigures)| {
        let mut figures = figures();
        edit(&mut figures);
        figures
    };
    let cases = [
        (
            figures(),
            "15 van je 58 klanten zijn A; zij brengen 65% van de winst. 7 klanten kosten samen € 11.248 meer dan ze opbrengen.",
            "15 of your 58 customers are A; they bring 65% of the profit. 7 customers together cost € 11.248 more than they bring.",
        ),
        (
            with(|f| {
                f.n_a = 0;
                f.n_loss = 0;
            }),
            "Nog niemand is A: 3 klanten voldoen op één eis na. Niemand kost meer dan hij opbrengt.",
            "Nobody is A yet: 3 customers are one requirement short. Nobody costs more than they bring.",
        ),
        (
            with(|f| {
                f.footing = Footing::CostAssumed;
                f.n_loss = 0;
            }),
            "15 van je 58 klanten staan voorlopig op A; zij brengen 65% van de aangenomen winst. Met deze aannames kost niemand meer dan hij opbrengt.",
            "15 of your 58 customers are A for now; they bring 65% of the assumed profit. On these assumptions, nobody costs more than they bring.",
        ),
        (
            with(|f| {
                f.n_a = 1;
                f.n_loss = 1;
                f.assumed_rate = Some("€ 60".to_owned());
            }),
            "1 van je 58 klanten is A; die brengt 65% van de winst. 1 klant kost, tegen een aangenomen € 60 per uur, € 11.248 meer dan hij opbrengt.",
            "1 of your 58 customers is A; it brings 65% of the profit. 1 customer, at an assumed € 60 an hour, costs € 11.248 more than it brings.",
        ),
        (
            with(|f| {
                f.a_share = None;
                f.shortfall = Some("€ 900".to_owned());
            }),
            "15 van je 58 klanten zijn A. Alles bij elkaar kosten je klanten € 900 meer dan ze opbrengen.",
            "15 of your 58 customers are A. All together your customers cost € 900 more than they bring.",
        ),
        (
            with(|f| {
                f.footing = Footing::CostUnknown;
                f.a_share = Some(ShareWords::Revenue("52%".to_owned()));
            }),
            "15 van je 58 klanten staan voorlopig op A; zij brengen 52% van de omzet. Wat ze kosten weet Kernklant nog niet.",
            "15 of your 58 customers are A for now; they bring 52% of revenue. What they cost is not known yet.",
        ),
        (
            with(|f| {
                f.footing = Footing::CostUnknown;
                f.n_a = 0;
                f.n_near_a = 0;
            }),
            "Nog niemand is A. Wat je klanten kosten weet Kernklant nog niet.",
            "Nobody is A yet. What your customers cost is not known yet.",
        ),
        (
            with(|f| {
                f.n_loss = 0;
                f.a_share = Some(ShareWords::MoreThanAll {
                    brings: "€ 21.490".to_owned(),
                    whole: "€ 19.056".to_owned(),
                });
            }),
            "15 van je 58 klanten zijn A; zij brengen € 21.490, meer dan de hele winst van € 19.056. Niemand kost meer dan hij opbrengt.",
            "15 of your 58 customers are A; they bring € 21.490, more than the whole profit of € 19.056. Nobody costs more than they bring.",
        ),
        (
            with(|f| f.n = 0),
            "Nog niemand is ingedeeld: van je klanten is de omzet onbekend. Voeg een bestand met omzet toe.",
            "Nobody is classified yet: the revenue of your customers is unknown. Add a file with revenue.",
        ),
    ];
    for (figures, nl, en) in cases {
        assert_eq!(say(Locale::Nl, &figures), nl);
        assert_eq!(say(Locale::En, &figures), en);
    }
}

#[test]
fn the_largest_are_counted_in_words_for_one_for_none_and_for_all() {
    let cases = [
        (
            (1, 0),
            "De klant die 80% van je omzet maakt, is A",
            "The customer that makes 80% of your revenue is A",
        ),
        (
            (1, 1),
            "De klant die 80% van je omzet maakt, is geen A",
            "The customer that makes 80% of your revenue is not A",
        ),
        (
            (83, 83),
            "Geen van de 83 klanten die 80% van de omzet maken, is A",
            "None of the 83 customers that make 80% of revenue is A",
        ),
        (
            (8, 0),
            "De 8 klanten die 80% van je omzet maken, zijn allemaal A",
            "The 8 customers that make 80% of your revenue are all A",
        ),
        (
            (8, 3),
            "Van de 8 klanten die 80% van de omzet maken, zijn er 3 geen A",
            "Of the 8 customers that make 80% of revenue, 3 are not A",
        ),
    ];
    for (counts, nl, en) in cases {
        let say = |locale: Locale| text_of(&(locale.catalog().customers.slope_say)(Some(counts)));
        assert_eq!(say(Locale::Nl), nl);
        assert_eq!(say(Locale::En), en);
    }
}

#[test]
fn provisional_classes_name_what_they_lack() {
    let cases: [(usize, Lacks, &str, &str); 4] = [
        (
            1,
            Lacks {
                is_new: true,
                ..Lacks::default()
            },
            "1 klasse is voorlopig: de klant is nieuw.",
            "1 class is provisional: the customer is new.",
        ),
        (
            12,
            Lacks {
                ratings: vec![Criterion::Potential, Criterion::Relationship],
                assumed: vec![Assumed::Hours],
                ..Lacks::default()
            },
            "12 klassen zijn voorlopig: potentie of relatie ontbreekt, of de uren zijn aangenomen.",
            "12 classes are provisional: potential or relationship is missing, or hours are assumed.",
        ),
        (
            2,
            Lacks::default(),
            "2 klassen zijn voorlopig.",
            "2 classes are provisional.",
        ),
        (
            2,
            Lacks {
                ratings: vec![Criterion::Relationship],
                assumed: vec![Assumed::Purchases],
                ..Lacks::default()
            },
            "2 klassen zijn voorlopig: de relatie ontbreekt, of de inkoop is aangenomen.",
            "2 classes are provisional: relationship is missing, or purchases are assumed.",
        ),
    ];
    for (n, lacks, nl, en) in cases {
        let say = |locale: Locale| (locale.catalog().customers.n_provisional)(n, &lacks);
        assert_eq!(say(Locale::Nl), nl);
        assert_eq!(say(Locale::En), en);
    }
}

fn customer(euros: i64, hours: f64, ratings: (u8, u8)) -> Customer {
    Customer {
        name: format!("{euros}"),
        revenue: Some(Cents(euros * 100)),
        direct_cost: Some(Cents(euros * 40)),
        hours: Some(hours),
        potential: Rating::new(ratings.0),
        relationship: Rating::new(ratings.1),
        ..Customer::default()
    }
}

fn outcome(customers: Vec<Customer>) -> Outcome {
    Outcome::of(Arc::new(Project::of_customers(customers)))
}

#[test]
fn a_loud_customer_is_named_with_its_share_of_attention_and_margin() {
    let mut customers: Vec<Customer> = (1..=9).map(|i| customer(i * 1_000, 5.0, (3, 3))).collect();
    customers.push(customer(1_500, 55.0, (3, 5)));
    let outcome = outcome(customers);
    let loud = warned(Warning::Loud, &outcome);
    assert_eq!(loud.customers.first(), Some(&9));
    let all: f64 = outcome.inputs.iter().filter_map(|input| input.hours).sum();
    let own: f64 = loud
        .customers
        .iter()
        .filter_map(|at| outcome.inputs[*at as usize].hours)
        .sum();
    assert!((loud.attention_share.unwrap() - own / all).abs() < 1e-9);
    assert!(loud.margin_share.unwrap() < loud.attention_share.unwrap());
}

#[test]
fn mild_or_equal_ratings_are_told() {
    let ratings = |pairs: &[(u8, u8)]| {
        let customers = pairs.iter().map(|pair| customer(1_000, 1.0, *pair));
        rating_hints(&outcome(customers.collect()))
    };
    assert_eq!(ratings(&[(1, 2), (3, 4), (5, 1), (2, 2), (3, 3)]), []);
    assert_eq!(
        ratings(&[(4, 2), (5, 4), (4, 5), (4, 4), (2, 4)]),
        [RatingHint::Mild]
    );
    assert_eq!(
        ratings(&[(3, 2), (3, 4), (3, 5), (3, 1), (3, 1)]),
        [RatingHint::SamePotential]
    );
    // Too few to say anything about.
    assert_eq!(ratings(&[(5, 5), (5, 5)]), []);
}

#[test]
fn a_middle_that_is_not_the_largest_group_is_told() {
    let sums = |n: [usize; 3]| Summary {
        classes: n.map(|n| Share {
            n,
            ..Share::default()
        }),
        total: Share {
            n: n.iter().sum(),
            ..Share::default()
        },
        ..Summary::default()
    };
    assert_eq!(small_middle(&sums([15, 29, 14])), None);
    assert_eq!(small_middle(&sums([10, 10, 3])), None);
    assert_eq!(small_middle(&sums([12, 5, 9])), Some([12, 5, 9]));
    assert_eq!(small_middle(&sums([2, 0, 1])), None);
}

#[test]
fn revenue_alone_is_known_until_somebody_says_more() {
    let bare = Customer {
        name: "a".to_owned(),
        revenue: Some(Cents(100)),
        ..Customer::default()
    };
    let is_alone = |edit: fn(&mut Project)| {
        let mut project = Project::of_customers(vec![bare.clone()]);
        edit(&mut project);
        Outcome::of(Arc::new(project)).is_revenue_alone()
    };
    assert!(is_alone(|_| ()));
    let told: [fn(&mut Project); 4] = [
        |project| project.cost_model.direct_cost_permille = Some(100),
        |project| project.cost_model.hourly_cost = Some(Cents(50_00)),
        |project| {
            project.cost_model.capacity.fte = Some(1.0);
            project.cost_model.capacity.yearly_cost = Some(Cents(6_000_000));
        },
        |project| {
            let own = project.ratings.entry(CustomerId(0)).or_default();
            own.seconds = Some(3_600);
        },
    ];
    assert!(!is_alone(|project| {
        let nought = Customer {
            revenue: Some(Cents::ZERO),
            ..Customer::default()
        };
        project.customers = Arc::new([nought]);
    }));
    for edit in told {
        assert!(!is_alone(edit));
    }
    let told = opening_of(&outcome(vec![customer(100, 1.0, (3, 3))]));
    assert!(told.assumed_rate.is_some());
}

/// Revenue only: hours and direct cost are our assumption.
fn bare(euros: i64) -> Customer {
    Customer {
        name: format!("{euros}"),
        revenue: Some(Cents(euros * 100)),
        ..Customer::default()
    }
}

fn opening_of(outcome: &Outcome) -> OpeningFigures {
    let sums = summary(&outcome.inputs, &outcome.classification);
    opening_figures(&sums, outcome, Locale::Nl.format())
}

fn all_c_of(outcome: &Outcome) -> Option<AssumedHours> {
    let sums = summary(&outcome.inputs, &outcome.classification);
    hours_that_make_all_c(&sums, outcome)
}

fn whale_says(outcome: &Outcome) -> WhaleFinding {
    let contributions: Vec<Option<f64>> = outcome
        .classification
        .customers
        .iter()
        .map(|found| found.cm2)
        .collect();
    whale_figures(&whale_from(&contributions), outcome, Locale::Nl.format()).finding
}

#[test]
fn assumed_costs_are_not_said_as_known() {
    let unknown = outcome((1..=10).map(|i| bare(i * 4_000)).collect());
    assert_eq!(opening_of(&unknown).footing, Footing::CostUnknown);
    assert!(matches!(
        whale_says(&unknown),
        WhaleFinding::RisesAssumed(2, _)
    ));
    assert_eq!(warned(Warning::Loud, &unknown).customers, [] as [u32; 0]);

    let known = outcome((1..=10).map(|i| customer(i * 4_000, 5.0, (3, 3))).collect());
    assert_ne!(opening_of(&known).footing, Footing::CostUnknown);
    assert!(matches!(whale_says(&known), WhaleFinding::Rises(2, _)));
}

#[test]
fn hours_that_nobody_gave_are_named_when_they_make_everybody_c() {
    let small = outcome((1..=10).map(|i| bare(i * 40)).collect());
    assert_eq!(all_c_of(&small), Some(AssumedHours::Each(8.0)));
    assert_eq!(whale_says(&small), WhaleFinding::NoPeak);

    let given = (1..=10).map(|i| customer(i * 40, 8.0, (3, 3))).collect();
    assert_eq!(all_c_of(&outcome(given)), None);

    // Not the hours but the direct cost takes it all.
    let below_cost = (1..=10).map(|i| Customer {
        direct_cost: Some(Cents(i * 5_000)),
        ..bare(i * 40)
    });
    let below_cost = outcome(below_cost.collect());
    assert_eq!(all_c_of(&below_cost), None);
    assert_eq!(whale_says(&below_cost), WhaleFinding::BelowCost);
}
