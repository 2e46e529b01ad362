//! The list of customers as a file, for a spreadsheet: what the grid prints, in all its columns.

use abc_core::export::csv_text;

use super::grid::Printed;
use crate::i18n::Locale;
use crate::state::certainty::Certain;
use crate::state::derived::Outcome;

/// The file with these customers, in this order; `None` only if memory fails.
pub(super) fn list_csv(
    outcome: &Outcome,
    certain: Option<&Certain>,
    rows: impl Iterator<Item = u32>,
    locale: Locale,
) -> Option<String> {
    let (catalog, format) = (locale.catalog(), locale.format());
    let texts = &catalog.customers;
    let header: Vec<&str> = texts
        .columns
        .into_iter()
        .chain([texts.column_notes])
        .collect();
    let cells = rows.map(|row| {
        let stability = certain.and_then(|certain| certain.label(row as usize, outcome));
        Printed::of(outcome, row, stability, catalog, format).cells()
    });
    csv_text(&header, cells)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use abc_core::customers::Customer;
    use abc_core::money::Cents;
    use abc_core::project::Project;

    use super::*;

    #[test]
    fn a_file_holds_the_rows_in_order_and_computes_nothing() {
        let customer = |name: &str, revenue: Option<i64>| Customer {
            name: name.to_owned(),
            revenue: revenue.map(Cents),
            direct_cost: Some(Cents(0)),
            hours: Some(1.0),
            ..Customer::default()
        };
        let customers = [
            customer("=SOM(A1)", Some(12_345_678)),
            customer("Weg", Some(-50_000)),
        ];
        let outcome = Outcome::of(Arc::new(Project::of_customers(customers)));
        let csv = list_csv(&outcome, None, [1, 0].into_iter(), Locale::Nl).unwrap();
        let lines: Vec<&str> = csv.lines().collect();
        assert_eq!(lines.len(), 3);
        assert!(lines[0].contains("\"Klasse\";\"Klant\";\"Omzet\""), "{csv}");
        assert!(lines[1].contains(";\"Weg\";-500,00;"), "{csv}");
        assert!(lines[2].contains("\"'=SOM(A1)\";123.456,78;"), "{csv}");
        let n_cells = |line: &str| line.split(';').count();
        assert!(lines.iter().all(|line| n_cells(line) == 13), "{csv}");
    }
}
