use crate::i18n::catalog::NotesTexts;
use crate::i18n::catalog::notes::PastWords;
use crate::i18n::{Locale, Span, plain, strong};

pub(super) const TEXTS: NotesTexts = NotesTexts {
    title: "Notes",
    label: "Note",
    privacy: "Does not count for the class. Can be personal data: facts only, no verdict. Stays on this device and in copies that you save.",
    too_long: |n, most| {
        let count = |n| Locale::En.format().count(n);
        format!(
            "These are {} characters; {} fit. Shorten the note, or it is not kept.",
            count(n),
            count(most)
        )
    },
    wipe: "Wipe the notes",
    wipe_takes: "“Never satisfied” and what you set before go too.",
    history: |n, is_full| match n {
        n if is_full => format!("Set by you before: the last {n}"),
        1 => "Set by you before: once".to_owned(),
        n => format!("Set by you before: {n} times"),
    },
    past,
};

fn past(past: &PastWords) -> Vec<Span> {
    let days = match (&past.from, &past.until) {
        (Some(from), Some(until)) if from == until => format!("on {from}"),
        (Some(from), Some(until)) => format!("from {from} until {until}"),
        (Some(from), None) => format!("from {from}"),
        (None, Some(until)) => format!("until {until}"),
        (None, None) => String::new(),
    };
    let days = if days.is_empty() {
        days
    } else {
        format!(", {days}")
    };
    let computed = past
        .computed
        .map_or_else(String::new, |class| format!(" Computed was {class}."));
    let note = if past.note.is_empty() {
        String::new()
    } else {
        format!(" “{}”", past.note)
    };
    vec![
        strong(format!("{}: {}", past.class, past.reason)),
        plain(format!("{days}.{computed}{note}")),
    ]
}
