//! Files that say the same as an earlier one: most likely one export under two names.
//!
//! The same revenue is never right to add, so a copy of it is left out and that is said. The same hours
//! may be those of two people, so that is asked, and they count once until somebody says otherwise.

use super::Question;
use super::decisions::{FileKey, JoinDecisions, Spelled};
use crate::customers::Customer;
use crate::date::Date;
use crate::intake::SourceKind;
use crate::money::Cents;
use crate::readings::Reading;

/// A file that says the same as an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Copied {
    /// The file (position among the readings).
    pub reading: u32,
    /// The earlier one.
    pub of: u32,
    /// Whether it counts all the same, since somebody said so.
    pub counts: bool,
}

/// The files that say the same as an earlier one, in order.
pub(super) fn copies(readings: &[Reading], decisions: &JoinDecisions) -> Vec<Copied> {
    // What a file says is put in order only where the quick look finds no difference.
    let mut firsts: Vec<(u32, Look, Option<Said<'_>>)> = Vec::new();
    let mut copies = Vec::new();
    for (position, reading) in (0_u32..).zip(readings) {
        let Some(look) = Look::of(reading) else {
            continue;
        };
        let mut said = None;
        let mut original = None;
        let alike = firsts.iter_mut().filter(|(_, other, _)| *other == look);
        for (first, _, of_first) in alike {
            let Some(earlier) = readings.get(*first as usize) else {
                continue;
            };
            let of_first = of_first.get_or_insert_with(|| said_by(earlier));
            if *of_first == *said.get_or_insert_with(|| said_by(reading)) {
                original = Some(*first);
                break;
            }
        }
        match original {
            Some(of) => copies.push(Copied {
                reading: position,
                of,
                counts: look.kind == SourceKind::Hours
                    && decisions.copies.get(&FileKey::of(&reading.source)) == Some(&true),
            }),
            None => firsts.push((position, look, said)),
        }
    }
    copies
}

/// What is asked about hours that come in twice: each copy by itself.
pub(super) fn questions(
    readings: &[Reading],
    copies: &[Copied],
    decisions: &JoinDecisions,
) -> Vec<Question> {
    let question = |copied: &Copied| {
        let copy = readings.get(copied.reading as usize)?;
        let original = readings.get(copied.of as usize)?;
        let file = FileKey::of(&copy.source);
        (file.kind == SourceKind::Hours).then(|| Question::SameHours {
            original: FileKey::of(&original.source),
            seconds: seconds_of(copy),
            given: decisions.copies.get(&file).copied(),
            file,
        })
    };
    copies.iter().filter_map(question).collect()
}

/// What tells most files apart at a glance.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Look {
    kind: SourceKind,
    period: Option<(Date, Date)>,
    n_parties: usize,
    revenue: Cents,
    seconds: u64,
}

impl Look {
    /// `None` for a file without figures that could count twice.
    fn of(reading: &Reading) -> Option<Self> {
        let source = &reading.source;
        let is_hours = source.kind == SourceKind::Hours;
        let parties = reading.parties.iter();
        let revenue: Cents = parties
            .filter_map(|party| party.revenue)
            .chain([reading.unassigned.revenue])
            .sum();
        let seconds = if is_hours { seconds_of(reading) } else { 0 };
        (revenue != Cents::ZERO || seconds > 0).then_some(Self {
            kind: source.kind,
            period: source.period,
            n_parties: reading.parties.len(),
            revenue,
            seconds,
        })
    }
}

fn seconds_of(reading: &Reading) -> u64 {
    let parties = reading.parties.iter().filter_map(Customer::seconds);
    parties.fold(reading.unassigned.seconds, u64::saturating_add)
}

/// Per party its revenue and, in a registration, its seconds, also per person; in the order of spellings.
type Said<'a> = Vec<(Spelled, Option<Cents>, Option<u64>, Vec<(&'a str, u64)>)>;

fn said_by(reading: &Reading) -> Said<'_> {
    let is_hours = reading.source.kind == SourceKind::Hours;
    let seconds = |(person, seconds): &(u32, u64)| {
        let name = reading.persons.get(*person as usize);
        (name.map_or("", String::as_str), *seconds)
    };
    let mut said: Said<'_> = reading
        .parties
        .iter()
        .map(|party| {
            let of_persons = party.seconds_by_person.iter().filter(|_| is_hours);
            let mut of_persons: Vec<(&str, u64)> = of_persons.map(seconds).collect();
            of_persons.sort_unstable();
            let of_party = party.seconds().filter(|_| is_hours);
            (Spelled::of(party), party.revenue, of_party, of_persons)
        })
        .collect();
    said.sort_unstable();
    said
}
