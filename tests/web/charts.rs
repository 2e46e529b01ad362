//! Charts are laid out at the width they get, and hold their numbers in words.

use abc_core::chart::{MatrixCounts, MatrixLabels, StripRow};
use kernklant::charts::{ChartTable, MatrixChart, StripChart};
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

#[wasm_bindgen_test]
async fn a_matrix_says_its_numbers_and_colours_only_who_is_there() {
    let counts = RwSignal::new(MatrixCounts {
        both: [[4, 1, 0], [0, 20, 0], [0, 2, 3]],
        arrived: [0, 5, 0],
        gone: [0, 0, 1],
    });
    let (place, _handle) = mounted(move || {
        let labels = MatrixLabels {
            rows: ["was A", "was B", "was C", "nieuw"].map(str::to_owned),
            columns: ["nu A", "nu B", "nu C", "weg"].map(str::to_owned),
        };
        let label = Signal::derive(move || format!("{} van 30", counts.get().both[2][1]));
        let table = Signal::derive(table);
        view! { <MatrixChart counts labels label title=|| "3 van de 30 wisselden" table /> }
    });
    settled().await;
    let drawing = find(&place, "svg[role='img'][aria-label='2 van 30']");
    assert_eq!(
        find(&place, "figcaption").text_content().unwrap(),
        "3 van de 30 wisselden"
    );
    let texts = || -> Vec<String> {
        let found = drawing
            .query_selector_all("text[text-anchor='middle']")
            .unwrap();
        let nodes = (0..found.length()).filter_map(|at| found.item(at));
        nodes.filter_map(|node| node.text_content()).collect()
    };
    let numbers = || -> Vec<usize> {
        texts()
            .iter()
            .filter_map(|text| text.parse().ok())
            .collect()
    };
    assert_eq!(numbers(), [4, 1, 0, 0, 0, 20, 0, 0, 0, 2, 3, 1, 0, 5, 0]);
    let filled = || {
        drawing
            .query_selector_all("rect[fill-opacity]")
            .unwrap()
            .length()
    };
    assert_eq!(filled(), 5, "who stayed or moved, where there is anybody");

    counts.update(|counts| counts.both[0] = [5, 0, 0]);
    settled().await;
    assert!(numbers().starts_with(&[5, 0]));
    assert_eq!(filled(), 4);

    find(&place, "summary").click();
    settled().await;
    assert_eq!(find(&place, "tbody tr").text_content().unwrap(), "Klanten1");
}
