//! Getting data in: files, paste, the sample firm, answers and meanings of columns.

use abc_core::intake::{Encoding, ReadOptions};
use abc_core::join::JoinDecisions;
use abc_core::mapping::{Choice, QuestionId, Role};
use abc_core::money::Cents;
use abc_core::project::Project;
use abc_core::readings::Reading;
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
        let Some(source) = project.sources().next_back() else {
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
                let read = worker::read_text(input, options, on_progress).await;
                match read.map(|(customers, read)| read.into_reading(customers)) {
                    Ok(reading) => {
                        self.session.input.set_value(Some(again));
                        self.take_in(reading, change);
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

    fn take_in(self, reading: Reading, change: Change) {
        self.session.selected.set(None);
        self.session.filter.set(Filter::All);
        self.session.search.set(String::new());
        let today = page::today();
        self.project.apply(change, |project| {
            *project = project_from(project, reading, change == Change::Sample);
            project.analysed_on = today;
        });
    }
}

/// A project of what was read; decisions about customers that are still there are kept.
pub fn project_from(before: &Project, reading: Reading, is_sample: bool) -> Project {
    // The made-up firm's decisions say nothing about a real one.
    let fresh = Project::default();
    let before = if before.is_sample == is_sample {
        before
    } else {
        &fresh
    };
    let mut project = before.rejoined([reading], JoinDecisions::default());
    project.is_sample = is_sample;
    if is_sample {
        project.cost_model.hourly_cost = Some(SAMPLE_HOURLY_COST);
    }
    project
}
