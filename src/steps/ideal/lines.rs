//! The page in words: its sentences, each with what it rests on.

use abc_core::chart::Evidence;
use abc_core::classify::summary::{Share, Summary};
use abc_core::customers::Class;
use abc_core::profile::{IdealProfile, NumberEvidence, ValueEvidence, Verdict};

use crate::i18n::catalog::customers::Assumed;
use crate::i18n::catalog::ideal::{
    AveragesSaid, BesideSaid, CountsSaid, NumberSaid, QuartilesSaid, Topic, ValueSaid,
};
use crate::i18n::{Format, Locale, Span, plain, strong, text_of};

use super::claims::{Claim, Told, claims_from, is_difference, standing};
use super::topic::within_sentence;

/// The key of the sentence about averages in the saved edits; no trait can have it.
const BRINGS: &str = "brings";

/// A sentence of the page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// Its key in the saved edits.
    pub(super) key: String,
    /// What it is about.
    pub(super) about: String,
    /// The sentence.
    pub(super) sentence: Vec<Span>,
    /// What it rests on, the most important first.
    pub(super) beside: Vec<Beside>,
}

/// What stands beside a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Beside {
    /// The shares to draw.
    pub(super) chart: Option<Evidence>,
    /// The verdict that comes first.
    pub(super) verdict: Option<Verdict>,
    /// The counts.
    pub(super) text: Vec<Span>,
}

impl Beside {
    /// In one run of text, as for a reader who does not see the picture.
    pub(super) fn text(&self, locale: Locale) -> String {
        let (word, rest) = self.verdict.map_or(("", ""), |verdict| {
            (locale.catalog().ideal.verdict)(verdict)
        });
        format!("{word}{rest}{}", text_of(&self.text))
    }
}

/// What the lines are made of.
pub(super) struct Material<'a> {
    pub(super) profile: &'a IdealProfile,
    pub(super) summary: &'a Summary,
    /// A customers of which figures are assumed.
    pub(super) n_filled: usize,
    /// Which figures.
    pub(super) assumed: &'a [Assumed],
}

/// The sentences about traits, then the one about averages.
pub(super) fn lines_from(material: &Material, locale: Locale) -> Vec<Line> {
    claims_from(material.profile)
        .iter()
        .map(|claim| claim_line(claim, locale))
        .chain(brings_line(material, locale))
        .collect()
}

fn claim_line(claim: &Claim, locale: Locale) -> Line {
    let texts = &locale.catalog().ideal;
    let name = within_sentence(&claim.header, locale);
    let sentence = match (&claim.value, &claim.number) {
        (Some(told), _) if !claim.is_about_number() => (texts.value_says)(&ValueSaid {
            topic: claim.topic,
            name: &name,
            value: &shown(&told.value, claim.topic),
            standing: standing(&told.evidence),
            verdict: told.evidence.verdict,
            n_with: told.evidence.n_with,
        }),
        (_, Some(number)) => number_sentence(claim.topic, &name, number, locale),
        _ => Vec::new(),
    };
    let of_number = claim.number.iter();
    let mut beside: Vec<Beside> = if claim.is_about_number() {
        // What its groups say beside it only counts when they differ as well.
        let of_group = claim.value.iter();
        let differing = of_group.filter(|told| is_difference(told.evidence.verdict));
        of_number
            .map(|number| number_beside(number, Some(number.verdict), claim.topic, locale))
            .chain(differing.map(|told| also(told, claim.topic, locale)))
            .collect()
    } else {
        let of_value = claim.value.iter().map(|told| Beside {
            chart: Some(drawn(&told.evidence)),
            verdict: Some(told.evidence.verdict),
            text: counts(&told.evidence, locale),
        });
        of_value
            .chain(of_number.map(|number| number_beside(number, None, claim.topic, locale)))
            .collect()
    };
    beside.extend(
        claim
            .also
            .iter()
            .map(|told| also(told, claim.topic, locale)),
    );
    Line {
        key: format!("trait:{}", claim.header.trim().to_lowercase()),
        about: name,
        sentence,
        beside,
    }
}

/// The value as it is read: a group of headcounts has a dash, not a minus.
pub(super) fn shown(value: &str, topic: Topic) -> String {
    match topic {
        // A range stays on one line.
        Topic::Headcount => value.replace('-', "\u{2060}–\u{2060}"),
        _ => value.to_owned(),
    }
}

fn share(n: usize, all: usize) -> f64 {
    if all == 0 { 0.0 } else { n as f64 / all as f64 }
}

fn drawn(value: &ValueEvidence) -> Evidence {
    Evidence {
        share: share(value.n_with, value.n_target),
        interval: value.wilson,
        others: (value.n_other > 0).then(|| share(value.other_with, value.n_other)),
    }
}

fn counts(value: &ValueEvidence, locale: Locale) -> Vec<Span> {
    let format = locale.format();
    let (low, high) = value.wilson;
    (locale.catalog().ideal.counts)(&CountsSaid {
        n_with: value.n_with,
        n_target: value.n_target,
        share: &format.percent(share(value.n_with, value.n_target)),
        between: (&format.percent(low), &format.percent(high)),
        other_with: value.other_with,
        n_other: value.n_other,
    })
}

fn also(told: &Told, topic: Topic, locale: Locale) -> Beside {
    let texts = &locale.catalog().ideal;
    let (word, rest) = (texts.verdict)(told.evidence.verdict);
    let mut text = vec![
        plain((texts.also)(
            &shown(&told.value, topic),
            told.evidence.is_plus,
        )),
        strong(word.to_lowercase()),
        plain(rest),
    ];
    text.extend(counts(&told.evidence, locale));
    Beside {
        chart: None,
        verdict: None,
        text,
    }
}

/// Quartiles as they are read: there is no half a person.
fn written(quartiles: Option<[f64; 3]>, topic: Topic, format: Format) -> Option<[String; 3]> {
    let places = usize::from(topic != Topic::Headcount);
    quartiles.map(|quartiles| quartiles.map(|value| format.short(value, places)))
}

fn borrowed(quartiles: &[String; 3]) -> [&str; 3] {
    quartiles.each_ref().map(String::as_str)
}

fn number_sentence(topic: Topic, name: &str, number: &NumberEvidence, locale: Locale) -> Vec<Span> {
    let Some(quartiles) = written(number.quartiles_target, topic, locale.format()) else {
        return Vec::new();
    };
    (locale.catalog().ideal.number_says)(&NumberSaid {
        topic,
        name,
        quartiles: borrowed(&quartiles),
        verdict: number.verdict,
        is_plus: number.is_plus,
    })
}

fn number_beside(
    number: &NumberEvidence,
    verdict: Option<Verdict>,
    topic: Topic,
    locale: Locale,
) -> Beside {
    let format = locale.format();
    let target = written(number.quartiles_target, topic, format);
    let other = written(number.quartiles_other, topic, format);
    let text = (locale.catalog().ideal.quartiles)(&QuartilesSaid {
        n_target: number.n_target,
        target: target.as_ref().map(borrowed),
        n_other: number.n_other,
        other: other.as_ref().map(borrowed),
    });
    Beside {
        chart: None,
        verdict,
        text: vec![plain(text)],
    }
}

/// Averages as they are written; what is unknown for everybody is left out.
struct Averages {
    revenue: String,
    contribution: Option<String>,
    margin: Option<String>,
    hours: Option<String>,
}

impl Averages {
    fn of(share: Share, format: Format) -> Option<Self> {
        if share.n == 0 {
            return None;
        }
        let mean = |sum: f64, n: usize| (n > 0).then(|| sum / n as f64);
        let n_cm2 = share.n.saturating_sub(share.n_cm2_unknown);
        let n_hours = share.n.saturating_sub(share.n_hours_unknown);
        // A share of the revenue needs the contributions of the same customers.
        let margin = (share.n_cm2_unknown == 0 && share.revenue > 0.0)
            .then(|| format.percent(share.cm2 / share.revenue));
        Some(Self {
            revenue: format.money_whole(mean(share.revenue, share.n)?),
            contribution: mean(share.cm2, n_cm2).map(|euros| format.money_whole(euros)),
            margin,
            hours: mean(share.hours, n_hours).map(|hours| format.decimals(hours, 0)),
        })
    }

    fn said(&self) -> AveragesSaid<'_> {
        AveragesSaid {
            revenue: &self.revenue,
            contribution: self.contribution.as_deref(),
            margin: self.margin.as_deref(),
            hours: self.hours.as_deref(),
        }
    }
}

/// Everybody but these.
fn rest(total: Share, part: Share) -> Share {
    Share {
        n: total.n.saturating_sub(part.n),
        revenue: total.revenue - part.revenue,
        hours: total.hours - part.hours,
        cm2: total.cm2 - part.cm2,
        n_hours_unknown: total.n_hours_unknown.saturating_sub(part.n_hours_unknown),
        n_cm2_unknown: total.n_cm2_unknown.saturating_sub(part.n_cm2_unknown),
    }
}

fn brings_line(material: &Material, locale: Locale) -> Option<Line> {
    let texts = &locale.catalog().ideal;
    let a = material.summary.class(Class::A);
    let averages = Averages::of(a, locale.format())?;
    let others = Averages::of(rest(material.summary.total, a), locale.format());
    let beside = (texts.brings_beside)(&BesideSaid {
        n_a: a.n,
        n_filled: material.n_filled,
        assumed: material.assumed,
        others: others.as_ref().map(Averages::said),
    });
    Some(Line {
        key: BRINGS.to_owned(),
        about: texts.brings_about.to_owned(),
        sentence: (texts.brings)(&averages.said()),
        beside: vec![Beside {
            chart: None,
            verdict: None,
            text: beside,
        }],
    })
}
