//! The share of ideal customers, a target for it, and what the article promises of more of them: focus,
//! specialisation, return; each with the numbers of this firm.

use abc_core::gains::{Gains, gains_from};
use abc_core::profile::IdealProfile;
use leptos::prelude::*;

use crate::components::{Input, InputKind, Section};
use crate::i18n::catalog::aim::{FocusSaid, GainSaid, ShareSaid, SpecialSaid, TargetSaid};
use crate::i18n::{self, Format, Locale, Span};
use crate::state::actions::ideal::set_target;
use crate::state::{Derived, ProjectState};
use crate::steps::sentence::Sentence;

use super::lines::shown;
use super::topic::{topic_of, within_sentence};

/// The section.
#[component]
pub(super) fn MoreIdeal(
    /// Called with the target of a link.
    on_link: Callback<&'static str>,
) -> impl IntoView {
    let locale = i18n::locale();
    let (texts, format) = (&locale.catalog().aim, locale.format());
    let (derived, project) = (Derived::expect(), ProjectState::expect());
    let gains = Memo::new(move |_| {
        let (outcome, profile) = (derived.outcome.get(), derived.profile.get());
        gains_from(&profile, &outcome.inputs, &outcome.classification)
    });
    let target = Memo::new(move |_| project.get().ideal_target);
    let share = Signal::derive(move || gains.with(|gains| share_says(gains, locale)));
    let value = Signal::derive(move || target.get().map_or_else(String::new, |t| t.to_string()));
    let is_wrong = RwSignal::new(false);
    let on_change = move |typed: String| {
        let read = percent_from(&typed, format);
        is_wrong.set(read.is_err());
        if let Ok(target) = read {
            set_target(project, target);
        }
    };
    let error = Signal::derive(move || is_wrong.get().then(|| texts.target_error.to_owned()));
    let hint = Signal::derive(move || {
        let said = target.get().map(|target| TargetSaid {
            n_wanted: gains.with(|gains| gains.n_wanted(target)),
            n_ideal: gains.with(|gains| gains.ideal.n),
        });
        said.map_or_else(String::new, |said| (texts.target_says)(&said))
    });
    let promised = move || {
        let gains = gains.get();
        let profile = derived.profile.get();
        let assumed = derived.outcome.with(|outcome| Assumed {
            is_time: outcome.is_time_assumed(),
            is_profit: outcome.is_profit_assumed(),
        });
        let says = gains_say(&gains, &profile, target.get(), assumed, locale);
        // Without anybody ideal there is nothing to compare.
        let says = says.into_iter().filter(|_| gains.ideal.n > 0);
        let says = says.map(|(name, says)| {
            view! {
                <dt>{name}</dt>
                <dd>{says}</dd>
            }
        });
        says.collect_view()
    };
    view! {
        <Section heading=texts.gains>
            <p>
                <Sentence spans=share on_link/>
            </p>
            <Input label=texts.target value on_change kind=InputKind::Number error hint short=true/>
            <dl class="gains">{promised}</dl>
        </Section>
    }
}

/// A target as typed; nothing typed is no target.
fn percent_from(typed: &str, format: Format) -> Result<Option<u8>, ()> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let read = format.read(typed).ok_or(())?;
    let mut percents = 0..=100_u8;
    let whole = percents.find(|percent| f64::from(*percent).total_cmp(&read).is_eq());
    whole.map(Some).ok_or(())
}

fn share_says(gains: &Gains, locale: Locale) -> Vec<Span> {
    let format = locale.format();
    let share = gains.ideal.n as f64 / gains.n().max(1) as f64;
    let revenue_share = gains.revenue_share().map(|share| format.percent(share));
    (locale.catalog().aim.share_says)(&ShareSaid {
        is_by_profile: gains.is_by_profile,
        n_ideal: gains.ideal.n,
        n: gains.n(),
        share: &format.percent(share),
        revenue_share: revenue_share.as_deref(),
    })
}

/// What of the gains rests on costs that are our assumption.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Assumed {
    is_time: bool,
    is_profit: bool,
}

/// Focus, specialisation and return in words; of hours that nobody gave nothing is said.
pub(super) fn gains_say(
    gains: &Gains,
    profile: &IdealProfile,
    target: Option<u8>,
    assumed: Assumed,
    locale: Locale,
) -> [(&'static str, String); 3] {
    let texts = &locale.catalog().aim;
    let or_unknown = |said: Option<String>| said.unwrap_or_else(|| texts.unknown.to_owned());
    [
        (
            texts.focus,
            or_unknown(focus(gains, locale).filter(|_| !assumed.is_time)),
        ),
        (texts.special, or_unknown(special(gains, profile, locale))),
        (texts.gain, or_unknown(gain(gains, target, assumed, locale))),
    ]
}

fn focus(gains: &Gains, locale: Locale) -> Option<String> {
    let format = locale.format();
    let share = gains.hours_share().filter(|_| gains.others.n > 0)?;
    Some((locale.catalog().aim.focus_says)(&FocusSaid {
        hours_share: &format.percent(share),
        other_hours: &format.decimals(gains.others.hours, 0),
        n_others: gains.others.n,
    }))
}

fn special(gains: &Gains, profile: &IdealProfile, locale: Locale) -> Option<String> {
    let spread = gains.spread.filter(|spread| spread.n_values > 1)?;
    let column = profile.columns.get(spread.trait_idx)?;
    let value = shown(column.values.get(spread.value_idx)?, topic_of(&column.name));
    Some((locale.catalog().aim.special_says)(&SpecialSaid {
        name: &within_sentence(&column.name, locale),
        n_values: spread.n_values,
        value: &value,
        n_with: spread.n_with,
        n_known: spread.n_known,
    }))
}

/// To two figures: more would promise what nobody knows.
fn roughly(euros: f64) -> f64 {
    let step = 10_f64
        .powf(euros.abs().max(1.0).log10().floor() - 1.0)
        .max(1.0);
    (euros / step).round() * step
}

fn gain(gains: &Gains, target: Option<u8>, assumed: Assumed, locale: Locale) -> Option<String> {
    let format = locale.format();
    let more = gains.more_per_customer()?;
    let n_missing = target.map(|target| gains.n_wanted(target).saturating_sub(gains.ideal.n));
    let n_missing = n_missing.filter(|n| *n > 0 && more > 0.0);
    let at_target = n_missing.map(|n| (format.money_whole(roughly(more * n as f64)), n));
    Some((locale.catalog().aim.gain_says)(&GainSaid {
        is_by_profile: gains.is_by_profile,
        is_assumed: assumed.is_profit,
        ideal: &format.money_whole(gains.ideal.mean_cm2()?),
        other: &format.money_whole(gains.others.mean_cm2()?),
        is_more: more > 0.0,
        target: at_target.as_ref().map(|(gain, n)| (gain.as_str(), *n)),
    }))
}

#[cfg(test)]
mod tests {
    use abc_core::classify::summary::Share;

    use super::*;

    fn share(n: usize, hours: f64, cm2: f64) -> Share {
        Share {
            n,
            revenue: 2.0 * cm2,
            hours,
            cm2,
            ..Share::default()
        }
    }

    #[test]
    fn a_target_is_a_whole_percentage() {
        for (typed, target) in [
            ("", Ok(None)),
            ("30", Ok(Some(30))),
            (" 30 % ", Ok(Some(30))),
            ("0", Ok(Some(0))),
            ("100", Ok(Some(100))),
            ("101", Err(())),
            ("-1", Err(())),
            ("2,5", Err(())),
            ("veel", Err(())),
        ] {
            assert_eq!(percent_from(typed, Locale::Nl.format()), target, "{typed}");
        }
    }

    #[test]
    fn every_number_of_the_gains_is_that_of_the_firm() {
        let gains = Gains {
            is_by_profile: true,
            ideal: share(12, 300.0, 96_000.0),
            others: share(46, 700.0, 69_000.0),
            spread: None,
        };
        let profile = abc_core::profile::profile_from(&[], &[], &[]);
        let [focus, special, gain] =
            gains_say(&gains, &profile, Some(30), Assumed::default(), Locale::Nl);
        assert!(
            focus
                .1
                .starts_with("30% van de uren gaat nu naar ideale klanten; 700 uur")
        );
        assert_eq!(special.1, Locale::Nl.catalog().aim.unknown);
        let said = gain.1.replace('\u{a0}', " ");
        assert!(
            said.contains("€ 8.000 winst per jaar, een ander € 1.500."),
            "{said}"
        );
        assert!(
            said.contains(
                "ongeveer € 39.000 per jaar, met 6 ideale klanten in plaats van 6 andere"
            ),
            "{said}"
        );
        let assumed = Assumed {
            is_time: true,
            is_profit: true,
        };
        let [focus, _, without] = gains_say(&gains, &profile, None, assumed, Locale::Nl);
        assert_eq!(focus.1, Locale::Nl.catalog().aim.unknown);
        assert!(
            without.1.contains("aangenomen winst per jaar"),
            "{}",
            without.1
        );
        assert!(!without.1.contains("ongeveer"));
    }
}
