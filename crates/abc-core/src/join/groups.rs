//! Parties in the order in which they are joined, classes of them, and the groups that result.

use super::copies::Copied;
use super::decisions::{JoinDecisions, Spelled};
use crate::customers::{Customer, names};
use crate::intake::SourceKind;
use crate::readings::Reading;

/// Where a party stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    /// Position among the readings.
    pub reading: u32,
    /// Position among the reading's parties.
    pub party: u32,
}

/// One party and what is asked of it most.
pub(super) struct PartyAt<'a> {
    pub(super) origin: Origin,
    pub(super) kind: SourceKind,
    pub(super) customer: &'a Customer,
}

/// All parties of all readings in one row: hour registrations last, since who is a customer is told
/// by the books and lists, and how he is called as well.
pub(super) struct Parties<'a> {
    readings: &'a [Reading],
    /// Files that say the same as an earlier one.
    copies: &'a [Copied],
    /// Positions of readings in the order of joining, each with the place of its first party.
    order: Vec<(u32, u32)>,
    /// Per party its name apart from capitals and white space.
    keys: Vec<String>,
    companies: Vec<String>,
}

/// Names under which a firm registers its own hours.
const INTERNAL: [&str; 24] = [
    "intern",
    "interne uren",
    "intern werk",
    "interne zaken",
    "internal",
    "internal work",
    "non-billable",
    "niet declarabel",
    "niet-declarabel",
    "indirect",
    "indirecte uren",
    "overhead",
    "eigen uren",
    "eigen bedrijf",
    "algemeen",
    "kantoor",
    "administratie intern",
    "verlof",
    "vakantie",
    "vrij",
    "feestdag",
    "feestdagen",
    "ziek",
    "ziekte",
];

impl<'a> Parties<'a> {
    /// The parties of all files but the registrations that do not count: they say nothing new.
    pub(super) fn of(readings: &'a [Reading], copies: &'a [Copied]) -> Self {
        let is_hours = |reading: &Reading| reading.source.kind == SourceKind::Hours;
        let numbered = || (0_u32..).zip(readings);
        let counts = |position| !is_left_out(copies, position);
        let sorted = numbered()
            .filter(|(_, reading)| !is_hours(reading))
            .chain(numbered().filter(|(at, reading)| is_hours(reading) && counts(*at)));
        let mut order = Vec::with_capacity(readings.len());
        let mut keys = Vec::new();
        for (position, reading) in sorted {
            order.push((position, u32::try_from(keys.len()).unwrap_or(u32::MAX)));
            keys.extend(reading.parties.iter().map(|party| key_of(&party.name)));
        }
        let companies = readings
            .iter()
            .filter_map(|reading| reading.source.books.as_ref())
            .map(|books| key_of(&books.company))
            .filter(|company| !company.is_empty());
        Self {
            readings,
            copies,
            order,
            companies: companies.collect(),
            keys,
        }
    }

    pub(super) fn readings(&self) -> &'a [Reading] {
        self.readings
    }

    /// The files whose figures may count, with their positions: not those that say the same as another.
    pub(super) fn counted(&self) -> impl Iterator<Item = (u32, &'a Reading)> {
        let numbered = (0_u32..).zip(self.readings);
        numbered.filter(|(position, _)| !is_left_out(self.copies, *position))
    }

    /// Whether a file tells the same revenue as another one.
    pub(super) fn has_copied_revenue(&self) -> bool {
        let mut copies = self
            .copies
            .iter()
            .filter_map(|copy| self.reading(copy.reading));
        copies.any(|reading| reading.source.kind != SourceKind::Hours)
    }

    /// Whether a file says the same as an earlier one.
    pub(super) fn is_copy(&self, position: u32) -> bool {
        self.copies.iter().any(|copy| copy.reading == position)
    }

    pub(super) fn reading(&self, position: u32) -> Option<&'a Reading> {
        self.readings.get(position as usize)
    }

    pub(super) fn len(&self) -> usize {
        self.keys.len()
    }

    pub(super) fn all(&self) -> std::ops::Range<u32> {
        0..u32::try_from(self.keys.len()).unwrap_or(u32::MAX)
    }

    /// Per reading in the order of joining: its position, and the places of its parties.
    pub(super) fn by_reading(&self) -> impl Iterator<Item = (u32, std::ops::Range<u32>)> {
        let ends = self
            .order
            .iter()
            .skip(1)
            .map(|(_, start)| *start)
            .chain([self.all().end]);
        self.order
            .iter()
            .zip(ends)
            .map(|((position, start), end)| (*position, *start..end))
    }

    pub(super) fn get(&self, at: u32) -> Option<PartyAt<'a>> {
        let index = self.order.partition_point(|(_, start)| *start <= at);
        // Readings without parties share their start with the next one: the last of them has it.
        let (reading, start) = self.order.get(index.checked_sub(1)?)?;
        let of = self.reading(*reading)?;
        let party = at - start;
        Some(PartyAt {
            origin: Origin {
                reading: *reading,
                party,
            },
            kind: of.source.kind,
            customer: of.parties.get(party as usize)?,
        })
    }

    pub(super) fn customer(&self, at: u32) -> Option<&'a Customer> {
        self.get(at).map(|party| party.customer)
    }

    pub(super) fn key(&self, at: u32) -> &str {
        self.keys.get(at as usize).map_or("", String::as_str)
    }

    pub(super) fn spelled(&self, at: u32) -> Spelled {
        match self.customer(at) {
            Some(customer) if !customer.code.is_empty() => Spelled::Code(customer.code.clone()),
            _ => Spelled::Name(self.key(at).to_owned()),
        }
    }

    /// Whether a name can tell who this is: it has one, and not only its number again.
    pub(super) fn is_named(&self, at: u32) -> bool {
        let key = self.key(at);
        !key.is_empty()
            && self
                .customer(at)
                .is_some_and(|customer| customer.name != customer.code)
    }

    /// Whether these are the firm's own hours.
    pub(super) fn is_internal(&self, at: u32) -> bool {
        let key = self.key(at);
        let is_own = INTERNAL.contains(&key) || self.companies.iter().any(|company| company == key);
        is_own
            && self
                .get(at)
                .is_some_and(|party| party.kind == SourceKind::Hours)
    }
}

fn is_left_out(copies: &[Copied], reading: u32) -> bool {
    let mut copies = copies.iter();
    copies.any(|copied| copied.reading == reading && !copied.counts)
}

fn key_of(name: &str) -> String {
    let mut key = String::new();
    names::key_into(name, &mut key);
    key
}

/// Classes of parties that are one customer. The least place stands for the class.
pub(super) struct Classes {
    parents: Vec<u32>,
}

impl Classes {
    /// Everybody alone.
    pub(super) fn new(len: usize) -> Self {
        Self {
            parents: (0..u32::try_from(len).unwrap_or(u32::MAX)).collect(),
        }
    }

    /// The party that stands for the class of `at`; paths are halved on the way.
    pub(super) fn root(&mut self, mut at: u32) -> u32 {
        loop {
            let parent = self.parent(at);
            let grandparent = self.parent(parent);
            if parent == grandparent {
                return parent;
            }
            if let Some(slot) = self.parents.get_mut(at as usize) {
                *slot = grandparent;
            }
            at = grandparent;
        }
    }

    fn parent(&self, at: u32) -> u32 {
        self.parents.get(at as usize).copied().unwrap_or(at)
    }

    /// Makes one class of two.
    pub(super) fn unite(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        if let Some(slot) = self.parents.get_mut(a.max(b) as usize) {
            *slot = a.min(b);
        }
    }
}

/// Parties by group, customers first.
pub(super) struct Groups {
    /// Where the members of each group begin; one more than there are groups.
    starts: Vec<u32>,
    members: Vec<u32>,
    group_of: Vec<u32>,
    n_customers: usize,
    origins: Vec<Origin>,
}

impl Groups {
    /// The classes as groups: those that are customers in order of their first party, then the others.
    pub(super) fn of(
        parties: &Parties<'_>,
        classes: &mut Classes,
        decisions: &JoinDecisions,
    ) -> Self {
        let n = parties.len();
        let roots: Vec<u32> = parties.all().map(|at| classes.root(at)).collect();
        let mut is_customer = vec![false; n];
        let tells_customers = |kind| kind != SourceKind::Hours;
        let has_lists = parties
            .readings()
            .iter()
            .any(|reading| tells_customers(reading.source.kind));
        for (at, root) in (0_u32..).zip(&roots) {
            let Some(party) = parties.get(at) else {
                continue;
            };
            let counts = tells_customers(party.kind)
                || (!has_lists && !parties.is_internal(at))
                || (!decisions.own.is_empty() && decisions.own.contains(&parties.spelled(at)));
            if let Some(slot) = is_customer.get_mut(*root as usize).filter(|_| counts) {
                *slot = true;
            }
        }
        let is_root = |at: &u32| roots.get(*at as usize) == Some(at);
        let is_kept = |at: &u32| is_customer.get(*at as usize).copied().unwrap_or_default();
        let customers: Vec<u32> = parties.all().filter(is_root).filter(is_kept).collect();
        let others = parties.all().filter(is_root).filter(|at| !is_kept(at));
        let n_customers = customers.len();
        let in_order: Vec<u32> = customers.into_iter().chain(others).collect();
        Self::from_roots(parties, &roots, &in_order, n_customers)
    }

    fn from_roots(
        parties: &Parties<'_>,
        roots: &[u32],
        in_order: &[u32],
        n_customers: usize,
    ) -> Self {
        let n = roots.len();
        let mut group_of_root = vec![0_u32; n];
        for (group, root) in (0_u32..).zip(in_order) {
            if let Some(slot) = group_of_root.get_mut(*root as usize) {
                *slot = group;
            }
        }
        let group_of: Vec<u32> = roots
            .iter()
            .map(|root| {
                group_of_root
                    .get(*root as usize)
                    .copied()
                    .unwrap_or_default()
            })
            .collect();
        let mut starts = vec![0_u32; in_order.len() + 1];
        for group in &group_of {
            if let Some(count) = starts.get_mut(*group as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut members: Vec<u32> = parties.all().collect();
        // Stable: within a group in the order of joining.
        members.sort_by_key(|at| group_of.get(*at as usize).copied());
        let origins = members
            .iter()
            .map(|at| {
                parties
                    .get(*at)
                    .map(|party| party.origin)
                    .unwrap_or_default()
            })
            .collect();
        Self {
            starts,
            members,
            group_of,
            n_customers,
            origins,
        }
    }

    pub(super) fn n_customers(&self) -> usize {
        self.n_customers
    }

    pub(super) fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The group of a party.
    pub(super) fn group_of(&self, at: u32) -> u32 {
        self.group_of.get(at as usize).copied().unwrap_or_default()
    }

    /// Whether a group is a customer.
    pub(super) fn is_customer(&self, group: u32) -> bool {
        (group as usize) < self.n_customers
    }

    /// The parties of a group in the order of joining.
    pub(super) fn members(&self, group: u32) -> &[u32] {
        members_of(&self.starts, &self.members, group as usize)
    }

    pub(super) fn into_origins(self) -> Origins {
        let mut starts = self.starts;
        starts.truncate(self.n_customers + 1);
        let n_kept = starts.last().copied().unwrap_or_default();
        let mut parties = self.origins;
        parties.truncate(n_kept as usize);
        Origins { starts, parties }
    }
}

fn members_of<'a, T>(starts: &[u32], list: &'a [T], group: usize) -> &'a [T] {
    let bounds = starts.get(group).zip(starts.get(group + 1));
    let range = bounds.map_or(0..0, |(start, end)| *start as usize..*end as usize);
    list.get(range).unwrap_or_default()
}

/// Which parties made each customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    starts: Vec<u32>,
    parties: Vec<Origin>,
}

impl Origins {
    /// The parties of the customer at this position, the one that gave the name first.
    pub fn of(&self, customer: usize) -> &[Origin] {
        members_of(&self.starts, &self.parties, customer)
    }

    /// The number of customers.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
