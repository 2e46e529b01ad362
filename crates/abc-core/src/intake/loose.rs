//! Lines as people write them in an e-mail, a name and an amount, to a table.

use crate::mapping::amount;

/// Names and amounts of lines such as `Jansen Bouw - € 12.500`, as delimited text with the same lines.
///
/// `None` where most lines are something else, or have a delimiter of their own. A line without an amount
/// keeps its place, so that it is refused with its reason.
pub fn table_of_lines(text: &str) -> Option<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    if text.contains(['\t', ';', '|', '"']) {
        return None;
    }
    let pairs: Vec<Option<(&str, &str)>> = lines.iter().map(|line| name_and_amount(line)).collect();
    let n_filled = lines.iter().filter(|line| !line.is_empty()).count();
    let n_pairs = pairs.iter().flatten().count();
    if n_pairs == 0 || n_pairs * 4 < n_filled * 3 {
        return None;
    }
    let rows = lines.iter().zip(pairs).map(|(line, pair)| match pair {
        Some((name, amount)) => format!("{name};{amount}\n"),
        None if line.is_empty() => "\n".to_owned(),
        None => format!("{line};\n"),
    });
    Some(rows.collect())
}

/// The longest amount at the end of a line, and what stands before it.
fn name_and_amount(line: &str) -> Option<(&str, &str)> {
    let is_gap = |c: char| c.is_whitespace() || c == ':';
    let ends = line.match_indices(is_gap).map(|(at, gap)| at + gap.len());
    ends.filter_map(|at| line.split_at_checked(at))
        .find_map(|(before, after)| {
            let amount = without_dash(after.trim());
            amount::number(amount).ok()?;
            let name =
                before.trim_end_matches(|c| is_gap(c) || is_dash(c) || matches!(c, '=' | '€'));
            let is_name = name.contains(char::is_alphabetic) && !name.ends_with(',');
            is_name.then_some((name, amount))
        })
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
        ] {
            assert_eq!(table_of_lines(text), None, "{text}");
        }
        let mail = "Hoi Piet\n\nJansen 1.000\nSmit 2.000\nVlot 3.000\nKok 4.000";
        let table = "Hoi Piet;\n\nJansen;1.000\nSmit;2.000\nVlot;3.000\nKok;4.000\n";
        assert_eq!(table_of_lines(mail).as_deref(), Some(table));
    }
}
