//! What the number and the name of a ledger account say.

/// A ledger account as a cell has it: "8000", "8000 - Omzet", "Omzet".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Written<'a> {
    /// Three to eight digits; empty where the cell has the name alone.
    pub(crate) number: &'a str,
    /// Empty where the cell has the number alone.
    pub(crate) name: &'a str,
}

impl<'a> Written<'a> {
    /// `None` for an empty cell.
    pub(crate) fn of(cell: &'a str) -> Option<Self> {
        let cell = cell.trim();
        let n_digits = cell.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = cell.split_at_checked(n_digits)?;
        let is_apart = rest.is_empty() || rest.starts_with(is_between);
        if !(3..=8).contains(&n_digits) || !is_apart {
            return (!cell.is_empty()).then_some(Self {
                number: "",
                name: cell,
            });
        }
        let name = rest.trim_start_matches(is_between).trim();
        // "8000.0": a workbook, and no name.
        let has_name = name.contains(char::is_alphabetic);
        Some(Self {
            number,
            name: if has_name { name } else { "" },
        })
    }
}

/// The account in a row that names it above its rows: "8000 - Omzet", "Grootboekrekening: 8000 Omzet", also
/// in two cells.
pub(crate) fn account_heading<'a>(cells: impl Iterator<Item = &'a str>) -> Option<String> {
    let filled: Vec<&str> = cells
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect();
    let (first, rest) = filled.split_first()?;
    let label = first.trim_end_matches(':').to_lowercase();
    let is_label = |label: &str| matches!(label, "grootboekrekening" | "grootboek" | "rekening");
    let heading = match rest {
        _ if is_label(&label) => rest.join(" "),
        [] => match first.split_once([' ', ':']) {
            Some((label, rest)) if is_label(&label.to_lowercase()) => {
                rest.trim_start_matches(is_between).to_owned()
            }
            _ => (*first).to_owned(),
        },
        [name] => format!("{first} {name}"),
        _ => return None,
    };
    let written = Written::of(&heading)?;
    let is_account =
        (3..=6).contains(&written.number.len()) && written.name.starts_with(char::is_alphabetic);
    is_account.then_some(heading)
}

/// What stands between the number and the name of an account.
fn is_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '–' | ':' | '.' | ',' | '|' | '/' | '(')
}

/// What tells that an account of a list is revenue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// It begins with an 8, as revenue does in a Dutch chart of accounts.
    Number,
    /// Its name.
    Name,
}

/// Whether an account of a list is revenue, and by what. Of an auditfile more is known.
pub(crate) fn revenue_sign(number: &str, name: &str) -> Option<Sign> {
    const BOUGHT: [&str; 5] = ["kostprijs", "inkoop", "inkopen", "cost of", "purchase"];
    const OF_BALANCE: [&str; 8] = [
        "btw",
        "vat",
        "debiteur",
        "debtor",
        "receivable",
        "vooruit",
        "deferred",
        "nog te",
    ];
    let name = name.to_lowercase();
    let holds = |words: &[&str]| words.iter().any(|word| name.contains(word));
    match number.as_bytes().first() {
        Some(b'8') => (!holds(&BOUGHT)).then_some(Sign::Number),
        // The balance, whatever the name: "1520 Btw verkopen hoog".
        Some(b'0'..=b'3') => None,
        _ => (is_named_revenue(&name) && !holds(&OF_BALANCE)).then_some(Sign::Name),
    }
}

/// Whether an account without a reference code is revenue by its name, in lower case: rule 3 of
/// books-corpus/README.md; the English words beside the Dutch ones.
pub fn is_named_revenue(lower_name: &str) -> bool {
    const REVENUE: [&str; 7] = [
        "omzet",
        "opbrengst",
        "verkopen",
        "verkoop",
        "revenue",
        "turnover",
        "omzetten",
    ];
    const OTHER: [&str; 20] = [
        "kostprijs",
        "inkoop",
        "kosten",
        "omzetbelasting",
        "rente",
        "cost",
        "expense",
        "interest",
        "purchase",
        "sales tax",
        "vat ",
        "inkopen",
        "bevordering",
        "promotie",
        "provisie",
        "boekwinst",
        "inventaris",
        "activa",
        "dividend",
        "deelneming",
    ];
    let holds = |words: &[&str]| words.iter().any(|word| lower_name.contains(word));
    // Dutch joins words, English does not: Salesforce is no sales.
    let mut words = lower_name.split(|c: char| !c.is_alphanumeric());
    (holds(&REVENUE) || words.any(|word| word == "sales")) && !holds(&OTHER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_a_number_a_name_or_both() {
        for (cell, number, name) in [
            ("8000", "8000", ""),
            (" 80000 ", "80000", ""),
            ("800010 Omzet hoog", "800010", "Omzet hoog"),
            ("8000 - Omzet", "8000", "Omzet"),
            ("8000: Omzet", "8000", "Omzet"),
            ("8000.0", "8000", ""),
            ("Omzet hoog", "", "Omzet hoog"),
            ("8000a", "", "8000a"),
            ("12", "", "12"),
        ] {
            assert_eq!(Written::of(cell), Some(Written { number, name }), "{cell}");
        }
        assert_eq!(Written::of("  "), None);
    }

    #[test]
    fn a_heading_names_an_account_with_its_number() {
        let heading = |cells: &[&str]| account_heading(cells.iter().copied());
        for cells in [
            &["8000 - Omzet", "", ""][..],
            &["", "8000", "Omzet"],
            &["Grootboekrekening: 8000 Omzet"],
            &["Grootboekrekening", "8000", "Omzet"],
            &["Grootboekrekening:", "8000 - Omzet"],
        ] {
            let found = heading(cells);
            let written = found.as_deref().and_then(Written::of);
            let expected = Written {
                number: "8000",
                name: "Omzet",
            };
            assert_eq!(written, Some(expected), "{cells:?}");
        }
        for cells in [
            &["8000"][..],
            &["01-02-2025", "100,00"],
            &["20250001", "Jansen"],
            &["8000", "Omzet", "100,00"],
            &["Totaal 8000"],
        ] {
            assert_eq!(heading(cells), None, "{cells:?}");
        }
    }

    #[test]
    fn in_a_list_eights_and_names_of_revenue_count() {
        for (number, name, expected) in [
            ("8000", "", Some(Sign::Number)),
            ("80000", "Doorberekende kosten", Some(Sign::Number)),
            ("800010", "Omzet", Some(Sign::Number)),
            ("8500", "Inkoopwaarde omzet", None),
            ("1300", "", None),
            ("1520", "Btw verkopen hoog", None),
            ("1350", "Nog te factureren omzet", None),
            ("4000", "Sales", Some(Sign::Name)),
            ("4500", "Verkoopkosten", None),
            ("7000", "Kostprijs verkopen", None),
            ("700000", "Verkopen", Some(Sign::Name)),
            ("", "Omzet hoog", Some(Sign::Name)),
            ("", "Af te dragen btw verkoop", None),
            ("", "Debiteuren", None),
        ] {
            assert_eq!(revenue_sign(number, name), expected, "{number} {name}");
        }
    }
}
