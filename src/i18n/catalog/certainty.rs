//! Texts on how sure a class is, and on the answers that would settle it.

use abc_core::certainty::Stability;
use abc_core::certainty::questions::{Answer, Topic};
use abc_core::certainty::range::{Measure, RangeVerdict};
use abc_core::customers::Class;

use crate::i18n::Span;

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
    /// The class that most of the other runs gave.
    pub otherwise: Option<Class>,
}

/// What a contribution could be with other costs.
#[derive(Clone, Debug)]
pub struct RangeWords {
    /// With higher costs.
    pub low: String,
    /// With lower costs.
    pub high: String,
    /// What the two ends say.
    pub verdict: RangeVerdict,
    /// What to look up first.
    pub measure: Option<Measure>,
    /// By how much hours would have to be estimated too high for nothing to be lost.
    pub tipping: Option<String>,
}

/// How many classes carry each word: solid, fair, shaky, open.
pub type WordCounts = [usize; 4];

/// Texts on certainty.
#[allow(missing_docs, reason = "the names say what the texts are about")]
pub struct CertaintyTexts {
    pub stability: fn(Stability) -> &'static str,
    /// Below the opening sentence, with links to the rows.
    pub counts: fn(WordCounts) -> Vec<Span>,
    /// On how many weightings and runs that rests.
    pub rests_on: fn(usize, usize) -> String,
    pub reckoning: fn(u8) -> String,
    // Panel.
    pub sure: fn(&SureWords) -> Vec<Span>,
    pub range: fn(&RangeWords) -> String,
    pub decide_together: &'static str,
    pub settle: &'static str,
    // Questions.
    /// On so much revenue.
    pub ask: fn(Topic, &str) -> String,
    pub answer: fn(Answer) -> String,
    /// An answer and the class it leads to, for who does not see the mark.
    pub leads_to: fn(&str, Option<Class>) -> String,
    /// Questions shown.
    pub title: fn(usize) -> String,
    pub none: &'static str,
    pub show_open: fn(usize) -> String,
    pub answered: fn(&str, Answer) -> Vec<Span>,
    pub take_back: &'static str,
}
