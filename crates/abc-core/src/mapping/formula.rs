//! The ways to make the revenue of a row from its cells.

use super::Choice;

/// How the revenue of one row is made from its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Formula {
    /// The cell of one column.
    Column(usize),
    /// The cells of several columns (months, quarters); empty ones count as nothing.
    Sum(Vec<usize>),
    /// One column less another, either of which may be empty.
    Difference { plus: usize, minus: usize },
    /// The cell of one column, negative where another says that it is on the other side: `100,00;D`.
    Sided {
        column: usize,
        side: usize,
        positive: Side,
    },
    /// Whole euros in one column and cents in the next: an unquoted decimal comma split the cell.
    Split { whole: usize, cents: usize },
    /// The cell of one column, less the VAT that stands in another, where it does.
    LessVat { column: usize, vat: usize },
    /// The cell of one column, with VAT at this percentage taken out.
    WithoutVat { column: usize, percent: u8 },
}

/// A side of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Debit,
    Credit,
}

impl Formula {
    /// The columns that are looked at.
    pub(crate) fn columns(&self) -> Vec<usize> {
        match self {
            // The side is no number.
            Self::Column(column) | Self::WithoutVat { column, .. } | Self::Sided { column, .. } => {
                vec![*column]
            }
            Self::Sum(columns) => columns.clone(),
            Self::Difference { plus, minus } => vec![*plus, *minus],
            Self::Split { whole, cents } => vec![*whole, *cents],
            Self::LessVat { column, vat } => vec![*column, *vat],
        }
    }
}

/// One answer to the question where the revenue comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) choice: Choice,
    pub(crate) formula: Formula,
}

fn choice_of(column: usize) -> Choice {
    Choice::Column(u32::try_from(column).unwrap_or(u32::MAX))
}

pub(super) fn single(column: usize) -> Candidate {
    Candidate {
        choice: choice_of(column),
        formula: Formula::Column(column),
    }
}

pub(super) fn sum_of(columns: &[usize]) -> Candidate {
    let indexes = columns
        .iter()
        .filter_map(|column| u32::try_from(*column).ok())
        .collect();
    Candidate {
        choice: Choice::SumOf(indexes),
        formula: Formula::Sum(columns.to_vec()),
    }
}

pub(super) fn debit_and_credit(debit: usize, credit: usize) -> Vec<Candidate> {
    vec![
        Candidate {
            choice: Choice::CreditMinusDebit,
            formula: Formula::Difference {
                plus: credit,
                minus: debit,
            },
        },
        Candidate {
            choice: Choice::DebitMinusCredit,
            formula: Formula::Difference {
                plus: debit,
                minus: credit,
            },
        },
    ]
}

/// One column of amounts beside one that says `D` or `C`.
pub(super) fn by_side(column: usize, side: usize) -> Vec<Candidate> {
    let candidate = |choice, positive| Candidate {
        choice,
        formula: Formula::Sided {
            column,
            side,
            positive,
        },
    };
    vec![
        candidate(Choice::CreditMinusDebit, Side::Credit),
        candidate(Choice::DebitMinusCredit, Side::Debit),
    ]
}

/// The amount with VAT less its VAT.
pub(super) fn less_vat(column: usize, vat: usize) -> Candidate {
    Candidate {
        choice: choice_of(column),
        formula: Formula::LessVat { column, vat },
    }
}

/// The amount in the last named column, its cents in a column without a name behind it.
pub(super) fn split_candidates(whole: usize) -> Vec<Candidate> {
    let split = Formula::Split {
        whole,
        cents: whole + 1,
    };
    let whole = Formula::Column(whole);
    vec![
        Candidate {
            choice: Choice::Yes,
            formula: split,
        },
        Candidate {
            choice: Choice::No,
            formula: whole,
        },
    ]
}

/// One column of money that is not plainly revenue: what it might be.
pub(super) fn meanings_of(column: usize, says_vat: bool) -> Vec<Candidate> {
    let as_revenue = Candidate {
        choice: Choice::RevenueExclVat,
        formula: Formula::Column(column),
    };
    let with_vat = |percent| Candidate {
        choice: Choice::InclVat(percent),
        formula: Formula::WithoutVat { column, percent },
    };
    let not_revenue = Candidate {
        choice: Choice::NotRevenue,
        formula: Formula::Column(column),
    };
    if says_vat {
        vec![with_vat(21), with_vat(9), as_revenue]
    } else {
        vec![not_revenue, as_revenue, with_vat(21)]
    }
}
