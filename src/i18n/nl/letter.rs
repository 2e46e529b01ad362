use crate::i18n::Locale;
use crate::i18n::catalog::LetterTexts;

pub(super) const TEXTS: LetterTexts = LetterTexts {
    no_figures: "Nog geen cijfers? ",
    open: "Vraag ze aan je boekhouder",
    what_it_says: ": de brief ligt klaar, met welke export je nodig hebt.",
    title: "Vraag het aan je boekhouder",
    label: "De brief",
    hint: "Je kunt de tekst hier nog aanpassen.",
    letter: |year| {
        format!(
            "\
Onderwerp: auditfile en uren over {year}

Beste [naam van je boekhouder],

Ik wil per klant naast elkaar zetten wat hij opbrengt en wat hij kost. Wil je me daarvoor twee bestanden sturen?

1. De auditfile (XML Auditfile Financieel, XAF) van het hele boekjaar {year}, versie 3.2 of hoger als je pakket dat kan. Bestaat hij uit meer delen, stuur ze dan allemaal. Je vindt hem in de meeste pakketten bij Exporteren of Rapportages.

2. Als je onze uren hebt: een export (Excel of CSV) van alle uren over {year}, met op elke regel de datum, de klant, de medewerker en de duur. Graag ook de uren die niet zijn gefactureerd.

De bestanden blijven op mijn eigen computer; er wordt niets geüpload. Alleen omzet, kosten en uren per klant worden eruit gelezen. Salarissen, leveranciers en bankrekeningen worden overgeslagen en niet bewaard.

Alvast bedankt,
[je eigen naam]
"
        )
    },
    copy: "Kopieer de brief",
    copied: "Gekopieerd. Plak hem in een e-mail.",
    not_copied: "De browser liet kopiëren niet toe. Selecteer de tekst en kopieer hem met Ctrl C.",
    in_language: |language| match language {
        Locale::Nl => "In het Nederlands",
        Locale::En => "In het Engels",
    },
};
