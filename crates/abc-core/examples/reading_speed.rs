//! How fast files are read, to steer by: `cargo run --release -p abc-core --example reading_speed`.
//!
//! Prints MB/s for made-up files, beside the csv crate reading the same bytes and adding up one
//! column, which is less work than the reader does.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::let_underscore_must_use,
    reason = "a program for a terminal, with a clock, that may stop at the first surprise"
)]

use std::fmt::Write as _;
use std::time::Instant;

use abc_core::intake::ReadOptions;
use abc_core::protocol::Reader;

/// Repeatable chance: `SplitMix64`.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % n
    }
}

/// Cents as `1.234,56`.
fn dutch(cents: u64) -> String {
    let (euros, rest) = (cents / 100, cents % 100);
    match (euros / 1_000_000, euros / 1_000 % 1_000, euros % 1_000) {
        (0, 0, ones) => format!("{ones},{rest:02}"),
        (0, thousands, ones) => format!("{thousands}.{ones:03},{rest:02}"),
        (millions, thousands, ones) => format!("{millions}.{thousands:03}.{ones:03},{rest:02}"),
    }
}

fn invoice_lines(n: u64, has_codes: bool) -> String {
    let mut chance = Chance(1);
    let mut text = String::from(if has_codes {
        "Factuurdatum;Factuurnr.;Debiteurnr.;Debiteur;Omschrijving;Bedrag excl. btw\r\n"
    } else {
        "Factuurdatum;Factuurnr.;Klant;Omschrijving;Bedrag excl. btw\r\n"
    });
    for line in 0..n {
        let customer = chance.below(20_000);
        let (day, month) = (1 + chance.below(28), 1 + chance.below(12));
        let cents = 500 + chance.below(900_000);
        write!(text, "{day:02}-{month:02}-2025;{};", 20_250_000 + line).ok();
        if has_codes {
            write!(text, "{};", 10_000 + customer).ok();
        }
        write!(
            text,
            "Bouwbedrijf de Vries {customer} B.V.;Werkzaamheden week {};",
            1 + line % 52
        )
        .ok();
        text.push_str(&dutch(cents));
        text.push_str("\r\n");
    }
    text
}

fn customers(n: u64) -> String {
    let mut chance = Chance(2);
    let mut text = String::from(
        "Debiteurnr;Klant;Plaats;Branche;Medewerkers;Omzet;Inkoop;Uren;Potentie;Relatiescore;Klant sinds;Kanaal\r\n",
    );
    for index in 0..n {
        write!(text, "{};Handelsonderneming {index} B.V.;", 100_000 + index).ok();
        write!(
            text,
            "Plaats {};Branche {};{};",
            chance.below(80),
            chance.below(12),
            1 + chance.below(200)
        )
        .ok();
        write!(
            text,
            "{};{};",
            dutch(chance.below(9_000_000)),
            dutch(chance.below(3_000_000))
        )
        .ok();
        write!(
            text,
            "{},{};{};{};",
            chance.below(400),
            chance.below(4) * 25,
            1 + chance.below(5),
            1 + chance.below(5)
        )
        .ok();
        write!(
            text,
            "{:02}-{:02}-{};Kanaal {}\r\n",
            1 + chance.below(28),
            1 + chance.below(12),
            2000 + chance.below(25),
            chance.below(6)
        )
        .ok();
    }
    text
}

fn report(what: &str, bytes: &[u8], seconds: f64, sum: i64) {
    let megabytes = bytes.len() as f64 / 1.0e6;
    println!(
        "{what:<28} {:>7.0} ms {:>7.0} MB/s   {sum}",
        seconds * 1_000.0,
        megabytes / seconds
    );
}

fn measure(title: &str, text: &str, amount_column: usize) {
    println!("{title}: {:.1} MB", text.len() as f64 / 1.0e6);
    for _ in 0..3 {
        let start = Instant::now();
        let mut reader = Reader::new("", text.len() as u64, ReadOptions::default());
        for chunk in text.as_bytes().chunks(256 * 1024) {
            reader.feed(chunk).expect("a readable file");
        }
        assert!(!reader.needs_restart());
        let (customers, read) = reader.finish().expect("a readable file");
        report(
            &format!("  reader, {} customers", customers.len()),
            text.as_bytes(),
            start.elapsed().as_secs_f64(),
            read.source.revenue_cents,
        );
    }
    let start = Instant::now();
    let mut csv = csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_reader(text.as_bytes());
    let mut record = csv::ByteRecord::new();
    let mut sum = 0_i64;
    while csv.read_byte_record(&mut record).expect("a readable file") {
        let cell = record.get(amount_column).unwrap_or_default();
        let digits = cell.iter().filter(|byte| byte.is_ascii_digit());
        sum += digits.fold(0, |value, digit| value * 10 + i64::from(digit - b'0'));
    }
    report(
        "  csv crate, one sum",
        text.as_bytes(),
        start.elapsed().as_secs_f64(),
        sum,
    );
}

fn main() {
    measure(
        "1,000,000 invoice lines by name",
        &invoice_lines(1_000_000, false),
        4,
    );
    measure(
        "1,000,000 invoice lines by number",
        &invoice_lines(1_000_000, true),
        5,
    );
    measure("100,000 customers", &customers(100_000), 5);
}
