//! One booking: whose revenue is on its lines (rule 7 of books-corpus/README.md).

use std::collections::HashMap;

use super::accounts::{Group, Judged};

/// A line of the ledger, with what it names as positions.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Line {
    pub(crate) account: u32,
    /// Credit minus debit.
    pub(crate) credit_cents: i64,
    pub(crate) party: Option<u32>,
    pub(crate) invoice: Option<u32>,
    pub(crate) document: Option<u32>,
    pub(crate) project: Option<u32>,
}

/// What a line does to the figures.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Effect {
    pub(crate) account: u32,
    pub(crate) credit_cents: i64,
    /// The customer, for revenue.
    pub(crate) owner: Option<u32>,
    pub(crate) project: Option<u32>,
}

/// One, or too many to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unique {
    One(u32),
    Several,
}

impl Unique {
    /// With another one beside it.
    pub(crate) fn with(known: Option<Self>, party: u32) -> Self {
        match known {
            None => Self::One(party),
            Some(Self::One(other)) if other == party => Self::One(party),
            Some(_) => Self::Several,
        }
    }

    fn one(self) -> Option<u32> {
        match self {
            Self::One(party) => Some(party),
            Self::Several => None,
        }
    }
}

/// What the lines of a booking do, revenue with its customer where one can be told.
pub(crate) fn effects_of(lines: &[Line], judged: &[Judged]) -> Vec<Effect> {
    let of = |line: &Line| judged.get(line.account as usize);
    let is_revenue = |line: &Line| of(line).is_some_and(|account| account.is_revenue);
    let needs_search = lines
        .iter()
        .any(|line| line.party.is_none() && is_revenue(line));
    let search = needs_search.then(|| Search::of(lines, judged));
    let effect = |line: &Line| Effect {
        account: line.account,
        credit_cents: line.credit_cents,
        owner: if is_revenue(line) {
            line.party
                .or_else(|| search.as_ref().and_then(|search| search.owner_of(line)))
        } else {
            None
        },
        project: line.project,
    };
    lines.iter().map(effect).collect()
}

/// Where the customers of lines without a number are looked for.
struct Search {
    /// Among all numbers of the booking, creditors left out.
    any: Option<Unique>,
    by_invoice: HashMap<u32, Unique>,
    by_document: HashMap<u32, Unique>,
}

impl Search {
    fn of(lines: &[Line], judged: &[Judged]) -> Self {
        let mut is_creditor: HashMap<u32, bool> = HashMap::new();
        for line in lines {
            let (Some(party), Some(account)) = (line.party, judged.get(line.account as usize))
            else {
                continue;
            };
            match account.group {
                // Whoever is a debtor as well may be the customer.
                Group::Debtors => {
                    is_creditor.insert(party, false);
                }
                Group::Creditors => {
                    is_creditor.entry(party).or_insert(true);
                }
                _ => {}
            }
        }
        let mut search = Self {
            any: None,
            by_invoice: HashMap::new(),
            by_document: HashMap::new(),
        };
        for line in lines {
            let Some(party) = line
                .party
                .filter(|party| is_creditor.get(party) != Some(&true))
            else {
                continue;
            };
            search.any = Some(Unique::with(search.any, party));
            let note = |by: &mut HashMap<u32, Unique>, reference: Option<u32>| {
                if let Some(reference) = reference {
                    let known = by.get(&reference).copied();
                    by.insert(reference, Unique::with(known, party));
                }
            };
            note(&mut search.by_invoice, line.invoice);
            note(&mut search.by_document, line.document);
        }
        search
    }

    fn owner_of(&self, line: &Line) -> Option<u32> {
        let found = |by: &HashMap<u32, Unique>, reference: Option<u32>| by.get(&reference?)?.one();
        self.any?
            .one()
            .or_else(|| found(&self.by_invoice, line.invoice))
            .or_else(|| found(&self.by_document, line.document))
    }
}
