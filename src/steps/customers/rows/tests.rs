use std::sync::Arc;

use abc_core::certainty::{Certainties, Sureness};
use abc_core::customers::{Class, Customer, CustomerId, Grade, Rating};
use abc_core::money::Cents;
use abc_core::project::{Override, OverrideReason, Project};

use super::{GroupSum, Line, Listing, Query, Sum, group_index};
use crate::state::certainty::Certain;
use crate::state::derived::Outcome;
use crate::state::session::{Column, Filter, Sort};

/// Name, revenue and hours; contribution is revenue less EUR 60 an hour.
fn customer(name: &str, euros: i64, hours: f64) -> Customer {
    Customer {
        name: name.to_owned(),
        revenue: (euros != 0).then_some(Cents(euros * 100)),
        direct_cost: Some(Cents::ZERO),
        hours: Some(hours),
        ..Customer::default()
    }
}

/// In this order: A, C (loss), B, unknown revenue, A.
fn firm() -> Arc<Outcome> {
    let customers = vec![
        customer("Alders", 10_000, 10.0),
        customer("beek", 1_000, 100.0),
        customer("Cuypers", 5_000, 40.0),
        customer("Dirks", 0, 3.0),
        customer("Ëlst", 20_000, 10.0),
    ];
    let by_hand = |class| Override {
        class,
        reason: OverrideReason::Strategic,
        note: String::new(),
        date: None,
        computed: None,
    };
    let classes = [(0, Class::A), (1, Class::C), (2, Class::B), (4, Class::A)];
    let project = Project {
        overrides: classes
            .into_iter()
            .map(|(id, class)| (CustomerId(id), by_hand(class)))
            .collect(),
        ..Project::of_customers(customers)
    };
    Arc::new(Outcome::of(Arc::new(project)))
}

fn listing(query: Query) -> Listing {
    Listing::new(query, firm(), None, &[])
}

fn sorted(column: Column, is_descending: bool) -> Vec<Line> {
    let sort = Sort {
        column,
        is_descending,
    };
    listing(Query {
        sort,
        ..Query::default()
    })
    .lines
    .to_vec()
}

fn rows(numbers: &[u32]) -> Vec<Line> {
    numbers.iter().map(|number| Line::Row(*number)).collect()
}

const UNCLASSIFIED: [Line; 2] = [Line::Group(None), Line::Row(3)];

#[test]
fn the_classes_come_first_to_last_each_with_its_best_customer_on_top() {
    let a = [Line::Group(Some(Class::A)), Line::Row(4), Line::Row(0)];
    let b = [Line::Group(Some(Class::B)), Line::Row(2)];
    let c = [Line::Group(Some(Class::C)), Line::Row(1)];
    assert_eq!(
        sorted(Column::Class, false),
        [&a[..], &b, &c, &UNCLASSIFIED].concat()
    );
    assert_eq!(
        sorted(Column::Class, true),
        [&c[..], &b, &a, &UNCLASSIFIED].concat()
    );
}

#[test]
fn any_other_order_has_no_classes_and_who_has_none_stays_last() {
    let cases = [
        (Column::Revenue, true, [4, 0, 2, 1]),
        (Column::Revenue, false, [1, 2, 0, 4]),
        (Column::Contribution, true, [4, 0, 2, 1]),
        (Column::Hours, true, [1, 2, 0, 4]),
        (Column::Name, false, [0, 1, 2, 4]),
        (Column::Name, true, [4, 2, 1, 0]),
        // Nobody is rated: the order of the file stays.
        (Column::Potential, true, [0, 1, 2, 4]),
    ];
    for (column, is_descending, expected) in cases {
        assert_eq!(
            sorted(column, is_descending),
            [&rows(&expected)[..], &UNCLASSIFIED].concat(),
            "{column:?} descending: {is_descending}"
        );
    }
}

#[test]
fn certainty_runs_from_open_and_shaky_to_solid_and_by_hand() {
    // Rated in full, but for the first and largest; the fifth is set by hand.
    let rated = |n: i64| Customer {
        potential: Rating::new(3).filter(|_| n > 1),
        relationship: Rating::new(3),
        ..customer(
            &format!("Klant {n}"),
            if n == 1 { 20_000 } else { 10_000 + n },
            10.0,
        )
    };
    let mut project = Project::of_customers((1..=5).map(rated).collect::<Vec<_>>());
    project.overrides.insert(
        CustomerId(4),
        Override {
            class: Class::A,
            reason: OverrideReason::Strategic,
            note: String::new(),
            date: None,
            computed: None,
        },
    );
    let outcome = Arc::new(Outcome::of(Arc::new(project)));
    let sure = |near, same_data| {
        Some(Sureness {
            near,
            any: near,
            data: [0.0, same_data, 0.0],
            same_data,
        })
    };
    let certain = Arc::new(Certain {
        outcome: Arc::clone(&outcome),
        certainties: Certainties {
            customers: vec![
                sure(1.0, 1.0),
                sure(0.9, 0.6),
                None,
                sure(0.95, 1.0),
                sure(0.1, 0.1),
            ],
            n_near: 85,
            n_any: 1_771,
            n_runs: 1_000,
        },
        second_opinion: None,
    });
    let order = |certain: Option<&Arc<Certain>>| {
        let query = Query {
            sort: Sort {
                column: Column::Certainty,
                is_descending: false,
            },
            ..Query::default()
        };
        let listing = Listing::new(query, Arc::clone(&outcome), certain.cloned(), &[]);
        listing.lines.to_vec()
    };
    // The third is not reckoned: nobody knows where it belongs.
    assert_eq!(order(Some(&certain)), rows(&[0, 1, 3, 4, 2]));
    assert_eq!(order(None), rows(&[0, 4, 1, 2, 3]));
}

#[test]
fn a_list_in_order_of_certainty_waits_for_it_once() {
    let outcome = firm();
    let listing = Listing::new(Query::default(), Arc::clone(&outcome), None, &[]);
    assert!(!listing.has_waited_for(None));
    let certain = Arc::new(Certain {
        outcome: Arc::clone(&outcome),
        certainties: Certainties::default(),
        second_opinion: None,
    });
    assert!(listing.has_waited_for(Some(&certain)));
    let ordered = Listing::new(Query::default(), outcome, Some(Arc::clone(&certain)), &[]);
    assert!(!ordered.has_waited_for(Some(&certain)));
}

#[test]
fn search_and_filter_both_hold() {
    let cases = [
        (
            "BEEK",
            Filter::All,
            vec![Line::Group(Some(Class::C)), Line::Row(1)],
        ),
        (
            " cuyp ",
            Filter::All,
            vec![Line::Group(Some(Class::B)), Line::Row(2)],
        ),
        (
            "ëlst",
            Filter::All,
            vec![Line::Group(Some(Class::A)), Line::Row(4)],
        ),
        ("beek", Filter::Class(Class::A), vec![]),
        (
            "",
            Filter::Loss,
            vec![Line::Group(Some(Class::C)), Line::Row(1)],
        ),
        (
            "",
            Filter::Class(Class::B),
            vec![Line::Group(Some(Class::B)), Line::Row(2)],
        ),
        ("nobody", Filter::All, vec![]),
    ];
    for (search, filter, expected) in cases {
        let query = Query {
            search: search.to_owned(),
            filter,
            ..Query::default()
        };
        assert_eq!(
            listing(query).lines.to_vec(),
            expected,
            "{search:?} {filter:?}"
        );
    }
}

#[test]
fn some_filters_show_whom_others_than_the_classes_chose() {
    for filter in [Filter::Fitting, Filter::Shaky, Filter::Surprise] {
        let query = Query {
            filter,
            ..Query::default()
        };
        let listing = Listing::new(query, firm(), None, &[2]);
        assert_eq!(
            listing.lines.to_vec(),
            [Line::Group(Some(Class::B)), Line::Row(2)]
        );
    }
}

#[test]
fn neighbors_skip_the_subtotals_and_end_at_the_ends() {
    let listing = listing(Query::default());
    let cases = [
        (4, false, None),
        (4, true, Some(0)),
        (0, true, Some(2)),
        (2, false, Some(0)),
        (1, true, Some(3)),
        (3, true, None),
        (99, true, None),
    ];
    for (customer, is_next, expected) in cases {
        assert_eq!(
            listing.neighbor(customer, is_next),
            expected,
            "{customer} {is_next}"
        );
    }
}

#[test]
fn subtotals_add_up_to_the_rows_below_them() {
    let listing = listing(Query::default());
    let sums = GroupSum::of_lines(&listing.lines, &listing.outcome);
    let [a, b, c, none] = sums;
    assert_eq!([a.n, b.n, c.n, none.n], [2, 1, 1, 1]);
    let is = |sum: Sum, expected: f64| {
        sum.known()
            .is_some_and(|known| (known - expected).abs() < 1e-9)
    };
    assert!(is(a.revenue, 30_000.0));
    assert!(is(a.cm2, 28_800.0));
    assert!(is(c.cm2, -5_000.0));
    assert!(is(none.hours, 3.0));
    assert_eq!(group_index(None), 3);
}

#[test]
fn what_is_unknown_is_counted_and_not_added_as_nought() {
    let mut sum = Sum::default();
    sum.add(None, Grade::Recorded);
    assert_eq!((sum.known(), sum.n_unknown), (None, 1));
    sum.add(Some(2.0), Grade::Recorded);
    sum.add(Some(3.0), Grade::Assumed);
    assert_eq!((sum.known(), sum.whole()), (Some(5.0), None));
    assert_eq!(sum.grade, Grade::Assumed);
}

#[test]
fn a_listing_answers_the_same_question_about_the_same_customers_only() {
    let listing = listing(Query::default());
    let same = Arc::clone(&listing.outcome);
    assert!(listing.answers(&Query::default(), &same));
    let other = Query {
        filter: Filter::Loss,
        ..Query::default()
    };
    assert!(!listing.answers(&other, &same));
    assert!(!listing.answers(&Query::default(), &firm()));
}
