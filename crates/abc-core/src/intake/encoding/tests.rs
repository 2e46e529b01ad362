use proptest::prelude::*;
use yore::code_pages::{CP850, CP1252};

use super::{Transcoder, bom_len, detect};
use crate::intake::Encoding;

fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(to_bytes).collect()
}

fn decoded(bytes: &[u8], encoding: Encoding, chunk_len: usize) -> String {
    let mut transcoder = Transcoder::new(encoding);
    let mut out = Vec::new();
    for chunk in bytes.chunks(chunk_len) {
        transcoder.decode(chunk, &mut out);
    }
    transcoder.finish(&mut out);
    String::from_utf8(out).expect("text")
}

#[test]
fn the_encoding_is_told_from_the_bytes() {
    let text = "Klant;Plaats\r\nCafé Zuid;Daniëllehuis\r\n";
    let cases: [(&str, Vec<u8>, Encoding); 9] = [
        ("ascii", b"Klant;Omzet\r\n".to_vec(), Encoding::Utf8),
        ("utf-8", text.as_bytes().to_vec(), Encoding::Utf8),
        (
            "utf-8 with a mark",
            [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            Encoding::Utf8,
        ),
        ("utf-16le", utf16(text, u16::to_le_bytes), Encoding::Utf16Le),
        ("utf-16be", utf16(text, u16::to_be_bytes), Encoding::Utf16Be),
        (
            "utf-16le with a mark",
            utf16("\u{feff}Klant", u16::to_le_bytes),
            Encoding::Utf16Le,
        ),
        (
            "windows-1252",
            CP1252.encode(text).expect("letters").into_owned(),
            Encoding::Windows1252,
        ),
        (
            "cp850",
            CP850.encode(text).expect("letters").into_owned(),
            Encoding::Cp850,
        ),
        (
            "a euro sign",
            b"Klant;\x80 10\r\nA;\x80 1\r\n".to_vec(),
            Encoding::Windows1252,
        ),
    ];
    for (what, bytes, expected) in cases {
        assert_eq!(detect(&bytes).encoding, expected, "{what}");
    }
    let names_1252 = [
        "\u{2019}t Hoekje;€ 12,50",
        "Bakkerij \u{2019}s-Gravenhage",
        "Žižkov;Š",
        "Škoda Import",
        "“De Kade”;Zuid",
        "Café – Zuid",
        "Bakker\u{a0}Korst;EUR\u{a0}12,50",
        "Cœur;Boško;Brand™",
        "Œuvre;A",
    ];
    let names_850 = [
        "Malmö;Zuid",
        "Ärzte Noord",
        "Über uns",
        "Crème & Co",
        "Österreich",
        "Hübner;Göbel",
        "Cinemá;A",
        "Été;A",
    ];
    for name in names_1252 {
        let bytes = CP1252.encode(name).expect("letters");
        let found = detect(&[b"Klant;Omzet\n", &*bytes, b"\n"].concat()).encoding;
        assert_eq!(found, Encoding::Windows1252, "{name}");
    }
    for name in names_850 {
        let bytes = CP850.encode(name).expect("letters");
        let found = detect(&[b"Klant;Omzet\n", &*bytes, b"\n"].concat()).encoding;
        assert_eq!(found, Encoding::Cp850, "{name}");
    }
    assert!(!detect(b"Klant").is_proven);
    assert!(detect(text.as_bytes()).is_proven);
}

#[test]
fn a_character_that_the_head_cuts_off_is_not_damage() {
    let text = "é".repeat(50);
    for cut in 1..4 {
        let head = &text.as_bytes()[..text.len() - cut];
        assert_eq!(detect(head).encoding, Encoding::Utf8);
    }
}

#[test]
fn one_broken_byte_does_not_turn_utf8_into_a_code_page() {
    let mut bytes = "Café, Daniëlle, Müller, Zoë, André".as_bytes().to_vec();
    bytes.push(0xe9);
    bytes.extend_from_slice(b"; rest");
    assert_eq!(detect(&bytes).encoding, Encoding::Utf8);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn utf16_survives_any_cut(text in "\\PC{0,40}", chunk_len in 1_usize..7) {
        for (encoding, to_bytes) in [
            (Encoding::Utf16Le, u16::to_le_bytes as fn(u16) -> [u8; 2]),
            (Encoding::Utf16Be, u16::to_be_bytes),
        ] {
            prop_assert_eq!(&decoded(&utf16(&text, to_bytes), encoding, chunk_len), &text);
        }
    }

    #[test]
    fn any_bytes_become_text(bytes in prop::collection::vec(any::<u8>(), 0..80), chunk_len in 1_usize..9) {
        for encoding in [Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1252, Encoding::Cp850] {
            let whole = decoded(&bytes, encoding, 100);
            prop_assert_eq!(decoded(&bytes, encoding, chunk_len), whole);
        }
        prop_assert!(bom_len(&bytes, detect(&bytes).encoding) <= 3);
    }
}
