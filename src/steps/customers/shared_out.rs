//! Revenue shared out: the largest customers beside what they bring, and how much hangs on them.
//! Description only: it decides no class.

use abc_core::chart::LorenzLabels;
use abc_core::classify::concentration::{
    Dependency, SharedOut, Shares, concentration_from, crossed_classes, shared_out_from,
};
use abc_core::customers::Class;
use leptos::prelude::*;

use super::assumed::name_of_figure;
use super::by_revenue::{ByRevenue, above_zero};
use super::pictures::{contributions, name_of};
use super::screen::Screen;
use crate::charts::{ChartTable, LorenzChart, LorenzPicture};
use crate::components::{Fact, Facts};
use crate::i18n::catalog::PictureTexts;
use crate::i18n::catalog::pictures::SharedFigures;
use crate::i18n::{self, Format, Locale};
use crate::state::Turn;
use crate::state::derived::Outcome;
use crate::steps::sentence::Sentence;

/// Everything that is said of it.
struct Found {
    out: SharedOut,
    figures: SharedFigures,
    shares: Option<Shares>,
    /// The largest customer.
    largest: Option<String>,
    /// Customers before the bend, and those that bring at least the average (computed ABC).
    bend: Option<(usize, usize)>,
    /// Whether the profit rests on costs that are our assumption.
    is_assumed: bool,
    /// What the shares are of, where that is more than all revenue.
    whole: Option<String>,
    /// Classes by revenue alone (rows) beside those of now (columns).
    crossed: Option<[[usize; 3]; 3]>,
}

impl Found {
    fn of(outcome: &Outcome, by_revenue: &ByRevenue, locale: Locale) -> Option<Self> {
        let (texts, format) = (&locale.catalog().pictures, locale.format());
        let euros: Vec<Option<f64>> = outcome.inputs.iter().map(|input| input.revenue).collect();
        let out = shared_out_from(&euros, &contributions(outcome))?;
        let active = above_zero(&outcome.project.customers);
        let largest = by_revenue.largest_not_a(outcome);
        let is_assumed = outcome.is_profit_assumed();
        let n_largest = largest.map(|largest| largest.n_largest);
        let share = n_largest.and_then(|n| out.contribution.get(n).copied());
        let found = outcome.classification.customers.iter();
        let classes = found.map(|found| found.class);
        Some(Self {
            figures: SharedFigures {
                n: out.revenue.len().saturating_sub(1),
                n_largest,
                profit_share: share
                    .map(|share| (texts.of_profit)(&format.percent(share), is_assumed)),
            },
            out,
            shares: concentration_from(&active).shares,
            largest: by_revenue
                .largest
                .map(|(position, _)| name_of(outcome, position)),
            bend: by_revenue.bend,
            is_assumed,
            whole: whole_words(by_revenue, outcome, format),
            crossed: largest.map(|_| crossed_classes(&by_revenue.classes, classes)),
        })
    }

    /// What the largest tenth brings, the largest two tenths, and so on.
    fn table(&self, locale: Locale) -> ChartTable {
        let (catalog, format) = (locale.catalog(), locale.format());
        let [largest, revenue, profit] = catalog.pictures.shared_head;
        let profit = name_of_figure(profit, self.is_assumed, &catalog.customers);
        let n = self.figures.n;
        let has_profit = !self.out.contribution.is_empty();
        let row = |tenth: usize| {
            let k = (n * tenth).div_ceil(10);
            let share = |shares: &[f64]| shares.get(k).map(|share| format.percent(*share));
            let head = format!(
                "{} ({})",
                format.percent(tenth as f64 / 10.0),
                format.count(k)
            );
            let shares = [share(&self.out.revenue), share(&self.out.contribution)];
            std::iter::once(head)
                .chain(shares.into_iter().flatten())
                .collect()
        };
        let n_columns = if has_profit { 3 } else { 2 };
        ChartTable {
            summary: catalog.customers.as_table.to_owned(),
            head: [largest.to_owned(), revenue.to_owned(), profit]
                .into_iter()
                .take(n_columns)
                .collect(),
            rows: (1..=10).map(row).collect(),
        }
    }
}

/// The picture, and what it comes down to.
#[component]
pub(super) fn RevenueShared() -> impl IntoView {
    let locale = i18n::locale();
    let screen = Screen::expect();
    let outcome = screen.turns.outcome(Turn::Ranks);
    move || {
        let by_revenue = screen.by_revenue.get();
        let found = outcome.with(|outcome| Found::of(outcome, &by_revenue, locale));
        found.map(|found| picture_view(found, locale))
    }
}

fn picture_view(found: Found, locale: Locale) -> AnyView {
    let (catalog, format) = (locale.catalog(), locale.format());
    let texts = &catalog.pictures;
    let facts = facts_of(&found, texts, format);
    let table = found.table(locale);
    let Found {
        out,
        figures,
        is_assumed,
        ..
    } = found;
    let [curve, profit] = texts.curves;
    let curve = curve.to_owned();
    let beside = name_of_figure(profit, is_assumed, &catalog.customers);
    let [first, last] = texts.ends.map(str::to_owned);
    let mark = figures.n_largest.map(texts.shared_mark).unwrap_or_default();
    let picture = LorenzPicture {
        shares: [out.revenue, out.contribution],
        marked: figures.n_largest,
        labels: LorenzLabels {
            mark,
            curve,
            beside,
            first,
            last,
        },
        grid: [0.5, 1.0].map(|share| format.percent(share)),
        label: (texts.shared_label)(&figures),
    };
    let spans = Signal::stored((texts.shared_say)(&figures));
    let title = move || view! { <Sentence spans on_link=|_| ()/> };
    view! {
        <div class="cols">
            <div class="w7">
                <LorenzChart picture title table/>
            </div>
            <div class="w5 flow">{facts}</div>
        </div>
    }
    .into_any()
}

fn facts_of(found: &Found, texts: &'static PictureTexts, format: Format) -> AnyView {
    let fact = |name: String, source: &str, figure: String| {
        view! { <Fact name source=Signal::stored(source.to_owned())>{figure}</Fact> }.into_any()
    };
    let whole = found.whole.as_deref().map(texts.whole).unwrap_or_default();
    let mut facts = Vec::new();
    if let Some((shares, largest)) = found.shares.as_ref().zip(found.largest.as_ref()) {
        let dependency = (texts.dependency)(shares.dependency()).unwrap_or_default();
        let largest = (texts.largest)(largest);
        facts.push(fact(largest, dependency, format.percent(shares.top1)));
        facts.push(fact(
            texts.five_largest.to_owned(),
            &whole,
            format.percent(shares.top5),
        ));
        let equal = (texts.n_equal)(&format.decimals(shares.n_effective, 0));
        facts.push(fact(texts.as_equal.to_owned(), "", equal));
        facts.push(fact(
            texts.gini.to_owned(),
            texts.gini_is,
            format.decimals(shares.gini, 2),
        ));
    }
    if let Some((bend, average)) = found.bend {
        facts.push(fact(texts.bend.to_owned(), "", (texts.after_n)(bend)));
        facts.push(fact(
            texts.average.to_owned(),
            "",
            (texts.n_customers)(average),
        ));
    }
    let crossed = found
        .crossed
        .map(|counts| crossed_view(counts, texts, format));
    view! {
        <Facts>{facts}</Facts>
        {crossed}
    }
    .into_any()
}

fn crossed_view(counts: [[usize; 3]; 3], texts: &PictureTexts, format: Format) -> AnyView {
    let head =
        Class::ALL.map(|class| view! { <th scope="col" class="num">{class.to_string()}</th> });
    let rows = texts
        .by_revenue_rows
        .into_iter()
        .zip(counts)
        .map(|(name, counts)| {
            let cells = counts.map(|n| view! { <td class="num">{format.count(n)}</td> });
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    {cells.into_iter().collect_view()}
                </tr>
            }
        });
    view! {
        <table class="plain">
            <caption class="note">{texts.crossed}</caption>
            <thead>
                <tr>
                    <th scope="col">{texts.by_revenue}</th>
                    {head.into_iter().collect_view()}
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// What the shares of revenue are of, where credits make that more than all revenue; euros per 12 months.
fn whole_words(by_revenue: &ByRevenue, outcome: &Outcome, format: Format) -> Option<String> {
    let whole = by_revenue.whole?.euros() * outcome.project.cost_model.per_year();
    Some(format.money_whole(whole))
}

/// The line among the warnings when much hangs on one customer (method.md section 3).
pub(super) fn dependency_note(
    by_revenue: &ByRevenue,
    outcome: &Outcome,
    texts: &PictureTexts,
    format: Format,
) -> Option<String> {
    let (position, share) = by_revenue.largest?;
    let dependency = Dependency::of_share(share);
    let is_several = outcome.classification.firm.n_active > 1;
    (is_several && dependency != Dependency::Low).then(|| {
        (texts.depends)(
            &name_of(outcome, position),
            &format.percent(share),
            dependency,
            whole_words(by_revenue, outcome, format).as_deref(),
        )
    })
}

#[cfg(test)]
mod tests;
