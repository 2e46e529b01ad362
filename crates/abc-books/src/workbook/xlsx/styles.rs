//! What the number formats of a workbook make of a number.

use std::collections::HashMap;

use abc_core::intake::IntakeError;

use crate::limits::MAX_LISTED;
use crate::workbook::number_format::Meaning;
use crate::workbook::part::{Part, attribute};
use crate::xml::Node;

/// The meaning of numbers by style, in the order that cells count in.
pub(super) fn read(mut part: Part<'_>) -> Result<Vec<Meaning>, IntakeError> {
    let mut written_out = HashMap::new();
    let mut meanings = Vec::new();
    let mut depth = 0_usize;
    // Styles of cells stand in `cellXfs`; elements of the same name elsewhere are other things.
    let mut cell_styles: Option<usize> = None;
    loop {
        match part.next()? {
            Node::Start(tag) => {
                depth += 1;
                let format_id =
                    || attribute(&tag, "numFmtId").and_then(|id| id.trim().parse().ok());
                match tag.name() {
                    "numFmt" => {
                        if let (Some(id), Some(code)) = (format_id(), attribute(&tag, "formatCode"))
                        {
                            let id: u32 = id;
                            written_out.insert(id, Meaning::of_code(&code));
                        }
                    }
                    "cellXfs" => cell_styles = Some(depth),
                    "xf" if cell_styles.is_some_and(|at| depth == at + 1) => {
                        let id = format_id().unwrap_or_default();
                        let meaning = written_out.get(&id).copied();
                        meanings.push(meaning.unwrap_or_else(|| Meaning::of_built_in(id)));
                    }
                    _ => {}
                }
                if written_out.len().max(meanings.len()) > MAX_LISTED {
                    return Err(IntakeError::ZipCorrupt);
                }
            }
            Node::End => {
                if cell_styles == Some(depth) {
                    cell_styles = None;
                }
                depth = depth.saturating_sub(1);
            }
            Node::Eof => return Ok(meanings),
            Node::Text(_) | Node::Other => {}
        }
    }
}
