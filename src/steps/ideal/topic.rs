//! What a header is about, so that its sentence reads like one; an unknown header is said as it is.

use crate::i18n::Locale;
use crate::i18n::catalog::ideal::Topic;

/// Dutch and English words of headers. The first topic that has a word of the header wins: who decides comes
/// before what they decide about.
const WORDS: [(Topic, [&[&str]; 2]); 5] = [
    (
        Topic::DecisionMaker,
        [&["beslisser"], &["decision", "decider"]],
    ),
    (
        Topic::Headcount,
        [
            &["medewerkers", "werknemers", "personeel", "fte"],
            &["employees", "staff", "headcount", "fte"],
        ],
    ),
    (
        Topic::Channel,
        [&["kanaal", "herkomst"], &["channel", "source"]],
    ),
    (
        Topic::Sector,
        [
            &["branche", "sector", "bedrijfstak"],
            &["sector", "industry"],
        ],
    ),
    (
        Topic::Region,
        [
            &["regio", "provincie", "plaats"],
            &["region", "province", "city"],
        ],
    ),
];

/// The topic of a header.
pub(super) fn topic_of(header: &str) -> Topic {
    found(header).map_or(Topic::Other, |(topic, _)| topic)
}

/// The topic of a header, and whether it is said in Dutch and in English.
fn found(header: &str) -> Option<(Topic, [bool; 2])> {
    let words: String = header
        .to_lowercase()
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let padded = format!(" {words} ");
    let is_in = |names: &[&str]| {
        let mut names = names.iter();
        names.any(|name| padded.contains(&format!(" {name} ")))
    };
    let mut topics = WORDS
        .iter()
        .map(|(topic, names)| (*topic, names.map(is_in)));
    topics.find(|(_, languages)| languages.contains(&true))
}

/// The header within a sentence: `Branche` becomes `branche`, `SBI-code` stays, and `decision_maker` is
/// `beslisser` to a Dutch reader.
pub(super) fn within_sentence(header: &str, locale: Locale) -> String {
    if let Some((topic, [is_dutch, is_english])) = found(header) {
        let is_readable = match locale {
            Locale::Nl => is_dutch,
            Locale::En => is_english,
        };
        if !is_readable {
            return (locale.catalog().ideal.topic)(topic).to_owned();
        }
    }
    let header = header.trim().replace('_', " ");
    let mut letters = header.chars();
    let (first, second) = (letters.next(), letters.clone().next());
    match first {
        Some(first) if !second.is_some_and(char::is_uppercase) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => header,
    }
}

#[cfg(test)]
mod tests {
    use super::{Locale, Topic, topic_of, within_sentence};

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
        for (header, dutch, english) in [
            ("Branche", "branche", "sector"),
            (" Regio ", "regio", "region"),
            ("Sector", "sector", "sector"),
            ("decision_maker", "beslisser", "decision maker"),
            ("SBI-code", "SBI-code", "SBI-code"),
            ("E", "e", "e"),
            ("", "", ""),
        ] {
            assert_eq!(within_sentence(header, Locale::Nl), dutch);
            assert_eq!(within_sentence(header, Locale::En), english);
        }
    }
}
