use abc_core::profile::Verdict;
use abc_core::prospects::validation::Signal;

use super::customers::assumed_words;
use super::{count, customers};
use crate::i18n::catalog::IdealTexts;
use crate::i18n::catalog::ideal::{
    AveragesSaid, BesideSaid, CountsSaid, FoundSaid, GradeSaid, NumberSaid, QuartilesSaid,
    Standing, Topic, ValueSaid,
};
use crate::i18n::{Span, link, plain, strong};

pub(super) const TEXTS: IdealTexts = IdealTexts {
    title: "Ideale klant",

    found,
    portrait: |n| {
        vec![
            plain("Met "),
            link(a_customers(n), "a"),
            plain(" is dit een portret, geen bewijs."),
        ]
    },
    too_few: |n| match n {
        0 => vec![plain(
            "Nog niemand is A, dus is er nog geen ideale klant te tekenen.",
        )],
        n => vec![
            plain("Er is nog geen ideale klant te tekenen: je hebt "),
            link(a_customers(n), "a"),
            plain("."),
        ],
    },
    no_columns: |n| {
        vec![
            plain("Je "),
            link(a_customers(n), "a"),
            plain(if n == 1 { " is" } else { " zijn" }),
            plain(" bekend, maar je bestand zegt niet wat voor bedrijven het zijn."),
        ]
    },
    no_traits_known: |n| {
        vec![
            plain("Van je "),
            link(a_customers(n), "a"),
            plain(" of van de anderen is geen enkel kenmerk ingevuld; er is niets te vergelijken."),
        ]
    },
    nobody_else: |n| {
        vec![
            plain("Al je "),
            link(format!("{} klanten", count(n)), "a"),
            plain(" zijn A: er is niemand om ze mee te vergelijken."),
        ]
    },
    no_difference: |n_a, n_other| {
        vec![
            plain("Tussen je "),
            link(a_customers(n_a), "a"),
            plain(match n_other {
                1 => {
                    " en de ene andere is bij geen enkel kenmerk een verschil gevonden.".to_owned()
                }
                n => format!(
                    " en de {} anderen is bij geen enkel kenmerk een verschil gevonden.",
                    count(n)
                ),
            }),
        ]
    },
    scattered: |n| {
        vec![
            plain("Geen enkel kenmerk tekent je "),
            link(a_customers(n), "a"),
            plain(" als groep; wel verschillen ze van de anderen."),
        ]
    },

    based_on: |n_a, n, n_provisional, n_by_hand| {
        let provisional = match n_provisional {
            0 => None,
            1 => Some("1 klasse is voorlopig".to_owned()),
            n => Some(format!("{} klassen zijn voorlopig", count(n))),
        };
        let by_hand = (n_by_hand > 0).then(|| format!("{n_by_hand} handmatig gezet"));
        let said: Vec<String> = provisional.into_iter().chain(by_hand).collect();
        let more = if said.is_empty() {
            String::new()
        } else {
            format!("; {}", said.join(", "))
        };
        vec![
            plain("Gebaseerd op "),
            link(a_customers(n_a), "a"),
            plain(format!(" van {n}{more}. ")),
        ]
    },
    grade,
    grade_untested: "Indicatief: er is te weinig om na te gaan of dit toeval is. ",
    hints_only: "Dit zijn aanwijzingen: ze kunnen toeval zijn. ",
    loose: "Het profiel past op meer dan 40% van je klanten: te ruim om mee te kiezen. ",
    none_is_not_equal: "Geen verschil gevonden is niet hetzelfde als geen verschil: met meer klanten kan er nog een blijken. ",
    add_columns: || {
        vec![
            plain(
                "Zet in je bestand kolommen als branche, regio, kanaal (hoe ze binnenkwamen), beslisser en aantal medewerkers, met per klant één waarde, en open het opnieuw bij ",
            ),
            link("Gegevens", "data"),
            plain(". "),
        ]
    },
    few_next: "Vanaf 3 A-klanten staat hier een portret, vanaf 5 een profiel. ",
    few_unrated: |n| {
        vec![
            plain("Bij "),
            link(customers(n), "customers"),
            plain(" kan een cijfer voor potentie of relatie de klasse nog veranderen. "),
        ]
    },
    few_names: "Je A-klanten",
    near_names: "Het dichtst bij A",
    trait_said: |topic, name, value| match topic {
        Topic::Sector => format!("in {value}"),
        Topic::Headcount => format!("met {value} medewerkers"),
        Topic::Region => format!("uit {value}"),
        Topic::DecisionMaker => format!("waar {value} beslist"),
        Topic::Channel => format!("via {value}"),
        Topic::Other => format!("{name} {value}"),
    },
    or: "of",

    page: "De bladzijde",
    legend_a: "A-klanten, met foutmarge",
    legend_others: "alle anderen; schaal 0 tot 100%",
    edit: "Bewerken",
    edit_done: "Klaar",
    edit_hint: "Schrijf elke zin zoals jij haar zou zeggen. Laat een zin leeg om haar weg te laten. De cijfers ernaast blijven staan.",
    sentence_about: |name| format!("Zin over {name}"),
    put_back: "Zet terug",
    now_says: |ours| format!("Jouw woorden. Uit de cijfers van nu komt: {ours}"),
    own_words: "In je eigen woorden.",
    too_long: "Deze tekst is te lang om te bewaren. Maak hem korter; de vorige zin staat er nog.",
    left_out: "Weggelaten.",
    copy: "Kopiëren",
    copied: "Gekopieerd: je kunt de bladzijde nu ergens plakken.",
    not_copied: "Kopiëren mocht niet van de browser. Selecteer de tekst en kopieer haar met Ctrl C.",

    verdict: |verdict| match verdict {
        Verdict::Strong => ("Sterk", ". "),
        Verdict::Hint => ("Aanwijzing", ", kan toeval zijn. "),
        Verdict::None => ("Geen verschil gevonden", ". "),
        Verdict::TooFew => ("Te weinig om te zeggen", ". "),
    },
    value_says,
    number_says,
    counts: |said: &CountsSaid| {
        let (low, high) = said.between;
        vec![
            strong(format!("{} van {}", said.n_with, said.n_target)),
            plain(format!(
                " A-klanten ({}, {low}–{high}), tegen {} van {} anderen.",
                said.share, said.other_with, said.n_other
            )),
        ]
    },
    quartiles,
    also: |value, is_plus| {
        let how = if is_plus { "Ook vaker" } else { "Minder vaak" };
        format!("{how} {value}: ")
    },
    brings_about: "wat ze brengen",
    brings,
    brings_beside,

    not: "Wie het niet is",
    not_against: |n_c, n_other| {
        let c = if n_c == 1 { "C-klant" } else { "C-klanten" };
        let others = if n_other == 1 {
            "1 andere klant".to_owned()
        } else {
            format!("{n_other} anderen")
        };
        format!("{n_c} {c} tegen {others}")
    },
    not_trait: "Kenmerk",
    not_c: "C",
    not_others: "anderen",
    not_verdict: "Oordeel",
    not_with: |name, value| format!("{name}: {value}"),
    not_without: |name, value| format!("{name}: niet {value}"),
    of: |n, all| format!("{n} van {all}"),
    not_too_few: |n| match n {
        0 => "Je hebt geen C-klanten.",
        1 => "Met één C-klant valt er niets te vergelijken.",
        _ => "Met twee C-klanten valt er niets te vergelijken.",
    },
    not_unknown: "Er zijn geen kenmerken om je C-klanten mee te vergelijken.",

    topic: |topic| match topic {
        Topic::Sector => "branche",
        Topic::Region => "regio",
        Topic::Channel => "kanaal",
        Topic::DecisionMaker => "beslisser",
        Topic::Headcount => "aantal medewerkers",
        Topic::Other => "kenmerk",
    },
    limits: "Wat deze bladzijde niet zegt",
    limit_lines: [
        "Dit beschrijft klanten die je kreeg, niet de bedrijven die ja zouden zeggen.",
        "Wie je vroeger hebt benaderd, bepaalt mee wie hier staat.",
        "Wie langer klant is, is vaak groter. Hoe lang iemand klant is, telt daarom niet als kenmerk.",
        "Een kenmerk dat A-klanten delen, is niet de oorzaak dat ze A zijn.",
        "Geen verschil gevonden is niet hetzelfde als geen verschil: een klein aantal klanten verbergt veel.",
    ],
};

fn a_customers(n: usize) -> String {
    format!("{n} {}", if n == 1 { "A-klant" } else { "A-klanten" })
}

fn grade(said: &GradeSaid) -> String {
    let pairs = format!(
        "in {} van de 100 paren eindigt de A boven de niet-A",
        said.n_pairs
    );
    match said.signal {
        Signal::Shown if said.is_founded => {
            format!("Onderbouwd: het profiel onderscheidt aantoonbaar; {pairs}. ")
        }
        Signal::Shown => format!(
            "Indicatief, want {} is weinig; wel onderscheidt het profiel aantoonbaar: {pairs}. ",
            a_customers(said.n_a)
        ),
        Signal::NotShown => {
            format!("Indicatief: niet aantoonbaar beter dan toeval; {pairs}. ")
        }
        Signal::None => "Indicatief: deze kenmerken onderscheiden je A-klanten niet. ".to_owned(),
    }
}

fn found(said: &FoundSaid) -> Vec<Span> {
    let mut spans = if said.is.is_empty() {
        vec![
            plain("Misschien is je ideale klant vaak "),
            strong(said.often),
        ]
    } else {
        vec![plain("Je ideale klant: "), strong(said.is)]
    };
    if !said.is.is_empty() && !said.often.is_empty() {
        spans.extend([plain(", vaak "), strong(said.often)]);
    }
    let fits = if said.n_fitting == 1 {
        "past"
    } else {
        "passen"
    };
    // What they often are is not asked of who fits.
    let what = if said.is.is_empty() || said.often.is_empty() {
        "daarbij"
    } else {
        "bij het eerste"
    };
    spans.extend([
        plain(format!(". Nu {fits} ")),
        link(
            format!("{} van je {}", count(said.n_fitting), count(said.n)),
            "fitting",
        ),
        plain(format!(" klanten {what}, van wie ")),
        strong(format!("{} A", count(said.n_fitting_a))),
        plain("."),
    ]);
    spans
}

fn value_says(said: &ValueSaid) -> Vec<Span> {
    let (how, than) = match said.standing {
        Standing::Mostly => ("meestal", ""),
        Standing::MoreOften => ("vaker", " dan de andere klanten"),
        Standing::LessOften => ("minder vaak", " dan de andere klanten"),
        Standing::Partly => ("deels", ""),
    };
    let (before, after) = match said.topic {
        Topic::Sector => (format!("Onze beste klanten zitten {how} in "), ""),
        Topic::Region => (format!("Onze beste klanten komen {how} uit "), ""),
        Topic::Channel => (format!("Ze komen {how} binnen via "), ""),
        Topic::DecisionMaker => (format!("Wie er over een opdracht beslist, is {how} "), ""),
        Topic::Headcount if said.value == "1" => (format!("Ze hebben {how} "), " medewerker"),
        Topic::Headcount => (format!("Ze hebben {how} "), " medewerkers"),
        Topic::Other => (
            format!("Bij onze beste klanten is {} {how} ", said.name),
            "",
        ),
    };
    let than = match said.topic {
        Topic::DecisionMaker | Topic::Other if !than.is_empty() => " dan bij de andere klanten",
        _ => than,
    };
    let is_few = matches!(said.standing, Standing::Mostly | Standing::MoreOften);
    let tail = match said.verdict {
        Verdict::Hint if is_few => {
            format!(
                " Let op: met {} kan dit toeval zijn.",
                customers(said.n_with)
            )
        }
        verdict => tail(verdict, said.topic, said.name),
    };
    vec![
        plain(before),
        strong(said.value),
        plain(format!("{after}{than}.{tail}")),
    ]
}

fn number_says(said: &NumberSaid) -> Vec<Span> {
    let [first, _, third] = said.quartiles;
    let is_told = matches!(said.verdict, Verdict::Strong | Verdict::Hint);
    let than = match (is_told, said.is_plus) {
        (false, _) => "",
        (true, true) => ", meer dan bij de andere klanten",
        (true, false) => ", minder dan bij de andere klanten",
    };
    let tail = tail(said.verdict, said.topic, said.name);
    match said.topic {
        Topic::Headcount => vec![
            plain("Bij de middelste helft van onze beste klanten werken "),
            strong(format!("{first} tot {third}")),
            plain(format!(" mensen{than}.{tail}")),
        ],
        _ => vec![
            plain(format!(
                "Bij de middelste helft van onze beste klanten ligt {} tussen ",
                said.name
            )),
            strong(format!("{first} en {third}")),
            plain(format!("{than}.{tail}")),
        ],
    }
}

/// What the reader has to know after the sentence itself.
fn tail(verdict: Verdict, topic: Topic, name: &str) -> String {
    let text = match (verdict, topic) {
        (Verdict::Strong, _) => "",
        (Verdict::Hint, _) => " Let op: dit kan toeval zijn.",
        (Verdict::TooFew, _) => " Met zo weinig klanten kan daar niets uit blijken.",
        (Verdict::None, Topic::Sector) => {
            " In welke branche ze zitten, maakt geen aantoonbaar verschil."
        }
        (Verdict::None, Topic::Region) => {
            " Uit welke regio ze komen, maakt geen aantoonbaar verschil."
        }
        (Verdict::None, Topic::Channel) => " Hoe ze binnenkwamen, maakt geen aantoonbaar verschil.",
        (Verdict::None, Topic::DecisionMaker) => {
            " Wie er beslist, maakt geen aantoonbaar verschil."
        }
        (Verdict::None, Topic::Headcount) => {
            " Hoeveel mensen er werken, maakt geen aantoonbaar verschil."
        }
        (Verdict::None, Topic::Other) => {
            return format!(" In {name} is geen verschil aan te tonen.");
        }
    };
    text.to_owned()
}

fn quartiles(said: &QuartilesSaid) -> String {
    let side = |who: &str, n: usize, quartiles: Option<[&str; 3]>| match quartiles {
        Some([first, median, third]) => {
            format!(
                "{who}: middelste {median}, de middelste helft {first} tot {third} ({n} bekend)"
            )
        }
        None => format!("{who}: niet bekend"),
    };
    format!(
        "{}. {}.",
        side("A-klanten", said.n_target, said.target),
        side("Anderen", said.n_other, said.other)
    )
}

fn brings(said: &AveragesSaid) -> Vec<Span> {
    let mut spans = match said.contribution {
        Some(contribution) => vec![
            plain("Een A-klant brengt gemiddeld "),
            strong(contribution),
            plain(format!(" winst per jaar op {} omzet", said.revenue)),
        ],
        None => vec![
            plain("Een A-klant brengt gemiddeld "),
            strong(said.revenue),
            plain(" omzet per jaar"),
        ],
    };
    if let Some(margin) = said.margin {
        spans.push(plain(format!(" ({margin})")));
    }
    if let Some(hours) = said.hours {
        spans.push(plain(format!(", en vraagt daarvoor {hours} uur")));
    }
    spans.push(plain("."));
    spans
}

fn brings_beside(said: &BesideSaid) -> Vec<Span> {
    let mut parts = vec![" beschreven, niet getoetst.".to_owned()];
    if let Some(others) = said.others {
        let hours = others
            .hours
            .map_or_else(String::new, |hours| format!(" en vragen {hours} uur"));
        let margin = others
            .margin
            .map_or_else(String::new, |margin| format!(" ({margin})"));
        parts.push(match others.contribution {
            Some(contribution) => format!(
                " De anderen brengen gemiddeld {contribution} winst op {} omzet{margin}{hours}.",
                others.revenue
            ),
            None => format!(
                " De anderen brengen gemiddeld {} omzet{hours}.",
                others.revenue
            ),
        });
    }
    match said.n_filled {
        0 => {}
        n => {
            let (verb, noun) = assumed_words(said.assumed);
            parts.push(format!(" Bij {} {verb} {noun} aangenomen.", a_customers(n)));
        }
    }
    vec![
        plain("Gemiddelde van "),
        link(a_customers(said.n_a), "a"),
        plain(format!(":{}", parts.concat())),
    ]
}
