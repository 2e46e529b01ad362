use abc_core::parting::Way;

use crate::i18n::catalog::PartingTexts;
use crate::i18n::catalog::parting::LeavingWords;
use crate::i18n::{plain, strong};

pub(super) const TEXTS: PartingTexts = PartingTexts {
    title: "Als deze klant weggaat",
    leaving: |words| match words {
        LeavingWords::PaysAtOnce(more) => vec![
            strong(format!("Dan houd je {more} per jaar meer over,")),
            plain(" ook als niemand zijn uren gebruikt: er is geen brutomarge te verliezen."),
        ],
        LeavingWords::NeverPays(lost) => vec![
            strong(format!("Dan houd je {lost} per jaar minder over.")),
            plain(" Zijn uren brengen elders minder op dan hij nu brengt."),
        ],
        LeavingWords::FromShare { lost, share, value } => vec![
            strong(format!(
                "Dan houd je {lost} per jaar minder over, zolang niemand zijn uren gebruikt."
            )),
            plain(format!(
                " Pas als je minstens {share} van die uren elders inzet, tegen {value} per uur zoals bij je A- en B-klanten, is dat beter dan houden zoals het is."
            )),
        ],
    },
    share: "Uren elders ingezet",
    a_year: "Winst per jaar zonder deze klant",
    against: |amount, is_more| format!("{amount} {}", if is_more { "meer" } else { "minder" }),
    ways: ["Houden zoals het is", "Eerst herstellen"],
    years_ahead: |years| format!("In {years} jaar, vergeleken met nu afscheid nemen:"),
    best: |best| match best {
        None => "Geen duidelijk verschil.",
        Some(Way::Keep) => "Houden levert het meest op.",
        Some(Way::Repair) => "Herstellen levert het meest op.",
        Some(Way::Exit) => "Afscheid levert het meest op.",
    },
    tipping: |share| {
        format!(
            "Afscheid wint van houden én herstellen zodra {share} van zijn uren elders is ingezet."
        )
    },
    may_lose: |rise, share| {
        format!("Bij {rise} hogere prijs mag {share} van het werk wegvallen voordat het geld kost.")
    },
    rests_on: |stays, rate| {
        format!(
            "Gerekend met {stays} kans per jaar dat hij blijft en {rate} rente, zonder schade of kosten bij afscheid."
        )
    },
};
