use abc_core::join::{Difference, Flag, Reason};

use super::count;
use crate::i18n::catalog::JoinTexts;
use crate::i18n::catalog::joins::HoursApart;
use crate::i18n::{plain, strong};

pub(super) const TEXTS: JoinTexts = JoinTexts {
    title: "The same customer?",
    n_open: |n| match n {
        0 => "no proposals".to_owned(),
        1 => "1 proposal, nothing happens by itself".to_owned(),
        n => format!("{} proposals, nothing happens by itself", count(n)),
    },
    same: "Same",
    different: "Different",
    same_of: |a, b| format!("Same: {a} and {b} are one customer"),
    different_of: |a, b| format!("Different: {a} and {b} are two customers"),
    all_sure: |n| match n {
        1 => "Join the sure one".to_owned(),
        n => format!("Join the {} sure ones", count(n)),
    },
    reason: |reason| match reason {
        Reason::Name(Difference::Accents) => "only accents differ",
        Reason::Name(Difference::Punctuation) => "only punctuation differs",
        Reason::Name(Difference::Ampersand) => "& and ‘and’",
        Reason::Name(Difference::LegalForm) => "only the legal form differs",
        Reason::Name(Difference::OtherLegalForm) => "another legal form: perhaps two companies",
        Reason::Name(Difference::CutShort) => "name was cut off",
        Reason::Name(Difference::WordOrder) => "same words, another order",
        Reason::Name(Difference::Abbreviation) => "a word is abbreviated",
        Reason::Name(Difference::Spelling) => "nearly the same spelling",
        Reason::Name(Difference::Longer) => "one name is part of the other",
        Reason::OtherNumber => "same name, another customer number",
    },
    hours: |hours| format!("{hours} hours"),
    show_all: |n| format!("Show all {}", count(n)),
    compared: |customers, pairs, most| match pairs {
        Some(pairs) => format!(
            "With {customers} customers Kernklant compares their names with each other for punctuation, accents and legal form only, per file (found: {pairs}). It looks for nearly equal spellings up to {most} customers."
        ),
        None => format!(
            "With {customers} customers Kernklant does not compare their names with each other; it does up to {most} customers."
        ),
    },
    decided: |n| match n {
        1 => "1 decision about names, hours and revenue".to_owned(),
        n => format!("{} decisions about names, hours and revenue", count(n)),
    },
    is_same: "same",
    is_different: "different",
    is_apart: "taken apart",
    is_own: "a customer",
    is_copy: "the same hours, counted once",
    is_counted: "other hours, counted",
    is_revenue: "this revenue counts",
    take_back: "Take back",
    linked: |n| match n {
        1 => "1 customer is in several files".to_owned(),
        n => format!("{} customers are in several files", count(n)),
    },
    split: "Take apart",
    without_customer: |without| {
        let (revenue, hours) = (without.revenue.as_ref(), without.hours.as_ref());
        let mut spans = vec![plain("Without a customer: ")];
        if let Some(revenue) = revenue {
            spans.extend([strong(revenue), plain(" of revenue")]);
        }
        if let Some(hours) = hours {
            let before = if revenue.is_some() { " and " } else { "" };
            spans.extend([plain(before), strong(format!("{hours} hours"))]);
        }
        let parts: Vec<String> = without
            .apart
            .iter()
            .map(|part| match part {
                HoursApart::Unlinked(hours) => format!("{hours} of names without a customer"),
                HoursApart::Own(hours) => format!("{hours} your own"),
                HoursApart::Nameless(hours) => format!("{hours} without a name"),
            })
            .collect();
        if !parts.is_empty() {
            spans.push(plain(format!(" ({})", parts.join(", "))));
        }
        spans.push(plain(". That counts for nobody."));
        spans
    },
    unmatched: |n| match n {
        1 => "1 name in the hours is not a customer".to_owned(),
        n => format!("{} names in the hours are not customers", count(n)),
    },
    own: "Is a customer",
    internal: "the firm’s own hours",
    link_to: "Belongs to…",
    link_of: |name| format!("{name} belongs to a customer"),
    link_title: |name| format!("To which customer does {name} belong?"),
    find_customer: "Find a customer",
    none_found: "No customer found.",
    link: "Link",
    flag: |flag| match flag {
        Flag::TwoRevenueSources => {
            "Several files contain revenue. The same revenue never counts twice."
        }
        Flag::CustomerCodeUnknown => "A customer number is not in the customer list.",
        Flag::CustomerRenamed => "One customer number has two names; the first one is used.",
        Flag::HoursWithoutCustomer => "Part of the hours belongs to no customer.",
        Flag::RevenueWithoutCustomer => "Part of the revenue belongs to no customer.",
        Flag::HoursPeriodShorter => {
            "The hours cover fewer months than the revenue; they are scaled to a year. Is that wrong? Change the months in the hours, under costs."
        }
        Flag::HoursOfOtherTime => {
            "The hours are of another time than the revenue. They count as if they were of the same year. Is that wrong? Then remove the file with the hours."
        }
        Flag::HoursOverlap => {
            "Two hour registrations cover the same days, with the same person at the same customer. Hours that stand in both count twice: check that, and otherwise remove one of the two."
        }
    },
    copy_of: |name| format!("Says the same as {name} and is not counted again."),
    same_hours: |file, original| {
        format!("{file} says the same as {original}. Are these the same hours?")
    },
    count_once: "Yes, count them once",
    count_both: "No, count both",
    which_revenue: |n_files, n_shared| {
        let n = count(n_shared as usize);
        let shared = match (n_files, n_shared) {
            (_, 0) => "No customer is in more than one of them.".to_owned(),
            (2, 1) => "1 customer is in both.".to_owned(),
            (2, _) => format!("{n} customers are in both."),
            (_, 1) => "1 customer is in more than one of them.".to_owned(),
            _ => format!("{n} customers are in more than one of them."),
        };
        format!(
            "{} files contain revenue. {shared} Which revenue counts?",
            count(n_files)
        )
    },
    added_up: |files| format!("{files}, added up"),
    answer_total: |customers, revenue| {
        format!("{}, {revenue}", super::data::n_customers(customers))
    },
    answer_note: |without, difference, is_more, adds_shared| {
        let without = without.map(|amount| format!("Of which {amount} without a customer."));
        let difference = difference.map(|amount| {
            let side = if is_more { "more" } else { "less" };
            format!("{amount} {side} than the first answer.")
        });
        let other = adds_shared.then(|| {
            "Only if it is other revenue: of another product or another month.".to_owned()
        });
        [without, difference, other]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    },
    which_customer: |name| format!("Several customers are called {name}. Which is meant?"),
    another_customer: "None of these: another customer",
    until_then: "Until then these hours count for nobody.",
};
