//! What the owner says of one customer.

use crate::customers::{Attention, Rating};

/// The owner's own ratings and estimates of one customer. A rating wins over a column of the file, an
/// estimate fills what no file says. Of a rating the outer `Option` says whether the owner spoke, the inner
/// whether he knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OwnRating {
    /// Potential.
    pub potential: Option<Option<Rating>>,
    /// Relationship.
    pub relationship: Option<Option<Rating>>,
    /// How much time it takes, for the time equation; wins over a column of the file.
    pub attention: Option<Attention>,
    /// Orders a year, for the time equation; wins over a column of the file, as all three counts.
    pub orders: Option<u32>,
    /// Visits a year.
    pub visits: Option<u32>,
    /// Complaints a year.
    pub complaints: Option<u32>,
    /// Its hours a year in whole seconds, instead of the time equation.
    pub seconds: Option<u32>,
    /// The part of its revenue that goes to direct cost, in permille.
    pub purchases_permille: Option<u16>,
    /// The mark "never satisfied": a remark beside the figures, which enters none of them. It can be
    /// personal data, so it is only kept while it stands.
    pub never_satisfied: bool,
    /// The mark "I would like more of these": the owner's taste, which enters no figure either.
    pub liked: bool,
}

impl OwnRating {
    /// The most orders, visits or complaints of one customer in a year.
    pub const MOST_COUNTED: u32 = 1_000_000;

    /// The most seconds of one customer in a year: a million hours.
    pub const MOST_SECONDS: u32 = 3_600_000_000;
}
