//! How far a figure may be off, by how it is known (method.md section 2).

use serde::{Deserialize, Serialize};

use crate::customers::Grade;

/// Relative uncertainty of a figure, one standard deviation, per grade: recorded, estimated, assumed.
/// The defaults are method.md section 2.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Uncertainty {
    /// Of hours.
    pub hours: [f64; 3],
    /// Of direct cost.
    pub direct_cost: [f64; 3],
    /// Of revenue: only a guess is uncertain.
    pub revenue: [f64; 3],
}

impl Default for Uncertainty {
    fn default() -> Self {
        Self {
            hours: [0.05, 0.25, 0.50],
            direct_cost: [0.0, 0.05, 0.10],
            revenue: [0.0, 0.0, 0.50],
        }
    }
}

impl Uncertainty {
    /// The most that may be set: as much as the figure itself.
    pub const MOST: f64 = 1.0;

    /// Of hours of this grade, as a part of them.
    pub fn of_hours(&self, grade: Grade) -> f64 {
        of_grade(self.hours, grade)
    }

    /// Of direct cost of this grade, as a part of it.
    pub fn of_direct_cost(&self, grade: Grade) -> f64 {
        of_grade(self.direct_cost, grade)
    }

    /// Of revenue of this grade, as a part of it.
    pub fn of_revenue(&self, grade: Grade) -> f64 {
        of_grade(self.revenue, grade)
    }

    /// All entries, to be looked through.
    pub fn all(&self) -> impl Iterator<Item = f64> {
        [self.hours, self.direct_cost, self.revenue]
            .into_iter()
            .flatten()
    }
}

/// The entry of a grade.
fn of_grade([recorded, estimated, assumed]: [f64; 3], grade: Grade) -> f64 {
    match grade {
        Grade::Recorded => recorded,
        Grade::Estimated => estimated,
        Grade::Assumed => assumed,
    }
}
