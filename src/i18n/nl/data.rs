use abc_core::intake::{FileFlag, FlagReason, IgnoreReason, IntakeError, JudgedBy, RejectReason};
use abc_core::mapping::{Choice, Confidence, QuestionId, Role};
use abc_core::project::ProjectError;

use crate::i18n::Locale;
use crate::i18n::catalog::DataTexts;
use crate::i18n::{link, plain, strong};

pub(super) const TEXTS: DataTexts = DataTexts {
    start_say: "Open één bestand en zie wie je A-, B- en C-klanten zijn, en wat elk van hen je werkelijk oplevert.",
    start_more: "Geen account en geen vragen vooraf. Je krijgt per klant een klasse, in één zin het waarom, en wat het zou veranderen.",
    drop_here: "Sleep hier je export heen",
    drop_another: "Nog een bestand lezen",
    choose_file: "Kies een bestand",
    or_paste: "of plak met Ctrl+V",
    kinds: "Auditfile (XAF) van je boekhouder, Excel, CSV, LibreOffice, UBL-facturen of een urenexport. Meer bestanden tegelijk mag: Kernklant legt ze naast elkaar. Naam en omzet zijn genoeg.",
    stays_here: |requests| match requests {
        Some(n) => vec![
            plain("Je bestand blijft in deze browser. Sinds de pagina geladen is: "),
            strong(if n == 1 {
                "1 verzoek".to_owned()
            } else {
                format!("{n} verzoeken")
            }),
            plain(" naar buiten. Zet het netwerk gerust uit; alles blijft werken. "),
        ],
        None => vec![plain(
            "Je bestand blijft in deze browser. Zet het netwerk gerust uit; alles blijft werken. ",
        )],
    },
    check_yourself: "Controleer het zelf",
    other_ways: "Of begin anders",
    see_sample: "Bekijk voorbeeld",
    sample_is: "60 klanten van een verzonnen bedrijf",
    paste_list: "Plak een lijst",
    paste_is: "Rijen uit Excel of uit een e-mail",
    open_copy: "Open bewaard werk",
    copy_is: "Verder met een .kernklant-bestand",
    you_get: "Wat je terugkrijgt",
    sample_found: |n_a, n, share| {
        format!("Het voorbeeld: {n_a} van de {n} klanten brengen {share} van de winst.")
    },
    what_classes_mean: "Wat A, B en C betekenen",
    a_title: "Omvang, winst, potentie én relatie.",
    a_means: "Je beste klanten, op alle vier",
    b_title: "De middenmoot.",
    b_means: "Genoeg aandacht, en wie A kan worden",
    c_title: "Levert te weinig op.",
    c_means: "Waarom, en eerst: kan het beter?",
    paste_title: "Plak een lijst",
    no_list_pasted: "Hierin is geen lijst van klanten te vinden. Zet op elke regel een naam en een bedrag; je tekst staat nog in het plakvak.",
    paste_label: "Rijen met in elk geval een naam en een bedrag",
    paste_read: "Lees deze rijen",
    paste_hint: "Selecteer de rijen in Excel, kopieer ze en plak ze hier. Een kopregel helpt, maar hoeft niet.",
    nth_file: |nth, n| format!("bestand {nth} van {n}"),
    choose_files: "Kies bestanden",
    remove: "Weghalen",
    lay_beside: "Leg ernaast als vorige keer",
    remove_file: |name| format!("{name} weghalen"),
    sheet: "Blad",
    unread_sheets: |names| match names {
        [name] => format!("Blad ‘{name}’ is niet gelezen."),
        names => format!("De bladen ‘{}’ zijn niet gelezen.", names.join("’, ‘")),
    },
    hours_read: "Uren gelezen",
    hours_of_customers: "Uren met een klantnaam",
    hours_without_customer: "Uren zonder klantnaam",
    without_customer: "Zonder klant",
    accounts: |n| match n {
        1 => "1 rekening telt als omzet".to_owned(),
        n => format!("{n} rekeningen tellen als omzet"),
    },
    judged_by: |by| match by {
        JudgedBy::Code => "volgens de RGS-code",
        JudgedBy::Description => "volgens de naam",
        JudgedBy::Number => "volgens het nummer",
        JudgedBy::User => "door jou gekozen",
    },
    sum_ledger: "Omzet in grootboek",
    reading: |name, percent| format!("{name} lezen: {percent}%"),
    records_so_far: |n| format!("{n} regels gezien"),
    stop: "Stop",
    pasted_text: "geplakte tekst",
    typed_names: "namen die je zelf gaf",
    and_others: |name, n| match n {
        1 => format!("{name} en 1 ander bestand"),
        n => format!("{name} en {n} andere bestanden"),
    },
    sample_name: "het voorbeeld",
    could_not_read: |name| format!("{name} kon niet worden gelezen."),
    unchanged: "Wat je al had geladen is niet veranderd.",
    project_full: "Hiermee zijn het meer dan 100 bestanden of 500.000 klanten, en dat kan Kernklant niet bewaren. Dit bestand doet niet mee; haal eerst een ander weg.",
    file_gone: "De browser kan dit bestand niet meer lezen: het is verplaatst, gewijzigd of de schijf is weg. Kies het opnieuw.",
    worker_gone: "Het lezen is onverwacht gestopt. Probeer het opnieuw; lukt het weer niet, bewaar het bestand dan als CSV met puntkomma’s en probeer dat.",
    version_mismatch: "Er is een nieuwere versie van Kernklant. Laad de pagina opnieuw en probeer het nog eens.",
    intake_error,
    copy_not_alone: |name| {
        format!(
            "{name} is een kopie van eerder werk. Open die alleen; andere bestanden kunnen er daarna bij. Er is nu niets gelezen."
        )
    },
    choice_refused: |name| format!("Met deze keuze kan {name} niet worden gelezen."),
    needs_amount: "Er moet een kolom met de omzet zijn.",
    needs_name: "Er moet een kolom met de klantnaam zijn.",
    left_out: |name| format!("{name} is eruit gehaald, zoals je zei."),
    project_error,
    opening: |said| {
        let mut spans = vec![
            plain("Je hebt "),
            link(n_customers(&said.customers), "customers"),
        ];
        let Some(revenue) = &said.revenue else {
            spans.push(plain(match said.customers.as_str() {
                "1" => "; de omzet is nog niet bekend.",
                _ => "; hun omzet is nog niet bekend.",
            }));
            return spans;
        };
        spans.extend([plain(" met "), strong(revenue), plain(" omzet")]);
        spans.extend(said.scaled.as_ref().map(|(months, a_year)| {
            let months = match months {
                1 => "1 maand".to_owned(),
                months => format!("{months} maanden"),
            };
            plain(format!(" in {months} ({a_year} per jaar)"))
        }));
        spans.push(plain(if said.is_ledger {
            ", aangesloten op het grootboek."
        } else {
            "."
        }));
        spans
    },
    about: |amount| format!("circa {amount}"),
    open_questions: |n| match n {
        1 => vec![
            link("1 vraag", "questions"),
            plain(" verandert de uitkomst nog."),
        ],
        n => vec![
            link(format!("{n} vragen"), "questions"),
            plain(" veranderen de uitkomst nog."),
        ],
    },
    first_question_of: |n| format!("Vraag 1 van {n}; na je antwoord komt de volgende."),
    open_names: |n| match n {
        1 => vec![
            plain("1 naam hoort waarschijnlijk bij een klant die er al staat: "),
            link("beslis dat eerst", "names"),
            plain("."),
        ],
        n => vec![
            plain(format!(
                "{n} namen horen waarschijnlijk bij klanten die er al staan: "
            )),
            link("beslis dat eerst", "names"),
            plain("."),
        ],
    },
    unlinked_hours: |hours| {
        vec![
            plain(format!("{hours} uur telt nog voor niemand: ")),
            link("koppel de namen", "names"),
            plain("."),
        ]
    },
    refused_rows: |n| match n {
        1 => vec![
            link("1 regel", "refused"),
            plain(" is geweigerd en telt niet mee."),
        ],
        n => vec![
            link(
                format!("{} regels", Locale::Nl.format().count(n)),
                "refused",
            ),
            plain(" zijn geweigerd en tellen niet mee."),
        ],
    },
    only_revenue: |is_guessed| {
        let known = if is_guessed {
            "jouw schatting van de omzet"
        } else {
            "je omzet"
        };
        format!(
            "Voorlopig: alleen {known} is bekend. Uren en inkoop zijn aangenomen; vul ze hieronder in."
        )
    },
    no_revenue: "Zonder omzet krijgt niemand een klasse. Voeg een klantenlijst, facturen of een auditfile toe.",
    files: "Bestanden",
    kind_customers: "Klantenlijst: één regel per klant.",
    kind_transactions: "Factuurregels: opgeteld per klant.",
    kind_hours: "Uren: opgeteld per klant.",
    kind_customer_list: "Namen en kenmerken, zonder cijfers.",
    kind_auditfile: "Auditfile: omzet per klant uit het grootboek.",
    kind_ubl: "Facturen (UBL): opgeteld per klant.",
    kind_names: "Namen die je zelf gaf, met geschatte cijfers.",
    period: "Periode",
    left_aside: |has_costs, has_hours, own, counted| {
        let what = match (has_costs, has_hours) {
            (true, true) => "Kosten en uren",
            (true, false) => "Kosten",
            (false, _) => "Uren",
        };
        format!(
            "{what} in dit bestand zijn van {own} en tellen niet mee: de omzet die telt is van {counted}. Voeg een bestand van die tijd toe, of kies bij de vraag over omzet dit bestand."
        )
    },
    from_to: |from, to| format!("{from} t/m {to}"),
    fiscal_year: |year| format!("boekjaar {year}"),
    brought_to_year: |months| match months {
        1 => "1 maand, omgerekend naar 12".to_owned(),
        months => format!("{months} maanden, omgerekend naar 12"),
    },
    period_assumed: "geen datums; 12 maanden aangenomen",
    period_of_revenue: "geen datums; die van de omzet aangenomen",
    encoding: "Tekens",
    delimiter: "Scheidingsteken",
    header_on_line: |line| format!("regel {line}"),
    no_header: "geen",
    header: "Kopregel",
    delimiter_names: |byte| match byte {
        b';' => "puntkomma".to_owned(),
        b',' => "komma".to_owned(),
        b'\t' => "tab".to_owned(),
        b'|' => "staand streepje".to_owned(),
        other => char::from(other).to_string(),
    },
    rows: "Regels",
    rows_read: |records, accepted| {
        vec![
            plain(format!("{records} regels: ")),
            strong(accepted),
            plain(" gelezen"),
        ]
    },
    refused: "Geweigerd",
    skipped: "Overgeslagen",
    marked: "Gelezen met kanttekening",
    see: "bekijk",
    download_list: "Download deze lijst",
    first_of: |shown, all| format!("de eerste {shown} van {all}"),
    col_line: "Regel",
    col_reason: "Waarom",
    col_text: "Wat er staat",
    sum_read: "Gelezen regels samen",
    sum_customers: "Klanten samen",
    difference: "Verschil",
    to_the_cent: "klopt op de cent",
    change_columns: "Kolommen nakijken",
    hide_columns: "Kolommen verbergen",
    columns_of: |name| format!("Kolommen van {name}"),
    columns_hint: "boven wat er staat, eronder wat Kernklant leest",
    columns_gone: "Het bestand zelf wordt niet bewaard. Open het opnieuw om kolommen anders te lezen.",
    column_n: |n| format!("Kolom {n}"),
    unreadable: "onleesbaar",
    role: |role| match role {
        Role::Name => "Klantnaam",
        Role::Code => "Klantnummer",
        Role::Date => "Datum",
        Role::Revenue => "Omzet zonder btw",
        Role::RevenueInclVat => "Bedrag met btw",
        Role::DirectCost => "Directe kosten",
        Role::OtherCost => "Overige kosten",
        Role::Hours => "Uren",
        Role::OwnFaultHours => "Hersteluren (eigen schuld)",
        Role::Potential => "Potentie 1–5",
        Role::Relationship => "Relatie 1–5",
        Role::Attention => "Aandacht",
        Role::Orders => "Aantal orders",
        Role::Visits => "Aantal bezoeken",
        Role::Complaints => "Aantal klachten",
        Role::DaysToPay => "Dagen tot betaling",
        Role::Since => "Klant sinds",
        Role::Tenure => "Maanden klant",
        Role::HoursGrade => "Herkomst van uren",
        Role::CostGrade => "Herkomst van kosten",
        Role::GivenClass => "Klasse (eigen oordeel)",
        Role::Invoice => "Factuurnummer",
        Role::Currency => "Munt",
        Role::Registration => "Btw- of KvK-nummer",
        Role::Account => "Grootboekrekening",
        Role::Person => "Medewerker",
        Role::HoursCost => "Kosten van uren",
        Role::Trait => "Kenmerk",
        Role::Ignored => "Niet gebruiken",
    },
    confidence: |confidence| match confidence {
        Confidence::Low => "gok",
        Confidence::Fair => "waarschijnlijk",
        Confidence::High => "zeker",
        Confidence::Given => "door jou gekozen",
    },
    reject: |reason| match reason {
        RejectReason::NameMissing => "geen naam",
        RejectReason::AmountMissing => "geen bedrag",
        RejectReason::AmountInvalid => "geen leesbaar bedrag",
        RejectReason::AmountAmbiguous => "bedrag is op twee manieren te lezen",
        RejectReason::AmountOutOfRange => "bedrag is te groot om waar te zijn",
        RejectReason::CurrencyMismatch => "andere munt",
        RejectReason::TooFewFields => "te weinig velden",
        RejectReason::TooManyFields => "te veel velden",
        RejectReason::QuoteError => "aanhalingsteken klopt niet",
        RejectReason::BadCharacters => "beschadigde tekens",
        RejectReason::NameTooLong => "naam is te lang",
        RejectReason::FieldTooLong => "veld is te lang",
        RejectReason::HoursInvalid => "geen geldig aantal uren",
        RejectReason::RatingInvalid => "cijfer is geen 1 tot 5",
        RejectReason::DuplicateInvoice => "factuur die al geteld is",
        RejectReason::PurchaseInvoice => "inkoopfactuur",
        RejectReason::XmlTruncated => "onvolledig bestand",
        RejectReason::XmlBroken => "beschadigd bestand",
        RejectReason::ErrorCell => "een cel met een fout",
        RejectReason::FormulaWithoutValue => "een formule zonder bewaarde uitkomst",
    },
    ignore: |reason| match reason {
        IgnoreReason::EmptyLine => "lege regel",
        IgnoreReason::TitleRow => "titelregel",
        IgnoreReason::SeparatorHint => "aanwijzing voor Excel",
        IgnoreReason::RepeatedHeader => "herhaalde kopregel",
        IgnoreReason::SeparatorLine => "streepjes",
        IgnoreReason::NoteRow => "opmerking",
        IgnoreReason::GroupRow => "kop van een groep",
        IgnoreReason::SubtotalRow => "subtotaal",
        IgnoreReason::TotalRow => "totaal",
        IgnoreReason::OtherTable => "andere tabel",
        IgnoreReason::DuplicateRow => "dezelfde regel nog eens",
        IgnoreReason::DraftRow => "concept, offerte of geannuleerd",
        IgnoreReason::SupplierRow => "leverancier",
        IgnoreReason::OtherAccount => "geen omzetrekening",
    },
    flag: |reason| match reason {
        FlagReason::BadCharacters => "beschadigde tekens in de naam",
        FlagReason::MojibakeSuspected => "vreemde letters: misschien andere tekenset",
        FlagReason::DateInvalid => "datum onbruikbaar",
        FlagReason::Rounded => "afgerond op de cent",
        FlagReason::LongName => "erg lange naam",
        FlagReason::DurationDiffers => "begin en eind zeggen een andere duur",
    },
    file_flag: |flag| match flag {
        FileFlag::NumberFormatAssumed => {
            "Nergens staat een bedrag met centen; punten zijn gelezen als duizendtallen."
        }
        FileFlag::MixedNumberFormats => "Bedragen staan op twee manieren in één kolom.",
        FileFlag::ControlTotalMismatch => "Het totaal in het bestand is niet de som van de regels.",
        FileFlag::TotalNotPositive => "Alles bij elkaar is de omzet niet hoger dan nul.",
        FileFlag::OpeningExcluded => "Openingssaldi zijn geen omzet en tellen niet mee.",
        FileFlag::YearEndClosingExcluded => {
            "De jaarafsluiting, die de omzet op nul zet, telt niet mee."
        }
        FileFlag::RevenueWithoutCustomer => {
            "Een deel van de omzet noemt geen klant; het staat apart."
        }
        FileFlag::RevenueAccountsByDescription => {
            "Omzetrekeningen zonder RGS-code zijn aan hun naam herkend."
        }
        FileFlag::CollectiveBookingSplit => "Boekingen met meer klanten zijn per factuur verdeeld.",
        FileFlag::SplitFilesJoined => "De delen zijn samen als één auditfile gelezen.",
        FileFlag::SeveralYears => {
            "Er zijn meer boekjaren; het laatste telt, ze zijn niet opgeteld."
        }
        FileFlag::CustomerRenamed => "Een klantnummer heeft meer dan één naam; de laatste geldt.",
        FileFlag::BrokenFinancialYear => "Het boekjaar is geen kalenderjaar.",
        FileFlag::NamesCutAt50 => {
            "Lange namen zijn door het boekhoudprogramma na 50 tekens afgekapt."
        }
        FileFlag::RelationMissing => {
            "Een klantnummer met omzet staat niet in de stamgegevens; het nummer is de naam."
        }
        FileFlag::ForeignCurrencyLines => {
            "Er zijn boekingen in vreemde munt; het geboekte bedrag in de eigen munt telt."
        }
        FileFlag::EncodingMismatch => "De tekenset is een andere dan het bestand zelf zegt.",
        FileFlag::InvalidCharacters => "Tekens die in XML niet mogen zijn weggelaten.",
        FileFlag::HiddenRowsIncluded => "Verborgen rijen tellen mee.",
        FileFlag::OtherSheetsIgnored => "Andere bladen zijn niet gelezen.",
        FileFlag::HoursWithoutCustomer => "Uren zonder klant staan apart.",
        FileFlag::CostRateZeroIsUnknown => "Een kostentarief van 0 is gelezen als onbekend.",
        FileFlag::VatTakenOff => "De btw uit de btw-kolom is van de bedragen afgetrokken.",
        FileFlag::RevenueAccountsOnly => {
            "Dit is een lijst uit het grootboek: alleen de regels op omzetrekeningen tellen, credit min debet. Klopt de keuze niet? Vink bij dit bestand aan welke rekeningen omzet zijn."
        }
        FileFlag::CustomersOfEntries => {
            "Noemt een omzetregel geen klant, dan is de klant die van de andere regels met hetzelfde boekstuk- of factuurnummer."
        }
        FileFlag::DaysAsHours => {
            "Dagen zijn gelezen als uren, 8 per dag; dat is aangenomen. Zijn het geen gewerkte dagen? Verander het dan bij de kolommen."
        }
        FileFlag::HoursBelowZero => {
            "Van een klant zijn meer uren teruggeboekt dan er staan; die uren tellen niet mee."
        }
        FileFlag::NamesInHeadings => {
            "De namen van de klanten komen uit de koppen boven hun regels."
        }
        FileFlag::PartsNotCounted => {
            "Elk bedrag staat er twee keer: als geheel en in delen eronder. Alleen de regels met de meeste verschillende namen tellen; kijk na of dat je klanten zijn."
        }
        FileFlag::CreditNotesTurned => {
            "Creditnota’s staan hier met een positief bedrag; ze tellen negatief."
        }
        FileFlag::TotalRowIgnored => "Totaalregels tellen niet mee.",
        FileFlag::ErrorCells => "Er zijn cellen met een fout; die rijen tellen niet mee.",
        FileFlag::CustomerNegative => "Een klant heeft meer creditnota’s dan facturen.",
        FileFlag::DuplicateInvoice => "Een factuur kwam meer dan eens voor en telt één keer.",
        FileFlag::PurchaseInvoice => "Inkoopfacturen tellen niet als omzet.",
        FileFlag::CurrencyMismatch => "Facturen in een andere munt tellen niet mee.",
    },
    question: |id, name| match id {
        QuestionId::DecimalSeparator => {
            format!("In {name} staat nergens een bedrag met centen. Is de punt een duizendteken?")
        }
        QuestionId::AmountColumn => format!("Welke kolom van {name} is de omzet?"),
        QuestionId::AmountMeaning => format!("Wat is het bedrag in {name}?"),
        QuestionId::SumColumns => format!("Moeten deze kolommen van {name} worden opgeteld?"),
        QuestionId::UnitScale => format!("Staan de bedragen in {name} in euro’s of in duizenden?"),
        QuestionId::Sign => format!("De omzet in {name} is negatief. Omdraaien?"),
        QuestionId::DebitCredit => format!("{name} heeft debet en credit. Wat is omzet?"),
        QuestionId::SplitDecimals => format!("Staan euro’s en centen van {name} in twee kolommen?"),
        QuestionId::MultipleTables => {
            format!("{name} bevat meer dan één tabel. Tellen ze allemaal?")
        }
        QuestionId::Header => format!("Is de eerste regel van {name} een kopregel?"),
        QuestionId::Currency => {
            format!("De bedragen in {name} zijn niet in euro’s. Tellen ze zoals ze er staan?")
        }
        QuestionId::DuplicateRows => {
            format!("{name} bevat dezelfde regel meer dan eens. Telt die elke keer?")
        }
        QuestionId::DraftLines => {
            format!("{name} bevat concepten, offertes of geannuleerde regels. Tellen die mee?")
        }
        QuestionId::NamesAbove => {
            format!("Veel regels van {name} hebben geen naam. Zijn ze van de klant erboven?")
        }
        QuestionId::DateOrder => format!("Staat in {name} de dag voor de maand?"),
        QuestionId::Encoding => format!("Zijn de letters in {name} goed gelezen?"),
        QuestionId::RevenueAccounts => format!("Welke rekeningen van {name} zijn omzet?"),
        QuestionId::Sheets => format!("Welk blad van {name} telt?"),
    },
    choice: |choice, header| match choice {
        Choice::DecimalComma => "1.234 is twaalfhonderdvierendertig".to_owned(),
        Choice::DecimalDot => "1.234 is iets meer dan één".to_owned(),
        Choice::Column(idx) => format!("‘{}’", header(*idx)),
        Choice::SumOf(columns) => {
            let names: Vec<String> = columns
                .iter()
                .map(|idx| format!("‘{}’", header(*idx)))
                .collect();
            format!("Opgeteld: {}", names.join(" + "))
        }
        Choice::RevenueExclVat => "Omzet zonder btw".to_owned(),
        Choice::InclVat(percent) => format!("Bedrag met {percent}% btw erin"),
        Choice::NotRevenue => "Geen omzet (saldo, limiet of iets anders)".to_owned(),
        Choice::AsWritten => "Zoals het er staat".to_owned(),
        Choice::Thousands => "In duizenden euro’s".to_owned(),
        Choice::Negate => "Omdraaien: positief maken".to_owned(),
        Choice::CreditMinusDebit => "Credit min debet".to_owned(),
        Choice::DebitMinusCredit => "Debet min credit".to_owned(),
        Choice::Yes => "Ja".to_owned(),
        Choice::No => "Nee".to_owned(),
        Choice::DayFirst => "Ja, dag eerst".to_owned(),
        Choice::MonthFirst => "Nee, maand eerst".to_owned(),
        Choice::Accounts(numbers) => format!("Rekening {}", numbers.join(", ")),
        Choice::Sheet(name) => format!("‘{name}’"),
    },
    likely: "Waarschijnlijk.",
    answer_totals: |customers, revenue| match revenue {
        Some(revenue) => format!("{}, {revenue}", n_customers(customers)),
        None => n_customers(customers),
    },
    until_then: "Je kunt dit later omzetten. Tot dan rekent Kernklant met het eerste antwoord.",
    until_then_nothing: "Tot je antwoordt, tellen deze bedragen niet mee.",
    file_goes: "Het bestand gaat er dan uit.",
    it_says: |cells| format!("Er staat: {cells}."),
    is_day: |written, day| format!("{written} is dan {day}."),
    answered: |n| match n {
        1 => "1 antwoord".to_owned(),
        n => format!("{n} antwoorden"),
    },
    as_earlier: "Gelezen zoals een eerder bestand van deze vorm",
    ask_again: "Vraag het opnieuw",
    so_it_is: "Zo is het",
    ask_file_again: "Zo is het nu gelezen. Voor een ander antwoord open je het bestand opnieuw; het bestand zelf wordt niet bewaard.",
};

fn intake_error(error: &IntakeError) -> String {
    match error {
        IntakeError::EmptyFile => "Het bestand is leeg. Maak de export opnieuw en kijk of er regels in staan.".to_owned(),
        IntakeError::NoRows => "Er is een kopregel, maar er staan geen klanten onder. Maak de export opnieuw met een ruimere periode of zonder filter.".to_owned(),
        IntakeError::NoTable => "In deze tekst is geen tabel te vinden. Nodig zijn rijen met een naam en een bedrag.".to_owned(),
        IntakeError::NoDelimiter => "Er is maar één kolom te zien. Exporteer met puntkomma’s, komma’s of tabs tussen de kolommen.".to_owned(),
        IntakeError::NoNameColumn => "Geen kolom bevat klantnamen. Voeg een kolom met de naam van de klant toe aan de export.".to_owned(),
        IntakeError::NoAmountColumn => "Geen kolom bevat bedragen. Voeg een kolom met de omzet per klant of per factuur toe aan de export.".to_owned(),
        IntakeError::NoCustomersInLedger => "In deze lijst uit het grootboek noemt geen omzetregel een klant. Neem in de export ook het boekstuknummer op, of vraag je boekhouder om een auditfile.".to_owned(),
        IntakeError::FormulasWithoutValues => "De bedragen in dit blad zijn formules waarvan de uitkomst niet is bewaard. Open het bestand in Excel, sla het op en open het hier opnieuw.".to_owned(),
        IntakeError::NotText => "Dit is geen tekstbestand. Exporteer als CSV.".to_owned(),
        IntakeError::IsImage => "Dit is een afbeelding. Exporteer de lijst zelf als CSV.".to_owned(),
        IntakeError::IsPdf => "Dit is een PDF. Exporteer de lijst als CSV; uit een PDF zijn bedragen niet betrouwbaar te lezen.".to_owned(),
        IntakeError::IsArchive => "Dit is een gecomprimeerd bestand. Pak het eerst uit en open wat erin zit.".to_owned(),
        IntakeError::IsHtml => "Dit is een webpagina. Exporteer de lijst als CSV in plaats van de pagina te bewaren.".to_owned(),
        IntakeError::IsXml => "Dit is een XML-bestand; hier past alleen CSV of tekst. Een auditfile of factuur open je bij Gegevens.".to_owned(),
        IntakeError::IsXaf => "Dit is een auditfile; hier past alleen CSV of tekst. Open hem bij Gegevens.".to_owned(),
        IntakeError::IsJson => "Dit is een JSON-bestand. Een bewaarde kopie open je met ‘Open bewaard werk’; anders: exporteer als CSV.".to_owned(),
        IntakeError::IsXls => "Dit is een oude Excel-map. Open haar in Excel en kies Opslaan als, CSV; of kopieer de rijen en plak ze hier.".to_owned(),
        IntakeError::IsXlsx => "Dit is een Excel-map. Kies in Excel Opslaan als, CSV; of kopieer de rijen en plak ze hier.".to_owned(),
        IntakeError::TooLarge { n_bytes, max } => format!("Het bestand is {} MB groot; Kernklant leest tot {} MB. Kies een kortere periode.", n_bytes / 1_000_000, max / 1_000_000),
        IntakeError::TooManyColumns { n, max } => format!("Er zijn {n} kolommen; Kernklant leest er tot {max}. Is het juiste scheidingsteken gebruikt?"),
        IntakeError::TooManyRecords { max } => format!("Er staan meer dan {max} regels in het bestand. Kies een kortere periode."),
        IntakeError::UnterminatedQuote { line } => format!("Op regel {line} begint een aanhalingsteken dat nergens eindigt; daarachter is niets zeker. Verbeter die regel en open het bestand opnieuw."),
        IntakeError::Unreadable => "Dit bestand is niet meer te lezen: het is verplaatst, veranderd of de schijf is weg. Open het opnieuw.".to_owned(),
        IntakeError::XmlDoctype => "Dit bestand bevat een DOCTYPE. Dat hoort niet in een auditfile of factuur en kan kwaad; Kernklant leest het niet. Maak de export opnieuw.".to_owned(),
        IntakeError::XmlTruncated { line } => format!("Dit bestand is onvolledig: het breekt af na regel {line}. Er is niets uit gelezen. Maak de export opnieuw, of open alle delen samen."),
        IntakeError::XmlBroken { line } => format!("Op regel {line} klopt de XML niet. Er is niets uit gelezen. Maak de export opnieuw."),
        IntakeError::TooDeep { line, max } => format!("Regel {line} is dieper genest of heeft meer kenmerken dan {max}. Zo ziet geen auditfile eruit. Maak de export opnieuw."),
        IntakeError::ElementTooLong { line, max } => format!("Op regel {line} staat één gegeven van meer dan {max} tekens. Zo ziet geen auditfile eruit. Maak de export opnieuw."),
        IntakeError::NotAnAuditfile => "Dit is XML, maar geen auditfile en geen UBL-factuur. Vraag om een XML Auditfile Financieel.".to_owned(),
        IntakeError::ContinuationWithoutFirst => "Dit is een vervolgbestand van een auditfile. Open het samen met het eerste bestand.".to_owned(),
        IntakeError::FilePartMissing { part } => format!("Deel {part} van deze auditfile ontbreekt. Open alle delen samen."),
        IntakeError::NoRevenueAccounts => "In deze auditfile staat geen rekening met omzet. Vraag om een auditfile met grootboekrekeningen en boekingen.".to_owned(),
        IntakeError::FileEncrypted => "Dit bestand is beveiligd met een wachtwoord. Haal het wachtwoord eraf en open het opnieuw.".to_owned(),
        IntakeError::ZipCorrupt => "Dit bestand is beschadigd en niet uit te pakken. Vraag om een nieuwe export.".to_owned(),
        IntakeError::ZipBomb { max } => format!("Uitgepakt wordt dit bestand groter dan {} MB. Kernklant leest het niet. Kies een kortere periode.", max / 1_000_000),
        IntakeError::TooManyEntries { max } => format!("Er zitten meer dan {max} bestanden in dit archief. Splits het."),
        IntakeError::TooManySheets { max } => format!("Deze map heeft meer dan {max} bladen. Bewaar alleen het blad met de lijst."),
        IntakeError::TooManyCells { max } => format!("Dit blad heeft meer dan {max} cellen. Kies een kortere periode of minder kolommen."),
        IntakeError::XlsTooOld => "Deze map is van vóór Excel 97. Open haar in Excel en bewaar haar als .xlsx.".to_owned(),
    }
}

fn project_error(error: &ProjectError) -> String {
    match error {
        ProjectError::NotAProject => "Dit is geen bewaard werk van Kernklant. Kies een bestand dat op .kernklant eindigt.".to_owned(),
        ProjectError::Newer { .. } => "Dit werk is bewaard met een nieuwere versie van Kernklant. Laad de pagina opnieuw en probeer het nog eens.".to_owned(),
        ProjectError::Damaged => "Dit bestand is beschadigd of met de hand veranderd; de controlesom klopt niet. Neem een eerdere kopie.".to_owned(),
        _ => "In dit bestand staat iets dat Kernklant niet kan openen. Neem een eerdere kopie.".to_owned(),
    }
}

/// A number of customers, written.
pub(super) fn n_customers(n: &str) -> String {
    match n {
        "1" => "1 klant".to_owned(),
        n => format!("{n} klanten"),
    }
}
