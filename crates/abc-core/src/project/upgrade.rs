//! What was agreed to make an A of a B: the step, who takes it, and by when.

use super::Project;
use crate::customers::CustomerId;
use crate::date::Date;

/// A step towards A with one customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Upgrade {
    /// What will be done, at most [`Upgrade::MAX_STEP_CHARS`] characters.
    pub step: String,
    /// Who does it, at most [`Upgrade::MAX_WHO_CHARS`] characters.
    pub who: String,
    /// The day by which it is done.
    pub by: Option<Date>,
}

impl Upgrade {
    /// The longest step, in characters: a few sentences.
    pub const MAX_STEP_CHARS: usize = 500;
    /// The longest name of who takes it, in characters.
    pub const MAX_WHO_CHARS: usize = 100;

    /// Whether its texts are short enough to be kept.
    pub fn fits(&self) -> bool {
        self.limit_passed().is_none()
    }

    /// The limit in characters that a text of it is over.
    pub(super) fn limit_passed(&self) -> Option<usize> {
        let texts = [
            (&self.step, Self::MAX_STEP_CHARS),
            (&self.who, Self::MAX_WHO_CHARS),
        ];
        let mut over = texts
            .into_iter()
            .filter(|(text, max)| text.chars().count() > *max);
        over.next().map(|(_, max)| max)
    }

    /// Whether its day has gone by.
    pub fn is_late(&self, today: Option<Date>) -> bool {
        matches!((self.by, today), (Some(by), Some(today)) if by < today)
    }
}

impl Project {
    /// Changes the step towards A with a customer; what says nothing is not kept. False, and nothing
    /// changed, when a text of it would be too long.
    pub fn edit_upgrade(&mut self, id: CustomerId, edit: impl FnOnce(&mut Upgrade)) -> bool {
        let mut next = self.upgrades.get(&id).cloned().unwrap_or_default();
        edit(&mut next);
        let is_fit = next.fits();
        if next == Upgrade::default() {
            self.upgrades.remove(&id);
        } else if is_fit {
            self.upgrades.insert(id, next);
        }
        is_fit
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::customers::Customer;

    const ID: CustomerId = CustomerId(0);

    fn day(day: i8) -> Option<Date> {
        Date::new(2026, 11, day).ok()
    }

    #[test]
    fn a_step_is_kept_as_long_as_it_says_something() {
        let mut project = Project::of_customers([Customer::default()]);
        assert!(project.edit_upgrade(ID, |step| step.step = "Jaarplan bespreken".to_owned()));
        assert!(project.edit_upgrade(ID, |step| step.by = day(3)));
        let kept = Upgrade {
            step: "Jaarplan bespreken".to_owned(),
            who: String::new(),
            by: day(3),
        };
        assert_eq!(project.upgrades[&ID], kept);
        let longest = "ë".repeat(Upgrade::MAX_WHO_CHARS);
        assert!(!project.edit_upgrade(ID, |step| step.who = format!("{longest}ë")));
        assert_eq!(project.upgrades[&ID], kept);
        assert!(project.edit_upgrade(ID, |step| step.who = longest.clone()));
        assert!(project.edit_upgrade(ID, |step| *step = Upgrade::default()));
        assert!(project.upgrades.is_empty());
    }

    #[test]
    fn a_step_is_late_after_its_day() {
        let step = |by| Upgrade {
            by,
            ..Upgrade::default()
        };
        assert!(step(day(3)).is_late(day(4)));
        assert!(!step(day(3)).is_late(day(3)));
        assert!(!step(day(3)).is_late(None));
        assert!(!step(None).is_late(day(4)));
    }
}
