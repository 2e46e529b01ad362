//! The rules for workbooks. What all three forms can say is one table, written in each of them; what only
//! one form has stands in a file of its own.

mod ods;
mod xls;
mod xlsx;

use abc_core::intake::{FileFlag, IntakeError, SourceKind};
use abc_core::mapping::{Choice, QuestionId};
use abc_core::readings::Reading;

use crate::made::read_one;

/// A cell, whatever the form of the workbook.
#[derive(Clone, Copy, Debug)]
enum Cell {
    Empty,
    Text(&'static str),
    Number(f64, Style),
    /// A day, and its number in the calendar of 1900.
    Day(&'static str, f64),
    /// A length of time in seconds.
    Time(u32),
    Truth(bool),
    /// `#DIV/0!`.
    Error,
    /// A formula and the number it gave.
    Formula(f64),
    /// A formula and the text it gave.
    FormulaText(&'static str),
    /// A formula that gave `#DIV/0!`.
    FormulaError,
}

use Cell::{Day, Empty, Error, Formula, FormulaError, FormulaText, Number, Text, Time, Truth};

/// How a number is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Plain,
    /// `#,##0.00`
    Grouped,
    Euro,
    Dollar,
    Percent,
    /// A day with a time.
    Moment,
}

use Style::{Dollar, Euro, Grouped, Moment, Percent, Plain};

impl Style {
    /// Its place in the list of styles that the workbooks of Excel are written with.
    fn place(self) -> u16 {
        match self {
            Plain => 0,
            Grouped => 1,
            Euro => 2,
            Percent => 3,
            Moment => 5,
            Dollar => 7,
        }
    }
}

/// The places of a day and of a length of time in that list.
const DAY: u16 = 4;
const TIME: u16 = 6;

type Row = &'static [Cell];

/// A row, its number from 1, and whether it is hidden.
type Placed = (u32, bool, Row);

/// Writes a sheet in each form.
fn in_all_forms(rows: &[Placed]) -> [(&'static str, Vec<u8>); 3] {
    [
        ("xlsx", xlsx::written(rows).bytes()),
        ("xls", xls::written(rows).bytes()),
        ("ods", ods::written(rows)),
    ]
}

/// `A 12.50, B -3.00; 4 ErrorCell; 5 TotalRow`: customers, then what does not count.
fn told(reading: &Reading) -> String {
    let euros = |cents: i64| {
        let sign = if cents < 0 { "-" } else { "" };
        format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100)
    };
    let customers: Vec<String> = reading
        .parties
        .iter()
        .map(|party| match (party.revenue, party.seconds()) {
            (Some(cents), _) => format!("{} {}", party.name, euros(cents.0)),
            (None, Some(seconds)) => format!("{} {seconds} s", party.name),
            (None, None) => party.name.clone(),
        })
        .collect();
    let source = &reading.source;
    let tally = source.tally;
    assert_eq!(
        tally.accepted + tally.rejected + tally.ignored,
        tally.records
    );
    let rejected = source
        .rejected
        .iter()
        .map(|row| format!("{} {:?}", row.line, row.reason));
    let ignored = source
        .ignored
        .iter()
        .map(|row| format!("{} {:?}", row.line, row.reason));
    let parts = [customers.join(", ")].into_iter();
    parts
        .chain(rejected)
        .chain(ignored)
        .collect::<Vec<_>>()
        .join("; ")
}

fn reading_of(form: &str, bytes: &[u8]) -> Reading {
    read_one(bytes).unwrap_or_else(|error| panic!("{form}: {error}"))
}

/// The rows, from the first, in all forms.
fn check(rows: &[Row], expected: &str) {
    let placed: Vec<Placed> = (1..).zip(rows).map(|(n, row)| (n, false, *row)).collect();
    for (form, bytes) in in_all_forms(&placed) {
        let reading = reading_of(form, &bytes);
        assert_eq!(told(&reading), expected, "{form}: {rows:?}");
    }
}

const HEADER: Row = &[Text("Klant"), Text("Omzet")];

#[test]
fn numbers_are_amounts_however_they_are_shown() {
    check(
        &[
            HEADER,
            &[Text("A"), Number(12.5, Plain)],
            &[Text("B"), Number(1_234.5, Grouped)],
            &[Text("C"), Number(-99.95, Euro)],
            &[Text("D"), Formula(7.0)],
            &[Text("E"), Number(0.1 + 0.2, Grouped)],
            &[Text("F"), Number(1e-12, Grouped)],
            &[Text("G"), Number(1_234_567.89, Plain)],
            &[Text("H"), Number(123_456_789.0, Plain)],
        ],
        "A 12.50, B 1234.50, C -99.95, D 7.00, E 0.30, F 0.00, G 1234567.89, H 123456789.00",
    );
}

#[test]
fn what_is_no_amount_refuses_its_row_by_the_number_that_the_workbook_shows() {
    check(
        &[
            HEADER,
            &[Text("A"), Number(1.0, Grouped)],
            &[Text("B"), Error],
            &[Text("C"), FormulaError],
            &[Text("D"), Truth(true)],
            &[Text("E"), Number(0.21, Percent)],
            &[Text("F"), Text("ca. 5.000")],
            &[Text("G"), Empty],
            &[Empty, Number(3.0, Grouped)],
            &[Text("H"), Number(2.0, Grouped)],
            &[Text("I"), Number(1_234.5, Dollar)],
        ],
        "A 1.00, H 2.00; 3 ErrorCell; 4 ErrorCell; 5 AmountInvalid; 6 AmountInvalid; \
         7 AmountInvalid; 8 AmountMissing; 9 NameMissing; 11 CurrencyMismatch",
    );
}

#[test]
fn texts_that_hold_numbers_are_read_by_the_notation_of_their_column() {
    check(
        &[
            HEADER,
            &[Text("A"), Text("1.234,56")],
            &[Text("B"), Text("€ 2.000,00")],
            &[Text("C"), Number(3_000.25, Grouped)],
            &[Text("D"), FormulaText("4.000,50")],
        ],
        "A 1234.56, B 2000.00, C 3000.25, D 4000.50",
    );
}

#[test]
fn names_are_shown_as_written_and_numbers_for_names_stay_numbers() {
    check(
        &[
            HEADER,
            &[Text("Smit & Zn <b>"), Number(1.0, Grouped)],
            &[Text("\u{201e}Café\u{201d} Ünal €"), Number(2.0, Grouped)],
            &[FormulaText("Berekend B.V."), Number(3.0, Grouped)],
            &[Text("日本商事"), Number(4.0, Grouped)],
            &[Text("smit & zn <b>"), Number(5.0, Grouped)],
        ],
        "Smit & Zn <b> 6.00, \u{201e}Café\u{201d} Ünal € 2.00, Berekend B.V. 3.00, 日本商事 4.00",
    );
}

#[test]
fn days_are_days_and_their_time_is_left_out() {
    let rows: [Row; 4] = [
        &[Text("Datum"), Text("Klant"), Text("Bedrag excl. btw")],
        &[Day("2025-03-04", 45_720.0), Text("A"), Number(1.0, Grouped)],
        &[Number(45_725.75, Moment), Text("A"), Number(2.0, Grouped)],
        &[Day("2024-02-29", 45_351.0), Text("B"), Number(3.0, Grouped)],
    ];
    let placed: Vec<Placed> = (1..).zip(rows).map(|(n, row)| (n, false, row)).collect();
    for (form, bytes) in in_all_forms(&placed) {
        let reading = reading_of(form, &bytes);
        assert_eq!(told(&reading), "A 3.00, B 3.00", "{form}");
        assert_eq!(reading.source.kind, SourceKind::Transactions, "{form}");
        let (from, to) = reading.source.period.expect("a period");
        let period = (from.to_string(), to.to_string());
        let expected = ("2024-02-29".to_owned(), "2025-03-09".to_owned());
        assert_eq!(period, expected, "{form}");
    }
}

#[test]
fn lengths_of_time_are_hours_also_beyond_a_day() {
    check(
        &[
            &[Text("Klant"), Text("Medewerker"), Text("Uren")],
            &[Text("A"), Text("Jo"), Time(30 * 3_600)],
            &[Text("A"), Text("Jo"), Time(18 * 60 + 25)],
            &[Text("B"), Text("Jo"), Time(8 * 3_600)],
            &[Text("B"), Text("Jo"), Number(0.25, Grouped)],
        ],
        "A 109105 s, B 29700 s",
    );
}

#[test]
fn totals_do_not_count_and_rows_may_be_missing() {
    let rows: [Placed; 6] = [
        (2, false, &[Text("Omzet per klant 2025")]),
        (5, false, HEADER),
        (6, false, &[Text("A"), Number(10.0, Grouped)]),
        (9, true, &[Text("B"), Number(5.5, Grouped)]),
        (12, false, &[Text("Totaal"), Formula(15.5)]),
        (1_000, false, &[Text("C"), Text("geen")]),
    ];
    for (form, bytes) in in_all_forms(&rows) {
        let reading = reading_of(form, &bytes);
        let expected = "A 10.00, B 5.50; 1000 AmountInvalid; 2 TitleRow; 12 TotalRow";
        assert_eq!(told(&reading), expected, "{form}");
        assert_eq!(reading.source.header_line, Some(5), "{form}");
        let flags = &reading.source.file_flags;
        for flag in [FileFlag::HiddenRowsIncluded, FileFlag::TotalRowIgnored] {
            assert!(flags.contains(&flag), "{form}: {flags:?}");
        }
    }
}

#[test]
fn a_title_over_several_columns_and_cells_with_nothing_in_them_do_no_harm() {
    check(
        &[
            &[Text("Omzet 2025"), Empty, Empty],
            &[],
            &[Text("Klant"), Empty, Text("Omzet")],
            &[Text("A"), Empty, Number(1.0, Grouped)],
            &[Text("B"), Empty, Number(2.0, Grouped)],
        ],
        "A 1.00, B 2.00; 1 TitleRow",
    );
}

#[test]
fn a_workbook_without_a_list_is_refused() {
    let cases: [(&[Placed], IntakeError); 4] = [
        (&[], IntakeError::EmptyFile),
        (&[(1, false, HEADER)], IntakeError::NoRows),
        (
            &[
                (1, false, &[Text("Omzet"), Text("Kosten")]),
                (2, false, &[Number(1.0, Plain), Number(2.0, Plain)]),
                (3, false, &[Number(3.0, Plain), Number(4.0, Plain)]),
            ],
            IntakeError::NoNameColumn,
        ),
        (
            &[(1, false, &[Text("Beste allemaal,")])],
            IntakeError::NoDelimiter,
        ),
    ];
    for (rows, expected) in cases {
        for (form, bytes) in in_all_forms(rows) {
            assert_eq!(read_one(&bytes).err(), Some(expected.clone()), "{form}");
        }
    }
}

#[test]
fn a_list_in_another_currency_is_asked_about() {
    let rows: [Row; 3] = [
        HEADER,
        &[Text("A"), Number(1_234.5, Dollar)],
        &[Text("B"), Number(1.0, Dollar)],
    ];
    let placed: Vec<Placed> = (1..).zip(rows).map(|(n, row)| (n, false, row)).collect();
    for (form, bytes) in in_all_forms(&placed) {
        let reading = reading_of(form, &bytes);
        assert_eq!(told(&reading), "A 1234.50, B 1.00", "{form}");
        let asked: Vec<_> = reading.source.questions.iter().map(|q| q.id).collect();
        assert_eq!(asked, [QuestionId::Currency], "{form}");
    }
}

/// The sheets of the question that a workbook asks.
fn sheets_asked(reading: &Reading) -> Vec<String> {
    let question = reading.source.questions.iter();
    let question = question.filter(|question| question.id == QuestionId::Sheets);
    let answers = question.flat_map(|question| &question.answers);
    answers
        .filter_map(|answer| match &answer.choice {
            Choice::Sheet(name) => Some(name.clone()),
            _ => None,
        })
        .collect()
}
