use abc_core::classify::Criterion;

use crate::i18n::Locale;
use crate::i18n::catalog::UpgradeTexts;

pub(super) const TEXTS: UpgradeTexts = UpgradeTexts {
    title: "Stap naar A",
    step: "Wat ga je doen?",
    example: |nearest| match nearest {
        Some(Criterion::Size) => "Bijvoorbeeld: aanbieden wat deze klant nu elders koopt",
        Some(Criterion::Profit) => "Bijvoorbeeld: prijs of werkwijze bespreken",
        Some(Criterion::Potential) => "Bijvoorbeeld: de plannen voor volgend jaar bespreken",
        Some(Criterion::Relationship) => "Bijvoorbeeld: één vast aanspreekpunt",
        None => "Bijvoorbeeld: vragen wat er beter kan",
    },
    who: "Wie",
    by: "Voor welke dag",
    late: "Die dag is voorbij. Gedaan? Maak de stap leeg, of kies een nieuwe dag.",
    too_long: |n, most| {
        let count = |n| Locale::Nl.format().count(n);
        format!(
            "Dit zijn {} tekens; er passen er {}. Kort de tekst in, anders wordt ze niet bewaard.",
            count(n),
            count(most)
        )
    },
    wrong_day: "Dit is geen dag. Kies er een, of maak het veld leeg.",
    mark: "stap naar A",
    mark_late: "stap naar A te laat",
};
