//! A sentence of the page with its evidence, read or edited.

use leptos::prelude::*;

use crate::charts::EvidenceChart;
use crate::components::{Button, TextArea};
use crate::i18n::{self, Span, text_of};
use crate::state::ProjectState;
use crate::state::actions::ideal::edit_sentence;
use crate::steps::sentence::Sentence;

use super::lines::{Beside, Line};

/// One row of the page. A sentence that was left out is shown only while editing.
#[component]
pub(super) fn SentenceRow(
    /// The sentence as we would say it.
    line: Memo<Option<Line>>,
    /// Whether the page is being edited.
    is_editing: Signal<bool>,
    /// Called with the target of a link.
    on_link: Callback<&'static str>,
) -> impl IntoView {
    let texts = &i18n::catalog().ideal;
    let project = ProjectState::expect();
    let edited = Memo::new(move |_| {
        let line = line.get()?;
        project.get().page_edits.get(&line.key).cloned()
    });
    let is_shown = move || is_editing.get() || edited.get().is_none_or(|text| !text.is_empty());
    let spans = Signal::derive(move || match edited.get() {
        Some(text) => vec![Span::Plain(text)],
        None => line.get().map(|line| line.sentence).unwrap_or_default(),
    });
    let beside = move || line.get().map(|line| line.beside).unwrap_or_default();
    // The owner's words keep the figures of when they were written.
    let stale = Memo::new(move |_| {
        let (text, line) = (edited.get()?, line.get()?);
        let ours = text_of(&line.sentence);
        let known: Vec<&str> = numbers_in(&ours).collect();
        let is_stale = numbers_in(&text).any(|number| !known.contains(&number));
        is_stale.then_some(ours)
    });
    view! {
        <Show when=is_shown>
            <div class="claim">
                <div class="claim__say">
                    <Show
                        when=move || is_editing.get()
                        fallback=move || {
                            view! {
                                <p class="lead">
                                    <Sentence spans on_link/>
                                </p>
                                {move || {
                                    stale.get().map(|now| view! { <p class="note">{(texts.now_says)(&now)}</p> })
                                }}
                            }
                        }
                    >
                        <Editor line edited/>
                    </Show>
                </div>
                <div class="claim__beside">
                    {move || {
                        beside().into_iter().map(|beside| view! { <Evidenced beside on_link/> }).collect_view()
                    }}
                </div>
            </div>
        </Show>
    }
}

/// The numbers of a text as they are written: `29.992`, `6`.
fn numbers_in(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','));
    parts
        .map(|part| part.trim_matches(['.', ',']))
        .filter(|part| !part.is_empty())
}

#[component]
fn Editor(line: Memo<Option<Line>>, edited: Memo<Option<String>>) -> impl IntoView {
    let texts = &i18n::catalog().ideal;
    let project = ProjectState::expect();
    let ours = move || line.with(|line| line.as_ref().map(|line| text_of(&line.sentence)));
    let key = move || line.with_untracked(|line| line.as_ref().map(|line| line.key.clone()));
    let about = Signal::derive(move || {
        let about = line.with(|line| line.as_ref().map(|line| line.about.clone()));
        (texts.sentence_about)(&about.unwrap_or_default())
    });
    let value = Signal::derive(move || edited.get().or_else(ours).unwrap_or_default());
    let is_too_long = RwSignal::new(false);
    let set = move |text: Option<String>| {
        if let Some(key) = key() {
            is_too_long.set(edit_sentence(project, &key, text).is_err());
        }
    };
    let on_change = move |text: String| {
        let text = text.trim().to_owned();
        let is_ours = ours().is_some_and(|ours| ours == text);
        set((!is_ours).then_some(text));
    };
    let put_back = move |()| set(None);
    let error = Signal::derive(move || is_too_long.get().then(|| texts.too_long.to_owned()));
    let whose = move || match edited.get() {
        Some(text) if text.is_empty() => texts.left_out,
        _ => texts.own_words,
    };
    view! {
        <TextArea label=about value on_change rows=2 label_hidden=true error/>
        <Show when=move || edited.get().is_some()>
            <p class="line">
                <span class="note">{whose}</span>
                <Button on_press=put_back>{texts.put_back}</Button>
            </p>
        </Show>
    }
}

#[component]
fn Evidenced(beside: Beside, on_link: Callback<&'static str>) -> impl IntoView {
    let locale = i18n::locale();
    let texts = &locale.catalog().ideal;
    let label = beside.text(locale);
    let verdict = beside.verdict.map(|verdict| {
        let (word, rest) = (texts.verdict)(verdict);
        view! {
            <b class="claim__verdict" data-verdict=verdict_code(verdict)>
                {word}
            </b>
            {rest}
        }
    });
    view! {
        {beside.chart.map(|evidence| view! { <EvidenceChart evidence label/> })}
        <p class="note">
            {verdict}
            <Sentence spans=Signal::stored(beside.text) on_link/>
        </p>
    }
}

fn verdict_code(verdict: abc_core::profile::Verdict) -> &'static str {
    use abc_core::profile::Verdict;
    match verdict {
        Verdict::Strong => "strong",
        Verdict::Hint => "hint",
        Verdict::None => "none",
        Verdict::TooFew => "few",
    }
}
