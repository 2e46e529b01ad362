//! The text of a saved project: a copy on disk and a slot of the browser's storage are the same text.
//!
//! ```text
//! {"format":"kernklant","schema":2,"project":{…,"readings":[{…,"parties":[…]},…]},"crc32":"cbf43926"}
//! ```
//!
//! The checksum is over the exact bytes of the value of `project` and comes last, so that the text
//! can be written in one pass. What a schema version reads is never changed once it has shipped: `v2`
//! reads the documents of schema 1 with types of which fields were added to only, each with a default.
//!
//! Stored types are built of primitives and of each other only and are converted by hand, so that
//! renaming something in the domain cannot change what was promised to stay readable.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{Project, ProjectError};
use crate::intake::Forms;

mod v2;

/// The schema that this build writes, and the newest that it reads.
pub const SCHEMA: u32 = 2;

/// The most text that is read; a customer takes about 200 bytes.
pub(crate) const MAX_BYTES: usize = 200_000_000;

/// Parties, or customers of last time, per piece: a piece is made within a few milliseconds.
const PER_PIECE: usize = 2_000;

const FORMAT: &str = "kernklant";
/// What every schema begins with.
const START: &str = "{\"format\":\"kernklant\",";
const OPENING: &str = "{\"format\":\"kernklant\",\"schema\":2,\"project\":";

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
    /// All of a reading but its parties.
    Reading(usize),
    /// The parties of a reading from this one on.
    Parties(usize, usize),
    /// All of last time but its customers.
    LastTime,
    /// The customers of last time from this one on.
    Past(usize),
    /// The end of the project and the checksum.
    Tail,
    Nothing,
}

impl Iterator for Pieces {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let (piece, next) = match self.next {
            Next::Head => (v2::head(&self.project), Next::Reading(0)),
            Next::Reading(position) => match self.project.readings.get(position) {
                Some(reading) => (
                    v2::reading_head(reading, position == 0),
                    Next::Parties(position, 0),
                ),
                None => (v2::READINGS_TAIL.to_owned(), Next::LastTime),
            },
            Next::Parties(position, from) => self.parties(position, from),
            Next::LastTime => match &self.project.last_time {
                Some(last) => (v2::last_time_head(last), Next::Past(0)),
                None => (String::new(), Next::Tail),
            },
            Next::Past(from) => self.past(from),
            Next::Tail => (v2::TAIL.to_owned(), Next::Nothing),
            Next::Nothing => return None,
        };
        self.checksum.update(piece.as_bytes());
        let is_first = matches!(self.next, Next::Head);
        self.next = next;
        Some(match next {
            _ if is_first => format!("{OPENING}{piece}"),
            Next::Nothing => format!("{piece}{}", closing(self.checksum.clone().finalize())),
            _ => piece,
        })
    }
}

impl Pieces {
    fn parties(&self, position: usize, from: usize) -> (String, Next) {
        let reading = self.project.readings.get(position);
        let parties = reading.map_or(&[][..], |reading| &reading.parties);
        let (batch, next) = batch_of(parties, from);
        let mut piece = v2::parties(batch, from == 0);
        if let Some(next) = next {
            return (piece, Next::Parties(position, next));
        }
        piece.push_str(v2::READING_TAIL);
        (piece, Next::Reading(position.saturating_add(1)))
    }

    fn past(&self, from: usize) -> (String, Next) {
        let last = self.project.last_time.as_deref();
        let customers = last.map_or(&[][..], |last| &last.customers);
        let (batch, next) = batch_of(customers, from);
        let mut piece = v2::past(batch, from == 0);
        if let Some(next) = next {
            return (piece, Next::Past(next));
        }
        piece.push_str(v2::LAST_TIME_TAIL);
        (piece, Next::Tail)
    }
}

/// What goes into one piece, and where the next one begins, if there is one.
fn batch_of<T>(list: &[T], from: usize) -> (&[T], Option<usize>) {
    let left = list.get(from..).unwrap_or_default();
    let batch = left.get(..PER_PIECE).unwrap_or(left);
    let next = from.saturating_add(batch.len());
    (batch, (batch.len() < left.len()).then_some(next))
}

/// The text of what was said about files per form, which is kept beside the project.
pub fn forms_text(forms: &Forms) -> String {
    v2::forms::forms_text(forms)
}

/// What [`forms_text`] wrote. A text that cannot be read remembers nothing: it is asked again.
pub fn forms_from_text(text: &str) -> Forms {
    v2::forms::forms_from_text(text).unwrap_or_default()
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
        if text.starts_with(START) {
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
        1 => v2::project_of_schema_1(project),
        2 => v2::project(project),
        _ => Err(ProjectError::NotAProject),
    }
}
