//! Other figures: the whole classification again and again, with hours, direct cost and ratings drawn
//! around what is known (method.md section 6, point 2).

use crate::classify::Policy;
use crate::classify::pipeline::{Sums, class_at, firm_from};
use crate::classify::rules::Money;
use crate::costs::{Inputs, Uncertainty};
use crate::customers::{Class, Grade, Rating};
use crate::stats::random::{METHOD_SEED, SplitMix64, box_muller};
use crate::stats::ranks::each_percentile;

/// A rating is drawn one step lower below this, one step higher from one minus this.
const RATING_SLIP: f64 = 0.10;

/// Runs in progress.
pub(super) struct Trials<'a> {
    rate: f64,
    inputs: &'a [Inputs],
    uncertainty: Uncertainty,
    random: SplitMix64,
    n_done: usize,
    /// What of the run comes next.
    next: Piece,
    /// Over the customers as drawn in this run.
    sums: Sums,
    /// Per customer, runs that ended in A, B and C.
    counts: Vec<[u32; 3]>,
    /// What was drawn in this run; kept so that a run allocates nothing.
    drawn: Vec<Drawn>,
    entries: Vec<(f64, u32)>,
    /// Revenue is ranked once, unless some of it is a guess.
    is_revenue_fixed: bool,
}

/// One customer in one run.
#[derive(Clone, Copy, Default)]
struct Drawn {
    money: Money,
    scores: [Option<f64>; 4],
}

/// A piece of a run.
#[derive(Clone, Copy)]
enum Piece {
    /// New figures for everybody.
    Draw,
    /// One sort.
    Rank(Ranked),
    /// A class for everybody.
    Decide,
}

/// What is ranked: revenue, contribution, margin.
#[derive(Clone, Copy)]
enum Ranked {
    Revenue,
    Contribution,
    Margin,
}

impl<'a> Trials<'a> {
    pub(super) fn new(rate: f64, inputs: &'a [Inputs], uncertainty: Uncertainty) -> Self {
        Self {
            rate,
            uncertainty,
            random: SplitMix64::new(METHOD_SEED),
            n_done: 0,
            next: Piece::Draw,
            sums: Sums::default(),
            counts: vec![[0; 3]; inputs.len()],
            drawn: vec![Drawn::default(); inputs.len()],
            entries: Vec::with_capacity(inputs.len()),
            is_revenue_fixed: inputs
                .iter()
                .all(|input| input.revenue_grade != Grade::Assumed),
            inputs,
        }
    }

    pub(super) fn n_done(&self) -> usize {
        self.n_done
    }

    /// The share of the runs in A, B and C, per customer.
    pub(super) fn shares(&self) -> impl Iterator<Item = [f64; 3]> {
        let n = self.n_done.max(1) as f64;
        let counts = self.counts.iter();
        counts.map(move |counts| counts.map(|count| f64::from(count) / n))
    }

    /// The next piece of a run: draw, rank or decide. One sort of a long list is as long as it gets.
    pub(super) fn piece(&mut self, policy: &Policy) {
        self.next = match self.next {
            Piece::Draw => {
                self.draw_all();
                if self.n_done == 0 || !self.is_revenue_fixed {
                    Piece::Rank(Ranked::Revenue)
                } else {
                    Piece::Rank(Ranked::Contribution)
                }
            }
            Piece::Rank(ranked) => {
                self.rank(ranked);
                match ranked {
                    Ranked::Revenue => Piece::Rank(Ranked::Contribution),
                    Ranked::Contribution => Piece::Rank(Ranked::Margin),
                    Ranked::Margin => Piece::Decide,
                }
            }
            Piece::Decide => {
                self.decide_all(policy);
                self.n_done += 1;
                Piece::Draw
            }
        }
    }

    fn draw_all(&mut self) {
        self.sums = Sums::default();
        for (input, drawn) in self.inputs.iter().zip(&mut self.drawn) {
            let varied = draw(input, &self.uncertainty, &mut self.random);
            let rating = |rating: Option<Rating>| rating.map(Rating::score);
            let [size, ..] = drawn.scores;
            drawn.money = Money::new(&varied, self.rate);
            drawn.scores = if drawn.money.is_active() {
                let (potential, relationship) = (varied.potential, varied.relationship);
                [size, None, rating(potential), rating(relationship)]
            } else {
                [None; 4]
            };
            self.sums.add(drawn.money);
        }
    }

    fn decide_all(&mut self, policy: &Policy) {
        let firm = firm_from(&self.sums, policy, self.rate);
        let decided = self.inputs.iter().zip(&self.drawn).zip(&mut self.counts);
        for ((input, drawn), [a, b, c]) in decided {
            match class_at(input, drawn.money, &drawn.scores, policy, &firm) {
                Some(Class::A) => *a += 1,
                Some(Class::B) => *b += 1,
                Some(Class::C) => *c += 1,
                None => {}
            }
        }
    }

    /// As the classification itself ranks: size by revenue, profit half by euros and half per euro.
    fn rank(&mut self, ranked: Ranked) {
        let value_of = |money: Money| match ranked {
            Ranked::Revenue => money.revenue,
            Ranked::Contribution => money.cm2,
            Ranked::Margin => Some(money.cm2? / money.revenue?),
        };
        self.entries.clear();
        let drawn = self.drawn.iter().zip(0..);
        self.entries.extend(
            drawn
                .filter(|(drawn, _)| drawn.money.is_active())
                .filter_map(|(drawn, position)| Some((value_of(drawn.money)?, position))),
        );
        let drawn = &mut self.drawn;
        each_percentile(&mut self.entries, |position, percentile| {
            let Some(drawn) = drawn.get_mut(position as usize) else {
                return;
            };
            let [size, profit, ..] = &mut drawn.scores;
            match ranked {
                Ranked::Revenue => *size = Some(percentile),
                Ranked::Contribution => *profit = Some(percentile / 2.0),
                Ranked::Margin => *profit = profit.map(|half| half + percentile / 2.0),
            }
        });
    }
}

/// One customer with its figures drawn anew. The four numbers are drawn whether or not they are used,
/// so that an answer about one customer does not change the draws of those after it; only a guessed revenue
/// draws more.
fn draw(input: &Inputs, uncertainty: &Uncertainty, random: &mut SplitMix64) -> Inputs {
    let mut unit = || random.next_unit();
    let (u1, u2, of_potential, of_relationship) = (unit(), unit(), unit(), unit());
    let (of_hours, of_cost) = box_muller(u1, u2);
    let revenue = if input.revenue_grade == Grade::Assumed {
        let (of_revenue, _) = box_muller(unit(), unit());
        let spread = uncertainty.of_revenue(Grade::Assumed);
        input
            .revenue
            .map(|euros| euros * factor(spread, of_revenue))
    } else {
        input.revenue
    };
    let hours_spread = uncertainty.of_hours(input.hours_grade);
    let cost_spread = uncertainty.of_direct_cost(input.cost_grade);
    Inputs {
        revenue,
        hours: input
            .hours
            .map(|hours| hours * factor(hours_spread, of_hours)),
        direct_cost: input
            .direct_cost
            .map(|euros| euros * factor(cost_spread, of_cost)),
        potential: input.potential.map(|rating| slipped(rating, of_potential)),
        relationship: input
            .relationship
            .map(|rating| slipped(rating, of_relationship)),
        ..*input
    }
}

/// A lognormal factor with mean 1.
fn factor(spread: f64, normal: f64) -> f64 {
    (spread * normal - spread * spread / 2.0).exp()
}

/// A rating as another day could have given it.
fn slipped(rating: Rating, unit: f64) -> Rating {
    let value = rating.value();
    let other = if unit < RATING_SLIP {
        value - 1
    } else if unit >= 1.0 - RATING_SLIP {
        value + 1
    } else {
        value
    };
    Rating::new(other).unwrap_or(rating)
}
