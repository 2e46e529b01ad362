//! A number that the user types, with a sentence when it does not fit.

use abc_core::costs::CostModel;
use leptos::prelude::*;

use super::setting::{most_of, text_of, write};
use crate::components::{Input, InputKind, Misfit};
use crate::i18n::catalog::costs::{RateWithout, Setting};
use crate::i18n::{self, Format};
use crate::state::ProjectState;
use crate::state::actions::costs::set_cost_model;

/// What the user typed into a field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Typed {
    /// Emptied: back to our default, or to unknown.
    Nothing,
    /// A number in range.
    Number(f64),
    /// Anything else: the value in force stays.
    Wrong,
}

/// The typed text as a number from 0 to `most`.
pub(super) fn typed(format: Format, text: &str, most: f64) -> Typed {
    if text.trim().is_empty() {
        return Typed::Nothing;
    }
    format
        .read(text)
        .filter(|number| (0.0..=most).contains(number))
        .map_or(Typed::Wrong, Typed::Number)
}

/// A labelled number.
#[component]
pub(super) fn NumberField(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<String>,
    /// The largest number that fits.
    most: f64,
    /// Takes the number, or `None` when the field was emptied; answers whether it fits.
    #[prop(into)]
    set: Callback<Option<f64>, bool>,
    /// What to type, below the field.
    #[prop(default = "".into(), into)]
    hint: Signal<String>,
    /// Whether the place already says what it is: in a table.
    #[prop(optional)]
    in_table: bool,
) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().costs, locale.format());
    let misfit = Misfit::new(value);
    let wrong = if in_table {
        texts.no_fit
    } else {
        texts.not_a_number
    };
    let error = misfit.says(wrong);
    let on_change = move |text: String| {
        let fits = match typed(format, &text, most) {
            Typed::Nothing => set.run(None),
            Typed::Number(number) => set.run(Some(number)),
            Typed::Wrong => false,
        };
        misfit.note(fits);
    };
    view! {
        <Input
            label
            value
            kind=InputKind::Number
            on_change
            error
            hint
            label_hidden=in_table
            short=in_table
        />
    }
}

/// One number of the cost model.
#[component]
pub(super) fn SettingField(setting: Setting) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().costs, locale.format());
    let project = ProjectState::expect();
    let value = Memo::new(move |_| text_of(setting, &project.get().cost_model, format));
    let set = Callback::new(move |number: Option<f64>| {
        let mut model = project.get_untracked().cost_model.clone();
        let fits = write(setting, &mut model, number);
        if fits {
            set_cost_model(project, |now| *now = model);
        }
        fits
    });
    let hint = Memo::new(move |_| {
        if setting != Setting::HourlyCost {
            return (texts.setting_hint)(setting).unwrap_or_default().to_owned();
        }
        let model = &project.get().cost_model;
        let of_people = model.capacity.rate();
        let ours = || RateWithout::Default(format.money(CostModel::DEFAULT_HOURLY_COST.euros()));
        let people = of_people.map(|rate| RateWithout::People(format.money(rate)));
        (texts.rate_without)(&people.unwrap_or_else(ours))
    });
    view! {
        <NumberField label=(texts.setting)(setting) value most=most_of(setting) set hint/>
    }
}

#[cfg(test)]
mod tests {
    use super::{Typed, typed};
    use crate::i18n::Locale;

    #[test]
    fn a_field_takes_what_people_write_and_refuses_the_rest() {
        let cases = [
            ("62", Typed::Number(62.0)),
            ("62,50", Typed::Number(62.5)),
            ("€ 62.5", Typed::Number(62.5)),
            ("13,2 %", Typed::Number(13.2)),
            ("  ", Typed::Nothing),
            ("-3", Typed::Wrong),
            ("zestig", Typed::Wrong),
            ("NaN", Typed::Wrong),
            ("101", Typed::Wrong),
        ];
        for (text, expected) in cases {
            assert_eq!(typed(Locale::Nl.format(), text, 100.0), expected, "{text}");
        }
    }
}
