//! The traits and the persons of several files in one list each.

use std::collections::HashMap;
use std::sync::Arc;

use super::groups::Parties;
use crate::customers::{Customer, TraitColumn, TraitKind, names};
use crate::intake::SourceKind;

/// The columns of all readings: one per name apart from capitals.
pub(super) struct Traits {
    columns: Vec<TraitColumn>,
    /// Per reading, per own column: the place among `columns`, and its value per own value.
    maps: Vec<Vec<(usize, Vec<u32>)>>,
}

impl Traits {
    pub(super) fn of(parties: &Parties<'_>) -> Self {
        let mut columns: Vec<TraitColumn> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut values: Vec<HashMap<String, u32>> = Vec::new();
        let mut maps = Vec::with_capacity(parties.readings().len());
        for reading in parties.readings() {
            let of_reading = reading.trait_columns.iter().map(|column| {
                let mut key = String::new();
                names::key_into(&column.name, &mut key);
                let place = *places.entry(key).or_insert_with(|| {
                    columns.push(TraitColumn {
                        values: Vec::new(),
                        ..column.clone()
                    });
                    values.push(HashMap::new());
                    columns.len() - 1
                });
                let numbers = match (columns.get_mut(place), values.get_mut(place)) {
                    (Some(target), Some(known)) => {
                        if target.kind != column.kind {
                            target.kind = TraitKind::Category;
                        }
                        let number = |value: &String| number_of(value, &mut target.values, known);
                        column.values.iter().map(number).collect()
                    }
                    _ => Vec::new(),
                };
                (place, numbers)
            });
            maps.push(of_reading.collect());
        }
        Self { columns, maps }
    }

    /// Fills in what a party of this reading tells and nobody told before.
    pub(super) fn add(&self, reading: u32, party: &Customer, traits: &mut Vec<u32>) {
        traits.resize(self.columns.len(), 0);
        let map = self.maps.get(reading as usize).into_iter().flatten();
        for (value, (place, numbers)) in party.traits.iter().zip(map) {
            let number = (*value as usize)
                .checked_sub(1)
                .and_then(|index| numbers.get(index));
            if let (Some(slot @ 0), Some(number)) = (traits.get_mut(*place), number) {
                *slot = *number;
            }
        }
    }

    pub(super) fn into_columns(self) -> Arc<[TraitColumn]> {
        self.columns.into()
    }
}

/// 1 + the place of a value, which is added when it is new.
fn number_of(value: &str, values: &mut Vec<String>, known: &mut HashMap<String, u32>) -> u32 {
    if let Some(number) = known.get(value) {
        return *number;
    }
    values.push(value.to_owned());
    let number = u32::try_from(values.len()).unwrap_or(u32::MAX);
    known.insert(value.to_owned(), number);
    number
}

/// The persons of all readings: one per name as written.
pub(super) struct Persons {
    list: Vec<String>,
    /// Per reading, per own person.
    maps: Vec<Vec<u32>>,
    unnamed: u32,
}

impl Persons {
    pub(super) fn of(parties: &Parties<'_>) -> Self {
        let mut list = Vec::new();
        let mut known = HashMap::new();
        let mut maps = Vec::with_capacity(parties.readings().len());
        let mut has_unnamed = false;
        for reading in parties.readings() {
            let places = reading
                .persons
                .iter()
                .map(|person| number_of(person, &mut list, &mut known) - 1);
            maps.push(places.collect());
            has_unnamed |= reading.source.kind == SourceKind::Hours
                && reading
                    .parties
                    .iter()
                    .any(|party| party.seconds_by_person.is_empty() && party.hours.is_some());
        }
        let unnamed = if has_unnamed {
            number_of("", &mut list, &mut known) - 1
        } else {
            0
        };
        Self {
            list,
            maps,
            unnamed,
        }
    }

    /// Adds the seconds of a party, per person in order; those of a registration without persons go to
    /// the one without a name.
    pub(super) fn add(&self, reading: u32, party: &Customer, seconds: &mut Vec<(u32, u64)>) {
        if party.seconds_by_person.is_empty() {
            if let Some(of_party) = party.seconds() {
                add_seconds(seconds, self.unnamed, of_party);
            }
            return;
        }
        let map = self.maps.get(reading as usize);
        for (person, of_person) in &party.seconds_by_person {
            if let Some(place) = map.and_then(|map| map.get(*person as usize)) {
                add_seconds(seconds, *place, *of_person);
            }
        }
    }

    pub(super) fn into_list(self) -> Arc<[String]> {
        self.list.into()
    }
}

fn add_seconds(list: &mut Vec<(u32, u64)>, person: u32, seconds: u64) {
    match list.binary_search_by_key(&person, |(person, _)| *person) {
        Ok(at) => {
            if let Some((_, sum)) = list.get_mut(at) {
                *sum = sum.saturating_add(seconds);
            }
        }
        Err(at) => list.insert(at, (person, seconds)),
    }
}
