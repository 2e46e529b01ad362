//! What each column means: the raw value above, what Kernklant reads below.

use abc_core::intake::{Encoding, Source};
use abc_core::mapping::{CellReading, Column, Confidence, Role, roles_for_choice};
use leptos::prelude::*;

use super::notices::RefusedChoice;
use crate::components::{Section, Select, SelectOption};
use crate::i18n::{self, Format};
use crate::state::actions::data::DataActions;
use crate::state::session::{Failure, Phase};
use crate::state::{ProjectState, SessionState};
use crate::steps::place::source_name;

/// Rows shown under each column.
const ROWS: usize = 5;

/// The delimiters that can be chosen.
const DELIMITERS: [u8; 4] = *b";,\t|";

/// The id of the columns, which may be far below the card that opens them.
pub(super) const COLUMNS_ID: &str = "columns";

/// The columns of the file whose mapping the user opened.
#[component]
pub(super) fn Columns() -> impl IntoView {
    let project = ProjectState::expect();
    let session = SessionState::expect();
    let open = Memo::new(move |_| {
        let reading = session.mapping_of.get()?;
        let now = project.get();
        let source = now.sources().nth(reading)?.clone();
        // Made anew with it, so that every list shows again what holds.
        let refused = session.phase.with(|phase| match phase {
            Phase::ChoiceRefused(failures) => {
                let mut failures = failures.iter();
                failures
                    .find(|failure| failure.name == source.name)
                    .cloned()
            }
            _ => None,
        });
        Some((reading, source, now.is_sample, refused))
    });
    move || {
        open.get().map(|(reading, source, is_sample, refused)| {
            view! { <Mapping reading source is_sample refused/> }
        })
    }
}

#[component]
fn Mapping(
    reading: usize,
    source: Source,
    is_sample: bool,
    refused: Option<Failure>,
) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().data, locale.format());
    let actions = DataActions::expect();
    let can_change = actions.can_read_again(&source);
    let name = source_name(&source, is_sample, locale);
    let heads = (0_u32..)
        .zip(source.columns.iter().cloned())
        .map(|(idx, column)| view! { <Head reading idx column can_change/> })
        .collect_view();
    let rows = source
        .sample
        .iter()
        .take(ROWS)
        .map(|row| {
            let cells = (0..source.columns.len())
                .map(|idx| {
                    let raw = row.get(idx).cloned().unwrap_or_default();
                    view! { <Read reading=source.read_cell(idx, &raw) raw format/> }
                })
                .collect_view();
            view! { <tr>{cells}</tr> }
        })
        .collect_view();
    let gone = (!can_change).then(|| view! { <p class="note">{texts.columns_gone}</p> });
    view! {
        <Section
            id=COLUMNS_ID
            heading=(texts.columns_of)(&name)
            end=move || view! { <span class="note">{texts.columns_hint}</span> }
        >
            {refused.map(|failure| view! { <RefusedChoice failure/> })}
            {(source.delimiter != 0)
                .then(|| view! { <Dialect reading source=source.clone() can_change/> })}
            <div class="scroll" tabindex="0" role="region" aria-label=(texts.columns_of)(&name)>
                <table class="map">
                    <thead>
                        <tr>{heads}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {gone}
        </Section>
    }
}

/// Delimiter and encoding: detected, changeable.
#[component]
fn Dialect(reading: usize, source: Source, can_change: bool) -> impl IntoView {
    let texts = &i18n::catalog().data;
    let actions = DataActions::expect();
    let option = |value: String, text: String| SelectOption { value, text };
    let delimiters: Vec<SelectOption> = DELIMITERS
        .iter()
        .map(|byte| option(byte.to_string(), (texts.delimiter_names)(*byte)))
        .collect();
    let encodings: Vec<SelectOption> = ENCODINGS
        .iter()
        .map(|(_, key, name)| option((*key).to_owned(), (*name).to_owned()))
        .collect();
    let encoding_now = ENCODINGS
        .iter()
        .find(|(encoding, ..)| *encoding == source.encoding)
        .map_or_else(String::new, |(_, key, _)| (*key).to_owned());
    view! {
        <div class="line">
            <Select
                label=texts.delimiter
                options=Signal::stored(delimiters)
                value=Signal::stored(source.delimiter.to_string())
                disabled=Signal::stored(!can_change)
                on_change=move |value: String| actions.set_delimiter(reading, value.parse().ok())
            />
            <Select
                label=texts.encoding
                options=Signal::stored(encodings)
                value=Signal::stored(encoding_now)
                disabled=Signal::stored(!can_change)
                on_change=move |value: String| {
                    let chosen = ENCODINGS.iter().find(|(_, key, _)| *key == value);
                    actions.set_encoding(reading, chosen.map(|(encoding, ..)| *encoding));
                }
            />
        </div>
    }
}

/// Encoding, key, the name that people know.
const ENCODINGS: [(Encoding, &str, &str); 5] = [
    (Encoding::Utf8, "utf-8", "UTF-8"),
    (Encoding::Windows1252, "windows-1252", "Windows-1252"),
    (Encoding::Cp850, "cp850", "CP850 (MS-DOS)"),
    (Encoding::Utf16Le, "utf-16le", "UTF-16 LE"),
    (Encoding::Utf16Be, "utf-16be", "UTF-16 BE"),
];

/// What people call an encoding.
pub(super) fn encoding_name(encoding: Encoding) -> &'static str {
    let mut known = ENCODINGS.iter();
    let found = known.find(|(one, ..)| *one == encoding);
    found.map_or("", |(.., name)| name)
}

#[component]
fn Head(reading: usize, idx: u32, column: Column, can_change: bool) -> impl IntoView {
    let texts = &i18n::catalog().data;
    let actions = DataActions::expect();
    let name = if column.header.is_empty() {
        (texts.column_n)(idx + 1)
    } else {
        column.header.clone()
    };
    let options: Vec<SelectOption> = roles_for_choice()
        .iter()
        .map(|role| SelectOption {
            value: key_of(*role),
            text: (texts.role)(*role).to_owned(),
        })
        .collect();
    let sure = match column.confidence {
        Confidence::High => "",
        other => (texts.confidence)(other),
    };
    let on_change = move |key: String| {
        let chosen = roles_for_choice().iter().find(|role| key_of(**role) == key);
        if let Some(role) = chosen {
            actions.set_role(reading, idx, *role);
        }
    };
    view! {
        <th scope="col">
            <Select
                label=name
                options=Signal::stored(options)
                value=Signal::stored(key_of(column.role))
                hint=Signal::stored(sure.to_owned())
                disabled=Signal::stored(!can_change)
                on_change=on_change
            />
        </th>
    }
}

/// A role as the value of an option.
fn key_of(role: Role) -> String {
    format!("{role:?}")
}

#[component]
fn Read(raw: String, reading: CellReading, format: Format) -> impl IntoView {
    let texts = &i18n::catalog().data;
    let is_number = matches!(reading, CellReading::Money(_) | CellReading::Number(_));
    let is_bad = reading == CellReading::Unreadable;
    let read = match reading {
        CellReading::Empty | CellReading::Unused => "–".to_owned(),
        CellReading::Text(text) => text,
        CellReading::Money(cents) => format.cents(cents),
        CellReading::Number(number) => format.short(number, 3),
        CellReading::Day(day) => format.date(day),
        CellReading::Unreadable => texts.unreadable.to_owned(),
    };
    view! {
        <td class=("num", is_number)>
            <code>{raw}</code>
            <span class=("neg", is_bad)>{read}</span>
        </td>
    }
}
