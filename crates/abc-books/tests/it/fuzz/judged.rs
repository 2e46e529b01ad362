//! What must hold of whatever was read.

use abc_books::{InMemory, Input, read};
use abc_core::intake::{
    FileKind, IntakeError, LookAlikes, ReadOptions, SNIFF_BYTES, SourceKind, sniff,
};
use abc_core::mapping::{Choice, QuestionId};
use abc_core::project::{self, Project, stored};
use abc_core::protocol::Reader;
use abc_core::readings::Reading;
use abc_core::stats::random::SplitMix64;

use super::samples::Sample;

/// Reads the files as the page does, then again with an answer to what they ask, and saves what came.
pub(super) fn check(sample: &Sample, mut chance: SplitMix64) -> Result<(), String> {
    let readings = read_all(sample, &ReadOptions::default(), &mut chance)?;
    let questions = readings
        .iter()
        .flat_map(|reading| &reading.source.questions);
    let answers: Vec<(QuestionId, Choice)> = questions
        .flat_map(|question| {
            let id = question.id;
            question
                .answers
                .iter()
                .map(move |answer| (id, answer.choice.clone()))
        })
        .collect();
    if !answers.is_empty() {
        let at = chance.next_u64() as usize % answers.len();
        let options = ReadOptions {
            answers: vec![answers[at].clone()],
            ..ReadOptions::default()
        };
        read_all(sample, &options, &mut chance)?;
    }
    save(readings)
}

fn read_all(
    sample: &Sample,
    options: &ReadOptions,
    chance: &mut SplitMix64,
) -> Result<Vec<Reading>, String> {
    let mut readings = Vec::new();
    let mut books = Vec::new();
    for (name, bytes) in &sample.files {
        match sniff(&bytes[..bytes.len().min(SNIFF_BYTES)]) {
            FileKind::Text => readings.extend(text(name, bytes, options, chance)),
            FileKind::Books => books.push(InMemory { name, bytes }),
            FileKind::Refused(_) => {}
        }
    }
    let inputs: Vec<&dyn Input> = books.iter().map(|file| file as &dyn Input).collect();
    let files = read(&inputs, options, &|_, _| {});
    if files.is_empty() && !inputs.is_empty() {
        return Err("neither a reading nor an error".to_owned());
    }
    readings.extend(files.into_iter().filter_map(|file| file.result.ok()));
    for reading in &readings {
        account(reading)?;
    }
    Ok(readings)
}

/// In pieces of any length, as a browser hands them out.
fn text(
    name: &str,
    bytes: &[u8],
    options: &ReadOptions,
    chance: &mut SplitMix64,
) -> Result<Reading, IntakeError> {
    let mut reader = Reader::new(name, bytes.len() as u64, options.clone());
    let len = 1 + chance.next_u64() as usize % 4_096;
    for _ in 0..2 {
        for chunk in bytes.chunks(len) {
            reader.feed(chunk)?;
        }
        if !reader.needs_restart() {
            break;
        }
    }
    let (customers, read) = reader.finish()?;
    Ok(read.into_reading(customers))
}

/// Every record and every cent is somewhere.
fn account(reading: &Reading) -> Result<(), String> {
    let source = &reading.source;
    let tally = source.tally;
    if tally.accepted + tally.rejected + tally.ignored != tally.records {
        return Err(format!("records that are nowhere: {tally:?}"));
    }
    let is_noted = source.rejected.len() as u64 <= tally.rejected
        && source.ignored.len() as u64 <= tally.ignored;
    if !is_noted {
        return Err(format!("more rows are noted than there are: {tally:?}"));
    }
    let lines = source.rejected.iter().map(|row| row.line);
    let lines = lines.chain(source.ignored.iter().map(|row| row.line));
    if lines
        .chain(source.flagged.iter().map(|row| row.line))
        .any(|line| line == 0)
    {
        return Err("a row before the first line".to_owned());
    }
    let of_customers: i128 = reading
        .parties
        .iter()
        .filter_map(|party| party.revenue)
        .map(|cents| i128::from(cents.0))
        .sum();
    let unassigned = i128::from(reading.unassigned.revenue.0);
    if of_customers + unassigned != i128::from(source.revenue_cents) {
        return Err(format!(
            "{of_customers} cents of customers and {unassigned} without are not {}",
            source.revenue_cents
        ));
    }
    let n_rows: u64 = reading
        .parties
        .iter()
        .map(|party| u64::from(party.n_rows))
        .sum();
    let is_rows = !matches!(source.kind, SourceKind::Auditfile | SourceKind::Hours);
    if is_rows && n_rows != tally.accepted {
        return Err(format!(
            "{n_rows} rows of customers, {} accepted",
            tally.accepted
        ));
    }
    Ok(())
}

/// What was read can be saved, and comes back as it was.
fn save(mut readings: Vec<Reading>) -> Result<(), String> {
    for reading in &mut readings {
        // These only go into a question that was asked.
        reading.source.look_alikes = LookAlikes::default();
    }
    let project = Project::of_readings(readings);
    project::check(&project).map_err(|error| format!("cannot be saved: {error}"))?;
    let text: String = stored::pieces(&project).collect();
    let restored = project::restore(&text).map_err(|error| format!("cannot be opened: {error}"))?;
    if restored != project {
        return Err(first_difference(
            &format!("{project:?}"),
            &format!("{restored:?}"),
        ));
    }
    Ok(())
}

/// Where two texts part.
fn first_difference(saved: &str, restored: &str) -> String {
    let pairs = saved.char_indices().zip(restored.chars());
    let at = pairs
        .filter(|((_, a), b)| a != b)
        .map(|((at, _), _)| at)
        .next();
    let around = |text: &str| {
        let before = text
            .char_indices()
            .map(|(idx, _)| idx)
            .filter(|idx| idx + 150 > at.unwrap_or(0));
        let from = before.min().unwrap_or(0);
        text[from..].chars().take(200).collect::<String>()
    };
    format!(
        "saved …{}…\n  came back …{}…",
        around(saved),
        around(restored)
    )
}
