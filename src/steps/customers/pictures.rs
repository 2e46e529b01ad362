//! The three pictures: shares per class, the whale curve, revenue rank beside profit rank.

use std::sync::Arc;

use abc_core::chart::{MAX_HAIRLINES, SlopeFlag, SlopeLine, StripRow, WhaleBar, WhaleLabels};
use abc_core::classify::concentration::{RankPair, Whale, rank_pairs_from, whale_from};
use abc_core::classify::summary::{Share, Summary};
use abc_core::customers::Class;
use abc_core::date::MONTHS_A_YEAR;
use leptos::prelude::*;

use super::assumed::name_of_figure;
use super::figures::{Warned, whale_figures};
use super::more::MorePictures;
use super::rows::mark_of;
use super::screen::{InTurn, Screen};
use crate::charts::{ChartTable, SlopeChart, StripChart, WhaleChart};
use crate::i18n::catalog::customers::StripShares;
use crate::i18n::{self, Format, catalog::CustomersTexts, whole_parts};
use crate::state::Turn;
use crate::state::derived::Outcome;
use crate::state::session::{Column, Warning};
use crate::steps::sentence::Sentence;

/// A table of a picture shows this many customers; the grid below has them all.
pub(super) const TABLE_ROWS: usize = 100;
/// Up to this many customers every line of the ranks has a name.
const ALL_NAMED: usize = 12;
/// Between the letter, the amount and the share in a bar.
const EN_SPACE: char = '\u{2002}';

/// The pictures, each under its finding.
#[component]
pub(super) fn Pictures() -> impl IntoView {
    let sums = Screen::expect().sums;
    view! {
        <Shares sums/>
        <div class="cols">
            <div class="w5">
                <InTurn turn=Turn::Curve>
                    <Curve/>
                </InTurn>
            </div>
            <div class="w7">
                <InTurn turn=Turn::Ranks>
                    <Ranks/>
                </InTurn>
            </div>
        </div>
        <InTurn turn=Turn::Ranks>
            <MorePictures/>
        </InTurn>
    }
}

#[component]
fn Shares(sums: Memo<Summary>) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().customers, locale.format());
    // Its turn is the first: the sums are those of this outcome.
    let outcome = Screen::expect().turns.outcome(Turn::Finding);
    let names = move || outcome.with(|outcome| strip_names(outcome, texts));
    let rows = Memo::new(move |_| strip_rows(&sums.get(), names(), format));
    let label = move || {
        let shares = strip_shares(&sums.get(), format).into_iter();
        let rows = shares.zip(names());
        let mut rows = rows.map(|(shares, name)| StripShares { name, shares });
        (texts.strip_label)(&std::array::from_fn(|_| rows.next().unwrap_or_default()))
    };
    let table = Memo::new(move |_| strip_table(&sums.get(), names(), texts, format));
    view! { <StripChart rows label=Signal::derive(label) table=Signal::from(table)/> }
}

/// A figure of a class: how it is taken and how it is written.
type Figure = (fn(&Share) -> f64, fn(Format, f64) -> String);

const FIGURES: [Figure; 4] = [
    (|share| share.n as f64, |format, n| format.decimals(n, 0)),
    (|share| share.revenue, Format::money_whole),
    (
        |share| share.hours,
        |format, hours| format.decimals(hours, 0),
    ),
    (|share| share.cm2, Format::money_whole),
];

/// What each row is of: per year where the files are about another time, and assumed where the costs are.
fn strip_names(outcome: &Outcome, texts: &CustomersTexts) -> [String; 4] {
    let [customers, revenue, hours, profit] = texts.strip_rows;
    let months = outcome.project.cost_model.known_months();
    let revenue = match months {
        None | Some(MONTHS_A_YEAR) => revenue,
        Some(_) => texts.revenue_a_year,
    };
    let hours = name_of_figure(hours, outcome.is_time_assumed(), texts);
    let profit = name_of_figure(profit, outcome.is_profit_assumed(), texts);
    [customers.to_owned(), revenue.to_owned(), hours, profit]
}

fn strip_rows(sums: &Summary, names: [String; 4], format: Format) -> Vec<StripRow> {
    let row = |(name, figure): (String, Figure)| {
        let (take, write) = figure;
        let label = |(class, amount, share): (Class, String, Option<String>)| match share {
            Some(share) => vec![
                format!("{class}{EN_SPACE}{amount}{EN_SPACE}{share}"),
                format!("{class}{EN_SPACE}{share}"),
                class.to_string(),
            ],
            None => vec![format!("{class}{EN_SPACE}{amount}"), class.to_string()],
        };
        StripRow {
            name,
            values: Class::ALL.map(|class| take(&sums.class(class))),
            labels: divided(sums, figure, format).map(label),
            total: write(format, take(&sums.total)),
        }
    };
    names.into_iter().zip(FIGURES).map(row).collect()
}

/// The amount and the share of each class; amounts add up to what is written as their total, shares are each
/// rounded by itself, so that equal ones are equal. Shares of nothing, or of a loss, say nothing.
fn divided(
    sums: &Summary,
    (take, write): Figure,
    format: Format,
) -> [(Class, String, Option<String>); 3] {
    let values = Class::ALL.map(|class| take(&sums.class(class)));
    let whole = take(&sums.total);
    let share = |value: f64| (whole > 0.0).then(|| format.percent(value / whole));
    let ([a, b, c], [a_share, b_share, c_share]) = (whole_parts(values), values.map(share));
    [
        (Class::A, a, a_share),
        (Class::B, b, b_share),
        (Class::C, c, c_share),
    ]
    .map(|(class, amount, share)| (class, write(format, amount), share))
}

/// The shares in words; amounts where a share says nothing.
fn strip_shares(sums: &Summary, format: Format) -> [[String; 3]; 4] {
    FIGURES.map(|figure| {
        divided(sums, figure, format).map(|(_, amount, share)| share.unwrap_or(amount))
    })
}

fn strip_table(
    sums: &Summary,
    names: [String; 4],
    texts: &CustomersTexts,
    format: Format,
) -> ChartTable {
    let rows = names.into_iter().zip(FIGURES);
    let classes = Class::ALL.map(|class| class.to_string());
    ChartTable {
        summary: texts.as_table.to_owned(),
        head: std::iter::once(texts.figure.to_owned())
            .chain(classes)
            .chain([texts.total.to_owned()])
            .collect(),
        rows: rows
            .map(|(name, figure)| {
                let (take, write) = figure;
                let parts = divided(sums, figure, format).map(|(_, amount, _)| amount);
                let total = write(format, take(&sums.total));
                let cells = std::iter::once(name).chain(parts);
                cells.chain([total]).collect()
            })
            .collect(),
    }
}

pub(super) fn contributions(outcome: &Outcome) -> Vec<Option<f64>> {
    // Who is not classified is not in the sums beside the curve either.
    let found = outcome.classification.customers.iter();
    found.map(|found| found.class.and(found.cm2)).collect()
}

pub(super) fn name_of(outcome: &Outcome, position: u32) -> String {
    let customer = outcome.project.customers.get(position as usize);
    customer.map_or_else(String::new, |customer| customer.name.clone())
}

/// What a column of the grid is called; a picture's table calls its own the same.
pub(super) fn head_of(column: Column, outcome: &Outcome, texts: &CustomersTexts) -> String {
    let mut columns = Column::ALL.into_iter().zip(texts.columns);
    let found = columns.find(|(known, _)| *known == column);
    let is_assumed = column == Column::Contribution && outcome.is_profit_assumed();
    name_of_figure(found.map_or("", |(_, head)| head), is_assumed, texts)
}

pub(super) fn summary_of_table(n: usize, texts: &CustomersTexts, format: Format) -> String {
    if n > TABLE_ROWS {
        (texts.first_of)(&format.count(TABLE_ROWS), &format.count(n))
    } else {
        texts.as_table.to_owned()
    }
}

#[component]
fn Curve() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().customers, locale.format());
    let screen = Screen::expect();
    let outcome = screen.turns.outcome(Turn::Curve);
    let whale = Memo::new(move |_| outcome.with(|outcome| whale_from(&contributions(outcome))));
    let figures =
        move || outcome.with(|outcome| whale.with(|whale| whale_figures(whale, outcome, format)));
    let bars = Memo::new(move |_| {
        outcome.with(|outcome| {
            let found = &outcome.classification.customers;
            let bar = |position: &u32| {
                let found = found.get(*position as usize)?;
                Some(WhaleBar {
                    mark: found.class?,
                    contribution: found.cm2?,
                })
            };
            // Best first already: what is in order need not be sorted at every width.
            whale.with(|whale| whale.order.iter().filter_map(bar).collect::<Vec<_>>())
        })
    });
    let labels = Memo::new(move |_| {
        let figures = figures();
        WhaleLabels {
            peak: (texts.whale_peak)(&figures),
            top: (texts.whale_top)(&figures),
            rest: (texts.whale_rest)(&figures),
            most: texts.whale_most.to_owned(),
            least: texts.whale_least.to_owned(),
        }
    });
    let label = Signal::derive(move || (texts.whale_label)(&figures()));
    let table = Signal::derive(move || {
        outcome.with(|outcome| whale.with(|whale| whale_table(whale, outcome, texts, format)))
    });
    let title = move || {
        let spans = Signal::derive(move || (texts.whale_say)(&figures().finding));
        view! { <Sentence spans on_link=move |target| screen.follow(target)/> }
    };
    view! {
        <WhaleChart
            bars
            labels
            tick=move |value: f64| format.money_whole(value)
            label
            title
            table
        />
    }
}

fn whale_table(
    whale: &Whale,
    outcome: &Outcome,
    texts: &CustomersTexts,
    format: Format,
) -> ChartTable {
    let found = &outcome.classification.customers;
    let row = |(position, sum): (&u32, &f64)| {
        let cm2 = found
            .get(*position as usize)
            .and_then(|found| found.cm2)
            .unwrap_or_default();
        vec![
            name_of(outcome, *position),
            format.euros_exact(cm2),
            format.euros_exact(*sum),
        ]
    };
    let [name, contribution] =
        [Column::Name, Column::Contribution].map(|column| head_of(column, outcome, texts));
    ChartTable {
        summary: summary_of_table(whale.order.len(), texts, format),
        head: vec![name, contribution, texts.whale_added.to_owned()],
        rows: whale
            .order
            .iter()
            .zip(&whale.curve)
            .take(TABLE_ROWS)
            .map(row)
            .collect(),
    }
}

#[component]
fn Ranks() -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().customers, locale.format());
    let screen = Screen::expect();
    let outcome = screen.turns.outcome(Turn::Ranks);
    let pairs = Memo::new(move |_| outcome.with(|outcome| rank_pairs(outcome)));
    let lines = Memo::new(move |_| {
        // Their turn comes before this one: what they say is about the same outcome.
        let warned = screen.warned.map(|warned| warned.get_untracked());
        outcome.with(|outcome| pairs.with(|pairs| slope_lines(pairs, &warned, outcome, texts)))
    });
    let label = Signal::derive(move || {
        lines.with(|lines| {
            let flags: Vec<String> = lines
                .iter()
                .filter_map(|line| {
                    let flag = line.flag.as_ref()?;
                    Some((texts.slope_flag)(
                        &flag.name,
                        line.left_rank,
                        line.right_rank,
                    ))
                })
                .collect();
            (texts.slope_label)(&flags)
        })
    });
    let table = Signal::derive(move || {
        outcome.with(|outcome| pairs.with(|pairs| ranks_table(pairs, outcome, texts, format)))
    });
    let right_name = Signal::derive(move || {
        let is_assumed = outcome.with(|outcome| outcome.is_profit_assumed());
        name_of_figure(texts.slope_right, is_assumed, texts)
    });
    let counts = move || {
        let largest = screen.largest.get();
        largest.map(|counts| (counts.n_largest, counts.n_not_a))
    };
    let title = move || {
        let spans = Signal::derive(move || (texts.slope_say)(counts()));
        view! { <Sentence spans on_link=move |target| screen.follow(target)/> }
    };
    view! {
        <SlopeChart
            lines
            left_name=texts.slope_left
            right_name
            label
            title
            table
        />
    }
}

/// The places in revenue and in contribution of who has both.
pub(super) fn rank_pairs(outcome: &Outcome) -> Vec<RankPair> {
    let revenues: Vec<Option<f64>> = outcome.inputs.iter().map(|input| input.revenue).collect();
    rank_pairs_from(&revenues, &contributions(outcome))
}

fn slope_lines(
    pairs: &[RankPair],
    warned: &[Arc<Warned>; 3],
    outcome: &Outcome,
    texts: &CustomersTexts,
) -> Vec<SlopeLine> {
    let flagged = flagged(pairs, warned, outcome, texts);
    let line = |pair: &RankPair| {
        let found = outcome.classification.customers.get(pair.position as usize);
        let flag = flagged
            .iter()
            .find(|(position, _, _)| *position == pair.position);
        let told = flag.map(|(_, reason, is_good)| (*reason, *is_good));
        let told = told.or_else(|| (pairs.len() <= ALL_NAMED).then_some(("", false)));
        Some(SlopeLine {
            left_rank: pair.revenue_rank,
            right_rank: pair.profit_rank,
            mark: found?.class?,
            flag: told.map(|(reason, is_good)| SlopeFlag {
                name: name_of(outcome, pair.position),
                reason: reason.to_owned(),
                is_good,
            }),
        })
    };
    // The picture thins what is crowded as well, but at every width again. The last line stays: its rank is
    // the length of the axes.
    let step = pairs.len().div_ceil(MAX_HAIRLINES - 1).max(1);
    let last = pairs.len().saturating_sub(1);
    let drawn = pairs.iter().enumerate().filter(|(at, pair)| {
        at % step == 0 || *at == last || flagged.iter().any(|(told, _, _)| *told == pair.position)
    });
    drawn.filter_map(|(_, pair)| line(pair)).collect()
}

/// The few lines that are told: who is both first, and of each warning the one it is most about; a
/// second big one, because that is the picture's point.
fn flagged(
    pairs: &[RankPair],
    warned: &[Arc<Warned>; 3],
    outcome: &Outcome,
    texts: &CustomersTexts,
) -> Vec<(u32, &'static str, bool)> {
    let mut told: Vec<(u32, &'static str, bool)> = Vec::new();
    let is_a = |pair: &&RankPair| {
        let found = outcome.classification.customers.get(pair.position as usize);
        pair.profit_rank == 1 && found.and_then(|found| found.class) == Some(Class::A)
    };
    if let Some(first) = pairs.first().filter(is_a) {
        told.push((first.position, texts.slope_best, true));
    }
    // Big and not the best it may be, but not beside the first place in what it brings.
    let first = pairs.iter().find(|pair| pair.profit_rank == 1);
    let is_ranked = |position: &u32| pairs.iter().any(|pair| pair.position == *position);
    let warnings = Warning::ALL.into_iter().zip(warned);
    for (warning, warned) in warnings {
        let n = if warning == Warning::Big { 2 } else { 1 };
        let fresh: Vec<u32> = warned
            .customers
            .iter()
            .copied()
            .filter(|position| told.iter().all(|(known, _, _)| known != position))
            .filter(is_ranked)
            .take(n)
            .collect();
        told.extend(fresh.into_iter().map(|position| {
            let is_first = first.is_some_and(|first| first.position == position);
            let found = outcome.classification.customers.get(position as usize);
            let name = match found {
                Some(found) if !is_first => mark_of(warning, found, texts.warning_marks),
                _ => texts.slope_first,
            };
            (position, name, false)
        }));
    }
    told
}

fn ranks_table(
    pairs: &[RankPair],
    outcome: &Outcome,
    texts: &CustomersTexts,
    format: Format,
) -> ChartTable {
    let name = head_of(Column::Name, outcome, texts);
    let profit = name_of_figure(texts.slope_right, outcome.is_profit_assumed(), texts);
    ChartTable {
        summary: summary_of_table(pairs.len(), texts, format),
        head: vec![name, texts.slope_left.to_owned(), profit],
        rows: pairs
            .iter()
            .take(TABLE_ROWS)
            .map(|pair| {
                vec![
                    name_of(outcome, pair.position),
                    format.count(pair.revenue_rank),
                    format.count(pair.profit_rank),
                ]
            })
            .collect(),
    }
}
