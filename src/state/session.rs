//! What is going on now: reading, looking, selecting. Never saved.

use std::sync::Arc;

use abc_core::classify::Criterion;
use abc_core::customers::CustomerId;
use abc_core::intake::Source;
use abc_core::join::FileKey;
use abc_core::readings::names::NamedCustomer;
use futures::lock::Mutex;
use leptos::prelude::*;

use super::ProjectState;
use crate::platform::File;
use crate::platform::location::Step;
use crate::platform::worker::{self, ReadInput, WorkerError};

/// The one thing that the reading of a file is doing.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Phase {
    /// Nothing is being read.
    #[default]
    Idle,
    /// A file or paste is being read in the worker.
    Reading {
        /// File name; empty for a paste.
        name: String,
        /// Size of the whole.
        n_bytes: u64,
        /// Read so far.
        n_read: u64,
        /// Records seen so far.
        n_records: u64,
        /// Which of the files it is, from 1.
        nth: usize,
        /// How many files are read one after another.
        n_files: usize,
    },
    /// These files gave nothing; what was loaded before is unchanged.
    Failed(Vec<Failure>),
    /// Under what was chosen last these files, which were loaded before, give nothing; they stay as they were.
    ChoiceRefused(Vec<Failure>),
    /// A file was taken out, because the user said that its amounts are no revenue.
    LeftOut {
        /// File name; empty for a paste.
        name: String,
    },
    /// A saved copy came together with other files; nothing of them was read.
    CopyNotAlone {
        /// File name of the copy.
        name: String,
    },
    /// A saved copy could not be opened; what was loaded before is unchanged.
    CopyRefused {
        /// File name.
        name: String,
        /// Why.
        error: abc_core::project::ProjectError,
    },
}

/// A file that did not become last time; what was there before is unchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotLastTime {
    /// File name.
    pub name: String,
    /// Why it could not be opened; `None` when nobody in it has a class.
    pub error: Option<abc_core::project::ProjectError>,
}

/// A file that gave nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// File name; empty for a paste.
    pub name: String,
    /// Why.
    pub error: WorkerError,
}

/// Names and guesses in the making; they outlive their dialog, which closes at a press of Escape.
#[derive(Clone, Copy, Debug, Default)]
pub struct Naming {
    /// The names as typed.
    pub typed: RwSignal<String>,
    /// What is guessed of each.
    pub named: RwSignal<Vec<NamedCustomer>>,
    /// Whether guesses are asked for, and no names.
    pub is_guessing: RwSignal<bool>,
    /// Whether something was typed that is not shown yet.
    pub is_begun: RwSignal<bool>,
}

impl Naming {
    /// Lets go of what was typed.
    pub fn forget(self) {
        self.typed.set(String::new());
        self.named.set(Vec::new());
        self.is_guessing.set(false);
        self.is_begun.set(false);
    }
}

/// What a reading was made from, to read it again under other answers.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Of which source.
    pub file: FileKey,
    /// The bytes of the source.
    pub n_bytes: u64,
    /// The file or text itself.
    pub input: Input,
    /// Its signature as it was read before anything was said, to know its form by.
    pub form: Option<String>,
}

impl Kept {
    /// Whether it is what this was read from.
    pub fn is_of(&self, source: &Source) -> bool {
        self.file == FileKey::of(source) && self.n_bytes == source.n_bytes
    }
}

/// What a reading is made from.
#[derive(Clone, Debug)]
pub enum Input {
    /// One file or text for the text worker.
    Text(ReadInput),
    /// Files for the books worker; some of them may be parts of one document.
    Books(Vec<File>),
}

impl Input {
    /// The name of the file; empty for a paste.
    pub fn name(&self) -> String {
        match self {
            Self::Text(ReadInput::File(file)) => file.name(),
            Self::Text(ReadInput::Text(_)) => String::new(),
            Self::Books(files) => {
                let names: Vec<String> = files.iter().map(File::name).collect();
                names.join(" + ")
            }
        }
    }

    /// Its size.
    pub fn n_bytes(&self) -> u64 {
        match self {
            Self::Text(ReadInput::File(file)) => file.size() as u64,
            Self::Text(ReadInput::Text(text)) => text.len() as u64,
            Self::Books(files) => files.iter().map(|file| file.size() as u64).sum(),
        }
    }
}

/// How the last save went.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum SaveStatus {
    /// Nothing to save yet.
    #[default]
    Nothing,
    /// Changed, not yet written.
    Pending,
    /// Written and read back, at this time of the day (hours, minutes).
    Saved(u8, u8),
    /// Not written: the edit stays in memory.
    Failed(crate::platform::storage::StorageError),
}

/// Which rows the grid shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// Everyone.
    #[default]
    All,
    /// One class.
    Class(abc_core::customers::Class),
    /// No class: no revenue, or none known.
    Unclassified,
    /// Contribution below zero.
    Loss,
    /// With one of the three warnings.
    Warned(Warning),
    /// Several classes still possible.
    Open,
    /// Fits the ideal customer.
    Fitting,
    /// In the 80% of revenue, not A.
    BigNotA,
    /// One requirement short of A.
    NearA,
    /// Other weights or figures would easily give another class.
    Shaky,
    /// Another class than the owner guessed, or than last time.
    Surprise,
}

/// The article's three warnings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Big, but not best.
    Big,
    /// Takes far more than its share of attention.
    Loud,
    /// Nice, but not best.
    Nice,
}

impl Warning {
    /// In the order of the article.
    pub const ALL: [Self; 3] = [Self::Big, Self::Loud, Self::Nice];
}

/// A column of the grid by which it can be sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// Class, then contribution.
    #[default]
    Class,
    /// Name.
    Name,
    /// Revenue.
    Revenue,
    /// Gross margin.
    GrossMargin,
    /// What its hours and other attention cost.
    Attention,
    /// Customer contribution.
    Contribution,
    /// Contribution per euro of revenue.
    Margin,
    /// Hours.
    Hours,
    /// Rating.
    Potential,
    /// Rating.
    Relationship,
    /// The weighted score.
    Score,
    /// How sure the class is.
    Certainty,
}

impl Column {
    /// From left to right.
    pub const ALL: [Self; 12] = [
        Self::Class,
        Self::Name,
        Self::Revenue,
        Self::GrossMargin,
        Self::Attention,
        Self::Contribution,
        Self::Margin,
        Self::Hours,
        Self::Potential,
        Self::Relationship,
        Self::Score,
        Self::Certainty,
    ];

    /// Without these a row says nothing: they cannot be left out.
    pub fn is_fixed(self) -> bool {
        matches!(self, Self::Class | Self::Name)
    }

    /// The columns until the user chooses.
    pub fn shown_at_first() -> Vec<Self> {
        let is_shown =
            |column: &Self| !matches!(column, Self::GrossMargin | Self::Attention | Self::Score);
        Self::ALL.into_iter().filter(is_shown).collect()
    }

    /// The rating in this column, if it is one.
    pub fn criterion(self) -> Option<Criterion> {
        match self {
            Self::Potential => Some(Criterion::Potential),
            Self::Relationship => Some(Criterion::Relationship),
            _ => None,
        }
    }

    /// As in the stored preferences.
    pub fn code(self) -> &'static str {
        match self {
            Self::Class => "class",
            Self::Name => "name",
            Self::Revenue => "revenue",
            Self::GrossMargin => "gross_margin",
            Self::Attention => "attention",
            Self::Contribution => "contribution",
            Self::Margin => "margin",
            Self::Hours => "hours",
            Self::Potential => "potential",
            Self::Relationship => "relationship",
            Self::Score => "score",
            Self::Certainty => "certainty",
        }
    }

    /// The columns with these codes, the fixed ones among them; what nobody knows is left out.
    pub fn from_codes(codes: &[String]) -> Vec<Self> {
        let is_chosen =
            |column: &Self| column.is_fixed() || codes.iter().any(|code| code == column.code());
        Self::ALL.into_iter().filter(is_chosen).collect()
    }
}

/// In which order the grid shows its rows; what is unknown comes last either way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    /// By what.
    pub column: Column,
    /// Largest first; for the class: C first.
    pub is_descending: bool,
}

impl Sort {
    /// The order after a press on the head of `column`: the other way round for the one that is on,
    /// else what is asked for most, names from A and amounts from large to small.
    #[must_use]
    pub fn pressed(self, column: Column) -> Self {
        let is_descending = if self.column == column {
            !self.is_descending
        } else {
            !matches!(column, Column::Class | Column::Name | Column::Certainty)
        };
        Self {
            column,
            is_descending,
        }
    }
}

/// A part of Customers that somebody wants to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sought {
    /// The list of customers.
    List,
    /// The owner's guesses beside the classes, and last time.
    Surprises,
}

/// Everything that is not saved.
#[derive(Clone, Copy)]
pub struct SessionState {
    /// Which place is on screen; follows the URL fragment.
    pub step: RwSignal<Step>,
    /// What reading is doing.
    pub phase: RwSignal<Phase>,
    /// How the last save went.
    pub save_status: RwSignal<SaveStatus>,
    /// The customer in the side panel.
    pub selected: RwSignal<Option<CustomerId>>,
    /// Which rows the grid shows.
    pub filter: RwSignal<Filter>,
    /// What is typed in the search box.
    pub search: RwSignal<String>,
    /// In which order the grid shows its rows.
    pub sort: RwSignal<Sort>,
    /// Whether the drawer of weights and thresholds is open.
    pub is_drawer_open: RwSignal<bool>,
    /// Whether the owner is guessing classes: the figures wait.
    pub is_guessing: RwSignal<bool>,
    /// Why the last file did not become last time.
    pub not_last_time: RwSignal<Option<NotLastTime>>,
    /// Whether it was said that the day to look again has come.
    pub is_overdue_told: RwSignal<bool>,
    /// Whether 'Where is my data?' is open.
    pub is_where_open: RwSignal<bool>,
    /// What was typed or pasted to be read, until it was.
    pub pasted: RwSignal<String>,
    /// At which part the next showing of Customers begins, once it is there; its top without.
    pub sought: RwSignal<Option<Sought>>,
    /// The reading whose mapping of columns is open, by its position.
    pub mapping_of: RwSignal<Option<usize>>,
    /// Whether the paste box is open.
    pub is_paste_open: RwSignal<bool>,
    /// Whether customers are being named from memory.
    pub is_names_open: RwSignal<bool>,
    /// What was named so far and not shown yet.
    pub naming: Naming,
    /// Whether the request to the bookkeeper is open.
    pub is_letter_open: RwSignal<bool>,
    /// What had to be done to load the project at the start, if anything.
    pub recovery: RwSignal<Option<crate::platform::storage::Recovery>>,
    /// The project that was loaded at the start, which need not be saved again.
    pub loaded: RwSignal<Option<Arc<abc_core::project::Project>>>,
    /// What the readings were made from; gone after a reload.
    pub inputs: StoredValue<Vec<Kept>, LocalStorage>,
    /// Who holds it is reading; what is dropped, picked, pasted or answered meanwhile waits for it.
    pub turn: StoredValue<Arc<Mutex<()>>>,
    /// Counts how often reading was stopped: what waited then is not read.
    pub n_stops: StoredValue<u32>,
    /// Counts copies that were opened and wipes: what began to be read before one of them belongs to other work.
    pub n_works: StoredValue<u32>,
}

/// Tells later on whether a counter is still what it is now.
fn stays(counter: StoredValue<u32>) -> impl Fn() -> bool + Copy {
    let now = counter.get_value();
    move || counter.get_value() == now
}

impl SessionState {
    /// Makes the state and provides it to everything below.
    pub fn provide(step: Step) -> Self {
        let state = Self {
            step: RwSignal::new(step),
            phase: RwSignal::default(),
            save_status: RwSignal::default(),
            selected: RwSignal::default(),
            filter: RwSignal::default(),
            search: RwSignal::default(),
            sort: RwSignal::default(),
            is_drawer_open: RwSignal::default(),
            is_guessing: RwSignal::default(),
            not_last_time: RwSignal::default(),
            is_overdue_told: RwSignal::default(),
            is_where_open: RwSignal::default(),
            pasted: RwSignal::default(),
            sought: RwSignal::default(),
            mapping_of: RwSignal::default(),
            is_paste_open: RwSignal::default(),
            is_names_open: RwSignal::default(),
            naming: Naming::default(),
            is_letter_open: RwSignal::default(),
            recovery: RwSignal::default(),
            loaded: RwSignal::default(),
            inputs: StoredValue::new_local(Vec::new()),
            turn: StoredValue::default(),
            n_stops: StoredValue::new(0),
            n_works: StoredValue::new(0),
        };
        provide_context(state);
        state
    }

    /// The state provided above.
    pub fn expect() -> Self {
        expect_context()
    }

    /// The place that is on screen: without customers there is one. Tracked.
    pub fn place(self, project: ProjectState) -> Step {
        if project.is_empty() {
            Step::Data
        } else {
            self.step.get()
        }
    }

    /// Shows a place; the one that is on screen is not made anew.
    pub fn show(self, step: Step) {
        if self.step.get_untracked() != step {
            self.step.set(step);
        }
    }

    /// Tells later on whether the work is still that of now: no copy was opened and nothing wiped since.
    pub fn same_work(self) -> impl Fn() -> bool + Copy {
        stays(self.n_works)
    }

    /// Tells later on whether reading was not stopped since.
    pub fn not_stopped(self) -> impl Fn() -> bool + Copy {
        stays(self.n_stops)
    }

    /// Other work takes the place of this: lets go of what belonged to it, files that are being read included.
    pub fn begin_other_work(self) {
        self.n_works.update_value(|n| *n = n.wrapping_add(1));
        worker::cancel();
        self.inputs.set_value(Vec::new());
        self.forget_view();
        self.naming.forget();
        self.pasted.set(String::new());
        self.mapping_of.set(None);
        self.recovery.set(None);
        self.phase.set(Phase::Idle);
    }

    /// Lets go of what was selected and filtered: it belonged to another list.
    pub fn forget_view(self) {
        self.selected.set(None);
        self.filter.set(Filter::All);
        self.search.set(String::new());
        self.is_guessing.set(false);
        self.not_last_time.set(None);
    }
}
