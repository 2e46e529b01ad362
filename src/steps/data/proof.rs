//! Nothing leaves the browser: said with the browser's own count, and with the way to check it.

use leptos::prelude::*;

use crate::components::{Icon, IconName};
use crate::i18n;
use crate::platform::page;
use crate::state::SessionState;
use crate::steps::sentence::Sentence;

/// The page locks itself a moment after the app has started; this often the sentence looks again.
const LOOK_EVERY_MS: u32 = 200;
/// After this many looks the browser is taken not to count.
const LOOKS: usize = 100;

/// The sentence, and the way to 'Where is my data?'.
#[component]
pub(super) fn Proof() -> impl IntoView {
    let texts = &i18n::catalog().data;
    let session = SessionState::expect();
    let n_requests = LocalResource::new(|| async {
        for _ in 0..LOOKS {
            if let Some(n) = page::requests_since_lock() {
                return Some(n);
            }
            page::wait(LOOK_EVERY_MS).await;
        }
        None
    });
    let spans = Signal::derive(move || (texts.stays_here)(n_requests.get().flatten()));
    let open_where = move || session.is_where_open.set(true);
    view! {
        <p class="proof">
            <Icon name=IconName::Check/>
            <span>
                <Sentence spans on_link=move |_| open_where()/>
                <button class="say-link" on:click=move |_| open_where()>
                    {texts.check_yourself}
                </button>
            </span>
        </p>
    }
}
