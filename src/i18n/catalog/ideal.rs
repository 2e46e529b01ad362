use abc_core::profile::Verdict;
use abc_core::prospects::validation::Signal;

use super::customers::Assumed;
use crate::i18n::Span;

/// Texts of the Ideal screen.
pub struct IdealTexts {
    /// The name of the place.
    pub title: &'static str,

    /// What the opening says when there is a profile.
    pub found: fn(&FoundSaid) -> Vec<Span>,
    /// Three or four A customers: their number.
    pub portrait: fn(usize) -> Vec<Span>,
    /// Fewer than three A customers: their number.
    pub too_few: fn(usize) -> Vec<Span>,
    /// No trait columns in the file: the number of A customers.
    pub no_columns: fn(usize) -> Vec<Span>,
    /// Trait columns, but nothing in them for one of the two sides.
    pub no_traits_known: fn(usize) -> Vec<Span>,
    /// Everybody is A: their number.
    pub nobody_else: fn(usize) -> Vec<Span>,
    /// No difference at all: A customers and others.
    pub no_difference: fn(usize, usize) -> Vec<Span>,
    /// Differences, but none that draws the A customers as a group: their number.
    pub scattered: fn(usize) -> Vec<Span>,

    /// What it all rests on: A customers, classified, provisional, by hand.
    pub based_on: fn(usize, usize, usize, usize) -> Vec<Span>,
    /// How much the profile can carry, after its score was held against chance.
    pub grade: fn(&GradeSaid) -> String,
    /// How much it can carry when nothing can be held against chance.
    pub grade_untested: &'static str,
    /// After an opening that has hints only.
    pub hints_only: &'static str,
    /// The profile fits too many.
    pub loose: &'static str,
    /// After "no difference found".
    pub none_is_not_equal: &'static str,
    /// Which columns to add, and where.
    pub add_columns: fn() -> Vec<Span>,
    /// What is needed before a profile appears.
    pub few_next: &'static str,
    /// Customers without a rating that A asks for.
    pub few_unrated: fn(usize) -> Vec<Span>,
    /// Above the names of the A customers.
    pub few_names: &'static str,
    /// Above the names of those that are close.
    pub near_names: &'static str,
    /// A trait as it is said aloud: its topic, its column, its value.
    pub trait_said: fn(Topic, &str, &str) -> String,
    /// Between two values of one trait.
    pub or: &'static str,

    /// The heading above the sentences.
    pub page: &'static str,
    /// Beside the disc.
    pub legend_a: &'static str,
    /// Beside the square.
    pub legend_others: &'static str,
    pub edit: &'static str,
    pub edit_done: &'static str,
    /// Above the text areas.
    pub edit_hint: &'static str,
    /// The label of a text area: what its sentence is about.
    pub sentence_about: fn(&str) -> String,
    pub put_back: &'static str,
    /// What the sentence says by the figures of now, where its own are others.
    pub now_says: fn(&str) -> String,
    pub own_words: &'static str,
    /// A sentence that no saved project can hold.
    pub too_long: &'static str,
    /// Beside an empty sentence.
    pub left_out: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,

    /// The verdict in words, the full stop included; the first part is set heavier.
    pub verdict: fn(Verdict) -> (&'static str, &'static str),
    /// A value of a trait as a sentence.
    pub value_says: fn(&ValueSaid) -> Vec<Span>,
    /// A number as a sentence.
    pub number_says: fn(&NumberSaid) -> Vec<Span>,
    /// The counts behind a value.
    pub counts: fn(&CountsSaid) -> Vec<Span>,
    /// The quartiles behind a number.
    pub quartiles: fn(&QuartilesSaid) -> String,
    /// Another value of the same trait, before its counts: whether A customers have it more often.
    pub also: fn(&str, bool) -> String,
    /// What the sentence about averages is about.
    pub brings_about: &'static str,
    /// The averages of the A customers as a sentence.
    pub brings: fn(&AveragesSaid) -> Vec<Span>,
    /// How many averages rest on, and those of the others.
    pub brings_beside: fn(&BesideSaid) -> Vec<Span>,

    /// The heading above the anti-profile.
    pub not: &'static str,
    /// C customers against others.
    pub not_against: fn(usize, usize) -> String,
    pub not_trait: &'static str,
    pub not_c: &'static str,
    pub not_others: &'static str,
    pub not_verdict: &'static str,
    /// A value that C customers have more often: trait, value.
    pub not_with: fn(&str, &str) -> String,
    /// A value that C customers have less often: trait, value.
    pub not_without: fn(&str, &str) -> String,
    /// Some of all.
    pub of: fn(usize, usize) -> String,
    /// Too few C customers to compare: their number.
    pub not_too_few: fn(usize) -> &'static str,
    /// C customers, but no traits to compare.
    pub not_unknown: &'static str,

    /// What a trait is called, for one whose header is in another language.
    pub topic: fn(Topic) -> &'static str,
    /// The heading above the limits.
    pub limits: &'static str,
    /// What the page does not say.
    pub limit_lines: [&'static str; 5],
}

/// What a trait is about, for a sentence that reads like one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Branch of industry.
    Sector,
    /// Where they are.
    Region,
    /// How they came.
    Channel,
    /// Who decides.
    DecisionMaker,
    /// How many people work there.
    Headcount,
    /// Anything else: the header is said as it is.
    Other,
}

/// How often a value occurs among the A customers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// More than half of them have it.
    Mostly,
    /// At most half, but relatively more than of the others.
    MoreOften,
    /// Relatively fewer than of the others.
    LessOften,
    /// Some have it; no difference is claimed.
    Partly,
}

/// The opening: what they are, what they often are, and who fits now.
#[derive(Clone, Copy, Debug)]
pub struct FoundSaid<'a> {
    /// Traits with a strong difference; empty when there are hints only.
    pub is: &'a str,
    /// Traits with a hint.
    pub often: &'a str,
    /// Customers that fit.
    pub n_fitting: usize,
    /// Of those, A.
    pub n_fitting_a: usize,
    /// Classified customers.
    pub n: usize,
}

/// How much a profile of five or more A customers can carry.
#[derive(Clone, Copy, Debug)]
pub struct GradeSaid<'a> {
    /// Fifteen A customers or more, and a signal.
    pub is_founded: bool,
    /// What the shuffles say.
    pub signal: Signal,
    /// Of 100 pairs, in how many the A customer comes out above.
    pub n_pairs: &'a str,
    /// A customers.
    pub n_a: usize,
}

/// A value of a trait.
#[derive(Clone, Copy, Debug)]
pub struct ValueSaid<'a> {
    /// What it is about.
    pub topic: Topic,
    /// The header, within a sentence.
    pub name: &'a str,
    /// The value as written.
    pub value: &'a str,
    /// How often.
    pub standing: Standing,
    /// What the comparison says.
    pub verdict: Verdict,
    /// A customers with the value.
    pub n_with: usize,
}

/// A number of the A customers.
#[derive(Clone, Copy, Debug)]
pub struct NumberSaid<'a> {
    /// What it is about.
    pub topic: Topic,
    /// The header, within a sentence.
    pub name: &'a str,
    /// First quartile, median, third quartile.
    pub quartiles: [&'a str; 3],
    /// What the comparison says.
    pub verdict: Verdict,
    /// Higher than the others.
    pub is_plus: bool,
}

/// The counts behind a value.
#[derive(Clone, Copy, Debug)]
pub struct CountsSaid<'a> {
    /// A customers with the value.
    pub n_with: usize,
    /// A customers whose value is known.
    pub n_target: usize,
    /// Their share.
    pub share: &'a str,
    /// The interval of that share, low and high.
    pub between: (&'a str, &'a str),
    /// Others with the value.
    pub other_with: usize,
    /// Others whose value is known.
    pub n_other: usize,
}

/// The quartiles behind a number.
#[derive(Clone, Copy, Debug)]
pub struct QuartilesSaid<'a> {
    /// A customers with a number.
    pub n_target: usize,
    /// Of the A customers.
    pub target: Option<[&'a str; 3]>,
    /// Others with a number.
    pub n_other: usize,
    /// Of the others.
    pub other: Option<[&'a str; 3]>,
}

/// Averages per customer and year, as far as they are known.
#[derive(Clone, Copy, Debug)]
pub struct AveragesSaid<'a> {
    /// Revenue.
    pub revenue: &'a str,
    /// Contribution.
    pub contribution: Option<&'a str>,
    /// Contribution per euro of revenue.
    pub margin: Option<&'a str>,
    /// Hours.
    pub hours: Option<&'a str>,
}

/// What the averages rest on, and those of the others.
#[derive(Clone, Copy, Debug)]
pub struct BesideSaid<'a> {
    /// A customers.
    pub n_a: usize,
    /// Of those, with figures that are our assumption.
    pub n_filled: usize,
    /// Which figures.
    pub assumed: &'a [Assumed],
    /// The averages of the others, if there are others.
    pub others: Option<AveragesSaid<'a>>,
}
