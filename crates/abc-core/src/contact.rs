//! The hours that keeping in touch takes, beside those there are (method.md section 8).

/// How often customers of a class are seen, and for how long.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rhythm {
    /// Contacts per year.
    pub contacts: f64,
    /// Minutes per contact, preparation included.
    pub minutes: f64,
}

impl Rhythm {
    /// The rhythm of A, B and C until the user gives one.
    pub const DEFAULTS: [Self; 3] = [
        Self::new(12.0, 60.0),
        Self::new(4.0, 30.0),
        Self::new(1.0, 15.0),
    ];

    const fn new(contacts: f64, minutes: f64) -> Self {
        Self { contacts, minutes }
    }

    /// Hours per year for one customer.
    pub fn hours(self) -> f64 {
        self.contacts * self.minutes / 60.0
    }
}

/// The hours of a plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ContactLoad {
    /// Hours per year for A, B and C.
    pub hours: [f64; 3],
    /// All of them.
    pub total: f64,
    /// Total over the hours there are; `None` when there are none.
    pub utilisation: Option<f64>,
    /// What the plan must be multiplied by to fit, at most 1.
    pub scale: f64,
    /// A customers that fit beside B and C; `None` when an A takes no time.
    pub most_a: Option<usize>,
}

/// The hours for `n` customers of A, B and C, beside the `available` ones.
pub fn contact_load(n: [usize; 3], rhythms: [Rhythm; 3], available: f64) -> ContactLoad {
    let [n_a, n_b, n_c] = n.map(|n| n as f64);
    let [a, b, c] = rhythms.map(Rhythm::hours);
    let hours = [n_a * a, n_b * b, n_c * c];
    let total: f64 = hours.iter().sum();
    let others = n_b * b + n_c * c;
    ContactLoad {
        hours,
        total,
        utilisation: (available > 0.0).then(|| total / available),
        scale: if total > available {
            available / total
        } else {
            1.0
        },
        most_a: (a > 0.0).then(|| ((available - others).max(0.0) / a).floor() as usize),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_a_customers_fit_and_one_more_does_not() {
        let load = |n_a| contact_load([n_a, 40, 12], Rhythm::DEFAULTS, 160.0);
        let most_a = load(0).most_a.unwrap();
        assert!(load(most_a).total <= 160.0);
        assert!(load(most_a + 1).total > 160.0);
    }

    #[test]
    fn no_hours_fit_nobody() {
        let load = contact_load([1, 1, 1], Rhythm::DEFAULTS, 0.0);
        assert_eq!((load.utilisation, load.most_a), (None, Some(0)));
        assert!(load.scale.abs() < f64::EPSILON);
    }
}
