//! A short text per channel, drawn from the profile, so that marketing aims at the ideal customer: the
//! owner makes it his own and copies it.

use abc_core::profile::{IdealProfile, Verdict};
use leptos::prelude::*;
use leptos::task::spawn_local_scoped;

use crate::components::{Button, DoneNotice, FilterTab, FilterTabs, Section, TextArea};
use crate::i18n::catalog::aim::{Channel, Described};
use crate::i18n::catalog::ideal::Topic;
use crate::i18n::{self, Locale};
use crate::platform::page::copy_text;
use crate::state::actions::ideal::edit_sentence;
use crate::state::{Derived, ProjectState};

use super::lines::shown;
use super::topic::{topic_of, within_sentence};

/// The section.
#[component]
pub(super) fn Briefs() -> impl IntoView {
    let locale = i18n::locale();
    let texts = &locale.catalog().aim;
    let profile = Derived::expect().profile;
    let drawn = Memo::new(move |_| profile.with(|profile| described(profile, locale)));
    let content = move || {
        let (came_by, traits): (Vec<Described>, _) = drawn
            .get()
            .into_iter()
            .partition(|said| said.topic == Topic::Channel);
        let came_by = came_by.first().map(|said| {
            view! { <p>{(texts.came_by)(&said.value, said.is_hint)}</p> }
        });
        let rest = if traits.is_empty() {
            view! { <p>{texts.briefs_none}</p> }.into_any()
        } else {
            let who = (texts.who)(&traits);
            view! { <Brief who/> }.into_any()
        };
        view! {
            {came_by}
            {rest}
        }
    };
    view! { <Section heading=texts.briefs>{content}</Section> }
}

/// What the headline of the profile says, trait by trait.
pub(super) fn described(profile: &IdealProfile, locale: Locale) -> Vec<Described> {
    let or = locale.catalog().ideal.or;
    let mut said: Vec<(usize, Described)> = Vec::new();
    let headline = &profile.headline;
    for idx in headline.is.iter().chain(&headline.often) {
        let named = profile.a.values.get(*idx).and_then(|evidence| {
            let column = profile.columns.get(evidence.trait_idx)?;
            Some((evidence, column, column.values.get(evidence.value_idx)?))
        });
        let Some((evidence, column, value)) = named else {
            continue;
        };
        let trait_idx = evidence.trait_idx;
        let topic = topic_of(&column.name);
        let value = shown(value, topic);
        if let Some((_, known)) = said.iter_mut().find(|(idx, _)| *idx == trait_idx) {
            known.value = format!("{} {or} {value}", known.value);
            continue;
        }
        let name = within_sentence(&column.name, locale);
        let is_hint = evidence.verdict == Verdict::Hint;
        let described = Described {
            topic,
            name,
            value,
            is_hint,
        };
        said.push((trait_idx, described));
    }
    said.into_iter().map(|(_, said)| said).collect()
}

/// The text of the chosen channel, to edit and to copy.
#[component]
fn Brief(who: String) -> impl IntoView {
    let texts = &i18n::catalog().aim;
    let ideal = &i18n::catalog().ideal;
    let project = ProjectState::expect();
    let channel = RwSignal::new(Channel::Referral);
    let is_too_long = RwSignal::new(false);
    let is_copied = RwSignal::new(None::<bool>);
    let who = StoredValue::new(who);
    let key = |channel: Channel| format!("brief:{}", channel.code());
    let ours = move |channel: Channel| who.with_value(|who| (texts.brief)(channel, who));
    let edited = Memo::new(move |_| project.get().page_edits.get(&key(channel.get())).cloned());
    let text = Signal::derive(move || edited.get().unwrap_or_else(|| ours(channel.get())));
    let set = move |text: Option<String>| {
        let edit = edit_sentence(project, &key(channel.get_untracked()), text);
        is_too_long.set(edit.is_err());
    };
    let on_change = move |typed: String| {
        let typed = typed.trim().to_owned();
        let is_own = !typed.is_empty() && typed != ours(channel.get_untracked());
        set(is_own.then_some(typed));
    };
    let choose = move |chosen: Channel| {
        channel.set(chosen);
        is_too_long.set(false);
        is_copied.set(None);
    };
    let copy = move |()| {
        let text = text.get_untracked();
        spawn_local_scoped(async move {
            is_copied.set(Some(copy_text(&text).await));
        });
    };
    let tabs = Channel::ALL.map(|channel| FilterTab {
        value: channel,
        text: (texts.channel)(channel).to_owned(),
    });
    let error = Signal::derive(move || is_too_long.get().then(|| ideal.too_long.to_owned()));
    view! {
        <FilterTabs
            label=texts.channels
            tabs=Signal::stored(tabs.to_vec())
            selected=channel
            on_select=choose
        />
        <TextArea
            label=Signal::derive(move || (texts.channel)(channel.get()).to_owned())
            value=text
            on_change
            rows=5
            label_hidden=true
            error
            hint=Signal::stored(texts.briefs_hint.to_owned())
        />
        <p class="line">
            <Button on_press=copy>{ideal.copy}</Button>
            <Show when=move || edited.get().is_some()>
                <Button on_press=move |()| set(None)>{ideal.put_back}</Button>
            </Show>
        </p>
        <DoneNotice is_done=is_copied done=texts.brief_copied failed=ideal.not_copied/>
    }
}
