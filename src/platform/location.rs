//! The place on screen, in the URL fragment, so that Back works.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// A place of the app, in the order of the talk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Step {
    /// Files, questions, costs; Start while it is empty.
    #[default]
    Data,
    /// Classes with their reasons.
    Customers,
    /// The ideal customer.
    Ideal,
}

impl Step {
    /// In the order of the talk.
    pub const ALL: [Self; 3] = [Self::Data, Self::Customers, Self::Ideal];

    /// The fragment, without `#`.
    pub fn fragment(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::Customers => "customers",
            Self::Ideal => "ideal",
        }
    }

    fn from_fragment(fragment: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|step| step.fragment() == fragment)
    }
}

/// The place that the URL names; `None` when it names none.
fn current() -> Option<Step> {
    let hash = web_sys::window()?.location().hash().ok()?;
    Step::from_fragment(hash.trim_start_matches('#'))
}

/// The place to start with. A URL that names none is made to name the first, so that Back from the second
/// has somewhere to go.
pub fn first() -> Step {
    current().unwrap_or_else(|| {
        let step = Step::default();
        let history = web_sys::window().and_then(|window| window.history().ok());
        if let Some(history) = history {
            let url = format!("#{}", step.fragment());
            // Without a history of its own the page works all the same.
            history
                .replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&url))
                .ok();
        }
        step
    })
}

/// Goes to a place; Back returns.
pub fn go(step: Step) {
    if let Some(window) = web_sys::window() {
        // A failure leaves the place as it is, which the page shows.
        window.location().set_hash(step.fragment()).ok();
    }
    to_top();
}

/// Scrolls to where a place begins.
pub fn to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Calls back whenever the fragment changes, until the owner is gone.
pub fn on_change(callback: impl Fn(Step) + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let listener = Closure::<dyn Fn()>::new(move || {
        if let Some(step) = current() {
            callback(step);
        }
    });
    let added =
        window.add_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref());
    if added.is_ok() {
        let listener = StoredValue::new_local(listener);
        on_cleanup(move || {
            listener.with_value(|listener| {
                window
                    .remove_event_listener_with_callback(
                        "hashchange",
                        listener.as_ref().unchecked_ref(),
                    )
                    .ok();
            });
        });
    }
}
