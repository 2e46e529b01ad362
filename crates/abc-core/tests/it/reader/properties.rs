//! What holds for every file.

use abc_core::customers::Customer;
use abc_core::intake::ReadOptions;
use proptest::prelude::*;

use super::{read, read_in_chunks};

/// A cell that an export might hold, odd ones included.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[A-Za-zé ]{1,12}",
        4 => (-1_000_000_i64..1_000_000).prop_map(|cents| {
            format!("{}{},{:02}", if cents < 0 { "-" } else { "" }, cents.abs() / 100, cents.abs() % 100)
        }),
        1 => Just(String::new()),
        1 => "\"[a-z;\r\n]{0,8}\"",
        1 => Just("\"".to_owned()),
        1 => Just("Totaal".to_owned()),
        1 => "[0-9]{1,3}[.,][0-9]{3}",
        1 => "[0-3][0-9]-[01][0-9]-20[0-9]{2}",
        1 => ".{0,6}",
    ]
}

fn table() -> impl Strategy<Value = String> {
    let row = prop::collection::vec(cell(), 0..5).prop_map(|cells| cells.join(";"));
    let end = prop_oneof![Just("\r\n"), Just("\n"), Just("\r")];
    (prop::collection::vec((row, end), 0..30), any::<bool>()).prop_map(|(rows, has_header)| {
        let header = if has_header {
            "Klant;Omzet;Plaats;Uren\r\n"
        } else {
            ""
        };
        let body: String = rows
            .iter()
            .flat_map(|(row, end)| [row.as_str(), end])
            .collect();
        format!("{header}{body}")
    })
}

/// Customers with one row each, as (name, cents).
fn customer_rows() -> impl Strategy<Value = Vec<(String, i64)>> {
    prop::collection::btree_map(
        "[A-Z][a-z]{2,8} [A-Z]{2}[0-9]{2}",
        1_i64..100_000_000,
        1..25,
    )
    .prop_map(|map| map.into_iter().collect())
}

fn file_of(rows: &[(String, i64)]) -> String {
    let row =
        |(name, cents): &(String, i64)| format!("{name};{},{:02}\n", cents / 100, cents % 100);
    let body = rows.iter().map(row).collect::<Vec<_>>().concat();
    format!("Klant;Omzet\n{body}")
}

fn sorted(mut customers: Vec<Customer>) -> Vec<Customer> {
    customers.sort_by(|a, b| a.name.cmp(&b.name));
    customers
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_record_is_accounted_for(text in table()) {
        if let Ok((customers, read)) = read(text.as_bytes()) {
            let tally = read.source.tally;
            prop_assert_eq!(tally.accepted + tally.rejected + tally.ignored, tally.records);
            prop_assert_eq!(read.source.rejected.len() as u64, tally.rejected);
            prop_assert_eq!(read.source.ignored.len() as u64, tally.ignored);
            let n_rows: u64 = customers.iter().map(|customer| u64::from(customer.n_rows)).sum();
            prop_assert_eq!(n_rows, tally.accepted);
        }
    }

    #[test]
    fn the_customers_add_up_to_the_accepted_rows(text in table()) {
        if let Ok((customers, read)) = read(text.as_bytes()) {
            let sum: i64 = customers.iter().filter_map(|customer| customer.revenue).map(|cents| cents.0).sum();
            prop_assert_eq!(sum, read.source.revenue_cents);
        }
    }

    #[test]
    fn chunks_change_nothing(text in table(), chunk_len in 1_usize..40) {
        let whole = read(text.as_bytes());
        prop_assert_eq!(&read_in_chunks(text.as_bytes(), 1, ReadOptions::default()), &whole);
        prop_assert_eq!(&read_in_chunks(text.as_bytes(), chunk_len, ReadOptions::default()), &whole);
    }

    #[test]
    fn the_order_of_rows_changes_nothing((rows, shuffled) in customer_rows().prop_flat_map(|rows| {
        (Just(rows.clone()), Just(rows).prop_shuffle())
    })) {
        let (customers, first) = read(file_of(&rows).as_bytes()).expect("a readable file");
        let (others, second) = read(file_of(&shuffled).as_bytes()).expect("a readable file");
        prop_assert_eq!(sorted(customers), sorted(others));
        prop_assert_eq!(first.source.revenue_cents, second.source.revenue_cents);
        let expected: i64 = rows.iter().map(|(_, cents)| cents).sum();
        prop_assert_eq!(first.source.revenue_cents, expected);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600), has_header: bool) {
        let mut file = if has_header { b"Klant;Omzet\n".to_vec() } else { Vec::new() };
        file.extend(bytes);
        if let Ok((_, read)) = read(&file) {
            let tally = read.source.tally;
            prop_assert_eq!(tally.accepted + tally.rejected + tally.ignored, tally.records);
        }
    }
}
