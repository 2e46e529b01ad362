//! Classification: A, B or C for each customer, with its reasons (method.md sections 3 to 5).
//!
//! C is decided by money rules with a named cause, never by a score; A needs every criterion at the
//! middle **and** a high weighted score; B is everybody else. Borders come from the firm's own averages,
//! so one customer's figures move the others. Equality with a border favors the customer.
//!
//! Not here: filling what is unknown (`costs`), words (the app's `i18n`), how sure a class is (`certainty`).

pub mod answer;
pub mod concentration;
pub mod explain;
pub(crate) mod pipeline;
pub mod policy;
pub(crate) mod rules;
pub mod second_opinion;
pub mod summary;
pub mod weighing;

use arrayvec::ArrayVec;

use crate::costs::Inputs;
use crate::customers::Class;
pub use pipeline::Classifier;
pub use policy::{ContributionMin, MarginMin, Policy};

/// The four criteria of the article, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Criterion {
    /// Revenue.
    Size,
    /// Contribution, in euros and per euro.
    Profit,
    /// What it can become.
    Potential,
    /// How the relationship is.
    Relationship,
}

impl Criterion {
    /// In the order of weights and scores.
    pub const ALL: [Self; 4] = [
        Self::Size,
        Self::Profit,
        Self::Potential,
        Self::Relationship,
    ];
}

/// The first C rule that fires (method.md section 4, step 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rule {
    /// Nothing is left.
    Loss,
    /// Less is left than keeping the account costs.
    TooLittle,
    /// Too little per euro, and less than the average customer in euros.
    ThinMargin,
}

/// Why a C is not profitable enough (method.md section 4, step 4), most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    /// Price or purchasing: less gross margin than the firm makes elsewhere.
    Price,
    /// More attention than the gross margin pays for.
    Attention,
    /// Even at normal price and attention too little.
    Small,
    /// No revenue at all, or only credit notes.
    NoRevenue,
    /// The average customer loses money: the firm's rates, not this customer.
    FirmLevel,
}

/// The causes of one C.
pub type Causes = ArrayVec<Cause, 3>;

/// A requirement of A that is not met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fail {
    /// A criterion below the floor.
    Below(Criterion),
    /// The weighted total below the cut.
    Score,
    /// The contribution is unknown.
    ProfitUnknown,
}

/// How final a class is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// Nothing is missing.
    Definite,
    /// Something with weight is missing, assumed to be so, or the customer is new.
    Provisional,
    /// Set by hand.
    Override,
    /// No revenue and no cost in the period: not classified.
    Inactive,
    /// Not classified: revenue unknown.
    NoRevenueKnown,
}

/// A small set of classes: which are still possible.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes {
    bits: u8,
}

impl Classes {
    /// Adds one.
    pub fn insert(&mut self, class: Class) {
        self.bits |= 1 << class as u8;
    }

    /// Whether it is in the set.
    pub fn contains(self, class: Class) -> bool {
        self.bits & (1 << class as u8) != 0
    }

    /// How many.
    pub fn len(self) -> u32 {
        self.bits.count_ones()
    }

    /// None at all.
    pub fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// In the order A, B, C.
    pub fn iter(self) -> impl Iterator<Item = Class> {
        Class::ALL
            .into_iter()
            .filter(move |class| self.contains(*class))
    }
}

impl FromIterator<Class> for Classes {
    fn from_iter<I: IntoIterator<Item = Class>>(classes: I) -> Self {
        let mut set = Self::default();
        for class in classes {
            set.insert(class);
        }
        set
    }
}

/// The article's three warnings, and the mark of a B that asks too much.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent marks, each shown by itself"
)]
pub struct Flags {
    /// Big, but not best.
    pub biggest_not_best: bool,
    /// Takes far more than its share of attention.
    pub shouter: bool,
    /// Nice, but not best.
    pub nicest_not_best: bool,
    /// Nice, and its share of attention is above its share of gross margin: the same warning as
    /// `nicest_not_best`, with attention as the number.
    pub nice_takes_more: bool,
    /// A B above the attention limit.
    pub demanding_b: bool,
}

/// What was found about one customer. Money in euros per 12 months.
#[derive(Clone, Debug, PartialEq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent marks, each shown by itself"
)]
pub struct Classified {
    /// Gross margin.
    pub cm1: Option<f64>,
    /// Hours x rate + other cost to serve.
    pub attention_cost: Option<f64>,
    /// Customer contribution.
    pub cm2: Option<f64>,
    /// cm2 / revenue, for revenue above zero.
    pub margin: Option<f64>,
    /// 0 to 100 per criterion, in the order of `Criterion::ALL`.
    pub scores: [Option<f64>; 4],
    /// Weighted total of the known scores.
    pub total: Option<f64>,
    /// The C rule that fires; a new customer keeps it without being C.
    pub rule: Option<Rule>,
    /// Causes of a C, most telling first.
    pub causes: Causes,
    /// Requirements of A that are not met, when no rule makes it C.
    pub fails: ArrayVec<Fail, 6>,
    /// Criteria with weight that are unknown.
    pub missing: ArrayVec<Criterion, 4>,
    /// Classes that are still possible.
    pub possible: Classes,
    /// How final the class is.
    pub status: Status,
    /// By the rules; `None` when not classified.
    pub computed: Option<Class>,
    /// Final: an override wins.
    pub class: Option<Class>,
    /// A B that is close to A.
    pub b_plus: bool,
    /// Without our own-fault hours no rule would fire.
    pub own_fault: bool,
    /// at/cm1 above the attention limit.
    pub attention_flag: bool,
    /// Younger than `Policy::new_months`.
    pub is_new: bool,
    /// The three warnings.
    pub flags: Flags,
}

impl Classified {
    /// Whether it is a B that is close to A, also after a class by hand.
    pub fn is_b_plus(&self) -> bool {
        self.b_plus && self.class == Some(Class::B)
    }
}

/// The firm's own averages and the borders that follow from them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Firm {
    /// Active customers with a known contribution.
    pub n_active: usize,
    /// Gross margin per euro of revenue.
    pub gross_margin: Option<f64>,
    /// Attention cost per euro of gross margin.
    pub attention_share: Option<f64>,
    /// Contribution per euro of revenue.
    pub margin: Option<f64>,
    /// Mean contribution in euros.
    pub mean_cm2: Option<f64>,
    /// Least contribution in euros (`c_min`).
    pub contribution_min: f64,
    /// Least margin (`m_min`).
    pub margin_min: f64,
}

/// The classes of a whole firm.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Classification {
    /// The averages and borders used.
    pub firm: Firm,
    /// In customer order.
    pub customers: Vec<Classified>,
}

/// Classifies everyone (method.md section 4).
///
/// `rate` is the cost of an hour in euros; `overrides` holds one entry per customer, `None` where none.
pub fn classification_from(
    policy: &Policy,
    rate: f64,
    inputs: &[Inputs],
    overrides: &[Option<Class>],
) -> Classification {
    let mut classifier = Classifier::new(policy, rate, inputs, overrides);
    loop {
        if let Some(classification) = classifier.step() {
            return classification;
        }
    }
}

#[cfg(test)]
pub(crate) mod properties;
#[cfg(test)]
mod tests;
