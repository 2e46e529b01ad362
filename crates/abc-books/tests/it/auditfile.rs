//! The rules for auditfiles, one small file per rule.

use abc_books::{InMemory, Input, ReadFile, read};
use abc_core::intake::{FileFlag, IntakeError, ReadOptions};
use abc_core::mapping::{Choice, QuestionId};
use abc_core::readings::Reading;

const ACCOUNTS: &str = "
1300 Debiteuren B
1600 Crediteuren B
0590 Reserves B
1500 Btw B
4000 Kosten P
7000 Inkoop P
8000 Omzet P
8100 Rentebaten P";

/// A file of 2025: bookings as `period|text|account debit(-)/credit amount number invoice project;…`.
fn auditfile(bookings: &[&str]) -> String {
    auditfile_of(ACCOUNTS, "2025", bookings)
}

fn auditfile_of(accounts: &str, year: &str, bookings: &[&str]) -> String {
    let account = |line: &str| {
        let mut words = line.split(' ');
        let mut next = || words.next().unwrap_or_default();
        let (number, name, kind) = (next(), next(), next());
        format!(
            "<ledgerAccount><accID>{number}</accID><accDesc>{name}</accDesc>\
             <accTp>{kind}</accTp></ledgerAccount>"
        )
    };
    let accounts: String = accounts.trim().lines().map(account).collect();
    let bookings: String = bookings
        .iter()
        .map(|booking| booking_xml(booking))
        .collect();
    format!(
        "<auditfile><header><fiscalYear>{year}</fiscalYear><startDate>{year}-01-01</startDate>\
         <endDate>{year}-12-31</endDate><curCode>EUR</curCode></header><company>\
         <companyName>Wij</companyName><customersSuppliers>\
         <customerSupplier><custSupID>1</custSupID><custSupName>Een</custSupName></customerSupplier>\
         <customerSupplier><custSupID>2</custSupID><custSupName>Twee</custSupName></customerSupplier>\
         <customerSupplier><custSupID>9</custSupID><custSupName>Leverancier</custSupName></customerSupplier>\
         </customersSuppliers><generalLedger>{accounts}</generalLedger><transactions><journal>\
         {bookings}</journal></transactions></company></auditfile>"
    )
}

fn booking_xml(booking: &str) -> String {
    let mut parts = booking.splitn(3, '|');
    let mut next = || parts.next().unwrap_or_default();
    let (period, text, lines) = (next(), next(), next());
    let line = |line: &str| {
        let mut words = line.split_whitespace();
        let mut next = || match words.next() {
            None | Some("_") => "",
            Some(word) => word,
        };
        let (account, amount, number, invoice, project) = (next(), next(), next(), next(), next());
        let (side, amount) = match amount.strip_prefix('d') {
            Some(amount) => ("D", amount),
            None => ("C", amount),
        };
        format!(
            "<trLine><nr>1</nr><accID>{account}</accID><docRef/><amnt>{amount}</amnt>\
             <amntTp>{side}</amntTp><custSupID>{number}</custSupID><invRef>{invoice}</invRef>\
             <projID>{project}</projID></trLine>"
        )
    };
    let lines: String = lines.split(';').map(line).collect();
    format!(
        "<transaction><nr>b</nr><desc>{text}</desc><periodNumber>{period}</periodNumber>\
         <trDt>2025-03-01</trDt>{lines}</transaction>"
    )
}

fn read_all(files: &[(&str, &[u8])], options: &ReadOptions) -> Vec<ReadFile> {
    let files: Vec<InMemory<'_>> = files
        .iter()
        .map(|(name, bytes)| InMemory { name, bytes })
        .collect();
    let inputs: Vec<&dyn Input> = files.iter().map(|file| file as &dyn Input).collect();
    read(&inputs, options, &|_, _| {})
}

fn read_one(text: &str) -> Reading {
    reading_of(&[("a.xaf", text.as_bytes())], &ReadOptions::default())
}

fn reading_of(files: &[(&str, &[u8])], options: &ReadOptions) -> Reading {
    let mut results = read_all(files, options);
    assert_eq!(results.len(), 1, "{results:?}");
    results.remove(0).result.expect("a reading")
}

fn error_of(files: &[(&str, &[u8])]) -> IntakeError {
    let results = read_all(files, &ReadOptions::default());
    let error = results.into_iter().find_map(|file| file.result.err());
    error.expect("an error")
}

/// `1: 100.00, 2: 50.00, -: 10.00`: customers, and what has none.
fn revenue(reading: &Reading) -> String {
    let euros = |cents: i64| format!("{}.{:02}", cents / 100, (cents % 100).abs());
    let mut said: Vec<String> = reading
        .parties
        .iter()
        .map(|party| {
            format!(
                "{}: {}",
                party.code,
                euros(party.revenue.unwrap_or_default().0)
            )
        })
        .collect();
    if reading.unassigned.revenue.0 != 0 {
        said.push(format!("-: {}", euros(reading.unassigned.revenue.0)));
    }
    let books = reading.source.books.as_ref().expect("books");
    let parties: i64 = reading
        .parties
        .iter()
        .filter_map(|party| party.revenue)
        .map(|c| c.0)
        .sum();
    assert_eq!(
        books.revenue_cents.0,
        parties + reading.unassigned.revenue.0
    );
    assert_eq!(books.without_customer_cents, reading.unassigned.revenue);
    let tally = reading.source.tally;
    assert_eq!(
        tally.records,
        tally.accepted + tally.rejected + tally.ignored
    );
    said.join(", ")
}

fn check(bookings: &[&str], expected: &str) {
    assert_eq!(
        revenue(&read_one(&auditfile(bookings))),
        expected,
        "{bookings:?}"
    );
}

#[test]
fn the_customer_of_a_line_is_found_in_its_booking() {
    check(&["1|x|1300 d121 1;8000 100;1500 21"], "1: 100.00");
    check(&["1|x|1300 d121 1;8000 100 2;1500 21"], "2: 100.00");
    check(&["1|kas|8000 10"], "-: 10.00");
    // Whoever is on a creditors account is no customer, also on other lines of the booking.
    check(&["1|memo|1600 d10 9;8000 10"], "-: 10.00");
    check(
        &["1|memo|1600 d10 9;4000 d5 9;1300 d5 1;8000 20"],
        "1: 20.00",
    );
    // Except who is on a debtors account as well.
    check(&["1|memo|1600 d10 1;1300 d5 1;8000 15"], "1: 15.00");
    // Two customers: by invoice.
    check(
        &["1|x|1300 d10 1 A;1300 d20 2 B;8000 10 _ A;8000 20 _ B;8000 5 _ C"],
        "1: 10.00, 2: 20.00, -: 5.00",
    );
    // A number that nothing describes keeps its revenue.
    check(&["1|x|8000 7 00123"], "00123: 7.00");
}

#[test]
fn credit_is_revenue_and_a_negative_amount_flips_its_side() {
    check(
        &["1|x|8000 100 1;8000 d30 1;8000 -20 1;8000 d-5 1"],
        "1: 55.00",
    );
}

#[test]
fn the_days_of_sales_are_kept_per_customer_and_those_of_credit_notes_are_not() {
    let sales = ["1|x|8000 100 1", "1|x|8000 50 2", "1|x|8000 d30 1"];
    let text = auditfile(&sales);
    let mut days = ["2025-03-01", "2025-05-09", "2025-11-30"].into_iter();
    let dated: String = text
        .split("2025-03-01")
        .map(|part| format!("{part}{}", days.next().unwrap_or_default()))
        .collect();
    let reading = read_one(&dated);
    let bought: Vec<String> = reading
        .parties
        .iter()
        .filter_map(|party| party.bought.period())
        .map(|(first, last)| format!("{first} {last}"))
        .collect();
    assert_eq!(bought, ["2025-03-01 2025-03-01", "2025-05-09 2025-05-09"]);
}

#[test]
fn a_year_that_ends_before_it_begins_is_no_period() {
    let file = auditfile_of("8000 Omzet P", "2025", &["3|Factuur|8000 100 1"]);
    let reversed = file.replace("2025-12-31", "2024-12-31");
    let reading = read_one(&reversed);
    assert_eq!((reading.source.period, reading.months), (None, None));
}

#[test]
fn a_file_made_after_its_year_covers_all_of_it() {
    let text = auditfile(&["1|x|8000 100 1"]);
    for (created, months) in [
        ("", 3),
        ("<dateCreated>2025-06-02</dateCreated>", 3),
        ("<dateCreated>2025-12-31</dateCreated>", 3),
        ("<dateCreated>2026-02-09</dateCreated>", 12),
    ] {
        let made = text.replace("</header>", &format!("{created}</header>"));
        assert_eq!(read_one(&made).months, Some(months), "{created}");
    }
}

#[test]
fn opening_does_not_count_and_a_thirteenth_period_does() {
    check(
        &["0|x|8000 100 1", "13|x|8000 1 1", "55|x|8000 2 1"],
        "1: 3.00",
    );
}

#[test]
fn the_closing_is_left_out_by_its_effect() {
    let sales = "1|x|8000 100 1;8100 4";
    // With and without words, in one booking or several.
    check(
        &[sales, "12|Afsluiting boekjaar|8000 d100;8100 d4;0590 104"],
        "1: 100.00",
    );
    check(&[sales, "12|x|8000 d100;8100 d4;0590 104"], "1: 100.00");
    check(
        &[
            "12|Jaarafsluiting|8000 d100;0590 100",
            "12|Jaarafsluiting|8100 d4;0590 4",
            sales,
        ],
        "1: 100.00",
    );
    // An accountant sells the closing of other people's years.
    check(
        &["1|Jaarafsluiting 2024|1300 d121 2;8000 100;1500 21", sales],
        "1: 100.00, 2: 100.00",
    );
    // A correction against equity is no closing.
    check(
        &[sales, "13|correctie|8000 d10;0590 10"],
        "1: 100.00, -: -10.00",
    );
}

#[test]
fn costs_are_all_other_results_and_projects_of_one_customer_have_direct_costs() {
    let text = auditfile(&[
        "1|x|8000 100 1 A p1",
        "1|x|8000 100 2 B p2;8000 5 1 C p2",
        "1|x|7000 d30 _ _ p1;1600 30 9",
        "1|x|7000 d40 _ _ p2;4000 d7 _ _ 0;8100 4",
    ]);
    let reading = read_one(&text);
    let direct: Vec<_> = reading
        .parties
        .iter()
        .map(|party| party.direct_cost)
        .collect();
    assert_eq!(direct, [Some(abc_core::money::Cents(3_000)), None]);
    let books = reading.source.books.expect("books");
    assert_eq!(books.cost_cents.0, 7_300);
}

#[test]
fn years_stand_beside_each_other() {
    let older = auditfile_of(ACCOUNTS, "2024", &["1|x|8000 50 1"]);
    let newer = auditfile(&["1|x|8000 70 1;8000 3 2"]);
    let files = [("n.xaf", newer.as_bytes()), ("o.xaf", older.as_bytes())];
    let reading = reading_of(&files, &ReadOptions::default());
    assert_eq!(revenue(&reading), "1: 70.00, 2: 3.00");
    let books = reading.source.books.expect("books");
    assert_eq!(books.fiscal_years, ["2024", "2025"]);
    let sums: Vec<i64> = books
        .years
        .iter()
        .map(|year| year.revenue_cents.0)
        .collect();
    assert_eq!(sums, [5_000, 7_300]);
    assert_eq!(books.years[0].customers.len(), 1);
    assert!(reading.source.file_flags.contains(&FileFlag::SeveralYears));
}

#[test]
fn books_without_a_name_are_not_taken_for_years_of_one_firm() {
    let nameless = |text: &str| text.replacen("<companyName>Wij</companyName>", "", 1);
    let older = nameless(&auditfile_of(ACCOUNTS, "2024", &["1|x|8000 50 1"]));
    let newer = nameless(&auditfile(&["1|x|8000 70 1"]));
    let files = [("n.xaf", newer.as_bytes()), ("o.xaf", older.as_bytes())];
    assert_eq!(read_all(&files, &ReadOptions::default()).len(), 2);
}

#[test]
fn a_year_that_was_dropped_twice_is_two_readings() {
    let text = auditfile(&["1|x|8000 70 1"]);
    let files = [("a.xaf", text.as_bytes()), ("b.xaf", text.as_bytes())];
    assert_eq!(read_all(&files, &ReadOptions::default()).len(), 2);
}

#[test]
fn parts_are_joined_wherever_they_were_cut() {
    let text = auditfile(&["1|Café|8000 70 1", "1|x|8000 3 2"]);
    let whole = revenue(&read_one(&text));
    for at in (600..text.len() - 1)
        .filter(|at| text.is_char_boundary(*at))
        .step_by(7)
    {
        let second = format!("<!-- Vervolgbestand 2 van 2 -->\n{}", &text[at..]);
        let files = [
            ("b.xaf", second.as_bytes()),
            ("a.xaf", &text.as_bytes()[..at]),
        ];
        let reading = reading_of(&files, &ReadOptions::default());
        assert_eq!(revenue(&reading), whole, "cut at {at}");
        assert!(
            reading
                .source
                .file_flags
                .contains(&FileFlag::SplitFilesJoined)
        );
        assert!(matches!(
            error_of(&files[1..]),
            IntakeError::XmlTruncated { .. }
        ));
        assert_eq!(error_of(&files[..1]), IntakeError::ContinuationWithoutFirst);
    }
}

#[test]
fn a_further_part_belongs_to_the_file_that_breaks_off() {
    let text = auditfile(&["1|x|8000 70 1", "1|x|8000 3 2"]);
    let earlier = text.replace("2025", "2024");
    let (first, rest) = text.split_at(text.len() / 2);
    let second = format!("<!-- Vervolgbestand 2 van 2 -->\n{rest}");
    let files = [("a.xaf", first), ("b.xaf", &earlier), ("c.xaf", &second)];
    for order in [[0, 1, 2], [1, 0, 2], [2, 1, 0]] {
        let files = order.map(|at| (files[at].0, files[at].1.as_bytes()));
        let reading = reading_of(&files, &ReadOptions::default());
        assert_eq!(revenue(&reading), revenue(&read_one(&text)), "{order:?}");
    }
}

/// A comment after the end, and letters of two bytes: neither breaks off.
#[test]
fn a_further_part_does_not_belong_to_a_file_that_is_whole() {
    let text = auditfile(&["1|x|8000 70 1", "1|x|8000 3 2"]);
    let earlier = text.replace("2025", "2024");
    let commented = format!("{earlier}<!-- gemaakt door een programma -->\n");
    let marked = format!("\u{feff}{earlier}");
    let utf16: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (first, rest) = text.split_at(text.len() / 2);
    let second = format!("<!-- Vervolgbestand 2 van 2 -->\n{rest}");
    for whole in [commented.as_bytes(), &utf16] {
        let files = [
            ("b.xaf", whole),
            ("a.xaf", first.as_bytes()),
            ("c.xaf", second.as_bytes()),
        ];
        let reading = reading_of(&files, &ReadOptions::default());
        assert_eq!(revenue(&reading), revenue(&read_one(&text)));
    }
}

#[test]
fn a_description_may_be_long_and_a_value_in_many_pieces_costs_no_more() {
    let long = auditfile(&[&format!("1|{}|8000 70 1", "omschrijving".repeat(200))]);
    assert_eq!(
        revenue(&read_one(&long)),
        revenue(&read_one(&auditfile(&["1|x|8000 70 1"])))
    );
    let pieces = "       <!---->".repeat(70_000);
    let text = long.replace("<accDesc>", &format!("<accDesc>{pieces}"));
    assert_eq!(revenue(&read_one(&text)), revenue(&read_one(&long)));
}

#[test]
fn books_in_another_currency_are_asked_about() {
    let dollars = auditfile(&["1|x|8000 70 1"]).replace(">EUR<", ">usd<");
    let asked = read_one(&dollars).source.questions;
    assert_eq!(
        asked.iter().map(|question| question.id).collect::<Vec<_>>(),
        [QuestionId::Currency]
    );
    assert_eq!(asked[0].answers[0].totals, Some((1, 7_000)));
}

#[test]
fn a_part_in_the_middle_must_be_there() {
    let third = b"<!-- Vervolgbestand 3 van 3 --></auditfile>";
    let files: [(&str, &[u8]); 2] = [("a.xaf", b"<auditfile>"), ("c.xaf", third)];
    assert_eq!(error_of(&files), IntakeError::FilePartMissing { part: 2 });
}

#[test]
fn master_data_and_bookings_may_be_two_files() {
    let text = auditfile(&["1|x|8000 70 1"]);
    let (master, bookings) = text.split_once("<transactions>").expect("bookings");
    let master = format!("{master}</company></auditfile>");
    let bookings = format!("<auditfile><company><transactions>{bookings}");
    let files = [
        ("x_1.xaf", bookings.as_bytes()),
        ("x_0.xaf", master.as_bytes()),
    ];
    assert_eq!(
        revenue(&reading_of(&files, &ReadOptions::default())),
        "1: 70.00"
    );
    assert_eq!(
        error_of(&files[..1]),
        IntakeError::FilePartMissing { part: 0 }
    );
    assert_eq!(
        error_of(&files[1..]),
        IntakeError::FilePartMissing { part: 1 }
    );
}

#[test]
fn which_accounts_are_revenue_is_asked_where_nothing_tells_and_can_be_chosen() {
    let accounts = "1300 Debiteuren B\n8000 Baten P\n8500 Bijdragen P\n4000 Lasten P";
    let text = auditfile_of(accounts, "2025", &["1|x|8000 70 1;8500 30 2;4000 d5"]);
    let reading = read_one(&text);
    assert_eq!(revenue(&reading), "1: 70.00");
    let question = &reading.source.questions[0];
    assert!(question.is_blocking && question.id == QuestionId::RevenueAccounts);
    let totals: Vec<_> = question
        .answers
        .iter()
        .map(|answer| answer.totals)
        .collect();
    assert_eq!(totals, [Some((1, 7_000)), Some((1, 3_000))]);
    assert_eq!(question.given, None);
    let numbers = vec!["8000".to_owned(), "8500".to_owned()];
    let options = ReadOptions {
        answers: vec![(QuestionId::RevenueAccounts, Choice::Accounts(numbers))],
        ..ReadOptions::default()
    };
    let files = [("a.xaf", text.as_bytes())];
    assert_eq!(revenue(&reading_of(&files, &options)), "1: 70.00, 2: 30.00");
    let none = auditfile_of("4000 Lasten P", "2025", &["1|x|4000 d5"]);
    assert_eq!(
        error_of(&[("a.xaf", none.as_bytes())]),
        IntakeError::NoRevenueAccounts
    );
}

#[test]
fn accounts_may_come_after_the_bookings() {
    let text = auditfile(&["1|x|8000 70 1"]);
    let (before, rest) = text.split_once("<generalLedger>").expect("accounts");
    let (accounts, rest) = rest.split_once("</generalLedger>").expect("accounts");
    let (bookings, after) = rest.split_once("</transactions>").expect("bookings");
    let turned = format!(
        "{before}{bookings}</transactions><generalLedger>{accounts}</generalLedger>{after}"
    );
    assert_eq!(revenue(&read_one(&turned)), "1: 70.00");
}

#[test]
fn the_encoding_is_what_the_bytes_agree_with() {
    let text = auditfile(&["1|x|8000 70 1"]).replace("Een", "Café €");
    let declared = |name: &str| format!("<?xml version=\"1.0\" encoding=\"{name}\"?>{text}");
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(&text);
    let windows_as = |name: &str| [declared(name).replace(&text, "").as_bytes(), &windows].concat();
    let utf_16: Vec<u8> = declared("UTF-16")
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect();
    let with_mark = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    for (title, bytes, is_mismatch) in [
        ("utf-8", declared("UTF-8").into_bytes(), false),
        ("windows-1252 as ISO", windows_as("ISO-8859-1"), false),
        ("windows-1252 as UTF-8", windows_as("UTF-8"), true),
        (
            "UTF-8 as windows-1252",
            declared("windows-1252").into_bytes(),
            true,
        ),
        ("UTF-8 as UTF-16", declared("UTF-16").into_bytes(), true),
        ("UTF-16 without a mark", utf_16.clone(), false),
        ("UTF-16", with_mark(b"\xfe\xff", &utf_16), false),
        ("a mark", with_mark(b"\xef\xbb\xbf", text.as_bytes()), false),
    ] {
        let reading = reading_of(&[("a.xaf", &bytes)], &ReadOptions::default());
        assert_eq!(reading.parties[0].name, "Café €", "{title}");
        let flags = &reading.source.file_flags;
        assert_eq!(
            flags.contains(&FileFlag::EncodingMismatch),
            is_mismatch,
            "{title}"
        );
    }
}

#[test]
fn what_xml_forbids_is_dropped_with_a_notice() {
    for name in ["E\u{1}en", "Een&#1;", "E\0en", "Een\u{ffff}"] {
        let text = auditfile(&["1|x|8000 70 1"]).replace("Een", name);
        let reading = read_one(&text);
        assert_eq!(reading.parties[0].name, "Een", "{name:?}");
        assert!(
            reading
                .source
                .file_flags
                .contains(&FileFlag::InvalidCharacters)
        );
    }
    let text = auditfile(&["1|x|8000 70 1"]).replace("Een", "Een & Zn &amp; <![CDATA[<Co>]]>");
    assert_eq!(read_one(&text).parties[0].name, "Een & Zn & <Co>");
}

#[test]
fn hostile_files_are_refused() {
    let deep = format!("<auditfile>{}", "<a>".repeat(100));
    let long = format!("<auditfile><header><companyName>{}", "N".repeat(3_000_000));
    let attributes = format!("<auditfile {}>", "a='b' ".repeat(100));
    let is = |text: &str| error_of(&[("a.xaf", text.as_bytes())]);
    assert!(matches!(is(&deep), IntakeError::TooDeep { .. }));
    assert!(matches!(is(&attributes), IntakeError::TooDeep { .. }));
    assert!(matches!(is(&long), IntakeError::ElementTooLong { .. }));
    assert!(matches!(
        is("<auditfile><a></b></auditfile>"),
        IntakeError::XmlBroken { .. }
    ));
    assert!(matches!(
        is("<auditfile><a "),
        IntakeError::XmlTruncated { .. }
    ));
    assert!(matches!(
        is("<auditfile/><auditfile/>"),
        IntakeError::XmlBroken { .. }
    ));
}
