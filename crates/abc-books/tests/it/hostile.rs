//! Files that are made to do harm: each is refused in words that fit, soon, without much memory, and the next
//! file is read as if nothing had been.

use std::time::Duration;

use abc_core::intake::IntakeError;

use crate::made::ods::{ods, ods_of, table};
use crate::made::packed::{Entry, entry, gzip, gzip_of, repeated, zip, zip_of, zip_of_one_place};
use crate::made::xls::{Xls, record};
use crate::made::xlsx::Xlsx;
use crate::made::{read_all, read_one};
use crate::thread_time;

/// What an optimised build may take is a quarter of it.
const MOST_TIME: Duration = Duration::from_secs(20);
/// Of the whole process, with all that other tests hold meanwhile.
const MOST_BYTES: u64 = 300_000_000;

/// A list that is in order.
fn good() -> Vec<u8> {
    let row = |number: u32, cells: [&str; 2]| {
        let [name, amount] = cells;
        format!(
            "<row r='{number}'><c r='A{number}' t='inlineStr'><is><t>{name}</t></is></c>\
             <c r='B{number}' t='str'><v>{amount}</v></c></row>"
        )
    };
    let rows = row(1, ["Klant", "Omzet"]) + &row(2, ["A", "10,00"]);
    Xlsx::of_rows(&rows).bytes()
}

const AUDITFILE: &str = "<auditfile><header><fiscalYear>2025</fiscalYear></header><company>\
    <generalLedger><ledgerAccount><accID>8000</accID><accDesc>Omzet</accDesc><accTp>P</accTp>\
    </ledgerAccount></generalLedger><transactions><journal><transaction><trLine><accID>8000</accID>\
    <amnt>10</amnt><amntTp>C</amntTp></trLine></transaction></journal></transactions></company></auditfile>";

/// The bytes that the process has needed at most, where the system tells.
fn most_bytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kilobytes * 1_000)
}

fn check(what: &str, bytes: &[u8], expected: &IntakeError) {
    let begun = thread_time();
    let result = read_one(bytes);
    let taken = thread_time().saturating_sub(begun);
    assert_eq!(result.err().as_ref(), Some(expected), "{what}");
    assert!(taken < MOST_TIME, "{what}: {} ms", taken.as_millis());
    if let Some(most) = most_bytes() {
        assert!(most < MOST_BYTES, "{what}: {most} bytes");
    }
    let next = read_one(&good()).expect("the next file");
    assert_eq!(next.source.revenue_cents, 1_000, "after {what}");
}

const BOMB: IntakeError = IntakeError::ZipBomb { max: 500_000_000 };

/// A workbook in which one part is another entry.
fn workbook_with(book: &Xlsx, replaced: Entry) -> Vec<u8> {
    let mut entries: Vec<Entry> = book
        .parts()
        .iter()
        .filter(|(name, _)| *name != replaced.name)
        .map(|(name, text)| entry(name, text.as_bytes()))
        .collect();
    entries.push(replaced);
    zip_of(&entries)
}

#[test]
fn little_that_unpacks_to_much_is_refused() {
    let spaces = " ".repeat(1_000);
    let comment = format!("<!--{}-->", "x".repeat(500_000 - 7));
    let sheet = "xl/worksheets/sheet1.xml";
    let in_sheet = repeated(sheet, "<worksheet>", &spaces, 2_000);
    check(
        "a sheet of 2 GB",
        &workbook_with(&Xlsx::of_rows(""), in_sheet),
        &BOMB,
    );

    // One by one each of them would do.
    let auditfile = |n: u32| repeated(&format!("{n}.xaf"), "<auditfile>", &comment, 200);
    let entries = [
        auditfile(1),
        entry("2.xaf.gz", &gzip_of(&auditfile(2))),
        auditfile(3),
    ];
    let results = read_all(&[("drie.zip", &zip_of(&entries))]);
    let is_bomb = |result: &abc_books::ReadFile| result.result.as_ref().err() == Some(&BOMB);
    assert!(results.iter().any(is_bomb), "{results:?}");

    let one_text = repeated("a.xaf", "<auditfile><company>", "x", 2_000);
    let too_long = IntakeError::ElementTooLong {
        line: 1,
        max: 1_000_000,
    };
    check("one text of 2 GB", &gzip_of(&one_text), &too_long);
}

#[test]
fn archives_that_lie_are_refused() {
    let auditfile = || entry("a.xaf", AUDITFILE.as_bytes());
    let with = |change: fn(&mut Entry)| {
        let mut entry = auditfile();
        change(&mut entry);
        zip_of(&[entry])
    };
    assert!(read_one(&zip_of(&[auditfile()])).is_ok());
    let corrupt = IntakeError::ZipCorrupt;
    check(
        "the same bytes twice",
        &zip_of_one_place(&auditfile(), 2),
        &corrupt,
    );
    check(
        "the same bytes often",
        &zip_of_one_place(&auditfile(), 20_000),
        &corrupt,
    );
    check(
        "a wrong checksum",
        &with(|entry| entry.checksum ^= 1),
        &corrupt,
    );
    check(
        "no end",
        &with(|entry| entry.packed.truncate(100)),
        &corrupt,
    );
    check("another method", &with(|entry| entry.method = 12), &corrupt);
    check("no method", &with(|entry| entry.method = 99), &corrupt);
    check(
        "a password",
        &with(|entry| entry.flags = 1),
        &IntakeError::FileEncrypted,
    );
    let noise: Vec<u8> = (0..2_000_u32).map(|n| (n * n / 8) as u8).collect();
    let mut of_noise = auditfile();
    of_noise.packed = noise;
    check("noise", &zip_of(&[of_noise]), &corrupt);

    let mut gzip_with_wrong_sum = gzip(AUDITFILE.as_bytes());
    let at = gzip_with_wrong_sum.len() - 6;
    gzip_with_wrong_sum[at] ^= 1;
    check(
        "a gzip with a wrong checksum",
        &gzip_with_wrong_sum,
        &corrupt,
    );

    let whole = zip_of(&[auditfile()]);
    let at_end = whole.len() - 22;
    let mut many = whole.clone();
    many[at_end + 8..at_end + 12].copy_from_slice(&[0xfe, 0xff, 0xfe, 0xff]);
    check("a count of 65,534", &many, &corrupt);
    let mut far = whole.clone();
    far[at_end + 16..at_end + 20].copy_from_slice(&[0xff, 0xff, 0xff, 0x7f]);
    check("a directory beyond the end", &far, &corrupt);

    let encrypted = zip(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        (
            "META-INF/manifest.xml",
            b"<manifest><file-entry><encryption-data/></file-entry></manifest>",
        ),
        ("content.xml", b"\x80\x81"),
    ]);
    check(
        "an ods with a password",
        &encrypted,
        &IntakeError::FileEncrypted,
    );
}

#[test]
fn files_that_break_off_are_never_read_in_part() {
    let list = Xls::of_sheet(Vec::new()).bytes();
    let files = [
        ("zip", zip(&[("a.xaf", AUDITFILE.as_bytes())])),
        ("gzip", gzip(AUDITFILE.as_bytes())),
        ("auditfile", AUDITFILE.as_bytes().to_vec()),
        ("xlsx", good()),
        ("xls", list),
        ("ods", ods("", &table("<table:table-row/>"))),
    ];
    for (what, bytes) in files {
        for n in 1..40 {
            let cut = &bytes[..bytes.len() * n / 40];
            let results = read_all(&[("afgebroken", cut)]);
            let is_refused = results.iter().all(|file| file.result.is_err());
            assert!(
                is_refused && !results.is_empty(),
                "{what} after {} bytes",
                cut.len()
            );
        }
    }
}

#[test]
fn archives_of_too_many_files_are_refused() {
    let empty = Entry {
        packed: Vec::new(),
        method: 0,
        checksum: 0,
        n_bytes: 0,
        ..entry("a", b"")
    };
    let named = |name: String| Entry {
        name,
        ..empty.clone()
    };
    let too_many = |max| IntakeError::TooManyEntries { max };
    let entries: Vec<Entry> = (0..100_000).map(|n| named(format!("{n}"))).collect();
    check("100,000 files", &zip_of(&entries), &too_many(20_000));
    let long: Vec<Entry> = (0..60_000).map(|n| named(format!("{n:0500}"))).collect();
    check("long names", &zip_of(&long), &too_many(20_000));

    let auditfiles: Vec<Entry> = (0..1_001)
        .map(|n| entry(&format!("{n}.xaf"), b"<auditfile/>"))
        .collect();
    let results = read_all(&[("veel.zip", &zip_of(&auditfiles))]);
    let is_said = results
        .iter()
        .any(|file| file.result.as_ref().err() == Some(&too_many(1_000)));
    assert!(is_said);

    // What is wrong with many is said once.
    let pages: Vec<Entry> = (0..2_000)
        .map(|n| entry(&format!("{n}.html"), b"<html></html>"))
        .collect();
    check("2,000 pages", &zip_of(&pages), &IntakeError::IsHtml);
}

#[test]
fn an_archive_of_something_else_says_so() {
    let inner = zip(&[("lijst.csv", b"Klant;Omzet\nA;1,00\n")]);
    let archive = IntakeError::IsArchive;
    check(
        "an archive in an archive",
        &zip(&[("a.zip", &inner)]),
        &archive,
    );
    check(
        "a gzip in a gzip",
        &gzip(&gzip(AUDITFILE.as_bytes())),
        &archive,
    );
    check("nothing", &zip(&[]), &IntakeError::EmptyFile);
    let in_both = zip(&[("a.xaf.gz", &gzip(AUDITFILE.as_bytes()))]);
    assert!(read_one(&in_both).is_ok());
}

/// A text in each place where XML is read.
fn in_each_form(xml: &str) -> Vec<(&'static str, Vec<u8>)> {
    let sheet = "xl/worksheets/sheet1.xml";
    vec![
        (
            "auditfile",
            format!("<auditfile>{xml}</auditfile>").into_bytes(),
        ),
        ("ubl", format!("<Invoice>{xml}</Invoice>").into_bytes()),
        (
            "xlsx",
            workbook_with(
                &Xlsx::of_rows(""),
                entry(sheet, format!("<worksheet>{xml}</worksheet>").as_bytes()),
            ),
        ),
        (
            "ods",
            ods_of(format!("<document>{xml}</document>").as_bytes()),
        ),
    ]
}

#[test]
fn xml_that_goes_too_far_is_refused() {
    let deep = "<a>".repeat(200_000) + &"</a>".repeat(200_000);
    let too_deep = IntakeError::TooDeep { line: 1, max: 64 };
    for (form, bytes) in in_each_form(&deep) {
        check(&format!("200,000 levels in {form}"), &bytes, &too_deep);
    }
    let attributes: String = (0..100).map(|n| format!(" a{n}='x'")).collect();
    for (form, bytes) in in_each_form(&format!("<a{attributes}/>")) {
        check(&format!("100 attributes in {form}"), &bytes, &too_deep);
    }
    let long = "x".repeat(2_000_000);
    let too_long = IntakeError::ElementTooLong {
        line: 1,
        max: 1_000_000,
    };
    for xml in [
        format!("<a b='{long}'/>"),
        format!("<{long}/>"),
        format!("<!--{long}-->"),
        format!("<a>{long}</a>"),
        format!("<![CDATA[{long}]]>"),
    ] {
        for (form, bytes) in in_each_form(&xml) {
            check(&format!("{} in {form}", &xml[..9]), &bytes, &too_long);
        }
    }
}

#[test]
fn entities_are_refused_before_any_is_read() {
    let laughs = "<!DOCTYPE lolz [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>\
                  <!ENTITY c SYSTEM 'file:///etc/passwd'>]>";
    let doctype = IntakeError::XmlDoctype;
    let cases = [
        (
            "auditfile",
            format!("{laughs}<auditfile>&b;</auditfile>").into_bytes(),
        ),
        (
            "ubl",
            format!("<?xml version='1.0'?>{laughs}<Invoice>&c;</Invoice>").into_bytes(),
        ),
        (
            "xlsx",
            workbook_with(
                &Xlsx::of_rows(""),
                entry(
                    "xl/worksheets/sheet1.xml",
                    format!("{laughs}<worksheet>&b;</worksheet>").as_bytes(),
                ),
            ),
        ),
        (
            "ods",
            ods_of(format!("{laughs}<document>&b;</document>").as_bytes()),
        ),
    ];
    for (form, bytes) in cases {
        check(form, &bytes, &doctype);
    }
    let late = AUDITFILE.replace("<company>", &format!("<company>{laughs}"));
    check("further on", late.as_bytes(), &doctype);
}

#[test]
fn workbooks_that_promise_or_hold_too_much_are_refused() {
    let cell = |place: &str| format!("<c r='{place}' t='inlineStr'><is><t>x</t></is></c>");
    let far = format!(
        "<row r='1'>{}</row><row r='1048576'>{}</row>",
        cell("A1"),
        cell("XFD1048576")
    );
    let columns = IntakeError::TooManyColumns {
        n: 16_384,
        max: 1_024,
    };
    check(
        "two cells far apart",
        &Xlsx::of_rows(&far).bytes(),
        &columns,
    );
    check(
        "row 1,000,000,000",
        &Xlsx::of_rows("<row r='1000000000'/>").bytes(),
        &IntakeError::ZipCorrupt,
    );
    // A text in a hundred pieces, none of which is too long.
    let pieces = repeated(
        "xl/strings.xml",
        "<sst><si>",
        &format!("<t>{}</t>", "x".repeat(500_000 - 7)),
        100,
    );
    let with_end = |mut entry: Entry, end: &str| {
        let tail = crate::made::packed::entry("", end.as_bytes());
        entry.packed.truncate(entry.packed.len() - 2);
        entry.packed.extend(tail.packed);
        // The checksum is that of a part that was never written whole.
        entry
    };
    let of_pieces = workbook_with(&Xlsx::of_rows(&cell("A1")), with_end(pieces, "</si></sst>"));
    check("a text of 100 MB", &of_pieces, &IntakeError::ZipCorrupt);

    let sheets = |n: usize| Xlsx {
        sheets: vec![("x".to_owned(), "state='hidden'".to_owned(), String::new()); n],
        ..Xlsx::default()
    };
    let too_many = IntakeError::TooManySheets { max: 20 };
    check("1,001 sheets", &sheets(1_001).bytes(), &too_many);
    let mut shown = sheets(21);
    for sheet in &mut shown.sheets {
        sheet.1.clear();
    }
    check("21 sheets that are shown", &shown.bytes(), &too_many);

    let tables = "<table:table table:name='x'/>".repeat(1_001);
    check("1,001 sheets of ods", &ods("", &tables), &too_many);
    let links = "<Relationship/>".repeat(65_537);
    let links = entry(
        "xl/_rels/workbook.xml.rels",
        format!("<Relationships>{links}</Relationships>").as_bytes(),
    );
    check(
        "65,537 links",
        &workbook_with(&Xlsx::of_rows(""), links),
        &IntakeError::ZipCorrupt,
    );

    let promises = Xls {
        strings: record(0x00fc, &[0xff; 8]),
        ..Xls::of_sheet(Vec::new())
    };
    let cells = IntakeError::TooManyCells { max: 5_000_000 };
    check("4,000,000,000 texts of xls", &promises.bytes(), &cells);
}

#[test]
fn books_of_more_than_a_small_firm_are_refused() {
    let too_many = |max| IntakeError::TooManyRecords { max };
    let invoices = format!("<Invoices>{}</Invoices>", "<Invoice/>".repeat(200_001));
    let invoices = invoices.replace("Invoices>", "StandardBusinessDocument>");
    check("200,001 invoices", invoices.as_bytes(), &too_many(200_000));

    let references: String = (0..500_001)
        .map(|n| format!("<invRef>{n}</invRef>"))
        .collect();
    let one_booking = AUDITFILE.replace("<trLine>", &format!("<trLine>{references}"));
    check(
        "500,001 references",
        one_booking.as_bytes(),
        &too_many(5_000_000),
    );
}

#[test]
fn documents_that_hold_nothing_are_refused() {
    let no_revenue = IntakeError::NoRevenueAccounts;
    check("an empty auditfile", b"<auditfile/>", &no_revenue);
    check("a web page", b"<html></html>", &IntakeError::IsHtml);
    check("nothing", b"", &IntakeError::EmptyFile);
    check("spaces", b"  \n ", &IntakeError::EmptyFile);
}
