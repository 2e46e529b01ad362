//! The day of the analysis, and the day to look again (R2).

use super::Project;
use crate::date::Date;

impl Project {
    /// The day to look again: the one that the owner chose, else a year after the analysis.
    pub fn review_on(&self) -> Option<Date> {
        self.review_chosen
            .or_else(|| self.analysed_on.and_then(a_year_after))
    }

    /// Whether the day to look again has come.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.review_on().is_some_and(|day| day <= today)
    }

    /// The analysis is of this day from now on; a day to look again that has come is behind us.
    pub fn analyse_on(&mut self, day: Option<Date>) {
        self.analysed_on = day;
        self.review_chosen = self.review_chosen.filter(|chosen| Some(*chosen) > day);
    }
}

/// The same day of the next year; 28 February after a 29th. `None` at the end of the calendar.
fn a_year_after(day: Date) -> Option<Date> {
    let year = day.year().checked_add(1)?;
    let of_month = |of_month| Date::new(year, day.month(), of_month).ok();
    of_month(day.day()).or_else(|| of_month(28))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_year_after_the_analysis_it_is_time_again() {
        for (analysed, review) in [
            (date(2026, 11, 25), Some(date(2027, 11, 25))),
            (date(2024, 2, 29), Some(date(2025, 2, 28))),
            (date(9999, 12, 31), None),
        ] {
            let project = Project {
                analysed_on: Some(analysed),
                ..Project::default()
            };
            assert_eq!(project.review_on(), review, "{analysed}");
        }
        assert_eq!(Project::default().review_on(), None);
    }

    #[test]
    fn it_is_overdue_from_the_day_itself() {
        let mut project = Project {
            analysed_on: Some(date(2026, 11, 25)),
            review_chosen: Some(date(2027, 3, 1)),
            ..Project::default()
        };
        assert!(!project.is_overdue(date(2027, 2, 28)));
        assert!(project.is_overdue(date(2027, 3, 1)));
        assert!(!Project::default().is_overdue(date(2027, 3, 1)));

        // Looked again before the chosen day, it stands; on or after it, it is a year from then.
        project.analyse_on(Some(date(2027, 2, 1)));
        assert_eq!(project.review_on(), Some(date(2027, 3, 1)));
        project.analyse_on(Some(date(2027, 3, 1)));
        assert_eq!(project.review_on(), Some(date(2028, 3, 1)));
    }
}
