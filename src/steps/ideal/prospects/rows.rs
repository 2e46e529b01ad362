//! A scored list in words: rows on screen, and the file that holds them all.

use std::collections::BTreeMap;
use std::sync::Arc;

use abc_core::customers::Class;
use abc_core::customers::names::comparable;
use abc_core::export::{Cell, csv_text};
use abc_core::intake::prospect_list::ProspectList;
use abc_core::prospects::{Fit, FitModel, ReasonValue, ScoredProspects, score_prospects};
use abc_core::stats::order::largest_first;

use crate::i18n::Locale;
use crate::state::derived::Outcome;
use crate::state::fitting::Fitting;

/// A prospect in words.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    pub(super) name: String,
    /// 0 to 100, a whole number; empty when nothing is known.
    pub(super) fit: String,
    pub(super) band: String,
    /// Whether this is a customer already.
    pub(super) is_customer: bool,
    pub(super) plus: String,
    pub(super) minus: String,
    pub(super) unknown: String,
}

/// A list with its scores. Words are made of the rows that are asked for: a list may be long.
#[derive(Clone, Debug)]
pub(super) struct Scored {
    fitting: Arc<Fitting>,
    list: Arc<ProspectList>,
    found: ScoredProspects,
    /// Positions in the list, best fit first.
    order: Vec<u32>,
    /// Per position the class of who is a customer already.
    customers: Vec<Option<Known>>,
}

/// A prospect that is a customer.
#[derive(Clone, Copy, Debug)]
struct Known {
    class: Option<Class>,
}

impl Scored {
    /// Scores the list; `None` while there is nothing to score by.
    pub(super) fn of(
        fitting: Arc<Fitting>,
        list: Arc<ProspectList>,
        outcome: &Outcome,
    ) -> Option<Self> {
        let model = fitting.model.as_ref().ok()?;
        let found = score_prospects(model, &fitting.table, &list.prospects, &list.columns);
        Some(Self {
            order: found.best_first(),
            customers: customers_among(&list, outcome),
            found,
            fitting,
            list,
        })
    }

    /// How many prospects.
    pub(super) fn len(&self) -> usize {
        self.order.len()
    }

    /// The traits that count, but are no column of the list.
    pub(super) fn absent(&self) -> Vec<String> {
        let traits = self.fitting.model.iter().flat_map(FitModel::traits);
        let with_column = traits.zip(&self.found.columns);
        let absent = with_column.filter(|(_, column)| column.is_none());
        absent
            .map(|(idx, _)| self.fitting.name(*idx).to_owned())
            .collect()
    }

    /// The best prospects in words.
    pub(super) fn rows(&self, locale: Locale) -> impl Iterator<Item = Row> {
        self.order.iter().filter_map(move |at| {
            let at = *at as usize;
            let name = self.list.prospects.get(at)?.name.clone();
            let mut row = row(name, self.found.fits.get(at)?, &self.fitting, locale);
            if let Some(Some(known)) = self.customers.get(at) {
                row.is_customer = true;
                row.band = (locale.catalog().prospects.already)(known.class);
            }
            Some(row)
        })
    }

    /// All of them as a file.
    pub(super) fn csv(&self, locale: Locale) -> String {
        let texts = &locale.catalog().prospects;
        let header = [
            texts.name,
            texts.fit,
            texts.band_name,
            texts.plus,
            texts.minus,
            texts.unknown,
        ];
        let cells = self.rows(locale).map(|row| {
            vec![
                Cell::Text(row.name),
                Cell::Number(row.fit),
                Cell::Text(row.band),
                Cell::Text(row.plus),
                Cell::Text(row.minus),
                Cell::Text(row.unknown),
            ]
        });
        csv_text(&header, cells)
    }
}

/// Per prospect whether it is a customer already, by name, and of which class.
fn customers_among(list: &ProspectList, outcome: &Outcome) -> Vec<Option<Known>> {
    let customers = outcome.project.customers.iter();
    let with_class = customers.zip(&outcome.classification.customers);
    let known: BTreeMap<String, Known> = with_class
        .map(|(customer, found)| (comparable(&customer.name), Known { class: found.class }))
        .collect();
    let prospects = list.prospects.iter();
    prospects
        .map(|prospect| known.get(&comparable(&prospect.name)).copied())
        .collect()
}

fn row(name: String, fit: &Fit, fitting: &Fitting, locale: Locale) -> Row {
    let texts = &locale.catalog().prospects;
    let mut unknown = Vec::new();
    let said: Vec<String> = fit
        .reasons
        .iter()
        .map(|reason| {
            let column = fitting.name(reason.trait_idx);
            let value = match &reason.value {
                ReasonValue::Unknown => {
                    unknown.push(column.to_owned());
                    return String::new();
                }
                ReasonValue::NeverSeen(value) => value.as_str(),
                ReasonValue::Known(idx) => {
                    let values = fitting.table.columns.get(reason.trait_idx);
                    let value = values.and_then(|column| column.values.get(*idx));
                    value.map_or("", String::as_str)
                }
            };
            if reason.evidence.is_none() {
                unknown.push(format!("{column}: {}", (texts.never_seen)(value)));
            }
            format!("{column}: {value}")
        })
        .collect();
    // What is unknown weighs nothing, so it is in neither of the two.
    let heaviest_first = |sign: f64| {
        let weights = fit
            .reasons
            .iter()
            .map(|reason| sign * reason.evidence.unwrap_or(0.0));
        let weighed = weights.zip(0..).filter(|(weight, _)| *weight > 0.0);
        let mut weighed: Vec<(f64, u32)> = weighed.collect();
        largest_first(&mut weighed);
        let reasons = weighed.iter();
        let reasons = reasons.filter_map(|(_, at)| said.get(*at as usize).map(String::as_str));
        reasons.collect::<Vec<_>>().join("; ")
    };
    let place = (!fit.is_unknown()).then_some(fit);
    Row {
        name,
        fit: place.map_or_else(String::new, |fit| locale.format().decimals(fit.fit, 0)),
        band: match place {
            None => texts.band_unknown,
            Some(fit) if fit.is_little_known() => texts.band_little,
            Some(fit) => (texts.band)(fit.band),
        }
        .to_owned(),
        is_customer: false,
        plus: heaviest_first(1.0),
        minus: heaviest_first(-1.0),
        unknown: unknown.join("; "),
    }
}

#[cfg(test)]
mod tests {
    use abc_core::customers::{Customer, CustomerId, TraitColumn, TraitKind};
    use abc_core::project::{Override, OverrideReason, Project};

    use super::*;

    /// Ten bakers of which eight are A, ten butchers of which nobody is.
    fn bakers_and_butchers() -> Outcome {
        let column = TraitColumn {
            name: "Branche".to_owned(),
            kind: TraitKind::Category,
            values: vec!["Bakker".to_owned(), "Slager".to_owned()],
        };
        let customers: Vec<Customer> = (0..20)
            .map(|n| Customer {
                name: format!("Klant {n}"),
                traits: vec![if n < 10 { 1 } else { 2 }],
                ..Customer::default()
            })
            .collect();
        let by_hand = (0..20).map(|n| {
            let class = if n < 8 { Class::A } else { Class::B };
            let by_hand = Override {
                class,
                reason: OverrideReason::Other,
                note: String::new(),
                date: None,
                computed: None,
            };
            (CustomerId(n), by_hand)
        });
        let project = Project {
            customers: customers.into(),
            trait_columns: vec![column].into(),
            overrides: by_hand.collect(),
            ..Project::default()
        };
        Outcome::of(Arc::new(project))
    }

    #[test]
    fn the_best_comes_first_with_what_speaks_for_and_against() {
        let outcome = bakers_and_butchers();
        let fitting = Arc::new(Fitting::of(&outcome));
        let list = ProspectList::from_text(
            "naam;branche\nDe Bijl;slager\n=Wie;\nDe Korf;BAKKER\nDe Kaars;Kapper\n",
        );
        let list = Arc::new(list);
        for locale in [Locale::Nl, Locale::En] {
            let scored = Scored::of(Arc::clone(&fitting), Arc::clone(&list), &outcome).unwrap();
            let (rows, absent): (Vec<Row>, _) = (scored.rows(locale).collect(), scored.absent());
            let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
            assert_eq!(names, ["De Korf", "De Bijl", "=Wie", "De Kaars"]);
            assert!(absent.is_empty());
            let said: Vec<[&str; 2]> = rows.iter().map(|row| [&*row.plus, &*row.minus]).collect();
            let none = ["", ""];
            assert_eq!(
                said,
                [["Branche: Bakker", ""], ["", "Branche: Slager"], none, none]
            );
            // Of whom nothing is known, nothing is said.
            let unknown = locale.catalog().prospects.band_unknown;
            for row in &rows[2..] {
                assert_eq!((row.fit.as_str(), row.band.as_str()), ("", unknown));
            }
            assert_eq!(rows[2].unknown, "Branche");
            assert!(rows[3].unknown.starts_with("Branche: Kapper ("));

            let csv = scored.csv(locale);
            assert_eq!(csv.lines().count(), 5);
            assert!(csv.contains("\"'=Wie\""), "{csv}");
        }
    }

    #[test]
    fn a_trait_that_the_list_does_not_have_is_named() {
        let list = Arc::new(ProspectList::from_text("De Korf"));
        let outcome = bakers_and_butchers();
        let scored = Scored::of(Arc::new(Fitting::of(&outcome)), list, &outcome).unwrap();
        assert_eq!(scored.absent(), ["Branche"]);
        let unknown = scored.rows(Locale::Nl).map(|row| row.unknown);
        assert_eq!(unknown.collect::<Vec<_>>(), ["Branche"]);
    }

    #[test]
    fn who_is_a_customer_already_is_called_so() {
        let outcome = bakers_and_butchers();
        let list = "naam;branche\nKLANT 0 B.V.;bakker\nKlant 12;slager\nDe Korf;bakker\n";
        let list = Arc::new(ProspectList::from_text(list));
        let scored = Scored::of(Arc::new(Fitting::of(&outcome)), list, &outcome).unwrap();
        let rows = scored.rows(Locale::Nl);
        let mut bands: Vec<String> = rows.map(|row| row.band).collect();
        bands.sort();
        assert_eq!(bands, ["al klant, klasse A", "al klant, klasse B", "sterk"]);
    }
}
