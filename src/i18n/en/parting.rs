use abc_core::parting::Way;

use crate::i18n::catalog::PartingTexts;
use crate::i18n::catalog::parting::LeavingWords;
use crate::i18n::{plain, strong};

pub(super) const TEXTS: PartingTexts = PartingTexts {
    title: "If this customer leaves",
    leaving: |words| match words {
        LeavingWords::PaysAtOnce(more) => vec![
            strong(format!("You are left with {more} more a year,")),
            plain(" even if nobody uses the hours: there is no gross margin to lose."),
        ],
        LeavingWords::NeverPays(lost) => vec![
            strong(format!("You are left with {lost} less a year.")),
            plain(" The hours bring less elsewhere than this customer adds now."),
        ],
        LeavingWords::FromShare { lost, share, value } => vec![
            strong(format!(
                "You are left with {lost} less a year, as long as nobody uses the hours."
            )),
            plain(format!(
                " Only with at least {share} of those hours used elsewhere, at {value} an hour as with your A and B customers, is that better than keeping it as it is."
            )),
        ],
    },
    share: "Hours used elsewhere",
    a_year: "Profit per year without this customer",
    against: |amount, is_more| format!("{amount} {}", if is_more { "more" } else { "less" }),
    ways: ["Keep as it is", "Repair first"],
    years_ahead: |years| format!("Over {years} years, compared with parting now:"),
    best: |best| match best {
        None => "No clear difference.",
        Some(Way::Keep) => "Keeping brings most.",
        Some(Way::Repair) => "Repair brings most.",
        Some(Way::Exit) => "Parting brings most.",
    },
    tipping: |share| {
        format!(
            "Parting beats both keeping and repair once {share} of the hours are used elsewhere."
        )
    },
    may_lose: |rise, share| {
        format!("At a price {rise} higher, {share} of the work may go before it costs money.")
    },
    rests_on: |stays, rate| {
        format!(
            "Assuming a chance of {stays} per year that they stay and {rate} interest, without damage or cost at parting."
        )
    },
};
