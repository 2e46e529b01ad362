//! Files of one form: what was said about an earlier one is offered for the next.

use super::{ReadOptions, Source};
use crate::mapping::{QuestionId, words};

/// What two exports of one form have in common: their headers, as they are compared. `None` without a
/// header. Made by one build and read by the next: it is text, and no hash.
pub fn header_signature(source: &Source) -> Option<String> {
    source.header_line?;
    let headers: Vec<String> = source
        .columns
        .iter()
        .map(|column| words::normalised(&column.header))
        .collect();
    Some(headers.join("\u{1f}"))
}

impl ReadOptions {
    /// What was said about `earlier` and holds for every file of its form: the roles of its columns and
    /// the answers about them, not those about its very rows. Give `today` anew.
    pub fn for_the_form_of(earlier: &Source) -> Self {
        let is_of_form = |id: QuestionId| {
            !matches!(
                id,
                QuestionId::MergeNames | QuestionId::DuplicateRows | QuestionId::MultipleTables
            )
        };
        let options = &earlier.options;
        Self {
            encoding: options.encoding,
            delimiter: options.delimiter,
            roles: options.roles.clone(),
            answers: options
                .answers
                .iter()
                .filter(|(id, _)| is_of_form(*id))
                .cloned()
                .collect(),
            today: None,
        }
    }
}
