//! What an answer makes of the cells of a file, where it changes how they are read and no total.

use yore::code_pages::{CP850, CP1252};

use super::encoding::{Transcoder, other_code_page};
use super::{Encoding, Source};
use crate::date::Date;
use crate::mapping::{Choice, DayOrder, QuestionId, Role, day};

/// What a cell is read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Example {
    /// A day, and how the file writes it.
    Day {
        /// As in the file.
        written: String,
        /// What is read.
        day: Date,
    },
    /// Words.
    Text(String),
}

/// What the first rows show of an answer to a question that is open; `None` where they show nothing of it.
pub fn example(source: &Source, question: QuestionId, choice: &Choice) -> Option<Example> {
    match question {
        QuestionId::DateOrder => {
            let order = match choice {
                Choice::MonthFirst => DayOrder::MonthFirst,
                _ => DayOrder::DayFirst,
            };
            swappable_days(source).find_map(|(cell, written)| {
                let day = written.day(order)?;
                let written = cell.trim().to_owned();
                Some(Example::Day { written, day })
            })
        }
        QuestionId::Encoding => {
            let cells = source.sample.iter().flatten();
            let cell = cells.clone().find(|cell| !cell.is_ascii())?;
            let text = match choice {
                Choice::No => in_other_code_page(cell, source.encoding)?,
                _ => cell.clone(),
            };
            Some(Example::Text(text))
        }
        _ => None,
    }
}

fn swappable_days(source: &Source) -> impl Iterator<Item = (&str, day::Written)> {
    let is_days = |role| matches!(role, Role::Date | Role::Since);
    let column = source
        .columns
        .iter()
        .position(|column| is_days(column.role));
    let cells = source.sample.iter().filter_map(move |row| row.get(column?));
    cells.filter_map(|cell| {
        let written = day::written(cell).filter(|written| written.can_be_swapped())?;
        Some((cell.as_str(), written))
    })
}

/// The same bytes, read as the other of the two.
fn in_other_code_page(text: &str, encoding: Encoding) -> Option<String> {
    let bytes = match encoding {
        Encoding::Windows1252 => CP1252.encode(text),
        Encoding::Cp850 => CP850.encode(text),
        Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be => return None,
    };
    let mut text = Vec::new();
    Transcoder::new(other_code_page(encoding)?).decode(&bytes.ok()?, &mut text);
    String::from_utf8(text).ok()
}
