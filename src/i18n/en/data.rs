use abc_core::intake::{FileFlag, FlagReason, IgnoreReason, IntakeError, JudgedBy, RejectReason};
use abc_core::mapping::{Choice, Confidence, QuestionId, Role};
use abc_core::project::ProjectError;

use crate::i18n::Locale;
use crate::i18n::catalog::DataTexts;
use crate::i18n::{link, plain, strong};

pub(super) const TEXTS: DataTexts = DataTexts {
    start_say: "Drop one file and see who your A, B and C customers are, and what each of them really brings you.",
    start_more: "No account and no questions first. For each customer you get a class, the reason in one sentence, and what would change it.",
    drop_here: "Drop your export here",
    drop_another: "Read another file: drop it here",
    choose_file: "Choose a file",
    or_paste: "or paste with Ctrl+V",
    kinds: "Auditfile (XAF) from your bookkeeper, Excel, CSV, LibreOffice, UBL invoices or an hours export. Several files at once are fine: Kernklant lays them side by side. A name and revenue are enough.",
    stays_here: |requests| match requests {
        Some(n) => vec![
            plain("Your file stays in this browser. Since the page loaded: "),
            strong(if n == 1 {
                "1 request".to_owned()
            } else {
                format!("{n} requests")
            }),
            plain(
                " to the outside. Switch the network off if you like; everything keeps working. ",
            ),
        ],
        None => vec![plain(
            "Your file stays in this browser. Switch the network off if you like; everything keeps working. ",
        )],
    },
    check_yourself: "Check it yourself",
    other_ways: "Or start another way",
    see_sample: "See a sample",
    sample_is: "60 customers of a made-up firm",
    paste_list: "Paste a list",
    paste_is: "Rows from Excel or from an e-mail",
    open_copy: "Open saved work",
    copy_is: "Continue from a .kernklant file",
    you_get: "What you get back",
    sample_found: |n_a, n, share| {
        format!("The sample: {n_a} of the {n} customers bring {share} of the profit.")
    },
    what_classes_mean: "What A, B and C mean",
    a_title: "Size, profit, potential and relationship.",
    a_means: "Your best customers, on all four",
    b_title: "The middle.",
    b_means: "Enough attention, and who can become A",
    c_title: "Brings too little.",
    c_means: "Why, and first: can it be fixed?",
    paste_title: "Paste a list",
    no_list_pasted: "There is no list of customers in this. Put a name and an amount on each line; your text is still in the box to paste in.",
    paste_label: "Rows with at least a name and an amount",
    paste_read: "Read these rows",
    paste_hint: "Select the rows in Excel, copy them and paste them here. A header helps but is not needed.",
    nth_file: |nth, n| format!("file {nth} of {n}"),
    choose_files: "Choose files",
    remove: "Remove",
    lay_beside: "Compare with it as last time",
    remove_file: |name| format!("Remove {name}"),
    sheet: "Sheet",
    unread_sheets: |names| match names {
        [name] => format!("Sheet ‘{name}’ was not read."),
        names => format!("Sheets ‘{}’ were not read.", names.join("’, ‘")),
    },
    hours_read: "Hours read",
    hours_of_customers: "Hours with a customer name",
    hours_without_customer: "Hours without a name",
    without_customer: "Without customer",
    accounts: |n| match n {
        1 => "1 account counts as revenue".to_owned(),
        n => format!("{n} accounts count as revenue"),
    },
    judged_by: |by| match by {
        JudgedBy::Code => "by its RGS code",
        JudgedBy::Description => "by its name",
        JudgedBy::Number => "by its number",
        JudgedBy::User => "chosen by you",
    },
    sum_ledger: "Revenue in the ledger",
    reading: |name, percent| format!("Reading {name}: {percent}%"),
    records_so_far: |n| format!("{n} rows seen"),
    stop: "Stop",
    pasted_text: "pasted text",
    typed_names: "names you gave",
    and_others: |name, n| match n {
        1 => format!("{name} and 1 other file"),
        n => format!("{name} and {n} other files"),
    },
    sample_name: "the sample",
    could_not_read: |name| format!("{name} could not be read."),
    unchanged: "What you had loaded has not changed.",
    project_full: "With this there are more than 100 files or 500,000 customers, which Kernklant cannot save. This file is left out; remove another one first.",
    file_gone: "The browser can no longer read this file: it was moved or changed, or its drive is gone. Pick it again.",
    worker_gone: "Reading stopped unexpectedly. Try again; if it fails once more, save the file as CSV with semicolons and try that.",
    version_mismatch: "There is a newer version of Kernklant. Reload the page and try again.",
    intake_error,
    copy_not_alone: |name| {
        format!(
            "{name} is a copy of earlier work. Open it by itself; other files can be added after that. Nothing was read now."
        )
    },
    choice_refused: |name| format!("{name} cannot be read with this choice."),
    needs_amount: "There must be a column with the revenue.",
    needs_name: "There must be a column with the customer’s name.",
    left_out: |name| format!("{name} has been taken out, as you said."),
    project_error,
    opening: |said| {
        let mut spans = vec![
            plain("You have "),
            link(n_customers(&said.customers), "customers"),
        ];
        let Some(revenue) = &said.revenue else {
            spans.push(plain(match said.customers.as_str() {
                "1" => "; its revenue is not known yet.",
                _ => "; their revenue is not known yet.",
            }));
            return spans;
        };
        spans.extend([plain(" with "), strong(revenue), plain(" in revenue")]);
        spans.extend(said.scaled.as_ref().map(|(months, a_year)| {
            let months = match months {
                1 => "1 month".to_owned(),
                months => format!("{months} months"),
            };
            plain(format!(" over {months} ({a_year} a year)"))
        }));
        spans.push(plain(if said.is_ledger {
            ", reconciled to the ledger."
        } else {
            "."
        }));
        spans
    },
    about: |amount| format!("about {amount}"),
    open_questions: |n| match n {
        1 => vec![
            link("1 question", "questions"),
            plain(" still changes the outcome."),
        ],
        n => vec![
            link(format!("{n} questions"), "questions"),
            plain(" still change the outcome."),
        ],
    },
    first_question_of: |n| format!("Question 1 of {n}; the next one comes after your answer."),
    open_names: |n| match n {
        1 => vec![
            plain("1 name probably belongs to a customer that is already there: "),
            link("decide that first", "names"),
            plain("."),
        ],
        n => vec![
            plain(format!(
                "{n} names probably belong to customers that are already there: "
            )),
            link("decide that first", "names"),
            plain("."),
        ],
    },
    unlinked_hours: |hours| {
        vec![
            plain(format!("{hours} hours are not linked to a customer yet: ")),
            link("link the names", "names"),
            plain("."),
        ]
    },
    refused_rows: |n| match n {
        1 => vec![
            link("1 row", "refused"),
            plain(" was refused and does not count."),
        ],
        n => vec![
            link(format!("{} rows", Locale::En.format().count(n)), "refused"),
            plain(" were refused and do not count."),
        ],
    },
    only_revenue: |is_guessed| {
        let known = if is_guessed {
            "your own guess of revenue"
        } else {
            "your revenue"
        };
        format!(
            "Provisional: only {known} is known. Hours and purchases are assumed; fill them in below."
        )
    },
    no_revenue: "Without revenue nobody gets a class. Add a customer list, invoices or an auditfile.",
    files: "Files",
    kind_customers: "Customer list: one row per customer.",
    kind_transactions: "Invoice lines: added up per customer.",
    kind_hours: "Hours: added up per customer.",
    kind_customer_list: "Names and traits, without figures.",
    kind_auditfile: "Auditfile: revenue per customer from the ledger.",
    kind_ubl: "Invoices (UBL): added up per customer.",
    kind_names: "Names that you gave, with guessed figures.",
    period: "Period",
    left_aside: |has_costs, has_hours, own, counted| {
        let what = match (has_costs, has_hours) {
            (true, true) => "Costs and hours",
            (true, false) => "Costs",
            (false, _) => "Hours",
        };
        format!(
            "{what} in this file are of {own} and do not count: the revenue that counts is of {counted}. Add a file of that time, or choose this file at the question about revenue."
        )
    },
    from_to: |from, to| format!("{from} to {to}"),
    fiscal_year: |year| format!("financial year {year}"),
    brought_to_year: |months| match months {
        1 => "1 month, scaled to 12".to_owned(),
        months => format!("{months} months, scaled to 12"),
    },
    period_assumed: "no dates; 12 months assumed",
    period_of_revenue: "no dates; those of the revenue assumed",
    encoding: "Characters",
    delimiter: "Delimiter",
    header_on_line: |line| format!("line {line}"),
    no_header: "none",
    header: "Header",
    delimiter_names: |byte| match byte {
        b';' => "semicolon".to_owned(),
        b',' => "comma".to_owned(),
        b'\t' => "tab".to_owned(),
        b'|' => "vertical bar".to_owned(),
        other => char::from(other).to_string(),
    },
    rows: "Rows",
    rows_read: |records, accepted| {
        vec![
            plain(format!("{records} rows: ")),
            strong(accepted),
            plain(" read"),
        ]
    },
    refused: "Refused",
    skipped: "Skipped",
    marked: "Read with a remark",
    see: "see",
    download_list: "Download this list",
    first_of: |shown, all| format!("the first {shown} of {all}"),
    col_line: "Line",
    col_reason: "Why",
    col_text: "What it says",
    sum_read: "Rows read, together",
    sum_customers: "Customers, together",
    difference: "Difference",
    to_the_cent: "right to the cent",
    change_columns: "Check the columns",
    hide_columns: "Hide the columns",
    columns_of: |name| format!("Columns of {name}"),
    columns_hint: "above what it says, below what Kernklant reads",
    columns_gone: "The file itself is not kept. Open it again to read columns differently.",
    column_n: |n| format!("Column {n}"),
    unreadable: "unreadable",
    role: |role| match role {
        Role::Name => "Customer name",
        Role::Code => "Customer number",
        Role::Date => "Date",
        Role::Revenue => "Revenue excl. VAT",
        Role::RevenueInclVat => "Amount incl. VAT",
        Role::DirectCost => "Direct cost",
        Role::OtherCost => "Other cost",
        Role::Hours => "Hours",
        Role::OwnFaultHours => "Rework hours (own fault)",
        Role::Potential => "Potential 1–5",
        Role::Relationship => "Relationship 1–5",
        Role::Attention => "Attention",
        Role::Orders => "Number of orders",
        Role::Visits => "Number of visits",
        Role::Complaints => "Number of complaints",
        Role::DaysToPay => "Days to pay",
        Role::Since => "Customer since",
        Role::Tenure => "Months a customer",
        Role::HoursGrade => "Origin of hours",
        Role::CostGrade => "Origin of costs",
        Role::GivenClass => "Class (own judgement)",
        Role::Invoice => "Invoice number",
        Role::Currency => "Currency",
        Role::Registration => "VAT or registration number",
        Role::Account => "Ledger account",
        Role::Person => "Who worked",
        Role::HoursCost => "Cost of hours",
        Role::Trait => "Trait",
        Role::Ignored => "Do not use",
    },
    confidence: |confidence| match confidence {
        Confidence::Low => "a guess",
        Confidence::Fair => "likely",
        Confidence::High => "certain",
        Confidence::Given => "chosen by you",
    },
    reject: |reason| match reason {
        RejectReason::NameMissing => "no name",
        RejectReason::AmountMissing => "no amount",
        RejectReason::AmountInvalid => "no readable amount",
        RejectReason::AmountAmbiguous => "amount can be read in two ways",
        RejectReason::AmountOutOfRange => "amount is too large to be true",
        RejectReason::CurrencyMismatch => "another currency",
        RejectReason::TooFewFields => "too few fields",
        RejectReason::TooManyFields => "too many fields",
        RejectReason::QuoteError => "quote does not fit",
        RejectReason::BadCharacters => "damaged characters",
        RejectReason::NameTooLong => "name is too long",
        RejectReason::FieldTooLong => "field is too long",
        RejectReason::HoursInvalid => "not a valid number of hours",
        RejectReason::RatingInvalid => "rating is not 1 to 5",
        RejectReason::DuplicateInvoice => "invoice that was counted already",
        RejectReason::PurchaseInvoice => "purchase invoice",
        RejectReason::XmlTruncated => "incomplete file",
        RejectReason::XmlBroken => "damaged file",
        RejectReason::ErrorCell => "a cell with an error",
        RejectReason::FormulaWithoutValue => "a formula without a saved value",
    },
    ignore: |reason| match reason {
        IgnoreReason::EmptyLine => "empty line",
        IgnoreReason::TitleRow => "title",
        IgnoreReason::SeparatorHint => "hint for Excel",
        IgnoreReason::RepeatedHeader => "repeated header",
        IgnoreReason::SeparatorLine => "line of dashes",
        IgnoreReason::NoteRow => "note",
        IgnoreReason::GroupRow => "heading of a group",
        IgnoreReason::SubtotalRow => "subtotal",
        IgnoreReason::TotalRow => "total",
        IgnoreReason::OtherTable => "other table",
        IgnoreReason::DuplicateRow => "the same row again",
        IgnoreReason::DraftRow => "draft, quote or cancelled",
        IgnoreReason::SupplierRow => "supplier",
        IgnoreReason::OtherAccount => "no revenue account",
    },
    flag: |reason| match reason {
        FlagReason::BadCharacters => "damaged characters in the name",
        FlagReason::MojibakeSuspected => "strange letters: perhaps another encoding",
        FlagReason::DateInvalid => "unusable date",
        FlagReason::Rounded => "rounded to the cent",
        FlagReason::LongName => "very long name",
        FlagReason::DurationDiffers => "start and end say another duration",
    },
    file_flag: |flag| match flag {
        FileFlag::NumberFormatAssumed => {
            "No amount shows cents; dots were read as thousands separators."
        }
        FileFlag::MixedNumberFormats => "Amounts are written in two ways in one column.",
        FileFlag::ControlTotalMismatch => "The total in the file is not the sum of its rows.",
        FileFlag::TotalNotPositive => "All in all, revenue is not above zero.",
        FileFlag::OpeningExcluded => "Opening balances are no revenue and do not count.",
        FileFlag::YearEndClosingExcluded => {
            "The year-end closing, which sets revenue to zero, does not count."
        }
        FileFlag::RevenueWithoutCustomer => {
            "Part of the revenue names no customer; it is shown apart."
        }
        FileFlag::RevenueAccountsByDescription => {
            "Revenue accounts without an RGS code were recognised by their names."
        }
        FileFlag::CollectiveBookingSplit => {
            "Bookings with several customers were split by invoice."
        }
        FileFlag::SplitFilesJoined => "The parts were read as one auditfile.",
        FileFlag::SeveralYears => {
            "There are several financial years; the latest counts, they are not added up."
        }
        FileFlag::CustomerRenamed => {
            "A customer number has more than one name; the latest is used."
        }
        FileFlag::BrokenFinancialYear => "The financial year is not a calendar year.",
        FileFlag::NamesCutAt50 => {
            "Long names were cut at 50 characters by the bookkeeping program."
        }
        FileFlag::RelationMissing => {
            "A customer number with revenue is not in the master data; the number stands for the name."
        }
        FileFlag::ForeignCurrencyLines => {
            "There are bookings in foreign currency; the booked amount in the own currency counts."
        }
        FileFlag::EncodingMismatch => "The encoding is another than the file says.",
        FileFlag::InvalidCharacters => "Characters that XML forbids were left out.",
        FileFlag::HiddenRowsIncluded => "Hidden rows count.",
        FileFlag::OtherSheetsIgnored => "Other sheets were not read.",
        FileFlag::HoursWithoutCustomer => "Hours without a customer are shown apart.",
        FileFlag::CostRateZeroIsUnknown => "A cost rate of 0 is read as unknown.",
        FileFlag::VatTakenOff => "The VAT in the column for VAT was taken off the amounts.",
        FileFlag::RevenueAccountsOnly => {
            "This is a list from the ledger: only the rows on revenue accounts count, credit minus debit. Is the choice wrong? Tick at this file which accounts are revenue."
        }
        FileFlag::CustomersOfEntries => {
            "Where a revenue row names no customer, it is the one on the other rows with the same entry or invoice number."
        }
        FileFlag::DaysAsHours => {
            "Days were read as hours, 8 a day; that is assumed. Are they no days of work? Change it at the columns."
        }
        FileFlag::HoursBelowZero => {
            "More hours of a customer were taken back than there are; those hours do not count."
        }
        FileFlag::NamesInHeadings => {
            "The customers’ names come from the headings above their rows."
        }
        FileFlag::PartsNotCounted => {
            "Every amount is there twice: as a whole and in parts below it. Only the rows with the most different names count; check that those are your customers."
        }
        FileFlag::CreditNotesTurned => {
            "Credit notes have positive amounts here; they count negative."
        }
        FileFlag::TotalRowIgnored => "Total rows do not count.",
        FileFlag::ErrorCells => "There are cells with an error; those rows do not count.",
        FileFlag::CustomerNegative => "A customer has more credit notes than invoices.",
        FileFlag::DuplicateInvoice => "An invoice occurred more than once and counts once.",
        FileFlag::PurchaseInvoice => "Purchase invoices do not count as revenue.",
        FileFlag::CurrencyMismatch => "Invoices in another currency do not count.",
    },
    question: |id, name| match id {
        QuestionId::DecimalSeparator => {
            format!("No amount in {name} shows cents. Is the dot a thousands separator?")
        }
        QuestionId::AmountColumn => format!("Which column of {name} is the revenue?"),
        QuestionId::AmountMeaning => format!("What is the amount in {name}?"),
        QuestionId::SumColumns => format!("Should these columns of {name} be added up?"),
        QuestionId::UnitScale => format!("Are the amounts in {name} in euros or in thousands?"),
        QuestionId::Sign => format!("The revenue in {name} is negative. Turn it around?"),
        QuestionId::DebitCredit => format!("{name} has debit and credit. Which is revenue?"),
        QuestionId::SplitDecimals => format!("Are euros and cents of {name} in two columns?"),
        QuestionId::MultipleTables => {
            format!("{name} holds more than one table. Do all of them count?")
        }
        QuestionId::Header => format!("Is the first line of {name} a header?"),
        QuestionId::Currency => {
            format!("The amounts in {name} are not in euros. Do they count as they stand?")
        }
        QuestionId::DuplicateRows => {
            format!("{name} holds the same row more than once. Does it count each time?")
        }
        QuestionId::DraftLines => {
            format!("{name} holds drafts, quotes or cancelled lines. Do they count?")
        }
        QuestionId::NamesAbove => {
            format!("Many rows of {name} have no name. Do they belong to the customer above?")
        }
        QuestionId::DateOrder => format!("Does the day come before the month in {name}?"),
        QuestionId::Encoding => format!("Were the letters in {name} read well?"),
        QuestionId::RevenueAccounts => format!("Which accounts of {name} are revenue?"),
        QuestionId::Sheets => format!("Which sheet of {name} counts?"),
    },
    choice: |choice, header| match choice {
        Choice::DecimalComma => "1.234 is one thousand two hundred and thirty-four".to_owned(),
        Choice::DecimalDot => "1.234 is a little more than one".to_owned(),
        Choice::Column(idx) => format!("‘{}’", header(*idx)),
        Choice::SumOf(columns) => {
            let names: Vec<String> = columns
                .iter()
                .map(|idx| format!("‘{}’", header(*idx)))
                .collect();
            format!("Added up: {}", names.join(" + "))
        }
        Choice::RevenueExclVat => "Revenue excluding VAT".to_owned(),
        Choice::InclVat(percent) => format!("Amount with {percent}% VAT in it"),
        Choice::NotRevenue => "No revenue (a balance, a limit or something else)".to_owned(),
        Choice::AsWritten => "As written".to_owned(),
        Choice::Thousands => "In thousands of euros".to_owned(),
        Choice::Negate => "Turn around: make positive".to_owned(),
        Choice::CreditMinusDebit => "Credit minus debit".to_owned(),
        Choice::DebitMinusCredit => "Debit minus credit".to_owned(),
        Choice::Yes => "Yes".to_owned(),
        Choice::No => "No".to_owned(),
        Choice::DayFirst => "Yes, day first".to_owned(),
        Choice::MonthFirst => "No, month first".to_owned(),
        Choice::Accounts(numbers) => format!("Account {}", numbers.join(", ")),
        Choice::Sheet(name) => format!("‘{name}’"),
    },
    likely: "Likely.",
    answer_totals: |customers, revenue| match revenue {
        Some(revenue) => format!("{}, {revenue}", n_customers(customers)),
        None => n_customers(customers),
    },
    until_then: "You can change this later. Until then Kernklant uses the first answer.",
    until_then_nothing: "Until you answer, these amounts do not count.",
    file_goes: "The file is then taken out.",
    it_says: |cells| format!("It says: {cells}."),
    is_day: |written, day| format!("{written} is then {day}."),
    answered: |n| match n {
        1 => "1 answer".to_owned(),
        n => format!("{n} answers"),
    },
    as_earlier: "Read like an earlier file of this form",
    ask_again: "Ask me again",
    so_it_is: "That is right",
    ask_file_again: "It is read so now. For another answer, open the file again; the file itself is not kept.",
};

fn intake_error(error: &IntakeError) -> String {
    match error {
        IntakeError::EmptyFile => "The file is empty. Make the export again and check that it has rows.".to_owned(),
        IntakeError::NoRows => "There is a header but there are no customers below it. Make the export again with a longer period or without a filter.".to_owned(),
        IntakeError::NoTable => "There is no table in this text. Rows with a name and an amount are needed.".to_owned(),
        IntakeError::NoDelimiter => "Only one column can be seen. Export with semicolons, commas or tabs between the columns.".to_owned(),
        IntakeError::NoNameColumn => "No column holds customer names. Add a column with the customer’s name to the export.".to_owned(),
        IntakeError::NoAmountColumn => "No column holds amounts. Add a column with revenue per customer or per invoice to the export.".to_owned(),
        IntakeError::NoCustomersInLedger => "In this list from the ledger no revenue row names a customer. Put the entry number in the export as well, or ask your bookkeeper for an auditfile.".to_owned(),
        IntakeError::FormulasWithoutValues => "The amounts in this sheet are formulas whose results were not saved. Open the file in Excel, save it and open it here again.".to_owned(),
        IntakeError::NotText => "This is not a text file. Export as CSV.".to_owned(),
        IntakeError::IsImage => "This is a picture. Export the list itself as CSV.".to_owned(),
        IntakeError::IsPdf => "This is a PDF. Export the list as CSV; amounts cannot be read reliably from a PDF.".to_owned(),
        IntakeError::IsArchive => "This is a compressed file. Unpack it first and open what is inside.".to_owned(),
        IntakeError::IsHtml => "This is a web page. Export the list as CSV instead of saving the page.".to_owned(),
        IntakeError::IsXml => "This is an XML file; only CSV or text fits here. An auditfile or invoice is opened under Data.".to_owned(),
        IntakeError::IsXaf => "This is an auditfile; only CSV or text fits here. Open it under Data.".to_owned(),
        IntakeError::IsJson => "This is a JSON file. A saved copy is opened with ‘Open saved work’; otherwise export as CSV.".to_owned(),
        IntakeError::IsXls => "This is an old Excel workbook. Open it in Excel and choose Save as, CSV; or copy the rows and paste them here.".to_owned(),
        IntakeError::IsXlsx => "This is an Excel workbook. In Excel choose Save as, CSV; or copy the rows and paste them here.".to_owned(),
        IntakeError::TooLarge { n_bytes, max } => format!("The file is {} MB; Kernklant reads up to {} MB. Choose a shorter period.", n_bytes / 1_000_000, max / 1_000_000),
        IntakeError::TooManyColumns { n, max } => format!("There are {n} columns; Kernklant reads up to {max}. Is the delimiter right?"),
        IntakeError::TooManyRecords { max } => format!("There are more than {max} rows in the file. Choose a shorter period."),
        IntakeError::UnterminatedQuote { line } => format!("On line {line} a quote opens that never closes; nothing after it is certain. Correct that line and open the file again."),
        IntakeError::Unreadable => "This file cannot be read any more: it was moved or changed, or the drive is gone. Open it again.".to_owned(),
        IntakeError::XmlDoctype => "This file holds a DOCTYPE. That does not belong in an auditfile or invoice and can do harm; Kernklant does not read it. Make the export again.".to_owned(),
        IntakeError::XmlTruncated { line } => format!("This file is incomplete: it breaks off after line {line}. Nothing was read from it. Make the export again, or open all parts together."),
        IntakeError::XmlBroken { line } => format!("The XML is wrong on line {line}. Nothing was read from it. Make the export again."),
        IntakeError::TooDeep { line, max } => format!("Line {line} is nested deeper or has more attributes than {max}. No auditfile looks like that. Make the export again."),
        IntakeError::ElementTooLong { line, max } => format!("Line {line} holds a single item of more than {max} characters. No auditfile looks like that. Make the export again."),
        IntakeError::NotAnAuditfile => "This is XML, but neither an auditfile nor a UBL invoice. Ask for an XML Auditfile Financieel.".to_owned(),
        IntakeError::ContinuationWithoutFirst => "This is a further part of an auditfile. Open it together with the first file.".to_owned(),
        IntakeError::FilePartMissing { part } => format!("Part {part} of this auditfile is missing. Open all parts together."),
        IntakeError::NoRevenueAccounts => "No account in this auditfile holds revenue. Ask for an auditfile with ledger accounts and bookings.".to_owned(),
        IntakeError::FileEncrypted => "This file is protected with a password. Remove the password and open it again.".to_owned(),
        IntakeError::ZipCorrupt => "This file is damaged and cannot be unpacked. Ask for a new export.".to_owned(),
        IntakeError::ZipBomb { max } => format!("Unpacked, this file grows beyond {} MB. Kernklant does not read it. Choose a shorter period.", max / 1_000_000),
        IntakeError::TooManyEntries { max } => format!("There are more than {max} files in this archive. Split it."),
        IntakeError::TooManySheets { max } => format!("This workbook has more than {max} sheets. Keep only the sheet with the list."),
        IntakeError::TooManyCells { max } => format!("This sheet has more than {max} cells. Choose a shorter period or fewer columns."),
        IntakeError::XlsTooOld => "This workbook is older than Excel 97. Open it in Excel and save it as .xlsx.".to_owned(),
    }
}

fn project_error(error: &ProjectError) -> String {
    match error {
        ProjectError::NotAProject => "This is not saved work of Kernklant. Choose a file that ends in .kernklant.".to_owned(),
        ProjectError::Newer { .. } => "This work was saved by a newer version of Kernklant. Reload the page and try again.".to_owned(),
        ProjectError::Damaged => "This file is damaged or was changed by hand; the checksum does not fit. Use an earlier copy.".to_owned(),
        _ => "This file holds something that Kernklant cannot open. Use an earlier copy.".to_owned(),
    }
}

/// A number of customers, written.
pub(super) fn n_customers(n: &str) -> String {
    match n {
        "1" => "1 customer".to_owned(),
        n => format!("{n} customers"),
    }
}
