//! Customers named from memory, with guesses.

use abc_core::intake::SourceKind;
use abc_core::readings::names::{NamedCustomer, names_from_reading, reading_from_names};

use super::data::{Place, project_with};
use crate::platform::location::{self, Step};
use crate::platform::page;
use crate::state::project::Change;
use crate::state::{ProjectState, SessionState};

/// The guesses that the project holds; none for the made-up firm.
pub fn named_now(project: ProjectState) -> Vec<NamedCustomer> {
    let now = project.get_untracked();
    let of_names = |reading: &&abc_core::readings::Reading| {
        reading.source.kind == SourceKind::Names && !now.is_sample
    };
    let reading = now.readings.iter().find(of_names);
    reading.map(names_from_reading).unwrap_or_default()
}

/// Takes the guesses in, in the place of earlier ones, and shows the classes.
pub fn take_names(project: ProjectState, session: SessionState, named: &[NamedCustomer]) {
    let reading = reading_from_names(named);
    session.forget_view();
    session.naming.forget();
    let today = page::today();
    project.apply(Change::Import, |project| {
        let mut sources = project.sources().enumerate();
        let earlier = sources.find(|(_, source)| source.kind == SourceKind::Names);
        let place = earlier.map(|(at, source)| Place::of(at, source));
        drop(sources);
        *project = project_with(project, vec![(place, reading)], false);
        project.analyse_on(today);
    });
    location::go(Step::Customers);
}
