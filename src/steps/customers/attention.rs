//! Value against attention: every customer a point, by contribution and hours.

use std::sync::Arc;

use abc_core::chart::ScatterPoint;
use abc_core::customers::{Class, Grade};
use abc_core::stats::order::largest_first;
use leptos::prelude::*;

use super::assumed::name_of_figure;
use super::pictures::{TABLE_ROWS, head_of, name_of, summary_of_table};
use super::screen::{Entry, Screen};
use crate::charts::{ChartTable, Pointed, ScatterChart, ScatterTexts};
use crate::i18n::catalog::PictureTexts;
use crate::i18n::catalog::pictures::{Brings, PointWords};
use crate::i18n::{self, Catalog, Format, Locale, Span, text_of};
use crate::state::Turn;
use crate::state::derived::Outcome;
use crate::state::session::Column;
use crate::steps::sentence::Sentence;

/// From the largest and the smallest of each side this many are named in the picture.
const NAMED: usize = 2;

/// The points, and what they come down to.
struct Found {
    /// Most hours first.
    points: Vec<ScatterPoint>,
    /// Customers with a class of whom hours or contribution are unknown.
    n_left_out: usize,
    /// Customers in the picture whose hours are our assumption.
    n_assumed: usize,
    /// The fewest customers that take half of all hours, and what they contribute of the whole.
    half: Option<(usize, f64, f64)>,
}

impl Found {
    fn of(outcome: &Outcome) -> Self {
        let found = outcome.classification.customers.iter();
        let all = (0..).zip(found.zip(outcome.inputs.iter()));
        let classified =
            all.filter_map(|(at, (found, input))| Some((at, found.class?, found, input)));
        let mut points: Vec<ScatterPoint> = Vec::new();
        let mut n_left_out = 0;
        for (position, mark, found, input) in classified {
            match (input.hours, found.cm2) {
                (Some(attention), Some(value)) => points.push(ScatterPoint {
                    position,
                    attention,
                    value,
                    mark,
                    is_assumed: input.hours_grade == Grade::Assumed,
                }),
                _ => n_left_out += 1,
            }
        }
        let mut order: Vec<(f64, u32)> = points
            .iter()
            .map(|point| point.attention)
            .zip(0..)
            .collect();
        largest_first(&mut order);
        let points: Vec<ScatterPoint> = order
            .iter()
            .filter_map(|(_, at)| points.get(*at as usize).copied())
            .collect();
        Self {
            n_left_out,
            n_assumed: points.iter().filter(|point| point.is_assumed).count(),
            half: half_of(&points),
            points,
        }
    }

    /// Who is named in the picture, most telling first: what is far from the crowd.
    fn told(&self) -> Vec<u32> {
        let mut by_value: Vec<(f64, u32)> = self
            .points
            .iter()
            .map(|point| (point.value, point.position))
            .collect();
        largest_first(&mut by_value);
        let positions = by_value.iter().map(|(_, position)| *position);
        let top = positions.clone().take(NAMED);
        let bottom = positions.rev().take(NAMED);
        let busy = self.points.iter().map(|point| point.position).take(NAMED);
        let mut told: Vec<u32> = Vec::new();
        for position in top.chain(bottom).chain(busy) {
            if !told.contains(&position) {
                told.push(position);
            }
        }
        told
    }

    /// What those who take half of the hours bring.
    fn finding(&self, is_assumed: bool, texts: &PictureTexts, format: Format) -> Vec<Span> {
        let Some((n, value, whole)) = self.half else {
            return vec![Span::Plain(texts.attention_title.to_owned())];
        };
        let is_share = whole > 0.0 && (0.0..=whole).contains(&value);
        let brings = if is_share {
            Brings::Share((texts.of_profit)(
                &format.percent(value / whole),
                is_assumed,
            ))
        } else {
            Brings::Amount(format.money_whole(value))
        };
        (texts.half_say)(n, &brings)
    }

    /// What the picture leaves out, takes for granted and how it is drawn.
    fn notes(&self, texts: &PictureTexts) -> String {
        let left_out = (self.n_left_out > 0).then(|| (texts.n_left_out)(self.n_left_out));
        let assumed = (self.n_assumed > 0).then(|| (texts.n_assumed)(self.n_assumed));
        let notes = left_out.into_iter().chain(assumed);
        let notes: Vec<String> = notes.chain([texts.scales.to_owned()]).collect();
        notes.join(" ")
    }

    fn table(&self, outcome: &Outcome, catalog: &Catalog, format: Format) -> ChartTable {
        let texts = &catalog.customers;
        let head = [
            Column::Name,
            Column::Class,
            Column::Hours,
            Column::Contribution,
        ];
        let row = |point: &ScatterPoint| {
            vec![
                name_of(outcome, point.position),
                point.mark.to_string(),
                format.short(point.attention, 2),
                format.euros_exact(point.value),
            ]
        };
        ChartTable {
            summary: summary_of_table(self.points.len(), texts, format),
            head: head.map(|column| head_of(column, outcome, texts)).to_vec(),
            rows: self.points.iter().take(TABLE_ROWS).map(row).collect(),
        }
    }
}

/// Of points with the most attention first: the fewest that take half of it, their value and that of all.
fn half_of(points: &[ScatterPoint]) -> Option<(usize, f64, f64)> {
    let all: f64 = points.iter().map(|point| point.attention).sum();
    let whole: f64 = points.iter().map(|point| point.value).sum();
    let (mut hours, mut value) = (0.0, 0.0);
    for (point, n) in points.iter().zip(1..) {
        hours += point.attention;
        value += point.value;
        if all > 0.0 && 2.0 * hours >= all {
            return Some((n, value, whole));
        }
    }
    None
}

/// The picture, or why there is none.
#[component]
pub(super) fn Attention() -> impl IntoView {
    let locale = i18n::locale();
    let screen = Screen::expect();
    let outcome = screen.turns.outcome(Turn::Ranks);
    move || {
        let outcome = outcome.get();
        if outcome.is_some_time_known() {
            return picture_view(&outcome, screen, locale);
        }
        let spans = Signal::stored((locale.catalog().pictures.no_hours)());
        let on_link = move |target| screen.follow(target);
        view! { <p class="note"><Sentence spans on_link/></p> }.into_any()
    }
}

fn picture_view(outcome: &Arc<Outcome>, screen: Screen, locale: Locale) -> AnyView {
    let (catalog, format) = (locale.catalog(), locale.format());
    let texts = &catalog.pictures;
    let found = Found::of(outcome);
    let is_assumed = outcome.is_profit_assumed();
    let finding = found.finding(is_assumed, texts, format);
    let label = (texts.attention_label)(found.points.len(), &text_of(&finding));
    let flags = found.told().into_iter();
    let flags = flags
        .map(|position| (position, name_of(outcome, position)))
        .collect();
    let table = found.table(outcome, catalog, format);
    let notes = found.notes(texts);
    let selected = Signal::derive(move || screen.session.selected.get().map(|customer| customer.0));
    let shown = Arc::clone(outcome);
    let say = Callback::new(move |pointed: Pointed| match pointed {
        Pointed::Customer(position) => Entry::of(&shown, position)
            .map(|entry| point_words(entry, catalog, format))
            .unwrap_or_default(),
        Pointed::Square(counts) => (texts.square)(counts),
    });
    let spans = Signal::stored(finding);
    let title = move || view! { <Sentence spans on_link=|_| ()/> };
    let [hours, profit] = texts.axes;
    let names = [
        hours.to_owned(),
        name_of_figure(profit, is_assumed, &catalog.customers),
    ];
    let scatter = ScatterTexts {
        walk: texts.walk,
        hint: texts.hint,
        hint_many: texts.hint_many,
    };
    let ticks = [
        Callback::new(move |hours: f64| format.short(hours, 1)),
        Callback::new(move |euros: f64| format.money_whole(euros)),
    ];
    let on_open = Callback::new(move |customer: u32| screen.visit(customer));
    view! {
        <div class="flow">
            <ScatterChart points=found.points flags selected names texts=scatter ticks say on_open label title table/>
            <p class="note">{notes}</p>
        </div>
    }
    .into_any()
}

fn point_words(entry: Entry<'_>, catalog: &Catalog, format: Format) -> String {
    (catalog.pictures.point)(&PointWords {
        name: &entry.customer.name,
        class: entry.found.class.unwrap_or(Class::B),
        contribution: format.money_whole(entry.found.cm2.unwrap_or_default()),
        hours: format.short(entry.input.hours.unwrap_or_default(), 2),
        is_assumed: entry.input.hours_grade == Grade::Assumed,
    })
}

#[cfg(test)]
mod tests;
