//! What only Excel 97 to 2003 has: records in any order, numbers in 30 bits, texts over several records.

use abc_core::intake::IntakeError;

use super::{Cell, DAY, Placed, TIME, reading_of, sheets_asked, told};
use crate::made::read_one;
use crate::made::xls::{Xls, at, compound, record, shared, text};

const FORMULA: u16 = 0x0006;
const DATE_MODE: u16 = 0x0022;
const FILE_PASS: u16 = 0x002f;
const CONTINUE: u16 = 0x003c;
const MUL_RK: u16 = 0x00bd;
const RSTRING: u16 = 0x00d6;
const XF: u16 = 0x00e0;
const SST: u16 = 0x00fc;
const LABEL_SST: u16 = 0x00fd;
const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const BOOL_ERR: u16 = 0x0205;
const STRING: u16 = 0x0207;
const ROW: u16 = 0x0208;
const RK: u16 = 0x027e;
const FORMAT: u16 = 0x041e;

fn globals() -> Vec<u8> {
    let format =
        |id: u16, code: &str| record(FORMAT, &[&id.to_le_bytes()[..], &text(code)].concat());
    let formats = [
        format(164, "\"€\"\\ #,##0.00"),
        format(165, "[$$-409]#,##0.00"),
    ];
    let style = |id: u16| {
        let mut data = vec![0; 20];
        data[2..4].copy_from_slice(&id.to_le_bytes());
        record(XF, &data)
    };
    let styles = [0, 4, 164, 10, 14, 22, 46, 165].map(style).concat();
    [formats.concat(), styles].concat()
}

fn number(place: (u16, u16), style: u16, value: f64) -> Vec<u8> {
    let (row, column) = place;
    record(
        NUMBER,
        &[at(row, column, style), value.to_le_bytes().to_vec()].concat(),
    )
}

/// A formula with the eight bytes of its value.
fn formula(place: (u16, u16), value: [u8; 8]) -> Vec<u8> {
    let (row, column) = place;
    record(
        FORMULA,
        &[at(row, column, 0), value.to_vec(), vec![0; 8]].concat(),
    )
}

/// A sheet with these rows.
pub(super) fn written(rows: &[Placed]) -> Xls {
    let mut texts = Vec::new();
    let mut records = Vec::new();
    for (number_of_row, is_hidden, row) in rows {
        let row_idx = u16::try_from(number_of_row - 1).expect("a small sheet");
        let mut description = vec![0; 16];
        description[..2].copy_from_slice(&row_idx.to_le_bytes());
        description[12] = if *is_hidden { 0x20 } else { 0 };
        records.extend(record(ROW, &description));
        for (column, cell) in row.iter().enumerate() {
            let place = (row_idx, column as u16);
            let truth_or_error = |value: u8, is_error: u8| {
                let cell = [at(place.0, place.1, 0), vec![value, is_error]].concat();
                record(BOOL_ERR, &cell)
            };
            records.extend(match *cell {
                Cell::Empty => record(0x0201, &at(place.0, place.1, 1)),
                Cell::Text(text) => {
                    texts.push(text);
                    let position = (texts.len() as u32 - 1).to_le_bytes();
                    record(
                        LABEL_SST,
                        &[&at(place.0, place.1, 0)[..], &position].concat(),
                    )
                }
                Cell::Number(value, style) => number(place, style.place(), value),
                Cell::Day(_, serial) => number(place, DAY, serial),
                Cell::Time(seconds) => number(place, TIME, f64::from(seconds) / 86_400.0),
                Cell::Truth(truth) => truth_or_error(u8::from(truth), 0),
                Cell::Error => truth_or_error(0x07, 1),
                Cell::Formula(value) => formula(place, value.to_le_bytes()),
                Cell::FormulaText(shown) => [
                    formula(place, [0, 0, 0, 0, 0, 0, 0xff, 0xff]),
                    record(STRING, &text(shown)),
                ]
                .concat(),
                Cell::FormulaError => formula(place, [2, 0, 0x07, 0, 0, 0, 0xff, 0xff]),
            });
        }
    }
    Xls {
        globals: globals(),
        strings: shared(&texts),
        ..Xls::of_sheet(records)
    }
}

/// A list of names and revenue with these records for what is under the header.
fn with_header(records: &[Vec<u8>]) -> Xls {
    let header = [(0, "Klant"), (1, "Omzet")]
        .map(|(column, name)| record(LABEL, &[at(0, column, 0), text(name)].concat()));
    Xls {
        globals: globals(),
        strings: shared(&["Gedeeld", "Ünal €"]),
        ..Xls::of_sheet([header.concat(), records.concat()].concat())
    }
}

fn label(row: u16, name: &str) -> Vec<u8> {
    record(LABEL, &[at(row, 0, 0), text(name)].concat())
}

fn rk(number: i32, is_hundredths: bool) -> [u8; 4] {
    ((number << 2) | 2 | i32::from(is_hundredths)).to_le_bytes()
}

#[test]
fn numbers_of_30_bits_stand_alone_or_in_a_row() {
    let alone = |row: u16, bits: [u8; 4]| record(RK, &[&at(row, 1, 1)[..], &bits].concat());
    let book = with_header(&[
        label(1, "A"),
        alone(1, rk(12_345, true)),
        label(2, "B"),
        alone(2, rk(-7, false)),
        label(3, "C"),
        // The upper bits of an ordinary number.
        alone(3, [0, 0, 0xf0, 0x3f]),
    ]);
    assert_eq!(
        told(&reading_of("xls", &book.bytes())),
        "A 123.45, B -7.00, C 1.00"
    );

    let mut in_a_row = [1_u16, 1]
        .into_iter()
        .flat_map(u16::to_le_bytes)
        .collect::<Vec<u8>>();
    for bits in [rk(500, false), rk(21, false)] {
        in_a_row.extend([1, 0]);
        in_a_row.extend(bits);
    }
    in_a_row.extend(2_u16.to_le_bytes());
    let book = with_header(&[
        record(LABEL, &[at(0, 2, 0), text("Uren")].concat()),
        label(1, "A"),
        record(MUL_RK, &in_a_row),
    ]);
    let reading = reading_of("xls", &book.bytes());
    assert_eq!(told(&reading), "A 500.00");
    assert_eq!(reading.parties[0].seconds(), Some(21 * 3_600));
}

#[test]
fn cells_stand_in_any_order_and_the_last_word_counts() {
    let book = with_header(&[
        number((2, 1), 1, 5.0),
        label(2, "B"),
        number((1, 1), 1, 1.0),
        label(1, "A"),
        number((1, 1), 1, 2.0),
    ]);
    assert_eq!(told(&reading_of("xls", &book.bytes())), "A 2.00, B 5.00");
}

#[test]
fn a_text_is_shared_or_in_the_cell_or_with_a_layout() {
    let in_table = |row: u16, position: u32| {
        record(
            LABEL_SST,
            &[&at(row, 0, 0)[..], &position.to_le_bytes()].concat(),
        )
    };
    // Behind the text: how many runs, and each of them.
    let rich = [at(3, 0, 0), text("Vet en schuin"), vec![1, 0, 3, 0, 5, 0]].concat();
    let book = with_header(&[
        in_table(1, 0),
        number((1, 1), 1, 1.0),
        in_table(2, 1),
        number((2, 1), 1, 2.0),
        record(RSTRING, &rich),
        number((3, 1), 1, 3.0),
        label(4, "In de cel €"),
        number((4, 1), 1, 4.0),
    ]);
    let expected = "Gedeeld 1.00, Ünal € 2.00, Vet en schuin 3.00, In de cel € 4.00";
    assert_eq!(told(&reading_of("xls", &book.bytes())), expected);
}

#[test]
fn the_table_of_texts_goes_on_in_further_records() {
    // Three texts: with runs and a reading beside it, cut between, cut within and then in two bytes each.
    let counts = [3_u32, 3]
        .into_iter()
        .flat_map(u32::to_le_bytes)
        .collect::<Vec<u8>>();
    let runs_and_phonetic = [
        &[3, 0, 0x0c][..],
        &1_u16.to_le_bytes(),
        &5_u32.to_le_bytes(),
        b"Een",
        &[0, 0, 1, 0],
        &[9; 5],
    ]
    .concat();
    let first = [counts, runs_and_phonetic].concat();
    let second = [&text("Twee")[..], &[4, 0, 0, b'D']].concat();
    let third = [1, b'r', 0, 0xac, 0x20, b'e', 0];
    let book = Xls {
        strings: [
            record(SST, &first),
            record(CONTINUE, &second),
            record(CONTINUE, &third),
        ]
        .concat(),
        ..with_header(
            &(1..=3_u16)
                .flat_map(|row| {
                    let position = u32::from(row - 1).to_le_bytes();
                    [
                        record(LABEL_SST, &[&at(row, 0, 0)[..], &position].concat()),
                        number((row, 1), 1, f64::from(row)),
                    ]
                })
                .collect::<Vec<_>>(),
        )
    };
    let expected = "Een 1.00, Twee 2.00, Dr€e 3.00";
    assert_eq!(told(&reading_of("xls", &book.bytes())), expected);
}

#[test]
fn days_count_from_1900_or_from_1904() {
    for (mode, expected) in [(0, "2021-03-03"), (1, "2025-03-04")] {
        let header = [(0, "Datum"), (1, "Klant"), (2, "Bedrag excl. btw")]
            .map(|(column, name)| record(LABEL, &[at(0, column, 0), text(name)].concat()));
        let cells = [
            number((1, 0), DAY, 44_258.0),
            record(LABEL, &[at(1, 1, 0), text("A")].concat()),
            number((1, 2), 1, 1.0),
        ];
        let book = Xls {
            globals: [record(DATE_MODE, &[mode, 0]), globals()].concat(),
            strings: shared(&[]),
            ..Xls::of_sheet([header.concat(), cells.concat()].concat())
        };
        let (from, _) = reading_of("xls", &book.bytes())
            .source
            .period
            .expect("a day");
        assert_eq!(from.to_string(), expected);
    }
}

#[test]
fn hidden_sheets_do_not_count_and_charts_within_a_sheet_are_no_cells() {
    let list = |name: &str| {
        with_header(&[label(1, name), number((1, 1), 1, 1.0)])
            .sheets
            .remove(0)
            .2
    };
    let book = |second: u8| Xls {
        sheets: vec![
            ("2024".to_owned(), 0, list("A")),
            ("2025".to_owned(), second, list("B")),
        ],
        ..with_header(&[])
    };
    let reading = reading_of("xls", &book(1).bytes());
    assert_eq!(told(&reading), "A 1.00");
    assert_eq!(sheets_asked(&reading), Vec::<String>::new());
    assert_eq!(
        sheets_asked(&reading_of("xls", &book(0).bytes())),
        ["2025", "2024"]
    );

    let chart = [
        record(0x0809, &[0, 6, 0x20, 0, 0, 0, 0, 0]),
        number((1, 1), 1, 99.0),
        record(0x000a, &[]),
    ]
    .concat();
    let with_chart = with_header(&[label(1, "A"), number((1, 1), 1, 1.0), chart]);
    assert_eq!(told(&reading_of("xls", &with_chart.bytes())), "A 1.00");
}

#[test]
fn damage_and_passwords_are_told_apart() {
    let cut = |mut book: Xls, n: usize| {
        let end = book.sheets[0].2.len() - n;
        book.sheets[0].2.truncate(end);
        book
    };
    let list = || with_header(&[label(1, "A"), number((1, 1), 1, 1.0)]);
    let mut with_password = list();
    with_password.globals = [record(FILE_PASS, &[1, 0]), globals()].concat();
    let absent_text = record(
        LABEL_SST,
        &[&at(1, 0, 0)[..], &99_u32.to_le_bytes()].concat(),
    );
    let cases = [
        (with_password.bytes(), IntakeError::FileEncrypted),
        (
            compound("EncryptedPackage", &[]),
            IntakeError::FileEncrypted,
        ),
        (compound("Book", &[]), IntakeError::XlsTooOld),
        (compound("WordDocument", &[]), IntakeError::NotText),
        // Excel 95 in a file that says 97.
        (
            compound("Workbook", &record(0x0809, &[0, 5, 5, 0])),
            IntakeError::XlsTooOld,
        ),
        (compound("Workbook", &[]), IntakeError::ZipCorrupt),
        (cut(list(), 3).bytes(), IntakeError::ZipCorrupt),
        (with_header(&[absent_text]).bytes(), IntakeError::ZipCorrupt),
        (
            with_header(&[record(NUMBER, &[0, 0, 1])]).bytes(),
            IntakeError::ZipCorrupt,
        ),
        (list().bytes()[..1_000].to_vec(), IntakeError::ZipCorrupt),
        (list().bytes()[..20].to_vec(), IntakeError::ZipCorrupt),
    ];
    for (idx, (bytes, expected)) in cases.into_iter().enumerate() {
        assert_eq!(read_one(&bytes).err(), Some(expected), "case {idx}");
    }
}
