//! What a header is about, so that its sentence reads like one; an unknown header is said as it is.

use crate::i18n::catalog::ideal::Topic;

/// Words of Dutch and English headers. The first topic that has a word of the header wins: who decides
/// comes before what they decide about.
const WORDS: [(Topic, &[&str]); 5] = [
    (Topic::DecisionMaker, &["beslisser", "decision", "decider"]),
    (
        Topic::Headcount,
        &[
            "medewerkers",
            "werknemers",
            "personeel",
            "fte",
            "employees",
            "staff",
            "headcount",
        ],
    ),
    (Topic::Channel, &["kanaal", "herkomst", "channel", "source"]),
    (
        Topic::Sector,
        &["branche", "sector", "bedrijfstak", "industry"],
    ),
    (
        Topic::Region,
        &["regio", "provincie", "plaats", "region", "province", "city"],
    ),
];

/// The topic of a header.
pub(super) fn topic_of(header: &str) -> Topic {
    let words: String = header
        .to_lowercase()
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let padded = format!(" {words} ");
    WORDS
        .iter()
        .find(|(_, names)| {
            names
                .iter()
                .any(|name| padded.contains(&format!(" {name} ")))
        })
        .map_or(Topic::Other, |(topic, _)| *topic)
}

/// The header within a sentence: `Branche` becomes `branche`, `SBI-code` stays.
pub(super) fn within_sentence(header: &str) -> String {
    let header = header.trim();
    let mut letters = header.chars();
    let (first, second) = (letters.next(), letters.clone().next());
    match first {
        Some(first) if !second.is_some_and(char::is_uppercase) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => header.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Topic, topic_of, within_sentence};

    #[test]
    fn known_headers_have_a_topic() {
        for (header, topic) in [
            ("Branche", Topic::Sector),
            ("sector", Topic::Sector),
            ("Regio", Topic::Region),
            ("Kanaal", Topic::Channel),
            ("decision_maker", Topic::DecisionMaker),
            ("Aantal medewerkers", Topic::Headcount),
            ("FTE", Topic::Headcount),
            ("Abonnement", Topic::Other),
            ("Resourcegroep", Topic::Other),
            ("", Topic::Other),
        ] {
            assert_eq!(topic_of(header), topic, "{header}");
        }
    }

    #[test]
    fn headers_lose_their_capital_within_a_sentence() {
        for (header, expected) in [
            ("Branche", "branche"),
            (" Regio ", "regio"),
            ("SBI-code", "SBI-code"),
            ("E", "e"),
            ("", ""),
        ] {
            assert_eq!(within_sentence(header), expected);
        }
    }
}
