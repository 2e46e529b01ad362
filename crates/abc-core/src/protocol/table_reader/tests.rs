use super::TableReader;
use crate::date::Date;
use crate::intake::{
    Cell, FileFlag, IgnoreReason, IntakeError, ReadOptions, RejectReason, SourceKind,
};
use crate::mapping::{Choice, Notation, QuestionId};
use crate::readings::Reading;

use Cell::{Empty, FormulaWithoutValue, Number, Text};

fn read(rows: &[&[Cell<'_>]], options: ReadOptions) -> Result<Reading, IntakeError> {
    let mut reader = TableReader::new("lijst.xlsx", options).with_all_notes();
    for _ in 0..2 {
        for (number, row) in (1..).zip(rows) {
            reader.row(number, row)?;
        }
        if !reader.needs_restart() {
            break;
        }
    }
    reader.finish()
}

#[test]
fn a_sheet_is_read_as_a_delimited_text_is() {
    let day = Cell::Day(Date::new(2025, 3, 4).unwrap());
    let rows: [&[Cell<'_>]; 7] = [
        &[Text("Facturen 2025"), Empty, Empty, Empty],
        &[Empty, Empty, Empty, Empty],
        &[
            Text("Klantnr"),
            Text("Klant"),
            Text("Datum"),
            Text("Excl. btw"),
        ],
        &[Number(20_010.0), Text("Garage"), day, Number(1_234.5)],
        &[Number(20_010.0), Text("GARAGE"), day, Number(234.567)],
        &[Text("007"), Text("Bakker"), day, Number(-10.0)],
        &[Text("Totaal"), Empty, Empty, Number(1_459.07)],
    ];
    let reading = read(&rows, ReadOptions::default()).unwrap();
    let source = &reading.source;
    assert_eq!(source.header_line, Some(3));
    assert_eq!(source.kind, SourceKind::Transactions);
    assert_eq!(source.revenue_cents, 123_450 + 23_457 - 1_000);
    assert_eq!(
        source
            .flagged
            .iter()
            .map(|row| row.line)
            .collect::<Vec<_>>(),
        [5]
    );
    let total = source.ignored.last().unwrap();
    assert_eq!((total.line, total.reason), (7, IgnoreReason::TotalRow));
    assert_eq!(source.file_flags, []);
    assert_eq!(source.questions, []);
    let parties: Vec<_> = reading
        .parties
        .iter()
        .map(|p| (p.code.as_str(), p.name.as_str()))
        .collect();
    assert_eq!(parties, [("20010", "Garage"), ("007", "Bakker")]);
    let march = Date::new(2025, 3, 4).unwrap();
    assert_eq!(source.period, Some((march, march)));
}

#[test]
fn what_the_workbook_could_not_compute_refuses_its_row() {
    let rows: [&[Cell<'_>]; 7] = [
        &[Text("Klant"), Text("Omzet"), Text("Uren")],
        &[Text("A"), Number(1.0), Number(2.0)],
        &[Text("B"), Cell::Error("#N/A"), Number(2.0)],
        &[Text("C"), FormulaWithoutValue, Number(2.0)],
        &[Cell::Error("#REF!"), Number(3.0), Number(2.0)],
        &[Text("D"), Number(3.0), FormulaWithoutValue],
        &[Text("Totaal"), FormulaWithoutValue, FormulaWithoutValue],
    ];
    let reading = read(&rows, ReadOptions::default()).unwrap();
    let rejected: Vec<_> = reading
        .source
        .rejected
        .iter()
        .map(|row| (row.line, row.reason))
        .collect();
    let expected = [
        (3, RejectReason::ErrorCell),
        (4, RejectReason::FormulaWithoutValue),
        (5, RejectReason::ErrorCell),
        (6, RejectReason::FormulaWithoutValue),
    ];
    assert_eq!(rejected, expected);
    assert_eq!(reading.source.ignored[0].reason, IgnoreReason::TotalRow);
    assert_eq!(reading.source.revenue_cents, 100);
}

#[test]
fn text_among_numbers_is_read_by_what_other_texts_prove() {
    let rows: [&[Cell<'_>]; 5] = [
        &[Text("Klant"), Text("Netto")],
        &[Text("A"), Number(234.567)],
        &[Text("B"), Text("1.234")],
        &[Text("C"), Text("1.234,50")],
        &[Text("D"), Text("n.v.t.")],
    ];
    let reading = read(&rows, ReadOptions::default()).unwrap();
    assert_eq!(reading.source.revenue_cents, 23_457 + 123_400 + 123_450);
    assert_eq!(
        reading.source.rejected[0].reason,
        RejectReason::AmountInvalid
    );
    assert_eq!(reading.source.columns[1].notation, Notation::Comma);

    // No text proves anything: asked, and the numbers stay what they are under both answers.
    let asked = read(&rows[..3], ReadOptions::default()).unwrap();
    assert_eq!(asked.source.file_flags, [FileFlag::NumberFormatAssumed]);
    let totals: Vec<_> = asked.source.questions[0]
        .answers
        .iter()
        .map(|answer| answer.totals)
        .collect();
    assert_eq!(asked.source.questions[0].id, QuestionId::DecimalSeparator);
    assert_eq!(
        totals,
        [Some((2, 23_457 + 123_400)), Some((2, 23_457 + 123))]
    );
    let options = ReadOptions {
        answers: vec![(QuestionId::DecimalSeparator, Choice::DecimalDot)],
        ..ReadOptions::default()
    };
    assert_eq!(
        read(&rows[..3], options).unwrap().source.revenue_cents,
        23_457 + 123
    );
}

#[test]
fn rows_that_lack_their_last_cells_are_not_too_short() {
    let rows: [&[Cell<'_>]; 3] = [
        &[Text("Klant"), Text("Omzet"), Text("Plaats")],
        &[Text("A"), Number(1.0)],
        &[Text("B")],
    ];
    let reading = read(&rows, ReadOptions::default()).unwrap();
    assert_eq!(
        reading.source.rejected[0].reason,
        RejectReason::AmountMissing
    );
}

#[test]
fn a_sheet_without_a_table_says_so() {
    let nothing: [&[Cell<'_>]; 2] = [&[Empty, Empty], &[]];
    assert_eq!(
        read(&nothing, ReadOptions::default()),
        Err(IntakeError::EmptyFile)
    );
    let no_amounts: [&[Cell<'_>]; 2] = [&[Text("a"), Text("b")], &[Text("c"), Text("d")]];
    assert!(read(&no_amounts, ReadOptions::default()).is_err());
}

#[test]
fn a_pivot_table_asks_with_the_totals_of_both_answers() {
    let rows: [&[Cell<'_>]; 5] = [
        &[Text("Klant"), Text("Jaar"), Text("Som van Omzet")],
        &[Text("Bakker"), Number(2024.0), Number(100.0)],
        &[Empty, Number(2025.0), Number(50.0)],
        &[Empty, Number(2026.0), Number(25.0)],
        &[Text("Eindtotaal"), Empty, Number(175.0)],
    ];
    let reading = read(&rows, ReadOptions::default()).unwrap();
    assert_eq!(reading.source.revenue_cents, 17_500);
    let [question] = reading.source.questions.as_slice() else {
        panic!("one question, not {:?}", reading.source.questions);
    };
    let promised: Vec<_> = question
        .answers
        .iter()
        .map(|answer| answer.totals)
        .collect();
    assert_eq!(question.id, QuestionId::NamesAbove);
    assert_eq!(promised, [Some((1, 17_500)), Some((1, 10_000))]);
}

#[test]
fn formulas_that_were_never_computed_are_no_missing_column() {
    let rows: [&[Cell<'_>]; 4] = [
        &[Text("Klant"), Text("Omzet")],
        &[Text("A"), FormulaWithoutValue],
        &[Text("B"), FormulaWithoutValue],
        &[Text("C"), FormulaWithoutValue],
    ];
    let refused = read(&rows, ReadOptions::default()).map(|_| ());
    assert_eq!(refused, Err(IntakeError::FormulasWithoutValues));
}
