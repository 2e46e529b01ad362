//! English.

mod aim;
mod buying;
mod certainty;
mod costs;
mod customers;
mod data;
mod ideal;
mod joins;
mod letter;
mod names;
mod notes;
mod parting;
mod pictures;
mod prospects;
mod shell;
mod surprises;
mod upgrade;

use super::{Catalog, Locale};

pub(super) static CATALOG: Catalog = Catalog {
    shell: shell::TEXTS,
    data: data::TEXTS,
    costs: costs::TEXTS,
    joins: joins::TEXTS,
    letter: letter::TEXTS,
    names: names::TEXTS,
    notes: notes::TEXTS,
    upgrade: upgrade::TEXTS,
    parting: parting::TEXTS,
    buying: buying::TEXTS,
    customers: customers::TEXTS,
    certainty: certainty::TEXTS,
    surprises: surprises::TEXTS,
    pictures: pictures::TEXTS,
    ideal: ideal::TEXTS,
    aim: aim::TEXTS,
    prospects: prospects::TEXTS,
};

fn count(n: usize) -> String {
    Locale::En.format().count(n)
}

fn customers(n: usize) -> String {
    match n {
        1 => "1 customer".to_owned(),
        n => format!("{} customers", count(n)),
    }
}

/// What somebody brings: a loss is called so, without its sign.
fn brings(amount: &str) -> String {
    match amount.split_once('\u{2212}') {
        Some((before, after)) => format!("{before}{after} loss"),
        None => format!("{amount} profit"),
    }
}
