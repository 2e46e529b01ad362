//! Words that tell a row is no customer: totals, notes, lines of dashes.

use crate::mapping::words;

const TOTALS: [&str; 18] = [
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
    "summe",
    "gesamtsumme",
    "gesamtbetrag",
    "zwischensumme",
];
/// Words that name a sum as well as a customer: a total where they stand alone beside what is the sum.
const PERHAPS: [&str; 6] = ["saldo", "tot", "totale", "gesamt", "cumulatief", "σ"];
const GENERIC: [&str; 49] = [
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
    "inclusief",
    "exclusief",
    "including",
    "excluding",
    "deze",
    "this",
    "vorige",
    "previous",
    "pagina",
    "pagina’s",
    "s",
    "page",
    "pages",
    "per",
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
    let hints: [&[u8]; 8] = [
        b"tot",
        b"som",
        b"sum",
        b"saldo",
        b"balans",
        b"gesamt",
        b"cumul",
        "Σ".as_bytes(),
    ];
    let has_hint = |start: usize| {
        let rest = text.as_bytes().get(start..).unwrap_or_default();
        let may_start = |byte: &u8| b"tTsSbBgGcC\xce".contains(byte);
        if !rest.first().is_some_and(may_start) {
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
    let is_generic =
        |word: &&str| GENERIC.contains(word) || word.bytes().all(|byte| byte.is_ascii_digit());
    if !words.iter().any(is_total) {
        let is_perhaps = |word: &&str| PERHAPS.contains(word);
        let is_label = words.iter().any(is_perhaps)
            && words
                .iter()
                .all(|word| is_perhaps(word) || is_generic(word));
        return is_label.then_some(TotalLabel::Perhaps);
    }
    let is_plain = words.iter().all(|word| is_total(word) || is_generic(word));
    if is_plain {
        let is_sub = words
            .iter()
            .any(|word| matches!(*word, "subtotaal" | "subtotal" | "sub" | "zwischensumme"));
        return Some(if is_sub {
            TotalLabel::Sub
        } else {
            TotalLabel::Plain
        });
    }
    let at_an_end = words.first().is_some_and(is_total) || words.last().is_some_and(is_total);
    at_an_end.then_some(TotalLabel::Perhaps)
}

/// Whether a cell of a ledger says that its row is a sum, or what an account began with.
pub(crate) fn is_sum(text: &str) -> bool {
    const OPENING: [&str; 5] = [
        "beginsaldo",
        "openingsbalans",
        "openingssaldo",
        "opening balance",
        "saldo",
    ];
    total_label(text).is_some_and(|label| label != TotalLabel::Perhaps)
        || OPENING.contains(&words::normalised(text).as_str())
}

/// What a program writes where a line has no customer: "(geen klant)", "(leeg)", "Without client".
pub(crate) fn is_nobody(name: &str) -> bool {
    const NOBODY: [&str; 16] = [
        "geen klant",
        "zonder klant",
        "geen relatie",
        "geen debiteur",
        "leeg",
        "geen",
        "onbekend",
        "geen opdrachtgever",
        "no client",
        "no customer",
        "without client",
        "without customer",
        "blank",
        "none",
        "unknown",
        "not set",
    ];
    let lower = name.trim().to_lowercase();
    let inner = lower
        .strip_prefix(['(', '[', '<'])
        .and_then(|rest| rest.strip_suffix([')', ']', '>']));
    // One word may be a name where nothing stands around it.
    inner.map_or_else(
        || lower.contains(' ') && NOBODY.contains(&lower.as_str()),
        |inner| NOBODY.contains(&inner.trim()),
    )
}

/// A figure about the customers above it that is no sum of theirs: "Gemiddelde", "Aantal klanten", "BTW 21%".
pub(crate) fn is_figure(text: &str) -> bool {
    const FIGURES: [&str; 18] = [
        "gemiddelde",
        "gemiddeld",
        "average",
        "mean",
        "mediaan",
        "median",
        "durchschnitt",
        "aantal",
        "count",
        "number",
        "anzahl",
        "btw",
        "vat",
        "mwst",
        "omzetbelasting",
        "waarvan",
        "maximum",
        "minimum",
    ];
    const BESIDE: [&str; 13] = [
        "per", "klant", "customer", "kunde", "regels", "rijen", "rows", "lines", "records",
        "facturen", "invoices", "hoog", "laag",
    ];
    // "21% btw". Most names begin with none of these.
    let text =
        text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '%' | ',' | ' '));
    let begins = |word: &&str| {
        let start = text.as_bytes().get(..word.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()))
    };
    if !FIGURES.iter().any(begins) {
        return false;
    }
    let normal = words::normalised(text);
    let mut words = normal
        .split([' ', '(', ')', '=', '%', ','])
        .filter(|word| !word.is_empty());
    let is_figure = words.next().is_some_and(|word| FIGURES.contains(&word));
    is_figure
        && words.all(|word| {
            let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
            is_number || GENERIC.contains(&word) || BESIDE.contains(&word)
        })
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
    // "Omzet 2025" is as known as "Omzet".
    let is_exact = |cell: &&&String| {
        let without_year = cell.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
        let texts = [cell.as_str(), without_year];
        let mut found = texts.iter().filter_map(|text| words::meaning_of(text));
        found.any(|found| found.is_exact)
    };
    let n_known = filled.iter().filter(is_exact).count();
    n_known >= 2 && n_known * 3 >= filled.len() * 2
}
