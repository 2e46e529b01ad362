//! What comes back: the shares of the sample firm, and what the three classes mean.

use abc_core::chart::StripRow;
use leptos::prelude::*;

use crate::charts::StripChart;
use crate::components::{Klas, Letter};
use crate::i18n;
use crate::state::sample;

const LETTERS: [&str; 3] = ["A", "B", "C"];

/// The result before there is one.
#[component]
pub(super) fn YouGet() -> impl IntoView {
    let texts = &i18n::catalog().data;
    let rows = [
        (Letter::A, texts.a_title, texts.a_means),
        (Letter::B, texts.b_title, texts.b_means),
        (Letter::C, texts.c_title, texts.c_means),
    ];
    view! {
        <h2 class="section__head">{texts.you_get}</h2>
        <SampleShares/>
        <table class="plain">
            <caption class="sr">{texts.what_classes_mean}</caption>
            <tbody>
                {rows
                    .into_iter()
                    .zip(LETTERS)
                    .map(|((letter, title, means), name)| {
                        view! {
                            <tr>
                                <td>
                                    <Klas letter=Some(letter) label=name/>
                                </td>
                                <th scope="row">
                                    <b>{title}</b>
                                    " "
                                    {means}
                                </th>
                            </tr>
                        }
                    })
                    .collect_view()}
            </tbody>
        </table>
    }
}

#[component]
fn SampleShares() -> impl IntoView {
    let locale = i18n::locale();
    let format = locale.format();
    let [customers, _, _, profit] = locale.catalog().customers.strip_rows;
    let row = |name: &str, values: [f64; 3]| {
        let whole: f64 = values.iter().sum();
        let shares = values.map(|part| format.percent(part / whole));
        let labels = LETTERS.into_iter().zip(&shares);
        let labels: Vec<_> = labels
            .map(|(letter, share)| vec![format!("{letter}\u{2002}{share}"), letter.to_owned()])
            .collect();
        StripRow {
            name: name.to_owned(),
            values,
            labels: labels.try_into().unwrap_or_default(),
            total: String::new(),
        }
    };
    let contribution = sample::CONTRIBUTION.map(f64::from);
    let rows = vec![
        row(customers, sample::CUSTOMERS.map(f64::from)),
        row(profit, contribution),
    ];
    let ([n_a, _, _], [best, _, _]) = (sample::CUSTOMERS, contribution);
    let said = (locale.catalog().data.sample_found)(
        &format.count(n_a),
        &format.count(sample::CUSTOMERS.iter().sum::<u16>()),
        &format.percent(best / contribution.iter().sum::<f64>()),
    );
    view! {
        <StripChart rows label=said.clone()/>
        <p class="note">{said}</p>
    }
}
