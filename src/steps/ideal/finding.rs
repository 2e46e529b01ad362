//! What can be said first: the opening sentence never claims more than the evidence below it.

use abc_core::classify::summary::Summary;
use abc_core::profile::{IdealProfile, ProfileGrade, ValueEvidence};
use abc_core::prospects::validation::Validation;

use crate::i18n::catalog::ideal::{FoundSaid, GradeSaid, Topic};
use crate::i18n::{Locale, Span, plain};

use super::claims::{is_difference, is_same_finding};
use super::lines::shown;
use super::topic::{topic_of, within_sentence};

/// What the profile amounts to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Finding {
    /// Fewer than three A customers.
    TooFew,
    /// The file has no columns that describe customers.
    NoColumns,
    /// Everybody is A.
    NobodyElse,
    /// The columns are empty for one of the two sides.
    NothingKnown,
    /// No trait differs.
    NoDifference,
    /// Traits differ, but none draws the A customers as a group.
    Scattered,
    /// Three or four A customers.
    Portrait,
    /// Something to say.
    Found,
}

/// What this profile amounts to.
pub(super) fn finding_of(profile: &IdealProfile) -> Finding {
    let a = &profile.a;
    let is_drawn = !profile.headline.is.is_empty() || !profile.headline.often.is_empty();
    let differs = a.values.iter().any(|value| is_difference(value.verdict))
        || a.numbers.iter().any(|number| is_difference(number.verdict));
    if profile.grade == ProfileGrade::TooFew {
        Finding::TooFew
    } else if profile.columns.is_empty() {
        Finding::NoColumns
    } else if a.n_target == a.n {
        Finding::NobodyElse
    } else if a.values.is_empty() && a.numbers.is_empty() {
        Finding::NothingKnown
    } else if profile.grade == ProfileGrade::Portrait {
        Finding::Portrait
    } else if is_drawn {
        Finding::Found
    } else if differs {
        Finding::Scattered
    } else {
        Finding::NoDifference
    }
}

/// The opening sentence.
pub(super) fn opening(profile: &IdealProfile, n_fitting_a: usize, locale: Locale) -> Vec<Span> {
    let texts = &locale.catalog().ideal;
    let n_a = profile.a.n_target;
    match finding_of(profile) {
        Finding::TooFew => (texts.too_few)(n_a),
        Finding::NoColumns => (texts.no_columns)(n_a),
        Finding::NobodyElse => (texts.nobody_else)(n_a),
        Finding::NothingKnown => (texts.no_traits_known)(n_a),
        Finding::NoDifference => (texts.no_difference)(n_a, profile.a.n.saturating_sub(n_a)),
        Finding::Scattered => (texts.scattered)(n_a),
        Finding::Portrait => (texts.portrait)(n_a),
        Finding::Found => found(profile, n_fitting_a, locale),
    }
}

fn found(profile: &IdealProfile, n_fitting_a: usize, locale: Locale) -> Vec<Span> {
    (locale.catalog().ideal.found)(&FoundSaid {
        is: &named(profile, &profile.headline.is, locale),
        often: &named(profile, &profile.headline.often, locale),
        n_fitting: profile.fitting.len(),
        n_fitting_a,
        n: profile.a.n,
    })
}

/// The values as a list: those of one trait together.
fn named(profile: &IdealProfile, value_idxs: &[usize], locale: Locale) -> String {
    let values: Vec<&ValueEvidence> = value_idxs
        .iter()
        .filter_map(|idx| profile.a.values.get(*idx))
        .collect();
    let topic = |value: &ValueEvidence| {
        let column = profile.columns.get(value.trait_idx);
        column.map_or(Topic::Other, |column| topic_of(&column.name))
    };
    let mut traits: Vec<(usize, Vec<String>)> = Vec::new();
    for (at, value) in values.iter().enumerate() {
        let Some(column) = profile.columns.get(value.trait_idx) else {
            continue;
        };
        // A province and its town are one finding.
        let mut earlier = values.iter().take(at);
        let is_said = earlier.any(|earlier| {
            earlier.trait_idx != value.trait_idx
                && topic(value) != Topic::Other
                && topic(earlier) == topic(value)
                && is_same_finding(earlier, value)
        });
        if is_said {
            continue;
        }
        let Some(text) = column.values.get(value.value_idx) else {
            continue;
        };
        let text = shown(text, topic_of(&column.name));
        match traits.iter_mut().find(|(idx, _)| *idx == value.trait_idx) {
            Some((_, texts)) => texts.push(text),
            None => traits.push((value.trait_idx, vec![text])),
        }
    }
    let or = format!(" {} ", locale.catalog().ideal.or);
    let items: Vec<String> = traits
        .iter()
        .filter_map(|(idx, texts)| {
            let column = profile.columns.get(*idx)?;
            let name = within_sentence(&column.name, locale);
            let topic = topic_of(&column.name);
            Some((locale.catalog().ideal.trait_said)(
                topic,
                &name,
                &texts.join(&or),
            ))
        })
        .collect();
    locale.format().list(&items)
}

/// What is known of the score for prospects, which says how much the profile can carry.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Validated {
    /// It is being reckoned.
    NotYet,
    /// There is no score.
    Never,
    /// Against chance.
    Found(Validation),
}

/// How much the profile can carry, in words; nothing where the opening says so already.
fn grade_says(profile: &IdealProfile, validated: Validated, locale: Locale) -> String {
    if profile.grade != ProfileGrade::Indicative {
        return String::new();
    }
    let texts = &locale.catalog().ideal;
    match validated {
        Validated::NotYet => String::new(),
        Validated::Never => texts.grade_untested.to_owned(),
        Validated::Found(found) => (texts.grade)(&GradeSaid {
            is_founded: found.grade(profile) == ProfileGrade::Founded,
            signal: found.signal(),
            n_pairs: &locale.format().decimals(found.lpo_auc * 100.0, 0),
            n_a: profile.a.n_target,
        }),
    }
}

/// What stands under the opening: what it rests on, and how far it carries.
pub(super) fn more(
    profile: &IdealProfile,
    validated: Validated,
    summary: &Summary,
    n_fitting_a: usize,
    locale: Locale,
) -> Vec<Span> {
    let texts = &locale.catalog().ideal;
    let finding = finding_of(profile);
    let mut spans = Vec::new();
    if profile.a.n > 0 {
        spans = (texts.based_on)(
            profile.a.n_target,
            profile.a.n,
            summary.n_provisional,
            summary.n_overridden,
        );
    }
    spans.push(plain(grade_says(profile, validated, locale)));
    let is_drawn = !profile.headline.is.is_empty() || !profile.headline.often.is_empty();
    if finding == Finding::Portrait && is_drawn {
        spans.extend(found(profile, n_fitting_a, locale));
        spans.push(plain(" "));
    }
    let is_hint = profile.headline.is.is_empty() && is_drawn;
    if is_hint && finding == Finding::Found {
        spans.push(plain(texts.hints_only));
    }
    if profile.is_loose() {
        spans.push(plain(texts.loose));
    }
    match finding {
        Finding::NoColumns | Finding::NothingKnown => spans.extend((texts.add_columns)()),
        Finding::NoDifference => spans.push(plain(texts.none_is_not_equal)),
        Finding::TooFew => spans.push(plain(texts.few_next)),
        _ => {}
    }
    spans
}
