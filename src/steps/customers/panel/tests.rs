//! Every number in a sentence is the number in the table.

use std::sync::Arc;

use abc_core::classify::Rule;
use abc_core::classify::explain::{if_rated, repair_of};
use abc_core::classify::summary::summary;
use abc_core::customers::{Class, CustomerId, Rating};
use abc_core::intake::ReadOptions;
use abc_core::money::Cents;
use abc_core::project::Project;
use abc_core::protocol::Reader;

use super::super::figures::opening_figures;
use super::super::rows::{Line, Listing, Query};
use super::bill::lines_of;
use super::change::up;
use super::why::spans_of;
use crate::i18n::{Locale, Span, text_of};
use crate::state::derived::Outcome;
use crate::state::session::Filter;

const LOCALES: [Locale; 2] = [Locale::Nl, Locale::En];

/// The made-up firm, as the page reads it.
fn sample() -> Arc<Outcome> {
    let bytes = include_bytes!("../../../../sample/voorbeeld.csv");
    let mut reader = Reader::new("voorbeeld.csv", bytes.len() as u64, ReadOptions::default());
    reader.feed(bytes).unwrap();
    let (customers, _) = reader.finish().unwrap();
    Arc::new(Outcome::of(Arc::new(Project::of_customers(customers))))
}

/// The first whole number in a text.
fn number_in(text: &str) -> usize {
    let digits: String = text
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().unwrap()
}

#[test]
fn a_c_is_explained_with_the_sums_of_its_bill_and_the_bill_adds_up() {
    let outcome = sample();
    let mut n_c = 0;
    for customer in 0..60 {
        let found = &outcome.classification.customers[customer as usize];
        for locale in LOCALES {
            let (texts, format) = (&locale.catalog().customers, locale.format());
            let lines = lines_of(&outcome, customer, texts, format).unwrap();
            let (sum, parts) = lines.split_last().unwrap();
            let of_parts = parts.iter().filter_map(|line| line.amount);
            if let Some(sum) = sum.amount {
                assert_eq!(of_parts.map(|c| c.0).sum::<i64>(), sum.0, "{customer}");
                assert_eq!(Some(sum), found.cm2.map(Cents::from_euros));
            }
            if found.computed == Some(Class::C) {
                n_c += 1;
                let said = text_of(&spans_of(&outcome, customer, texts, format));
                let said = said.replace('\u{2212}', "");
                for line in [parts.first(), Some(sum)].into_iter().flatten() {
                    // A loss is called so, without its sign.
                    let amount = format.money_whole(line.amount.unwrap().euros().abs());
                    assert!(said.contains(&amount), "{said} without {amount}");
                }
            }
        }
    }
    assert!(n_c > 20);
}

#[test]
fn the_limit_of_a_c_is_the_same_amount_wherever_its_explanation_names_it() {
    let outcome = sample();
    let (rate, mut n) = (outcome.project.cost_model.rate(), 0);
    for customer in 0..60 {
        let at = customer as usize;
        let rule = outcome.classification.customers[at].rule;
        if !matches!(rule, Some(Rule::ThinMargin | Rule::TooLittle)) {
            continue;
        }
        let Some(repair) = repair_of(rate, &outcome.inputs, &outcome.classification, at) else {
            continue;
        };
        n += 1;
        for locale in LOCALES {
            let (texts, format) = (&locale.catalog().customers, locale.format());
            let said = text_of(&spans_of(&outcome, customer, texts, format));
            let border = format.money_whole(up(repair.border, 0));
            assert!(said.contains(&border), "{said} without {border}");
        }
    }
    assert!(n > 2, "{n}");
}

#[test]
fn what_a_good_rating_would_do_is_what_it_does() {
    let outcome = sample();
    let good = Rating::new(4);
    let mut n = 0;
    for at in 0..60_usize {
        let found = &outcome.classification.customers[at];
        let Some(rated) = if_rated(&outcome.project.policy, found, good.unwrap()) else {
            continue;
        };
        n += 1;
        let mut project = (*outcome.project).clone();
        let own = project.ratings.entry(CustomerId(at as u32)).or_default();
        if outcome.inputs[at].potential.is_none() {
            own.potential = Some(good);
        }
        if outcome.inputs[at].relationship.is_none() {
            own.relationship = Some(good);
        }
        let then = Outcome::of(Arc::new(project));
        let then = &then.classification.customers[at];
        assert_eq!(then.fails, rated.fails, "{at}");
        assert_eq!(then.computed == Some(Class::A), rated.fails.is_empty());
    }
    assert!(n > 0);
}

#[test]
fn a_number_of_the_opening_counts_the_rows_that_it_leads_to() {
    let outcome = sample();
    let n_rows = |filter| {
        let query = Query {
            filter,
            ..Query::default()
        };
        let listing = Listing::new(query, Arc::clone(&outcome), None, &[]);
        let is_row = |line: &&Line| matches!(line, Line::Row(_));
        listing.lines.iter().filter(is_row).count()
    };
    let sums = summary(&outcome.inputs, &outcome.classification);
    let mut n_links = 0;
    for locale in LOCALES {
        let figures = opening_figures(&sums, &outcome, locale.format());
        for span in (locale.catalog().customers.opening)(&figures) {
            let Span::Link(text, target) = span else {
                continue;
            };
            let filter = match target {
                "class_a" => Filter::Class(Class::A),
                "near_a" => Filter::NearA,
                "loss" => Filter::Loss,
                other => panic!("no rows are known for {other}"),
            };
            assert_eq!(number_in(&text), n_rows(filter), "{text}");
            n_links += 1;
        }
    }
    assert_eq!(n_links, 4);
}
