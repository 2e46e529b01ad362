//! Texts on several files that become one list of customers.

use abc_core::join::{Flag, Reason};

use crate::i18n::Span;

/// Revenue and hours of nobody, as they are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WithoutCustomer {
    /// Euros.
    pub revenue: Option<String>,
    /// All hours.
    pub hours: Option<String>,
    /// What those hours are.
    pub apart: Vec<HoursApart>,
}

/// Hours of nobody, as a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HoursApart {
    /// Of names that belong to no customer yet.
    Unlinked(String),
    /// The firm's own.
    Own(String),
    /// Of lines that name nobody.
    Nameless(String),
}

/// Who is who among the files, and whose revenue counts.
#[allow(missing_docs, reason = "the names say what the texts are about")]
pub struct JoinTexts {
    pub title: &'static str,
    /// Proposals that are open.
    pub n_open: fn(usize) -> String,
    pub same: &'static str,
    pub different: &'static str,
    /// The names of both, for who does not see what the button is beside.
    pub same_of: fn(&str, &str) -> String,
    pub different_of: fn(&str, &str) -> String,
    /// Proposals that differ in form only.
    pub all_sure: fn(usize) -> String,
    pub reason: fn(Reason) -> &'static str,
    pub hours: fn(&str) -> String,
    pub show_all: fn(usize) -> String,
    /// So many customers that their names were compared for form only, which gave so many pairs, or not at
    /// all; up to how many they are compared in full.
    pub compared: fn(&str, Option<&str>, &str) -> String,
    /// Decisions that can be taken back.
    pub decided: fn(usize) -> String,
    pub is_same: &'static str,
    pub is_different: &'static str,
    pub is_apart: &'static str,
    pub is_own: &'static str,
    /// A registration that says the same as another.
    pub is_copy: &'static str,
    pub is_counted: &'static str,
    pub is_revenue: &'static str,
    pub take_back: &'static str,
    /// Customers that several files agree on.
    pub linked: fn(usize) -> String,
    pub split: &'static str,
    /// Revenue and hours that belong to nobody, and what those hours are.
    pub without_customer: fn(&WithoutCustomer) -> Vec<Span>,
    pub unmatched: fn(usize) -> String,
    pub own: &'static str,
    pub internal: &'static str,
    /// Links a name to a customer; the second names it for who does not see what it is beside.
    pub link_to: &'static str,
    pub link_of: fn(&str) -> String,
    /// The name in the hours.
    pub link_title: fn(&str) -> String,
    pub find_customer: &'static str,
    pub none_found: &'static str,
    pub link: &'static str,
    pub flag: fn(Flag) -> &'static str,
    /// A file that says the same as this other one, and does not count.
    pub copy_of: fn(&str) -> String,
    /// The later and the earlier file.
    pub same_hours: fn(&str, &str) -> String,
    pub count_once: &'static str,
    pub count_both: &'static str,
    /// Files that tell revenue, and customers that stand in more than one of them.
    pub which_revenue: fn(usize, u32) -> String,
    /// The names of files whose revenue is added up.
    pub added_up: fn(&str) -> String,
    /// Customers and revenue.
    pub answer_total: fn(&str, &str) -> String,
    /// Without a customer; how far from what the first answer gives, and whether it is more; whether it is
    /// right only where files tell other revenue of the same customers.
    pub answer_note: fn(Option<&str>, Option<&str>, bool, bool) -> String,
    /// The name that several customers have.
    pub which_customer: fn(&str) -> String,
    pub another_customer: &'static str,
    pub until_then: &'static str,
}
