//! In what a column is measured, where its header or a title says so.

use super::{Meaning, normalised};
use crate::mapping::amount::is_foreign_code;

/// Whether a length of time is in minutes, by its header.
pub(crate) fn says_minutes(header: &str) -> bool {
    let normal = normalised(header);
    normal
        .split([' ', '(', ')', '[', ']', '/'])
        .any(|word| matches!(word, "minuten" | "minutes" | "min"))
}

/// Whether work is counted in days, by its header.
pub(crate) fn says_days(header: &str) -> bool {
    let normal = normalised(header);
    normal
        .split([' ', '(', ')'])
        .any(|word| matches!(word, "dagen" | "mandagen" | "days" | "mandays"))
}

/// Whether a header names days and not what they are of: worked ones, or those until payment.
pub(crate) fn says_days_alone(header: &str) -> bool {
    matches!(
        normalised(header).as_str(),
        "dagen" | "aantal dagen" | "days" | "number of days"
    )
}

/// Whether a header says that VAT is in its amounts.
pub(crate) fn says_with_vat(header: &str) -> bool {
    let normal = normalised(header);
    let mut words = normal.split([' ', '(', ')', '/']);
    words.any(|word| super::INCLUDING.contains(&word))
}

/// Whether a header is that of the VAT on an amount, and not of its rate or code.
pub(crate) fn says_vat_amount(header: &str) -> bool {
    const VAT: [&str; 14] = [
        "btw",
        "btw bedrag",
        "btwbedrag",
        "bedrag btw",
        "totaal btw",
        "btw totaal",
        "vat",
        "vat amount",
        "total vat",
        "tax",
        "taxes",
        "tax amount",
        "mwst",
        "tva",
    ];
    VAT.contains(&normalised(header).as_str())
}

/// Whether a header is that of what is still to be paid.
pub(crate) fn says_still_owed(header: &str) -> bool {
    const OWED: [&str; 9] = [
        "openstaand",
        "openstaand bedrag",
        "openstaand saldo",
        "nog te betalen",
        "nog te ontvangen",
        "outstanding",
        "outstanding amount",
        "amount due",
        "open amount",
    ];
    OWED.contains(&normalised(header).as_str())
}

/// Whether a header is that of the time in between that was not worked.
pub(crate) fn says_pause(header: &str) -> bool {
    let normal = normalised(header);
    let mut words = normal.split([' ', '(']);
    let is_pause = matches!(words.next(), Some("pauze" | "pauzetijd" | "break"));
    // From when until when.
    let is_moment = |word| {
        matches!(
            word,
            "van" | "tot" | "begin" | "start" | "eind" | "einde" | "end" | "from" | "to"
        )
    };
    is_pause && !words.any(is_moment)
}

/// Whether a title names hours and nothing else: "Urenoverzicht 2025", "Uren per klant".
pub(crate) fn says_hours(title: &str) -> bool {
    const HOURS: [&str; 10] = [
        "uren",
        "urenoverzicht",
        "urenstaat",
        "urenlijst",
        "urenregistratie",
        "urenadministratie",
        "hours",
        "timesheet",
        "timesheets",
        "timekeeping",
    ];
    const BESIDE: [&str; 20] = [
        "overzicht",
        "overview",
        "per",
        "by",
        "klant",
        "klanten",
        "customer",
        "client",
        "medewerker",
        "employee",
        "maand",
        "month",
        "jaar",
        "year",
        "over",
        "in",
        "van",
        "gewerkte",
        "worked",
        "totaal",
    ];
    let normal = normalised(title);
    let mut words = normal.split(' ').filter(|word| !word.is_empty());
    let is_beside = |word: &str| {
        HOURS.contains(&word) || BESIDE.contains(&word) || super::year_in(word).is_some()
    };
    words.clone().any(|word| HOURS.contains(&word)) && words.all(is_beside)
}

/// Whether a header says that its column is of a part of a year.
pub(crate) fn says_part_of_year(header: &str) -> bool {
    const PARTS: [&str; 10] = [
        "maand",
        "month",
        "periode",
        "period",
        "kwartaal",
        "quarter",
        "week",
        "weeknr",
        "weeknummer",
        "monat",
    ];
    let normal = normalised(header);
    normal.split([' ', '/']).any(|word| PARTS.contains(&word))
}

/// Whether a text names a currency that is not the euro: `Omzet (USD)`, `Revenue £`, `Valuta: CHF`.
pub(crate) fn says_foreign(text: &str) -> bool {
    let mut words = text.split(|c: char| c.is_whitespace() || "()[]:;,/-_.".contains(c));
    words.any(is_foreign_code)
}

/// Whether a header is of a column that says on which side of an account an amount is: `D/C`, `Af Bij`.
pub(crate) fn says_side(header: &str) -> bool {
    const SIDES: [&str; 15] = [
        "d/c",
        "dc",
        "d c",
        "c/d",
        "db/cr",
        "dr/cr",
        "debet/credit",
        "debet credit",
        "debit/credit",
        "debit credit",
        "credit/debet",
        "af bij",
        "af/bij",
        "bij/af",
        "debet / credit",
    ];
    SIDES.contains(&super::normalised(header).as_str())
}

/// The sides of an account that a header names both, in its order: `Bedrag (Debet / Credit)`.
pub(crate) fn both_sides(header: &str) -> Option<[Meaning; 2]> {
    let normal = normalised(header);
    let mut words = normal.split(|c: char| !c.is_alphabetic());
    let debit = words
        .clone()
        .position(|word| matches!(word, "debet" | "debit"))?;
    let credit = words.position(|word| word == "credit")?;
    Some(if debit < credit {
        [Meaning::Debit, Meaning::Credit]
    } else {
        [Meaning::Credit, Meaning::Debit]
    })
}

/// Whether a line by itself says that the amounts around it are in thousands; "Jansen (K)" is a name.
pub(crate) fn is_note_of_thousands(line: &str) -> bool {
    let lower = line.to_lowercase();
    let names_money = ["bedrag", "amount", "duizend", "thousand", "eur", "€"];
    let is_denied = lower
        .split(|c: char| !c.is_alphabetic())
        .any(|word| matches!(word, "niet" | "geen" | "not"));
    says_thousands(line) && !is_denied && names_money.iter().any(|word| lower.contains(word))
}

/// Whether a text says that amounts are in thousands: `(x € 1.000)`, `in duizenden`, `kEUR`.
pub(crate) fn says_thousands(text: &str) -> bool {
    let lower = text.to_lowercase();
    let squeezed: String = lower.chars().filter(|c| !c.is_whitespace()).collect();
    let is_said = [
        "induizenden",
        "inthousands",
        "(1000)",
        "(k)",
        "(k€)",
        "(€k)",
        "(duizenden)",
        "eur'000",
        "€'000",
        "(000)",
        "('000)",
        "intsd.",
        "(€1.000)",
        "(€1,000)",
        "(€1000)",
        "(eur1.000)",
        "(eur1000)",
        "in€1.000",
        "in€1000",
        "ineur1.000",
        "ineur1000",
        "in€k",
        "(€000)",
        "(000s)",
        "(keur)",
        "(eurk)",
        "thousands)",
        "duizendeuro",
        "indzd",
        "(dzd",
    ];
    // Keur is a name as well.
    let is_unit = |word: &str| {
        matches!(
            word,
            "kEUR" | "KEUR" | "k€" | "K€" | "€k" | "€K" | "TEUR" | "T€" | "Tsd"
        )
    };
    let mut words = text.split(|c: char| !c.is_alphanumeric() && c != '€');
    is_said.iter().any(|sign| squeezed.contains(sign))
        || words.any(is_unit)
        || is_times_thousand(&lower)
}

/// Whether a sign of multiplication, and no letter of a word, stands before a thousand.
fn is_times_thousand(lower: &str) -> bool {
    let mut before = ' ';
    lower.char_indices().any(|(at, sign)| {
        let is_free = !std::mem::replace(&mut before, sign).is_alphanumeric();
        let rest = lower.get(at + sign.len_utf8()..).unwrap_or_default();
        let is_sign = |c: char| c.is_whitespace() || c == '€';
        let number = rest.trim_start_matches(is_sign);
        let without_code = ["euro", "eur"]
            .iter()
            .find_map(|code| number.strip_prefix(code));
        let number = without_code.unwrap_or(number).trim_start_matches(is_sign);
        let mut after = ["1000", "1.000", "1,000"]
            .iter()
            .filter_map(|thousand| number.strip_prefix(thousand));
        let ends = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_digit() || ".,".contains(c));
        is_free && matches!(sign, 'x' | '×' | '*') && after.any(ends)
    })
}

/// How a header names ledger accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AccountHeader {
    /// "Grootboekrekening", "GL account".
    Ledger,
    /// "Rekening", "Account": may be that of a bank or a debtor as well.
    Vague,
    /// "Grootboekomschrijving": the name of the account.
    Name,
}

/// Whether a header is that of the ledger account of a row; that on the other side of it is not.
pub(crate) fn account_header(header: &str) -> Option<AccountHeader> {
    const VAGUE: [&str; 14] = [
        "rekening",
        "rekeningnummer",
        "rekeningnr",
        "rekening nr",
        "rekeningcode",
        "reknr",
        "rek nr",
        "rek",
        "account",
        "account number",
        "account no",
        "account code",
        "konto",
        "kontonummer",
    ];
    let normal = normalised(header);
    let words = || normal.split(|c: char| !(c.is_alphanumeric() || c == '/'));
    let is_ledger = words().any(|word| {
        word.starts_with("grootboek")
            || matches!(
                word,
                "gb" | "gbr" | "gbrek" | "ledger" | "gl" | "g/l" | "nominal"
            )
    });
    let is_other =
        words().any(|word| word.starts_with("tegen") || matches!(word, "contra" | "offset"));
    let is_name = words().any(|word| {
        ["omschrijving", "naam", "description", "name"]
            .iter()
            .any(|end| word.ends_with(end))
            || word == "omschr"
    });
    let is_of_account = || words().any(|word| word.starts_with("rekening") || word == "account");
    // What is kept in a ledger is no account: "Grootboek datum".
    let is_about = words().any(|word| {
        matches!(
            word,
            "datum" | "date" | "bedrag" | "amount" | "saldo" | "balance" | "periode" | "dagboek"
        )
    });
    match () {
        () if is_other || is_about => None,
        () if is_name => (is_ledger || is_of_account()).then_some(AccountHeader::Name),
        () if is_ledger => Some(AccountHeader::Ledger),
        () => VAGUE
            .contains(&normal.as_str())
            .then_some(AccountHeader::Vague),
    }
}

/// Whether a header is that of words about something, and nothing more.
pub(crate) fn says_description(header: &str) -> bool {
    matches!(
        normalised(header).as_str(),
        "omschrijving" | "omschr" | "description" | "naam" | "name" | ""
    )
}

/// Whether a header is that of the journal of an entry.
pub(crate) fn says_journal(header: &str) -> bool {
    matches!(
        normalised(header).as_str(),
        "dagboek" | "dagboekcode" | "dagb" | "journaal" | "journal" | "journal code"
    )
}

/// How plainly a header is that of the number which all rows of one entry have: the lower, the plainer.
pub(crate) fn entry_rank(header: &str) -> Option<usize> {
    const ENTRIES: [&str; 30] = [
        "journaalpost",
        "journaalpostnummer",
        "boekstuk",
        "boekstuknummer",
        "boekstuknr",
        "boekstuk nr",
        "bkst nr",
        "bkstnr",
        "bkst",
        "boekingsnummer",
        "boekingnummer",
        "boeknummer",
        "boeking",
        "stuknummer",
        "stuknr",
        "mutatienummer",
        "mutatienr",
        "mutatie",
        "transactienummer",
        "transactienr",
        "transactie",
        "entry",
        "entry no",
        "entry number",
        "journal entry",
        "voucher",
        "voucher no",
        "transaction no",
        "transaction number",
        "transaction",
    ];
    let normal = normalised(header);
    ENTRIES.iter().position(|entry| *entry == normal)
}

/// Whether a header is that of what an hour costs a customer.
pub(crate) fn says_rate(header: &str) -> bool {
    const RATES: [&str; 5] = [
        "tarief",
        "uurtarief",
        "rate",
        "hourly rate",
        "billable rate",
    ];
    RATES.contains(&normalised(header).as_str())
}

/// Whether a header is one that only those have who keep hours: "Billable", "Time (h)".
pub(crate) fn says_kept_hours(header: &str) -> bool {
    const KEPT: [&str; 7] = [
        "billable",
        "billable?",
        "factureerbaar",
        "declarabel",
        "time (h)",
        "time (decimal)",
        "duration",
    ];
    KEPT.contains(&normalised(header).as_str())
}
