//! The ledger of an auditfile.

use serde::{Deserialize, Serialize};

use super::words::StoredJudgedBy;
use super::{at_most, limits};
use crate::intake::{Books, LedgerAccount, YearCustomer, YearSummary};
use crate::money::Cents;

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredBooks {
    version: String,
    company: String,
    #[serde(deserialize_with = "at_most::<_, _, { limits::YEARS }>")]
    fiscal_years: Vec<String>,
    currency: String,
    #[serde(deserialize_with = "at_most::<_, _, { limits::ACCOUNTS }>")]
    revenue_accounts: Vec<StoredAccount>,
    revenue_cents: i64,
    cost_cents: i64,
    without_customer_cents: i64,
    #[serde(deserialize_with = "at_most::<_, _, { limits::YEARS }>")]
    years: Vec<StoredYear>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredAccount {
    number: String,
    name: String,
    rgs: Option<String>,
    is_revenue: bool,
    judged_by: StoredJudgedBy,
    balance_cents: i64,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredYear {
    year: String,
    revenue_cents: i64,
    cost_cents: i64,
    without_customer_cents: i64,
    #[serde(deserialize_with = "at_most::<_, _, { limits::CUSTOMERS }>")]
    customers: Vec<StoredYearCustomer>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredYearCustomer {
    code: String,
    name: String,
    revenue_cents: i64,
}

impl From<&Books> for StoredBooks {
    fn from(books: &Books) -> Self {
        let accounts = books.revenue_accounts.iter().map(StoredAccount::from);
        Self {
            version: books.version.clone(),
            company: books.company.clone(),
            fiscal_years: books.fiscal_years.clone(),
            currency: books.currency.clone(),
            revenue_accounts: accounts.collect(),
            revenue_cents: books.revenue_cents.0,
            cost_cents: books.cost_cents.0,
            without_customer_cents: books.without_customer_cents.0,
            years: books.years.iter().map(StoredYear::from).collect(),
        }
    }
}

impl From<StoredBooks> for Books {
    fn from(stored: StoredBooks) -> Self {
        let accounts = stored.revenue_accounts.into_iter();
        Self {
            version: stored.version,
            company: stored.company,
            fiscal_years: stored.fiscal_years,
            currency: stored.currency,
            revenue_accounts: accounts.map(Into::into).collect(),
            revenue_cents: Cents(stored.revenue_cents),
            cost_cents: Cents(stored.cost_cents),
            without_customer_cents: Cents(stored.without_customer_cents),
            years: stored.years.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<&LedgerAccount> for StoredAccount {
    fn from(account: &LedgerAccount) -> Self {
        Self {
            number: account.number.clone(),
            name: account.name.clone(),
            rgs: account.rgs.clone(),
            is_revenue: account.is_revenue,
            judged_by: account.judged_by.into(),
            balance_cents: account.balance_cents.0,
        }
    }
}

impl From<StoredAccount> for LedgerAccount {
    fn from(stored: StoredAccount) -> Self {
        Self {
            number: stored.number,
            name: stored.name,
            rgs: stored.rgs,
            is_revenue: stored.is_revenue,
            judged_by: stored.judged_by.into(),
            balance_cents: Cents(stored.balance_cents),
        }
    }
}

impl From<&YearSummary> for StoredYear {
    fn from(year: &YearSummary) -> Self {
        let customers = year.customers.iter().map(|customer| StoredYearCustomer {
            code: customer.code.clone(),
            name: customer.name.clone(),
            revenue_cents: customer.revenue_cents.0,
        });
        Self {
            year: year.year.clone(),
            revenue_cents: year.revenue_cents.0,
            cost_cents: year.cost_cents.0,
            without_customer_cents: year.without_customer_cents.0,
            customers: customers.collect(),
        }
    }
}

impl From<StoredYear> for YearSummary {
    fn from(stored: StoredYear) -> Self {
        let customers = stored.customers.into_iter().map(|customer| YearCustomer {
            code: customer.code,
            name: customer.name,
            revenue_cents: Cents(customer.revenue_cents),
        });
        Self {
            year: stored.year,
            revenue_cents: Cents(stored.revenue_cents),
            cost_cents: Cents(stored.cost_cents),
            without_customer_cents: Cents(stored.without_customer_cents),
            customers: customers.collect(),
        }
    }
}
