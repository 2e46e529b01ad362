use abc_core::prospects::validation::Signal;
use abc_core::prospects::{Band, NoFit};

use crate::i18n::catalog::ProspectTexts;
use crate::i18n::catalog::prospects::VerdictSaid;

pub(super) const TEXTS: ProspectTexts = ProspectTexts {
    title: "Prospects",
    label: "Namen, of een lijst met kopjes",
    hint: "Een naam per regel, of geplakt uit een rekenblad. Kolommen met hetzelfde kopje als in je \
           klantenlijst tellen mee.",
    too_long: |most| {
        format!(
            "Deze lijst is langer dan {most} en past niet in bewaard werk; de vorige lijst staat er nog. Haal \
             kolommen weg die niet meetellen, of scoor de lijst in delen."
        )
    },
    empty: "Nog geen prospects. Typ een naam of plak een lijst.",
    no_fit: |reason| match reason {
        NoFit::TooFewA { n } => {
            format!("Voor een score zijn minstens 5 A-klanten nodig; je hebt er {n}.")
        }
        NoFit::TooFewOthers { n } => {
            format!("Voor een score zijn minstens 5 B- en C-klanten nodig; je hebt er {n}.")
        }
        NoFit::NoTraits => {
            "Je klantenlijst heeft geen kenmerken om op te scoren. Voeg een kolom toe, \
                            zoals branche of regio."
                .to_owned()
        }
    },
    not_judged: "Of de score meer is dan toeval, kon niet worden nagegaan. Laad de pagina opnieuw.",
    judging: |percent| format!("Nagaan of de score meer is dan toeval: {percent}%."),
    verdict,
    fit_is: "Past: beter dan dit deel van je huidige B- en C-klanten. Het is geen kans op een opdracht.",
    counts: |traits| {
        format!("Samen tellen mee, ook wat op zichzelf geen verschil maakt: {traits}.")
    },
    absent: |traits| format!("Niet als kolom in deze lijst, dus onbekend: {traits}."),
    unnamed: |n| match n {
        1 => "1 regel zonder leesbare naam telt niet mee.".to_owned(),
        n => format!("{n} regels zonder leesbare naam tellen niet mee."),
    },
    more: |shown, n| format!("Toon meer (nu {shown} van {n})"),
    pick: "Kies een bestand",
    drop: "of laat er hier een los: CSV of tekst. Het komt in de plaats van de lijst.",
    not_plain: "Een werkmap of XML kan hier niet. Bewaar de lijst als CSV, of kopieer de cellen en plak ze in het \
                vak.",
    choose_traits: "Kies welke kenmerken meetellen",
    choose_hint: "Kies er drie tot zes die je van een prospect vooraf kunt weten. Kies ze niet om een mooiere \
                  uitkomst.",
    name: "Naam",
    fit: "Past",
    plus: "Ervoor",
    minus: "Ertegen",
    unknown: "Onbekend",
    never_seen: |value| format!("{value} (geen enkele klant heeft dit)"),
    band_name: "Oordeel",
    band_unknown: "onbekend",
    band_little: "weinig bekend",
    band: |band| match band {
        Band::Strong => "sterk",
        Band::Possible => "mogelijk",
        Band::Weak => "zwak",
    },
    already: |class| {
        class.map_or_else(
            || "al klant".to_owned(),
            |class| format!("al klant, klasse {class}"),
        )
    },
    download: "Download de scores",
    file_name: "kernklant-prospects.csv",
};

fn verdict(said: &VerdictSaid<'_>) -> String {
    let (n_a, n_others, n_pairs) = (said.n_a, said.n_others, said.n_pairs);
    let says = match said.signal {
        Signal::Shown => "De score onderscheidt aantoonbaar",
        Signal::NotShown => {
            "De score is niet aantoonbaar beter dan toeval: gebruik hem als gespreksstarter"
        }
        Signal::None => "Er is geen signaal: de score onderscheidt je A-klanten niet",
    };
    let few = if n_a < 15 {
        format!(" Met {n_a} A-klanten is dit een aanwijzing.")
    } else {
        String::new()
    };
    format!(
        "{says}. In {n_pairs} van de 100 paren eindigt de A boven de niet-A ({n_a} A-klanten, {n_others} \
         anderen; vergeleken met {} keer geschudde klassen).{few}",
        said.n_shuffles
    )
}
