//! Hour registrations: whole seconds per customer and person, and nothing taken for revenue.

use abc_core::customers::Customer;
use abc_core::intake::{FileFlag, FlagReason, IgnoreReason, Program, RejectReason, SourceKind};
use abc_core::money::Cents;
use abc_core::protocol::Read;
use serde_json::Value;

use super::read;

fn fixture(name: &str) -> Vec<u8> {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../tests/fixtures/books-corpus/"
    );
    std::fs::read(format!("{folder}{name}")).expect("a fixture")
}

fn read_text(text: &str) -> (Vec<Customer>, Read) {
    read(text.as_bytes()).expect("a readable file")
}

/// Name, seconds and cost, where they are known.
fn figures(customers: &[Customer]) -> Vec<(&str, Option<u64>, Option<Cents>)> {
    customers
        .iter()
        .map(|customer| {
            (
                customer.name.as_str(),
                customer.seconds(),
                customer.hours_cost,
            )
        })
        .collect()
}

#[test]
fn exports_of_time_trackers_come_out_as_the_corpus_says() {
    let cases = [
        ("s014-toggl", Program::Toggl),
        ("s015-clockify", Program::Clockify),
        ("s016-harvest", Program::Harvest),
    ];
    for (case, program) in cases {
        let (customers, read) = read(&fixture(&format!("{case}.csv"))).expect("a readable file");
        let expected: Value = serde_json::from_slice(&fixture(&format!("{case}.expected.json")))
            .expect("an expectation");
        assert_eq!(read.source.kind, SourceKind::Hours, "{case}");
        assert_eq!(read.source.program, Some(program), "{case}");
        let mut found = figures(&customers);
        found.sort_unstable();
        let wanted: Vec<_> = expected["customers"]
            .as_array()
            .expect("customers")
            .iter()
            .map(|customer| {
                let cost = customer["hours_cost_cents"].as_i64().map(Cents);
                (
                    customer["name"].as_str().expect("a name"),
                    customer["seconds"].as_u64(),
                    cost,
                )
            })
            .collect();
        assert_eq!(found, wanted, "{case}");
        assert_eq!(
            Some(read.unassigned.seconds),
            expected["unassigned"]["seconds"].as_u64()
        );
        assert_eq!(
            Some(read.source.tally.accepted),
            expected["rows"].as_u64(),
            "{case}"
        );
        assert_eq!(read.source.revenue_cents, 0);
        assert!(customers.iter().all(|customer| customer.revenue.is_none()));
        let flags: Vec<String> = read
            .source
            .file_flags
            .iter()
            .map(|flag| snake(*flag))
            .collect();
        assert_eq!(
            serde_json::to_value(flags).unwrap(),
            expected["file_flags"],
            "{case}"
        );
    }
}

fn snake(flag: FileFlag) -> String {
    crate::corpus::snake(flag)
}

/// A file, seconds of customer A, seconds of nobody.
const IN_OTHER_EXPORTS: [(&str, u64, u64); 20] = [
    (
        "Datum;Medewerker;Klant;Project;Uren;Tarief;Bedrag\n1-2-2025;Jo;A;P;7,5;90,00;675,00\n2-2-2025;Jo;;P;1;90,00;90,00\n",
        27_000,
        3_600,
    ),
    ("Klant;Aantal uren\nA;1,25\nB;2\n", 4_500, 0),
    (
        "Debiteurnr;Klant;Duur;Duur (decimaal)\n1;A;0:20;0,33\n2;B;1:00;1,00\n",
        1_200,
        0,
    ),
    ("Klant;Tijd\nA;18:25 min\nA;26:30:00\n", 1_105 + 95_400, 0),
    (
        "Gebruiker,Klant,Duur (decimaal)\nJo,A,0.25\nJo,,2.50\n",
        900,
        9_000,
    ),
    (
        "Klant;Medewerker;Uren\n\"A\";Jo;\"1,5\"\nTotaal;;1,5\n",
        5_400,
        0,
    ),
    (
        "Datum;Klant;Medewerker;Minuten\n1-2-2025;A;Jo;90\n1-2-2025;;Jo;30\n",
        5_400,
        1_800,
    ),
    (
        "Datum;Klant;Uren;Tarief;Bedrag\n1-2-2025;A;1,5;80,00;120,00\n1-2-2025;;1;80,00;80,00\n",
        5_400,
        3_600,
    ),
    (
        "Datum;Klant;Consultant;Uren;Bedrag\n1-2-2025;A;Jo;1,5;120,00\n",
        5_400,
        0,
    ),
    (
        "Datum;Klant;Begin tijd;Eind tijd;Uren\n1-2-2025;A;09:00;10:20;1,33\n",
        4_800,
        0,
    ),
    // The label of the total stands where the day does.
    (
        "Datum;Klant;Uren\n1-2-2025;A;1,5\nSubtotaal februari;;1,5\nTotaal;;1,5\n",
        5_400,
        0,
    ),
    (
        "Proyecto,Cliente,Usuario,Fecha de inicio,Duración (h),Duración (decimal)\nWeb,A,Jo,01/02/2025,00:20:00,0.33\n",
        1_200,
        0,
    ),
    (
        "Projekt,Kunde,Benutzer,Startdatum,Dauer (h),Dauer (dezimal)\nWeb,A,Jo,01/02/2025,00:20:00,0.33\n",
        1_200,
        0,
    ),
    // Only start and end, less what was not worked.
    (
        "Datum;Klant;Begintijd;Eindtijd;Pauze\n13-01-2025;A;09:00;12:30;0:30\n14-01-2025;A;22:00;01:00;\n14-01-2025;;9:00;10:00;0:15\n",
        21_600,
        2_700,
    ),
    (
        "Datum;Klant;Begintijd;Eindtijd;Pauze (min)\n13-01-2025;A;09:00;17:00;30\n",
        27_000,
        0,
    ),
    // Whole hours and minutes apart; more than 59 minutes would be the same time again.
    (
        "Datum;Medewerker;Klant;Uren;Minuten\n1-2-2025;Jo;A;7;45\n2-2-2025;Jo;A;0;30\n2-2-2025;Jo;;1;5\n",
        29_700,
        3_900,
    ),
    (
        "Datum;Medewerker;Klant;Uren;Minuten\n1-2-2025;Jo;A;1,5;90\n2-2-2025;Jo;A;2;120\n",
        12_600,
        0,
    ),
    // Months beside each other, under a title that says what they hold.
    (
        "Urenoverzicht 2025\n\nKlant;jan;feb;mrt\nA;2,5;;0,25\nB;1;1;1\n",
        9_900,
        0,
    ),
    ("Klant;Totaal uren\nA;1,25\nB;2\n", 4_500, 0),
    // So do those who worked.
    (
        "Urenoverzicht 2025\n\nKlant;Jan;Els;Totaal\nA;1;1,5;2,5\nB;;2;2\nTotaal;1;3,5;4,5\n",
        9_000,
        0,
    ),
];

#[test]
fn hours_in_other_exports_are_recognised_by_their_columns() {
    for (text, seconds, unassigned) in IN_OTHER_EXPORTS {
        let (customers, read) = read_text(text);
        assert_eq!(read.source.kind, SourceKind::Hours, "{text}");
        assert_eq!(customers[0].name, "A", "{text}");
        assert_eq!(customers[0].seconds(), Some(seconds), "{text}");
        assert_eq!(customers[0].hours, Some(seconds as f64 / 3_600.0), "{text}");
        assert_eq!(read.unassigned.seconds, unassigned, "{text}");
        assert_eq!(read.source.tally.rejected, 0, "{text}");
    }
}

#[test]
fn what_only_looks_like_hours_is_no_hours() {
    let cases = [
        // Titles and headers that name hours and mean what they brought in.
        "Urenfacturatie 2025\n\nKlant;Totaal\nA;1210,00\nB;60,50\n",
        "Opbrengst uren 2025\n\nKlant;jan;feb\nA;1200,00;800,00\nB;1,00;2,00\n",
        "Urenoverzicht\n\nKlant;Aantal;Tarief;Totaal\nA;10;90;900\nB;1;90;90\n",
        "Klant;Netto uren;Netto materiaal\nA;1000,00;200,00\n",
        // Years.
        "Uren per klant\n\nKlant;2024;2025\nA;10;20\n",
        // Rooms that are hired.
        "Datum;Klant;Starttijd;Eindtijd;Zaal;Bedrag\n1-2-2025;A;09:00;17:00;Blauw;450,00\n",
    ];
    for text in cases {
        let (_, read) = read_text(text);
        assert_ne!(read.source.kind, SourceKind::Hours, "{text}");
    }
}

#[test]
fn a_quarter_behind_its_months_holds_the_same_hours() {
    let (customers, _) = read_text("Urenoverzicht 2025\n\nKlant;apr;mei;jun;Q2\nA;1;2;3;6\n");
    assert_eq!(customers[0].seconds(), Some(6 * 3_600));
}

#[test]
fn a_break_that_cannot_be_read_refuses_no_hours() {
    let text = "Klant;Medewerker;Begintijd;Eindtijd;Pauze;Uren\nA;Jo;09:00;12:00;ja;2,5\n";
    let (customers, read) = read_text(text);
    assert_eq!(figures(&customers), [("A", Some(9_000), None)]);
    assert_eq!(read.source.tally.rejected, 0);
}

#[test]
fn revenue_beside_hours_stays_revenue() {
    let cases = [
        "Klant;Omzet;Uren\nA;10,00;2\n",
        "Klant;Omzet;Uren;Medewerker\nA;10,00;2;Jo\n",
        "Factuurnr;Klant;Bedrag;Uren;Medewerker\n1;A;10,00;2;Jo\n",
    ];
    for text in cases {
        let (customers, read) = read_text(text);
        assert_ne!(read.source.kind, SourceKind::Hours, "{text}");
        assert_eq!(customers[0].revenue, Some(Cents(1_000)), "{text}");
        assert_eq!(customers[0].hours, Some(2.0), "{text}");
    }
}

#[test]
fn seconds_are_kept_per_person() {
    let text = "First Name,Last Name,Client,Hours\nSanne,Groot,A,1\nBram,de Wit,A,2\nSanne,Groot,A,0.5\nBram,de Wit,B,4\n";
    let (customers, read) = read_text(text);
    assert_eq!(read.persons, ["Sanne Groot", "Bram de Wit"]);
    assert_eq!(customers[0].seconds_by_person, [(0, 5_400), (1, 7_200)]);
    assert_eq!(customers[1].seconds_by_person, [(1, 14_400)]);
}

#[test]
fn start_and_end_settle_a_duration_and_odd_ones_are_flagged() {
    let head = "Client,User,Start date,Start time,End date,End time,Duration\n";
    // (line, seconds, flagged)
    let cases = [
        (
            "A,Jo,2025-01-01,09:00:00,2025-01-01,09:18:25,18:25",
            1_105,
            false,
        ),
        (
            "A,Jo,2025-01-01,09:00:00,2025-01-01,10:30:00,1:30",
            5_400,
            false,
        ),
        (
            "A,Jo,2025-01-01,09:00:00,2025-01-01,09:20:00,0.33",
            1_200,
            false,
        ),
        (
            "A,Jo,2025-01-01,23:00:00,2025-01-02,01:00:00,02:00:00",
            7_200,
            false,
        ),
        ("A,Jo,2025-01-01,11:00 PM,2025-01-02,1:00 AM,", 7_200, false),
        (
            "A,Jo,2025-01-01,09:00:00,2025-01-01,12:00:00,02:00:00",
            7_200,
            true,
        ),
    ];
    for (line, seconds, is_flagged) in cases {
        let (customers, read) = read_text(&format!(
            "{head}{line}\nB,Jo,2025-01-01,9:00,2025-01-01,9:30,0:30:00\n"
        ));
        assert_eq!(customers[0].seconds(), Some(seconds), "{line}");
        let reasons: Vec<_> = read.source.flagged.iter().map(|row| row.reason).collect();
        let expected = if is_flagged {
            vec![FlagReason::DurationDiffers]
        } else {
            Vec::new()
        };
        assert_eq!(reasons, expected, "{line}");
    }
}

#[test]
fn a_total_is_no_work_and_a_customer_of_that_name_is() {
    let text = "Klant;Medewerker;Datum;Uren\nTotal;Jo;1-1-2025;1\nA;Jo;2-1-2025;2\n;Jo;3-1-2025;3\nTotal;;;6\n;;;6\n";
    let (customers, read) = read_text(text);
    let expected = [("Total", Some(3_600), None), ("A", Some(7_200), None)];
    assert_eq!(figures(&customers), expected);
    assert_eq!(read.unassigned.seconds, 10_800);
    let ignored: Vec<_> = read
        .source
        .ignored
        .iter()
        .map(|row| (row.line, row.reason))
        .collect();
    assert_eq!(
        ignored,
        [(5, IgnoreReason::TotalRow), (6, IgnoreReason::TotalRow)]
    );
    assert_eq!(
        read.source.file_flags,
        [FileFlag::HoursWithoutCustomer, FileFlag::TotalRowIgnored]
    );
}

#[test]
fn hours_that_are_taken_back_lower_those_of_their_customer() {
    let text = "Datum;Klant;Medewerker;Uren\n13-1-2025;A;Jo;-2,5\n13-1-2025;A;Jo;8\n13-1-2025;A;Bo;1:30\n\
        14-1-2025;B;Jo;2\n14-1-2025;B;Bo;-3\n14-1-2025;;Jo;4\n14-1-2025;;Jo;-1:00\n14-1-2025;A;Bo;(0,5)\n";
    let (customers, read) = read_text(text);
    assert_eq!(
        figures(&customers),
        [("A", Some(23_400), None), ("B", Some(0), None)]
    );
    let by_person = &customers[0].seconds_by_person;
    assert_eq!(by_person, &[(0, 19_800), (1, 3_600)]);
    assert_eq!(read.unassigned.seconds, 10_800);
    assert_eq!(read.source.tally.rejected, 0);
    let flags = [FileFlag::HoursWithoutCustomer, FileFlag::HoursBelowZero];
    assert_eq!(read.source.file_flags, flags);
    // Beside revenue too; below nothing they are not known.
    let beside = "Klant;Omzet;Uren\nA;10,00;5\nA;10,00;-2\nB;10,00;-1\n";
    let (customers, read) = read_text(beside);
    let hours: Vec<Option<f64>> = customers.iter().map(|customer| customer.hours).collect();
    assert_eq!(hours, [Some(3.0), None]);
    assert_eq!(read.source.file_flags, [FileFlag::HoursBelowZero]);
}

#[test]
fn hours_taken_back_without_a_cost_take_theirs_with_them() {
    let text = "Datum;Klant;Medewerker;Uren;Kosten\n13-1-2025;A;Jo;10;500,00\n14-1-2025;A;Jo;-2;\n";
    let (customers, _) = read_text(text);
    assert_eq!(
        figures(&customers),
        [("A", Some(28_800), Some(Cents(40_000)))]
    );
}

#[test]
fn minutes_may_be_named_between_brackets() {
    for header in [
        "Duur (minuten)",
        "Tijd (min)",
        "Duur [min]",
        "Duration (minutes)",
    ] {
        let text = format!(
            "Datum;Medewerker;Klant;{header}\n13-01-2025;Jo;A;90\n14-01-2025;Jo;A;-30\n15-01-2025;Jo;B;0:45\n"
        );
        let (customers, _) = read_text(&text);
        let seconds: Vec<_> = customers.iter().map(Customer::seconds).collect();
        assert_eq!(seconds, [Some(3_600), Some(2_700)], "{header}");
    }
}

#[test]
fn days_are_eight_hours_and_that_is_said() {
    for (text, hours) in [
        ("Datum;Klant;Dagen\n13-1-2025;A;2\n14-1-2025;A;0,5\n", 20.0),
        ("Klant;Medewerker;Days\nA;Jo;1\nA;Bo;1\n", 16.0),
        ("Klant;Dagen\nA;2,5 dagen\nA;1 dag\n", 28.0),
        ("Klant;Gewerkte dagen\nA;2\nA;-1\n", 8.0),
        ("Klant;Medewerker;Uren\nA;Jo;4\nA;Jo;1 dag\n", 12.0),
        ("Klant;Omzet;Mandagen\nA;10,00;1,5\n", 12.0),
        ("Klant;Omzet;Uren\nA;10,00;2 dagen\n", 16.0),
    ] {
        let (customers, read) = read_text(text);
        assert_eq!(customers[0].hours, Some(hours), "{text}");
        assert_eq!(read.source.file_flags, [FileFlag::DaysAsHours], "{text}");
    }
    // Days until payment.
    let (customers, read) = read_text("Klant;Omzet;Dagen\nA;10,00;30\nB;5,00;14\n");
    assert_eq!((customers[0].hours, read.source.file_flags), (None, vec![]));
    assert!(
        read_text("Klantnummer;Klant;Dagen\n1;A;30\n2;B;14\n")
            .1
            .source
            .kind
            == SourceKind::CustomerList
    );
}

#[test]
fn what_is_no_length_of_time_refuses_its_row() {
    let text = "Klant;Medewerker;Uren\nA;Jo;1\nA;Jo;veel\nA;Jo;-2\nA;Jo;\nA;Jo;1:75\n";
    let (_, read) = read_text(text);
    let lines: Vec<_> = read
        .source
        .rejected
        .iter()
        .map(|row| (row.line, row.reason))
        .collect();
    assert_eq!(
        lines,
        [3, 5, 6].map(|line| (line, RejectReason::HoursInvalid))
    );
}

#[test]
fn cost_of_hours_is_kept_where_it_is_known() {
    let text =
        "Client,User,Hours,Cost Rate (EUR),Cost Amount (EUR)\nA,Jo,1,40.00,40.00\nB,Ed,1,0.0,0.0\n";
    let (customers, read) = read_text(text);
    assert_eq!(customers[0].hours_cost, Some(Cents(4_000)));
    assert_eq!(
        (customers[1].hours_cost, customers[1].direct_cost),
        (None, None)
    );
    assert_eq!(read.source.file_flags, [FileFlag::CostRateZeroIsUnknown]);
}

#[test]
fn hours_without_a_cost_rate_do_not_make_the_others_cheaper() {
    let text = "Client,User,Hours,Cost Amount (EUR)\nA,Jo,1,40.00\nA,Ed,10,0.0\n";
    let (customers, read) = read_text(text);
    assert_eq!(customers[0].costed_hours(), Some((1.0, 40.0)));
    assert_eq!(read.source.file_flags, [FileFlag::CostRateZeroIsUnknown]);
}

#[test]
fn a_cost_that_stays_while_hours_differ_is_that_of_one_hour() {
    let head = "Medewerker;Klant;Uren;Kostprijs\n";
    // (lines, cost of the hours of A)
    let cases = [
        ("Jo;A;8;55,00\nEd;A;2,5;40,00\nJo;B;4;55,00\n", 54_000),
        ("Jo;A;8;440,00\nEd;A;2,5;100,00\nJo;B;4;220,00\n", 54_000),
        // Nobody's hours differ: nothing tells them apart, and a cost is of its line.
        ("Jo;A;8;55,00\nEd;A;8;40,00\n", 9_500),
    ];
    for (lines, cost) in cases {
        let (customers, _) = read_text(&format!("{head}{lines}"));
        assert_eq!(customers[0].hours_cost, Some(Cents(cost)), "{lines}");
    }
}

#[test]
fn what_a_program_writes_for_no_customer_is_nobody() {
    for nobody in ["(geen klant)", "[leeg]", "Zonder klant", "(Without client)"] {
        let text = format!("Klant;Medewerker;Uren\nA;Jo;1\n{nobody};Jo;2\n");
        let (customers, read) = read_text(&text);
        assert_eq!(figures(&customers), [("A", Some(3_600), None)], "{nobody}");
        assert_eq!(read.unassigned.seconds, 7_200, "{nobody}");
    }
    // One word alone may be a name.
    let (customers, _) = read_text("Klant;Medewerker;Uren\nLeeg;Jo;2\n");
    assert_eq!(figures(&customers), [("Leeg", Some(7_200), None)]);
}

#[test]
fn purchases_beside_hours_are_no_wages() {
    let (customers, read) = read_text("Klant;Uren;Inkoopkosten\nA;10;500,00\nB;5;0,00\n");
    assert_eq!(read.source.kind, SourceKind::Hours);
    assert_eq!(customers[0].hours_cost, None);
    assert_eq!(customers[0].direct_cost, Some(Cents(50_000)));
}

#[test]
fn hours_of_no_customer_at_all_are_of_nobody() {
    let (customers, read) = read_text("Datum;Medewerker;Uren\n1-2-2025;Jo;2\n2-2-2025;Jo;1\n");
    assert_eq!(read.source.kind, SourceKind::Hours);
    assert_eq!((customers.len(), read.unassigned.seconds), (0, 10_800));
}

#[test]
fn all_hours_are_read_and_not_those_that_are_billed_or_planned() {
    for (header, row) in [
        (
            "Klant;Declarabele uren;Niet-declarabele uren;Totaal uren",
            "A;40;60;100",
        ),
        ("Klant;Uren gepland;Uren besteed", "A;40;100"),
    ] {
        let (customers, _) = read_text(&format!("{header}\n{row}\n"));
        assert_eq!(customers[0].seconds(), Some(360_000), "{header}");
    }
}
