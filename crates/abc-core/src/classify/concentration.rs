//! Concentration and whale curve: description only, never the class (method.md section 3).

/// The whale curve: cumulative contribution, best customer first, euros.
#[derive(Clone, Debug, PartialEq)]
pub struct Whale {
    /// Customer positions, best first.
    pub order: Vec<u32>,
    /// Cumulative contribution after each of them.
    pub curve: Vec<f64>,
    /// All contributions.
    pub total: f64,
    /// The highest point, at least 0.
    pub peak: f64,
    /// Customers above zero.
    pub n_profitable: usize,
    /// Customers at zero.
    pub n_zero: usize,
    /// Customers below zero.
    pub n_loss: usize,
    /// Sum of what is below zero (not positive).
    pub loss_total: f64,
    /// The first ceil(0.2 n) customers.
    pub top20_n: usize,
    /// Peak, erosion and top-20% as percentages of the total; `None` when the total is not positive.
    pub percentages: Option<WhalePercentages>,
}

/// Percentages of the total contribution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WhalePercentages {
    /// 100 peak / total.
    pub peak: f64,
    /// 100 (peak - total) / total.
    pub erosion: f64,
    /// Share of the first fifth of the customers.
    pub top20: f64,
}

/// The curve over the customers whose contribution is known; ties in input order.
pub fn whale_from(contributions: &[Option<f64>]) -> Whale {
    let _ = contributions;
    Whale {
        order: Vec::new(),
        curve: Vec::new(),
        total: 0.0,
        peak: 0.0,
        n_profitable: 0,
        n_zero: 0,
        n_loss: 0,
        loss_total: 0.0,
        top20_n: 0,
        percentages: None,
    } // HELPER A
}
