//! Several customers picked in the grid, to be added up, rated and taken along together.

use std::collections::BTreeSet;
use std::sync::Arc;

use abc_core::classify::Criterion;
use abc_core::costs::Inputs;
use abc_core::customers::{Customer, CustomerId, Rating};
use leptos::prelude::*;

use super::assumed::beside_sum;
use super::rows::{GroupSum, Line, Sum, rows_in};
use super::screen::Screen;
use crate::components::{Button, Rate};
use crate::i18n;
use crate::i18n::catalog::CustomersTexts;
use crate::platform::viewport;
use crate::state::actions::customers::rate_all;
use crate::state::{ProjectState, Turn};

/// Who is picked, by position.
#[derive(Clone, Copy)]
pub(super) struct Picked {
    project: ProjectState,
    last: RwSignal<Pick>,
    pub(super) who: Memo<BTreeSet<u32>>,
    /// Whether a press on a row picks it; else it opens the explanation.
    pub(super) is_picking: RwSignal<bool>,
}

/// The last pick. In another list the positions are of others.
#[derive(Clone, Debug, Default)]
struct Pick {
    customers: Arc<[Customer]>,
    who: BTreeSet<u32>,
    /// Where a range begins, with who is picked apart from it.
    reach: Option<(u32, BTreeSet<u32>)>,
}

impl Picked {
    pub(super) fn of(project: ProjectState) -> Self {
        let last = RwSignal::new(Pick::default());
        let who = Memo::new(move |_| {
            let customers = &project.get().customers;
            last.with(|last| {
                let is_same = Arc::ptr_eq(&last.customers, customers);
                if is_same {
                    last.who.clone()
                } else {
                    BTreeSet::new()
                }
            })
        });
        Self {
            project,
            last,
            who,
            is_picking: RwSignal::default(),
        }
    }

    fn set(self, who: BTreeSet<u32>, reach: Option<(u32, BTreeSet<u32>)>) {
        let customers = Arc::clone(&self.project.get_untracked().customers);
        self.last.set(Pick {
            customers,
            who,
            reach,
        });
    }

    /// Picks a customer, or lets it go.
    pub(super) fn toggle(self, customer: u32) {
        let mut who = self.who.get_untracked();
        if !who.remove(&customer) {
            who.insert(customer);
        }
        self.set(who.clone(), Some((customer, who)));
    }

    /// Picks from where the last one was picked, else from `from`, up to this customer; another end takes the
    /// place of the last.
    pub(super) fn reach(self, from: Option<u32>, to: u32, lines: &[Line]) {
        let reach = self.last.with_untracked(|last| last.reach.clone());
        let reach = reach.filter(|_| !self.is_empty());
        let (from, apart) = reach.unwrap_or_else(|| (from.unwrap_or(to), BTreeSet::new()));
        let mut who = apart.clone();
        who.extend(between(from, to, lines));
        self.set(who, Some((from, apart)));
    }

    /// Picks everybody in these lines.
    pub(super) fn all(self, lines: &[Line]) {
        self.set(rows_in(lines).collect(), None);
    }

    /// Lets everybody go.
    pub(super) fn clear(self) {
        self.is_picking.set(false);
        self.set(BTreeSet::new(), None);
    }

    pub(super) fn is_empty(self) -> bool {
        self.who.with_untracked(BTreeSet::is_empty)
    }
}

/// The customers from one to the other, both included, in whichever order they stand; one that is not among
/// the lines leaves the other alone.
fn between(from: u32, to: u32, lines: &[Line]) -> Vec<u32> {
    let rows: Vec<u32> = rows_in(lines).collect();
    let place_of = |customer: u32| rows.iter().position(|row| *row == customer);
    match (place_of(from), place_of(to)) {
        (Some(from), Some(to)) => {
            let range = from.min(to)..=from.max(to);
            rows.get(range).unwrap_or_default().to_vec()
        }
        _ => vec![to],
    }
}

/// A sum in words, with what is missing in it or how softly it is known.
fn figure(sum: Sum, write: impl Fn(f64) -> String, texts: &CustomersTexts) -> String {
    let Some(known) = sum.known() else {
        return texts.unknown.to_owned();
    };
    let figure = write(known);
    match beside_sum(sum.n_unknown, sum.grade, texts) {
        Some(beside) => format!("{figure} ({beside})"),
        None => figure,
    }
}

/// The sum of who is picked, what can be done with them, and how to let go; nothing while nobody is.
#[component]
pub(super) fn PickedBar() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().customers, locale.format());
    let screen = Screen::expect();
    let picked = screen.picked;
    let outcome = screen.turns.outcome(Turn::Rows);
    let sum = Memo::new(move |_| {
        let lines: Vec<Line> = picked
            .who
            .with(|who| who.iter().map(|row| Line::Row(*row)).collect());
        outcome.with(|outcome| GroupSum::total(&GroupSum::of_lines(&lines, outcome)))
    });
    let is_shown = Memo::new(move |_| picked.is_picking.get() || sum.get().n > 0);
    let says = move || {
        let sum = sum.get();
        if sum.n == 0 {
            return texts.pick_how.to_owned();
        }
        let money = |sum: Sum| figure(sum, |euros| format.money_whole(euros), texts);
        let hours = figure(sum.hours, |hours| format.short(hours, 2), texts);
        (texts.picked)(sum.n, &money(sum.revenue), &money(sum.cm2), &hours)
    };
    let rating = move |criterion: Criterion, of: fn(&Inputs) -> Option<Rating>| {
        // What they have in common; a rating that differs is asked as if it were unknown.
        let value = Signal::derive(move || {
            outcome.with(|outcome| {
                picked.who.with(|who| {
                    let inputs = who
                        .iter()
                        .filter_map(|row| outcome.inputs.get(*row as usize));
                    let mut ratings = inputs.map(|input| of(input).map(Rating::value));
                    let first = ratings.next().flatten();
                    first.filter(|_| ratings.all(|other| other == first))
                })
            })
        });
        let on_change = move |rating: Option<u8>| {
            let who = picked.who.get_untracked();
            let rating = rating.and_then(Rating::new);
            rate_all(
                screen.project,
                who.into_iter().map(CustomerId),
                criterion,
                rating,
            );
        };
        let label =
            Signal::derive(move || (texts.rating_of)(criterion, &(texts.n_customers)(sum.get().n)));
        let name = texts.criteria.get(criterion as usize).copied();
        view! {
            <span class="picked__rating">
                {name}
                <Rate value label unknown=texts.give_rating on_change/>
            </span>
        }
    };
    let ratings = move || {
        (sum.get().n > 0).then(|| {
            view! {
                {rating(Criterion::Potential, |input| input.potential)}
                {rating(Criterion::Relationship, |input| input.relationship)}
            }
        })
    };
    let let_go = move |()| {
        picked.clear();
        viewport::focus_when_lost("[role=grid] [tabindex='0']");
    };
    view! {
        <Show when=move || is_shown.get()>
            <div class="picked" role="region" aria-label=texts.pick>
                <p class="picked__sum" role="status">{says}</p>
                {ratings}
                <Button on_press=let_go>{texts.let_go}</Button>
            </div>
        </Show>
    }
}

#[cfg(test)]
mod tests {
    use abc_core::customers::Class;
    use abc_core::project::Project;

    use super::*;
    use crate::state::project::Change;

    const LINES: [Line; 6] = [
        Line::Group(Some(Class::A)),
        Line::Row(4),
        Line::Row(2),
        Line::Group(Some(Class::B)),
        Line::Row(0),
        Line::Row(9),
    ];

    fn who(picked: Picked) -> Vec<u32> {
        picked.who.get_untracked().into_iter().collect()
    }

    #[test]
    fn a_range_follows_the_rows_and_moves_with_its_end() {
        let owner = Owner::new();
        owner.set();
        let project = ProjectState::provide(Project::default());
        let picked = Picked::of(project);
        picked.toggle(9);
        picked.toggle(2);
        picked.reach(None, 0, &LINES);
        assert_eq!(who(picked), [0, 2, 9]);
        picked.reach(None, 4, &LINES);
        assert_eq!(who(picked), [2, 4, 9]);
        picked.toggle(9);
        assert_eq!(who(picked), [2, 4]);
        picked.clear();
        assert!(picked.is_empty());
        picked.reach(Some(4), 0, &LINES);
        assert_eq!(who(picked), [0, 2, 4]);
        picked.all(&LINES);
        assert_eq!(who(picked), [0, 2, 4, 9]);

        // Another list has others in these places.
        project.apply(Change::Import, |project| {
            project.customers = vec![Customer::default()].into();
        });
        assert!(picked.is_empty());
    }

    #[test]
    fn a_range_from_somebody_who_is_filtered_out_is_its_end() {
        assert_eq!(between(7, 2, &LINES), [2]);
        assert_eq!(between(2, 2, &LINES), [2]);
    }
}
