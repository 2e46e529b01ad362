//! What a project may hold: one check for the way out and the way in, so that what is stored can
//! always be restored.

use super::{Notes, Override, Project, ProjectError, Upgrade};
use crate::classify::policy::{ContributionMin, MarginMin, Policy};
use crate::costs::{Capacity, CostModel, OwnRating, TimeEquation, Uncertainty};
use crate::customers::{Customer, TraitColumn};
use crate::date::MOST_MONTHS;
use crate::intake::{Books, Container, LedgerAccount, MAX_PERSONS, Noted, Source};
use crate::join::{JoinDecisions, Spelled};
use crate::mapping::Choice;
use crate::migration::{LastTime, Past};
use crate::money::Cents;
use crate::readings::Reading;

pub(super) const CUSTOMERS: usize = 500_000;
pub(super) const COLUMNS: usize = 1_024;
pub(super) const SOURCES: usize = 100;
pub(super) const ANSWERS: usize = 1_024;
pub(super) const NOTED_ROWS: usize = 1_000;
pub(super) const SHEETS: usize = 1_000;
pub(super) const SAMPLE_ROWS: usize = 100;
pub(super) const FLAGS: usize = 100;
pub(super) const ACCOUNTS: usize = 10_000;
pub(super) const PERSONS: usize = MAX_PERSONS;
pub(super) const REGISTRATIONS: usize = 100;
pub(super) const JOINS: usize = 500_000;
pub(super) const YEARS: usize = 100;
pub(super) const PAGE_EDITS: usize = 1_000;
pub(super) const PAST_OVERRIDES: usize = Notes::MAX_PAST;
pub(super) const FAILS: usize = 6;
pub(super) const FORMS: usize = 100;
pub(super) const LOOK_ALIKES: usize = 1_000;

/// The longest customer name in characters; intake rejects longer ones.
const NAME_CHARS: usize = 1_000;
/// The longest other text in bytes: the longest field that intake lets through. Whoever takes a text from
/// the user refuses a longer one at once, or nothing could be saved any more.
pub const MAX_TEXT_BYTES: usize = 1_000_000;
/// No figure of a customer (hours, days, months) is outside of this.
const LEAST_FIGURE: f64 = -1e12;
const MOST_FIGURE: f64 = 1e12;
/// No figure of last time, which was derived from others, is outside of this.
const LEAST_DERIVED: f64 = -1e30;
const MOST_DERIVED: f64 = 1e30;

/// Whether the project may be stored, and a restored one used.
pub fn check(project: &Project) -> Result<(), ProjectError> {
    check_readings(project)?;
    at_most("page_edits", project.page_edits.len(), PAGE_EDITS)?;
    check_policy(&project.policy)?;
    check_cost_model(&project.cost_model)?;
    let n_customers = project.customers.len();
    let is_known = |id: &crate::customers::CustomerId| id.index() < n_customers;
    refers("ratings", project.ratings.keys().all(is_known))?;
    refers("overrides", project.overrides.keys().all(is_known))?;
    refers("guesses", project.guesses.keys().all(is_known))?;
    project
        .last_time
        .as_deref()
        .map_or(Ok(()), check_last_time)?;
    refers("notes", project.notes.keys().all(is_known))?;
    refers("upgrades", project.upgrades.keys().all(is_known))?;
    project.ratings.values().try_for_each(check_rating)?;
    project.overrides.values().try_for_each(check_override)?;
    project.notes.values().try_for_each(check_notes)?;
    project.upgrades.values().try_for_each(check_upgrade)?;
    for (key, edited) in &project.page_edits {
        text("key", key)?;
        text("text", edited)?;
    }
    text("prospects", &project.prospects)?;
    at_most("fit_traits", project.fit_traits.len(), COLUMNS)?;
    let mut headers = project.fit_traits.iter();
    headers.try_for_each(|header| text("fit_traits", header))?;
    in_range("ideal_target", project.ideal_target.unwrap_or(0) <= 100)?;
    Ok(())
}

fn check_override(by_hand: &Override) -> Result<(), ProjectError> {
    text("note", &by_hand.note)
}

fn check_notes(notes: &Notes) -> Result<(), ProjectError> {
    if !Notes::fits(&notes.text) {
        return Err(ProjectError::TextTooLong {
            what: "notes",
            max: Notes::MAX_CHARS,
        });
    }
    at_most("past", notes.past.len(), PAST_OVERRIDES)?;
    let mut past = notes.past.iter().map(|past| &past.by_hand);
    past.try_for_each(check_override)
}

fn check_upgrade(upgrade: &Upgrade) -> Result<(), ProjectError> {
    upgrade.limit_passed().map_or(Ok(()), |max| {
        Err(ProjectError::TextTooLong {
            what: "upgrades",
            max,
        })
    })
}

/// Whether as many files with as many parties can be stored: asked before files are taken in, as otherwise
/// nothing could be saved any more.
pub fn has_room(project: &Project) -> bool {
    counted(project).is_ok()
}

fn counted(project: &Project) -> Result<(), ProjectError> {
    at_most("readings", project.readings.len(), SOURCES)?;
    let n_parties = project.readings.iter().map(|reading| reading.parties.len());
    at_most("customers", n_parties.sum(), CUSTOMERS)
}

/// Whether the readings may be joined: everything that points into a list points at something.
pub(super) fn check_readings(project: &Project) -> Result<(), ProjectError> {
    counted(project)?;
    project.readings.iter().try_for_each(check_reading)?;
    check_joins(&project.joins)
}

fn check_reading(reading: &Reading) -> Result<(), ProjectError> {
    check_source(&reading.source)?;
    let look_alikes = &reading.source.look_alikes;
    at_most("look_alikes", look_alikes.pairs.len(), LOOK_ALIKES)?;
    let n_parties = reading.parties.len();
    let is_party = |party: u32| usize::try_from(party).is_ok_and(|party| party < n_parties);
    let mut pairs = look_alikes.pairs.iter();
    refers(
        "look_alikes",
        pairs.all(|(a, b)| is_party(*a) && is_party(*b)),
    )?;
    let months = reading.months.unwrap_or(1);
    in_range("months", months > 0)?;
    at_most("persons", reading.persons.len(), PERSONS)?;
    reading
        .persons
        .iter()
        .try_for_each(|p| text("persons", p))?;
    at_most("trait_columns", reading.trait_columns.len(), COLUMNS)?;
    for column in reading.trait_columns.iter() {
        at_most("values", column.values.len(), CUSTOMERS)?;
        text("trait column", &column.name)?;
        column.values.iter().try_for_each(|v| text("values", v))?;
    }
    for party in reading.parties.iter() {
        check_customer(party, &reading.trait_columns)?;
        check_hours(party, reading.persons.len())?;
    }
    Ok(())
}

fn check_hours(party: &Customer, n_persons: usize) -> Result<(), ProjectError> {
    at_most("registrations", party.registrations.len(), REGISTRATIONS)?;
    let mut registrations = party.registrations.iter();
    registrations.try_for_each(|number| text("registrations", number))?;
    at_most("seconds_by_person", party.seconds_by_person.len(), PERSONS)?;
    let is_person =
        |(person, _): &(u32, u64)| usize::try_from(*person).is_ok_and(|person| person < n_persons);
    refers(
        "seconds_by_person",
        party.seconds_by_person.iter().all(is_person),
    )
}

fn check_joins(joins: &JoinDecisions) -> Result<(), ProjectError> {
    at_most("pairs", joins.pairs.len(), JOINS)?;
    at_most("apart", joins.apart.len(), JOINS)?;
    at_most("own", joins.own.len(), JOINS)?;
    at_most("revenue", joins.revenue.len(), SOURCES)?;
    at_most("copies", joins.copies.len(), JOINS)?;
    let in_pairs = joins.pairs.keys().flat_map(|(a, b)| [a, b]);
    let in_splits = joins.apart.iter().map(|(_, party)| party);
    for spelled in in_pairs.chain(in_splits).chain(&joins.own) {
        match spelled {
            Spelled::Code(written) | Spelled::Name(written) => text("spelling", written)?,
        }
    }
    for file in joins.revenue.iter().chain(joins.copies.keys()) {
        text("name of a source", &file.name)?;
        file.sheet
            .iter()
            .try_for_each(|sheet| text("sheet", sheet))?;
    }
    Ok(())
}

fn check_accounts(accounts: &[LedgerAccount]) -> Result<(), ProjectError> {
    at_most("accounts", accounts.len(), ACCOUNTS)?;
    let written = accounts.iter().flat_map(|account| {
        [&account.number, &account.name]
            .into_iter()
            .chain(&account.rgs)
    });
    written
        .into_iter()
        .try_for_each(|written| text("accounts", written))
}

fn check_books(books: &Books) -> Result<(), ProjectError> {
    at_most("years", books.years.len(), YEARS)?;
    at_most("fiscal_years", books.fiscal_years.len(), YEARS)?;
    let names = [&books.version, &books.company, &books.currency];
    let years = books.fiscal_years.iter();
    names
        .into_iter()
        .chain(years)
        .try_for_each(|written| text("books", written))?;
    check_accounts(&books.revenue_accounts)?;
    for year in &books.years {
        text("year", &year.year)?;
        at_most("customers", year.customers.len(), CUSTOMERS)?;
        for customer in &year.customers {
            text("code", &customer.code)?;
            text("name", &customer.name)?;
        }
    }
    Ok(())
}

fn check_customer(customer: &Customer, columns: &[TraitColumn]) -> Result<(), ProjectError> {
    check_name(&customer.name)?;
    text("code", &customer.code)?;
    within(
        "own_fault_hours",
        customer.own_fault_hours,
        LEAST_FIGURE,
        MOST_FIGURE,
    )?;
    for (what, figure) in [
        ("hours", customer.hours),
        ("days_to_pay", customer.days_to_pay),
        ("tenure_months", customer.tenure_months),
    ] {
        figure.map_or(Ok(()), |value| {
            within(what, value, LEAST_FIGURE, MOST_FIGURE)
        })?;
    }
    refers("traits", customer.traits.len() <= columns.len())?;
    let is_known = |(value, column): (&u32, &TraitColumn)| {
        usize::try_from(*value).is_ok_and(|value| value <= column.values.len())
    };
    refers("traits", customer.traits.iter().zip(columns).all(is_known))
}

fn check_last_time(last: &LastTime) -> Result<(), ProjectError> {
    text("name of last time", &last.name)?;
    at_most("customers", last.customers.len(), CUSTOMERS)?;
    if let Some(settings) = &last.settings {
        check_policy(&settings.policy)?;
        within("last_time", settings.rate, 0.0, MOST_DERIVED)?;
    }
    last.customers.iter().try_for_each(check_past)
}

fn check_past(past: &Past) -> Result<(), ProjectError> {
    check_name(&past.name)?;
    text("code", &past.code)?;
    at_most("registrations", past.registrations.len(), REGISTRATIONS)?;
    let mut registrations = past.registrations.iter();
    registrations.try_for_each(|number| text("registrations", number))?;
    let outcome = &past.outcome;
    at_most("fails", outcome.fails.len(), FAILS)?;
    let figures = [outcome.revenue, outcome.cm2, outcome.hours, outcome.total];
    let mut figures = figures.into_iter().chain(outcome.scores).flatten();
    figures.try_for_each(|figure| within("last_time", figure, LEAST_DERIVED, MOST_DERIVED))
}

fn check_name(name: &str) -> Result<(), ProjectError> {
    if name.len() > NAME_CHARS && name.chars().count() > NAME_CHARS {
        return Err(ProjectError::TextTooLong {
            what: "name",
            max: NAME_CHARS,
        });
    }
    Ok(())
}

fn check_source(source: &Source) -> Result<(), ProjectError> {
    at_most("columns", source.columns.len(), COLUMNS)?;
    at_most("file_flags", source.file_flags.len(), FLAGS)?;
    at_most("sample", source.sample.len(), SAMPLE_ROWS)?;
    at_most("questions", source.questions.len(), ANSWERS)?;
    at_most("roles", source.options.roles.len(), COLUMNS)?;
    at_most("answers", source.options.answers.len(), ANSWERS)?;
    at_most("unread_sheets", source.unread_sheets.len(), SHEETS)?;
    text("name of a source", &source.name)?;
    source
        .sheet
        .iter()
        .chain(&source.unread_sheets)
        .try_for_each(|sheet| text("sheet", sheet))?;
    if let Container::Xaf { version } = &source.container {
        text("version", version)?;
    }
    if let Some(books) = &source.books {
        check_books(books)?;
    }
    check_accounts(&source.accounts)?;
    for column in &source.columns {
        text("header", &column.header)?;
    }
    check_noted("rejected", &source.rejected)?;
    check_noted("ignored", &source.ignored)?;
    check_noted("flagged", &source.flagged)?;
    for row in &source.sample {
        at_most("cells", row.len(), COLUMNS)?;
        row.iter().try_for_each(|cell| text("cells", cell))?;
    }
    for question in &source.questions {
        at_most("answers", question.answers.len(), ANSWERS)?;
        let is_known = question
            .given
            .is_none_or(|given| given < question.answers.len());
        refers("given", is_known)?;
        for answer in &question.answers {
            check_choice(&answer.choice)?;
        }
    }
    for (_, choice) in &source.options.answers {
        check_choice(choice)?;
    }
    let is_column = |(column, _): &(u32, _)| is_column(*column);
    refers("roles", source.options.roles.iter().all(is_column))
}

fn check_noted<R>(what: &'static str, rows: &[Noted<R>]) -> Result<(), ProjectError> {
    at_most(what, rows.len(), NOTED_ROWS)?;
    rows.iter().try_for_each(|row| text(what, &row.text))
}

fn check_choice(choice: &Choice) -> Result<(), ProjectError> {
    match choice {
        Choice::Column(column) => refers("column", is_column(*column)),
        Choice::SumOf(columns) => {
            at_most("sum_of", columns.len(), COLUMNS)?;
            refers("sum_of", columns.iter().copied().all(is_column))
        }
        Choice::Accounts(numbers) => {
            at_most("accounts", numbers.len(), ACCOUNTS)?;
            numbers
                .iter()
                .try_for_each(|number| text("account", number))
        }
        Choice::Sheet(name) => text("sheet", name),
        Choice::InclVat(percent) => within("incl_vat", f64::from(*percent), 0.0, 100.0),
        _ => Ok(()),
    }
}

fn is_column(column: u32) -> bool {
    usize::try_from(column).is_ok_and(|column| column < COLUMNS)
}

fn check_policy(policy: &Policy) -> Result<(), ProjectError> {
    for weight in policy.weights {
        within("weights", weight, 0.0, 1e6)?;
    }
    if policy.weights.iter().all(|weight| *weight == 0.0) {
        return Err(ProjectError::OutOfRange { what: "weights" });
    }
    within("floor", policy.floor, 0.0, 100.0)?;
    within("a_cut", policy.a_cut, 0.0, 100.0)?;
    within("b_plus_potential", policy.b_plus_potential, 0.0, 100.0)?;
    match policy.margin_min {
        MarginMin::FactorOfFirm(factor) => within("margin_min", factor, 0.0, 100.0),
        MarginMin::Share(share) => within("margin_min", share, -100.0, 1.0),
    }?;
    match policy.contribution_min {
        ContributionMin::AccountHours(hours) => within("contribution_min", hours, 0.0, 1e6),
        ContributionMin::Euros(euros) => {
            within("contribution_min", euros, LEAST_FIGURE, MOST_FIGURE)
        }
    }?;
    within("new_months", policy.new_months, 0.0, f64::from(MOST_MONTHS))?;
    within("price_norm_factor", policy.price_norm_factor, 0.0, 100.0)?;
    within(
        "attention_norm_factor",
        policy.attention_norm_factor,
        0.0,
        1e6,
    )
}

fn check_rating(own: &OwnRating) -> Result<(), ProjectError> {
    let permille = own.purchases_permille.unwrap_or_default();
    in_range("purchases", permille <= 1_000)?;
    for (what, counted) in [
        ("orders", own.orders),
        ("visits", own.visits),
        ("complaints", own.complaints),
    ] {
        let counted = counted.unwrap_or_default();
        in_range(what, counted <= OwnRating::MOST_COUNTED)?;
    }
    let seconds = own.seconds.unwrap_or_default();
    in_range("seconds", seconds <= OwnRating::MOST_SECONDS)
}

fn check_cost_model(model: &CostModel) -> Result<(), ProjectError> {
    let rate = model.hourly_cost.unwrap_or_default();
    hourly_cost("hourly_cost_cents", rate)?;
    at_most("person_rates", model.person_rates.len(), PERSONS)?;
    for (person, rate) in &model.person_rates {
        text("person", person)?;
        hourly_cost("person_rates", *rate)?;
    }
    check_capacity(&model.capacity)?;
    // A share above the revenue itself happens, above ten times it does not.
    let permille = model.direct_cost_permille.unwrap_or_default();
    in_range("direct_cost_permille", permille <= 10_000)?;
    let TimeEquation {
        base: [low, normal, high, extreme],
        per_order,
        per_visit,
        per_complaint,
    } = model.time;
    for hours in [
        low,
        normal,
        high,
        extreme,
        per_order,
        per_visit,
        per_complaint,
    ] {
        within("time_equation", hours, 0.0, TimeEquation::MOST_HOURS)?;
    }
    let scale = model.estimates_scale.unwrap_or_default();
    within("estimates_scale", scale, 0.0, CostModel::MOST_SCALE)?;
    for part in model.uncertainty.all() {
        within("uncertainty", part, 0.0, Uncertainty::MOST)?;
    }
    let late = model.late_payment_permille;
    in_range(
        "late_payment_permille",
        late <= CostModel::MOST_LATE_PAYMENT_PERMILLE,
    )?;
    let mut months = [Some(model.months), model.hours_months_given]
        .into_iter()
        .flatten();
    in_range(
        "months",
        months.all(|months| (1..=MOST_MONTHS).contains(&months)),
    )
}

fn hourly_cost(what: &'static str, rate: Cents) -> Result<(), ProjectError> {
    in_range(
        what,
        (Cents::ZERO..=CostModel::MOST_HOURLY_COST).contains(&rate),
    )
}

fn check_capacity(capacity: &Capacity) -> Result<(), ProjectError> {
    let cost = capacity.yearly_cost.unwrap_or_default();
    in_range(
        "yearly_cost_cents",
        (Cents::ZERO..=Capacity::MOST_YEARLY_COST).contains(&cost),
    )?;
    let fte = capacity.fte.unwrap_or_default();
    within("fte", fte, 0.0, Capacity::MOST_FTE)?;
    let (week, weeks) = (capacity.hours_per_week, capacity.weeks);
    within("hours_per_week", week, 0.0, Capacity::MOST_HOURS_PER_WEEK)?;
    within("weeks", weeks, 0.0, Capacity::MOST_WEEKS)?;
    within("practical_share", capacity.practical_share, 0.0, 1.0)
}

fn at_most(what: &'static str, n: usize, max: usize) -> Result<(), ProjectError> {
    if n > max {
        return Err(ProjectError::TooMany { what, max });
    }
    Ok(())
}

fn text(what: &'static str, value: &str) -> Result<(), ProjectError> {
    if value.len() > MAX_TEXT_BYTES {
        return Err(ProjectError::TextTooLong {
            what,
            max: MAX_TEXT_BYTES,
        });
    }
    Ok(())
}

/// NaN is in no range.
fn within(what: &'static str, value: f64, least: f64, most: f64) -> Result<(), ProjectError> {
    in_range(what, (least..=most).contains(&value))
}

fn in_range(what: &'static str, is_in_range: bool) -> Result<(), ProjectError> {
    if is_in_range {
        Ok(())
    } else {
        Err(ProjectError::OutOfRange { what })
    }
}

fn refers(what: &'static str, is_there: bool) -> Result<(), ProjectError> {
    if is_there {
        Ok(())
    } else {
        Err(ProjectError::Dangling { what })
    }
}
