use abc_core::classify::{Criterion, Status};
use abc_core::customers::Class;
use abc_core::project::OverrideReason;

use super::{brings, count, customers};
use crate::i18n::catalog::CustomersTexts;
use crate::i18n::catalog::customers::{
    Assumed, AssumedHours, CauseWords, Earned, FailWords, Footing, GapWords, Lacks, Larger,
    NoRevenue, OpeningFigures, RatingHint, RuleWords, ShareWords, StripShares, WhaleFinding, WhyA,
    WhyB,
};
use crate::i18n::{Locale, Span, link, plain, strong};

fn best_make(n: usize) -> String {
    if n == 1 {
        "je meest winstgevende klant maakt".to_owned()
    } else {
        format!("je {} meest winstgevende klanten maken", count(n))
    }
}

fn list(items: &[String]) -> String {
    Locale::Nl.format().list(items)
}

pub(super) const TEXTS: CustomersTexts = CustomersTexts {
    opening,
    only_revenue: |is_guessed| {
        vec![
            strong(if is_guessed {
                "Voorlopig: alleen jouw schatting van de omzet is bekend."
            } else {
                "Voorlopig: alleen je omzet is bekend."
            }),
            plain(" Uren en inkoop zijn aangenomen. "),
            link("Vul in wat je weet", "data"),
            plain("; elke klasse wordt daar zekerder van."),
        ]
    },
    short_period: |months| {
        let months = if months == 1 {
            "1 maand".to_owned()
        } else {
            format!("{months} maanden")
        };
        format!("Dit is {months}, omgerekend naar een jaar: één losse opdracht weegt dan zwaar.")
    },
    books_result: |contribution, result| {
        format!(
            "Samen brengen je klanten {contribution} winst. De kosten van het bedrijf zelf gaan daar nog af: het resultaat in je boeken is {result}."
        )
    },
    few: "Vergelijken kan vanaf 5 klanten: lees dit als een eerste indruk.",
    all_c: |hours| {
        let hours = match hours {
            AssumedHours::Each(hours) => format!("{} uur", Locale::Nl.format().short(hours, 1)),
            AssumedHours::Various => "uren".to_owned(),
        };
        vec![
            plain(format!("Dit komt door de aangenomen {hours} per klant. ")),
            link("Vul in hoeveel tijd een klant werkelijk vraagt", "data"),
            plain("."),
        ]
    },
    n_provisional: |n, lacks| {
        let classes = if n == 1 {
            "1 klasse is".to_owned()
        } else {
            format!("{} klassen zijn", count(n))
        };
        let words = lack_words(lacks);
        let why = if words.is_empty() {
            String::new()
        } else {
            format!(": {}", words.join(", of "))
        };
        format!("{classes} voorlopig{why}.")
    },
    hours_of_nobody: |hours| {
        format!(
            "In je bestanden staat nog {hours} uur van geen enkele klant; die tellen hier niet mee."
        )
    },
    n_without_class: |n, without| {
        let these = match n {
            1 => "Nog 1 klant heeft geen klasse: de".to_owned(),
            n => format!(
                "Nog {} klanten hebben geen klasse: hun",
                Locale::Nl.format().count(n)
            ),
        };
        format!("{these} omzet is {}.", no_revenue(without))
    },
    rests_on: |n_provisional, n_without| {
        let said = [(n_provisional, "voorlopig"), (n_without, "zonder klasse")];
        let said = said.into_iter().filter(|(n, _)| *n > 0);
        let said: Vec<String> = said
            .map(|(n, what)| format!("{} {what}", count(n)))
            .collect();
        let colon = if said.is_empty() { "" } else { ": " };
        format!("{}{colon}waar dit op rust", said.join(", "))
    },
    as_table: "toon als tabel",
    save_picture: "bewaar als",
    save_formats: ["SVG", "PNG"],
    save_names: ["Bewaar de grafiek als SVG", "Bewaar de grafiek als PNG"],
    save_refused: "Je browser weigert dit bestand.",
    picture: "grafiek",
    strip_rows: ["Klanten", "Omzet", "Uren", "Winst"],
    revenue_a_year: "Omzet per jaar",
    strip_label: |rows| {
        let row = |row: &StripShares| {
            let ([a, b, c], name) = (&row.shares, row.name.to_lowercase());
            format!("{a}, {b} en {c} van de {name}")
        };
        format!(
            "Aandeel van A, B en C: {}.",
            rows.each_ref().map(row).join("; ")
        )
    },
    total: "Samen",
    figure: "Wat",
    whale_say: |finding| match finding {
        WhaleFinding::Unknown => vec![plain("Van nog geen enkele klant is de winst bekend")],
        WhaleFinding::NoPeak => vec![plain(
            "Tegen deze kosten per uur houdt geen enkele klant iets over",
        )],
        WhaleFinding::BelowCost => vec![plain(
            "Geen enkele klant houdt iets over; de directe kosten zijn al hoger dan de omzet",
        )],
        WhaleFinding::RisesAssumed(n, share) => vec![plain(format!(
            "Winst na aangenomen kosten; {} {share}",
            best_make(*n)
        ))],
        WhaleFinding::FallsAssumed(n, leak) => vec![plain(format!(
            "Met aangenomen kosten zit je na {} op de top; de rest haalt er {leak} weer af",
            customers(*n)
        ))],
        WhaleFinding::Falls(n, leak) => vec![plain(format!(
            "Na {} zit je op de top; de rest haalt er {leak} weer af",
            customers(*n)
        ))],
        WhaleFinding::Rises(n, share) => vec![plain(format!(
            "Niemand in de curve kost meer dan hij opbrengt; {} {share} van de winst",
            best_make(*n)
        ))],
    },
    whale_label: |w| {
        if w.n_peak == 0 {
            return format!(
                "Walviscurve: opgetelde {}winst van {}. Niemand houdt iets over. Samen: {}.",
                assumed_profit(&w.finding),
                customers(w.n),
                w.total
            );
        }
        let leak = w
            .leak
            .as_ref()
            .map_or_else(String::new, |leak| format!(" Daarna gaat er {leak} af."));
        format!(
            "Walviscurve: opgetelde {}winst van {}, van hoog naar laag. Top {} na {}.{leak} Over: {}.",
            assumed_profit(&w.finding),
            customers(w.n),
            w.peak,
            customers(w.n_peak),
            w.total
        )
    },
    whale_peak: |w| format!("top {} na {}", w.peak, customers(w.n_peak)),
    whale_top: |w| match &w.top_shares {
        Some((of_customers, of_profit)) => vec![
            format!("{} ({of_customers})", customers(w.n_top)),
            format!(
                "{} {of_profit} van de winst",
                if w.n_top == 1 { "maakt" } else { "maken" }
            ),
        ],
        None => Vec::new(),
    },
    whale_rest: |w| match &w.leak {
        Some(leak) => vec![
            format!("daarna lekt {leak} weg"),
            format!("over: {}", w.total),
        ],
        None => vec![format!("samen: {}", w.total)],
    },
    whale_most: "meeste winst",
    whale_least: "minste",
    whale_added: "Opgeteld",
    slope_say: |counts| match counts {
        None => vec![plain("Omzet naast winst")],
        Some((1, 0)) => vec![plain("De klant die 80% van je omzet maakt, is A")],
        Some((n, 0)) => vec![plain(format!(
            "De {} die 80% van je omzet maken, zijn allemaal A",
            customers(n)
        ))],
        Some((n, not_a)) if n == not_a && n > 1 => vec![
            plain("Geen van de "),
            link(
                format!("{} die 80% van de omzet maken", customers(n)),
                "big_not_a",
            ),
            plain(", is A"),
        ],
        Some((1, _)) => vec![
            plain("De klant die 80% van je omzet maakt, is "),
            link("geen A", "big_not_a"),
        ],
        Some((n, 1)) => vec![
            plain(format!(
                "Van de {} die 80% van de omzet maken, is er ",
                customers(n)
            )),
            link("één geen A", "big_not_a"),
        ],
        Some((n, not_a)) => vec![
            plain(format!(
                "Van de {} die 80% van de omzet maken, zijn er ",
                customers(n)
            )),
            link(format!("{not_a} geen A"), "big_not_a"),
        ],
    },
    slope_left: "omzet",
    slope_right: "winst",
    slope_label: |flags| {
        format!(
            "De volgorde in omzet naast de volgorde in winst. {}",
            flags.join("; ")
        )
    },
    slope_flag: |name, left, right| format!("{name}: nummer {left} in omzet, {right} in winst"),
    slope_best: "grootste én beste",
    slope_first: "meeste winst, geen A",
    first_of: |shown, all| format!("toon als tabel (de eerste {shown} van {all})"),
    warnings: "Drie waarschuwingen",
    warning_names: [
        "Groot, niet de beste",
        "Vraagt veel aandacht",
        "Leuk, niet de beste",
    ],
    warning_marks: [
        "groot, niet de beste",
        "veel aandacht",
        "leuk, niet de beste",
        "leuk, vraagt veel",
    ],
    big_note: |revenue, cm2| format!("{revenue} omzet, {}", brings(cm2)),
    loud_note: |hours, margin| match margin {
        Some(margin) => format!("{hours} van de aandacht, {margin} van de brutomarge"),
        None => format!("{hours} van de aandacht, samen geen brutomarge"),
    },
    loud_unknown: "Nog niet te zeggen: van niemand zijn de uren bekend.",
    nice_note: |cm2| format!("relatie 4 of 5, samen {}", brings(cm2)),
    nobody: "niemand",
    n_customers: customers,
    and_more: |n| format!("en {} meer", count(n)),
    b_not_largest: |a, b, c| {
        format!(
            "B is hier niet de grootste groep (A {a}, B {b}, C {c}). Meestal is de middenmoot dat wel. Het hoeft niet fout te zijn; kijk wel of je cijfers niet te mild of te streng zijn."
        )
    },
    rating_hint: |hint| match hint {
        RatingHint::Mild => {
            "Je cijfers zijn mild: meer dan 60% is een 4 of 5. Zo wordt A al snel groot."
        }
        RatingHint::SamePotential => {
            "Alle cijfers voor potentie zijn gelijk; dit criterium maakt dus geen verschil."
        }
        RatingHint::SameRelationship => {
            "Alle cijfers voor relatie zijn gelijk; dit criterium maakt dus geen verschil."
        }
    },
    all_customers: "Alle klanten",
    amounts_note: |months, is_net| {
        let period = match months {
            None => "12 maanden aangenomen",
            Some(12) => "over 12 maanden",
            Some(_) => "omgerekend naar 12 maanden",
        };
        let vat = if is_net {
            "zonder btw"
        } else {
            "btw zoals in je bestand"
        };
        format!("Bedragen in euro’s, {period}, {vat}. ")
    },
    contribution_is: "Winst: omzet min directe kosten en de tijd die de klant kost, vóór algemene kosten. ",
    underlined: "Onderstippeld",
    is_estimated: " is geschat",
    search: "Zoek een klant",
    filter_by: "Filter op klasse",
    filter_all: |n| format!("Alle {}", count(n)),
    filter_class: |class, n| format!("{class} {}", count(n)),
    filter_unclassified: |n| format!("Niet ingedeeld {}", count(n)),
    filter_loss: "Kosten meer dan ze opbrengen",
    filter_open: "Kunnen nog wisselen",
    filter_near: "Eén eis van A",
    filter_shaky: "Wankel",
    filter_surprise: "Verrassingen",
    filter_fitting: "Passen bij je ideale klant",
    filter_big: "80% van de omzet, geen A",
    nothing_found: "Geen klant past bij deze zoekopdracht.",
    grid_label: "Alle klanten, met hun klasse en cijfers",
    columns: [
        "Klasse",
        "Klant",
        "Omzet",
        "Brutomarge",
        "Aandacht",
        "Winst",
        "Marge",
        "Uren",
        "Potentie",
        "Relatie",
        "Score",
        "Zeker",
    ],
    choose_columns: "Kolommen",
    download: "Download",
    download_how: "Wat hier staat als CSV voor Excel, in alle kolommen; van gekozen klanten alleen die. Voor een naam die als formule begint komt een '.",
    file_name: "kernklant-klanten.csv",
    pick: "Kies meerdere klanten",
    pick_how: "Klik de klanten aan die je samen wilt zien.",
    sum_without: |n| format!("zonder {} onbekend", count(n)),
    picked: |n, revenue, cm2, hours| {
        format!(
            "{}: omzet {revenue}, winst {cm2}, uren {hours}",
            customers(n)
        )
    },
    let_go: "Klaar",
    column_notes: "Let op",
    group: |class, n| match class {
        Some(class) => format!("{class}, {}", customers(n)),
        None => format!("Niet ingedeeld, {}", count(n)),
    },
    klas: |class, is_provisional, computed| match (class, computed) {
        (None, _) => "nog geen klasse".to_owned(),
        (Some(class), Some(computed)) => {
            format!("{class}, door jou gezet; berekend {computed}")
        }
        (Some(class), None) if is_provisional => format!("{class}, voorlopig"),
        (Some(class), None) => class.to_string(),
    },
    unknown: "onbekend",
    estimated: "geschat",
    give_rating: "geef 1–5",
    rating_of: |criterion, name| match criterion {
        Criterion::Relationship => format!("Relatie van {name}"),
        _ => format!("Potentie van {name}"),
    },
    status: |status| match status {
        Status::Definite => "zeker",
        Status::Provisional => "voorlopig",
        Status::Override => "door jou",
        Status::Inactive => "geen omzet",
        Status::NoRevenueKnown => "omzet onbekend",
    },
    possible: |classes| {
        let names: Vec<String> = classes.iter().map(ToString::to_string).collect();
        names.join(" of ")
    },
    was: |computed, reason| match computed {
        Some(class) => format!("was {class}: {reason}"),
        None => reason.to_owned(),
    },
    is_new: "nieuw",
    near_a: "B+, één eis van A",
    if_rated: |missing, rating, fails| {
        let names: Vec<String> = missing.iter().map(|c| criterion(*c).to_owned()).collect();
        let with = format!("een {rating} voor {}", list(&names));
        let fails: Vec<String> = fails.iter().map(fail).collect();
        if fails.is_empty() {
            [format!("Met {with} is dit een A"), String::new()]
        } else {
            [
                format!("Ook met {with} blijft dit B"),
                format!("Dan nog: {}.", fails.join("; ")),
            ]
        }
    },
    can_grow: "B+, kan groeien",
    previous: "Vorige klant",
    next: "Volgende klant",
    close_panel: "Sluit uitleg",
    criterion,
    criteria: ["Omvang", "Winst", "Potentie", "Relatie"],
    why_a,
    why_b,
    why_c,
    causes: |causes| {
        let words: Vec<String> = causes.iter().map(cause).collect();
        match words.as_slice() {
            [] => String::new(),
            [one] => format!("De oorzaak is {one}."),
            many => format!("De oorzaken zijn {}.", many.join("; en ")),
        }
    },
    why_inactive: "Niet ingedeeld: in deze periode is er geen omzet en zijn er geen kosten.",
    why_no_revenue: "Niet ingedeeld: de omzet is onbekend.",
    by_hand: |class, reason, note, date| {
        let note = if note.is_empty() {
            String::new()
        } else {
            format!(" ‘{note}’")
        };
        let date = date.map_or_else(String::new, |date| format!(", op {date}"));
        vec![
            strong(format!(
                "Op {class} gezet en niet berekend: {reason}{date}."
            )),
            plain(note),
        ]
    },
    own_fault: |hours| {
        vec![
            strong(format!(
                "Eerst dit: zonder {hours} hersteluren was dit geen C."
            )),
            plain(" Kijk wat er misging voordat je over afscheid denkt."),
        ]
    },
    scores_label: |floor, scores| {
        let scores: Vec<String> = scores
            .iter()
            .map(|(name, score)| format!("{name} {score}"))
            .collect();
        format!(
            "Scores van 0 tot 100, ondergrens {floor}: {}.",
            scores.join(", ")
        )
    },
    floor_at: |floor| format!("ondergrens {floor}"),
    ranks: |revenue, profit| format!("Nummer {revenue} in omzet, nummer {profit} in winst."),
    missing: |criteria, is_settled| {
        let names: Vec<String> = criteria.iter().map(|c| criterion(*c).to_owned()).collect();
        let verb = if names.len() == 1 {
            "ontbreekt"
        } else {
            "ontbreken"
        };
        let text = capitalised(&list(&names));
        if is_settled {
            format!("{text} {verb}; de klasse verandert daar niet door.")
        } else {
            format!("{text} {verb}; een cijfer kan de klasse veranderen.")
        }
    },
    levers: |n| match n {
        0 => "Geen van deze drie is op zichzelf genoeg voor B",
        1 => "Wordt B bij dit",
        2 => "Wordt B bij één van deze twee",
        _ => "Wordt B bij één van deze drie",
    },
    lever_hours: "minder uren",
    lever_hours_value: |cut, of| vec![strong(cut), plain(format!(" van {of}"))],
    lever_price: "hogere prijs, zelfde werk",
    lever_revenue: "meer omzet, zelfde aandacht",
    not_alone: "niet met dit alleen",
    not_real: "niet reëel",
    not_real_is: |rise, times| {
        format!(
            "Een prijs die meer dan {rise} stijgt of omzet van meer dan {times}× noemen we niet reëel."
        )
    },
    waiting: |a_month, breakeven| {
        let breakeven = breakeven.map_or_else(String::new, |hours| {
            format!(" Bij {hours} uur speel je quitte.")
        });
        format!("Wachten kost {a_month} per maand, gerekend tot de grens.{breakeven}")
    },
    cap: "Hoeveel tijd past",
    over_cap: |hours, cap| {
        format!(
            "Krijgt {hours} uur; bij deze marge past hoogstens {cap}. B krijgt zoveel als nodig, niet meer."
        )
    },
    gaps: "Wat A zou maken, elk op zichzelf",
    no_gap_alone: |n| match n {
        1 => "Dit is op zichzelf niet genoeg voor A.",
        2 => "Geen van de twee is op zichzelf genoeg voor A.",
        3 => "Geen van de drie is op zichzelf genoeg voor A.",
        _ => "Geen van de vier is op zichzelf genoeg voor A.",
    },
    gap,
    bill: |months| match months {
        Some(12) => "De rekening over 12 maanden".to_owned(),
        Some(1) => "De rekening, 1 maand omgerekend naar 12".to_owned(),
        Some(months) => format!("De rekening, {months} maanden omgerekend naar 12"),
        None => "De rekening, 12 maanden aangenomen".to_owned(),
    },
    revenue: "Omzet",
    direct_cost: "Directe kosten",
    attention_cost: |hours, rate| format!("Aandacht, {hours} × {rate}"),
    other_cost: "Overige kosten",
    contribution: "Winst",
    booked: "geboekt",
    late_payment: |days| format!("Rente, betaalt na {days} dagen"),
    from_hours: "uit uren",
    from_hours_of: |months| match months {
        1 => "uit uren van 1 maand, maal 12".to_owned(),
        months => format!("uit uren van {months} maanden, naar een jaar"),
    },
    assumed: "aangenomen",
    certainty: "Hoe zeker",
    certain_anyway: |why| format!("Zeker, al is er nog iets open: {}.", list(why)),
    provisional: |why| {
        if why.is_empty() {
            "Voorlopig.".to_owned()
        } else {
            format!("Voorlopig: {}.", list(why))
        }
    },
    assumed_part: |part| match part {
        Assumed::Hours => "uren aangenomen",
        Assumed::Purchases => "inkoop aangenomen",
        Assumed::Revenue => "omzet aangenomen",
    },
    still_possible: "Nog mogelijk:",
    never_satisfied: "Nooit tevreden",
    never_satisfied_mark: "nooit tevreden",
    liked_mark: "het liefst",
    verdict: "Jouw oordeel",
    was_computed: |then, now| format!("Berekend was toen {then}, nu {now}. Blijf je erbij?"),
    keep_class: |class| format!("Ja, houd {class}"),
    computed: "Berekend:",
    other_class: "Andere klasse…",
    new_class: "Klasse",
    reason: "Waarom",
    choose_reason: "Kies een reden",
    override_reason: |reason| match reason {
        OverrideReason::Network => "netwerk of voorbeeldfunctie",
        OverrideReason::Strategic => "strategisch",
        OverrideReason::New => "nieuw",
        OverrideReason::Contract => "contract",
        OverrideReason::OwnFault => "onze eigen fout",
        OverrideReason::FromFile => "stond in het bestand",
        OverrideReason::Other => "anders",
    },
    note: "Toelichting",
    note_needed: "Schrijf bij ‘anders’ kort op waarom.",
    set_class: |class| format!("Zet op {class}"),
    cancel: "Toch niet",
    take_back: "Neem terug",
    limits: "Gewichten en grenzen",
    close_limits: "Sluit gewichten en grenzen",
    weights: "Hoe zwaar telt elk van de vier",
    limits_a: "Grenzen voor A",
    floor: "Ondergrens",
    cut: "Drempel",
    limits_c: "Grenzen voor C",
    least_contribution: "Minste winst",
    least_margin: "Minste marge",
    hour_cost: "Kosten van een uur",
    not_a_number: "Dit is geen getal dat hier past; de vorige waarde blijft gelden.",
    least_contribution_is: |amount, hours, rate| {
        format!("{amount} = {hours} uur om een klant aan te houden × {rate}.")
    },
    least_margin_is: |percent| format!("{percent} = de helft van je gemiddelde marge."),
    hour_assumed: "Aangenomen; het is wat een uur je kost, niet wat je ervoor vraagt.",
    use_hours: |hours| format!("weer {hours} uur"),
    use_half: "weer de helft van gemiddeld",
    ours: "Deze gewichten en grenzen zijn een keuze van Kernklant; jij mag ze verzetten.",
    n_change: |n| {
        if n == 1 {
            "1 klant wisselt.".to_owned()
        } else {
            format!("{} klanten wisselen.", count(n))
        }
    },
    none_change: "Nog niemand wisselt van klasse.",
    put_back: "Zet terug",
    reset: "Terug naar de uitgangswaarden",
};

/// The verb and the noun of what is assumed, together or of one customer this and of another that.
pub(super) fn assumed_words(parts: &[Assumed]) -> (&'static str, String) {
    let bare: Vec<&str> = parts
        .iter()
        .map(|part| match part {
            Assumed::Hours => "uren",
            Assumed::Purchases => "inkoop",
            Assumed::Revenue => "omzet",
        })
        .collect();
    let verb = if parts.len() > 1 || parts.contains(&Assumed::Hours) {
        "zijn"
    } else {
        "is"
    };
    match bare.as_slice() {
        [one] => (verb, format!("de {one}")),
        many => (verb, many.join(" of ")),
    }
}

fn lack_words(lacks: &Lacks) -> Vec<String> {
    let missing: Vec<&str> = lacks
        .ratings
        .iter()
        .map(|which| criterion(*which))
        .collect();
    let mut words = Vec::new();
    match missing.as_slice() {
        [] => {}
        [one] => words.push(format!("de {one} ontbreekt")),
        many => words.push(format!("{} ontbreekt", many.join(" of "))),
    }
    if !lacks.assumed.is_empty() {
        let (verb, noun) = assumed_words(&lacks.assumed);
        words.push(format!("{noun} {verb} aangenomen"));
    }
    if lacks.is_profit_unknown {
        words.push("de winst is onbekend".to_owned());
    }
    if lacks.is_new {
        words.push("de klant is nieuw".to_owned());
    }
    words
}

fn no_revenue(without: NoRevenue) -> &'static str {
    match without {
        NoRevenue::Unknown => "onbekend",
        NoRevenue::Nil => "nul",
        NoRevenue::Either => "nul of onbekend",
    }
}

fn opening(f: &OpeningFigures) -> Vec<Span> {
    if f.n == 0 {
        return vec![
            plain(format!(
                "Nog niemand is ingedeeld: van je klanten is de omzet {}. Voeg ",
                no_revenue(f.without)
            )),
            link("een bestand met omzet", "data"),
            plain(" toe."),
        ];
    }
    let mut spans = match (f.n_a, f.n_near_a) {
        (0, 0) => vec![plain("Nog niemand is A.")],
        (0, 1) => vec![
            plain("Nog niemand is A: "),
            link("1 klant", "near_a"),
            plain(" voldoet op één eis na."),
        ],
        (0, n) => vec![
            plain("Nog niemand is A: "),
            link(customers(n), "near_a"),
            plain(" voldoen op één eis na."),
        ],
        (n, _) => {
            let (is, brings) = if n == 1 {
                ("is", "die brengt")
            } else {
                ("zijn", "zij brengen")
            };
            let mut spans = vec![
                link(format!("{} van je {}", count(n), customers(f.n)), "class_a"),
                plain(if f.footing >= Footing::Provisional && n == 1 {
                    " staat voorlopig op A".to_owned()
                } else if f.footing >= Footing::Provisional {
                    " staan voorlopig op A".to_owned()
                } else {
                    format!(" {is} A")
                }),
            ];
            if let Some(share) = &f.a_share {
                let known = if f.footing == Footing::CostAssumed {
                    "aangenomen "
                } else if f.is_partial {
                    "bekende "
                } else {
                    ""
                };
                let share = match share {
                    ShareWords::Profit(share) => {
                        vec![strong(format!("{share} van de {known}winst"))]
                    }
                    ShareWords::Revenue(share) => vec![strong(format!("{share} van de omzet"))],
                    ShareWords::MoreThanAll { brings, whole } => vec![
                        strong(brings.clone()),
                        plain(format!(", meer dan de hele {known}winst van {whole}")),
                    ],
                };
                spans.push(plain(format!("; {brings} ")));
                spans.extend(share);
            }
            spans.push(plain("."));
            spans
        }
    };
    if f.footing == Footing::CostUnknown {
        let who = if f.n_a > 1 { "ze" } else { "je klanten" };
        spans.push(plain(format!(" Wat {who} kosten weet Kernklant nog niet.")));
        return spans;
    }
    let rate = f.assumed_rate.as_ref().map_or_else(String::new, |rate| {
        format!(", tegen een aangenomen {rate} per uur,")
    });
    if let Some(shortfall) = &f.shortfall {
        spans.extend([
            plain(format!(" Alles bij elkaar kosten je klanten{rate} ")),
            strong(shortfall.clone()),
            plain(" meer dan ze opbrengen."),
        ]);
        return spans;
    }
    match f.n_loss {
        0 => spans.push(plain(nobody_costs_more(f))),
        1 => spans.extend([
            plain(" "),
            link("1 klant", "loss"),
            plain(format!(" kost{rate} ")),
            strong(f.loss.clone()),
            plain(" meer dan hij opbrengt."),
        ]),
        n => spans.extend([
            plain(" "),
            link(customers(n), "loss"),
            plain(format!(" kosten{rate} samen ")),
            strong(f.loss.clone()),
            plain(" meer dan ze opbrengen."),
        ]),
    }
    spans
}

fn nobody_costs_more(f: &OpeningFigures) -> &'static str {
    if f.footing == Footing::CostAssumed {
        " Met deze aannames kost niemand meer dan hij opbrengt."
    } else if f.is_partial {
        " Van wie de winst bekend is, kost niemand meer dan hij opbrengt."
    } else {
        " Niemand kost meer dan hij opbrengt."
    }
}

/// The word before profit where it is our assumption.
fn assumed_profit(finding: &WhaleFinding) -> &'static str {
    match finding {
        WhaleFinding::RisesAssumed(..) | WhaleFinding::FallsAssumed(..) => "aangenomen ",
        _ => "",
    }
}

fn criterion(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Size => "omvang",
        Criterion::Profit => "winst",
        Criterion::Potential => "potentie",
        Criterion::Relationship => "relatie",
    }
}

fn cause(cause: &CauseWords) -> String {
    match cause {
        CauseWords::Price { margins: Some((own, firm)) } => {
            format!("prijs of inkoop: {own} brutomarge, gemiddeld {firm}")
        }
        CauseWords::Price { margins: None } => "prijs of inkoop: er blijft geen brutomarge over".to_owned(),
        CauseWords::Attention { hours, is_assumed, ratio } => {
            let beside = match ratio {
                Some(ratio) => format!("{ratio} keer zoveel per euro brutomarge als gemiddeld"),
                None => "en geen brutomarge om die van te betalen".to_owned(),
            };
            if *is_assumed {
                format!("weinig omzet bij de {hours} uur die is aangenomen: {beside}")
            } else {
                format!("aandacht: {hours} uur, {beside}")
            }
        }
        CauseWords::Small => {
            "de omvang: ook tegen je gewone prijs en aandacht blijft er te weinig over".to_owned()
        }
        CauseWords::NoRevenue => "dat er geen omzet is, of minstens zoveel is gecrediteerd als gefactureerd".to_owned(),
        CauseWords::FirmLevel => {
            "dat je gemiddelde klant niets overhoudt: kijk eerst naar je tarieven en prijzen, dan pas naar deze klant".to_owned()
        }
    }
}

/// The two amounts that an owner knows a customer by.
fn earned(class: Class, money: &Earned) -> String {
    let assumed = if money.is_assumed {
        " (aangenomen)"
    } else {
        ""
    };
    let brought = brings(&money.amount);
    format!("{class}: {brought}{assumed} op {} omzet.", money.revenue)
}

fn why_c(rule: &RuleWords, money: Option<&Earned>, revenue: &str) -> Vec<Span> {
    let earned = money.map_or_else(
        || format!("C: {revenue} omzet."),
        |money| earned(Class::C, money),
    );
    let text = match rule {
        RuleWords::Loss => format!("{earned} Er blijft niets over."),
        RuleWords::NoRevenue => match money {
            Some(_) => format!("{earned} Er zijn kosten, geen omzet."),
            None => "C: er zijn kosten, maar geen omzet.".to_owned(),
        },
        RuleWords::Credited => {
            format!("{earned} Er is meer gecrediteerd dan gefactureerd.")
        }
        RuleWords::BelowCost => format!("{earned} De directe kosten zijn al even hoog of hoger."),
        RuleWords::TooLittle { least, border } => {
            let border = border.as_ref().map_or_else(String::new, |border| {
                format!("; de grens is bij deze omzet {border}")
            });
            format!("{earned} Een klant aanhouden kost al {least}{border}.")
        }
        RuleWords::Thin {
            margin,
            least,
            is_half,
            border,
            is_mean,
        } => {
            let half = if *is_half {
                ", de helft van je gemiddelde marge"
            } else {
                ""
            };
            let border = if *is_mean {
                format!("; de {border} van een gemiddelde klant was ook genoeg")
            } else {
                format!(": bij deze omzet {border}")
            };
            format!("{earned} Dat is {margin}; de grens is {least}{half}{border}.")
        }
    };
    vec![strong(text)]
}

fn why_a(why: &WhyA) -> Vec<Span> {
    let larger = why.larger.map(|larger| match (larger, larger.percent()) {
        (Larger { than, of }, _) if than == of => "je grootste klant".to_owned(),
        (_, Some(percent)) => format!("groter dan {percent}% van je andere klanten"),
        (Larger { than, of }, None) => format!("groter dan {than} van je {of} andere klanten"),
    });
    let profit = why
        .profit
        .as_ref()
        .map(|profit| format!("winst {profit} van 100, bedrag en marge samen"));
    let better: Vec<String> = larger.into_iter().chain(profit).collect();
    let rating = |name: &str, rating: Option<u8>| {
        rating.map_or_else(
            || format!("{name} onbekend"),
            |rating| format!("{name} {rating} van 5"),
        )
    };
    let mut spans = vec![strong(match &why.money {
        Some(money) => earned(Class::A, money),
        None => "A.".to_owned(),
    })];
    if !better.is_empty() {
        spans.push(plain(format!(" {}.", capitalised(&better.join("; ")))));
    }
    spans.extend([plain(format!(
        " {}, {}.",
        capitalised(&rating("potentie", why.potential)),
        rating("relatie", why.relationship)
    ))]);
    if let Some(total) = &why.total {
        spans.push(plain(format!(" Score {total}, nodig {}.", why.cut)));
    }
    spans
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + chars.as_str()
    })
}

/// A requirement of A that is not met.
fn fail(words: &FailWords) -> String {
    match words {
        FailWords::Below {
            criterion: which,
            score,
            floor,
        } => {
            format!("{} {score}, nodig {floor}", criterion(*which))
        }
        FailWords::RatingBelow {
            criterion: which,
            rating,
            needed,
        } => format!("{} {rating} van 5, nodig {needed}", criterion(*which)),
        FailWords::Score { total, cut } => format!("score {total}, nodig {cut}"),
        FailWords::ProfitUnknown => "de winst is onbekend".to_owned(),
    }
}

fn why_b(why: &WhyB) -> Vec<Span> {
    let fails: Vec<String> = why.fails.iter().map(fail).collect();
    let why_not = if why.is_spared {
        "omdat deze klant nieuw is: aanloopkosten tellen nog niet.".to_owned()
    } else if fails.is_empty() {
        "de middenmoot.".to_owned()
    } else {
        format!("geen A door {}.", fails.join("; "))
    };
    let mut spans = match &why.money {
        Some(money) => vec![
            strong(earned(Class::B, money)),
            plain(format!(" {}", capitalised(&why_not))),
        ],
        None => vec![strong(format!("B: {why_not}"))],
    };
    if why.is_spared {
        spans.push(plain(" Blijft de winst zo, dan wordt het later een C."));
    }
    if let Some((which, words)) = &why.nearest {
        spans.push(plain(format!(
            " Het dichtst bij A via {}: {}.",
            criterion(*which),
            gap(words)
        )));
    }
    if let Some(ratio) = &why.demanding {
        spans.push(plain(format!(
            " Vraagt meer aandacht dan bij een B past: {ratio} keer zoveel per euro brutomarge als gemiddeld."
        )));
    }
    spans
}

fn gap(words: &GapWords) -> String {
    match words {
        GapWords::Rating {
            from: Some(from),
            to,
        } => format!("van {from} naar {to}"),
        GapWords::Rating { from: None, to } => format!("een {to}"),
        GapWords::Revenue(amount) => format!("meer dan {amount} omzet"),
        GapWords::Contribution(amount) => format!("meer dan {amount} winst"),
    }
}
