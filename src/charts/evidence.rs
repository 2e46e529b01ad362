//! A share with its uncertainty, drawn.

use abc_core::chart::{Evidence, EvidenceSpec, Mark, evidence_from};
use leptos::{html, prelude::*};

use super::{
    frame::{Drawing, Frame},
    measured::measured_width,
    shape::draw_mark,
};

/// Half the height of the interval.
const HALF_BAND_PX: f64 = 4.0;
const SHARE_PX: f64 = 6.0;
const OTHERS_PX: f64 = 4.6;

/// The share among the A customers (a disc in its interval) beside that among all others (a
/// square), on a scale of 0 to 100 percent. The sentence beside it is its title and its table.
#[component]
pub fn EvidenceChart(
    /// The shares.
    #[prop(into)]
    evidence: Signal<Evidence>,
    /// A sentence that holds the numbers.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let figure = NodeRef::<html::Figure>::new();
    let width = measured_width(figure);
    let spec = Memo::new(move |_| evidence_from(evidence.get(), width.get()));
    let size = Signal::derive(move || spec.with(|spec| (spec.width_px, spec.height_px)));
    view! {
        <Frame figure title=None table=None is_saved=false>
            <Drawing size label>
                {move || spec.with(draw_evidence)}
            </Drawing>
        </Frame>
    }
}

fn draw_evidence(spec: &EvidenceSpec) -> impl IntoView + use<> {
    let (start, end) = spec.axis;
    let (left, width) = spec.band;
    view! {
        <path class="chart__axis" d=format!("M{start:.1} {:.1}H{end:.1}", spec.y) />
        <rect
            class="chart__band"
            x=left
            y=spec.y - HALF_BAND_PX
            width=width
            height=HALF_BAND_PX * 2.0
        />
        {draw_mark(Mark::A, spec.share_x, spec.y, SHARE_PX)}
        {spec.others_x.map(|x| draw_mark(Mark::B, x, spec.y, OTHERS_PX))}
    }
}
