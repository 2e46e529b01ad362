//! The text of a saved project: a copy on disk and a slot of the browser's storage are the same text.
//!
//! ```text
//! {"format":"kernklant","schema":1,"project":{…,"customers":[…]},"crc32":"cbf43926"}
//! ```
//!
//! The checksum is over the exact bytes of the value of `project` and comes last, so that the text
//! can be written in one pass. The types of a schema version are never changed once it has shipped:
//! a new version gets a new module beside `v1`, and its reader converts the old.
//!
//! Stored types are built of primitives and of each other only and are converted by hand, so that
//! renaming something in the domain cannot change what was promised to stay readable.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{Project, ProjectError};

mod v1;

/// The schema that this build writes, and the newest that it reads.
pub const SCHEMA: u32 = 1;

/// The most text that is read; a customer takes about 200 bytes.
pub const MAX_BYTES: usize = 200_000_000;

/// Customers per piece: a piece is made within a few milliseconds.
const CUSTOMERS_PER_PIECE: usize = 2_000;

const FORMAT: &str = "kernklant";
const OPENING: &str = "{\"format\":\"kernklant\",\"schema\":1,\"project\":";

/// The text of a project in pieces, none of which takes long to make.
pub fn pieces(project: &Project) -> Pieces {
    Pieces {
        project: project.clone(),
        next: Next::Head,
        checksum: crc32fast::Hasher::new(),
    }
}

/// Iterator of [`pieces`]; owns its (shared) project, so it may outlive an edit of the original.
#[derive(Clone, Debug)]
pub struct Pieces {
    project: Project,
    next: Next,
    checksum: crc32fast::Hasher,
}

#[derive(Clone, Copy, Debug)]
enum Next {
    /// The opening of the text and every decision.
    Head,
    /// The customers from this one on.
    Customers(usize),
    /// The end of the project and the checksum.
    Tail,
    Nothing,
}

impl Iterator for Pieces {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        match self.next {
            Next::Head => {
                let head = v1::head(&self.project);
                self.checksum.update(head.as_bytes());
                self.next = Next::Customers(0);
                Some(format!("{OPENING}{head}"))
            }
            Next::Customers(from) => {
                let customers = self.project.customers.get(from..).unwrap_or_default();
                let batch = customers.get(..CUSTOMERS_PER_PIECE).unwrap_or(customers);
                self.next = if batch.len() == customers.len() {
                    Next::Tail
                } else {
                    Next::Customers(from.saturating_add(batch.len()))
                };
                let piece = v1::customers(batch, from == 0);
                self.checksum.update(piece.as_bytes());
                Some(piece)
            }
            Next::Tail => {
                self.next = Next::Nothing;
                self.checksum.update(v1::TAIL.as_bytes());
                let checksum = self.checksum.clone().finalize();
                Some(format!("{}{}", v1::TAIL, closing(checksum)))
            }
            Next::Nothing => None,
        }
    }
}

fn closing(checksum: u32) -> String {
    format!(",\"crc32\":\"{checksum:08x}\"}}\n")
}

/// Unknown fields are let through here, and only here: a newer schema must be recognised as such.
#[derive(Deserialize)]
struct Envelope<'a> {
    format: Option<&'a str>,
    schema: Option<u32>,
    #[serde(borrow)]
    project: Option<&'a RawValue>,
    crc32: Option<&'a str>,
}

/// The form only: limits and references are checked by [`super::restore`].
pub(super) fn project_from_text(text: &str) -> Result<Project, ProjectError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let envelope = serde_json::from_str::<Envelope<'_>>(text).map_err(|_error| {
        // The error may quote the text; whether it is ours and cut off is all there is to know.
        if text.starts_with(OPENING) {
            ProjectError::Damaged
        } else {
            ProjectError::NotAProject
        }
    })?;
    if envelope.format != Some(FORMAT) {
        return Err(ProjectError::NotAProject);
    }
    let schema = envelope.schema.ok_or(ProjectError::NotAProject)?;
    if schema > SCHEMA {
        return Err(ProjectError::Newer {
            schema,
            known: SCHEMA,
        });
    }
    let (Some(project), Some(crc32)) = (envelope.project, envelope.crc32) else {
        return Err(ProjectError::Damaged);
    };
    let project = project.get();
    if u32::from_str_radix(crc32, 16) != Ok(crc32fast::hash(project.as_bytes())) {
        return Err(ProjectError::Damaged);
    }
    match schema {
        1 => v1::project(project),
        _ => Err(ProjectError::NotAProject),
    }
}
