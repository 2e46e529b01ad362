//! Customers: the finding, three pictures and more on demand, what to look at first, and the grid with the explanation of
//! one customer beside it.

mod assumed;
mod attention;
mod by_revenue;
mod drawer;
mod extremes;
mod figures;
mod focus;
#[allow(
    clippy::large_types_passed_by_value,
    reason = "the place of the focus is a bundle of handles, copied as signals are"
)]
mod grid;
mod guessing;
mod hints;
mod list_file;
mod more;
mod opening;
mod panel;
mod picked;
mod pictures;
mod questions;
mod reckoning;
mod rows;
mod screen;
mod shared_out;
mod sure_chart;
mod surprises;
mod tools;

use leptos::prelude::*;

use crate::charts::SaveWords;
use crate::components::Section;
use crate::i18n;
use crate::state::effects;
use crate::state::session::Sought;
use crate::state::{SessionState, Turn};
use crate::steps::place::is_net;
use drawer::Drawer;
use grid::Grid;
use guessing::Guessing;
use hints::Hints;
use opening::Finding;
use panel::Explanation;
use picked::PickedBar;
use pictures::Pictures;
use screen::{InTurn, ROWS_ID, Screen};
use surprises::{SURPRISES_ID, Surprises};
use tools::Tools;

/// The place. While the owner guesses, nothing of the result is on it.
#[component]
pub fn CustomersStep() -> impl IntoView {
    let session = SessionState::expect();
    move || {
        if session.is_guessing.get() {
            view! { <Guessing/> }.into_any()
        } else {
            view! { <Classes/> }.into_any()
        }
    }
}

/// The finding, what to look at first, and the grid.
#[component]
fn Classes() -> impl IntoView {
    let texts = &i18n::catalog().customers;
    // Without revenue nobody has a class: there is nothing to draw, to ask or to be surprised by.
    let has_revenue = Screen::provide().has_revenue;
    provide_context(SaveWords {
        save: texts.save_picture,
        formats: texts.save_formats,
        names: texts.save_names,
        refused: texts.save_refused,
        file: texts.picture,
    });
    view! {
        <InTurn turn=Turn::Finding>
            <Finding/>
            <Show when=move || has_revenue.get()>
                <Pictures/>
                <Hints/>
                <InTurn turn=Turn::Questions>
                    <Surprises/>
                </InTurn>
            </Show>
        </InTurn>
        <InTurn turn=Turn::Rows>
            <Rows/>
        </InTurn>
    }
}

/// The grid with what is beside and above it.
#[component]
fn Rows() -> impl IntoView {
    let texts = &i18n::catalog().customers;
    let screen = Screen::expect();
    let session = screen.session;
    let is_explained = Memo::new(move |_| session.selected.get().is_some());
    let has_side = move || is_explained.get() || session.is_drawer_open.get();
    effects::begin_at_what_is_sought(screen.turns, session, |sought| match sought {
        Sought::List => ROWS_ID,
        Sought::Surprises => SURPRISES_ID,
    });
    let is_empty = move || screen.listing.with(|listing| listing.lines.is_empty());
    let months = Memo::new(move |_| screen.project.get().cost_model.known_months());
    let is_net = Memo::new(move |_| is_net(&screen.project.get()));
    let amounts = move || (texts.amounts_note)(months.get(), is_net.get());
    let note = move || {
        view! {
            <span class="note">
                {texts.contribution_is} {amounts} <span class="est">{texts.underlined}</span> {texts.is_estimated}
            </span>
        }
    };
    view! {
        <Section heading=texts.all_customers end=note>
            <div id=ROWS_ID tabindex="-1" class="customers__tools">
                <Tools/>
            </div>
            <div class="customers" data-side=move || has_side().then_some("")>
                <div class="fits">
                    <Grid/>
                    <Show when=is_empty>
                        <p class="note customers__none">{texts.nothing_found}</p>
                    </Show>
                </div>
                <Show when=move || is_explained.get()>
                    <Explanation/>
                </Show>
                <Show when=move || session.is_drawer_open.get()>
                    <Drawer/>
                </Show>
            </div>
            <PickedBar/>
        </Section>
    }
}
