//! What only the open format has: repeats, values in attributes, texts in paragraphs.

use abc_core::intake::{FileFlag, IntakeError};

use super::{
    Cell, Dollar, Euro, Grouped, Moment, Percent, Placed, Plain, reading_of, sheets_asked, told,
};
use crate::made::ods::{ods, table};
use crate::made::{escaped, read_one};

/// A sheet with these rows.
pub(super) fn written(rows: &[Placed]) -> Vec<u8> {
    let mut text = String::new();
    let mut n_before = 0;
    for (number, is_hidden, row) in rows {
        let n_missing = number - n_before - 1;
        if n_missing > 0 {
            text.push_str(&format!(
                "<table:table-row table:number-rows-repeated=\"{n_missing}\">\
                 <table:table-cell table:number-columns-repeated=\"1024\"/></table:table-row>"
            ));
        }
        n_before = *number;
        let visibility = if *is_hidden {
            " table:visibility=\"filter\""
        } else {
            ""
        };
        let cells: String = row.iter().map(cell).collect();
        text.push_str(&format!(
            "<table:table-row{visibility}>{cells}</table:table-row>"
        ));
    }
    ods("", &table(&text))
}

fn cell(cell: &Cell) -> String {
    let valued = |kind: &str, value: String, shown: &str| {
        format!(
            "<table:table-cell office:value-type=\"{kind}\" {value}><text:p>{shown}</text:p>\
             </table:table-cell>"
        )
    };
    match *cell {
        Cell::Empty => "<table:table-cell/>".to_owned(),
        Cell::Text(text) => valued("string", String::new(), &escaped(text)),
        Cell::Number(serial, Moment) => {
            // The one moment of the table.
            assert!((serial - 45_725.75).abs() < f64::EPSILON);
            let value = "office:date-value=\"2025-03-09T18:00:00\"".to_owned();
            valued("date", value, "9-3-2025 18:00")
        }
        Cell::Number(value, Dollar) => {
            let value = format!("office:currency=\"USD\" office:value=\"{value}\"");
            valued("currency", value, "$")
        }
        Cell::Number(value, style) => {
            let kind = match style {
                Euro | Dollar => "currency",
                Percent => "percentage",
                Plain | Grouped | Moment => "float",
            };
            let shown = format!("{value:.2}");
            valued(kind, format!("office:value=\"{value}\""), &shown)
        }
        Cell::Day(day, _) => valued("date", format!("office:date-value=\"{day}\""), day),
        Cell::Time(seconds) => {
            let value = format!(
                "office:time-value=\"PT{:02}H{:02}M{:02}S\"",
                seconds / 3_600,
                seconds / 60 % 60,
                seconds % 60
            );
            valued("time", value, "")
        }
        Cell::Truth(truth) => {
            let value = format!("office:boolean-value=\"{truth}\"");
            valued("boolean", value, if truth { "WAAR" } else { "ONWAAR" })
        }
        Cell::Error => valued(
            "string",
            "calcext:value-type=\"error\"".to_owned(),
            "#DIV/0!",
        ),
        Cell::Formula(value) => {
            let value = format!("table:formula=\"of:=SUM([.A1])\" office:value=\"{value}\"");
            valued("float", value, "")
        }
        Cell::FormulaText(text) => valued(
            "string",
            "table:formula=\"of:=[.A1]\"".to_owned(),
            &escaped(text),
        ),
        Cell::FormulaError => valued("string", "table:formula=\"of:=1/0\"".to_owned(), "#DIV/0!"),
    }
}

const HEADER: &str = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Klant</text:p>\
    </table:table-cell><table:table-cell office:value-type=\"string\"><text:p>Omzet</text:p>\
    </table:table-cell></table:table-row>";

/// Rows under the header of a list of names and revenue.
fn check_rows(rows: &str, expected: &str) {
    let reading = reading_of("ods", &ods("", &table(&format!("{HEADER}{rows}"))));
    assert_eq!(told(&reading), expected, "{rows}");
}

#[test]
fn a_cell_says_what_it_is_in_attributes_and_paragraphs() {
    let one = "<table:table-cell office:value-type=\"float\" office:value=\"1\"/>";
    let name = |inner: &str| {
        format!(
            "<table:table-row><table:table-cell office:value-type=\"string\">{inner}\
             </table:table-cell>{one}</table:table-row>"
        )
    };
    let names = [
        (
            "<text:p>Jansen <text:span>en</text:span> Zn</text:p>",
            "Jansen en Zn 1.00",
        ),
        ("<text:p>A<text:s text:c=\"3\"/>B</text:p>", "A B 1.00"),
        (
            "<text:p>A<text:tab/>B<text:line-break/>C</text:p>",
            "A B C 1.00",
        ),
        (
            "<text:p>Regel</text:p><text:p>Twee</text:p>",
            "Regel Twee 1.00",
        ),
        (
            "<text:p><text:a xlink:href=\"http://x\">Link</text:a></text:p>",
            "Link 1.00",
        ),
        // A remark is not what the cell says.
        (
            "<office:annotation><text:p>let op</text:p></office:annotation><text:p>Klant</text:p>",
            "Klant 1.00",
        ),
    ];
    for (inner, expected) in names {
        check_rows(&name(inner), expected);
    }
    let amount = |cell: &str| {
        format!(
            "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>A</text:p>\
             </table:table-cell><table:table-cell {cell}</table:table-row>{}",
            name("<text:p>Z</text:p>")
        )
    };
    let amounts = [
        (
            "office:value-type=\"float\" office:value=\"2.5\"><text:p>3</text:p></table:table-cell>",
            "A 2.50, Z 1.00",
        ),
        (
            "office:value-type=\"currency\" office:currency=\"EUR\" office:value=\"2\"/>",
            "A 2.00, Z 1.00",
        ),
        (
            "table:formula=\"of:=1\" office:value-type=\"float\"/>",
            "Z 1.00; 2 FormulaWithoutValue",
        ),
        ("table:formula=\"of:=1\"/>", "Z 1.00; 2 FormulaWithoutValue"),
        (
            "table:formula=\"of:=1\" office:value-type=\"string\"><text:p>Err:502</text:p></table:table-cell>",
            "Z 1.00; 2 ErrorCell",
        ),
        (
            "office:value-type=\"float\" office:value=\"NaN\"/>",
            "Z 1.00; 2 ErrorCell",
        ),
        (
            "office:value-type=\"float\" office:value=\"x\"/>",
            "Z 1.00; 2 AmountInvalid",
        ),
    ];
    for (cell, expected) in amounts {
        check_rows(&amount(cell), expected);
    }
}

#[test]
fn rows_and_cells_are_repeated() {
    let row = "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell \
               office:value-type=\"string\"><text:p>A</text:p></table:table-cell>\
               <table:table-cell office:value-type=\"float\" office:value=\"1.5\"/></table:table-row>";
    check_rows(row, "A 4.50");
    // Behind the last row all the rest of the grid is one repeat.
    let rest = "<table:table-row table:number-rows-repeated=\"1048571\"><table:table-cell \
                table:number-columns-repeated=\"16384\"/></table:table-row>";
    check_rows(&format!("{row}{rest}"), "A 4.50");
    // Groups and rows at the top of each page are rows like any other.
    let grouped = format!(
        "<table:table-row-group><table:table-header-rows>{row}</table:table-header-rows>\
         </table:table-row-group>"
    );
    check_rows(&grouped, "A 4.50");
    let wide = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Klant</text:p>\
                </table:table-cell><table:table-cell table:number-columns-repeated=\"2\"/>\
                <table:table-cell office:value-type=\"string\"><text:p>Omzet</text:p></table:table-cell>\
                </table:table-row><table:table-row><table:table-cell office:value-type=\"string\">\
                <text:p>A</text:p></table:table-cell><table:covered-table-cell \
                table:number-columns-repeated=\"2\"/><table:table-cell office:value-type=\"float\" \
                office:value=\"7\"/><table:table-cell table:number-columns-repeated=\"16380\"/>\
                </table:table-row>";
    assert_eq!(told(&reading_of("ods", &ods("", &table(wide)))), "A 7.00");
}

#[test]
fn repeats_beyond_the_grid_are_damage() {
    let rows = |rows: &str, columns: &str| {
        format!(
            "{HEADER}<table:table-row table:number-rows-repeated=\"{rows}\"><table:table-cell \
             office:value-type=\"string\" table:number-columns-repeated=\"{columns}\"><text:p>A</text:p>\
             </table:table-cell></table:table-row>"
        )
    };
    let cases = [
        ("1", "16385", IntakeError::ZipCorrupt),
        ("1", "4294967295", IntakeError::ZipCorrupt),
        ("1", "99999999999999999999", IntakeError::ZipCorrupt),
        ("1", "0", IntakeError::ZipCorrupt),
        ("0", "1", IntakeError::ZipCorrupt),
        ("-1", "1", IntakeError::ZipCorrupt),
        ("1048576", "1", IntakeError::ZipCorrupt),
        ("4294967295", "1", IntakeError::ZipCorrupt),
        (
            "1",
            "16384",
            IntakeError::TooManyColumns {
                n: 16_384,
                max: 1_024,
            },
        ),
    ];
    for (n_rows, n_columns, expected) in cases {
        let bytes = ods("", &table(&rows(n_rows, n_columns)));
        assert_eq!(
            read_one(&bytes).err(),
            Some(expected),
            "{n_rows} x {n_columns}"
        );
    }
}

#[test]
fn a_sheet_is_hidden_by_its_style() {
    let styles = "<style:style style:name=\"ta1\"><style:table-properties table:display=\"true\"/>\
                  </style:style><style:style style:name=\"ta2\"><style:table-properties \
                  table:display=\"false\"/></style:style>";
    let sheet = |name: &str, style: &str, customer: &str| {
        format!(
            "<table:table table:name=\"{name}\" table:style-name=\"{style}\">{HEADER}<table:table-row>\
             <table:table-cell office:value-type=\"string\"><text:p>{customer}</text:p></table:table-cell>\
             <table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row>\
             </table:table>"
        )
    };
    let both = sheet("2024", "ta1", "A") + &sheet("2025", "ta2", "B");
    let reading = reading_of("ods", &ods(styles, &both));
    assert_eq!(told(&reading), "A 1.00");
    assert_eq!(sheets_asked(&reading), Vec::<String>::new());
    let shown = sheet("2024", "ta1", "A") + &sheet("2025", "ta1", "B");
    let reading = reading_of("ods", &ods(styles, &shown));
    assert_eq!(sheets_asked(&reading), ["2025", "2024"]);
    assert!(
        reading
            .source
            .file_flags
            .contains(&FileFlag::OtherSheetsIgnored)
    );
}
