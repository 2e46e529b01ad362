//! Why a customer has its class, as the facts of a sentence. Pure: from an outcome to words.

use abc_core::classify::explain::{CauseFigures, Gap, GapNeed, border_at, figures_of, gaps_of};
use abc_core::classify::{
    Cause, Classification, Classified, Criterion, Fail, MarginMin, Rule, Status,
};
use abc_core::costs::Inputs;
use abc_core::customers::{Class, Grade, Rating};

use super::super::assumed::{grade_of, is_time_assumed};
use super::super::screen::Entry;
use super::{apart, change::up};
use crate::i18n::catalog::CustomersTexts;
use crate::i18n::catalog::customers::{
    CauseWords, Earned, FailWords, GapWords, Larger, RuleWords, WhyA, WhyB,
};
use crate::i18n::{Format, Span, plain};
use crate::state::derived::Outcome;

/// The sentences at the head of the panel; about the computed class, also when another was set by hand.
pub(in crate::steps::customers) fn spans_of(
    outcome: &Outcome,
    customer: u32,
    texts: &CustomersTexts,
    format: Format,
) -> Vec<Span> {
    let Some(Entry { input, found, .. }) = Entry::of(outcome, customer) else {
        return Vec::new();
    };
    let at = customer as usize;
    let classes = &outcome.classification;
    match (found.computed, found.status) {
        (Some(Class::A), _) => (texts.why_a)(&why_a(outcome, input, found, format)),
        (Some(Class::B), _) => (texts.why_b)(&why_b(outcome, at, input, found, format)),
        (Some(Class::C), _) => {
            let money = money_words(input, found, format);
            let revenue = format.money_whole(input.revenue.unwrap_or_default());
            let rule = rule_words(found, input, outcome, format);
            let mut spans = (texts.why_c)(&rule, money.as_ref(), &revenue);
            let causes = cause_words(
                input,
                found,
                classes,
                figures_of(&outcome.inputs, classes, at),
                format,
            );
            spans.push(plain(format!(" {}", (texts.causes)(&causes))));
            spans
        }
        (None, Status::Inactive) => vec![plain(texts.why_inactive)],
        (None, _) => vec![plain(texts.why_no_revenue)],
    }
}

fn why_a(outcome: &Outcome, input: &Inputs, found: &Classified, format: Format) -> WhyA {
    let [_, profit, _, _] = found.scores;
    let whole = |score: Option<f64>| score.map(|score| format.decimals(score, 0));
    WhyA {
        money: money_words(input, found, format),
        larger: input
            .revenue
            .and_then(|revenue| larger_than(outcome, revenue)),
        profit: whole(profit),
        potential: input.potential.map(Rating::value),
        relationship: input.relationship.map(Rating::value),
        total: whole(found.total),
        cut: format.short(outcome.project.policy.a_cut, 1),
    }
}

/// Contribution and revenue, where the contribution is known.
fn money_words(input: &Inputs, found: &Classified, format: Format) -> Option<Earned> {
    let revenue = input.revenue.unwrap_or_default();
    found.cm2.map(|cm2| Earned {
        amount: format.money_whole(cm2),
        revenue: format.money_whole(revenue),
        is_assumed: grade_of(input) == Grade::Assumed,
    })
}

/// Of how many of the others with a class a customer with this revenue is larger.
fn larger_than(outcome: &Outcome, revenue: f64) -> Option<Larger> {
    let found = outcome.classification.customers.iter();
    let classified = found
        .zip(outcome.inputs.iter())
        .filter(|(found, _)| found.class.is_some())
        .filter_map(|(_, input)| input.revenue);
    let (mut than, mut all) = (0, 0_usize);
    for other in classified {
        all += 1;
        than += usize::from(other < revenue);
    }
    let of = all.saturating_sub(1);
    (than > 0).then_some(Larger { than, of })
}

fn why_b(outcome: &Outcome, at: usize, input: &Inputs, found: &Classified, format: Format) -> WhyB {
    let nearest = nearest_gap(outcome, at, found)
        .and_then(|gap| Some((gap.criterion, gap_words(&gap, input, format)?)));
    let ratio = figures_of(&outcome.inputs, &outcome.classification, at)
        .and_then(|figures| figures.attention_ratio);
    WhyB {
        money: money_words(input, found, format),
        fails: fail_words(outcome, input, found, format),
        nearest,
        is_spared: found.is_new && found.rule.is_some(),
        demanding: ratio
            .filter(|_| found.flags.demanding_b && input.hours_grade != Grade::Assumed)
            .map(|ratio| format.short(ratio, 1)),
    }
}

/// What A asks and these scores do not give.
pub(super) fn fail_words(
    outcome: &Outcome,
    input: &Inputs,
    found: &Classified,
    format: Format,
) -> Vec<FailWords> {
    let policy = &outcome.project.policy;
    let score = |criterion| score_of(found, criterion).unwrap_or_default();
    let write = |value: f64, places: usize| format.short(value, places);
    let words = |fail: &Fail| match fail {
        Fail::Below(criterion) => {
            let rating = match criterion {
                Criterion::Potential => input.potential,
                Criterion::Relationship => input.relationship,
                Criterion::Size | Criterion::Profit => None,
            };
            if let Some((rating, needed)) = rating.zip(Rating::reaching(policy.floor)) {
                return FailWords::RatingBelow {
                    criterion: *criterion,
                    rating: rating.value(),
                    needed: needed.value(),
                };
            }
            let (score, floor) = apart(score(*criterion), policy.floor, write);
            FailWords::Below {
                criterion: *criterion,
                score,
                floor,
            }
        }
        Fail::Score => {
            let (total, cut) = apart(found.total.unwrap_or_default(), policy.a_cut, write);
            FailWords::Score { total, cut }
        }
        Fail::ProfitUnknown => FailWords::ProfitUnknown,
    };
    found.fails.iter().map(words).collect()
}

fn score_of(found: &Classified, criterion: Criterion) -> Option<f64> {
    let mut scores = Criterion::ALL.into_iter().zip(found.scores);
    let of_criterion = scores.find(|(own, _)| *own == criterion);
    of_criterion.and_then(|(_, score)| score)
}

/// What comes to A on its own with the fewest points.
pub(super) fn nearest_gap(outcome: &Outcome, at: usize, found: &Classified) -> Option<Gap> {
    let policy = &outcome.project.policy;
    let gaps = gaps_of(policy, &outcome.inputs, &outcome.classification, at);
    let distances = gaps.into_iter().filter_map(|gap| {
        let own = score_of(found, gap.criterion).unwrap_or_default();
        Some((gap.need_score? - own, gap))
    });
    let nearest = distances.min_by(|a, b| a.0.total_cmp(&b.0));
    nearest.map(|(_, gap)| gap)
}

/// What it takes, rounded up: at the number that is shown it is so.
pub(super) fn gap_words(gap: &Gap, input: &Inputs, format: Format) -> Option<GapWords> {
    Some(match gap.need? {
        GapNeed::Rating(to) => GapWords::Rating {
            from: match gap.criterion {
                Criterion::Relationship => input.relationship,
                _ => input.potential,
            }
            .map(Rating::value),
            to,
        },
        GapNeed::RevenueAbove(euros) => GapWords::Revenue(format.money_whole(euros.ceil())),
        GapNeed::ContributionAbove(euros) => {
            GapWords::Contribution(format.money_whole(euros.ceil()))
        }
    })
}

fn rule_words(found: &Classified, input: &Inputs, outcome: &Outcome, format: Format) -> RuleWords {
    let firm = &outcome.classification.firm;
    let border = border_at(input.revenue.unwrap_or_default(), firm);
    let border_words = format.money_whole(up(border, 0));
    match found.rule {
        Some(Rule::TooLittle) => {
            let least = format.money_whole(up(firm.contribution_min, 0));
            RuleWords::TooLittle {
                border: (border_words != least).then_some(border_words),
                least,
            }
        }
        Some(Rule::ThinMargin) => {
            let write =
                |share: f64, places: usize| format!("{}%", format.decimals(share * 100.0, places));
            let (margin, least) = apart(found.margin.unwrap_or_default(), firm.margin_min, write);
            RuleWords::Thin {
                margin,
                least,
                is_half: outcome.project.policy.margin_min == MarginMin::FactorOfFirm(0.5),
                border: border_words,
                is_mean: firm.mean_cm2 == Some(border),
            }
        }
        Some(Rule::Loss) | None => {
            if input.revenue.is_some_and(|revenue| revenue < 0.0) {
                RuleWords::Credited
            } else if input.revenue == Some(0.0) {
                RuleWords::NoRevenue
            } else if found.cm2.is_none() {
                RuleWords::BelowCost
            } else {
                RuleWords::Loss
            }
        }
    }
}

fn cause_words(
    input: &Inputs,
    found: &Classified,
    classes: &Classification,
    figures: Option<CauseFigures>,
    format: Format,
) -> Vec<CauseWords> {
    let words = |cause: &Cause| match cause {
        Cause::Price => {
            let margins = figures.and_then(|figures| figures.gross_margin);
            let margins = margins
                .filter(|own| *own > 0.0)
                .zip(classes.firm.gross_margin);
            CauseWords::Price {
                margins: margins.map(|(own, firm)| (format.percent(own), format.percent(firm))),
            }
        }
        Cause::Attention => CauseWords::Attention {
            hours: format.short(figures.map(|figures| figures.hours).unwrap_or_default(), 2),
            is_assumed: is_time_assumed(input),
            ratio: figures
                .and_then(|figures| figures.attention_ratio)
                .map(|ratio| format.short(ratio, 1)),
        },
        Cause::Small => CauseWords::Small,
        Cause::NoRevenue => CauseWords::NoRevenue,
        Cause::FirmLevel => CauseWords::FirmLevel,
    };
    found.causes.iter().map(words).collect()
}
