//! What the parts of the screen share: the listing, and who works in it.

use std::sync::Arc;

use abc_core::certainty::Stability;
use abc_core::classify::Classified;
use abc_core::classify::concentration::LargestNotA;
use abc_core::classify::summary::{Summary, summary};
use abc_core::costs::Inputs;
use abc_core::customers::{Class, Customer, CustomerId};
use leptos::prelude::*;

use super::by_revenue::ByRevenue;
use super::figures::{Warned, warned};
use super::guessing::asked;
use super::picked::Picked;
use super::rows::{Listing, Query};
use super::surprises::Found;
use crate::platform::location::{self, Step};
use crate::platform::viewport;
use crate::state::certainty::Counts;
use crate::state::derived::{Outcome, is_other};
use crate::state::session::{Column, Filter, Warning};
use crate::state::{
    CertaintyState, Derived, PreferencesState, ProjectState, RecognitionState, SessionState, Turn,
    Turns,
};
pub(super) use crate::steps::letter::letter_of;
use crate::steps::place::{FILES_ID, NAMES_ID};

/// The id of the place that a link to rows scrolls to.
pub(super) const ROWS_ID: &str = "customer-rows";

/// What the parts of the screen share.
#[derive(Clone, Copy)]
pub(super) struct Screen {
    pub(super) project: ProjectState,
    pub(super) session: SessionState,
    pub(super) derived: Derived,
    /// The columns of the grid, from left to right.
    pub(super) columns: RwSignal<Vec<Column>>,
    pub(super) certainty: CertaintyState,

    /// The classes as each part of the screen gets to see them.
    pub(super) turns: Turns,
    /// Whether the revenue of any customer is known; with the finding.
    pub(super) has_revenue: Memo<bool>,
    /// Everybody added up, for the parts that come with the finding.
    pub(super) sums: Memo<Summary>,
    /// Who each warning is about.
    pub(super) warned: [Memo<Arc<Warned>>; 3],
    /// What revenue alone says of the list; with the warnings.
    pub(super) by_revenue: Memo<Arc<ByRevenue>>,
    /// How many make 80% of revenue, and how many of those are not A; with the warnings.
    pub(super) largest: Memo<Option<LargestNotA>>,
    /// How many the owner can guess about; with the finding.
    pub(super) n_asked: Memo<usize>,
    /// How many classes carry each word; `None` until certainty is reckoned.
    pub(super) sure_counts: Memo<Option<Counts>>,
    /// What surprises, beside the guesses and last time.
    pub(super) found: Memo<Arc<Found>>,
    /// The lines of the grid.
    pub(super) listing: Memo<Arc<Listing>>,
    /// Whether somebody works in the grid or in the panel beside it: the rows keep their places.
    pub(super) is_held: RwSignal<bool>,
    /// Whether the window is so narrow that what stands beside the table covers it.
    pub(super) is_narrow: Signal<bool>,
    /// Several customers at once.
    pub(super) picked: Picked,
    /// The customer whose row the grid is asked to bring into view.
    pub(super) sought: RwSignal<Option<u32>>,
    /// Where else on the screen the explanation of this customer was opened.
    opener: StoredValue<Option<(u32, viewport::Element)>, LocalStorage>,
}

impl Screen {
    pub(super) fn provide() -> Self {
        let (project, session, derived) = (
            ProjectState::expect(),
            SessionState::expect(),
            Derived::expect(),
        );
        let certainty = CertaintyState::expect();

        let turns = Turns::new(project, derived);
        let (finding, rows) = (turns.outcome(Turn::Finding), turns.outcome(Turn::Rows));
        let warnings = turns.outcome(Turn::Warnings);
        let found = found_in(turns);
        let is_held = RwSignal::new(false);
        let listing = Memo::new_with_compare(
            move |before: Option<&Arc<Listing>>| {
                let query = Query {
                    sort: session.sort.get(),
                    filter: session.filter.get(),
                    search: session.search.get(),
                };
                let outcome = rows.get();
                let certain = (query.is_about_certainty())
                    .then(|| certainty.found.get())
                    .flatten();
                let is_busy = is_held.get() || project.before_gesture().is_some();
                let kept = before.filter(|before| {
                    before.answers(&query, &outcome)
                        && (before.is_made_from(&outcome, certain.as_ref())
                            || (is_busy && !before.has_waited_for(certain.as_ref())))
                });
                if let Some(kept) = kept {
                    return Arc::clone(kept);
                }
                // Only this filter needs the ideal customer; the others do not wait for it.
                let profile = (query.filter == Filter::Fitting).then(|| derived.profile.get());
                let chosen = match (&profile, &certain) {
                    (Some(profile), _) => profile.fitting.clone(),
                    (_, Some(certain)) if query.filter == Filter::Shaky => {
                        certain.with_label(Stability::Shaky, &outcome)
                    }
                    _ if query.filter == Filter::Surprise => found.with(|found| found.positions()),
                    _ => Vec::new(),
                };
                Arc::new(Listing::new(query, outcome, certain, &chosen))
            },
            is_other,
        );
        let by_revenue = Memo::new_with_compare(
            move |before: Option<&Arc<ByRevenue>>| {
                warnings.with(|outcome| ByRevenue::of_list(&outcome.project.customers, before))
            },
            is_other,
        );
        // Weights and limits change the classes often, and these never.
        let inputs = Memo::new_with_compare(
            move |_| finding.with(|outcome| Arc::clone(&outcome.inputs)),
            is_other,
        );
        let screen = Self {
            project,
            session,
            derived,
            columns: PreferencesState::expect().columns,
            certainty,

            turns,
            has_revenue: Memo::new(move |_| finding.with(|outcome| outcome.project.has_revenue())),
            sums: Memo::new(move |_| {
                finding.with(|outcome| summary(&outcome.inputs, &outcome.classification))
            }),
            warned: warnings_in(turns),
            by_revenue,
            largest: Memo::new(move |_| {
                by_revenue.with(|found| warnings.with(|outcome| found.largest_not_a(outcome)))
            }),
            n_asked: Memo::new(move |_| inputs.with(|inputs| asked(inputs).len())),
            sure_counts: Memo::new(move |_| {
                let certain = certainty.found.get()?;
                Some(finding.with(|outcome| certain.counts(outcome)))
            }),
            found,
            listing,
            is_held,
            is_narrow: viewport::narrow(),
            picked: Picked::of(project),
            sought: RwSignal::new(None),
            opener: StoredValue::new_local(None),
        };
        provide_context(screen);
        screen
    }

    pub(super) fn expect() -> Self {
        expect_context()
    }

    /// Shows the rows behind a number.
    pub(super) fn show(self, filter: Filter) {
        self.session.search.set(String::new());
        self.session.filter.set(filter);
        viewport::bring_to_top(ROWS_ID);
    }

    /// What a link in a sentence leads to.
    pub(super) fn follow(self, target: &str) {
        match target {
            "class_a" => self.show(Filter::Class(Class::A)),
            "near_a" => self.show(Filter::NearA),
            "loss" => self.show(Filter::Loss),
            "big_not_a" => self.show(Filter::BigNotA),
            "shaky" => self.show(Filter::Shaky),
            "open" => self.show(Filter::Open),
            "names" | "refused" => {
                self.session.show(Step::Data);
                location::go(Step::Data);
                viewport::bring_to_top_after(if target == "names" {
                    NAMES_ID
                } else {
                    FILES_ID
                });
            }
            "data" | "questions" => location::go(Step::Data),
            _ => self.show(Filter::All),
        }
    }

    /// Opens the explanation of a customer.
    pub(super) fn open(self, customer: u32) {
        self.opener.set_value(None);
        self.session.is_drawer_open.set(false);
        self.session.selected.set(Some(CustomerId(customer)));
        viewport::make_room_after(".panel");
    }

    /// Closes the explanation; the focus goes back to where it was opened, or to the row.
    pub(super) fn close(self) {
        let at = self.session.selected.get_untracked();
        self.session.selected.set(None);
        let opener = self.opener.try_update_value(Option::take).flatten();
        // Who has gone on to another customer is back at the row of that one.
        let opener = opener.filter(|(customer, _)| at == Some(CustomerId(*customer)));
        if opener.is_some_and(|(_, element)| viewport::focus_back_after(element)) {
            return;
        }
        if let Some(id) = at {
            let line = self.listing.with_untracked(|listing| listing.line_of(id.0));
            viewport::focus_row_after(line.map(|line| line + 1));
        }
    }

    /// Opens the explanation of a customer named elsewhere on the screen, at its row.
    pub(super) fn visit(self, customer: u32) {
        let is_listed = |listing: &Arc<Listing>| listing.line_of(customer).is_some();
        if !self.listing.with_untracked(is_listed) {
            self.session.search.set(String::new());
            self.session.filter.set(Filter::All);
        }
        let opener = viewport::focused();
        self.open(customer);
        self.opener
            .set_value(opener.map(|element| (customer, element)));
        // On a phone the explanation covers the page, and the focus goes there.
        if !self.is_narrow.get_untracked() {
            self.sought.set(Some(customer));
        }
    }

    /// Opens the drawer of weights and limits, in the place of the explanation.
    pub(super) fn open_drawer(self) {
        self.session.selected.set(None);
        self.session.is_drawer_open.set(true);
        viewport::make_room_after(".panel");
    }
}

fn found_in(turns: Turns) -> Memo<Arc<Found>> {
    let outcome = turns.outcome(Turn::Questions);
    let known = RecognitionState::expect().0;
    Memo::new_with_compare(
        move |_| Arc::new(Found::of(outcome.get(), known.get())),
        is_other,
    )
}

fn warnings_in(turns: Turns) -> [Memo<Arc<Warned>>; 3] {
    let outcome = turns.outcome(Turn::Warnings);
    Warning::ALL.map(|warning| {
        Memo::new_with_compare(
            move |_| Arc::new(outcome.with(|outcome| warned(warning, outcome))),
            is_other,
        )
    })
}

/// A part of the screen, from its first turn on.
#[component]
pub(super) fn InTurn(turn: Turn, children: ChildrenFn) -> impl IntoView {
    let turns = Screen::expect().turns;
    let has_come = Memo::new(move |_| turns.has_come(turn));
    move || has_come.get().then(|| children())
}

/// One customer of an outcome, with what was read and what was found.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a> {
    pub(super) customer: &'a Customer,
    pub(super) input: &'a Inputs,
    pub(super) found: &'a Classified,
}

impl<'a> Entry<'a> {
    pub(super) fn of(outcome: &'a Outcome, customer: u32) -> Option<Self> {
        let at = customer as usize;
        Some(Self {
            customer: outcome.project.customers.get(at)?,
            input: outcome.inputs.get(at)?,
            found: outcome.classification.customers.get(at)?,
        })
    }
}
