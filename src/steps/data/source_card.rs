//! What one file was and where every row of it went.

use abc_core::customers::{Customer, SECONDS_PER_HOUR};
use abc_core::date::Date;
use abc_core::export::Cell;
use abc_core::intake::{FileFlag, Noted, Source, SourceKind};
use abc_core::join::{Copied, FileKey};
use abc_core::money::Cents;
use abc_core::project::Project;
use abc_core::readings::Reading;
use leptos::prelude::*;

use super::accounts::Accounts;
use super::columns::{COLUMNS_ID, encoding_name};
use super::question::Answered;
use crate::components::{Disclosure, Fact, Facts, Notice, Section};
use crate::i18n::{self, Locale, text_of};
use crate::platform::{page, viewport};
use crate::state::actions::data::DataActions;
use crate::state::derived::is_other;
use crate::state::{ProjectState, SessionState};
use crate::steps::place::{FILES_ID, source_name};

/// A card per file, in order of reading.
#[component]
pub(super) fn SourceCards() -> impl IntoView {
    let locale = i18n::locale();
    let texts = &locale.catalog().data;
    let project = ProjectState::expect();
    // A rating or a cost changes no file: its card stays, with the lists that are open in it.
    let readings = Memo::new_with_compare(move |_| project.get().readings.clone(), is_other);
    let standings = Memo::new(move |_| {
        let now = project.get();
        let standing = |(idx, reading): (usize, &Reading)| Standing {
            copy_of: original_of(&now, idx),
            left_aside: left_aside(&now, idx, locale),
            is_earlier: is_earlier(&now, &reading.source),
        };
        let standings: Vec<_> = now.readings.iter().enumerate().map(standing).collect();
        (now.is_sample, standings)
    });
    let cards = move || {
        let (is_sample, standings) = standings.get();
        let readings = readings.get();
        let all = readings.iter().cloned().zip(standings).enumerate();
        all.map(|(idx, (reading, standing))| view! { <Card idx reading standing is_sample/> })
            .collect_view()
    };
    view! { <Section id=FILES_ID heading=texts.files>{cards}</Section> }
}

/// What a file is among the others.
#[derive(Clone, PartialEq)]
struct Standing {
    /// The name of the file that says the same.
    copy_of: Option<String>,
    /// That what it says was spent and done is of another year.
    left_aside: Option<String>,
    /// Whether it is of an earlier year than the revenue that counts.
    is_earlier: bool,
}

/// The costs and hours of a file that do not count since they are of another year than the revenue that
/// does, in words.
fn left_aside(project: &Project, idx: usize, locale: Locale) -> Option<String> {
    let (texts, format) = (&locale.catalog().data, locale.format());
    let at = u32::try_from(idx).ok()?;
    if !project.joined.of_other_years.contains(&at) {
        return None;
    }
    let reading = project.readings.get(idx)?;
    let has = |figure: fn(&Customer) -> bool| reading.parties.iter().any(figure);
    let has_costs = has(|party| party.direct_cost.is_some() || party.other_cost != Cents::ZERO);
    let has_hours = has(|party| party.hours.is_some() || party.own_fault_hours > 0.0);
    let time_of = |period: Option<(Date, Date)>, last: Option<Date>| match (period, last) {
        (Some((from, to)), _) => Some((texts.from_to)(&format.date(from), &format.date(to))),
        (None, Some(last)) => Some(last.year().to_string()),
        (None, None) => None,
    };
    let own = time_of(reading.source.period, reading.source.last_day())?;
    let chosen = project.joined.chosen_files();
    let mut counted = project.sources();
    let counted = counted.find(|source| chosen.contains(&FileKey::of(source)))?;
    // Without days of its revenue the whole has those of the hours.
    let days = counted.period.and(project.joined.period);
    let counted = time_of(days, counted.last_day())?;
    (has_costs || has_hours).then(|| (texts.left_aside)(has_costs, has_hours, &own, &counted))
}

/// The name of the file that says the same, where this one does not count for that.
fn original_of(project: &Project, idx: usize) -> Option<String> {
    let is_it = |copied: &&Copied| copied.reading as usize == idx && !copied.counts;
    let found = project.joined.copies.iter().find(is_it)?;
    let original = project.readings.get(found.of as usize)?;
    Some(source_name(&original.source, false, i18n::locale()))
}

/// Whether the revenue of a file does not count because that of a later one does.
fn is_earlier(project: &Project, source: &Source) -> bool {
    let chosen = project.joined.chosen_files();
    let is_chosen = |source: &Source| chosen.contains(&FileKey::of(source));
    let counted = project.sources().filter(|source| is_chosen(source));
    let last = counted.filter_map(Source::last_day).max();
    let tells_revenue = source.revenue_cents != 0 && !is_chosen(source);
    tells_revenue
        && last
            .zip(source.last_day())
            .is_some_and(|(last, own)| own < last)
}

#[component]
fn Card(idx: usize, reading: Reading, standing: Standing, is_sample: bool) -> impl IntoView {
    let locale = i18n::locale();
    let texts = &locale.catalog().data;
    let session = SessionState::expect();
    let actions = DataActions::expect();
    let source = reading.source.clone();
    let name = source_name(&source, is_sample, locale);
    let kind = match source.kind {
        SourceKind::Customers => texts.kind_customers,
        SourceKind::Transactions => texts.kind_transactions,
        SourceKind::Hours => texts.kind_hours,
        SourceKind::CustomerList => texts.kind_customer_list,
        SourceKind::Auditfile => texts.kind_auditfile,
        SourceKind::Ubl => texts.kind_ubl,
        SourceKind::Names => texts.kind_names,
    };
    // What two readers of one file remark is said once.
    let flags = source.file_flags.iter().enumerate();
    let flags = flags.filter(|(at, flag)| !source.file_flags.iter().take(*at).any(|f| f == *flag));
    let flags = flags
        .map(|(_, flag)| match (flag, source.unread_sheets.as_slice()) {
            (FileFlag::OtherSheetsIgnored, sheets) if !sheets.is_empty() => {
                (texts.unread_sheets)(sheets)
            }
            _ => (texts.file_flag)(*flag).to_owned(),
        })
        .map(|said| view! { <Notice>{said}</Notice> })
        .collect_view();
    let is_open = move || session.mapping_of.get() == Some(idx);
    let toggle = move |_| {
        let now = (!is_open()).then_some(idx);
        session.mapping_of.set(now);
        if now.is_some() {
            viewport::bring_to_top_after(COLUMNS_ID);
        }
    };
    let toggle_label = move || {
        if is_open() {
            texts.hide_columns
        } else {
            texts.change_columns
        }
    };
    let columns = (!source.columns.is_empty()).then(|| {
        view! {
            <button
                class="say-link"
                aria-expanded=move || is_open().to_string()
                on:click=toggle
            >
                {toggle_label}
            </button>
        }
    });
    let beside = standing.is_earlier.then(|| {
        view! {
            <button class="say-link" on:click=move |_| actions.lay_beside(idx)>
                {texts.lay_beside}
            </button>
        }
    });
    view! {
        <div class="file">
            <div class="flow">
                <h3>{name.clone()}</h3>
                <p class="note">{kind}</p>
                <p class="line prompt">
                    {columns}
                    <button
                        class="say-link"
                        aria-label=(texts.remove_file)(&name)
                        on:click=move |_| actions.remove(idx)
                    >
                        {texts.remove}
                    </button>
                    {beside}
                </p>
            </div>
            <div class="flow">
                <Answered reading=idx source=source.clone()/>
                <ReadAs source=source.clone()/>
                <Lists source=source.clone()/>
                <Accounts idx source/>
            </div>
            <Proof reading/>
        </div>
        {flags}
        {standing.left_aside.map(|said| view! { <Notice>{said}</Notice> })}
        {standing.copy_of.map(|name| view! { <Notice>{(locale.catalog().joins.copy_of)(&name)}</Notice> })}
    }
}

#[component]
fn ReadAs(source: Source) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().data, locale.format());
    let period = source.period.map_or_else(
        || {
            let is_hours = source.kind == SourceKind::Hours;
            let assumed = if is_hours {
                texts.period_of_revenue
            } else {
                texts.period_assumed
            };
            assumed.to_owned()
        },
        |(from, to)| (texts.from_to)(&format.date(from), &format.date(to)),
    );
    let encoding = encoding_name(source.encoding);
    let (read_by, read_as) = match source.sheet {
        Some(sheet) => (texts.sheet, sheet),
        None if source.delimiter == 0 => (texts.encoding, encoding.to_owned()),
        None => {
            let delimiter = (texts.delimiter_names)(source.delimiter);
            (texts.encoding, format!("{encoding}, {delimiter}"))
        }
    };
    // Only a table has a header.
    let header = (!source.columns.is_empty()).then(|| {
        let line = source.header_line.map(texts.header_on_line);
        let line = line.unwrap_or_else(|| texts.no_header.to_owned());
        view! {
            <dt>{texts.header}</dt>
            <dd>{line}</dd>
        }
    });
    let rows = text_of(&(texts.rows_read)(
        &format.count(source.tally.records),
        &format.count(source.tally.accepted),
    ));
    view! {
        <dl class="file__read">
            <dt>{texts.period}</dt>
            <dd>{period}</dd>
            <dt>{read_by}</dt>
            <dd>{read_as}</dd>
            {header}
            <dt>{texts.rows}</dt>
            <dd>{rows}</dd>
        </dl>
    }
}

/// One line of a list of rows: line, reason, text.
type ListLine = (u64, &'static str, String);

fn lines_of<R: Copy>(notes: &[Noted<R>], reason: fn(R) -> &'static str) -> Vec<ListLine> {
    notes
        .iter()
        .map(|note| (note.line, reason(note.reason), note.text.clone()))
        .collect()
}

#[component]
fn Lists(source: Source) -> impl IntoView {
    let texts = &i18n::catalog().data;
    let tally = source.tally;
    let n_flagged = source.flagged.len() as u64;
    view! {
        <RowList title=texts.refused n=tally.rejected lines=lines_of(&source.rejected, texts.reject)/>
        <RowList title=texts.skipped n=tally.ignored lines=lines_of(&source.ignored, texts.ignore)/>
        <Show when=move || { n_flagged > 0 }>
            <RowList
                title=texts.marked
                n=n_flagged
                lines=lines_of(&source.flagged, texts.flag)
            />
        </Show>
    }
}

/// A list of rows that opens in place and can be taken away as a file.
#[component]
fn RowList(title: &'static str, n: u64, lines: Vec<ListLine>) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().data, locale.format());
    let count = format.count(n);
    // Of an auditfile the lines are not kept: what was skipped is said beside the card.
    if lines.is_empty() {
        return view! { <p class="file__count">{title} ": " <b>{count}</b></p> }.into_any();
    }
    let shown = lines.len() as u64;
    let cut = (shown < n)
        .then(|| (texts.first_of)(&format.count(shown), &count))
        .map(|text| view! { <p class="note">{text}</p> });
    let rows = lines
        .iter()
        .cloned()
        .map(|(line, reason, text)| {
            view! {
                <tr>
                    <td class="num">{line.to_string()}</td>
                    <td>{reason}</td>
                    <td>
                        <code>{text}</code>
                    </td>
                </tr>
            }
        })
        .collect_view();
    let on_download = move |_| {
        let lines = lines.iter().map(|(line, reason, text)| {
            vec![
                Cell::Number(line.to_string()),
                Cell::Text((*reason).to_owned()),
                Cell::Text(text.clone()),
            ]
        });
        let head = [texts.col_line, texts.col_reason, texts.col_text];
        let csv = abc_core::export::csv_text(&head, lines);
        // A refused download shows in the browser itself.
        let _ = page::download(
            "kernklant-regels.csv",
            "text/csv",
            std::slice::from_ref(&csv),
        );
    };
    view! {
        <Disclosure summary=format!("{title}: {count}, {}", texts.see)>
            <div class="scroll file__rows" tabindex="0" role="region" aria-label=title>
                <table class="plain">
                    <thead>
                        <tr>
                            <th scope="col" class="num">{texts.col_line}</th>
                            <th scope="col">{texts.col_reason}</th>
                            <th scope="col">{texts.col_text}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {cut}
            <button class="button" on:click=on_download>
                {texts.download_list}
            </button>
        </Disclosure>
    }
    .into_any()
}

/// What was read beside what the customers have: the difference is nothing, to the cent and the second.
#[component]
fn Proof(reading: Reading) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().data, locale.format());
    let (source, without) = (&reading.source, reading.unassigned);
    match source.kind {
        SourceKind::Hours => {
            let seconds: u64 = reading.parties.iter().filter_map(Customer::seconds).sum();
            let hours = move |seconds: u64| format.decimals(seconds as f64 / SECONDS_PER_HOUR, 2);
            return view! {
                <Facts>
                    <Fact name=texts.hours_of_customers>{hours(seconds)}</Fact>
                    <Fact name=texts.hours_without_customer>{hours(without.seconds)}</Fact>
                    <Fact name=texts.hours_read sum=true>{hours(seconds + without.seconds)}</Fact>
                </Facts>
            }
            .into_any();
        }
        // A list has no figures, and guesses prove nothing.
        SourceKind::CustomerList | SourceKind::Names => return ().into_any(),
        SourceKind::Customers
        | SourceKind::Transactions
        | SourceKind::Auditfile
        | SourceKind::Ubl => {}
    }
    let of_customers: Cents = reading
        .parties
        .iter()
        .filter_map(|party| party.revenue)
        .sum();
    let read = match &source.books {
        Some(books) => (texts.sum_ledger, books.revenue_cents),
        None => (texts.sum_read, Cents(source.revenue_cents)),
    };
    let assigned = of_customers.saturating_add(without.revenue);
    let difference = Cents(read.1.0.saturating_sub(assigned.0));
    // Where nothing was read the two are equal, and that proves nothing.
    let has_read = reading
        .parties
        .iter()
        .filter_map(|party| party.revenue)
        .chain([read.1, without.revenue])
        .any(|amount| amount != Cents::ZERO);
    let is_right = difference == Cents::ZERO && has_read;
    let without = (without.revenue != Cents::ZERO).then(
        || view! { <Fact name=texts.without_customer>{format.cents(without.revenue)}</Fact> },
    );
    view! {
        <div>
            <Facts>
                <Fact name=read.0>{format.cents(read.1)}</Fact>
                <Fact name=texts.sum_customers>{format.cents(of_customers)}</Fact>
                {without}
                <Fact name=texts.difference sum=true>
                    {format.cents(difference)}
                </Fact>
            </Facts>
            <Show when=move || is_right>
                <p class="mark mark--ok">"✓ " {texts.to_the_cent}</p>
            </Show>
        </div>
    }
    .into_any()
}
