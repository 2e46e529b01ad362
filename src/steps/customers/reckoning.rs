//! How far it is reckoned how sure the classes are, and the way to stop that or to have it done.

use leptos::prelude::*;

use super::screen::Screen;
use crate::i18n;
use crate::state::certainty::Reckoning;

/// A line while there is something to stop or to begin again; nothing when the answer is there, nor for
/// work that is done before anybody could read the line.
#[component]
pub(super) fn ReckoningLine() -> impl IntoView {
    let texts = &i18n::catalog().certainty;
    let certainty = Screen::expect().certainty;
    let words = Memo::new(move |_| match certainty.reckoning.get() {
        Reckoning::Rests | Reckoning::Busy(0) => None,
        Reckoning::Busy(percent) => Some((texts.reckoning)(percent)),
        Reckoning::Stopped => Some(texts.stopped.to_owned()),
        Reckoning::Failed => Some(texts.failed.to_owned()),
    });
    // Apart from the words, which change under the pointer.
    let is_busy = Memo::new(move |_| matches!(certainty.reckoning.get(), Reckoning::Busy(_)));
    let press = move |_| {
        if is_busy.get_untracked() {
            certainty.stop();
        } else {
            certainty.resume();
        }
    };
    view! {
        <Show when=move || words.with(Option::is_some)>
            <p class="note">
                {move || words.get()}
                " "
                <button class="say-link" on:click=press>
                    {move || if is_busy.get() { texts.stop } else { texts.resume }}
                </button>
            </p>
        </Show>
    }
}
