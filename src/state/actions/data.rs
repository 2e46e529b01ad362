//! Getting data in: files, paste, the sample firm, answers and meanings of columns.

mod jobs;

use std::sync::Arc;

use abc_core::intake::{
    Encoding, FileFlag, ReadOptions, Source, form_signature, holds_for_the_form, table_of_lines,
};
use abc_core::join::FileKey;
use abc_core::mapping::{Choice, QuestionId, Role};
use abc_core::project::Project;
use abc_core::readings::Reading;
use leptos::prelude::*;
use leptos::task::spawn_local_scoped;

use super::keep;
use super::last_time::{last_time_of_readings, set_last_time};
use crate::i18n::Locale;
use crate::platform::location::{self, Step};
use crate::platform::worker::{self, ReadInput, WorkerError};
use crate::platform::{File, page, storage, viewport};
use crate::state::project::Change;
use crate::state::session::{Failure, Input, Kept, NotLastTime, Phase};
use crate::state::{ProjectState, SessionState, sample};
use jobs::{Again, Job, as_before, jobs_of, read_input};

/// How the name of a saved copy ends.
const COPY: &str = ".kernklant";

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

    /// Opens what was dropped or picked: saved work by its ending, anything else as files to read.
    pub fn open(self, files: Vec<File>) {
        self.open_as(files, keep::open_copy, Change::Import);
    }

    /// Lays a saved copy, or files of last time, beside this time.
    pub fn open_last_time(self, files: Vec<File>) {
        self.session.not_last_time.set(None);
        self.open_as(files, keep::open_as_last_time, Change::LastTime);
    }

    fn open_as(
        self,
        files: Vec<File>,
        open_copy: fn(ProjectState, SessionState, File),
        change: Change,
    ) {
        let is_copy = |file: &&File| file.name().to_lowercase().ends_with(COPY);
        if let Some(copy) = files.iter().find(is_copy).cloned() {
            if files.len() > 1 {
                let name = copy.name();
                self.session.phase.set(Phase::CopyNotAlone { name });
                return;
            }
            let owner = self.owner.get_value();
            owner.with(|| open_copy(self.project, self.session, copy));
        } else {
            self.begin(jobs_of(files), change, Step::Customers);
        }
    }

    /// Reads pasted rows, or lines of names and amounts. They can be pasted again until they were read.
    pub fn paste(self, text: String) {
        let table = table_of_lines(&text);
        self.session.pasted.set(text.clone());
        self.read_text(table.unwrap_or(text), Change::Import);
    }

    /// Opens the made-up firm, in this language.
    pub fn open_sample(self, locale: Locale) {
        self.read_text(sample::list(locale), Change::Sample);
    }

    fn read_text(self, text: String, change: Change) {
        let job = Job::fresh(Input::Text(ReadInput::Text(text)));
        self.begin(
            async move { (vec![job], Vec::new()) },
            change,
            Step::Customers,
        );
    }

    /// Whether a source can be read again under other answers (the file is gone after a reload).
    pub fn can_read_again(self, source: &Source) -> bool {
        self.kept(source).is_some()
    }

    /// Answers a question about a reading and reads its file again, with those of its form that ask the
    /// same: twelve months that were dropped together ask once.
    ///
    /// Where the amounts turn out to be no revenue there is nothing to read: the file is taken out.
    pub fn answer(self, reading: usize, question: QuestionId, choice: Choice) {
        if choice == Choice::NotRevenue || self.leaves_nothing(reading, question, &choice) {
            self.leave_out(reading);
            return;
        }
        if self.confirm(reading, question, &choice) {
            return;
        }
        let readings = self.asking_the_same(reading, question);
        self.read_again(&readings, |at, options| {
            options.answers.retain(|(id, _)| *id != question);
            options.answers.push((question, choice.clone()));
            options.is_from_earlier |= at != reading;
        });
    }

    /// Notes an answer under which a file was read that is gone since, and those of its form that ask the
    /// same: nothing else of them can change.
    fn confirm(self, reading: usize, question: QuestionId, choice: &Choice) -> bool {
        let project = self.project.get_untracked();
        let is_gone = |source: &Source| !self.can_read_again(source);
        let Some(asked) = project
            .sources()
            .nth(reading)
            .filter(|source| is_gone(source))
        else {
            return false;
        };
        let form = form_signature(asked);
        let is_alike = |source: &Source| {
            form.is_some()
                && holds_for_the_form(question)
                && is_gone(source)
                && form_signature(source) == form
        };
        self.project.apply(Change::Mapping, |project| {
            let mut readings = project.readings.to_vec();
            for (at, Reading { source, .. }) in readings.iter_mut().enumerate() {
                if at == reading || is_alike(source) {
                    source.confirm(question, choice);
                }
            }
            *project = project.rejoined(readings, project.joins.clone());
        });
        true
    }

    /// Whether the headings of a file are no customers: then it has none.
    fn leaves_nothing(self, reading: usize, question: QuestionId, choice: &Choice) -> bool {
        let project = self.project.get_untracked();
        let has_headings = |source: &Source| source.file_flags.contains(&FileFlag::NamesInHeadings);
        question == QuestionId::NamesAbove
            && *choice == Choice::No
            && project.sources().nth(reading).is_some_and(has_headings)
    }

    fn leave_out(self, reading: usize) {
        let project = self.project.get_untracked();
        if let Some(source) = project.sources().nth(reading) {
            self.remove(reading);
            let name = source.name.clone();
            self.session.phase.set(Phase::LeftOut { name });
        }
    }

    fn asking_the_same(self, reading: usize, question: QuestionId) -> Vec<usize> {
        let project = self.project.get_untracked();
        let form_of = |source: &Source| self.kept(source).and_then(|kept| kept.form);
        let form = project.sources().nth(reading).and_then(form_of);
        let asks = |source: &Source| {
            let mut questions = source.questions.iter();
            questions.any(|asked| asked.id == question && asked.given.is_none())
        };
        let is_alike = |source: &Source| {
            form.is_some()
                && holds_for_the_form(question)
                && asks(source)
                && form_of(source) == form
        };
        let sources = project.sources().enumerate();
        sources
            .filter(|(at, source)| *at == reading || is_alike(source))
            .map(|(at, _)| at)
            .collect()
    }

    /// Reads a file again as if nothing had been said about it, so that it asks what it asks.
    pub fn ask_again(self, reading: usize) {
        self.read_again(&[reading], |_, options| {
            *options = ReadOptions {
                today: options.today.take(),
                ..ReadOptions::default()
            };
        });
    }

    /// Gives a column another meaning and reads the file again.
    pub fn set_role(self, reading: usize, column: u32, role: Role) {
        self.read_again(&[reading], |_, options| {
            options.roles.retain(|(idx, _)| *idx != column);
            options.roles.push((column, role));
        });
    }

    /// Reads the file again with another delimiter; `None` detects it.
    pub fn set_delimiter(self, reading: usize, delimiter: Option<u8>) {
        self.read_again(&[reading], |_, options| {
            options.delimiter = delimiter;
            options.roles.clear();
            options.answers.clear();
        });
    }

    /// Reads the file again in another encoding; `None` detects it.
    pub fn set_encoding(self, reading: usize, encoding: Option<Encoding>) {
        self.read_again(&[reading], |_, options| options.encoding = encoding);
    }

    /// Takes a file of an earlier year out, and lays it beside the others as last time.
    pub fn lay_beside(self, reading: usize) {
        let now = self.project.get_untracked();
        let Some(then) = now.readings.get(reading).cloned() else {
            return;
        };
        let (name, day) = (then.source.name.clone(), then.source.last_day());
        let Some(mut last) = last_time_of_readings(&now, vec![then]) else {
            let nobody = NotLastTime { name, error: None };
            self.session.not_last_time.set(Some(nobody));
            return;
        };
        last.on = last.on.or(day);
        self.session.forget_view();
        self.project.apply(Change::LastTime, |project| {
            let mut readings = project.readings.to_vec();
            readings.remove(reading);
            *project = project.rejoined(readings, project.joins.clone());
            project.last_time = Some(Arc::new(last));
        });
        location::go(Step::Customers);
    }

    /// Takes a file out of the project; what was decided about the customers that remain stays.
    pub fn remove(self, reading: usize) {
        self.session.forget_view();
        self.project.apply(Change::Remove, |project| {
            let mut readings = project.readings.to_vec();
            if reading < readings.len() {
                readings.remove(reading);
            }
            *project = if readings.is_empty() {
                Project::default()
            } else {
                project.rejoined(readings, project.joins.clone())
            };
        });
    }

    /// Stops the reading that is under way; files that came before it stay.
    pub fn cancel(self) {
        worker::cancel();
    }

    fn kept(self, source: &Source) -> Option<Kept> {
        self.session.inputs.with_value(|inputs| {
            let mut inputs = inputs.iter().rev();
            inputs.find(|kept| kept.is_of(source)).cloned()
        })
    }

    fn read_again(self, readings: &[usize], edit: impl Fn(usize, &mut ReadOptions)) {
        let project = self.project.get_untracked();
        let job = |place: &usize| {
            let source = project.sources().nth(*place)?;
            let kept = self.kept(source)?;
            let mut options = source.options.clone();
            options.today = page::today();
            edit(*place, &mut options);
            let again = Again {
                place: Place::of(*place, source),
                name: kept.name,
                form: kept.form,
            };
            Some(Job {
                input: kept.input,
                options,
                again: Some(again),
            })
        };
        let jobs: Vec<Job> = readings.iter().filter_map(job).collect();
        if !jobs.is_empty() {
            let jobs = async move { (jobs, Vec::new()) };
            self.begin(jobs, Change::Mapping, Step::Data);
        }
    }

    /// Reads one thing after another and takes all that came of it in as one step of undo.
    fn begin(
        self,
        jobs: impl Future<Output = (Vec<Job>, Vec<Failure>)> + 'static,
        change: Change,
        then: Step,
    ) {
        let batch = self.session.batch.with_value(|batch| batch + 1);
        self.session.batch.set_value(batch);
        let is_current = move || self.session.batch.with_value(|now| *now == batch);
        let work = self.session.n_works.get_value();
        let is_other_work = move || self.session.n_works.get_value() != work;
        self.owner.get_value().with(|| {
            spawn_local_scoped(async move {
                let (jobs, mut failures) = jobs.await;
                let n_files = jobs.len();
                let mut arrived = Vec::new();
                for (nth, job) in (1..).zip(jobs) {
                    // Files that were dropped later have the worker now.
                    if !is_current() {
                        break;
                    }
                    let name = job.input.name();
                    let place = job.again.as_ref().map(|again| again.place.clone());
                    match self.read(job, nth, n_files).await {
                        Ok(results) => {
                            for result in results {
                                match result {
                                    Ok(reading) => arrived.push((place.clone(), reading)),
                                    Err(failure) => failures.push(failure),
                                }
                            }
                        }
                        Err(WorkerError::Cancelled | WorkerError::Replaced) => break,
                        Err(error) => failures.push(Failure { name, error }),
                    }
                }
                if is_other_work() {
                    return;
                }
                let has_arrived = !arrived.is_empty();
                if has_arrived {
                    if is_current() && failures.is_empty() {
                        // At once, and not when the address has changed: else the place that is left would
                        // be made once more, of what was read.
                        self.session.show(then);
                    }
                    self.take_in(arrived, change);
                }
                if is_current() {
                    // What failed is said beside the drop zone, or where the choice was made.
                    if failures.is_empty() {
                        self.session.phase.set(Phase::Idle);
                        if has_arrived {
                            // The place is shown already; its address costs the browser 10 ms.
                            page::breathe().await;
                            location::go(then);
                            viewport::focus_when_lost("#main");
                        }
                    } else {
                        self.session.phase.set(if change == Change::Mapping {
                            Phase::ChoiceRefused(failures)
                        } else {
                            Phase::Failed(failures)
                        });
                        location::go(Step::Data);
                    }
                }
                if has_arrived {
                    // Asked once there is something to keep; the page never promises more.
                    let _ = storage::persist().await;
                }
            });
        });
    }

    /// What came of the files of a job.
    async fn read(
        self,
        job: Job,
        nth: usize,
        n_files: usize,
    ) -> Result<Vec<Result<Reading, Failure>>, WorkerError> {
        let phase = self.session.phase;
        let (name, n_bytes) = (job.input.name(), job.input.n_bytes());
        let on_progress = move |n_read, n_records| {
            phase.set(Phase::Reading {
                name: name.clone(),
                n_bytes,
                n_read,
                n_records,
                nth,
                n_files,
            });
        };
        on_progress(0, 0);
        let mut taken = Vec::new();
        for (input, result) in read_input(job.input, job.options, on_progress.clone()).await? {
            let reading = match result {
                Ok(reading) => reading,
                Err(failure) => {
                    taken.push(Err(failure));
                    continue;
                }
            };
            let is_other = |again: &Again| again.name != reading.source.name;
            if job.again.as_ref().is_some_and(is_other) {
                // The rest of what came in one archive stays as it was read.
                continue;
            }
            let (form, reading) = if let Some(again) = &job.again {
                (again.form.clone(), reading)
            } else {
                let form = form_signature(&reading.source);
                let of_form = form.as_deref().unwrap_or_default();
                let again = input.clone();
                let reading = as_before(of_form, again, reading, on_progress.clone()).await?;
                (form, reading)
            };
            self.keep(&reading.source, input, form);
            taken.push(Ok(reading));
        }
        if job.again.is_some() {
            // What was said of one sheet need not fit another of the same workbook.
            if taken.iter().any(Result::is_ok) {
                taken.retain(Result::is_ok);
            }
            taken.truncate(1);
        }
        Ok(taken)
    }

    fn keep(self, source: &Source, input: Input, form: Option<String>) {
        self.session.inputs.update_value(|inputs| {
            inputs.retain(|kept| !kept.is_of(source));
            inputs.push(Kept {
                name: source.name.clone(),
                n_bytes: source.n_bytes,
                input,
                form,
            });
        });
    }

    fn take_in(self, arrived: Vec<(Option<Place>, Reading)>, change: Change) {
        if change == Change::LastTime {
            self.take_in_last_time(arrived);
            return;
        }
        self.session.forget_view();
        let today = page::today();
        self.project.apply(change, |project| {
            *project = project_with(project, arrived, change == Change::Sample);
            project.analyse_on(today);
        });
    }

    fn take_in_last_time(self, arrived: Vec<(Option<Place>, Reading)>) {
        let readings: Vec<Reading> = arrived.into_iter().map(|(_, reading)| reading).collect();
        let first = readings.first();
        let name = first.map_or_else(String::new, |reading| reading.source.name.clone());
        let last = last_time_of_readings(&self.project.get_untracked(), readings);
        let nobody = last.is_none().then_some(NotLastTime { name, error: None });
        self.session.not_last_time.set(nobody);
        if last.is_some() {
            set_last_time(self.project, last);
        }
    }
}

/// The place of a reading that is read again. Others may come and go meanwhile, so its file is told too.
#[derive(Clone, Debug)]
pub struct Place {
    at: usize,
    file: FileKey,
}

impl Place {
    /// The place of the reading at `at`, of this source.
    pub fn of(at: usize, source: &Source) -> Self {
        Self {
            at,
            file: FileKey::of(source),
        }
    }

    /// Where it is now; `None` when it was taken out.
    fn among(&self, readings: &[Reading]) -> Option<usize> {
        let there = readings.get(self.at);
        let is_there = there.is_some_and(|reading| FileKey::of(&reading.source) == self.file);
        if is_there {
            Some(self.at)
        } else {
            position_of(&self.file, readings)
        }
    }
}

fn position_of(file: &FileKey, readings: &[Reading]) -> Option<usize> {
    let mut keys = readings.iter().map(|reading| FileKey::of(&reading.source));
    keys.position(|key| key == *file)
}

/// A project with what was read; decisions about customers that are still there are kept.
///
/// A reading takes the place it is given, and is dropped when what stood there was taken out meanwhile; else
/// that of the file of the same name and kind, else it is added. Text that was pasted has no name: it is
/// always added. The made-up firm stands alone.
pub fn project_with(
    before: &Project,
    arrived: Vec<(Option<Place>, Reading)>,
    is_sample: bool,
) -> Project {
    // The made-up firm's decisions say nothing about a real one.
    let fresh = Project::default();
    let is_same_firm = before.is_sample == is_sample;
    let before = if is_same_firm { before } else { &fresh };
    let mut readings = if is_sample {
        Vec::new()
    } else {
        before.readings.to_vec()
    };
    for (place, reading) in arrived {
        let is_again = place.is_some();
        let at = match place {
            Some(place) => place.among(&readings),
            None if reading.source.name.is_empty() => None,
            None => position_of(&FileKey::of(&reading.source), &readings),
        };
        match at.and_then(|at| readings.get_mut(at)) {
            Some(known) => *known = reading,
            None if is_again => {}
            None => readings.push(reading),
        }
    }
    let mut project = before.rejoined(readings, before.joins.clone());
    project.is_sample = is_sample;
    if is_sample {
        project.cost_model.hourly_cost = Some(sample::HOURLY_COST);
    }
    project
}
