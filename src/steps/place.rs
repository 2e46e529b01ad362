//! Whose figures a screen shows, and of which day: small, above its opening sentence.

use abc_core::project::Project;

use crate::i18n::Locale;

/// The name of the source and the day of the analysis, as far as they are known.
pub(super) fn place_of(project: &Project, locale: Locale) -> Vec<String> {
    let name = if project.is_sample {
        Some(locale.catalog().data.sample_name.to_owned())
    } else {
        project.sources.last().map(|source| source.name.clone())
    };
    let day = project.analysed_on.map(|day| locale.format().date(day));
    [name, day]
        .into_iter()
        .flatten()
        .filter(|fact| !fact.is_empty())
        .collect()
}
