//! Approximate width of a text, so that a label can be left out where it does not fit.
//!
//! Measured from Source Serif 4 at 13 px, the only size of text in a picture. Two weights only.
//! A fallback font differs by a few percent, which the margins around every label absorb.

/// How heavy the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// 400.
    Normal,
    /// 600.
    Bold,
}

/// Width in pixels of a text at 13 px.
#[must_use]
pub fn width_px(text: &str, weight: Weight) -> f64 {
    let normal: f64 = text.chars().map(char_width_px).sum();
    match weight {
        Weight::Normal => normal,
        Weight::Bold => normal * 1.04,
    }
}

/// The text, or as much of its beginning as fits before an ellipsis.
#[must_use]
pub(crate) fn shortened(text: &str, weight: Weight, max_px: f64) -> String {
    if width_px(text, weight) <= max_px {
        return text.to_owned();
    }
    let room = max_px - width_px("…", weight);
    let mut used = 0.0;
    let mut kept = String::new();
    for letter in text.chars() {
        used += width_px(letter.encode_utf8(&mut [0; 4]), weight);
        if used > room {
            break;
        }
        kept.push(letter);
    }
    format!("{}…", kept.trim_end())
}

/// Width at weight 400. Accented letters are as wide as their base; what is not Latin counts wide.
fn char_width_px(letter: char) -> f64 {
    match letter {
        ' ' | '\u{a0}' => 3.1,
        '\u{2002}' => 6.5,
        '.' | ',' | ':' | ';' | '!' | '|' | 'j' | '\'' => 3.9,
        'i' | 'l' | '-' | '/' | '[' | ']' | 'ï' | 'í' | 'ì' | 'î' => 4.3,
        't' | 'f' | '(' | ')' | 'I' | 'J' | '?' | '"' => 4.9,
        'r' | 's' | '*' => 6.0,
        '0'..='9' | 'e' | '+' | '=' | '<' | '>' | '~' | 'c' | 'z' | '$' | '_' | '€' | '−' | '–' => {
            6.9
        }
        'a' | 'g' | 'x' | 'o' | 'v' | 'y' | 'k' | 'S' | 'Z' | '#' => 7.4,
        'n' | 'u' | 'h' | 'p' | 'b' | 'd' | 'q' | 'P' | 'T' | 'E' | 'F' | 'L' | 'B' | 'C' => 8.3,
        'A' | 'G' | 'K' | 'R' | 'V' | 'X' | 'Y' | 'D' | 'O' | 'Q' | '&' => 9.4,
        'N' | 'U' => 10.0,
        'H' | '@' | 'w' | '…' => 10.8,
        'm' | 'M' | '%' => 12.3,
        'W' => 13.1,
        _ if letter < '\u{250}' => 7.6,
        _ => 13.0,
    }
}

#[cfg(test)]
mod tests {
    use super::{Weight, shortened, width_px};

    /// Widths as a browser reports them for the font itself, within seven percent.
    #[test]
    fn widths_are_close_to_the_font() {
        let cases = [
            ("€ 337.615", Weight::Normal, 55.4),
            ("1234567890", Weight::Normal, 69.0),
            ("1234567890", Weight::Bold, 71.0),
            ("meeste bijdrage", Weight::Normal, 98.0),
        ];
        for (text, weight, expected) in cases {
            let width = width_px(text, weight);
            assert!(
                (width / expected - 1.0).abs() < 0.07,
                "{text}: {width} against {expected}"
            );
        }
        assert!(width_px("", Weight::Bold).abs() < f64::EPSILON);
    }

    #[test]
    fn a_shortened_text_fits_and_keeps_its_beginning() {
        let name = "Meubelhuis De Drie Linden";
        for room in [20.0, 60.0, 100.0, 140.0] {
            let short = shortened(name, Weight::Normal, room);
            assert!(
                width_px(&short, Weight::Normal) <= room,
                "{short:?} in {room}"
            );
            assert!(name.starts_with(short.trim_end_matches('…')));
        }
        assert_eq!(shortened(name, Weight::Normal, 400.0), name);
        assert_eq!(shortened("", Weight::Normal, 0.0), "");
    }
}
