//! What the app knows, in three parts by responsibility, and what follows from it.
//!
//! `session` (being read, selected, typed: never saved), `project` (the saved document with undo) and
//! `preferences` (language, theme). `derived` holds what follows, `certainty` how sure it is. Only `actions` write the project; what is merely
//! selected or open is set where it is pressed.
//! State goes: event -> action -> pure function -> signal -> memo -> view; never view -> effect -> signal.
//! Everything here runs without a browser, except the actions that read files.

pub mod actions;
pub mod certainty;
pub mod derived;
pub mod effects;
pub mod fitting;
pub mod preferences;
pub mod project;
pub mod recognition;
pub mod sample;
pub mod session;
pub mod turns;

pub use certainty::CertaintyState;
pub use derived::Derived;
pub use preferences::PreferencesState;
pub use project::ProjectState;
pub use recognition::RecognitionState;
pub use session::SessionState;
pub use turns::{Turn, Turns};

#[cfg(test)]
mod tests;
