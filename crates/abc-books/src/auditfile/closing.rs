//! The booking that closes a year: it empties the result accounts, so that counting it would leave nothing.
//!
//! Words alone do not prove it, since accountants invoice a "jaarafsluiting"; and it may carry no words. So
//! a booking under suspicion waits until all others are in, and its effect decides.

use std::collections::HashMap;

use abc_core::date::Date;

use super::accounts::{Group, Judged, Statement};
use super::booking::{Effect, Line};

/// A booking that waits.
#[derive(Debug)]
pub(crate) struct Held {
    pub(crate) effects: Vec<Effect>,
    pub(crate) suspicion: Suspicion,
    pub(crate) day: Option<Date>,
}

/// Why a booking may be the closing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Suspicion {
    /// Its words say so, and it moves nothing but results and equity between nobody.
    WordsAndAccounts,
    /// Its words say so.
    Words,
    /// It moves results to equity.
    Accounts,
}

impl Suspicion {
    pub(crate) fn of(lines: &[Line], judged: &[Judged], is_called_closing: bool) -> Option<Self> {
        let mut has_result = false;
        let mut has_equity = false;
        let mut has_other = false;
        for line in lines {
            match judged.get(line.account as usize) {
                Some(account) if account.statement == Statement::Result => has_result = true,
                Some(account) if account.group == Group::Equity => has_equity = true,
                _ => has_other = true,
            }
            has_other |= line.party.is_some();
        }
        let is_result_to_equity = has_result && has_equity && !has_other;
        match (has_result && is_called_closing, is_result_to_equity) {
            (true, true) => Some(Self::WordsAndAccounts),
            (true, false) => Some(Self::Words),
            (false, true) => Some(Self::Accounts),
            (false, false) => None,
        }
    }
}

/// Whether a text says that a year is closed.
pub(crate) fn says_closing(text: &str) -> bool {
    const WORDS: [&str; 10] = [
        "jaarafsluit",
        "afsluiting boekjaar",
        "afsluiten boekjaar",
        "afsluiting van het boekjaar",
        "boekjaarafsluit",
        "afsluiting jaar",
        "sluiten boekjaar",
        "year-end clos",
        "year end clos",
        "closing entr",
    ];
    // Most texts are something else, and there are millions of them.
    let has_start = |start: &[u8]| {
        text.as_bytes()
            .windows(4)
            .any(|w| w.eq_ignore_ascii_case(start))
    };
    if !has_start(b"slui") && !has_start(b"clos") {
        return false;
    }
    let text = text.to_lowercase();
    WORDS.iter().any(|word| text.contains(word))
}

/// Per held booking: whether it closes the year. `balances` hold all other bookings.
pub(crate) fn which_close(held: &[Held], judged: &[Judged], balances: &[i64]) -> Vec<bool> {
    let is_result = |account: u32| {
        judged
            .get(account as usize)
            .is_some_and(|judged| judged.statement == Statement::Result)
    };
    let of_results = |booking: &Held| {
        let mut sums: HashMap<u32, i64> = HashMap::new();
        for effect in booking
            .effects
            .iter()
            .filter(|effect| is_result(effect.account))
        {
            let sum = sums.entry(effect.account).or_default();
            *sum = sum.saturating_add(effect.credit_cents);
        }
        sums
    };
    // A closing may be spread over several bookings, one account each.
    let mut with_words: HashMap<u32, i64> = HashMap::new();
    for booking in held.iter().filter(|b| b.suspicion != Suspicion::Accounts) {
        for effect in booking
            .effects
            .iter()
            .filter(|effect| is_result(effect.account))
        {
            let sum = with_words.entry(effect.account).or_default();
            *sum = sum.saturating_add(effect.credit_cents);
        }
    }
    let balance = |account: u32| balances.get(account as usize).copied().unwrap_or(0);
    let closes = |booking: &Held| {
        let own = of_results(booking);
        let empties_alone =
            |(account, sum): (&u32, &i64)| balance(*account).saturating_add(*sum) == 0;
        let empties_together = |(account, _): (&u32, &i64)| {
            let sum = with_words.get(account).copied().unwrap_or(0);
            balance(*account).saturating_add(sum) == 0
        };
        let moves = own.values().any(|sum| *sum != 0);
        match booking.suspicion {
            Suspicion::WordsAndAccounts => true,
            Suspicion::Words => {
                moves && (own.iter().all(empties_alone) || own.iter().all(empties_together))
            }
            Suspicion::Accounts => {
                let has_revenue = own.keys().any(|account| {
                    judged
                        .get(*account as usize)
                        .is_some_and(|judged| judged.is_revenue)
                });
                moves && has_revenue && own.iter().all(empties_alone)
            }
        }
    };
    held.iter().map(closes).collect()
}
