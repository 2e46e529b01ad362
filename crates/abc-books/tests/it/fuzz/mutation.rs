//! What happens to a file: flipped bits, cuts, doubled lines, two files in one, and pieces that mean something.
//!
//! A file in an archive is mutated and packed anew half of the time: else the checksum would be all that is
//! ever tested.

use std::io::{Cursor, Read};

use abc_core::stats::random::SplitMix64;
use flate2::read::GzDecoder;
use zip::ZipArchive;

use super::samples::Sample;
use crate::made::packed::{gzip, zip};

/// A number below `n`; 0 where there is none.
fn below(chance: &mut SplitMix64, n: usize) -> usize {
    (chance.next_u64() % (n.max(1) as u64)) as usize
}

fn one_of<'p, T>(chance: &mut SplitMix64, things: &'p [T]) -> &'p T {
    &things[below(chance, things.len())]
}

/// Files that were dropped together, one of them mutated.
pub(super) fn mutated(samples: &[Sample], chance: &mut SplitMix64) -> Sample {
    let mut sample = one_of(chance, samples).clone();
    let another = one_of(chance, samples);
    let (_, other) = one_of(chance, &another.files);
    let at = below(chance, sample.files.len());
    let (_, bytes) = &mut sample.files[at];
    *bytes = unpacked(bytes, other, chance).unwrap_or_else(|| changed(bytes, other, chance));
    sample
}

/// An archive with a change to what is in it; `None` for anything else, and half of the time.
fn unpacked(bytes: &[u8], other: &[u8], chance: &mut SplitMix64) -> Option<Vec<u8>> {
    if below(chance, 2) == 0 {
        return None;
    }
    if bytes.starts_with(b"\x1f\x8b") {
        let mut inner = Vec::new();
        GzDecoder::new(bytes).read_to_end(&mut inner).ok()?;
        return Some(gzip(&changed(&inner, other, chance)));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut files = Vec::new();
    for idx in 0..archive.len() {
        let mut file = archive.by_index(idx).ok()?;
        let name = String::from_utf8_lossy(file.name_raw()).into_owned();
        let mut inner = Vec::new();
        // A damaged entry is a file like any other.
        file.read_to_end(&mut inner).ok();
        files.push((name, inner));
    }
    let at = below(chance, files.len());
    let inner = &mut files.get_mut(at)?.1;
    *inner = changed(inner, other, chance);
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, inner)| (name.as_str(), inner.as_slice()))
        .collect();
    Some(zip(&files))
}

/// One to four changes.
fn changed(bytes: &[u8], other: &[u8], chance: &mut SplitMix64) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=below(chance, 4) {
        change(&mut bytes, other, chance);
    }
    bytes
}

fn change(bytes: &mut Vec<u8>, other: &[u8], chance: &mut SplitMix64) {
    let at = below(chance, bytes.len());
    match below(chance, 11) {
        0 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << below(chance, 8);
            }
        }
        1 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte = *one_of(
                    chance,
                    &[0, 9, 10, 13, 32, 34, 44, 59, 60, 62, 127, 0x80, 0xff],
                );
            }
        }
        2 => bytes.truncate(at),
        3 => {
            let end = (at + 1 + below(chance, 64)).min(bytes.len());
            bytes.drain(at..end);
        }
        4 => double_a_line(bytes, at, chance),
        5 => swap_lines(bytes, at, chance),
        6 => {
            let piece = PIECES[below(chance, PIECES.len())];
            bytes.splice(at..at, piece.iter().copied());
        }
        7 => {
            let noise: Vec<u8> = (0..=below(chance, 16))
                .map(|_| chance.next_u64() as u8)
                .collect();
            bytes.splice(at..at, noise);
        }
        8 => {
            // The beginning of this file and the end of another.
            let from = below(chance, other.len());
            bytes.truncate(at);
            bytes.extend_from_slice(&other[from.min(other.len())..]);
        }
        9 => replace_a_number(bytes, at, chance),
        _ => {
            // A length, a place or a count of a format in bytes.
            let number: u32 = *one_of(
                chance,
                &[0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fff_ffff, u32::MAX],
            );
            let n = 1 << below(chance, 3);
            for (byte, new) in bytes.iter_mut().skip(at).zip(number.to_le_bytes()).take(n) {
                *byte = new;
            }
        }
    }
}

/// Begin and end of the line around a place, its line break included.
fn line_around(bytes: &[u8], at: usize) -> (usize, usize) {
    let begin = bytes[..at].iter().rposition(|byte| *byte == b'\n');
    let end = bytes[at..].iter().position(|byte| *byte == b'\n');
    (
        begin.map_or(0, |begin| begin + 1),
        end.map_or(bytes.len(), |end| at + end + 1),
    )
}

fn double_a_line(bytes: &mut Vec<u8>, at: usize, chance: &mut SplitMix64) {
    let (begin, end) = line_around(bytes, at);
    let n = *one_of(chance, &[1, 1, 1, 2, 20, 300]);
    let line = bytes[begin..end].to_vec();
    // One long line is doubled, not multiplied.
    let n = if line.len() > 400 { 1 } else { n };
    bytes.splice(end..end, line.repeat(n));
}

fn swap_lines(bytes: &mut Vec<u8>, at: usize, chance: &mut SplitMix64) {
    let (begin, end) = line_around(bytes, at);
    let line: Vec<u8> = bytes.drain(begin..end).collect();
    let at = below(chance, bytes.len());
    let (_, to) = line_around(bytes, at);
    bytes.splice(to..to, line);
}

/// The first number from a place on becomes one that is hard to keep or to add.
fn replace_a_number(bytes: &mut Vec<u8>, at: usize, chance: &mut SplitMix64) {
    let Some(begin) = bytes[at..].iter().position(u8::is_ascii_digit) else {
        return;
    };
    let begin = at + begin;
    let n = bytes[begin..]
        .iter()
        .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
        .count();
    let number = *one_of(chance, &NUMBERS);
    bytes.splice(begin..begin + n, number.bytes());
}

const NUMBERS: [&str; 20] = [
    "",
    "0",
    "-0",
    "1",
    "-1",
    "9999999999",
    "92233720368547758.07",
    "-92233720368547758,08",
    "9223372036854775807",
    "18446744073709551616",
    "99999999999999999999999999999999999999",
    "1e309",
    "1E5",
    "0,005",
    "1.234",
    "1.234,567",
    "1'234.56",
    "(12,50)",
    "2025-02-30",
    "25:61:61",
];

/// Pieces that mean something in one of the formats.
const PIECES: [&[u8]; 46] = [
    b"\"",
    b"\"\"",
    b";",
    b";;;;;;;;",
    b",",
    b"\t",
    b"|",
    b"\r",
    b"\r\n",
    b"\n\n",
    b"\0",
    b"\x1a",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xc3",
    b"\xe2\x82\xac",
    b"\xc2\xa0",
    b"\xe2\x80\x8b",
    b"\xf0\x9f\x98\x80",
    b"=1+1",
    b"Totaal",
    b"\nTotaal;;1,00\n",
    b"\nKlant;Omzet\n",
    b"sep=;\n",
    b"------\n",
    b"EUR",
    b"$",
    b"%",
    b"-",
    b"<",
    b">",
    b"</",
    b"/>",
    b"&",
    b"&#0;",
    b"&#x10ffff;",
    b"&amp;",
    b"<![CDATA[",
    b"]]>",
    b"<!--",
    b"-->",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
    b"<?xml version='1.0' encoding='windows-1252'?>",
    b"<transaction><trLine><amnt>1</amnt></trLine></transaction>",
    b"<!-- Vervolgbestand 2 van 4000000000 -->",
];
