//! What the words of a header say: formats.md section 1c as a table.
//!
//! Exact matches first, then whole words; never a part of a word ("naam" is not in "namen").

use super::Role;
use super::day::month_named;

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

use Meaning::{
    Balance, Credit, Debit, EndDate, EndTime, Identifier, NotRevenue, Revenue, StartTime,
};
use Role::{
    Attention, Code, Complaints, CostGrade, Currency, Date, DaysToPay, DirectCost, GivenClass,
    Hours, HoursCost, HoursGrade, Invoice, Name, Orders, OtherCost, OwnFaultHours, Person,
    Potential, Registration, Relationship, RevenueInclVat, Since, Tenure, Trait, Visits,
};

/// Phrases per meaning, in lower case, `.` `-` `_` as spaces.
const WORDS: &[(Meaning, &[&str])] = &[
    (
        Meaning::Role(Name),
        &[
            "klant",
            "klantnaam",
            "naam klant",
            "naam",
            "bedrijfsnaam",
            "bedrijf",
            "debiteur",
            "debiteurnaam",
            "naam debiteur",
            "relatie",
            "relatienaam",
            "contact",
            "opdrachtgever",
            "cliënt",
            "client",
            "afnemer",
            "organisatie",
            "firma",
            "handelsnaam",
            "customer",
            "customer name",
            "account",
            "accountname",
            "account name",
            "company",
            "companyname",
            "company name",
            "custsupname",
            "name",
            "client name",
            "debtor",
            "debtor name",
            "contact name",
            "klanten",
            "organization",
            "organisation",
            "contactname",
            "customername",
            "cliente",
            "kunde",
            "kundenname",
            "debitor",
            "nom client",
        ],
    ),
    (
        Meaning::Role(Code),
        &[
            "klantnummer",
            "klantcode",
            "klantnr",
            "klant nr",
            "klant id",
            "klantid",
            "debiteurnummer",
            "debiteurnr",
            "debiteur nr",
            "debiteurennummer",
            "debiteurcode",
            "debnr",
            "deb nr",
            "debtornumber",
            "debtor number",
            "debtor no",
            "relatiecode",
            "relatienr",
            "relatie nr",
            "relatienummer",
            "code",
            "trek",
            "customer id",
            "customerid",
            "customer number",
            "customer no",
            "customer code",
            "contactid",
            "contact id",
            "accountcode",
            "account code",
            "custsupid",
            "id",
            "client id",
            "kundennummer",
            "kundennr",
            "kunden nr",
            "debitorennummer",
            "debitorennr",
            "nr",
            "nummer",
        ],
    ),
    (
        Meaning::Role(Date),
        &[
            "datum",
            "factuurdatum",
            "boekdatum",
            "boekingsdatum",
            "transactiedatum",
            "date",
            "invoice date",
            "start date",
            "invoicedate",
            "trdt",
            "posting date",
            "orderdatum",
            "rechnungsdatum",
            "belegdatum",
            "startdatum",
            "fecha",
            "fecha de inicio",
            "date de début",
        ],
    ),
    (
        Revenue(3),
        &[
            "bedrag excl btw",
            "totaal excl btw",
            "totaalprijs excl btw",
            "omzet excl btw",
            "omzet ex btw",
            "bedrag ex btw",
            "omzet excl",
            "bedrag excl",
            "netto omzet",
            "netto bedrag",
            "amount excl",
            "amount excl vat",
            "taxexclusiveamount",
            "net sales",
            "net revenue",
            "net amount",
            "total excl vat",
            "revenue excl vat",
            "totaal exclusief btw",
            "nettoumsatz",
            "umsatz netto",
            "nettobetrag",
            "nettobedrag",
            "nettoomzet",
            "netamount",
            "net total",
            "net invoice amount",
            "montant ht",
        ],
    ),
    (
        Revenue(2),
        &[
            "omzet",
            "jaaromzet",
            "factuuromzet",
            "revenue",
            "turnover",
            "sales",
            "totale omzet",
            "umsatz",
            "jahresumsatz",
            "totaalomzet",
            "omzetbedrag",
            "verkoopbedrag",
            "total sales",
            "sales amount",
            "chiffre d affaires",
            "omzet totaal",
        ],
    ),
    (
        Revenue(1),
        &[
            "bedrag",
            "amount",
            "subtotaal",
            "subtotal",
            "netto",
            "net",
            "gefactureerd",
            "regelbedrag",
            "betrag",
            "montant",
            "importe",
            "sub total",
            "grondslag",
        ],
    ),
    (
        Meaning::Role(RevenueInclVat),
        &[
            "bedrag incl btw",
            "totaal incl btw",
            "totaalprijs incl btw",
            "factuurbedrag",
            "totaal",
            "total incl",
            "total incl vat",
            "invoice amount",
            "totalpriceincl",
            "gross",
            "bruto",
            "bruto omzet",
            "factuurtotaal",
            "total",
            "omzet incl btw",
            "gross amount",
            "amount incl vat",
            "brutto",
            "bruttobetrag",
            "bruttoumsatz",
            "montant ttc",
        ],
    ),
    (
        NotRevenue,
        &[
            "btw",
            "btw bedrag",
            "btw srt",
            "vat",
            "tax",
            "vat amount",
            "vatamountdc",
            "dagen",
            "betaaltermijn",
            "eenheden",
            "units",
            "invoices",
            "colli",
            "leveringen",
            "bestellingen",
            "score",
            "rating",
            "weeknr",
            "weeknummer",
            "ordernummer",
            "ordernr",
            "order number",
            "aanmaningen",
            "vestiging",
            "days overdue",
            "mwst",
            "ust",
            "tva",
            "omzetbelasting",
            "marge",
            "brutomarge",
            "brutowinst",
            "nettowinst",
            "bedrijfsresultaat",
            "dekkingsbijdrage",
            "deckungsbeitrag",
            "gewinn",
            "gross profit",
            "net profit",
            "margin",
            "winst",
            "profit",
            "korting",
            "discount",
            "percentage",
            "perc",
            "aantal",
            "aantallen",
            "stuks",
            "quantity",
            "qty",
            "menge",
            "anzahl",
            "preis",
            "stundensatz",
            "prijs",
            "stukprijs",
            "tarief",
            "price",
            "rate",
            "cost rate",
            "billable rate",
            "billable amount",
            "uurtarief",
            "kosttarief",
            "begroot",
            "budget",
            "begroting",
            "prognose",
            "forecast",
            "doel",
            "target",
            "btw code",
            "btw percentage",
            "facturen",
            "aantal facturen",
            "aandeel",
            "share",
            "boekjaar",
            "jaar",
            "year",
            "periode",
            "period",
            "per",
            "maand",
            "month",
            "kwartaal",
            "week",
            "regel",
            "grootboekrekening",
            "rekening",
            "aanmaning",
        ],
    ),
    (
        Balance,
        &[
            "saldo",
            "openstaand",
            "openstaand saldo",
            "open",
            "openstaand bedrag",
            "kredietlimiet",
            "limiet",
            "balance",
            "outstanding",
            "outstandingamount",
            "outstanding amount",
            "credit limit",
            "creditlimit",
            "amount due",
            "open amount",
            "te betalen",
            "nog te betalen",
            "vervallen",
            "schuld",
            "te ontvangen",
            "nog te ontvangen",
            "vordering",
            "offen",
            "offener betrag",
            "offene posten",
            "betaald",
            "betaald bedrag",
            "ontvangen",
            "paid",
            "amount paid",
            "provisie",
            "commission",
            "offertebedrag",
            "quoted amount",
            "verwachte omzet",
            "openstaande posten",
            "openstaande post",
            "openstaande saldi",
            "debiteurensaldo",
            "eindsaldo",
            "beginsaldo",
            "saldi",
            "te vorderen",
            "te innen",
            "verschuldigd",
            "verschuldigd bedrag",
            "onbetaald",
            "vorderingen",
            "kredietruimte",
            "receivable",
            "receivables",
            "overdue",
            "unpaid",
            "unpaid amount",
            "amount owed",
            "limit",
            "balans",
            "expected revenue",
        ],
    ),
    (
        Debit,
        &[
            "debet",
            "debit",
            "af",
            "soll",
            "bedrag debet",
            "debet bedrag",
            "debetbedrag",
            "debit amount",
        ],
    ),
    (
        Credit,
        &[
            "credit",
            "bij",
            "haben",
            "bedrag credit",
            "credit bedrag",
            "creditbedrag",
            "credit amount",
        ],
    ),
    (
        Meaning::Role(Hours),
        &[
            "uren",
            "aantal uren",
            "gewerkte uren",
            "bestede uren",
            "duur",
            "duur (decimaal)",
            "tijd",
            "hours",
            "worked hours",
            "duration",
            "duration (h)",
            "duration (decimal)",
            "time (decimal)",
            "time (h)",
            "duur (u)",
            "duur (uren)",
            "uur",
            "minuten",
            "aantal minuten",
            "minutes",
            "stunden",
            "dauer",
            "dauer (h)",
            "dauer (dezimal)",
            "durée",
            "durée (h)",
            "durée (décimale)",
            "heures",
            "duración",
            "duración (h)",
            "duración (decimal)",
            "horas",
        ],
    ),
    (
        Meaning::Role(OwnFaultHours),
        &[
            "hersteluren",
            "eigen fout",
            "eigen fout uren",
            "rework hours",
            "own fault hours",
            "rework",
        ],
    ),
    (
        Meaning::Role(DirectCost),
        &[
            "kosten",
            "kostprijs",
            "inkoop",
            "inkoopwaarde",
            "directe kosten",
            "inkoopkosten",
            "uitbesteed",
            "cost",
            "cost amount",
            "cogs",
            "direct cost",
            "direct costs",
            "purchases",
            "costs",
        ],
    ),
    (
        Meaning::Role(OtherCost),
        &[
            "overige kosten",
            "bedienkosten",
            "andere kosten",
            "other cost",
            "other costs",
            "cost to serve",
        ],
    ),
    (
        Meaning::Role(Potential),
        &[
            "potentie",
            "potentieel",
            "groeikans",
            "groei",
            "potential",
            "growth",
        ],
    ),
    (
        Meaning::Role(Relationship),
        &[
            "relatie score",
            "relatiescore",
            "klantrelatie",
            "sympathie",
            "relationship",
            "relation",
            "liking",
        ],
    ),
    (
        Meaning::Role(Attention),
        &[
            "aandacht",
            "bewerkelijkheid",
            "moeite",
            "attention",
            "effort",
        ],
    ),
    (
        Meaning::Role(Orders),
        &[
            "orders",
            "aantal orders",
            "opdrachten",
            "aantal opdrachten",
            "number of orders",
        ],
    ),
    (
        Meaning::Role(Visits),
        &["bezoeken", "aantal bezoeken", "visits", "number of visits"],
    ),
    (
        Meaning::Role(Complaints),
        &["klachten", "aantal klachten", "complaints"],
    ),
    (
        Meaning::Role(DaysToPay),
        &[
            "betaaldagen",
            "betaaltermijn werkelijk",
            "gemiddelde betaaltermijn",
            "days to pay",
        ],
    ),
    (
        Meaning::Role(Since),
        &[
            "klant sinds",
            "relatie sinds",
            "sinds",
            "customer since",
            "client since",
            "since",
        ],
    ),
    (
        Meaning::Role(Tenure),
        &[
            "maanden klant",
            "tenure",
            "tenure months",
            "months customer",
        ],
    ),
    (
        Meaning::Role(HoursGrade),
        &[
            "hours grade",
            "zekerheid uren",
            "herkomst uren",
            "urenherkomst",
        ],
    ),
    (
        Meaning::Role(CostGrade),
        &[
            "cost grade",
            "grade",
            "herkomst",
            "zekerheid",
            "zekerheid kosten",
            "herkomst kosten",
            "kostenherkomst",
        ],
    ),
    (
        Meaning::Role(GivenClass),
        &[
            "klasse",
            "abc",
            "segment",
            "class",
            "abc class",
            "abc klasse",
            "override",
            "indeling",
        ],
    ),
    (
        Meaning::Role(Invoice),
        &[
            "factuurnummer",
            "factuurnr",
            "factuur nr",
            "factuur",
            "boekstuk",
            "boekstuknr",
            "boekstuknummer",
            "bkst nr",
            "onze ref",
            "invoice number",
            "invoiceid",
            "invref",
            "invoice",
            "invoice no",
            "invoice id",
            "invoicenumber",
            "document number",
        ],
    ),
    (
        Meaning::Role(Currency),
        &["valuta", "munt", "currency", "munteenheid", "valutacode"],
    ),
    (
        Meaning::Role(Registration),
        &[
            "kvk",
            "kvk nummer",
            "kvk nr",
            "kvknummer",
            "btw nummer",
            "btw nr",
            "btwnummer",
            "btw id",
            "btw identificatienummer",
            "vat number",
            "vat no",
            "vat id",
            "vatnumber",
            "chamber of commerce number",
            "coc number",
        ],
    ),
    (
        Meaning::Role(Person),
        &[
            "medewerker",
            "werknemer",
            "gebruiker",
            "naam medewerker",
            "medewerkernaam",
            "voornaam",
            "achternaam",
            "user",
            "member",
            "employee",
            "employee name",
            "first name",
            "last name",
            "mitarbeiter",
            "benutzer",
            "utilisateur",
            "usuario",
        ],
    ),
    (Meaning::Role(HoursCost), &["kosten uren", "hours cost"]),
    (
        StartTime,
        &[
            "start time",
            "starttijd",
            "begintijd",
            "tijd van",
            "van",
            "startzeit",
            "heure de début",
            "hora de inicio",
        ],
    ),
    (
        EndTime,
        &[
            "end time",
            "eindtijd",
            "tijd tot",
            "tot",
            "tot en met",
            "endzeit",
            "heure de fin",
            "hora de finalización",
        ],
    ),
    (
        EndDate,
        &[
            "end date",
            "einddatum",
            "enddatum",
            "date de fin",
            "fecha de finalización",
        ],
    ),
    (
        Meaning::Role(Trait),
        &[
            "branche",
            "sector",
            "regio",
            "provincie",
            "plaats",
            "woonplaats",
            "vestigingsplaats",
            "stad",
            "land",
            "grootte",
            "medewerkers",
            "aantal medewerkers",
            "fte",
            "kanaal",
            "herkomst klant",
            "beslisser",
            "industry",
            "region",
            "city",
            "country",
            "size",
            "employees",
            "channel",
            "source",
            "decision maker",
            "rechtsvorm",
            "type klant",
            "klanttype",
            "soort klant",
            "klantgroep",
        ],
    ),
    (
        Identifier,
        &[
            "postcode",
            "leverancier",
            "crediteur",
            "supplier",
            "creditor",
            "zip",
            "zipcode",
            "postal code",
            "telefoon",
            "telefoonnummer",
            "tel",
            "mobiel",
            "phone",
            "telephone",
            "mobile",
            "e mail",
            "email",
            "mail",
            "mailadres",
            "iban",
            "bankrekening",
            "website",
            "url",
            "adres",
            "straat",
            "huisnummer",
            "address",
            "street",
            "omschrijving",
            "description",
            "beschreibung",
            "descripción",
            "projekt",
            "projet",
            "proyecto",
            "notitie",
            "notities",
            "opmerking",
            "opmerkingen",
            "notes",
            "note",
            "memo",
            "vervaldatum",
            "due date",
            "contactpersoon",
            "contact person",
            "accountmanager",
            "account manager",
            "project",
            "opdracht",
            "dossier",
            "kostenplaats",
            "project code",
            "matter",
            "status",
            "billable",
            "factureerbaar",
            "declarabel",
            "artikel",
            "product",
            "dagboek",
            "soort",
            "type",
        ],
    ),
];

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
    let meaning = meaning_of_words(&words, &normal)?;
    Some(Match {
        meaning,
        is_exact: false,
    })
}

/// Words that say something only where nothing stands beside them: "Dagen", but not "Omzet laatste 365 dagen".
const ALONE: [&str; 10] = [
    "dagen",
    "units",
    "eenheden",
    "invoices",
    "leveringen",
    "bestellingen",
    "score",
    "rating",
    "vestiging",
    "limit",
];

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
    if says_percentage(normal)
        || has(&[
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
        ])
    {
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
    let (_, meaning) = WORDS
        .iter()
        .flat_map(|(meaning, phrases)| phrases.iter().map(move |phrase| (*phrase, *meaning)))
        .filter(|(phrase, _)| phrase.len() >= 3 && !ALONE.contains(phrase))
        .filter(|(phrase, _)| holds_phrase(words, phrase))
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
    let is_tax = has(&["tax"]) && !has(&INCLUDING) && !has(&EXCLUDING);
    if is_money && (is_about || is_tax) {
        return Some(Identifier);
    }
    let says_vat = has(&["btw", "vat"]);
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

/// "Jaar 2025": a year, which like "2025" alone says nothing else of its column.
fn is_year(words: &[&str]) -> bool {
    const YEARS: [&str; 5] = ["jaar", "boekjaar", "year", "fy", "jahr"];
    matches!(words, [word, year] if YEARS.contains(word) && year_in(year).is_some())
}

/// "Totaal 2025".
fn is_total_of_year(words: &[&str]) -> bool {
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
    const BESIDE: [&str; 9] = [
        "omzet", "bedrag", "revenue", "sales", "jaar", "year", "excl", "ex", "eur",
    ];
    let normal = normalised(header);
    let mut words = normal
        .split([' ', '(', ')'])
        .filter(|word| !word.is_empty());
    let is_known = |word: &str| {
        is_total_word(word) || BESIDE.contains(&word) || word == "btw" || year_in(word).is_some()
    };
    words.clone().any(is_total_word) && words.all(is_known)
}

/// `jan`, `januari 2025`, `omzet mrt`, `2025 01`, `q1`, `kwartaal 3`, `periode 12`: the place within a year.
fn period_of(words: &[&str]) -> Option<u8> {
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
                () if is_month => up_to(word, 12),
                () if word.starts_with(['q', 'k']) => up_to(after(&["kw", "q", "k"])?, 4),
                () if word.starts_with('h') => up_to(after(&["h"])?, 2),
                () => up_to(after(&["per", "p"])?, 13),
            }
        }
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

/// Whether a length of time is in minutes, by its header.
pub(crate) fn says_minutes(header: &str) -> bool {
    let normal = normalised(header);
    normal
        .split(' ')
        .any(|word| matches!(word, "minuten" | "minutes"))
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

/// The latest year that a header names.
pub(crate) fn year_of(header: &str) -> Option<u16> {
    normalised(header)
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(year_in)
        .max()
}

/// How plainly a header says that the names below it are those of customers: a contact is somebody there,
/// and a company may be one's own.
pub(crate) fn name_rank(header: &str) -> u8 {
    const CUSTOMER: [&str; 9] = [
        "klant", "customer", "client", "cliënt", "cliente", "debiteur", "debtor", "kunde",
        "afnemer",
    ];
    const COMPANY: [&str; 7] = [
        "bedrijf",
        "company",
        "relatie",
        "organisatie",
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

/// Whether a header says outright that its numbers are those of customers; "nr" may be of anything.
pub(crate) fn says_customer_number(header: &str) -> bool {
    const WHO: [&str; 9] = [
        "klant", "debiteur", "deb", "relatie", "customer", "client", "debtor", "account", "contact",
    ];
    let is_code =
        meaning_of(header).is_some_and(|m| m.meaning == Meaning::Role(Code) && m.is_exact);
    let normal = normalised(header);
    is_code && (WHO.iter().any(|who| normal.starts_with(who)) || normal == "custsupid")
}

/// Whether a text names a currency that is not the euro: `Omzet (USD)`, `Revenue £`, `Valuta: CHF`.
pub(crate) fn says_foreign(text: &str) -> bool {
    let mut words = text.split(|c: char| c.is_whitespace() || "()[]:;,/-_.".contains(c));
    words.any(super::amount::is_foreign_code)
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
        "(thousands)",
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
        let number = ["euro", "eur"]
            .iter()
            .find_map(|code| number.strip_prefix(code));
        let number = number.unwrap_or(rest).trim_start_matches(is_sign);
        let mut after = ["1000", "1.000", "1,000"]
            .iter()
            .filter_map(|thousand| number.strip_prefix(thousand));
        let ends = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_digit() || ".,".contains(c));
        is_free && matches!(sign, 'x' | '×' | '*') && after.any(ends)
    })
}

#[cfg(test)]
mod tests;
