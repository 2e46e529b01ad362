//! Questions about rows that count as written until somebody says otherwise.

use abc_core::intake::{Encoding, IgnoreReason, ReadOptions, Source, form_signature};
use abc_core::mapping::{Choice, Question, QuestionId, Role};

use super::{read, read_in_chunks};

fn options(id: QuestionId, choice: Choice) -> ReadOptions {
    ReadOptions {
        answers: vec![(id, choice)],
        ..ReadOptions::default()
    }
}

fn question(questions: &[Question], id: QuestionId) -> Option<&Question> {
    questions.iter().find(|question| question.id == id)
}

/// Customers and cents.
type Totals = (usize, i64);
type Case = (&'static str, QuestionId, Totals, Totals);

/// A file in doubt, and the customers and cents under the likely answer and under the other.
const CASES: [Case; 3] = [
    (
        "Factuurnr;Klant;Bedrag\n1;A;10,00\n2;B;5,00\n1;A;10,00\n1;A;10,00\n",
        QuestionId::DuplicateRows,
        (2, 3_500),
        (2, 1_500),
    ),
    (
        "Factuurnr;Klant;Status;Bedrag\n1;A;Betaald;10,00\n2;A;Concept;5,00\n3;B;offerte;1,00\n",
        QuestionId::DraftLines,
        (2, 1_600),
        (1, 1_000),
    ),
    (
        "Factuurnr;Klant;Status;Bedrag\n1;A;Betaald;10,00\n2;A;Geannuleerd;5,00\n3;B;Open;1,00\n",
        QuestionId::DraftLines,
        (2, 1_600),
        (2, 1_100),
    ),
];

#[test]
fn rows_in_doubt_are_asked_about_and_answers_are_followed() {
    for (text, id, likely, other) in CASES {
        let (customers, before) = read(text.as_bytes()).expect("a readable file");
        assert_eq!(
            (customers.len(), before.source.revenue_cents),
            likely,
            "{text}"
        );
        let asked = question(&before.source.questions, id).expect("the question");
        assert!(!asked.is_blocking);
        for (position, promised) in [likely, other].into_iter().enumerate() {
            let answer = &asked.answers[position];
            let totals = answer.totals.map(|(n, cents)| (n as usize, cents));
            assert_eq!(totals, Some(promised), "{text}");
            let (customers, after) =
                read_in_chunks(text.as_bytes(), 7, options(id, answer.choice.clone()))
                    .expect("a readable file");
            assert_eq!(
                (customers.len(), after.source.revenue_cents),
                promised,
                "{text}"
            );
            let tally = after.source.tally;
            assert_eq!(
                tally.accepted + tally.rejected + tally.ignored,
                tally.records
            );
            let again = question(&after.source.questions, id).expect("the question");
            assert_eq!(again.given, Some(position), "{text}");
        }
    }
}

#[test]
fn hours_that_stand_twice_are_asked_about_with_the_hours_of_each_answer() {
    let text = "Klant;Datum;Begintijd;Eindtijd;Uren\nA;23-02-2025;09:00;10:30;1:30\nA;23-02-2025;09:00;10:30;1:30\nB;24-02-2025;09:00;10:00;1:00\n";
    let (_, read) = read(text.as_bytes()).expect("a readable file");
    let asked = question(&read.source.questions, QuestionId::DuplicateRows).expect("the question");
    let seconds: Vec<_> = asked.answers.iter().map(|answer| answer.seconds).collect();
    assert_eq!(seconds, [Some(4 * 3_600), Some(2 * 3_600 + 1_800)]);
}

#[test]
fn rows_that_are_left_out_say_why() {
    let (text, id, ..) = CASES[0];
    let (_, read) = read_in_chunks(text.as_bytes(), 7, options(id, Choice::No)).expect("readable");
    let ignored: Vec<_> = read
        .source
        .ignored
        .iter()
        .map(|row| (row.line, row.reason))
        .collect();
    assert_eq!(
        ignored,
        [4, 5].map(|line| (line, IgnoreReason::DuplicateRow))
    );
    let (text, id, ..) = CASES[1];
    let (_, read) = read_in_chunks(text.as_bytes(), 7, options(id, Choice::No)).expect("readable");
    let ignored: Vec<_> = read
        .source
        .ignored
        .iter()
        .map(|row| (row.line, row.reason))
        .collect();
    assert_eq!(ignored, [3, 4].map(|line| (line, IgnoreReason::DraftRow)));
}

#[test]
fn what_changes_nothing_is_not_asked() {
    let texts = [
        "Factuurnr;Klant;Status;Bedrag\n1;A;Betaald;10,00\n2;B;Betaald;1,00\n3;A;Offerte;0,00\n",
        "Klant;Omzet\nA;10,00\nB;0,00\nB;0,00\n",
        "Factuurnr;Klant;Status;Bedrag\n1;A;Betaald;10,00\n2;A;Open;10,00\n",
        "Wie;Omzet\nA;10,00\nB;20,00\n",
        "Klant;Omzet\nCafé Één;10,00\nB;20,00\n",
    ];
    for text in texts {
        let (_, read) = read(text.as_bytes()).expect("a readable file");
        assert_eq!(read.source.questions, [], "{text}");
        assert_eq!(read.source.look_alikes.n_pairs, 0);
    }
}

#[test]
fn look_alikes_are_named_and_all_are_counted() {
    let rows = (0..300).map(|index| format!("Naam{index};1,00\nNaam{index} BV;1,00\n"));
    let text = format!("Klant;Omzet\n{}", rows.collect::<String>());
    let (_, read) = read(text.as_bytes()).expect("a readable file");
    let look_alikes = &read.source.look_alikes;
    assert!(look_alikes.is_searched);
    assert_eq!((look_alikes.pairs.len(), look_alikes.n_pairs), (200, 300));
    assert_eq!(look_alikes.pairs[..2], [(0, 1), (2, 3)]);
}

#[test]
fn a_row_of_unknown_words_is_asked_about_where_it_can_count() {
    // A row without an amount counts under neither answer.
    let text = "Jansen;zie bijlage\nPietersen;100,00\nDerksen;50,00\n";
    let (_, before) = read(text.as_bytes()).expect("a readable file");
    assert_eq!(before.source.header_line, Some(1));
    assert_eq!(before.source.questions, []);
    let (_, after) = read_in_chunks(text.as_bytes(), 7, options(QuestionId::Header, Choice::No))
        .expect("a readable file");
    assert_eq!(after.source.header_line, None);
    assert_eq!(after.source.tally.records, 3);
    let given = question(&after.source.questions, QuestionId::Header).expect("the question");
    assert_eq!(given.given, Some(1));
    assert_eq!(given.answers[0].totals, given.answers[1].totals);
    // Too long to count what the other answer gives.
    let row = "Pietersen;100,00\n".repeat(70_000);
    let (_, long) = read(format!("Jansen;zie bijlage\n{row}").as_bytes()).expect("a readable file");
    let asked = question(&long.source.questions, QuestionId::Header).expect("the question");
    assert_eq!(
        (asked.answers[0].choice.clone(), asked.given),
        (Choice::Yes, None)
    );
}

#[test]
fn letters_that_two_code_pages_explain_are_asked_about() {
    // A pound sign or a small u with an accent, and nothing that tells which.
    let bytes = b"Klant;Omzet\nA \xa3 B;10,00\n";
    let (customers, before) = read(bytes).expect("a readable file");
    assert_eq!(before.source.encoding, Encoding::Windows1252);
    let asked = question(&before.source.questions, QuestionId::Encoding).expect("the question");
    assert!(!asked.is_blocking);
    let (others, after) = read_in_chunks(bytes, 7, options(QuestionId::Encoding, Choice::No))
        .expect("a readable file");
    assert_eq!(after.source.encoding, Encoding::Cp850);
    assert_eq!([&*customers[0].name, &*others[0].name], ["A £ B", "A ú B"]);
    let again = question(&after.source.questions, QuestionId::Encoding).expect("the question");
    assert_eq!(again.given, Some(1));
    // A word that makes sense under one of them only.
    let (_, plain) =
        read(b"Klant;Omzet\nCaf\xe9 Zoet;10,00\nCr\xe8che;1,00\n").expect("a readable file");
    assert_eq!(plain.source.questions, []);
}

#[test]
fn a_sheet_of_a_year_is_not_that_of_the_next_workbook() {
    let said_of = |sheet: &str| {
        let said = options(QuestionId::Sheets, Choice::Sheet(sheet.to_owned()));
        let earlier = Source {
            options: said,
            ..Source::default()
        };
        ReadOptions::for_the_form_of(&earlier).answers.len()
    };
    assert_eq!(
        ["Facturen", "2024", "Omzet 2024", "maart"].map(said_of),
        [1, 0, 0, 0]
    );
}

#[test]
fn what_was_said_holds_for_the_next_file_of_the_form() {
    let first = "Klant;Omzet 2024;Omzet 2025;Opm.\nA;1,00;2,00;x\nB;3,00;4,00;y\nB;3,00;4,00;y\n";
    let said = ReadOptions {
        roles: vec![(3, Role::Trait)],
        answers: vec![
            (QuestionId::AmountColumn, Choice::Column(1)),
            (QuestionId::DuplicateRows, Choice::No),
        ],
        ..ReadOptions::default()
    };
    let (_, earlier) = read_in_chunks(first.as_bytes(), 9, said).expect("a readable file");
    let next = "klant;OMZET 2024;Omzet-2025;Opm\nC;5,00;6,00;z\nC;5,00;6,00;z\n";
    let (_, plain) = read(next.as_bytes()).expect("a readable file");
    assert_eq!(
        form_signature(&earlier.source),
        form_signature(&plain.source)
    );
    let options = ReadOptions::for_the_form_of(&earlier.source);
    let (_, read) = read_in_chunks(next.as_bytes(), 9, options).expect("a readable file");
    assert_eq!(read.source.revenue_cents, 1_000);
    assert_eq!(read.source.columns[3].role, Role::Trait);
    let (_, other) = super::read(b"Klant;Omzet\nA;1,00\n").expect("a readable file");
    assert_ne!(
        form_signature(&earlier.source),
        form_signature(&other.source)
    );
}
