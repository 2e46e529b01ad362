//! The app around `abc_core`: state, words, screens.
//!
//! Who may import whom goes one way: `platform` and `i18n` <- `state` <- `steps` <- `app`; `components` and
//! `charts` know nothing of ours but numbers and props. `tests/tidy.rs` checks it.
#![allow(
    unreachable_pub,
    reason = "the component macro makes what it generates public"
)]

pub mod app;
pub mod charts;
pub mod components;
pub mod i18n;
pub mod platform;
pub mod state;
pub mod steps;
