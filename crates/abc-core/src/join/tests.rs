//! Small readings joined, in the words of books-corpus/README.md rules 16 and 17.

use super::proposals::{self, MOST_COMPARED};
use super::{
    Compared, Copied, Decided, Difference, FileKey, Flag, Groups, JoinDecisions, Joined, Parties,
    Proposal, Question, Reason, Spelled, Verdict, join, matching,
};
use crate::customers::{Customer, TraitColumn, TraitKind};
use crate::date::{Date, calendar_months};
use crate::intake::{LookAlikes, Source, SourceKind};
use crate::mapping::{
    self, Answer, Choice, Column, Confidence, DayOrder, Notation, QuestionId, Role,
};
use crate::money::Cents;
use crate::readings::{Reading, Unassigned};

mod copies;
mod properties;

fn reading(kind: SourceKind, name: &str, parties: Vec<Customer>) -> Reading {
    let mut reading = Reading {
        source: Source {
            kind,
            name: name.to_owned(),
            ..Source::default()
        },
        parties: parties.into(),
        ..Reading::default()
    };
    if kind == SourceKind::Hours {
        reading.persons = vec!["Sanne".to_owned(), "Bram".to_owned()];
    }
    reading
}

fn sold(code: &str, name: &str, cents: i64) -> Customer {
    Customer {
        code: code.to_owned(),
        name: name.to_owned(),
        revenue: Some(Cents(cents)),
        ..Customer::default()
    }
}

fn listed(code: &str, name: &str) -> Customer {
    Customer {
        revenue: None,
        ..sold(code, name, 0)
    }
}

fn worked(name: &str, seconds: u64) -> Customer {
    Customer {
        name: name.to_owned(),
        hours: Some(seconds as f64 / 3_600.0),
        seconds_by_person: vec![(1, seconds)],
        ..Customer::default()
    }
}

fn days(reading: Reading, from: (i16, i8, i8), to: (i16, i8, i8)) -> Reading {
    let day = |(year, month, day)| Date::new(year, month, day).expect("a day");
    let source = Source {
        period: Some((day(from), day(to))),
        ..reading.source
    };
    Reading { source, ..reading }
}

fn books(parties: Vec<Customer>) -> Reading {
    reading(SourceKind::Auditfile, "boeken.xaf", parties)
}

fn hours(parties: Vec<Customer>) -> Reading {
    reading(SourceKind::Hours, "uren.csv", parties)
}

/// Name, revenue in cents, seconds of every customer.
fn rows(joined: &Joined) -> Vec<(&str, Option<i64>, Option<u64>)> {
    let row = |customer: &Customer| (customer.revenue.map(|cents| cents.0), customer.seconds());
    let customers = joined.customers.iter();
    customers
        .map(|customer| {
            let (revenue, seconds) = row(customer);
            (customer.name.as_str(), revenue, seconds)
        })
        .collect()
}

fn proposed(joined: &Joined) -> Vec<(&str, &str, Reason, bool)> {
    joined
        .proposals
        .iter()
        .map(
            |Proposal {
                 left,
                 right,
                 reason,
                 is_sure,
             }| { (left.name.as_str(), right.code.as_str(), *reason, *is_sure) },
        )
        .collect()
}

/// The auditfile and the hours of books-corpus s018, with other figures.
fn books_and_hours() -> [Reading; 2] {
    [
        books(vec![
            sold("20010", "Garage Vlotweg B.V.", 100),
            sold("20030", "Hovenier Groenvinger", 200),
            sold("20040", "Crèche Pinokkio", 300),
            sold("20050", "Transportbedrijf Wielstra N.V.", 400),
        ]),
        hours(vec![
            worked("Creche Pinokkio", 60),
            worked("Transportbedrijf Wielstra", 50),
            worked("Intern", 1_000),
            worked("GARAGE  VLOTWEG B.V.", 40),
            worked("Transportbedrijf Wielstra N.V.", 30),
            worked("Hovenier Groenvinger en Zn", 20),
        ]),
    ]
}

#[test]
fn amounts_that_are_likely_no_revenue_wait_for_an_answer() {
    let revenue_if = |given: Option<usize>| {
        let mut owed = reading(
            SourceKind::Customers,
            "saldo.csv",
            vec![sold("1", "Alfa", 100)],
        );
        let answer = |choice| Answer {
            choice,
            totals: None,
            seconds: None,
        };
        owed.source.questions = vec![mapping::Question {
            id: QuestionId::AmountMeaning,
            is_blocking: true,
            answers: [Choice::NotRevenue, Choice::RevenueExclVat]
                .map(answer)
                .to_vec(),
            given,
        }];
        join(&[owed], &JoinDecisions::default()).customers[0].revenue
    };
    assert_eq!(revenue_if(None), None);
    assert_eq!(revenue_if(Some(1)), Some(Cents(100)));
}

#[test]
fn capitals_join_by_themselves_and_the_rest_waits() {
    let joined = join(&books_and_hours(), &JoinDecisions::default());
    assert_eq!(
        rows(&joined),
        [
            ("Garage Vlotweg B.V.", Some(100), Some(40)),
            ("Hovenier Groenvinger", Some(200), None),
            ("Crèche Pinokkio", Some(300), None),
            ("Transportbedrijf Wielstra N.V.", Some(400), Some(30)),
        ]
    );
    assert_eq!(
        proposed(&joined),
        [
            (
                "Creche Pinokkio",
                "20040",
                Reason::Name(Difference::Accents),
                true
            ),
            (
                "Transportbedrijf Wielstra",
                "20050",
                Reason::Name(Difference::LegalForm),
                true
            ),
            (
                "Hovenier Groenvinger en Zn",
                "20030",
                Reason::Name(Difference::Longer),
                false
            ),
        ]
    );
    assert_eq!(joined.unassigned.seconds, 60 + 50 + 1_000 + 20);
    let internal: Vec<&str> = joined
        .unmatched
        .iter()
        .filter(|party| party.is_internal)
        .map(|party| party.name.as_str())
        .collect();
    assert_eq!(internal, ["Intern"]);
    assert_eq!(joined.flags, [Flag::HoursWithoutCustomer]);
}

#[test]
fn a_yes_to_what_is_sure_joins_that_and_no_more() {
    let readings = books_and_hours();
    let mut decisions = JoinDecisions::default();
    decisions.accept_sure(&join(&readings, &decisions).proposals);
    let joined = join(&readings, &decisions);
    assert_eq!(joined.customers[2].seconds(), Some(60));
    assert_eq!(joined.customers[3].seconds(), Some(80));
    assert_eq!(joined.customers[3].seconds_by_person, [(1, 80)]);
    assert_eq!(joined.unassigned.seconds, 1_020);
    assert_eq!(joined.proposals.len(), 1);
    assert_eq!(joined.origins.of(3).len(), 3);
}

#[test]
fn a_refusal_is_not_proposed_again_and_can_be_taken_back() {
    let readings = books_and_hours();
    let mut decisions = JoinDecisions::default();
    let before = join(&readings, &decisions);
    let first = &before.proposals[0];
    let (left, right) = (first.left.spelled.clone(), first.right.spelled.clone());
    decisions.decide(left.clone(), right.clone(), Verdict::Different);
    assert_eq!(join(&readings, &decisions).proposals, before.proposals[1..]);
    decisions.forget(right, left);
    assert_eq!(join(&readings, &decisions), before);
}

#[test]
fn a_split_takes_hours_out_and_proposes_them_no_more() {
    let readings = books_and_hours();
    let spelled = Spelled::of(&readings[1].parties[3]);
    let mut decisions = JoinDecisions::default();
    decisions.apart.insert((SourceKind::Hours, spelled.clone()));
    let joined = join(&readings, &decisions);
    assert_eq!(joined.customers[0].seconds(), None);
    assert!(joined.proposals.iter().all(|p| p.left.spelled != spelled));
    // Sent to another customer, it goes there.
    decisions.decide(spelled, Spelled::Code("20030".to_owned()), Verdict::Same);
    let joined = join(&readings, &decisions);
    assert_eq!(joined.customers[1].seconds(), Some(40));
}

#[test]
fn decisions_outlive_a_file_that_is_read_again() {
    let readings = books_and_hours();
    let mut decisions = JoinDecisions::default();
    decisions.accept_sure(&join(&readings, &decisions).proposals);
    let [mut old_books, mut old_hours] = readings;
    let reversed = |parties: &[Customer]| parties.iter().rev().cloned().collect();
    old_books.parties = reversed(&old_books.parties);
    old_hours.parties = reversed(&old_hours.parties);
    let joined = join(&[old_hours, old_books], &decisions);
    let of = |code: &str| joined.customers.iter().find(|c| c.code == code).unwrap();
    assert_eq!(of("20040").seconds(), Some(60));
    assert_eq!(of("20050").seconds(), Some(80));
}

#[test]
fn hours_of_nobody_can_be_a_customer_of_their_own() {
    let readings = books_and_hours();
    let mut decisions = JoinDecisions::default();
    decisions.own.insert(Spelled::of(&readings[1].parties[5]));
    let joined = join(&readings, &decisions);
    // The ledger is whole: who is not in it has no revenue, and that is known.
    let last = joined.customers.last().unwrap();
    assert_eq!(
        (last.name.as_str(), last.revenue),
        ("Hovenier Groenvinger en Zn", Some(Cents(0)))
    );
}

#[test]
fn numbers_join_before_names() {
    let list = reading(
        SourceKind::CustomerList,
        "klanten.csv",
        vec![
            listed("1", "Alfa Zorg"),
            listed("2", "Beta Bouw"),
            Customer {
                registrations: vec!["NL 0012.34.567.B01".to_owned()],
                ..listed("3", "Gamma Groen")
            },
        ],
    );
    let lines = reading(
        SourceKind::Transactions,
        "facturen.csv",
        vec![
            sold("2", "2", 20),
            sold("1", "", 10),
            Customer {
                registrations: vec!["nl001234567b01".to_owned()],
                ..sold("", "Tuinen van Gamma", 30)
            },
            sold("0001", "Delta", 40),
        ],
    );
    let joined = join(&[list, lines], &JoinDecisions::default());
    assert_eq!(
        rows(&joined),
        [
            ("Alfa Zorg", Some(10), None),
            ("Beta Bouw", Some(20), None),
            ("Gamma Groen", Some(30), None),
            ("Delta", Some(40), None),
        ]
    );
    assert_eq!(joined.flags, [Flag::CustomerCodeUnknown]);
}

#[test]
fn one_name_with_two_numbers_of_one_numbering_is_proposed() {
    let shared = |other: &str| {
        let list = vec![listed("1", "Alfa"), listed("2", "Beta Bouw")];
        let lines = vec![sold("1", "Alfa", 10), sold(other, "beta bouw", 20)];
        [
            reading(SourceKind::CustomerList, "klanten.csv", list),
            reading(SourceKind::Transactions, "facturen.csv", lines),
        ]
    };
    let joined = join(&shared("7"), &JoinDecisions::default());
    assert_eq!(
        proposed(&joined),
        [("beta bouw", "2", Reason::OtherNumber, false)]
    );
    // Where the files number in another way, the name decides.
    let [list, _] = shared("7");
    let lines = vec![sold("A1", "Alfa", 10), sold("B7", "beta bouw", 20)];
    let lines = reading(SourceKind::Transactions, "facturen.csv", lines);
    assert_eq!(
        join(&[list, lines], &JoinDecisions::default())
            .customers
            .len(),
        2
    );
}

#[test]
fn a_name_of_two_customers_is_asked_about() {
    let readings = [
        books(vec![
            sold("1", "Jansen", 100),
            sold("2", "Jansen", 200),
            sold("3", "Smit", 300),
        ]),
        hours(vec![worked("Jansen", 60)]),
    ];
    let mut decisions = JoinDecisions::default();
    let asked = join(&readings, &decisions);
    let [
        Question::AmbiguousName {
            left,
            candidates,
            given: None,
        },
    ] = asked.questions.as_slice()
    else {
        panic!("{:?}", asked.questions)
    };
    assert_eq!(asked.unassigned.seconds, 60);
    decisions.decide(
        left.spelled.clone(),
        candidates[1].spelled.clone(),
        Verdict::Same,
    );
    let answered = join(&readings, &decisions);
    assert_eq!(answered.customers[1].seconds(), Some(60));
    assert_eq!(answered.unassigned.seconds, 0);
    assert!(matches!(
        answered.questions.as_slice(),
        [Question::AmbiguousName { given: Some(1), .. }]
    ));
}

#[test]
fn the_same_revenue_is_counted_once_and_asked_about() {
    let ledger = Reading {
        unassigned: Unassigned {
            revenue: Cents(5),
            seconds: 0,
        },
        ..books(vec![sold("1", "Alfa", 100), sold("2", "Beta", 200)])
    };
    let list = reading(
        SourceKind::Customers,
        "omzet.csv",
        vec![
            sold("1", "Alfa", 121),
            sold("2", "Beta", 242),
            sold("3", "Ter Haar", 0),
        ],
    );
    let readings = [list.clone(), ledger];
    let mut decisions = JoinDecisions::default();
    let likely = join(&readings, &decisions);
    let [
        Question::RevenueSource {
            answers,
            given: None,
            is_blocking: true,
            n_shared: 2,
        },
    ] = likely.questions.as_slice()
    else {
        panic!("{:?}", likely.questions)
    };
    let totals: Vec<_> = answers
        .iter()
        .map(|a| (a.total.0, a.difference.0, a.n_customers))
        .collect();
    assert_eq!(totals, [(305, 0, 2), (363, 58, 3)]);
    assert_eq!(
        rows(&likely),
        [
            ("Alfa", Some(100), None),
            ("Beta", Some(200), None),
            ("Ter Haar", Some(0), None)
        ]
    );
    assert_eq!(likely.unassigned.revenue, Cents(5));

    decisions.revenue = vec![FileKey::of(&list.source)];
    let chosen = join(&readings, &decisions);
    assert_eq!(chosen.customers[1].revenue, Some(Cents(242)));
    assert_eq!(chosen.unassigned.revenue, Cents(0));
}

/// What the likely answer gives, how many customers several files tell, and whether that is a doubt.
fn likely_revenue(readings: &[Reading]) -> (i64, u32, bool) {
    let joined = join(readings, &JoinDecisions::default());
    let mut questions = joined.questions.iter();
    questions
        .find_map(|question| match question {
            Question::RevenueSource {
                answers,
                is_blocking,
                n_shared,
                ..
            } => Some((answers[0].total.0, *n_shared, *is_blocking)),
            _ => None,
        })
        .expect("several files tell revenue")
}

#[test]
fn files_with_other_customers_are_added_whatever_they_are() {
    let list = |name: &str, names: &[&str], cents: i64| {
        let sold = |name: &&str| sold("", name, cents);
        reading(
            SourceKind::Customers,
            name,
            names.iter().map(sold).collect(),
        )
    };
    let invoices = |names: &[&str], cents: i64| {
        let list = list("facturen.csv", names, cents);
        let source = Source {
            kind: SourceKind::Transactions,
            ..list.source
        };
        days(Reading { source, ..list }, (2025, 1, 3), (2025, 12, 30))
    };
    let (north, south) = (["Aap", "Noot", "Mies"], ["Wim", "Zus", "Jet"]);
    let other_kinds = [list("noord.csv", &north, 100), invoices(&south, 210)];
    assert_eq!(likely_revenue(&other_kinds), (930, 0, false));
    // Books are whole.
    let beside_books = [
        books(vec![sold("", "Aap", 100), sold("", "Noot", 150)]),
        list("zuid.csv", &south, 210),
    ];
    assert_eq!(likely_revenue(&beside_books), (250, 0, true));
    // The same names with other legal forms, the same total, and another year are the same revenue or none
    // of this year.
    let forms = [
        list("a.csv", &["Aap B.V.", "Noot B.V.", "Mies V.O.F."], 100),
        list("b.csv", &north, 121),
    ];
    assert_eq!(likely_revenue(&forms), (300, 3, true));
    let same_total = [list("a.csv", &north, 100), list("b.csv", &south, 100)];
    assert_eq!(likely_revenue(&same_total), (300, 0, true));
    let years = [list("2024.csv", &north, 100), invoices(&south, 210)];
    assert_eq!(likely_revenue(&years), (630, 0, true));
    // Numbers and names cannot be compared.
    let mut numbers = list("b.csv", &[], 0);
    numbers.parties = vec![sold("10", "", 700), sold("11", "", 900)].into();
    assert_eq!(
        likely_revenue(&[list("a.csv", &north, 100), numbers]).0,
        300
    );
}

#[test]
fn a_few_customers_of_both_files_are_a_doubt_and_many_are_the_same_revenue() {
    let list = |name: &str, names: std::ops::Range<u32>, cents: i64| {
        let sold = |at: u32| sold("", &format!("Klant {at:03}"), cents + i64::from(at));
        reading(SourceKind::Customers, name, names.map(sold).collect())
    };
    let total = |list: &Reading| {
        list.parties
            .iter()
            .filter_map(|p| p.revenue)
            .sum::<Cents>()
            .0
    };
    for (start, is_added) in [(30, true), (29, true), (28, false), (0, false)] {
        let readings = [list("a.csv", 0..30, 100), list("b.csv", start..58, 300)];
        let (revenue, n_shared, is_blocking) = likely_revenue(&readings);
        let both = total(&readings[0]) + total(&readings[1]);
        assert_eq!(n_shared, 30 - start, "{start}");
        assert_eq!(is_blocking, n_shared > 0, "{start}");
        assert_eq!(revenue == both, is_added, "{start}");
    }
}

#[test]
fn other_revenue_of_the_same_customers_can_be_added_where_somebody_says_so() {
    let list = |name: &str, cents: [i64; 3]| {
        let sold = |(party, cents): (&str, i64)| sold("", party, cents);
        let parties = ["Aap", "Noot", "Mies"].into_iter().zip(cents).map(sold);
        reading(SourceKind::Customers, name, parties.collect())
    };
    let answered = |readings: &[Reading], decisions: &JoinDecisions| {
        let joined = join(readings, decisions);
        let [Question::RevenueSource { answers, .. }] = joined.questions.as_slice() else {
            panic!("{:?}", joined.questions)
        };
        let counted: Cents = joined.customers.iter().filter_map(|c| c.revenue).sum();
        let last_one = answers.last().expect("answers");
        (
            answers.len(),
            last_one.adds_shared,
            last_one.total.0,
            last_one.n_customers,
            counted.0,
        )
    };
    let products = [
        list("dak.csv", [100, 200, 300]),
        list("gevel.csv", [900, 10, 310]),
    ];
    assert_eq!(
        answered(&products, &JoinDecisions::default()),
        (3, true, 1_820, 3, 600)
    );
    let added = JoinDecisions {
        revenue: products
            .iter()
            .map(|list| FileKey::of(&list.source))
            .collect(),
        ..JoinDecisions::default()
    };
    assert_eq!(answered(&products, &added).4, 1_820);
    // With VAT, of another year, or of books it is the same revenue or none of this year.
    let same = [
        list("netto.csv", [100, 200, 300]),
        list("bruto.csv", [121, 242, 363]),
    ];
    let years = [
        list("2024.csv", [100, 200, 300]),
        list("2025.csv", [900, 10, 310]),
    ];
    let booked = books(vec![sold("", "Aap", 100), sold("", "Noot", 150)]);
    let beside_books = [booked, list("gevel.csv", [900, 10, 310])];
    for readings in [&same, &years, &beside_books] {
        let (n, adds_shared, ..) = answered(readings, &JoinDecisions::default());
        assert_eq!((n, adds_shared), (2, false));
    }
}

#[test]
fn files_that_are_named_after_months_are_parts_of_one_year() {
    let list = |name: &str| {
        let parties = vec![sold("", "Aap", 100), sold("", "Noot", 200)];
        reading(SourceKind::Customers, name, parties)
    };
    let told = |names: &[&str]| {
        // Other amounts: a copy would be left out.
        let lists = names.iter().zip(0..).map(|(name, more)| {
            let mut list = list(name);
            list.parties = vec![sold("", "Aap", 100 + more), sold("", "Noot", 200)].into();
            list
        });
        let lists: Vec<Reading> = lists.collect();
        let joined = join(&lists, &JoinDecisions::default());
        let revenue: Cents = joined.customers.iter().filter_map(|c| c.revenue).sum();
        let [Question::RevenueSource { is_blocking, .. }] = joined.questions.as_slice() else {
            panic!("{:?}", joined.questions)
        };
        (revenue.0, joined.months, *is_blocking)
    };
    for names in [
        ["omzet_jan.csv", "omzet_feb.csv", "omzet_mrt.csv"],
        [
            "Omzet januari 2025.csv",
            "Omzet februari 2025.csv",
            "Omzet juni 2025.csv",
        ],
        [
            "Omzet 2025-01.csv",
            "Omzet 2025-02.csv",
            "Omzet 2025-03.csv",
        ],
    ] {
        assert_eq!(told(&names), (903, Some(3), false), "{names:?}");
    }
    assert_eq!(
        told(&["verkoop Q1.xlsx", "verkoop Q2.xlsx"]),
        (601, Some(6), false)
    );
    assert_eq!(
        told(&["1e kwartaal.csv", "2e kwartaal.csv"]),
        (601, Some(6), false)
    );
    for names in [
        // Of two years, of one month, made on two days, and of no month.
        ["omzet jan 2024.csv", "omzet feb 2025.csv"],
        ["omzet jan.csv", "omzet jan (1).csv"],
        ["omzet 2025-11-27.csv", "omzet 2025-11-28.csv"],
        ["omzet per klant.csv", "omzet per dag.csv"],
    ] {
        let (revenue, ..) = told(&names);
        assert!(revenue < 400, "{names:?}");
    }
}

#[test]
fn parts_of_one_year_are_added_and_years_are_not() {
    let part = |name: &str, cents| {
        reading(
            SourceKind::Transactions,
            name,
            vec![sold("1", "Alfa", cents)],
        )
    };
    let cases = [
        (
            "halves",
            (2025, 1, 3),
            (2025, 6, 30),
            (2025, 7, 1),
            (2025, 12, 30),
            30,
        ),
        (
            "years",
            (2024, 1, 1),
            (2024, 12, 31),
            (2025, 1, 1),
            (2025, 12, 31),
            20,
        ),
        (
            "overlap",
            (2025, 1, 1),
            (2025, 8, 1),
            (2025, 7, 1),
            (2025, 12, 31),
            20,
        ),
    ];
    for (title, from, to, next_from, next_to, expected) in cases {
        let readings = [
            days(part("a.csv", 10), from, to),
            days(part("b.csv", 20), next_from, next_to),
        ];
        let joined = join(&readings, &JoinDecisions::default());
        assert_eq!(
            joined.customers[0].revenue,
            Some(Cents(expected)),
            "{title}"
        );
        let blocks = |question: &Question| {
            matches!(
                question,
                Question::RevenueSource {
                    is_blocking: true,
                    ..
                }
            )
        };
        assert_eq!(
            joined.questions.iter().any(blocks),
            expected != 30,
            "{title}"
        );
    }
}

#[test]
fn what_one_file_alone_tells_is_taken_from_it() {
    let sector = |values: &[&str]| TraitColumn {
        name: "Branche".to_owned(),
        kind: TraitKind::Category,
        values: values.iter().map(|value| (*value).to_owned()).collect(),
    };
    let list = Reading {
        trait_columns: vec![sector(&["zorg", "bouw"])].into(),
        ..reading(
            SourceKind::CustomerList,
            "klanten.csv",
            vec![
                Customer {
                    traits: vec![2],
                    ..listed("2", "Beta")
                },
                Customer {
                    traits: vec![1],
                    direct_cost: Some(Cents(7)),
                    ..listed("1", "Alfa")
                },
            ],
        )
    };
    let ledger = Reading {
        trait_columns: vec![TraitColumn {
            name: "BRANCHE".to_owned(),
            ..sector(&["industrie", "bouw"])
        }]
        .into(),
        ..books(vec![
            Customer {
                traits: vec![2],
                ..sold("1", "Alfa", 100)
            },
            Customer {
                traits: vec![1],
                ..sold("9", "Delta", 200)
            },
        ])
    };
    let joined = join(
        &[list, ledger, hours(vec![worked("Alfa", 30)])],
        &JoinDecisions::default(),
    );
    let alfa = &joined.customers[1];
    assert_eq!(
        (alfa.direct_cost, alfa.seconds()),
        (Some(Cents(7)), Some(30))
    );
    assert_eq!(joined.trait_columns.len(), 1);
    let value =
        |at: usize| &joined.trait_columns[0].values[joined.customers[at].traits[0] as usize - 1];
    assert_eq!(
        [value(0), value(1), value(2)],
        ["bouw", "zorg", "industrie"]
    );
}

#[test]
fn registrations_that_may_hold_the_same_hours_are_flagged() {
    let registration = |name: &str, party: Customer, from, to| {
        days(reading(SourceKind::Hours, name, vec![party]), from, to)
    };
    let first = || registration("a.csv", worked("Alfa", 60), (2025, 1, 1), (2025, 6, 30));
    let (march, july, december) = ((2025, 3, 1), (2025, 7, 1), (2025, 12, 31));
    let other_person = Customer {
        seconds_by_person: vec![(0, 90)],
        ..worked("Alfa", 90)
    };
    let mut nobody = registration("b.csv", worked("Alfa", 90), march, december);
    nobody.persons = vec![String::new(); 2];
    for (second, is_flagged) in [
        (
            registration("b.csv", worked("Alfa", 90), march, december),
            true,
        ),
        (
            registration("b.csv", worked("Alfa", 90), july, december),
            false,
        ),
        (
            registration("b.csv", worked("Beta", 90), march, december),
            false,
        ),
        (registration("b.csv", other_person, march, december), false),
        (nobody, false),
        // The same file again is asked about.
        (first(), false),
    ] {
        let joined = join(&[first(), second.clone()], &JoinDecisions::default());
        let flagged = joined.flags.contains(&Flag::HoursOverlap);
        assert_eq!(flagged, is_flagged, "{second:?}");
    }
}

#[test]
fn shorter_hours_and_other_names_are_flagged() {
    let ledger = Reading {
        months: Some(12),
        ..days(
            books(vec![sold("1", "Alfa", 1)]),
            (2025, 1, 1),
            (2025, 12, 31),
        )
    };
    let some_hours = days(
        hours(vec![Customer {
            code: "1".to_owned(),
            ..worked("Zeta", 60)
        }]),
        (2025, 1, 5),
        (2025, 6, 30),
    );
    // Revenue without dates is taken for that of a year.
    let undated = Reading {
        months: None,
        ..books(vec![sold("1", "Alfa", 1)])
    };
    for (ledger, months) in [(ledger, Some(12)), (undated, None)] {
        let joined = join(&[ledger, some_hours.clone()], &JoinDecisions::default());
        assert_eq!(
            joined.flags,
            [Flag::CustomerRenamed, Flag::HoursPeriodShorter]
        );
        assert_eq!((joined.months, joined.hours_months), (months, Some(6)));
    }
}

#[test]
fn hours_of_another_year_than_the_revenue_are_flagged() {
    let worked_in = |year: i16| {
        let hours = hours(vec![worked("Alfa", 60)]);
        days(hours, (year, 1, 6), (year, 12, 30))
    };
    let invoiced = reading(SourceKind::Transactions, "a.csv", vec![sold("", "Alfa", 1)]);
    let invoiced = days(invoiced, (2025, 1, 3), (2025, 12, 30));
    let named_after = reading(
        SourceKind::Customers,
        "omzet 2025.csv",
        vec![sold("", "Alfa", 1)],
    );
    let of_no_year = reading(SourceKind::Customers, "a.csv", vec![sold("", "Alfa", 1)]);
    for (revenue, year, is_flagged) in [
        (&invoiced, 2024, true),
        (&invoiced, 2025, false),
        (&named_after, 2024, true),
        (&of_no_year, 2024, false),
    ] {
        let joined = join(
            &[revenue.clone(), worked_in(year)],
            &JoinDecisions::default(),
        );
        let flagged = joined.flags.contains(&Flag::HoursOfOtherTime);
        assert_eq!(flagged, is_flagged, "{} {year}", revenue.source.name);
        // They are all that is known of the time.
        assert_eq!(joined.customers[0].seconds(), Some(60));
    }
}

#[test]
fn of_two_years_without_dates_the_later_one_counts_until_somebody_says_otherwise() {
    let year = |name: &str, cents: i64| {
        reading(SourceKind::Customers, name, vec![sold("1", "Alfa", cents)])
    };
    let of_names = [year("omzet-2024.csv", 1), year("omzet-2025.csv", 2)];
    let mut of_headers = [year("nieuw.csv", 2), year("oud.csv", 1)];
    for (reading, header) in of_headers.iter_mut().zip(["Omzet 2025", "Omzet 2024"]) {
        reading.source.columns = vec![Column {
            header: header.to_owned(),
            role: Role::Revenue,
            confidence: Confidence::High,
            notation: Notation::Comma,
            day_order: DayOrder::default(),
        }];
    }
    for readings in [of_names, of_headers] {
        let joined = join(&readings, &JoinDecisions::default());
        assert_eq!(joined.customers[0].revenue, Some(Cents(2)));
    }
}

#[test]
fn a_period_of_more_than_a_century_is_unknown() {
    let over = |first, last, mut reading: Reading| {
        reading = days(reading, first, last);
        reading.months = reading
            .source
            .period
            .map(|(first, last)| calendar_months(first, last));
        join(&[reading], &JoinDecisions::default())
    };
    let sold = || books(vec![sold("1", "Alfa", 1)]);
    let worked = || hours(vec![worked("Alfa", 60)]);
    let century = ((1926, 1, 1), (2025, 12, 31));
    assert_eq!(over(century.0, century.1, sold()).months, Some(1_200));
    assert_eq!(over(century.0, (2026, 1, 1), sold()).months, None);
    assert_eq!(
        over((2026, 1, 1), (2126, 1, 1), worked()).hours_months,
        None
    );
}

#[test]
fn a_single_reading_gives_its_own_customers() {
    let one = books(vec![sold("1", "Alfa", 1), sold("2", "Beta", 2)]);
    let joined = join(std::slice::from_ref(&one), &JoinDecisions::default());
    assert!(std::sync::Arc::ptr_eq(&joined.customers, &one.parties));
    assert_eq!(join(&[], &JoinDecisions::default()).customers.len(), 0);
}

#[test]
fn the_work_grows_with_the_names_and_not_with_their_square() {
    // Few different words, so that blocks are as full as they can be.
    let name = |i: u32| format!("Bedrijf {} {} {}", i % 7, i % 101, i / 3);
    let n_compared = |n: u32| {
        let customers = (0..n).map(|i| sold(&i.to_string(), &name(i), 1)).collect();
        let waiting = (0..n)
            .map(|i| worked(&format!("{} BV", name(i)), 1))
            .collect();
        let readings = [books(customers), hours(waiting)];
        let parties = Parties::of(&readings, &[]);
        let decisions = JoinDecisions::default();
        let mut classes = matching::matched(&parties, &decisions).classes;
        Decided::of(&parties, &decisions).unite(&mut classes);
        let groups = Groups::of(&parties, &mut classes, &decisions);
        proposals::found(&parties, &groups, &decisions).n_compared
    };
    let most_per_name = 500;
    // With the second, customers are no longer compared with each other.
    for n in [1_000, u32::try_from(MOST_COMPARED).unwrap() + 10_000] {
        let found = n_compared(n);
        assert!(found >= n as usize, "{n}: {found}");
        assert!(found <= most_per_name * 2 * n as usize, "{n}: {found}");
    }
}

#[test]
fn of_too_many_to_compare_those_stay_that_differ_in_form() {
    let name = |at: usize| match at {
        7 => "Alfa Zorg BV".to_owned(),
        4_000 => "Alfa Zorg B.V.".to_owned(),
        4_001 => "Alfa Zorgg BV".to_owned(),
        _ => format!("{at}{at}"),
    };
    let list = |n: usize, look_alikes: LookAlikes| {
        let customers = (0..n).map(|at| sold(&at.to_string(), &name(at), 1));
        let mut list = reading(SourceKind::Customers, "a.csv", customers.collect());
        list.source.look_alikes = look_alikes;
        list
    };
    let searched = LookAlikes {
        is_searched: true,
        pairs: vec![(7, 4_000)],
        n_pairs: 1,
    };
    let form = (
        "Alfa Zorg B.V.",
        "7",
        Reason::Name(Difference::LegalForm),
        true,
    );
    let few = join(&[list(4_900, searched.clone())], &JoinDecisions::default());
    assert_eq!(
        (few.compared, few.proposals.len() > 1),
        (Compared::All, true)
    );
    let mut decisions = JoinDecisions::default();
    let many = [list(6_000, searched)];
    let joined = join(&many, &decisions);
    assert_eq!(proposed(&joined), [form]);
    assert_eq!(joined.compared, Compared::FormOnly { n_pairs: 1 });
    decisions.accept_sure(&joined.proposals);
    let joined = join(&many, &decisions);
    assert_eq!((joined.proposals.len(), joined.customers.len()), (0, 5_999));
    let unread = join(
        &[list(6_000, LookAlikes::default())],
        &JoinDecisions::default(),
    );
    assert_eq!(
        (unread.compared, unread.proposals.len()),
        (Compared::Nothing, 0)
    );
}

#[test]
fn a_hundred_thousand_with_one_name_are_joined_in_time() {
    let n = 100_000;
    let customers = (0..n)
        .map(|i| sold(&format!("a{i}"), "Particulier", 1))
        .collect();
    let others = (0..n)
        .map(|i| sold(&format!("b{i}"), "Particulier", 1))
        .collect();
    let lines = reading(SourceKind::Transactions, "regels.csv", others);
    let joined = join(&[books(customers), lines], &JoinDecisions::default());
    assert_eq!(joined.customers.len(), 2 * n);
    assert!(joined.proposals.is_empty());
}

/// Invoices that call their customers by number, beside the list that says who those are.
#[test]
fn a_name_that_is_a_number_of_the_list_is_that_customer() {
    let lines = vec![
        sold("", "K0012", 100),
        sold("", "K0099", 5),
        sold("", "Alfa", 1),
    ];
    let invoices = reading(SourceKind::Transactions, "facturen.csv", lines);
    let list = vec![listed("K0012", "Alfa BV"), listed("Alfa", "Beta")];
    let list = reading(SourceKind::CustomerList, "klanten.csv", list);
    for files in [[invoices.clone(), list.clone()], [list, invoices]] {
        let joined = join(&files, &JoinDecisions::default());
        let mut told = rows(&joined);
        told.sort_unstable();
        assert_eq!(
            told,
            [
                ("Alfa", Some(1), None),
                ("Alfa BV", Some(100), None),
                ("Beta", None, None),
                ("K0099", Some(5), None)
            ]
        );
    }
}

/// What an earlier list says was spent and done, was for the revenue of that year.
#[test]
fn costs_and_hours_of_another_year_are_left_with_its_revenue() {
    let year = |name: &str, cost: Option<i64>| {
        let customer = Customer {
            direct_cost: cost.map(Cents),
            hours: cost.map(|_| 10.0),
            tenure_months: Some(40.0),
            ..sold("", "Alfa", 500 + cost.unwrap_or_default())
        };
        reading(SourceKind::Customers, name, vec![customer])
    };
    let told = |files: &[Reading]| {
        let joined = join(files, &JoinDecisions::default());
        let alfa = &joined.customers[0];
        (alfa.direct_cost, alfa.hours, alfa.tenure_months)
    };
    let (this, last) = (
        year("omzet-2025.csv", None),
        year("omzet-2024.csv", Some(7)),
    );
    let both = [last, this.clone()];
    assert_eq!(told(&both), (None, None, Some(40.0)));
    let joined = join(&both, &JoinDecisions::default());
    assert_eq!(joined.of_other_years, [0]);
    let without_year = year("klanten.csv", Some(7));
    assert_eq!(
        told(&[without_year, this]),
        (Some(Cents(7)), Some(10.0), Some(40.0))
    );
}

#[test]
fn purchases_of_another_year_beside_a_list_of_revenue_are_left_aside() {
    let purchases = Customer {
        name: "Alfa".to_owned(),
        direct_cost: Some(Cents(7)),
        ..Customer::default()
    };
    let bought = |name: &str| reading(SourceKind::CustomerList, name, vec![purchases.clone()]);
    let sold = reading(
        SourceKind::Customers,
        "omzet-2025.csv",
        vec![sold("", "Alfa", 500)],
    );
    for (name, cost) in [
        ("inkoop-2024.csv", None),
        ("inkoop-2025.csv", Some(Cents(7))),
    ] {
        let joined = join(&[sold.clone(), bought(name)], &JoinDecisions::default());
        assert_eq!(joined.customers[0].direct_cost, cost, "{name}");
        assert_eq!(joined.of_other_years.is_empty(), cost.is_some(), "{name}");
    }
}

#[test]
fn where_revenue_is_added_its_costs_and_counts_are() {
    let month = |name: &str, month: i8| {
        let customer = Customer {
            direct_cost: Some(Cents(60)),
            other_cost: Cents(1),
            orders: Some(2),
            hours: Some(3.0),
            ..sold("", "Alfa", 100)
        };
        let list = reading(SourceKind::Transactions, name, vec![customer]);
        days(list, (2025, month, 3), (2025, month, 27))
    };
    let months = [
        month("jan.csv", 1),
        month("feb.csv", 2),
        month("mrt.csv", 3),
    ];
    let joined = join(&months, &JoinDecisions::default());
    let alfa = &joined.customers[0];
    assert_eq!(
        (alfa.revenue, alfa.direct_cost),
        (Some(Cents(300)), Some(Cents(180)))
    );
    assert_eq!(
        (alfa.other_cost, alfa.orders, alfa.hours),
        (Cents(3), Some(6), Some(9.0))
    );
    // One that counts by itself has its own.
    let decisions = JoinDecisions {
        revenue: vec![FileKey::of(&months[1].source)],
        ..JoinDecisions::default()
    };
    let joined = join(&months, &decisions);
    assert_eq!(joined.customers[0].direct_cost, Some(Cents(60)));
}

/// The last invoice of a year is now and then of the next.
#[test]
fn an_invoice_of_january_makes_no_other_year() {
    let list = Customer {
        direct_cost: Some(Cents(7)),
        ..sold("", "Alfa", 500)
    };
    let list = reading(SourceKind::Customers, "klanten-2025.csv", vec![list]);
    let invoices = reading(
        SourceKind::Transactions,
        "f.csv",
        vec![sold("", "Alfa", 400)],
    );
    let invoices = days(invoices, (2025, 2, 10), (2026, 1, 2));
    let joined = join(&[list, invoices], &JoinDecisions::default());
    assert_eq!(joined.customers[0].direct_cost, Some(Cents(7)));
}

/// The other year's revenue does not count, so its months say nothing about how often it buys now.
#[test]
fn only_files_whose_revenue_counts_say_when_a_customer_bought() {
    let year = |name: &str, year: i16| {
        let mut customer = sold("", "Alfa", 100);
        customer.bought.add(Date::new(year, 3, 1).expect("a day"));
        let of_year = reading(SourceKind::Transactions, name, vec![customer]);
        days(of_year, (year, 1, 1), (year, 12, 31))
    };
    let joined = join(
        &[year("2024.csv", 2024), year("2025.csv", 2025)],
        &JoinDecisions::default(),
    );
    let day = Date::new(2025, 3, 1).expect("a day");
    assert_eq!(joined.customers[0].bought.period(), Some((day, day)));
}

/// The number of a tax group is on every customer that belongs to it.
#[test]
fn a_registration_that_several_customers_of_a_list_carry_decides_nothing() {
    let registered = |customer: Customer| Customer {
        registrations: vec!["NL001234567B01".to_owned()],
        ..customer
    };
    let list = vec![
        registered(listed("1", "Bakker Holding")),
        registered(listed("2", "Bakker Vastgoed")),
    ];
    let invoices = vec![registered(sold("2", "Bakker Vastgoed", 100))];
    let joined = join(
        &[
            reading(SourceKind::CustomerList, "klanten.csv", list),
            reading(SourceKind::Transactions, "facturen.csv", invoices),
        ],
        &JoinDecisions::default(),
    );
    assert_eq!(
        rows(&joined),
        [
            ("Bakker Holding", None, None),
            ("Bakker Vastgoed", Some(100), None)
        ]
    );
}
