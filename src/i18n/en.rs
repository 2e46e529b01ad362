//! English.

mod certainty;
mod customers;
mod data;
mod ideal;
mod shell;

use super::Catalog;

pub(super) static CATALOG: Catalog = Catalog {
    shell: shell::TEXTS,
    data: data::TEXTS,
    customers: customers::TEXTS,
    certainty: certainty::TEXTS,
    ideal: ideal::TEXTS,
};
