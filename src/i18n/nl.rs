//! Dutch.

mod certainty;
mod customers;
mod data;
mod ideal;
mod letter;
mod shell;

use super::Catalog;

pub(super) static CATALOG: Catalog = Catalog {
    shell: shell::TEXTS,
    data: data::TEXTS,
    letter: letter::TEXTS,
    customers: customers::TEXTS,
    certainty: certainty::TEXTS,
    ideal: ideal::TEXTS,
};
