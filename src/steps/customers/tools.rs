//! Above the grid: search, filters with counts, and the way to the weights and limits.

use std::sync::Arc;

use abc_core::classify::summary::Summary;
use abc_core::customers::Class;
use leptos::prelude::*;
use leptos::task::spawn_local_scoped;

use super::list_file::List;
use super::rows::rows_in;
use super::screen::Screen;
use crate::components::{Button, Checkbox, Disclosure, FilterTab, FilterTabs, Input, InputKind};
use crate::i18n::{self, Locale, catalog::CustomersTexts};
use crate::platform::{page, viewport};
use crate::state::session::{Column, Filter, Sort, Warning};

/// Search, filters, and the button of the drawer.
#[component]
pub(super) fn Tools() -> impl IntoView {
    let locale = i18n::locale();
    let texts = &locale.catalog().customers;
    let screen = Screen::expect();
    let session = screen.session;
    let tabs = Memo::new(move |_| tabs_of(&screen.sums.get(), session.filter.get(), texts));
    let toggle = move |()| {
        if session.is_drawer_open.get_untracked() {
            session.is_drawer_open.set(false);
        } else {
            screen.open_drawer();
            viewport::focus_after(".customers__side h2");
        }
    };
    let pick = move |()| {
        if screen.picked.is_picking.get_untracked() {
            screen.picked.clear();
        } else {
            screen.picked.is_picking.set(true);
        }
    };
    let download = move |()| {
        let list = list_of(screen, locale);
        spawn_local_scoped(async move {
            let pieces = list.csv().await;
            // A refused download shows in the browser itself.
            let _ = page::download(texts.file_name, "text/csv", &pieces);
        });
    };
    view! {
        <div class="tools">
            <div class="tools__search">
                <Input
                    label=texts.search
                    placeholder=texts.search
                    kind=InputKind::Search
                    label_hidden=true
                    value=session.search
                    on_input=move |typed| session.search.set(typed)
                />
            </div>
            <FilterTabs
                label=texts.filter_by
                tabs
                selected=session.filter
                on_select=move |filter| session.filter.set(filter)
            />
            <Columns/>
            <span class="tools__end">
                <Button on_press=download hint=Signal::stored(texts.download_how.to_owned())>
                    {texts.download}
                </Button>
                <Button on_press=pick pressed=Signal::from(screen.picked.is_picking)>
                    {texts.pick}
                </Button>
                <Button on_press=toggle expanded=Signal::from(session.is_drawer_open)>
                    {texts.limits}
                </Button>
            </span>
        </div>
    }
}

/// The filters with their counts, that which is on among them.
fn tabs_of(sums: &Summary, filter: Filter, texts: &CustomersTexts) -> Vec<FilterTab<Filter>> {
    let n = sums.total.n + sums.n_unclassified;
    let all = FilterTab {
        value: Filter::All,
        text: (texts.filter_all)(n),
    };
    let classes = Class::ALL.map(|class| FilterTab {
        value: Filter::Class(class),
        text: (texts.filter_class)(class, sums.class(class).n),
    });
    let n_unclassified = sums.n_unclassified;
    let unclassified = (n_unclassified > 0).then(|| FilterTab {
        value: Filter::Unclassified,
        text: (texts.filter_unclassified)(n_unclassified),
    });
    let special = special_name(filter, texts).map(|name| FilterTab {
        value: filter,
        text: name.to_owned(),
    });
    std::iter::once(all)
        .chain(classes)
        .chain(unclassified)
        .chain(special)
        .collect()
}

/// Who is picked, in the order of the list and then those that it does not show; else all that it shows.
fn list_of(screen: Screen, locale: Locale) -> List {
    let listing = screen.listing.get_untracked();
    let mut picked = screen.picked.who.get_untracked();
    let is_all = picked.is_empty();
    let shown = rows_in(&listing.lines);
    let mut rows: Vec<u32> = shown.filter(|row| is_all || picked.remove(row)).collect();
    rows.extend(picked);
    List {
        outcome: Arc::clone(&listing.outcome),
        certain: screen.certainty.found.get_untracked(),
        rows,
        locale,
    }
}

/// Which columns the grid has.
#[component]
fn Columns() -> impl IntoView {
    let texts = &i18n::catalog().customers;
    let screen = Screen::expect();
    let (shown, sort) = (screen.columns, screen.session.sort);
    let toggle = move |column: Column, is_on: bool| {
        let is_now = |other: &Column| {
            (*other == column && is_on)
                || (*other != column && shown.with_untracked(|shown| shown.contains(other)))
        };
        shown.set(Column::ALL.into_iter().filter(is_now).collect());
        // An order by what nobody sees would look like none.
        if !is_on && sort.with_untracked(|sort| sort.column == column) {
            sort.set(Sort::default());
        }
    };
    let boxes = Column::ALL
        .into_iter()
        .zip(texts.columns)
        .filter(|(column, _)| !column.is_fixed())
        .map(|(column, label)| {
            view! {
                <Checkbox
                    label
                    checked=Signal::derive(move || shown.with(|shown| shown.contains(&column)))
                    on_change=move |is_on| toggle(column, is_on)
                />
            }
        })
        .collect_view();
    view! {
        <div class="tools__columns">
            <Disclosure summary=texts.choose_columns>
                <div class="tools__boxes">{boxes}</div>
            </Disclosure>
        </div>
    }
}

/// The name of a filter that has no tab of its own; it is there while it is on.
fn special_name(filter: Filter, texts: &CustomersTexts) -> Option<&'static str> {
    let [big, loud, nice] = texts.warning_names;
    match filter {
        Filter::All | Filter::Class(_) | Filter::Unclassified => None,
        Filter::Loss => Some(texts.filter_loss),
        Filter::Warned(Warning::Big) => Some(big),
        Filter::Warned(Warning::Loud) => Some(loud),
        Filter::Warned(Warning::Nice) => Some(nice),
        Filter::Open => Some(texts.filter_open),
        Filter::Fitting => Some(texts.filter_fitting),
        Filter::BigNotA => Some(texts.filter_big),
        Filter::NearA => Some(texts.filter_near),
        Filter::Shaky => Some(texts.filter_shaky),
        Filter::Surprise => Some(texts.filter_surprise),
    }
}
