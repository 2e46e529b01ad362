//! Bytes of any of five encodings to UTF-8, chunk by chunk.

use yore::CodePage as _;
use yore::code_pages::{CP850, CP1252};

use super::Encoding;

/// An encoding and how it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Detected {
    pub(crate) encoding: Encoding,
    pub(crate) has_bom: bool,
    /// Whether the bytes prove it; plain ASCII proves nothing.
    pub(crate) is_proven: bool,
}

const BOM_UTF8: &[u8] = b"\xef\xbb\xbf";
const BOM_LE: &[u8] = b"\xff\xfe";
const BOM_BE: &[u8] = b"\xfe\xff";

/// The length of a byte order mark of this encoding at the start of the bytes.
pub(crate) fn bom_len(head: &[u8], encoding: Encoding) -> usize {
    let bom = match encoding {
        Encoding::Utf8 => BOM_UTF8,
        Encoding::Utf16Le => BOM_LE,
        Encoding::Utf16Be => BOM_BE,
        Encoding::Windows1252 | Encoding::Cp850 => return 0,
    };
    if head.starts_with(bom) { bom.len() } else { 0 }
}

/// The encoding of a file, told from its first bytes.
pub(crate) fn detect(head: &[u8]) -> Detected {
    for encoding in [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be] {
        if bom_len(head, encoding) > 0 {
            return Detected {
                encoding,
                has_bom: true,
                is_proven: true,
            };
        }
    }
    if let Some(encoding) = utf16_by_nuls(head) {
        return Detected {
            encoding,
            has_bom: false,
            is_proven: true,
        };
    }
    let (n_good, n_bad) = count_utf8(head);
    let is_utf8 = n_bad == 0 || (n_good > 1 && n_good >= 4 * n_bad);
    let encoding = if is_utf8 {
        Encoding::Utf8
    } else {
        single_byte(head)
    };
    Detected {
        encoding,
        has_bom: false,
        is_proven: n_good + n_bad > 0,
    }
}

/// UTF-16 without a mark: nearly every second byte of western text is NUL.
fn utf16_by_nuls(head: &[u8]) -> Option<Encoding> {
    let start = head.get(..head.len().min(4_096) & !1).unwrap_or_default();
    let n_pairs = start.len() / 2;
    let n_nul = |odd: usize| {
        start
            .iter()
            .skip(odd)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (n_even, n_odd) = (n_nul(0), n_nul(1));
    if n_pairs >= 2 && n_odd * 10 >= n_pairs * 7 && n_even * 10 < n_pairs {
        Some(Encoding::Utf16Le)
    } else if n_pairs >= 2 && n_even * 10 >= n_pairs * 7 && n_odd * 10 < n_pairs {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// How many characters beyond ASCII are whole, and how many sequences are broken.
fn count_utf8(head: &[u8]) -> (usize, usize) {
    let (mut n_good, mut n_bad) = (0, 0);
    let mut chunks = head.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        n_good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        // A sequence that the end of the head cuts off is not broken.
        let is_cut =
            chunks.peek().is_none() && chunk.invalid().len() < 4 && is_cut(chunk.invalid());
        if !chunk.invalid().is_empty() && !is_cut {
            n_bad += 1;
        }
    }
    (n_good, n_bad)
}

fn is_cut(tail: &[u8]) -> bool {
    std::str::from_utf8(tail).is_err_and(|error| error.error_len().is_none())
}

/// Windows-1252, or CP850 where the letters of words only make sense that way.
pub(crate) fn single_byte(head: &[u8]) -> Encoding {
    let (n_1252, n_850) = words_in(head);
    if n_850 > n_1252 {
        Encoding::Cp850
    } else {
        Encoding::Windows1252
    }
}

/// The other code page, where the bytes beyond ASCII do not say plainly which of the two it is.
pub(crate) fn doubtful(head: &[u8], encoding: Encoding) -> Option<Encoding> {
    let other = other_code_page(encoding)?;
    let (n_1252, n_850) = words_in(head);
    // As many letters in words under either, or nearly.
    let is_close = n_1252.min(n_850) * 3 >= n_1252.max(n_850);
    (!head.is_ascii() && is_close).then_some(other)
}

/// The one of the two code pages that this is not.
pub(crate) fn other_code_page(encoding: Encoding) -> Option<Encoding> {
    match encoding {
        Encoding::Windows1252 => Some(Encoding::Cp850),
        Encoding::Cp850 => Some(Encoding::Windows1252),
        Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be => None,
    }
}

/// How many bytes beyond ASCII make sense where they stand, under each code page.
fn words_in(head: &[u8]) -> (usize, usize) {
    // A closing quotation mark is the ö of CP850, which ends words as well ("Malmö").
    let has_opening = places(head).any(is_opening);
    let (mut n_1252, mut n_850) = (0_usize, 0_usize);
    for place in places(head) {
        n_1252 += usize::from(fits_1252(place, has_opening));
        n_850 += usize::from(is_letter_at(place, first_char(&CP850.decode(&[place.1]))));
    }
    (n_1252, n_850)
}

/// A byte beyond ASCII between its neighbours.
type Place = (u8, u8, u8);

fn places(head: &[u8]) -> impl Iterator<Item = Place> {
    let windows = head.windows(3).filter_map(|window| match *window {
        [before, byte, after] => Some((before, byte, after)),
        _ => None,
    });
    windows.filter(|(_, byte, _)| !byte.is_ascii())
}

fn in_1252(byte: u8) -> char {
    first_char(&CP1252.decode_lossy(&[byte]))
}

fn first_char(text: &str) -> char {
    text.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// Whether this is a letter that fits the word it is in.
fn is_letter_at((before, _, after): Place, c: char) -> bool {
    const LETTERS: &str = "áàâäãåéèêëíìîïóòôöõúùûüçñÿøæÁÀÂÄÃÅÉÈÊËÍÌÎÏÓÒÔÖÕÚÙÛÜÇÑØÆßšžœŠŽŒŸ";
    let (follows, precedes) = (before.is_ascii_alphabetic(), after.is_ascii_alphabetic());
    if !LETTERS.contains(c) || !(follows || precedes) {
        return false;
    }
    if c.is_uppercase() {
        // A capital in the middle of small letters is no word: this is how the two are told apart.
        let is_small_place = before.is_ascii_lowercase() || after.is_ascii_lowercase();
        // "Ärzte" is a word, "Žrzte" is none.
        let is_said = c != 'Ž' || !follows && b"aeiouAEIOU".contains(&after);
        return is_said && !(follows && is_small_place);
    }
    // The no-break space of "Bakker Korst" and "EUR 12" is the á of CP850.
    let is_divided = after.is_ascii_uppercase() || after.is_ascii_digit();
    // "Über" is a word, "šber" hardly one.
    let is_inner = !matches!(c, 'š' | 'ž' | 'œ') || follows;
    !is_divided && !before.is_ascii_digit() && is_inner
}

fn is_opening((before, byte, after): Place) -> bool {
    let is_mark = matches!(in_1252(byte), '‘' | '“' | '„');
    is_mark && !before.is_ascii_alphanumeric() && after.is_ascii_alphabetic()
}

/// Letters, and the marks that word processors and Excel put in and around words.
fn fits_1252(place: Place, has_opening: bool) -> bool {
    let (before, byte, after) = place;
    match in_1252(byte) {
        '’' => before.is_ascii_alphabetic() || after.is_ascii_alphabetic(),
        '‘' | '“' | '„' => is_opening(place),
        '”' => has_opening && !after.is_ascii_alphanumeric(),
        // Beside a number or alone, where no letter stands.
        '€' | '–' | '—' => !before.is_ascii_alphabetic() && !after.is_ascii_alphabetic(),
        '\u{a0}' => after.is_ascii_uppercase() || after.is_ascii_digit(),
        c => is_letter_at(place, c),
    }
}

/// Turns chunks into UTF-8; UTF-8 itself passes as it is, broken sequences included.
#[derive(Clone, Debug)]
pub(crate) struct Transcoder {
    encoding: Encoding,
    /// An odd byte of UTF-16.
    pending_byte: Option<u8>,
    /// The first half of a surrogate pair.
    pending_unit: Option<u16>,
}

impl Transcoder {
    /// A transcoder at the start of a file, its byte order mark left out.
    pub(crate) fn new(encoding: Encoding) -> Self {
        Self {
            encoding,
            pending_byte: None,
            pending_unit: None,
        }
    }

    /// Appends the text of a chunk.
    pub(crate) fn decode(&mut self, chunk: &[u8], out: &mut Vec<u8>) {
        match self.encoding {
            Encoding::Utf8 => out.extend_from_slice(chunk),
            Encoding::Windows1252 => out.extend_from_slice(CP1252.decode_lossy(chunk).as_bytes()),
            Encoding::Cp850 => out.extend_from_slice(CP850.decode(chunk).as_bytes()),
            Encoding::Utf16Le => self.decode_utf16(chunk, u16::from_le_bytes, out),
            Encoding::Utf16Be => self.decode_utf16(chunk, u16::from_be_bytes, out),
        }
    }

    /// After the last chunk: half a character is a replacement character.
    pub(crate) fn finish(&mut self, out: &mut Vec<u8>) {
        let is_half = self.pending_byte.take().is_some() | self.pending_unit.take().is_some();
        if is_half {
            push_char(char::REPLACEMENT_CHARACTER, out);
        }
    }

    fn decode_utf16(&mut self, chunk: &[u8], unit_of: fn([u8; 2]) -> u16, out: &mut Vec<u8>) {
        for &byte in chunk {
            let Some(first) = self.pending_byte.take() else {
                self.pending_byte = Some(byte);
                continue;
            };
            let unit = unit_of([first, byte]);
            let units = [self.pending_unit.take(), Some(unit)];
            for decoded in char::decode_utf16(units.into_iter().flatten()) {
                match decoded {
                    Ok(c) => push_char(c, out),
                    Err(lone)
                        if (0xd800..0xdc00).contains(&lone.unpaired_surrogate())
                            && lone.unpaired_surrogate() == unit =>
                    {
                        self.pending_unit = Some(unit);
                    }
                    Err(_) => push_char(char::REPLACEMENT_CHARACTER, out),
                }
            }
        }
    }
}

fn push_char(c: char, out: &mut Vec<u8>) {
    out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}

#[cfg(test)]
mod tests;
