use super::{Cell, csv_text};

fn check(text: &str, expected: &str) {
    let csv = csv_text(
        &["n", "t"],
        [vec![Cell::Number("1".into()), Cell::Text(text.into())]],
    );
    assert_eq!(
        csv,
        format!("\u{feff}\"n\";\"t\"\r\n1;{expected}\r\n"),
        "{text:?}"
    );
}

#[test]
fn text_is_quoted_and_formulas_are_neutralised() {
    check("Bakker", "\"Bakker\"");
    check("a;b", "\"a;b\"");
    check("zegt \"ja\"", "\"zegt \"\"ja\"\"\"");
    check("=1+1", "\"'=1+1\"");
    check("  @SUM(A1)", "\"'  @SUM(A1)\"");
    check("\t=1", "\"'\t=1\"");
    check("－1", "\"'－1\"");
    check("twee\nregels", "\"twee\nregels\"");
    check("", "\"\"");
}

#[test]
fn numbers_are_left_alone() {
    let csv = csv_text(&["n"], [vec![Cell::Number("-12,50".into())]]);
    assert!(csv.ends_with("\r\n-12,50\r\n"));
}

#[test]
fn the_csv_crate_reads_back_what_was_written() {
    let rows = ["a;b", "x\"y", "\"", "l1\nl2", "l1\r\nl2", "", "plain"];
    let csv = csv_text(&["t"], rows.map(|text| vec![Cell::Text(text.to_owned())]));
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let read: Vec<String> = reader
        .records()
        .map(|record| record.unwrap().get(0).unwrap().to_owned())
        .collect();
    assert_eq!(read, rows);
}
