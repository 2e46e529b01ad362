//! Rows that are no customers, files that change their mind, and figures besides revenue.

use abc_core::customers::{Bought, TraitKind};
use abc_core::date::Date;
use abc_core::intake::{
    Encoding, FileFlag, FlagReason, IgnoreReason, ReadOptions, RejectReason, SourceKind,
};
use abc_core::mapping::{Choice, Notation, QuestionId, Role};
use abc_core::money::Cents;
use abc_core::protocol::Reader;

use super::{read, read_in_chunks};

#[test]
fn totals_headings_and_notes_are_no_customers() {
    let text = "sep=;\r\nOmzet per regio;;\r\nRegio;Klant;Omzet\r\nNoord;;\r\n;A;100,00\r\n;B;50,00\r\nTotaal Noord;;150,00\r\n\
        Regio;Klant;Omzet\r\nZuid;;\r\n;C;25,00\r\nSubtotaal;;25,00\r\n-----;-----;-----\r\n;;\r\nEindtotaal;;175,00\r\nPagina 1 van 1\r\n";
    let (customers, read) = read(text.as_bytes()).expect("a readable file");
    assert_eq!(customers.len(), 3);
    assert_eq!(read.source.rejected, []);
    assert_eq!(read.source.file_flags, []);
    let ignored: Vec<_> = read
        .source
        .ignored
        .iter()
        .map(|row| (row.line, row.reason))
        .collect();
    let expected = [
        (1, IgnoreReason::SeparatorHint),
        (2, IgnoreReason::TitleRow),
        (4, IgnoreReason::GroupRow),
        (7, IgnoreReason::SubtotalRow),
        (8, IgnoreReason::RepeatedHeader),
        (9, IgnoreReason::GroupRow),
        (11, IgnoreReason::SubtotalRow),
        (12, IgnoreReason::SeparatorLine),
        (13, IgnoreReason::EmptyLine),
        (14, IgnoreReason::TotalRow),
        (15, IgnoreReason::NoteRow),
    ];
    assert_eq!(ignored, expected);
}

#[test]
fn a_total_that_does_not_match_is_said() {
    let (_, read) =
        read(b"Klant;Omzet\r\nA;1,00\r\nB;2,00\r\nTotaal;4,00\r\n").expect("a readable file");
    assert_eq!(read.source.file_flags, [FileFlag::ControlTotalMismatch]);
    assert_eq!(read.source.revenue_cents, 300);
}

#[test]
fn customers_may_be_called_like_totals() {
    let text = "Klant;Omzet\r\nTotaalbouw Peters;1,00\r\nTotaal Wonen BV;2,00\r\nSomers;3,00\r\n";
    let (customers, _) = read(text.as_bytes()).expect("a readable file");
    assert_eq!(customers.len(), 3);
}

/// A file whose first 64 KB are all alike, and one last row.
fn long_file(row: &str, last: &[u8]) -> Vec<u8> {
    let mut bytes = b"Klant;Omzet\r\n".to_vec();
    for index in 0..6_000 {
        bytes.extend_from_slice(format!("Klant {index};{row}\r\n").as_bytes());
    }
    bytes.extend_from_slice(last);
    bytes
}

#[test]
fn a_late_row_settles_the_notation_of_the_whole_column() {
    let (customers, read) = read(&long_file("1.000", b"Z;5.25\r\n")).expect("a readable file");
    assert_eq!(read.source.columns[1].notation, Notation::Dot);
    assert_eq!(customers[0].revenue.map(|cents| cents.0), Some(100));
    assert_eq!(read.source.questions, []);
}

#[test]
fn late_letters_settle_the_encoding_of_the_whole_file() {
    let (customers, read) =
        read(&long_file("1,00", b"Dani\xeblle;5,25\r\n")).expect("a readable file");
    assert_eq!(read.source.encoding, Encoding::Windows1252);
    assert_eq!(
        customers.last().map(|customer| customer.name.as_str()),
        Some("Daniëlle")
    );
}

#[test]
fn a_column_in_two_notations_refuses_what_could_be_either() {
    let text = "Klant;Omzet\r\nA;1.234,50\r\nB;2,225.75\r\nC;1.234\r\nD;12\r\n";
    let (_, read) = read(text.as_bytes()).expect("a readable file");
    assert_eq!(read.source.file_flags, [FileFlag::MixedNumberFormats]);
    assert_eq!(read.source.revenue_cents, 123_450 + 222_575 + 1_200);
    let rejected: Vec<_> = read
        .source
        .rejected
        .iter()
        .map(|row| (row.line, row.reason))
        .collect();
    assert_eq!(rejected, [(4, RejectReason::AmountAmbiguous)]);
}

#[test]
fn lines_are_added_up_by_number_and_dated() {
    let text = "Factuurdatum;Factuurnr;Debiteurnr;Naam;Bedrag excl. btw;Uren\r\n\
        15-01-2025;1;007;Jansen;100,00;2\r\n20-03-2025;2;7;Jansen;50,00;1,5\r\n21-03-2025;3;007;Jansen BV;-20,00;0:30\r\n\
        31-02-2025;4;;JANSEN;1,00;\r\n";
    let (customers, read) = read(text.as_bytes()).expect("a readable file");
    assert_eq!(read.source.kind, SourceKind::Transactions);
    let rows: Vec<_> = customers
        .iter()
        .map(|c| {
            (
                c.code.as_str(),
                c.name.as_str(),
                c.revenue.map(|cents| cents.0),
                c.hours,
                c.n_rows,
            )
        })
        .collect();
    // The line without a number joins the first customer of its name.
    assert_eq!(
        rows,
        [
            ("007", "Jansen", Some(8_100), Some(2.5), 3),
            ("7", "Jansen", Some(5_000), Some(1.5), 1)
        ]
    );
    assert_eq!(
        read.source.period,
        Some((Date::constant(2025, 1, 15), Date::constant(2025, 3, 21)))
    );
    // February, in which nothing was sold, is a month of the year like any other.
    assert_eq!(read.months, Some(3));
    assert_eq!(read.source.flagged.len(), 1);
    assert_eq!(read.source.look_alikes.n_pairs, 1);
}

#[test]
fn a_mistyped_year_does_not_stretch_the_period() {
    let read_on = |today| {
        let options = ReadOptions {
            today,
            ..ReadOptions::default()
        };
        let text = "Datum;Klant;Omzet\r\n15-01-2025;A;1,00\r\n17-02-2125;A;2,00\r\n15-03-0925;A;3,00\r\n21-04-2025;A;4,00\r\n";
        let (_, read) = read_in_chunks(text.as_bytes(), 10, options).expect("a readable file");
        assert_eq!(read.source.revenue_cents, 1_000);
        read
    };
    let read = read_on(Some(Date::constant(2026, 1, 15)));
    assert_eq!(read.months, Some(4));
    let flags: Vec<_> = read
        .source
        .flagged
        .iter()
        .map(|noted| noted.reason)
        .collect();
    assert_eq!(flags, [FlagReason::DateInvalid; 2]);
    // An order for next year is no mistake.
    assert_eq!(
        read_on(Some(Date::constant(2124, 3, 1))).months,
        Some(1_202)
    );
}

#[test]
fn months_since_count_back_from_today() {
    let options = ReadOptions {
        today: Some(Date::constant(2026, 1, 15)),
        ..ReadOptions::default()
    };
    let text = "Klant;Omzet;Klant sinds\r\nA;1,00;15-01-2025\r\nB;1,00;16-01-2025\r\nC;1,00;2030-01-01\r\n";
    let (customers, _) = read_in_chunks(text.as_bytes(), 10, options).expect("a readable file");
    let tenures: Vec<_> = customers
        .iter()
        .map(|customer| customer.tenure_months)
        .collect();
    assert_eq!(tenures, [Some(12.0), Some(11.0), None]);
}

#[test]
fn traits_are_groups_and_numbers() {
    let rows = (0..20).map(|index| {
        let (sector, employees, work) = (index % 3, index % 7, ["dak", "gevel"][index % 2]);
        format!("Klant {index};1{index},00;Branche {sector};{employees};{work};06123456{index:02};Tekst {index}")
    });
    let header = "Klant;Omzet;Branche;Medewerkers;Soort werk;Telefoon;Notitie".to_owned();
    let text = std::iter::once(header)
        .chain(rows)
        .collect::<Vec<_>>()
        .join("\r\n");
    let (customers, read) = read(text.as_bytes()).expect("a readable file");
    let traits: Vec<_> = read
        .trait_columns
        .iter()
        .map(|column| (column.name.as_str(), column.kind, column.values.len()))
        .collect();
    assert_eq!(
        traits,
        [
            ("Branche", TraitKind::Category, 3),
            ("Medewerkers", TraitKind::Number, 7),
            ("Soort werk", TraitKind::Category, 2)
        ]
    );
    assert_eq!(customers[4].traits, [2, 5, 1]);
}

#[test]
fn only_the_first_notes_are_kept_and_all_are_counted() {
    let rows = "A;veel\r\n".repeat(1_000);
    let text = format!("Klant;Omzet\r\nB;1,00\r\nC;2,00\r\n{rows}");
    let mut reader = Reader::new("", text.len() as u64, ReadOptions::default());
    reader.feed(text.as_bytes()).expect("a readable file");
    let (_, read) = reader.finish().expect("a readable file");
    assert_eq!(
        (read.source.rejected.len(), read.source.tally.rejected),
        (200, 1_000)
    );
}

#[test]
fn a_side_that_is_taken_off_leaves_the_other_one() {
    let text = "Klant;Debet;Credit\nAap;;100,00\nNoot;20,00;50,00\nMies;5,00;\n";
    let under = |column: u32, role: Role| {
        let options = ReadOptions {
            roles: vec![(column, role)],
            ..ReadOptions::default()
        };
        let (_, read) = read_in_chunks(text.as_bytes(), 40, options).expect("amounts are left");
        let source = read.source;
        let roles = [source.columns[1].role, source.columns[2].role];
        (roles, source.revenue_cents, source.questions.len())
    };
    let (off, on) = (Role::Ignored, Role::Revenue);
    assert_eq!(under(1, off), ([off, on], 15_000, 0));
    assert_eq!(under(2, off), ([on, off], 2_500, 0));
}

#[test]
fn what_was_said_by_the_user_wins() {
    let text = "Klant;Omzet;Bedrag\r\nA;1,00;5,00\r\nB;2,00;6,00\r\n";
    let options = ReadOptions {
        roles: vec![
            (1, abc_core::mapping::Role::Ignored),
            (2, abc_core::mapping::Role::Revenue),
        ],
        ..ReadOptions::default()
    };
    let (_, read) = read_in_chunks(text.as_bytes(), 10, options).expect("a readable file");
    assert_eq!(read.source.revenue_cents, 1_100);
    let options = ReadOptions {
        answers: vec![(QuestionId::Header, Choice::No)],
        ..ReadOptions::default()
    };
    let (_, read) = read_in_chunks(b"A;1,00\r\nB;2,00\r\n", 10, options).expect("a readable file");
    assert_eq!(
        (read.source.header_line, read.source.tally.accepted),
        (None, 2)
    );
}

#[test]
fn costs_are_in_thousands_where_revenue_is() {
    let text = "Klant;Omzet (x 1.000);Inkoop\nA;100,00;40,00\nB;50,00;10,00\n";
    let (customers, _) = read(text.as_bytes()).expect("a readable file");
    let [a, _] = &customers[..] else {
        panic!("{customers:?}")
    };
    assert_eq!(a.revenue, Some(Cents(10_000_000)));
    assert_eq!(a.direct_cost, Some(Cents(4_000_000)));
    let as_written = ReadOptions {
        answers: vec![(QuestionId::UnitScale, Choice::AsWritten)],
        ..ReadOptions::default()
    };
    let (customers, _) = read_in_chunks(text.as_bytes(), 9, as_written).expect("readable");
    assert_eq!(customers[0].direct_cost, Some(Cents(4_000)));
}

#[test]
fn what_was_bought_under_a_turned_sign_was_bought_on_its_day() {
    let text = "Klant;Datum;Omzet\nA;13-01-2025;-100,00\nA;14-03-2025;-50,00\nB;15-02-2025;-1,00\n";
    let turned = "Klant;Datum;Omzet\nA;13-01-2025;100,00\nA;14-03-2025;50,00\nB;15-02-2025;1,00\n";
    let bought = |text: &str, options: ReadOptions| {
        let (customers, _) = read_in_chunks(text.as_bytes(), 9, options).expect("readable");
        let bought = customers.iter().map(|customer| customer.bought);
        bought.collect::<Vec<_>>()
    };
    assert_eq!(
        bought(text, ReadOptions::default()),
        bought(turned, ReadOptions::default())
    );
    let as_written = ReadOptions {
        answers: vec![(QuestionId::Sign, Choice::AsWritten)],
        ..ReadOptions::default()
    };
    assert!(
        bought(text, as_written)
            .iter()
            .all(|bought| *bought == Bought::default())
    );
}

#[test]
fn a_credit_note_under_a_turned_sign_is_no_purchase() {
    // A ledger credits revenue below nothing; the last customer has a credit note and nothing else.
    let rows = [
        "1300;;A;121,00",
        "8000;13-01-2025;A;-100,00",
        "8000;14-02-2025;B;5,00",
    ];
    let text = format!(
        "Grootboekrekening;Datum;Klant;Bedrag\n{}\n",
        rows.join("\n")
    );
    let (customers, _) =
        read_in_chunks(text.as_bytes(), 9, ReadOptions::default()).expect("readable");
    let said = customers
        .iter()
        .map(|customer| (customer.revenue, customer.bought.n_months()));
    let said: Vec<_> = said.collect();
    assert_eq!(said, [(Some(Cents(10_000)), 1), (Some(Cents(-500)), 0)]);
}

#[test]
fn a_customer_without_an_amount_is_no_header_in_a_list_without_one() {
    let rows = [
        "Aannemersbedrijf Post;12.500,00",
        "Bakkerij Van Loon;8.300,50",
        "Drukkerij Smit;9.950,25",
        "Hotel Zeezicht;31.250,00",
    ];
    for unknown in ["-", "n.v.t.", "onbekend", "zie bijlage"] {
        for at in 0..=rows.len() {
            // Words above figures are a header on the first row.
            if at == 0 && unknown == "zie bijlage" {
                continue;
            }
            let kok = format!("Fietsenmaker Kok;{unknown}");
            let mut rows: Vec<&str> = rows.to_vec();
            rows.insert(at, &kok);
            let (customers, read) = read(rows.join("\n").as_bytes()).expect("a readable file");
            assert_eq!(read.source.header_line, None, "{unknown} at {at}");
            assert_eq!(customers.len(), 4, "{unknown} at {at}");
            assert_eq!(read.source.revenue_cents, 6_200_075);
            let rejected: Vec<u64> = read.source.rejected.iter().map(|row| row.line).collect();
            assert_eq!(rejected, [at as u64 + 1]);
        }
    }
}

#[test]
fn a_compact_pivot_table_counts_each_amount_once() {
    let text = "Rijlabels;Som van Omzet\nBakker;30,00\nadvies;10,00\nreizen;20,00\nSlager;5,00\nadvies;5,00\nSmid;9,00\nadvies;4,00\nreizen;5,00\nEindtotaal;44,00\n";
    let (customers, read) = read(text.as_bytes()).expect("a readable file");
    let names: Vec<_> = customers
        .iter()
        .map(|customer| customer.name.as_str())
        .collect();
    assert_eq!(names, ["Bakker", "Slager", "Smid"]);
    assert_eq!(read.source.revenue_cents, 4_400);
    assert_eq!(read.source.file_flags, [FileFlag::PartsNotCounted]);
    let tally = read.source.tally;
    assert_eq!((tally.accepted, tally.ignored, tally.rejected), (3, 6, 0));
}
