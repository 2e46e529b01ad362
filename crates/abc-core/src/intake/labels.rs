//! Words that tell a row is no customer: totals, notes, lines of dashes.

use crate::mapping::words;

const TOTALS: [&str; 14] = [
    "totaal",
    "totalen",
    "eindtotaal",
    "subtotaal",
    "total",
    "totals",
    "subtotal",
    "totaalbedrag",
    "totaaltelling",
    "som",
    "sum",
    "eindsaldo",
    "beginbalans",
    "eindbalans",
];
const GENERIC: [&str; 35] = [
    "omzet",
    "bedrag",
    "bedragen",
    "generaal",
    "general",
    "grand",
    "alle",
    "all",
    "klanten",
    "debiteuren",
    "relaties",
    "customers",
    "clients",
    "excl",
    "incl",
    "ex",
    "btw",
    "vat",
    "eur",
    "euro",
    "van",
    "de",
    "het",
    "der",
    "of",
    "the",
    "periode",
    "period",
    "lijst",
    "rapport",
    "report",
    "revenue",
    "sales",
    "in",
    "sub",
];

/// What a text says about the sums of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TotalLabel {
    /// "Totaal", "Eindtotaal 2025", "Grand total": nothing else in it.
    Plain,
    /// "Subtotaal".
    Sub,
    /// "Totaal regio Noord": a total if it is the sum, else a name.
    Perhaps,
}

/// Whether a text is the label of a total; 'Totaalbouw' is not.
pub(crate) fn total_label(text: &str) -> Option<TotalLabel> {
    // Every label holds one of these; most names hold none.
    let hints: [&[u8]; 5] = [b"tota", b"som", b"sum", b"saldo", b"balans"];
    let has_hint = |start: usize| {
        let rest = text.as_bytes().get(start..).unwrap_or_default();
        if !matches!(rest.first(), Some(b't' | b'T' | b's' | b'S' | b'b' | b'B')) {
            return false;
        }
        hints.iter().any(|hint| {
            rest.get(..hint.len())
                .is_some_and(|found| found.eq_ignore_ascii_case(hint))
        })
    };
    if !(0..text.len()).any(has_hint) {
        return None;
    }
    let normal = words::normalised(text);
    let words: Vec<&str> = normal
        .split([' ', '(', ')', '=', '€'])
        .filter(|word| !word.is_empty())
        .collect();
    let is_total = |word: &&str| TOTALS.contains(word);
    if !words.iter().any(is_total) {
        return None;
    }
    let is_plain = words.iter().all(|word| {
        is_total(word) || GENERIC.contains(word) || word.bytes().all(|byte| byte.is_ascii_digit())
    });
    if is_plain {
        let is_sub = words
            .iter()
            .any(|word| matches!(*word, "subtotaal" | "subtotal" | "sub"));
        return Some(if is_sub {
            TotalLabel::Sub
        } else {
            TotalLabel::Plain
        });
    }
    let at_an_end = words.first().is_some_and(is_total) || words.last().is_some_and(is_total);
    at_an_end.then_some(TotalLabel::Perhaps)
}

/// A line of dashes or the like.
pub(crate) fn is_rule(text: &str) -> bool {
    let n_marks = text
        .chars()
        .filter(|c| matches!(c, '-' | '=' | '_' | '*' | '–' | '—' | '.' | '~' | '#'))
        .count();
    let n_other = text.chars().filter(|c| c.is_alphanumeric()).count();
    n_marks >= 3 && n_other == 0
}

/// Page numbers, sources and print dates.
pub(crate) fn is_note(text: &str) -> bool {
    const STARTS: [&str; 20] = [
        "pagina ",
        "page ",
        "blad ",
        "bron:",
        "source:",
        "gegenereerd",
        "generated",
        "afgedrukt",
        "printed",
        "opgemaakt",
        "einde",
        "end of",
        "datum afdruk",
        "afdrukdatum",
        "aangemaakt",
        "* ",
        "let op",
        "noot:",
        "opmerking:",
        "note:",
    ];
    let lower = text.trim().to_lowercase();
    STARTS.iter().any(|start| lower.starts_with(start))
}

/// The header of another table: known headers and nothing else, but not those of this table.
pub(crate) fn is_other_header(cells: &[String]) -> bool {
    let filled: Vec<&String> = cells.iter().filter(|cell| !cell.is_empty()).collect();
    let is_exact = |cell: &&&String| words::meaning_of(cell).is_some_and(|found| found.is_exact);
    let n_known = filled.iter().filter(is_exact).count();
    n_known >= 2 && n_known * 3 >= filled.len() * 2
}
