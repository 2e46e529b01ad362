//! The rules for invoices.

use abc_books::{InMemory, Input, ReadFile, read};
use abc_core::date::Date;
use abc_core::intake::{FileFlag, FlagReason, IntakeError, ReadOptions, RejectReason};
use abc_core::mapping::{Choice, QuestionId};
use abc_core::readings::Reading;

/// `number seller buyer amount`, then `kind` and `currency`.
fn invoice(root: &str, words: &str) -> String {
    let mut words = words.split(' ');
    let mut next = || words.next().unwrap_or_default();
    let (number, seller, buyer, amount) = (next(), next(), next(), next());
    let (kind, currency) = (next(), next());
    let currency = if currency.is_empty() { "EUR" } else { currency };
    let party = |name: &str| {
        format!("<a:Party><a:PartyName><b:Name>{name}</b:Name></a:PartyName></a:Party>")
    };
    format!(
        "<{root} xmlns:a='x'><b:ID>{number}</b:ID><b:IssueDate>2025-03-01</b:IssueDate>\
         <b:InvoiceTypeCode>{kind}</b:InvoiceTypeCode>\
         <b:DocumentCurrencyCode>{currency}</b:DocumentCurrencyCode>\
         <a:AccountingSupplierParty>{}</a:AccountingSupplierParty>\
         <a:AccountingCustomerParty>{}</a:AccountingCustomerParty>\
         <a:LegalMonetaryTotal><b:TaxExclusiveAmount currencyID='EUR'>{amount}</b:TaxExclusiveAmount>\
         </a:LegalMonetaryTotal></{root}>",
        party(seller),
        party(buyer)
    )
}

fn read_all(documents: &[String]) -> Vec<ReadFile> {
    let names: Vec<String> = (1..=documents.len()).map(|n| format!("{n}.xml")).collect();
    let files: Vec<InMemory<'_>> = names
        .iter()
        .zip(documents)
        .map(|(name, text)| InMemory {
            name,
            bytes: text.as_bytes(),
        })
        .collect();
    let inputs: Vec<&dyn Input> = files.iter().map(|file| file as &dyn Input).collect();
    read(&inputs, &ReadOptions::default(), &|_, _| {})
}

#[test]
fn credit_notes_count_negative_and_what_is_no_sale_is_reported() {
    let documents = [
        invoice("x:Invoice", "1 Wij Een 100.00 380"),
        invoice("CreditNote", "2 Wij Een 30.00 381"),
        invoice("Invoice", "3 Wij Een -5.00 381"),
        invoice("Invoice", "1 Wij Een 100.00 380"),
        invoice("Invoice", "1 Zij Wij 70.00 380"),
        invoice("Invoice", "4 Wij Twee 9.00 380 USD"),
        format!(
            "<StandardBusinessDocument>{}</StandardBusinessDocument>",
            invoice("Invoice", "5 Wij Twee 8.00")
        ),
        "<Invoice><ID>6".to_owned(),
        invoice("Invoice", "7 Wij Twee tien"),
    ];
    let results = read_all(&documents);
    assert_eq!(results.len(), 1);
    assert_eq!(results[0].names.len(), documents.len());
    let reading = results[0].result.as_ref().expect("a reading");
    let said: Vec<_> = reading
        .parties
        .iter()
        .map(|party| (party.name.as_str(), party.revenue.expect("revenue").0))
        .collect();
    assert_eq!(said, [("Een", 6_500), ("Twee", 800)]);
    let rejected: Vec<_> = reading
        .source
        .rejected
        .iter()
        .map(|row| (row.line, row.reason))
        .collect();
    assert_eq!(
        rejected,
        [
            (4, RejectReason::DuplicateInvoice),
            (5, RejectReason::PurchaseInvoice),
            (6, RejectReason::CurrencyMismatch),
            (8, RejectReason::XmlTruncated),
            (9, RejectReason::AmountInvalid),
        ]
    );
    let tally = reading.source.tally;
    assert_eq!((tally.records, tally.accepted, tally.rejected), (9, 4, 5));
    for flag in [
        FileFlag::DuplicateInvoice,
        FileFlag::PurchaseInvoice,
        FileFlag::CurrencyMismatch,
    ] {
        assert!(reading.source.file_flags.contains(&flag));
    }
    assert_eq!(reading.months, Some(1));
    assert!(
        reading
            .parties
            .iter()
            .all(|party| party.bought.n_months() == 1)
    );
}

#[test]
fn a_number_that_comes_back_another_year_or_on_a_credit_note_is_another_document() {
    let first = invoice("Invoice", "1 Wij Een 100.00");
    let year = first.find("2025-").expect("a day");
    let mut earlier = first.clone();
    earlier.replace_range(year..year + 4, "2024");
    let documents = [
        first.clone(),
        earlier,
        invoice("CreditNote", "1 Wij Een 30.00 381"),
        first,
    ];
    let results = read_all(&documents);
    let reading = results[0].result.as_ref().expect("a reading");
    let revenue = reading.parties[0].revenue.expect("revenue");
    assert_eq!(revenue.0, 17_000);
    assert_eq!(reading.source.tally.rejected, 1);
}

#[test]
fn what_cannot_be_read_at_all_is_an_error() {
    let results = read_all(&["<Invoice><ID>6".to_owned()]);
    assert!(matches!(
        results[0].result,
        Err(IntakeError::XmlTruncated { .. })
    ));
}

#[test]
fn a_buyer_is_known_by_number_then_by_name_and_nobody_is_no_customer() {
    let numbered = |number: &str, buyer: &str, code: &str| {
        let id =
            format!("<a:Party><a:PartyIdentification><b:ID>{code}</b:ID></a:PartyIdentification>");
        let text = invoice("Invoice", &format!("{number} Wij {buyer} 10.00"));
        let at = text.find("<a:AccountingCustomerParty>").expect("a buyer");
        let (before, buyer) = text.split_at(at);
        before.to_owned() + &buyer.replacen("<a:Party>", &id, 1)
    };
    let documents = [
        numbered("1", "Een", "20010"),
        invoice("Invoice", "2 Wij EEN 5.00"),
        invoice("Invoice", "3 Wij Twee 1.00"),
        numbered("4", "Twee", "20020"),
        numbered("5", "Twee", "20030"),
        invoice("Invoice", "6 Wij Twee 2.00"),
        invoice("Invoice", "7 Wij  3.00"),
    ];
    let results = read_all(&documents);
    let reading = results[0].result.as_ref().expect("a reading");
    let said = reading.parties.iter().map(|party| {
        let cents = party.revenue.expect("revenue").0;
        format!("{}{} {cents}", party.name, party.code)
    });
    // Of two numbered customers of one name the last invoice does not say which.
    let expected = [
        "Een20010 1500",
        "Twee20020 1100",
        "Twee20030 1000",
        "Twee 200",
    ];
    assert_eq!(said.collect::<Vec<_>>(), expected);
    assert_eq!(reading.unassigned.revenue.0, 300);
    assert_eq!(reading.source.revenue_cents, 4_100);
}

/// The invoices of a firm, read on this day.
fn reading_of(documents: &[String], options: &ReadOptions) -> Reading {
    let texts = documents.iter().map(String::as_bytes);
    let files: Vec<InMemory<'_>> = texts
        .map(|bytes| InMemory {
            name: "u.xml",
            bytes,
        })
        .collect();
    let inputs: Vec<&dyn Input> = files.iter().map(|file| file as &dyn Input).collect();
    let mut results = read(&inputs, options, &|_, _| {});
    results.remove(0).result.expect("a reading")
}

#[test]
fn a_mistyped_year_does_not_stretch_the_period() {
    let documents = [
        invoice("Invoice", "1 Wij Een 10.00"),
        invoice("Invoice", "2 Wij Een 5.00").replace("2025-03-01", "2052-03-01"),
    ];
    let options = ReadOptions {
        today: Date::new(2026, 1, 31).ok(),
        ..ReadOptions::default()
    };
    let reading = reading_of(&documents, &options);
    assert_eq!(
        (reading.months, reading.source.revenue_cents),
        (Some(1), 1_500)
    );
    let flagged = reading.source.flagged.iter();
    let lines: Vec<_> = flagged.map(|row| (row.line, row.reason)).collect();
    assert_eq!(lines, [(2, FlagReason::DateInvalid)]);
}

#[test]
fn invoices_in_another_currency_alone_are_asked_about() {
    let documents = [
        invoice("Invoice", "1 Wij Een 10.00 380 USD"),
        invoice("Invoice", "2 Wij Twee 5.00 380 usd"),
    ];
    let mut options = ReadOptions::default();
    let question = |reading: &Reading| {
        let asked = reading.source.questions.iter();
        asked
            .map(|asked| (asked.id, asked.is_blocking, asked.given))
            .collect::<Vec<_>>()
    };
    let reading = reading_of(&documents, &options);
    assert_eq!(question(&reading), [(QuestionId::Currency, true, None)]);
    assert_eq!(reading.parties.len(), 2);
    options
        .answers
        .push((QuestionId::Currency, Choice::AsWritten));
    let reading = reading_of(&documents, &options);
    assert_eq!(question(&reading), [(QuestionId::Currency, true, Some(0))]);
    let euros = [
        invoice("Invoice", "1 Wij Een 10.00 380 eur"),
        invoice("Invoice", "2 Wij Een 10.00").replace(">EUR<", "><"),
    ];
    let reading = reading_of(&euros, &ReadOptions::default());
    assert_eq!(
        (question(&reading), reading.source.tally.accepted),
        (Vec::new(), 2)
    );
}

#[test]
fn own_sales_are_known_by_any_number_of_the_firm_and_a_refused_invoice_may_come_again() {
    let with_scheme = |text: String, number: &str| {
        let id = format!(
            "<a:Party><a:PartyIdentification><b:ID schemeID='x'>{number}</b:ID>\
             </a:PartyIdentification>"
        );
        text.replacen("<a:Party>", &id, 1)
    };
    let documents = [
        with_scheme(invoice("Invoice", "1 Wij Een 10.00"), "NL001234567B01"),
        with_scheme(invoice("Invoice", "2 Wij Een 10.00"), "NL001234567B01"),
        invoice("Invoice", "3 Wij Een 5.00"),
        invoice("Invoice", "4 Wij Een "),
        invoice("Invoice", "4 Wij Een 1.00"),
        invoice("Invoice", "4 Wij Een 1.00"),
    ];
    let reading = reading_of(&documents, &ReadOptions::default());
    assert_eq!(reading.source.revenue_cents, 2_600);
    let rejected = reading.source.rejected.iter();
    let lines: Vec<_> = rejected.map(|row| (row.line, row.reason)).collect();
    assert_eq!(
        lines,
        [
            (4, RejectReason::AmountMissing),
            (6, RejectReason::DuplicateInvoice)
        ]
    );
}

#[test]
fn a_buyer_of_a_number_gets_the_registered_name_of_another_invoice() {
    let buyer = |number: &str, name: &str| {
        let text = invoice("Invoice", &format!("{number} Wij Een 10.00"));
        let party = format!(
            "<a:Party><a:PartyIdentification><b:ID>123</b:ID></a:PartyIdentification>\
             <a:PartyLegalEntity><b:RegistrationName>{name}</b:RegistrationName>\
             </a:PartyLegalEntity></a:Party>"
        );
        let own = "<a:Party><a:PartyName><b:Name>Een</b:Name></a:PartyName></a:Party>";
        text.replace(own, &party)
    };
    let reading = reading_of(
        &[buyer("1", ""), buyer("2", "Jansen BV")],
        &ReadOptions::default(),
    );
    let names: Vec<_> = reading
        .parties
        .iter()
        .map(|party| party.name.as_str())
        .collect();
    assert_eq!(names, ["Jansen BV"]);
}
