//! Lines as people write them in an e-mail, a name and an amount, to a table.

use crate::mapping::Notation;
use crate::mapping::amount;

/// Names and amounts of lines such as `Jansen Bouw - € 12.500`, as delimited text with the same lines.
///
/// `None` where most lines are something else, or have a delimiter of their own. A line without an amount
/// keeps its place, so that it is refused with its reason; what stands before and after the list, in
/// paragraphs of its own (a greeting), becomes empty lines.
pub fn table_of_lines(text: &str) -> Option<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    if text.contains(['\t', ';', '|', '"']) {
        return None;
    }
    let pairs: Vec<Option<(&str, String)>> =
        lines.iter().map(|line| name_and_amount(line)).collect();
    let first = pairs.iter().position(Option::is_some)?;
    let last = pairs.iter().rposition(Option::is_some)?;
    let is_empty = |line: &&str| line.is_empty();
    let begin = lines
        .iter()
        .take(first)
        .rposition(is_empty)
        .map_or(0, |at| at + 1);
    let end = lines
        .iter()
        .skip(last)
        .position(is_empty)
        .map_or(lines.len(), |n| last + n);
    let is_in_list = |at: usize| (begin..end).contains(&at);
    let n_pairs = pairs.iter().flatten().count();
    let (mut n_others, mut n_left_out, mut has_other_table) = (0, 0, false);
    for (at, line) in lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.is_empty())
    {
        if !is_in_list(at) {
            n_left_out += 1;
            has_other_table |= line.contains(',') && line.contains(|c: char| c.is_ascii_digit());
        } else if pairs.get(at).is_none_or(Option::is_none) {
            n_others += 1;
        }
    }
    // One amount in a letter is no list, nor is the title above a table with commas.
    let is_prose = n_pairs == 1 && n_left_out > 0;
    if n_pairs < 3 * n_others || is_prose || has_other_table {
        return None;
    }
    let rows = lines
        .iter()
        .zip(pairs)
        .enumerate()
        .map(|(at, (line, pair))| match pair {
            Some((name, amount)) => format!("{name};{amount}\n"),
            None if is_in_list(at) && !line.is_empty() => format!("{};\n", without_bullet(line)),
            None => "\n".to_owned(),
        });
    Some(rows.collect())
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

/// An amount; one in thousands or millions ("23k", "1,2 mln") in full, in whole euros, which prove nothing
/// about how the others are written.
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
    Some(format!("{euros:.0}"))
}

/// A name before an amount that is not exact ("Jansen ca. 7.500"): no digits are read out of such words.
fn without_about(name: &str) -> Option<&str> {
    const ABOUT: [&str; 9] = [
        "ca.", "Ca.", "ca", "circa", "Circa", "±", "~", "ongeveer", "approx.",
    ];
    let (name, last) = name.rsplit_once(char::is_whitespace)?;
    ABOUT
        .contains(&last)
        .then(|| name.trim_end_matches([' ', ':', '-']))
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
            ("Opvang Zon: 23K", "Opvang Zon;23000"),
            ("Opvang Zon 12,5k", "Opvang Zon;12500"),
            ("Opvang Zon € 1,2 mln", "Opvang Zon;1200000"),
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
            "Omzetrapport 2025\n\nKlant,Omzet\nJansen,1000\nSmit,2000",
            "Beste,\n\nHierbij de cijfers van 2025\n\nGroet",
        ] {
            assert_eq!(table_of_lines(text), None, "{text}");
        }
        let apart = "Beste Anja,\n\nJansen 1.000\n\nKok onbekend\n\nSmit 2.000\n\nVlot 3.000\n";
        let table = "\n\nJansen;1.000\n\nKok onbekend;\n\nSmit;2.000\n\nVlot;3.000\n";
        assert_eq!(table_of_lines(apart).as_deref(), Some(table));
        let mail = "Hoi Piet,\n\nHierbij onze klanten:\n\nJansen 1.000\nSmit 2.000\nKok: onbekend\nVlot 3.000\n\nGroet,\nHenk";
        let table = "\n\n\n\nJansen;1.000\nSmit;2.000\nKok: onbekend;\nVlot;3.000\n\n\n\n";
        assert_eq!(table_of_lines(mail).as_deref(), Some(table));
    }
}
