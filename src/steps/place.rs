//! Whose figures a screen shows, and of which day: small, above its opening sentence.

use abc_core::intake::{Source, SourceKind};
use abc_core::join::Question;
use abc_core::project::Project;

use crate::i18n::catalog::DataTexts;
use crate::i18n::{Locale, Span, plain};

/// Figures are of this many months.
const MONTHS_A_YEAR: u16 = 12;

/// That questions are open whose answers change the outcome, of the files or of joining them; nothing when
/// there are none.
pub(super) fn open_questions(project: &Project, texts: &DataTexts) -> Vec<Span> {
    let of_files = project
        .sources()
        .flat_map(|source| &source.questions)
        .filter(|question| question.is_blocking && question.given.is_none());
    let of_joining = project
        .joined
        .questions
        .iter()
        .filter(|question| is_open(question));
    match of_files.count() + of_joining.count() {
        0 => Vec::new(),
        n => std::iter::once(plain(" "))
            .chain((texts.open_questions)(n))
            .collect(),
    }
}

/// Whether nobody has answered it yet.
pub(super) fn is_open(question: &Question) -> bool {
    match question {
        Question::RevenueSource { given, .. } | Question::AmbiguousName { given, .. } => {
            given.is_none()
        }
        Question::SameHours { given, .. } => given.is_none(),
    }
}

/// The name of the source, whether its figures were brought to 12 months, and the day of the analysis, as far
/// as they are known.
pub(super) fn place_of(project: &Project, locale: Locale) -> Vec<String> {
    let mut sources = project.sources();
    let name = sources.next().map(|source| {
        let name = source_name(source, project.is_sample, locale);
        match sources.count() {
            0 => name,
            n_others => (locale.catalog().data.and_others)(&name, n_others),
        }
    });
    let day = project.analysed_on.map(|day| locale.format().date(day));
    let model = &project.cost_model;
    let is_other = !model.months_assumed;
    let has_revenue = || {
        project
            .customers
            .iter()
            .any(|customer| customer.revenue.is_some())
    };
    let of_hours = || model.hours_months.filter(|_| !has_revenue());
    let months = is_other.then_some(model.months).or_else(of_hours);
    let months = months.filter(|months| *months != MONTHS_A_YEAR);
    let months = months.map(locale.catalog().data.brought_to_year);
    [name, months, day].into_iter().flatten().collect()
}

/// What a person calls the source: the made-up firm, typed names, pasted text, or the file's own name.
pub(super) fn source_name(source: &Source, is_sample: bool, locale: Locale) -> String {
    let texts = &locale.catalog().data;
    match (is_sample, source.name.is_empty()) {
        (true, _) => texts.sample_name.to_owned(),
        (false, true) if source.kind == SourceKind::Names => texts.typed_names.to_owned(),
        (false, true) => texts.pasted_text.to_owned(),
        (false, false) => source.name.clone(),
    }
}
