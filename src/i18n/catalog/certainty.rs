//! Texts on how sure a class is, and on the answers that would settle it.

use abc_core::certainty::Stability;
use abc_core::certainty::questions::{Answer, Topic};
use abc_core::certainty::range::{Measure, RangeVerdict};
use abc_core::classify::Criterion;
use abc_core::customers::Class;

use crate::i18n::{Format, Span, link, plain};

/// What the firm was reckoned anew with, and how often the class stayed.
#[derive(Clone, Debug)]
pub struct SureWords {
    /// The word.
    pub label: Stability,
    /// The class it is about.
    pub class: Class,
    /// Near weightings with this class, of so many.
    pub near: (usize, usize),
    /// Runs with this class, of so many.
    pub runs: (usize, usize),
    /// The class that most of the other runs gave, and whether they gave another one too.
    pub otherwise: Option<(Class, bool)>,
    /// How far the runs took the hours to be off, where those are assumed.
    pub assumed_hours: Option<String>,
}

/// What a contribution could be with other costs.
#[derive(Clone, Debug)]
pub struct RangeWords {
    /// With higher costs.
    pub low: String,
    /// With lower costs.
    pub high: String,
    /// From where on no limit of C is crossed.
    pub border: String,
    /// What the two ends say.
    pub verdict: RangeVerdict,
    /// The share of the hours that would have to be too many for nothing to be lost.
    pub tipping: Option<String>,
}

/// How much more important one of two criteria is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PairAnswer {
    /// The first, by far.
    FirstMuch,
    /// The first, somewhat.
    FirstSome,
    /// Neither.
    Equal,
    /// The second, somewhat.
    SecondSome,
    /// The second, by far.
    SecondMuch,
}

/// A customer that another way of reckoning puts elsewhere.
#[derive(Clone, Copy, Debug)]
pub struct Differs<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its place by the weights of now.
    pub own: u32,
    /// Its place there.
    pub other: u32,
}

/// What revenue alone would say of the customers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RevenueAlone {
    /// Customers that make 80% of revenue.
    pub n_largest: usize,
    /// Those of them that are not A.
    pub n_not_a: usize,
    /// Customers before the bend of the curve (computed ABC), where there is one.
    pub n_before_bend: Option<usize>,
}

/// How many classes carry each word: solid, fair, shaky, open.
pub type WordCounts = [usize; 4];

/// Texts on certainty.
#[allow(missing_docs, reason = "the names say what the texts are about")]
pub struct CertaintyTexts {
    /// Solid, fair, shaky, open.
    pub words: [&'static str; 4],
    /// The finding of the picture.
    pub chart_say: fn(WordCounts) -> String,
    /// Per class.
    pub chart_label: fn(&[WordCounts; 3]) -> String,
    pub stability: fn(Stability) -> &'static str,
    /// Below the opening sentence, with links to the rows; last how many classes are set by hand beside these.
    pub counts: fn(WordCounts, usize) -> Vec<Span>,
    /// On how many weightings and runs that rests; how far those took assumed hours to be off, where there are any.
    pub rests_on: fn(usize, usize, Option<&str>) -> String,
    pub reckoning: fn(u8) -> String,
    pub stop: &'static str,
    pub stopped: &'static str,
    pub failed: &'static str,
    pub resume: &'static str,
    // Panel.
    pub sure: fn(&SureWords) -> Vec<Span>,
    pub range: fn(&RangeWords) -> String,
    pub first_measure: fn(Measure) -> Vec<Span>,
    /// A higher price, fewer hours: each enough by itself.
    pub first_repair: fn(Option<&str>, Option<&str>) -> Vec<Span>,
    pub decide_together: &'static str,
    /// Before a question: whether the class is open, or could still change.
    pub settle: fn(bool) -> &'static str,
    // Questions.
    /// On so much revenue.
    pub ask: fn(Topic, &str) -> String,
    pub answer: fn(Answer) -> String,
    /// What an answer means and the class it leads to, for who does not see the mark.
    pub leads_to: fn(Answer, Option<Class>) -> String,
    /// Questions shown.
    pub title: fn(usize) -> String,
    pub none: &'static str,
    pub show_open: fn(usize) -> String,
    pub answered: fn(&str, Answer) -> Vec<Span>,
    pub take_back: &'static str,
    // Drawer.
    pub words_now: fn(WordCounts) -> String,
    pub help: &'static str,
    pub by_order: &'static str,
    pub by_order_how: &'static str,
    pub up: fn(&str) -> String,
    pub down: fn(&str) -> String,
    pub by_pairs: &'static str,
    pub by_pairs_how: &'static str,
    /// Which of two criteria.
    pub pair: fn(Criterion, Criterion) -> String,
    /// The answers, from the first being far more important to the second being so.
    pub pair_answer: fn(PairAnswer, Criterion, Criterion) -> String,
    pub inconsistent: fn(&str) -> String,
    pub take_weights: &'static str,
    /// TOPSIS beside the weighted score: correlation, and who differs most with both ranks.
    pub second_opinion: fn(Option<&str>, Option<Differs>) -> String,
    // Revenue alone.
    pub revenue_alone: fn(&RevenueAlone) -> Vec<Span>,
}

/// '48 solid, 7 fair and 2 open': the words that any class carries, with links to the rows worth a look.
pub(in crate::i18n) fn counted_words(
    counts: WordCounts,
    words: [&str; 4],
    format: Format,
) -> Vec<Span> {
    let targets = [None, None, Some("shaky"), Some("open")];
    let counted = counts.into_iter().zip(words).zip(targets);
    let counted: Vec<_> = counted.filter(|((n, _), _)| *n > 0).collect();
    let mut spans = Vec::new();
    for (at, ((n, word), target)) in counted.iter().enumerate() {
        spans.push(plain(format.before_item(at, counted.len())));
        let text = format!("{} {word}", format.count(*n));
        spans.push(match target {
            Some(target) => link(text, target),
            None => plain(text),
        });
    }
    spans
}
