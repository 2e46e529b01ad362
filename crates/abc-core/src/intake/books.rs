//! What an auditfile says of the firm itself, beside its customers: the proof that their revenue is the
//! ledger's. Read by the books worker; kept here, so that the page need not link the reader.

use serde::{Deserialize, Serialize};

use crate::money::Cents;

/// The ledger of one auditfile, or of the parts that make one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Books {
    /// The version of the form: `2.0`, `3.1`, `3.2`, `3.2.1` or `4.0`.
    pub version: String,
    /// The firm whose books these are.
    pub company: String,
    /// As the file names them, usually `2025`.
    pub fiscal_years: Vec<String>,
    /// ISO code of the amounts, `EUR`.
    pub currency: String,
    /// The accounts that may hold revenue, in order of their numbers: those that count and the near misses.
    pub revenue_accounts: Vec<LedgerAccount>,
    /// Credit minus debit of the accounts that count.
    pub revenue_cents: Cents,
    /// Debit minus credit of all other result accounts: what estimated costs must reconcile to.
    pub cost_cents: Cents,
    /// The part of `revenue_cents` whose lines name no customer.
    pub without_customer_cents: Cents,
    /// Where the file holds several years: each by itself, never added up. The figures above are the latest.
    pub years: Vec<YearSummary>,
}

/// A ledger account and whether it is revenue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerAccount {
    /// The number as text.
    pub number: String,
    /// The name as written.
    pub name: String,
    /// The reference code (RGS), where the account has one.
    pub rgs: Option<String>,
    /// Whether it counts as revenue.
    pub is_revenue: bool,
    /// What that follows from.
    pub judged_by: JudgedBy,
    /// Credit minus debit over what counts.
    pub balance_cents: Cents,
}

/// What told that an account is revenue, or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum JudgedBy {
    /// Its reference code.
    Code,
    /// Its name, since it has no code.
    Description,
    /// Its number, in a list that says no more of it.
    Number,
    /// The user.
    User,
}

/// One fiscal year of a file that holds several.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct YearSummary {
    /// As the file names it.
    pub year: String,
    /// As in `Books`.
    pub revenue_cents: Cents,
    /// As in `Books`.
    pub cost_cents: Cents,
    /// As in `Books`.
    pub without_customer_cents: Cents,
    /// The customers with revenue in this year.
    pub customers: Vec<YearCustomer>,
}

/// What one customer brought in one year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearCustomer {
    /// Debtor number as text.
    pub code: String,
    /// The name as written.
    pub name: String,
    /// Revenue excl. VAT, net of credit notes.
    pub revenue_cents: Cents,
}
