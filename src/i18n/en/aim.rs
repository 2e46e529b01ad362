use abc_core::stats::groups::EffectSize;

use super::count;
use crate::i18n::catalog::AimTexts;
use crate::i18n::catalog::aim::{Channel, Described, LikedSaid, ShareSaid, TargetSaid};
use crate::i18n::catalog::ideal::Topic;
use crate::i18n::{Span, link, plain, strong};

pub(super) const TEXTS: AimTexts = AimTexts {
    like: "I like working for this customer best",

    liked: "Whom you like working for best",
    liked_says,
    liked_none: "Tick the customers you like doing business with best; then you see whether your figures say the same.",
    liked_search: "Find a customer",
    liked_choose: "Choose customers",
    liked_rest: |n| format!("{n} more"),
    liked_more: |n| format!("{n} more: search by name."),

    gains: "More ideal customers",
    share_says,
    target: "Your target, in % of your customers",
    target_error: "Enter a whole number from 0 up to 100.",
    target_says: |said| {
        let TargetSaid { n_wanted, n_ideal } = *said;
        match n_wanted.saturating_sub(n_ideal) {
            0 => format!("That is {n_wanted}; you have them already."),
            more => format!("That is {n_wanted}: {more} more than now, with as many customers."),
        }
    },
    focus: "Focus",
    focus_says: |said| {
        format!(
            "{} of the hours now go to ideal customers; {} hours go to {}.",
            said.hours_share,
            said.other_hours,
            others(said.n_others)
        )
    },
    special: "Specialisation",
    special_says: |said| {
        format!(
            "As to {} there are now {} different ones; for {} of {} customers it is {}. The more often you do the same work, the better you \
             get at it, for your customers too.",
            said.name, said.n_values, said.n_with, said.n_known, said.value
        )
    },
    gain: "Return",
    gain_says: |said| {
        let than = if said.is_more { "" } else { "as much as " };
        let who = if said.is_by_profile {
            "Customers who fit the profile"
        } else {
            "A customers"
        };
        let now = format!(
            "{who} bring {} in {}profit a year on average, others {than}{}.",
            said.ideal,
            if said.is_assumed { "assumed " } else { "" },
            said.other
        );
        match said.target {
            Some((gain, n)) => format!(
                "{now} On that basis your target makes a difference of about {gain} a year, with {n} ideal {} instead \
                 of {}. A sum, not a promise.",
                if n == 1 { "customer" } else { "customers" },
                others(n)
            ),
            None => now,
        }
    },
    unknown: "Too little is known for that.",

    briefs: "How to find more of them",
    briefs_hint: "A draft per channel, from your profile. Put it in your own words; fill in what stands between brackets.",
    briefs_none: "No trait draws your A customers as a group yet, so there is none to aim at. Until then, simply ask your \
                  best customers whom they know.",
    came_by: |channel, is_hint| {
        let chance = if is_hint { "; this may be chance" } else { "" };
        format!("Your A customers came more often by {channel}{chance}. Start there.")
    },
    channels: "Channel",
    channel: |channel| match channel {
        Channel::Referral => "Referral",
        Channel::Website => "Website",
        Channel::LinkedIn => "LinkedIn",
        Channel::Outreach => "Cold outreach",
        Channel::Ads => "Advertisement",
    },
    who,
    brief,
    brief_copied: "Copied: you can now paste the text anywhere.",

    figures: "The figures behind it",
    figures_note: "From the highest share of A to the lowest: where your ideal customer is. The share of A is drawn to the \
                   average where customers are few. Among A: so many times as common as among everybody. Chance: how likely such a difference is when there is none; corrected \
                   takes into account how much was compared. Up to 0.10 corrected is strong.",
    figures_head: [
        "Trait",
        "A",
        "others",
        "Share of A",
        "Among A",
        "Odds ratio",
        "Chance",
        "Corrected",
        "Verdict",
    ],
    figures_all: |n| format!("Show all {n}"),
    times: |times| format!("{times} times"),
    known: |n| format!("{n} known"),
    size: |size| match size {
        EffectSize::Negligible => "no difference that matters",
        EffectSize::Small => "small difference",
        EffectSize::Medium => "medium difference",
        EffectSize::Large => "large difference",
    },
};

fn others(n: usize) -> String {
    match n {
        1 => "1 other".to_owned(),
        n => format!("{n} others"),
    }
}

fn liked_says(said: &LikedSaid) -> Vec<Span> {
    let LikedSaid {
        n,
        n_a,
        n_c,
        n_fitting,
    } = *said;
    if n == 1 {
        let class = match (n_a, n_c) {
            (1, _) => "A",
            (_, 1) => "C",
            _ => "not A",
        };
        let fits = match n_fitting {
            None => "",
            Some(0) => " and does not fit the profile",
            Some(_) => " and fits the profile",
        };
        return vec![
            plain("The customer you like working for best is "),
            strong(class),
            plain(format!("{fits}. ")),
        ];
    }
    let are = if n_a == 1 && n_c == 0 { "is" } else { "are" };
    let mut spans = vec![
        plain(format!("Of the {n} customers you like working for best, ")),
        strong(n_a.to_string()),
        plain(format!(" {are} A")),
    ];
    if n_c > 0 {
        spans.extend([plain(" and "), strong(n_c.to_string()), plain(" C")]);
    }
    if let Some(n_fitting) = n_fitting {
        let fit = if n_fitting == 1 { "fits" } else { "fit" };
        spans.push(plain(format!("; {n_fitting} {fit} the profile")));
    }
    spans.push(plain(". "));
    if n >= 3 {
        spans.push(plain(if 2 * n_a >= n {
            "Your liking and your figures point the same way."
        } else {
            "Your liking and your figures do not point the same way: find out what you value in these customers."
        }));
    }
    spans
}

fn share_says(said: &ShareSaid) -> Vec<Span> {
    let (target, one, more) = if said.is_by_profile {
        ("fitting", "fits the profile", "fit the profile")
    } else {
        ("a", "is A", "are A")
    };
    match (said.n_ideal, said.n) {
        (_, 0) => return vec![plain("Nobody is classified yet.")],
        (0, 1) => {
            return vec![plain(if said.is_by_profile {
                "Your only customer does not fit the profile yet."
            } else {
                "Your only customer is not A yet."
            })];
        }
        (0, n) => {
            return vec![plain(format!("None of your {n} customers {one} yet."))];
        }
        _ => {}
    }
    let is_one = said.n_ideal == 1;
    let bring = if is_one { "It brings" } else { "They bring" };
    let revenue = said
        .revenue_share
        .map_or_else(String::new, |share| format!(" {bring} {share} of revenue."));
    vec![
        plain("Today "),
        link(
            format!("{} of your {}", count(said.n_ideal), count(said.n)),
            target,
        ),
        plain(format!(
            " customers {} ({}).{revenue}",
            if is_one { one } else { more },
            said.share
        )),
    ]
}

fn who(traits: &[Described]) -> String {
    let of = |topics: &[Topic]| {
        let said = traits.iter().filter(|said| topics.contains(&said.topic));
        said.map(
            |Described {
                 topic, name, value, ..
             }| match topic {
                Topic::Sector => format!(" in {value}"),
                Topic::Headcount => format!(" with {value} employees"),
                Topic::Region => format!(" from {value}"),
                Topic::DecisionMaker => format!(" where the decision is with {value}"),
                Topic::Other => format!(" with {name} {value}"),
                Topic::Channel => String::new(),
            },
        )
        .collect::<String>()
    };
    format!(
        "firms{}{}{}{}",
        of(&[Topic::Sector]),
        of(&[Topic::Headcount, Topic::Other]),
        of(&[Topic::Region]),
        of(&[Topic::DecisionMaker])
    )
}

fn brief(channel: Channel, who: &str) -> String {
    match channel {
        Channel::Referral => format!(
            "To an A customer: ‘You are exactly the customer we like working for best. Do you know other {who} that \
             could use this? I would gladly call them, and mention your name.’"
        ),
        Channel::Website => format!(
            "We like working for {who} best. We know the work there, and it shows in [what you do better]. Is that \
             you? Come and meet us; over a cup of coffee we soon know whether it clicks."
        ),
        Channel::LinkedIn => format!(
            "Last week at one of our customers: [what the matter was, what you did, what it brought]. We like doing \
             this best for {who}. Do you know one that has this on its plate? Send me a message."
        ),
        Channel::Outreach => format!(
            "Good morning, this is [name]. We work a lot for {who} and often see [problem] there. Is that so with \
             you too? Then I can show you in a quarter of an hour how we solved it elsewhere. If it does not fit, I \
             will honestly say so."
        ),
        Channel::Ads => format!(
            "Only for {who}. No scattershot: this is the work we do every day. [What it brings, with a number.] Make \
             an appointment."
        ),
    }
}
