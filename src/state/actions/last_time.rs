//! Last time beside this time, and the day of the next time.

use std::sync::Arc;

use abc_core::costs::CostModel;
use abc_core::date::Date;
use abc_core::migration::{LastTime, Settings, past_from};
use abc_core::project::{self, Project, ProjectError};
use abc_core::readings::Reading;

use crate::state::ProjectState;
use crate::state::derived::Outcome;
use crate::state::project::Change;

/// The classes of an outcome, to lay beside those of another time; `None` when nobody has one.
pub fn last_time_of(outcome: &Outcome, name: String, on: Option<Date>) -> Option<LastTime> {
    let project = &outcome.project;
    let customers = past_from(&project.customers, &outcome.inputs, &outcome.classification);
    (!customers.is_empty()).then_some(LastTime {
        name,
        on,
        settings: Some(settings_of(project)),
        customers,
    })
}

/// What the classes of a project are made with.
pub fn settings_of(project: &Project) -> Settings {
    Settings {
        policy: project.policy.clone(),
        rate: project.cost_model.rate(),
    }
}

/// What a saved copy holds as last time; `Ok(None)` when nobody in it has a class.
pub fn last_time_of_copy(name: String, text: &str) -> Result<Option<LastTime>, ProjectError> {
    let copy = project::restore(text)?;
    let on = copy.analysed_on;
    let outcome = Outcome::of(Arc::new(copy));
    Ok(last_time_of(&outcome, name, on))
}

/// What files of last time hold, classified by the weights, limits and costs of now. The owner's ratings of
/// now say nothing about then.
pub fn last_time_of_readings(now: &Project, readings: Vec<Reading>) -> Option<LastTime> {
    let mut sources = readings.iter().map(|reading| &reading.source);
    let name = sources.next().map(|source| source.name.clone());
    let ends = readings.iter().filter_map(|reading| reading.source.period);
    let on = ends.map(|(_, last)| last).max();
    let unknown = CostModel::default();
    let base = Project {
        policy: now.policy.clone(),
        cost_model: CostModel {
            // How long that period was, its own files say.
            months: unknown.months,
            months_assumed: unknown.months_assumed,
            ..now.cost_model.clone()
        },
        ..Project::default()
    };
    let then = base.rejoined(readings, now.joins.clone());
    let outcome = Outcome::of(Arc::new(then));
    last_time_of(&outcome, name.unwrap_or_default(), on)
}

/// Lays an earlier time beside this one, or takes it away.
pub fn set_last_time(project: ProjectState, last: Option<LastTime>) {
    project.apply(Change::LastTime, |project| {
        project.last_time = last.map(Arc::new);
    });
}

/// Sets the day to look again; `None` is a year after the analysis.
pub fn set_review(project: ProjectState, day: Option<Date>) {
    project.apply(Change::Review, |project| project.review_chosen = day);
}
