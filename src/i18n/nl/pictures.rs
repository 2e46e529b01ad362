use abc_core::classify::concentration::Dependency;

use super::{brings, count, customers};
use crate::i18n::catalog::PictureTexts;
use crate::i18n::catalog::pictures::{Brings, ExtremesFigures, SharedFigures};
use crate::i18n::{Span, link, plain, strong, text_of};

pub(super) const TEXTS: PictureTexts = PictureTexts {
    more: "Meer beelden",
    names: ["Omzet verdeeld", "Winst en aandacht", "Hoogste en laagste"],
    of_profit: |share, is_assumed| {
        let assumed = if is_assumed { "aangenomen " } else { "" };
        format!("{share} van de {assumed}winst")
    },
    shared_say,
    shared_label: |figures| {
        format!(
            "Opgetelde omzet van {}, van de grootste naar de kleinste. {}.",
            customers(figures.n),
            text_of(&shared_say(figures))
        )
    },
    shared_mark: |n| {
        let make = if n == 1 { "maakt" } else { "maken" };
        format!("{} {make} 80%", customers(n))
    },
    curves: ["omzet", "winst"],
    ends: ["grootste klant", "kleinste"],
    shared_head: ["De grootste", "Omzet", "Winst"],
    largest: |name| format!("Grootste klant: {name}"),
    of_revenue: |share| format!("{share} van de omzet"),
    dependency: |dependency| match dependency {
        Dependency::Low => None,
        Dependency::Notice => Some("let op: een vijfde of meer"),
        Dependency::Warning => Some("kwetsbaar: drie tiende of meer"),
    },
    five_largest: "Vijf grootste samen",
    as_equal: "Zo gespreid als bij",
    n_equal: |n| format!("{n} even grote klanten"),
    gini: "Gini",
    gini_is: "0 is allemaal even groot, 1 is één klant alles",
    bend: "Knik in de omzet",
    after_n: |n| format!("na {}", customers(n)),
    average: "Minstens je gemiddelde omzet",
    n_customers: customers,
    crossed: "Naar omzet alleen, naast je klassen",
    by_revenue: "Naar omzet",
    by_revenue_rows: ["eerste 80%", "tot 95%", "de rest"],
    depends: |name, share, dependency, whole| {
        let whole = whole.map_or_else(String::new, |whole| format!(" ({})", (TEXTS.whole)(whole)));
        let what = match dependency {
            Dependency::Warning => "dat maakt je kwetsbaar.",
            _ => "let op dat je er niet van afhangt.",
        };
        format!("{name} maakt {share} van je omzet{whole}; {what}")
    },
    whole: |whole| format!("van {whole}, zonder wie per saldo geld terugkreeg"),
    half_say: |n, brings| {
        vec![
            plain("De helft van je uren gaat naar "),
            strong(customers(n)),
            plain(if n == 1 {
                "; die brengt "
            } else {
                "; zij brengen "
            }),
            match brings {
                Brings::Share(words) | Brings::Amount(words) => strong(words.clone()),
            },
        ]
    },
    attention_title: "Winst naast aandacht",
    attention_label: |n, finding| {
        format!("Winst naast uren per jaar van {}. {finding}.", customers(n))
    },
    axes: ["uren per jaar", "winst"],
    walk: "Loop met de pijltjes langs de klanten; Enter opent de uitleg",
    hint: "Wijs een klant aan, of loop er met de pijltjes langs; Enter opent de uitleg.",
    hint_many: "Elk vakje is een groep klanten: hoe sterker de kleur, hoe meer.",
    point: |point| {
        let assumed = if point.is_assumed {
            " (aangenomen)"
        } else {
            ""
        };
        format!(
            "{}: {}, {}, {} uur{assumed}",
            point.name,
            point.class,
            brings(&point.contribution),
            point.hours
        )
    },
    square: |[a, b, c]| {
        format!(
            "{}: {} A, {} B, {} C",
            customers(a + b + c),
            count(a),
            count(b),
            count(c)
        )
    },
    scales: "De assen zijn samengedrukt: twee keer zo ver is vier keer zo veel.",
    n_left_out: |n| {
        if n == 1 {
            "1 klant staat er niet in: de uren of de winst zijn onbekend.".to_owned()
        } else {
            format!(
                "{} staan er niet in: hun uren of winst zijn onbekend.",
                customers(n)
            )
        }
    },
    n_assumed: |n| format!("Een open teken: uren aangenomen ({}).", count(n)),
    no_hours: || {
        vec![
            plain("Van niemand zijn de uren bekend; dan kreeg iedereen evenveel aandacht. "),
            link("Vul in wat je weet", "data"),
            plain("."),
        ]
    },
    extremes_say,
    best: |n| {
        if n == 1 {
            "De meeste winst".to_owned()
        } else {
            format!("De {} met de meeste winst", count(n))
        }
    },
    worst: |n| {
        if n == 1 {
            "De minste winst".to_owned()
        } else {
            format!("De {} met de minste winst", count(n))
        }
    },
    extremes_head: ["Klant", "Uren", "Aandacht"],
    times: |ratio| format!("{ratio} keer"),
    attention_is: "Aandacht: wat uren en overige kosten per euro brutomarge vragen, vergeleken met je gemiddelde klant.",
    too_few: "Van te weinig klanten is de winst bekend.",
};

fn shared_say(figures: &SharedFigures) -> Vec<Span> {
    let Some(n) = figures.n_largest else {
        return vec![plain("Je omzet, van je grootste klant tot je kleinste")];
    };
    let mut spans = vec![
        strong(if n == 1 {
            "De grootste klant".to_owned()
        } else {
            format!("De {} grootste klanten", count(n))
        }),
        plain(if n == 1 {
            " maakt 80% van de omzet"
        } else {
            " maken 80% van de omzet"
        }),
    ];
    if let Some(share) = &figures.profit_share {
        spans.extend([plain(" en "), strong(share.clone())]);
    }
    spans
}

fn extremes_say(figures: &ExtremesFigures) -> Vec<Span> {
    let n = figures.n;
    let (who, bring, get) = if n == 1 {
        ("klant", "brengt", "krijgt")
    } else {
        ("klanten", "brengen", "krijgen")
    };
    let hours = |at: usize, unit: &str| {
        let share = figures.hours.as_ref().and_then(|hours| hours.get(at));
        share.map_or_else(String::new, |share| format!(" en {get} {share}{unit}"))
    };
    let (best, least) = if n == 1 {
        (
            "Je meest winstgevende".to_owned(),
            "die met de minste winst".to_owned(),
        )
    } else {
        (
            format!("Je {} meest winstgevende", count(n)),
            format!("de {} met de minste winst", count(n)),
        )
    };
    vec![
        plain(format!("{best} {who} {bring} ")),
        strong(match &figures.best {
            Brings::Share(words) | Brings::Amount(words) => words.clone(),
        }),
        plain(format!("{}; {least} {bring} ", hours(0, " van je uren"))),
        strong(figures.worst.clone()),
        plain(match (figures.is_loss, n) {
            (false, _) => "",
            (true, 1) => " minder op dan hij kost",
            (true, _) => " minder op dan ze kosten",
        }),
        plain(hours(1, "")),
    ]
}
