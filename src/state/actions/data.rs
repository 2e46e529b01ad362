//! Getting data in: files, paste, the sample firm, answers and meanings of columns.

use std::collections::BTreeMap;

use abc_core::customers::{Customer, CustomerId};
use abc_core::intake::{Encoding, ReadOptions};
use abc_core::mapping::{Choice, QuestionId, Role};
use abc_core::money::Cents;
use abc_core::project::{Override, OverrideReason, Project};
use abc_core::protocol::Read;
use leptos::prelude::*;
use leptos::task::spawn_local_scoped;

use super::keep;
use crate::platform::location::{self, Step};
use crate::platform::worker::{self, ReadInput, WorkerError};
use crate::platform::{File, page, storage};
use crate::state::project::Change;
use crate::state::session::{Filter, Phase};
use crate::state::{ProjectState, SessionState};

/// The sample firm: 60 made-up customers, read like any other file.
const SAMPLE: &str = include_str!("../../../sample/voorbeeld.csv");

/// What an hour costs the made-up firm.
const SAMPLE_HOURLY_COST: Cents = Cents(62_00);

/// What the data actions work on; taken once at the top of a component.
#[derive(Clone, Copy)]
pub struct DataActions {
    project: ProjectState,
    session: SessionState,
    owner: StoredValue<Owner>,
}

impl DataActions {
    /// Takes what it needs from the states provided above. The owner must outlive the screens, since a
    /// reading goes on when the user looks elsewhere: provide it in `App`.
    pub fn provide() -> Self {
        let actions = Self {
            project: ProjectState::expect(),
            session: SessionState::expect(),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
        };
        provide_context(actions);
        actions
    }

    /// What was provided above.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Opens what was dropped or picked: saved work by its ending, anything else as a file to read.
    pub fn open(self, file: File) {
        if file.name().ends_with(".kernklant") {
            self.owner
                .get_value()
                .with(|| keep::open_copy(self.project, self.session, file));
            return;
        }
        let options = ReadOptions {
            today: page::today(),
            ..ReadOptions::default()
        };
        self.read(
            ReadInput::File(file),
            options,
            Change::Import,
            Step::Customers,
        );
    }

    /// Reads pasted rows.
    pub fn paste(self, text: String) {
        let options = ReadOptions {
            today: page::today(),
            ..ReadOptions::default()
        };
        self.read(
            ReadInput::Text(text),
            options,
            Change::Import,
            Step::Customers,
        );
    }

    /// Opens the made-up firm.
    pub fn open_sample(self) {
        let options = ReadOptions {
            today: page::today(),
            ..ReadOptions::default()
        };
        self.read(
            ReadInput::Text(SAMPLE.to_owned()),
            options,
            Change::Sample,
            Step::Customers,
        );
    }

    /// Whether the file can be read again under other answers (it is gone after a reload).
    pub fn can_read_again(self) -> bool {
        self.session.input.with_value(Option::is_some)
    }

    /// Answers a question and reads the file again.
    pub fn answer(self, question: QuestionId, choice: Choice) {
        self.read_again(|options| {
            options.answers.retain(|(id, _)| *id != question);
            options.answers.push((question, choice));
        });
    }

    /// Gives a column another meaning and reads the file again.
    pub fn set_role(self, column: u32, role: Role) {
        self.read_again(|options| {
            options.roles.retain(|(idx, _)| *idx != column);
            options.roles.push((column, role));
        });
    }

    /// Reads the file again with another delimiter; `None` detects it.
    pub fn set_delimiter(self, delimiter: Option<u8>) {
        self.read_again(|options| {
            options.delimiter = delimiter;
            options.roles.clear();
            options.answers.clear();
        });
    }

    /// Reads the file again in another encoding; `None` detects it.
    pub fn set_encoding(self, encoding: Option<Encoding>) {
        self.read_again(|options| options.encoding = encoding);
    }

    /// Stops the reading that is under way.
    pub fn cancel(self) {
        worker::cancel();
    }

    fn read_again(self, edit: impl FnOnce(&mut ReadOptions)) {
        let Some(input) = self.session.input.get_value() else {
            return;
        };
        let project = self.project.get_untracked();
        let Some(source) = project.sources.last() else {
            return;
        };
        let mut options = source.options.clone();
        options.today = page::today();
        edit(&mut options);
        self.read(input, options, Change::Mapping, Step::Data);
    }

    fn read(self, input: ReadInput, options: ReadOptions, change: Change, then: Step) {
        let (name, n_bytes) = match &input {
            ReadInput::File(file) => (file.name(), file.size() as u64),
            ReadInput::Text(text) => (String::new(), text.len() as u64),
        };
        let phase = self.session.phase;
        phase.set(Phase::Reading {
            name: name.clone(),
            n_bytes,
            n_read: 0,
            n_records: 0,
        });
        let on_progress = {
            let name = name.clone();
            move |n_read, n_records| {
                phase.set(Phase::Reading {
                    name: name.clone(),
                    n_bytes,
                    n_read,
                    n_records,
                });
            }
        };
        let again = input.clone();
        self.owner.get_value().with(|| {
            spawn_local_scoped(async move {
                match worker::read_text(input, options, on_progress).await {
                    Ok((customers, read)) => {
                        self.session.input.set_value(Some(again));
                        self.take_in(customers, read, change);
                        phase.set(Phase::Idle);
                        location::go(then);
                        // Asked once there is something to keep; the page never promises more.
                        let _ = storage::persist().await;
                    }
                    Err(WorkerError::Cancelled) => phase.set(Phase::Idle),
                    // The reading that took its place shows itself.
                    Err(WorkerError::Replaced) => {}
                    Err(error) => phase.set(Phase::Failed { name, error }),
                }
            });
        });
    }

    fn take_in(self, customers: Vec<Customer>, read: Read, change: Change) {
        self.session.selected.set(None);
        self.session.filter.set(Filter::All);
        self.session.search.set(String::new());
        let today = page::today();
        self.project.apply(change, |project| {
            *project = project_from(project, customers, read, change == Change::Sample);
            project.analysed_on = today;
        });
    }
}

/// A project of what was read; decisions about customers that are still there are kept.
pub fn project_from(
    before: &Project,
    customers: Vec<Customer>,
    read: Read,
    is_sample: bool,
) -> Project {
    let mut project = Project {
        sources: vec![read.source],
        customers: customers.into(),
        trait_columns: read.trait_columns.into(),
        is_sample,
        ..Project::default()
    };
    for (idx, customer) in (0_u32..).zip(project.customers.iter()) {
        if let Some(class) = customer.given_class {
            let by_hand = Override {
                class,
                reason: OverrideReason::FromFile,
                note: String::new(),
                date: None,
            };
            project.overrides.insert(CustomerId(idx), by_hand);
        }
    }
    if !before.customers.is_empty() && before.is_sample == is_sample {
        carry_decisions(before, &mut project);
    }
    if is_sample {
        project.cost_model.hourly_cost = Some(SAMPLE_HOURLY_COST);
    }
    if let Some(months) = read.months {
        project.cost_model.months = months;
        project.cost_model.months_assumed = false;
    }
    project
}

/// Carries settings, ratings and classes by hand over to the same customers of a new reading: the same
/// debtor number, or the same name where neither has one.
fn carry_decisions(before: &Project, after: &mut Project) {
    after.policy = before.policy.clone();
    after.cost_model = before.cost_model.clone();
    after.page_edits.clone_from(&before.page_edits);
    if before.ratings.is_empty() && before.overrides.is_empty() {
        return;
    }
    let key = |customer: &Customer| {
        let text = if customer.code.is_empty() {
            &customer.name
        } else {
            &customer.code
        };
        (customer.code.is_empty(), text.to_lowercase())
    };
    let places: BTreeMap<_, _> = (0_u32..)
        .map(CustomerId)
        .zip(after.customers.iter())
        .map(|(id, c)| (key(c), id))
        .collect();
    let place_of = |id: &CustomerId| {
        before
            .customers
            .get(id.index())
            .and_then(|customer| places.get(&key(customer)))
            .copied()
    };
    for (id, rating) in &before.ratings {
        if let Some(place) = place_of(id) {
            after.ratings.insert(place, *rating);
        }
    }
    for (id, by_hand) in &before.overrides {
        if let Some(place) = place_of(id)
            && by_hand.reason != OverrideReason::FromFile
        {
            after.overrides.insert(place, by_hand.clone());
        }
    }
}
