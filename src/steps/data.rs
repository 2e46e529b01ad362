//! Data: Start while it is empty; then the file with its account, its questions, its columns, the costs.

mod accounts;
mod ask;
mod columns;
mod costs;
mod join_question;
mod joins;
mod letter_dialog;
mod names_dialog;
mod notices;
mod paste_dialog;
mod proof;
mod question;
mod source_card;
mod start;
mod you_get;

use abc_core::customers::{Customer, Grade};
use abc_core::date::MONTHS_A_YEAR;
use abc_core::money::Cents;
use abc_core::project::Project;
use leptos::prelude::*;

use crate::components::{FileDrop, Opening, Section};
use crate::i18n;
use crate::i18n::catalog::data::OpeningSaid;
use crate::platform::location::{self, Step};
use crate::platform::{File, viewport};
use crate::state::actions::data::DataActions;
use crate::state::actions::keep;
use crate::state::session::Sought;
use crate::state::{Derived, ProjectState, SessionState};
use crate::steps::place::{FILES_ID, NAMES_ID, still_open, whose_and_when};
use crate::steps::sentence::Sentence;
use columns::Columns;
use costs::Costs;
use joins::Joins;
use letter_dialog::{LetterDialog, LetterLink};
use names_dialog::NamesDialog;
use notices::Notices;
use paste_dialog::PasteDialog;
use proof::Proof;
use question::Questions;
use source_card::SourceCards;
use start::Start;

/// The place where data comes in.
#[component]
pub fn DataStep() -> impl IntoView {
    let project = ProjectState::expect();
    let is_empty = Memo::new(move |_| project.has_no_files());
    view! {
        {move || if is_empty.get() { view! { <Start/> }.into_any() } else { view! { <Loaded/> }.into_any() }}
        <PasteDialog/>
        <NamesDialog/>
        <LetterDialog/>
    }
}

/// Opens all that was dropped or picked.
fn open_all(actions: DataActions) -> Callback<Vec<File>> {
    Callback::new(move |files: Vec<File>| actions.open(files))
}

fn is_guessed(customer: &Customer) -> bool {
    customer.revenue.is_some() && customer.revenue_grade == Grade::Assumed
}

#[component]
fn Loaded() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().data, locale.format());
    let shell = &locale.catalog().shell;
    let project = ProjectState::expect();
    let session = SessionState::expect();
    let actions = DataActions::expect();
    let outcome = Derived::expect().outcome;
    let spans = Signal::derive(move || {
        let now = project.get();
        let revenues = now.customers.iter().filter_map(|c| c.revenue);
        let revenue = revenues.reduce(Cents::saturating_add);
        let is_about = now.customers.iter().any(is_guessed);
        let money = |euros: f64| {
            if is_about {
                (texts.about)(&format.rounded_money(euros))
            } else {
                format.money_whole(euros)
            }
        };
        // Customers shows it per year.
        let model = &now.cost_model;
        let months = model
            .known_months()
            .filter(|months| *months != MONTHS_A_YEAR);
        let a_year = revenue.map(|revenue| money(revenue.euros() * model.per_year()));
        let mut spans = (texts.opening)(&OpeningSaid {
            customers: format.count(now.customers.len()),
            revenue: revenue.map(|revenue| money(revenue.euros())),
            scaled: months.zip(a_year),
            is_ledger: is_ledger(&now),
        });
        spans.extend(still_open(&now, locale));
        spans
    });
    let on_link = move |target: &'static str| match target {
        "customers" => {
            session.sought.set(Some(Sought::List));
            location::go(Step::Customers);
        }
        "names" => viewport::bring_to_top(NAMES_ID),
        "refused" => viewport::bring_to_top(FILES_ID),
        other => crate::platform::page::focus(other),
    };
    // Its amounts are those of the files, not yet brought to 12 months.
    let place = Memo::new(move |_| {
        whose_and_when(&project.get(), locale)
            .into_iter()
            .flatten()
            .collect()
    });
    let so_far = Memo::new(move |_| {
        outcome.with(|outcome| {
            if outcome.project.has_revenue() {
                outcome
                    .is_revenue_alone()
                    .then(|| (texts.only_revenue)(outcome.is_revenue_guessed()))
            } else {
                Some(texts.no_revenue.to_owned())
            }
        })
    });
    let so_far = move || {
        let text = so_far.get()?;
        Some(view! { <p class="opening__more">{text}</p> })
    };
    view! {
        <Opening place>
            <Sentence spans on_link/>
        </Opening>
        {so_far}
        <Notices/>
        <Questions/>
        <SourceCards/>
        <Columns/>
        <Joins/>
        <Costs/>
        <Section heading=texts.drop_another>
            <FileDrop pick=texts.choose_file on_files=open_all(actions) multiple=true small=true>
                <button class="button" on:click=move |_| session.is_paste_open.set(true)>
                    {texts.paste_list}
                </button>
                <button class="button" on:click=move |_| session.is_names_open.set(true)>
                    {locale.catalog().names.title}
                </button>
            </FileDrop>
            <LetterLink/>
            <Proof/>
            <p class="line">
                <button class="button" on:click=move |_| {
                    keep::save_copy(project);
                }>{shell.save_copy}</button>
                <button class="button" on:click=move |_| session.is_where_open.set(true)>
                    {shell.where_title}
                </button>
            </p>
        </Section>
    }
}

/// Whether the revenue of the customers is that of a ledger, to the cent.
fn is_ledger(project: &Project) -> bool {
    let of_customers: Cents = project.customers.iter().filter_map(|c| c.revenue).sum();
    let all = of_customers.saturating_add(project.joined.unassigned.revenue);
    let mut books = project
        .sources()
        .filter_map(|source| source.books.as_deref());
    books.any(|books| books.revenue_cents == all)
}
