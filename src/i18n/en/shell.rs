use crate::i18n::catalog::ShellTexts;

pub(super) const TEXTS: ShellTexts = ShellTexts {
    brand: "Kernklant",
    skip: "Skip to content",
    places: "Places",
    place_names: ["Data", "Customers", "Ideal customer"],
    nothing_saved: "Nothing saved yet",
    saving: "Saving…",
    saved_at: |hour, minute| format!("Saved on this device, {hour:02}:{minute:02}"),
    not_saved: "Not saved: see why",
    undo: |change| match change {
        Some(change) => format!("Undo: {change} (Ctrl Z)"),
        None => "Undo (Ctrl Z)".to_owned(),
    },
    redo: |change| match change {
        Some(change) => format!("Redo: {change} (Ctrl Y)"),
        None => "Redo (Ctrl Y)".to_owned(),
    },
    change_import: "reading a file",
    change_sample: "opening the sample",
    change_remove: "removing a file",
    change_join: "joining",
    change_open_copy: "opening a copy",
    change_mapping: "reading differently",
    change_rating: "rating",
    change_answer: "answer",
    change_remark: "remark",
    change_override: "class by hand",
    change_policy: "weights and limits",
    change_cost_model: "costs",
    change_page: "editing a sentence",
    change_prospects: "editing the prospects",
    theme_system: "Light or dark: as your system",
    theme_light: "Light or dark: light",
    theme_dark: "Light or dark: dark",
    language_code: "EN",
    other_language: "EN, English. Naar het Nederlands",
    close: "Close",
    where_title: "Where is my data?",
    where_text: "In this browser, on this device, and nowhere else. Kernklant has no server that takes data. Once \
                 the page has loaded, it does not allow itself to send or fetch anything.",
    where_kept: "Kept on this device",
    kept: |local, indexed| format!("{local} in localStorage, {indexed} in IndexedDB"),
    where_requests: "Requests since the page was locked",
    not_counted: "this browser does not count them",
    where_check: "Check it yourself: open your browser's developer tools (F12), choose Network and use the app: \
                  nothing is added. Or switch the network off once the page has loaded; everything keeps working.",
    where_best_effort: "A browser may delete stored data, Safari after seven days without a visit. Save a copy of \
                        work you do not want to lose.",
    save_copy: "Save a copy",
    wipe: "Wipe everything",
    wipe_ask: "Everything that Kernklant keeps in this browser will be deleted: customers, figures, classes and \
               preferences. You cannot undo this.",
    wipe_yes: "Yes, wipe everything",
    wipe_no: "No, keep it",
    storage_full: "The browser's storage is full; your last change is in memory only. Save a copy, or make room \
                   and change something to try again.",
    storage_blocked: "The browser does not let this page keep anything. Everything works, but it is gone once you \
                      close the page. Save a copy.",
    storage_changed_elsewhere: "Another tab has saved something later; that stays, and nothing is overwritten from \
                                here. Save a copy of this tab, or reload the page.",
    storage_newer: "A newer version of Kernklant has saved something here; that stays. Reload the page.",
    take_over: "Go on saving here",
    storage_other: "Saving failed; your change is still in memory. Save a copy, then reload the page.",
    recovered_older: "The last saved version was damaged; this is the one before it. The damaged one was set aside.",
    recovered_none: "What was saved is damaged and could not be opened. It was set aside; open a copy if you have one.",
};
