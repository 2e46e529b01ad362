//! Any project that is within the limits.

use std::sync::Arc;

use proptest::collection::{btree_map, btree_set, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::classify::policy::{ContributionMin, MarginMin};
use crate::classify::{Criterion, Fail, Policy, Rule};
use crate::costs::{Capacity, CostModel, OwnRating, TimeEquation, Uncertainty};
use crate::customers::{
    Attention, Bought, Class, Customer, CustomerId, Grade, Rating, TraitColumn, TraitKind,
};
use crate::date::Date;
use crate::intake::{
    Books, Container, Encoding, FileFlag, FlagReason, IgnoreReason, JudgedBy, LedgerAccount,
    LookAlikes, Noted, ReadOptions, RejectReason, RowTally, Source, SourceKind, YearCustomer,
    YearSummary,
};
use crate::join::{FileKey, JoinDecisions, Spelled, Verdict};
use crate::mapping::{
    Answer, Choice, Column, Confidence, DayOrder, Notation, Question, QuestionId, Role,
};
use crate::migration::{LastTime, Outcome, Past, Settings};
use crate::money::Cents;
use crate::project::{Notes, Override, OverrideReason, PastOverride, Project, Upgrade};
use crate::readings::{Reading, Unassigned};

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{0,12}",
        any::<String>(),
        Just("\u{202e}</script>\"\\\u{0}\n".to_owned()),
    ]
}

fn date() -> impl Strategy<Value = Date> {
    (-9999..=9999_i16, 1..=12_i8, 1..=28_i8).prop_map(|(y, m, d)| jiff::civil::date(y, m, d))
}

fn figure() -> impl Strategy<Value = f64> {
    prop_oneof![
        Just(0.0),
        Just(-0.0),
        Just(0.1),
        -1e12..1e12_f64,
        0.0..1e-300_f64
    ]
}

fn rating() -> impl Strategy<Value = Rating> {
    (1..=5_u8).prop_filter_map("1 to 5", Rating::new)
}

fn grade() -> impl Strategy<Value = Grade> {
    select(vec![Grade::Recorded, Grade::Estimated, Grade::Assumed])
}

fn class() -> impl Strategy<Value = Class> {
    select(Class::ALL.to_vec())
}

fn customer(n_values: Vec<u32>) -> impl Strategy<Value = Customer> {
    let traits: Vec<_> = n_values.into_iter().map(|n| 0..=n).collect();
    (
        (text(), text(), of(any::<i64>()), of(any::<i64>()), grade()),
        (of(figure()), grade(), any::<i64>(), figure()),
        (of(rating()), of(rating()), of(attention())),
        (of(any::<u32>()), of(any::<u32>()), of(any::<u32>())),
        (
            of(figure()),
            of(figure()),
            of(class()),
            traits,
            any::<u32>(),
            bought(),
        ),
    )
        .prop_map(|(money, work, ratings, counts, rest)| Customer {
            name: money.0,
            code: money.1,
            revenue: money.2.map(Cents),
            revenue_grade: money.4,
            direct_cost: money.3.map(Cents),
            cost_grade: money.4,
            hours: work.0,
            hours_grade: work.1,
            other_cost: Cents(work.2),
            own_fault_hours: work.3,
            potential: ratings.0,
            relationship: ratings.1,
            attention: ratings.2,
            orders: counts.0,
            visits: counts.1,
            complaints: counts.2,
            days_to_pay: rest.0,
            tenure_months: rest.1,
            given_class: rest.2,
            traits: rest.3,
            n_rows: rest.4,
            bought: rest.5,
            ..Customer::default()
        })
}

fn bought() -> impl Strategy<Value = Bought> {
    vec(date(), 0..4).prop_map(|days| {
        let mut bought = Bought::default();
        for day in days {
            bought.add(day);
        }
        bought
    })
}

fn attention() -> impl Strategy<Value = Attention> {
    select(vec![
        Attention::Low,
        Attention::Normal,
        Attention::High,
        Attention::Extreme,
    ])
}

fn trait_column() -> impl Strategy<Value = TraitColumn> {
    let kind = select(vec![TraitKind::Category, TraitKind::Number]);
    (text(), kind, vec(text(), 0..4)).prop_map(|(name, kind, values)| TraitColumn {
        name,
        kind,
        values,
    })
}

fn choice() -> impl Strategy<Value = Choice> {
    prop_oneof![
        (0..1024_u32).prop_map(Choice::Column),
        vec(0..1024_u32, 0..4).prop_map(Choice::SumOf),
        (0..=100_u8).prop_map(Choice::InclVat),
        select(vec![
            Choice::DecimalComma,
            Choice::DecimalDot,
            Choice::RevenueExclVat,
            Choice::NotRevenue,
            Choice::AsWritten,
            Choice::Thousands,
            Choice::Negate,
            Choice::CreditMinusDebit,
            Choice::DebitMinusCredit,
            Choice::Yes,
            Choice::No,
            Choice::DayFirst,
            Choice::MonthFirst,
        ]),
    ]
}

fn role() -> impl Strategy<Value = Role> {
    select(vec![
        Role::Name,
        Role::RevenueInclVat,
        Role::Trait,
        Role::Ignored,
    ])
}

fn question_id() -> impl Strategy<Value = QuestionId> {
    select(vec![
        QuestionId::AmountColumn,
        QuestionId::Sign,
        QuestionId::Encoding,
    ])
}

fn encoding() -> impl Strategy<Value = Encoding> {
    select(vec![
        Encoding::Utf8,
        Encoding::Utf16Le,
        Encoding::Utf16Be,
        Encoding::Windows1252,
        Encoding::Cp850,
    ])
}

fn noted<R: Clone + std::fmt::Debug + 'static>(
    reasons: Vec<R>,
) -> impl Strategy<Value = Vec<Noted<R>>> {
    let row = (any::<u64>(), select(reasons), of(any::<u32>()), text());
    vec(
        row.prop_map(|(line, reason, column, text)| Noted {
            line,
            reason,
            column,
            text,
        }),
        0..3,
    )
}

fn question() -> impl Strategy<Value = Question> {
    let totals = of((any::<u32>(), any::<i64>()));
    let answer = (choice(), totals, of(any::<u64>()));
    let answers = vec(
        answer.prop_map(|(choice, totals, seconds)| Answer {
            choice,
            totals,
            seconds,
        }),
        1..4,
    );
    (
        question_id(),
        any::<bool>(),
        answers,
        of(any::<prop::sample::Index>()),
    )
        .prop_map(|(id, is_blocking, answers, given)| Question {
            id,
            is_blocking,
            given: given.map(|given| given.index(answers.len())),
            answers,
        })
}

pub(super) fn options() -> impl Strategy<Value = ReadOptions> {
    (
        of(encoding()),
        of(any::<u8>()),
        vec((0..1024_u32, role()), 0..3),
        vec((question_id(), choice()), 0..3),
        of(date()),
        any::<bool>(),
    )
        .prop_map(
            |(encoding, delimiter, roles, answers, today, is_from_earlier)| ReadOptions {
                encoding,
                delimiter,
                roles,
                answers,
                today,
                is_from_earlier,
            },
        )
}

fn source_kind() -> impl Strategy<Value = SourceKind> {
    select(vec![
        SourceKind::Customers,
        SourceKind::Transactions,
        SourceKind::Hours,
        SourceKind::Auditfile,
        SourceKind::CustomerList,
    ])
}

fn container() -> impl Strategy<Value = Container> {
    prop_oneof![
        select(vec![Container::Delimited, Container::Ods, Container::Typed]),
        text().prop_map(|version| Container::Xaf { version }),
    ]
}

fn books() -> impl Strategy<Value = Books> {
    let account = (text(), of(text()), any::<bool>(), any::<i64>()).prop_map(
        |(name, rgs, is_revenue, balance)| LedgerAccount {
            number: name.clone(),
            name,
            rgs,
            is_revenue,
            judged_by: JudgedBy::Description,
            balance_cents: Cents(balance),
        },
    );
    let year = (text(), any::<[i64; 4]>()).prop_map(|(year, cents)| YearSummary {
        customers: vec![YearCustomer {
            code: year.clone(),
            name: year.clone(),
            revenue_cents: Cents(cents[0]),
        }],
        year,
        revenue_cents: Cents(cents[1]),
        cost_cents: Cents(cents[2]),
        without_customer_cents: Cents(cents[3]),
    });
    (
        vec(text(), 3),
        vec(text(), 0..2),
        vec(account, 0..2),
        vec(year, 0..2),
        any::<[i64; 3]>(),
    )
        .prop_map(
            |(words, fiscal_years, revenue_accounts, years, cents)| Books {
                version: words[0].clone(),
                company: words[1].clone(),
                currency: words[2].clone(),
                fiscal_years,
                revenue_accounts,
                revenue_cents: Cents(cents[0]),
                cost_cents: Cents(cents[1]),
                without_customer_cents: Cents(cents[2]),
                years,
            },
        )
}

fn source() -> impl Strategy<Value = Source> {
    let column = (
        text(),
        role(),
        select(vec![Confidence::Low, Confidence::Given]),
        select(vec![Notation::Comma, Notation::Dot, Notation::Whole]),
        select(vec![DayOrder::DayFirst, DayOrder::MonthFirst]),
    )
        .prop_map(|(header, role, confidence, notation, day_order)| Column {
            header,
            role,
            confidence,
            notation,
            day_order,
        });
    (
        (
            text(),
            any::<u64>(),
            source_kind(),
            encoding(),
            any::<bool>(),
            any::<u8>(),
        ),
        (of(any::<u64>()), vec(column, 0..3), any::<[u64; 4]>()),
        noted(vec![RejectReason::AmountInvalid, RejectReason::QuoteError]),
        noted(vec![IgnoreReason::EmptyLine, IgnoreReason::TotalRow]),
        noted(vec![FlagReason::Rounded, FlagReason::LongName]),
        vec(select(vec![FileFlag::TotalNotPositive]), 0..2),
        (vec(vec(text(), 0..3), 0..3), vec(question(), 0..3)),
        (
            of((date(), date())),
            any::<i64>(),
            options(),
            (container(), of(text()), of(books()), vec(text(), 0..3)),
        ),
    )
        .prop_map(
            |(file, table, rejected, ignored, flagged, file_flags, asked, rest)| Source {
                name: file.0,
                nth: u32::from(rest.1 < 0),
                n_bytes: file.1,
                kind: file.2,
                encoding: file.3,
                has_bom: file.4,
                delimiter: file.5,
                header_line: table.0,
                columns: table.1,
                tally: RowTally {
                    records: table.2[0],
                    accepted: table.2[1],
                    rejected: table.2[2],
                    ignored: table.2[3],
                },
                rejected,
                ignored,
                flagged,
                file_flags,
                sample: asked.0,
                questions: asked.1,
                period: rest.0.map(|(a, b)| (a.min(b), a.max(b))),
                revenue_cents: rest.1,
                options: rest.2,
                container: rest.3.0,
                sheet: rest.3.1,
                unread_sheets: rest.3.3,
                program: None,
                look_alikes: LookAlikes::default(),
                accounts: rest
                    .3
                    .2
                    .iter()
                    .flat_map(|books| books.revenue_accounts.clone())
                    .collect(),
                books: rest.3.2.map(Box::new),
            },
        )
}

fn policy() -> impl Strategy<Value = Policy> {
    let margin = prop_oneof![
        (0.0..=100.0).prop_map(MarginMin::FactorOfFirm),
        (-100.0..=1.0).prop_map(MarginMin::Share),
    ];
    let contribution = prop_oneof![
        (0.0..=1e6).prop_map(ContributionMin::AccountHours),
        figure().prop_map(ContributionMin::Euros),
    ];
    (
        (
            prop::array::uniform4(0.001..1e6_f64),
            0.0..=100.0,
            0.0..=100.0,
        ),
        (margin, contribution),
        (0.0..=1200.0, 0.0..=100.0, 0.0..=1e6, 0.0..=100.0),
    )
        .prop_map(|(scores, borders, factors)| Policy {
            weights: scores.0,
            floor: scores.1,
            a_cut: scores.2,
            margin_min: borders.0,
            contribution_min: borders.1,
            new_months: factors.0,
            price_norm_factor: factors.1,
            attention_norm_factor: factors.2,
            b_plus_potential: factors.3,
        })
}

fn hourly_cost() -> impl Strategy<Value = Cents> {
    (0..=CostModel::MOST_HOURLY_COST.0).prop_map(Cents)
}

fn capacity() -> impl Strategy<Value = Capacity> {
    (
        of((0..=Capacity::MOST_YEARLY_COST.0).prop_map(Cents)),
        of(0.0..=Capacity::MOST_FTE),
        0.0..=Capacity::MOST_HOURS_PER_WEEK,
        0.0..=Capacity::MOST_WEEKS,
        0.0..=1.0,
    )
        .prop_map(
            |(yearly_cost, fte, hours_per_week, weeks, practical_share)| Capacity {
                yearly_cost,
                fte,
                hours_per_week,
                weeks,
                practical_share,
            },
        )
}

fn time_equation() -> impl Strategy<Value = TimeEquation> {
    let hours = || 0.0..=TimeEquation::MOST_HOURS;
    let base = prop::array::uniform4(hours());
    (base, hours(), hours(), hours()).prop_map(|(base, per_order, per_visit, per_complaint)| {
        TimeEquation {
            base,
            per_order,
            per_visit,
            per_complaint,
        }
    })
}

fn uncertainty() -> impl Strategy<Value = Uncertainty> {
    let parts = || prop::array::uniform3(0.0..=Uncertainty::MOST);
    (parts(), parts(), parts()).prop_map(|(hours, direct_cost, revenue)| Uncertainty {
        hours,
        direct_cost,
        revenue,
    })
}

fn cost_model() -> impl Strategy<Value = CostModel> {
    let rates = (
        of(hourly_cost()),
        btree_map(text(), hourly_cost(), 0..3),
        any::<bool>(),
        prop_oneof![Just(Capacity::default()), capacity()],
    );
    let filling = (
        of(0..=10_000_u16),
        any::<bool>(),
        prop_oneof![Just(TimeEquation::default()), time_equation()],
        of(0.0..=CostModel::MOST_SCALE),
        0..=CostModel::MOST_LATE_PAYMENT_PERMILLE,
        prop_oneof![Just(Uncertainty::default()), uncertainty()],
    );
    let months = (1..=1_200_u16, any::<bool>(), of(1..=1_200_u16));
    (rates, filling, months).prop_map(
        |(rates, filling, (months, months_assumed, hours_months_given))| CostModel {
            hourly_cost: rates.0,
            person_rates: rates.1,
            ignores_registered_cost: rates.2,
            capacity: rates.3,
            direct_cost_permille: filling.0,
            fills_hours: filling.1,
            time: filling.2,
            estimates_scale: filling.3,
            late_payment_permille: filling.4,
            uncertainty: filling.5,
            months,
            months_assumed,
            hours_months_given,
            ..CostModel::default()
        },
    )
}

fn by_hand() -> impl Strategy<Value = Override> {
    let reason = select(vec![
        OverrideReason::Network,
        OverrideReason::FromFile,
        OverrideReason::Other,
    ]);
    (class(), reason, text(), of(date()), of(class())).prop_map(
        |(class, reason, note, date, computed)| Override {
            class,
            reason,
            note,
            date,
            computed,
        },
    )
}

fn notes() -> impl Strategy<Value = Notes> {
    let past = (by_hand(), of(date())).prop_map(|(by_hand, until)| PastOverride { by_hand, until });
    (text(), vec(past, 0..3)).prop_map(|(text, past)| Notes { text, past })
}

fn upgrade() -> impl Strategy<Value = Upgrade> {
    (text(), text(), of(date())).prop_map(|(step, who, by)| Upgrade { step, who, by })
}

fn own_rating() -> impl Strategy<Value = OwnRating> {
    let counted = || of(0..=OwnRating::MOST_COUNTED);
    (
        of(of(rating())),
        of(of(rating())),
        of(attention()),
        of(0..=1_000_u16),
        any::<bool>(),
        (counted(), counted(), counted()),
        of(0..=OwnRating::MOST_SECONDS),
        any::<bool>(),
    )
        .prop_map(|own| OwnRating {
            potential: own.0,
            relationship: own.1,
            attention: own.2,
            purchases_permille: own.3,
            never_satisfied: own.4,
            orders: own.5.0,
            visits: own.5.1,
            complaints: own.5.2,
            seconds: own.6,
            liked: own.7,
        })
}

/// Few, so that parties of several readings meet.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        text(),
        select(vec!["Jansen".to_owned(), "JANSEN BV".to_owned()])
    ]
}

fn look_alikes(found: Option<Vec<(Index, Index)>>, n_parties: usize) -> LookAlikes {
    let Some(pairs) = found else {
        return LookAlikes::default();
    };
    let place = |at: Index| u32::try_from(at.index(n_parties)).unwrap();
    let pairs: Vec<(u32, u32)> = pairs
        .into_iter()
        .filter(|_| n_parties > 0)
        .map(|(a, b)| (place(a), place(b)))
        .collect();
    LookAlikes {
        is_searched: true,
        n_pairs: u32::try_from(pairs.len()).unwrap(),
        pairs,
    }
}

fn reading() -> impl Strategy<Value = Reading> {
    (vec(trait_column(), 0..3), vec(text(), 0..3)).prop_flat_map(|(trait_columns, persons)| {
        let n_values = trait_columns
            .iter()
            .map(|column| u32::try_from(column.values.len()).unwrap_or_default())
            .collect();
        let party = (customer(n_values), name(), worked(persons.len()));
        let parties = vec(party, 0..5).prop_map(|parties| {
            let named =
                parties
                    .into_iter()
                    .map(
                        |(customer, name, (registrations, seconds, cost))| Customer {
                            name,
                            registrations,
                            seconds_by_person: seconds,
                            hours_cost: cost.map(Cents),
                            ..customer
                        },
                    );
            named.collect::<Vec<_>>()
        });
        let unassigned = (any::<i64>(), any::<u64>());
        let alike = of(vec((any::<Index>(), any::<Index>()), 0..3));
        (source(), parties, of(1..=1_200_u16), unassigned, alike).prop_map(
            move |(source, parties, months, (revenue, seconds), alike)| Reading {
                source: Source {
                    look_alikes: look_alikes(alike, parties.len()),
                    ..source
                },
                parties: parties.into(),
                trait_columns: trait_columns.clone().into(),
                persons: persons.clone(),
                months,
                unassigned: Unassigned {
                    revenue: Cents(revenue),
                    seconds,
                },
            },
        )
    })
}

type Work = (Vec<String>, Vec<(u32, u64)>, Option<i64>);

/// Registration numbers, seconds per person, and their cost.
fn worked(n_persons: usize) -> impl Strategy<Value = Work> {
    let persons = 0..u32::try_from(n_persons).unwrap_or(0).max(1);
    let n_most = n_persons.min(2);
    (
        vec(text(), 0..2),
        vec((persons, any::<u64>()), 0..=n_most),
        of(any::<i64>()),
    )
}

fn spelled() -> impl Strategy<Value = Spelled> {
    prop_oneof![
        text().prop_map(Spelled::Code),
        name().prop_map(Spelled::Name)
    ]
}

fn joins() -> impl Strategy<Value = JoinDecisions> {
    let file = || {
        (source_kind(), text(), of(text()), 0..3_u32).prop_map(|(kind, name, sheet, nth)| FileKey {
            kind,
            name,
            sheet,
            nth,
        })
    };
    (
        vec((spelled(), spelled(), any::<bool>()), 0..3),
        btree_set((source_kind(), spelled()), 0..3),
        btree_set(spelled(), 0..3),
        vec(file(), 0..2),
        btree_map(file(), any::<bool>(), 0..2),
    )
        .prop_map(|(pairs, apart, own, revenue, copies)| {
            let mut joins = JoinDecisions {
                apart,
                own,
                revenue,
                copies,
                ..JoinDecisions::default()
            };
            for (a, b, is_same) in pairs {
                let verdict = if is_same {
                    Verdict::Same
                } else {
                    Verdict::Different
                };
                joins.decide(a, b, verdict);
            }
            joins
        })
}

fn past() -> impl Strategy<Value = Past> {
    let rules = vec![Rule::Loss, Rule::TooLittle, Rule::ThinMargin];
    let fails = Criterion::ALL.map(Fail::Below).into_iter();
    let fails: Vec<Fail> = fails.chain([Fail::Score, Fail::ProfitUnknown]).collect();
    let score = || of(0.0..=100.0_f64);
    (
        (name(), text(), vec(text(), 0..2)),
        (class(), of(figure()), of(figure()), of(figure())),
        (prop::array::uniform4(score()), score()),
        (of(select(rules)), prop::sample::subsequence(fails, 0..=6)),
        any::<[bool; 2]>(),
    )
        .prop_map(|(who, figures, scores, why, marks)| Past {
            name: who.0,
            code: who.1,
            registrations: who.2,
            outcome: Outcome {
                class: figures.0,
                revenue: figures.1,
                cm2: figures.2,
                hours: figures.3,
                scores: scores.0,
                total: scores.1,
                rule: why.0,
                fails: why.1,
                is_by_hand: marks[0],
                is_new: marks[1],
            },
        })
}

fn last_time() -> impl Strategy<Value = LastTime> {
    let settings = (policy(), 0.0..=1e6).prop_map(|(policy, rate)| Settings { policy, rate });
    let parts = (text(), of(date()), of(settings), vec(past(), 0..4));
    parts.prop_map(|(name, on, settings, customers)| LastTime {
        name,
        on,
        settings,
        customers,
    })
}

/// A project whose references fit: ratings and classes by hand are of customers that come out.
pub(super) fn project() -> impl Strategy<Value = Project> {
    (
        vec(reading(), 0..3),
        joins(),
        (policy(), cost_model()),
        vec((any::<Index>(), own_rating()), 0..4),
        (
            vec((any::<Index>(), by_hand()), 0..4),
            vec((any::<Index>(), notes()), 0..4),
            vec((any::<Index>(), upgrade()), 0..4),
        ),
        (
            btree_map(text(), text(), 0..3),
            text(),
            btree_set(text(), 0..3),
            of(0..=100_u8),
        ),
        (any::<bool>(), any::<bool>(), of(last_time())),
        (of(date()), of(date())),
        vec((any::<Index>(), class()), 0..4),
    )
        .prop_map(
            |(readings, joins, rules, ratings, decided, edits, rest, days, guesses)| {
                let mut project = Project {
                    policy: rules.0,
                    page_edits: edits.0,
                    prospects: edits.1,
                    fit_traits: edits.2,
                    ideal_target: edits.3,
                    is_sample: rest.0,
                    is_guessing_declined: rest.1,
                    last_time: rest.2.map(Arc::new),
                    analysed_on: days.0,
                    review_chosen: days.1,
                    ..Project::default().rejoined(readings, joins)
                };
                project.cost_model = CostModel {
                    hours_months: project.joined.hours_months,
                    persons: project.joined.persons.clone(),
                    ..rules.1
                };
                let n_customers = project.customers.len();
                if n_customers > 0 {
                    let id = |at: Index| CustomerId(u32::try_from(at.index(n_customers)).unwrap());
                    project.ratings = ratings.into_iter().map(|(at, own)| (id(at), own)).collect();
                    project.guesses = guesses.into_iter().map(|(at, by)| (id(at), by)).collect();
                    let (overrides, notes, upgrades) = decided;
                    project.overrides =
                        overrides.into_iter().map(|(at, by)| (id(at), by)).collect();
                    project.notes = notes
                        .into_iter()
                        .map(|(at, notes)| (id(at), notes))
                        .collect();
                    project.upgrades = upgrades.into_iter().map(|(at, up)| (id(at), up)).collect();
                }
                project
            },
        )
}
