//! Texts of the Customers screen. Amounts arrive formatted, counts as numbers, so that each language
//! chooses its own plural.

use abc_core::classify::{Criterion, Status};
use abc_core::customers::Class;
use abc_core::project::OverrideReason;

use crate::i18n::Span;

/// The figures of the opening sentence.
#[derive(Clone, Debug)]
pub struct OpeningFigures {
    /// Why those without a class have none.
    pub without: NoRevenue,
    /// Customers with a class.
    pub n: usize,
    /// Those that are A.
    pub n_a: usize,
    /// Those that are one requirement short of A.
    pub n_near_a: usize,
    /// What A brings; `None` when the whole is not positive.
    pub a_share: Option<ShareWords>,
    /// What all of it rests on.
    pub footing: Footing,
    /// Whether some contributions are unknown, so that the whole is what is known of it.
    pub is_partial: bool,
    /// What the whole falls short, when it is below zero.
    pub shortfall: Option<String>,
    /// Customers that cost more than they bring.
    pub n_loss: usize,
    /// How much more.
    pub loss: String,
    /// The cost of an hour, when it is our default and not the user's.
    pub assumed_rate: Option<String>,
}

/// What the figures of a whole list rest on, the firmest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Footing {
    /// Of some customers everything is known.
    Known,
    /// Every class is provisional.
    Provisional,
    /// Hours or direct cost of everybody are our assumption.
    CostAssumed,
    /// Every cost is our assumption: nothing is said of profit and loss.
    CostUnknown,
}

/// What A brings of the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShareWords {
    /// This part of the contribution.
    Profit(String),
    /// More than there is left of it in the end.
    MoreThanAll {
        /// What A brings.
        brings: String,
        /// What is left.
        whole: String,
    },
    /// This part of revenue: what they cost is not known.
    Revenue(String),
}

/// Hours per customer that nobody gave.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum AssumedHours {
    /// As many for everybody.
    Each(f64),
    /// Not as many for everybody.
    Various,
}

/// What provisional classes lack.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lacks {
    /// Ratings.
    pub ratings: Vec<Criterion>,
    /// Somebody's word for what we assumed.
    pub assumed: Vec<Assumed>,
    /// The profit.
    pub is_profit_unknown: bool,
    /// The customer is new.
    pub is_new: bool,
}

/// What of a customer is assumed, and nobody confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assumed {
    /// Hours.
    Hours,
    /// Purchases, or what subcontractors cost.
    Purchases,
    /// Revenue: a guess of the owner.
    Revenue,
}

impl Assumed {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Hours, Self::Purchases, Self::Revenue];
}

/// Why customers have no class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoRevenue {
    /// Nobody knows their revenue.
    #[default]
    Unknown,
    /// They have none.
    Nil,
    /// Of some the one, of some the other.
    Either,
}

/// What decided a C.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleWords {
    /// Nothing is left.
    Loss,
    /// No revenue, but cost.
    NoRevenue,
    /// Credited for more than was invoiced.
    Credited,
    /// Direct cost alone is more than revenue; hours are unknown.
    BelowCost,
    /// Less than keeping an account costs.
    TooLittle {
        /// What keeping an account costs.
        least: String,
        /// The border at this revenue, where it is higher.
        border: Option<String>,
    },
    /// Too little per euro and less than the average customer.
    Thin {
        /// Own margin.
        margin: String,
        /// The least margin.
        least: String,
        /// Whether that is half of the firm's own.
        is_half: bool,
        /// The border at this revenue.
        border: String,
        /// Whether that is what the average customer brings, which is less than the margin asks.
        is_mean: bool,
    },
}

/// A cause of a C with its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CauseWords {
    /// Price or purchasing.
    Price {
        /// Own gross margin and that of the firm.
        margins: Option<(String, String)>,
    },
    /// Attention.
    Attention {
        /// Hours.
        hours: String,
        /// Whether nobody wrote or estimated those hours.
        is_assumed: bool,
        /// Attention per euro of gross margin as a multiple of the firm's; none without gross margin.
        ratio: Option<String>,
    },
    /// Too small at any price.
    Small,
    /// No revenue.
    NoRevenue,
    /// The firm's rates, not this customer.
    FirmLevel,
}

/// A requirement of A that is not met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FailWords {
    /// A criterion below the floor.
    Below {
        /// Which.
        criterion: Criterion,
        /// Its score.
        score: String,
        /// The floor.
        floor: String,
    },
    /// A criterion that somebody rated, below the floor.
    RatingBelow {
        /// Which.
        criterion: Criterion,
        /// 1 to 5.
        rating: u8,
        /// The least rating at or above the floor.
        needed: u8,
    },
    /// The weighted total below the cut.
    Score {
        /// The total.
        total: String,
        /// The cut.
        cut: String,
    },
    /// The contribution is unknown.
    ProfitUnknown,
}

/// What would close a gap to A.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GapWords {
    /// Another rating.
    Rating {
        /// Now.
        from: Option<u8>,
        /// At least.
        to: u8,
    },
    /// Revenue above this amount.
    Revenue(String),
    /// Contribution above this amount.
    Contribution(String),
}

/// The two amounts that an owner knows a customer by.
#[derive(Clone, Debug)]
pub struct Earned {
    /// The contribution.
    pub amount: String,
    /// What it is of.
    pub revenue: String,
    /// Whether a part of it is our assumption.
    pub is_assumed: bool,
}

/// Why somebody is A.
#[derive(Clone, Debug)]
pub struct WhyA {
    /// Contribution and revenue.
    pub money: Option<Earned>,
    /// Among the others with revenue; `None` without any.
    pub larger: Option<Larger>,
    /// Score in profit.
    pub profit: Option<String>,
    /// Rating.
    pub potential: Option<u8>,
    /// Rating.
    pub relationship: Option<u8>,
    /// Weighted total.
    pub total: Option<String>,
    /// What it takes.
    pub cut: String,
}

/// Of how many others somebody is larger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Larger {
    /// Those with less revenue.
    pub than: usize,
    /// All others with revenue.
    pub of: usize,
}

impl Larger {
    /// Up to this many others they are counted in words, above it in percent.
    const MOST_COUNTED: usize = 100;

    /// In whole percents, never more than it is; `None` where few enough are counted.
    pub fn percent(self) -> Option<usize> {
        (self.of > Self::MOST_COUNTED).then(|| self.than * 100 / self.of)
    }
}

/// Why somebody is B.
#[derive(Clone, Debug)]
pub struct WhyB {
    /// Contribution and revenue; `None` where the contribution is unknown.
    pub money: Option<Earned>,
    /// What is not met.
    pub fails: Vec<FailWords>,
    /// The nearest way to A.
    pub nearest: Option<(Criterion, GapWords)>,
    /// New, and a C rule would fire: start-up costs do not count yet.
    pub is_spared: bool,
    /// Attention as a multiple of the firm's, when it is more than fits a B.
    pub demanding: Option<String>,
}

/// The finding of the whale curve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhaleFinding {
    /// Nobody has a known contribution.
    Unknown,
    /// Nobody contributes.
    NoPeak,
    /// Nobody contributes, and hours have nothing to do with it.
    BelowCost,
    /// The curve falls after its peak: customers up to there, and what the others take off.
    Falls(usize, String),
    /// Nobody costs more than he brings: the best fifth, and its share.
    Rises(usize, String),
    /// The same where hours or direct cost of everybody are our assumption.
    RisesAssumed(usize, String),
    /// And the fall.
    FallsAssumed(usize, String),
}

/// The numbers at the whale curve.
#[derive(Clone, Debug)]
pub struct WhaleFigures {
    /// Customers in the curve.
    pub n: usize,
    /// The finding.
    pub finding: WhaleFinding,
    /// Customers above zero.
    pub n_peak: usize,
    /// The highest point.
    pub peak: String,
    /// The first fifth of the customers.
    pub n_top: usize,
    /// Its share of customers and of contribution; none when the total is not positive.
    pub top_shares: Option<(String, String)>,
    /// What leaks after the peak, if anything.
    pub leak: Option<String>,
    /// What is left.
    pub total: String,
}

/// The shares of A, B and C in what a row of the strip is of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StripShares {
    /// Its name.
    pub name: String,
    /// Of A, B and C.
    pub shares: [String; 3],
}

/// How the ratings are given, when that is worth a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RatingHint {
    /// More than 60% is 4 or 5.
    Mild,
    /// All potentials are equal.
    SamePotential,
    /// All relationships are equal.
    SameRelationship,
}

/// Texts of the Customers screen.
#[allow(missing_docs, reason = "the names say what the texts are about")]
pub struct CustomersTexts {
    // Opening.
    pub opening: fn(&OpeningFigures) -> Vec<Span>,
    /// Whether even the revenue is a guess.
    pub only_revenue: fn(bool) -> Vec<Span>,
    /// What all customers contribute, and the result that the books give.
    pub books_result: fn(&str, &str) -> String,
    pub few: &'static str,
    /// The figures cover less than half a year.
    pub short_period: fn(u16) -> String,
    /// Everybody is C by hours that nobody gave.
    pub all_c: fn(AssumedHours) -> Vec<Span>,
    pub n_provisional: fn(usize, &Lacks) -> String,
    /// Of at least one customer.
    pub n_without_class: fn(usize, NoRevenue) -> String,
    /// Hours in the files that no customer has.
    pub hours_of_nobody: fn(&str) -> String,
    /// Opens what the finding rests on; how many classes are provisional, and how
    /// many customers have none.
    pub rests_on: fn(usize, usize) -> String,
    // Pictures.
    pub as_table: &'static str,
    pub save_picture: &'static str,
    pub save_formats: [&'static str; 2],
    /// As SVG, as PNG.
    pub save_names: [&'static str; 2],
    pub save_refused: &'static str,
    pub picture: &'static str,
    pub strip_rows: [&'static str; 4],
    pub revenue_a_year: &'static str,
    pub strip_label: fn(&[StripShares; 4]) -> String,
    pub total: &'static str,
    pub figure: &'static str,
    pub whale_say: fn(&WhaleFinding) -> Vec<Span>,
    pub whale_label: fn(&WhaleFigures) -> String,
    pub whale_peak: fn(&WhaleFigures) -> String,
    pub whale_top: fn(&WhaleFigures) -> Vec<String>,
    pub whale_rest: fn(&WhaleFigures) -> Vec<String>,
    pub whale_most: &'static str,
    pub whale_least: &'static str,
    pub whale_added: &'static str,
    pub slope_say: fn(Option<(usize, usize)>) -> Vec<Span>,
    pub slope_left: &'static str,
    pub slope_right: &'static str,
    pub slope_label: fn(&[String]) -> String,
    pub slope_flag: fn(&str, u32, u32) -> String,
    pub slope_best: &'static str,
    /// Who brings most, and is no A.
    pub slope_first: &'static str,
    pub first_of: fn(&str, &str) -> String,
    // Warnings and what is open.
    pub warnings: &'static str,
    /// Biggest, loudest, nicest.
    pub warning_names: [&'static str; 3],
    /// The same of one customer; of the nicest whether it is not best, or takes more than its share.
    pub warning_marks: [&'static str; 4],
    pub big_note: fn(&str, &str) -> String,
    /// Shares of attention and of gross margin; the second is `None` when they leave none.
    pub loud_note: fn(&str, Option<&str>) -> String,
    pub loud_unknown: &'static str,
    pub nice_note: fn(&str) -> String,
    pub nobody: &'static str,
    pub n_customers: fn(usize) -> String,
    pub and_more: fn(usize) -> String,
    pub b_not_largest: fn(usize, usize, usize) -> String,
    pub rating_hint: fn(RatingHint) -> &'static str,
    // Tools.
    pub all_customers: &'static str,
    /// The months that the file is about; none when they are our assumption.
    pub amounts_note: fn(Option<u16>, bool) -> String,
    pub contribution_is: &'static str,
    pub underlined: &'static str,
    pub is_estimated: &'static str,
    pub search: &'static str,
    pub filter_by: &'static str,
    pub filter_all: fn(usize) -> String,
    pub filter_class: fn(Class, usize) -> String,
    pub filter_unclassified: fn(usize) -> String,
    pub filter_loss: &'static str,
    pub filter_open: &'static str,
    pub filter_near: &'static str,
    pub filter_shaky: &'static str,
    pub filter_surprise: &'static str,
    pub filter_fitting: &'static str,
    pub filter_big: &'static str,
    pub nothing_found: &'static str,
    // Grid.
    pub grid_label: &'static str,
    /// From left to right, as `Column::ALL`.
    pub columns: [&'static str; 12],
    pub choose_columns: &'static str,
    /// The list as a file.
    pub download: &'static str,
    pub download_how: &'static str,
    pub file_name: &'static str,
    /// The button, what to do once it is on, and what came of it: how many, revenue, contribution, hours.
    pub pick: &'static str,
    pub pick_how: &'static str,
    pub picked: fn(usize, &str, &str, &str) -> String,
    /// A sum in which figures of so many customers are missing.
    pub sum_without: fn(usize) -> String,
    pub let_go: &'static str,
    pub column_notes: &'static str,
    pub group: fn(Option<Class>, usize) -> String,
    pub klas: fn(Option<Class>, bool, Option<Class>) -> String,
    pub unknown: &'static str,
    pub estimated: &'static str,
    pub give_rating: &'static str,
    pub rating_of: fn(Criterion, &str) -> String,
    pub status: fn(Status) -> &'static str,
    pub possible: fn(&[Class]) -> String,
    pub was: fn(Option<Class>, &str) -> String,
    pub is_new: &'static str,
    pub near_a: &'static str,
    /// If these ratings, which are missing, were this one: what A then still asks.
    pub if_rated: fn(&[Criterion], u8, &[FailWords]) -> [String; 2],
    pub can_grow: &'static str,
    // Panel.
    pub previous: &'static str,
    pub next: &'static str,
    pub close_panel: &'static str,
    pub criterion: fn(Criterion) -> &'static str,
    /// In the order of `Criterion::ALL`, as labels.
    pub criteria: [&'static str; 4],
    pub why_a: fn(&WhyA) -> Vec<Span>,
    pub why_b: fn(&WhyB) -> Vec<Span>,
    pub why_c: fn(&RuleWords, Option<&Earned>, &str) -> Vec<Span>,
    pub causes: fn(&[CauseWords]) -> String,
    pub why_inactive: &'static str,
    pub why_no_revenue: &'static str,
    pub by_hand: fn(Class, &str, &str, Option<&str>) -> Vec<Span>,
    pub own_fault: fn(&str) -> Vec<Span>,
    pub scores_label: fn(&str, &[(&'static str, String)]) -> String,
    pub floor_at: fn(&str) -> String,
    pub ranks: fn(u32, u32) -> String,
    pub missing: fn(&[Criterion], bool) -> String,
    pub levers: fn(usize) -> &'static str,
    pub lever_hours: &'static str,
    pub lever_hours_value: fn(&str, &str) -> Vec<Span>,
    pub lever_price: &'static str,
    pub lever_revenue: &'static str,
    pub not_alone: &'static str,
    /// After a lever that nobody would agree to, and what is called that: a rise of the price, a multiple of
    /// revenue.
    pub not_real: &'static str,
    pub not_real_is: fn(&str, &str) -> String,
    /// What a month of waiting is short of the border, and the hours at which nothing is left or lost.
    pub waiting: fn(&str, Option<&str>) -> String,
    /// Above the line about a B that takes too much time, when nothing else stands there.
    pub cap: &'static str,
    /// Hours now, and the most that fit.
    pub over_cap: fn(&str, &str) -> String,
    pub gaps: &'static str,
    /// None of so many is enough.
    pub no_gap_alone: fn(usize) -> &'static str,
    pub gap: fn(&GapWords) -> String,
    /// The months that the file is about; none when they are our assumption.
    pub bill: fn(Option<u16>) -> String,
    pub revenue: &'static str,
    pub direct_cost: &'static str,
    pub attention_cost: fn(&str, &str) -> String,
    pub other_cost: &'static str,
    pub contribution: &'static str,
    pub booked: &'static str,
    /// Days.
    pub late_payment: fn(&str) -> String,
    pub from_hours: &'static str,
    /// Months that the hours cover.
    pub from_hours_of: fn(u16) -> String,
    pub assumed: &'static str,
    pub certainty: &'static str,
    /// Something is missing, and no answer to it would change the class.
    pub certain_anyway: fn(&[String]) -> String,
    pub provisional: fn(&[String]) -> String,
    pub assumed_part: fn(Assumed) -> &'static str,
    pub still_possible: &'static str,
    pub never_satisfied: &'static str,
    pub never_satisfied_mark: &'static str,
    /// The owner's own mark: would like more of these.
    pub liked_mark: &'static str,
    pub verdict: &'static str,
    pub computed: &'static str,
    /// The class by the rules then and now.
    pub was_computed: fn(Class, Class) -> String,
    pub keep_class: fn(Class) -> String,
    pub other_class: &'static str,
    pub new_class: &'static str,
    pub reason: &'static str,
    pub choose_reason: &'static str,
    pub override_reason: fn(OverrideReason) -> &'static str,
    pub note: &'static str,
    pub note_needed: &'static str,
    pub set_class: fn(Class) -> String,
    pub cancel: &'static str,
    pub take_back: &'static str,
    // Drawer.
    pub limits: &'static str,
    pub close_limits: &'static str,
    pub weights: &'static str,
    pub limits_a: &'static str,
    pub floor: &'static str,
    pub cut: &'static str,
    pub limits_c: &'static str,
    pub least_contribution: &'static str,
    pub least_margin: &'static str,
    pub hour_cost: &'static str,
    pub not_a_number: &'static str,
    pub least_contribution_is: fn(&str, &str, &str) -> String,
    pub least_margin_is: fn(&str) -> String,
    pub hour_assumed: &'static str,
    pub use_hours: fn(&str) -> String,
    pub use_half: &'static str,
    pub ours: &'static str,
    pub n_change: fn(usize) -> String,
    pub none_change: &'static str,
    pub put_back: &'static str,
    pub reset: &'static str,
}
