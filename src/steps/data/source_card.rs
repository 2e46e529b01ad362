//! What one file was and where every row of it went.

use abc_core::export::Cell;
use abc_core::intake::{Encoding, Noted, Source, SourceKind};
use abc_core::money::Cents;
use leptos::prelude::*;

use crate::components::{Disclosure, Fact, Facts, Notice, Section};
use crate::i18n::{self, Format, text_of};
use crate::platform::page;
use crate::state::{ProjectState, SessionState};
use crate::steps::place::source_name;

/// The card of the file that is open.
#[component]
pub(super) fn SourceCard() -> impl IntoView {
    let texts = &i18n::catalog().data;
    let project = ProjectState::expect();
    let cards = move || {
        let now = project.get();
        let revenue: Cents = now
            .customers
            .iter()
            .filter_map(|customer| customer.revenue)
            .sum();
        now.sources()
            .map(|source| view! { <Card source=source.clone() is_sample=now.is_sample customers_cents=revenue/> })
            .collect_view()
    };
    view! { <Section heading=texts.files>{cards}</Section> }
}

#[component]
fn Card(source: Source, is_sample: bool, customers_cents: Cents) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().data, locale.format());
    let session = SessionState::expect();
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
    let flags = source
        .file_flags
        .clone()
        .into_iter()
        .map(|flag| view! { <Notice>{(texts.file_flag)(flag)}</Notice> })
        .collect_view();
    let toggle_label = move || {
        if session.is_mapping_open.get() {
            texts.hide_columns
        } else {
            texts.change_columns
        }
    };
    view! {
        <div class="file">
            <div class="flow">
                <h3>{name}</h3>
                <p class="note">{kind}</p>
                <button
                    class="say-link"
                    aria-expanded=move || session.is_mapping_open.get().to_string()
                    on:click=move |_| session.is_mapping_open.update(|is_open| *is_open = !*is_open)
                >
                    {toggle_label}
                </button>
            </div>
            <div class="flow">
                <ReadAs source=source.clone()/>
                <Lists source=source.clone()/>
            </div>
            <Proof read_cents=Cents(source.revenue_cents) customers_cents format/>
        </div>
        {flags}
    }
}

#[component]
fn ReadAs(source: Source) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().data, locale.format());
    let period = source.period.map_or_else(
        || texts.period_assumed.to_owned(),
        |(from, to)| (texts.from_to)(&format.date(from), &format.date(to)),
    );
    let encoding = match source.encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
        Encoding::Windows1252 => "Windows-1252",
        Encoding::Cp850 => "CP850",
    };
    let read_as = format!("{encoding}, {}", (texts.delimiter_names)(source.delimiter));
    let header = source.header_line.map_or_else(
        || texts.no_header.to_owned(),
        |line| (texts.header_on_line)(line),
    );
    let rows = text_of(&(texts.rows_read)(
        &format.count(source.tally.records),
        &format.count(source.tally.accepted),
    ));
    view! {
        <dl class="file__read">
            <dt>{texts.period}</dt>
            <dd>{period}</dd>
            <dt>{texts.encoding}</dt>
            <dd>{read_as}</dd>
            <dt>{texts.header}</dt>
            <dd>{header}</dd>
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
    if n == 0 {
        return view! { <p class="file__count">{title} ": " <b>{count}</b></p> }.into_any();
    }
    let shown = lines.len() as u64;
    let cut = (shown < n)
        .then(|| (texts.first_of)(&format.count(shown), &count))
        .map(|text| view! { <p class="note">{text}</p> });
    let csv = abc_core::export::csv_text(
        &[texts.col_line, texts.col_reason, texts.col_text],
        lines.iter().map(|(line, reason, text)| {
            vec![
                Cell::Number(line.to_string()),
                Cell::Text((*reason).to_owned()),
                Cell::Text(text.clone()),
            ]
        }),
    )
    .unwrap_or_default();
    let rows = lines
        .into_iter()
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

/// Rows read beside customers kept: the difference is nothing, to the cent.
#[component]
fn Proof(read_cents: Cents, customers_cents: Cents, format: Format) -> impl IntoView {
    let texts = &i18n::catalog().data;
    let difference = Cents(read_cents.0.saturating_sub(customers_cents.0));
    let is_right = difference == Cents::ZERO;
    view! {
        <div>
            <Facts>
                <Fact name=texts.sum_read>{format.cents(read_cents)}</Fact>
                <Fact name=texts.sum_customers>{format.cents(customers_cents)}</Fact>
                <Fact name=texts.difference sum=true>
                    {format.cents(difference)}
                </Fact>
            </Facts>
            <Show when=move || is_right>
                <p class="mark mark--ok">"✓ " {texts.to_the_cent}</p>
            </Show>
        </div>
    }
}
