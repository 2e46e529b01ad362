//! What is asked, and that each answer gives what was promised.

use abc_core::date::Date;
use abc_core::intake::{Example, IntakeError, ReadOptions, example};
use abc_core::mapping::{CellReading, Choice, QuestionId};
use abc_core::money::Cents;

use super::{read, read_in_chunks};

/// (file, the blocking question, its likely answer).
const CASES: [(&str, QuestionId, Choice); 16] = [
    (
        "Klant;2023;2024;2025\nA;1,00;2,00;3,00\nB;4,00;5,00;6,00\n",
        QuestionId::AmountColumn,
        Choice::Column(3),
    ),
    (
        "Klant;Omzet\nA;1.234\nB;2.000\n",
        QuestionId::DecimalSeparator,
        Choice::DecimalComma,
    ),
    (
        "Klant;Bedrag;Bedrag\nA;1,00;2,00\nB;;3,00\nC;1,50;0,10\n",
        QuestionId::AmountColumn,
        Choice::Column(1),
    ),
    (
        "Klant;Omzet 2024;Omzet 2025\nA;1,00;2,00\nB;9,00;3,00\n",
        QuestionId::AmountColumn,
        Choice::Column(2),
    ),
    (
        "A;Breda;1,50;2,00\nB;Leek;3,00;4,00\n",
        QuestionId::AmountColumn,
        Choice::Column(2),
    ),
    (
        "Klant;Bedrag incl. btw\nA;121,00\nB;10,00\n",
        QuestionId::AmountMeaning,
        Choice::InclVat(21),
    ),
    (
        "Klant;Openstaand\nA;121,00\nB;10,00\n",
        QuestionId::AmountMeaning,
        Choice::NotRevenue,
    ),
    (
        "Klant;jan;feb;mrt\nA;1,00;2,00;3,00\nB;;;4,00\n",
        QuestionId::SumColumns,
        Choice::SumOf(Vec::new()),
    ),
    (
        "Klant;Omzet x 1.000\nA;1,50\nB;2,00\n",
        QuestionId::UnitScale,
        Choice::Thousands,
    ),
    (
        "Klant;Omzet\nA;-1,50\nB;-2,00\n",
        QuestionId::Sign,
        Choice::Negate,
    ),
    (
        "Klant;Debet;Credit\nA;;100,00\nB;20,00;30,00\n",
        QuestionId::DebitCredit,
        Choice::CreditMinusDebit,
    ),
    (
        "Klant;Bedrag;D/C\nA;100,00;C\nA;25,00;D\nB;30,00;C\n",
        QuestionId::DebitCredit,
        Choice::CreditMinusDebit,
    ),
    (
        "Klant,Omzet\nA,12,50\nB,7,25\n",
        QuestionId::SplitDecimals,
        Choice::Yes,
    ),
    (
        "Klant;Omzet\nA;1,00\nB;2,00\n\nLeverancier;Inkoop\nX;5,00\n",
        QuestionId::MultipleTables,
        Choice::No,
    ),
    (
        "Klant;Omzet\nA;$ 1,00\nB;$ 2,00\n",
        QuestionId::Currency,
        Choice::AsWritten,
    ),
    (
        "Klant;Valuta;Omzet\nA;USD;1,00\nB;USD;2,00\n",
        QuestionId::Currency,
        Choice::AsWritten,
    ),
];

fn is_same_kind(a: &Choice, b: &Choice) -> bool {
    match (a, b) {
        (Choice::SumOf(_), Choice::SumOf(_)) => true,
        _ => a == b,
    }
}

#[test]
fn what_changes_the_outcome_is_asked_likely_answer_first() {
    for (text, id, likely) in CASES {
        let (_, read) = read(text.as_bytes()).expect("a readable file");
        let blocking: Vec<_> = read
            .source
            .questions
            .iter()
            .filter(|question| question.is_blocking)
            .collect();
        let [question] = blocking.as_slice() else {
            panic!("{text}: {blocking:?}")
        };
        assert_eq!((question.id, question.given), (id, None), "{text}");
        assert!(
            is_same_kind(&question.answers[0].choice, &likely),
            "{text}: {question:?}"
        );
    }
}

#[test]
fn each_answer_gives_what_was_promised() {
    for (text, id, _) in CASES {
        let (_, before) = read(text.as_bytes()).expect("a readable file");
        let question = before
            .source
            .questions
            .iter()
            .find(|question| question.id == id)
            .expect("the question");
        for answer in &question.answers {
            let options = ReadOptions {
                answers: vec![(id, answer.choice.clone())],
                ..ReadOptions::default()
            };
            let after = read_in_chunks(text.as_bytes(), 1_000, options);
            if answer.choice == Choice::NotRevenue {
                assert_eq!(after, Err(IntakeError::NoAmountColumn), "{text}");
                continue;
            }
            let (customers, read) = after.expect("a readable file");
            let again = read
                .source
                .questions
                .iter()
                .find(|question| question.id == id)
                .expect("the question");
            let given = again.given.map(|index| &again.answers[index].choice);
            assert_eq!(given, Some(&answer.choice), "{text}");
            let (n_customers, revenue) = answer.totals.expect("counted");
            assert_eq!(
                (customers.len(), read.source.revenue_cents),
                (n_customers as usize, revenue),
                "{text}"
            );
            let sum: i64 = customers
                .iter()
                .filter_map(|customer| customer.revenue)
                .map(|cents| cents.0)
                .sum();
            assert_eq!(sum, read.source.revenue_cents, "{text} {:?}", answer.choice);
        }
    }
}

#[test]
fn an_answer_about_days_or_letters_shows_a_cell_as_it_would_be_read() {
    let asked = |bytes: &[u8], id: QuestionId| {
        let (_, read) = read(bytes).expect("a readable file");
        let mut questions = read.source.questions.iter();
        let question = questions.find(|question| question.id == id);
        let answers = &question.expect("the question").answers;
        let examples = answers
            .iter()
            .map(|answer| example(&read.source, id, &answer.choice));
        examples.collect::<Vec<_>>()
    };
    let day = |month: i8, day: i8| {
        Some(Example::Day {
            written: "03-04-2025".to_owned(),
            day: Date::new(2025, month, day).expect("a day"),
        })
    };
    let days = b"Klant;Datum;Omzet\nA;04-04-2025;1,00\nB;03-04-2025;2,00\n";
    assert_eq!(asked(days, QuestionId::DateOrder), [day(4, 3), day(3, 4)]);
    let text = |text: &str| Some(Example::Text(text.to_owned()));
    let letters = b"Klant;Omzet\nA;1,00\nA \xa3 B;2,00\n";
    assert_eq!(
        asked(letters, QuestionId::Encoding),
        [text("A £ B"), text("A ú B")]
    );
}

#[test]
fn a_column_of_days_says_which_comes_first() {
    let text = b"Klant;Datum;Omzet\nA;03-04-2025;1,00\nB;04-03-2025;2,00\n";
    let options = ReadOptions {
        answers: vec![(QuestionId::DateOrder, Choice::MonthFirst)],
        ..ReadOptions::default()
    };
    let (_, read) = read_in_chunks(text, 1_000, options).expect("a readable file");
    let day = Date::new(2025, 3, 4).expect("a day");
    assert_eq!(
        read.source.read_cell(1, "03-04-2025"),
        CellReading::Day(day)
    );
}

#[test]
fn a_cell_is_shown_as_its_row_is_read() {
    let cases: [(&str, &[u8], usize, &str, CellReading); 5] = [
        (
            "minutes",
            b"Klant;Datum;Minuten\nA;3-4-2025;90\nB;4-4-2025;45\n",
            2,
            "90",
            CellReading::Number(1.5),
        ),
        (
            "a clock in a column of minutes",
            b"Klant;Datum;Minuten\nA;3-4-2025;90\nB;4-4-2025;45\n",
            2,
            "1:30",
            CellReading::Number(1.5),
        ),
        (
            "thousands",
            b"Klant;Omzet (x 1.000)\nA;12\nB;7\n",
            1,
            "12",
            CellReading::Money(Cents(1_200_000)),
        ),
        (
            "all of them negative",
            b"Klant;Omzet;Inkoop\nA;-12,00;3,00\nB;-7,00;2,00\n",
            1,
            "-12,00",
            CellReading::Money(Cents(1_200)),
        ),
        (
            "cost beside it",
            b"Klant;Omzet;Inkoop\nA;-12,00;3,00\nB;-7,00;2,00\n",
            2,
            "3,00",
            CellReading::Money(Cents(300)),
        ),
    ];
    for (name, text, column, raw, expected) in cases {
        let (_, read) = read_in_chunks(text, 1_000, ReadOptions::default()).expect(name);
        assert_eq!(read.source.read_cell(column, raw), expected, "{name}");
    }
}
