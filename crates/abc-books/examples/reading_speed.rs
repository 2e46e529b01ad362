//! How fast files are read and what memory that takes, to steer by:
//! `cargo run --profile worker -p abc-books --example reading_speed -- FILE…` (of `make_big.py`, for one).
//!
//! The files are read together, as they would be when dropped together, by the readers of the two workers.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::expect_used,
    reason = "a program for a terminal, with a clock, that may stop at the first surprise"
)]

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;
use std::time::Instant;

use abc_books::{Input, ReadSeek, read};
use abc_core::intake::{FileKind, IntakeError, ReadOptions, SNIFF_BYTES, sniff};
use abc_core::protocol::Reader;
use abc_core::readings::Reading;

/// As a worker reads a blob.
const CHUNK_BYTES: usize = 1 << 20;

struct OnDisk(String);

impl Input for OnDisk {
    fn name(&self) -> &str {
        &self.0
    }

    fn n_bytes(&self) -> u64 {
        Path::new(&self.0).metadata().map_or(0, |data| data.len())
    }

    fn open(&self) -> io::Result<Box<dyn ReadSeek + '_>> {
        let file = File::open(&self.0)?;
        Ok(Box::new(BufReader::with_capacity(CHUNK_BYTES, file)))
    }
}

fn main() {
    let files: Vec<OnDisk> = std::env::args().skip(1).map(OnDisk).collect();
    let begun = Instant::now();
    let mut books: Vec<&dyn Input> = Vec::new();
    for file in &files {
        let mut head = Vec::new();
        let start = File::open(&file.0).expect("a file");
        start
            .take(SNIFF_BYTES as u64)
            .read_to_end(&mut head)
            .expect("a readable file");
        match sniff(&head) {
            FileKind::Text => tell(&file.0, &text(file)),
            FileKind::Books => books.push(file),
            FileKind::Refused(error) => tell(&file.0, &Err(error)),
        }
    }
    for file in read(&books, &ReadOptions::default(), &|_, _| {}) {
        tell(&file.names.join(" + "), &file.result);
    }
    println!("{} ms", begun.elapsed().as_millis());
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    if let Some(most) = status.lines().find(|line| line.starts_with("VmHWM")) {
        println!("{most}");
    }
}

fn text(file: &OnDisk) -> Result<Reading, IntakeError> {
    let mut reader = Reader::new(&file.0, file.n_bytes(), ReadOptions::default());
    let mut chunk = vec![0; CHUNK_BYTES];
    loop {
        let mut bytes = File::open(&file.0).expect("a file");
        loop {
            match bytes.read(&mut chunk).expect("a readable file") {
                0 => break,
                n => reader.feed(chunk.get(..n).unwrap_or_default())?,
            }
        }
        if !reader.needs_restart() {
            let (customers, read) = reader.finish()?;
            return Ok(read.into_reading(customers));
        }
    }
}

fn tell(name: &str, result: &Result<Reading, IntakeError>) {
    match result {
        Ok(reading) => println!(
            "{name}: {:?}, {} parties, {} cents",
            reading.source.tally,
            reading.parties.len(),
            reading.source.revenue_cents
        ),
        Err(error) => println!("{name}: {error}"),
    }
}
