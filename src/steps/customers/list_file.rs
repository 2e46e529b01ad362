//! The list of customers as a file, for a spreadsheet: what the grid prints, in all its columns.

use std::sync::Arc;

use abc_core::export::{csv_head, csv_rows};

use super::assumed::name_of_figure;
use super::grid::Printed;
use crate::i18n::Locale;
use crate::platform::page;
use crate::state::certainty::Certain;
use crate::state::derived::Outcome;
use crate::state::session::Column;

/// Customers that are written before the browser may paint and take input again.
const IN_ONE_GO: usize = 1_000;

/// What goes into the file.
pub(super) struct List {
    pub(super) outcome: Arc<Outcome>,
    pub(super) certain: Option<Arc<Certain>>,
    /// Who, in this order.
    pub(super) rows: Vec<u32>,
    pub(super) locale: Locale,
}

impl List {
    /// The file in pieces.
    pub(super) async fn csv(&self) -> Vec<String> {
        let mut pieces = vec![self.head()];
        for rows in self.rows.chunks(IN_ONE_GO) {
            page::breathe().await;
            pieces.push(self.lines(rows));
        }
        pieces
    }

    fn head(&self) -> String {
        let texts = &self.locale.catalog().customers;
        let is_assumed = self.outcome.is_profit_assumed();
        let columns = Column::ALL.into_iter().zip(texts.columns);
        let columns = columns.map(|(column, name)| {
            name_of_figure(name, is_assumed && column == Column::Contribution, texts)
        });
        let header: Vec<String> = columns.chain([texts.column_notes.to_owned()]).collect();
        csv_head(&header.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn lines(&self, rows: &[u32]) -> String {
        let (catalog, format) = (self.locale.catalog(), self.locale.format());
        let outcome = &self.outcome;
        csv_rows(rows.iter().map(|row| {
            let certain = self.certain.as_deref();
            let stability = certain.and_then(|certain| certain.label(*row as usize, outcome));
            Printed::of(outcome, *row, stability, catalog, format).cells()
        }))
    }
}

#[cfg(test)]
mod tests {
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
        let list = List {
            outcome: Arc::new(outcome),
            certain: None,
            rows: vec![1, 0],
            locale: Locale::Nl,
        };
        let csv = list.head() + &list.lines(&list.rows);
        let lines: Vec<&str> = csv.lines().collect();
        assert_eq!(lines.len(), 3);
        assert!(lines[0].contains("\"Klasse\";\"Klant\";\"Omzet\""), "{csv}");
        assert!(lines[1].contains(";\"Weg\";-500,00;"), "{csv}");
        assert!(lines[2].contains("\"'=SOM(A1)\";123.456,78;"), "{csv}");
        assert!(lines[0].contains(";\"Winst\";"), "{csv}");
        let n_cells = |line: &str| line.split(';').count();
        assert!(lines.iter().all(|line| n_cells(line) == 13), "{csv}");
    }

    #[test]
    fn a_profit_that_is_assumed_is_called_so() {
        let bare = Customer {
            name: "Alders".to_owned(),
            revenue: Some(Cents(1_000_000)),
            ..Customer::default()
        };
        let list = List {
            outcome: Arc::new(Outcome::of(Arc::new(Project::of_customers([bare])))),
            certain: None,
            rows: vec![0],
            locale: Locale::En,
        };
        let head = list.head();
        assert!(head.contains("\"Profit (assumed)\""), "{head}");
    }
}
