use crate::platform::location::Step;

/// Texts around every screen: bar, places, 'Where is my data?', storage.
pub struct ShellTexts {
    pub brand: &'static str,
    pub skip: &'static str,
    pub places: &'static str,
    /// Names of the places, in the order of `Step::ALL`.
    pub place_names: [&'static str; 3],
    pub nothing_saved: &'static str,
    pub saving: &'static str,
    /// Hour and minute of the last save.
    pub saved_at: fn(u8, u8) -> String,
    pub not_saved: &'static str,
    /// What would be undone, if anything.
    pub undo: fn(Option<&'static str>) -> String,
    /// What would be redone, if anything.
    pub redo: fn(Option<&'static str>) -> String,
    pub change_import: &'static str,
    pub change_sample: &'static str,
    pub change_remove: &'static str,
    pub change_join: &'static str,
    pub change_open_copy: &'static str,
    pub change_mapping: &'static str,
    pub change_rating: &'static str,
    pub change_answer: &'static str,
    pub change_estimate: &'static str,
    pub change_remark: &'static str,
    pub change_upgrade: &'static str,
    pub change_override: &'static str,
    pub change_policy: &'static str,
    pub change_cost_model: &'static str,
    pub change_page: &'static str,
    pub change_prospects: &'static str,
    pub change_guess: &'static str,
    pub change_last_time: &'static str,
    pub change_review: &'static str,
    pub theme_system: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub language_code: &'static str,
    /// Written in the other language.
    pub other_language: &'static str,
    pub close: &'static str,
    pub where_title: &'static str,
    pub where_text: &'static str,
    pub where_kept: &'static str,
    /// Bytes in local storage and in the database.
    pub kept: fn(&str, &str) -> String,
    pub where_requests: &'static str,
    pub not_counted: &'static str,
    pub where_check: &'static str,
    pub where_best_effort: &'static str,
    pub save_copy: &'static str,
    pub wipe: &'static str,
    pub wipe_ask: &'static str,
    pub wipe_yes: &'static str,
    pub wipe_no: &'static str,
    pub storage_full: &'static str,
    pub storage_blocked: &'static str,
    pub storage_changed_elsewhere: &'static str,
    pub storage_wiped_elsewhere: &'static str,
    pub storage_newer: &'static str,
    pub take_over: &'static str,
    pub storage_refused: &'static str,
    pub storage_other: &'static str,
    pub recovered_older: &'static str,
    pub recovered_none: &'static str,
}

impl ShellTexts {
    /// The name of a place.
    pub fn place(&self, step: Step) -> &'static str {
        let [data, customers, ideal] = self.place_names;
        match step {
            Step::Data => data,
            Step::Customers => customers,
            Step::Ideal => ideal,
        }
    }
}
