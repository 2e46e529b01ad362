use abc_core::classify::concentration::Dependency;

use super::{brings, count, customers};
use crate::i18n::catalog::PictureTexts;
use crate::i18n::catalog::pictures::{Brings, ExtremesFigures, SharedFigures};
use crate::i18n::{Span, link, plain, strong, text_of};

pub(super) const TEXTS: PictureTexts = PictureTexts {
    more: "More pictures",
    names: [
        "Revenue shared out",
        "Profit and attention",
        "Highest and lowest",
    ],
    of_profit: |share, is_assumed| {
        let assumed = if is_assumed { "assumed " } else { "" };
        format!("{share} of the {assumed}profit")
    },
    shared_say,
    shared_label: |figures| {
        format!(
            "Revenue of {} added up, from the largest to the smallest. {}.",
            customers(figures.n),
            text_of(&shared_say(figures))
        )
    },
    shared_mark: |n| {
        let make = if n == 1 { "makes" } else { "make" };
        format!("{} {make} 80%", customers(n))
    },
    curves: ["revenue", "profit"],
    ends: ["largest customer", "smallest"],
    shared_head: ["The largest", "Revenue", "Profit"],
    largest: |name| format!("Largest customer: {name}"),
    of_revenue: |share| format!("{share} of revenue"),
    dependency: |dependency| match dependency {
        Dependency::Low => None,
        Dependency::Notice => Some("mind: a fifth or more"),
        Dependency::Warning => Some("vulnerable: three tenths or more"),
    },
    five_largest: "Five largest together",
    as_equal: "Shared out as among",
    n_equal: |n| format!("{n} equal customers"),
    gini: "Gini",
    gini_is: "0 is all equal, 1 is one customer has everything",
    bend: "Bend in revenue",
    after_n: |n| format!("after {}", customers(n)),
    average: "At least your average revenue",
    n_customers: customers,
    crossed: "By revenue alone, beside your classes",
    by_revenue: "By revenue",
    by_revenue_rows: ["first 80%", "up to 95%", "the rest"],
    depends: |name, share, dependency, whole| {
        let whole = whole.map_or_else(String::new, |whole| format!(" ({})", (TEXTS.whole)(whole)));
        let what = match dependency {
            Dependency::Warning => "that makes you vulnerable.",
            _ => "take care not to depend on them.",
        };
        format!("{name} makes {share} of your revenue{whole}; {what}")
    },
    whole: |whole| format!("of {whole}, without those who on balance got money back"),
    half_say: |n, brings| {
        vec![
            plain("Half of your hours go to "),
            strong(customers(n)),
            plain(if n == 1 {
                ", who brings "
            } else {
                ", who bring "
            }),
            match brings {
                Brings::Share(words) | Brings::Amount(words) => strong(words.clone()),
            },
        ]
    },
    attention_title: "Profit beside attention",
    attention_label: |n, finding| {
        format!(
            "Profit beside hours per year of {}. {finding}.",
            customers(n)
        )
    },
    axes: ["hours per year", "profit"],
    walk: "Walk along the customers with the arrow keys; Enter opens the explanation",
    hint: "Point at a customer, or walk along them with the arrow keys; Enter opens the explanation.",
    hint_many: "Each square is a group of customers: the stronger the color, the more.",
    point: |point| {
        let assumed = if point.is_assumed { " (assumed)" } else { "" };
        format!(
            "{}: {}, {}, {} hours{assumed}",
            point.name,
            point.class,
            brings(&point.contribution),
            point.hours
        )
    },
    square: |[a, b, c]| {
        format!(
            "{}: {} A, {} B, {} C",
            customers(a + b + c),
            count(a),
            count(b),
            count(c)
        )
    },
    scales: "Both axes run in square roots: twice as far is four times as much.",
    n_left_out: |n| {
        if n == 1 {
            "1 customer is not in it: hours or profit are unknown.".to_owned()
        } else {
            format!(
                "{} are not in it: their hours or profit are unknown.",
                customers(n)
            )
        }
    },
    n_assumed: |n| format!("A hollow mark: hours assumed ({}).", count(n)),
    no_hours: || {
        vec![
            plain("Nobody's hours are known; then everybody would get the same attention. "),
            link("Fill in what you know", "data"),
            plain("."),
        ]
    },
    extremes_say,
    best: |n| {
        if n == 1 {
            "The most profit".to_owned()
        } else {
            format!("The {} with the most profit", count(n))
        }
    },
    worst: |n| {
        if n == 1 {
            "The least profit".to_owned()
        } else {
            format!("The {} with the least profit", count(n))
        }
    },
    extremes_head: ["Customer", "Hours", "Attention"],
    times: |ratio| format!("{ratio} times"),
    attention_is: "Attention: what hours and other costs take per euro of gross margin, beside your average customer.",
    too_few: "The profit of too few customers is known.",
};

fn shared_say(figures: &SharedFigures) -> Vec<Span> {
    let Some(n) = figures.n_largest else {
        return vec![plain(
            "Your revenue, from your largest customer to your smallest",
        )];
    };
    let mut spans = vec![
        strong(if n == 1 {
            "The largest customer".to_owned()
        } else {
            format!("The {} largest customers", count(n))
        }),
        plain(if n == 1 {
            " makes 80% of revenue"
        } else {
            " make 80% of revenue"
        }),
    ];
    if let Some(share) = &figures.profit_share {
        spans.extend([plain(" and "), strong(share.clone())]);
    }
    spans
}

fn extremes_say(figures: &ExtremesFigures) -> Vec<Span> {
    let n = figures.n;
    let (who, bring, get) = if n == 1 {
        ("customer", "brings", "gets")
    } else {
        ("customers", "bring", "get")
    };
    let hours = |at: usize, unit: &str| {
        let share = figures.hours.as_ref().and_then(|hours| hours.get(at));
        share.map_or_else(String::new, |share| format!(" and {get} {share}{unit}"))
    };
    let (best, least) = if n == 1 {
        (
            "Your most profitable".to_owned(),
            "the one with the least profit".to_owned(),
        )
    } else {
        (
            format!("Your {} most profitable", count(n)),
            format!("the {} with the least profit", count(n)),
        )
    };
    vec![
        plain(format!("{best} {who} {bring} ")),
        strong(match &figures.best {
            Brings::Share(words) | Brings::Amount(words) => words.clone(),
        }),
        plain(format!("{}; {least} {bring} ", hours(0, " of your hours"))),
        strong(figures.worst.clone()),
        plain(if figures.is_loss {
            " less than they cost"
        } else {
            ""
        }),
        plain(hours(1, "")),
    ]
}
