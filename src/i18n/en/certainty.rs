use abc_core::certainty::Stability;
use abc_core::certainty::questions::{Answer, Topic};
use abc_core::certainty::range::{Measure, RangeVerdict};
use abc_core::classify::Criterion;
use abc_core::customers::Attention;

use super::{count, customers};
use crate::i18n::catalog::CertaintyTexts;
use crate::i18n::catalog::certainty::{
    Differs, PairAnswer, RangeWords, RevenueAlone, SureWords, WordCounts, counted_words,
};
use crate::i18n::{Locale, Span, link, plain, strong, text_of};

fn criterion(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Size => "size",
        Criterion::Profit => "profit",
        Criterion::Potential => "potential",
        Criterion::Relationship => "relationship",
    }
}

pub(super) const TEXTS: CertaintyTexts = CertaintyTexts {
    words: ["solid", "fair", "shaky", "open"],
    chart_say: |[solid, fair, shaky, open]| {
        let all = solid + fair + shaky + open;
        match (solid, all) {
            (_, 0) => "There are no classes yet".to_owned(),
            (1, 1) => "The only class is solid".to_owned(),
            (0, 1) => "The only class is not solid".to_owned(),
            (1, all) => format!("1 of the {} classes is solid", count(all)),
            (solid, all) => format!("{} of the {} classes are solid", count(solid), count(all)),
        }
    },
    chart_label: |[a, b, c]| {
        let row = |class: &str, [solid, fair, shaky, open]: &WordCounts| {
            format!("{class} {solid} solid, {fair} fair, {shaky} shaky, {open} open")
        };
        format!(
            "How sure the classes are: {}; {}; {}.",
            row("A", a),
            row("B", b),
            row("C", c)
        )
    },
    stability,
    counts,
    rests_on: |n_weightings, n_runs, assumed_hours| {
        let assumed = assumed_hours.map_or_else(String::new, |share| {
            format!("; assumed hours some {share} more or less")
        });
        format!(
            "Checked against {} weightings close to yours and {} times with other hours, costs and ratings{assumed}.",
            count(n_weightings),
            count(n_runs)
        )
    },
    reckoning: |percent| format!("How sure this is, is being worked out: {percent}%."),
    stop: "Stop",
    stopped: "How sure this is, has not been worked out: you stopped it.",
    failed: "How sure this is, could not be worked out. The classes themselves do not depend on it.",
    resume: "Work it out",
    sure,
    range,
    first_measure: |measure| {
        let what = match measure {
            Measure::Hours => "measure the hours",
            Measure::DirectCost => "look up the direct costs",
        };
        vec![
            strong(format!("First this: {what}.")),
            plain(" The limit lies within what is uncertain now."),
        ]
    },
    first_repair: |price, hours| {
        let price = price.map(|share| format!("a price {share} higher"));
        let hours = hours.map(|hours| format!("{hours} hours less work"));
        let ways: Vec<String> = price.into_iter().chain(hours).collect();
        vec![
            strong(format!("First this: discuss {}.", ways.join(", or "))),
            plain(" Repair comes before goodbye."),
        ]
    },
    decide_together: "Decide this together.",
    settle: |is_open| {
        if is_open {
            "This answer settles it"
        } else {
            "This answer could still change the class"
        }
    },
    ask: |topic, revenue| match topic {
        Topic::Potential => {
            "How much more could this become? 1 stops or shrinks, 3 stable, 5 can double."
                .to_owned()
        }
        Topic::Relationship => {
            "How is the relationship? 1 conflict, 3 businesslike, 5 ambassador.".to_owned()
        }
        Topic::Attention => "How much attention does this customer take per year?".to_owned(),
        Topic::Purchases => format!("What do you buy in for {revenue} of revenue?"),
    },
    answer,
    leads_to: |given, class| {
        let meaning = anchor(given).map_or_else(String::new, |words| format!(", {words}"));
        let leads = class.map_or_else(String::new, |class| format!(": becomes {class}"));
        format!("{}{meaning}{leads}", answer(given))
    },
    title: |n| match n {
        1 => "1 answer can change a class".to_owned(),
        n => format!("{n} answers can change {n} classes"),
    },
    none: "No answer changes a class any more",
    show_open: |n| format!("{} still open", count(n)),
    answered: |name, given| {
        let about = match given {
            Answer::Potential(_) => "potential",
            Answer::Relationship(_) => "relationship",
            Answer::Attention(_) => "attention",
            Answer::Purchases(_) => "purchases",
        };
        vec![strong(name), plain(format!(": {about} {}.", answer(given)))]
    },
    take_back: "Take back",
    words_now: |counts| {
        let words = counted_words(counts, TEXTS.words, Locale::En.format());
        format!("With these weights: {}.", text_of(&words))
    },
    help: "Help with the weights",
    by_order: "Put the four in order",
    by_order_how: "What counts most comes first.",
    up: |name| format!("Move {name} up"),
    down: |name| format!("Move {name} down"),
    by_pairs: "Compare them two by two",
    by_pairs_how: "Six questions; the weights follow.",
    pair: |first, second| format!("{} or {}", criterion(first), criterion(second)),
    pair_answer: |answer, first, second| match answer {
        PairAnswer::FirstMuch => format!("{} far more", criterion(first)),
        PairAnswer::FirstSome => format!("{} somewhat more", criterion(first)),
        PairAnswer::Equal => "equally".to_owned(),
        PairAnswer::SecondSome => format!("{} somewhat more", criterion(second)),
        PairAnswer::SecondMuch => format!("{} far more", criterion(second)),
    },
    inconsistent: |ratio| {
        format!(
            "Your answers contradict each other ({ratio}; below 0.10 is good). Have another look at them."
        )
    },
    take_weights: "Use these weights",
    second_opinion: |correlation, differs| {
        let how = match correlation {
            Some(correlation) => format!(
                "Second opinion: another method, the distance to an imaginary best customer, gives an order that agrees {correlation} with yours (1 is the same)."
            ),
            None => "Second opinion: there is no order to compare.".to_owned(),
        };
        match differs {
            Some(Differs { name, own, other }) => {
                format!("{how} {name} differs most: number {own} with you, number {other} there.")
            }
            None => how,
        }
    },
    revenue_alone: |figures| {
        let RevenueAlone {
            n_largest,
            n_not_a,
            n_before_bend,
        } = *figures;
        let mut spans = vec![plain("Going by revenue alone: ")];
        if n_not_a == 0 {
            spans.push(plain(format!(
                "of the {} that make 80% of revenue, everybody is A",
                customers(n_largest)
            )));
        } else {
            spans.push(plain(format!(
                "of the {} that make 80% of revenue, ",
                customers(n_largest)
            )));
            spans.push(link(
                format!(
                    "{} {} not A",
                    count(n_not_a),
                    if n_not_a == 1 { "is" } else { "are" }
                ),
                "big_not_a",
            ));
        }
        spans.push(plain(match n_before_bend {
            Some(n) => format!("; after {} revenue levels off.", customers(n)),
            None => ".".to_owned(),
        }));
        spans
    },
};

fn stability(stability: Stability) -> &'static str {
    match stability {
        Stability::Solid => "solid",
        Stability::Fair => "fair",
        Stability::Shaky => "shaky",
    }
}

/// What a rating stands for (method.md section 1).
fn anchor(answer: Answer) -> Option<&'static str> {
    const POTENTIAL: [&str; 5] = [
        "stops or shrinks",
        "shrinks a little",
        "stable",
        "can grow by 25%",
        "can double",
    ];
    const RELATIONSHIP: [&str; 5] = [
        "conflict, may leave",
        "strained",
        "businesslike, in order",
        "good, open contact",
        "ambassador, recommends you",
    ];
    let (rating, anchors) = match answer {
        Answer::Potential(rating) => (rating, POTENTIAL),
        Answer::Relationship(rating) => (rating, RELATIONSHIP),
        Answer::Attention(_) | Answer::Purchases(_) => return None,
    };
    let at = usize::from(rating.value()).checked_sub(1)?;
    anchors.get(at).copied()
}

fn answer(answer: Answer) -> String {
    match answer {
        Answer::Potential(rating) | Answer::Relationship(rating) => rating.value().to_string(),
        Answer::Attention(Attention::Low) => "little".to_owned(),
        Answer::Attention(Attention::Normal) => "normal".to_owned(),
        Answer::Attention(Attention::High) => "much".to_owned(),
        Answer::Attention(Attention::Extreme) => "extreme".to_owned(),
        Answer::Purchases(permille) => Locale::En.format().percent(f64::from(permille) / 1_000.0),
    }
}

fn counts(counts: WordCounts, n_by_hand: usize) -> Vec<Span> {
    let n = match counts.iter().sum() {
        1 => "1 class".to_owned(),
        n => format!("{} classes", count(n)),
    };
    let mut spans = vec![plain(format!("{n}: "))];
    spans.extend(counted_words(counts, TEXTS.words, Locale::En.format()));
    spans.push(plain(match n_by_hand {
        0 => ".".to_owned(),
        1 => ". One class you chose yourself.".to_owned(),
        n => format!(". {} classes you chose yourself.", count(n)),
    }));
    spans
}

fn of((n, all): (usize, usize), one: &str, many: &str) -> String {
    match all {
        1 if n == 1 => format!("in the only {one}"),
        all if n == all => format!("in all {} {many}", count(all)),
        all => format!("in {} of {} {many}", count(n), count(all)),
    }
}

fn sure(words: &SureWords) -> Vec<Span> {
    let label = match words.label {
        Stability::Solid => "Solid.",
        Stability::Fair => "Fairly sure.",
        Stability::Shaky => "Shaky.",
    };
    let near = of(
        words.near,
        "weighting close to yours",
        "weightings close to yours",
    );
    let runs = of(words.runs, "run", "runs");
    let otherwise = words
        .otherwise
        .map_or_else(String::new, |(class, is_mixed)| {
            let mostly = if is_mixed { "mostly " } else { "" };
            format!("; otherwise {mostly}{class}")
        });
    let figures = match &words.assumed_hours {
        Some(share) => format!("other figures, the assumed hours some {share} more or less"),
        None => "slightly different figures".to_owned(),
    };
    vec![
        strong(label),
        plain(format!(
            " {} {near} and {runs} with {figures}{otherwise}.",
            words.class
        )),
    ]
}

fn range(words: &RangeWords) -> String {
    let RangeWords {
        low,
        high,
        border,
        verdict,
        tipping,
    } = words;
    let where_ = match verdict {
        RangeVerdict::SurelyC => "above that",
        RangeVerdict::NotC => "below that",
        RangeVerdict::Depends => "in between",
    };
    let tipping = tipping.as_ref().map_or_else(String::new, |share| {
        format!(" At a loss, unless it really takes {share} fewer hours.")
    });
    format!(
        "The profit mostly lies between {low} and {high}; the limit, {border} at this revenue, lies {where_}.{tipping}"
    )
}
