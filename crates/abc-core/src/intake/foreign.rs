//! Files that are no delimited text, told by their content and never by their name.

use super::IntakeError;

/// What the first bytes say about a file that is something else.
pub(crate) fn foreign_format(head: &[u8]) -> Option<IntakeError> {
    const IMAGES: [&[u8]; 7] = [
        b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n",
        b"GIF87a",
        b"GIF89a",
        b"II*\0",
        b"MM\0*",
        b"\0\0\x01\0",
    ];
    const ARCHIVES: [&[u8]; 5] = [
        b"\x1f\x8b",
        b"7z\xbc\xaf\x27\x1c",
        b"Rar!\x1a\x07",
        b"BZh",
        b"\xfd7zXZ\0",
    ];
    let starts = |magic: &&[u8]| head.starts_with(magic);
    let is_riff_picture = head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP");
    let is_heif = head.get(4..8) == Some(b"ftyp");
    let is_bitmap = head.starts_with(b"BM") && head.get(6..10) == Some(&[0; 4]);
    if IMAGES.iter().any(starts) || is_riff_picture || is_heif || is_bitmap {
        return Some(IntakeError::IsImage);
    }
    if head.trim_ascii_start().starts_with(b"%PDF-") {
        return Some(IntakeError::IsPdf);
    }
    if head.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Some(IntakeError::IsXls);
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        let holds = |name: &[u8]| memchr::memmem::find(head, name).is_some();
        let is_workbook = holds(b"xl/") || holds(b"[Content_Types].xml");
        return Some(if is_workbook {
            IntakeError::IsXlsx
        } else {
            IntakeError::IsArchive
        });
    }
    ARCHIVES
        .iter()
        .any(starts)
        .then_some(IntakeError::IsArchive)
}

/// What the beginning of a text says about a document of another kind.
pub(crate) fn foreign_text(text: &str) -> Option<IntakeError> {
    let start = text.trim_start();
    let lower: String = start
        .chars()
        .take(2_000)
        .flat_map(char::to_lowercase)
        .collect();
    let is_html = ["<!doctype html", "<html", "<head", "<body", "<table"]
        .iter()
        .any(|tag| lower.starts_with(tag));
    if is_html {
        return Some(IntakeError::IsHtml);
    }
    if is_xml(&lower) {
        let is_kind = |tag: &str| lower.contains(tag);
        return Some(match () {
            () if is_kind("<auditfile") || is_kind(":auditfile") => IntakeError::IsXaf,
            () if is_kind("<html") => IntakeError::IsHtml,
            () => IntakeError::IsXml,
        });
    }
    let mut chars = lower.chars().filter(|c| !c.is_whitespace());
    let is_json = matches!(
        (chars.next(), chars.next()),
        (Some('{'), Some('"' | '}')) | (Some('['), Some('{' | '[' | '"' | ']'))
    );
    is_json.then_some(IntakeError::IsJson)
}

/// Whether a text in small letters begins as XML does, also without a declaration.
fn is_xml(lower: &str) -> bool {
    const ROOTS: [&str; 4] = [
        "auditfile",
        "invoice",
        "creditnote",
        "standardbusinessdocument",
    ];
    if lower.starts_with("<?xml") || lower.starts_with("<!") {
        return true;
    }
    let Some(rest) = lower.strip_prefix('<') else {
        return false;
    };
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'));
    let name = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
    let local = name.rsplit(':').next().unwrap_or_default();
    let is_name = local.starts_with(char::is_alphabetic);
    // A line that is an element's beginning and nothing else, with elements below it: no table begins so.
    let inner = rest
        .split_once('>')
        .map(|(_, inner)| inner.trim_start_matches([' ', '\t', '\r']));
    let below = inner
        .and_then(|inner| inner.strip_prefix('\n'))
        .map(str::trim_start);
    let is_nested = below.is_some_and(|below| below.starts_with('<') && !below.starts_with("</"));
    ROOTS.contains(&local) || (is_name && (rest.contains(" xmlns") || is_nested))
}

/// Whether bytes that are not UTF-16 hold too many control characters to be text.
pub(crate) fn is_binary(head: &[u8]) -> bool {
    let start = head.get(..head.len().min(8_192)).unwrap_or_default();
    let is_control = |byte: &&u8| matches!(**byte, 0..=8 | 14..=31 | 127);
    let n_controls = start.iter().filter(is_control).count();
    n_controls > 3 && n_controls * 20 > start.len()
}
