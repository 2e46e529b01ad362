use abc_core::customers::Attention;
use abc_core::readings::names::RevenueBucket;

use crate::i18n::catalog::NamesTexts;

pub(super) const TEXTS: NamesTexts = NamesTexts {
    title: "Alleen namen",
    what_it_is: "Typ en schat: in tien minuten bruikbaar",
    label: "Je klanten, één per regel",
    hint: "Typ ze zoals ze je te binnen schieten, of plak een lijst.",
    next: "Verder met schatten",
    back: "Namen aanpassen",
    guess_hint: "Een schatting is beter dan niets; laat open wat je niet weet. Tab gaat verder, een cijfer of eerste teken kiest.",
    left_out: |n| match n {
        "1" => "1 naam is te veel en doet niet mee.".to_owned(),
        n => format!("{n} namen zijn te veel en doen niet mee."),
    },
    name: "Klant",
    revenue: "Omzet per jaar, €",
    attention: "Aandacht",
    potential: "Potentie",
    relationship: "Relatie",
    unknown: "–",
    of: |what, name| format!("{what} van {name}"),
    bucket: |bucket| match bucket {
        RevenueBucket::To2500 => "tot 2.500",
        RevenueBucket::To10000 => "2.500–10.000",
        RevenueBucket::To25000 => "10.000–25.000",
        RevenueBucket::To100000 => "25.000–100.000",
        RevenueBucket::More => "meer",
    },
    attention_word: |attention| match attention {
        Attention::Low => "weinig",
        Attention::Normal => "normaal",
        Attention::High => "veel",
        Attention::Extreme => "extreem",
    },
    show: "Toon de klassen",
};
