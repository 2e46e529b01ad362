use abc_core::customers::Attention;
use abc_core::readings::names::RevenueBucket;

use crate::i18n::catalog::NamesTexts;

pub(super) const TEXTS: NamesTexts = NamesTexts {
    title: "Names only",
    what_it_is: "Type and guess: useful in ten minutes",
    label: "Your customers, one per line",
    hint: "Type them as they come to mind, or paste a list.",
    next: "On to guessing",
    back: "Change the names",
    guess_hint: "A guess is better than nothing; leave open what you do not know. Tab goes on, a digit or first character chooses.",
    left_out: |n| match n {
        "1" => "1 name is too many and is left out.".to_owned(),
        n => format!("{n} names are too many and are left out."),
    },
    name: "Customer",
    revenue: "Revenue per year, €",
    attention: "Attention",
    potential: "Potential",
    relationship: "Relationship",
    unknown: "–",
    of: |what, name| format!("{what} of {name}"),
    bucket: |bucket| match bucket {
        RevenueBucket::To2500 => "up to 2,500",
        RevenueBucket::To10000 => "2,500–10,000",
        RevenueBucket::To25000 => "10,000–25,000",
        RevenueBucket::To100000 => "25,000–100,000",
        RevenueBucket::More => "more",
    },
    attention_word: |attention| match attention {
        Attention::Low => "low",
        Attention::Normal => "normal",
        Attention::High => "high",
        Attention::Extreme => "extreme",
    },
    show: "Show the classes",
};
