use crate::i18n::catalog::NotesTexts;
use crate::i18n::catalog::notes::PastWords;
use crate::i18n::{Locale, Span, plain, strong};

pub(super) const TEXTS: NotesTexts = NotesTexts {
    title: "Notities",
    label: "Notitie",
    privacy: "Telt niet mee voor de klasse. Kan een persoonsgegeven zijn: alleen feiten, geen oordeel. Blijft op dit apparaat en in kopieën die je bewaart.",
    too_long: |n, most| {
        let count = |n| Locale::Nl.format().count(n);
        format!(
            "Dit zijn {} tekens; er passen er {}. Kort de notitie in, anders wordt ze niet bewaard.",
            count(n),
            count(most)
        )
    },
    wipe: "Wis de notities",
    wipe_takes: "Ook ‘nooit tevreden’ en wat je eerder zette.",
    history: |n, is_full| {
        if is_full {
            format!("Eerder door jou gezet: de laatste {n}")
        } else {
            format!("Eerder door jou gezet: {n} keer")
        }
    },
    past,
};

fn past(past: &PastWords) -> Vec<Span> {
    let days = match (&past.from, &past.until) {
        (Some(from), Some(until)) if from == until => format!("op {from}"),
        (Some(from), Some(until)) => format!("van {from} tot {until}"),
        (Some(from), None) => format!("vanaf {from}"),
        (None, Some(until)) => format!("tot {until}"),
        (None, None) => String::new(),
    };
    let days = if days.is_empty() {
        days
    } else {
        format!(", {days}")
    };
    let computed = past
        .computed
        .map_or_else(String::new, |class| format!(" Berekend was {class}."));
    let note = if past.note.is_empty() {
        String::new()
    } else {
        format!(" ‘{}’", past.note)
    };
    vec![
        strong(format!("{}: {}", past.class, past.reason)),
        plain(format!("{days}.{computed}{note}")),
    ]
}
