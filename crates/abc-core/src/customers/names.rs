//! When two spellings are one name: capitals, white space, invisible characters and the two ways to
//! write an accent make no difference (csv-corpus rule 6). Legal forms and look-alikes do; those are in `alike`.

mod alike;

pub use alike::{Difference, are_alike, comparable};
pub(crate) use alike::{Name, difference_of_form, is_abbreviated, is_part, likeness};

/// Characters that nobody sees.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{180e}'
    )
}

/// Whether a name is ASCII without anything to tidy up: most are.
fn is_plain(name: &str) -> bool {
    let bytes = name.as_bytes();
    let mut before = b' ';
    for &byte in bytes {
        let is_doubled = byte == b' ' && before == b' ';
        if is_doubled || !(b' '..=b'~').contains(&byte) {
            return false;
        }
        before = byte;
    }
    before != b' '
}

/// A name as it is shown: as written, outer and doubled white space and invisible characters aside.
pub(crate) fn shown(name: &str) -> String {
    if is_plain(name) {
        return name.to_owned();
    }
    let mut text = String::with_capacity(name.len());
    for c in name.chars().filter(|c| !is_invisible(*c)) {
        let c = if c.is_whitespace() { ' ' } else { c };
        if c != ' ' || !(text.is_empty() || text.ends_with(' ')) {
            text.push(c);
        }
    }
    text.truncate(text.trim_end().len());
    text
}

/// A name from a CSV of ours, without the `'` that keeps spreadsheets from computing it.
pub(crate) fn unescaped(name: &str) -> &str {
    const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let inner = name.strip_prefix('\'');
    let is_ours = |inner: &&str| inner.trim_start_matches(' ').starts_with(FORMULA);
    inner.filter(is_ours).unwrap_or(name)
}

/// What two spellings of one name have in common, written into `key`.
pub(crate) fn key_into(name: &str, key: &mut String) {
    key.clear();
    if is_plain(name) {
        key.push_str(name);
        key.make_ascii_lowercase();
        return;
    }
    for c in name.chars().filter(|c| !is_invisible(*c)) {
        if c.is_whitespace() {
            if !(key.is_empty() || key.ends_with(' ')) {
                key.push(' ');
            }
        } else if c.is_ascii() {
            key.push(c.to_ascii_lowercase());
        } else if c == 'ß' {
            key.push_str("ss");
        } else {
            for lower in c.to_lowercase() {
                match decomposed(lower) {
                    Some((base, accent)) => key.extend([base, accent]),
                    None => key.push(lower),
                }
            }
        }
    }
    key.truncate(key.trim_end().len());
}

/// A name without capitals and accents, as people type it to find it.
pub fn unaccented(name: &str) -> String {
    let mut key = String::new();
    key_into(name, &mut key);
    key.retain(|c| !('\u{300}'..='\u{36f}').contains(&c));
    key
}

/// The letter and the accent of a small letter of Latin-1 and Latin Extended-A.
fn decomposed(c: char) -> Option<(char, char)> {
    const ACCENTS: [(char, &str, &str); 14] = [
        ('\u{300}', "àèìòù", "aeiou"),
        ('\u{301}', "áéíóúýćĺńŕśź", "aeiouyclnrsz"),
        ('\u{302}', "âêîôûĉĝĥĵŝŵŷ", "aeioucghjswy"),
        ('\u{303}', "ãñõĩũ", "anoiu"),
        ('\u{304}', "āēīōū", "aeiou"),
        ('\u{306}', "ăĕğĭŏŭ", "aegiou"),
        ('\u{307}', "ċėġż", "cegz"),
        ('\u{308}', "äëïöüÿ", "aeiouy"),
        ('\u{30a}', "åů", "au"),
        ('\u{30b}', "őű", "ou"),
        ('\u{30c}', "čďěľňřšťžǎǐǒǔ", "cdelnrstzaiou"),
        ('\u{326}', "șț", "st"),
        ('\u{327}', "çģķļņŗşţ", "cgklnrst"),
        ('\u{328}', "ąęįų", "aeiu"),
    ];
    // Nearly every letter of nearly every name, and all customers' names come by here.
    if c.is_ascii() {
        return None;
    }
    ACCENTS.iter().find_map(|(accent, composed, bases)| {
        let index = composed.chars().position(|letter| letter == c)?;
        bases.chars().nth(index).map(|base| (base, *accent))
    })
}

#[cfg(test)]
mod tests;
