use abc_core::customers::{Attention, Grade};

use super::count;
use crate::i18n::catalog::CostsTexts;
use crate::i18n::catalog::costs::{Asked, CapacitySaid, KnownWords, RateWithout, Setting};
use crate::i18n::{plain, strong};

pub(super) const TEXTS: CostsTexts = CostsTexts {
    title: "What customers cost",
    hours_known: KnownWords {
        first: "For ",
        are: " of your revenue the hours are ",
        next: ", for ",
        last: " and for ",
        rest: "the rest",
        all_are: "The hours behind all your revenue are ",
        words: ["registered", "estimated", "assumed", "unknown"],
    },
    direct_known: KnownWords {
        first: "For ",
        are: " the purchases are ",
        next: ", for ",
        last: " and for ",
        rest: "the rest",
        all_are: "The purchases are ",
        words: ["booked", "estimated", "assumed", "unknown"],
    },
    setting: |setting| match setting {
        Setting::HourlyCost => "Cost of an hour of work, in euros",
        Setting::Fte => "People, full time",
        Setting::YearlyCost => "Together a year, in euros",
        Setting::HoursPerWeek => "Hours a week",
        Setting::Weeks => "Weeks a year",
        Setting::PracticalPercent => "For customers, in %",
        Setting::PurchasesPercent => "Purchases and subcontractors, as a percentage of revenue",
        Setting::Months => "Months in this file",
        Setting::HoursMonths => "Months in the hours",
        Setting::Base(Attention::Low) => "Low attention",
        Setting::Base(Attention::Normal) => "Normal",
        Setting::Base(Attention::High) => "High",
        Setting::Base(Attention::Extreme) => "Extreme",
        Setting::PerOrder => "Per order",
        Setting::PerVisit => "Per visit",
        Setting::PerComplaint => "Per complaint",
        Setting::HoursSpread(Grade::Recorded) => "Hours, booked",
        Setting::HoursSpread(Grade::Estimated) => "Hours, estimated",
        Setting::HoursSpread(Grade::Assumed) => "Hours, assumed",
        Setting::DirectCostSpread(Grade::Recorded) => "Purchases, booked",
        Setting::DirectCostSpread(Grade::Estimated) => "Purchases, estimated",
        Setting::DirectCostSpread(Grade::Assumed) => "Purchases, assumed",
        Setting::GuessSpread => "Revenue, guessed",
        Setting::LatePercent => "Interest on late payment, % a year",
    },
    setting_hint: |setting| match setting {
        Setting::YearlyCost => Some("Wages, charges and workplace."),
        Setting::PurchasesPercent => Some(
            "For customers whose direct costs are not known. Services 0–10%, production 40–60%, trade 60–75%. As long as this is empty: as with your other customers, and 0% when it is not known for anyone.",
        ),
        Setting::Months => Some("Everything is scaled to 12 months."),
        Setting::HoursMonths => Some(
            "Until you fill it in: the months that the lines of hours name. Hours too are scaled to 12 months.",
        ),
        _ => None,
    },
    rate_without: |rate| match rate {
        RateWithout::Default(rate) => format!(
            "What an hour costs you, not what you charge for it. As long as this is empty: {rate}, assumed."
        ),
        RateWithout::People(rate) => {
            format!("Left empty: {rate}, from your people and hours below.")
        }
    },
    not_a_number: "This is no number that fits here; the previous value stays.",
    no_fit: "does not fit",
    capacity: "Work it out: people and hours",
    capacity_said: |said| match said {
        CapacitySaid::NoHours => vec![plain(
            "How many people work for customers? Without hours there is no rate.",
        )],
        CapacitySaid::Hours(hours) => vec![
            strong(format!("{hours} hours")),
            plain(" a year for customers. What do these people cost together?"),
        ],
        CapacitySaid::Rate(hours, rate) => vec![
            plain(format!(
                "{hours} hours a year for customers; an hour costs "
            )),
            strong(rate),
            plain(". That is a cost rate, not your selling rate."),
        ],
    },
    use_rate: |rate| format!("Use {rate}"),
    per_person: |n| match n {
        1 => "Cost per person: 1 name".to_owned(),
        n => format!("Cost per person: {} names", count(n)),
    },
    per_person_hint: "Empty: the rate above. If your export has roles, choose that column as the person.",
    person: "Person",
    nobody: "without a name",
    person_rate: "€ an hour",
    person_rate_of: |person| format!("Cost of an hour of {person}, in euros"),
    registered_cost: |cost, hours, rate| {
        format!(
            "The registration gives costs itself: {cost} for {hours} hours, {rate} an hour. Use these."
        )
    },
    equation: "How Kernklant estimates hours and late payment",
    equation_hint: "Hours a year by the attention that a customer takes, plus hours per order, visit and complaint.",
    ours_again: "Back to our numbers",
    spreads: "How far a figure may be off",
    spreads_hint: "As a percentage of the figure: in two of three cases it is off by less. Kernklant uses it to work out how sure a class is.",
    fills_hours: "Estimate hours where they are not known",
    hours_of: |grade| match grade {
        Grade::Recorded => "Registered",
        Grade::Estimated => "Estimated",
        Grade::Assumed => "Assumed",
    },
    unused: "Unused",
    too_many: "More than there are",
    without_customer: "of which registered without a customer",
    available: "Available",
    total: "Together",
    col_hours_of: "Hours of customers, a year",
    col_customers: "customers",
    col_hours: "hours",
    col_cost: "cost",
    col_range: "uncertain ±",
    unused_said: |hours| {
        format!("The {hours} unused hours stand apart and are not spread over customers.")
    },
    too_many_said: |hours| {
        format!(
            "Your customers take {hours} hours more than there are. Is the number of people right, or are the estimates too high?"
        )
    },
    registered_too_many: "The registered hours alone are more than there are.",
    make_fit: |factor| format!("Make the estimates fit (× {factor})"),
    made_fit: |factor| {
        format!("Estimated and assumed hours are taken × {factor}, because you chose so.")
    },
    unmake_fit: "Take them as estimated",
    books: "Beside the costs in your books, a year",
    books_spent: "Costs in your books",
    books_direct: "With customers: purchases",
    books_attention: "With customers: hours and other",
    books_rest: "Of the firm itself",
    books_over: "Customers carry more than was spent by your books. Lower the cost of an hour, the estimates or the purchases.",
    estimate: |n_open, n| {
        if n_open == n {
            format!("Estimate per customer: {n} to do")
        } else {
            format!("Estimate per customer: {n_open} of {n} to do")
        }
    },
    estimate_hint: "The largest unknown is on top. 1 to 4 chooses the attention, Delete clears, Enter goes to the next customer.",
    col_customer: "Customer",
    col_attention: "Attention",
    asked: |asked| match asked {
        Asked::Orders => "Orders",
        Asked::Visits => "Visits",
        Asked::Complaints => "Complaints",
        Asked::Hours => "Or: hours",
        Asked::Purchases => "Purchases %",
    },
    col_year_cost: "Cost a year",
    col_class: "Class",
    of: |what, name| format!("{what} of {name}"),
    about: |cost, range| format!("{cost} ± {range}"),
    attention_word: |attention| match attention {
        Attention::Low => "1 low",
        Attention::Normal => "2 normal",
        Attention::High => "3 high",
        Attention::Extreme => "4 extreme",
    },
    unknown: "–",
    more: |n| format!("Show {} more", count(n)),
};
