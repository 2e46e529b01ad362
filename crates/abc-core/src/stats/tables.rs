//! Two groups and one trait: a 2x2 table of counts, tested exactly.

/// 97.5% point of the normal distribution, for 95% intervals.
const Z: f64 = 1.959963984540054;

/// Counts of two groups, with and without a trait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// First group, with the trait.
    pub a: usize,
    /// First group, without.
    pub b: usize,
    /// Second group, with the trait.
    pub c: usize,
    /// Second group, without.
    pub d: usize,
}

/// Fisher's exact test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fisher {
    /// Two-sided p: the tables that are at most as probable as this one.
    pub p: f64,
    /// The smallest p that any table with these margins has (Tarone 1990).
    pub p_min: f64,
}

impl Table {
    /// Fisher's exact test, two-sided as in R and scipy (relative tolerance 1e-7).
    ///
    /// Probabilities are taken relative to the most probable table and stepped outward by their exact
    /// ratio, so no log-gamma is needed and the work grows with the spread, not with the counts.
    pub fn fisher(self) -> Fisher {
        let (n_first, n_second) = (self.a + self.b, self.c + self.d);
        let n_with = self.a + self.c;
        let least = n_with.saturating_sub(n_second);
        let most = n_with.min(n_first);
        // Products of counts outgrow the 32 bits of a browser's usize.
        let mode = (n_with as u64 + 1) * (n_first as u64 + 1) / (n_first + n_second + 2) as u64;
        let mode = mode as usize;
        // p(k + 1) / p(k) of the hypergeometric distribution.
        let ratio = |k: usize| {
            let up = (n_first - k) as f64 * (n_with - k) as f64;
            up / ((k + 1) as f64 * (n_second + k + 1 - n_with) as f64)
        };

        let mut weights = vec![(mode, 1.0)];
        let mut weight = 1.0;
        for k in mode..most {
            weight *= ratio(k);
            if weight == 0.0 {
                break;
            }
            weights.push((k + 1, weight));
        }
        weight = 1.0;
        for k in (least..mode).rev() {
            weight /= ratio(k);
            if weight == 0.0 {
                break;
            }
            weights.push((k, weight));
        }

        // A weight that is not there has underflowed to nothing.
        let weight_of = |wanted: usize| {
            let found = weights.iter().find(|(k, _)| *k == wanted);
            found.map_or(0.0, |(_, weight)| *weight)
        };
        let total: f64 = weights.iter().map(|(_, weight)| weight).sum();
        let at_most = |limit: f64| {
            let rare = weights.iter().map(|(_, weight)| *weight);
            let sum: f64 = rare.filter(|weight| *weight <= limit * (1.0 + 1e-7)).sum();
            (sum / total).min(1.0)
        };
        Fisher {
            p: at_most(weight_of(self.a)),
            p_min: at_most(weight_of(least).min(weight_of(most))),
        }
    }

    /// Odds ratio with 0.5 added to all four cells always (Haldane-Anscombe: adding it only when a cell
    /// is zero makes the estimate jump), and its 95% interval (Woolf).
    pub fn odds_ratio(self) -> (f64, f64, f64) {
        let [a, b, c, d] = [self.a, self.b, self.c, self.d].map(|n| n as f64 + 0.5);
        let ratio = a * d / (b * c);
        let half = Z * (1.0 / a + 1.0 / b + 1.0 / c + 1.0 / d).sqrt();
        (ratio, ratio * (-half).exp(), ratio * half.exp())
    }

    /// The share of the trait in the first group over its share in both; `None` when nobody has it or
    /// the first group is empty.
    pub fn lift(self) -> Option<f64> {
        let (n_first, n_with) = (self.a + self.b, self.a + self.c);
        let n = n_first + self.c + self.d;
        (n_first > 0 && n_with > 0)
            .then(|| (self.a as f64 / n_first as f64) / (n_with as f64 / n as f64))
    }
}

/// Wilson's 95% interval of a share (Wilson 1927); 0 to 1 when there is nobody.
pub fn wilson(k: usize, n: usize) -> (f64, f64) {
    if n == 0 {
        return (0.0, 1.0);
    }
    let (k, n) = (k as f64, n as f64);
    let p = k / n;
    let z2 = Z * Z;
    let middle = p + z2 / (2.0 * n);
    let half = Z * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    let whole = 1.0 + z2 / n;
    (
        ((middle - half) / whole).max(0.0),
        ((middle + half) / whole).min(1.0),
    )
}
