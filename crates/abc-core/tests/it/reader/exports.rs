//! Short files as programs export them, and in a line what each gives: the first blocking question, an
//! error, or the customers with their cents.

use abc_core::intake::FileFlag;
use abc_core::mapping::QuestionId;
use abc_core::money::Cents;

use super::read;

/// `?` and the question that must be answered first, `!` and the error, or name and cents per customer.
fn told(bytes: &[u8]) -> String {
    let (customers, read) = match read(bytes) {
        Ok(read) => read,
        Err(error) => return format!("!{error:?}"),
    };
    if let Some(question) = read.source.questions.iter().find(|asked| asked.is_blocking) {
        return format!("?{:?}", question.id);
    }
    let said = customers.iter().map(|customer| {
        let cents = customer.revenue.unwrap_or_default().0;
        format!("{} {cents}", customer.name)
    });
    said.collect::<Vec<_>>().join(", ")
}

fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(told(text.as_bytes()), *expected, "{text}");
    }
}

#[test]
fn a_total_beside_months_is_the_revenue_and_years_are_asked_about() {
    check(&[
        ("Klant;Jan;Feb;Totaal\nAap;1,00;2,00;3,00\n", "Aap 300"),
        (
            "Klant;Q1 2025;Q2 2025;Total 2025\nAap;1,00;2,00;3,00\n",
            "Aap 300",
        ),
        ("Klant;Jan-25;Feb-25\nAap;1,00;2,00\n", "?SumColumns"),
        ("Klant;Periode 1;Periode 2\nAap;1,00;2,00\n", "?SumColumns"),
        ("Klant;P1;P2\nAap;1,00;2,00\n", "?SumColumns"),
        (
            "Klant;1e kwartaal;2e kwartaal\nAap;1,00;2,00\n",
            "?SumColumns",
        ),
        ("Kunde;Januar;März\nAap;1,00;2,00\n", "?SumColumns"),
        (
            "Klant;Jaar 2024;Jaar 2025\nAap;1,00;2,00\n",
            "?AmountColumn",
        ),
        (
            "Klant;Totaal 2024;Totaal 2025\nAap;1,00;2,00\n",
            "?AmountColumn",
        ),
        (
            "Klant;2024;2025;Totaal\nAap;1,00;2,00;3,00\n",
            "?AmountColumn",
        ),
    ]);
}

#[test]
fn money_that_is_no_revenue_in_euros_is_not_counted_unasked() {
    check(&[
        ("Klant;Omzet (USD)\nAap;1,00\nNoot;2,00\n", "?Currency"),
        (
            "Alle bedragen in GBP\nKlant;Omzet\nAap;1,00\nNoot;2,00\n",
            "?Currency",
        ),
        ("Klant;Omzet USD;Omzet EUR\nAap;2,00;1,00\n", "Aap 100"),
        ("Klant;Brutowinst\nAap;1,00\n", "!NoAmountColumn"),
        ("Kunde;MwSt.\nAap;1,00\n", "!NoAmountColumn"),
        ("Klant;Te ontvangen\nAap;1,00\n", "?AmountMeaning"),
        ("Klant;Verwachte omzet\nAap;1,00\n", "?AmountMeaning"),
        ("Klant;Af;Bij\nAap;;1,00\nNoot;2,00;\n", "?DebitCredit"),
        (
            "Klant;Bedrag;D/C\nAap;3,00;C\nAap;1,00;D\nNoot;2,00;C\n",
            "?DebitCredit",
        ),
        (
            "Klant;Omzet;Debet/Credit\nAap;3,00;Credit\nNoot;2,00;Debet\n",
            "?DebitCredit",
        ),
        (
            "Bedragen x EUR 1.000\nKlant;Omzet\nAap;1\nNoot;2\n",
            "?UnitScale",
        ),
        ("Kunde;Umsatz in TEUR\nAap;1\nNoot;2\n", "?UnitScale"),
        ("Klant;Omzet\nAap;€ -\nNoot;€ 2,00\n", "Aap 0, Noot 200"),
    ]);
}

#[test]
fn rows_about_the_customers_above_are_no_customers() {
    let rows = "Klant;Omzet\nAap;1,00\nNoot;3,00\n";
    for row in [
        "Gemiddelde;2,00",
        "Average per customer;2,00",
        "Aantal klanten;2",
        "Totaal;4,00\nBTW 21%;0,84",
        "Gesamt;4,00",
        "Tot. omzet;4,00",
        "Cumulatief;4,00",
    ] {
        let text = format!("{rows}{row}\n");
        assert_eq!(told(text.as_bytes()), "Aap 100, Noot 300", "{row}");
    }
    // Names that begin alike, and one that is no sum.
    check(&[(
        "Klant;Omzet\nAap;1,00\nBTW-advies Zuid;2,00\nSaldo;9,00\nMax;5,00\n",
        "Aap 100, BTW-advies Zuid 200, Saldo 900, Max 500",
    )]);
}

#[test]
fn a_total_may_stand_above_what_it_is_the_sum_of() {
    let is_wrong = |text: &str| {
        let (_, read) = read(text.as_bytes()).expect("a readable file");
        read.source
            .file_flags
            .contains(&FileFlag::ControlTotalMismatch)
    };
    assert!(!is_wrong("Klant;Omzet\nTotaal;3,00\nAap;1,00\nNoot;2,00\n"));
    assert!(!is_wrong(
        "Klant;Omzet\nBeginbalans;0,00\nAap;1,00\nEindsaldo;1,00\n"
    ));
    assert!(is_wrong("Klant;Omzet\nTotaal;4,00\nAap;1,00\nNoot;2,00\n"));
}

#[test]
fn a_title_may_say_which_months_it_is_about() {
    let months = |title: &str| {
        let text = format!("{title}\nKlant;Omzet\nAap;1,00\n");
        read(text.as_bytes()).expect("a readable file").1.months
    };
    assert_eq!(months("Periode: 01-01-2025 t/m 30-06-2025"), Some(6));
    assert_eq!(
        months("Omzet per klant;Periode 2025-01-01 - 2025-12-31"),
        Some(12)
    );
    assert_eq!(months("Afgedrukt op 03-03-2026"), None);
    assert_eq!(months("Periode 2025"), None);
}

#[test]
fn months_may_be_headed_by_their_numbers() {
    let (customers, read) =
        read(b"Naam;1;2;3\nA;1,00;2,00;3,00\nB;4,00;;5,00\n").expect("a readable file");
    let revenue: Vec<_> = customers.iter().map(|c| c.revenue).collect();
    assert_eq!(revenue, [Some(Cents(600)), Some(Cents(900))]);
    assert_eq!(read.source.questions[0].id, QuestionId::SumColumns);
}

#[test]
fn vat_beside_an_amount_is_taken_out_where_it_is_in_it() {
    // (header, rows, cents, the question)
    let mixed = "A;1.210,00;210,00\nB;1.090,00;90,00\nC;500,00;0,00\nD;50,00;\n";
    let asked = Some(QuestionId::AmountMeaning);
    let cases = [
        ("Bedrag incl. btw;Btw-bedrag", mixed, 255_000, None),
        ("Totaal;BTW", mixed, 255_000, None),
        ("Bedrag;BTW", mixed, 255_000, None),
        // VAT that is not in it, its percentage, and amounts too small to tell.
        (
            "Bedrag;BTW",
            "A;1.000,00;210,00\nB;100,00;9,00\n",
            110_000,
            None,
        ),
        (
            "Totaal;Btw-bedrag",
            "A;1.000,00;210,00\nB;100,00;9,00\n",
            110_000,
            None,
        ),
        // The header says otherwise.
        (
            "Bedrag incl. btw;BTW",
            "A;100,00;21\nB;100,00;21\n",
            16_528,
            asked,
        ),
        (
            "Bedrag incl. btw;BTW",
            "A;1.210,00;21\nB;109,00;9\n",
            109_008,
            asked,
        ),
        (
            "Bedrag incl. btw;BTW",
            "A;0,30;0,04\nB;0,20;0,00\n",
            42,
            asked,
        ),
    ];
    for (header, rows, cents, question) in cases {
        let text = format!("Klant;{header}\n{rows}");
        let (_, read) = read(text.as_bytes()).expect("a readable file");
        assert_eq!(read.source.revenue_cents, cents, "{text}");
        let asked = read.source.questions.first().map(|question| question.id);
        assert_eq!(asked, question, "{text}");
        let is_said = read.source.file_flags.contains(&FileFlag::VatTakenOff);
        assert_eq!(is_said, cents == 255_000, "{text}");
    }
}

#[test]
fn one_merged_header_may_stand_above_debit_and_credit() {
    let text = "Datum;Relatie;Bedrag (Debet / Credit);\n10-01-2025;A;;1000\n10-05-2025;B;;2500,5\n10-06-2025;A;250;\n";
    let (customers, read) = read(text.as_bytes()).expect("a readable file");
    let revenue: Vec<_> = customers.iter().map(|c| c.revenue).collect();
    assert_eq!(revenue, [Some(Cents(75_000)), Some(Cents(250_050))]);
    assert_eq!(read.source.questions[0].id, QuestionId::DebitCredit);
    // These are sides of nothing.
    let text = "Datum;Omzet;Naam debiteur/crediteur;\n10-01-2025;10,00;A;\n10-05-2025;1,00;B;\n";
    let (customers, _) = super::read(text.as_bytes()).expect("a readable file");
    assert_eq!(customers.len(), 2);
}

#[test]
fn a_note_below_the_rows_may_say_thousands() {
    let text = "Klant;Omzet\nA;120\nB;45\n\nAlle bedragen zijn in duizenden euro's;\n";
    let (_, read) = read(text.as_bytes()).expect("a readable file");
    assert_eq!(read.source.revenue_cents, 16_500_000);
    assert_eq!(read.source.questions[0].id, QuestionId::UnitScale);
    assert_eq!(read.source.tally.rejected, 0);
}

#[test]
fn the_year_of_each_row_says_how_many_months_it_is_about() {
    let months = |rows: &str| {
        let text = format!("Klant;Jaar;Omzet\n{rows}");
        read(text.as_bytes()).expect("a readable file").1.months
    };
    assert_eq!(months("A;2024;10,00\nA;2025;5,00\nB;2025;1,00\n"), Some(24));
    assert_eq!(months("A;2025;5,00\nB;2025;1,00\n"), Some(12));
    // A month beside it says more, which is not read.
    let text = "Klant;Jaar;Maand;Omzet\nA;2025;1;5,00\nB;2025;2;1,00\n";
    assert_eq!(
        read(text.as_bytes()).expect("a readable file").1.months,
        None
    );
}

#[test]
fn a_credit_note_counts_negative_whichever_way_it_is_written() {
    check(&[
        (
            "Factuurnr;Klant;Soort;Bedrag\n1;Aap;Factuur;5,00\n2;Aap;Creditnota;2,00\n3;Noot;Creditnota;-1,00\n",
            "Aap 300, Noot -100",
        ),
        ("Klant;Type;Bedrag\nAap;380;5,00\nAap;381;2,00\n", "Aap 300"),
    ]);
    let (_, read) = read(b"Klant;Type;Bedrag\nAap;380;5,00\nAap;381;2,00\n").expect("a file");
    assert_eq!(read.source.file_flags, [FileFlag::CreditNotesTurned]);
}

#[test]
fn what_a_credit_note_takes_back_had_a_cost() {
    for (amount, cost) in [
        ("1000,00", "600,00"),
        ("-1000,00", "600,00"),
        ("1000,00", "-600,00"),
    ] {
        let text = format!(
            "Factuurtype;Klant;Bedrag excl;Inkoop\nFactuur;Aap;1000,00;600,00\nCreditnota;Aap;{amount};{cost}\n"
        );
        let (customers, _) = read(text.as_bytes()).expect("a readable file");
        let told = (customers[0].revenue, customers[0].direct_cost);
        assert_eq!(told, (Some(Cents(0)), Some(Cents(0))), "{amount} {cost}");
    }
}

#[test]
fn quarters_between_their_months_are_not_added_again() {
    let sum = |header: &str, row: &str| {
        let text = format!("Klant;{header}\nAap;{row}\nNoot;{row}\n");
        let (customers, _) = read(text.as_bytes()).expect("a readable file");
        customers[0].revenue.expect("revenue").0
    };
    assert_eq!(
        sum(
            "Jan;Feb;Mrt;Q1;Apr;Mei;Jun;Q2",
            "1,00;2,00;3,00;6,00;4,00;5,00;6,00;15,00"
        ),
        2_100
    );
    assert_eq!(sum("Jan;Feb;Mrt;1e kwartaal", "1,00;2,00;3,00;6,00"), 600);
    // Of other months.
    assert_eq!(
        sum("Q1;Q2;Q3;Okt;Nov;Dec", "1,00;2,00;3,00;4,00;5,00;6,00"),
        2_100
    );
}

#[test]
fn whole_euros_among_amounts_that_a_comma_cut_are_read() {
    let text = "Naam,Omzet\nAap,1234,50\nNoot,10,25\nMies,7,75\nWim,20\n";
    let (customers, read) = read(text.as_bytes()).expect("a readable file");
    assert_eq!(read.source.questions[0].id, QuestionId::SplitDecimals);
    assert_eq!(customers[3].revenue, Some(Cents(2_000)));
}

#[test]
fn a_number_that_is_another_one_for_the_same_name_is_not_the_customers() {
    check(&[
        (
            "Nr;Klant;Omzet\nF1;Aap;1,00\nF2;Noot;2,00\nF3;aap;3,00\n",
            "Aap 400, Noot 200",
        ),
        (
            "Nr;Klant;Omzet\n7;Aap;1,00\n8;Noot;2,00\n7;Aap BV;3,00\n",
            "Aap 400, Noot 200",
        ),
        (
            "Klantnr;Klant;Omzet\n1;Aap;1,00\n2;Aap;2,00\n",
            "Aap 100, Aap 200",
        ),
    ]);
}

#[test]
fn a_person_is_named_in_two_columns() {
    check(&[
        (
            "Voornaam;Achternaam;Omzet\nJan;Smit;1,00\nPiet;Smit;2,00\n;Bos;3,00\nTotaal;;6,00\n",
            "Jan Smit 100, Piet Smit 200, Bos 300",
        ),
        (
            "Naam;Voornaam;Bedrag\nSmit;Jan;1,00\nSmit;Jan;2,00\n",
            "Jan Smit 300",
        ),
        (
            "Bedrijf;Voornaam;Achternaam;Omzet\nAap BV;Jan;Smit;1,00\n",
            "Aap BV 100",
        ),
    ]);
}

#[test]
fn the_form_of_a_table_may_be_careless() {
    check(&[
        (";Omzet\nAap;1,00\nNoot;2,50\n", "Aap 100, Noot 250"),
        (
            "Klant, Omzet\nAap, \"10.706,61\"\n\"Noot\", \"1,00\"\n",
            "Aap 1070661, Noot 100",
        ),
        (
            "Klant;Omzet\nAap;1,00\n;2,00\nNoot;3,00\n;4,00\n",
            "Aap 100, Noot 300",
        ),
        ("<klanten>\n <klant>Aap;1,00</klant>\n", "!IsXml"),
    ]);
    assert_eq!(
        told(b"Klant;Omzet\r\n\x92t Hoekje;\x80 12,50\r\nBakker;\x80 20,00\r\n"),
        "’t Hoekje 1250, Bakker 2000"
    );
    // A quote that is never closed costs its own line, however much follows.
    let rows = "Noot;1,00\n".repeat(20_000);
    let swallowed = format!("Klant;Omzet\n\"Aap;1,00\n{rows}");
    let (_, read) = read(swallowed.as_bytes()).expect("a readable file");
    let tally = read.source.tally;
    assert_eq!((tally.accepted, tally.rejected), (20_000, 1));
    // The euro sign of ISO-8859-15.
    assert_eq!(told(b"Klant;Omzet\r\nCaf\xe9;\xa4 12,50\r\n"), "Café 1250");
}

#[test]
fn text_that_only_its_amounts_cut_is_no_table() {
    check(&[
        (
            "Klant          Omzet\nAap            12,50\nNoot           20,75\n",
            "!NoDelimiter",
        ),
        ("Aap: 12,50\nNoot: 20,75\n", "!NoDelimiter"),
    ]);
}

#[test]
fn the_first_table_is_the_one_that_is_meant() {
    check(&[
        (
            "Klant;Omzet\nAap;1,00\nNoot;2,00\n\nKlant;Plaats;Omzet\nMies;Leek;9,00\n",
            "?MultipleTables",
        ),
        (
            "Klant;Omzet 2024\nAap;1,00\n\nKlant;Omzet 2025\nAap;2,00\n",
            "?MultipleTables",
        ),
    ]);
}

#[test]
fn headers_beside_each_other_are_weighed() {
    check(&[
        (
            "Contact;Klant;Omzet\nJan Bos;Aap;1,00\nPiet Bos;Aap;2,00\n",
            "Aap 300",
        ),
        ("Naam;Bedrijfsnaam;Omzet\nJan Bos;Aap;1,00\n", "Aap 100"),
        ("Sales rep,Customer,Revenue\nJohn Doe,Aap,1.50\n", "Aap 150"),
        ("Klant;Omzet excl. 21% btw\nAap;1,00\n", "Aap 100"),
        ("Klant;Omzet incl. 21% btw\nAap;1,21\n", "?AmountMeaning"),
        (
            "Klant;Nettobedrag;Bedrag incl. btw\nAap;1,00;1,21\n",
            "Aap 100",
        ),
        ("Klant;Gemiddelde omzet\nAap;1,00\n", "!NoAmountColumn"),
        (
            "Debiteur;Saldo;Aantal x\nAap;12,50;30\nNoot;1,50;14\n",
            "?AmountMeaning",
        ),
        ("Klant;Debiteurensaldo\nAap;1,00\n", "?AmountMeaning"),
        ("Klant;Omzet (€ 1.000)\nAap;1\nNoot;2\n", "?UnitScale"),
        (
            "Klant;Omzet jan 2024;Omzet jan 2025\nAap;1,00;2,00\n",
            "?AmountColumn",
        ),
        (
            "Klant;jan-24;feb-24;jan-25;feb-25\nAap;1,00;2,00;3,00;4,00\n",
            "?AmountColumn",
        ),
    ]);
}

#[test]
fn a_number_that_says_nothing_joins_nobody_and_a_name_must_be_there() {
    check(&[
        (
            "Klantnr;Klant;Omzet\nn.v.t.;Aap;1,00\nn.v.t.;Noot;2,00\n",
            "Aap 100, Noot 200",
        ),
        (
            "Klantnr;Klant;Omzet\n#N/B;Aap;1,00\n#N/B;Noot;2,00\n",
            "Aap 100, Noot 200",
        ),
        (
            "Klantnr;Klant;Omzet\n1,23457E+11;Aap;1,00\n1,23457E+11;Noot;2,00\n",
            "Aap 100, Noot 200",
        ),
        ("Klantnr;Klant;Omzet\n3;Aap;1,00\n3;;2,00\n", "Aap 100"),
        ("Klantnr;Klant;Omzet\n3;;1,00\n", "!NoNameColumn"),
    ]);
}

#[test]
fn three_digits_behind_one_mark_are_thousands_and_each_answer_tells_its_own_sum() {
    let totals = |text: &str| {
        let (_, read) = read(text.as_bytes()).expect("a readable file");
        let mut asked = read.source.questions.into_iter();
        let question = asked.find(|asked| asked.id == QuestionId::DecimalSeparator);
        let sums = question.expect("a question").answers.into_iter();
        let sums = sums
            .map(|answer| answer.totals.expect("a sum").1)
            .collect::<Vec<_>>();
        (read.source.revenue_cents, sums)
    };
    // Decimal comma, decimal dot.
    assert_eq!(
        totals("Klant;Omzet\nA;1,250\nB;2,500\n"),
        (375_000, vec![375, 375_000])
    );
    assert_eq!(
        totals("Klant;Omzet\nA;1.250\nB;2.500\n"),
        (375_000, vec![375_000, 375])
    );
    let beside = "Klant;Omzet;Openstaand\nA;2.345;1.50\nB;18.000;2.50\n";
    assert_eq!(totals(beside).1, [2_034_500, 2_035]);
}

#[test]
fn numbers_are_told_from_numbers_of_something_else_and_suppliers_from_customers() {
    let parties = |text: &str| {
        let (customers, _) = read(text.as_bytes()).expect("a readable file");
        let said = customers
            .iter()
            .map(|customer| format!("{}#{}", customer.name, customer.code));
        said.collect::<Vec<_>>().join(", ")
    };
    for (text, expected) in [
        (
            "Klant;Datum;Nummer;Bedrag\nAap;1-2-2025;F1;1,00\nNoot;2-2-2025;F2;2,00\n",
            "Aap#, Noot#",
        ),
        (
            "Nr;Klant;Omzet\n10;Aap;1,00\n20;Noot;2,00\n",
            "Aap#10, Noot#20",
        ),
        ("Code;Bedrag\n10;1,00\n20;2,00\n", "#10, #20"),
        ("Debiteur;Bedrag\n10;1,00\n20;2,00\n", "#10, #20"),
        (
            "Klantcode;Naam;Soort\n1;Aap;Klant\n2;Lood;Leverancier\n",
            "Aap#1",
        ),
    ] {
        assert_eq!(parties(text), expected, "{text}");
    }
}

#[test]
fn persons_are_named_with_what_stands_between() {
    check(&[
        (
            "Voornaam;Tussenvoegsel;Achternaam;Omzet\nJan;de;Vries;1,00\nPiet;;Smit;2,00\nEva;de;Boer;3,00\n",
            "Jan de Vries 100, Piet Smit 200, Eva de Boer 300",
        ),
        (
            "Aanhef;Voornaam;Achternaam;Omzet\nDhr.;Jan;Vis;1,00\nMevr.;An;Smit;2,00\n",
            "Jan Vis 100, An Smit 200",
        ),
    ]);
}

#[test]
fn what_stands_beside_the_revenue_of_a_customer_is_not_it() {
    check(&[
        // A price is no amount, whatever is said of VAT.
        (
            "Klant;Aantal;Prijs excl. btw;Bedrag\nAap;10;15,00;150,00\nNoot;2;1,00;2,00\n",
            "Aap 15000, Noot 200",
        ),
        // Codes of something else are no numbers of customers.
        (
            "Customer,Invoice,VAT code,Net amount\nAap,1,H,100.00\nNoot,2,H,200.00\n",
            "Aap 10000, Noot 20000",
        ),
        (
            "Order nummer;Klant;Bedrag\n1;Aap;1,00\n2;Aap;2,00\n3;Noot;4,00\n",
            "Aap 300, Noot 400",
        ),
        (
            "Datum;Klant;Code;Bedrag\n1-2-2025;Aap;X1;1,00\n2-2-2025;Noot;X1;2,00\n3-2-2025;Mies;X2;4,00\n4-2-2025;Wim;X2;8,00\n",
            "Aap 100, Noot 200, Mies 400, Wim 800",
        ),
        // Growth is no rating.
        (
            "Klant;Omzet;Groei\nAap;1000,00;500,00\nNoot;10,00;0,12\n",
            "Aap 100000, Noot 1000",
        ),
        // The time of a receipt is no work.
        (
            "Datum;Tijd;Medewerker;Klant;Bedrag\n1-2-2025;14:32;Jo;Aap;25,00\n1-2-2025;16:10;Jo;Noot;5,00\n",
            "Aap 2500, Noot 500",
        ),
        // Notes, articles and browsers are no customers.
        (
            "Lineitem name,Billing Name,Net amount\nPan,Aap,5.00\nPot,Noot,6.00\n",
            "Aap 500, Noot 600",
        ),
        (
            "Customer Note;Company (Billing);Bedrag\nBel eerst;Aap BV;5,00\nGeen haast;Noot BV;6,00\n",
            "Aap BV 500, Noot BV 600",
        ),
        // The number beside the name is that of the customer.
        (
            "Debiteur;Naam;Omzet\n10001;Jansen;10,00\n10002;Jansen;20,00\n",
            "Jansen 1000, Jansen 2000",
        ),
        // A dash is nothing.
        (
            "Datum;Klant;Debet;Credit\n1-2-2025;Aap;-;5,00\n2-2-2025;Noot;-;6,00\n",
            "?DebitCredit",
        ),
        // Kinds and states may stand in any column.
        (
            "Klant;Categorie;Factuurtype;Bedrag excl. btw\nAap;Horeca;Factuur;5,00\nAap;Horeca;Creditnota;2,00\n",
            "Aap 300",
        ),
        (
            "Soort;Datum;Relatie;Bedrag\nFactuur verstuurd;1-2-2025;Aap;5,00\nFactuur ontvangen;1-2-2025;Noot;2,00\n",
            "Aap 500",
        ),
        // Invoiced in dollars, written in euros.
        (
            "Klant;Valuta;Bedrag EUR\nAap;EUR;1,00\nNoot;USD;2,00\n",
            "Aap 100, Noot 200",
        ),
        // A target is not what was sold.
        (
            "Klant;Omzet 2025;Omzet doel 2026\nAap;1,00;9,00\nNoot;2,00;9,00\n",
            "Aap 100, Noot 200",
        ),
    ]);
    let (customers, read) = read(b"Klant;jan;feb;mrt\nAap;1,00; -   ;2,00\nNoot;1,00;1,00;1,00\n")
        .expect("a readable file");
    assert_eq!(customers[0].revenue, Some(Cents(300)));
    assert_eq!(read.source.tally.rejected, 0);
}

#[test]
fn states_that_are_no_sale_are_asked_about() {
    let text =
        "Order Status;Klant;Bedrag\nCompleted;Aap;5,00\nCancelled;Noot;6,00\nFailed;Mies;7,00\n";
    let (_, read) = read(text.as_bytes()).expect("a readable file");
    let ids: Vec<_> = read.source.questions.iter().map(|asked| asked.id).collect();
    assert_eq!(ids, [QuestionId::DraftLines]);
}

#[test]
fn months_that_a_spreadsheet_made_days_of_are_headers() {
    for header in ["2025-01-01;2025-02-01;2025-03-01", "202501;202502;202503"] {
        let text = format!("Klant;{header}\nAap;1,00;2,00;3,00\nNoot;4,00;5,00;6,00\n");
        let (customers, read) = read(text.as_bytes()).expect("a readable file");
        assert_eq!(customers[0].revenue, Some(Cents(600)), "{header}");
        assert_eq!(read.source.questions[0].id, QuestionId::SumColumns);
    }
}
