use crate::i18n::catalog::ShellTexts;

pub(super) const TEXTS: ShellTexts = ShellTexts {
    brand: "Kernklant",
    skip: "Naar de inhoud",
    places: "Onderdelen",
    place_names: ["Gegevens", "Klanten", "Ideale klant"],
    nothing_saved: "Nog niets bewaard",
    saving: "Bewaren…",
    saved_at: |hour, minute| format!("Bewaard op dit apparaat, {hour:02}:{minute:02}"),
    not_saved: "Niet bewaard: bekijk waarom",
    undo: |change| match change {
        Some(change) => format!("Ongedaan maken: {change} (Ctrl Z)"),
        None => "Ongedaan maken (Ctrl Z)".to_owned(),
    },
    redo: |change| match change {
        Some(change) => format!("Opnieuw: {change} (Ctrl Y)"),
        None => "Opnieuw (Ctrl Y)".to_owned(),
    },
    change_import: "bestand lezen",
    change_sample: "voorbeeld openen",
    change_remove: "bestand weghalen",
    change_join: "samenvoegen",
    change_open_copy: "kopie openen",
    change_mapping: "anders lezen",
    change_rating: "cijfer",
    change_answer: "antwoord",
    change_estimate: "schatting",
    change_remark: "opmerking",
    change_upgrade: "stap naar A",
    change_override: "klasse met de hand",
    change_policy: "gewichten en grenzen",
    change_cost_model: "kosten",
    change_page: "zin aanpassen",
    change_prospects: "prospects aanpassen",
    change_guess: "schatting",
    change_last_time: "vorige keer",
    change_review: "datum",
    theme_system: "Licht of donker: zoals je systeem",
    theme_light: "Licht of donker: licht",
    theme_dark: "Licht of donker: donker",
    language_code: "NL",
    other_language: "NL, Nederlands. Switch to English",
    close: "Sluiten",
    where_title: "Waar staan mijn gegevens?",
    where_text: "In deze browser, op dit apparaat, en nergens anders. Kernklant heeft geen server die \
                 gegevens aanneemt. Zodra de pagina geladen is, mag ze van zichzelf niets meer versturen of ophalen.",
    where_kept: "Bewaard op dit apparaat",
    kept: |local, indexed| format!("{local} in localStorage, {indexed} in IndexedDB"),
    where_requests: "Verzoeken naar buiten sinds het laden",
    not_counted: "deze browser telt ze niet",
    where_check: "Zelf nagaan: open de ontwikkelhulp van je browser (F12), kies Netwerk en gebruik de app: er \
                  komt niets bij. Of zet het netwerk uit nadat de pagina geladen is; alles blijft werken.",
    where_best_effort: "Een browser kan bewaarde gegevens wissen, Safari al na zeven dagen zonder bezoek. \
                        Bewaar een kopie van werk dat je niet kwijt wilt.",
    save_copy: "Bewaar een kopie",
    wipe: "Alles wissen",
    wipe_ask: "Alles wat Kernklant in deze browser bewaart wordt gewist: klanten, cijfers, klassen, antwoorden en \
               voorkeuren. Dit kun je niet ongedaan maken.",
    wipe_yes: "Ja, wis alles",
    wipe_no: "Nee, laat staan",
    storage_full: "De opslag van de browser is vol; je laatste wijziging staat alleen nog in het geheugen. \
                   Bewaar een kopie, of maak ruimte en wijzig iets om het opnieuw te proberen.",
    storage_blocked: "De browser laat niet toe dat deze pagina iets bewaart. Alles werkt, maar na het sluiten \
                      is het weg. Bewaar een kopie.",
    storage_changed_elsewhere: "In een ander tabblad is later iets bewaard; dat blijft staan en hier wordt niets \
                                overschreven. Bewaar een kopie van dit tabblad, of laad de pagina opnieuw.",
    storage_wiped_elsewhere: "In een ander tabblad is alles gewist, dus dit tabblad bewaart niets meer. Bewaar een kopie, \
                              of sluit dit tabblad.",
    storage_newer: "Een nieuwere versie van Kernklant heeft hier iets bewaard; dat blijft staan. Laad de pagina opnieuw.",
    take_over: "Bewaar hier verder",
    storage_refused: "Dit kan Kernklant niet bewaren; je wijziging staat nog in het geheugen. Maak haar ongedaan, of haal \
                      een bestand weg.",
    storage_other: "Bewaren is niet gelukt; je wijziging staat nog in het geheugen. Bewaar een kopie en \
                    laad de pagina daarna opnieuw.",
    recovered_older: "De laatst bewaarde versie was beschadigd; dit is de versie daarvoor. De beschadigde is apart gehouden.",
    recovered_none: "Wat er bewaard was is beschadigd en kon niet worden geopend. Het is apart gehouden; open een \
                     kopie als je die hebt.",
};
