//! Getting data in: files, paste, the sample firm, answers and meanings of columns.

mod jobs;
mod place;

use std::sync::Arc;

use abc_core::intake::{
    Encoding, FileFlag, ReadOptions, Source, form_signature, holds_for_the_form, table_of_lines,
};
use abc_core::join::FileKey;
use abc_core::mapping::{Choice, QuestionId, Role};
use abc_core::project::{self, Project};
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
use place::position_of;
pub use place::{Place, number_of};

/// How the name of a saved copy ends.
const COPY: &str = ".kernklant";

/// A reading that came in, and the place it takes where it was read again.
type Arrived = (Option<Place>, Reading);

/// What came of files that were begun together.
#[derive(Default)]
struct Read {
    arrived: Vec<Arrived>,
    refused: Vec<Failure>,
}

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
        self.read_again(&readings, move |at, options| {
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
        self.read_again(&[reading], move |_, options| {
            options.roles.retain(|(idx, _)| *idx != column);
            options.roles.push((column, role));
        });
    }

    /// Reads the file again with another delimiter; `None` detects it.
    pub fn set_delimiter(self, reading: usize, delimiter: Option<u8>) {
        self.read_again(&[reading], move |_, options| {
            options.delimiter = delimiter;
            options.roles.clear();
            options.answers.clear();
        });
    }

    /// Reads the file again in another encoding; `None` detects it.
    pub fn set_encoding(self, reading: usize, encoding: Option<Encoding>) {
        self.read_again(&[reading], move |_, options| options.encoding = encoding);
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

    /// Stops the reading that is under way and what waits for it; files that came before it stay.
    pub fn cancel(self) {
        self.session
            .n_stops
            .update_value(|n| *n = n.wrapping_add(1));
        worker::cancel();
    }

    fn kept(self, source: &Source) -> Option<Kept> {
        self.session.inputs.with_value(|inputs| {
            let mut inputs = inputs.iter().rev();
            inputs.find(|kept| kept.is_of(source)).cloned()
        })
    }

    fn read_again(self, readings: &[usize], edit: impl Fn(usize, &mut ReadOptions) + 'static) {
        let project = self.project.get_untracked();
        let place = |at: &usize| {
            let source = project.sources().nth(*at)?;
            let place = Place::of(*at, source);
            self.can_read_again(source).then_some((*at, place))
        };
        let places: Vec<(usize, Place)> = readings.iter().filter_map(place).collect();
        if places.is_empty() {
            return;
        }
        let jobs = async move {
            // What was said of them before may have been read meanwhile.
            let project = self.project.get_untracked();
            let job = |(asked_at, place): (usize, Place)| {
                let at = place.among(&project.readings)?;
                let source = project.sources().nth(at)?;
                let kept = self.kept(source)?;
                let mut options = source.options.clone();
                options.today = page::today();
                edit(asked_at, &mut options);
                let again = Again {
                    place,
                    name: kept.file.name,
                    form: kept.form,
                };
                Some(Job {
                    input: kept.input,
                    options,
                    again: Some(again),
                })
            };
            (places.into_iter().filter_map(job).collect(), Vec::new())
        };
        self.begin(jobs, Change::Mapping, Step::Data);
    }

    /// Reads one thing after another, once what was begun before is read, and takes all that came of it in
    /// as one step of undo.
    fn begin(
        self,
        jobs: impl Future<Output = (Vec<Job>, Vec<Failure>)> + 'static,
        change: Change,
        then: Step,
    ) {
        let session = self.session;
        let is_same_work = session.same_work();
        let is_wanted = session.not_stopped();
        let turn = session.turn.get_value();
        self.owner.get_value().with(|| {
            spawn_local_scoped(async move {
                let has_waited = turn.try_lock().is_none();
                let held = turn.lock().await;
                if !is_same_work() || !is_wanted() {
                    return;
                }
                // What could not be read before it would be told for as long as this takes.
                let untold = session.phase.with_untracked(|phase| match phase {
                    Phase::Failed(failures) if has_waited => failures.clone(),
                    _ => Vec::new(),
                });
                let (jobs, failures) = jobs.await;
                if jobs.is_empty() && failures.is_empty() || !is_same_work() {
                    return;
                }
                let goes_on = move || is_wanted() && is_same_work();
                let Read { arrived, refused } = self.read_all(jobs, goes_on).await;
                if !is_same_work() {
                    // What took its place is not being read.
                    session.inputs.set_value(Vec::new());
                    session.phase.set(Phase::Idle);
                    return;
                }
                let is_choice = change == Change::Mapping && untold.is_empty();
                let mut failures = [untold, failures, refused].concat();
                let has_arrived = !arrived.is_empty();
                if has_arrived {
                    if failures.is_empty() {
                        // At once, and not when the address has changed: else the place that is left would
                        // be made once more, of what was read.
                        session.show(then);
                    }
                    failures.extend(self.take_in(arrived, change));
                }
                // What failed is said beside the drop zone, or where the choice was made.
                if failures.is_empty() {
                    session.phase.set(Phase::Idle);
                    if has_arrived {
                        // The place is shown already; its address costs the browser 10 ms.
                        page::breathe().await;
                        location::go(then);
                        viewport::focus_when_lost("#main");
                    }
                } else {
                    session.phase.set(if is_choice {
                        Phase::ChoiceRefused(failures)
                    } else {
                        Phase::Failed(failures)
                    });
                    location::go(Step::Data);
                }
                drop(held);
                if has_arrived {
                    // Asked once there is something to keep; the page never promises more. The browser may
                    // ask the user, so nobody waits for the answer.
                    let _ = storage::persist().await;
                }
            });
        });
    }

    /// One job after the other, until one is stopped or nobody wants them any more.
    async fn read_all(self, jobs: Vec<Job>, goes_on: impl Fn() -> bool) -> Read {
        let n_files = jobs.len();
        let mut read = Read::default();
        for (nth, job) in (1..).zip(jobs) {
            if !goes_on() {
                break;
            }
            let name = job.input.name();
            let place = job.again.as_ref().map(|again| again.place.clone());
            match self.read(job, nth, n_files, &read.arrived).await {
                Ok(results) => {
                    for result in results {
                        match result {
                            Ok(reading) => read.arrived.push((place.clone(), reading)),
                            Err(failure) => read.refused.push(failure),
                        }
                    }
                }
                Err(WorkerError::Cancelled | WorkerError::Replaced) => break,
                Err(error) => read.refused.push(Failure { name, error }),
            }
        }
        read
    }

    /// What came of the files of a job.
    async fn read(
        self,
        job: Job,
        nth: usize,
        n_files: usize,
        arrived: &[Arrived],
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
        let mut taken: Vec<Result<Reading, Failure>> = Vec::new();
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
                let mut reading = reading;
                reading.source.nth = again.place.nth();
                (again.form.clone(), reading)
            } else {
                let form = form_signature(&reading.source);
                let of_form = form.as_deref().unwrap_or_default();
                let again = input.clone();
                let mut reading = as_before(of_form, again, reading, on_progress.clone()).await?;
                let of_job = taken.iter().filter_map(|taken| taken.as_ref().ok());
                let of_batch = arrived.iter().map(|(_, reading)| reading).chain(of_job);
                let of_batch = of_batch.map(|reading| &reading.source);
                let before = self.project.get_untracked();
                reading.source.nth = number_of(&reading.source, &before, of_batch);
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
                file: FileKey::of(source),
                n_bytes: source.n_bytes,
                input,
                form,
            });
        });
    }

    /// Takes in what was read; what there is no room for is left out, all of it, and comes back as failures.
    fn take_in(self, arrived: Vec<Arrived>, change: Change) -> Vec<Failure> {
        if change == Change::LastTime {
            self.take_in_last_time(arrived);
            return Vec::new();
        }
        let names = arrived.iter().map(|(_, reading)| &reading.source.name);
        let names: Vec<String> = names.cloned().collect();
        self.session.forget_view();
        let is_pasted = |(_, reading): &Arrived| reading.source.name.is_empty();
        let has_pasted = change != Change::Sample && arrived.iter().any(is_pasted);
        let now = self.project.get_untracked();
        let mut next = project_with(&now, arrived, change == Change::Sample);
        if !project::has_room(&next) {
            let error = WorkerError::ProjectFull;
            let failure = |name| Failure {
                name,
                error: error.clone(),
            };
            return names.into_iter().map(failure).collect();
        }
        if has_pasted {
            self.session.pasted.set(String::new());
        }
        next.analyse_on(page::today());
        self.project.apply(change, |project| *project = next);
        Vec::new()
    }

    fn take_in_last_time(self, arrived: Vec<Arrived>) {
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

/// A project with what was read; decisions about customers that are still there are kept.
///
/// A reading takes the place it is given, and is dropped when what stood there was taken out meanwhile; else
/// that of the same file, else it is added. The made-up firm stands alone.
pub fn project_with(before: &Project, arrived: Vec<Arrived>, is_sample: bool) -> Project {
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
