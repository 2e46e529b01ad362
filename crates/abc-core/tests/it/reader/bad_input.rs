//! Files that are not what they should be: a clear refusal, or a counted rejection.

use abc_core::intake::{IntakeError, RejectReason};

use abc_core::join::JoinDecisions;
use abc_core::project::{Project, check};

use super::read;

fn refusal(bytes: &[u8]) -> IntakeError {
    read(bytes).expect_err("a refused file")
}

/// What the readers let through, and the project does not, could never be saved.
#[test]
fn what_is_read_can_be_saved() {
    let persons: Vec<String> = (0..10_100).map(|n| format!("A;Jan {n};1\n")).collect();
    let persons = persons.concat();
    let long = format!("{} bv", "naam".repeat(300));
    let cases = [
        "Klant;Omzet;Betaaldagen\nA;100;30\nB;100;20250131123456\n".to_owned(),
        "Klant;Omzet;Maanden klant\nA;100;30\nB;100;20250131123456\n".to_owned(),
        format!("Klant;Medewerker;Uren\n{persons}"),
        format!(
            "Klant;Datum;Bedrag\n{long};;\n;01-02-2025;10,00\n;02-02-2025;20,00\nAlfa;;\n;03-02-2025;5,00\n;04-02-2025;6,00\n"
        ),
    ];
    for text in cases {
        let (customers, read) = read(text.as_bytes()).expect("a readable file");
        let readings = vec![read.into_reading(customers)];
        let project = Project::default().rejoined(readings, JoinDecisions::default());
        let start = text.get(..60).unwrap_or(&text);
        assert_eq!(check(&project), Ok(()), "{start}");
    }
}

#[test]
fn what_is_no_customer_list_is_refused_by_its_content() {
    let cases: [(&str, &[u8], IntakeError); 26] = [
        ("nothing", b"", IntakeError::EmptyFile),
        ("white space", b" \r\n\r\n", IntakeError::EmptyFile),
        ("a mark only", b"\xef\xbb\xbf", IntakeError::EmptyFile),
        ("header only", b"Klant;Omzet\r\n", IntakeError::NoRows),
        ("header and blanks", b"Klant;Omzet\r\n;\r\n", IntakeError::NoRows),
        ("jpeg", b"\xff\xd8\xff\xe0\0\x10JFIF\0", IntakeError::IsImage),
        ("png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", IntakeError::IsImage),
        ("gif", b"GIF89a\x01\0\x01\0", IntakeError::IsImage),
        ("webp", b"RIFF\x10\0\0\0WEBPVP8 ", IntakeError::IsImage),
        ("heic", b"\0\0\0\x18ftypheic\0\0\0\0", IntakeError::IsImage),
        ("pdf", b"%PDF-1.7\n1 0 obj", IntakeError::IsPdf),
        ("zip", b"PK\x03\x04\x14\0\0\0\0\0foto.txt", IntakeError::IsArchive),
        ("xlsx", b"PK\x03\x04\x14\0\x06\0[Content_Types].xml", IntakeError::IsXlsx),
        ("gzip", b"\x1f\x8b\x08\0\0\0\0\0", IntakeError::IsArchive),
        ("xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", IntakeError::IsXls),
        ("html", b"<!DOCTYPE html>\n<html><body>", IntakeError::IsHtml),
        ("xml", b"<?xml version=\"1.0\"?>\n<a/>", IntakeError::IsXml),
        ("auditfile", b"<?xml version=\"1.0\"?>\n<auditfile xmlns=\"x\">", IntakeError::IsXaf),
        ("json", b"[{\"klant\": 1}]", IntakeError::IsJson),
        ("bytes", &[7; 400], IntakeError::NotText),
        ("no amounts", b"Klant;Plaats\r\nA;Breda\r\nB;Leek\r\n", IntakeError::NoAmountColumn),
        ("amounts that are words", b"Klant;Omzet\r\nA;veel\r\nB;weinig\r\n", IntakeError::NoAmountColumn),
        ("no names", b"Factuurnr;Bedrag\r\n1;10,00\r\n2;20,00\r\n", IntakeError::NoNameColumn),
        ("one column", b"Jansen\r\nPietersen\r\n", IntakeError::NoDelimiter),
        (
            "prose",
            b"Beste lezer\r\nDit is een brief die nergens over gaat en toch lang duurt zonder tabel\r\n",
            IntakeError::NoTable,
        ),
        ("only a separator hint", b"sep=;\r\n", IntakeError::NoRows),
    ];
    for (what, bytes, expected) in cases {
        assert_eq!(refusal(bytes), expected, "{what}");
    }
}

#[test]
fn five_thousand_columns_are_refused() {
    let header: Vec<String> = (0..5_000).map(|column| format!("Kolom {column}")).collect();
    let row = vec!["1"; 5_000].join(";");
    let text = format!("{}\r\n{row}\r\n{row}\r\n", header.join(";"));
    let too_many = IntakeError::TooManyColumns {
        n: 5_000,
        max: 1_024,
    };
    assert_eq!(refusal(text.as_bytes()), too_many);
}

#[test]
fn a_field_of_ten_megabytes_costs_its_own_row() {
    let long = "x".repeat(10_000_000);
    for field in [long.clone(), format!("\"{long}\"")] {
        let text = format!("Klant;Omzet\r\nA;10,00\r\n{field};20,00\r\nB;30,00\r\n");
        let (customers, read) = read(text.as_bytes()).expect("a readable file");
        assert_eq!(customers.len(), 2);
        assert_eq!(read.source.revenue_cents, 4_000);
        let rejected = &read.source.rejected;
        assert_eq!((rejected.len(), rejected[0].line), (1, 3));
        assert_eq!(rejected[0].reason, RejectReason::FieldTooLong);
        assert_eq!(rejected[0].text.chars().count(), 200);
    }
}

#[test]
fn an_endless_quoted_field_names_its_line() {
    let text = format!("Klant;Omzet\r\nA;10,00\r\n\"{}", "x".repeat(3_000_000));
    assert_eq!(
        refusal(text.as_bytes()),
        IntakeError::UnterminatedQuote { line: 3 }
    );
}

#[test]
fn an_unclosed_quote_costs_its_own_row_also_in_front_of_quoted_rows() {
    let text = "Klant;Omzet\r\n\"A;10,00\r\n\"B\";20,00\r\nC;30,00\r\n";
    let (customers, read) = read(text.as_bytes()).expect("a readable file");
    let names: Vec<&str> = customers
        .iter()
        .map(|customer| customer.name.as_str())
        .collect();
    assert_eq!(names, ["B", "C"]);
    assert_eq!(read.source.rejected[0].reason, RejectReason::QuoteError);
    assert_eq!(read.source.rejected[0].line, 2);
}

#[test]
fn formulas_and_markup_in_names_are_text() {
    let names = [
        "=cmd|' /C calc'!A0",
        "<img src=x onerror=alert(1)>",
        "+31 BV",
        "@SUM(A1)",
    ];
    let rows = names.map(|name| format!("{name};10,00\r\n")).concat();
    let (customers, _) =
        read(format!("Klant;Omzet\r\n{rows}").as_bytes()).expect("a readable file");
    let found: Vec<&str> = customers
        .iter()
        .map(|customer| customer.name.as_str())
        .collect();
    assert_eq!(found, names);
}

#[test]
fn hours_and_ratings_out_of_range_refuse_their_row() {
    let text = "Klant;Omzet;Uren;Potentie\r\n\
        A;10,00;5;3\r\nB;10,00;-2000000000;3\r\nC;10,00;5;6\r\nD;10,00;5;2,5\r\nE;10,00;2:30;\r\nF;10,00;veel;1\r\n";
    let (customers, read) = read(text.as_bytes()).expect("a readable file");
    assert_eq!(
        customers.iter().map(|c| c.hours).collect::<Vec<_>>(),
        [Some(5.0), Some(2.5)]
    );
    let rejected: Vec<_> = read
        .source
        .rejected
        .iter()
        .map(|row| (row.line, row.reason, row.column))
        .collect();
    let expected = [
        (3, RejectReason::HoursInvalid, Some(2)),
        (4, RejectReason::RatingInvalid, Some(3)),
        (5, RejectReason::RatingInvalid, Some(3)),
        (7, RejectReason::HoursInvalid, Some(2)),
    ];
    assert_eq!(rejected, expected);
}

#[test]
fn amounts_off_the_scale_are_refused_and_the_rest_counts() {
    let text = "Klant;Omzet\r\nA;90.000.000.000.000.000,00\r\nA;90.000.000.000.000.000,00\r\nB;1,00\r\n\
        C;900.000.000.000.000.000.000,00\r\n";
    let (customers, read) = read(text.as_bytes()).expect("a readable file");
    assert_eq!(customers.len(), 2);
    let reasons: Vec<_> = read
        .source
        .rejected
        .iter()
        .map(|row| (row.line, row.reason))
        .collect();
    assert_eq!(
        reasons,
        [
            (3, RejectReason::AmountOutOfRange),
            (5, RejectReason::AmountOutOfRange)
        ]
    );
    assert_eq!(read.source.revenue_cents, 9_000_000_000_000_000_100);
}
