//! Which sentence stands for a trait: one per trait, the best supported first.
//!
//! A trait is told by the value that A customers have more often; without one, by the value they have
//! less often; without a difference, by the value that most of them have. A column of headcounts comes
//! twice in the profile, by rank and in groups, and is one trait here.

use abc_core::profile::{IdealProfile, NumberEvidence, ValueEvidence, Verdict};
use abc_core::stats::order::sort_short;

use crate::i18n::catalog::ideal::{Standing, Topic};

use super::topic::topic_of;

/// A value with what was found about it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Told {
    /// The value as written.
    pub(super) value: String,
    /// What was found.
    pub(super) evidence: ValueEvidence,
}

/// What the page says about one trait.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Claim {
    /// The header.
    pub(super) header: String,
    /// What it is about.
    pub(super) topic: Topic,
    /// The value that tells it.
    pub(super) value: Option<Told>,
    /// Other values with a difference.
    pub(super) also: Vec<Told>,
    /// The comparison of its numbers.
    pub(super) number: Option<NumberEvidence>,
}

impl Claim {
    /// Whether the sentence is about the numbers: only when they say more than the groups do.
    pub(super) fn is_about_number(&self) -> bool {
        match (&self.value, &self.number) {
            (Some(told), Some(number)) => rank(number.verdict) < rank(told.evidence.verdict),
            (value, _) => value.is_none(),
        }
    }

    /// Whether an earlier sentence on the same topic leaves nothing to add: that it makes no difference, or
    /// the same finding under another name.
    fn is_said_by(&self, earlier: &Self) -> bool {
        let is_topic = self.topic == earlier.topic && self.topic != Topic::Other;
        let is_same = || match (&self.value, &earlier.value) {
            (Some(own), Some(other)) => is_same_finding(&own.evidence, &other.evidence),
            _ => false,
        };
        is_topic && (!is_difference(self.verdict()) || is_same())
    }

    /// The verdict on the sentence.
    fn verdict(&self) -> Verdict {
        let value = self.value.as_ref().map(|told| told.evidence.verdict);
        let number = self.number.as_ref().map(|number| number.verdict);
        match (self.is_about_number(), value, number) {
            (false, Some(verdict), _) | (_, _, Some(verdict)) => verdict,
            _ => Verdict::TooFew,
        }
    }

    /// The p of the sentence.
    fn p(&self) -> f64 {
        let value = self.value.as_ref().map(|told| told.evidence.p);
        let number = self.number.as_ref().and_then(|number| number.p);
        if self.is_about_number() {
            number
        } else {
            value
        }
        .unwrap_or(1.0)
    }
}

/// From well supported to not at all.
pub(super) fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Strong => 0,
        Verdict::Hint => 1,
        Verdict::None => 2,
        Verdict::TooFew => 3,
    }
}

/// Whether a difference was found.
pub(super) fn is_difference(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Strong | Verdict::Hint)
}

/// How often the value occurs among the A customers, in a word that is true.
pub(super) fn standing(value: &ValueEvidence) -> Standing {
    if is_difference(value.verdict) && !value.is_plus {
        Standing::LessOften
    } else if 2 * value.n_with > value.n_target {
        Standing::Mostly
    } else if is_difference(value.verdict) {
        Standing::MoreOften
    } else {
        Standing::Partly
    }
}

/// One claim per trait: strong ones, then hints, then what is only described; the smallest p first.
pub(super) fn claims_from(profile: &IdealProfile) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::new();
    for (trait_idx, column) in profile.columns.iter().enumerate() {
        let values: Vec<&ValueEvidence> = profile
            .a
            .values
            .iter()
            .filter(|value| value.trait_idx == trait_idx)
            .collect();
        let number = profile
            .a
            .numbers
            .iter()
            .find(|number| number.trait_idx == trait_idx && number.quartiles_target.is_some())
            .cloned();
        let told = |evidence: &ValueEvidence| {
            let value = column.values.get(evidence.value_idx)?.clone();
            Some(Told {
                value,
                evidence: evidence.clone(),
            })
        };
        let lead = lead_of(&values);
        let also = values
            .iter()
            .filter(|value| is_difference(value.verdict))
            .filter(|value| lead.is_some_and(|lead| lead.value_idx != value.value_idx));
        let claim = Claim {
            header: column.name.clone(),
            topic: topic_of(&column.name),
            value: lead.and_then(told),
            also: also.filter_map(|value| told(value)).collect(),
            number,
        };
        // The groups of a headcount follow their own numbers, under the same header.
        let twin = claims
            .iter_mut()
            .find(|earlier| earlier.header == claim.header && earlier.value.is_none());
        match twin {
            Some(twin) if claim.number.is_none() => {
                twin.value = claim.value;
                twin.also = claim.also;
            }
            _ if claim.value.is_some() || claim.number.is_some() => claims.push(claim),
            _ => {}
        }
    }
    sort_short(&mut claims, |a, b| {
        rank(a.verdict())
            .cmp(&rank(b.verdict()))
            .then(a.p().total_cmp(&b.p()))
    });
    let mut told: Vec<Claim> = Vec::new();
    for claim in claims {
        if !told.iter().any(|earlier| claim.is_said_by(earlier)) {
            told.push(claim);
        }
    }
    told
}

/// Whether two traits of one topic, as province and town, say this of the same numbers of customers.
pub(super) fn is_same_finding(a: &ValueEvidence, b: &ValueEvidence) -> bool {
    (a.n_with, a.n_target, a.other_with, a.n_other)
        == (b.n_with, b.n_target, b.other_with, b.n_other)
}

/// The value that tells a trait.
fn lead_of<'a>(values: &[&'a ValueEvidence]) -> Option<&'a ValueEvidence> {
    let differing = |is_plus: bool| {
        values
            .iter()
            .filter(|value| value.is_plus == is_plus && is_difference(value.verdict))
            .min_by(|a, b| {
                rank(a.verdict)
                    .cmp(&rank(b.verdict))
                    .then(a.p.total_cmp(&b.p))
            })
    };
    differing(true)
        .or_else(|| differing(false))
        // Values come with the commonest among the A customers first.
        .or_else(|| values.first())
        .copied()
}
