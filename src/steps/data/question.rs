//! The questions whose answers change the outcome, one at a time, likely answer first.

use abc_core::intake::{Example, FileFlag, Source, SourceKind, example};
use abc_core::join;
use abc_core::mapping::{Answer, Choice as Given, Question, QuestionId};
use abc_core::money::Cents;
use abc_core::readings::Reading;
use leptos::prelude::*;

use super::ask::Ask;
use super::join_question::JoinQuestion;
use super::joins::hours_text;
use crate::components::{Choice, Disclosure};
use crate::i18n::{self, Locale, catalog::DataTexts};
use crate::state::ProjectState;
use crate::state::actions::data::DataActions;
use crate::steps::asked::{Asked, Open};
use crate::steps::place::source_name;

/// Customers that are named in a question about them.
const MAX_NAMES: usize = 3;

/// The first open question: of the files what cannot wait, then of joining them, then what can wait; with
/// what each answer would give.
#[component]
pub(super) fn Questions() -> impl IntoView {
    let project = ProjectState::expect();
    let open = Memo::new(move |_| {
        let now = project.get();
        let first = *Open::of(&now).all.first()?;
        match first {
            Asked::OfFile(reading, at) => {
                let Reading {
                    source, parties, ..
                } = now.readings.get(reading)?;
                let names = parties.iter().take(MAX_NAMES);
                Some(First::OfFile(
                    reading,
                    source.questions.get(at)?.clone(),
                    Box::new(source.clone()),
                    names.map(|party| party.name.clone()).collect(),
                ))
            }
            Asked::OfJoining(at) => {
                let question = now.joined.questions.get(at);
                question.cloned().map(First::OfJoining)
            }
        }
    });
    move || {
        open.get().map(|open| match open {
            First::OfFile(reading, question, source, names) => {
                view! { <AboutFile reading question source=*source names/> }.into_any()
            }
            First::OfJoining(question) => view! { <JoinQuestion question/> }.into_any(),
        })
    }
}

/// The question that is shown.
#[derive(Clone, PartialEq)]
enum First {
    /// With the first customers as they were read.
    OfFile(usize, Question, Box<Source>, Vec<String>),
    OfJoining(join::Question),
}

#[component]
fn AboutFile(
    reading: usize,
    question: Question,
    source: Source,
    names: Vec<String>,
) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().data, locale.format());
    let actions = DataActions::expect();
    let name = source_name(&source, false, locale);
    let choices: Vec<Choice<usize>> = question
        .answers
        .iter()
        .enumerate()
        .map(|(idx, answer)| Choice {
            value: idx,
            text: choice_text(&source, &answer.choice, texts),
            total: match (answer.seconds, answer.totals) {
                (Some(seconds), _) => {
                    Some((locale.catalog().joins.hours)(&hours_text(format, seconds)))
                }
                (None, Some((n_customers, cents))) => {
                    let tells_revenue = source.kind != SourceKind::CustomerList;
                    let revenue = tells_revenue.then(|| format.money(Cents(cents).euros()));
                    let n_customers = format.count(n_customers);
                    Some((texts.answer_totals)(&n_customers, revenue.as_deref()))
                }
                (None, None) => None,
            },
            note: note_of(&question, idx, &source, &names, locale),
        })
        .collect();
    let title = (texts.question)(question.id, &name);
    let can_answer = actions.can_read_again(&source);
    let is_first_nothing = |answer: &Answer| answer.choice == Given::NotRevenue;
    let until_then = match question.answers.first() {
        _ if !can_answer => texts.ask_file_again,
        Some(first) if is_first_nothing(first) => texts.until_then_nothing,
        _ => texts.until_then,
    };
    let id = question.id;
    let answers = StoredValue::new(question.answers);
    let on_answer = move |idx: usize| {
        if let Some(answer) = answers.with_value(|answers| answers.get(idx).cloned()) {
            actions.answer(reading, id, answer.choice);
        }
    };
    view! { <Ask title choices until_then is_first_only=!can_answer on_answer/> }
}

/// Which answer is likely, and what it is about where the question does not say.
fn note_of(
    question: &Question,
    idx: usize,
    source: &Source,
    names: &[String],
    locale: Locale,
) -> Option<String> {
    let (texts, format) = (&locale.catalog().data, locale.format());
    let answer = question.answers.get(idx)?;
    let about = match (question.id, &answer.choice) {
        (QuestionId::Header, Given::Yes) => {
            let cells = source.columns.iter().map(|column| column.header.as_str());
            Some((texts.it_says)(&cells.collect::<Vec<_>>().join("; ")))
        }
        // Who they are shows whether they are customers at all.
        (QuestionId::NamesAbove, Given::Yes) => Some((texts.it_says)(&names.join("; "))),
        (_, Given::NotRevenue) => Some(texts.file_goes.to_owned()),
        (QuestionId::NamesAbove, Given::No)
            if source.file_flags.contains(&FileFlag::NamesInHeadings) =>
        {
            Some(texts.file_goes.to_owned())
        }
        (id, choice) => example(source, id, choice).map(|example| match example {
            Example::Day { written, day } => (texts.is_day)(&written, &format.date(day)),
            Example::Text(text) => (texts.it_says)(&text),
        }),
    };
    let likely = (idx == 0).then(|| texts.likely.to_owned());
    let notes: Vec<String> = [likely, about].into_iter().flatten().collect();
    (!notes.is_empty()).then(|| notes.join(" "))
}

/// An answer in words; columns are named by their header, and by their place where two have the same,
/// accounts by their number and name.
fn choice_text(source: &Source, choice: &Given, texts: &DataTexts) -> String {
    let header_of = |idx: u32| {
        let place = (texts.column_n)(idx + 1);
        let headers = || source.columns.iter().map(|column| column.header.as_str());
        let header = headers().nth(idx as usize).unwrap_or_default();
        match headers().filter(|other| *other == header).count() {
            _ if header.is_empty() => place,
            0 | 1 => header.to_owned(),
            _ => format!("{header}, {place}"),
        }
    };
    let Given::Accounts(numbers) = choice else {
        return (texts.choice)(choice, &header_of);
    };
    let with_name = |number: &String| {
        let mut accounts = source.ledger_accounts().iter();
        let account = accounts.find(|account| account.number == *number);
        account.map_or(number.clone(), |account| {
            format!("{number} {}", account.name)
        })
    };
    let named = numbers.iter().map(with_name).collect();
    (texts.choice)(&Given::Accounts(named), &header_of)
}

/// The answers that were given about a file, each to be asked again; nothing where there are none.
#[component]
pub(super) fn Answered(reading: usize, source: Source) -> impl IntoView {
    let texts = &i18n::catalog().data;
    let actions = DataActions::expect();
    let is_from_earlier = source.options.is_from_earlier && !source.options.says_nothing();
    let given: Vec<(String, String)> = source
        .questions
        .iter()
        .filter_map(|question| {
            let answer = question.answers.get(question.given?)?;
            let title = (texts.question)(question.id, &source.name);
            Some((title, choice_text(&source, &answer.choice, texts)))
        })
        .collect();
    if given.is_empty() && !is_from_earlier {
        return ().into_any();
    }
    let summary = if is_from_earlier {
        texts.as_earlier.to_owned()
    } else {
        (texts.answered)(given.len())
    };
    let rows = given
        .into_iter()
        .map(|(title, answer)| view! { <p>{title} " " <b>{answer}</b></p> })
        .collect_view();
    let again = actions.can_read_again(&source).then(|| {
        view! {
            <p>
                <button class="say-link" on:click=move |_| actions.ask_again(reading)>
                    {texts.ask_again}
                </button>
            </p>
        }
    });
    view! {
        <Disclosure summary=summary>
            {rows}
            {again}
        </Disclosure>
    }
    .into_any()
}
