//! Lists that come in a zip or a gzip.

use std::io::Write as _;

use abc_books::{InMemory, ReadFile};
use abc_core::customers::Customer;
use abc_core::intake::{IntakeError, ReadOptions};
use flate2::{Compression, write::GzEncoder};
use zip::{ZipWriter, write::SimpleFileOptions};

const LIST: &str = "Klant;Omzet\nAlfa;1.250,50\nBeta;2.000,00\n";
const HOURS: &str = "Datum;Klant;Uren\n03-02-2025;Alfa;7,50\n";

fn read(name: &str, bytes: &[u8]) -> Vec<ReadFile> {
    let input = InMemory { name, bytes };
    abc_books::read(&[&input], &ReadOptions::default(), &|_, _| {})
}

fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn lists_in_a_zip_are_read_as_if_they_were_dropped_by_themselves() {
    let bytes = zip(&[
        ("klanten.csv", LIST.as_bytes()),
        ("uren.csv", HOURS.as_bytes()),
    ]);
    let mut results = read("alles.zip", &bytes).into_iter();
    let list = results.next().unwrap();
    assert_eq!(list.names, ["alles.zip"]);
    let list = list.result.unwrap();
    assert_eq!(list.source.name, "alles.zip: klanten.csv");
    assert_eq!(list.source.n_bytes, LIST.len() as u64);
    assert_eq!(list.source.revenue_cents, 325_050);
    let hours = results.next().unwrap().result.unwrap();
    let seconds: u64 = hours.parties.iter().filter_map(Customer::seconds).sum();
    assert_eq!(seconds, 27_000);
}

#[test]
fn a_gzipped_list_is_read() {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(LIST.as_bytes()).unwrap();
    let [file] =
        <[ReadFile; 1]>::try_from(read("klanten.csv.gz", &gzip.finish().unwrap())).unwrap();
    assert_eq!(file.result.unwrap().parties.len(), 2);
}

#[test]
fn what_is_no_list_within_an_archive_says_what_to_do() {
    let workbook = zip(&[("[Content_Types].xml", b"<Types/>")]);
    let cases: [(&[u8], IntakeError); 4] = [
        (&workbook, IntakeError::IsArchive),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old workbook",
            IntakeError::IsArchive,
        ),
        (b"%PDF-1.7 invoice", IntakeError::IsPdf),
        (b"Klant;Omzet\n", IntakeError::NoRows),
    ];
    for (bytes, expected) in cases {
        let results = read("a.zip", &zip(&[("a", bytes)]));
        let [file] = results.as_slice() else {
            panic!("{results:?}")
        };
        assert_eq!(file.result.as_ref().err(), Some(&expected));
    }
}

#[test]
fn what_goes_with_a_list_in_an_archive_is_left_where_it_is() {
    let bytes = zip(&[
        ("klanten.csv", LIST.as_bytes()),
        ("leesmij.txt", b"Hierbij de lijst."),
        ("factuur.pdf", b"%PDF-1.7 invoice"),
    ]);
    let [file] = <[ReadFile; 1]>::try_from(read("alles.zip", &bytes)).unwrap();
    assert_eq!(file.result.unwrap().parties.len(), 2);
}
