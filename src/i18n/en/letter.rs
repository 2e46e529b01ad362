use crate::i18n::Locale;
use crate::i18n::catalog::LetterTexts;

pub(super) const TEXTS: LetterTexts = LetterTexts {
    no_figures: "No figures yet? ",
    open: "Ask your bookkeeper",
    what_it_says: ": the letter is ready and names the export you need.",
    title: "Ask your bookkeeper",
    label: "The letter",
    hint: "You can still change the text here.",
    letter: |year| {
        format!(
            "\
Subject: auditfile and hours for {year}

Dear [name of your bookkeeper],

I want to see, customer by customer, what each brings in and what it costs us. Could you send me two files for that?

1. The auditfile (XML Auditfile Financieel, XAF) of the whole financial year {year}, version 3.2 or later if your package can make it. If it comes in several parts, please send all of them. Most packages have it under Export or Reports.

2. If you keep our hours: an export (Excel or CSV) of all hours in {year}, with the date, the customer, the employee and the duration on each line. Please include hours that were not billed.

The files stay on my own computer; nothing is uploaded. Only revenue, cost and hours per customer are read from them. Salaries, suppliers and bank accounts are passed over and not kept.

Thank you,
[your own name]
"
        )
    },
    copy: "Copy the letter",
    copied: "Copied. Paste it into an e-mail.",
    not_copied: "The browser did not allow copying. Select the text and copy it with Ctrl C.",
    in_language: |language| match language {
        Locale::Nl => "In Dutch",
        Locale::En => "In English",
    },
};
