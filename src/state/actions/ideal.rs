//! The page about the ideal customer.

use abc_core::intake::{FileKind, IntakeError, sniff, text_from};
use abc_core::project::MAX_TEXT_BYTES;

use crate::platform::{File, page};
use crate::state::ProjectState;
use crate::state::fitting::Fitting;
use crate::state::project::Change;

/// A text is longer than a project may hold; what was there stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong;

/// Replaces a sentence of the page by the owner's own; `None` brings ours back.
pub fn edit_sentence(
    project: ProjectState,
    key: &str,
    text: Option<String>,
) -> Result<(), TooLong> {
    let text = text.map(fitting).transpose()?;
    project.apply(Change::Page, |project| match text {
        Some(text) => {
            project.page_edits.insert(key.to_owned(), text);
        }
        None => {
            project.page_edits.remove(key);
        }
    });
    Ok(())
}

/// Keeps the list of prospects as typed or pasted.
pub fn set_prospects(project: ProjectState, text: String) -> Result<(), TooLong> {
    let text = fitting(text)?;
    project.apply(Change::Prospects, |project| project.prospects = text);
    Ok(())
}

/// Sets the share of ideal customers to aim for, in percent up to 100; `None` for no target.
pub fn set_target(project: ProjectState, target: Option<u8>) {
    let target = target.map(|percent| percent.min(100));
    project.apply(Change::Page, |project| project.ideal_target = target);
}

/// Why a file did not become the list of prospects; the list stays as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoList {
    /// It is longer than a project may hold.
    TooLong,
    /// It is a workbook or XML, which has to become text first.
    NotPlain,
    /// It is nothing that can be read.
    Refused(IntakeError),
    /// The browser could not read it.
    Unreadable,
}

/// Takes a file of text as the list of prospects, in the place of what was there.
pub async fn open_prospects(project: ProjectState, file: File) -> Result<(), NoList> {
    // Text of two bytes a character is half as long once it is read.
    if file.size() > 2.0 * MAX_TEXT_BYTES as f64 {
        return Err(NoList::TooLong);
    }
    let bytes = page::head_of(&file, 2 * MAX_TEXT_BYTES).await;
    let bytes = bytes.ok_or(NoList::Unreadable)?;
    match sniff(&bytes) {
        FileKind::Text => {
            set_prospects(project, text_from(&bytes)).map_err(|TooLong| NoList::TooLong)
        }
        FileKind::Books => Err(NoList::NotPlain),
        FileKind::Refused(error) => Err(NoList::Refused(error)),
    }
}

/// Lets a trait count for the score of prospects, or not. Without any the proposed ones count again.
pub fn count_trait(project: ProjectState, fitting: &Fitting, idx: usize, counts: bool) {
    let counting = fitting
        .model
        .as_ref()
        .map_or(&[][..], |model| model.traits());
    let names = counting.iter().filter(|other| **other != idx);
    let names = names.chain(counts.then_some(&idx));
    let headers = names.map(|idx| fitting.name(*idx).to_owned()).collect();
    project.apply(Change::Prospects, |project| project.fit_traits = headers);
}

/// The text, if a saved project can hold it.
fn fitting(text: String) -> Result<String, TooLong> {
    if text.len() > MAX_TEXT_BYTES {
        return Err(TooLong);
    }
    Ok(text)
}
