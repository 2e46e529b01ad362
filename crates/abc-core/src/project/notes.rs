//! What the owner wrote down about a customer, and the classes that he set before.
//!
//! Both can be personal data: they are kept only as long as they say something, and wiped together.

use super::{Override, Project};
use crate::costs::OwnRating;
use crate::customers::CustomerId;
use crate::date::Date;
use crate::stats::order::sort_short_by_key;

/// The owner's notes about one customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// Free text, at most [`Notes::MAX_CHARS`] characters.
    pub text: String,
    /// Classes by hand that no longer hold, in the order in which they ended; at most
    /// [`Notes::MAX_PAST`], of which the oldest make room.
    pub past: Vec<PastOverride>,
}

/// A class by hand that no longer holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastOverride {
    /// As it was set.
    pub by_hand: Override,
    /// The day on which it was taken back or another one took its place; `None` when that day is unknown.
    pub until: Option<Date>,
}

impl Notes {
    /// The longest text, in characters: two pages.
    pub const MAX_CHARS: usize = 4_000;
    /// The most earlier classes that are kept.
    pub const MAX_PAST: usize = 50;

    /// Whether a text is short enough to be kept.
    pub fn fits(text: &str) -> bool {
        text.len() <= Self::MAX_CHARS || text.chars().count() <= Self::MAX_CHARS
    }

    /// Adds what was noted about another customer that turned out to be this one. The texts stand below
    /// each other; where that would be too long, the first one stays.
    pub(super) fn absorb(&mut self, other: Self) {
        let is_new = !other.text.is_empty() && other.text != self.text;
        if self.text.is_empty() {
            self.text = other.text;
        } else if is_new {
            let both = format!("{}\n{}", self.text, other.text);
            if Self::fits(&both) {
                self.text = both;
            }
        }
        self.past.extend(other.past);
        // Days that are unknown come first; what ended on one day keeps its order.
        sort_short_by_key(&mut self.past, |past| past.until);
        self.forget_oldest();
    }

    fn forget_oldest(&mut self) {
        let surplus = self.past.len().saturating_sub(Self::MAX_PAST);
        self.past.drain(..surplus);
    }
}

impl Project {
    /// Sets a class by hand, or frees it with `None`; the one that held until then goes to the notes.
    pub fn set_class(&mut self, id: CustomerId, by_hand: Option<Override>, today: Option<Date>) {
        let before = match by_hand {
            Some(by_hand) => self.overrides.insert(id, by_hand),
            None => self.overrides.remove(&id),
        };
        if let Some(by_hand) = before.filter(|before| Some(before) != self.overrides.get(&id)) {
            let notes = self.notes.entry(id).or_default();
            notes.past.push(PastOverride {
                by_hand,
                until: today,
            });
            notes.forget_oldest();
        }
    }

    /// Writes the note about a customer. False, and nothing changed, when it is too long.
    pub fn write_note(&mut self, id: CustomerId, text: &str) -> bool {
        let is_fit = Notes::fits(text);
        if is_fit {
            let notes = self.notes.entry(id).or_default();
            text.clone_into(&mut notes.text);
            if *notes == Notes::default() {
                self.notes.remove(&id);
            }
        }
        is_fit
    }

    /// Forgets what was noted about a customer: the text, the mark "never satisfied" and the classes by
    /// hand of before. The class that holds now stays, with its reason.
    pub fn wipe_notes(&mut self, id: CustomerId) {
        self.notes.remove(&id);
        if let Some(own) = self.ratings.get_mut(&id) {
            own.never_satisfied = false;
            if *own == OwnRating::default() {
                self.ratings.remove(&id);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::customers::{Class, Customer, Rating};
    use crate::project::OverrideReason;

    const ID: CustomerId = CustomerId(0);

    fn project() -> Project {
        Project::of_customers([Customer::default()])
    }

    fn by_hand(class: Class, note: &str) -> Override {
        Override {
            class,
            reason: OverrideReason::Strategic,
            note: note.to_owned(),
            date: None,
            computed: None,
        }
    }

    fn day(day: i8) -> Option<Date> {
        Date::new(2026, 11, day).ok()
    }

    #[test]
    fn a_class_that_no_longer_holds_is_kept_with_its_last_day() {
        let mut project = project();
        let [first, second] = [by_hand(Class::A, "first"), by_hand(Class::B, "second")];
        project.set_class(ID, Some(first.clone()), day(1));
        assert!(project.notes.is_empty());
        // The same again is no change.
        project.set_class(ID, Some(first.clone()), day(2));
        assert!(project.notes.is_empty());
        project.set_class(ID, Some(second.clone()), day(3));
        project.set_class(ID, None, day(4));
        project.set_class(ID, None, day(5));
        let past: Vec<_> = project.notes[&ID]
            .past
            .iter()
            .map(|past| (past.by_hand.clone(), past.until))
            .collect();
        assert_eq!(past, [(first, day(3)), (second, day(4))]);
        assert!(project.overrides.is_empty());
    }

    #[test]
    fn the_oldest_make_room() {
        let mut project = project();
        for number in 0..=Notes::MAX_PAST + 1 {
            let by_hand = by_hand(Class::A, &number.to_string());
            project.set_class(ID, Some(by_hand), day(1));
        }
        let past = &project.notes[&ID].past;
        assert_eq!(past.len(), Notes::MAX_PAST);
        assert_eq!(past[0].by_hand.note, "1");
    }

    #[test]
    fn a_note_that_is_too_long_is_refused_and_an_empty_one_is_not_kept() {
        let mut project = project();
        let longest = "ë".repeat(Notes::MAX_CHARS);
        assert!(project.write_note(ID, &longest));
        assert!(!project.write_note(ID, &format!("{longest}ë")));
        assert_eq!(project.notes[&ID].text, longest);
        assert!(project.write_note(ID, ""));
        assert!(project.notes.is_empty());
    }

    #[test]
    fn wiping_leaves_the_ratings_and_the_class_of_now() {
        let mut project = project();
        let own = OwnRating {
            potential: Some(Rating::new(3)),
            never_satisfied: true,
            ..OwnRating::default()
        };
        project.ratings.insert(ID, own);
        project.write_note(ID, "Belt elke dag.");
        project.set_class(ID, Some(by_hand(Class::A, "")), day(1));
        project.set_class(ID, Some(by_hand(Class::C, "")), day(2));
        project.wipe_notes(ID);
        assert!(project.notes.is_empty());
        assert_eq!(project.overrides[&ID].class, Class::C);
        let kept = OwnRating {
            never_satisfied: false,
            ..own
        };
        assert_eq!(project.ratings[&ID], kept);

        project.ratings.insert(
            ID,
            OwnRating {
                never_satisfied: true,
                ..OwnRating::default()
            },
        );
        project.wipe_notes(ID);
        assert!(project.ratings.is_empty());
    }

    #[test]
    fn notes_of_two_customers_that_became_one_stand_below_each_other() {
        let past = |until, note| PastOverride {
            by_hand: by_hand(Class::A, note),
            until,
        };
        let notes = |text: &str, past| Notes {
            text: text.to_owned(),
            past,
        };
        let mut both = notes("Een.", vec![past(day(2), "b"), past(day(9), "d")]);
        both.absorb(notes("Twee.", vec![past(None, "a"), past(day(5), "c")]));
        assert_eq!(both.text, "Een.\nTwee.");
        let order: String = both
            .past
            .iter()
            .map(|past| past.by_hand.note.as_str())
            .collect();
        assert_eq!(order, "abcd");

        let mut same = notes("Een.", Vec::new());
        same.absorb(notes("Een.", Vec::new()));
        same.absorb(notes("", Vec::new()));
        same.absorb(notes(&"x".repeat(Notes::MAX_CHARS), Vec::new()));
        assert_eq!(same.text, "Een.");
        let mut empty = Notes::default();
        empty.absorb(notes("Een.", Vec::new()));
        assert_eq!(empty.text, "Een.");
    }
}
