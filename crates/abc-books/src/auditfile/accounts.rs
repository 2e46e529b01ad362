//! Ledger accounts: which are results, which are revenue, which hold what creditors or debtors owe.
//!
//! A reference code (RGS) decides where there is one; only accounts without a code are judged by name, and
//! the number of an account proves nothing.

use abc_core::intake::JudgedBy;
use abc_core::mapping::is_named_revenue;

use super::positions::Positions;
use crate::limits::MAX_SHARED_BYTES;

/// What the master data say of an account.
#[derive(Clone, Debug, Default)]
pub(crate) struct Account {
    pub(crate) number: String,
    pub(crate) name: String,
    /// Free text in most versions.
    pub(crate) kind: String,
    pub(crate) rgs: Option<String>,
    /// Whether the master data name it at all.
    pub(crate) is_listed: bool,
}

/// Where an account stands in the yearly figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Statement {
    Balance,
    Result,
    /// The file does not say.
    Unknown,
}

/// What an account is used for here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Judged {
    pub(crate) statement: Statement,
    pub(crate) is_revenue: bool,
    pub(crate) by: JudgedBy,
    pub(crate) group: Group,
}

/// Accounts that are treated in a way of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    Debtors,
    Creditors,
    Equity,
    /// Wages and depreciation are no direct cost of a project: the hours of the project stand for them.
    Overhead,
    Other,
}

/// All accounts of a ledger, in order of appearance.
#[derive(Debug, Default)]
pub(crate) struct Accounts {
    pub(crate) list: Vec<Account>,
    numbers: Positions,
    n_name_bytes: usize,
}

impl Accounts {
    /// The position of an account; one that only bookings name is added.
    pub(crate) fn idx(&mut self, number: &str) -> u32 {
        let known = self.numbers.known(number);
        known.unwrap_or_else(|| {
            self.list.push(Account {
                number: number.to_owned(),
                ..Account::default()
            });
            self.numbers.add(number)
        })
    }

    /// Adds what the master data say; an account that stands there twice keeps what it had.
    pub(crate) fn add(&mut self, account: Account) {
        let idx = self.idx(&account.number) as usize;
        let Some(known) = self.list.get_mut(idx) else {
            return;
        };
        self.n_name_bytes += account.name.len() + account.kind.len();
        let rgs = known.rgs.take().or_else(|| account.rgs.clone());
        if !known.is_listed {
            *known = account;
        }
        known.rgs = rgs;
    }

    /// A code that stands apart from its account (3.1).
    pub(crate) fn add_code(&mut self, number: &str, code: &str) {
        let idx = self.idx(number) as usize;
        if let Some(account) = self.list.get_mut(idx) {
            account.rgs = account.rgs.take().or_else(|| reference_code(code));
        }
    }

    /// Whether these are more than should be kept.
    pub(crate) fn is_too_much(&self) -> bool {
        self.numbers.is_too_much() || self.n_name_bytes > MAX_SHARED_BYTES
    }

    /// What each account is used for. `chosen`: the numbers that the user takes for revenue.
    pub(crate) fn judged(&self, chosen: Option<&[String]>) -> Vec<Judged> {
        let mut judged = Vec::with_capacity(self.list.len());
        self.judge_further(&mut judged, chosen);
        judged
    }

    /// The same for the accounts that came since: those that only bookings name.
    pub(crate) fn judge_further(&self, known: &mut Vec<Judged>, chosen: Option<&[String]>) {
        let letters = if known.is_empty() {
            Letters::of(&self.list)
        } else {
            Letters::Usual
        };
        let judge = |account: &Account| {
            let mut judged = judged(account, letters);
            if let Some(chosen) = chosen {
                let is_chosen = chosen.contains(&account.number);
                if is_chosen != judged.is_revenue {
                    judged.by = JudgedBy::User;
                }
                judged.is_revenue = is_chosen;
                if is_chosen {
                    judged.statement = Statement::Result;
                }
            }
            judged
        };
        known.extend(self.list.iter().skip(known.len()).map(judge));
    }
}

fn judged(account: &Account, letters: Letters) -> Judged {
    let name = account.name.to_lowercase();
    let code = account.rgs.as_deref();
    let statement = match code.and_then(|code| code.chars().next()) {
        Some('W') => Statement::Result,
        Some(_) => Statement::Balance,
        None => letters.statement_of(&account.kind),
    };
    let has_code = |prefixes: &[&str]| {
        code.is_some_and(|code| prefixes.iter().any(|prefix| code.starts_with(prefix)))
    };
    let is_called = |words: &[&str]| code.is_none() && words.iter().any(|word| name.contains(word));
    let is_revenue = match code {
        Some(code) => code.starts_with("WOmz"),
        None => statement != Statement::Balance && is_named_revenue(&name),
    };
    let is_no_result = statement != Statement::Result;
    let group = if has_code(&["BSchCre"]) || (is_no_result && is_called(CREDITORS_NAMES)) {
        Group::Creditors
    } else if has_code(&["BVorDeb"]) || (is_no_result && is_called(DEBTORS_NAMES)) {
        Group::Debtors
    } else if has_code(&["BEiv"]) || (is_no_result && is_called(EQUITY_NAMES)) {
        Group::Equity
    } else if has_code(&["WPer", "WAfs", "WFbe", "WBel"]) || is_called(OVERHEAD_NAMES) {
        Group::Overhead
    } else {
        Group::Other
    };
    Judged {
        statement: if is_revenue {
            Statement::Result
        } else {
            statement
        },
        is_revenue,
        by: match code {
            Some(_) => JudgedBy::Code,
            None => JudgedBy::Description,
        },
        group,
    }
}

const CREDITORS_NAMES: &[&str] = &["crediteur", "creditor", "accounts payable", "leverancier"];

const DEBTORS_NAMES: &[&str] = &["debiteur", "debtor", "accounts receivable"];

const EQUITY_NAMES: &[&str] = &[
    "eigen vermogen",
    "kapitaal",
    "reserve",
    "resultaat",
    "winst",
    "equity",
    "retained",
    "profit",
    "capital",
];

const OVERHEAD_NAMES: &[&str] = &[
    "loon",
    "lonen",
    "salaris",
    "sociale lasten",
    "pensioen",
    "personeel",
    "afschrijving",
    "rente",
    "wage",
    "salar",
    "social security",
    "depreciation",
    "interest",
];

/// The reference code in a text: B or W and groups of three letters, cut at a dot; `41`, `0000` and `RGS-1`
/// are none.
pub(crate) fn reference_code(text: &str) -> Option<String> {
    let code = text.trim();
    let base = code.split('.').next().unwrap_or_default();
    let (first, groups) = base.split_at_checked(1)?;
    let is_group = |group: &[u8]| match group {
        [a, b, c] => a.is_ascii_uppercase() && b.is_ascii_lowercase() && c.is_ascii_lowercase(),
        _ => false,
    };
    let is_code = matches!(first, "B" | "W")
        && !groups.is_empty()
        && groups.as_bytes().chunks(3).all(is_group);
    is_code.then(|| code.to_owned())
}

/// How a file uses the letters of account types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Letters {
    /// B is balance, P is result.
    Usual,
    /// A and P are balance (activa, passiva), B and L result (baten, lasten).
    TurnedRound,
}

impl Letters {
    fn of(accounts: &[Account]) -> Self {
        let uses = |letter: &str| {
            accounts
                .iter()
                .any(|account| account.kind.trim().eq_ignore_ascii_case(letter))
        };
        let is_turned = uses("A") && uses("L") && (uses("B") || uses("P"));
        if is_turned {
            Self::TurnedRound
        } else {
            Self::Usual
        }
    }

    fn statement_of(self, kind: &str) -> Statement {
        let kind: String = kind
            .to_lowercase()
            .chars()
            .filter(|c| c.is_alphanumeric())
            .collect();
        if self == Self::TurnedRound {
            match kind.as_str() {
                "a" | "p" => return Statement::Balance,
                "b" | "l" => return Statement::Result,
                _ => {}
            }
        }
        match kind.as_str() {
            "b" | "bal" | "balans" | "a" | "bas" | "blns" | "activa" | "passiva" | "debiteur"
            | "crediteur" | "debiteuren" | "crediteuren" | "balansrekening" | "balance"
            | "asset" | "assets" | "liability" | "liabilities" | "equity" => Statement::Balance,
            "p"
            | "r"
            | "v"
            | "vw"
            | "w"
            | "l"
            | "wv"
            | "pnl"
            | "pl"
            | "wenv"
            | "winstverlies"
            | "winstenverlies"
            | "verlieswinst"
            | "verliesenwinst"
            | "winstverliesrekening"
            | "kosten"
            | "opbrengst"
            | "opbrengsten"
            | "resultaat"
            | "resultaten"
            | "resultatenrekening"
            | "profitloss"
            | "profitandloss"
            | "income"
            | "expense"
            | "expenses"
            | "revenue" => Statement::Result,
            _ => Statement::Unknown,
        }
    }
}

#[cfg(test)]
mod tests;
