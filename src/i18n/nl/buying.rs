use abc_core::rfm::Rfm;

use crate::i18n::catalog::BuyingTexts;
use crate::i18n::catalog::buying::RhythmWords;

pub(super) const TEXTS: BuyingTexts = BuyingTexts {
    rhythm: |words| match words {
        RhythmWords::Silent { days, times } => format!(
            "Kocht al {days} dagen niets, {times} keer zo lang als gewoonlijk. Weeg dat mee bij potentie."
        ),
        RhythmWords::Falling(first, second) => format!(
            "Koopt minder vaak: eerst in {first} maanden, in de tweede helft in {second}. Weeg dat mee bij potentie."
        ),
    },
    scores: |Rfm {
                 recency,
                 frequency,
                 monetary,
             }| {
        format!(
            "Kopen, van 1 tot 5 naast je andere klanten: hoe recent {recency}, hoe vaak {frequency}, hoe veel {monetary}."
        )
    },
};
