use proptest::prelude::*;

use super::validation::{Signal, Validation, Validator, auc, n_shuffles_for};
use super::*;
use crate::doubt::{Answer, Question};
use crate::profile::{ProfileGrade, profile_from};
use crate::stats::random::{METHOD_SEED, SplitMix64};

/// Sector and headcount of 24 customers: installers are A, others are not.
fn firm() -> (TraitTable, Vec<Option<Class>>) {
    let column = |name: &str, kind, values: &[&str]| TraitColumn {
        name: name.to_owned(),
        kind,
        values: values.iter().map(|value| (*value).to_owned()).collect(),
    };
    let columns = [
        column("Sector", TraitKind::Category, &["Installatie", "Zorg"]),
        column("Medewerkers", TraitKind::Number, &["4", "30"]),
        column(
            "Naam contact",
            TraitKind::Category,
            &["only", "one", "each"],
        ),
    ];
    let customer = |position: u32| Customer {
        traits: vec![1 + position % 2, 1 + position % 3 % 2, position % 30],
        ..Customer::default()
    };
    let customers: Vec<Customer> = (0..24).map(customer).collect();
    let class = |position: u32| {
        Some(if position.is_multiple_of(2) {
            Class::A
        } else {
            Class::B
        })
    };
    (
        TraitTable::new(&customers, &columns),
        (0..24).map(class).collect(),
    )
}

fn list(rows: &[[&str; 2]]) -> (Vec<Customer>, Vec<TraitColumn>) {
    let columns = ["medewerkers", "SECTOR"].map(|name| TraitColumn {
        name: name.to_owned(),
        kind: TraitKind::Category,
        values: Vec::new(),
    });
    let mut columns = columns.to_vec();
    let prospects = rows
        .iter()
        .map(|row| {
            let mut code = |(column, text): (&mut TraitColumn, &&str)| {
                if text.is_empty() {
                    return 0;
                }
                column.values.push((*text).to_owned());
                u32::try_from(column.values.len()).unwrap()
            };
            Customer {
                traits: columns.iter_mut().zip(row).map(&mut code).collect(),
                ..Customer::default()
            }
        })
        .collect();
    (prospects, columns)
}

#[test]
fn columns_are_found_by_name_and_values_as_people_write_them() {
    let (table, classes) = firm();
    let traits = useful_traits(&table, &classes);
    // The sector, and the headcounts in groups; not a column with a value for each customer.
    assert_eq!(traits, [0, 3]);
    let model = FitModel::learn(&table, &classes, &traits).unwrap();
    let (prospects, columns) = list(&[
        ["5", "installatie "],
        ["", "ZORG"],
        ["1.200", "Landbouw"],
        ["veel", ""],
    ]);
    let scored = score_prospects(&model, &table, &prospects, &columns);
    assert_eq!(scored.columns, [Some(1), Some(0)]);
    let values: Vec<Vec<&ReasonValue>> = scored
        .fits
        .iter()
        .map(|fit| fit.reasons.iter().map(|reason| &reason.value).collect())
        .collect();
    let never = |text: &str| ReasonValue::NeverSeen(text.to_owned());
    assert_eq!(values[0], [&ReasonValue::Known(0), &ReasonValue::Known(1)]);
    assert_eq!(values[1], [&ReasonValue::Known(1), &ReasonValue::Unknown]);
    assert_eq!(values[2], [&never("Landbouw"), &ReasonValue::Known(4)]);
    assert_eq!(values[3], [&ReasonValue::Unknown, &never("veel")]);

    let bands: Vec<Band> = scored.fits.iter().map(|fit| fit.band).collect();
    assert_eq!(bands[..2], [Band::Strong, Band::Weak]);
    assert!(scored.fits[0].reasons[0].evidence > Some(0.0));
    assert!(scored.fits[1].reasons[0].evidence < Some(0.0));
    // A group that no customer is in says nothing, as does what is unknown: better than a score against,
    // yet last, for it is no score.
    assert!(scored.fits[2].score.abs() < TIE);
    let unknown: Vec<bool> = scored.fits.iter().map(Fit::is_unknown).collect();
    assert_eq!(unknown, [false, false, true, true]);
    assert_eq!(scored.best_first(), [0, 1, 2, 3]);
}

#[test]
fn too_few_of_either_and_no_traits_are_refused() {
    let (table, classes) = firm();
    let first_are_a = |n: usize| -> Vec<Option<Class>> {
        let class = |at: usize| Some(if at < n { Class::A } else { Class::C });
        (0..classes.len()).map(class).collect()
    };
    let learn = |classes: &[Option<Class>], traits: &[usize]| {
        FitModel::learn(&table, classes, traits).map(|_| ())
    };
    assert_eq!(learn(&first_are_a(4), &[0]), Err(NoFit::TooFewA { n: 4 }));
    assert_eq!(
        learn(&first_are_a(20), &[0]),
        Err(NoFit::TooFewOthers { n: 4 })
    );
    // A column of numbers is scored by its groups only.
    assert_eq!(learn(&classes, &[1]), Err(NoFit::NoTraits));
    assert_eq!(learn(&classes, &[0]), Ok(()));
}

#[test]
fn a_real_trait_is_shown_and_pieces_add_up() {
    let (table, classes) = firm();
    let model = FitModel::learn(&table, &classes, &[0]).unwrap();
    let mut validator = Validator::new(model.data(), 199).unwrap();
    let mut before = -1.0;
    let found = loop {
        assert!(validator.progress() > before);
        before = validator.progress();
        if let Some(found) = validator.step() {
            break found;
        }
    };
    assert_eq!(found.signal(), Signal::Shown);
    let customers: Vec<Customer> = vec![Customer::default(); classes.len()];
    let profile = profile_from(&customers, &table.columns, &classes);
    // Twelve A customers are not enough, however clear the signal.
    assert_eq!(found.grade(&profile), ProfileGrade::Indicative);
    let mut more = profile.clone();
    more.a.n_target = 15;
    assert_eq!(found.grade(&more), ProfileGrade::Founded);
    assert_eq!(found.n_shuffles, 199);
    assert_eq!(Some(found), validation_of(model.data()));
    assert_eq!(Some(found), validator.step());
}

#[test]
fn below_chance_is_no_signal() {
    let found = Validation {
        lpo_auc: 0.31,
        loo_auc: 0.3,
        p: 0.9,
        n_shuffles: 199,
        null_mean: 0.5,
        null_sd: 0.1,
    };
    assert_eq!(found.signal(), Signal::None);
    let chance = Validation {
        lpo_auc: 0.6,
        p: 0.2,
        ..found
    };
    assert_eq!(chance.signal(), Signal::NotShown);
}

#[test]
fn long_lists_are_shuffled_less_but_never_too_little() {
    let data = |n: u32| {
        let mut data = FitData::new(1);
        for at in 0..n {
            data.push(&[1], at % 2 == 0);
        }
        data
    };
    assert_eq!(n_shuffles_for(&data(300)), 199);
    assert_eq!(n_shuffles_for(&data(3_000)), 88);
    assert_eq!(n_shuffles_for(&data(20_000)), 39);
    assert_eq!(n_shuffles_for(&data(1)), 199);
    assert_eq!(validation_of(&data(1)), None);
}

/// What the certainty worker answers.
fn validation_of(data: &FitData) -> Option<Validation> {
    match Question::Score(data.clone()).answer(|_| ()) {
        Answer::Score(found) => found,
        other => panic!("no answer about a score: {other:?}"),
    }
}

/// The definition: count everybody again without the two of a pair.
fn lpo_by_recounting(rows: &[(Vec<u32>, bool)]) -> f64 {
    let (mut wins, mut n) = (0.0, 0.0);
    for (i, (row, _)) in rows.iter().enumerate().filter(|(_, row)| row.1) {
        for (j, (other, _)) in rows.iter().enumerate().filter(|(_, row)| !row.1) {
            let mut data = FitData::new(row.len());
            for (k, (codes, is_a)) in rows.iter().enumerate() {
                if k != i && k != j {
                    data.push(codes, *is_a);
                }
            }
            let score = |row: &[u32]| -> f64 {
                let known = row.iter().enumerate().filter(|(_, code)| **code > 0);
                known
                    .filter_map(|(place, code)| data.evidence(place, *code as usize - 1))
                    .sum()
            };
            let lead = score(row) - score(other);
            n += 1.0;
            wins += if lead > TIE {
                1.0
            } else if lead >= -TIE {
                0.5
            } else {
                0.0
            };
        }
    }
    wins / n
}

/// Twice the wins, by comparing every pair of customers by the weights of their own values.
fn half_wins_of_every_pair(data: &FitData, labels: &[bool]) -> u64 {
    let counts = data.counts(labels);
    let weights = |row: &[u32], is_a: bool| -> Vec<[f64; 2]> {
        let known = counts.iter().zip(row).map(|(counts, code)| {
            let own = counts.of(*code).without(is_a);
            [own.evidence(), own.without_different(!is_a).evidence()]
        });
        known.collect()
    };
    let customers: Vec<(&[u32], bool)> = data.rows().zip(labels.iter().copied()).collect();
    let mut half_wins = 0;
    for (row, _) in customers.iter().filter(|(_, is_a)| *is_a) {
        let own = weights(row, true);
        for (other_row, _) in customers.iter().filter(|(_, is_a)| !*is_a) {
            let others = weights(other_row, false);
            let mut lead = 0.0;
            for (at, (code, other_code)) in row.iter().zip(*other_row).enumerate() {
                lead += match (*code, *other_code) {
                    (code, other) if code == other => 0.0,
                    (_, 0) => own[at][0],
                    (0, _) => -others[at][0],
                    _ => own[at][1] - others[at][1],
                };
            }
            half_wins += u64::from(lead > TIE) + u64::from(lead >= -TIE);
        }
    }
    half_wins
}

/// The AUC by the labels themselves, and by every shuffle.
fn aucs_of_every_pair(data: &FitData, n_shuffles: usize) -> Vec<f64> {
    let n_pairs = data.n_a() * (data.len() - data.n_a());
    let mut random = SplitMix64::new(METHOD_SEED);
    let mut labels = data.is_a().to_vec();
    let mut aucs = Vec::new();
    for _ in 0..=n_shuffles {
        let half_wins = half_wins_of_every_pair(data, &labels);
        aucs.push(half_wins as f64 / (2 * n_pairs) as f64);
        labels.copy_from_slice(data.is_a());
        for last in (1..labels.len()).rev() {
            labels.swap(last, (random.next_unit() * (last + 1) as f64) as usize);
        }
    }
    aucs
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// To the last bit: kinds of customers and sums that lie far apart are a matter of speed.
    #[test]
    fn comparing_kinds_is_comparing_every_pair(
        rows in prop::collection::vec(
            (prop::collection::vec(prop_oneof![0_u32..3, 0_u32..12], 4), prop::bool::weighted(0.3)),
            2..40,
        )
    ) {
        let mut data = FitData::new(4);
        for (codes, is_a) in &rows {
            data.push(codes, *is_a);
        }
        if let Some(mut validator) = Validator::new(&data, 9) {
            let found = loop {
                if let Some(found) = validator.step() {
                    break found;
                }
            };
            let aucs = aucs_of_every_pair(&data, 9);
            let n_as_well = aucs[1..].iter().filter(|auc| **auc >= aucs[0] - TIE).count();
            let mean = aucs[1..].iter().sum::<f64>() / 9.0;
            prop_assert!(found.lpo_auc.to_bits() == aucs[0].to_bits());
            prop_assert!(found.null_mean.to_bits() == mean.to_bits());
            prop_assert!(found.p.to_bits() == ((1.0 + n_as_well as f64) / 10.0).to_bits());
        }
    }

    #[test]
    fn leaving_pairs_out_by_counts_is_recounting(
        rows in prop::collection::vec((prop::collection::vec(0_u32..4, 3), any::<bool>()), 2..20)
    ) {
        let mut data = FitData::new(3);
        for (codes, is_a) in &rows {
            data.push(codes, *is_a);
        }
        let is_mixed = data.n_a() > 0 && data.n_a() < data.len();
        prop_assert_eq!(validation_of(&data).is_some(), is_mixed);
        if let Some(found) = validation_of(&data) {
            prop_assert!((found.lpo_auc - lpo_by_recounting(&rows)).abs() < 1e-12);
            prop_assert!(found.p > 0.0 && found.p <= 1.0);
            let loo = auc(&data.loo_scores(), data.is_a()).unwrap();
            prop_assert!((found.loo_auc - loo).abs() < 1e-12);
        }
    }
}
