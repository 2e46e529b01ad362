//! Focus and keys of the controls.

use kernklant::components::{Button, Dialog, FileDrop, Letter, LetterChoice, Rate};
use kernklant::platform::File;
use leptos::prelude::*;
use leptos::web_sys::HtmlDialogElement;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{cancel, drop_files, find, mounted, page, press, settled};

#[wasm_bindgen_test]
async fn a_dialog_takes_the_focus_and_gives_it_back_on_escape() {
    let (place, _handle) = mounted(|| {
        let (open, set_open) = signal(false);
        view! {
            <Button on_press=move |()| set_open.set(true)>"Open"</Button>
            <Dialog open title="Waar" close_label="Sluit" on_close=move |()| set_open.set(false)>
                <p>"Hier"</p>
            </Dialog>
        }
    });
    let opener = find(&place, "button");
    let dialog: HtmlDialogElement = find(&place, "dialog").unchecked_into();
    assert!(
        !dialog.text_content().unwrap().contains("Hier"),
        "no content while it is closed"
    );

    opener.focus().unwrap();
    opener.click();
    settled().await;
    assert!(dialog.open() && dialog.text_content().unwrap().contains("Hier"));
    assert!(
        dialog.contains(page().active_element().as_deref()),
        "the focus is inside"
    );

    cancel(&dialog);
    settled().await;
    assert!(!dialog.open());
    assert_eq!(
        page().active_element(),
        Some(opener.into()),
        "the focus is back"
    );
}

#[wasm_bindgen_test]
async fn a_rating_listens_to_one_to_five_and_delete() {
    let rating = RwSignal::new(Some(3));
    let (place, _handle) = mounted(move || {
        view! {
            <Rate
                value=rating
                label="Potentie"
                unknown="geef 1–5"
                on_change=move |new| rating.set(new)
            />
        }
    });
    let list = find(&place, "select[aria-label='Potentie']");
    for (key, ctrl, expected) in [
        ("4", false, Some(4)),
        ("7", false, Some(4)),
        ("2", true, Some(4)),
        ("Delete", false, None),
        ("1", false, Some(1)),
        ("Backspace", false, None),
    ] {
        press(&list, key, ctrl);
        settled().await;
        assert_eq!(rating.get_untracked(), expected, "after {key}");
        let shown = place.text_content().unwrap_or_default();
        assert_eq!(
            find(&place, ".rate").class_list().contains("rate--unknown"),
            expected.is_none()
        );
        assert!(
            shown.contains("geef 1–5"),
            "the way back to unknown stays in the list"
        );
    }
}

#[wasm_bindgen_test]
async fn dropped_files_are_handed_over_together_and_nothing_when_there_are_none() {
    let heard = RwSignal::new(Vec::<Vec<String>>::new());
    let (place, _handle) = mounted(move || {
        let on_files = move |files: Vec<File>| {
            heard.update(|heard| heard.push(files.iter().map(File::name).collect()));
        };
        view! { <FileDrop pick="Kies" on_files multiple=true /> }
    });
    let zone = find(&place, ".drop");
    drop_files(&zone, vec!["a.csv".to_owned(), "b.csv".to_owned()]);
    drop_files(&zone, Vec::new());
    settled().await;
    assert_eq!(heard.get_untracked(), [["a.csv", "b.csv"]]);
}

#[wasm_bindgen_test]
async fn a_letter_is_chosen_by_key_and_by_pointer_and_taken_back() {
    let letter = RwSignal::new(None);
    let n_typed = RwSignal::new(0);
    let (place, _handle) = mounted(move || {
        let on_change = move |new: Option<Letter>| letter.set(new);
        let on_typed = move |()| n_typed.update(|n| *n += 1);
        view! { <LetterChoice label="Bakker" id="letter".to_owned() value=letter on_change on_typed /> }
    });
    let group = find(&place, "[role='radiogroup'][aria-label='Bakker']");
    for (key, ctrl, expected, typed) in [
        ("a", false, Some(Letter::A), 1),
        ("C", false, Some(Letter::C), 2),
        ("b", true, Some(Letter::C), 2),
        ("x", false, Some(Letter::C), 2),
        ("Delete", false, None, 2),
    ] {
        press(&find(&place, "#letter"), key, ctrl);
        settled().await;
        let said = (letter.get_untracked(), n_typed.get_untracked());
        assert_eq!(said, (expected, typed), "after {key}");
    }
    find(&place, "#letter").click();
    settled().await;
    assert_eq!(letter.get_untracked(), Some(Letter::A));
    assert!(group.query_selector(":checked").unwrap().is_some());
    find(&place, "#letter").click();
    settled().await;
    assert_eq!(letter.get_untracked(), None, "a second press takes it back");
    assert!(group.query_selector(":checked").unwrap().is_none());
}
