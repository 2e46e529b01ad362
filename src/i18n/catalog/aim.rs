//! Texts of what follows from the ideal customer: whom the owner likes, what more of them would bring, how
//! to find them, and the figures behind the page.

use abc_core::stats::groups::EffectSize;

use super::ideal::Topic;
use crate::i18n::Span;

/// What follows from the ideal customer.
#[allow(missing_docs, reason = "the names say what the texts are about")]
pub struct AimTexts {
    /// The mark in the panel of a customer.
    pub like: &'static str,

    /// The heading above the owner's own choice.
    pub liked: &'static str,
    /// How the choice compares with the figures.
    pub liked_says: fn(&LikedSaid) -> Vec<Span>,
    /// While nobody is chosen.
    pub liked_none: &'static str,
    pub liked_search: &'static str,
    /// Opens the list of customers to tick.
    pub liked_choose: &'static str,
    /// After the names of the first: how many more there are.
    pub liked_rest: fn(usize) -> String,
    /// Under a list that is cut: how many more match.
    pub liked_more: fn(usize) -> String,

    /// The heading above share, target and gains.
    pub gains: &'static str,
    pub share_says: fn(&ShareSaid) -> Vec<Span>,
    pub target: &'static str,
    pub target_error: &'static str,
    /// What a target asks for.
    pub target_says: fn(&TargetSaid) -> String,
    pub focus: &'static str,
    pub focus_says: fn(&FocusSaid) -> String,
    pub special: &'static str,
    pub special_says: fn(&SpecialSaid) -> String,
    pub gain: &'static str,
    pub gain_says: fn(&GainSaid) -> String,
    /// Where the figures of a gain are not known.
    pub unknown: &'static str,

    /// The heading above the texts per channel.
    pub briefs: &'static str,
    pub briefs_hint: &'static str,
    /// Nothing to aim at.
    pub briefs_none: &'static str,
    /// The channel by which A customers came more often, and whether that may be chance.
    pub came_by: fn(&str, bool) -> String,
    pub channels: &'static str,
    pub channel: fn(Channel) -> &'static str,
    /// Whom to aim at, as a part of a sentence.
    pub who: fn(&[Described]) -> String,
    /// The text for a channel, given whom to aim at.
    pub brief: fn(Channel, &str) -> String,
    pub brief_copied: &'static str,

    /// Opens the figures behind the page.
    pub figures: &'static str,
    pub figures_note: &'static str,
    /// Trait, A, others, share of A, more often, odds ratio, p, q, verdict.
    pub figures_head: [&'static str; 9],
    /// The button that shows every row.
    pub figures_all: fn(usize) -> String,
    /// "1.8 times".
    pub times: fn(&str) -> String,
    /// Numbers that are known of so many.
    pub known: fn(usize) -> String,
    /// How large a difference between numbers is.
    pub size: fn(EffectSize) -> &'static str,
}

/// Where to look for customers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// Customers and acquaintances who know somebody.
    Referral,
    /// The firm's own site.
    Website,
    /// A post or message there.
    LinkedIn,
    /// A call or mail to a stranger.
    Outreach,
    /// Paid.
    Ads,
}

impl Channel {
    /// From what costs least to what costs most.
    pub const ALL: [Self; 5] = [
        Self::Referral,
        Self::Website,
        Self::LinkedIn,
        Self::Outreach,
        Self::Ads,
    ];

    /// As in the key of an edited text.
    pub fn code(self) -> &'static str {
        match self {
            Self::Referral => "referral",
            Self::Website => "website",
            Self::LinkedIn => "linkedin",
            Self::Outreach => "outreach",
            Self::Ads => "ads",
        }
    }
}

/// A trait of the ideal customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    /// What it is about.
    pub topic: Topic,
    /// The header, within a sentence.
    pub name: String,
    /// The value, or several with "or" between.
    pub value: String,
    /// The difference may be chance.
    pub is_hint: bool,
}

/// The customers that the owner likes to work for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LikedSaid {
    /// How many.
    pub n: usize,
    /// Of those, A.
    pub n_a: usize,
    /// Of those, C.
    pub n_c: usize,
    /// Of those, how many fit the profile; `None` without a profile that says who fits.
    pub n_fitting: Option<usize>,
}

/// The share of ideal customers.
#[derive(Clone, Copy, Debug)]
pub struct ShareSaid<'a> {
    /// Ideal is who fits the profile; else who is A.
    pub is_by_profile: bool,
    /// Ideal customers.
    pub n_ideal: usize,
    /// Classified customers.
    pub n: usize,
    /// The one in the other.
    pub share: &'a str,
    /// Their part of the revenue.
    pub revenue_share: Option<&'a str>,
}

/// What a target asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TargetSaid {
    /// Ideal customers to have.
    pub n_wanted: usize,
    /// Ideal customers now.
    pub n_ideal: usize,
}

/// Focus: where the hours go.
#[derive(Clone, Copy, Debug)]
pub struct FocusSaid<'a> {
    /// The part of the hours that goes to ideal customers.
    pub hours_share: &'a str,
    /// Hours of the others.
    pub other_hours: &'a str,
    /// How many others.
    pub n_others: usize,
}

/// Specialisation: how alike the customers are.
#[derive(Clone, Copy, Debug)]
pub struct SpecialSaid<'a> {
    /// The header, within a sentence.
    pub name: &'a str,
    /// Values that customers have.
    pub n_values: usize,
    /// The value that the profile names.
    pub value: &'a str,
    /// Customers with that value.
    pub n_with: usize,
    /// Customers of whom it is known.
    pub n_known: usize,
}

/// Return: what an ideal customer contributes.
#[derive(Clone, Copy, Debug)]
pub struct GainSaid<'a> {
    /// Whether ideal is who fits the profile; else who is A.
    pub is_by_profile: bool,
    /// An ideal customer a year.
    pub ideal: &'a str,
    /// Another a year.
    pub other: &'a str,
    /// Whether those amounts rest on costs that are our assumption.
    pub is_assumed: bool,
    /// Whether the ideal one contributes more.
    pub is_more: bool,
    /// What the target would add a year, and how many customers that is.
    pub target: Option<(&'a str, usize)>,
}
