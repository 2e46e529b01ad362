use abc_core::stats::groups::EffectSize;

use super::count;
use crate::i18n::catalog::AimTexts;
use crate::i18n::catalog::aim::{Channel, Described, LikedSaid, ShareSaid, TargetSaid};
use crate::i18n::catalog::ideal::Topic;
use crate::i18n::{Span, link, plain, strong};

pub(super) const TEXTS: AimTexts = AimTexts {
    like: "Hier werk ik het liefst voor",

    liked: "Waar je het liefst voor werkt",
    liked_says,
    liked_none: "Vink de klanten aan waar je het liefst zaken mee doet; dan zie je of je cijfers hetzelfde zeggen.",
    liked_search: "Zoek een klant",
    liked_choose: "Kies klanten",
    liked_rest: |n| format!("nog {n}"),
    liked_more: |n| format!("Nog {n}: zoek op naam."),

    gains: "Meer ideale klanten",
    share_says,
    target: "Je doel, in % van je klanten",
    target_error: "Vul een heel getal van 0 tot en met 100 in.",
    target_says: |said| {
        let TargetSaid { n_wanted, n_ideal } = *said;
        match n_wanted.saturating_sub(n_ideal) {
            0 => format!("Dat zijn er {n_wanted}; die heb je al."),
            more => format!("Dat zijn er {n_wanted}: {more} meer dan nu, bij evenveel klanten."),
        }
    },
    focus: "Focus",
    focus_says: |said| {
        format!(
            "{} van de uren gaat nu naar ideale klanten; {} uur gaat naar {}.",
            said.hours_share,
            said.other_hours,
            others(said.n_others)
        )
    },
    special: "Specialisatie",
    special_says: |said| {
        format!(
            "Wat {} betreft zijn er nu {} verschillende; bij {} van de {} klanten is het {}. Hoe vaker hetzelfde werk, hoe beter je erin \
             wordt, ook voor je klanten.",
            said.name, said.n_values, said.n_with, said.n_known, said.value
        )
    },
    gain: "Rendement",
    gain_says: |said| {
        let than = if said.is_more { "" } else { "wel " };
        let who = if said.is_by_profile {
            "Wie bij het profiel past, brengt"
        } else {
            "Een A-klant brengt"
        };
        let now = format!(
            "{who} gemiddeld {} {}winst per jaar, een ander {than}{}.",
            said.ideal,
            if said.is_assumed { "aangenomen " } else { "" },
            said.other
        );
        match said.target {
            Some((gain, n)) => format!(
                "{now} Zo gerekend scheelt je doel ongeveer {gain} per jaar, met {n} {} in plaats van {}. Een \
                 rekensom, geen belofte.",
                if n == 1 {
                    "ideale klant"
                } else {
                    "ideale klanten"
                },
                others(n)
            ),
            None => now,
        }
    },
    unknown: "Daarvoor is te weinig bekend.",

    briefs: "Zo vind je er meer",
    briefs_hint: "Een opzet per kanaal, uit je profiel. Maak er je eigen woorden van; wat tussen haken staat, vul je in.",
    briefs_none: "Geen enkel kenmerk tekent je A-klanten als groep, dus er is er nog geen om op te mikken. Vraag je beste klanten \
                  tot die tijd gewoon wie zij kennen.",
    came_by: |channel, is_hint| {
        let chance = if is_hint { "; dat kan toeval zijn" } else { "" };
        format!("Je A-klanten kwamen vaker binnen via {channel}{chance}. Begin daar.")
    },
    channels: "Kanaal",
    channel: |channel| match channel {
        Channel::Referral => "Aanbeveling",
        Channel::Website => "Website",
        Channel::LinkedIn => "LinkedIn",
        Channel::Outreach => "Zelf benaderen",
        Channel::Ads => "Advertentie",
    },
    who,
    brief,
    brief_copied: "Gekopieerd: je kunt de tekst nu ergens plakken.",

    figures: "De cijfers erachter",
    figures_note: "Van het hoogste deel A naar het laagste: waar zit je ideale klant. Het deel A is naar het gemiddelde \
                   getrokken waar weinig klanten zijn. Bij A: zo veel keer zo vaak als bij iedereen. Toeval: de kans op zo’n verschil als er geen is; gecorrigeerd \
                   telt mee hoeveel er vergeleken is. Tot 0,10 gecorrigeerd is sterk.",
    figures_head: [
        "Kenmerk",
        "A",
        "anderen",
        "Deel A",
        "Bij A",
        "Kansverhouding",
        "Toeval",
        "Gecorrigeerd",
        "Oordeel",
    ],
    figures_all: |n| format!("Toon alle {n}"),
    times: |times| format!("{times} keer"),
    known: |n| format!("{n} bekend"),
    size: |size| match size {
        EffectSize::Negligible => "geen verschil van belang",
        EffectSize::Small => "klein verschil",
        EffectSize::Medium => "middelgroot verschil",
        EffectSize::Large => "groot verschil",
    },
};

fn others(n: usize) -> String {
    match n {
        1 => "1 andere".to_owned(),
        n => format!("{n} andere"),
    }
}

fn liked_says(said: &LikedSaid) -> Vec<Span> {
    let LikedSaid {
        n,
        n_a,
        n_c,
        n_fitting,
    } = *said;
    if n == 1 {
        let class = match (n_a, n_c) {
            (1, _) => "A",
            (_, 1) => "C",
            _ => "geen A",
        };
        let fits = match n_fitting {
            None => "",
            Some(0) => " en past niet bij het profiel",
            Some(_) => " en past bij het profiel",
        };
        return vec![
            plain("De klant waar je het liefst voor werkt, is "),
            strong(class),
            plain(format!("{fits}. ")),
        ];
    }
    let are = if n_a == 1 && n_c == 0 { "is" } else { "zijn" };
    let mut spans = vec![
        plain(format!(
            "Van de {n} klanten waar je het liefst voor werkt, {are} "
        )),
        strong(format!("{n_a} A")),
    ];
    if n_c > 0 {
        spans.extend([plain(" en "), strong(format!("{n_c} C"))]);
    }
    if let Some(n_fitting) = n_fitting {
        let fit = if n_fitting == 1 { "past" } else { "passen" };
        spans.push(plain(format!("; {n_fitting} {fit} bij het profiel")));
    }
    spans.push(plain(". "));
    if n >= 3 {
        spans.push(plain(if 2 * n_a >= n {
            "Je voorkeur en je cijfers wijzen dezelfde kant op."
        } else {
            "Je voorkeur en je cijfers wijzen niet dezelfde kant op: ga na wat je aan deze klanten waardeert."
        }));
    }
    spans
}

fn share_says(said: &ShareSaid) -> Vec<Span> {
    let (target, one, more, what) = if said.is_by_profile {
        ("fitting", "past", "passen", "bij het profiel")
    } else {
        ("a", "is", "zijn", "A")
    };
    match (said.n_ideal, said.n) {
        (_, 0) => return vec![plain("Nog niemand is ingedeeld.")],
        (0, 1) => return vec![plain(format!("Nu {one} je enige klant nog niet {what}."))],
        (0, n) => {
            return vec![plain(format!(
                "Nu {one} nog geen van je {n} klanten {what}."
            ))];
        }
        _ => {}
    }
    let is_one = said.n_ideal == 1;
    let bring = if is_one { "Die brengt" } else { "Zij brengen" };
    let revenue = said.revenue_share.map_or_else(String::new, |share| {
        format!(" {bring} {share} van de omzet.")
    });
    vec![
        plain(format!("Nu {} ", if is_one { one } else { more })),
        link(
            format!("{} van je {}", count(said.n_ideal), count(said.n)),
            target,
        ),
        plain(format!(" klanten {what} ({}).{revenue}", said.share)),
    ]
}

fn who(traits: &[Described]) -> String {
    let of = |topics: &[Topic]| {
        let said = traits.iter().filter(|said| topics.contains(&said.topic));
        said.map(
            |Described {
                 topic, name, value, ..
             }| match topic {
                Topic::Sector => format!(" in {value}"),
                Topic::Headcount => format!(" met {value} medewerkers"),
                Topic::Region => format!(" uit {value}"),
                Topic::DecisionMaker => format!(" waar {value} beslist"),
                Topic::Other => format!(" met {name} {value}"),
                Topic::Channel => String::new(),
            },
        )
        .collect::<String>()
    };
    format!(
        "bedrijven{}{}{}{}",
        of(&[Topic::Sector]),
        of(&[Topic::Headcount, Topic::Other]),
        of(&[Topic::Region]),
        of(&[Topic::DecisionMaker])
    )
}

fn brief(channel: Channel, who: &str) -> String {
    match channel {
        Channel::Referral => format!(
            "Aan een A-klant: ‘Jullie zijn voor ons precies de klant waar we het liefst voor werken. Ken je nog \
             {who} die dit ook kunnen gebruiken? Dan bel ik ze graag, met jouw naam erbij.’"
        ),
        Channel::Website => format!(
            "Wij werken het liefst voor {who}. Daar kennen we het werk, en dat merk je aan [wat jij er beter \
             doet]. Herken je jezelf? Kom kennismaken; bij een kop koffie weten we snel of het klikt."
        ),
        Channel::LinkedIn => format!(
            "Vorige week bij een van onze klanten: [wat er speelde, wat jij deed, wat het opleverde]. We doen dit \
             het liefst voor {who}. Ken je er een die hiermee zit? Stuur me een bericht."
        ),
        Channel::Outreach => format!(
            "Goedemorgen, met [naam]. Wij werken veel voor {who} en zien daar vaak [probleem]. Speelt dat bij \
             jullie ook? Dan laat ik in een kwartier zien hoe we het elders oplosten. Past het niet, dan zeg ik \
             dat eerlijk."
        ),
        Channel::Ads => format!(
            "Alleen voor {who}. Geen schot hagel: dit is het werk dat we elke dag doen. [Wat het oplevert, met een \
             getal.] Maak een afspraak."
        ),
    }
}
