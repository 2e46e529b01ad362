use abc_core::agreement::Strength;
use abc_core::chart::MatrixCounts;
use abc_core::classify::{Criterion, Rule};

use super::{count, customers};
use crate::i18n::catalog::SurpriseTexts;
use crate::i18n::catalog::surprises::{ChangeWords, HoursThen, MovedWords, ThenNow};
use crate::i18n::{Locale, plain, strong};

fn largest(n: usize) -> String {
    match n {
        1 => "your largest customer".to_owned(),
        n => format!("your {} largest customers", count(n)),
    }
}

pub(super) const TEXTS: SurpriseTexts = SurpriseTexts {
    offer: |n| {
        format!(
            "Guess first? Give {} an A, B or C; then see where the figures surprise you.",
            largest(n)
        )
    },
    begin: "Begin",
    skip: "Skip",
    guess_title: "What do you think?",
    guess_how: "A: you want more of these. B: fine as it is. C: leaves too little. \
                Your first thought will do; skip whoever you do not know.",
    guess_keys: "With the keyboard: type A, B or C; Delete clears.",
    guess_of: |name| format!("Your guess for {name}"),
    n_guessed: |n, all| format!("{n} of {all} guessed"),
    compare: "Compare",
    back: "Back",
    forget: "Clear the guesses",
    heading: |n| match n {
        None => "Surprises".to_owned(),
        Some(0) => "No surprises".to_owned(),
        Some(1) => "1 surprise".to_owned(),
        Some(n) => format!("{} surprises", count(n)),
    },
    show_rows: "show in the list",
    invite: |n| {
        format!(
            "Guess the class of {} yourself and see where the figures surprise you.",
            largest(n)
        )
    },
    guess_again: "Make your own guess",
    right: |n, all| {
        if n == all {
            let all = if all == 1 {
                "the one customer".to_owned()
            } else {
                format!("all {all} customers")
            };
            return vec![plain(format!("You had {all} right."))];
        }
        vec![
            plain("Your guess matches the figures for "),
            strong(format!("{n} of {all}")),
            plain("."),
        ]
    },
    beyond: |strength, kappa| {
        let how = match strength {
            Strength::None => "That is no more than chance",
            Strength::Slight => "That is hardly more than chance",
            Strength::Fair => "That is somewhat more than chance",
            Strength::Moderate => "That is clearly more than chance",
            Strength::Substantial => "That is much more than chance",
            Strength::Full => "You know your customers: there is hardly any chance in this",
        };
        format!("{how} (kappa {kappa}; 0 is chance, 1 is all the same).")
    },
    n_unclassified: |n| {
        if n == 1 {
            "1 customer that you guessed got no class.".to_owned()
        } else {
            format!("{} customers that you guessed got no class.", count(n))
        }
    },
    guessed: |guess, why| format!("You guessed {guess}. {why}"),
    moved,
    and_more: |n| format!("and {} more", count(n)),
    part: "Surprise",
    last_invite: "Compare with last time and see who changed class, and why.",
    last_pick: "Choose last time’s file",
    last_which: "What can I choose?",
    last_how: "A saved copy (.kernklant), or last year’s file: that is classified by your weights and limits of now, without ratings for potential and relationship.",
    last_reading: |percent| format!("Reading last time: {percent}%"),
    last_nobody: |name| {
        format!("Nobody in ‘{name}’ has a class; there is nothing to lay beside this.")
    },
    last_from: |name, day| match day {
        Some(day) => format!("Last time: {day} ({name})."),
        None => format!("Last time: {name}."),
    },
    last_remove: "Remove",
    matrix_say: |moved, both| match (moved, both) {
        (_, 0) => "Nobody of last time is still there".to_owned(),
        (0, 1) => "The one customer of then and now kept its class".to_owned(),
        (0, n) => format!("All {} of then and now kept their class", customers(n)),
        (moved, n) => format!(
            "{} of the {} of then and now changed class",
            count(moved),
            customers(n)
        ),
    },
    settings_then: |then| {
        let hour = then.hour.as_ref();
        let hour = hour.map(|[was, is]| format!("an hour costs {is} instead of {was}"));
        let policy = then.is_policy;
        let policy = policy.then(|| "your weights or limits are others".to_owned());
        let differs: Vec<String> = hour.into_iter().chain(policy).collect();
        let differs = Locale::En.format().list(&differs);
        let moved = match (then.n_by_settings, then.n_moved) {
            (_, 0) => String::new(),
            (0, _) => " None of the moves comes from that.".to_owned(),
            (1, 1) => " The one move comes from that, not from your customer.".to_owned(),
            (n, all) if n == all => {
                " All moves come from that, not from your customers.".to_owned()
            }
            (1, all) => format!(
                " 1 of the {} moves comes from that, not from your customer.",
                count(all)
            ),
            (n, all) => format!(
                " {} of the {} moves come from that, not from your customers.",
                count(n),
                count(all)
            ),
        };
        format!("Not only your customers changed: {differs}.{moved}")
    },
    matrix_label: |counts| {
        let MatrixCounts {
            both,
            arrived,
            gone,
        } = counts;
        let row = |name: &str, [a, b, c]: [usize; 3]| format!("{name} A {a}, B {b}, C {c}");
        let [was_a, was_b, was_c] = *both;
        format!(
            "From last time to now. {}; {}; {}; {}; {}.",
            row("Was A, now", was_a),
            row("was B, now", was_b),
            row("was C, now", was_c),
            row("new in", *arrived),
            row("gone from", *gone)
        )
    },
    matrix_rows: ["was A", "was B", "was C", "new"],
    matrix_columns: ["now A", "now B", "now C", "gone"],
    new_and_gone: |new, gone| format!("{} new, {} gone", count(new), count(gone)),
    new_are: "New:",
    gone_are: "Gone:",
    analysed: |day| format!("This analysis is of {day}."),
    review: "Look again on:",
    review_wrong: "Choose a day after today.",
    overdue: |review| format!("Time to look again: that was planned for {review}."),
    overdue_how: "Keep these classes as last time, drop your new file and take out the old one; then you see who changed.",
    overdue_keep: "Keep and go to Data",
    overdue_later: "Later",
    this_analysis: "kept in this project",
};

fn moved(words: &MovedWords) -> String {
    let hours = match &words.hours {
        Some(HoursThen::Fewer(hours)) => format!(", with {hours} hours fewer"),
        Some(HoursThen::More(hours)) => format!(", with {hours} hours more"),
        None => String::new(),
    };
    let why: Vec<String> = words.changes.iter().map(change).collect();
    let why = if why.is_empty() {
        String::new()
    } else {
        format!(" Now {}.", why.join("; "))
    };
    let settings = if words.is_by_settings {
        " That comes from your settings, not from the customer."
    } else {
        ""
    };
    format!("Last time {}{hours}.{why}{settings}", words.before)
}

fn then_now(figure: &ThenNow) -> String {
    match (&figure.before, &figure.after) {
        (Some(before), Some(after)) if before == after => {
            format!("{after}, as before; the limit moved")
        }
        (Some(before), Some(after)) => format!("{after}, was {before}"),
        (None, Some(after)) => format!("{after}, was unknown"),
        (Some(before), None) => format!("unknown, was {before}"),
        (None, None) => "unknown".to_owned(),
    }
}

fn change(words: &ChangeWords) -> String {
    match words {
        ChangeWords::ByHand { is_now: true } => "set by you".to_owned(),
        ChangeWords::ByHand { is_now: false } => "no longer set by you".to_owned(),
        ChangeWords::Rule {
            after,
            is_margin,
            figure,
        } => {
            let rule = match after {
                Some(Rule::Loss) => "nothing is left",
                Some(Rule::TooLittle) => "brings too little",
                Some(Rule::ThinMargin) => "margin too thin",
                None => "above the limit of C",
            };
            let what = if *is_margin { "margin" } else { "profit" };
            format!("{rule}: {what} {}", then_now(figure))
        }
        ChangeWords::NoLongerNew => "no longer new: start-up costs count".to_owned(),
        ChangeWords::Criterion {
            criterion,
            score,
            floor,
        } => {
            format!("{} {} (floor {floor})", name(*criterion), then_now(score))
        }
        ChangeWords::Rating {
            criterion,
            rating,
            needed,
        } => format!(
            "{} {} (of 5, {needed} needed)",
            name(*criterion),
            then_now(rating)
        ),
        ChangeWords::Score { score, cut } => format!("score {} (cut {cut})", then_now(score)),
        ChangeWords::ProfitKnown { is_now: true } => "profit known".to_owned(),
        ChangeWords::ProfitKnown { is_now: false } => "profit unknown".to_owned(),
    }
}

fn name(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Size => "size",
        Criterion::Profit => "profit",
        Criterion::Potential => "potential",
        Criterion::Relationship => "relationship",
    }
}
