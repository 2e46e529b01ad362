//! When two computed numbers count as equal (method.md section 0, `EPS`).

/// Half the width of "equal": 1e-9, or 1e-12 of the larger magnitude when that is more.
fn eps(a: f64, b: f64) -> f64 {
    (1e-12 * a.abs().max(b.abs())).max(1e-9)
}

/// `a < b`, equality in favor of `a`.
pub(crate) fn is_below(a: f64, b: f64) -> bool {
    a < b - eps(a, b)
}

/// `a > b`, equality in favor of `b`.
pub(crate) fn is_above(a: f64, b: f64) -> bool {
    is_below(b, a)
}

/// `a <= 0`: nothing is left, a rounding error included.
pub(crate) fn is_at_most_zero(a: f64) -> bool {
    a <= eps(a, 0.0)
}
