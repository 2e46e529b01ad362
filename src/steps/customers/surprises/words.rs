//! Why a class surprises, in words. Pure: from what was found to sentences.

use abc_core::classify::{Criterion, Rule, Status};
use abc_core::costs::Inputs;
use abc_core::customers::Rating;
use abc_core::migration::{Change, Outcome as Then};

use super::super::panel::why::spans_of;
use super::super::screen::Entry;
use super::found::Found;
use crate::i18n::catalog::surprises::{ChangeWords, HoursThen, MovedWords, SettingsThen, ThenNow};
use crate::i18n::{Catalog, Format, text_of};
use crate::state::actions::last_time::settings_of;
use crate::state::derived::Outcome;

/// What surprises about a customer, a sentence each; nothing about one that does not.
pub(in crate::steps::customers) fn lines_of(
    found: &Found,
    position: u32,
    catalog: &Catalog,
    format: Format,
) -> Vec<String> {
    let Some(each) = found.about(position) else {
        return Vec::new();
    };
    let texts = &catalog.surprises;
    let guessed = each.guess.map(|guess| {
        let why = why(&found.outcome, position, catalog, format);
        (texts.guessed)(guess, &why)
    });
    let moved = each
        .moved
        .and_then(|place| moved_words(found, place, format))
        .map(|words| (texts.moved)(&words));
    guessed.into_iter().chain(moved).collect()
}

/// The sentence that decides; of a class by hand, what was computed.
fn why(outcome: &Outcome, position: u32, catalog: &Catalog, format: Format) -> String {
    let texts = &catalog.customers;
    let found = Entry::of(outcome, position).map(|entry| entry.found);
    if let Some(found) = found.filter(|found| found.status == Status::Override) {
        return format!("{}.", (texts.klas)(found.class, false, found.computed));
    }
    let spans = spans_of(outcome, position, texts, format);
    text_of(spans.get(..1).unwrap_or_default())
}

/// How what the classes were made with differs from last time; `None` when it does not.
pub(super) fn settings_words(found: &Found, format: Format) -> Option<SettingsThen> {
    let (known, migration) = found.migration.as_ref()?;
    let then = known.last.settings.as_ref()?;
    let now = settings_of(&found.outcome.project);
    if *then == now {
        return None;
    }
    let hour = |rate: f64| format.money(rate);
    let moves = &migration.moves;
    Some(SettingsThen {
        hour: (then.rate.total_cmp(&now.rate).is_ne()).then(|| [hour(then.rate), hour(now.rate)]),
        is_policy: then.policy != now.policy,
        n_by_settings: moves.iter().filter(|each| each.is_by_settings).count(),
        n_moved: moves.len(),
    })
}

fn moved_words(found: &Found, place: usize, format: Format) -> Option<MovedWords> {
    let (moved, then) = found.moved(place)?;
    let outcome = &found.outcome;
    let entry = Entry::of(outcome, moved.position)?;
    let now = Then::of(entry.input, entry.found)?;
    let words = |change: &Change| change_words(change, then, &now, outcome, format);
    Some(MovedWords {
        before: moved.before,
        is_by_settings: moved.is_by_settings,
        changes: moved.changes.iter().map(words).collect(),
        hours: hours_then(then, entry.input, format),
    })
}

fn change_words(
    change: &Change,
    then: &Then,
    now: &Then,
    outcome: &Outcome,
    format: Format,
) -> ChangeWords {
    let policy = &outcome.project.policy;
    let score = |before: Option<f64>, after: Option<f64>| {
        let write = |score: f64| format.decimals(score, 0);
        ThenNow {
            before: before.map(write),
            after: after.map(write),
        }
    };
    match *change {
        Change::ByHand { is_now } => ChangeWords::ByHand { is_now },
        Change::Rule { before, after } => {
            let is_margin = after.or(before) == Some(Rule::ThinMargin);
            let figure = |then: &Then| {
                if is_margin {
                    then.margin().map(|margin| format.percent(margin))
                } else {
                    then.cm2.map(|cm2| format.money_whole(cm2))
                }
            };
            ChangeWords::Rule {
                after,
                is_margin,
                figure: ThenNow {
                    before: figure(then),
                    after: figure(now),
                },
            }
        }
        Change::NoLongerNew => ChangeWords::NoLongerNew,
        Change::Criterion {
            criterion,
            before,
            after,
        } => match (criterion, Rating::reaching(policy.floor)) {
            (Criterion::Potential | Criterion::Relationship, Some(needed)) => {
                let [before, after] = [before, after].map(|score| score.map(rating_words));
                ChangeWords::Rating {
                    criterion,
                    rating: ThenNow { before, after },
                    needed: needed.value(),
                }
            }
            _ => ChangeWords::Criterion {
                criterion,
                score: score(before, after),
                floor: format.short(policy.floor, 1),
            },
        },
        Change::Score { before, after } => ChangeWords::Score {
            score: score(before, after),
            cut: format.short(policy.a_cut, 1),
        },
        Change::ProfitKnown { is_now } => ChangeWords::ProfitKnown { is_now },
    }
}

/// The rating that gave this score.
fn rating_words(score: f64) -> String {
    let rating = Rating::reaching(score);
    rating.map_or_else(String::new, |rating| rating.value().to_string())
}

/// How many hours it took last time, beside now: only whole ones are worth a word.
fn hours_then(then: &Then, now: &Inputs, format: Format) -> Option<HoursThen> {
    let more = then.hours? - now.hours?;
    if more.abs() < 1.0 {
        return None;
    }
    let hours = format.decimals(more.abs(), 0);
    Some(if more > 0.0 {
        HoursThen::More(hours)
    } else {
        HoursThen::Fewer(hours)
    })
}
