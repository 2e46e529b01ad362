//! XML Auditfile Financieel, versions 2.0 to 4.0: revenue excl. VAT per customer, reconciled to the ledger.
//!
//! One pass over the file, one booking at a time. What decides is in the order of the file: accounts first,
//! then bookings; a file that has it the other way round, or in another encoding than was presumed, is read
//! again. The rules are those of books-corpus/README.md.

mod accounts;
mod booking;
mod closing;
mod document;
mod ledger;
mod parties;
mod parts;
mod positions;
mod version;

use abc_core::customers::Customer;
use abc_core::date::{Date, calendar_months};
use abc_core::intake::{
    Books, Container, FileFlag, IntakeError, JudgedBy, LedgerAccount, ReadOptions, Source,
    SourceKind, YearCustomer, YearSummary,
};
use abc_core::mapping::{Answer, Choice, Question, QuestionId};
use abc_core::money::Cents;
use abc_core::readings::{Reading, Unassigned};

use crate::ReadFile;
use crate::container::Document;
use crate::currency;
use crate::input::Meter;
use crate::probe::Probe;
use crate::xml::{Found, Learned, Stop, Text, Xml};
use accounts::{Accounts, Statement};
use ledger::Ledger;
use parts::{Auditfile, auditfiles_of};

/// A year of one firm, read.
struct Year {
    names: Vec<String>,
    company: String,
    company_numbers: Vec<String>,
    /// By which years are put in order.
    end: Option<Date>,
    reading: Reading,
}

/// Whether a text stops before its end: the rest of it is in a further part.
fn breaks_off<'a>(document: &Document<'a>, meter: &'a Meter<'a>) -> bool {
    const END: &[u8] = b"auditfile>";
    /// A comment and white space may come after the end.
    const TAIL_BYTES: usize = 1_024;
    let Ok(mut bytes) = document.open(meter) else {
        return false;
    };
    let mut tail = Vec::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        match bytes.read(&mut buffer) {
            Ok(0) => break,
            Ok(n) => tail.extend_from_slice(buffer.get(..n).unwrap_or_default()),
            Err(_) => return false,
        }
        tail.drain(..tail.len().saturating_sub(TAIL_BYTES));
    }
    // UTF-16 has a nought in every letter of the end.
    tail.retain(|byte| *byte != 0);
    // The end may have a prefix: `</a:auditfile>`.
    let has_end = tail
        .split(|byte| *byte == b'<')
        .any(|tag| tag.first() == Some(&b'/') && tag.windows(END.len()).any(|end| end == END));
    !has_end
}

/// Reads all auditfiles among `documents`: parts are joined, years of one firm stand in one reading.
pub(crate) fn read_auditfiles<'a>(
    documents: Vec<(Document<'a>, Probe)>,
    options: &ReadOptions,
    meter: &'a Meter<'a>,
) -> Vec<ReadFile> {
    let (files, incomplete) = auditfiles_of(documents, |document| breaks_off(document, meter));
    let mut results: Vec<ReadFile> = incomplete
        .into_iter()
        .map(|incomplete| ReadFile {
            names: names_of(incomplete.parts.iter()),
            result: Err(incomplete.error),
        })
        .collect();
    let mut firms: Vec<Vec<Year>> = Vec::new();
    for file in files {
        let names = names_of(file.parts());
        match year_of(&file, names.clone(), options, meter) {
            Ok(year) => match firms.iter_mut().find(|years| is_further_year(years, &year)) {
                Some(years) => years.push(year),
                None => firms.push(vec![year]),
            },
            Err(error) => results.push(ReadFile {
                names,
                result: Err(error),
            }),
        }
    }
    results.extend(firms.into_iter().filter_map(reading_of_years));
    results
}

/// The files, each once, in order.
fn names_of<'d, 'a: 'd>(parts: impl Iterator<Item = &'d Document<'a>>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for part in parts {
        if !names.iter().any(|name| name == part.input.name()) {
            names.push(part.input.name().to_owned());
        }
    }
    names
}

/// Whether a year is of the same firm as `years`, and none of them.
fn is_further_year(years: &[Year], year: &Year) -> bool {
    let fiscal_years = |year: &Year| {
        let books = year.reading.source.books.as_ref();
        books.map_or_else(Vec::new, |books| books.fiscal_years.clone())
    };
    let is_same_firm = |other: &Year| {
        let shares_number = other
            .company_numbers
            .iter()
            .any(|number| year.company_numbers.contains(number));
        let is_named = !year.company.is_empty();
        (is_named && other.company.to_lowercase() == year.company.to_lowercase())
            || (shares_number && (other.company.is_empty() || year.company.is_empty()))
    };
    years.iter().all(is_same_firm)
        && years
            .iter()
            .all(|other| fiscal_years(other) != fiscal_years(year))
}

/// The latest year, with the others beside it.
fn reading_of_years(mut years: Vec<Year>) -> Option<ReadFile> {
    years.sort_by_key(|year| year.end);
    let summaries: Vec<YearSummary> = years.iter().map(summary_of).collect();
    let names = years.iter().flat_map(|year| year.names.clone()).collect();
    let flags: Vec<FileFlag> = years
        .iter()
        .flat_map(|year| year.reading.source.file_flags.clone())
        .collect();
    let is_renamed = is_any_renamed(&summaries);
    let mut latest = years.pop()?.reading;
    if let Some(books) = latest.source.books.as_mut().filter(|_| summaries.len() > 1) {
        books.fiscal_years = summaries.iter().map(|year| year.year.clone()).collect();
        books.years = summaries;
        let file_flags = &mut latest.source.file_flags;
        *file_flags = flags;
        file_flags.push(FileFlag::SeveralYears);
        if is_renamed {
            file_flags.push(FileFlag::CustomerRenamed);
        }
        file_flags.sort_unstable();
        file_flags.dedup();
    }
    Some(ReadFile {
        names,
        result: Ok(latest),
    })
}

fn is_any_renamed(years: &[YearSummary]) -> bool {
    let mut names = std::collections::HashMap::new();
    let customers = years.iter().flat_map(|year| &year.customers);
    customers
        .filter(|customer| !customer.code.is_empty())
        .any(|customer| {
            let first = *names.entry(&customer.code).or_insert(&customer.name);
            first != &customer.name
        })
}

fn summary_of(year: &Year) -> YearSummary {
    let books = year.reading.source.books.as_deref();
    let year_customer = |customer: &Customer| YearCustomer {
        code: customer.code.clone(),
        name: customer.name.clone(),
        revenue_cents: customer.revenue.unwrap_or_default(),
    };
    YearSummary {
        year: books
            .and_then(|books| books.fiscal_years.first().cloned())
            .unwrap_or_default(),
        revenue_cents: books.map_or(Cents::ZERO, |books| books.revenue_cents),
        cost_cents: books.map_or(Cents::ZERO, |books| books.cost_cents),
        without_customer_cents: books.map_or(Cents::ZERO, |books| books.without_customer_cents),
        customers: year.reading.parties.iter().map(year_customer).collect(),
    }
}

/// Reads one auditfile. Where no account is known to be revenue, the likeliest one is taken, and asked about.
fn year_of<'a>(
    file: &Auditfile<'a>,
    names: Vec<String>,
    options: &ReadOptions,
    meter: &'a Meter<'a>,
) -> Result<Year, IntakeError> {
    let given = options
        .answers
        .iter()
        .find_map(|(id, choice)| match choice {
            Choice::Accounts(numbers) if *id == QuestionId::RevenueAccounts => {
                Some(numbers.clone())
            }
            _ => None,
        });
    let (mut ledger, mut found) = ledger_of(file, given.clone(), meter)?;
    if file.wants_bookings() && !ledger.met.bookings {
        return Err(IntakeError::FilePartMissing { part: 1 });
    }
    let is_listed = |account: &accounts::Account| account.is_listed;
    if ledger.met.bookings && !ledger.accounts.list.iter().any(is_listed) {
        return Err(IntakeError::FilePartMissing { part: 0 });
    }
    let is_told = ledger
        .accounts
        .judged(None)
        .iter()
        .any(|account| account.is_revenue);
    let candidates = if is_told {
        Vec::new()
    } else {
        accounts_in_credit(&ledger)
    };
    if !is_told && given.is_none() {
        let likely = candidates.first().ok_or(IntakeError::NoRevenueAccounts)?;
        (ledger, found) = ledger_of(file, Some(vec![likely.clone()]), meter)?;
    }
    let totals_under = |account: &String| {
        let accounts = vec![account.clone()];
        let is_short = ledger.tally.records <= MOST_LINES_READ_AGAIN;
        let again = is_short.then(|| ledger_of(file, Some(accounts), meter));
        let (other, _) = again?.ok()?;
        Some(totals_of(&other))
    };
    let question =
        (!is_told).then(|| account_question(&ledger, &candidates, given.as_deref(), totals_under));
    let end = ledger.header.end;
    let currency = currency::normalised(&ledger.header.currency);
    let (n_customers, cents) = (ledger.customers().count(), ledger.revenue_cents());
    let foreign = currency::question(&currency, (n_customers, cents), &options.answers);
    let company = ledger.header.company.clone();
    let company_numbers = ledger.header.company_numbers.clone();
    let mut reading = reading_of(ledger, &found, file, options);
    reading
        .source
        .questions
        .extend(question.into_iter().chain(foreign));
    Ok(Year {
        names,
        company,
        company_numbers,
        end,
        reading,
    })
}

/// More than this is no choice.
const MOST_CANDIDATES: usize = 8;

/// The accounts that may be revenue by their balance alone: result accounts in credit, largest first.
fn accounts_in_credit(ledger: &Ledger) -> Vec<String> {
    let accounts = ledger.accounts.list.iter().zip(&ledger.judged);
    let mut in_credit: Vec<(i64, &str)> = accounts
        .zip(&ledger.balances)
        .filter(|((_, judged), balance)| judged.statement != Statement::Balance && **balance > 0)
        .map(|((account, _), balance)| (*balance, account.number.as_str()))
        .collect();
    in_credit.sort_by_key(|(balance, number)| (std::cmp::Reverse(*balance), *number));
    let numbers = in_credit.into_iter().map(|(_, number)| number.to_owned());
    numbers.take(MOST_CANDIDATES).collect()
}

/// Books up to here are read once more for what each account would give: at most `MOST_CANDIDATES` times.
const MOST_LINES_READ_AGAIN: u64 = 20_000;

/// Customers and revenue in cents.
fn totals_of(ledger: &Ledger) -> (u32, i64) {
    let n_customers = u32::try_from(ledger.customers().count()).unwrap_or(u32::MAX);
    (n_customers, ledger.revenue_cents())
}

fn account_question(
    ledger: &Ledger,
    candidates: &[String],
    given: Option<&[String]>,
    totals_under: impl Fn(&String) -> Option<(u32, i64)>,
) -> Question {
    let taken = given.unwrap_or(candidates.get(..1).unwrap_or_default());
    let answer = |number: &String| Answer {
        choice: Choice::Accounts(vec![number.clone()]),
        totals: if *taken == [number.clone()] {
            Some(totals_of(ledger))
        } else {
            totals_under(number)
        },
        seconds: None,
    };
    let answers: Vec<Answer> = candidates.iter().map(answer).collect();
    let is_given = |answer: &Answer| {
        given.is_some_and(|given| answer.choice == Choice::Accounts(given.to_vec()))
    };
    Question {
        id: QuestionId::RevenueAccounts,
        is_blocking: true,
        given: answers.iter().position(is_given),
        answers,
    }
}

/// All texts of a file through one ledger, again for as long as a pass learns something.
fn ledger_of<'a>(
    file: &Auditfile<'a>,
    chosen: Option<Vec<String>>,
    meter: &'a Meter<'a>,
) -> Result<(Ledger, Vec<Found>), IntakeError> {
    let mut learned = vec![Learned::default(); file.texts.len()];
    let mut accounts = Accounts::default();
    let mut is_second_look = false;
    'pass: loop {
        let mut ledger = Ledger::new(chosen.clone(), std::mem::take(&mut accounts));
        let mut found = Vec::new();
        for (parts, learned) in file.texts.iter().zip(&mut learned) {
            let text = Text::new(parts.clone(), std::mem::take(learned), meter);
            let mut xml = Xml::new(text);
            let outcome = document::read_into(&mut ledger, &mut xml, meter);
            found.extend_from_slice(xml.found());
            ledger.met.forbidden |= xml.has_forbidden();
            *learned = xml.into_learned();
            match outcome {
                Ok(()) => {}
                Err(Stop::Again) => continue 'pass,
                Err(Stop::Refused(error)) => return Err(error),
            }
        }
        if ledger.met.late_account && !is_second_look {
            is_second_look = true;
            accounts = ledger.accounts;
            continue 'pass;
        }
        ledger.judge_accounts();
        ledger.settle_held();
        return Ok((ledger, found));
    }
}

/// What one year says.
fn reading_of(
    ledger: Ledger,
    found: &[Found],
    file: &Auditfile<'_>,
    options: &ReadOptions,
) -> Reading {
    let direct_costs = ledger.direct_costs();
    let mut parties = Vec::new();
    let mut flags = flags_of(&ledger, found, file);
    for (idx, totals) in ledger.customers() {
        let Some(relation) = ledger.parties.list.get(idx) else {
            continue;
        };
        let is_named = !relation.name.is_empty();
        let code = relation.number.clone();
        for (flag, is_met) in [
            (FileFlag::RelationMissing, !relation.is_listed),
            (FileFlag::NamesCutAt50, relation.name.chars().count() == 50),
            (FileFlag::CustomerNegative, totals.revenue_cents < 0),
            (FileFlag::CustomerRenamed, relation.is_renamed),
        ] {
            if is_met {
                flags.push(flag);
            }
        }
        parties.push(Customer {
            name: if is_named {
                relation.name.clone()
            } else {
                code.clone()
            },
            code,
            registrations: relation.registrations.clone(),
            revenue: Some(Cents(totals.revenue_cents)),
            direct_cost: direct_costs.get(idx).copied().flatten().map(Cents),
            n_rows: totals.n_lines,
            bought: totals.bought,
            ..Customer::default()
        });
    }
    flags.sort_unstable();
    flags.dedup();
    let books = books_of(&ledger);
    let days = ledger.header.start.zip(ledger.header.end);
    let period = days.filter(|(first, last)| first <= last);
    let n_bytes = file.parts().map(|part| part.input.n_bytes()).sum();
    let first = file.parts().next();
    Reading {
        months: months_of(&ledger),
        unassigned: Unassigned {
            revenue: Cents(ledger.without_customer_cents),
            seconds: 0,
        },
        source: Source {
            name: first.map_or_else(String::new, |part| part.input.name().to_owned()),
            n_bytes,
            kind: SourceKind::Auditfile,
            container: Container::Xaf {
                version: books.version.clone(),
            },
            encoding: found.first().map_or_else(Default::default, Found::encoding),
            has_bom: found.first().is_some_and(|found| found.has_bom),
            tally: ledger.tally,
            rejected: ledger.rejected,
            file_flags: flags,
            period,
            revenue_cents: books.revenue_cents.0,
            options: options.clone(),
            books: Some(Box::new(books)),
            ..Source::default()
        },
        parties: parties.into(),
        ..Reading::default()
    }
}

fn books_of(ledger: &Ledger) -> Books {
    let accounts = ledger.accounts.list.iter().zip(&ledger.judged);
    let mut revenue_accounts: Vec<LedgerAccount> = accounts
        .zip(&ledger.balances)
        .filter(|((_, judged), balance)| {
            let is_near = judged.statement != Statement::Balance && **balance > 0;
            judged.is_revenue || judged.by == JudgedBy::User || is_near
        })
        .map(|((account, judged), balance)| LedgerAccount {
            number: account.number.clone(),
            name: account.name.clone(),
            rgs: account.rgs.clone(),
            is_revenue: judged.is_revenue,
            judged_by: judged.by,
            balance_cents: Cents(*balance),
        })
        .collect();
    revenue_accounts.sort_by(|a, b| a.number.cmp(&b.number));
    let header = &ledger.header;
    Books {
        version: version::version_of(ledger).to_owned(),
        company: header.company.clone(),
        fiscal_years: vec![header.fiscal_year.clone()],
        currency: currency::normalised(&header.currency),
        revenue_accounts,
        revenue_cents: Cents(ledger.revenue_cents()),
        cost_cents: Cents(ledger.cost_cents()),
        without_customer_cents: Cents(ledger.without_customer_cents),
        years: Vec::new(),
    }
}

fn flags_of(ledger: &Ledger, found: &[Found], file: &Auditfile<'_>) -> Vec<FileFlag> {
    let met = &ledger.met;
    let is_by_description = ledger
        .judged
        .iter()
        .any(|account| account.is_revenue && account.by == JudgedBy::Description);
    let all = [
        (FileFlag::OpeningExcluded, met.opening),
        (FileFlag::YearEndClosingExcluded, met.closing),
        (
            FileFlag::RevenueWithoutCustomer,
            ledger.n_lines_without_customer > 0,
        ),
        (FileFlag::RevenueAccountsByDescription, is_by_description),
        (FileFlag::ControlTotalMismatch, is_control_mismatch(ledger)),
        (FileFlag::CollectiveBookingSplit, met.split_booking),
        (FileFlag::SplitFilesJoined, file.is_joined()),
        (FileFlag::BrokenFinancialYear, is_broken_year(ledger)),
        (FileFlag::ForeignCurrencyLines, met.foreign_currency),
        (
            FileFlag::EncodingMismatch,
            found.iter().any(Found::is_mismatch),
        ),
        (FileFlag::InvalidCharacters, met.forbidden),
    ];
    all.into_iter()
        .filter(|(_, is_met)| *is_met)
        .map(|(flag, _)| flag)
        .collect()
}

/// Whether the totals that the file gives are not those of its lines. Some count bookings instead of lines,
/// and some take the sign of a negative amount for its side.
fn is_control_mismatch(ledger: &Ledger) -> bool {
    let (control, written) = (&ledger.control, &ledger.written);
    let n_is_wrong = control
        .n_lines
        .is_some_and(|n| n != written.n_lines && n != written.n_bookings);
    let as_written = (written.debit_cents, written.credit_cents);
    let flipped = (written.debit_flipped_cents, written.credit_flipped_cents);
    let fits = |(debit, credit): (i64, i64)| {
        control.debit_cents.is_none_or(|cents| cents == debit)
            && control.credit_cents.is_none_or(|cents| cents == credit)
    };
    n_is_wrong || !(fits(as_written) || fits(flipped))
}

/// Whether the fiscal year is not a calendar year.
fn is_broken_year(ledger: &Ledger) -> bool {
    match (ledger.header.start, ledger.header.end) {
        (Some(start), Some(end)) => start.year() != end.year(),
        _ => false,
    }
}

/// Calendar months of the year that the file covers: all of them when it was made after the year, else up
/// to the last revenue, since a file that was made in June says that its year ends in December.
fn months_of(ledger: &Ledger) -> Option<u16> {
    let header = &ledger.header;
    let (start, end) = (header.start?, header.end?);
    let is_over = header.created.is_some_and(|created| created > end);
    let last = ledger
        .last_revenue_day
        .filter(|last| !is_over && (start..=end).contains(last))
        .unwrap_or(end);
    (start <= last).then(|| calendar_months(start, last))
}
