//! Whatever is decided, nothing is lost and nothing counts twice.

use proptest::prelude::*;
use proptest::sample::select;

use super::{
    FileKey, JoinDecisions, Joined, SourceKind, Spelled, Verdict, join, listed, reading, sold,
    worked,
};
use crate::customers::Customer;
use crate::money::Cents;
use crate::readings::{Reading, Unassigned};

const NAMES: [&str; 9] = [
    "Jansen",
    "JANSEN",
    "Jansen BV",
    "Jansén",
    "Smit & Zn",
    "Smit en Zn",
    "Smit",
    "Intern",
    "",
];

fn party(kind: SourceKind) -> impl Strategy<Value = Customer> {
    (
        select(vec!["", "1", "2", "3"]),
        select(NAMES.to_vec()),
        0_i64..1_000,
    )
        .prop_map(move |(code, name, figure)| match kind {
            SourceKind::Hours => Customer {
                code: code.to_owned(),
                ..worked(name, figure.unsigned_abs())
            },
            SourceKind::CustomerList => listed(code, name),
            _ => sold(code, name, figure),
        })
}

fn file() -> impl Strategy<Value = Reading> {
    let kinds = vec![
        SourceKind::Auditfile,
        SourceKind::Customers,
        SourceKind::CustomerList,
        SourceKind::Hours,
        SourceKind::Hours,
    ];
    (select(kinds), 0..2_u8).prop_flat_map(|(kind, copy)| {
        (
            prop::collection::vec(party(kind), 0..5),
            0_i64..100,
            0_u64..100,
        )
            .prop_map(move |(mut parties, revenue, seconds)| {
                // Whoever read the file took equal numbers and names together.
                let mut seen = std::collections::BTreeSet::new();
                parties.retain(|party| seen.insert(Spelled::of(party)));
                let is_hours = kind == SourceKind::Hours;
                Reading {
                    unassigned: Unassigned {
                        revenue: Cents(if is_hours { 0 } else { revenue }),
                        seconds: if is_hours { seconds } else { 0 },
                    },
                    ..reading(kind, &format!("bestand {copy}"), parties)
                }
            })
    })
}

fn spelled() -> impl Strategy<Value = Spelled> {
    prop_oneof![
        select(NAMES.to_vec()).prop_map(|name| Spelled::of(&listed("", name))),
        select(vec!["1", "2", "3"]).prop_map(|code| Spelled::Code(code.to_owned())),
    ]
}

fn decisions() -> impl Strategy<Value = JoinDecisions> {
    let pair = (spelled(), spelled(), any::<bool>());
    let split = (
        select(vec![SourceKind::Hours, SourceKind::Customers]),
        spelled(),
    );
    (
        prop::collection::vec(pair, 0..4),
        prop::collection::btree_set(split, 0..3),
        prop::collection::btree_set(spelled(), 0..3),
        any::<Option<bool>>(),
    )
        .prop_map(|(pairs, apart, own, counts)| {
            let file = FileKey {
                kind: SourceKind::Hours,
                name: "bestand 0 (1)".to_owned(),
                sheet: None,
                nth: 0,
            };
            let mut decisions = JoinDecisions {
                apart,
                own,
                copies: counts.map(|counts| (file, counts)).into_iter().collect(),
                ..JoinDecisions::default()
            };
            for (a, b, is_same) in pairs {
                decisions.decide(
                    a,
                    b,
                    if is_same {
                        Verdict::Same
                    } else {
                        Verdict::Different
                    },
                );
            }
            decisions
        })
}

fn revenue_of(readings: &[&Reading]) -> i64 {
    let of = |reading: &&Reading| -> i64 {
        let parties = reading.parties.iter().filter_map(|party| party.revenue);
        parties.map(|amount| amount.0).sum::<i64>() + reading.unassigned.revenue.0
    };
    readings.iter().map(of).sum()
}

fn seconds_of(reading: &Reading) -> u64 {
    let parties = reading.parties.iter().filter_map(Customer::seconds);
    parties.sum::<u64>() + reading.unassigned.seconds
}

/// Files, some of which came in once more under another name.
fn files() -> impl Strategy<Value = Vec<Reading>> {
    let again = prop::collection::vec(any::<prop::sample::Index>(), 0..2);
    (prop::collection::vec(file(), 0..4), again).prop_map(|(mut files, again)| {
        for index in again {
            if !files.is_empty() {
                let mut copy = files[index.index(files.len())].clone();
                copy.source.name.push_str(" (1)");
                files.push(copy);
            }
        }
        files
    })
}

fn check(readings: &[Reading], decisions: &JoinDecisions) -> Result<Joined, TestCaseError> {
    let joined = join(readings, decisions);
    for copied in &joined.copies {
        let (copy, original) = (
            &readings[copied.reading as usize],
            &readings[copied.of as usize],
        );
        prop_assert!(copied.of < copied.reading);
        prop_assert_eq!(seconds_of(copy), seconds_of(original));
        prop_assert_eq!(revenue_of(&[copy]), revenue_of(&[original]));
    }
    let is_left_out = |at: usize| {
        let mut copies = joined.copies.iter();
        copies.any(|copied| copied.reading as usize == at && !copied.counts)
    };
    let is_read = |(at, reading): &(usize, &Reading)| {
        reading.source.kind != SourceKind::Hours || !is_left_out(*at)
    };
    let read = || readings.iter().enumerate().filter(is_read);
    let seconds: u64 = joined.customers.iter().filter_map(Customer::seconds).sum();
    let told: u64 = read().map(|(_, reading)| seconds_of(reading)).sum();
    prop_assert_eq!(seconds + joined.unassigned.seconds, told);

    let revenue: i64 = joined
        .customers
        .iter()
        .filter_map(|c| c.revenue)
        .map(|c| c.0)
        .sum();
    let total = revenue + joined.unassigned.revenue.0;
    let tells = |reading: &&Reading| revenue_of(&[*reading]) != 0;
    let counted = readings.iter().enumerate();
    let counted = counted.filter(|(at, _)| !is_left_out(*at));
    let files: Vec<&Reading> = counted.map(|(_, reading)| reading).filter(tells).collect();
    let is_one = files.iter().any(|file| revenue_of(&[*file]) == total);
    prop_assert!(
        is_one || total == revenue_of(&files) || is_sum_of_some(&files, total),
        "{} is of no file",
        total
    );

    let n_parties: usize = read().map(|(_, reading)| reading.parties.len()).sum();
    let in_customers: usize = (0..joined.customers.len())
        .map(|at| joined.origins.of(at).len())
        .sum();
    prop_assert_eq!(in_customers + joined.unmatched.len(), n_parties);
    Ok(joined)
}

/// Files of one kind that tell different revenue count together.
fn is_sum_of_some(files: &[&Reading], total: i64) -> bool {
    [SourceKind::Auditfile, SourceKind::Customers]
        .iter()
        .any(|kind| {
            let of_kind: Vec<&Reading> = files
                .iter()
                .copied()
                .filter(|file| file.source.kind == *kind)
                .collect();
            revenue_of(&of_kind) == total
        })
        || total == 0
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn every_cent_and_second_of_the_readings_is_in_the_result(
        readings in files(),
        decisions in decisions(),
    ) {
        check(&readings, &decisions)?;
    }

    #[test]
    fn what_is_accepted_is_joined_and_proposed_no_more(
        readings in files(),
    ) {
        let mut decisions = JoinDecisions::default();
        let before = check(&readings, &decisions)?;
        let Some(proposal) = before.proposals.first() else { return Ok(()) };
        let (left, right) = (&proposal.left.spelled, &proposal.right.spelled);
        decisions.decide(left.clone(), right.clone(), Verdict::Same);
        let after = check(&readings, &decisions)?;
        let is_this = |p: &super::Proposal| &p.left.spelled == left && &p.right.spelled == right;
        prop_assert!(!after.proposals.iter().any(is_this));
    }
}
