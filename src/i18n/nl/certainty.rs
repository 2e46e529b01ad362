use abc_core::certainty::Stability;
use abc_core::certainty::questions::{Answer, Topic};
use abc_core::certainty::range::{Measure, RangeVerdict};
use abc_core::classify::Criterion;
use abc_core::customers::Attention;

use super::{count, customers};
use crate::i18n::catalog::CertaintyTexts;
use crate::i18n::catalog::certainty::{
    Differs, PairAnswer, RangeWords, RevenueAlone, SureWords, WordCounts, counted_words,
};
use crate::i18n::{Locale, Span, link, plain, strong, text_of};

fn criterion(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Size => "omvang",
        Criterion::Profit => "winst",
        Criterion::Potential => "potentie",
        Criterion::Relationship => "relatie",
    }
}

pub(super) const TEXTS: CertaintyTexts = CertaintyTexts {
    words: ["stevig", "redelijk", "wankel", "open"],
    chart_say: |[solid, fair, shaky, open]| {
        let all = solid + fair + shaky + open;
        match (solid, all) {
            (_, 0) => "Er zijn nog geen klassen".to_owned(),
            (1, 1) => "De enige klasse staat stevig".to_owned(),
            (0, 1) => "De enige klasse staat niet stevig".to_owned(),
            (1, all) => format!("1 van de {} klassen staat stevig", count(all)),
            (solid, all) => format!(
                "{} van de {} klassen staan stevig",
                count(solid),
                count(all)
            ),
        }
    },
    chart_label: |[a, b, c]| {
        let row = |class: &str, [solid, fair, shaky, open]: &WordCounts| {
            format!("{class} {solid} stevig, {fair} redelijk, {shaky} wankel, {open} open")
        };
        format!(
            "Hoe zeker de klassen zijn: {}; {}; {}.",
            row("A", a),
            row("B", b),
            row("C", c)
        )
    },
    stability,
    counts,
    rests_on: |n_weightings, n_runs, assumed_hours| {
        let assumed = assumed_hours.map_or_else(String::new, |share| {
            format!("; aangenomen uren zo’n {share} meer of minder")
        });
        format!(
            "Nagerekend met {} wegingen dicht bij de jouwe en {} keer met andere uren, kosten en cijfers{assumed}.",
            count(n_weightings),
            count(n_runs)
        )
    },
    reckoning: |percent| format!("Hoe zeker dit is, wordt doorgerekend: {percent}%."),
    stop: "Stop",
    stopped: "Hoe zeker dit is, is niet doorgerekend: je hebt het gestopt.",
    failed: "Hoe zeker dit is, kon niet worden doorgerekend. De klassen zelf staan er los van.",
    resume: "Reken het door",
    sure,
    range,
    first_measure: |measure| {
        let what = match measure {
            Measure::Hours => "meet de uren",
            Measure::DirectCost => "zoek de directe kosten op",
        };
        vec![
            strong(format!("Eerst dit: {what}.")),
            plain(" De grens ligt binnen wat nu onzeker is."),
        ]
    },
    first_repair: |price, hours| {
        let price = price.map(|share| format!("een prijs die {share} hoger is"));
        let hours = hours.map(|hours| format!("{hours} uur minder werk"));
        let ways: Vec<String> = price.into_iter().chain(hours).collect();
        vec![
            strong(format!("Eerst dit: bespreek {}.", ways.join(", of "))),
            plain(" Herstellen gaat voor afscheid."),
        ]
    },
    decide_together: "Beslis dit samen.",
    settle: |is_open| {
        if is_open {
            "Dit antwoord beslist het"
        } else {
            "Dit antwoord kan de klasse nog veranderen"
        }
    },
    ask: |topic, revenue| match topic {
        Topic::Potential => {
            "Hoeveel kan hier nog bij? 1 stopt of krimpt, 3 stabiel, 5 kan verdubbelen.".to_owned()
        }
        Topic::Relationship => {
            "Hoe is de relatie? 1 conflict, 3 zakelijk in orde, 5 ambassadeur.".to_owned()
        }
        Topic::Attention => "Hoeveel aandacht vraagt deze klant per jaar?".to_owned(),
        Topic::Purchases => format!("Wat koop je in op {revenue} omzet?"),
    },
    answer,
    leads_to: |given, class| {
        let meaning = anchor(given).map_or_else(String::new, |words| format!(", {words}"));
        let leads = class.map_or_else(String::new, |class| format!(": wordt {class}"));
        format!("{}{meaning}{leads}", answer(given))
    },
    title: |n| match n {
        1 => "1 antwoord kan een klasse veranderen".to_owned(),
        n => format!("{n} antwoorden kunnen {n} klassen veranderen"),
    },
    none: "Geen antwoord verandert nu nog een klasse",
    show_open: |n| format!("{} nog open", count(n)),
    answered: |name, given| {
        let about = match given {
            Answer::Potential(_) => "potentie",
            Answer::Relationship(_) => "relatie",
            Answer::Attention(_) => "aandacht",
            Answer::Purchases(_) => "inkoop",
        };
        vec![strong(name), plain(format!(": {about} {}.", answer(given)))]
    },
    take_back: "Neem terug",
    words_now: |counts| {
        let words = counted_words(counts, TEXTS.words, Locale::Nl.format());
        format!("Met deze weging: {}.", text_of(&words))
    },
    help: "Hulp bij het wegen",
    by_order: "Zet de vier op volgorde",
    by_order_how: "Bovenaan wat het zwaarst telt.",
    up: |name| format!("{name} omhoog"),
    down: |name| format!("{name} omlaag"),
    by_pairs: "Vergelijk ze twee aan twee",
    by_pairs_how: "Zes vragen; de gewichten volgen eruit.",
    pair: |first, second| format!("{} of {}", criterion(first), criterion(second)),
    pair_answer: |answer, first, second| match answer {
        PairAnswer::FirstMuch => format!("{} veel meer", criterion(first)),
        PairAnswer::FirstSome => format!("{} iets meer", criterion(first)),
        PairAnswer::Equal => "even zwaar".to_owned(),
        PairAnswer::SecondSome => format!("{} iets meer", criterion(second)),
        PairAnswer::SecondMuch => format!("{} veel meer", criterion(second)),
    },
    inconsistent: |ratio| {
        format!(
            "Je antwoorden spreken elkaar tegen ({ratio}; onder 0,10 is goed). Kijk ze nog eens na."
        )
    },
    take_weights: "Neem deze weging over",
    second_opinion: |correlation, differs| {
        let how = match correlation {
            Some(correlation) => format!(
                "Tweede mening: een andere rekenwijze, de afstand tot een denkbeeldige beste klant, geeft een volgorde die {correlation} met de jouwe samenvalt (1 is gelijk)."
            ),
            None => "Tweede mening: er valt geen volgorde te vergelijken.".to_owned(),
        };
        match differs {
            Some(Differs { name, own, other }) => {
                format!(
                    "{how} Het meest verschilt {name}: nummer {own} bij jou, nummer {other} daar."
                )
            }
            None => how,
        }
    },
    revenue_alone: |figures| {
        let RevenueAlone {
            n_largest,
            n_not_a,
            n_before_bend,
        } = *figures;
        let mut spans = vec![plain("Wie alleen naar omzet kijkt: ")];
        let largest = customers(n_largest);
        spans.extend(match (n_largest, n_not_a) {
            (1, 0) => vec![plain("de klant die 80% van de omzet maakt, is A")],
            (1, _) => vec![
                plain("de klant die 80% van de omzet maakt, is "),
                link("geen A", "big_not_a"),
            ],
            (_, 0) => vec![plain(format!(
                "{largest} maken 80% van de omzet, allemaal A"
            ))],
            (_, 1) => vec![
                plain(format!(
                    "van de {largest} die 80% van de omzet maken, is er "
                )),
                link("één geen A", "big_not_a"),
            ],
            (_, n) => vec![
                plain(format!(
                    "van de {largest} die 80% van de omzet maken, zijn er "
                )),
                link(format!("{} geen A", count(n)), "big_not_a"),
            ],
        });
        spans.push(plain(match n_before_bend {
            Some(n) => format!("; na {} vlakt de omzet af.", customers(n)),
            None => ".".to_owned(),
        }));
        spans
    },
};

fn stability(stability: Stability) -> &'static str {
    match stability {
        Stability::Solid => "stevig",
        Stability::Fair => "redelijk",
        Stability::Shaky => "wankel",
    }
}

/// What a rating stands for (method.md section 1).
fn anchor(answer: Answer) -> Option<&'static str> {
    const POTENTIAL: [&str; 5] = [
        "stopt of krimpt",
        "krimpt licht",
        "stabiel",
        "kan 25% groeien",
        "kan verdubbelen",
    ];
    const RELATIONSHIP: [&str; 5] = [
        "conflict, dreigt weg te gaan",
        "stroef",
        "zakelijk in orde",
        "goed, open contact",
        "ambassadeur, beveelt aan",
    ];
    let (rating, anchors) = match answer {
        Answer::Potential(rating) => (rating, POTENTIAL),
        Answer::Relationship(rating) => (rating, RELATIONSHIP),
        Answer::Attention(_) | Answer::Purchases(_) => return None,
    };
    let at = usize::from(rating.value()).checked_sub(1)?;
    anchors.get(at).copied()
}

fn answer(answer: Answer) -> String {
    match answer {
        Answer::Potential(rating) | Answer::Relationship(rating) => rating.value().to_string(),
        Answer::Attention(Attention::Low) => "weinig".to_owned(),
        Answer::Attention(Attention::Normal) => "normaal".to_owned(),
        Answer::Attention(Attention::High) => "veel".to_owned(),
        Answer::Attention(Attention::Extreme) => "extreem".to_owned(),
        Answer::Purchases(permille) => Locale::Nl.format().percent(f64::from(permille) / 1_000.0),
    }
}

fn counts(counts: WordCounts, n_by_hand: usize) -> Vec<Span> {
    let n = match counts.iter().sum() {
        1 => "1 klasse".to_owned(),
        n => format!("{} klassen", count(n)),
    };
    let mut spans = vec![plain(format!("{n}: "))];
    spans.extend(counted_words(counts, TEXTS.words, Locale::Nl.format()));
    spans.push(plain(match n_by_hand {
        0 => ".".to_owned(),
        1 => ". Eén klasse koos je zelf.".to_owned(),
        n => format!(". {} klassen koos je zelf.", count(n)),
    }));
    spans
}

fn of((n, all): (usize, usize), one: &str, many: &str) -> String {
    match all {
        1 if n == 1 => format!("in de enige {one}"),
        all if n == all => format!("in alle {} {many}", count(all)),
        all => format!("in {} van de {} {many}", count(n), count(all)),
    }
}

fn sure(words: &SureWords) -> Vec<Span> {
    let label = match words.label {
        Stability::Solid => "Stevig.",
        Stability::Fair => "Redelijk zeker.",
        Stability::Shaky => "Wankel.",
    };
    let near = of(
        words.near,
        "weging dicht bij de jouwe",
        "wegingen dicht bij de jouwe",
    );
    let runs = of(words.runs, "doorrekening", "doorrekeningen");
    let otherwise = words
        .otherwise
        .map_or_else(String::new, |(class, is_mixed)| {
            let mostly = if is_mixed { "meestal " } else { "" };
            format!("; anders {mostly}{class}")
        });
    let figures = match &words.assumed_hours {
        Some(share) => format!("andere cijfers, de aangenomen uren zo’n {share} meer of minder"),
        None => "iets andere cijfers".to_owned(),
    };
    vec![
        strong(label),
        plain(format!(
            " {} {near} en {runs} met {figures}{otherwise}.",
            words.class
        )),
    ]
}

fn range(words: &RangeWords) -> String {
    let RangeWords {
        low,
        high,
        border,
        verdict,
        tipping,
    } = words;
    let where_ = match verdict {
        RangeVerdict::SurelyC => "erboven",
        RangeVerdict::NotC => "eronder",
        RangeVerdict::Depends => "ertussen",
    };
    let tipping = tipping.as_ref().map_or_else(String::new, |share| {
        format!(" Verliesgevend, tenzij het in werkelijkheid {share} minder uren zijn.")
    });
    format!(
        "De winst ligt meestal tussen {low} en {high}; de grens, bij deze omzet {border}, ligt {where_}.{tipping}"
    )
}

#[cfg(test)]
mod tests {
    use abc_core::customers::{Class, Rating};

    use super::*;
    use crate::i18n::text_of;

    #[test]
    fn a_word_comes_with_its_counts() {
        let words = SureWords {
            label: Stability::Solid,
            class: Class::C,
            near: (85, 85),
            runs: (1_000, 1_000),
            otherwise: None,
            assumed_hours: None,
        };
        assert_eq!(
            text_of(&sure(&words)),
            "Stevig. C in alle 85 wegingen dicht bij de jouwe en in alle 1.000 doorrekeningen met iets andere cijfers."
        );
        let words = SureWords {
            label: Stability::Shaky,
            class: Class::A,
            near: (81, 85),
            runs: (612, 1_000),
            otherwise: Some((Class::B, false)),
            assumed_hours: Some("50%".to_owned()),
        };
        assert_eq!(
            text_of(&sure(&words)),
            "Wankel. A in 81 van de 85 wegingen dicht bij de jouwe en in 612 van de 1.000 doorrekeningen met andere cijfers, de aangenomen uren zo’n 50% meer of minder; anders B."
        );
    }

    #[test]
    fn an_answer_says_what_it_means_and_where_it_leads() {
        let rating = |value| Rating::new(value).unwrap();
        let cases = [
            (Answer::Potential(rating(1)), "1, stopt of krimpt: wordt B"),
            (
                Answer::Relationship(rating(5)),
                "5, ambassadeur, beveelt aan: wordt B",
            ),
            (Answer::Attention(Attention::High), "veel: wordt B"),
            (Answer::Purchases(350), "35%: wordt B"),
        ];
        for (answer, words) in cases {
            assert_eq!((TEXTS.leads_to)(answer, Some(Class::B)), words);
        }
    }

    #[test]
    fn the_opening_counts_every_word() {
        let cases = [
            (
                [48, 7, 3, 2],
                0,
                "60 klassen: 48 stevig, 7 redelijk, 3 wankel en 2 open.",
            ),
            (
                [4, 0, 0, 1],
                2,
                "5 klassen: 4 stevig en 1 open. 2 klassen koos je zelf.",
            ),
            (
                [1, 0, 0, 0],
                1,
                "1 klasse: 1 stevig. Eén klasse koos je zelf.",
            ),
        ];
        for (n, n_by_hand, expected) in cases {
            assert_eq!(text_of(&counts(n, n_by_hand)), expected);
        }
    }
}
