//! The page about the ideal customer.

use crate::state::ProjectState;
use crate::state::project::Change;

/// Replaces a sentence of the page by the owner's own; `None` brings ours back.
pub fn edit_sentence(project: ProjectState, key: &str, text: Option<String>) {
    project.apply(Change::Page, |project| match text {
        Some(text) => {
            project.page_edits.insert(key.to_owned(), text);
        }
        None => {
            project.page_edits.remove(key);
        }
    });
}

/// Keeps the list of prospects as typed or pasted.
pub fn set_prospects(project: ProjectState, text: String) {
    project.apply(Change::Prospects, |project| project.prospects = text);
}
