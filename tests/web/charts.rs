//! Charts are laid out at the width they get, and hold their numbers in words.

use abc_core::chart::StripRow;
use kernklant::charts::{ChartTable, StripChart};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{find, mounted, set_width, settled};

fn rows() -> Vec<StripRow> {
    let labels = ["A", "B", "C"].map(|letter| vec![format!("{letter} 33%"), letter.to_owned()]);
    let row = StripRow {
        name: "Klanten".to_owned(),
        values: [1.0, 1.0, 1.0],
        labels,
        total: "3".to_owned(),
    };
    vec![row]
}

fn table() -> ChartTable {
    ChartTable {
        summary: "Toon als tabel".to_owned(),
        head: vec![String::new(), "A".to_owned()],
        rows: vec![vec!["Klanten".to_owned(), "1".to_owned()]],
    }
}

#[wasm_bindgen_test]
async fn a_chart_is_laid_out_again_when_its_place_changes() {
    let (place, _handle) = mounted(|| {
        view! { <StripChart rows=Signal::derive(rows) label="Elk een derde" /> }
    });
    let drawing = find(&place, "svg[role='img'][aria-label='Elk een derde']");
    let figure = find(&place, "figure");
    for width in [520.0, 310.0] {
        set_width(&place, width);
        settled().await;
        let view_box = drawing.get_attribute("viewBox").unwrap();
        let expected = format!("0 0 {} ", figure.client_width());
        assert!(view_box.starts_with(&expected), "{view_box} in {expected}");
    }
}

#[wasm_bindgen_test]
async fn the_table_is_there_when_it_is_opened() {
    let (place, _handle) = mounted(|| {
        let table = Signal::derive(table);
        view! { <StripChart rows=Signal::derive(rows) label="Elk een derde" table /> }
    });
    settled().await;
    assert!(place.query_selector("table").unwrap().is_none(), "closed");
    find(&place, "summary").click();
    settled().await;
    assert_eq!(find(&place, "tbody tr").text_content().unwrap(), "Klanten1");
}
