//! Years, months and quarters in headers, and the totals beside them.

use std::ops::Range;

use super::normalised;
use crate::mapping::day::month_named;

/// "Jaar 2025": a year, which like "2025" alone says nothing else of its column.
pub(super) fn is_year(words: &[&str]) -> bool {
    const YEARS: [&str; 5] = ["jaar", "boekjaar", "year", "fy", "jahr"];
    matches!(words, [word, year] if YEARS.contains(word) && year_in(year).is_some())
}

/// Whether a header says that each row is of a year.
pub(crate) fn says_year(header: &str) -> bool {
    const YEARS: [&str; 8] = [
        "jaar",
        "boekjaar",
        "factuurjaar",
        "kalenderjaar",
        "year",
        "fiscal year",
        "invoice year",
        "jahr",
    ];
    YEARS.contains(&normalised(header).as_str())
}

/// "Totaal 2025".
pub(super) fn is_total_of_year(words: &[&str]) -> bool {
    matches!(words, [word, year] if is_total_word(word) && year_in(year).is_some())
}

fn is_total_word(word: &str) -> bool {
    const TOTALS: [&str; 9] = [
        "totaal",
        "total",
        "som",
        "sum",
        "jaartotaal",
        "eindtotaal",
        "summe",
        "gesamt",
        "cumulatief",
    ];
    TOTALS.contains(&word)
}

/// Whether a header names the sum of the columns beside it; VAT in it is another matter.
pub(crate) fn says_sum(header: &str) -> bool {
    const BESIDE: [&str; 10] = [
        "omzet", "bedrag", "revenue", "sales", "jaar", "year", "excl", "ex", "eur", "btw",
    ];
    let normal = normalised(header);
    let mut words = normal
        .split([' ', '(', ')'])
        .filter(|word| !word.is_empty());
    let is_known =
        |word: &str| is_total_word(word) || BESIDE.contains(&word) || year_in(word).is_some();
    words.clone().any(is_total_word) && words.all(is_known)
}

/// `jan`, `januari 2025`, `omzet mrt`, `2025 01`, `q1`, `kwartaal 3`, `periode 12`: the place within a year.
pub(super) fn period_of(words: &[&str]) -> Option<u8> {
    let is_year = |word: &str| year_in(word).is_some();
    let rest: Vec<&str> = words
        .iter()
        .copied()
        .filter(|w| !is_year(w) && !matches!(*w, "omzet" | "revenue" | "sales" | "umsatz"))
        .collect();
    let up_to = |number: &str, most: u8| number.parse().ok().filter(|n| (1..=most).contains(n));
    match rest.as_slice() {
        [word] if month_of(word).is_some() => month_of(word),
        // "jan-25".
        [word, year] if month_of(word).is_some() && is_short_year(year) => month_of(word),
        [word] => {
            let is_month = words.len() == 2 && words.iter().any(|w| is_year(w)) && word.len() == 2;
            let after = |signs: &[&str]| signs.iter().find_map(|sign| word.strip_prefix(sign));
            match () {
                () if month_written(word).is_some() => month_written(word).map(|(_, month)| month),
                () if is_month => up_to(word, 12),
                () if word.starts_with(['q', 'k']) => up_to(after(&["kw", "q", "k"])?, 4),
                () if word.starts_with('h') => up_to(after(&["h"])?, 2),
                () => up_to(after(&["per", "p"])?, 13),
            }
        }
        // A day that a spreadsheet made of "jan-25".
        [month, "01"] if matches!(words, [year, _, _] if is_year(year)) => up_to(month, 12),
        ["kwartaal" | "quarter" | "quartal", number] => up_to(number, 4),
        [number, "kwartaal" | "quarter" | "quartal"] => {
            up_to(number.trim_end_matches(|c: char| !c.is_ascii_digit()), 4)
        }
        ["halfjaar" | "semester", number] => up_to(number, 2),
        ["periode" | "period" | "maand" | "month", number] => up_to(number, 13),
        ["week" | "wk", number] => up_to(number, 53),
        _ => None,
    }
}

/// Year and month of a header such as `202501`, or of a first day, `2025-01-01`: what a spreadsheet makes of
/// "jan-25".
pub(crate) fn month_written(cell: &str) -> Option<(u16, u8)> {
    let (year, month) = match cell.strip_suffix("-01") {
        Some(day) => day.split_once('-')?,
        None if cell.len() == 6 => (cell.get(..4)?, cell.get(4..)?),
        None => return None,
    };
    let is_month = month.len() == 2 && month.bytes().all(|byte| byte.is_ascii_digit());
    let month = month
        .parse()
        .ok()
        .filter(|month| is_month && (1..=12).contains(month))?;
    Some((year_in(year)?, month))
}

/// The columns headed `1`, `2`, `3` and so on: months, quarters or weeks, three of them or more.
pub(crate) fn numbered<'a>(headers: impl Iterator<Item = &'a str>) -> Range<usize> {
    let mut run = 0..0;
    for (index, header) in headers.enumerate() {
        let number: Option<usize> = header.trim().parse().ok();
        match number {
            Some(1) if run.len() < 3 => run = index..index + 1,
            Some(number) if index == run.end && number == run.len() + 1 => run.end = index + 1,
            _ => {}
        }
    }
    if (3..=53).contains(&run.len()) {
        run
    } else {
        0..0
    }
}

/// The month or quarter that a name is of, beside the word for what it holds.
pub(crate) fn period_in(name: &str) -> Option<u8> {
    let normal = normalised(name);
    let words: Vec<&str> = normal
        .split(' ')
        .filter(|word| !matches!(*word, "uren" | "hours"))
        .collect();
    period_of(&words)
}

/// What a name holds besides the number of its month or quarter: `q` of "Q1 2025", nothing of "januari 2025".
pub(crate) fn unit_in(name: &str) -> String {
    let normal = normalised(name);
    let words = normal.split(' ').filter(|word| month_of(word).is_none());
    let letters = words.map(|word| word.replace(|c: char| c.is_ascii_digit(), ""));
    letters
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The month, quarter or half year that a file is named after, how many months that is, and its year if it says
/// one: "omzet-jan", "Omzet 2025-03", "verkoop Q2 2025". A date says when it was made.
pub(crate) fn period_of_file(name: &str) -> Option<(u8, u8, Option<u16>)> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let normal = normalised(stem);
    let words: Vec<&str> = normal
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let year = words.iter().copied().find_map(year_in);
    let numbers: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
        .collect();
    let named = words.iter().copied().find_map(|word| {
        let place = period_of(&[word]).filter(|_| !word.starts_with("per"))?;
        Some((place, unit_in(word)))
    });
    let pairs = words.windows(2).find_map(|pair| {
        let has_year = pair.iter().any(|word| year_in(word).is_some());
        let place = period_of(pair).filter(|_| !has_year)?;
        Some((place, unit_in(&pair.join(" "))))
    });
    // "2025-03", and not "2025-03-14".
    let written = match numbers.as_slice() {
        [year, month] | [month, year] if year_in(year).is_some() && month.len() == 2 => {
            let month = month.parse().ok().filter(|month| (1..=12).contains(month));
            month.map(|month| (month, String::new()))
        }
        _ => None,
    };
    let (place, unit) = named.or(pairs).or(written)?;
    let n_months = match unit.as_str() {
        "" | "p" | "periode" | "period" | "maand" | "month" => 1,
        "q" | "k" | "kw" | "kwartaal" | "quarter" | "e kwartaal" | "quartal" => 3,
        "h" | "halfjaar" | "semester" => 6,
        _ => return None,
    };
    Some((place, n_months, year))
}

/// The year of a month or quarter: of "jan 2025" and of "jan-25".
pub(crate) fn period_year(header: &str) -> Option<u16> {
    year_of(header).or_else(|| {
        let normal = normalised(header);
        let mut words = normal.split(' ');
        let is_month = words.next().is_some_and(|word| month_of(word).is_some());
        let year = words
            .next()
            .filter(|word| is_month && is_short_year(word))?;
        year.parse().ok().map(|year: u16| 2_000 + year)
    })
}

fn is_short_year(word: &str) -> bool {
    word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The month that a whole word names.
fn month_of(word: &str) -> Option<u8> {
    const GERMAN: [(&str, u8); 8] = [
        ("januar", 1),
        ("februar", 2),
        ("märz", 3),
        ("mär", 3),
        ("mai", 5),
        ("oktober", 10),
        ("dezember", 12),
        ("dez", 12),
    ];
    let german = GERMAN.iter().find(|(name, _)| *name == word);
    german.map(|(_, month)| *month).or_else(|| {
        if is_month_word(word) {
            month_named(word)?.try_into().ok()
        } else {
            None
        }
    })
}

/// A whole word that names a month: "mei" and "maart", not "meier" or "marge".
fn is_month_word(word: &str) -> bool {
    const NAMES: [&str; 35] = [
        "jan",
        "feb",
        "mrt",
        "mar",
        "apr",
        "mei",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "okt",
        "oct",
        "nov",
        "dec",
        "januari",
        "februari",
        "maart",
        "april",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
        "january",
        "february",
        "march",
        "june",
        "july",
        "august",
        "october",
        "febr",
    ];
    NAMES.contains(&word)
}

/// The year in a header word such as `2025`.
pub(crate) fn year_in(word: &str) -> Option<u16> {
    let is_four_digits = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    is_four_digits
        .then(|| word.parse().ok())
        .flatten()
        .filter(|year| (1990..=2100).contains(year))
}

/// The latest year that a header names.
pub(crate) fn year_of(header: &str) -> Option<u16> {
    normalised(header)
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(year_in)
        .max()
}
