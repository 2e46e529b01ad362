//! Lists of a ledger: rows on all accounts, of which those of revenue count.

use abc_core::intake::{FileFlag, IgnoreReason, IntakeError, JudgedBy, ReadOptions};
use abc_core::mapping::{Choice, QuestionId, Role};

use super::{read, read_in_chunks};

/// Two invoices (the second to a customer who got a credit note as well), a purchase and a payment.
const ROWS: [(&str, &str, &str, i64); 15] = [
    // entry, account, party on the row, debit above and credit below nothing
    ("V1", "1300", "Aap", 12_100),
    ("V1", "1500", "", -2_100),
    ("V1", "8000", "", -10_000),
    ("V2", "1300", "Noot", 5_450),
    ("V2", "1500", "", -450),
    ("V2", "8010", "", -5_000),
    ("V3", "1300", "Noot", -1_210),
    ("V3", "1500", "", 210),
    ("V3", "8000", "", 1_000),
    ("I1", "1600", "Groothandel", -2_420),
    ("I1", "1520", "", 420),
    ("I1", "7000", "", 2_000),
    ("B1", "1100", "", 6_000),
    ("B1", "1300", "Aap", -4_000),
    ("B1", "1300", "Noot", -2_000),
];

const EXPECTED: &str = "Aap 10000, Noot 4000";

fn name_of(account: &str) -> &'static str {
    match account {
        "1100" => "Bank",
        "1300" => "Debiteuren",
        "1500" => "Btw verkopen hoog",
        "1520" => "Te vorderen btw",
        "1600" => "Crediteuren",
        "7000" => "Inkoopwaarde omzet",
        "8010" => "Omzet laag",
        _ => "Omzet hoog",
    }
}

fn amount(cents: i64) -> String {
    if cents <= 0 {
        return String::new();
    }
    format!("{},{:02}", cents / 100, cents % 100)
}

/// The customer of a row: its own, or that of its entry.
fn party_of(entry: &str, own: &str) -> &'static str {
    match (entry, own) {
        ("V1", _) | (_, "Aap") => "Aap",
        ("V2" | "V3", _) | (_, "Noot") => "Noot",
        ("I1", _) => "Groothandel",
        _ => "",
    }
}

/// A list with a line per row as `line` writes it.
fn list(header: &str, line: impl Fn((&str, &str, &str, i64)) -> String) -> String {
    let lines = ROWS.map(line);
    format!("{header}\n{}\n", lines.join("\n"))
}

fn told(text: &str) -> String {
    let (customers, read) = read(text.as_bytes()).expect(text);
    assert!(
        read.source
            .file_flags
            .contains(&FileFlag::RevenueAccountsOnly)
    );
    let said = customers.iter().map(|customer| {
        let cents = customer.revenue.unwrap_or_default().0;
        format!("{} {cents}", customer.name)
    });
    said.collect::<Vec<_>>().join(", ")
}

fn plain() -> String {
    let header = "Datum;Grootboekrekening;Omschrijving;Relatie;Debet;Credit";
    list(header, |(entry, account, own, cents)| {
        let party = party_of(entry, own);
        let (debit, credit) = (amount(cents), amount(-cents));
        format!("13-02-2025;{account};Boeking;{party};{debit};{credit}")
    })
}

#[test]
fn only_rows_on_revenue_accounts_count_credit_minus_debit() {
    let text = plain();
    assert_eq!(told(&text), EXPECTED);
    let (_, read) = read(text.as_bytes()).expect("a list");
    let source = &read.source;
    assert_eq!(source.revenue_cents, 14_000);
    assert!(source.questions.is_empty(), "{:?}", source.questions);
    assert_eq!((source.tally.accepted, source.tally.ignored), (3, 12));
    let reasons = source.ignored.iter().map(|row| row.reason);
    assert!(
        reasons
            .into_iter()
            .all(|reason| reason == IgnoreReason::OtherAccount)
    );
    assert_eq!(source.columns[1].role, Role::Account);
    let accounts = source.accounts.iter();
    let accounts: Vec<(&str, bool, i64)> = accounts
        .map(|account| {
            (
                account.number.as_str(),
                account.is_revenue,
                account.balance_cents.0,
            )
        })
        .collect();
    assert_eq!(accounts.len(), 8);
    assert_eq!(
        accounts[6..],
        [("8000", true, 9_000), ("8010", true, 5_000)]
    );
    assert_eq!(source.accounts[7].judged_by, JudgedBy::Number);
}

#[test]
fn accounts_are_told_in_every_layout() {
    let both = |cents: i64| format!("{};{}", amount(cents), amount(-cents));
    for text in [
        // The name in the cell.
        list(
            "Datum;Grootboek;Debiteur;Debet;Credit",
            |(entry, account, own, cents)| {
                let (party, name) = (party_of(entry, own), name_of(account));
                format!("13-02-2025;{account} - {name};{party};{}", both(cents))
            },
        ),
        // Five and six digits, and the customer on the row of the debtors only.
        list(
            "Rekeningnummer;Omschrijving rekening;Boekstuknummer;Naam;Bedrag debet;Bedrag credit",
            |(entry, account, own, cents)| {
                format!(
                    "{account}0;{};{entry};{own};{}",
                    name_of(account),
                    both(cents)
                )
            },
        ),
        list(
            "Grootboekrekening;Bkst.nr.;Klant;Bedrag (Debet / Credit);",
            |(entry, account, own, cents)| format!("{account}00;{entry};{own};{}", both(cents)),
        ),
        // Names of accounts alone.
        list(
            "Datum;Contact;Grootboekrekening;Debet;Credit",
            |(entry, account, own, cents)| {
                let party = party_of(entry, own);
                format!("13-02-2025;{party};{};{}", name_of(account), both(cents))
            },
        ),
        // A side beside the amount, and numbers of entries that each journal has for itself.
        list(
            "Dagboek;Boekstuk;Datum;Grootboek;Relatie;Bedrag;D/C",
            |(entry, account, own, cents)| {
                let (journal, number) = entry.split_at(1);
                let side = if cents < 0 { "C" } else { "D" };
                format!(
                    "{journal};{number};13-02-2025;{account};{own};{};{side}",
                    amount(cents.abs())
                )
            },
        ),
        // In English, in which an account may be a customer.
        list(
            "Account;Entry no.;Customer;Debit;Credit",
            |(entry, account, own, cents)| format!("{account};{entry};{own};{}", both(cents)),
        ),
    ] {
        assert_eq!(told(&text), EXPECTED, "{text}");
    }
}

#[test]
fn accounts_may_stand_above_their_rows() {
    let card = |account: &str| {
        let heading = format!("{account} - {};;;;;", name_of(account));
        let rows = ROWS.iter().filter(|(_, of, ..)| *of == account);
        let rows = rows.map(|(entry, _, own, cents)| {
            let sides = format!("{};{}", amount(*cents), amount(-cents));
            format!("13-02-2025;{entry};{own};{sides};1,00")
        });
        let before = [heading, ";;Beginsaldo;;;0,00".to_owned()];
        let after = format!(";;Totaal {account};9,00;9,00;");
        let lines: Vec<String> = before.into_iter().chain(rows).chain([after]).collect();
        lines.join("\n")
    };
    let cards = ["1100", "1300", "1500", "8000", "8010"]
        .map(card)
        .join("\n");
    let text = format!("Grootboekkaart\n\nDatum;Bkst.nr.;Relatie;Debet;Credit;Saldo\n{cards}\n");
    assert_eq!(told(&text), EXPECTED, "{text}");
}

#[test]
fn one_column_of_amounts_has_revenue_below_nothing() {
    let text = list(
        "Grootboekrekening;Boekstuk;Klant;Bedrag",
        |(entry, account, own, cents)| {
            let sign = if cents < 0 { "-" } else { "" };
            format!("{account};{entry};{own};{sign}{}", amount(cents.abs()))
        },
    );
    assert_eq!(told(&text), EXPECTED);
    let (_, read) = read(text.as_bytes()).expect("a list");
    let asked = &read.source.questions[0];
    assert_eq!((asked.id, asked.is_blocking), (QuestionId::Sign, false));
    assert_eq!(read.source.accounts[6].balance_cents.0, 9_000);
}

#[test]
fn who_an_entry_is_of_is_told_by_its_other_rows_where_they_agree() {
    let list = |rows: &str| format!("Boekstuk;Grootboekrekening;Relatie;Debet;Credit\n{rows}");
    let text = list(
        "1;1300;Aap;121,00;\n1;8000;;;100,00\n2;1300;Aap;50,00;\n2;1300;Noot;50,00;\n2;8000;;;100,00\n;8000;;;5,00\n",
    );
    let (customers, read) = read(text.as_bytes()).expect("a list");
    assert_eq!(customers.len(), 1);
    assert_eq!(read.source.revenue_cents, 10_000);
    let refused: Vec<u64> = read.source.rejected.iter().map(|row| row.line).collect();
    assert_eq!(refused, [6, 7], "two customers, and no entry");
    assert!(
        read.source
            .file_flags
            .contains(&FileFlag::CustomersOfEntries)
    );
    let without_entries = list("").replace("Boekstuk", "Kenmerk")
        + "1;1300;Aap;121,00;\n1;1500;;;21,00\n1;8000;;;100,00\n";
    let error = super::read(without_entries.as_bytes()).expect_err("nobody bought");
    assert_eq!(error, IntakeError::NoCustomersInLedger);
}

#[test]
fn which_accounts_are_revenue_can_be_said() {
    let text = plain();
    let under = |options: ReadOptions| {
        let (customers, read) = read_in_chunks(text.as_bytes(), 40, options).expect("a list");
        (customers.len(), read.source.revenue_cents, read.source)
    };
    let chosen = Choice::Accounts(vec!["8010".to_owned()]);
    let (n, cents, source) = under(ReadOptions {
        answers: vec![(QuestionId::RevenueAccounts, chosen.clone())],
        ..ReadOptions::default()
    });
    assert_eq!((n, cents), (1, 5_000));
    assert_eq!(source.accounts[6].judged_by, JudgedBy::User);
    let asked: Vec<_> = source
        .questions
        .iter()
        .map(|asked| (asked.id, asked.given))
        .collect();
    assert_eq!(asked, [(QuestionId::RevenueAccounts, Some(0))]);
    let (_, cents, _) = under(ReadOptions {
        answers: vec![(
            QuestionId::RevenueAccounts,
            Choice::Accounts(vec!["9999".to_owned()]),
        )],
        ..ReadOptions::default()
    });
    assert_eq!(
        cents, 14_000,
        "an account that is not there was said of another list"
    );
    // Without a column of accounts every row counts, as it did.
    let (_, cents, source) = under(ReadOptions {
        roles: vec![(1, Role::Ignored)],
        ..ReadOptions::default()
    });
    assert_eq!((cents, source.accounts.len()), (6_000, 0));
    assert_eq!(source.questions[0].id, QuestionId::DebitCredit);
}

#[test]
fn which_accounts_above_their_rows_are_revenue_can_be_said() {
    let card = |heading: &str, amount: &str| {
        format!("{heading};;;\n1-2-2025;Aap;{amount}\n2-2-2025;Noot;{amount}\n")
    };
    let cards = [
        card("1300 - Debiteuren", "9,00;"),
        card("8000 - Omzet", ";5,00"),
        card("8200 - Diensten", ";2,00"),
    ];
    let text = format!("Datum;Relatie;Debet;Credit\n{}", cards.concat());
    let under = |answers| {
        let options = ReadOptions {
            answers,
            ..ReadOptions::default()
        };
        let (_, read) = read_in_chunks(text.as_bytes(), 40, options).expect("a list");
        (read.source.revenue_cents, read.source.accounts.len())
    };
    assert_eq!(under(Vec::new()), (1_400, 3));
    let only = Choice::Accounts(vec!["8200".to_owned()]);
    assert_eq!(under(vec![(QuestionId::RevenueAccounts, only)]), (400, 3));
}

#[test]
fn rows_on_accounts_of_one_kind_are_read_as_they_were() {
    for start in ["8", "13"] {
        let text = plain();
        let of_kind = |(at, line): &(usize, &str)| *at == 0 || line.contains(&format!(";{start}"));
        let lines = text.lines().enumerate().filter(of_kind);
        let text = lines.map(|(_, line)| line).collect::<Vec<_>>().join("\n");
        let (_, read) = read(text.as_bytes()).expect("a list");
        assert_eq!(read.source.tally.ignored, 0, "{text}");
        assert_eq!(read.source.accounts, []);
        assert_eq!(read.source.questions[0].id, QuestionId::DebitCredit);
    }
}

#[test]
fn the_numbers_of_debtors_are_no_accounts() {
    // Each has one name, and a heading may be a customer.
    for text in [
        "Rekening;Naam;Debet;Credit\n80001;Aap;;5,00\n10002;Noot;;6,00\n80001;Aap;;7,00\n",
        "Datum;Relatie;Debet;Credit\n8001 - Aap;;;\n13-02-2025;Jan;;5,00\n1002 - Noot;;;\n02-02-2025;Piet;;6,00\n",
    ] {
        let (_, read) = read(text.as_bytes()).expect("a list");
        assert_eq!(read.source.accounts, [], "{text}");
        assert!(read.source.revenue_cents > 1_000, "{text}");
    }
}
