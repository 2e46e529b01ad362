//! What the words of a header say.
//!
//! Exact matches first, then whole words; never a part of a word ("naam" is not in "namen").

mod periods;
mod phrases;
mod units;

use super::Role;
use Meaning::{Balance, Identifier, NotRevenue, Revenue};
use Role::{Code, RevenueInclVat};
use periods::{is_total_of_year, is_year, period_of};
pub(crate) use periods::{
    month_written, numbered, period_in, period_of_file, period_year, says_sum, says_year, unit_in,
    year_in, year_of,
};
use phrases::{ALONE, WORDS};
pub(crate) use units::{
    AccountHeader, account_header, both_sides, entry_rank, is_note_of_thousands, says_days,
    says_days_alone, says_description, says_foreign, says_hours, says_journal, says_kept_hours,
    says_minutes, says_part_of_year, says_pause, says_rate, says_side, says_still_owed,
    says_thousands, says_vat_amount, says_with_vat,
};

/// What a header says about its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A role of its own.
    Role(Role),
    /// Revenue, with how plainly the header says so: higher is plainer.
    Revenue(u8),
    /// An open balance or a limit: money, but no revenue.
    Balance,
    /// VAT itself, a percentage, a margin, a budget, a number of things: never revenue.
    NotRevenue,
    Debit,
    Credit,
    /// One month or quarter of revenue; a number to keep them in order.
    Period(u8),
    /// Start and end of a line of an hour registration; its first day is `Role::Date`.
    StartTime,
    EndDate,
    EndTime,
    /// Tells customers apart or reaches them (telephone, postcode): never a trait.
    Identifier,
}

/// A header's meaning and whether it matched as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    pub(crate) meaning: Meaning,
    pub(crate) is_exact: bool,
}

/// Lower case, `.` `-` `_` and line breaks as spaces, doubled spaces as one.
pub(crate) fn normalised(header: &str) -> String {
    let mut normal = String::with_capacity(header.len());
    for c in header.chars().flat_map(char::to_lowercase) {
        let c = if matches!(c, '.' | '-' | '_' | ':' | '*' | '"' | '\'') || c.is_whitespace() {
            ' '
        } else {
            c
        };
        if c != ' ' || !(normal.is_empty() || normal.ends_with(' ')) {
            normal.push(c);
        }
    }
    normal.truncate(normal.trim_end().len());
    normal
}

/// What a header means; `None` when none of its words is known.
pub(crate) fn meaning_of(header: &str) -> Option<Match> {
    let normal = normalised(header);
    if normal.is_empty() {
        return None;
    }
    let exact = WORDS
        .iter()
        .find(|(_, phrases)| phrases.contains(&normal.as_str()));
    if let Some((meaning, _)) = exact {
        return Some(Match {
            meaning: *meaning,
            is_exact: true,
        });
    }
    let words: Vec<&str> = normal
        .split([' ', '(', ')', '/', ',', '[', ']'])
        .filter(|w| !w.is_empty())
        .collect();
    let meaning = rating_of(&words).or_else(|| meaning_of_words(&words, &normal))?;
    Some(Match {
        meaning,
        is_exact: false,
    })
}

/// What a header is that names its scale: "Samenwerking (1-5)". Whatever is rated, it is no money and no name.
fn rating_of(words: &[&str]) -> Option<Meaning> {
    const SCALES: [&[&str]; 5] = [
        &["1", "5"],
        &["1–5"],
        &["1", "tot", "5"],
        &["1", "to", "5"],
        &["1", "t", "m", "5"],
    ];
    let what = SCALES.iter().find_map(|scale| words.strip_suffix(*scale))?;
    let is_said = |role: Role| {
        let mut phrases = WORDS
            .iter()
            .filter(|(meaning, _)| *meaning == Meaning::Role(role));
        phrases.any(|(_, phrases)| what.iter().any(|word| phrases.contains(word)))
    };
    // Without a scale these are no ratings.
    let is_relation = |word: &&str| matches!(*word, "relatie" | "samenwerking" | "klik");
    Some(if is_said(Role::Potential) {
        Meaning::Role(Role::Potential)
    } else if is_said(Role::Relationship) || what.iter().any(is_relation) {
        Meaning::Role(Role::Relationship)
    } else {
        NotRevenue
    })
}

/// Words of what is no revenue, whatever else a header says: shares, targets and averages.
const NEVER_REVENUE: [&str; 27] = [
    "percentage",
    "perc",
    "pct",
    "marge",
    "margin",
    "korting",
    "budget",
    "begroot",
    "winst",
    "profit",
    "gemiddeld",
    "gemiddelde",
    "average",
    "avg",
    "begrote",
    "omzetgroei",
    "omzetprognose",
    "doel",
    "target",
    "plan",
    "gepland",
    "geplande",
    "verwacht",
    "verwachte",
    "expected",
    "planned",
    "gem",
];

/// What a word for customers or names beside it is about: "Customer note", "Lineitem name".
const ABOUT_A_NAME: [&str; 20] = [
    "note", "notes", "email", "mail", "agent", "ip", "address", "phone", "telefoon", "country",
    "type", "group", "role", "lineitem", "item", "deal", "file", "method", "campaign", "notitie",
];

/// Whether a header has a word for customers.
fn has_customer(words: &[&str]) -> bool {
    const WHO: [&str; 8] = [
        "klant", "debiteur", "deb", "relatie", "customer", "client", "debtor", "account",
    ];
    words
        .iter()
        .any(|word| WHO.iter().any(|who| word.starts_with(who)))
}

/// What says that VAT is in an amount, and that it is not.
const INCLUDING: [&str; 4] = ["incl", "inclusief", "including", "inc"];
const EXCLUDING: [&str; 7] = [
    "excl",
    "ex",
    "exclusief",
    "excluding",
    "exclusive",
    "netto",
    "net",
];

fn meaning_of_words(words: &[&str], normal: &str) -> Option<Meaning> {
    let has = |any: &[&str]| words.iter().any(|word| any.contains(word));
    if says_percentage(normal) || has(&NEVER_REVENUE) {
        return Some(NotRevenue);
    }
    if let Some(period) = period_of(words) {
        return Some(Meaning::Period(period));
    }
    if is_year(words) {
        return None;
    }
    if is_total_of_year(words) {
        return Some(Revenue(1));
    }
    if is_age(words) {
        return Some(Balance);
    }
    let (phrase, meaning) = WORDS
        .iter()
        .flat_map(|(meaning, phrases)| phrases.iter().map(move |phrase| (*phrase, *meaning)))
        // Few phrases are held, so that few are sought in the list.
        .filter(|(phrase, _)| phrase.len() >= 3 && holds_phrase(words, phrase))
        .filter(|(phrase, _)| !ALONE.contains(phrase))
        .max_by_key(|(phrase, meaning)| (is_money_denial(*meaning), phrase.len()))?;
    let is_money = matches!(meaning, Revenue(_) | Meaning::Role(RevenueInclVat));
    // "Sales rep", "Omzet categorie", "Omzet per uur".
    let is_about = has(&[
        "rep",
        "person",
        "manager",
        "office",
        "team",
        "date",
        "group",
        "groep",
        "class",
        "klasse",
        "type",
        "categorie",
        "category",
        "units",
        "code",
        "id",
        "region",
        "channel",
        "uur",
        "hour",
    ]);
    // "Totaal uren"; but "Subtotaal uren" and "Omzet uren" are what they brought in.
    let is_count = |word: &&str| {
        matches!(
            *word,
            "totaal" | "total" | "uren" | "hours" | "gewerkte" | "worked" | "decimaal" | "decimal"
        )
    };
    if is_money && has(&["uren", "hours"]) && words.iter().all(is_count) {
        return Some(Meaning::Role(Role::Hours));
    }
    let is_tax = has(&["tax"]) && !has(&INCLUDING) && !has(&EXCLUDING);
    if is_money && (is_about || is_tax) {
        return Some(Identifier);
    }
    // "Excl. btw" is revenue, "prijs excl. btw" is a price.
    let says_vat = ["btw", "vat"].iter().any(|vat| phrase.contains(vat));
    if meaning == Meaning::Role(Code)
        && matches!(phrase, "code" | "nummer" | "number")
        && !has_customer(words)
    {
        return Some(Identifier);
    }
    if meaning == Meaning::Role(Role::Name) && has(&ABOUT_A_NAME) {
        return Some(Identifier);
    }
    if is_money || (says_vat && meaning == NotRevenue) {
        if has(&INCLUDING) {
            return Some(Meaning::Role(RevenueInclVat));
        }
        if has(&EXCLUDING) {
            return Some(Revenue(3));
        }
    }
    Some(meaning)
}

/// "31-60 dagen", "> 90 days": how long something has been owed, and nothing else.
fn is_age(words: &[&str]) -> bool {
    const DAYS: [&str; 3] = ["dagen", "dgn", "days"];
    const AROUND: [&str; 11] = [
        ">", "<", "ouder", "dan", "meer", "tot", "t/m", "over", "older", "than", "to",
    ];
    let is_number = |word: &str| {
        let word = word.trim_start_matches(['>', '<', '=']);
        !word.is_empty()
            && word
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'+')
    };
    let has_days = words.iter().any(|word| DAYS.contains(word));
    let mut others = words.iter().filter(|word| !DAYS.contains(word));
    has_days
        && words.iter().any(|word| is_number(word))
        && others.all(|word| is_number(word) || AROUND.contains(word))
}

/// "Openstaand bedrag" is a balance although "bedrag" is revenue.
fn is_money_denial(meaning: Meaning) -> bool {
    meaning == Balance
}

/// Whether the words of a phrase follow each other in a header.
fn holds_phrase(words: &[&str], phrase: &str) -> bool {
    (0..words.len()).any(|start| {
        let mut rest = phrase;
        for word in words.iter().skip(start) {
            let Some(after) = rest.strip_prefix(word) else {
                return false;
            };
            match after.strip_prefix(' ') {
                Some(next) => rest = next,
                None => return after.is_empty(),
            }
        }
        false
    })
}

/// "Marge %"; the 21% of "Omzet excl. 21% btw" is the rate of VAT.
fn says_percentage(normal: &str) -> bool {
    normal.match_indices('%').any(|(at, _)| {
        let before = normal.get(..at).unwrap_or_default().trim_end();
        !before.ends_with(|c: char| c.is_ascii_digit())
    })
}

/// Whether a cost is that of what was bought in, and not of the hours beside it.
pub(crate) fn says_purchases(header: &str) -> bool {
    const BOUGHT: [&str; 7] = [
        "inkoop",
        "uitbesteed",
        "directe",
        "direct",
        "purchases",
        "cogs",
        "materiaal",
    ];
    let normal = normalised(header);
    normal
        .split(' ')
        .any(|word| BOUGHT.iter().any(|start| word.starts_with(start)))
}

/// How plainly a header says that the names below it are those of customers: a contact is somebody there,
/// and a company may be one's own.
pub(crate) fn name_rank(header: &str) -> u8 {
    const CUSTOMER: [&str; 8] = [
        "klant", "customer", "client", "cliënt", "debiteur", "debtor", "kunde", "afnemer",
    ];
    const COMPANY: [&str; 6] = [
        "bedrijf",
        "company",
        "relatie",
        "organi",
        "handelsnaam",
        "opdrachtgever",
    ];
    let normal = normalised(header);
    let names = |any: &[&str]| {
        normal
            .split(' ')
            .any(|word| any.iter().any(|start| word.starts_with(start)))
    };
    match () {
        () if normal.starts_with("contact") => 0,
        () if names(&CUSTOMER) => 3,
        () if names(&COMPANY) => 2,
        () => 1,
    }
}

/// Whether a column holds what stands between a first and a last name.
pub(crate) fn says_infix(header: &str) -> bool {
    let normal = normalised(header);
    matches!(
        normal.as_str(),
        "tussenvoegsel" | "tussenvoegsels" | "tussenv" | "voorvoegsel" | "voorvoegsels" | "infix"
    )
}

/// Whether a header says that its amounts are in euros.
pub(crate) fn says_euros(header: &str) -> bool {
    let normal = normalised(header);
    let mut words = normal.split([' ', '(', ')', '[', ']', '/']);
    words.any(|word| matches!(word, "eur" | "euro" | "euros" | "€"))
}

/// How much of the hours a column holds, by its header: those that are billed or planned are a part or none.
pub(crate) fn hours_rank(header: &str) -> u8 {
    const OTHER: [&str; 12] = [
        "declarabel",
        "declarabele",
        "billable",
        "facturabel",
        "facturabele",
        "gepland",
        "geplande",
        "planned",
        "begroot",
        "begrote",
        "geschat",
        "estimated",
    ];
    let normal = normalised(header);
    u8::from(
        !normal
            .split(' ')
            .any(|word| OTHER.contains(&word) || word.ends_with("declarabele")),
    )
}

/// Whether a header says outright that its numbers are those of customers; "nr" may be of anything.
pub(crate) fn says_customer_number(header: &str) -> bool {
    const WHO: [&str; 9] = [
        "klant", "debiteur", "deb", "relatie", "customer", "client", "debtor", "account", "contact",
    ];
    let is_code =
        meaning_of(header).is_some_and(|m| m.meaning == Meaning::Role(Code) && m.is_exact);
    let normal = normalised(header);
    is_code
        && (WHO.iter().any(|who| normal.starts_with(who))
            || matches!(normal.as_str(), "custsupid" | "code"))
}

#[cfg(test)]
mod tests;
