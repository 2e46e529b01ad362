use super::*;

fn is_revenue(name: &str, kind: &str, code: &str) -> bool {
    let mut accounts = Accounts::default();
    accounts.add(Account {
        number: "8000".to_owned(),
        name: name.to_owned(),
        kind: kind.to_owned(),
        rgs: reference_code(code),
        is_listed: true,
    });
    accounts.judged(None)[0].is_revenue
}

#[test]
fn a_code_decides_whatever_the_name() {
    for (name, code, expected) in [
        ("Omzet", "WOmzNodOdh.01", true),
        ("Diverse", "WOmzKeb", true),
        ("Omzet huur", "WOvbHuo", false),
        ("Verkoop", "WFbe", false),
        ("Mutatie omzetvorderingen", "WKprMuo", false),
    ] {
        assert_eq!(is_revenue(name, "P", code), expected, "{name} {code}");
    }
}

#[test]
fn without_a_code_the_name_decides_among_result_accounts() {
    for (name, expected) in [
        ("Omzet diensten hoog tarief", true),
        ("Opbrengst verhuur", true),
        ("Verkopen binnenland", true),
        ("Sales NL", true),
        ("Verkoopkosten", false),
        ("Kostprijs van de omzet", false),
        ("Inkoopwaarde omzet", false),
        ("Af te dragen omzetbelasting", false),
        ("Renteopbrengsten", false),
        ("Cost of sales", false),
        ("Brutolonen", false),
    ] {
        for code in ["", "0000", "-", "RGS-1", "41", "nvt"] {
            assert_eq!(is_revenue(name, "W/V", code), expected, "{name} {code}");
            assert!(!is_revenue(name, "Balans", code), "{name} {code}");
        }
    }
}

#[test]
fn letters_turn_round_when_all_four_are_used() {
    let account = |kind: &str| Account {
        kind: kind.to_owned(),
        ..Account::default()
    };
    let usual = Letters::of(&[account("B"), account("P")]);
    assert_eq!(usual.statement_of("P"), Statement::Result);
    assert_eq!(usual.statement_of("B"), Statement::Balance);
    let turned = Letters::of(&[account("A"), account("P"), account("B"), account("L")]);
    assert_eq!(turned.statement_of("P"), Statement::Balance);
    assert_eq!(turned.statement_of("b"), Statement::Result);
    assert_eq!(turned.statement_of("Winst & verlies"), Statement::Result);
    assert_eq!(turned.statement_of("M"), Statement::Unknown);
}

#[test]
fn what_the_user_chose_wins() {
    let mut accounts = Accounts::default();
    for (number, name) in [("1", "Omzet"), ("2", "Contributies")] {
        accounts.add(Account {
            number: number.to_owned(),
            name: name.to_owned(),
            kind: "P".to_owned(),
            rgs: None,
            is_listed: true,
        });
    }
    let judged = accounts.judged(Some(&["2".to_owned()]));
    let said: Vec<_> = judged.iter().map(|j| (j.is_revenue, j.by)).collect();
    assert_eq!(said, [(false, JudgedBy::User), (true, JudgedBy::User)]);
}
