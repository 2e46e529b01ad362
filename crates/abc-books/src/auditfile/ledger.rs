//! What is added up while the bookings of one fiscal year pass by, and what comes out in the end.
//!
//! Memory grows with accounts, relations and projects, and with the bookings that may be a year-end closing.

use abc_core::customers::Bought;
use abc_core::date::Date;
use abc_core::intake::{Noted, RejectReason, RowTally};

use super::accounts::{Accounts, Group, Judged, Statement};
use super::booking::{Effect, Line, Unique, effects_of};
use super::closing::{Held, Suspicion};
use super::parties::Parties;
use super::positions::Positions;
use crate::limits::{MAX_KEPT_LINES, MAX_LINES, MAX_NOTES};

/// The firm and the year, as the header names them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Header {
    /// What the file says of its own version, in the root element or in a field of its own.
    pub(crate) stated_version: String,
    pub(crate) fiscal_year: String,
    pub(crate) start: Option<Date>,
    pub(crate) end: Option<Date>,
    /// The day on which the file was made.
    pub(crate) created: Option<Date>,
    pub(crate) currency: String,
    pub(crate) company: String,
    /// Number of the administration, chamber of commerce number, VAT number.
    pub(crate) company_numbers: Vec<String>,
}

/// The totals that the file gives of itself.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ControlTotals {
    pub(crate) n_lines: Option<u64>,
    pub(crate) debit_cents: Option<i64>,
    pub(crate) credit_cents: Option<i64>,
}

/// Added up as written, per side.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Written {
    pub(crate) n_lines: u64,
    pub(crate) n_bookings: u64,
    pub(crate) debit_cents: i64,
    pub(crate) credit_cents: i64,
    /// The same with the sign of a negative amount taken for its side.
    pub(crate) debit_flipped_cents: i64,
    pub(crate) credit_flipped_cents: i64,
}

/// What one relation brought.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct PartyTotals {
    pub(crate) revenue_cents: i64,
    pub(crate) n_lines: u32,
    pub(crate) bought: Bought,
}

/// Whose a project is, and what it cost.
#[derive(Clone, Copy, Debug, Default)]
struct ProjectTotals {
    owner: Option<Unique>,
    cost_cents: i64,
    has_cost: bool,
}

/// What was met on the way.
#[derive(Clone, Copy, Debug, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "a list of marks, each on its own"
)]
pub(crate) struct Met {
    pub(crate) opening: bool,
    pub(crate) closing: bool,
    pub(crate) split_booking: bool,
    pub(crate) foreign_currency: bool,
    pub(crate) bookings: bool,
    /// Characters that XML forbids.
    pub(crate) forbidden: bool,
    /// An account was described after the first booking: that booking was judged without it.
    pub(crate) late_account: bool,
    /// Elements that only one version has.
    pub(crate) version_2_0: bool,
    pub(crate) version_4_0: bool,
}

/// The ledger of one fiscal year.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    pub(crate) header: Header,
    pub(crate) accounts: Accounts,
    pub(crate) parties: Parties,
    pub(crate) control: ControlTotals,
    pub(crate) written: Written,
    pub(crate) met: Met,
    pub(crate) tally: RowTally,
    pub(crate) rejected: Vec<Noted<RejectReason>>,
    /// What the user takes for revenue.
    chosen: Option<Vec<String>>,
    pub(crate) judged: Vec<Judged>,
    /// Credit minus debit per account.
    pub(crate) balances: Vec<i64>,
    per_party: Vec<PartyTotals>,
    pub(crate) without_customer_cents: i64,
    pub(crate) n_lines_without_customer: u64,
    project_numbers: Positions,
    projects: Vec<ProjectTotals>,
    /// The invoices and documents that the lines of one booking refer to.
    pub(crate) references: Positions,
    held: Vec<Held>,
    n_held_lines: usize,
    pub(crate) last_revenue_day: Option<Date>,
}

impl Ledger {
    /// `accounts`: what an earlier pass knows of them.
    pub(crate) fn new(chosen: Option<Vec<String>>, accounts: Accounts) -> Self {
        Self {
            accounts,
            chosen,
            ..Self::default()
        }
    }

    /// Called before the first booking, and when a booking names an account that nothing describes.
    pub(crate) fn judge_accounts(&mut self) {
        self.accounts
            .judge_further(&mut self.judged, self.chosen.as_deref());
        self.balances.resize(self.judged.len(), 0);
    }

    /// The position of a project; `None` for none, which some write as zero or a dash.
    pub(crate) fn project(&mut self, number: &str) -> Option<u32> {
        if number.chars().all(|c| matches!(c, '0' | '-' | ' ')) {
            return None;
        }
        let known = self.project_numbers.known(number);
        known.or_else(|| {
            self.projects.push(ProjectTotals::default());
            Some(self.project_numbers.add(number))
        })
    }

    /// The position of a reference among those of the booking; `None` for none.
    pub(crate) fn reference(&mut self, text: &str) -> Option<u32> {
        if text.is_empty() {
            return None;
        }
        let known = self.references.known(text);
        known.or_else(|| Some(self.references.add(text)))
    }

    /// Whether the file holds more than any small firm's, and more than should be kept.
    pub(crate) fn is_too_much(&self) -> bool {
        let numbers = [&self.project_numbers, &self.references];
        self.parties.is_too_much()
            || self.accounts.is_too_much()
            || numbers.into_iter().any(Positions::is_too_much)
            || self.written.n_lines > MAX_LINES
            || self.n_held_lines > MAX_KEPT_LINES
    }

    /// A line whose amount cannot be read.
    pub(crate) fn reject(&mut self, line: u64, text: String) {
        self.tally.records += 1;
        self.tally.rejected += 1;
        if self.rejected.len() < MAX_NOTES {
            self.rejected.push(Noted {
                line,
                reason: RejectReason::AmountInvalid,
                column: None,
                text,
            });
        }
    }

    /// A booking that opens the year: its lines are no movement of it.
    pub(crate) fn ignore(&mut self, lines: &[Line]) {
        self.met.opening |= !lines.is_empty();
        self.tally.records += lines.len() as u64;
        self.tally.ignored += lines.len() as u64;
    }

    /// A booking of the year. `is_called_closing`: its words, or those of its journal, say that it closes it.
    pub(crate) fn book(&mut self, lines: &[Line], is_called_closing: bool, day: Option<Date>) {
        if self.judged.len() < self.accounts.list.len() {
            self.judge_accounts();
        }
        self.tally.records += lines.len() as u64;
        let effects = effects_of(lines, &self.judged);
        match Suspicion::of(lines, &self.judged, is_called_closing) {
            Some(suspicion) => {
                self.n_held_lines += effects.len();
                self.held.push(Held {
                    effects,
                    suspicion,
                    day,
                });
            }
            None => self.apply(&effects, day),
        }
    }

    fn apply(&mut self, effects: &[Effect], day: Option<Date>) {
        self.tally.accepted += effects.len() as u64;
        let mut owner_of_booking = None;
        for effect in effects {
            if let Some(balance) = self.balances.get_mut(effect.account as usize) {
                *balance = balance.saturating_add(effect.credit_cents);
            }
            let Some(account) = self.judged.get(effect.account as usize) else {
                continue;
            };
            let project = effect
                .project
                .and_then(|idx| self.projects.get_mut(idx as usize));
            if !account.is_revenue {
                let is_direct =
                    account.statement == Statement::Result && account.group != Group::Overhead;
                if let Some(project) = project.filter(|_| is_direct) {
                    project.has_cost = true;
                    project.cost_cents = project.cost_cents.saturating_sub(effect.credit_cents);
                }
                continue;
            }
            self.last_revenue_day = self.last_revenue_day.max(day);
            let Some(owner) = effect.owner else {
                self.n_lines_without_customer += 1;
                self.without_customer_cents = self
                    .without_customer_cents
                    .saturating_add(effect.credit_cents);
                continue;
            };
            owner_of_booking = Some(Unique::with(owner_of_booking, owner));
            if let Some(project) = project {
                project.owner = Some(Unique::with(project.owner, owner));
            }
            let n_parties = self.parties.list.len();
            if self.per_party.len() < n_parties {
                self.per_party.resize(n_parties, PartyTotals::default());
            }
            if let Some(totals) = self.per_party.get_mut(owner as usize) {
                totals.revenue_cents = totals.revenue_cents.saturating_add(effect.credit_cents);
                totals.n_lines = totals.n_lines.saturating_add(1);
                if let Some(day) = day.filter(|_| effect.credit_cents > 0) {
                    totals.bought.add(day);
                }
            }
        }
        self.met.split_booking |= owner_of_booking == Some(Unique::Several);
    }

    /// After the last booking: those that close the year are left out, the others count after all.
    pub(crate) fn settle_held(&mut self) {
        let held = std::mem::take(&mut self.held);
        let is_closing = super::closing::which_close(&held, &self.judged, &self.balances);
        for (booking, is_closing) in held.into_iter().zip(is_closing) {
            if is_closing {
                self.met.closing = true;
                self.tally.ignored += booking.effects.len() as u64;
            } else {
                self.apply(&booking.effects, booking.day);
            }
        }
    }

    /// Those with revenue: position, totals.
    pub(crate) fn customers(&self) -> impl Iterator<Item = (usize, PartyTotals)> + '_ {
        let totals = self.per_party.iter().copied().enumerate();
        totals.filter(|(_, totals)| totals.n_lines > 0)
    }

    /// Cost of the projects that are one customer's alone, by position; `None` where no project is.
    pub(crate) fn direct_costs(&self) -> Vec<Option<i64>> {
        let mut costs = vec![None; self.parties.list.len()];
        for project in self.projects.iter().filter(|project| project.has_cost) {
            let Some(Unique::One(owner)) = project.owner else {
                continue;
            };
            if let Some(cost) = costs.get_mut(owner as usize) {
                *cost = Some(cost.unwrap_or(0_i64).saturating_add(project.cost_cents));
            }
        }
        costs
    }

    /// Credit minus debit over the accounts that are revenue.
    pub(crate) fn revenue_cents(&self) -> i64 {
        self.sum_of_balances(|account| account.is_revenue)
    }

    /// Debit minus credit over all other result accounts.
    pub(crate) fn cost_cents(&self) -> i64 {
        -self.sum_of_balances(|account| {
            !account.is_revenue && account.statement == Statement::Result
        })
    }

    fn sum_of_balances(&self, counts: impl Fn(&Judged) -> bool) -> i64 {
        let pairs = self.judged.iter().zip(&self.balances);
        pairs
            .filter(|(account, _)| counts(account))
            .fold(0, |sum, (_, balance)| sum.saturating_add(*balance))
    }
}
