//! Whose figures a screen shows, of which year and which day: small, above its opening sentence; and what is
//! still asked of the files, at its end.

use abc_core::customers::SECONDS_PER_HOUR;
use abc_core::date::MONTHS_A_YEAR;
use abc_core::intake::{FileFlag, Source, SourceKind};
use abc_core::join::FileKey;
use abc_core::mapping::{Choice, QuestionId, Role};
use abc_core::project::Project;

use super::asked::Open;
use crate::i18n::{Locale, Span, plain};

/// By which the cards of the files are found, to scroll to.
pub(super) const FILES_ID: &str = "files";

/// The same of the names that may be one customer.
pub(super) const NAMES_ID: &str = "names";

/// What still waits and changes the outcome: questions about the files or about joining them, names that
/// differ in form only and may be one customer, and rows that count for nothing. Nothing when nothing does.
pub(super) fn still_open(project: &Project, locale: Locale) -> Vec<Span> {
    let texts = &locale.catalog().data;
    let proposals = project.joined.proposals.iter();
    let names = proposals.filter(|proposal| proposal.is_sure);
    // Of a folder of invoices those that were bought, or came in twice, are left out: that is no loss.
    let rows = project
        .sources()
        .filter(|source| source.kind != SourceKind::Ubl);
    let refused = rows.map(|source| source.tally.rejected).sum::<u64>();
    let seconds = project.joined.unmatched_seconds(false);
    let is_unlinked = seconds > 0 && project.has_revenue();
    let said = [
        (Open::of(project).n_deciding, texts.open_questions),
        // Where names are linked anyway, these are seen there.
        (
            if is_unlinked { 0 } else { names.count() },
            texts.open_names,
        ),
        (
            usize::try_from(refused).unwrap_or(usize::MAX),
            texts.refused_rows,
        ),
    ];
    let mut spans = Vec::new();
    if is_unlinked {
        let hours = locale.format().short(seconds as f64 / SECONDS_PER_HOUR, 2);
        spans.push(plain(" "));
        spans.extend((texts.unlinked_hours)(&hours));
    }
    for (n, words) in said.into_iter().filter(|(n, _)| *n > 0) {
        spans.push(plain(" "));
        spans.extend(words(n));
    }
    spans
}

/// Whose figures these are, whether they were brought to 12 months, and the day of the analysis, as far as
/// they are known.
pub(super) fn place_of(project: &Project, locale: Locale) -> Vec<String> {
    let [whose, year, day] = whose_and_when(project, locale);
    let model = &project.cost_model;
    let of_hours = || model.hours_months.filter(|_| !project.has_revenue());
    let months = model.known_months().or_else(of_hours);
    let months = months.filter(|months| *months != MONTHS_A_YEAR);
    let months = months.map(locale.catalog().data.brought_to_year);
    [whose, year, months, day].into_iter().flatten().collect()
}

/// The firm or the file, the fiscal year, and the day of the analysis, as far as they are known.
pub(super) fn whose_and_when(project: &Project, locale: Locale) -> [Option<String>; 3] {
    let mut books = project
        .sources()
        .filter_map(|source| source.books.as_deref());
    let firm = books.find(|books| !books.company.is_empty());
    // Of several years in one file the latest counts.
    let year = firm.and_then(|books| books.fiscal_years.last());
    let year = year.filter(|year| !year.is_empty());
    [
        firm.map(|books| books.company.clone())
            .or_else(|| files_name(project, locale)),
        year.map(|year| (locale.catalog().data.fiscal_year)(year)),
        project.analysed_on.map(|day| locale.format().date(day)),
    ]
}

/// The first file, and how many others there are.
fn files_name(project: &Project, locale: Locale) -> Option<String> {
    let mut sources = project.sources();
    let first = sources.next()?;
    let name = source_name(first, project.is_sample, locale);
    // A second sheet of one workbook is no other file.
    let is_other = |source: &&Source| {
        first.sheet.is_none() || !source.name.starts_with(&format!("{}: ", first.name))
    };
    Some(match sources.filter(is_other).count() {
        0 => name,
        n_others => (locale.catalog().data.and_others)(&name, n_others),
    })
}

/// Whether all amounts are known to be without VAT: from a ledger or invoices, under a header that says
/// so, or taken off.
pub(super) fn is_net(project: &Project) -> bool {
    let mut telling = project
        .sources()
        .filter(|source| source.revenue_cents != 0)
        .peekable();
    telling.peek().is_some() && telling.all(is_source_net)
}

fn is_source_net(source: &Source) -> bool {
    let is_booked = matches!(source.kind, SourceKind::Auditfile | SourceKind::Ubl);
    let amounts = source
        .columns
        .iter()
        .filter(|column| column.role == Role::Revenue);
    let mut headers = amounts.map(|column| column.header.to_lowercase());
    let is_taken_off = |(_, choice): &(QuestionId, Choice)| matches!(choice, Choice::InclVat(_));
    is_booked
        || !source.accounts.is_empty()
        || headers.any(|header| header.contains("excl"))
        || source.options.answers.iter().any(is_taken_off)
        || source.file_flags.contains(&FileFlag::VatTakenOff)
}

/// What a person calls the source: the made-up firm, typed names, pasted text, or the file's own name.
pub(super) fn source_name(source: &Source, is_sample: bool, locale: Locale) -> String {
    if is_sample {
        return locale.catalog().data.sample_name.to_owned();
    }
    file_name(&FileKey::of(source), locale)
}

/// The same of a file that is known by its key.
pub(super) fn file_name(file: &FileKey, locale: Locale) -> String {
    let texts = &locale.catalog().data;
    let name = match (file.name.as_str(), file.kind) {
        ("", SourceKind::Names) => texts.typed_names,
        ("", _) => texts.pasted_text,
        (name, _) => name,
    };
    match file.nth {
        0 => name.to_owned(),
        nth => format!("{name} ({})", nth + 1),
    }
}
