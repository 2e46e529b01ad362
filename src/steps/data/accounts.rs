//! The ledger accounts of an auditfile or a list that count as revenue; ticking reads the file again.

use abc_core::intake::{LedgerAccount, Source};
use abc_core::mapping::{Choice, QuestionId};
use abc_core::money::Cents;
use leptos::prelude::*;

use crate::components::{Checkbox, Disclosure};
use crate::i18n::{self, Format};
use crate::state::actions::data::DataActions;

/// The list, where the file has one.
#[component]
pub(super) fn Accounts(
    /// Which reading this is.
    idx: usize,
    source: Source,
) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().data, locale.format());
    let can_change = DataActions::expect().can_read_again(&source);
    let accounts = source.ledger_accounts();
    if accounts.is_empty() {
        return None;
    }
    let counting: Vec<String> = numbers_of(accounts);
    let n_counting = counting.len();
    let n_filled = accounts
        .iter()
        .filter(|account| has_revenue(account))
        .count();
    let counting = StoredValue::new(counting);
    let rows = accounts
        .iter()
        .map(|account| {
            // Without any of them there is no revenue to reckon with.
            let is_needed =
                n_counting < 2 && account.is_revenue || n_filled < 2 && has_revenue(account);
            view! { <Account idx account=account.clone() counting is_needed can_change format/> }
        })
        .collect_view();
    let gone = (!can_change).then(|| view! { <p class="note">{texts.columns_gone}</p> });
    Some(view! {
        <Disclosure summary=(texts.accounts)(n_counting)>
            <table class="plain">
                <caption class="sr">{(texts.accounts)(n_counting)}</caption>
                <tbody>{rows}</tbody>
            </table>
            {gone}
        </Disclosure>
    })
}

#[component]
fn Account(
    idx: usize,
    account: LedgerAccount,
    /// The numbers of all accounts that count.
    counting: StoredValue<Vec<String>>,
    /// Whether it has to count.
    is_needed: bool,
    can_change: bool,
    format: Format,
) -> impl IntoView {
    let texts = &i18n::catalog().data;
    let actions = DataActions::expect();
    let number = StoredValue::new(account.number.clone());
    let on_change = move |is_revenue: bool| {
        let number = number.get_value();
        let mut numbers = counting.get_value();
        numbers.retain(|known| *known != number);
        if is_revenue {
            numbers.push(number);
        }
        let choice = Choice::Accounts(numbers);
        actions.answer(idx, QuestionId::RevenueAccounts, choice);
    };
    view! {
        <tr>
            <th scope="row">
                <Checkbox
                    label=format!("{} {}", account.number, account.name)
                    checked=Signal::stored(account.is_revenue)
                    disabled=Signal::stored(is_needed || !can_change)
                    on_change=on_change
                />
            </th>
            <td class="note">{account.is_revenue.then(|| (texts.judged_by)(account.judged_by))}</td>
            <td class="num">{format.cents(account.balance_cents)}</td>
        </tr>
    }
}

fn has_revenue(account: &LedgerAccount) -> bool {
    account.is_revenue && account.balance_cents != Cents::ZERO
}

fn numbers_of(accounts: &[LedgerAccount]) -> Vec<String> {
    let counting = accounts.iter().filter(|account| account.is_revenue);
    counting.map(|account| account.number.clone()).collect()
}
