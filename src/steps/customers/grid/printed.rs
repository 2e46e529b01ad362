//! A customer as the grid prints it.

use abc_core::certainty::Stability;
use abc_core::classify::Status;
use abc_core::customers::{Class, CustomerId, Grade, Rating};
use abc_core::export;

use super::super::assumed::grade_of;
use super::super::rows::{Sum, is_near_a, is_open, marks_on};
use super::super::screen::{Entry, letter_of};
use crate::components::Letter;
use crate::i18n::catalog::CustomersTexts;
use crate::i18n::{Catalog, Format};
use crate::platform::page;
use crate::state::derived::Outcome;
use crate::state::session::Column;

/// A figure as it is printed.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) is_negative: bool,
    /// How it is known.
    pub(super) grade: Grade,
    pub(super) is_unknown: bool,
    /// Customers whose figure is missing in a sum of others.
    pub(super) n_unknown: usize,
}

impl Cell {
    /// A sum of the figures that are known.
    pub(super) fn of_sum(sum: Sum, write: impl Fn(f64) -> String, texts: &CustomersTexts) -> Self {
        let known = sum.known();
        Self {
            text: known.map_or_else(|| texts.unknown.to_owned(), write),
            is_negative: known.is_some_and(|sum| sum < 0.0),
            grade: sum.grade,
            is_unknown: known.is_none(),
            n_unknown: known.map_or(0, |_| sum.n_unknown),
        }
    }
}

/// A row as it is printed.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::steps::customers) struct Printed {
    pub(super) name: String,
    pub(super) letter: Option<Letter>,
    pub(super) is_provisional: bool,
    pub(super) is_by_hand: bool,
    pub(super) mark: String,
    pub(super) revenue: Cell,
    pub(super) gross_margin: Cell,
    pub(super) attention: Cell,
    pub(super) contribution: Cell,
    pub(super) margin: Cell,
    pub(super) hours: Cell,
    pub(super) score: Cell,
    pub(super) potential: Option<u8>,
    pub(super) relationship: Option<u8>,
    pub(super) certainty: String,
    pub(super) is_weak: bool,
    pub(super) note: String,
}

impl Printed {
    pub(in crate::steps::customers) fn of(
        outcome: &Outcome,
        customer: u32,
        stability: Option<Stability>,
        catalog: &Catalog,
        format: Format,
    ) -> Self {
        let (texts, word) = (&catalog.customers, catalog.certainty.stability);
        let Some(Entry {
            customer: read,
            input,
            found,
        }) = Entry::of(outcome, customer)
        else {
            return Self::default();
        };
        let grade = grade_of(input);
        let money = |euros: Option<f64>, grade: Grade| match euros {
            Some(euros) => Cell {
                text: format.euros_exact(euros),
                is_negative: euros < 0.0,
                grade,
                ..Cell::default()
            },
            None => Cell {
                text: texts.unknown.to_owned(),
                is_unknown: true,
                ..Cell::default()
            },
        };
        let figure = |text: Option<String>, grade: Grade| Cell {
            grade: text.as_ref().map(|_| grade).unwrap_or_default(),
            text: text.unwrap_or_else(|| "–".to_owned()),
            ..Cell::default()
        };
        let is_by_hand = found.status == Status::Override;
        let is_provisional = found.status == Status::Provisional;
        let by_hand_over = if is_by_hand { found.computed } else { None };
        let classes: Vec<Class> = found.possible.iter().collect();
        let is_open = is_open(found);
        Self {
            name: read.name.clone(),
            letter: found.class.map(letter_of),
            is_provisional,
            is_by_hand,
            mark: (texts.klas)(found.class, is_provisional, by_hand_over),
            revenue: money(input.revenue, input.revenue_grade),
            gross_margin: money(found.cm1, input.revenue_grade.max(input.cost_grade)),
            attention: money(found.attention_cost, input.hours_grade),
            contribution: money(found.cm2, grade),
            margin: figure(found.margin.map(|margin| format.margin(margin)), grade),
            hours: figure(
                input.hours.map(|hours| format.decimals(hours, 2)),
                input.hours_grade,
            ),
            score: figure(found.total.map(|total| format.decimals(total, 0)), grade),
            potential: input.potential.map(Rating::value),
            relationship: input.relationship.map(Rating::value),
            certainty: match stability {
                _ if is_open => (texts.possible)(&classes),
                Some(stability) if !is_by_hand => word(stability).to_owned(),
                // Not reckoned yet.
                None if !is_by_hand && found.class.is_some() => "…".to_owned(),
                _ => (texts.status)(found.status).to_owned(),
            },
            is_weak: is_open || (stability == Some(Stability::Shaky) && !is_by_hand),
            note: note_of(outcome, customer, catalog),
        }
    }
}

impl Printed {
    /// For a file, in the order of `Column::ALL` and then the notes; what is unknown is left open.
    pub(in crate::steps::customers) fn cells(&self) -> Vec<export::Cell> {
        let text = |text: &str| export::Cell::Text(text.to_owned());
        let figure = |cell: &Cell| {
            let has_digits = cell.text.bytes().any(|byte| byte.is_ascii_digit());
            let is_known = has_digits && !cell.is_unknown;
            // A spreadsheet takes the printed minus for a letter.
            let text = is_known.then(|| cell.text.replace('\u{2212}', "-"));
            export::Cell::Number(text.unwrap_or_default())
        };
        let rating = |rating: Option<u8>| {
            export::Cell::Number(rating.map_or_else(String::new, |rating| rating.to_string()))
        };
        let letter = self
            .letter
            .map_or_else(String::new, |letter| format!("{letter:?}"));
        let cell = |column: Column| match column {
            Column::Class => text(&letter),
            Column::Name => text(&self.name),
            Column::Revenue => figure(&self.revenue),
            Column::GrossMargin => figure(&self.gross_margin),
            Column::Attention => figure(&self.attention),
            Column::Contribution => figure(&self.contribution),
            Column::Margin => figure(&self.margin),
            Column::Hours => figure(&self.hours),
            Column::Potential => rating(self.potential),
            Column::Relationship => rating(self.relationship),
            Column::Score => figure(&self.score),
            Column::Certainty => text(&self.certainty),
        };
        let cells = Column::ALL.into_iter().map(cell);
        cells.chain([text(&self.note)]).collect()
    }
}

/// What there is to say about a customer beside its class, in a few words.
fn note_of(outcome: &Outcome, customer: u32, catalog: &Catalog) -> String {
    let texts = &catalog.customers;
    let Some(Entry { found, input, .. }) = Entry::of(outcome, customer) else {
        return String::new();
    };
    let by_hand = outcome.project.overrides.get(&CustomerId(customer));
    let by_hand = by_hand.map(|by_hand| {
        let reason = (texts.override_reason)(by_hand.reason);
        (texts.was)(found.computed, reason)
    });
    let warnings = marks_on(found, input, texts.warning_marks);
    let is_new = found.is_new.then_some(texts.is_new);
    let first = by_hand.as_deref().into_iter().chain(is_new);
    let mut notes: Vec<&str> = first.chain(warnings.map(|(_, mark)| mark)).collect();
    let own = outcome.project.ratings.get(&CustomerId(customer));
    if own.is_some_and(|own| own.never_satisfied) {
        notes.push(texts.never_satisfied_mark);
    }
    if own.is_some_and(|own| own.liked) {
        notes.push(texts.liked_mark);
    }
    if found.is_b_plus() {
        notes.push(if is_near_a(found) {
            texts.near_a
        } else {
            texts.can_grow
        });
    }
    if let Some(step) = outcome.project.upgrades.get(&CustomerId(customer)) {
        let texts = &catalog.upgrade;
        let is_late = step.is_late(page::today());
        notes.push(if is_late { texts.mark_late } else { texts.mark });
    }
    notes.join("; ")
}
