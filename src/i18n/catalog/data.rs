use abc_core::intake::{FileFlag, FlagReason, IgnoreReason, IntakeError, JudgedBy, RejectReason};
use abc_core::mapping::{Choice, Confidence, QuestionId, Role};
use abc_core::project::ProjectError;

use crate::i18n::Span;

/// What there is.
#[derive(Clone, Debug)]
pub struct OpeningSaid {
    /// How many customers.
    pub customers: String,
    /// Their revenue, where any is known.
    pub revenue: Option<String>,
    /// The months it is of, where that is no year, and what it is in one.
    pub scaled: Option<(u16, String)>,
    /// Whether it is that of the ledger, to the cent.
    pub is_ledger: bool,
}

/// Texts of Start and Data.
pub struct DataTexts {
    pub start_say: &'static str,
    pub start_more: &'static str,
    pub drop_here: &'static str,
    pub drop_another: &'static str,
    pub choose_file: &'static str,
    pub or_paste: &'static str,
    pub kinds: &'static str,
    /// Requests since the lock; `None` where the browser does not count.
    pub stays_here: fn(Option<u32>) -> Vec<Span>,
    pub check_yourself: &'static str,
    pub other_ways: &'static str,
    pub see_sample: &'static str,
    pub sample_is: &'static str,
    pub paste_list: &'static str,
    pub paste_is: &'static str,
    pub open_copy: &'static str,
    pub copy_is: &'static str,
    pub you_get: &'static str,
    /// Customers of class A, all customers, share of the profit.
    pub sample_found: fn(&str, &str, &str) -> String,
    pub what_classes_mean: &'static str,
    pub a_title: &'static str,
    pub a_means: &'static str,
    pub b_title: &'static str,
    pub b_means: &'static str,
    pub c_title: &'static str,
    pub c_means: &'static str,
    pub paste_title: &'static str,
    pub paste_label: &'static str,
    /// Pasted text is no list of customers.
    pub no_list_pasted: &'static str,
    pub paste_read: &'static str,
    pub paste_hint: &'static str,
    /// File name, per cent.
    pub nth_file: fn(usize, usize) -> String,
    pub choose_files: &'static str,
    pub remove: &'static str,
    /// Of a file of an earlier year.
    pub lay_beside: &'static str,
    pub remove_file: fn(&str) -> String,
    pub sheet: &'static str,
    /// Of the names of other sheets of the workbook.
    pub unread_sheets: fn(&[String]) -> String,
    pub hours_read: &'static str,
    pub hours_of_customers: &'static str,
    pub hours_without_customer: &'static str,
    pub without_customer: &'static str,
    pub sum_ledger: &'static str,
    /// Ledger accounts that count as revenue.
    pub accounts: fn(usize) -> String,
    pub judged_by: fn(JudgedBy) -> &'static str,
    pub reading: fn(&str, u64) -> String,
    /// Records so far.
    pub records_so_far: fn(&str) -> String,
    pub stop: &'static str,
    pub pasted_text: &'static str,
    /// What names that were typed are called, in the place of a file name.
    pub typed_names: &'static str,
    /// The first file and how many others.
    pub and_others: fn(&str, usize) -> String,
    pub sample_name: &'static str,
    /// Name of the file.
    pub could_not_read: fn(&str) -> String,
    pub unchanged: &'static str,
    pub file_gone: &'static str,
    pub project_full: &'static str,
    pub worker_gone: &'static str,
    pub version_mismatch: &'static str,
    pub intake_error: fn(&IntakeError) -> String,
    /// A saved copy came with other files.
    pub copy_not_alone: fn(&str) -> String,
    /// The file, which is loaded, cannot be read under what was chosen.
    pub choice_refused: fn(&str) -> String,
    pub needs_amount: &'static str,
    pub needs_name: &'static str,
    /// A file whose amounts are no revenue.
    pub left_out: fn(&str) -> String,
    pub project_error: fn(&ProjectError) -> String,
    pub opening: fn(&OpeningSaid) -> Vec<Span>,
    /// An amount that is guessed.
    pub about: fn(&str) -> String,
    /// How many questions are open, one or more.
    pub open_questions: fn(usize) -> Vec<Span>,
    /// Beside the question that is shown, of two or more.
    pub first_question_of: fn(usize) -> String,
    /// How many pairs of names may be one customer.
    pub open_names: fn(usize) -> Vec<Span>,
    /// Hours, as a number, of names that belong to no customer yet.
    pub unlinked_hours: fn(&str) -> Vec<Span>,
    /// Rows that were refused.
    pub refused_rows: fn(usize) -> Vec<Span>,
    /// Whether even the revenue is a guess.
    pub only_revenue: fn(bool) -> String,
    pub no_revenue: &'static str,
    pub files: &'static str,
    pub kind_customers: &'static str,
    pub kind_transactions: &'static str,
    pub kind_hours: &'static str,
    pub kind_customer_list: &'static str,
    pub kind_auditfile: &'static str,
    pub kind_ubl: &'static str,
    pub kind_names: &'static str,
    pub period: &'static str,
    /// First and last day.
    /// Costs, hours or both of a file, of a time that is not that of the revenue which counts.
    pub left_aside: fn(bool, bool, &str, &str) -> String,
    pub from_to: fn(&str, &str) -> String,
    pub period_assumed: &'static str,
    /// Of hours without dates.
    pub period_of_revenue: &'static str,
    /// Of figures over another number of months than 12.
    pub fiscal_year: fn(&str) -> String,
    pub brought_to_year: fn(u16) -> String,
    pub encoding: &'static str,
    pub delimiter: &'static str,
    /// Header line, as "line 4".
    pub header_on_line: fn(u64) -> String,
    pub no_header: &'static str,
    pub header: &'static str,
    pub delimiter_names: fn(u8) -> String,
    pub rows: &'static str,
    /// Records, accepted.
    pub rows_read: fn(&str, &str) -> Vec<Span>,
    pub refused: &'static str,
    pub skipped: &'static str,
    pub marked: &'static str,
    pub see: &'static str,
    pub download_list: &'static str,
    /// Shown, of all.
    pub first_of: fn(&str, &str) -> String,
    pub col_line: &'static str,
    pub col_reason: &'static str,
    pub col_text: &'static str,
    pub sum_read: &'static str,
    pub sum_customers: &'static str,
    pub difference: &'static str,
    pub to_the_cent: &'static str,
    pub change_columns: &'static str,
    pub hide_columns: &'static str,
    /// File name.
    pub columns_of: fn(&str) -> String,
    pub columns_hint: &'static str,
    pub columns_gone: &'static str,
    /// Column number from 1.
    pub column_n: fn(u32) -> String,
    pub unreadable: &'static str,
    pub role: fn(Role) -> &'static str,
    pub confidence: fn(Confidence) -> &'static str,
    pub reject: fn(RejectReason) -> &'static str,
    pub ignore: fn(IgnoreReason) -> &'static str,
    pub flag: fn(FlagReason) -> &'static str,
    pub file_flag: fn(FileFlag) -> &'static str,
    /// The question about this file (name given).
    pub question: fn(QuestionId, &str) -> String,
    /// An answer; the header of the column is given where the choice names columns.
    pub choice: fn(&Choice, &dyn Fn(u32) -> String) -> String,
    pub likely: &'static str,
    /// Customers of an answer, and their revenue where the file tells it.
    pub answer_totals: fn(&str, Option<&str>) -> String,
    pub until_then: &'static str,
    /// Until then amounts do not count that are likely no revenue.
    pub until_then_nothing: &'static str,
    /// What an answer takes out.
    pub file_goes: &'static str,
    /// What stands on the line that is asked about.
    pub it_says: fn(&str) -> String,
    /// What a date as written is under an answer.
    pub is_day: fn(&str, &str) -> String,
    /// Answers that were given about a file.
    pub answered: fn(usize) -> String,
    /// The file was read as an earlier one of its form was said to be read.
    pub as_earlier: &'static str,
    pub ask_again: &'static str,
    pub so_it_is: &'static str,
    pub ask_file_again: &'static str,
}
