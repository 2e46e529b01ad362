//! What the name of a ledger account says.

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
    const OTHER: [&str; 12] = [
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
    ];
    let holds = |words: &[&str]| words.iter().any(|word| lower_name.contains(word));
    // Dutch joins words, English does not: Salesforce is no sales.
    let mut words = lower_name.split(|c: char| !c.is_alphanumeric());
    (holds(&REVENUE) || words.any(|word| word == "sales")) && !holds(&OTHER)
}
