//! What would change the class: the repairs of a C, the gaps of a B to A.

use abc_core::classify::explain::{Repair, gaps_of, hours_over_cap, if_rated, repair_of};
use abc_core::classify::{Criterion, Status};
use abc_core::customers::{Class, Grade, Rating};
use leptos::prelude::*;

use super::super::assumed::is_time_assumed;
use super::super::screen::{Entry, Screen};
use super::why::{fail_words, gap_words};
use super::{apart, strong_and_plain};
use crate::components::{Fact, Facts, PanelPart};
use crate::i18n::{self, Format, Span, catalog::CustomersTexts, plain, strong, text_of};
use crate::state::derived::Outcome;

/// What would change the class.
#[derive(Clone, Debug, PartialEq)]
struct Part {
    heading: String,
    /// Per lever its name and what it takes.
    lines: Vec<(String, Vec<Span>)>,
    /// What stands below them.
    note: Option<String>,
}

#[component]
pub(super) fn Change(customer: u32) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().customers, locale.format());
    let outcome = Screen::expect().derived.outcome;
    let part = Memo::new(move |_| {
        outcome.with(|outcome| {
            repairs(outcome, customer, texts, format)
                .or_else(|| gaps(outcome, customer, texts, format))
        })
    });
    move || {
        part.get().map(|part| {
            let facts = part.lines.into_iter().map(|(name, value)| {
                view! { <Fact name>{strong_and_plain(value)}</Fact> }
            });
            let facts = facts.collect_view();
            let facts = (!facts.is_empty()).then(|| view! { <Facts>{facts}</Facts> });
            let note = part.note.map(|note| view! { <p class="note">{note}</p> });
            view! { <PanelPart heading=part.heading>{facts}{note}</PanelPart> }
        })
    }
}

/// The rating that a missing one is tried with.
const GOOD: u8 = 4;

/// Ours: a price that rises by a larger share than this is no repair that anybody agrees to.
const MOST_RISE: f64 = 0.5;

/// Ours: nor is revenue that grows to more than so many times.
const MOST_GROWTH: f64 = 2.0;

/// Whether a customer might agree to this rise of the price.
pub(super) fn is_real_rise(share: f64) -> bool {
    share <= MOST_RISE
}

/// A rise of the price that is enough: whole percents, unless it is small.
pub(super) fn shown_rise(share: f64) -> f64 {
    up(share, if share < 0.1 { 3 } else { 2 })
}

/// That rise, written.
pub(super) fn rise_words(share: f64, format: Format) -> String {
    if share < 0.1 {
        format.percent1(shown_rise(share))
    } else {
        format.percent(shown_rise(share))
    }
}

/// Rounded up to so many decimals: a lever that is shown is enough.
pub(super) fn up(value: f64, places: i32) -> f64 {
    let scale = 10_f64.powi(places);
    // What is a whole number but for the last bits of the computation is that number.
    (value * scale - 1e-6).ceil() / scale
}

/// Hours to save of `all`: whole ones, unless there are few of them or not that many.
pub(super) fn fewer(cut: f64, all: f64) -> f64 {
    let whole = up(cut, 0);
    if cut >= 2.0 && whole <= all {
        whole
    } else {
        up(cut, 2)
    }
}

fn repairs(
    outcome: &Outcome,
    customer: u32,
    texts: &CustomersTexts,
    format: Format,
) -> Option<Part> {
    let rate = outcome.project.cost_model.rate();
    let at = customer as usize;
    let repair = repair_of(rate, &outcome.inputs, &outcome.classification, at)?;
    let Repair {
        border,
        price,
        hours_cut,
        revenue,
        breakeven_hours,
    } = repair;
    let Entry { input, found, .. } = Entry::of(outcome, customer)?;
    let own_revenue = input.revenue?;
    let is_real_growth = |needed: f64| needed <= MOST_GROWTH * own_revenue;
    let is_real = [
        hours_cut.map(|_| true),
        price.map(is_real_rise),
        revenue.map(is_real_growth),
    ];
    let n = is_real
        .iter()
        .filter(|is_real| **is_real == Some(true))
        .count();
    let hours = hours_cut.map(|cut| {
        let all = input.hours.unwrap_or_default();
        (texts.lever_hours_value)(&format.short(fewer(cut, all), 2), &format.short(all, 2))
    });
    let price = price.map(|price| vec![strong(rise_words(price, format))]);
    let revenue = revenue.map(|needed| {
        let times = needed / own_revenue;
        // Up, for it has to be enough; and not '1×' for a little more.
        let times = format.short(up(times, 2), if times < 1.1 { 2 } else { 1 });
        vec![
            strong(format.money_whole(up(needed, 0))),
            plain(format!(" ({times}×)")),
        ]
    });
    let names = [texts.lever_hours, texts.lever_price, texts.lever_revenue];
    let levers = names.into_iter().zip([hours, price, revenue]).zip(is_real);
    let line = |((name, value), is_real): ((&str, Option<Vec<Span>>), Option<bool>)| {
        let value = match (value, is_real) {
            (Some(value), Some(true)) => value,
            (Some(value), _) => vec![plain(format!("{}: {}", text_of(&value), texts.not_real))],
            (None, _) => vec![plain(texts.not_alone)],
        };
        (name.to_owned(), value)
    };
    let lines = levers.map(line).collect();
    let not_real = is_real.contains(&Some(false)).then(|| {
        let most = format.percent(MOST_RISE);
        (texts.not_real_is)(&most, &format.short(MOST_GROWTH, 1))
    });
    // Who set the class has decided: nobody waits. Of assumed hours there is no bill to wait for.
    let waiting = found
        .cm2
        .filter(|_| found.status != Status::Override && !is_time_assumed(input))
        .map(|cm2| format.money_whole((border - cm2) / 12.0));
    let is_loss = found.cm2.is_some_and(|cm2| cm2 < 0.0);
    let breakeven = breakeven_hours
        .filter(|hours| is_loss && *hours > 0.0)
        .map(|hours| format.short(hours, 1));
    let waiting = waiting.map(|waiting| (texts.waiting)(&waiting, breakeven.as_deref()));
    let note: Vec<String> = waiting.into_iter().chain(not_real).collect();
    Some(Part {
        heading: (texts.levers)(n).to_owned(),
        lines,
        note: (!note.is_empty()).then(|| note.join(" ")),
    })
}

fn gaps(outcome: &Outcome, customer: u32, texts: &CustomersTexts, format: Format) -> Option<Part> {
    let policy = &outcome.project.policy;
    let gaps = gaps_of(
        policy,
        &outcome.inputs,
        &outcome.classification,
        customer as usize,
    );
    let input = Entry::of(outcome, customer)?.input;
    let line = |gap: &abc_core::classify::explain::Gap| {
        let value = gap_words(gap, input, format).map_or_else(
            || plain(texts.not_alone),
            |words| strong((texts.gap)(&words)),
        );
        let names = Criterion::ALL.into_iter().zip(texts.criteria);
        let name = names
            .into_iter()
            .find_map(|(criterion, name)| (criterion == gap.criterion).then_some(name));
        (name.unwrap_or_default().to_owned(), vec![value])
    };
    let is_any_enough = gaps
        .iter()
        .any(|gap| gap_words(gap, input, format).is_some());
    let note = over_cap(outcome, customer, texts, format);
    if let Some([heading, still]) = if_rated_words(outcome, customer, texts, format) {
        let notes: Vec<String> = [Some(still), note].into_iter().flatten().collect();
        let note = notes.join(" ");
        return Some(Part {
            heading,
            lines: Vec::new(),
            note: (!note.trim().is_empty()).then_some(note),
        });
    }
    match (gaps.is_empty(), is_any_enough) {
        (true, _) => note.map(|note| Part {
            heading: texts.cap.to_owned(),
            lines: Vec::new(),
            note: Some(note),
        }),
        (false, true) => Some(Part {
            heading: texts.gaps.to_owned(),
            lines: gaps.iter().map(line).collect(),
            note,
        }),
        (false, false) => Some(Part {
            heading: (texts.no_gap_alone)(gaps.len()).to_owned(),
            lines: Vec::new(),
            note,
        }),
    }
}

/// What a good rating would do for a B of whom ratings are missing.
fn if_rated_words(
    outcome: &Outcome,
    customer: u32,
    texts: &CustomersTexts,
    format: Format,
) -> Option<[String; 2]> {
    let good = Rating::new(GOOD)?;
    let Entry { found, input, .. } = Entry::of(outcome, customer)?;
    let rated = if_rated(&outcome.project.policy, found, good)?;
    let fails = fail_words(outcome, input, &rated, format);
    Some((texts.if_rated)(&found.missing, GOOD, &fails))
}

/// That a B takes more time than fits one, and how much does; nothing of hours that nobody gave.
fn over_cap(
    outcome: &Outcome,
    customer: u32,
    texts: &CustomersTexts,
    format: Format,
) -> Option<String> {
    let (rate, at) = (outcome.project.cost_model.rate(), customer as usize);
    let cap = hours_over_cap(rate, &outcome.inputs, &outcome.classification, at)?;
    let Entry { found, input, .. } = Entry::of(outcome, customer)?;
    // What was set by hand is not treated as a B.
    found.class.filter(|class| *class == Class::B)?;
    let hours = input
        .hours
        .filter(|_| input.hours_grade != Grade::Assumed)?;
    let (hours, cap) = apart(hours, cap, |value, places| format.short(value, places));
    Some((texts.over_cap)(&hours, &cap))
}

#[cfg(test)]
mod tests {
    use super::{fewer, is_real_rise, rise_words, up};
    use crate::i18n::Locale;

    #[test]
    fn hours_to_save_are_whole_when_that_can_be() {
        let cases = [
            (12.06, 50.0, 13.0),
            (13.0, 50.0, 13.0),
            (0.4, 3.0, 0.4),
            (7.25, 7.5, 7.25),
        ];
        for (cut, all, expected) in cases {
            assert!((fewer(cut, all) - expected).abs() < 1e-9, "{cut} of {all}");
        }
    }

    #[test]
    fn a_rise_is_as_exact_as_somebody_says_it() {
        let format = Locale::Nl.format();
        for (share, expected) in [(0.0341, "3,5%"), (0.1234, "13%"), (1.349, "135%")] {
            assert_eq!(rise_words(share, format), expected);
        }
        assert!(is_real_rise(0.5) && !is_real_rise(0.51));
    }

    #[test]
    fn what_is_shown_is_enough() {
        let cases = [
            (24.9601, 2, 24.97),
            (24.96, 2, 24.96),
            (0.0834, 3, 0.084),
            (5.0, 0, 5.0),
        ];
        for (value, places, expected) in cases {
            assert!((up(value, places) - expected).abs() < 1e-9, "{value}");
        }
    }
}
