use abc_core::customers::{Attention, Grade};

use super::count;
use crate::i18n::catalog::CostsTexts;
use crate::i18n::catalog::costs::{Asked, CapacitySaid, KnownWords, RateWithout, Setting};
use crate::i18n::{plain, strong};

pub(super) const TEXTS: CostsTexts = CostsTexts {
    title: "Wat klanten kosten",
    hours_known: KnownWords {
        first: "Van ",
        are: " van je omzet zijn de uren ",
        next: ", van ",
        last: " en van ",
        rest: "de rest",
        all_are: "De uren van al je omzet zijn ",
        words: ["geregistreerd", "geschat", "aangenomen", "onbekend"],
    },
    direct_known: KnownWords {
        first: "Van ",
        are: " is de inkoop ",
        next: ", van ",
        last: " en van ",
        rest: "de rest",
        all_are: "De inkoop is ",
        words: ["geboekt", "geschat", "aangenomen", "onbekend"],
    },
    setting: |setting| match setting {
        Setting::HourlyCost => "Kosten van een uur werk, in euro’s",
        Setting::Fte => "Mensen, in voltijd",
        Setting::YearlyCost => "Samen per jaar, in euro’s",
        Setting::HoursPerWeek => "Uren per week",
        Setting::Weeks => "Weken per jaar",
        Setting::PracticalPercent => "Voor klanten, in %",
        Setting::PurchasesPercent => "Inkoop en onderaannemers, in procenten van de omzet",
        Setting::Months => "Maanden in dit bestand",
        Setting::HoursMonths => "Maanden in de uren",
        Setting::Base(Attention::Low) => "Weinig aandacht",
        Setting::Base(Attention::Normal) => "Normaal",
        Setting::Base(Attention::High) => "Veel",
        Setting::Base(Attention::Extreme) => "Extreem",
        Setting::PerOrder => "Per order",
        Setting::PerVisit => "Per bezoek",
        Setting::PerComplaint => "Per klacht",
        Setting::LatePercent => "Rente op late betaling, % per jaar",
        Setting::HoursSpread(Grade::Recorded) => "Uren, geboekt",
        Setting::HoursSpread(Grade::Estimated) => "Uren, geschat",
        Setting::HoursSpread(Grade::Assumed) => "Uren, aangenomen",
        Setting::DirectCostSpread(Grade::Recorded) => "Inkoop, geboekt",
        Setting::DirectCostSpread(Grade::Estimated) => "Inkoop, geschat",
        Setting::DirectCostSpread(Grade::Assumed) => "Inkoop, aangenomen",
        Setting::GuessSpread => "Omzet, geraden",
    },
    setting_hint: |setting| match setting {
        Setting::YearlyCost => Some("Loon, lasten en werkplek."),
        Setting::PurchasesPercent => Some(
            "Voor klanten waarvan de directe kosten niet bekend zijn. Dienstverlening 0–10%, productie 40–60%, handel 60–75%. Zolang je niets invult: zoals bij je andere klanten, en 0% als het van niemand bekend is.",
        ),
        Setting::Months => Some("Alles wordt teruggebracht naar 12 maanden."),
        Setting::HoursMonths => Some(
            "Zolang je niets invult: de maanden die de urenregels noemen. Ook uren worden teruggebracht naar 12 maanden.",
        ),
        _ => None,
    },
    rate_without: |rate| match rate {
        RateWithout::Default(rate) => format!(
            "Wat een uur je kost, niet wat je ervoor vraagt. Zolang je niets invult: {rate}, aangenomen."
        ),
        RateWithout::People(rate) => {
            format!("Leeg laten: {rate}, uit je mensen en uren hieronder.")
        }
    },
    not_a_number: "Dit is geen getal dat hier past; de vorige waarde blijft gelden.",
    no_fit: "past niet",
    capacity: "Reken het uit: mensen en uren",
    capacity_said: |said| match said {
        CapacitySaid::NoHours => vec![plain(
            "Met hoeveel mensen werk je voor klanten? Zonder uren is er geen tarief.",
        )],
        CapacitySaid::Hours(hours) => vec![
            strong(format!("{hours} uur")),
            plain(" per jaar voor klanten. Wat kosten die mensen samen?"),
        ],
        CapacitySaid::Rate(hours, rate) => vec![
            plain(format!("{hours} uur per jaar voor klanten; een uur kost ")),
            strong(rate),
            plain(". Dat is een kostprijs, niet je verkooptarief."),
        ],
    },
    use_rate: |rate| format!("Reken met {rate}"),
    per_person: |n| match n {
        1 => "Kosten per medewerker: 1 naam".to_owned(),
        n => format!("Kosten per medewerker: {} namen", count(n)),
    },
    per_person_hint: "Leeg: het tarief hierboven. Staan er functies in je export, kies die kolom dan als medewerker.",
    person: "Medewerker",
    nobody: "zonder naam",
    person_rate: "€ per uur",
    person_rate_of: |person| format!("Kosten van een uur van {person}, in euro’s"),
    registered_cost: |cost, hours, rate| {
        format!(
            "De registratie geeft zelf kosten: {cost} voor {hours} uur, {rate} per uur. Reken daarmee."
        )
    },
    equation: "Zo schat Kernklant uren en de kosten van late betaling",
    equation_hint: "Uren per jaar naar de aandacht die een klant vraagt, plus uren per order, bezoek en klacht.",
    ours_again: "Terug naar onze getallen",
    spreads: "Zo ver kan een cijfer ernaast zitten",
    spreads_hint: "In procenten van het cijfer: in twee van de drie gevallen zit het er minder naast. Hiermee rekent Kernklant na hoe zeker een klasse is.",
    fills_hours: "Schat uren waar ze niet bekend zijn",
    hours_of: |grade| match grade {
        Grade::Recorded => "Geregistreerd",
        Grade::Estimated => "Geschat",
        Grade::Assumed => "Aangenomen",
    },
    unused: "Onbezet",
    too_many: "Meer dan er zijn",
    without_customer: "waarvan geregistreerd zonder klant",
    available: "Beschikbaar",
    total: "Samen",
    col_hours_of: "Uren van klanten, per jaar",
    col_customers: "klanten",
    col_hours: "uren",
    col_cost: "kosten",
    col_range: "onzeker ±",
    unused_said: |hours| {
        format!("De {hours} onbezette uren staan apart en worden niet over klanten uitgesmeerd.")
    },
    too_many_said: |hours| {
        format!(
            "Je klanten vragen {hours} uur meer dan er zijn. Klopt het aantal mensen, of zijn de schattingen te hoog?"
        )
    },
    registered_too_many: "De geregistreerde uren alleen al zijn er meer dan er zijn.",
    make_fit: |factor| format!("Maak de schattingen passend (× {factor})"),
    made_fit: |factor| {
        format!("Geschatte en aangenomen uren zijn × {factor} genomen, omdat jij dat koos.")
    },
    unmake_fit: "Neem ze zoals geschat",
    books: "Naast de kosten in je boeken, per jaar",
    books_spent: "Kosten in je boeken",
    books_direct: "Bij klanten: inkoop",
    books_attention: "Bij klanten: uren en overig",
    books_rest: "Van het bedrijf zelf",
    books_over: "Bij klanten staat meer dan er volgens je boeken is uitgegeven. Verlaag de kosten van een uur, de schattingen of de inkoop.",
    estimate: |n_open, n| {
        if n_open == n {
            format!("Schat per klant: {n} te doen")
        } else {
            format!("Schat per klant: {n_open} van {n} te doen")
        }
    },
    estimate_hint: "De grootste onbekende staat bovenaan. 1 t/m 4 kiest de aandacht, Delete wist, Enter gaat naar de volgende klant.",
    col_customer: "Klant",
    col_attention: "Aandacht",
    asked: |asked| match asked {
        Asked::Orders => "Orders",
        Asked::Visits => "Bezoeken",
        Asked::Complaints => "Klachten",
        Asked::Hours => "Of: uren",
        Asked::Purchases => "Inkoop %",
    },
    col_year_cost: "Kosten per jaar",
    col_class: "Klasse",
    of: |what, name| format!("{what} van {name}"),
    about: |cost, range| format!("{cost} ± {range}"),
    attention_word: |attention| match attention {
        Attention::Low => "1 weinig",
        Attention::Normal => "2 normaal",
        Attention::High => "3 veel",
        Attention::Extreme => "4 extreem",
    },
    unknown: "–",
    more: |n| format!("Toon {} meer", count(n)),
};
