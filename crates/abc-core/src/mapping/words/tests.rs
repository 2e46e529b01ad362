use super::{Meaning, meaning_of, says_thousands, year_of};
use crate::mapping::Role;

#[test]
fn headers_mean_what_their_words_say() {
    let role = |role| Some(Meaning::Role(role));
    let cases = [
        ("Klant", role(Role::Name)),
        ("KLANT_NAAM ", role(Role::Name)),
        ("Naam klant", role(Role::Name)),
        ("Debiteurnr.", role(Role::Code)),
        ("deb.nr", role(Role::Code)),
        ("Factuurdatum", role(Role::Date)),
        ("Omzet", Some(Meaning::Revenue(2))),
        ("Omzet 2025", Some(Meaning::Revenue(2))),
        ("Omzet (x 1.000)", Some(Meaning::Revenue(2))),
        ("Bedrag excl. btw", Some(Meaning::Revenue(3))),
        ("Totaalprijs excl. btw", Some(Meaning::Revenue(3))),
        ("Regelbedrag exclusief btw", Some(Meaning::Revenue(3))),
        ("Bedrag", Some(Meaning::Revenue(1))),
        ("Totaalprijs incl. btw", role(Role::RevenueInclVat)),
        ("Btw", Some(Meaning::NotRevenue)),
        ("Btw-bedrag", Some(Meaning::NotRevenue)),
        ("Marge %", Some(Meaning::NotRevenue)),
        ("Openstaand bedrag", Some(Meaning::Balance)),
        ("Kredietlimiet", Some(Meaning::Balance)),
        ("31-60 dagen", Some(Meaning::Balance)),
        ("> 90 days", Some(Meaning::Balance)),
        (">90 dagen", Some(Meaning::Balance)),
        ("Ouder dan 60 dagen", Some(Meaning::Balance)),
        ("Omzet laatste 365 dagen", Some(Meaning::Revenue(2))),
        ("Debet", Some(Meaning::Debit)),
        ("Credit", Some(Meaning::Credit)),
        ("jan 2025", Some(Meaning::Period(1))),
        ("Kwartaal 3", Some(Meaning::Period(3))),
        ("Q4", Some(Meaning::Period(4))),
        ("Aantal uren", role(Role::Hours)),
        ("own_fault_hours", role(Role::OwnFaultHours)),
        ("Klant sinds", role(Role::Since)),
        ("Accountmanager", Some(Meaning::Identifier)),
        ("Postcode", Some(Meaning::Identifier)),
        ("Branche", role(Role::Trait)),
        ("Meier", None),
        ("Bijzonderheid", None),
        ("", None),
    ];
    for (header, expected) in cases {
        assert_eq!(
            meaning_of(header).map(|found| found.meaning),
            expected,
            "{header}"
        );
    }
}

#[test]
fn years_and_thousands_are_seen() {
    assert_eq!(year_of("Omzet 2024-2025"), Some(2025));
    assert_eq!(year_of("Omzet 12345"), None);
    assert!(says_thousands("Omzet (x € 1.000)"));
    assert!(says_thousands("bedragen in duizenden euro's"));
    for text in [
        "Omzet x 1000",
        "(in kEUR)",
        "Bedrag (k€)",
        "omzet × €1.000",
        "Sales (k)",
    ] {
        assert!(says_thousands(text), "{text}");
    }
    for text in [
        "Omzet 1000 klanten",
        "Keurslager Smit",
        "Voorkeur",
        "max 1000 regels",
        "x 1.000.000",
        "x 10000",
    ] {
        assert!(!says_thousands(text), "{text}");
    }
}
