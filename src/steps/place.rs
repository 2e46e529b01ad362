//! Whose figures a screen shows, and of which day: small, above its opening sentence.

use abc_core::project::Project;

use crate::i18n::Locale;

/// The name of the source and the day of the analysis, as far as they are known.
pub(super) fn place_of(project: &Project, locale: Locale) -> Vec<String> {
    let texts = &locale.catalog().data;
    let name = if project.is_sample {
        Some(texts.sample_name.to_owned())
    } else {
        let name = project.sources.last().map(|source| source.name.as_str());
        name.map(|name| {
            if name.is_empty() {
                texts.pasted_text
            } else {
                name
            }
            .to_owned()
        })
    };
    let day = project.analysed_on.map(|day| locale.format().date(day));
    [name, day]
        .into_iter()
        .flatten()
        .filter(|fact| !fact.is_empty())
        .collect()
}
