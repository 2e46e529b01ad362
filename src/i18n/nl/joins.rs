use abc_core::join::{Difference, Flag, Reason};

use super::count;
use crate::i18n::catalog::JoinTexts;
use crate::i18n::catalog::joins::HoursApart;
use crate::i18n::{plain, strong};

pub(super) const TEXTS: JoinTexts = JoinTexts {
    title: "Dezelfde klant?",
    n_open: |n| match n {
        0 => "geen voorstellen".to_owned(),
        1 => "1 voorstel, niets gebeurt vanzelf".to_owned(),
        n => format!("{} voorstellen, niets gebeurt vanzelf", count(n)),
    },
    same: "Samen",
    different: "Apart",
    same_of: |a, b| format!("Samen: {a} en {b} zijn één klant"),
    different_of: |a, b| format!("Apart: {a} en {b} zijn twee klanten"),
    all_sure: |n| match n {
        1 => "Voeg het zekere samen".to_owned(),
        n => format!("Voeg de {} zekere samen", count(n)),
    },
    reason: |reason| match reason {
        Reason::Name(Difference::Accents) => "alleen accenten verschillen",
        Reason::Name(Difference::Punctuation) => "alleen leestekens verschillen",
        Reason::Name(Difference::Ampersand) => "& en ‘en’",
        Reason::Name(Difference::LegalForm) => "alleen de rechtsvorm verschilt",
        Reason::Name(Difference::OtherLegalForm) => "andere rechtsvorm: mogelijk twee bedrijven",
        Reason::Name(Difference::CutShort) => "naam is afgekapt",
        Reason::Name(Difference::WordOrder) => "zelfde woorden, andere volgorde",
        Reason::Name(Difference::Abbreviation) => "een woord is afgekort",
        Reason::Name(Difference::Spelling) => "bijna dezelfde schrijfwijze",
        Reason::Name(Difference::Longer) => "de ene naam staat in de andere",
        Reason::OtherNumber => "zelfde naam, ander klantnummer",
    },
    hours: |hours| format!("{hours} uur"),
    show_all: |n| format!("Toon alle {}", count(n)),
    compared: |customers, pairs, most| match pairs {
        Some(pairs) => format!(
            "Bij {customers} klanten vergelijkt Kernklant hun namen onderling alleen op leestekens, accenten en rechtsvorm, per bestand (gevonden: {pairs}). Bijna gelijke schrijfwijzen zoekt het tot {most} klanten."
        ),
        None => format!(
            "Bij {customers} klanten vergelijkt Kernklant hun namen niet onderling; dat doet het tot {most} klanten."
        ),
    },
    decided: |n| match n {
        1 => "1 besluit over namen, uren en omzet".to_owned(),
        n => format!("{} besluiten over namen, uren en omzet", count(n)),
    },
    is_same: "samen",
    is_different: "apart",
    is_apart: "losgemaakt",
    is_own: "eigen klant",
    is_copy: "dezelfde uren, één keer geteld",
    is_counted: "andere uren, telt mee",
    is_revenue: "deze omzet telt",
    take_back: "Terugdraaien",
    linked: |n| match n {
        1 => "1 klant staat in meer bestanden".to_owned(),
        n => format!("{} klanten staan in meer bestanden", count(n)),
    },
    split: "Losmaken",
    without_customer: |without| {
        let (revenue, hours) = (without.revenue.as_ref(), without.hours.as_ref());
        let mut spans = vec![plain("Zonder klant: ")];
        if let Some(revenue) = revenue {
            spans.extend([strong(revenue), plain(" omzet")]);
        }
        if let Some(hours) = hours {
            let before = if revenue.is_some() { " en " } else { "" };
            spans.extend([plain(before), strong(format!("{hours} uur"))]);
        }
        let parts: Vec<String> = without
            .apart
            .iter()
            .map(|part| match part {
                HoursApart::Unlinked(hours) => format!("{hours} op namen zonder klant"),
                HoursApart::Own(hours) => format!("{hours} eigen uren"),
                HoursApart::Nameless(hours) => format!("{hours} zonder naam"),
            })
            .collect();
        if !parts.is_empty() {
            spans.push(plain(format!(" ({})", parts.join(", "))));
        }
        spans.push(plain(". Dat telt bij niemand mee."));
        spans
    },
    unmatched: |n| match n {
        1 => "1 naam in de uren is geen klant".to_owned(),
        n => format!("{} namen in de uren zijn geen klant", count(n)),
    },
    own: "Is een klant",
    internal: "eigen uren van het bedrijf",
    link_to: "Hoort bij…",
    link_of: |name| format!("{name} hoort bij een klant"),
    link_title: |name| format!("Bij welke klant hoort {name}?"),
    find_customer: "Zoek een klant",
    none_found: "Geen klant gevonden.",
    link: "Koppel",
    flag: |flag| match flag {
        Flag::TwoRevenueSources => {
            "Meer bestanden noemen omzet. Dezelfde omzet telt nooit twee keer."
        }
        Flag::CustomerCodeUnknown => "Een klantnummer komt niet in de klantenlijst voor.",
        Flag::CustomerRenamed => "Bij één klantnummer staan twee namen; de eerste is gebruikt.",
        Flag::HoursWithoutCustomer => "Een deel van de uren hoort bij geen klant.",
        Flag::RevenueWithoutCustomer => "Een deel van de omzet hoort bij geen klant.",
        Flag::HoursPeriodShorter => {
            "De uren beslaan minder maanden dan de omzet; ze zijn naar een jaar omgerekend. Klopt dat niet? Verander dan bij de kosten de maanden in de uren."
        }
        Flag::HoursOfOtherTime => {
            "De uren zijn van een andere tijd dan de omzet. Ze tellen mee alsof ze van hetzelfde jaar zijn. Klopt dat niet? Haal het urenbestand dan weg."
        }
        Flag::HoursOverlap => {
            "Twee urenregistraties gaan over dezelfde dagen, met dezelfde persoon bij dezelfde klant. Staan er uren in allebei, dan tellen ze dubbel: kijk het na en haal anders een van de twee weg."
        }
    },
    copy_of: |name| format!("Zegt hetzelfde als {name} en telt niet nog eens mee."),
    same_hours: |file, original| {
        format!("{file} zegt hetzelfde als {original}. Zijn het dezelfde uren?")
    },
    count_once: "Ja, één keer tellen",
    count_both: "Nee, allebei tellen",
    which_revenue: |n_files, n_shared| {
        let n = count(n_shared as usize);
        let shared = match (n_files, n_shared) {
            (_, 0) => "Geen klant staat in meer dan één bestand.".to_owned(),
            (2, 1) => "1 klant staat in allebei.".to_owned(),
            (2, _) => format!("{n} klanten staan in allebei."),
            (_, 1) => "1 klant staat in meer dan één bestand.".to_owned(),
            _ => format!("{n} klanten staan in meer dan één bestand."),
        };
        format!(
            "{} bestanden noemen omzet. {shared} Welke omzet telt?",
            count(n_files)
        )
    },
    added_up: |files| format!("{files}, opgeteld"),
    answer_total: |customers, revenue| {
        format!("{}, {revenue}", super::data::n_customers(customers))
    },
    answer_note: |without, difference, is_more, adds_shared| {
        let without = without.map(|amount| format!("Waarvan {amount} zonder klant."));
        let difference = difference.map(|amount| {
            let side = if is_more { "meer" } else { "minder" };
            format!("{amount} {side} dan het eerste antwoord.")
        });
        let other = adds_shared.then(|| {
            "Alleen als het andere omzet is: van een ander product of een andere maand.".to_owned()
        });
        [without, difference, other]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    },
    which_customer: |name| format!("Meer klanten heten {name}. Welke is bedoeld?"),
    another_customer: "Geen van deze: een eigen klant",
    until_then: "Tot dan tellen deze uren bij niemand mee.",
};
