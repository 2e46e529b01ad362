//! Files of one form: what was said about an earlier one holds for the next, until somebody says otherwise.

use super::{ReadOptions, Source};
use crate::mapping::{Choice, QuestionId, words};

/// Forms that are remembered; the one that was not met for the longest time goes first.
const MOST_FORMS: usize = 50;

/// What is longer than this is not remembered: it is no form of a program's export.
pub(crate) const MOST_SIGNATURE_BYTES: usize = 10_000;

/// What two exports of one form have in common: their headers as they are compared, or the accounts that
/// hold the revenue of an auditfile. `None` without either. Made by one build and read by the next: it is
/// text, and no hash.
pub fn form_signature(source: &Source) -> Option<String> {
    let parts: Vec<String> = if let Some(books) = &source.books {
        let accounts = books.revenue_accounts.iter();
        let counting = accounts.filter(|account| account.is_revenue);
        counting
            .map(|account| format!("{} {}", account.number, words::normalised(&account.name)))
            .collect()
    } else {
        source.header_line?;
        let columns = source.columns.iter();
        columns
            .map(|column| words::normalised(&column.header))
            .collect()
    };
    (!parts.is_empty()).then(|| parts.join("\u{1f}"))
}

/// Whether an answer is about the form of a file, and not about its very rows.
pub fn holds_for_the_form(id: QuestionId) -> bool {
    !matches!(id, QuestionId::DuplicateRows | QuestionId::MultipleTables)
}

/// Whether an answer is a sheet of one year or month: the next file has another one.
fn names_a_time(choice: &Choice) -> bool {
    matches!(choice, Choice::Sheet(name)
        if words::year_of(name).is_some() || words::period_in(name).is_some())
}

impl ReadOptions {
    /// What was said about `earlier` and holds for every file of its form: the roles of its columns and
    /// the answers about them, not those about its very rows. Give `today` anew.
    pub fn for_the_form_of(earlier: &Source) -> Self {
        let options = &earlier.options;
        // The headers of a list say nothing of whose ledger it is.
        let holds = |id: QuestionId, choice: &Choice| {
            holds_for_the_form(id)
                && (id != QuestionId::RevenueAccounts || earlier.books.is_some())
                && !names_a_time(choice)
        };
        Self {
            encoding: options.encoding,
            delimiter: options.delimiter,
            roles: options.roles.clone(),
            answers: options
                .answers
                .iter()
                .filter(|(id, choice)| holds(*id, choice))
                .cloned()
                .collect(),
            today: None,
            is_from_earlier: true,
        }
    }

    /// Whether nothing was said that changes how a file is read.
    pub fn says_nothing(&self) -> bool {
        self.encoding.is_none()
            && self.delimiter.is_none()
            && self.roles.is_empty()
            && self.answers.is_empty()
    }
}

/// What was said about files, by their form. It belongs to a browser and not to a project.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Forms {
    /// The signature of the form and what was said, newest first.
    known: Vec<(String, ReadOptions)>,
}

impl Forms {
    /// The forms in this order, the first ones where there are too many.
    pub(crate) fn new(known: impl IntoIterator<Item = (String, ReadOptions)>) -> Self {
        Self {
            known: known.into_iter().take(MOST_FORMS).collect(),
        }
    }

    /// The forms, newest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &ReadOptions)> {
        self.known
            .iter()
            .map(|(form, options)| (form.as_str(), options))
    }

    /// How to read a file of this form, as it was said of an earlier one.
    pub fn said_about(&self, form: &str) -> Option<&ReadOptions> {
        self.iter()
            .find(|(known, _)| *known == form)
            .map(|(_, options)| options)
    }

    /// Takes over what is said about these files, each with its form (its signature as it was read before
    /// anything was said). What the last file of a form says holds; a form of which all
    /// files are silent is forgotten, so that taking an answer back forgets it.
    pub fn learn(&mut self, files: &[(&str, &Source)]) {
        for (form, _) in files {
            let mut of_form = files.iter().filter(|(other, _)| other == form);
            if of_form.all(|(_, source)| ReadOptions::for_the_form_of(source).says_nothing()) {
                self.known.retain(|(known, _)| known != form);
            }
        }
        for &(form, source) in files {
            let options = ReadOptions::for_the_form_of(source);
            let is_known = self.said_about(form) == Some(&options);
            if options.says_nothing() || is_known || !is_form(form, source) {
                continue;
            }
            self.known.retain(|(known, _)| known != form);
            self.known.insert(0, (form.to_owned(), options));
        }
        self.known.truncate(MOST_FORMS);
    }
}

/// Whether a signature is one of headers or accounts: the first row of a file without a header holds a
/// customer, whom nobody asked to remember.
fn is_form(form: &str, source: &Source) -> bool {
    let mut questions = source.questions.iter();
    let doubt = questions.find(|question| question.id == QuestionId::Header);
    let is_header = doubt.is_none_or(|question| {
        let given = question.given.and_then(|given| question.answers.get(given));
        given.is_some_and(|answer| answer.choice == Choice::Yes)
    });
    let is_known = source.header_line.is_some() || source.books.is_some();
    is_known && is_header && form.len() <= MOST_SIGNATURE_BYTES
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::{Books, JudgedBy, LedgerAccount};
    use crate::mapping::{Answer, Column, Confidence, DayOrder, Notation, Question, Role};
    use crate::money::Cents;

    fn file(headers: &[&str], answers: &[(QuestionId, Choice)]) -> Source {
        let column = |header: &&str| Column {
            header: (*header).to_owned(),
            role: Role::Ignored,
            confidence: Confidence::High,
            notation: Notation::Whole,
            day_order: DayOrder::default(),
        };
        Source {
            header_line: Some(1),
            columns: headers.iter().map(column).collect(),
            options: ReadOptions {
                answers: answers.to_vec(),
                ..ReadOptions::default()
            },
            ..Source::default()
        }
    }

    fn learn(forms: &mut Forms, files: &[&Source]) {
        let signatures: Vec<String> = files
            .iter()
            .map(|source| form_signature(source).unwrap())
            .collect();
        let signatures = signatures.iter().map(String::as_str);
        let pairs: Vec<_> = signatures.zip(files.iter().copied()).collect();
        forms.learn(&pairs);
    }

    const COMMA: (QuestionId, Choice) = (QuestionId::DecimalSeparator, Choice::DecimalComma);
    const DOT: (QuestionId, Choice) = (QuestionId::DecimalSeparator, Choice::DecimalDot);

    #[test]
    fn the_next_file_of_a_form_is_read_as_the_last_one_was_said_to_be() {
        let mut forms = Forms::default();
        let january = file(&["Klant", "Omzet"], &[COMMA]);
        let february = file(&[" KLANT", "omzet "], &[DOT]);
        learn(&mut forms, &[&january]);
        let form = form_signature(&february).unwrap();
        let said = forms.said_about(&form).unwrap();
        assert_eq!(
            (&said.answers[..], said.is_from_earlier),
            (&[COMMA][..], true)
        );
        learn(&mut forms, &[&january, &february]);
        assert_eq!(forms.said_about(&form).unwrap().answers, [DOT]);
        assert_eq!(forms.said_about("klant"), None);
    }

    #[test]
    fn an_answer_that_is_taken_back_is_forgotten_unless_another_file_gave_it() {
        let mut forms = Forms::default();
        let (said, silent) = (file(&["Klant"], &[DOT]), file(&["Klant"], &[]));
        let other = file(&["Bedrijf"], &[COMMA]);
        learn(&mut forms, &[&said, &other]);
        learn(&mut forms, &[&said, &silent]);
        assert!(forms.said_about("klant").is_some());
        learn(&mut forms, &[&silent]);
        assert_eq!(forms.said_about("klant"), None);
        assert!(forms.said_about("bedrijf").is_some());
    }

    #[test]
    fn what_was_said_about_the_very_rows_of_a_file_is_not_remembered() {
        let mut forms = Forms::default();
        let rows = [
            (QuestionId::DuplicateRows, Choice::No),
            (QuestionId::MultipleTables, Choice::Yes),
        ];
        learn(&mut forms, &[&file(&["Klant"], &rows)]);
        // Nor are the accounts of one ledger those of another.
        let accounts = Choice::Accounts(vec!["8010".to_owned()]);
        let of_ledger = [(QuestionId::RevenueAccounts, accounts)];
        learn(&mut forms, &[&file(&["Klant"], &of_ledger)]);
        assert_eq!(forms, Forms::default());
    }

    #[test]
    fn which_accounts_are_revenue_holds_for_the_next_year_of_the_books() {
        let books = |balances: [i64; 3], answers: &[(QuestionId, Choice)]| {
            let accounts = [
                ("8000", "Omzet hoog"),
                ("8010", "Omzet laag"),
                ("9000", "Rente"),
            ];
            let account = |((number, name), balance): ((&str, &str), i64)| LedgerAccount {
                number: number.to_owned(),
                name: name.to_owned(),
                rgs: None,
                is_revenue: number.starts_with('8'),
                judged_by: JudgedBy::Description,
                balance_cents: Cents(balance),
            };
            // The near misses are those with a balance in that very year.
            let listed = accounts.into_iter().zip(balances);
            let listed = listed.filter(|((number, _), balance)| *number < "9" || *balance > 0);
            Source {
                books: Some(Box::new(Books {
                    revenue_accounts: listed.map(account).collect(),
                    ..Books::default()
                })),
                header_line: None,
                ..file(&[], answers)
            }
        };
        let chosen = [(
            QuestionId::RevenueAccounts,
            Choice::Accounts(vec!["8000".to_owned()]),
        )];
        let mut forms = Forms::default();
        let this_year = books([10, 20, 5], &[]);
        let form = form_signature(&this_year).unwrap();
        forms.learn(&[(&form, &books([10, 20, 5], &chosen))]);
        let next_year = form_signature(&books([12, 0, 0], &[])).unwrap();
        assert_eq!(forms.said_about(&next_year).unwrap().answers, chosen);
        assert_eq!(form_signature(&Source::default()), None);
    }

    #[test]
    fn a_first_row_that_may_be_a_customer_is_not_remembered() {
        let doubtful = |given| {
            let mut source = file(&["Jansen", "1200"], &[COMMA]);
            let offers = [Choice::Yes, Choice::No];
            source.questions = vec![Question {
                id: QuestionId::Header,
                is_blocking: false,
                answers: offers
                    .map(|choice| Answer {
                        choice,
                        totals: None,
                        seconds: None,
                    })
                    .to_vec(),
                given,
            }];
            source
        };
        for (given, n) in [(None, 0), (Some(1), 0), (Some(0), 1)] {
            let mut forms = Forms::default();
            learn(&mut forms, &[&doubtful(given)]);
            assert_eq!(forms.iter().count(), n, "{given:?}");
        }
    }

    #[test]
    fn the_oldest_form_makes_room() {
        let mut forms = Forms::default();
        for number in 0..=MOST_FORMS {
            learn(&mut forms, &[&file(&[&format!("Klant {number}")], &[DOT])]);
        }
        assert_eq!(forms.iter().count(), MOST_FORMS);
        assert_eq!(forms.said_about("klant 0"), None);
        assert!(forms.said_about("klant 1").is_some());
    }
}
