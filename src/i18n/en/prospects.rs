use abc_core::prospects::validation::Signal;
use abc_core::prospects::{Band, NoFit};

use crate::i18n::catalog::ProspectTexts;
use crate::i18n::catalog::prospects::VerdictSaid;

pub(super) const TEXTS: ProspectTexts = ProspectTexts {
    title: "Prospects",
    label: "Names, or a list with headers",
    hint: "One name a line, or pasted from a spreadsheet. Columns with the same header as in your \
           customer list count.",
    too_long: |most| {
        format!(
            "This list is longer than {most} and does not fit in saved work; the earlier list still stands. \
             Remove columns that do not count, or score the list in parts."
        )
    },
    empty: "No prospects yet. Type a name or paste a list.",
    no_fit: |reason| match reason {
        NoFit::TooFewA { n } => format!("A score needs at least 5 A customers; you have {n}."),
        NoFit::TooFewOthers { n } => {
            format!("A score needs at least 5 B and C customers; you have {n}.")
        }
        NoFit::NoTraits => {
            "Your customer list has no traits to score by. Add a column, such as sector \
                            or region."
                .to_owned()
        }
    },
    not_judged: "Whether the score is more than chance could not be checked. Reload the page.",
    judging: |percent| format!("Checking whether the score is more than chance: {percent}%."),
    verdict,
    fit_is: "Fits: better than this share of your present B and C customers. It is not a chance of an \
             order.",
    counts: |traits| {
        format!("Counted together, with what makes no difference on its own: {traits}.")
    },
    absent: |traits| format!("Not a column of this list, so unknown: {traits}."),
    unnamed: |n| match n {
        1 => "1 line without a readable name does not count.".to_owned(),
        n => format!("{n} lines without a readable name do not count."),
    },
    more: |shown, n| format!("Show more (now {shown} of {n})"),
    pick: "Choose a file",
    drop: "or drop one here: CSV or text. It takes the place of the list.",
    not_plain: "A workbook or XML does not work here. Save the list as CSV, or copy the cells and paste them in \
                the box.",
    choose_traits: "Choose which traits count",
    choose_hint: "Choose three to six that you can know of a prospect beforehand. Do not choose them for a \
                  nicer outcome.",
    name: "Name",
    fit: "Fits",
    plus: "For",
    minus: "Against",
    unknown: "Unknown",
    never_seen: |value| format!("{value} (no customer has it)"),
    band_name: "Verdict",
    band_unknown: "unknown",
    band_little: "little known",
    band: |band| match band {
        Band::Strong => "strong",
        Band::Possible => "possible",
        Band::Weak => "weak",
    },
    already: |class| {
        class.map_or_else(
            || "a customer already".to_owned(),
            |class| format!("a customer already, class {class}"),
        )
    },
    download: "Download the scores",
    file_name: "kernklant-prospects.csv",
};

fn verdict(said: &VerdictSaid<'_>) -> String {
    let (n_a, n_others, n_pairs) = (said.n_a, said.n_others, said.n_pairs);
    let says = match said.signal {
        Signal::Shown => "The score does tell your A customers apart",
        Signal::NotShown => {
            "The score is not shown to be better than chance: use it to start a conversation"
        }
        Signal::None => "There is no signal: the score does not tell your A customers apart",
    };
    let few = if n_a < 15 {
        format!(" With {n_a} A customers this is an indication.")
    } else {
        String::new()
    };
    format!(
        "{says}. In {n_pairs} of 100 pairs the A comes out above the non-A ({n_a} A customers, {n_others} \
         others; compared with {} shuffles of the classes).{few}",
        said.n_shuffles
    )
}
