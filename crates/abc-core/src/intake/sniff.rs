//! Which reader a file is for, told by its first bytes and never by its name.

use super::encoding::{self, Detected, Transcoder};
use super::{Encoding, IntakeError, foreign};

/// First bytes of a file that are enough for `sniff`.
pub const SNIFF_BYTES: usize = 8_192;

/// Who can read a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Delimited text: `protocol::Reader`.
    Text,
    /// XML, a workbook, or a zip or gzip that may hold them: the books reader, which looks further.
    Books,
    /// Nobody.
    Refused(IntakeError),
}

/// Tells by the first `SNIFF_BYTES` of a file (or all of a shorter one) who can read it.
pub fn sniff(head: &[u8]) -> FileKind {
    if head.trim_ascii().is_empty() {
        return FileKind::Refused(IntakeError::EmptyFile);
    }
    if let Some(format) = foreign::foreign_format(head) {
        let opens = [&b"PK"[..], b"\x1f\x8b"]
            .iter()
            .any(|magic| head.starts_with(magic));
        return match format {
            IntakeError::IsXls | IntakeError::IsXlsx => FileKind::Books,
            IntakeError::IsArchive if opens => FileKind::Books,
            refused => FileKind::Refused(refused),
        };
    }
    let detected = encoding::detect(head);
    let is_wide = matches!(detected.encoding, Encoding::Utf16Le | Encoding::Utf16Be);
    if !is_wide && foreign::is_binary(head) {
        return FileKind::Refused(IntakeError::NotText);
    }
    match foreign::foreign_text(&decoded(head, detected)) {
        None => FileKind::Text,
        Some(IntakeError::IsXml | IntakeError::IsXaf) => FileKind::Books,
        Some(refused) => FileKind::Refused(refused),
    }
}

/// The text of a small file, in the encoding that its bytes speak of; what is damaged is marked by
/// replacement characters.
pub fn text_from(bytes: &[u8]) -> String {
    decoded(bytes, encoding::detect(bytes))
}

fn decoded(bytes: &[u8], detected: Detected) -> String {
    let mark = encoding::bom_len(bytes, detected.encoding);
    let mut text = Vec::new();
    let mut transcoder = Transcoder::new(detected.encoding);
    transcoder.decode(bytes.get(mark..).unwrap_or_default(), &mut text);
    transcoder.finish(&mut text);
    String::from_utf8_lossy(&text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{FileKind, sniff, text_from};
    use crate::intake::IntakeError;

    #[test]
    fn files_go_to_their_reader_by_their_first_bytes() {
        let utf16 = |text: &str| -> Vec<u8> {
            let units = text.encode_utf16().flat_map(u16::to_le_bytes);
            [0xff, 0xfe].into_iter().chain(units).collect()
        };
        let refused = FileKind::Refused;
        let cases: [(&[u8], FileKind); 19] = [
            (b"Klant;Omzet\r\nA;1,00\r\n", FileKind::Text),
            (b"\xef\xbb\xbfKlant;Omzet\r\n", FileKind::Text),
            (&utf16("Klant\tOmzet\r\nA\t1,00\r\n"), FileKind::Text),
            (b"<b>Klant</b>;Omzet\nA;1,00\n", FileKind::Text),
            (b"<?xml version=\"1.0\"?><auditfile>", FileKind::Books),
            (b"<auditfile xmlns=\"x\"><header>", FileKind::Books),
            (
                b"<!-- Vervolgbestand 2 van 2 --><transactions>",
                FileKind::Books,
            ),
            (b"<!DOCTYPE auditfile [<!ENTITY a \"b\">]>", FileKind::Books),
            (b"<n:Invoice xmlns:n=\"y\">", FileKind::Books),
            (
                &utf16("<?xml version=\"1.0\"?><auditfile>"),
                FileKind::Books,
            ),
            (b"PK\x03\x04 xl/workbook.xml", FileKind::Books),
            (b"PK\x03\x04 factuur.xml", FileKind::Books),
            (b"\x1f\x8b\x08\0", FileKind::Books),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind::Books),
            (b"<!DOCTYPE html><html>", refused(IntakeError::IsHtml)),
            (b"%PDF-1.7", refused(IntakeError::IsPdf)),
            (b"Rar!\x1a\x07\0", refused(IntakeError::IsArchive)),
            (b" \r\n", refused(IntakeError::EmptyFile)),
            (&[7; 100], refused(IntakeError::NotText)),
        ];
        for (head, expected) in cases {
            assert_eq!(sniff(head), expected, "{}", String::from_utf8_lossy(head));
        }
    }

    #[test]
    fn a_small_file_is_text_in_its_own_encoding() {
        let text = "Naam\r\nCafé Núñez\r\n";
        let utf16 = text.encode_utf16().flat_map(u16::to_le_bytes);
        let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(utf16).collect();
        let marked = ["\u{feff}", text].concat();
        for bytes in [
            text.as_bytes(),
            marked.as_bytes(),
            &utf16,
            b"Naam\r\nCaf\xe9 N\xfa\xf1ez\r\n",
        ] {
            assert_eq!(text_from(bytes), text);
        }
        // Half a character is marked, not left out.
        assert_eq!(text_from(&[0xff, 0xfe, b'a', 0, b'b']), "a\u{fffd}");
    }
}
