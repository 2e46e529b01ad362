//! Files that say who the customers are, and files that know them by their number alone.

use abc_core::customers::{Customer, Rating};
use abc_core::intake::{IntakeError, SourceKind};
use abc_core::money::Cents;
use abc_core::protocol::Read;

use super::read;

#[test]
fn a_list_of_names_and_numbers_has_no_figures() {
    let text = "Klantcode;Naam;Soort;Branche\r\n1;Alfa Zorg;Klant;Zorg\r\n2;Beta Bouw;Klant;Bouw\r\n\r\nPagina 1;;;\r\n3;;Klant;Bouw\r\nTotaal;;;\r\n";
    let (customers, read) = read(text.as_bytes()).expect("a readable file");
    assert_eq!(read.source.kind, SourceKind::CustomerList);
    let parties: Vec<_> = customers
        .iter()
        .map(|c| (c.code.as_str(), c.name.as_str()))
        .collect();
    assert_eq!(parties, [("1", "Alfa Zorg"), ("2", "Beta Bouw")]);
    assert!(
        customers
            .iter()
            .all(|c| c.revenue.is_none() && c.hours.is_none())
    );
    assert_eq!(
        (read.source.tally.rejected, read.source.tally.ignored),
        (1, 3)
    );
    assert_eq!(read.source.file_flags, []);
}

#[test]
fn names_alone_join_with_nothing() {
    let cases = ["Klant;Plaats\nA;Breda\nB;Leek\n", "Nr;Wie\n1;Jan\n2;Piet\n"];
    for text in cases {
        assert_eq!(
            read(text.as_bytes()).expect_err("no figures"),
            IntakeError::NoAmountColumn,
            "{text}"
        );
    }
}

#[test]
fn names_with_what_kind_of_customer_each_is_are_a_list() {
    let text = "Naam;Branche;Regio;Medewerkers\nA;bouw;Noord;3\nB;zorg;Zuid;45\n";
    let (customers, read) = read(text.as_bytes()).expect("a list");
    assert_eq!(read.source.kind, SourceKind::CustomerList);
    assert_eq!((customers.len(), read.trait_columns.len()), (2, 3));
}

#[test]
fn what_is_owed_per_age_is_likely_no_revenue() {
    let text = "Naam;Openstaand;0-30 dagen;31-60 dagen;> 60 dagen\nA;60,00;10,00;20,00;30,00\nB;5,00;5,00;0,00;0,00\n";
    let (_, read) = read(text.as_bytes()).expect("a readable file");
    assert!(
        read.source.is_likely_no_revenue(),
        "{:?}",
        read.source.questions
    );
}

#[test]
fn invoices_that_are_all_open_are_likely_not_all_of_them() {
    let likely = |rows: &str| {
        let text = format!("Klant;Factuurnr;Bedrag;Openstaand\n{rows}");
        let (_, read) = read_text(&text);
        read.source.is_likely_no_revenue()
    };
    assert!(likely("A;1;121,00;121,00\nB;2;60,00;10,00\n"));
    assert!(!likely("A;1;121,00;121,00\nB;2;60,00;0,00\n"));
}

#[test]
fn invoices_may_know_customers_by_their_number_alone() {
    let text = "Klantcode;Factuurdatum;Bedrag excl. btw\r\n3;11-08-2025;6.049,06\r\n1;04-09-2025;6.000,00\r\n3;05-09-2025;1,00\r\nTotaal;;12.050,06\r\n;06-09-2025;5,00\r\n";
    let (customers, read) = read(text.as_bytes()).expect("a readable file");
    let parties: Vec<_> = customers
        .iter()
        .map(|c| (c.code.as_str(), c.name.as_str(), c.revenue))
        .collect();
    assert_eq!(
        parties,
        [
            ("3", "", Some(Cents(605_006))),
            ("1", "", Some(Cents(600_000)))
        ]
    );
    assert_eq!(read.source.kind, SourceKind::Transactions);
    assert_eq!(
        (read.source.tally.rejected, read.source.tally.ignored),
        (1, 1)
    );
    // A bare "Nr" may number anything.
    assert_eq!(
        read_error("Nr;Bedrag\n1;10,00\n2;20,00\n"),
        IntakeError::NoNameColumn
    );
}

fn read_error(text: &str) -> IntakeError {
    read(text.as_bytes()).expect_err("a refused file")
}

#[test]
fn registration_numbers_are_kept_as_written() {
    let text = "Naam;BTW-nummer;KvK-nummer;Omzet\nA;NL001234567B01;01234567;10,00\nA;NL001234567B01;;5,00\nB;-;76543210;1,00\n";
    let (customers, _) = read(text.as_bytes()).expect("a readable file");
    assert_eq!(customers[0].registrations, ["NL001234567B01", "01234567"]);
    assert_eq!(customers[1].registrations, ["76543210"]);
}

#[test]
fn customers_may_be_known_by_their_registration_alone() {
    let (customers, read) = read_text("KvK-nummer;Omzet\n01234567;10,00\n76543210;1,00\n");
    let names: Vec<_> = customers.iter().map(|c| c.name.as_str()).collect();
    assert_eq!(names, ["01234567", "76543210"]);
    assert_eq!(read.source.revenue_cents, 1_100);
}

#[test]
fn a_header_that_names_its_scale_is_a_rating() {
    let scales = ["(1-5)", "1–5", "(1 t/m 5)", "1 tot 5", "[1-5]"];
    for scale in scales {
        let text = format!(
            "Klantnr;Naam;Groeikans {scale};Relatie {scale};Sfeer {scale}\n1;A;4;2;5\n2;B;3;5;1\n"
        );
        let (customers, read) = read_text(&text);
        assert_eq!(read.source.kind, SourceKind::CustomerList, "{text}");
        let ratings: Vec<_> = customers
            .iter()
            .map(|c| {
                (
                    c.potential.map(Rating::value),
                    c.relationship.map(Rating::value),
                )
            })
            .collect();
        assert_eq!(ratings, [(Some(4), Some(2)), (Some(3), Some(5))], "{text}");
    }
}

#[test]
fn revenue_of_somebody_unknown_is_revenue() {
    let (customers, read) = read_text("Klant;Omzet\nA;100,00\n(onbekend);50,00\n");
    assert_eq!((customers.len(), read.source.revenue_cents), (2, 15_000));
}

#[test]
fn a_number_before_each_name_is_the_customers() {
    let (customers, _) = read_text(
        "Relatie;Omzet\n1568 - Alfa Zorg;10,00\n1570 - Beta;1,00\nGamma;2,00\nDelta - 1;1,00\n1571 - E;1,00\n1572 - F;1,00\n1573 - G;1,00\n1574 - H;1,00\n1568 - Alfa Zorg;5,00\n1575 - I;1,00\n",
    );
    let parties: Vec<_> = customers
        .iter()
        .take(4)
        .map(|c| (c.code.as_str(), c.name.as_str(), c.revenue))
        .collect();
    let expected = [
        ("1568", "Alfa Zorg", Some(Cents(1_500))),
        ("1570", "Beta", Some(Cents(100))),
        ("", "Gamma", Some(Cents(200))),
        ("", "Delta - 1", Some(Cents(100))),
    ];
    assert_eq!(parties, expected);
    // A year or a region before the name is nobody's number.
    let years = "Klant;Omzet\n2025 - Alfa;1,00\n2025 - Beta;2,00\n2024 - Gamma;3,00\n";
    assert_eq!(read_text(years).0.len(), 3);
    // One of them is how a firm is called.
    let (customers, _) = read_text("Relatie;Omzet\n112 - Noodhulp;10,00\nBeta;1,00\n");
    assert_eq!(customers[0].name, "112 - Noodhulp");
}

#[test]
fn a_person_stands_in_for_a_company_without_a_name() {
    let text =
        "Bedrijf;Voornaam;Achternaam;Omzet\nAlfa;Jan;Bos;10,00\n;Piet;de Wit;5,00\n;;Groen;2,00\n";
    let (customers, _) = read_text(text);
    let names: Vec<_> = customers.iter().map(|c| c.name.as_str()).collect();
    assert_eq!(names, ["Alfa", "Piet de Wit", "Groen"]);
}

#[test]
fn what_was_bought_for_whom_is_a_list_of_costs() {
    let text = "Datum;Klant;Leverancier;Inkoopbedrag\n1-2-2025;A;X;100,00\n2-2-2025;A;Y;50,00\n";
    let (customers, read) = read_text(text);
    assert_eq!(read.source.kind, SourceKind::CustomerList);
    assert_eq!(customers[0].direct_cost, Some(Cents(15_000)));
    assert_eq!(customers[0].revenue, None);
}

fn read_text(text: &str) -> (Vec<Customer>, Read) {
    read(text.as_bytes()).expect("a readable file")
}
