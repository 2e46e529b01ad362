//! Rows to customers: who a row belongs to, and the sums per customer.
//!
//! A debtor number decides where there is one, else the name (csv-corpus rule 6). The bytes of each
//! spelling are looked up first, so the rules of names run once per spelling and not once per row.

use std::collections::BTreeMap;

use super::codes::Codes;
use super::names;
use super::table::ByteTable;
use super::{Attention, Bought, Class, Customer, Grade, Rating, SECONDS_PER_HOUR};
use crate::date::Date;
use crate::money::Cents;

/// Customers of one file among which look-alikes are searched: nobody goes through more proposals by hand.
const MOST_LOOKED_THROUGH: usize = 50_000;

/// What is odd about a spelling of a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Oddity {
    pub(crate) is_damaged: bool,
    pub(crate) is_mojibake: bool,
    pub(crate) is_long: bool,
}

/// What every row changes, together and apart from the rest: a row then waits once for memory.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    revenue: i64,
    n_rows: u32,
    n_days_to_pay: u32,
    /// When the customer bought.
    bought: Bought,
}

/// What an accepted row adds to its customer besides revenue. `None` is unknown.
#[derive(Clone, Debug, Default)]
pub(crate) struct RowValues {
    pub(crate) direct_cost: Option<i64>,
    pub(crate) other_cost: i64,
    pub(crate) hours: Option<f64>,
    pub(crate) own_fault_hours: f64,
    pub(crate) potential: Option<Rating>,
    pub(crate) relationship: Option<Rating>,
    pub(crate) attention: Option<Attention>,
    pub(crate) orders: Option<u32>,
    pub(crate) visits: Option<u32>,
    pub(crate) complaints: Option<u32>,
    pub(crate) days_to_pay: Option<f64>,
    pub(crate) tenure_months: Option<f64>,
    pub(crate) cost_grade: Grade,
    pub(crate) hours_grade: Grade,
    pub(crate) given_class: Option<Class>,
}

impl RowValues {
    /// What was bought for what is credited was not needed after all, whichever way it is written.
    pub(crate) fn take_costs_back(&mut self) {
        self.direct_cost = self.direct_cost.map(|cost| -cost.saturating_abs());
        self.other_cost = -self.other_cost.saturating_abs();
    }
}

/// The customers so far, in order of first appearance.
#[derive(Debug)]
pub(crate) struct Ledger {
    customers: Vec<Customer>,
    sums: Vec<Sums>,
    /// When each customer was credited, up to the last one that was, while every amount is a credit: the file
    /// may hold revenue with its sign turned.
    credited: Vec<Bought>,
    /// Hours that were taken back, per customer and who worked.
    taken_back: BTreeMap<(u32, u32), TakenBack>,
    by_spelling: ByteTable<(u32, Oddity)>,
    by_key: ByteTable<u32>,
    by_code: Codes,
    key: String,
}

impl Ledger {
    /// No customers.
    pub(crate) fn new() -> Self {
        Self {
            customers: Vec::new(),
            sums: Vec::new(),
            credited: Vec::new(),
            taken_back: BTreeMap::new(),
            by_spelling: ByteTable::new(),
            by_key: ByteTable::new(),
            by_code: Codes::default(),
            key: String::new(),
        }
    }

    /// The number of customers.
    pub(crate) fn len(&self) -> usize {
        self.customers.len()
    }

    /// The customers with their sums, revenue that no row counts unknown and not zero; and whether more hours
    /// were taken back of one than there were, which tells nothing.
    pub(crate) fn into_customers(mut self, counts_revenue: bool) -> (Vec<Customer>, bool) {
        let mut has_negative = false;
        for ((customer, person), taken) in std::mem::take(&mut self.taken_back) {
            if let Some(customer) = self.customers.get_mut(customer as usize) {
                has_negative |= take_back(customer, person, taken.seconds) > 0;
                take_uncosted(customer, taken.uncosted);
            }
        }
        for (customer, sums) in self.customers.iter_mut().zip(&self.sums) {
            customer.n_rows = sums.n_rows;
            customer.bought = sums.bought;
            if counts_revenue {
                customer.revenue = Some(Cents(sums.revenue));
            }
            if !customer.seconds_by_person.is_empty() {
                let seconds = customer.seconds();
                customer.hours = seconds.map(|seconds| seconds as f64 / SECONDS_PER_HOUR);
            }
            if customer.hours.is_some_and(|hours| hours < 0.0) {
                customer.hours = None;
                has_negative = true;
            }
        }
        (self.customers, has_negative)
    }

    pub(crate) fn customer_mut(&mut self, index: u32) -> Option<&mut Customer> {
        self.customers.get_mut(index as usize)
    }

    /// The customer of a row whose number or spelling was seen before.
    pub(crate) fn known(&self, code: &[u8], name: &[u8]) -> Option<(u32, Oddity)> {
        if code.is_empty() {
            self.by_spelling.get(name)
        } else {
            self.by_code
                .get(code)
                .map(|index| (index, Oddity::default()))
        }
    }

    /// The customer of a row that is not `known`: an old one in a new spelling, or a new one.
    /// `raw` are the bytes of `name` as `known` will be asked for them.
    pub(crate) fn admit(&mut self, code: &str, name: &str, raw: &[u8], oddity: Oddity) -> u32 {
        let mut key = std::mem::take(&mut self.key);
        names::key_into(name, &mut key);
        let of_key = self.by_key.get(key.as_bytes());
        // One name under two numbers stays two customers; a row without a number joins its name.
        let same = of_key.filter(|index| {
            let other = self
                .customers
                .get(*index as usize)
                .map_or("", |customer| &customer.code);
            code.is_empty() || other.is_empty()
        });
        let index = same.unwrap_or_else(|| {
            self.customers.push(Customer {
                name: names::shown(name),
                ..Customer::default()
            });
            self.sums.push(Sums::default());
            u32::try_from(self.customers.len() - 1).unwrap_or(u32::MAX)
        });
        if of_key.is_none() {
            self.by_key.insert(key.as_bytes(), index);
        }
        if !code.is_empty() {
            self.by_code.insert(code.as_bytes(), index);
            if let Some(customer) = self
                .customers
                .get_mut(index as usize)
                .filter(|c| c.code.is_empty())
            {
                code.clone_into(&mut customer.code);
            }
        }
        // Spellings that differ on every row would grow with the rows: those are normalised each time.
        let is_worth_keeping = self.by_spelling.len() < 4 * self.customers.len() + 1_000;
        if code.is_empty() && is_worth_keeping {
            self.by_spelling.insert(raw, (index, oddity));
        }
        self.key = key;
        index
    }

    /// Whether the sums of a customer can take a row.
    pub(crate) fn can_add(&self, index: u32, revenue: i64, values: Option<&RowValues>) -> bool {
        let Some(sums) = self.sums.get(index as usize) else {
            return true;
        };
        let has_room = sums.revenue.checked_add(revenue).is_some();
        let (Some(values), true) = (values, has_room) else {
            return has_room;
        };
        let fits = |sum: Cents, amount: i64| sum.checked_add(Cents(amount)).is_some();
        self.customers.get(index as usize).is_none_or(|customer| {
            fits(
                customer.direct_cost.unwrap_or_default(),
                values.direct_cost.unwrap_or_default(),
            ) && fits(customer.other_cost, values.other_cost)
        })
    }

    /// Counts an accepted row.
    #[inline]
    pub(crate) fn add_revenue(&mut self, index: u32, revenue: i64) {
        if let Some(sums) = self.sums.get_mut(index as usize) {
            sums.revenue = sums.revenue.saturating_add(revenue);
            sums.n_rows = sums.n_rows.saturating_add(1);
        }
    }

    /// Notes the day of a row that was bought.
    #[inline]
    pub(crate) fn add_day(&mut self, index: u32, day: Date) {
        if let Some(sums) = self.sums.get_mut(index as usize) {
            sums.bought.add(day);
        }
    }

    /// Notes the day of a row that was credited, unless the amounts turn out to be turned.
    pub(crate) fn add_credit_day(&mut self, index: u32, day: Date) {
        let at = index as usize;
        if at >= self.credited.len() {
            self.credited.resize(at + 1, Bought::default());
        }
        if let Some(credited) = self.credited.get_mut(at) {
            credited.add(day);
        }
    }

    /// All amounts were turned: what looked like credits was bought.
    pub(crate) fn take_credits_for_purchases(&mut self) {
        let credited = std::mem::take(&mut self.credited).into_iter();
        // Who was never credited bought nothing: what looked like a purchase was a credit note.
        let credited = credited.chain(std::iter::repeat(Bought::default()));
        for (sums, credited) in self.sums.iter_mut().zip(credited) {
            sums.bought = credited;
        }
    }

    /// Counts a line of work and what it cost, or one that takes work back; no cost is unknown.
    pub(crate) fn add_work(&mut self, index: u32, person: u32, work: i64, cost: Option<i64>) {
        let at = index as usize;
        let (Some(customer), Some(sums)) = (self.customers.get_mut(at), self.sums.get_mut(at))
        else {
            return;
        };
        sums.n_rows = sums.n_rows.saturating_add(1);
        // Also of a line that takes work back: whoever has a line is known to have hours.
        let seconds = u64::try_from(work).unwrap_or_default();
        let has_no_cost = cost.is_none_or(|cost| cost == 0);
        if work < 0 {
            let seconds = work.unsigned_abs();
            let taken = self.taken_back.entry((index, person)).or_default();
            taken.seconds = taken.seconds.saturating_add(seconds);
            if has_no_cost {
                taken.uncosted = taken.uncosted.saturating_add(seconds);
            }
        }
        let by_person = &mut customer.seconds_by_person;
        match by_person.binary_search_by_key(&person, |(person, _)| *person) {
            Ok(position) => {
                if let Some((_, sum)) = by_person.get_mut(position) {
                    *sum = sum.saturating_add(seconds);
                }
            }
            Err(position) => by_person.insert(position, (person, seconds)),
        }
        if let Some(cost) = cost {
            let sum = customer.hours_cost.unwrap_or_default();
            customer.hours_cost = Some(sum.saturating_add(Cents(cost)));
        }
        if has_no_cost {
            customer.uncosted_seconds = customer.uncosted_seconds.saturating_add(seconds);
        }
    }

    /// Adds what an accepted row says besides its revenue.
    pub(crate) fn add(&mut self, index: u32, values: &RowValues) {
        let Some(customer) = self.customers.get_mut(index as usize) else {
            return;
        };
        if let Some(cost) = values.direct_cost {
            customer.direct_cost = Some(
                customer
                    .direct_cost
                    .unwrap_or_default()
                    .saturating_add(Cents(cost)),
            );
        }
        customer.other_cost = customer.other_cost.saturating_add(Cents(values.other_cost));
        if let Some(hours) = values.hours {
            customer.hours = Some(customer.hours.unwrap_or_default() + hours);
        }
        customer.own_fault_hours += values.own_fault_hours;
        customer.potential = customer.potential.or(values.potential);
        customer.relationship = customer.relationship.or(values.relationship);
        customer.attention = customer.attention.or(values.attention);
        customer.given_class = customer.given_class.or(values.given_class);
        customer.cost_grade = customer.cost_grade.max(values.cost_grade);
        customer.hours_grade = customer.hours_grade.max(values.hours_grade);
        for (sum, count) in [
            (&mut customer.orders, values.orders),
            (&mut customer.visits, values.visits),
            (&mut customer.complaints, values.complaints),
        ] {
            if let Some(count) = count {
                *sum = Some(sum.unwrap_or_default().saturating_add(count));
            }
        }
        // The longest relation that any row tells of.
        let longest = |a: f64, b: f64| a.max(b);
        customer.tenure_months = match (customer.tenure_months, values.tenure_months) {
            (Some(a), Some(b)) => Some(longest(a, b)),
            (a, b) => a.or(b),
        };
        if let (Some(days), Some(sums)) = (values.days_to_pay, self.sums.get_mut(index as usize)) {
            sums.n_days_to_pay += 1;
            let mean = customer.days_to_pay.unwrap_or_default();
            customer.days_to_pay = Some(mean + (days - mean) / f64::from(sums.n_days_to_pay));
        }
    }

    /// Pairs of customers whose names differ in accents, punctuation or legal form only; `None` where
    /// there are too many customers to look.
    pub(crate) fn look_alikes(&self) -> Option<Vec<(u32, u32)>> {
        let mut firsts: ByteTable<u32> = ByteTable::new();
        let mut pairs = Vec::new();
        if self.customers.len() > MOST_LOOKED_THROUGH {
            return None;
        }
        for (index, customer) in (0_u32..).zip(&self.customers) {
            let comparable = names::comparable(&customer.name);
            match firsts.get(comparable.as_bytes()) {
                _ if comparable.is_empty() => {}
                Some(first) => pairs.push((first, index)),
                None => firsts.insert(comparable.as_bytes(), index),
            }
        }
        Some(pairs)
    }
}

/// Hours that lines take back.
#[derive(Clone, Copy, Debug, Default)]
struct TakenBack {
    seconds: u64,
    /// Those of them without a cost.
    uncosted: u64,
}

/// Takes back, after the hours themselves, that nobody said the cost of: where there are not as many without a
/// cost, the others go at what they cost on average.
fn take_uncosted(customer: &mut Customer, seconds: u64) {
    let rest = i128::from(seconds.saturating_sub(customer.uncosted_seconds));
    customer.uncosted_seconds = customer.uncosted_seconds.saturating_sub(seconds);
    if let Some(cost) = &mut customer.hours_cost
        && rest > 0
    {
        let left: u64 = customer.seconds_by_person.iter().map(|(_, sum)| sum).sum();
        let less = i128::from(cost.0) * rest / (i128::from(left) + rest);
        cost.0 = cost
            .0
            .saturating_sub(i64::try_from(less).unwrap_or_default());
    }
}

/// Takes seconds off those of a person, then off those of others; how many are too many.
fn take_back(customer: &mut Customer, person: u32, mut seconds: u64) -> u64 {
    let by_person = &mut customer.seconds_by_person;
    for is_own in [true, false] {
        let theirs = by_person.iter_mut();
        for (_, sum) in theirs.filter(|(who, _)| (*who == person) == is_own) {
            let taken = seconds.min(*sum);
            *sum -= taken;
            seconds -= taken;
        }
    }
    seconds
}
