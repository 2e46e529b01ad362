use abc_core::profile::Verdict;
use abc_core::prospects::validation::Signal;

use super::customers::assumed_words;
use super::{count, customers};
use crate::i18n::catalog::IdealTexts;
use crate::i18n::catalog::ideal::{
    AveragesSaid, BesideSaid, CountsSaid, FoundSaid, GradeSaid, NumberSaid, QuartilesSaid,
    Standing, Topic, ValueSaid,
};
use crate::i18n::{Span, link, plain, strong};

pub(super) const TEXTS: IdealTexts = IdealTexts {
    title: "Ideal customer",

    found,
    portrait: |n| {
        vec![
            plain("With "),
            link(a_customers(n), "a"),
            plain(" this is a portrait, not proof."),
        ]
    },
    too_few: |n| match n {
        0 => vec![plain(
            "Nobody is A yet, so there is no ideal customer to draw.",
        )],
        n => vec![
            plain("There is no ideal customer to draw yet: you have "),
            link(a_customers(n), "a"),
            plain("."),
        ],
    },
    no_columns: |n| {
        vec![
            plain("Your "),
            link(a_customers(n), "a"),
            plain(if n == 1 { " is" } else { " are" }),
            plain(" known, but your file does not say what kind of firms they are."),
        ]
    },
    no_traits_known: |n| {
        vec![
            plain("Of your "),
            link(a_customers(n), "a"),
            plain(" or of the others no trait is filled in; there is nothing to compare."),
        ]
    },
    nobody_else: |n| {
        vec![
            plain("All of your "),
            link(customers(n), "a"),
            plain(" are A: there is nobody to compare them with."),
        ]
    },
    no_difference: |n_a, n_other| {
        vec![
            plain("Between your "),
            link(a_customers(n_a), "a"),
            plain(match n_other {
                1 => " and the one other customer no trait shows a difference.".to_owned(),
                n => format!(" and the {} others no trait shows a difference.", count(n)),
            }),
        ]
    },
    scattered: |n| {
        vec![
            plain("No trait draws your "),
            link(a_customers(n), "a"),
            plain(" as a group, though they do differ from the others."),
        ]
    },

    based_on: |n_a, n, n_provisional, n_by_hand| {
        let provisional = match n_provisional {
            0 => None,
            1 => Some("1 class is provisional".to_owned()),
            n => Some(format!("{} classes are provisional", count(n))),
        };
        let by_hand = (n_by_hand > 0).then(|| format!("{n_by_hand} set by hand"));
        let said: Vec<String> = provisional.into_iter().chain(by_hand).collect();
        let more = if said.is_empty() {
            String::new()
        } else {
            format!("; {}", said.join(", "))
        };
        vec![
            plain("Based on "),
            link(a_customers(n_a), "a"),
            plain(format!(" of {n}{more}. ")),
        ]
    },
    grade,
    grade_untested: "Indicative: there is too little to check whether this is chance. ",
    hints_only: "These are hints: they may be chance. ",
    loose: "The profile fits more than 40% of your customers: too loose to aim with. ",
    none_is_not_equal: "No difference found is not the same as no difference: with more customers one may still show. ",
    add_columns: || {
        vec![
            plain(
                "Give your file columns such as sector, region, channel (how they came in), decision maker and employees, with one value per customer, and open it again under ",
            ),
            link("Data", "data"),
            plain(". "),
        ]
    },
    few_next: "From 3 A customers on there is a portrait here, from 5 a profile. ",
    few_unrated: |n| {
        vec![
            plain("Of "),
            link(customers(n), "customers"),
            plain(" a rating of potential or relationship may still change the class. "),
        ]
    },
    few_names: "Your A customers",
    near_names: "Closest to A",
    trait_said: |topic, name, value| match topic {
        Topic::Sector => format!("in {value}"),
        Topic::Headcount => format!("with {value} employees"),
        Topic::Region => format!("from {value}"),
        Topic::DecisionMaker => format!("where the decision is with {value}"),
        Topic::Channel => format!("through {value}"),
        Topic::Other => format!("{name} {value}"),
    },
    or: "or",

    page: "The page",
    legend_a: "A customers, with their margin of error",
    legend_others: "all others; scale from 0 to 100%",
    edit: "Edit",
    edit_done: "Done",
    edit_hint: "Write each sentence the way you would say it. Leave a sentence empty to leave it out. The figures beside it stay.",
    sentence_about: |name| format!("Sentence about {name}"),
    put_back: "Put back",
    now_says: |ours| format!("Your words. The figures of now say: {ours}"),
    own_words: "In your own words.",
    too_long: "This text is too long to keep. Shorten it; the earlier sentence still stands.",
    left_out: "Left out.",
    copy: "Copy",
    copied: "Copied: you can paste the page somewhere now.",
    not_copied: "The browser did not allow copying. Select the text and copy it with Ctrl C.",

    verdict: |verdict| match verdict {
        Verdict::Strong => ("Strong", ". "),
        Verdict::Hint => ("Hint", ", may be chance. "),
        Verdict::None => ("No difference found", ". "),
        Verdict::TooFew => ("Too few to say", ". "),
    },
    value_says,
    number_says,
    counts: |said: &CountsSaid| {
        let (low, high) = said.between;
        vec![
            strong(format!("{} of {}", said.n_with, said.n_target)),
            plain(format!(
                " A customers ({}, {low}–{high}), against {} of {} others.",
                said.share, said.other_with, said.n_other
            )),
        ]
    },
    quartiles,
    also: |value, is_plus| {
        let how = if is_plus {
            "Also more often"
        } else {
            "Less often"
        };
        format!("{how} {value}: ")
    },
    brings_about: "what they bring",
    brings,
    brings_beside,

    not: "Who it is not",
    not_against: |n_c, n_other| {
        let c = if n_c == 1 {
            "C customer"
        } else {
            "C customers"
        };
        let others = if n_other == 1 { "other" } else { "others" };
        format!("{n_c} {c} against {n_other} {others}")
    },
    not_trait: "Trait",
    not_c: "C",
    not_others: "others",
    not_verdict: "Verdict",
    not_with: |name, value| format!("{name}: {value}"),
    not_without: |name, value| format!("{name}: not {value}"),
    of: |n, all| format!("{n} of {all}"),
    not_too_few: |n| match n {
        0 => "You have no C customers.",
        1 => "With one C customer there is nothing to compare.",
        _ => "With two C customers there is nothing to compare.",
    },
    not_unknown: "There are no traits to compare your C customers by.",

    topic: |topic| match topic {
        Topic::Sector => "sector",
        Topic::Region => "region",
        Topic::Channel => "channel",
        Topic::DecisionMaker => "decision maker",
        Topic::Headcount => "number of employees",
        Topic::Other => "trait",
    },
    limits: "What this page does not say",
    limit_lines: [
        "This describes customers that you got, not the firms that would say yes.",
        "Whom you approached in the past shapes who is here.",
        "Older customers are often bigger. How long somebody has been a customer is therefore no trait here.",
        "A trait that A customers share is not the cause of their being A.",
        "No difference found is not the same as no difference: a small number of customers hides a lot.",
    ],
};

fn a_customers(n: usize) -> String {
    format!("{n} {}", if n == 1 { "A customer" } else { "A customers" })
}

fn grade(said: &GradeSaid) -> String {
    let pairs = format!(
        "in {} of 100 pairs the A customer comes out above the other",
        said.n_pairs
    );
    match said.signal {
        Signal::Shown if said.is_founded => {
            format!("Well founded: the profile demonstrably tells them apart; {pairs}. ")
        }
        Signal::Shown => format!(
            "Indicative, for {} are few; still the profile demonstrably tells them apart: {pairs}. ",
            a_customers(said.n_a)
        ),
        Signal::NotShown => format!("Indicative: not shown to be better than chance; {pairs}. "),
        Signal::None => "Indicative: these traits do not tell your A customers apart. ".to_owned(),
    }
}

fn found(said: &FoundSaid) -> Vec<Span> {
    let mut spans = if said.is.is_empty() {
        vec![
            plain("Perhaps your ideal customer is often "),
            strong(said.often),
        ]
    } else {
        vec![plain("Your ideal customer: "), strong(said.is)]
    };
    if !said.is.is_empty() && !said.often.is_empty() {
        spans.extend([plain(", often "), strong(said.often)]);
    }
    let fit = if said.n_fitting == 1 { "fits" } else { "fit" };
    // What they often are is not asked of who fits.
    let what = if said.is.is_empty() || said.often.is_empty() {
        ""
    } else {
        " the first of these"
    };
    spans.extend([
        plain(". Today "),
        link(
            format!("{} of your {}", count(said.n_fitting), count(said.n)),
            "fitting",
        ),
        plain(format!(" customers {fit}{what}, ")),
        strong(format!("{} of whom", count(said.n_fitting_a))),
        plain(if said.n_fitting_a == 1 {
            " is A."
        } else {
            " are A."
        }),
    ]);
    spans
}

fn value_says(said: &ValueSaid) -> Vec<Span> {
    let (how, than) = match said.standing {
        Standing::Mostly => ("mostly", ""),
        Standing::MoreOften => ("more often", " than our other customers"),
        Standing::LessOften => ("less often", " than our other customers"),
        Standing::Partly => ("partly", ""),
    };
    let (before, after) = match said.topic {
        Topic::Sector => (format!("Our best customers are {how} in "), ""),
        Topic::Region => (format!("Our best customers are {how} from "), ""),
        Topic::Channel => (format!("They come in {how} through "), ""),
        Topic::DecisionMaker => (format!("The person who decides on a job is {how} "), ""),
        Topic::Headcount if said.value == "1" => (format!("They {how} have "), " employee"),
        Topic::Headcount => (format!("They {how} have "), " employees"),
        Topic::Other => (
            format!("With our best customers, {} is {how} ", said.name),
            "",
        ),
    };
    let than = match said.topic {
        Topic::DecisionMaker | Topic::Other if !than.is_empty() => " than with our other customers",
        _ => than,
    };
    let is_few = matches!(said.standing, Standing::Mostly | Standing::MoreOften);
    let tail = match said.verdict {
        Verdict::Hint if is_few => {
            format!(" Note: with {} this may be chance.", customers(said.n_with))
        }
        verdict => tail(verdict, said.topic, said.name),
    };
    vec![
        plain(before),
        strong(said.value),
        plain(format!("{after}{than}.{tail}")),
    ]
}

fn number_says(said: &NumberSaid) -> Vec<Span> {
    let [first, _, third] = said.quartiles;
    let is_told = matches!(said.verdict, Verdict::Strong | Verdict::Hint);
    let than = match (is_told, said.is_plus) {
        (false, _) => "",
        (true, true) => ", more than with our other customers",
        (true, false) => ", less than with our other customers",
    };
    let tail = tail(said.verdict, said.topic, said.name);
    match said.topic {
        Topic::Headcount => vec![
            plain("The middle half of our best customers have "),
            strong(format!("{first} to {third}")),
            plain(format!(" employees{than}.{tail}")),
        ],
        _ => vec![
            plain(format!(
                "With the middle half of our best customers {} is between ",
                said.name
            )),
            strong(format!("{first} and {third}")),
            plain(format!("{than}.{tail}")),
        ],
    }
}

/// What the reader has to know after the sentence itself.
fn tail(verdict: Verdict, topic: Topic, name: &str) -> String {
    let text = match (verdict, topic) {
        (Verdict::Strong, _) => "",
        (Verdict::Hint, _) => " Note: this may be chance.",
        (Verdict::TooFew, _) => " With so few customers nothing can show here.",
        (Verdict::None, Topic::Sector) => " Which sector they are in makes no provable difference.",
        (Verdict::None, Topic::Region) => {
            " Which region they come from makes no provable difference."
        }
        (Verdict::None, Topic::Channel) => " How they came in makes no provable difference.",
        (Verdict::None, Topic::DecisionMaker) => " Who decides makes no provable difference.",
        (Verdict::None, Topic::Headcount) => {
            " How many people work there makes no provable difference."
        }
        (Verdict::None, Topic::Other) => {
            return format!(" In {name} no difference can be shown.");
        }
    };
    text.to_owned()
}

fn quartiles(said: &QuartilesSaid) -> String {
    let side = |who: &str, n: usize, quartiles: Option<[&str; 3]>| match quartiles {
        Some([first, median, third]) => {
            format!("{who}: median {median}, the middle half {first} to {third} ({n} known)")
        }
        None => format!("{who}: not known"),
    };
    format!(
        "{}. {}.",
        side("A customers", said.n_target, said.target),
        side("Others", said.n_other, said.other)
    )
}

fn brings(said: &AveragesSaid) -> Vec<Span> {
    let mut spans = match said.contribution {
        Some(contribution) => vec![
            plain("On average an A customer brings "),
            strong(contribution),
            plain(format!(" of profit a year on {} of revenue", said.revenue)),
        ],
        None => vec![
            plain("On average an A customer brings "),
            strong(said.revenue),
            plain(" of revenue a year"),
        ],
    };
    if let Some(margin) = said.margin {
        spans.push(plain(format!(" ({margin})")));
    }
    if let Some(hours) = said.hours {
        spans.push(plain(format!(", and takes {hours} hours")));
    }
    spans.push(plain("."));
    spans
}

fn brings_beside(said: &BesideSaid) -> Vec<Span> {
    let mut parts = vec![" described, not tested.".to_owned()];
    if let Some(others) = said.others {
        let hours = others
            .hours
            .map_or_else(String::new, |hours| format!(" and take {hours} hours"));
        let margin = others
            .margin
            .map_or_else(String::new, |margin| format!(" ({margin})"));
        parts.push(match others.contribution {
            Some(contribution) => format!(
                " The others bring {contribution} of profit on average, on {} of revenue{margin}{hours}.",
                others.revenue
            ),
            None => format!(
                " The others bring {} of revenue on average{hours}.",
                others.revenue
            ),
        });
    }
    match said.n_filled {
        0 => {}
        n => parts.push(format!(
            " With {} {}.",
            a_customers(n),
            assumed_words(said.assumed)
        )),
    }
    vec![
        plain("Average of "),
        link(a_customers(said.n_a), "a"),
        plain(format!(":{}", parts.concat())),
    ]
}
