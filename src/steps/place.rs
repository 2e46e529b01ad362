//! Whose figures a screen shows, and of which day: small, above its opening sentence.

use abc_core::intake::Source;
use abc_core::project::Project;

use crate::i18n::Locale;

/// Figures are of this many months.
const MONTHS_A_YEAR: u16 = 12;

/// The name of the source, whether its figures were brought to 12 months, and the day of the analysis, as far
/// as they are known.
pub(super) fn place_of(project: &Project, locale: Locale) -> Vec<String> {
    let source = project.sources().next_back();
    let name = source.map(|source| source_name(source, project.is_sample, locale));
    let day = project.analysed_on.map(|day| locale.format().date(day));
    let model = &project.cost_model;
    let is_other = !model.months_assumed && model.months != MONTHS_A_YEAR;
    let months = is_other.then(|| (locale.catalog().data.brought_to_year)(model.months));
    [name, months, day].into_iter().flatten().collect()
}

/// What a person calls the source: the made-up firm, pasted text, or the file's own name.
pub(super) fn source_name(source: &Source, is_sample: bool, locale: Locale) -> String {
    let texts = &locale.catalog().data;
    match (is_sample, source.name.is_empty()) {
        (true, _) => texts.sample_name.to_owned(),
        (false, true) => texts.pasted_text.to_owned(),
        (false, false) => source.name.clone(),
    }
}
