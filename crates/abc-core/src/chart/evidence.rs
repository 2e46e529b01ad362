//! A share among the A customers with its uncertainty, beside the share among the others.

/// Room for half a dot at both ends.
const INSET_PX: f64 = 7.0;
const HEIGHT_PX: f64 = 20.0;

/// Shares, each 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Evidence {
    /// Among the A customers.
    pub share: f64,
    /// The interval around it, low and high.
    pub interval: (f64, f64),
    /// Among the others, if there are any.
    pub others: Option<f64>,
}

/// The picture: a scale of 0 to 100 percent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EvidenceSpec {
    /// Width of the picture.
    pub width_px: f64,
    /// Height of the picture.
    pub height_px: f64,
    /// The height of the axis.
    pub y: f64,
    /// Where the axis begins (0%) and ends (100%).
    pub axis: (f64, f64),
    /// The interval: left edge and width.
    pub band: (f64, f64),
    /// Where the share of the A customers is.
    pub share_x: f64,
    /// Where the share of the others is.
    pub others_x: Option<f64>,
}

/// Lays out one interval at this width.
#[must_use]
pub fn evidence_from(evidence: Evidence, width_px: f64) -> EvidenceSpec {
    let end = (width_px - INSET_PX).max(INSET_PX);
    let x_of = |share: f64| {
        let share = if share.is_finite() {
            share.clamp(0.0, 1.0)
        } else {
            0.0
        };
        INSET_PX + share * (end - INSET_PX)
    };
    let (low, high) = evidence.interval;
    let (left, right) = (x_of(low.min(high)), x_of(high.max(low)));
    EvidenceSpec {
        width_px,
        height_px: HEIGHT_PX,
        y: HEIGHT_PX / 2.0,
        axis: (INSET_PX, end),
        band: (left, right - left),
        share_x: x_of(evidence.share),
        others_x: evidence.others.map(x_of),
    }
}

#[cfg(test)]
mod tests {
    use super::{Evidence, evidence_from};

    #[test]
    fn shares_stand_on_one_scale() {
        let evidence = Evidence {
            share: 0.6,
            interval: (0.36, 0.8),
            others: Some(0.07),
        };
        let spec = evidence_from(evidence, 486.0);
        let (start, end) = spec.axis;
        assert!((spec.share_x - (start + 0.6 * (end - start))).abs() < 1e-9);
        assert!(spec.band.0 < spec.share_x && spec.share_x < spec.band.0 + spec.band.1);
        assert!(spec.others_x.is_some_and(|x| x < spec.band.0));
    }

    #[test]
    fn what_is_out_of_range_stays_on_the_axis() {
        for share in [-1.0, 0.0, 1.0, 2.0, f64::NAN] {
            for width in [0.0, 10.0, 358.0] {
                let evidence = Evidence {
                    share,
                    interval: (share, 1.0),
                    others: Some(share),
                };
                let spec = evidence_from(evidence, width);
                let on_axis = |x: f64| x >= spec.axis.0 && x <= spec.axis.1;
                assert!(on_axis(spec.share_x) && spec.others_x.is_some_and(on_axis));
                assert!(spec.band.1 >= 0.0);
            }
        }
    }
}
