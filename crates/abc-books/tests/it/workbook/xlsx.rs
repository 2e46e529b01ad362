//! What only Excel 2007 and later have: shared texts, runs, references of cells, styles.

use abc_core::intake::{FileFlag, IntakeError};

use super::{Cell, DAY, Placed, TIME, reading_of, told};
use crate::made::xlsx::Xlsx;
use crate::made::{escaped, read_one};

/// The workbook that the tables are written in, without rows.
pub(super) fn empty() -> Xlsx {
    Xlsx {
        formats: "<numFmt numFmtId='164' formatCode='\"€\"\\ #,##0.00'/>\
                  <numFmt numFmtId='165' formatCode='[$$-409]#,##0.00'/>"
            .to_owned(),
        styles: vec![0, 4, 164, 10, 14, 22, 46, 165],
        ..Xlsx::of_rows("")
    }
}

/// A sheet with these rows.
pub(super) fn written(rows: &[Placed]) -> Xlsx {
    let mut book = empty();
    let mut n_shared = 0;
    for (number, is_hidden, row) in rows {
        let mut cells = String::new();
        for (column, cell) in row.iter().enumerate() {
            let place = format!("{}{number}", char::from(b'A' + column as u8));
            let numbered =
                |style: u16, value: f64| format!("<c r='{place}' s='{style}'><v>{value}</v></c>");
            cells.push_str(&match *cell {
                Cell::Empty => format!("<c r='{place}' s='1'/>"),
                Cell::Text(text) => {
                    let text = escaped(text);
                    book.strings.push_str(&format!("<si><t>{text}</t></si>"));
                    n_shared += 1;
                    format!("<c r='{place}' t='s'><v>{}</v></c>", n_shared - 1)
                }
                Cell::Number(value, style) => numbered(style.place(), value),
                Cell::Day(_, serial) => numbered(DAY, serial),
                Cell::Time(seconds) => numbered(TIME, f64::from(seconds) / 86_400.0),
                Cell::Truth(truth) => {
                    format!("<c r='{place}' t='b'><v>{}</v></c>", u8::from(truth))
                }
                Cell::Error => format!("<c r='{place}' t='e'><v>#DIV/0!</v></c>"),
                Cell::Formula(value) => {
                    format!("<c r='{place}'><f>SUM(A1:A2)</f><v>{value}</v></c>")
                }
                Cell::FormulaText(text) => format!(
                    "<c r='{place}' t='str'><f>A1</f><v>{}</v></c>",
                    escaped(text)
                ),
                Cell::FormulaError => {
                    format!("<c r='{place}' t='e'><f>A1/0</f><v>#DIV/0!</v></c>")
                }
            });
        }
        let hidden = if *is_hidden { "hidden='1'" } else { "" };
        book.sheets[0]
            .2
            .push_str(&format!("<row r='{number}' {hidden}>{cells}</row>"));
    }
    book
}

/// Two columns, name and revenue, with this for the cells of the first row under the header.
fn check_row(cells: &str, expected: &str) {
    let book = Xlsx {
        strings: "<si><t>Gedeeld</t></si><si><r><rPr><b/></rPr><t>Vet</t></r><r><t xml:space='preserve'> en \
                  schuin</t></r><rPh sb='0' eb='1'><t>leesteken</t></rPh></si><si><t>Regel_x000D_\nTwee</t></si>\
                  <si/>"
            .to_owned(),
        ..empty()
    };
    let rows = format!(
        "<row r='1'><c r='A1' t='inlineStr'><is><t>Klant</t></is></c>\
         <c r='B1' t='inlineStr'><is><t>Omzet</t></is></c></row>\
         <row r='2'>{cells}</row>\
         <row r='3'><c r='A3' t='inlineStr'><is><t>Z</t></is></c><c r='B3'><v>1</v></c></row>"
    );
    let mut book = book;
    book.sheets[0].2 = rows;
    let reading = reading_of("xlsx", &book.bytes());
    assert_eq!(told(&reading), expected, "{cells}");
}

#[test]
fn a_cell_says_what_it_is_in_many_ways() {
    let cases = [
        // Shared, in runs, with the reading of Japanese beside it.
        (
            "<c r='A2' t='s'><v>0</v></c><c r='B2'><v>2</v></c>",
            "Gedeeld 2.00, Z 1.00",
        ),
        (
            "<c r='A2' t='s'><v>1</v></c><c r='B2'><v>2</v></c>",
            "Vet en schuin 2.00, Z 1.00",
        ),
        (
            "<c r='A2' t='s'><v>2</v></c><c r='B2'><v>2</v></c>",
            "Regel Twee 2.00, Z 1.00",
        ),
        (
            "<c r='A2' t='s'><v>3</v></c><c r='B2'><v>2</v></c>",
            "Z 1.00; 2 NameMissing",
        ),
        // In the cell, in runs.
        (
            "<c r='A2' t='inlineStr'><is><r><t>In</t></r><r><t>line</t></r></is></c><c r='B2'><v>2</v></c>",
            "Inline 2.00, Z 1.00",
        ),
        // Cells without a place stand one after the other; the others where they say.
        (
            "<c t='s'><v>0</v></c><c><v>3</v></c>",
            "Gedeeld 3.00, Z 1.00",
        ),
        (
            "<c r='B2'><v>4</v></c><c r='A2' t='s'><v>0</v></c>",
            "Gedeeld 4.00, Z 1.00",
        ),
        // Numbers in every notation that XML has.
        (
            "<c r='A2' t='s'><v>0</v></c><c r='B2'><v>1.5E3</v></c>",
            "Gedeeld 1500.00, Z 1.00",
        ),
        (
            "<c r='A2' t='s'><v>0</v></c><c r='B2'><v> 7 </v></c>",
            "Gedeeld 7.00, Z 1.00",
        ),
        (
            "<c r='A2' t='s'><v>0</v></c><c r='B2' t='n'><v>-0</v></c>",
            "Gedeeld 0.00, Z 1.00",
        ),
        // Not a number, too much, a style that is not there.
        (
            "<c r='A2' t='s'><v>0</v></c><c r='B2'><v>NaN</v></c>",
            "Z 1.00; 2 ErrorCell",
        ),
        (
            "<c r='A2' t='s'><v>0</v></c><c r='B2'><v>1e309</v></c>",
            "Z 1.00; 2 ErrorCell",
        ),
        (
            "<c r='A2' t='s'><v>0</v></c><c r='B2'><v>1e300</v></c>",
            "Z 1.00; 2 AmountOutOfRange",
        ),
        (
            "<c r='A2' t='s'><v>0</v></c><c r='B2' s='99'><v>5</v></c>",
            "Gedeeld 5.00, Z 1.00",
        ),
        // A formula whose value was not saved, and one that gave an empty text.
        (
            "<c r='A2' t='s'><v>0</v></c><c r='B2'><f>1+1</f></c>",
            "Z 1.00; 2 FormulaWithoutValue",
        ),
        (
            "<c r='A2' t='s'><v>0</v></c><c r='B2'><f>1+1</f><v/></c>",
            "Z 1.00; 2 FormulaWithoutValue",
        ),
        (
            "<c r='A2' t='s'><v>0</v></c><c r='B2' t='str'><f>\"\"</f><v></v></c>",
            "Z 1.00; 2 AmountMissing",
        ),
        // A day in ISO 8601 is no amount, nor is one by its format.
        (
            "<c r='A2' t='s'><v>0</v></c><c r='B2' t='d'><v>2025-03-04T00:00:00</v></c>",
            "Z 1.00; 2 AmountInvalid",
        ),
        (
            "<c r='A2' t='s'><v>0</v></c><c r='B2' s='4'><v>45720</v></c>",
            "Z 1.00; 2 AmountInvalid",
        ),
    ];
    for (cells, expected) in cases {
        check_row(cells, expected);
    }
}

#[test]
fn damage_is_no_number_and_no_place() {
    let cases = [
        // A shared text that is not there.
        "<row r='1'><c r='A1' t='s'><v>9</v></c></row>",
        "<row r='1'><c r='A1' t='s'><v>-1</v></c></row>",
        // Outside the grid, in another row than it stands in.
        "<row r='1'><c r='XFE1'><v>1</v></c></row>",
        "<row r='1048577'><c r='A1048577'><v>1</v></c></row>",
        "<row r='0'/>",
        "<row r='1'><c r='A2'><v>1</v></c></row>",
        "<row r='een'/>",
        // Not well-formed.
        "<row r='1'><c r='A1'><v>1</c></row>",
    ];
    for rows in cases {
        let bytes = Xlsx::of_rows(rows).bytes();
        assert_eq!(
            read_one(&bytes).err(),
            Some(IntakeError::ZipCorrupt),
            "{rows}"
        );
    }
}

#[test]
fn days_count_from_1900_or_from_1904() {
    let rows = "<row r='1'><c r='A1' t='inlineStr'><is><t>Datum</t></is></c>\
                <c r='B1' t='inlineStr'><is><t>Klant</t></is></c>\
                <c r='C1' t='inlineStr'><is><t>Bedrag excl. btw</t></is></c></row>\
                <row r='2'><c r='A2' s='4'><v>45720</v></c>\
                <c r='B2' t='inlineStr'><is><t>A</t></is></c><c r='C2'><v>1</v></c></row>\
                <row r='3'><c r='A3' s='4'><v>44258</v></c>\
                <c r='B3' t='inlineStr'><is><t>B</t></is></c><c r='C3'><v>2</v></c></row>";
    for (properties, expected) in [
        ("", ("2021-03-03", "2025-03-04")),
        ("date1904='0'", ("2021-03-03", "2025-03-04")),
        ("date1904='1'", ("2025-03-04", "2029-03-05")),
        ("date1904='true'", ("2025-03-04", "2029-03-05")),
    ] {
        let mut book = empty();
        book.properties = properties.to_owned();
        book.sheets[0].2 = rows.to_owned();
        let (from, to) = reading_of("xlsx", &book.bytes())
            .source
            .period
            .expect("days");
        assert_eq!(
            (from.to_string().as_str(), to.to_string().as_str()),
            expected
        );
    }
}

#[test]
fn hidden_sheets_do_not_count_and_two_lists_are_asked_about() {
    let list = |name: &str, amount: u32| {
        format!(
            "<row r='1'><c r='A1' t='inlineStr'><is><t>Klant</t></is></c>\
             <c r='B1' t='inlineStr'><is><t>Omzet</t></is></c></row>\
             <row r='2'><c r='A2' t='inlineStr'><is><t>{name}</t></is></c>\
             <c r='B2'><v>{amount}</v></c></row>"
        )
    };
    let sheet =
        |name: &str, attributes: &str, rows: String| (name.to_owned(), attributes.to_owned(), rows);
    let cases = [
        (
            vec![
                sheet("2024", "", list("A", 1)),
                sheet("2025", "", list("B", 2)),
            ],
            "B 2.00",
            vec!["2025", "2024"],
            vec!["2024"],
        ),
        (
            vec![
                sheet("2024", "", list("A", 1)),
                sheet("2025", "state='hidden'", list("B", 2)),
                sheet("2026", "state='veryHidden'", list("C", 3)),
            ],
            "A 1.00",
            vec![],
            vec![],
        ),
        (
            vec![
                sheet(
                    "Uitleg",
                    "",
                    "<row r='1'><c r='A1'><v>1</v></c></row>".to_owned(),
                ),
                sheet("Leeg", "", String::new()),
                sheet("Lijst", "", list("A", 1)),
            ],
            "A 1.00",
            vec![],
            vec!["Uitleg"],
        ),
    ];
    for (sheets, expected, asked, unread) in cases {
        let reading = reading_of("xlsx", &Xlsx { sheets, ..empty() }.bytes());
        assert_eq!(told(&reading), expected);
        assert_eq!(super::sheets_asked(&reading), asked);
        assert_eq!(reading.source.unread_sheets, unread);
    }
}

/// A sheet of texts and numbers, without attributes.
fn sheet_of(name: &str, rows: &[&[&str]]) -> (String, String, String) {
    let row = |number: u32, cells: &[&str]| {
        let cells = "ABCD".chars().zip(cells).map(|(column, cell)| {
            if cell.starts_with(|c: char| c.is_ascii_digit()) {
                format!("<c r='{column}{number}'><v>{cell}</v></c>")
            } else {
                format!("<c r='{column}{number}' t='inlineStr'><is><t>{cell}</t></is></c>")
            }
        });
        format!("<row r='{number}'>{}</row>", cells.collect::<String>())
    };
    let rows = (1..).zip(rows).map(|(number, cells)| row(number, cells));
    (name.to_owned(), String::new(), rows.collect::<String>())
}

#[test]
fn the_months_of_a_year_on_sheets_of_their_own_are_read_as_one() {
    const HEAD: &[&str] = &["Klant", "Omzet"];
    let read = |sheets| reading_of("xlsx", &Xlsx { sheets, ..empty() }.bytes());
    let month = |name: &str, amount: &str| {
        let rows: [&[&str]; 5] = [
            &["Omzet"],
            HEAD,
            &["A", amount],
            &["B", "1"],
            &["Totaal", "9"],
        ];
        sheet_of(name, &rows)
    };
    let months = vec![
        month("januari", "8"),
        month("februari", "8"),
        month("maart", "8"),
    ];
    let reading = read(months);
    // Each total is that of its own sheet.
    assert_eq!(
        told(&reading),
        "A 24.00, B 3.00; 1 TitleRow; 5 TotalRow; 5 TotalRow; 5 TotalRow"
    );
    let all = "januari + … + maart";
    assert_eq!(
        super::sheets_asked(&reading),
        [all, "januari", "februari", "maart"]
    );
    assert_eq!(reading.source.sheet.as_deref(), Some(all));
    assert_eq!(reading.source.unread_sheets, Vec::<String>::new());
    assert_eq!(reading.source.file_flags, [FileFlag::TotalRowIgnored]);

    // A quarter holds its months already.
    let quarters = vec![
        month("Q1", "60"),
        month("februari", "20"),
        month("maart", "20"),
    ];
    assert_eq!(super::sheets_asked(&read(quarters))[1..].len(), 3);
    // Also where each sheet has one row.
    let two = vec![
        month("januari", "8"),
        sheet_of("februari", &[&["Omzet"], HEAD, &["A", "8"]]),
    ];
    assert!(told(&read(two)).starts_with("A 16.00, B 1.00"));

    // One month twice, another form and another year are no months of one year.
    let one = sheet_of("Q1 2025", &[HEAD, &["A", "1"]]);
    let others = [
        sheet_of("1e kwartaal 2025", &[HEAD, &["A", "2"]]),
        sheet_of(
            "Q2 2025",
            &[&["Klant", "Plaats", "Omzet"], &["A", "Breda", "2"]],
        ),
        sheet_of("Q2 2024", &[HEAD, &["A", "2"]]),
        sheet_of("Overig", &[HEAD, &["A", "2"]]),
    ];
    for other in others {
        let asked = super::sheets_asked(&read(vec![one.clone(), other]));
        assert_eq!(asked.len(), 2, "{asked:?}");
    }
}

#[test]
fn the_hours_of_each_month_stand_beside_the_revenue_as_one() {
    let hours = |name: &str| {
        let rows: [&[&str]; 2] = [&["Medewerker", "Klant", "Uren"], &["Anna", "A", "2"]];
        sheet_of(name, &rows)
    };
    let revenue = sheet_of("Omzet", &[&["Klant", "Omzet"], &["A", "10"]]);
    let sheets = vec![revenue, hours("Uren jan"), hours("Uren feb")];
    let bytes = Xlsx { sheets, ..empty() }.bytes();
    let results = crate::made::read_all(&[("boek.xlsx", &bytes)]);
    let said: Vec<_> = results
        .into_iter()
        .map(|file| told(&file.result.expect("a reading")))
        .collect();
    assert_eq!(said, ["A 10.00", "A 14400 s"]);
}

#[test]
fn a_sheet_of_hours_is_read_beside_the_revenue() {
    let hours = sheet_of(
        "Uren",
        &[
            &["Medewerker", "Klant", "Uren"],
            &["Anna", "A", "2"],
            &["Bob", "A", "1.5"],
        ],
    );
    let revenue = sheet_of("Omzet", &[&["Klant", "Omzet"], &["A", "10"], &["B", "5"]]);
    let more = ("Uren oud".to_owned(), String::new(), hours.2.clone());
    let sheets = vec![revenue.clone(), hours.clone(), more];
    // Two may be of two years, or the same hours again.
    let asked = reading_of("xlsx", &Xlsx { sheets, ..empty() }.bytes());
    assert_eq!(super::sheets_asked(&asked), ["Omzet", "Uren", "Uren oud"]);
    let sheets = vec![hours, revenue];
    let bytes = Xlsx { sheets, ..empty() }.bytes();
    let results = crate::made::read_all(&[("boek.xlsx", &bytes)]);
    let readings: Vec<_> = results
        .into_iter()
        .map(|file| file.result.expect("a reading"))
        .collect();
    let said: Vec<_> = readings
        .iter()
        .map(|reading| (reading.source.name.as_str(), told(reading)))
        .collect();
    let [revenue, hours] = ["A 10.00, B 5.00", "A 12600 s"].map(str::to_owned);
    assert_eq!(said, [("boek.xlsx", revenue), ("boek.xlsx: Uren", hours)]);
    assert!(
        readings
            .iter()
            .all(|reading| reading.source.questions.is_empty())
    );
    assert!(
        readings
            .iter()
            .all(|reading| reading.source.file_flags.is_empty())
    );
}
