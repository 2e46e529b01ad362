use proptest::prelude::*;

use super::{Damage, Scanner};

type Records = Vec<(u64, Vec<String>)>;

/// Scans in chunks; damaged records come as their raw text.
fn scan(text: &[u8], chunk_len: usize) -> (Records, Vec<(u64, Damage)>) {
    let mut scanner = Scanner::new(b';');
    let (mut records, mut damage) = (Vec::new(), Vec::new());
    let mut take = |scanner: &mut Scanner| {
        while let Some(record) = scanner.next_record() {
            if let Some(what) = record.damage {
                damage.push((record.line, what));
                continue;
            }
            let cells = record
                .fields()
                .map(|cell| String::from_utf8_lossy(&cell).into_owned());
            records.push((record.line, cells.collect()));
        }
    };
    for chunk in text.chunks(chunk_len) {
        scanner.room().extend_from_slice(chunk);
        take(&mut scanner);
    }
    scanner.close();
    take(&mut scanner);
    (records, damage)
}

fn lines_and_cells(text: &str) -> Vec<(u64, String)> {
    let (records, _) = scan(text.as_bytes(), 3);
    records
        .into_iter()
        .map(|(line, cells)| (line, cells.join("|")))
        .collect()
}

#[test]
fn records_are_named_by_the_line_they_start_on() {
    let cases: [(&str, &[(u64, &str)]); 12] = [
        ("a;b\nc;d", &[(1, "a|b"), (2, "c|d")]),
        ("a;b\r\nc;d\r\n", &[(1, "a|b"), (2, "c|d")]),
        ("a;b\rc;d\r", &[(1, "a|b"), (2, "c|d")]),
        ("a\n\n\r\nb", &[(1, "a"), (2, ""), (3, ""), (4, "b")]),
        ("\"a\r\nb\";c\r\nd", &[(1, "a\r\nb|c"), (3, "d")]),
        ("\"a\rb\nc\";d\ne", &[(1, "a\rb\nc|d"), (4, "e")]),
        ("a;\nb;;", &[(1, "a|"), (2, "b||")]),
        ("\"a\"\"b\";\"\";c\"d", &[(1, "a\"b||c\"d")]),
        ("\"a\"b\"c;d\n", &[(1, "ab\"c|d")]),
        ("a;  \"b;c\"\n  d", &[(1, "a|b;c"), (2, "  d")]),
        (" \"a\"; ", &[(1, "a| ")]),
        ("                 \"a\"", &[(1, "                 \"a\"")]),
    ];
    for (text, expected) in cases {
        let expected: Vec<(u64, String)> = expected
            .iter()
            .map(|(line, cells)| (*line, (*cells).to_owned()))
            .collect();
        assert_eq!(lines_and_cells(text), expected, "{text:?}");
    }
}

#[test]
fn a_bad_quote_costs_its_own_line_only() {
    let cases: [(&str, &[u64], &[u64]); 4] = [
        // Never closed.
        ("a;b\n\"c;d\ne;f\n", &[1, 3], &[2]),
        // "Closed" by the quote of a later line.
        ("\"a;b\nc;d\n\"e\";f\n", &[2, 3], &[1]),
        // On the last line.
        ("a;b\n\"c", &[1], &[2]),
        // After a quoted field that rightly has two lines.
        ("\"a\nb\";\"c\nd;e\n", &[3], &[1]),
    ];
    for (text, good, bad) in cases {
        for chunk_len in [1, 2, 100] {
            let (records, damage) = scan(text.as_bytes(), chunk_len);
            assert_eq!(
                records.iter().map(|(line, _)| *line).collect::<Vec<_>>(),
                good,
                "{text:?}"
            );
            assert_eq!(
                damage.iter().map(|(line, _)| *line).collect::<Vec<_>>(),
                bad,
                "{text:?}"
            );
        }
    }
}

/// What the csv crate reads; it leaves empty lines out.
fn oracle(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(b';')
        .from_reader(text.as_bytes());
    reader
        .records()
        .map(|record| record.expect("text").iter().map(str::to_owned).collect())
        .collect()
}

/// A well-formed cell: quoted where it must be.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zé,.0-9 ]{0,12}",
        "[a-z;\"\n\r é]{0,12}".prop_map(|text| format!("\"{}\"", text.replace('"', "\"\""))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn well_formed_text_is_read_as_the_csv_crate_reads_it(
        rows in prop::collection::vec(prop::collection::vec(cell(), 1..6), 0..12),
        end in prop_oneof![Just("\n"), Just("\r\n")],
        ends_last: bool,
        chunk_len in 1_usize..50,
    ) {
        let mut text = rows.iter().map(|row| row.join(";")).collect::<Vec<_>>().join(end);
        if ends_last {
            text.push_str(end);
        }
        let (records, damage) = scan(text.as_bytes(), chunk_len);
        prop_assert_eq!(damage, vec![]);
        // A lone empty cell is an empty line to the crate, quoted or not quoted by chance.
        let is_empty = |cells: &[String]| cells.len() == 1 && cells[0].is_empty();
        let ours: Vec<Vec<String>> =
            records.into_iter().map(|(_, cells)| cells).filter(|cells| !is_empty(cells)).collect();
        let theirs: Vec<Vec<String>> = oracle(&text).into_iter().filter(|cells| !is_empty(cells)).collect();
        prop_assert_eq!(ours, theirs);
    }
}
