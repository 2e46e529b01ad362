//! Lines as people write them in an e-mail, a name and an amount, to a table.

use crate::mapping::Notation;
use crate::mapping::amount;

/// Names and amounts of lines such as `Jansen Bouw - € 12.500`, as delimited text with the same lines.
///
/// `None` where most lines are something else, or have a delimiter of their own. A line without an amount
/// keeps its place, so that it is refused with its reason; greetings and the like, in paragraphs of their
/// own, become empty lines.
pub fn table_of_lines(text: &str) -> Option<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    if text.contains(['\t', ';', '|', '"']) {
        return None;
    }
    let mut rows = String::new();
    let (mut n_pairs, mut n_others) = (0, 0);
    for paragraph in lines.split_inclusive(|line| line.is_empty()) {
        let pairs: Vec<Option<(&str, String)>> =
            paragraph.iter().map(|line| name_and_amount(line)).collect();
        let is_list = pairs.iter().any(Option::is_some);
        for (line, pair) in paragraph.iter().zip(pairs) {
            let row = match pair {
                Some((name, amount)) => {
                    n_pairs += 1;
                    format!("{name};{amount}\n")
                }
                None if is_list && !line.is_empty() => {
                    n_others += 1;
                    format!("{};\n", without_bullet(line))
                }
                None => "\n".to_owned(),
            };
            rows.push_str(&row);
        }
    }
    (n_pairs > 0 && n_pairs >= 3 * n_others).then_some(rows)
}

/// The longest amount at the end of a line, and what stands before it.
fn name_and_amount(line: &str) -> Option<(&str, String)> {
    let line = without_bullet(line);
    let is_gap = |c: char| c.is_whitespace() || c == ':';
    let ends = line.match_indices(is_gap).map(|(at, gap)| at + gap.len());
    ends.filter_map(|at| line.split_at_checked(at))
        .find_map(|(before, after)| {
            let amount = written_out(without_dash(after.trim()))?;
            let name =
                before.trim_end_matches(|c| is_gap(c) || is_dash(c) || matches!(c, '=' | '€'));
            let (name, amount) = match without_about(name) {
                Some(name) => (name, format!("ca. {amount}")),
                None => (name, amount),
            };
            let is_name = name.contains(char::is_alphabetic) && !name.ends_with(',');
            is_name.then_some((name, amount))
        })
}

/// An amount; one in thousands or millions ("23k", "1,2 mln") in full.
fn written_out(amount: &str) -> Option<String> {
    if amount::number(amount).is_ok() {
        return Some(amount.to_owned());
    }
    let lower = amount.to_lowercase();
    let (number, times) = [
        ("k", 1_000.0),
        ("mln", 1_000_000.0),
        ("miljoen", 1_000_000.0),
    ]
    .iter()
    .find_map(|(unit, times)| Some((lower.strip_suffix(unit)?.trim_end(), *times)))?;
    let euros = amount::number(number).ok()?.value_in(Notation::Comma) * times;
    Some(format!("{euros:.2}").replace('.', ","))
}

/// A name before an amount that is not exact ("Jansen ca. 7.500"): no digits are read out of such words.
fn without_about(name: &str) -> Option<&str> {
    const ABOUT: [&str; 7] = ["ca.", "ca", "circa", "±", "~", "ongeveer", "approx."];
    let (name, last) = name.rsplit_once(char::is_whitespace)?;
    let is_about = ABOUT.iter().any(|about| last.eq_ignore_ascii_case(about));
    is_about.then(|| name.trim_end_matches([' ', ':', '-']))
}

/// A line without the sign or the number that makes it one of a list: "- ", "* ", "4) ", "4. ".
fn without_bullet(line: &str) -> &str {
    let is_sign = |c: char| is_dash(c) || matches!(c, '*' | '•' | '·');
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let behind = if rest.len() < line.len() {
        rest.strip_prefix([')', '.'])
    } else {
        line.strip_prefix(is_sign)
    };
    behind
        .filter(|rest| rest.starts_with(char::is_whitespace))
        .map_or(line, str::trim_start)
}

/// A dash with a space behind it stands between name and amount; without one it is a sign.
fn without_dash(amount: &str) -> &str {
    let rest = amount.strip_prefix(is_dash);
    rest.filter(|rest| rest.starts_with(char::is_whitespace))
        .map_or(amount, str::trim_start)
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_amounts_are_told_apart_however_they_are_written() {
        for (line, expected) in [
            ("Jansen Bouw - € 12.500", "Jansen Bouw;€ 12.500"),
            ("Jansen Bouw: € 12.500", "Jansen Bouw;€ 12.500"),
            ("Jansen Bouw      12.500,00", "Jansen Bouw;12.500,00"),
            ("Jansen Bouw 12 500", "Jansen Bouw;12 500"),
            ("Studio 54 1.200", "Studio 54;1.200"),
            ("Smit –€ 300", "Smit;–€ 300"),
            ("Smit -300", "Smit;-300"),
            ("Van Loon € 8.300,50", "Van Loon;€ 8.300,50"),
            ("- Jansen Bouw: € 12.500,-", "Jansen Bouw;€ 12.500,-"),
            ("* Tandarts Blauw - 4.200 euro", "Tandarts Blauw;4.200 euro"),
            ("4) Sportschool Fit 7500", "Sportschool Fit;7500"),
            ("3M Nederland 7500", "3M Nederland;7500"),
            ("Opvang Zon: 23K", "Opvang Zon;23000,00"),
            ("Opvang Zon 12,5k", "Opvang Zon;12500,00"),
            ("Opvang Zon € 1,2 mln", "Opvang Zon;1200000,00"),
            // Refused by the reader, with its reason.
            ("Sportschool Fit   ca. 7500", "Sportschool Fit;ca. 7500"),
            (
                "De Vries Installatie ± 7500",
                "De Vries Installatie;ca. 7500",
            ),
        ] {
            assert_eq!(
                table_of_lines(line),
                Some(format!("{expected}\n")),
                "{line}"
            );
        }
    }

    #[test]
    fn other_text_is_left_as_it_is_and_other_lines_keep_their_place() {
        for text in [
            "",
            "Jansen;12.500",
            "Jansen\t12.500",
            "Jansen, 12.500",
            "Hoi Piet, hierbij de lijst",
            "12.500\n13.000",
            "Hoi Piet\nJansen 1.000\nGroet",
        ] {
            assert_eq!(table_of_lines(text), None, "{text}");
        }
        let mail = "Hoi Piet,\n\nHierbij onze klanten:\n\nJansen 1.000\nSmit 2.000\nKok: onbekend\nVlot 3.000\n\nGroet,\nHenk";
        let table = "\n\n\n\nJansen;1.000\nSmit;2.000\nKok: onbekend;\nVlot;3.000\n\n\n\n";
        assert_eq!(table_of_lines(mail).as_deref(), Some(table));
    }
}
