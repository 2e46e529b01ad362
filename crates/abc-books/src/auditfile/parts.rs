//! Which files are parts of one auditfile: a text cut in pieces, or master data and bookings apart.

use abc_core::intake::IntakeError;

use crate::container::Document;
use crate::probe::Probe;

/// One auditfile: texts that are whole documents, each of one or more pieces.
pub(crate) struct Auditfile<'a> {
    pub(crate) texts: Vec<Vec<Document<'a>>>,
}

/// Parts that do not make an auditfile.
pub(crate) struct Incomplete<'a> {
    pub(crate) parts: Vec<Document<'a>>,
    pub(crate) error: IntakeError,
}

impl<'a> Auditfile<'a> {
    /// All parts, in the order in which they are read.
    pub(crate) fn parts(&self) -> impl Iterator<Item = &Document<'a>> {
        self.texts.iter().flatten()
    }

    pub(crate) fn is_joined(&self) -> bool {
        self.parts().count() > 1
    }

    /// Master data whose name says that the bookings are in another file.
    pub(crate) fn wants_bookings(&self) -> bool {
        let mut parts = self.parts();
        match (parts.next(), parts.next()) {
            (Some(only), None) => numbered_stem(&only.name).is_some_and(|(_, n)| n == 0),
            _ => false,
        }
    }
}

/// A first file, and what belongs to it.
struct First<'a> {
    document: Document<'a>,
    is_bookings_only: bool,
    n_parts: u32,
    breaks_off: bool,
    continuations: Vec<(u32, Document<'a>)>,
}

/// Puts parts together, in any order of the files.
///
/// `breaks_off` is asked only where a further part could belong to more than one file.
pub(crate) fn auditfiles_of<'a>(
    documents: Vec<(Document<'a>, Probe)>,
    breaks_off: impl Fn(&Document<'a>) -> bool,
) -> (Vec<Auditfile<'a>>, Vec<Incomplete<'a>>) {
    let mut firsts = Vec::new();
    let mut continuations = Vec::new();
    for (document, probe) in documents {
        match probe {
            Probe::Auditfile {
                is_bookings_only,
                n_parts,
            } => firsts.push(First {
                document,
                is_bookings_only,
                n_parts,
                breaks_off: false,
                continuations: Vec::new(),
            }),
            Probe::Continuation { part, n_parts } => continuations.push((part, n_parts, document)),
            Probe::Ubl | Probe::Text => {}
        }
    }
    let is_doubtful = firsts.len() > 1 && !continuations.is_empty();
    for first in &mut firsts {
        first.breaks_off = is_doubtful && breaks_off(&first.document);
    }
    let mut incomplete = Vec::new();
    for (part, n_parts, document) in continuations {
        let most_alike = firsts.iter_mut().max_by_key(|first| {
            let n_common = n_common_start(&first.document.name, &document.name);
            (first.breaks_off, n_common)
        });
        match most_alike {
            Some(first) => {
                first.n_parts = first.n_parts.max(n_parts);
                first.continuations.push((part, document));
            }
            None => incomplete.push(Incomplete {
                parts: vec![document],
                error: IntakeError::ContinuationWithoutFirst,
            }),
        }
    }
    let (bookings_only, masters): (Vec<_>, Vec<_>) =
        firsts.into_iter().partition(|first| first.is_bookings_only);
    let mut files: Vec<(String, Auditfile<'a>)> = Vec::new();
    for first in masters {
        let name = first.document.name.clone();
        match text_of(first) {
            Ok(text) => files.push((name, Auditfile { texts: vec![text] })),
            Err(error) => incomplete.push(error),
        }
    }
    let mut alone = Vec::new();
    for first in bookings_only {
        let name = first.document.name.clone();
        let text = match text_of(first) {
            Ok(text) => text,
            Err(error) => {
                incomplete.push(error);
                continue;
            }
        };
        // Alone, it may still hold its accounts further on; reading it tells.
        match master_of(&name, &mut files) {
            Some(master) => master.texts.push(text),
            None => alone.push(Auditfile { texts: vec![text] }),
        }
    }
    alone.extend(files.into_iter().map(|(_, file)| file));
    (alone, incomplete)
}

/// The master data that bookings belong to: of the same name, else the only one that says it wants them.
fn master_of<'f, 'a>(
    name: &str,
    files: &'f mut [(String, Auditfile<'a>)],
) -> Option<&'f mut Auditfile<'a>> {
    let stem = numbered_stem(name).map_or(name, |(stem, _)| stem);
    let has_stem = |other: &str| numbered_stem(other).is_some_and(|(other, _)| other == stem);
    let is_only = files.len() == 1;
    files
        .iter_mut()
        .find(|(other, _)| has_stem(other) || is_only)
        .map(|(_, file)| file)
}

/// The pieces of one text, in order; an error when one is missing.
fn text_of(first: First<'_>) -> Result<Vec<Document<'_>>, Incomplete<'_>> {
    let mut continuations = first.continuations;
    continuations.sort_by_key(|(part, _)| *part);
    continuations.dedup_by_key(|(part, _)| *part);
    let missing =
        (2..=first.n_parts).find(|wanted| !continuations.iter().any(|(part, _)| part == wanted));
    let mut parts = vec![first.document];
    parts.extend(continuations.into_iter().map(|(_, document)| document));
    match missing {
        None => Ok(parts),
        Some(part) => Err(Incomplete {
            parts,
            error: IntakeError::FilePartMissing { part },
        }),
    }
}

/// `boek_1.xaf` is part 1 of `boek`.
fn numbered_stem(name: &str) -> Option<(&str, u32)> {
    let name = name.strip_suffix(".gz").unwrap_or(name);
    let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let (stem, number) = name.rsplit_once('_')?;
    let is_short = number.len() == 1;
    Some((stem, number.parse().ok().filter(|_| is_short)?))
}

fn n_common_start(one: &str, other: &str) -> usize {
    one.bytes()
        .zip(other.bytes())
        .take_while(|(a, b)| a == b)
        .count()
}

#[cfg(test)]
mod tests {
    use super::numbered_stem;

    #[test]
    fn a_number_at_the_end_of_a_name_is_that_of_a_part() {
        assert_eq!(numbered_stem("Boek_2025_0.xaf"), Some(("Boek_2025", 0)));
        assert_eq!(numbered_stem("Boek_1.xml.gz"), Some(("Boek", 1)));
        assert_eq!(numbered_stem("Boek_2025.xaf"), None);
        assert_eq!(numbered_stem("Boek.xaf"), None);
    }
}
