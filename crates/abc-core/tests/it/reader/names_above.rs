//! Customers that stand above their rows.

use abc_core::intake::{FileFlag, IgnoreReason, IntakeError, ReadOptions};
use abc_core::mapping::{Choice, QuestionId};

use super::{read, read_in_chunks};

/// What a text gives: names, cents, and the counts of accepted, rejected and ignored rows.
fn read_as(text: &str) -> (Vec<(String, i64)>, [u64; 3]) {
    let (customers, read) = read(text.as_bytes()).expect("a readable file");
    let tally = read.source.tally;
    let names = customers.iter().map(|customer| {
        let revenue = customer.revenue.expect("a revenue");
        (customer.name.clone(), revenue.0)
    });
    (
        names.collect(),
        [tally.accepted, tally.rejected, tally.ignored],
    )
}

fn party(name: &str, cents: i64) -> (String, i64) {
    (name.to_owned(), cents)
}

#[test]
fn rows_without_a_name_are_of_the_customer_above() {
    // A pivot table writes each label once.
    let pivot = "Klant;Factuur;Bedrag\nBakker;F1;100,00\n;F2;50,00\n;F3;25,00\nSlager;F4;30,00\n;F5;-10,00\nTotaal;;195,00\n";
    let given = [party("Bakker", 17_500), party("Slager", 2_000)];
    assert_eq!(read_as(pivot), (given.to_vec(), [5, 0, 1]));
    // A report has a heading per customer, and the sum below its rows.
    let report = "Klant;Datum;Bedrag\nBakker;;\n;02-01-2025;100,00\n;03-01-2025;50,00\nTotaal Bakker;;150,00\nSlager;;\n;04-01-2025;30,00\n;05-01-2025;5,00\n;;35,00\nTotaal;;185,00\n";
    let given = [party("Bakker", 15_000), party("Slager", 3_500)];
    assert_eq!(read_as(report), (given.to_vec(), [4, 0, 5]));
}

#[test]
fn a_total_proves_that_rows_without_a_name_count() {
    let totals = "Klant;Jaar;Omzet\nBakker;2024;150,00\n;2025;120,00\nTotaal Bakker;;270,00\nSlager;2024;20,00\n;2025;10,00\nTotaal Slager;;30,00\nSmid;2025;5,00\nTotaal Smid;;5,00\nEindtotaal;;305,00\n";
    let given = [
        party("Bakker", 27_000),
        party("Slager", 3_000),
        party("Smid", 500),
    ];
    assert_eq!(read_as(totals), (given.to_vec(), [5, 0, 4]));
    let end_only = "Klant;Jaar;Omzet\nBakker;2024;150,00\n;2025;120,00\nSlager;2024;20,00\n;2025;10,00\nSmid;2025;5,00\nTotaal;;305,00\n";
    assert_eq!(read_as(end_only), (given.to_vec(), [5, 0, 1]));
}

#[test]
fn what_breaks_an_amount_down_is_not_counted_again() {
    let outline = "Klant;Factuur;Bedrag\nBakker;;150,00\n;F1;100,00\n;F2;50,00\nSlager;;30,00\n;F3;20,00\n;F4;10,00\n";
    let given = [party("Bakker", 15_000), party("Slager", 3_000)];
    assert_eq!(read_as(outline), (given.to_vec(), [2, 4, 0]));
}

#[test]
fn a_few_rows_without_a_name_are_of_nobody() {
    let text = "Klant;Plaats;Bedrag\nBakker;Leek;10,00\n;Leek;20,00\nSlager;Roden;30,00\n;Roden;5,00\nSmid;Peize;1,00\n";
    let (customers, counts) = read_as(text);
    assert_eq!((customers.len(), counts), (3, [3, 2, 0]));
}

#[test]
fn the_answer_is_asked_with_its_totals_and_followed() {
    let text = b"Klant;Factuur;Bedrag\nBakker;F1;100,00\n;F2;50,00\n;F3;25,00\n";
    let (_, before) = read(text).expect("a readable file");
    let questions = before.source.questions;
    let [question] = questions.as_slice() else {
        panic!("one question, not {questions:?}");
    };
    let promised = question.answers.iter().map(|answer| answer.totals);
    assert_eq!(
        (question.id, promised.collect::<Vec<_>>()),
        (
            QuestionId::NamesAbove,
            vec![Some((1, 17_500)), Some((1, 10_000))]
        )
    );
    for (choice, cents) in [(Choice::Yes, 17_500), (Choice::No, 10_000)] {
        let options = ReadOptions {
            answers: vec![(QuestionId::NamesAbove, choice)],
            ..ReadOptions::default()
        };
        let (_, after) = read_in_chunks(text, 5, options).expect("a readable file");
        assert_eq!(after.source.revenue_cents, cents);
    }
}

#[test]
fn a_table_without_a_column_of_names_has_them_in_its_headings() {
    let text = "Omzet per debiteur\n\nDatum;Factuur;Bedrag\n10001 Bakker BV;;\n02-01-2025;F1;100,00\n03-01-2025;F2;50,00\nTotaal 10001 Bakker BV;;150,00\n10002 - 3M Nederland;;\n04-01-2025;F3;30,00\nTotaal;;180,00\n";
    let (customers, read) = read(text.as_bytes()).expect("a readable file");
    let found: Vec<_> = customers
        .iter()
        .map(|customer| {
            (
                customer.code.as_str(),
                customer.name.as_str(),
                customer.n_rows,
            )
        })
        .collect();
    assert_eq!(
        found,
        [("10001", "Bakker BV", 2), ("10002", "3M Nederland", 1)]
    );
    assert_eq!(read.source.revenue_cents, 18_000);
    assert_eq!(read.source.file_flags, [FileFlag::NamesInHeadings]);
    let groups = read.source.ignored.iter().map(|noted| noted.reason);
    assert_eq!(
        groups.collect::<Vec<_>>(),
        [
            IgnoreReason::TitleRow,
            IgnoreReason::EmptyLine,
            IgnoreReason::GroupRow,
            IgnoreReason::SubtotalRow,
            IgnoreReason::GroupRow,
            IgnoreReason::TotalRow
        ]
    );
}

#[test]
fn a_heading_may_say_that_it_is_a_customer_and_stand_above_the_header() {
    let text = "Debiteur: 10001 Bakker BV\nDatum;Factuur;Bedrag\n02-01-2025;F1;100,00\nDebiteur: 10002 Slager\nDatum;Factuur;Bedrag\n03-01-2025;F2;50,00\n";
    let given = [party("Bakker BV", 10_000), party("Slager", 5_000)];
    assert_eq!(read_as(text), (given.to_vec(), [2, 0, 3]));
    let cells = "Datum;Factuur;Bedrag\nDebiteur;10001;Bakker BV\n02-01-2025;F1;100,00\nDebiteur;10002;Slager\n03-01-2025;F2;50,00\n";
    assert_eq!(read_as(cells), (given.to_vec(), [2, 0, 2]));
}

#[test]
fn lines_of_no_customer_are_no_table_of_customers() {
    let text =
        b"Datum;Omschrijving;Bedrag\n02-01-2025;Koffie;100,00\n03-01-2025;Thee;50,00\nOverig;;\n";
    assert_eq!(read(text).map(|_| ()), Err(IntakeError::NoNameColumn));
}

#[test]
fn a_name_that_is_refused_still_ends_the_rows_of_the_one_before() {
    let text = "Klant;Factuur;Bedrag\nBakker;F1;100,00\n;F2;50,00\n;F3;25,00\nSlager;F4;ca. 30\n;F5;10,00\nSmid;2025;\n;F6;7,00\n";
    let given = [
        party("Bakker", 17_500),
        party("Slager", 1_000),
        party("Smid", 700),
    ];
    assert_eq!(read_as(text), (given.to_vec(), [5, 2, 0]));
}

#[test]
fn what_comes_after_the_total_of_all_is_of_nobody() {
    let text = "Klant;Jaar;Omzet\nBakker;2024;150,00\n;2025;120,00\nSlager;2024;20,00\n;2025;10,00\nTotaal;;300,00\n;BTW 21%;63,00\n";
    let given = [party("Bakker", 27_000), party("Slager", 3_000)];
    assert_eq!(read_as(text), (given.to_vec(), [4, 0, 2]));
}

#[test]
fn invoices_of_a_day_and_a_number_are_no_sums_of_those_before() {
    let text = "Datum;Nummer;Bedrag\nDebiteur: 10001 Bakker;;\n02-01-2025;1001;100,00\n03-01-2025;1002;50,00\n04-01-2025;1003;150,00\nDebiteur: 10002 Slager;;\n05-01-2025;1004;250,00\n06-01-2025;1005;250,00\n07-01-2025;1006;500,00\n;;1.000,00\n";
    let given = [party("Bakker", 30_000), party("Slager", 100_000)];
    assert_eq!(read_as(text), (given.to_vec(), [6, 0, 3]));
    let described = "Datum;Omschrijving;Bedrag\nDebiteur: 10001 Bakker;;\n02-01-2025;Verbouwing totaal;100,00\n03-01-2025;Meerwerk;50,00\n";
    assert_eq!(
        read_as(described),
        (vec![party("Bakker", 15_000)], [2, 0, 1])
    );
}

#[test]
fn a_total_that_does_not_count_the_rows_below_proves_that_they_are_parts() {
    let levels = "Klant;Jaar;Maand;Omzet\nBakker;;;150,00\n;2024;;100,00\n;;jan;60,00\n;;feb;40,00\n;2025;;50,00\nSlager;;;30,00\n;2024;;30,00\n;;jan;30,00\nEindtotaal;;;180,00\n";
    let given = [party("Bakker", 15_000), party("Slager", 3_000)];
    assert_eq!(read_as(levels), (given.to_vec(), [2, 6, 1]));
}

#[test]
fn equal_instalments_count_where_the_total_says_so_and_are_asked_about_elsewhere() {
    let text = "Klant;Maand;Omzet\nBakker;jan;10,00\n;feb;10,00\nSlager;jan;5,00\n;feb;5,00\n";
    let (_, without) = read(text.as_bytes()).expect("a readable file");
    let questions = without.source.questions;
    let promised: Vec<_> = questions
        .iter()
        .map(|question| {
            let answers = question.answers.iter().map(|answer| answer.totals);
            (
                question.id,
                question.is_blocking,
                answers.collect::<Vec<_>>(),
            )
        })
        .collect();
    let offers = vec![Some((2, 1_500)), Some((2, 3_000))];
    assert_eq!(promised, [(QuestionId::NamesAbove, false, offers)]);
    let with = format!("{text}Totaal;;30,00\n");
    let given = [party("Bakker", 2_000), party("Slager", 1_000)];
    assert_eq!(read_as(&with), (given.to_vec(), [4, 0, 1]));
}

#[test]
fn headings_that_do_not_say_what_they_are_are_asked_about_and_accounts_are_none() {
    let text = b"Datum;Factuur;Bedrag\n10001 Bakker;;\n02-01-2025;F1;100,00\n10002 Slager;;\n;losse tekst;\n03-01-2025;F2;50,00\n";
    let (customers, before) = read(text).expect("a readable file");
    assert_eq!(customers.len(), 2);
    let questions = &before.source.questions;
    let asked = questions.first().expect("a question");
    let promised: Vec<_> = asked.answers.iter().map(|answer| answer.totals).collect();
    assert_eq!(
        (asked.id, asked.is_blocking, promised),
        (QuestionId::NamesAbove, true, vec![Some((2, 15_000)), None])
    );
    for other in [
        "Datum;Factuur;Bedrag\n8000 Omzet hoog;;\n02-01-2025;F1;100,00\n8010 Omzet laag;;\n03-01-2025;F2;50,00\n",
        "Datum;Factuur;Bedrag\nJanuari 2025;;\n02-01-2025;F1;100,00\nFebruari 2025;;\n03-02-2025;F2;50,00\n",
        "Debiteur: alle debiteuren\nPeriode: 2025\nDatum;Factuur;Bedrag\n02-01-2025;F1;100,00\n03-02-2025;F2;50,00\n",
    ] {
        let refused = read(other.as_bytes()).map(|_| ());
        assert_eq!(refused, Err(IntakeError::NoNameColumn), "{other}");
    }
}
