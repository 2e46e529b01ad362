//! The owner's own class, always with a reason; the computed class stays in sight.

use abc_core::customers::{Class, CustomerId};
use abc_core::project::{Notes, Override, OverrideReason, PastOverride};
use leptos::prelude::*;

use super::super::screen::{Entry, Screen, letter_of};
use super::strong_and_plain;
use crate::components::{
    Button, ButtonKind, Disclosure, Input, Klas, PanelPart, Select, SelectOption,
};
use crate::i18n::{self, catalog::notes::PastWords};
use crate::platform::{page, viewport};
use crate::state::actions::customers::override_class;
use crate::steps::sentence::Sentence;

/// What the focus goes to when the button that had it is gone.
const BUTTON: &str = ".panel [data-verdict] button";

/// The reasons that can be chosen, in the order of the method.
const REASONS: [OverrideReason; 6] = [
    OverrideReason::Network,
    OverrideReason::Strategic,
    OverrideReason::New,
    OverrideReason::Contract,
    OverrideReason::OwnFault,
    OverrideReason::Other,
];

#[component]
pub(super) fn Verdict(customer: u32) -> impl IntoView {
    let texts = &i18n::catalog().customers;
    let screen = Screen::expect();
    let by_hand = Memo::new(move |_| {
        let outcome = screen.derived.outcome.get();
        outcome
            .project
            .overrides
            .get(&CustomerId(customer))
            .cloned()
    });
    let is_asked = RwSignal::new(false);
    let content = move || {
        if let Some(by_hand) = by_hand.get() {
            view! { <Standing customer by_hand/> }.into_any()
        } else if is_asked.get() {
            view! { <Form customer is_asked/> }.into_any()
        } else {
            view! {
                <Button on_press=move |()| {
                    is_asked.set(true);
                    viewport::focus_when_lost(".panel [data-verdict] select");
                }>{texts.other_class}</Button>
            }
            .into_any()
        }
    };
    view! {
        <PanelPart heading=texts.verdict>
            <div class="flow" data-verdict="">{content}</div>
            <History customer/>
        </PanelPart>
    }
}

/// The classes that were set before, the last one first.
#[component]
fn History(customer: u32) -> impl IntoView {
    let locale = i18n::locale();
    let (catalog, format) = (locale.catalog(), locale.format());
    let project = Screen::expect().project;
    let past = Memo::new(move |_| {
        let project = project.get();
        let notes = project.notes.get(&CustomerId(customer));
        notes.map(|notes| notes.past.clone()).unwrap_or_default()
    });
    let line = move |past: &PastOverride| {
        let by_hand = &past.by_hand;
        let words = PastWords {
            class: by_hand.class,
            computed: by_hand.computed,
            reason: (catalog.customers.override_reason)(by_hand.reason),
            note: &by_hand.note,
            from: by_hand.date.map(|day| format.date(day)),
            until: past.until.map(|day| format.date(day)),
        };
        view! { <li>{strong_and_plain((catalog.notes.past)(&words))}</li> }
    };
    move || {
        let past = past.get();
        let n = past.len();
        (n > 0).then(|| {
            let summary = (catalog.notes.history)(n, n == Notes::MAX_PAST);
            let lines = past.iter().rev().map(line).collect_view();
            view! {
                <Disclosure summary>
                    <ul class="limits">{lines}</ul>
                </Disclosure>
            }
        })
    }
}

/// What was set, over which computed class, and the way back.
#[component]
fn Standing(customer: u32, by_hand: Override) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().customers, locale.format());
    let screen = Screen::expect();
    let computed = Memo::new(move |_| {
        let outcome = screen.derived.outcome;
        outcome.with(|outcome| Entry::of(outcome, customer).and_then(|entry| entry.found.computed))
    });
    let kept = StoredValue::new(by_hand.clone());
    // The reason was given for another computed class: asked again.
    let is_other = Memo::new(move |_| {
        let then = kept.with_value(|kept| kept.computed)?;
        computed
            .get()
            .filter(|now| *now != then)
            .map(|now| (then, now))
    });
    let keep = move |()| {
        let again = Override {
            date: page::today(),
            computed: computed.get_untracked(),
            ..kept.get_value()
        };
        let today = again.date;
        override_class(screen.project, CustomerId(customer), Some(again), today);
    };
    let asked_again = move || {
        is_other.get().map(|(then, now)| {
            let class = kept.with_value(|kept| kept.class);
            view! {
                <p class="line">
                    {(texts.was_computed)(then, now)}
                    <Button on_press=keep>{(texts.keep_class)(class)}</Button>
                </p>
            }
        })
    };
    let spans = Signal::derive(move || {
        let date = by_hand.date.map(|date| format.date(date));
        (texts.by_hand)(
            by_hand.class,
            (texts.override_reason)(by_hand.reason),
            &by_hand.note,
            date.as_deref(),
        )
    });
    let mark = move || {
        computed.get().map(|class| {
            let label = (texts.klas)(Some(class), false, None);
            view! { <Klas letter=Some(letter_of(class)) label/> }
        })
    };
    let take_back = move |()| {
        override_class(screen.project, CustomerId(customer), None, page::today());
        viewport::focus_when_lost(BUTTON);
    };
    view! {
        <p>
            <Sentence spans on_link=|_| ()/>
        </p>
        {asked_again}
        <p class="line">
            <span class="note">{texts.computed}</span>
            {mark}
            <Button on_press=take_back>{texts.take_back}</Button>
        </p>
    }
}

#[component]
fn Form(customer: u32, is_asked: RwSignal<bool>) -> impl IntoView {
    let catalog = i18n::catalog();
    let (texts, too_long_words) = (&catalog.customers, catalog.notes.too_long);
    let screen = Screen::expect();
    let now = screen.derived.outcome.with_untracked(|outcome| {
        Entry::of(outcome, customer).and_then(|entry| entry.found.computed)
    });
    // Nobody asks for the class that is already there.
    let class = RwSignal::new(if now == Some(Class::B) {
        Class::A
    } else {
        Class::B
    });
    let reason = RwSignal::new(None::<OverrideReason>);
    let note = RwSignal::new(String::new());
    let needs_note = move || {
        reason.get() == Some(OverrideReason::Other) && note.with(|note| note.trim().is_empty())
    };
    let too_long = Signal::derive(move || {
        note.with(|note| {
            let n_chars = note.chars().count();
            (!Notes::fits(note)).then(|| (too_long_words)(n_chars, Notes::MAX_CHARS))
        })
    });
    let is_incomplete = Signal::derive(move || {
        reason.get().is_none() || needs_note() || too_long.with(Option::is_some)
    });
    let class_options: Vec<SelectOption> = Class::ALL
        .into_iter()
        .filter(|class| Some(*class) != now)
        .map(|class| option(&class.to_string(), &class.to_string()))
        .collect();
    let reason_options: Vec<SelectOption> = std::iter::once(option("", texts.choose_reason))
        .chain(
            REASONS.map(|reason| option(&format!("{reason:?}"), (texts.override_reason)(reason))),
        )
        .collect();
    let on_class = move |code: String| {
        if let Some(chosen) = Class::ALL.into_iter().find(|own| own.to_string() == code) {
            class.set(chosen);
        }
    };
    let on_reason = move |code: String| {
        reason.set(REASONS.into_iter().find(|own| format!("{own:?}") == code));
    };
    let set = move |()| {
        let Some(reason) = reason.get_untracked() else {
            return;
        };
        let by_hand = Override {
            class: class.get_untracked(),
            reason,
            note: note.get_untracked().trim().to_owned(),
            date: page::today(),
            computed: now,
        };
        is_asked.set(false);
        viewport::focus_when_lost(BUTTON);
        let today = by_hand.date;
        override_class(screen.project, CustomerId(customer), Some(by_hand), today);
    };
    view! {
        <Select
            label=texts.new_class
            options=class_options
            value=Signal::derive(move || class.get().to_string())
            on_change=on_class
        />
        <Select
            label=texts.reason
            options=reason_options
            value=Signal::derive(move || {
                reason.get().map_or_else(String::new, |reason| format!("{reason:?}"))
            })
            on_change=on_reason
        />
        <Input
            label=texts.note
            value=note
            error=too_long
            on_input=move |typed| note.set(typed)
            hint=Signal::derive(move || {
                if needs_note() { texts.note_needed.to_owned() } else { String::new() }
            })
        />
        <p class="line">
            <Button kind=ButtonKind::Main on_press=set disabled=is_incomplete>
                {move || (texts.set_class)(class.get())}
            </Button>
            <Button kind=ButtonKind::Plain on_press=move |()| {
                is_asked.set(false);
                viewport::focus_when_lost(BUTTON);
            }>
                {texts.cancel}
            </Button>
        </p>
    }
}

fn option(value: &str, text: &str) -> SelectOption {
    SelectOption {
        value: value.to_owned(),
        text: text.to_owned(),
    }
}
