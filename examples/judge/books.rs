//! A case of books-corpus: its files are dropped together, each question gets the answer that the expected
//! figures belong to, each proposal its answer.

use std::collections::BTreeSet;
use std::path::Path;

use abc_books::Input;
use abc_core::customers::Customer;
use abc_core::intake::{
    Container, FileKind, IntakeError, ReadOptions, SNIFF_BYTES, Source, SourceKind, sniff,
};
use abc_core::join::{Flag, JoinDecisions, Proposal, Question as JoinQuestion, Verdict};
use abc_core::mapping::{Choice, Question};
use abc_core::project::Project;
use abc_core::readings::{Reading, Unassigned};
use serde_json::{Map, Value, json};

use crate::files::{self, Dropped};
use crate::words::{self, snake};

/// What came out of the files of a case, with the answers that are known.
pub(crate) fn actual(folder: &Path, expected: &Value) -> Value {
    let names: Vec<&str> = array(expected, "files")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let first = match read_all(folder, &names, &[]) {
        Ok(readings) => readings,
        Err(error) => return failure(&error),
    };
    let answers = answers_of(expected, &first);
    let readings = match read_all(folder, &names, &answers) {
        Ok(readings) => readings,
        Err(error) => return failure(&error),
    };
    let mut project = Project::of_readings(readings);
    let asked_by_join = project.joined.questions.clone();
    let joins = answered(expected, &asked_by_join, project.joins.clone());
    project = project.rejoined(project.readings.to_vec(), joins);
    let before = project.joined.unassigned;
    let proposals = project.joined.proposals.clone();
    let mut joins = project.joins.clone();
    for proposal in &proposals {
        if let Some(verdict) = verdict_of(expected, proposal) {
            let (left, right) = (&proposal.left.spelled, &proposal.right.spelled);
            joins.decide(left.clone(), right.clone(), verdict);
        }
    }
    project = project.rejoined(project.readings.to_vec(), joins);
    told(&names, &first, &asked_by_join, &proposals, before, &project)
}

fn array<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn failure(error: &IntakeError) -> Value {
    json!({ "outcome": "error", "error": words::error(error), "message": files::message(error) })
}

/// Text goes to the text reader, the rest together to the books reader, as on the page.
fn read_all(
    folder: &Path,
    names: &[&str],
    answers: &[(abc_core::mapping::QuestionId, Choice)],
) -> Result<Vec<Reading>, IntakeError> {
    let options = ReadOptions {
        answers: answers.to_vec(),
        ..ReadOptions::default()
    };
    let (mut readings, mut books) = (Vec::new(), Vec::new());
    for name in names {
        let path = folder.join(name);
        match sniff(&files::head_of(&path, SNIFF_BYTES)) {
            FileKind::Refused(error) => return Err(error),
            FileKind::Books => books.push(Dropped::new(folder, name)),
            FileKind::Text => {
                let (customers, read) = files::read_text(&path, options.clone())?;
                readings.push(read.into_reading(customers));
            }
        }
    }
    let inputs: Vec<&dyn Input> = books.iter().map(|file| file as &dyn Input).collect();
    if !inputs.is_empty() {
        for file in abc_books::read(&inputs, &options, &|_, _| {}) {
            readings.push(file.result?);
        }
    }
    Ok(readings)
}

/// The answers to what the files ask.
fn answers_of(
    expected: &Value,
    readings: &[Reading],
) -> Vec<(abc_core::mapping::QuestionId, Choice)> {
    let mut answers = Vec::new();
    for source in readings.iter().map(|reading| &reading.source) {
        for question in &source.questions {
            let then = then_of(expected, &snake(question.id));
            let is_it =
                |answer: &&abc_core::mapping::Answer| words::choice(&answer.choice, source) == then;
            if let Some(answer) = question.answers.iter().find(is_it) {
                answers.push((question.id, answer.choice.clone()));
            }
        }
    }
    answers
}

fn then_of(expected: &Value, id: &str) -> Value {
    let asked = array(expected, "questions")
        .iter()
        .find(|asked| asked["id"] == id);
    asked.map_or(Value::Null, |asked| asked["then"].clone())
}

/// The answers to what joining asks: a file name for the revenue, a customer's code for a name.
fn answered(
    expected: &Value,
    questions: &[JoinQuestion],
    mut joins: JoinDecisions,
) -> JoinDecisions {
    for question in questions {
        match question {
            // The corpus has no such answer: hours of a copy count once.
            JoinQuestion::SameHours { .. } => {}
            JoinQuestion::RevenueSource { answers, .. } => {
                let then = then_of(expected, "revenue_source");
                let is_it = |name: &str| match &then {
                    Value::Array(names) => names.iter().any(|then| then == name),
                    then => then == name,
                };
                let answer = answers.iter().find(|answer| {
                    !answer.files.is_empty() && answer.files.iter().all(|file| is_it(&file.name))
                });
                if let Some(answer) = answer {
                    joins.revenue.clone_from(&answer.files);
                }
            }
            JoinQuestion::AmbiguousName {
                left, candidates, ..
            } => {
                let then = then_of(expected, "ambiguous_name");
                let meant = candidates
                    .iter()
                    .find(|candidate| then == candidate.code.as_str());
                if let Some(meant) = meant {
                    joins.decide(left.spelled.clone(), meant.spelled.clone(), Verdict::Same);
                }
            }
        }
    }
    joins
}

fn verdict_of(expected: &Value, proposal: &Proposal) -> Option<Verdict> {
    let is_it = |said: &&Value| {
        said["left"] == proposal.left.name.as_str()
            && (said["right"] == proposal.right.code.as_str()
                || said["right"] == proposal.right.name.as_str())
    };
    match array(expected, "proposals").iter().find(is_it)?["answer"].as_str()? {
        "same" => Some(Verdict::Same),
        "different" => Some(Verdict::Different),
        _ => None,
    }
}

fn told(
    names: &[&str],
    first: &[Reading],
    asked_by_join: &[JoinQuestion],
    proposals: &[Proposal],
    before: Unassigned,
    project: &Project,
) -> Value {
    let asked: Vec<&Question> = first
        .iter()
        .flat_map(|reading| &reading.source.questions)
        .collect();
    let is_open = |question: &&Question| question.is_blocking && question.given.is_none();
    let is_blocking = |question: &JoinQuestion| match question {
        JoinQuestion::RevenueSource { is_blocking, .. } => *is_blocking,
        JoinQuestion::SameHours { .. } => false,
        JoinQuestion::AmbiguousName { .. } => true,
    };
    let is_asking = asked.iter().any(is_open) || asked_by_join.iter().any(is_blocking);
    let mut questions: Vec<Value> = asked
        .iter()
        .map(|question| json!({ "id": snake(question.id), "blocking": question.is_blocking }))
        .collect();
    questions.extend(
        asked_by_join
            .iter()
            .map(|question| json!({ "id": snake(question), "blocking": is_blocking(question) })),
    );
    let joined = &project.joined;
    let sources: Vec<&Source> = project.sources().collect();
    let customers: Vec<Value> = joined.customers.iter().map(customer).collect();
    let unassigned = joined.unassigned;
    let has_hours = sources
        .iter()
        .any(|source| source.kind == SourceKind::Hours);
    let revenue: i64 = joined
        .customers
        .iter()
        .filter_map(|c| c.revenue)
        .map(|c| c.0)
        .sum();
    let seconds: u64 = joined.customers.iter().filter_map(Customer::seconds).sum();
    let books = sources.iter().find_map(|source| source.books.as_deref());
    // Words that the corpora do not have.
    let is_own = |flag: &&Flag| matches!(flag, Flag::HoursOverlap | Flag::HoursOfOtherTime);
    let of_join = joined.flags.iter().filter(|flag| !is_own(flag));
    let flags: BTreeSet<String> = sources
        .iter()
        .flat_map(|source| &source.file_flags)
        .map(snake)
        .chain(of_join.map(snake))
        .collect();
    let period = joined
        .period
        .or_else(|| sources.iter().find_map(|source| source.period));
    let mut told = json!({
        "outcome": if is_asking { "ask" } else { "ok" },
        "detect": detected(names, &sources),
        "customers": customers,
        "unassigned": { "revenue_cents": unassigned.revenue.0 },
        "totals": { "revenue_cents": revenue + unassigned.revenue.0 },
        "before_proposals": { "unassigned": { "seconds": before.seconds } },
        "questions": questions,
        "proposals": proposals.iter().map(|proposal| json!({
            "left": proposal.left.name,
            "right": if proposal.right.code.is_empty() {
                &proposal.right.name
            } else {
                &proposal.right.code
            },
        })).collect::<Vec<_>>(),
        "rejected": noted(&sources, |source| &source.rejected),
        "ignored": noted(&sources, |source| &source.ignored),
        "file_flags": flags,
        "period": period.map(|(from, to)| json!({ "from": from.to_string(), "to": to.to_string() })),
    });
    if has_hours {
        told["unassigned"]["seconds"] = json!(unassigned.seconds);
        told["totals"]["seconds"] = json!(seconds + unassigned.seconds);
    }
    if let Some(books) = books {
        told["currency"] = json!(books.currency);
        told["ledger"] = words::ledger(books);
        told["years"] = words::years(books);
    }
    told
}

fn customer(customer: &Customer) -> Value {
    json!({
        "code": customer.code,
        "name": customer.name,
        "revenue_cents": customer.revenue.map(|cents| cents.0),
        "seconds": customer.seconds(),
        "hours_cost_cents": customer.hours_cost.map(|cents| cents.0),
        "direct_cost_cents": customer.direct_cost.map(|cents| cents.0),
    })
}

fn noted<R: Copy + std::fmt::Debug>(
    sources: &[&Source],
    of: impl Fn(&Source) -> &Vec<abc_core::intake::Noted<R>>,
) -> Vec<Value> {
    let rows = sources
        .iter()
        .flat_map(|source| of(source).iter().map(move |row| (source, row)));
    rows.map(|(source, row)| match source.container {
        // An invoice is a file, not a row.
        Container::Ubl => json!({ "file": row.text, "reason": snake(row.reason) }),
        _ => json!({ "row": row.line, "reason": snake(row.reason) }),
    })
    .collect()
}

fn detected(names: &[&str], sources: &[&Source]) -> Value {
    let mut detected = Map::new();
    for name in names {
        let own = sources.iter().find(|source| source.name == *name);
        // The parts of an auditfile are one source.
        let Some(source) = own.or_else(|| sources.first()) else {
            continue;
        };
        let version = match &source.container {
            Container::Xaf { version } => Some(version),
            _ => None,
        };
        detected.insert(
            (*name).to_owned(),
            json!({
                "kind": kind_of(source),
                "version": version,
                "encoding": words::encoding(source.encoding),
                "sheet": source.sheet,
                "header_row": source.header_line,
                "source": source.program.map(snake),
            }),
        );
    }
    detected.into()
}

fn kind_of(source: &Source) -> String {
    match (&source.container, source.kind) {
        (Container::Xaf { .. }, _) => "xaf".to_owned(),
        (Container::Delimited, SourceKind::Hours) => "hours".to_owned(),
        (Container::Delimited, SourceKind::Transactions) => "invoices".to_owned(),
        (Container::Delimited, _) => "customers".to_owned(),
        (container, _) => snake(container),
    }
}
