use abc_core::agreement::Strength;
use abc_core::chart::MatrixCounts;
use abc_core::classify::{Criterion, Rule};

use super::{count, customers};
use crate::i18n::catalog::SurpriseTexts;
use crate::i18n::catalog::surprises::{ChangeWords, HoursThen, MovedWords, ThenNow};
use crate::i18n::{Locale, plain, strong};

fn largest(n: usize) -> String {
    match n {
        1 => "je grootste klant".to_owned(),
        n => format!("je {} grootste klanten", count(n)),
    }
}

pub(super) const TEXTS: SurpriseTexts = SurpriseTexts {
    offer: |n| {
        format!(
            "Eerst zelf schatten? Geef {} een A, B of C; daarna zie je waar je verrast wordt.",
            largest(n)
        )
    },
    begin: "Begin",
    skip: "Sla over",
    guess_title: "Wat denk je zelf?",
    guess_how: "A: hier wil je er meer van. B: goed zoals het is. C: houdt te weinig over. \
                Je eerste gedachte is genoeg; wie je niet weet, sla je over.",
    guess_keys: "Met het toetsenbord: typ A, B of C; Delete wist.",
    guess_of: |name| format!("Jouw schatting voor {name}"),
    n_guessed: |n, all| format!("{n} van de {all} geschat"),
    compare: "Leg ernaast",
    back: "Terug",
    forget: "Wis de schatting",
    heading: |n| match n {
        None => "Verrassingen".to_owned(),
        Some(0) => "Geen verrassingen".to_owned(),
        Some(1) => "1 verrassing".to_owned(),
        Some(n) => format!("{} verrassingen", count(n)),
    },
    show_rows: "toon in de lijst",
    invite: |n| {
        format!(
            "Schat zelf de klasse van {} en zie waar je verrast wordt.",
            largest(n)
        )
    },
    guess_again: "Schat de klassen",
    right: |n, all| {
        if n == all {
            let all = if all == 1 {
                "de ene klant die".to_owned()
            } else {
                format!("alle {all} klanten die")
            };
            return vec![plain(format!("Van {all} je schatte, klopte de klasse."))];
        }
        vec![
            plain("Bij "),
            strong(format!("{n} van de {all}")),
            plain(" klopt je schatting met de cijfers."),
        ]
    },
    beyond: |strength, kappa| {
        let how = match strength {
            Strength::None => "Dat verschilt niet van toeval",
            Strength::Slight => "Dat is nauwelijks meer dan toeval",
            Strength::Fair => "Dat is iets meer dan toeval",
            Strength::Moderate => "Dat is duidelijk meer dan toeval",
            Strength::Substantial => "Dat is veel meer dan toeval",
            Strength::Full => "Je kent je klanten: dit is geen toeval meer",
        };
        format!("{how} (kappa {kappa}; 0 is toeval, 1 is alles gelijk).")
    },
    n_unclassified: |n| {
        if n == 1 {
            "1 klant die je schatte, kreeg geen klasse.".to_owned()
        } else {
            format!("{} klanten die je schatte, kregen geen klasse.", count(n))
        }
    },
    guessed: |guess, why| format!("Jij schatte {guess}. {why}"),
    moved,
    and_more: |n| format!("en {} meer", count(n)),
    part: "Verrassing",
    last_invite: "Leg vorige keer ernaast en zie wie van klasse wisselde, en waardoor.",
    last_pick: "Kies vorige keer",
    last_which: "Wat kan ik kiezen?",
    last_how: "Een bewaarde kopie (.kernklant), of het bestand van vorig jaar: dat wordt ingedeeld met je gewichten en grenzen van nu, zonder cijfers voor potentie en relatie.",
    last_reading: |percent| format!("Vorige keer lezen: {percent}%"),
    last_nobody: |name| {
        format!("In ‘{name}’ heeft niemand een klasse; er is niets om ernaast te leggen.")
    },
    last_from: |name, day| match day {
        Some(day) => format!("Vorige keer: {day} ({name})."),
        None => format!("Vorige keer: {name}."),
    },
    last_remove: "Haal weg",
    matrix_say: |moved, both| match (moved, both) {
        (_, 0) => "Niemand van vorige keer is er nu nog".to_owned(),
        (0, 1) => "De ene klant van toen en nu bleef in zijn klasse".to_owned(),
        (0, n) => format!("Alle {} van toen en nu bleven in hun klasse", customers(n)),
        (1, n) => format!(
            "1 van de {} van toen en nu wisselde van klasse",
            customers(n)
        ),
        (moved, n) => format!(
            "{} van de {} van toen en nu wisselden van klasse",
            count(moved),
            customers(n)
        ),
    },
    settings_then: |then| {
        let hour = then.hour.as_ref();
        let hour = hour.map(|[was, is]| format!("een uur kost {is} in plaats van {was}"));
        let policy = then.is_policy;
        let policy = policy.then(|| "je weegt anders of legt de grenzen anders".to_owned());
        let differs: Vec<String> = hour.into_iter().chain(policy).collect();
        let differs = Locale::Nl.format().list(&differs);
        let moved = match (then.n_by_settings, then.n_moved) {
            (_, 0) => String::new(),
            (0, _) => " Geen van de verschuivingen komt daardoor.".to_owned(),
            (n, all) if n == all && n > 1 => {
                " Alle verschuivingen komen daardoor, niet door je klanten.".to_owned()
            }
            (1, 1) => " De ene verschuiving komt daardoor, niet door je klant.".to_owned(),
            (1, all) => format!(
                " 1 van de {} verschuivingen komt daardoor, niet door je klant.",
                count(all)
            ),
            (n, all) => format!(
                " {} van de {} verschuivingen komen daardoor, niet door je klanten.",
                count(n),
                count(all)
            ),
        };
        format!("Niet alleen je klanten veranderden: {differs}.{moved}")
    },
    matrix_label: |counts| {
        let MatrixCounts {
            both,
            arrived,
            gone,
        } = counts;
        let row = |name: &str, [a, b, c]: [usize; 3]| format!("{name} A {a}, B {b}, C {c}");
        let [was_a, was_b, was_c] = *both;
        format!(
            "Van vorige keer naar nu. {}; {}; {}; {}; {}.",
            row("Was A, nu", was_a),
            row("was B, nu", was_b),
            row("was C, nu", was_c),
            row("nieuw in", *arrived),
            row("weg uit", *gone)
        )
    },
    matrix_rows: ["was A", "was B", "was C", "nieuw"],
    matrix_columns: ["nu A", "nu B", "nu C", "weg"],
    new_and_gone: |new, gone| format!("{} nieuw, {} weg", count(new), count(gone)),
    new_are: "Nieuw:",
    gone_are: "Weg:",
    analysed: |day| format!("Dit onderzoek is van {day}."),
    review: "Kijk opnieuw op:",
    review_wrong: "Kies een dag na vandaag.",
    overdue: |review| format!("Tijd om opnieuw te kijken: dat stond op {review}."),
    overdue_how: "Houd deze klassen vast als vorige keer, laat je nieuwe bestand los en haal het oude weg; dan zie je wie er wisselde.",
    overdue_keep: "Houd vast en ga naar Gegevens",
    overdue_later: "Later",
    this_analysis: "vastgehouden in dit project",
};

fn moved(words: &MovedWords) -> String {
    let hours = match &words.hours {
        Some(HoursThen::Fewer(hours)) => format!(", met {hours} uur minder"),
        Some(HoursThen::More(hours)) => format!(", met {hours} uur meer"),
        None => String::new(),
    };
    let why: Vec<String> = words.changes.iter().map(change).collect();
    let why = if why.is_empty() {
        String::new()
    } else {
        format!(" Nu {}.", why.join("; "))
    };
    let settings = if words.is_by_settings {
        " Dat komt door je instellingen, niet door de klant."
    } else {
        ""
    };
    format!("Vorige keer {}{hours}.{why}{settings}", words.before)
}

fn then_now(figure: &ThenNow) -> String {
    match (&figure.before, &figure.after) {
        (Some(before), Some(after)) if before == after => {
            format!("{after}, net als toen; de grens verschoof")
        }
        (Some(before), Some(after)) => format!("{after}, was {before}"),
        (None, Some(after)) => format!("{after}, was onbekend"),
        (Some(before), None) => format!("onbekend, was {before}"),
        (None, None) => "onbekend".to_owned(),
    }
}

fn change(words: &ChangeWords) -> String {
    match words {
        ChangeWords::ByHand { is_now: true } => "door jou gezet".to_owned(),
        ChangeWords::ByHand { is_now: false } => "niet meer door jou gezet".to_owned(),
        ChangeWords::Rule {
            after,
            is_margin,
            figure,
        } => {
            let rule = match after {
                Some(Rule::Loss) => "houdt niets over",
                Some(Rule::TooLittle) => "levert te weinig op",
                Some(Rule::ThinMargin) => "te dunne marge",
                None => "boven de grens van C",
            };
            let what = if *is_margin { "marge" } else { "winst" };
            format!("{rule}: {what} {}", then_now(figure))
        }
        ChangeWords::NoLongerNew => "geen nieuwe klant meer: aanloopkosten tellen".to_owned(),
        ChangeWords::Criterion {
            criterion,
            score,
            floor,
        } => {
            format!(
                "{} {} (ondergrens {floor})",
                name(*criterion),
                then_now(score)
            )
        }
        ChangeWords::Rating {
            criterion,
            rating,
            needed,
        } => format!(
            "{} {} (van 5, nodig {needed})",
            name(*criterion),
            then_now(rating)
        ),
        ChangeWords::Score { score, cut } => format!("score {} (drempel {cut})", then_now(score)),
        ChangeWords::ProfitKnown { is_now: true } => "winst bekend".to_owned(),
        ChangeWords::ProfitKnown { is_now: false } => "winst onbekend".to_owned(),
    }
}

fn name(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Size => "omvang",
        Criterion::Profit => "winst",
        Criterion::Potential => "potentie",
        Criterion::Relationship => "relatie",
    }
}

#[cfg(test)]
mod tests {
    use abc_core::customers::Class;

    use super::*;
    use crate::i18n::catalog::surprises::SettingsThen;
    use crate::i18n::text_of;

    fn figure(before: Option<&str>, after: Option<&str>) -> ThenNow {
        ThenNow {
            before: before.map(str::to_owned),
            after: after.map(str::to_owned),
        }
    }

    #[test]
    fn who_moved_is_told_with_the_figure_then_and_now() {
        let rule = |after, is_margin, figure| ChangeWords::Rule {
            after,
            is_margin,
            figure,
        };
        for (changes, hours, expected) in [
            (
                vec![rule(
                    Some(Rule::Loss),
                    false,
                    figure(Some("€ 2.300"), Some("€ −1.464")),
                )],
                Some(HoursThen::Fewer("31".to_owned())),
                "Vorige keer B, met 31 uur minder. Nu houdt niets over: winst € −1.464, was € 2.300.",
            ),
            (
                vec![rule(None, true, figure(Some("4%"), Some("4%")))],
                None,
                "Vorige keer B. Nu boven de grens van C: marge 4%, net als toen; de grens verschoof.",
            ),
            (
                vec![
                    ChangeWords::Criterion {
                        criterion: Criterion::Profit,
                        score: figure(Some("40"), Some("62")),
                        floor: "50".to_owned(),
                    },
                    ChangeWords::Score {
                        score: figure(None, Some("71")),
                        cut: "65".to_owned(),
                    },
                ],
                None,
                "Vorige keer B. Nu winst 62, was 40 (ondergrens 50); score 71, was onbekend (drempel 65).",
            ),
            (Vec::new(), None, "Vorige keer B."),
        ] {
            let words = MovedWords {
                before: Class::B,
                is_by_settings: false,
                changes,
                hours,
            };
            assert_eq!(moved(&words), expected);
        }
        let words = MovedWords {
            before: Class::A,
            is_by_settings: true,
            changes: Vec::new(),
            hours: None,
        };
        assert_eq!(
            moved(&words),
            "Vorige keer A. Dat komt door je instellingen, niet door de klant."
        );
    }

    #[test]
    fn what_else_changed_is_told_apart_from_the_customers() {
        let then = |hour: Option<[&str; 2]>, is_policy, n_by_settings, n_moved| SettingsThen {
            hour: hour.map(|both| both.map(str::to_owned)),
            is_policy,
            n_by_settings,
            n_moved,
        };
        let hour = Some(["€ 50,00", "€ 75,00"]);
        for (then, expected) in [
            (
                then(hour, true, 12, 18),
                "Niet alleen je klanten veranderden: een uur kost € 75,00 in plaats van € 50,00 en je weegt anders of legt de grenzen anders. 12 van de 18 verschuivingen komen daardoor, niet door je klanten.",
            ),
            (
                then(None, true, 0, 3),
                "Niet alleen je klanten veranderden: je weegt anders of legt de grenzen anders. Geen van de verschuivingen komt daardoor.",
            ),
            (
                then(hour, false, 1, 1),
                "Niet alleen je klanten veranderden: een uur kost € 75,00 in plaats van € 50,00. De ene verschuiving komt daardoor, niet door je klant.",
            ),
            (
                then(hour, false, 0, 0),
                "Niet alleen je klanten veranderden: een uur kost € 75,00 in plaats van € 50,00.",
            ),
        ] {
            assert_eq!((TEXTS.settings_then)(&then), expected);
        }
    }

    #[test]
    fn how_many_were_right_reads_well_at_both_ends() {
        for (n, all, expected) in [
            (9, 15, "Bij 9 van de 15 klopt je schatting met de cijfers."),
            (
                15,
                15,
                "Van alle 15 klanten die je schatte, klopte de klasse.",
            ),
            (1, 1, "Van de ene klant die je schatte, klopte de klasse."),
        ] {
            assert_eq!(text_of(&(TEXTS.right)(n, all)), expected);
        }
    }
}
