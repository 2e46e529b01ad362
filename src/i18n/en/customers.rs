use abc_core::classify::{Criterion, Status};
use abc_core::customers::Class;
use abc_core::project::OverrideReason;

use super::{brings, count, customers};
use crate::i18n::catalog::CustomersTexts;
use crate::i18n::catalog::customers::{
    Assumed, AssumedHours, CauseWords, Earned, FailWords, Footing, GapWords, Lacks, Larger,
    NoRevenue, OpeningFigures, RatingHint, RuleWords, ShareWords, StripShares, WhaleFinding, WhyA,
    WhyB,
};
use crate::i18n::{Locale, Span, link, plain, strong};

fn best(n: usize) -> String {
    match n {
        1 => "your most profitable customer makes".to_owned(),
        n => format!("your {} most profitable customers make", count(n)),
    }
}

fn list(items: &[String]) -> String {
    Locale::En.format().list(items)
}

pub(super) const TEXTS: CustomersTexts = CustomersTexts {
    opening,
    only_revenue: |is_guessed| {
        vec![
            strong(if is_guessed {
                "Provisional: only your own guess of revenue is known."
            } else {
                "Provisional: only your revenue is known."
            }),
            plain(" Hours and purchases are assumed. "),
            link("Fill in what you know", "data"),
            plain("; it makes every class more certain."),
        ]
    },
    short_period: |months| {
        let months = if months == 1 {
            "1 month".to_owned()
        } else {
            format!("{months} months")
        };
        format!("This is {months}, scaled to a year: a single job then weighs heavily.")
    },
    books_result: |contribution, result| {
        format!(
            "Together your customers bring {contribution} in profit. The costs of the firm itself still come off: the result in your books is {result}."
        )
    },
    few: "Comparing starts at 5 customers: read this as a first impression.",
    all_c: |hours| {
        let hours = match hours {
            AssumedHours::Each(hours) => format!("{} hours", Locale::En.format().short(hours, 1)),
            AssumedHours::Various => "hours".to_owned(),
        };
        vec![
            plain(format!(
                "This comes from the {hours} assumed per customer. "
            )),
            link("Fill in how much time a customer really takes", "data"),
            plain("."),
        ]
    },
    n_provisional: |n, lacks| {
        let classes = if n == 1 {
            "1 class is".to_owned()
        } else {
            format!("{} classes are", Locale::En.format().count(n))
        };
        let words = lack_words(lacks);
        let why = if words.is_empty() {
            String::new()
        } else {
            format!(": {}", words.join(", or "))
        };
        format!("{classes} provisional{why}.")
    },
    hours_of_nobody: |hours| {
        format!("Your files hold another {hours} hours of no customer; they do not count here.")
    },
    n_without_class: |n, without| {
        let these = match n {
            1 => "1 more customer has no class: its".to_owned(),
            n => format!(
                "{} more customers have no class: their",
                Locale::En.format().count(n)
            ),
        };
        format!("{these} revenue is {}.", no_revenue(without))
    },
    rests_on: |n_provisional, n_without| {
        let said = [
            (n_provisional, "provisional"),
            (n_without, "without a class"),
        ];
        let said = said.into_iter().filter(|(n, _)| *n > 0);
        let said: Vec<String> = said
            .map(|(n, what)| format!("{} {what}", count(n)))
            .collect();
        let colon = if said.is_empty() { "" } else { ": " };
        format!("{}{colon}what this rests on", said.join(", "))
    },
    as_table: "show as table",
    save_picture: "save as",
    save_formats: ["SVG", "PNG"],
    save_names: ["Save the chart as SVG", "Save the chart as PNG"],
    save_refused: "Your browser refuses this file.",
    picture: "chart",
    strip_rows: ["Customers", "Revenue", "Hours", "Profit"],
    revenue_a_year: "Revenue a year",
    strip_label: |rows| {
        let row = |row: &StripShares| {
            let ([a, b, c], name) = (&row.shares, row.name.to_lowercase());
            format!("{a}, {b} and {c} of the {name}")
        };
        format!(
            "Share of A, B and C: {}.",
            rows.each_ref().map(row).join("; ")
        )
    },
    total: "Total",
    figure: "What",
    whale_say: |finding| match finding {
        WhaleFinding::Unknown => vec![plain("Nobody's profit is known yet")],
        WhaleFinding::NoPeak => vec![plain(
            "At this cost per hour no customer leaves anything over",
        )],
        WhaleFinding::BelowCost => vec![plain(
            "No customer leaves anything; direct cost already exceeds revenue",
        )],
        WhaleFinding::RisesAssumed(n, share) => vec![plain(format!(
            "Profit after assumed costs; {} {share}",
            best(*n)
        ))],
        WhaleFinding::FallsAssumed(n, leak) => vec![plain(format!(
            "On assumed costs {} take you to the top; the rest take {leak} off again",
            customers(*n)
        ))],
        WhaleFinding::Falls(n, leak) => vec![plain(format!(
            "{} take you to the top; the rest take {leak} off again",
            customers(*n)
        ))],
        WhaleFinding::Rises(n, share) => vec![plain(format!(
            "Nobody in the curve costs more than they bring; {} {share} of the profit",
            best(*n)
        ))],
    },
    whale_label: |w| {
        if w.n_peak == 0 {
            return format!(
                "Whale curve: {}profit of {} added up. Nobody leaves anything. Together: {}.",
                assumed_profit(&w.finding),
                customers(w.n),
                w.total
            );
        }
        let leak = w
            .leak
            .as_ref()
            .map_or_else(String::new, |leak| format!(" After it {leak} goes."));
        format!(
            "Whale curve: {}profit of {} added up from high to low. Top {} after {}.{leak} Left: {}.",
            assumed_profit(&w.finding),
            customers(w.n),
            w.peak,
            customers(w.n_peak),
            w.total
        )
    },
    whale_peak: |w| format!("top {} after {}", w.peak, customers(w.n_peak)),
    whale_top: |w| match &w.top_shares {
        Some((of_customers, of_profit)) => vec![
            format!("{} ({of_customers})", customers(w.n_top)),
            format!(
                "{} {of_profit} of the profit",
                if w.n_top == 1 { "makes" } else { "make" }
            ),
        ],
        None => Vec::new(),
    },
    whale_rest: |w| match &w.leak {
        Some(leak) => vec![
            format!("then {leak} leaks away"),
            format!("left: {}", w.total),
        ],
        None => vec![format!("together: {}", w.total)],
    },
    whale_most: "most profit",
    whale_least: "least",
    whale_added: "Added up",
    slope_say: |counts| match counts {
        None => vec![plain("Revenue beside profit")],
        Some((1, 0)) => vec![plain("The customer that makes 80% of your revenue is A")],
        Some((n, 0)) => vec![plain(format!(
            "The {} that make 80% of your revenue are all A",
            customers(n)
        ))],
        Some((n, not_a)) if n == not_a && n > 1 => vec![
            plain("None of the "),
            link(
                format!("{} that make 80% of revenue", customers(n)),
                "big_not_a",
            ),
            plain(" is A"),
        ],
        Some((1, _)) => vec![
            plain("The customer that makes 80% of your revenue is "),
            link("not A", "big_not_a"),
        ],
        Some((n, not_a)) => vec![
            plain(format!(
                "Of the {} that make 80% of revenue, ",
                customers(n)
            )),
            link(
                format!("{not_a} {} not A", if not_a == 1 { "is" } else { "are" }),
                "big_not_a",
            ),
        ],
    },
    slope_left: "revenue",
    slope_right: "profit",
    slope_label: |flags| {
        format!(
            "The order in revenue beside the order in profit. {}",
            flags.join("; ")
        )
    },
    slope_flag: |name, left, right| format!("{name}: number {left} in revenue, {right} in profit"),
    slope_best: "biggest and best",
    slope_first: "most profit, not A",
    first_of: |shown, all| format!("show as table (the first {shown} of {all})"),
    warnings: "Three warnings",
    warning_names: [
        "Big, not best",
        "Takes a lot of attention",
        "Nice, not best",
    ],
    warning_marks: [
        "big, not best",
        "a lot of attention",
        "nice, not best",
        "nice, takes a lot",
    ],
    big_note: |revenue, cm2| format!("{revenue} revenue, {}", brings(cm2)),
    loud_note: |hours, margin| match margin {
        Some(margin) => format!("{hours} of the attention, {margin} of the gross margin"),
        None => format!("{hours} of the attention, together no gross margin"),
    },
    loud_unknown: "Cannot be said yet: nobody’s hours are known.",
    nice_note: |cm2| format!("relationship 4 or 5, together {}", brings(cm2)),
    nobody: "nobody",
    n_customers: customers,
    and_more: |n| format!("and {} more", count(n)),
    b_not_largest: |a, b, c| {
        format!(
            "B is not the largest group here (A {a}, B {b}, C {c}). Usually the middle is. It need not be wrong; do check whether your ratings are not too mild or too strict."
        )
    },
    rating_hint: |hint| match hint {
        RatingHint::Mild => {
            "Your ratings are mild: more than 60% is a 4 or 5. That makes A large easily."
        }
        RatingHint::SamePotential => {
            "All ratings for potential are equal, so this criterion makes no difference."
        }
        RatingHint::SameRelationship => {
            "All ratings for relationship are equal, so this criterion makes no difference."
        }
    },
    all_customers: "All customers",
    amounts_note: |months, is_net| {
        let period = match months {
            None => "12 months assumed",
            Some(12) => "over 12 months",
            Some(_) => "scaled to 12 months",
        };
        let vat = if is_net {
            "excluding VAT"
        } else {
            "VAT as in your file"
        };
        format!("Amounts in euros, {period}, {vat}. ")
    },
    contribution_is: "Profit: revenue minus direct cost and the time the customer takes, before overhead. ",
    underlined: "Dotted",
    is_estimated: " is estimated",
    search: "Find a customer",
    filter_by: "Filter by class",
    filter_all: |n| format!("All {}", count(n)),
    filter_class: |class, n| format!("{class} {}", count(n)),
    filter_unclassified: |n| format!("Not classified {}", count(n)),
    filter_loss: "Cost more than they bring",
    filter_open: "May still change",
    filter_near: "One requirement short of A",
    filter_shaky: "Shaky",
    filter_surprise: "Surprises",
    filter_fitting: "Fit your ideal customer",
    filter_big: "80% of revenue, not A",
    nothing_found: "No customer matches this search.",
    grid_label: "All customers, with their class and figures",
    columns: [
        "Class",
        "Customer",
        "Revenue",
        "Gross margin",
        "Attention",
        "Profit",
        "Margin",
        "Hours",
        "Potential",
        "Relationship",
        "Score",
        "Certainty",
    ],
    choose_columns: "Columns",
    download: "Download",
    download_how: "What is shown here as CSV for Excel, in all columns; of picked customers only those. A name that begins as a formula gets a ' in front.",
    file_name: "kernklant-customers.csv",
    pick: "Pick several",
    pick_how: "Click the customers that you want to see together.",
    sum_without: |n| format!("without {} unknown", count(n)),
    picked: |n, revenue, cm2, hours| {
        format!(
            "{}: revenue {revenue}, profit {cm2}, hours {hours}",
            customers(n)
        )
    },
    let_go: "Let go",
    column_notes: "Watch",
    group: |class, n| match class {
        Some(class) => format!("{class}, {}", customers(n)),
        None => format!("Not classified, {}", count(n)),
    },
    klas: |class, is_provisional, computed| match (class, computed) {
        (None, _) => "no class yet".to_owned(),
        (Some(class), Some(computed)) => format!("{class}, set by you; computed {computed}"),
        (Some(class), None) if is_provisional => format!("{class}, provisional"),
        (Some(class), None) => class.to_string(),
    },
    unknown: "unknown",
    estimated: "estimated",
    give_rating: "give 1–5",
    rating_of: |criterion, name| match criterion {
        Criterion::Relationship => format!("Relationship with {name}"),
        _ => format!("Potential of {name}"),
    },
    status: |status| match status {
        Status::Definite => "certain",
        Status::Provisional => "provisional",
        Status::Override => "by you",
        Status::Inactive => "no revenue",
        Status::NoRevenueKnown => "revenue unknown",
    },
    possible: |classes| {
        let names: Vec<String> = classes.iter().map(ToString::to_string).collect();
        names.join(" or ")
    },
    was: |computed, reason| match computed {
        Some(class) => format!("was {class}: {reason}"),
        None => reason.to_owned(),
    },
    is_new: "new",
    near_a: "B+, one short of A",
    if_rated: |missing, rating, fails| {
        let names: Vec<String> = missing.iter().map(|c| criterion(*c).to_owned()).collect();
        let with = format!("a {rating} for {}", list(&names));
        let fails: Vec<String> = fails.iter().map(fail).collect();
        if fails.is_empty() {
            [format!("With {with} this is an A"), String::new()]
        } else {
            [
                format!("Even with {with} this stays B"),
                format!("Then still: {}.", fails.join("; ")),
            ]
        }
    },
    can_grow: "B+, can grow",
    previous: "Previous customer",
    next: "Next customer",
    close_panel: "Close the explanation",
    criterion,
    criteria: ["Size", "Profit", "Potential", "Relationship"],
    why_a,
    why_b,
    why_c,
    causes: |causes| {
        let words: Vec<String> = causes.iter().map(cause).collect();
        match words.as_slice() {
            [] => String::new(),
            [one] => format!("The cause is {one}."),
            many => format!("The causes are {}.", many.join("; and ")),
        }
    },
    why_inactive: "Not classified: there is no revenue and no cost in this period.",
    why_no_revenue: "Not classified: the revenue is unknown.",
    by_hand: |class, reason, note, date| {
        let note = if note.is_empty() {
            String::new()
        } else {
            format!(" ‘{note}’")
        };
        let date = date.map_or_else(String::new, |date| format!(", on {date}"));
        vec![
            strong(format!("Set to {class}, not computed: {reason}{date}.")),
            plain(note),
        ]
    },
    own_fault: |hours| {
        vec![
            strong(format!(
                "First this: without {hours} hours of rework this would not be a C."
            )),
            plain(" Look at what went wrong before you think of parting."),
        ]
    },
    scores_label: |floor, scores| {
        let scores: Vec<String> = scores
            .iter()
            .map(|(name, score)| format!("{name} {score}"))
            .collect();
        format!(
            "Scores from 0 to 100, floor {floor}: {}.",
            scores.join(", ")
        )
    },
    floor_at: |floor| format!("floor {floor}"),
    ranks: |revenue, profit| format!("Number {revenue} in revenue, number {profit} in profit."),
    missing: |criteria, is_settled| {
        let names: Vec<String> = criteria.iter().map(|c| criterion(*c).to_owned()).collect();
        let verb = if names.len() == 1 { "is" } else { "are" };
        let text = capitalised(&list(&names));
        if is_settled {
            format!("{text} {verb} unknown; that does not change the class.")
        } else {
            format!("{text} {verb} unknown; a rating may change the class.")
        }
    },
    levers: |n| match n {
        0 => "None of these three is enough for B by itself",
        1 => "Becomes B with this",
        2 => "Becomes B with one of these two",
        _ => "Becomes B with one of these three",
    },
    lever_hours: "fewer hours",
    lever_hours_value: |cut, of| vec![strong(cut), plain(format!(" of {of}"))],
    lever_price: "higher price, same work",
    lever_revenue: "more revenue, same attention",
    not_alone: "not with this alone",
    not_real: "not realistic",
    not_real_is: |rise, times| {
        format!(
            "A price that rises by more than {rise}, or revenue of more than {times}×, we call not realistic."
        )
    },
    waiting: |a_month, breakeven| {
        let breakeven = breakeven.map_or_else(String::new, |hours| {
            format!(" At {hours} hours you break even.")
        });
        format!("Waiting costs {a_month} a month, counted up to the limit.{breakeven}")
    },
    cap: "How much time fits",
    over_cap: |hours, cap| {
        format!(
            "Gets {hours} hours; at this margin at most {cap} fit. A B gets what it needs, no more."
        )
    },
    gaps: "What would make it A, each by itself",
    no_gap_alone: |n| match n {
        1 => "This is not enough for A by itself.",
        2 => "Neither of the two is enough for A by itself.",
        3 => "None of the three is enough for A by itself.",
        _ => "None of the four is enough for A by itself.",
    },
    gap,
    bill: |months| match months {
        Some(12) => "The sum over 12 months".to_owned(),
        Some(1) => "The sum, 1 month scaled to 12".to_owned(),
        Some(months) => format!("The sum, {months} months scaled to 12"),
        None => "The sum, 12 months assumed".to_owned(),
    },
    revenue: "Revenue",
    direct_cost: "Direct cost",
    attention_cost: |hours, rate| format!("Attention, {hours} × {rate}"),
    other_cost: "Other cost",
    contribution: "Profit",
    booked: "booked",
    late_payment: |days| format!("Interest, pays after {days} days"),
    from_hours: "from hours",
    from_hours_of: |months| match months {
        1 => "from hours of 1 month, times 12".to_owned(),
        months => format!("from hours of {months} months, to a year"),
    },
    assumed: "assumed",
    certainty: "How certain",
    certain_anyway: |why| format!("Certain, although something is open: {}.", list(why)),
    provisional: |why| {
        if why.is_empty() {
            "Provisional.".to_owned()
        } else {
            format!("Provisional: {}.", list(why))
        }
    },
    assumed_part: |part| match part {
        Assumed::Hours => "hours assumed",
        Assumed::Purchases => "purchases assumed",
        Assumed::Revenue => "revenue assumed",
    },
    still_possible: "Still possible:",
    never_satisfied: "Never satisfied",
    never_satisfied_mark: "never satisfied",
    liked_mark: "liked best",
    verdict: "Your decision",
    was_computed: |then, now| format!("Computed was {then} then, {now} now. Do you stand by it?"),
    keep_class: |class| format!("Yes, keep {class}"),
    computed: "Computed:",
    other_class: "Another class…",
    new_class: "Class",
    reason: "Why",
    choose_reason: "Choose a reason",
    override_reason: |reason| match reason {
        OverrideReason::Network => "network or example in the sector",
        OverrideReason::Strategic => "strategic",
        OverrideReason::New => "new",
        OverrideReason::Contract => "contract",
        OverrideReason::OwnFault => "our own fault",
        OverrideReason::FromFile => "it was in the file",
        OverrideReason::Other => "other",
    },
    note: "Explanation",
    note_needed: "With ‘other’, write shortly why.",
    set_class: |class| format!("Set to {class}"),
    cancel: "Never mind",
    take_back: "Take back",
    limits: "Weights and limits",
    close_limits: "Close weights and limits",
    weights: "How much each of the four counts",
    limits_a: "Limits for A",
    floor: "Floor",
    cut: "Threshold",
    limits_c: "Limits for C",
    least_contribution: "Least profit",
    least_margin: "Least margin",
    hour_cost: "Cost of an hour",
    not_a_number: "This is not a number that fits here; the previous value stays.",
    least_contribution_is: |amount, hours, rate| {
        format!("{amount} = {hours} hours to keep an account × {rate}.")
    },
    least_margin_is: |percent| format!("{percent} = half of your average margin."),
    hour_assumed: "Assumed; it is what an hour costs you, not what you charge.",
    use_hours: |hours| format!("{hours} hours again"),
    use_half: "half the average again",
    ours: "These weights and limits are Kernklant’s choice; move them as you see fit.",
    n_change: |n| {
        if n == 1 {
            "1 customer changes.".to_owned()
        } else {
            format!("{} customers change.", count(n))
        }
    },
    none_change: "Nobody changes class yet.",
    put_back: "Put back",
    reset: "Back to the defaults",
};

/// What is assumed, with its verb; together, or of one customer this and of another that.
pub(super) fn assumed_words(parts: &[Assumed]) -> String {
    let nouns: Vec<&str> = parts
        .iter()
        .map(|part| match part {
            Assumed::Hours => "hours",
            Assumed::Purchases => "purchases",
            Assumed::Revenue => "revenue",
        })
        .collect();
    let verb = if parts == [Assumed::Revenue] {
        "is"
    } else {
        "are"
    };
    format!("{} {verb} assumed", nouns.join(" or "))
}

fn lack_words(lacks: &Lacks) -> Vec<String> {
    let missing: Vec<&str> = lacks
        .ratings
        .iter()
        .map(|which| criterion(*which))
        .collect();
    let mut words = Vec::new();
    match missing.as_slice() {
        [] => {}
        many => words.push(format!("{} is missing", many.join(" or "))),
    }
    if !lacks.assumed.is_empty() {
        words.push(assumed_words(&lacks.assumed));
    }
    if lacks.is_profit_unknown {
        words.push("the profit is unknown".to_owned());
    }
    if lacks.is_new {
        words.push("the customer is new".to_owned());
    }
    words
}

fn no_revenue(without: NoRevenue) -> &'static str {
    match without {
        NoRevenue::Unknown => "unknown",
        NoRevenue::Nil => "nil",
        NoRevenue::Either => "nil or unknown",
    }
}

fn opening(f: &OpeningFigures) -> Vec<Span> {
    if f.n == 0 {
        return vec![
            plain(format!(
                "Nobody is classified yet: the revenue of your customers is {}. Add ",
                no_revenue(f.without)
            )),
            link("a file with revenue", "data"),
            plain("."),
        ];
    }
    let mut spans = match (f.n_a, f.n_near_a) {
        (0, 0) => vec![plain("Nobody is A yet.")],
        (0, n) => vec![
            plain("Nobody is A yet: "),
            link(customers(n), "near_a"),
            plain(format!(
                " {} one requirement short.",
                if n == 1 { "is" } else { "are" }
            )),
        ],
        (n, _) => {
            let (are, bring) = if n == 1 {
                ("is", "it brings")
            } else {
                ("are", "they bring")
            };
            let mut spans = vec![
                link(
                    format!("{} of your {}", count(n), customers(f.n)),
                    "class_a",
                ),
                plain(if f.footing >= Footing::Provisional {
                    format!(" {are} A for now")
                } else {
                    format!(" {are} A")
                }),
            ];
            if let Some(share) = &f.a_share {
                let known = if f.footing == Footing::CostAssumed {
                    "assumed "
                } else if f.is_partial {
                    "known "
                } else {
                    ""
                };
                let share = match share {
                    ShareWords::Profit(share) => {
                        vec![strong(format!("{share} of the {known}profit"))]
                    }
                    ShareWords::Revenue(share) => vec![strong(format!("{share} of revenue"))],
                    ShareWords::MoreThanAll { brings, whole } => vec![
                        strong(brings.clone()),
                        plain(format!(", more than the whole {known}profit of {whole}")),
                    ],
                };
                spans.push(plain(format!("; {bring} ")));
                spans.extend(share);
            }
            spans.push(plain("."));
            spans
        }
    };
    if f.footing == Footing::CostUnknown {
        let who = if f.n_a > 1 { "they" } else { "your customers" };
        spans.push(plain(format!(" What {who} cost is not known yet.")));
        return spans;
    }
    let rate = f.assumed_rate.as_ref().map_or_else(String::new, |rate| {
        format!(", at an assumed {rate} an hour,")
    });
    if let Some(shortfall) = &f.shortfall {
        spans.extend([
            plain(format!(" All together your customers{rate} cost ")),
            strong(shortfall.clone()),
            plain(" more than they bring."),
        ]);
        return spans;
    }
    match f.n_loss {
        0 => spans.push(plain(nobody_costs_more(f))),
        1 => spans.extend([
            plain(" "),
            link("1 customer", "loss"),
            plain(format!("{rate} costs ")),
            strong(f.loss.clone()),
            plain(" more than it brings."),
        ]),
        n => spans.extend([
            plain(" "),
            link(customers(n), "loss"),
            plain(format!("{rate} together cost ")),
            strong(f.loss.clone()),
            plain(" more than they bring."),
        ]),
    }
    spans
}

fn nobody_costs_more(f: &OpeningFigures) -> &'static str {
    if f.footing == Footing::CostAssumed {
        " On these assumptions, nobody costs more than they bring."
    } else if f.is_partial {
        " Of those whose profit is known, nobody costs more than they bring."
    } else {
        " Nobody costs more than they bring."
    }
}

/// The word before profit where it is our assumption.
fn assumed_profit(finding: &WhaleFinding) -> &'static str {
    match finding {
        WhaleFinding::RisesAssumed(..) | WhaleFinding::FallsAssumed(..) => "assumed ",
        _ => "",
    }
}

fn criterion(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Size => "size",
        Criterion::Profit => "profit",
        Criterion::Potential => "potential",
        Criterion::Relationship => "relationship",
    }
}

fn cause(cause: &CauseWords) -> String {
    match cause {
        CauseWords::Price { margins: Some((own, firm)) } => {
            format!("price or purchasing: {own} gross margin, on average {firm}")
        }
        CauseWords::Price { margins: None } => {
            "price or purchasing: no gross margin is left".to_owned()
        }
        CauseWords::Attention { hours, is_assumed, ratio } => {
            let beside = match ratio {
                Some(ratio) => format!("{ratio} times as much per euro of gross margin as average"),
                None => "and no gross margin to pay for them".to_owned(),
            };
            if *is_assumed {
                format!("little revenue for the {hours} hours that are assumed: {beside}")
            } else {
                format!("attention: {hours} hours, {beside}")
            }
        }
        CauseWords::Small => {
            "size: even at your normal price and attention too little is left".to_owned()
        }
        CauseWords::NoRevenue => "that there is no revenue, or that as much was credited as invoiced".to_owned(),
        CauseWords::FirmLevel => {
            "that your average customer leaves nothing over: look at your rates and prices first, then at this customer".to_owned()
        }
    }
}

/// The two amounts that an owner knows a customer by.
fn earned(class: Class, money: &Earned) -> String {
    let assumed = if money.is_assumed { " (assumed)" } else { "" };
    let brought = brings(&money.amount);
    format!("{class}: {brought}{assumed} on {} revenue.", money.revenue)
}

fn why_c(rule: &RuleWords, money: Option<&Earned>, revenue: &str) -> Vec<Span> {
    let earned = money.map_or_else(
        || format!("C: {revenue} revenue."),
        |money| earned(Class::C, money),
    );
    let text = match rule {
        RuleWords::Loss => format!("{earned} Nothing is left over."),
        RuleWords::NoRevenue => match money {
            Some(_) => format!("{earned} There is cost, but no revenue."),
            None => "C: there is cost, but no revenue.".to_owned(),
        },
        RuleWords::Credited => {
            format!("{earned} More was credited than invoiced.")
        }
        RuleWords::BelowCost => format!("{earned} Direct cost alone is as much or more."),
        RuleWords::TooLittle { least, border } => {
            let border = border.as_ref().map_or_else(String::new, |border| {
                format!("; the limit at this revenue is {border}")
            });
            format!("{earned} Keeping an account costs {least} as it is{border}.")
        }
        RuleWords::Thin {
            margin,
            least,
            is_half,
            border,
            is_mean,
        } => {
            let half = if *is_half {
                ", half of your average margin"
            } else {
                ""
            };
            let border = if *is_mean {
                format!("; the {border} of an average customer would do as well")
            } else {
                format!(": {border} at this revenue")
            };
            format!("{earned} That is {margin}; the limit is {least}{half}{border}.")
        }
    };
    vec![strong(text)]
}

fn why_a(why: &WhyA) -> Vec<Span> {
    let larger = why.larger.map(|larger| match (larger, larger.percent()) {
        (Larger { than, of }, _) if than == of => "your largest customer".to_owned(),
        (_, Some(percent)) => format!("larger than {percent}% of your other customers"),
        (Larger { than, of }, None) => format!("larger than {than} of your {of} other customers"),
    });
    let profit = why
        .profit
        .as_ref()
        .map(|profit| format!("profit {profit} out of 100, amount and margin together"));
    let better: Vec<String> = larger.into_iter().chain(profit).collect();
    let rating = |name: &str, rating: Option<u8>| {
        rating.map_or_else(
            || format!("{name} unknown"),
            |rating| format!("{name} {rating} of 5"),
        )
    };
    let mut spans = vec![strong(match &why.money {
        Some(money) => earned(Class::A, money),
        None => "A.".to_owned(),
    })];
    if !better.is_empty() {
        spans.push(plain(format!(" {}.", capitalised(&better.join("; ")))));
    }
    spans.extend([plain(format!(
        " {}, {}.",
        capitalised(&rating("potential", why.potential)),
        rating("relationship", why.relationship)
    ))]);
    if let Some(total) = &why.total {
        spans.push(plain(format!(" Score {total}, needs {}.", why.cut)));
    }
    spans
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + chars.as_str()
    })
}

/// A requirement of A that is not met.
fn fail(words: &FailWords) -> String {
    match words {
        FailWords::Below {
            criterion: which,
            score,
            floor,
        } => {
            format!("{} {score}, needs {floor}", criterion(*which))
        }
        FailWords::RatingBelow {
            criterion: which,
            rating,
            needed,
        } => format!("{} {rating} of 5, needs {needed}", criterion(*which)),
        FailWords::Score { total, cut } => format!("score {total}, needs {cut}"),
        FailWords::ProfitUnknown => "the profit is unknown".to_owned(),
    }
}

fn why_b(why: &WhyB) -> Vec<Span> {
    let fails: Vec<String> = why.fails.iter().map(fail).collect();
    let why_not = if why.is_spared {
        "because this customer is new: start-up costs do not count yet.".to_owned()
    } else if fails.is_empty() {
        "the middle.".to_owned()
    } else {
        format!("not A because of {}.", fails.join("; "))
    };
    let mut spans = match &why.money {
        Some(money) => vec![
            strong(earned(Class::B, money)),
            plain(format!(" {}", capitalised(&why_not))),
        ],
        None => vec![strong(format!("B: {why_not}"))],
    };
    if why.is_spared {
        spans.push(plain(
            " If the profit stays like this, it becomes a C later.",
        ));
    }
    if let Some((which, words)) = &why.nearest {
        spans.push(plain(format!(
            " Nearest to A via {}: {}.",
            criterion(*which),
            gap(words)
        )));
    }
    if let Some(ratio) = &why.demanding {
        spans.push(plain(format!(
            " Takes more attention than fits a B: {ratio} times as much per euro of gross margin as average."
        )));
    }
    spans
}

fn gap(words: &GapWords) -> String {
    match words {
        GapWords::Rating {
            from: Some(from),
            to,
        } => format!("from {from} to {to}"),
        GapWords::Rating { from: None, to } => format!("a {to}"),
        GapWords::Revenue(amount) => format!("more than {amount} revenue"),
        GapWords::Contribution(amount) => format!("more than {amount} profit"),
    }
}
