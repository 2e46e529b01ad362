//! The readings of a project as one list of customers, and its decisions carried over when that list
//! changes.

use crate::money::Cents;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::{Notes, Override, OverrideReason, Project};
use crate::customers::{Class, Customer, CustomerId, names};
use crate::date::MONTHS_A_YEAR;
use crate::intake::Source;
use crate::join::{JoinDecisions, Origin, Spelled, join};
use crate::readings::Reading;

impl Project {
    /// A project of these readings with nothing decided.
    pub fn of_readings(readings: impl Into<Arc<[Reading]>>) -> Self {
        Self::default().rejoined(readings, JoinDecisions::default())
    }

    /// A project of customers that came from no file.
    pub fn of_customers(customers: impl Into<Arc<[Customer]>>) -> Self {
        Self::of_readings([Reading {
            parties: customers.into(),
            ..Reading::default()
        }])
    }

    /// Whether there is revenue to classify anybody by; of nothing but noughts there is none.
    pub fn has_revenue(&self) -> bool {
        let mut revenues = self
            .customers
            .iter()
            .filter_map(|customer| customer.revenue);
        revenues.any(|revenue| revenue != Cents::ZERO)
    }

    /// The files, in order of reading.
    pub fn sources(&self) -> impl DoubleEndedIterator<Item = &Source> {
        self.readings.iter().map(|reading| &reading.source)
    }

    /// The project with other readings, or with the same ones joined otherwise.
    ///
    /// What was decided about a customer goes with the parties that it was made of, found by their
    /// spelling: to the customer with the first of them. Of two customers that became one, the first
    /// one's decision stays, and the notes of both. A class that came with a file is set where the file says something new.
    #[must_use]
    pub fn rejoined(&self, readings: impl Into<Arc<[Reading]>>, joins: JoinDecisions) -> Self {
        let mut after = Self {
            readings: readings.into(),
            joins,
            ..self.clone()
        };
        after.join_readings();
        let places = Places::of(self, &after);
        after.ratings = places.carried(&self.ratings, |_, _| ());
        after.guesses = places.carried(&self.guesses, |_, _| ());
        after.overrides = places.carried(&self.overrides, |_, _| ());
        after.notes = places.carried(&self.notes, Notes::absorb);
        after.upgrades = places.carried(&self.upgrades, |_, _| ());
        after.overrides.retain(|id, by_hand| {
            let given = after.customers.get(id.index()).and_then(|c| c.given_class);
            by_hand.reason != OverrideReason::FromFile || given == Some(by_hand.class)
        });
        for (id, class) in places.newly_given(self, &after) {
            after
                .overrides
                .entry(id)
                .or_insert_with(|| from_file(class));
        }
        if after.joined.hours_months != self.joined.hours_months {
            // Said of other hours.
            after.cost_model.hours_months_given = None;
        }
        if after.joined.months != self.joined.months {
            let model = &mut after.cost_model;
            match after.joined.months {
                Some(months) => (model.months, model.months_assumed) = (months, false),
                // The months of the file that counted before say nothing of the one that counts now.
                None if self.joined.months == model.known_months() => {
                    (model.months, model.months_assumed) = (MONTHS_A_YEAR, true);
                }
                None => {}
            }
        }
        after
    }

    /// Joins the readings and nothing else.
    pub(super) fn join_readings(&mut self) {
        let joined = join(&self.readings, &self.joins);
        self.customers = Arc::clone(&joined.customers);
        self.trait_columns = Arc::clone(&joined.trait_columns);
        self.cost_model.hours_months = joined.hours_months;
        self.cost_model.persons = Arc::clone(&joined.persons);
        self.joined = Arc::new(joined);
    }

    /// The party that stands for a customer in the stored text: the first that it was made of.
    pub(super) fn origin_of(&self, id: CustomerId) -> Option<Origin> {
        self.joined.origins.of(id.index()).first().copied()
    }
}

fn from_file(class: Class) -> Override {
    Override {
        class,
        reason: OverrideReason::FromFile,
        note: String::new(),
        date: None,
        computed: None,
    }
}

/// Puts a decision at its customer, or lets the one that is there already take it over.
pub(super) fn join_into<T>(
    decided: &mut BTreeMap<CustomerId, T>,
    id: CustomerId,
    decision: T,
    absorb: impl Fn(&mut T, T),
) {
    match decided.entry(id) {
        Entry::Vacant(place) => {
            place.insert(decision);
        }
        Entry::Occupied(mut first) => absorb(first.get_mut(), decision),
    }
}

/// Where the customers of before are now.
struct Places {
    /// Per customer of before that something was decided about, or that has a class of the file.
    now: BTreeMap<CustomerId, CustomerId>,
}

impl Places {
    fn of(before: &Project, after: &Project) -> Self {
        let has_given_class = |id: &CustomerId| {
            let customer = before.customers.get(id.index());
            customer.is_some_and(|customer| customer.given_class.is_some())
        };
        let ids = (0_u32..).map(CustomerId).take(before.customers.len());
        let asked = ids.filter(|id| {
            before.ratings.contains_key(id)
                || before.overrides.contains_key(id)
                || before.notes.contains_key(id)
                || before.upgrades.contains_key(id)
                || before.guesses.contains_key(id)
                || has_given_class(id)
        });
        let asked: Vec<(CustomerId, Vec<Spelled>)> =
            asked.map(|id| (id, spellings(before, id))).collect();
        let mut places: HashMap<&Spelled, Option<CustomerId>> = asked
            .iter()
            .flat_map(|(_, spellings)| spellings)
            .map(|spelled| (spelled, None))
            .collect();
        if !places.is_empty() {
            for id in (0_u32..).map(CustomerId).take(after.customers.len()) {
                for spelled in spellings(after, id) {
                    if let Some(place @ None) = places.get_mut(&spelled) {
                        *place = Some(id);
                    }
                }
            }
        }
        let now = asked.iter().filter_map(|(id, spellings)| {
            let place = |spelled| places.get(spelled).copied().flatten();
            Some((*id, spellings.iter().find_map(place)?))
        });
        let mut now: BTreeMap<CustomerId, CustomerId> = now.collect();
        if now.len() < asked.len() {
            find_by_name(before, after, &mut now, asked.iter().map(|(id, _)| *id));
        }
        Self { now }
    }

    fn carried<T: Clone>(
        &self,
        decided: &BTreeMap<CustomerId, T>,
        absorb: impl Fn(&mut T, T),
    ) -> BTreeMap<CustomerId, T> {
        let mut carried = BTreeMap::new();
        for (before, decision) in decided {
            if let Some(now) = self.now.get(before) {
                join_into(&mut carried, *now, decision.clone(), &absorb);
            }
        }
        carried
    }

    /// The classes of the file that it did not give before.
    fn newly_given(&self, before: &Project, after: &Project) -> Vec<(CustomerId, Class)> {
        let mut known: BTreeMap<CustomerId, Class> = BTreeMap::new();
        for (id, now) in &self.now {
            let customer = before.customers.get(id.index());
            if let Some(class) = customer.and_then(|customer| customer.given_class) {
                known.insert(*now, class);
            }
        }
        (0_u32..)
            .map(CustomerId)
            .zip(after.customers.iter())
            .filter_map(|(id, customer)| Some((id, customer.given_class?)))
            .filter(|(id, class)| known.get(id) != Some(class))
            .collect()
    }
}

/// Finds who got a debtor number, lost it or got another one: by a name that nobody else has, before or after.
fn find_by_name(
    before: &Project,
    after: &Project,
    now: &mut BTreeMap<CustomerId, CustomerId>,
    asked: impl Iterator<Item = CustomerId>,
) {
    let taken: HashSet<CustomerId> = now.values().copied().collect();
    let (old, new) = (by_name(before), by_name(after));
    for id in asked.filter(|id| !now.contains_key(id)).collect::<Vec<_>>() {
        let name = before.customers.get(id.index()).map(key_of);
        let only = name.filter(|name| old.get(name) == Some(&Some(id)));
        let place = only.and_then(|name| new.get(&name).copied().flatten());
        if let Some(place) = place.filter(|place| !taken.contains(place)) {
            now.insert(id, place);
        }
    }
}

/// The customer of each name; none where several have it.
fn by_name(project: &Project) -> HashMap<String, Option<CustomerId>> {
    let mut found = HashMap::new();
    for (id, customer) in (0_u32..).map(CustomerId).zip(project.customers.iter()) {
        let known = found.entry(key_of(customer));
        known.and_modify(|known| *known = None).or_insert(Some(id));
    }
    found
}

fn key_of(customer: &Customer) -> String {
    let mut key = String::new();
    names::key_into(&customer.name, &mut key);
    key
}

/// The spellings of the parties that made a customer, without those that occur twice.
fn spellings(project: &Project, id: CustomerId) -> Vec<Spelled> {
    let mut known = HashSet::new();
    let origins = project.joined.origins.of(id.index()).iter();
    origins
        .filter_map(|origin| party_at(project, *origin).map(Spelled::of))
        .filter(|spelled| known.insert(spelled.clone()))
        .collect()
}

fn party_at(project: &Project, origin: Origin) -> Option<&Customer> {
    let reading = project
        .readings
        .get(usize::try_from(origin.reading).ok()?)?;
    reading.parties.get(usize::try_from(origin.party).ok()?)
}
