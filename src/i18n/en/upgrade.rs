use abc_core::classify::Criterion;

use crate::i18n::Locale;
use crate::i18n::catalog::UpgradeTexts;

pub(super) const TEXTS: UpgradeTexts = UpgradeTexts {
    title: "Step towards A",
    step: "What will you do?",
    example: |nearest| match nearest {
        Some(Criterion::Size) => "For example: offer what this customer buys elsewhere now",
        Some(Criterion::Profit) => "For example: talk about the price or the way of working",
        Some(Criterion::Potential) => "For example: talk about the plans for next year",
        Some(Criterion::Relationship) => "For example: one regular contact",
        None => "For example: ask what could be better",
    },
    who: "Who",
    by: "By which day",
    late: "That day has gone by. Done? Empty the step, or choose another day.",
    too_long: |n, most| {
        let count = |n| Locale::En.format().count(n);
        format!(
            "These are {} characters; {} fit. Shorten the text, or it is not kept.",
            count(n),
            count(most)
        )
    },
    wrong_day: "This is not a day. Choose one, or empty the field.",
    mark: "step towards A",
    mark_late: "step towards A is late",
};
