use abc_core::rfm::Rfm;

use crate::i18n::catalog::BuyingTexts;
use crate::i18n::catalog::buying::RhythmWords;

pub(super) const TEXTS: BuyingTexts = BuyingTexts {
    rhythm: |words| match words {
        RhythmWords::Silent { days, times } => format!(
            "Bought nothing for {days} days, {times} times as long as usual. Let that count for potential."
        ),
        RhythmWords::Falling(first, second) => format!(
            "Buys less often: in {first} months at first, in {second} in the second half. Let that count for potential."
        ),
    },
    scores: |Rfm {
                 recency,
                 frequency,
                 monetary,
             }| {
        format!(
            "Buying, from 1 to 5 beside your other customers: how recent {recency}, how often {frequency}, how much {monetary}."
        )
    },
};
